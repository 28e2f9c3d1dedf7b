"""The units of time along a line: which one tells an exhibit, where each begins, its name."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from kiosk.exhibit.calendars import Reckoning
from kiosk.exhibit.dating import Precision
from kiosk.exhibit.model import Exhibit
from kiosk.telling.words import Phrases

MOST = 60
"""More numbers or ticks along a line run together."""

MANY = 150
"""More units of years on a line are more than anybody steps through."""

HOLE = 1.5
"""The room about a name, in that which it needs, where it stands though it is out of turn."""

SHORT, SHORTER = dt.timedelta(hours=30), dt.timedelta(hours=3)
"""The longest that are told by hours, and by minutes, if sources give hours."""

FEW_DAYS = dt.timedelta(days=3)
"""The longest in which a step is an hour though no source gives any."""

MINUTES = dt.timedelta(minutes=5)
HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)

RECENT, SHARE = dt.timedelta(hours=36), 1.5
"""The time for which the way of a body is drawn behind it; in units, where they are longer."""


class Unit(StrEnum):
    """A unit of time; five minutes are one."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


LENGTHS = {
    Unit.MINUTE: MINUTES,
    Unit.HOUR: HOUR,
    Unit.DAY: DAY,
    Unit.MONTH: DAY * 30.4375,
    Unit.YEAR: DAY * 365.25,
    Unit.DECADE: DAY * 3652.5,
    Unit.CENTURY: DAY * 36525,
}
"""The time that each takes, months and years by and large."""

YEARS = {Unit.YEAR: 1, Unit.DECADE: 10, Unit.CENTURY: 100}
"""The units that are years, and how many; the first before and after Christ are cut short."""

EVERY = {
    Unit.MINUTE: (1, 2, 3, 6, 12),
    Unit.HOUR: (1, 2, 3, 6, 12),
    Unit.DAY: (),
    Unit.MONTH: (1, 2, 3, 6, 12),
    Unit.YEAR: (1, 2, 5, 10, 20, 50, 100),
    Unit.DECADE: (1, 2, 5, 10, 20, 50, 100),
    Unit.CENTURY: (1, 2, 5, 10),
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
    def at_begins(self) -> bool:
        """True if names stand where units begin, as of hours and of decades, not in the middle."""
        return LENGTHS[self.unit] < DAY or YEARS.get(self.unit, 1) > 1

    @property
    def recent(self) -> dt.timedelta:
        """The time for which the way of a body is drawn behind it."""
        return max(RECENT, SHARE * LENGTHS[self.unit])

    @property
    def precision(self) -> Precision:
        """The unit to which a running clock is told, where that is longer than its grain."""
        if self.fine:
            return Precision.DAY
        return Precision.MONTH if self.unit == Unit.MONTH else Precision.YEAR

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
        if unit in (Unit.DECADE, Unit.CENTURY):
            number, years = self._years(moment, unit) + by, YEARS[unit]
            return self.reckoning.month(number * years + (number < 0) if number else 1, 1)
        if unit == Unit.YEAR:
            return self.reckoning.month(self.reckoning.date(moment)[0] + by, 1)
        if unit == Unit.MONTH:
            year, month, _ = self.reckoning.date(moment)
            return self.reckoning.month(year, month + by)
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
        if self.unit in YEARS:
            return self._years(moment, self.unit)
        if self.unit == Unit.MONTH:
            year, month, _ = self.reckoning.date(moment)
            return year * 12 + month - 1
        midnight = dt.datetime.combine(self.starts.date(), dt.time())
        return (moment - midnight) // LENGTHS[self.unit]

    def _years(self, moment: dt.datetime, unit: Unit) -> int:
        """The number of the year, decade or century of a moment: 1 BC is -1, and so on back."""
        year = self.reckoning.date(moment)[0]
        return (year if year > 0 else year - 1) // YEARS[unit]

    def named(self, places: Mapping[int, float], least: float) -> set[int]:
        """The orders that are named on a line, each so far from the next at `least`.

        `places` are shares of the line where names stand, by their order. Names are those of round
        numbers, more where the line is wider, or of every so many days.
        """
        orders = sorted(places)
        if not EVERY[self.unit]:
            step = max(1, math.ceil(least * len(orders)))
            return {order for order in orders if order % step == 0}
        largest = EVERY[self.unit][-1]
        first, last = orders[0] // largest, -(-orders[-1] // largest)
        ends = [largest * number for number in range(first, last + 1)]
        kept: list[int] = []
        for order in ends:
            if order in places and (not kept or places[order] - places[kept[-1]] >= least):
                kept.append(order)
        between = (self._between(*gap, places, least) for gap in pairwise(ends))
        named = set(kept).union(*between)
        rounds = EVERY[self.unit][::-1]
        for order in sorted(orders, key=lambda order: [order % step != 0 for step in rounds]):
            if all(abs(places[order] - places[other]) >= HOLE * least for other in named):
                named.add(order)
        return named

    def _between(
        self, here: int, after: int, places: Mapping[int, float], least: float
    ) -> set[int]:
        """The orders that are named between two that are, as many as all have room."""
        closed = here in places and after in places
        for step in EVERY[self.unit]:
            if step >= after - here or (closed and (after - here) % step):
                continue
            within = range(-(-(here + 1) // step) * step, after, step)
            if not within:
                continue
            orders = [here, *within, after]
            there = [places[order] for order in orders if order in places]
            if all(b - a >= least for a, b in pairwise(there)):
                deeper = (self._between(*gap, places, least) for gap in pairwise(orders))
                return {order for order in within if order in places}.union(*deeper)
        return set()

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
        if self.unit in YEARS:
            return phrases.moment(moment, "year")
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
    if finest >= Precision.MONTH and span.days <= MOST * 30:
        return Unit.MONTH
    if finest >= Precision.YEAR and span.days <= MANY * 365.25:
        return Unit.YEAR
    coarse = finest >= Precision.DECADE and span.days <= MANY * 3652.5
    return Unit.DECADE if coarse else Unit.CENTURY
