"""Voices that give figures or answers: how many of them speak on their own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from kiosk.exhibit.kinds import names, ref_of
from kiosk.exhibit.model import Disagreement, Fact, Figure, Formation, Side, Source, Voice
from kiosk.exhibit.reading.problem import Finding
from kiosk.exhibit.ref import Ref

if TYPE_CHECKING:
    from kiosk.exhibit.reading.draft import Draft

DRAWN = names(lambda kind: kind.mapped and kind.debatable)
"""The lists of what a disagreement may be about and a map can show."""


def independent(voices: Sequence[Fact], sources: Mapping[str, Source]) -> int:
    """The number of voices that speak on their own: those that share a source speak as one.

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


def unsorted(draft: Draft) -> Iterator[Finding]:
    """Details before what matters, and maps on which nothing is that a question is about."""
    disagreements: tuple[Disagreement, ...] = draft.entries("disagreements")
    drawn = frozenset().union(*(draft.known.get(kind, frozenset()) for kind in DRAWN))
    for number, disagreement in enumerate(disagreements):
        after = any(not one.detail for one in disagreements[number + 1 :])
        if disagreement.detail and after:
            hint = "put it behind the last that matters"
            message = "stands before what matters more"
            yield Finding(("disagreements", number, "detail"), message, hint, "warning")
        if disagreement.view and not drawn.intersection(disagreement.about):
            hint = "say in `about` what stands there, or take `view` out"
            message = "shows a map on which nothing is that it is about"
            yield Finding(("disagreements", number, "view"), message, hint, "warning")


def drifted(draft: Draft) -> Iterator[Finding]:
    """Figures of a side that another entry gives otherwise, from the same sources: warnings.

    Only an entry that gives one of the side's figures alike is about the same men.
    """
    for number, side in enumerate(draft.entries("sides")):
        for name in ("strength", "losses"):
            figures: tuple[Figure, ...] = getattr(side, name)
            for ref, others in _elsewhere(draft, side, name):
                if not any(_alike(figure, other) for figure in figures for other in others):
                    continue
                for at, figure in enumerate(figures):
                    same = [other for other in others if {*other.sources} == {*figure.sources}]
                    if same and not any(_alike(figure, other) for other in same):
                        message = f"is given otherwise by {ref}, from the same sources"
                        hint = "give it alike in both places"
                        yield Finding(("sides", number, name, at), message, hint, "warning")


def _elsewhere(
    draft: Draft, side: Side, name: str
) -> Iterator[tuple[Ref, Sequence[Figure | Voice]]]:
    """The others that may give the side's figures of a kind, as refs, with its own."""
    for formation in draft.entries("formations"):
        if formation.side == side.id:
            yield ref_of(formation), getattr(formation, name)
    for disagreement in draft.entries("disagreements"):
        yield ref_of(disagreement), disagreement.voices


def _alike(one: Figure | Voice, other: Figure | Voice) -> bool:
    numbers = (one.low, one.high, one.open_ended) == (other.low, other.high, other.open_ended)
    return numbers and {*one.sources} == {*other.sources}


def uncounted(draft: Draft) -> Iterator[Finding]:
    """Sides that nobody counted where others were, and the river of men is asked for: warnings."""
    if draft.title is None or draft.title.river is None:
        return
    counted = {
        side.id: bool(side.strength)
        or any(body.strength for body in draft.entries("formations") if body.side == side.id)
        for side in draft.entries("sides")
    }
    for number, side in enumerate(draft.entries("sides")):
        if any(counted.values()) and not counted[side.id]:
            message = "is counted by nobody, and other sides are"
            hint = "give its `strength`, or that of its bodies; else their ways are all as wide"
            yield Finding(("sides", number), message, hint, "warning")
