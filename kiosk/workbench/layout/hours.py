"""Hours on a screen: none is written that no source gives.

Sources give those of events with `hour_known`, and those that texts of the content tell.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from kiosk.exhibit.model import Exhibit, Words
from kiosk.exhibit.model.record import within
from kiosk.exhibit.reading.draft import parts_of
from kiosk.workbench.layout.flaw import Flaw, View, flaw

HOUR = re.compile(r"(?<![\d:：])(\d{1,2})[:：](\d{2})(?![\d:：])")

RULER = "ruler"
"""The name of the item that has the hours of a short exhibit as its scale."""

RULER = "ruler"
"""The name of the item that has the hours of a short exhibit as its scale."""


def unsourced(exhibit: Exhibit) -> Callable[[View], Iterator[Flaw]]:
    """The check of the hours in what an exhibit shows."""
    events = (event for phase in exhibit.phases for event in phase.events)
    given = {(event.at.hour, event.at.minute) for event in events if event.hour_known}
    for name, part in parts_of(exhibit).items():
        for _, value in within((name,), part):
            if isinstance(value, Words):
                given.update(*map(_hours, value.root.values()))

    def check(view: View) -> Iterator[Flaw]:
        if view.hour_chosen:
            return
        for text in view.sight.texts:
            if text.inside(lambda seen: seen.title == RULER):  # it measures, it tells none
                continue
            for hour in HOUR.finditer(text.words):
                if (int(hour[1]), int(hour[2])) not in given:
                    message = f"tells {hour[0]}, an hour that no source gives"
                    hint = "the day alone, or the hour of an event with `hour_known`"
                    yield flaw("unsourced hour", text.short, message, hint, text.bounds, text.words)

    return check


def _hours(text: str) -> Iterator[tuple[int, int]]:
    """The hours and minutes that a text tells, in the digits of any script."""
    return ((int(hour), int(minute)) for hour, minute in HOUR.findall(text))
