"""The units of time along a line: which one tells an exhibit, where each begins, its name."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from kiosk.exhibit.calendars import Reckoning
from kiosk.exhibit.dating import Precision
from kiosk.exhibit.model import Exhibit
from kiosk.telling.words import Phrases

MOST = 60
"""More numbers or ticks along a line run together."""

SHORT, SHORTER = dt.timedelta(hours=30), dt.timedelta(hours=3)
"""The longest that are told by hours, and by minutes, if sources give hours."""

FEW_DAYS = dt.timedelta(days=3)
"""The longest in which a step is an hour though no source gives any."""

MINUTES = dt.timedelta(minutes=5)
HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)


class Unit(StrEnum):
    """A unit of time; five minutes are one."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"


LENGTHS = {
    Unit.MINUTE: MINUTES,
    Unit.HOUR: HOUR,
    Unit.DAY: DAY,
    Unit.MONTH: DAY * 30.4375,
    Unit.YEAR: DAY * 365.25,
}
"""The time that each takes, months and years by and large."""

EVERY = {
    Unit.MINUTE: (1, 2, 3, 6, 12),
    Unit.HOUR: (1, 2, 3, 6, 12),
    Unit.DAY: (),
    Unit.MONTH: (1, 2, 3, 6, 12),
    Unit.YEAR: (1, 2, 5, 10, 20, 50, 100),
}
"""The round numbers of a unit of which the first is named, where there is no room for each."""


@dataclass(frozen=True)
class Ruler:
    """The line of an exhibit, which `unit` tells; a visitor goes along it in steps of `stride`."""

    unit: Unit
    stride: Unit
    starts: dt.datetime
    ends: dt.datetime
    reckoning: Reckoning

    @property
    def fine(self) -> bool:
        """True if days, or what is shorter, are seen on it, and nights with them."""
        return LENGTHS[self.unit] <= DAY

    @property
    def within_days(self) -> bool:
        """True if it tells hours or minutes, whose names stand where they begin."""
        return LENGTHS[self.unit] < DAY

    @property
    def grain(self) -> dt.timedelta:
        """The time to which a hand puts the playhead, and a running clock is told."""
        return MINUTES if LENGTHS[self.unit] <= HOUR else HOUR

    def told(self, moment: dt.datetime) -> dt.datetime:
        """A moment to the grain."""
        midnight = dt.datetime.combine(moment.date(), dt.time())
        return midnight + (moment - midnight) // self.grain * self.grain

    def begins(self) -> list[dt.datetime]:
        """The first moment of the line, and where each unit begins from then on."""
        found, moment = [self.starts], self.begin(self.starts, 1)
        while moment <= self.ends:
            found.append(moment)
            moment = self.begin(moment, 1)
        return found

    def begin(self, moment: dt.datetime, by: int, unit: Unit | None = None) -> dt.datetime:
        """The begin of the unit of a moment, or of the one that comes `by` later."""
        unit = unit or self.unit
        if unit in (Unit.MONTH, Unit.YEAR):
            year, month, _ = self.reckoning.date(moment)
            months = year * 12 + (month - 1 + by if unit == Unit.MONTH else by * 12)
            return self.reckoning.day(months // 12, months % 12 + 1, 1)
        midnight, length = dt.datetime.combine(moment.date(), dt.time()), LENGTHS[unit]
        return midnight + ((moment - midnight) // length + by) * length

    def step(self, moment: dt.datetime, by: float) -> dt.datetime:
        """The moment a step, or several, after another, or before; months and years begin there."""
        if LENGTHS[self.stride] <= DAY:
            return moment + by * LENGTHS[self.stride]
        within = moment > self.begin(moment, 0, self.stride)
        return self.begin(moment, round(by) + (within and by < 0), self.stride)

    def order(self, moment: dt.datetime) -> int:
        """The number of the unit that begins at a moment, as people count them."""
        year, month, _ = self.reckoning.date(moment)
        if self.unit in (Unit.MONTH, Unit.YEAR):
            return year if self.unit == Unit.YEAR else month - 1
        midnight = dt.datetime.combine(moment.date(), dt.time())
        if self.unit == Unit.DAY:
            return (moment.date() - self.starts.date()).days
        return (moment - midnight) // LENGTHS[self.unit]

    def round_of(self, least: int) -> int:
        """The first round number that isn't less than `least`; of days any is one."""
        rounds = EVERY[self.unit] or (max(1, least),)
        return next((number for number in rounds if number >= least), rounds[-1])

    def name(self, moment: dt.datetime, phrases: Phrases) -> str:
        """The name of the unit that begins at a moment.

        A January has that of its year, a midnight that of its day; what is cut off has none.
        """
        month = self.reckoning.date(moment)[1]
        if self.unit == Unit.MONTH:
            return phrases.moment(moment, "year" if month == 1 else "month")
        if self.unit in (Unit.YEAR, Unit.DAY):
            return phrases.moment(moment, "year" if self.unit == Unit.YEAR else "ruler_day")
        if moment != self.begin(moment, 0):
            return ""
        return phrases.moment(moment, "clock" if moment.hour or moment.minute else "date")


def ruler_of(exhibit: Exhibit) -> Ruler:
    """The ruler of an exhibit: of units that are known, no more than can be told apart."""
    main = exhibit.exhibit
    span, hours = main.ends - main.starts, exhibit.by_the_hour
    unit = _unit_of(span, hours, exhibit.finest)
    stride = Unit.HOUR if unit == Unit.DAY and (hours or span <= FEW_DAYS) else unit
    return Ruler(unit, stride, main.starts, main.ends, exhibit.reckoning)


def _unit_of(span: dt.timedelta, hours: bool, finest: Precision) -> Unit:
    if hours and span <= SHORT:
        return Unit.MINUTE if span <= SHORTER else Unit.HOUR
    if finest == Precision.DAY and span.days <= MOST:
        return Unit.DAY
    return Unit.MONTH if finest >= Precision.MONTH and span.days <= MOST * 30 else Unit.YEAR
