"""Rules on when things happen: spans, their order and what lies within what."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterator

from kiosk.exhibit.calendars import USUAL, year_of
from kiosk.exhibit.dating import Precision, known_of
from kiosk.exhibit.kinds import names
from kiosk.exhibit.model import Event, Phase, Title
from kiosk.exhibit.reading.draft import Draft
from kiosk.exhibit.reading.problem import Finding, Steps


def said(moment: dt.datetime) -> str:
    """A moment as an author writes it."""
    if known := known_of(moment):
        return known.text
    return USUAL.written(moment)


def span(steps: Steps, starts: dt.datetime, ends: dt.datetime, instant: bool) -> Iterator[Finding]:
    """An end after the start, or at it where an `instant` will do."""
    if ends < starts or (ends == starts and not instant):
        yield Finding((*steps, "ends"), f"{said(ends)} is not after the start, {said(starts)}")


def counted_in(ends: dt.datetime, starts: dt.datetime) -> str:
    """The hint where something starts in the day, month or year with all of which another ends."""
    known = known_of(ends)
    if known is None or known.bounds[1].starts > starts:
        return ""
    return f"`ends: {known.text}` ends with all of it; write the one before, or the hour"


def _within_span(
    steps: Steps, moment: dt.datetime | None, whole: str, span: Title | Phase
) -> Iterator[Finding]:
    if moment is not None and not span.starts <= moment <= span.ends:
        hint = f"{said(span.starts)} to {said(span.ends)}"
        yield Finding(steps, f"{said(moment)} lies outside {whole}", hint, cause=f"{whole} {hint}")


def moments(draft: Draft) -> Iterator[Finding]:
    """Spans end after they start; a phase spans its own moment and its events."""
    if draft.title:
        yield from span(("exhibit",), draft.title.starts, draft.title.ends, instant=False)
    for kind in names(lambda kind: kind.has("starts", "ends")):
        for number, entry in enumerate(draft.entries(kind)):
            if entry.starts and entry.ends:
                instant = kind == "attract"
                yield from span((kind, number), entry.starts, entry.ends, instant)
    for number, phase in enumerate(draft.entries("phases")):
        yield from _within_span(("phases", number, "moment"), phase.moment, "the phase", phase)
        for index, event in enumerate(phase.events):
            steps = ("phases", number, "events", index, "at")
            yield from _within_span(steps, event.at, "the phase", phase)


def hours_known(draft: Draft) -> Iterator[Finding]:
    """An hour where sources give it: a day alone would be read as its midnight."""
    for number, phase in enumerate(draft.entries("phases")):
        for index, event in enumerate(phase.events):
            steps = ("phases", number, "events", index, "at")
            node = draft.root.find(steps)
            if event.hour_known and node is not None and _lacks_hour(event, str(node.content)):
                day = known.text if (known := known_of(event.at)) else event.at.date()
                message = f"{day} has no hour, and `hour_known` says that sources give it"
                yield Finding(steps, message, "write the hour, or remove `hour_known`")


def _lacks_hour(event: Event, text: str) -> bool:
    if known := known_of(event.at):
        return known.bounds[0].precision < Precision.HOUR
    try:
        dt.date.fromisoformat(text.strip())
    except ValueError:
        return False
    return True


def moments_of_the_exhibit(draft: Draft) -> Iterator[Finding]:
    """Nothing lies before the exhibit's time or after it."""
    if draft.title is None or draft.title.ends <= draft.title.starts:
        return
    for steps, record in draft.records:
        for name, value in record:
            if isinstance(value, dt.datetime) and not _reaches_in(name, value, draft.title):
                whole = "the time of the exhibit"
                yield from _within_span((*steps, name), value, whole, draft.title)


def _reaches_in(name: str, value: dt.datetime, title: Title) -> bool:
    """True of a year, a month or a range that may lie within; where a clock is put, it must."""
    known = known_of(value)
    return known is not None and name != "moment" and known.meets(title.starts, title.ends)


def order_of_phases(draft: Draft) -> Iterator[Finding]:
    """Each phase starts when the one before has ended, or later."""
    phases: tuple[Phase, ...] = draft.entries("phases")
    for number, (before, phase) in enumerate(itertools.pairwise(phases), 1):
        if phase.starts < before.ends:
            yield Finding(
                ("phases", number, "starts"),
                f"{said(phase.starts)} is before the end of the phase before, {said(before.ends)}",
                counted_in(before.ends, phase.starts),
            )


def years_in_order(draft: Draft) -> Iterator[Finding]:
    """Milestones that come after a later year: warnings."""
    for number, person in enumerate(draft.entries("people")):
        last = ""
        for index, milestone in enumerate(person.life):
            year = milestone.year
            if not year:
                continue
            if last and year_of(year) < year_of(last):
                steps = ("people", number, "life", index, "year")
                yield Finding(
                    steps, f"{year} comes after {last}", "put the years in order", "warning"
                )
            last = year
