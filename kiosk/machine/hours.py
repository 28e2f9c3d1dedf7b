"""Opening hours, by the clock on the wall: each weekday's, and those of single dates."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
DAILY, CLOSED = "daily", "closed"
EARLIEST = 2025
"""A clock in a year before this has lost its battery: nobody is shut out by it."""

Span = tuple[int, int]
"""Minutes since midnight from which to which it is open; past 1440 is the next morning."""

_SPAN = re.compile(r"(\d{1,2}):(\d\d)\s*[-–]\s*(\d{1,2}):(\d\d)")
DAY = 24 * 60


def spans_of(said: str) -> tuple[Span, ...]:
    """The spans of "10:00-13:00, 14:00-18:00", or none of "closed"; raises ValueError."""
    if said.strip() == CLOSED:
        return ()
    return tuple(_span(part.strip()) for part in said.split(","))


def _span(said: str) -> Span:
    found = _SPAN.fullmatch(said)
    if not found:
        raise ValueError(f'"{said}" is not hours such as 10:00-18:00, or {CLOSED}')
    hour, minute, last, end = map(int, found.groups())
    if hour > 23 or last > 24 or max(minute, end) > 59 or (last == 24 and end):
        raise ValueError(f'"{said}": there is no such time of day')
    opens, closes = hour * 60 + minute, last * 60 + end
    if opens == closes:
        raise ValueError(f'"{said}" is no time at all')
    return opens, closes if closes > opens else closes + DAY


class Hours:
    """The hours of one exhibit; always open where none are said. Raises ValueError.

    `said` has a weekday ("mon" to "sun"), "daily" or a date ("2026-12-24") for each hours. What is
    said of a date goes before its weekday, and that before every day.
    """

    def __init__(self, said: Mapping[str, str]) -> None:
        self._said = {key: spans_of(hours) for key, hours in said.items()}
        for key in said:
            if key not in (*WEEKDAYS, DAILY):
                dt.date.fromisoformat(key)
        week = [self._spans(day) for day in (dt.date(2026, 1, 5 + i) for i in range(7))]
        dated = any(spans for key, spans in self._said.items() if key[0].isdigit())
        if said and not any(week) and not dated:
            raise ValueError("it would be closed on every day")

    def is_open(self, now: dt.datetime) -> bool:
        """True at a moment of the clock on the wall, which knows nothing of time zones."""
        if not self._said or now.year < EARLIEST:
            return True
        minute = now.hour * 60 + now.minute
        today, before = self._spans(now.date()), self._spans(now.date() - dt.timedelta(days=1))
        return any(opens <= minute < closes for opens, closes in today) or any(
            opens <= minute + DAY < closes for opens, closes in before
        )

    def says(self, day: dt.date) -> str:
        """The hours of a day in figures, "–" if it is closed, "" where none are said."""
        if not self._said:
            return ""
        return ", ".join(f"{_time(a)}–{_time(b)}" for a, b in self._spans(day)) or "–"

    def _spans(self, day: dt.date) -> tuple[Span, ...]:
        keys = (day.isoformat(), WEEKDAYS[day.weekday()], DAILY)
        return next((self._said[key] for key in keys if key in self._said), ())


def _time(minute: int) -> str:
    hours, rest = divmod(minute, 60)
    return f"{hours if hours <= 24 else hours - 24:02}:{rest:02}"
