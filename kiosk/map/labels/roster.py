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
from kiosk.map.ground.palette import TABLE
from kiosk.map.labels.request import MOST, Request
from kiosk.map.signs.symbols import Livery, Symbol
from kiosk.map.viewport import PlaneBox, Viewport

GROUND_KM: Mapping[Echelon, float] = {
    Echelon.REGION: math.inf,
    Echelon.ARMY_GROUP: math.inf,
    Echelon.ARMY: math.inf,
    Echelon.CORPS: math.inf,
    Echelon.DIVISION: 170,
    Echelon.BRIGADE: 110,
    Echelon.REGIMENT: 60,
    Echelon.BATTALION: 30,
}
"""How much ground the viewport may show across before a formation of the echelon is left out."""

CROWDED = 0.2
"""How much of the viewport symbols with their names may fill at most."""

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
        self._tracks: dict[Echelon, list[_Track]] = defaultdict(list)
        for formation in exhibit.formations:
            extent = clock.extent(formation.id)
            if extent:
                west, south, east, north = extent
                view = (*project(west, north), *project(east, south))
                self._tracks[formation.echelon].append(_Track(formation, ref_of(formation), view))

    def near(self, request: Request, viewport: Viewport) -> list[str]:
        """The formations that are shown at this scale, if they are where the camera looks."""
        found = self._crossing(request, viewport)
        if request.sparse:
            found = (formation for formation in found if request.rank(formation) == MOST)
        return [formation.id for formation in found]

    def _crossing(self, request: Request, viewport: Viewport) -> Iterator[Formation]:
        marked = request.marked
        for echelon, tracks in self._tracks.items():
            shown, view = viewport.across_km <= GROUND_KM[echelon], viewport.view
            for formation, ref, extent in tracks:
                if (shown or ref in marked) and _meet(extent, view):
                    yield formation

    def fitting(
        self,
        request: Request,
        viewport: Viewport,
        moment: dt.datetime,
        sightings: Sequence[Sighting],
    ) -> list[Sighting]:
        """Those of `sightings` that the viewport has room for, what matters most first.

        Who has ended is there for a day, and as long as the page speaks of them.
        """
        room, symbol = viewport.room, request.symbol_size(USUAL)
        label = request.label_size("0" * 8)
        space = max(0.0, room.width) * max(0.0, room.height)
        most = int(CROWDED * space / (symbol[0] + label[0]) / symbol[1])
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
        left, top, right, bottom = viewport.view
        inside = (
            sighting
            for sighting in ordered
            for x, y in [project(sighting.lon, sighting.lat)]
            if left < x < right and top < y < bottom
        )
        return list(islice(inside, most))

    def _turn(self, request: Request, sighting: Sighting) -> tuple[bool, int, bool, int, str]:
        formation = self._formations[sighting.formation]
        echelon = ECHELONS.index(formation.echelon)
        unsaid = not request.speaks_of(formation)
        return unsaid, request.rank(formation), not request.marks(formation), echelon, formation.id


def _meet(one: PlaneBox, other: PlaneBox) -> bool:
    """Whether two rectangles of the plane share ground or an edge."""
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]
