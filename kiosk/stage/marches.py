"""What is drawn beneath the symbols: marches, rings of doubt, areas in force."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kiosk.exhibit.clock import Clock, Sighting
from kiosk.exhibit.geo import distance_km, plane_per_ground, project
from kiosk.exhibit.model import ENDED, Area, Certainty, Exhibit, State
from kiosk.stage.camera import MapCamera
from kiosk.stage.layout import AFAR_KM

DAY_HOURS, CAMPAIGN_HOURS = 30.0, 14 * 24.0
"""How much of its way an arrow shows: the last day near by, the whole march from afar."""

SHORTEST_MM = 9.0
"""A shorter way is no arrow."""

APART_MM = 5.0
"""Two marches whose ends lie nearer to each other are drawn as one."""


@dataclass(frozen=True)
class Arrow:
    """A march: its way on the plane, oldest first, and the colour of who marched."""

    way: tuple[tuple[float, float], ...]
    colour: str
    retreat: bool


@dataclass(frozen=True)
class Ring:
    """How far a formation may have been from where it is drawn, on the plane."""

    x: float
    y: float
    radius: float
    colour: str
    chosen: bool


@dataclass(frozen=True)
class Patch:
    """An area in force: its ring on the plane."""

    ring: tuple[tuple[float, float], ...]
    colour: str
    kind: str
    inferred: bool


class Marches:
    """Arrows, rings and patches for a moment, seen from a camera."""

    def __init__(self, exhibit: Exhibit, clock: Clock, camera: MapCamera) -> None:
        self._exhibit, self._clock, self._camera = exhibit, clock, camera
        self._sides = exhibit.indexed("sides")

    def arrows(
        self, sightings: Sequence[Sighting], moment: dt.datetime, across_km: float, px_per_mm: float
    ) -> tuple[Arrow, ...]:
        """The marches of `sightings`, the longest first, each way once."""
        hours = CAMPAIGN_HOURS if across_km > AFAR_KM else DAY_HOURS
        ways = []
        for sighting in sightings:
            way = self._clock.trail(sighting.formation, moment, hours)
            length = sum(distance_km(a, b) for a, b in pairwise(way))
            if sighting.state not in ENDED and self._mm(length, px_per_mm) > SHORTEST_MM:
                ways.append((length, sighting, way))
        ways.sort(key=lambda found: -found[0])
        drawn: list[tuple[Sighting, tuple[tuple[float, float], ...]]] = []
        for _, sighting, way in ways:
            twin = any(
                other.side == sighting.side
                and self._mm(distance_km(way[-1], seen[-1]), px_per_mm) < APART_MM
                and self._mm(distance_km(way[0], seen[0]), px_per_mm) < 3 * APART_MM
                for other, seen in drawn
            )
            if not twin:
                drawn.append((sighting, way))
        return tuple(
            Arrow(
                tuple(project(*point) for point in way),
                self._sides[sighting.side].colour,
                sighting.state is State.WITHDRAWING,
            )
            for sighting, way in drawn
        )

    def _mm(self, km: float, px_per_mm: float) -> float:
        return km * self._camera.pxPerGroundKm / px_per_mm

    def rings(
        self, sightings: Sequence[Sighting], chosen: frozenset[str], every: bool, px_per_mm: float
    ) -> Iterator[Ring]:
        """The doubt about the chosen formations, or about all."""
        for sighting in sightings:
            marked = f"formations/{sighting.formation}" in chosen
            radius = sighting.uncertainty_km * plane_per_ground(sighting.lat)
            large = radius * self._camera.scale > 4 * px_per_mm
            if (marked or every) and large and sighting.state not in ENDED:
                x, y = project(sighting.lon, sighting.lat)
                yield Ring(x, y, radius, self._sides[sighting.side].colour, marked)

    def patches(self, moment: dt.datetime, neutral: str) -> Iterator[Patch]:
        """The areas in force; one without a side is drawn `neutral`."""
        for area in self._exhibit.areas:
            if area.starts <= moment < area.ends:
                yield self._patch(area, neutral)

    def _patch(self, area: Area, neutral: str) -> Patch:
        return Patch(
            tuple(project(*point) for point in area.ring),
            self._sides[area.side].colour if area.side else neutral,
            str(area.kind),
            area.certainty is Certainty.INFERRED,
        )
