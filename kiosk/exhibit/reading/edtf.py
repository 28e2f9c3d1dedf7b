"""Moments as they are written: local time, and what the grammar of EDTF (ISO 8601-2) adds.

A year, a season, a month or a part of a day where no more is known, X for digits that nobody knows;
`~` about, `?` perhaps, `%` both; from one to another with `/`, and `..` at the end that nobody
knows. Years before Christ are written by astronomers' count, -0330, or as 331 BC.
"""

from __future__ import annotations

import datetime as dt
import re

from kiosk.exhibit.calendars import USUAL, Reckoning
from kiosk.exhibit.dating import PARTS, Dated, Known, Part, Precision, Season, Stretch

OPEN = ".."
_FORM = re.compile(
    r"(?P<year>-?(?:\d{1,4}|\d{3}X|\d\dXX))(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX)"
    r"(?P<early> BCE?)?(?:[ T](?P<hour>\d\d)(?::?(?P<minute>\d\d))?| (?P<part>[a-z]+))?)?)?"
    r"(?P<late> BCE?)?(?P<mark>[~?%])?"
)
UNKNOWN = "X"
"""The digit that nobody knows."""

SEASONS = {
    21: (Season.SPRING, 3),
    22: (Season.SUMMER, 6),
    23: (Season.AUTUMN, 9),
    24: (Season.WINTER, 12),
    29: (Season.SPRING, 9),
    30: (Season.SUMMER, 12),
    31: (Season.AUTUMN, 3),
    32: (Season.WINTER, 6),
}
"""The seasons that stand for a month, and the first of their three: 29 to 32 are the south's."""

_HOUR, _MINUTE = dt.timedelta(hours=1), dt.timedelta(minutes=1)


def moment_from(text: str, reckoning: Reckoning = USUAL) -> dt.datetime:
    """The moment that is written; raises ValueError.

    A day, or a day and its minute, is a moment and no more, all else a `Dated`.
    """
    known = _known(text.strip(), reckoning)
    starts = known.bounds[0].starts
    return Dated.of(starts, known) if known.vague or reckoning != USUAL else starts


def end_from(text: str, reckoning: Reckoning = USUAL) -> dt.datetime:
    """The moment that is written, as the end of something; raises ValueError.

    What is longer than an hour is the end with all of it: a day until midnight.
    """
    known = _known(text.strip(), reckoning)
    last = known.bounds[1]
    whole = last.precision < Precision.HOUR
    return Dated.of(last.ends, known) if whole else moment_from(text, reckoning)


def _known(text: str, reckoning: Reckoning) -> Known:
    if "/" in text:
        return _range(text, reckoning)
    form = _FORM.fullmatch(text)
    if form is not None:
        stretch = _stretch(form, reckoning)
        return Known(text, stretch, stretch, *_marks(form))
    if reckoning != USUAL:
        raise ValueError(f"{text} is not a moment")
    stretch = _in_another_form(text)
    return Known(text, stretch, stretch)


def _in_another_form(text: str) -> Stretch:
    """A day, or a day and its time, in the other forms of ISO 8601."""
    try:
        dt.date.fromisoformat(text)
    except ValueError:
        moment = dt.datetime.fromisoformat(text)
        return Stretch(moment, moment + _MINUTE, Precision.MINUTE)
    day = dt.datetime.fromisoformat(text)
    return Stretch(day, day + 24 * _HOUR, Precision.DAY)


def _range(text: str, reckoning: Reckoning) -> Known:
    forms = [None if end == OPEN else _FORM.fullmatch(end) or end for end in text.split("/")]
    if len(forms) != 2 or forms == [None, None] or any(isinstance(one, str) for one in forms):
        raise ValueError(f"{text} is not a range of moments")
    first, last = [_stretch(one, reckoning) if isinstance(one, re.Match) else None for one in forms]
    if first and last and last.ends <= first.starts:
        raise ValueError(f"{text} ends before it begins")
    marks = [_marks(one) for one in forms if isinstance(one, re.Match)]
    return Known(text, first, last, *map(any, zip(*marks, strict=True)))


def _marks(form: re.Match[str]) -> tuple[bool, bool]:
    """True for about, and for perhaps."""
    return form["mark"] in ("~", "%"), form["mark"] in ("?", "%")


def _stretch(form: re.Match[str], reckoning: Reckoning) -> Stretch:
    if UNKNOWN in form["year"]:
        return _masked(form, reckoning)
    year, month, day = _year(form), _number(form["month"]), _number(form["day"])
    if month in SEASONS and day is None:
        season, first = SEASONS[month]
        ends = reckoning.month(year, first + 3)
        return Stretch(reckoning.month(year, first), ends, Precision.SEASON, season)
    if day is not None and month is None:
        raise ValueError(f"{form[0]} has a day of no month")
    starts = reckoning.day(year, 1 if month is None else month, 1 if day is None else day)
    if form["part"]:
        first, last = PARTS[Part(form["part"])]
        ends = starts + last * _HOUR
        return Stretch(starts + first * _HOUR, ends, Precision.PART, form["part"])
    if form["hour"]:
        precision = Precision.MINUTE if form["minute"] else Precision.HOUR
        starts = starts.replace(hour=int(form["hour"]), minute=int(form["minute"] or 0))
        return Stretch(starts, starts + (_MINUTE if form["minute"] else _HOUR), precision)
    if day is not None:
        return Stretch(starts, starts + 24 * _HOUR, Precision.DAY)
    if month is not None:
        return Stretch(starts, reckoning.month(year, month + 1), Precision.MONTH)
    return Stretch(starts, reckoning.month(year + 1, 1), Precision.YEAR)


def _masked(form: re.Match[str], reckoning: Reckoning) -> Stretch:
    """The decade or the century of a year whose last digits nobody knows, which stands alone."""
    digits = form["year"]
    if form[0].rstrip("~?%") != digits:
        raise ValueError(f"{form[0]} has a month of a year that nobody knows")
    first, last = sorted(int(digits.replace(UNKNOWN, digit)) for digit in "09")
    unit = Precision.DECADE if digits.count(UNKNOWN) == 1 else Precision.CENTURY
    return Stretch(reckoning.month(first, 1), reckoning.month(last + 1, 1), unit)


def _number(text: str | None) -> int | None:
    """A month or a day; None of what is not written, or unknown."""
    return None if text is None or UNKNOWN in text else int(text)


def _year(form: re.Match[str]) -> int:
    """The year by astronomers' count, in which 1 BC is 0."""
    digits = form["year"].replace(UNKNOWN, "0")
    if form["early"] or form["late"]:
        if not int(digits) > 0:
            raise ValueError(f"there is no year {digits} BC")
        return 1 - int(digits)
    if len(digits.lstrip("-")) != 4:
        raise ValueError(f"the year {digits} has not four digits")
    return int(digits)


def reckoning_of(starts: str, calendar: str) -> Reckoning:
    """The reckoning of an exhibit by its first moment and its calendar, as both are written."""
    form = _FORM.match(starts.strip())
    try:
        ancient = form is not None and _year(form) < 1
    except ValueError:
        ancient = False
    return Reckoning(calendar.strip() == "julian", ancient)
