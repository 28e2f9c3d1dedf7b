"""Names of areas on the map: beside their outlines, while they are in force."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator, Sequence
from itertools import pairwise, product

from kiosk.exhibit.geo import project, span
from kiosk.exhibit.kinds import ref_of
from kiosk.exhibit.model import Area, AreaKind, Exhibit
from kiosk.map.boxes import Box, Point, Size, encloses
from kiosk.map.ground.palette import TABLE
from kiosk.map.labels.callouts import OUT
from kiosk.map.labels.laying import Laying
from kiosk.map.labels.names import Names
from kiosk.map.labels.request import Request
from kiosk.map.labels.result import Placed, name_label
from kiosk.map.labels.ties import CLEAR_MM, Tie
from kiosk.map.signs.areas import gap
from kiosk.map.signs.marches import DrawnArea
from kiosk.map.signs.proposals import Leader
from kiosk.map.viewport import Viewport

AREA_MM = 14.0
"""An area that spans less on the screen is not named."""

GAP_MM = 3.0
"""The least distance of an area's name from its line."""

GAP = "gap"
"""The key of the words at the gap between besiegers."""

ROWS = 10
"""The heights that are tried for a name within a ring, less one."""


class AreaNames:
    """Lays the name of one area after the other, where `names` finds room."""

    def __init__(self, exhibit: Exhibit, names: Names) -> None:
        self._areas, self._sides = exhibit.areas, exhibit.indexed("sides")
        self._names = names
        self._outlines = {
            area.id: [project(*point) for point in area.ring or area.line] for area in exhibit.areas
        }

    def wanted(self, request: Request, viewport: Viewport, moment: dt.datetime) -> list[Area]:
        """The areas in force that are large enough on the screen."""
        if request.sparse or request.proofs or request.hidden & {"units", "places"}:
            return []
        least = AREA_MM * request.px_per_mm / viewport.scale
        return [
            area
            for area in self._areas
            if area.starts <= moment < area.ends and span(self._outlines[area.id]) > least
        ]

    def lay(self, laying: Laying, area: Area) -> None:
        """Names a ring within, a line off one of its corners; the name opens no card."""
        request, key, outline = laying.request, ref_of(area), self._outlines[area.id]
        lead, px = area.name.in_(request.language), request.text_px
        corners, size = laying.viewport.on_screen(outline), request.area_size(px, lead)
        placed = self._room(laying, area, key, corners, size)
        if placed:
            tint = self._sides[area.side].colour if area.side else ""
            laying.result.names.append(
                name_label(key, "area", outline[0], corners[0], placed, lead, px, tint=tint)
            )

    def _room(
        self, laying: Laying, area: Area, key: str, corners: Sequence[Point], size: Size
    ) -> Placed | None:
        """Room for a name: within a ring; off a line's corners, else level beside a front."""
        if area.ring:
            return self._names.at(key, _within(corners, size), size)
        gap, level, placed = GAP_MM * laying.mm, f"level/{key}", None
        if not self._names.holds(level):
            placed = self._names.at(key, _off(corners, size, gap), size)
        if placed or self._names.holds(key) or area.kind is AreaKind.POCKET:
            self._names.forget(level)
            return placed
        seen = [corner for corner in corners if laying.viewport.room.covers(corner)]
        return self._names.at(level, _level(seen, size, gap) if seen else (), size)

    def lay_gap(self, laying: Laying, sieged: Sequence[DrawnArea]) -> None:
        """Says where the largest pocket is open that nobody is known to stand there.

        Words that don't stand in the gap are tied to it.
        """
        request, viewport = laying.request, laying.viewport
        area = max(sieged, key=lambda pocket: span(pocket.points), default=None)
        found = gap(area, viewport.scale, laying.mm) if area else None
        if area is None or found is None or request.teller is None:
            return
        lead, px = request.teller.phrases.say("no_besiegers"), request.text_px
        (x, y), *_ = viewport.on_screen(area.points)
        size, (off, wide) = request.area_size(px, lead), found
        spot = x + off.real, y + off.imag
        at = viewport.x + spot[0] / viewport.scale, viewport.y + spot[1] / viewport.scale
        tie = Tie(at, spot, 0.0)
        spots = [
            middle
            if _is_at(box := Box.around(*middle, *size), spot, laying.mm)
            or (tie.reaches(laying, box) and not tie.crosses(laying, box))
            else OUT
            for middle in _about(spot, size)
        ]
        placed = self._names.at(GAP, spots, size) if wide > size[0] else None
        if placed is None:
            return
        laying.result.names.append(name_label(GAP, "area", at, spot, placed, lead, px))
        if not _is_at(placed.box, spot, laying.mm):
            ends = tie.take(laying, placed.box, CLEAR_MM * laying.mm)
            laying.result.leaders.append(Leader(*at, *ends, TABLE.line, yours=False))


def _is_at(box: Box, spot: Point, mm: float) -> bool:
    """True if words in a box stand where a spot is."""
    return box.away(*spot) < GAP_MM * mm


def _about(spot: Point, size: Size) -> Iterator[Point]:
    """Spots for a name of `size` px about a spot, and up and down from it."""
    for down in (0, 1, -1, 2, -2, 3, -3):
        for across in (0.0, 0.55, -0.55, 0.8, -0.8):
            yield spot[0] + across * size[0], spot[1] + down * size[1]


def _within(ring: Sequence[Point], size: Size) -> Iterator[Point]:
    """Spots at which a name of `size` px lies within a ring, upper ones first."""
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    width, height = size
    left, right = min(xs) + width / 2, max(xs) - width / 2
    top, bottom = min(ys) + height / 2, max(ys) - height / 2
    if left > right or top > bottom:
        return
    edges = list(pairwise([*ring, ring[0]]))
    for down in range(ROWS + 1):
        for across in (4, 2, 6, 0, 8, 3, 5, 1, 7):
            x = left + (right - left) * across / 8
            y = top + (bottom - top) * down / ROWS
            box = Box.around(x, y, *size)
            if not any(box.is_cut(edge) for edge in edges) and encloses(edges, (x, y)):
                yield x, y


def _off(outline: Sequence[Point], size: Size, gap: float) -> Iterator[Point]:
    """Spots for a name of `size` px off each corner of a line, near ones first."""
    middle = _middle(outline)
    for far in (gap, 2 * gap, 4 * gap):
        for x, y in sorted(outline, key=lambda point: point[1]):
            away = math.hypot(x - middle[0], y - middle[1]) or 1.0
            right, down = (x - middle[0]) / away, (y - middle[1]) / away
            yield x + right * (size[0] / 2 + far), y + down * (size[1] / 2 + far)


def _level(outline: Sequence[Point], size: Size, gap: float) -> Iterator[Point]:
    """Spots for a name of `size` px below and above the corners of a line, those midmost first."""
    middle = _middle(outline)
    along = sorted(outline, key=lambda point: math.dist(point, middle))
    for across, far in product((0.0, size[0] / 2, -size[0] / 2), (2 * gap, 4 * gap)):
        for x, y in along:
            for down in (size[1] / 2 + far, -size[1] / 2 - far):
                yield x + across, y + down


def _middle(outline: Sequence[Point]) -> Point:
    """The middle of the box about some points."""
    xs, ys = [x for x, _ in outline], [y for _, y in outline]
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
