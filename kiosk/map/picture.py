"""The picture of the map: everything that stands on it at an hour, seen through a viewport.

Screen, paper and site draw the same picture, each in its own way.
"""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Generator, Sequence
from dataclasses import dataclass, field

from kiosk.exhibit.clock import Clock, Sighting
from kiosk.exhibit.geo import plane_per_ground, project
from kiosk.exhibit.model import Exhibit, Place
from kiosk.exhibit.ref import Ref
from kiosk.map.ground.palette import TABLE
from kiosk.map.labels.layout import MapLayout, Memory
from kiosk.map.labels.request import Request
from kiosk.map.labels.result import EdgeItem, FormationSign, PlaceLabel, Result
from kiosk.map.labels.roster import Roster
from kiosk.map.labels.targets import Target
from kiosk.map.signs.marches import Arrow, DrawnArea, Marches, Past, Ring
from kiosk.map.signs.proofs import ProofSign
from kiosk.map.signs.proposals import Leader, Proposal
from kiosk.map.signs.strokes import Drawn
from kiosk.map.viewport import PlanePoint, Viewport
from kiosk.map.ways import Ways

NEUTRAL = TABLE.muted
"""The colour of an area that belongs to no side."""


@dataclass(frozen=True)
class MapPicture:
    """Everything that stands on the ground, and the memory of where it was placed.

    Signs, names and edge items are in the order of their keys, squares before symbols. `targets`
    are what a touch may find.
    """

    names: tuple[PlaceLabel, ...] = ()
    signs: tuple[FormationSign, ...] = ()
    edges: tuple[EdgeItem, ...] = ()
    arrows: tuple[Arrow, ...] = ()
    rings: tuple[Ring, ...] = ()
    pasts: tuple[Past, ...] = ()
    areas: tuple[DrawnArea, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    leaders: tuple[Leader, ...] = ()
    proofs: tuple[ProofSign, ...] = ()
    targets: tuple[Target, ...] = ()
    memory: Memory = field(default_factory=Memory)

    @property
    def strokes(self) -> tuple[Drawn, ...]:
        """The shapes beneath signs and names, the lowest first."""
        ground: tuple[Drawn, ...] = (*self.pasts, *self.areas, *self.rings)
        return (*ground, *self.arrows, *self.proposals, *self.leaders, *self.proofs)

    @property
    def formations(self) -> list[str]:
        """The ids of all that are shown: by a sign, by that of another, or at the edge."""
        stood_for = (key for sign in self.signs for key in sign.stands_for)
        waiting = (item.key.key for item in self.edges if item.key.kind == "formations")
        return [*dict.fromkeys((*(sign.key for sign in self.signs), *stood_for, *waiting))]

    def sharing(self, formation: str) -> list[str]:
        """The ids of the others for which the sign stands that shows a formation."""
        signs = ({sign.key: None, **dict.fromkeys(sign.stands_for)} for sign in self.signs)
        crowd = next((keys for keys in signs if formation in keys), {})
        return [key for key in crowd if key != formation]


Drawing = Generator[None, None, MapPicture]
"""A picture that comes in steps, one for each thing that is placed."""

SLICE_S = 0.003
"""The time between two frames in which steps are begun: the longest goes on for 4 ms more."""


def finished(drawing: Drawing) -> MapPicture:
    """The picture at the end of its steps."""
    while True:
        picture = gone_on(drawing)
        if picture is not None:
            return picture


def gone_on(drawing: Drawing) -> MapPicture | None:
    """The picture, if some steps more bring it to its end."""
    until = time.perf_counter() + SLICE_S
    try:
        next(drawing)
        while time.perf_counter() < until:
            next(drawing)
    except StopIteration as done:
        picture: MapPicture = done.value
        return picture
    return None


class Cartographer:
    """Draws pictures of an exhibit's map; what it keeps between two depends on the map alone."""

    def __init__(self, exhibit: Exhibit, clock: Clock) -> None:
        self._clock = clock
        self._roster, self._layout = Roster(exhibit, clock), MapLayout(exhibit)
        self._marches = Marches(exhibit, clock)

    def take_rails(self, rails: Sequence[Sequence[PlanePoint]]) -> None:
        """Takes the railway's lines, which names keep off and symbols don't cross."""
        self._layout.take_rails(rails)

    def take_rivers(self, rivers: Sequence[Sequence[PlanePoint]]) -> None:
        """Takes the rivers' lines, along which their names stand."""
        self._layout.take_rivers(rivers)

    def draw(
        self,
        moment: dt.datetime,
        viewport: Viewport,
        request: Request,
        before: Memory | None = None,
        *,
        settle: bool = True,
    ) -> MapPicture:
        """The picture of a moment.

        `before` is the memory of the picture that was seen before. Without `settle` what has a
        place keeps it while that serves.
        """
        return finished(self.drawing(moment, viewport, request, before, settle=settle))

    def drawing(
        self,
        moment: dt.datetime,
        viewport: Viewport,
        request: Request,
        before: Memory | None = None,
        *,
        settle: bool = True,
    ) -> Drawing:
        """The same step by step; none that was begun before goes on after it."""
        mm, hidden = request.px_per_mm, request.hidden
        sightings = self._seen(moment, viewport, request)
        arrows: tuple[Arrow, ...] = ()
        pasts: list[Past] = []
        if not ("moves" in hidden or request.proposals):
            arrows = self._marches.arrows(sightings, moment, viewport, mm)
            arrows += tuple(self._marches.thrusts(sightings, moment))
            chosen = [
                seen for seen in sightings if Ref.of("formations", seen.formation) in request.chosen
            ]
            pasts += self._marches.steps(chosen, moment)
        areas: tuple[DrawnArea, ...] = ()
        if not ("units" in hidden or (request.sparse and not request.shaped)):
            areas = tuple(self._marches.areas(moment, NEUTRAL, viewport, mm))
            pasts += self._marches.pasts(moment, NEUTRAL, viewport, mm)
        yield
        result, memory = yield from self._layout.lay(
            request,
            viewport,
            moment,
            sightings,
            (*arrows, *request.proposals, *areas),
            before or Memory(),
            settle=settle,
        )
        ways = Ways(result, viewport, mm, self._marches.above)
        return MapPicture(
            tuple(result.names),
            tuple(result.signs),
            tuple(result.edges),
            tuple(ways.led(arrows)),
            self._rings(result, sightings, viewport, request),
            tuple(pasts),
            areas,
            tuple(map(ways.begun, request.proposals)),
            tuple(result.leaders),
            tuple(result.proofs),
            tuple(result.targets),
            memory,
        )

    def _seen(
        self, moment: dt.datetime, viewport: Viewport, request: Request
    ) -> Sequence[Sighting]:
        if "units" in request.hidden:
            return ()
        there = self._clock.at(moment, among=self._roster.near(request, viewport))
        return self._roster.fitting(request, viewport, moment, there)

    def _rings(
        self,
        result: Result,
        sightings: Sequence[Sighting],
        viewport: Viewport,
        request: Request,
    ) -> tuple[Ring, ...]:
        """The doubt about formations with a symbol, and about places that are on no map.

        Where its layer is hidden, only that about what is chosen.
        """
        every = "uncertainty" not in request.hidden
        if not (every or request.chosen):
            return ()
        whole = {sign.key for sign in result.signs if sign.chosen or not sign.square}
        stood = [sighting for sighting in sightings if sighting.formation in whole]
        rings = self._marches.rings(stood, request.chosen, every, viewport, request.px_per_mm)
        places = (place for place in result.doubtful if every or request.chooses(place))
        return (*rings, *map(_ring_of, places))


def _ring_of(place: Place) -> Ring:
    """The distance that a place on no map may have been from where it is drawn."""
    radius = place.precision_km * plane_per_ground(place.at[1])
    return Ring(*project(*place.at), radius, NEUTRAL, chosen=False)
