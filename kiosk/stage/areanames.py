"""Names of areas on the map: beside their outlines, while they are in force."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator, Sequence

from kiosk.exhibit.geo import project, span
from kiosk.exhibit.model import Area, Exhibit
from kiosk.stage.focus import Focus
from kiosk.stage.laid import name_row
from kiosk.stage.laying import Laying
from kiosk.stage.look import Look
from kiosk.stage.names import Names
from kiosk.stage.placing import Point, Size

AREA_MM = 14.0
"""An area that spans less on the screen is not named."""

GAP_MM = 3.0
"""How far off its outline an area's name stands at least."""


class AreaNames:
    """Lays the name of one area after the other, where `names` finds room."""

    def __init__(self, exhibit: Exhibit, names: Names) -> None:
        self._areas = exhibit.areas
        self._names = names
        self._outlines = {
            area.id: [project(*point) for point in area.ring or area.line] for area in exhibit.areas
        }

    def wanted(self, look: Look, focus: Focus, moment: dt.datetime) -> list[Area]:
        """The areas in force that are large enough on the screen."""
        if look.sparse or look.hidden & {"units", "places"}:
            return []
        least = AREA_MM * look.px_per_mm / focus.scale
        return [
            area
            for area in self._areas
            if area.starts <= moment < area.ends and span(self._outlines[area.id]) > least
        ]

    def lay(self, laying: Laying, area: Area) -> None:
        """Names an area off a corner of its outline, northern ones first; it opens no card."""
        look, key, outline = laying.look, f"areas/{area.id}", self._outlines[area.id]
        lead, px = area.name.in_(look.language), look.small_px
        corners, size = laying.focus.on_screen(outline), look.name_size(px, lead)
        placed = self._names.at(key, _around(corners, size, GAP_MM * look.px_per_mm), size)
        if placed:
            row = name_row(key, "area", outline[0], corners[0], placed, lead, px)
            laying.laid.names.append(row)


def _around(outline: Sequence[Point], size: Size, gap: float) -> Iterator[Point]:
    """Spots for a name of `size` px off each corner of an outline, near ones first."""
    xs, ys = [x for x, _ in outline], [y for _, y in outline]
    middle = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    for far in (gap, 2 * gap, 4 * gap):
        for x, y in sorted(outline, key=lambda point: point[1]):
            away = math.hypot(x - middle[0], y - middle[1]) or 1.0
            right, down = (x - middle[0]) / away, (y - middle[1]) / away
            yield x + right * (size[0] / 2 + far), y + down * (size[1] / 2 + far)
