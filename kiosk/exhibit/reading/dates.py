"""Moments as hands write them: what is wrong with one, and which was probably meant."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator

from kiosk.exhibit.calendars import EARLIEST, LATEST, USUAL, Reckoning
from kiosk.exhibit.dating import Part
from kiosk.exhibit.reading.edtf import moment_from
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
        rf"{_MONTH}[-/. ]+{_YEAR}",
    )
]
"""A day in the ways that it is written: year first, year last, the month by its name."""

_TIME = re.compile(
    r"(?P<hour>\d{1,2})(?:[:.h时点] ?)?(?:(?P<minute>\d{2})分?(?::\d{2})?)?"
    r" ?(?:(?P<half>[ap])\.?m\.?)?(?: ?(?:hours|hrs|o'clock))?"
)
_Date = tuple[int, int, int]
_Time = tuple[int, int] | None
_QUALIFIED = (
    (r"(?:(?:c|ca|circa|about|around)\b|大约|约)\.? ?(.+)", "{}~"),
    (r"(.+?) ?(?:~|左右|前后)", "{}~"),
    (r"(?:perhaps|probably|可能) ?(.+)|(.+?) ?\(?\?\)?", "{}?"),
    (r"(?:before|by|until) (.+)|(.+?)(?:之前|以前)", "../{}"),
    (r"(?:after|since) (.+)|(.+?)(?:之后|以后)", "{}/.."),
    (r"(?:between |from )?(.+?) ?(?: and | to | or |至|到) ?(.+)", "{}/{}"),
)
"""A day that is not sure as it is said, and as it is written."""
_COARSE = (
    (r"(?:in )?(?:the )?spring (?:of )?(-?\d{4})|(-?\d{4})(?: spring|年?春[季天]?|-25)", "{}-21"),
    (r"(?:in )?(?:the )?summer (?:of )?(-?\d{4})|(-?\d{4})(?: summer|年?夏[季天]?|-26)", "{}-22"),
    (
        r"(?:in )?(?:the )?(?:autumn|fall) (?:of )?(-?\d{4})"
        r"|(-?\d{4})(?: autumn| fall|年?秋[季天]?|-27)",
        "{}-23",
    ),
    (
        r"(?:in )?(?:the )?winter (?:of )?(-?\d{4})(?:[-/–]\d+)?"
        r"|(-?\d{4})(?: winter|年?冬[季天]?|-28)",
        "{}-24",
    ),
    (r"(?:in )?(?:the )?(\d\d[1-9])0'?s|(\d\d[1-9])0年代|(\d{3})[x?_u]", "{}X"),
    (r"(\d\d)(?:xx|\?\?|__|uu)", "{}XX"),
    (r"(\d{4})-(?:00|xx|\?\?|__|uu)(?:-(?:00|xx|\?\?|__|uu))?", "{}"),
    (r"(\d{4}-\d\d)-(?:00|xx|\?\?|__|uu)", "{}"),
    (r"(\d{4})-(?:1x|x0|q4|36)", "{0}-10/{0}-12"),
    (r"(\d{4})-(?:q1|33)", "{0}-01/{0}-03"),
    (r"(\d{4})-(?:q2|34)", "{0}-04/{0}-06"),
    (r"(\d{4})-(?:q3|35)", "{0}-07/{0}-09"),
    (r"(\d{4})-0x", "{0}-01/{0}-09"),
)
"""A season, or digits that nobody knows, as hands write them, and as they are written."""
_YEAR_BC = re.compile(r"(\d{1,4}) ?b\.? ?c\.?(?: ?e\.?)?")
_CENTURY = re.compile(r"(?:in )?(?:the )?(\d\d?)(?:st|nd|rd|th) (?:century|c\.?)|(\d\d?)世纪")
_HALF_KNOWN = re.compile(r"\d*x+\d[\dx]*(?:-.*)?|\d+x+-.+", re.IGNORECASE)
_WORD = re.compile(r"\d{4}-\d\d-\d\d [a-z]+")
_BEFORE = re.compile(r"(?:\bb\.? ?c\.?(?: ?e\.?)?|公元前|前)(?![a-z])")
_AFTER = re.compile(r"\b(?:a\.? ?d\.?|c\.? ?e\.?)(?![a-z])|公元")


def amiss(text: str) -> tuple[str, str]:
    """Message and hint for a text that is no moment."""
    said, plain = quoted(text), straight(text).lower()
    message, hint = slip(text)
    if message and _reads(plain):
        return message, hint
    if _reads(text.strip(), Reckoning(ancient=True)):
        hint = "where `starts` of the exhibit is before Christ, others may be"
        return f"{said} is before Christ, and the exhibit isn't", hint
    if turned := _backwards(text.strip()):
        return f"{said} ends before it begins", f"did you mean {turned}?"
    if found := _dated(plain):
        return _of_days(said, *found)
    if ":" in plain and _TIME.fullmatch(plain):
        return f"{said} says no day", FORM
    if _WORD.fullmatch(plain):
        return f"{said} is not a moment", f"the parts of a day are {', '.join(Part)}"
    if meant := coarse(plain):
        return f"{said} is not a moment", f"did you mean {meant}?"
    if _HALF_KNOWN.fullmatch(plain):
        hint = "X stands for the last digits of a year, 180X or 18XX, or for all of a month or day"
        return f"{said} has digits behind those that nobody knows", hint
    meant = _qualified(plain)
    return f"{said} is not a moment", f"write {meant}" if meant else FORM


def readings(text: str) -> tuple[str, ...]:
    """Each moment that a text may mean, as a moment is written; none where it is no moment.

    Of two, as of 03/04/1945, the first has the day first.
    """
    plain = straight(text).lower().strip()
    if _reads(plain):
        return (plain,)
    days, time = _dated(plain) or ([], None)
    if time and (time[0] > 24 or time[1] > 59):
        return ()
    return tuple(_written(day, time) for day in days if _is_day(day))


def _is_day(day: _Date) -> bool:
    year, month, number = day
    return bool(month) and 0 < number <= _length(year, month)


def _dated(text: str) -> tuple[list[_Date], _Time] | None:
    """The day that a text says, in each way to read it, and the time; None if it says no day."""
    before = 1 if _BEFORE.search(text) else 0 if re.match(r"-\d", text) else None
    text = _four_digits(_AFTER.sub("", _BEFORE.sub("", text)).strip(" ,-"))
    for form in _DATES:
        if day := form.match(text):
            rest = text[day.end() :].strip(" ,t").removeprefix("at ")
            time = _TIME.fullmatch(rest)
            days = list(_days(day.groupdict(), before)) if time or not rest else []
            if days:
                return days, _hour(time) if time else None
    return None


def _qualified(text: str) -> str:
    """The way to write a moment that is about, before or after another; "" of what is none."""
    for form, written in _QUALIFIED:
        if found := re.fullmatch(form, text):
            parts = [_meant(part.strip(" ,")) for part in found.groups() if part]
            return written.format(*parts) if all(parts) else ""
    return ""


def coarse(text: str) -> str:
    """The way to write a season, a decade or a century; "" of what is none."""
    text = _YEAR_BC.sub(lambda found: f"{1 - int(found[1]):05}", text)
    if century := _CENTURY.fullmatch(text):
        return f"{int(century[1] or century[2]) - 1:02}XX"
    for form, written in _COARSE:
        if found := re.fullmatch(form, text):
            return written.format(next(filter(None, found.groups())))
    return ""


def _meant(text: str) -> str:
    """The moment that was probably meant by a text, if there is one."""
    if _reads(text) or _reads(text, Reckoning(ancient=True)):
        return text
    found = re.fullmatch(r"did you mean (\S+|\S+ \d\d:\d\d)\?", amiss(text)[1])
    return found[1] if found else ""


def _reads(text: str, reckoning: Reckoning = USUAL) -> bool:
    try:
        moment_from(text, reckoning)
    except (OverflowError, ValueError):
        return False
    return True


def _backwards(text: str) -> str:
    """A range the other way round; "" of what isn't one then."""
    turned = "/".join(reversed(text.split("/")))
    return turned if text.count("/") == 1 and _reads(turned) else ""


def _four_digits(text: str) -> str:
    """`text` with a year of three digits in four, if nothing in it has as many."""
    return text if re.search(r"\d{4}", text) else re.sub(r"(?<!\d)(\d{3})(?!\d)", r"0\1", text)


def _days(found: dict[str, str | None], before: int | None) -> Iterator[_Date]:
    """Year, month and day that are written, in each way to read them; 0 for what is not.

    Of years before Christ, `before` is the one after: 1 as people count, 0 as astronomers do.
    """
    year = int(found["year"] or 0)
    if not 0 < year <= (LATEST if before is None else -EARLIEST):
        return
    year = year if before is None else before - year
    if name := found.get("name"):
        for month, known in enumerate(_MONTHS, 1):
            if name[:3] == known[:3].lower():
                yield year, month, int(found.get("day") or 0)
        return
    either = "first" in found
    month = int(found["second" if either else "month"] or 0)
    day = int(found.get("first" if either else "day") or 0)
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


def _of_days(said: str, days: list[_Date], time: _Time) -> tuple[str, str]:
    year, month, day = days[0]
    if not day:
        return f"{said} is not a moment", f"did you mean {_written(days[0], None)}?"
    if time and (time[0] > 24 or time[1] > 59):
        return f"{said}: there is no {time[0]:02}:{time[1]:02}", "hours go from 00:00 to 23:59"
    most = _length(year, month)
    if day > most:
        message = f"{said}: {_MONTHS[month - 1]} {year} has {most} days"
        near = f"{_written((year, month, most), time)} or {_written(_after(year, month), time)}"
        return message, f"did you mean {near}?" if day <= 31 else FORM
    hint = f"did you mean {' or '.join(_written(day, time) for day in days)}?"
    if len(days) > 1:
        return f"{said} can be read in two ways", hint
    if time and time[0] == 24:
        return f"{said}: a day ends as the next begins", hint
    return f"{said} is not a moment", hint


def _length(year: int, month: int) -> int:
    """The days of a month; all years come again after 400."""
    return calendar.monthrange(year % 400 + 400, month)[1]


def _after(year: int, month: int) -> _Date:
    """The first day after a month."""
    return year + month // 12, month % 12 + 1, 1


def _written(date: _Date, time: _Time) -> str:
    """A day and an hour as a moment is written; 24:00 is that of the next day."""
    year, month, day = date
    if time and time[0] == 24:
        time = (0, time[1])
        year, month, day = (
            _after(year, month) if day == _length(*date[:2]) else (year, month, day + 1)
        )
    units = [
        f"{year:05}" if year < 0 else f"{year:04}",
        *(f"{unit:02}" for unit in (month, day) if unit),
    ]
    return "-".join(units) + (f" {time[0]:02}:{time[1]:02}" if time else "")
