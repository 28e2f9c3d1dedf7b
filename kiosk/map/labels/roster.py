"""Formations by echelon and by where their tracks lie, so that few are looked at."""

from __future__ import annotations

import datetime as dt
import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from kiosk.exhibit.clock import Clock, Sighting
from kiosk.exhibit.geo import project
from kiosk.exhibit.kinds import ref_of
from kiosk.exhibit.model import ENDED, Arm, Echelon, Exhibit, Formation, Shape, State
from kiosk.exhibit.ref import Ref
from kiosk.exhibit.vocabulary import Vocabulary
from kiosk.map.ground.palette import TABLE
from kiosk.map.labels.request import Request
from kiosk.map.signs.symbols import Livery, Symbol
from kiosk.map.viewport import PlaneBox, Viewport, wideness

GROUND_KM: Mapping[Echelon, float] = {
    Echelon.REGION: math.inf,
    Echelon.ARMY_GROUP: math.inf,
    Echelon.ARMY: math.inf,
    Echelon.FLEET: math.inf,
    Echelon.AIR_FLEET: math.inf,
    Echelon.CORPS: math.inf,
    Echelon.DIVISION: 170,
    Echelon.SQUADRON: math.inf,
    Echelon.WING: math.inf,
    Echelon.BRIGADE: 110,
    Echelon.REGIMENT: 60,
    Echelon.AIR_SQUADRON: 1000,
    Echelon.SHIP: 1000,
    Echelon.BATTALION: 30,
    Echelon.COMPANY: 15,
    Echelon.PLATOON: 8,
}
"""The ground across the viewport beyond which a formation of an echelon is left out."""

CROWDED = 0.18
"""The share of the viewport that symbols with their room may fill at most."""

ABREAST = 1.8
"""The widths of a symbol that it counts as with its room: few have names, some step aside."""

LASTS = dt.timedelta(days=1)
"""The time for which the symbol of a formation that has ended stays."""

USUAL = Symbol(
    Livery(TABLE.line, Shape.RECTANGLE), Echelon.DIVISION, Arm.INFANTRY, State.WAITING, text="00"
)
"""A symbol as wide as most."""

ECHELONS = tuple(Echelon)
"""The largest first."""


class _Track(NamedTuple):
    """A formation that has a track: where that lies on the plane."""

    formation: Formation
    ref: Ref
    extent: PlaneBox


class Roster:
    """The formations of an exhibit."""

    def __init__(self, exhibit: Exhibit, clock: Clock) -> None:
        self._formations: dict[str, Formation] = exhibit.indexed("formations")
        self._vocabulary = Vocabulary(exhibit)
        self._wide = wideness(exhibit.map.bounds)
        self._tracks: dict[Echelon, list[_Track]] = defaultdict(list)
        for formation in exhibit.formations:
            extent = clock.extent(formation.id)
            if extent:
                west, south, east, north = extent
                view = (*project(west, north), *project(east, south))
                self._tracks[self._vocabulary.size(formation.echelon)].append(
                    _Track(formation, ref_of(formation), view)
                )

    def near(self, request: Request, viewport: Viewport) -> list[str]:
        """The formations that are shown at this scale where the camera looks, and all named."""
        found = self._crossing(request, viewport)
        return [formation.id for formation in found if request.wants(formation)]

    def _crossing(self, request: Request, viewport: Viewport) -> Iterator[Formation]:
        named = request.marked | request.spoken_of
        for echelon, tracks in self._tracks.items():
            shown = viewport.across_km <= self._wide * GROUND_KM[echelon]
            view = viewport.view
            for formation, ref, extent in tracks:
                if (shown and _meet(extent, view)) or ref in named:
                    yield formation

    def fitting(
        self,
        request: Request,
        viewport: Viewport,
        moment: dt.datetime,
        sightings: Sequence[Sighting],
    ) -> list[Sighting]:
        """All of `sightings` that the page names, and of the others those that there is room for.

        They come in the order of what matters most. Who has ended is there for a day, and as long
        as the page speaks of them.
        """
        room, (width, height) = viewport.room, request.symbol_size(USUAL)
        space = max(0.0, room.width) * max(0.0, room.height)
        most = int(CROWDED * space / (ABREAST * width * height))
        there = (
            sighting
            for sighting in sightings
            if sighting.state not in ENDED
            or moment - sighting.since < LASTS
            or request.speaks_of(self._formations[sighting.formation])
        )
        ordered = sorted(there, key=lambda sighting: self._turn(request, sighting))
        if len(ordered) <= most:
            return ordered
        named = [one for one in ordered if request.speaks_of(self._formations[one.formation])]
        left, top, right, bottom = viewport.view
        inside = (
            sighting
            for sighting in ordered[len(named) :]
            for x, y in [project(sighting.lon, sighting.lat)]
            if left < x < right and top < y < bottom
        )
        return [*named, *islice(inside, max(0, most - len(named)))]

    def _turn(self, request: Request, sighting: Sighting) -> tuple[bool, int, bool, int, str]:
        formation = self._formations[sighting.formation]
        echelon = ECHELONS.index(self._vocabulary.size(formation.echelon))
        unsaid = not request.speaks_of(formation)
        return unsaid, request.rank(formation), not request.marks(formation), echelon, formation.id


def _meet(one: PlaneBox, other: PlaneBox) -> bool:
    """True if two rectangles of the plane share ground or an edge."""
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]
