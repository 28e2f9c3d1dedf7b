"""Events of a phase in the order of time, with an index by days where there are many."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from kiosk.exhibit.dating import vague_of
from kiosk.exhibit.model import Phase
from kiosk.telling.locale import Teller
from kiosk.telling.outline.outline import Outline


@dataclass(frozen=True)
class Happening:
    """An event of the phase, with the hours from the campaign's start to it.

    `day` is the number of its day, of whose events it may be the `last`, and `hour` what is told
    of its time there; "" if that is not known. Without an index the `last` is that of all.
    """

    key: str
    when: str
    text: str
    hours: float
    day: int
    hour: str
    last: bool


@dataclass(frozen=True)
class DayOfEvents:
    """A day in the index."""

    key: str
    name: str


def happenings(
    outline: Outline, phase: Phase, teller: Teller, zero: dt.datetime
) -> tuple[list[DayOfEvents], list[Happening]]:
    """The index, empty where most days have but one event, and the events in the order of time."""
    told = outline.section(phase).events
    dates = [teller.date(event.at) for event in told]
    days = list(dict.fromkeys(dates))
    following = [*dates[1:], ""] if dates else []
    indexed = 2 <= len(days) <= len(told) / 2
    timed = {event.id for event in phase.events if event.hour_known and not vague_of(event.at)}
    events = [
        Happening(
            key=event.key,
            when=event.heading,
            text=event.text,
            hours=(event.at - zero) / dt.timedelta(hours=1),
            day=days.index(date),
            hour=teller.phrases.moment(event.at, "clock") if event.key in timed else "",
            last=after != date if indexed else after == "",
        )
        for event, date, after in zip(told, dates, following, strict=True)
    ]
    return [DayOfEvents(f"{i}", day) for i, day in enumerate(days) if indexed], events
