"""Years before Christ and the Julian calendar, on the line of time that Python's dates make.

Python's dates begin with the year 1. The calendar repeats itself after 400 years, weekdays and leap
years too, so that an exhibit which begins before Christ stands 7200 years later on the line: the
date itself tells that it does.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from itertools import pairwise

EARLIEST, LATEST = -4998, 2199
"""The years that can be told, 0 being 1 BC."""

MOVED_YEARS = 7200
MOVED = dt.timedelta(days=MOVED_YEARS // 400 * 146_097)
"""The time by which exhibits stand later on the line that begin before Christ."""

_BEFORE_MONTH = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_JULIAN_FIRST = -1
"""The ordinal of the first of January of the year 1 in the Julian calendar."""


@dataclass(frozen=True)
class Reckoning:
    """The way an exhibit writes its dates: in which calendar, and on which part of the line."""

    julian: bool = False
    ancient: bool = False

    def day(self, year: int, month: int, day: int) -> dt.datetime:
        """The midnight at which a day begins; raises ValueError where there is none."""
        if not EARLIEST <= year <= LATEST + 1:
            raise ValueError(f"{year} is no year from {EARLIEST} to {LATEST}")
        if self.julian:
            moved = MOVED if self.ancient else dt.timedelta()
            ordinal = _julian_ordinal(year, month, day) + moved.days
            return dt.datetime.fromordinal(ordinal)
        return dt.datetime(year + self.ancient * MOVED_YEARS, month, day)

    def month(self, year: int, month: int) -> dt.datetime:
        """The midnight at which a month begins; the thirteenth is the first of the next year."""
        return self.day(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)

    def date(self, moment: dt.datetime) -> tuple[int, int, int]:
        """Year, month and day of a moment; the year 0 is 1 BC."""
        moved = is_moved(moment)
        if self.julian:
            return _julian_date(moment.toordinal() - moved * MOVED.days)
        return moment.year - moved * MOVED_YEARS, moment.month, moment.day

    def written(self, moment: dt.datetime) -> str:
        """A moment to the minute, as content has it: 1815-06-18 11:30, -0330-10-01 08:00."""
        year, month, day = self.date(moment)
        return f"{year:0{5 if year < 0 else 4}}-{month:02}-{day:02} {moment:%H:%M}"


USUAL = Reckoning()
"""Today's calendar, after Christ."""


def year_of(text: str) -> int:
    """The first year of "1897/8", "356 BC" or "-0355"; 0 is 1 BC."""
    year = int(text.removesuffix(" BC").split("/")[0])
    return 1 - year if text.endswith(" BC") else year


def is_moved(moment: dt.datetime) -> bool:
    """True of a moment on the later part of the line."""
    return moment.year > LATEST + 1


def _julian_ordinal(year: int, month: int, day: int) -> int:
    leap = year % 4 == 0
    lengths = [after - before for before, after in pairwise((*_BEFORE_MONTH, 365))]
    if not 1 <= month <= 12 or not 1 <= day <= lengths[month - 1] + (leap and month == 2):
        raise ValueError(f"there is no {year}-{month}-{day} in the Julian calendar")
    days = (year - 1) * 365 + (year - 1) // 4 + _BEFORE_MONTH[month - 1] + (leap and month > 2)
    return _JULIAN_FIRST + days + day - 1


def _julian_date(ordinal: int) -> tuple[int, int, int]:
    fours, rest = divmod(ordinal - _JULIAN_FIRST, 1461)
    year = min(rest // 365, 3)
    day = rest - 365 * year
    before = [length + (year == 3 and i > 1) for i, length in enumerate(_BEFORE_MONTH)]
    month = max(i for i, length in enumerate(before) if length <= day)
    return fours * 4 + year + 1, month + 1, day - before[month] + 1
