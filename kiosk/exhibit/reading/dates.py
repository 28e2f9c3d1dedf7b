"""Moments as hands write them: what is wrong with one, and which was probably meant."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator

from kiosk.exhibit.reading.lookalikes import slip, straight
from kiosk.exhibit.reading.problem import quoted

FORM = "such as 1815-06-18 11:30"
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_DAY, _MONTH, _YEAR = r"(?P<day>\d{1,2})", r"(?P<month>\d{1,2})", r"(?P<year>\d{4})"
_NAME, _NTH = r"(?P<name>[a-z]{3,9})\.?", rf"{_DAY}(?:st|nd|rd|th|\.)?"
_DATES = [
    re.compile(rf"{pattern}(?:(?<=[日号])|(?!\d))")
    for pattern in (
        rf"{_YEAR}(?:[-/. 年]+{_MONTH}(?:[-/. 月]+{_DAY}[日号]?)?)?[年月]?",
        rf"(?P<first>\d{{1,2}})[-/. ]+(?P<second>\d{{1,2}})[-/. ]+{_YEAR}",
        rf"{_NTH}[-/ ]*(?:of )?{_NAME},?[-/ ]*{_YEAR}",
        rf"{_NAME} ?{_NTH},? {_YEAR}",
        rf"{_YEAR}[-/ ]{_NAME}[-/ ]{_DAY}",
        rf"{_NAME},? {_YEAR}",
    )
]
"""A day in the ways that it is written: year first, year last, the month by its name."""

_TIME = re.compile(
    r"(?P<hour>\d{1,2})(?:[:.h时点] ?)?(?:(?P<minute>\d{2})分?(?::\d{2})?)?"
    r" ?(?:(?P<half>[ap])\.?m\.?)?(?: ?(?:hours|hrs|o'clock))?"
)
_Time = tuple[int, int] | None


def amiss(text: str) -> tuple[str, str]:
    """Message and hint for a text that is no moment."""
    said, plain = quoted(text), straight(text).lower()
    message, hint = slip(text)
    if message and _is_moment(plain):
        return message, hint
    days, time = _parted(plain)
    if days:
        return _of_days(said, days, time)
    if ":" in plain and _TIME.fullmatch(plain):
        return f"{said} says no day", FORM
    return f"{said} is not a moment", FORM


def readings(text: str) -> tuple[str, ...]:
    """Each moment that a text may mean, as a moment is written; none where it is no moment.

    Of two, as of 03/04/1945, the first has the day first.
    """
    days, time = _parted(straight(text).lower())
    if time and (time[0] > 24 or time[1] > 59):
        return ()
    return tuple(_written(day, time) for day in days if _is_day(day))


def _parted(plain: str) -> tuple[list[tuple[int, int, int]], _Time]:
    """The days that a text may mean, and the hour behind them; no days where it is no moment."""
    for form in _DATES:
        found = form.match(plain)
        rest = plain[found.end() :].strip(" ,t").removeprefix("at ") if found else ""
        time = _TIME.fullmatch(rest)
        days = list(_days(found.groupdict())) if found and (time or not rest) else []
        if days:
            return days, _hour(time) if time else None
    return [], None


def _is_day(day: tuple[int, int, int]) -> bool:
    year, month, number = day
    return bool(month) and 0 < number <= calendar.monthrange(year, month)[1]


def _is_moment(text: str) -> bool:
    try:
        dt.datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def _days(found: dict[str, str | None]) -> Iterator[tuple[int, int, int]]:
    """Year, month and day that are written, in each way to read them; 0 for what is not."""
    year = int(found["year"] or 0)
    if not 0 < year < dt.MAXYEAR:
        return
    if name := found.get("name"):
        for month, known in enumerate(_MONTHS, 1):
            if name[:3] == known[:3].lower():
                yield year, month, int(found.get("day") or 0)
        return
    either = "first" in found
    month = int(found["second" if either else "month"] or 0)
    day = int(found["first" if either else "day"] or 0)
    if not month:
        yield year, 0, 0
    elif month <= 12:
        yield year, month, day
    if 0 < day <= 12 and day != month and (either or month > 12):
        yield year, day, month


def _hour(time: re.Match[str]) -> tuple[int, int]:
    hour, minute = int(time["hour"]), int(time["minute"] or 0)
    if time["half"] and hour <= 12:
        hour = hour % 12 + (12 if time["half"] == "p" else 0)
    return hour, minute


def _of_days(said: str, days: list[tuple[int, int, int]], time: _Time) -> tuple[str, str]:
    year, month, day = days[0]
    if not day:
        first, last = month or 1, month or 12
        ends = f"{year:04}-{last:02}-{calendar.monthrange(year, last)[1]}"
        return f"{said} says no day", f"write {year:04}-{first:02}-01, or {ends} for its end"
    if time and (time[0] > 24 or time[1] > 59):
        return f"{said}: there is no {time[0]:02}:{time[1]:02}", "hours go from 00:00 to 23:59"
    most = calendar.monthrange(year, month)[1]
    if day > most:
        message = f"{said}: {_MONTHS[month - 1]} {year} has {most} days"
        after = dt.date(year, month, most) + dt.timedelta(1)
        near = f"{_written((year, month, most), time)} or {_written(_parts(after), time)}"
        return message, f"did you mean {near}?" if day <= 31 else FORM
    hint = f"did you mean {' or '.join(_written(day, time) for day in days)}?"
    if len(days) > 1:
        return f"{said} can be read in two ways", hint
    if time and time[0] == 24:
        return f"{said}: a day ends as the next begins", hint
    return f"{said} is not a moment", hint


def _parts(day: dt.date) -> tuple[int, int, int]:
    return day.year, day.month, day.day


def _written(day: tuple[int, int, int], time: _Time) -> str:
    """A day and an hour as a moment is written; 24:00 is that of the next day."""
    if time is None:
        return dt.date(*day).isoformat()
    moment = dt.datetime(*day) + dt.timedelta(hours=time[0], minutes=time[1])
    return moment.isoformat(" ", "minutes")
