"""Names in a stop's text, against the map beside it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from kiosk.exhibit.clock import Clock
from kiosk.exhibit.geo import lies_in
from kiosk.exhibit.kinds import names
from kiosk.exhibit.model import Exhibit, Place, PlaceKind
from kiosk.exhibit.reading.problem import Finding, Steps, quoted
from kiosk.telling.links import Linker

STOPS = names(lambda kind: kind.stop and kind.has("text", "view", "moment"))
"""The lists whose records have a text beside the map."""


def named_off_the_map(exhibit: Exhibit) -> Iterator[Finding]:
    """Places and formations that a text names and the map beside it cannot show: warnings."""
    clock, views = Clock(exhibit), exhibit.indexed("views")
    linkers = {code: Linker(exhibit, code) for code in exhibit.exhibit.languages}
    for kind in STOPS:
        for number, stop in enumerate(getattr(exhibit, kind)):
            told: set[str] = set()
            for code, linker in linkers.items():
                steps: Steps = (kind, number, "text")
                steps = (*steps, code) if code in stop.text.root else steps
                for ref in sorted(linker.mentioned(stop.text.in_(code)) - told):
                    told.add(ref)
                    if lack := _lack(exhibit, clock, ref, stop.moment, views[stop.view].bounds):
                        name = _record(exhibit, ref).name.in_(code)
                        message = f"names {quoted(name)}, which {lack}"
                        hint = f"another view than {quoted(stop.view)}, or leave the name out"
                        yield Finding(steps, message, hint, "warning")


def _record(exhibit: Exhibit, ref: str) -> Place:
    kind, _, key = ref.partition("/")
    record: Place = exhibit.indexed(kind)[key]
    return record


def _lack(
    exhibit: Exhibit,
    clock: Clock,
    ref: str,
    moment: dt.datetime,
    bounds: tuple[float, float, float, float],
) -> str:
    """The reason that the map can't name a place or formation; "" if it can, or none is meant."""
    kind, _, key = ref.partition("/")
    if kind == "places":
        place = _record(exhibit, ref)
        if not place.stands(moment):
            return "is not on the map at that hour"
        running = place.kind is PlaceKind.RIVER  # named wherever it runs through the view
        return "" if running or lies_in(bounds, place.at) else "lies outside the view"
    if kind != "formations" or clock.extent(key) is None:
        return ""
    sighting = clock.sighting(key, moment)
    if sighting is None:
        return "is not on the map at that hour"
    return "" if lies_in(bounds, (sighting.lon, sighting.lat)) else "stands outside the view"
