"""Voices that give figures or answers: how many of them speak on their own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kiosk.exhibit.draft import Draft
from kiosk.exhibit.model import Fact, Formation, Side, Source
from kiosk.exhibit.problem import Finding


def independent(voices: Sequence[Fact], sources: Mapping[str, Source]) -> int:
    """How many of the voices speak on their own: those that share a source speak as one.

    A source that repeats another is that other. A voice without a source counts for itself.
    """
    groups: list[set[str]] = []
    for number, voice in enumerate(voices):
        heard = {_first_of(key, sources) for key in voice.sources} or {f"voice {number}"}
        joined = [group for group in groups if group & heard]
        groups = [group for group in groups if not group & heard]
        groups.append(heard.union(*joined))
    return len(groups)


def _first_of(key: str, sources: Mapping[str, Source]) -> str:
    """The source that `key` repeats, or is; of those that repeat each other, always the same."""
    passed: list[str] = []
    while key not in passed:
        passed.append(key)
        key = (sources[key].repeats if key in sources else None) or key
    return min(passed[passed.index(key) :])


def echoes(draft: Draft) -> Iterator[Finding]:
    """Figures that rest on just the sources of a voice before them: warnings."""
    for steps, record in draft.records:
        if not isinstance(record, Side | Formation):
            continue
        for name in ("strength", "losses"):
            seen: dict[tuple[frozenset[str], str], int] = {}
            for number, voice in enumerate(getattr(record, name)):
                counted = voice.what.model_dump_json() if voice.what else ""
                first = seen.setdefault((frozenset(voice.sources), counted), number)
                if voice.sources and first != number:
                    message = f"has the sources of voice {first + 1}, so that both count as one"
                    hint = "give each voice its own sources, or tell them as one"
                    yield Finding((*steps, name, number, "sources"), message, hint, "warning")
