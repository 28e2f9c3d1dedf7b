"""Moments of tables: the day first or the month first, never by a guess."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from typing import Literal

from kiosk.exhibit.calendars import USUAL, Reckoning
from kiosk.exhibit.reading import dates
from kiosk.exhibit.reading.edtf import moment_from
from kiosk.exhibit.reading.lookalikes import straight
from kiosk.exhibit.reading.problem import quoted
from kiosk.workbench.tables.grid import Cell, Fault

Order = Literal["day", "month"]
"""The part that stands first in a date of three numbers."""

_NUMBERS = re.compile(r"(\d{1,2})[-/. ]+(\d{1,2})[-/. ]+\d{4}(?!\d)")
_DOTTED = re.compile(r" ?\d{1,2}\. ?\d{1,2}\. ?\d{4}")
"""A date with dots: wherever those are written, the day stands first."""
_SERIAL = re.compile(r" ?\d{5} ?")
_HOUR = re.compile(r"\d[:.h时点]\d|\d ?[ap]\.?m\b|\d[时点]|T\d")


FIRST_OF_SHEETS = dt.date(1899, 12, 30)
"""The day that is 0 in spreadsheets, from March 1900 on."""

BOTH = "--dates day-first or month-first says it for all"


class Amiss(Exception):
    """A value that cannot be taken: message and hint."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


def moment_in(text: str, order: Order | None, reckoning: Reckoning = USUAL) -> str:
    """The moment that a text means, as a moment is written. Raises Amiss."""
    found = dates.readings(text)
    if len(found) > 1 and _DOTTED.match(straight(text)):
        order = order or "day"
    if len(found) > 1 and order:
        return found[0] if order == "day" else found[1]
    if len(found) == 1 and not (order and order_of(text) not in (None, order)):
        return found[0]
    if len(found) == 1:
        raise Amiss(f"{quoted(text)} has not its {order} first", f"did you mean {found[0]}?")
    plain = straight(text)
    if not found and (kept := _as_written(plain, reckoning) or dates.coarse(plain.lower().strip())):
        return kept
    if _SERIAL.fullmatch(text.strip()):
        day = FIRST_OF_SHEETS + dt.timedelta(days=int(text))
        raise Amiss(f"{quoted(text)} is a spreadsheet's number of a day", f"did you mean {day}?")
    message, hint = dates.amiss(text)
    raise Amiss(message, f"{hint} {BOTH}" if len(found) > 1 else hint)


def _as_written(text: str, reckoning: Reckoning) -> str:
    """The text of a moment that content may have as it stands, as 1815-06~; else ""."""
    try:
        moment_from(text, reckoning)
    except ValueError:
        return ""
    return text


def order_of(text: str) -> Order | None:
    """The part that stands first in a date that can be read in one way; None for all others."""
    found = _NUMBERS.match(straight(text))
    if not found or len(dates.readings(text)) != 1 or found[1] == found[2]:
        return None
    return "day" if int(found[1]) > 12 else "month"


def has_hour(text: str) -> bool:
    """True if a text says an hour beside the day."""
    return _HOUR.search(straight(text)) is not None


def mixed(cells: Iterable[Cell]) -> list[Fault]:
    """The fault of a column in which some dates have the day first and others the month."""
    first: dict[Order, Cell] = {}
    for cell in cells:
        if order := order_of(cell.text):
            first.setdefault(order, cell)
    if len(first) < 2:
        return []
    day, month = first["day"], first["month"]
    message = f"{quoted(month.text)} has the month first, {quoted(day.text)} in {day.at} the day"
    return [Fault(month.at, message, "write the year first, such as 1815-06-18")]
