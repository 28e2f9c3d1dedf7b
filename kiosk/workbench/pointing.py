"""Texts beside the map, and whether the map can show what they name."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kiosk.exhibit.clock import Clock
from kiosk.exhibit.files.rivers import course_of, rivers
from kiosk.exhibit.geo import lies_in, runs_through
from kiosk.exhibit.kinds import names
from kiosk.exhibit.model import Bounds, Exhibit, Place, PlaceKind, Words
from kiosk.exhibit.reading.problem import Finding, Steps, quoted
from kiosk.exhibit.ref import Ref
from kiosk.telling.links import Linker

STOPS = names(lambda kind: kind.stop and kind.has("text", "view", "moment"))
"""The lists whose records have a text beside the map."""


@dataclass(frozen=True)
class Beside:
    """A text beside the map: where it is written, and the view and the moment of the map."""

    steps: Steps
    text: Words
    view: str
    moment: dt.datetime


def beside_the_map(exhibit: Exhibit) -> Iterator[Beside]:
    """Every text that is read beside the map: of the show, the home screen and the stops."""
    for number, slide in enumerate(exhibit.attract):
        yield Beside(("attract", number, "line"), slide.line, slide.view, slide.ends)
    main = exhibit.exhibit
    yield Beside(("exhibit", "sentence"), main.sentence, main.view, main.moment)
    for kind in STOPS:
        for number, stop in enumerate(getattr(exhibit, kind)):
            yield Beside((kind, number, "text"), stop.text, stop.view, stop.moment)


def named_off_the_map(exhibit: Exhibit, folder: Path) -> Iterator[Finding]:
    """Places and formations that a text names and the map beside it cannot show: warnings."""
    sight = _Sight(exhibit, folder)
    linkers = {code: Linker(exhibit, code) for code in exhibit.exhibit.languages}
    for beside in beside_the_map(exhibit):
        told: set[Ref] = set()
        for code, linker in linkers.items():
            at = (*beside.steps, code) if code in beside.text.root else beside.steps
            for ref in sorted(linker.mentioned(beside.text.in_(code)) - told):
                told.add(ref)
                if lack := sight.lack(ref, beside):
                    name = exhibit.entry(ref).name.in_(code)
                    hint = f"another view than {quoted(beside.view)}, or leave the name out"
                    yield Finding(at, f"names {quoted(name)}, which {lack}", hint, "warning")


class _Sight:
    """The views of an exhibit, and the reasons that one can't show a record."""

    def __init__(self, exhibit: Exhibit, folder: Path) -> None:
        self._exhibit, self._clock = exhibit, Clock(exhibit)
        self._views = exhibit.indexed("views")
        self._rivers = cache(lambda: rivers(folder, exhibit.map))

    def lack(self, ref: Ref, beside: Beside) -> str:
        """The reason that the map can't name a record; "" if it can, or it names none such."""
        bounds: Bounds = self._views[beside.view].bounds
        if ref.kind == "places":
            place: Place = self._exhibit.entry(ref)
            if not place.stands(beside.moment):
                return "is not on the map at that hour"
            return "" if self._holds(bounds, place) else "lies outside the view"
        if ref.kind != "formations" or self._clock.extent(ref.key) is None:
            return ""
        sighting = self._clock.sighting(ref.key, beside.moment)
        if sighting is None:
            return "is not on the map at that hour"
        return "" if lies_in(bounds, (sighting.lon, sighting.lat)) else "stands outside the view"

    def _holds(self, bounds: Bounds, place: Place) -> bool:
        """True if a view holds a place; a river is named wherever it runs through the view."""
        if lies_in(bounds, place.at):
            return True
        course = course_of(place, self._rivers()) if place.kind is PlaceKind.RIVER else None
        return course is not None and runs_through(bounds, course)
