"""Unsigned sources, which a visitor must not take for more than they are."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.exhibit.kinds import names
from kiosk.exhibit.model import UNSTATED, Source, Words
from kiosk.exhibit.model.record import in_languages, within
from kiosk.exhibit.reading.draft import Draft
from kiosk.exhibit.reading.problem import Finding, Steps, quoted

STOPS = names(lambda kind: kind.stop)


def unnamed_witnesses(draft: Draft) -> Iterator[Finding]:
    """Stops that speak of an unsigned source before they say what it is: warnings."""
    for source in draft.entries("sources"):
        if source.unsigned is None:
            continue
        for kind in STOPS:
            for number, stop in enumerate(draft.entries(kind)):
                yield from _unnamed(source, (kind, number), stop)


def _unnamed(source: Source, steps: Steps, stop: object) -> Iterator[Finding]:
    """The first text of the stop, in each language, that speaks of the source unexplained."""
    told: set[str] = set()
    for at, value in within(steps, stop):
        if not isinstance(value, Words) or {"notes", "narration", "recording", "signed"} & {*at}:
            continue
        for spot, text in in_languages(at, value):
            code = str(spot[-1]) if spot != at else UNSTATED
            first = source.unsigned.first.in_(code) if source.unsigned else ""
            after = source.unsigned.after.in_(code) if source.unsigned else ""
            folded = text.casefold()
            named, meant = folded.find(first.casefold()), folded.find(after.casefold())
            if code in told:
                continue
            if meant >= 0 and not 0 <= named <= meant:
                message = f"says {quoted(after)} before {quoted(first)}"
                hint = f"{source.id} is unsigned: say so where it is first spoken of"
                yield Finding(spot, message, hint, "warning")
            if named >= 0 or meant >= 0:
                told.add(code)
