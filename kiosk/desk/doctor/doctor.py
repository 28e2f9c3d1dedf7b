"""`kiosk doctor`: looks at all, and says it as a page, as JSON or as OpenMetrics."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict

from kiosk.desk.doctor import hardware, keeping, showing
from kiosk.desk.doctor.finding import Finding, Probe, State

CHECKS: Sequence[Callable[[Probe], Iterator[Finding]]] = (
    *showing.CHECKS,
    *keeping.CHECKS,
    *hardware.CHECKS,
)
SIGNS = {State.GOOD: "ok", State.UNKNOWN: "?", State.DOUBT: "!", State.BAD: "WRONG"}
WORTH = {State.UNKNOWN: -1, State.GOOD: 0, State.DOUBT: 1, State.BAD: 2}
"""The states as numbers of a gauge."""


def examine(probe: Probe) -> list[Finding]:
    """All findings; a check that fails is a finding itself."""
    found: list[Finding] = []
    for check in CHECKS:
        try:
            found += check(probe)
        except Exception as error:
            said = f"it could not be looked at: {type(error).__name__}: {error}"
            found.append(Finding(check.__name__, State.UNKNOWN, said))
    return found


def as_text(found: Sequence[Finding]) -> str:
    """The page: first what is wrong, each with what to do."""
    order = [State.BAD, State.DOUBT, State.UNKNOWN, State.GOOD]
    lines = []
    for one in sorted(found, key=lambda one: order.index(one.state)):
        lines.append(f"{SIGNS[one.state]:<6}{one.topic:<13}{one.said}")
        if one.advice:
            lines.append(f"{'':<19}-> {one.advice}")
    wrong = sum(one.state is State.BAD for one in found)
    doubts = sum(one.state is State.DOUBT for one in found)
    return "\n".join([*lines, "", f"{wrong} wrong, {doubts} to look at."])


def as_json(found: Sequence[Finding]) -> str:
    """The findings as JSON."""
    return json.dumps({"findings": [asdict(one) for one in found]}, ensure_ascii=False, indent=1)


def as_metrics(found: Sequence[Finding], written: float) -> str:
    """The findings as OpenMetrics, for a collector of text files; `written` in Unix seconds.

    A dead writer leaves old numbers standing: its time is one of them.
    """
    lines = ["# TYPE kiosk_state gauge", "# HELP kiosk_state 0 good, 1 doubtful, 2 bad, -1 unknown"]
    worst: dict[str, int] = {}
    for one in found:
        worst[one.topic] = max(WORTH[one.state], worst.get(one.topic, -1))
    lines += [f'kiosk_state{{topic="{_said(topic)}"}} {worth}' for topic, worth in worst.items()]
    for one in found:
        if one.value is not None:
            name = f"kiosk_{one.topic.replace(' ', '_')}_{one.unit}"
            lines += [
                f"# TYPE {name} gauge",
                f"# UNIT {name} {one.unit}",
                f"{name} {one.value:.15g}",
            ]
    told = next((one.said for one in found if one.topic == "versions"), "")
    lines += ["# TYPE kiosk info", f'kiosk_info{{versions="{_said(told)}"}} 1']
    lines += ["# TYPE kiosk_written_seconds gauge", "# UNIT kiosk_written_seconds seconds"]
    return "\n".join([*lines, f"kiosk_written_seconds {written:.0f}", "# EOF", ""])


def _said(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
