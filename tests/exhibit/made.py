"""An exhibit made in a line, for tests that need one and do not care what it says."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kiosk.exhibit.model import Exhibit, Panels

STARTS = "1900-01-01"
ENDS = "1900-01-31"


def exhibit(
    phases: int = 3, lessons: int = 2, proofs: int = 0, **lists: Iterable[dict[str, Any]]
) -> Exhibit:
    """Two sides, `north` and `south`, some phases, lessons with proofs, and the `lists` given."""
    panel = {"name": "n", "line": "l", "view": "all", "moment": STARTS}
    told = {"title": "t", "text": "t", "view": "all", "moment": STARTS}
    claim = {
        "claimed_by": "c",
        "against": "a",
        "proofs": [{"text": "t", "place": [1, 1]}] * proofs,
    }
    span = {"starts": STARTS, "ends": ENDS}
    records: dict[str, Any] = {
        "exhibit": {
            "id": "made",
            "title": "t",
            "subtitle": "s",
            "sentence": "s",
            "languages": ["xx"],
            "view": "all",
            "moment": STARTS,
            "licence": "CC0",
            **span,
        },
        "panels": dict.fromkeys(Panels.model_fields, panel),
        "map": {
            "bounds": [0, 0, 10, 10],
            "views": [{"id": "all", "name": "n", "bounds": [0, 0, 10, 10]}],
        },
        "attract": [{"line": "l", "view": "all", **span}],
        "sides": [
            {"id": "north", "name": "n", "colour": "#101010"},
            {"id": "south", "name": "s", "colour": "#f0f0f0"},
        ],
        "phases": [{"id": f"phase-{i}", "short": "s", **told, **span} for i in range(phases)],
        "lessons": [{"id": f"lesson-{i}", **told, **claim} for i in range(lessons)],
    }
    return Exhibit.model_validate(records | {name: tuple(list_) for name, list_ in lists.items()})


def timed(exhibit: Exhibit, known: bool) -> Exhibit:
    """The exhibit as if sources gave every hour, or none."""
    phases = []
    for phase in exhibit.phases:
        events = tuple(e.model_copy(update={"hour_known": known}) for e in phase.events)
        phases.append(phase.model_copy(update={"events": events}))
    return exhibit.model_copy(update={"phases": tuple(phases)})
