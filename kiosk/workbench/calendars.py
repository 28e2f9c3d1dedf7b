"""Calendars beside the exhibit's own: those in which none of its days can be told."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec

from kiosk.exhibit.calendars import EARLIEST
from kiosk.exhibit.dating import Precision
from kiosk.exhibit.model import Exhibit, OtherCalendar
from kiosk.exhibit.reading.problem import Finding, quoted

LUNAR = "sxtwl"
"""The library of the Chinese calendar."""

BEGINS = {OtherCalendar.HIJRI: 622, OtherCalendar.PERSIAN: 622}
"""The years in which calendars begin."""


def untold_calendars(exhibit: Exhibit) -> Iterator[Finding]:
    """Second calendars in which no day of the exhibit can be told: warnings."""
    main = exhibit.exhibit
    for code, calendar in main.beside.items():
        steps = ("exhibit", "beside", code)
        if calendar is OtherCalendar.LUNAR and find_spec(LUNAR) is None:
            hint = f"{LUNAR} is not installed: pip install 'campaign-kiosk[lunar]'"
            yield Finding(steps, f"no day can be told in {quoted(calendar)}", hint, "warning")
        elif exhibit.finest < Precision.DAY:
            said = "nothing in the exhibit is known to a day, so none is told in another calendar"
            yield Finding(steps, said, severity="warning")
        elif exhibit.reckoning.date(main.ends)[0] < BEGINS.get(calendar, EARLIEST):
            said = f"{quoted(calendar)} begins after the end of the exhibit"
            yield Finding(steps, said, severity="warning")
