"""Moments as sources give them: from a century to a minute; about, before, after."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Any, Self

MINUTE = dt.timedelta(minutes=1)


class Precision(IntEnum):
    """The unit to which a moment is known."""

    CENTURY = 1
    DECADE = 2
    YEAR = 3
    SEASON = 4
    MONTH = 5
    DAY = 6
    PART = 7
    HOUR = 8
    MINUTE = 9


class Part(StrEnum):
    """A part of a day, as sources name it without an hour."""

    DAWN = "dawn"
    MORNING = "morning"
    NOON = "noon"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NIGHT = "night"


PARTS = {
    Part.DAWN: (4, 7),
    Part.MORNING: (7, 12),
    Part.NOON: (11, 13),
    Part.AFTERNOON: (12, 18),
    Part.EVENING: (18, 22),
    Part.NIGHT: (20, 28),
}
"""The hours of a day in which each part lies; those past 24 are of the next day."""


class Season(StrEnum):
    """A season of the year; a winter of the north is named by the year in which it begins."""

    SPRING = "spring"
    SUMMER = "summer"
    AUTUMN = "autumn"
    WINTER = "winter"


@dataclass(frozen=True)
class Stretch:
    """The time that a written moment may mean, from `starts` to before `ends`.

    Its `part` is the part of the day or the season, where it is one.
    """

    starts: dt.datetime
    ends: dt.datetime
    precision: Precision
    part: str = ""


@dataclass(frozen=True)
class Known:
    """The way a moment is known, its `text` as it was written.

    It lies in `earliest`, or from there to `latest`; without the one it is the other or earlier,
    without the other it is the one or later.
    """

    text: str
    earliest: Stretch | None
    latest: Stretch | None
    about: bool = False
    perhaps: bool = False

    @property
    def bounds(self) -> tuple[Stretch, Stretch]:
        """Its first and its last stretch, where one is open the other twice."""
        first, last = self.earliest or self.latest, self.latest or self.earliest
        assert first is not None
        assert last is not None
        return first, last

    @property
    def single(self) -> bool:
        """True of one stretch, neither a range nor an open end."""
        return self.earliest == self.latest

    @property
    def vague(self) -> bool:
        """True if it must be said otherwise than by its day, or its day and minute."""
        plain = self.single and not self.about and not self.perhaps
        return not plain or self.bounds[0].precision not in (Precision.DAY, Precision.MINUTE)

    def meets(self, starts: dt.datetime, ends: dt.datetime) -> bool:
        """True if it may lie in a span of time, both ends included."""
        first, last = self.bounds
        after, before = self.latest is None or last.ends > starts, self.earliest is None
        return after and (before or first.starts <= ends)


class Dated(dt.datetime):
    """A moment on the line of time that remembers how it is `known`; sums of it don't.

    It stands where what it may mean begins; as the end of something, where that ends.
    """

    known: Known | None = None

    @classmethod
    def of(cls, moment: dt.datetime, known: Known) -> Self:
        """The moment, known so."""
        dated = cls.combine(moment.date(), moment.time())
        dated.known = known
        return dated

    def __reduce_ex__(self, protocol: Any) -> tuple[Any, ...]:
        """A copy, also in another process, is known as this is."""
        plain = dt.datetime.combine(self.date(), self.time())
        return (type(self).of, (plain, self.known)) if self.known else (plain.replace, ())

    def within(self, starts: dt.datetime, ends: dt.datetime) -> Self:
        """The moment of a span at which it may have been; itself where it can't have been then."""
        if self.known is None or not self.known.meets(starts, ends):
            return self
        return type(self).of(starts if self < starts else ends if self > ends else self, self.known)


def last_of(ends: dt.datetime) -> dt.datetime:
    """The last moment of a time that ends so that is told as in it: a minute before midnight."""
    known = known_of(ends)
    last = known.bounds[1] if known is not None else None
    if last is None or last.precision >= Precision.HOUR or ends != last.ends:
        return ends
    return dt.datetime.combine(ends.date(), ends.time()) - MINUTE


def apart(ends: dt.datetime, starts: dt.datetime) -> tuple[dt.datetime, dt.datetime]:
    """The moments between which lies the way from the end of a stay to the start of the next.

    Where both may have been in one month or year, the way takes what they share of it; where one
    was on a day of it, the half next to that. Where the next month or year is that of the start,
    it takes the last third of the one and the first of the other; so it does of two days.
    """
    if ends < starts:
        return ends, starts
    left, reached = known_of(ends), known_of(starts)
    if ends == starts:
        finest = Precision.DAY if precision_of(ends) == precision_of(starts) else Precision.MONTH
        return ends - _third(left, finest), starts + _third(reached, finest)
    on_a_day = precision_of(ends) >= Precision.DAY > precision_of(starts)
    first = left.bounds[0].starts if left and not on_a_day else ends
    last = reached.bounds[1].ends if reached else starts
    if last <= first:
        return ends, starts
    leaves, arrives = max(first, starts), min(last, ends)
    if leaves < arrives:
        return leaves, arrives
    middle = first + (last - first) / 2
    return (middle, last) if leaves > first else (first, middle)


def _third(known: Known | None, finest: Precision) -> dt.timedelta:
    """A third of the time in which a moment may lie; none of what is known more finely."""
    if known is None or known.bounds[0].precision > finest:
        return dt.timedelta()
    first, last = known.bounds
    return (last.ends - first.starts) / 3


def known_of(moment: dt.datetime) -> Known | None:
    """The way a moment is known; None where it says no more than itself."""
    return moment.known if isinstance(moment, Dated) else None


def vague_of(moment: dt.datetime) -> Known | None:
    """The way a moment is known that isn't told by its day and hour alone; None of others."""
    known = known_of(moment)
    return known if known is not None and known.vague else None


def precision_of(moment: dt.datetime) -> Precision:
    """The unit to which a moment is known: of one that says no more than itself, the day."""
    known = known_of(moment)
    return known.bounds[0].precision if known else Precision.DAY
