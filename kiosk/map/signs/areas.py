"""The drawing of areas: pockets, fronts, ambushes and cuts of the railway."""

from __future__ import annotations

import cmath
import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import QLineF
from PySide6.QtGui import QBrush, QColor

from kiosk.exhibit.model import AreaKind
from kiosk.map.ground.palette import Palette
from kiosk.map.signs.lines import (
    BEND_MM,
    Px,
    along,
    from_first,
    polygon,
    rounded,
    stretch,
    stretches,
)
from kiosk.map.signs.marches import DrawnArea
from kiosk.map.signs.marks import Mark, Stroke, edge_of, faded, mark_about, pen_of


def area_mark(area: DrawnArea, scale: float, mm: float, palette: Palette) -> Mark:
    """An area in force, by what it means."""
    line = outline(area, scale, mm)
    draw = {
        AreaKind.POCKET: _pocket,
        AreaKind.FRONT: _front,
        AreaKind.AMBUSH: _ambush,
        AreaKind.CUT: _cut,
    }[area.kind]
    return mark_about(area.points[0], line, 6 * mm, draw(area, line, mm, palette))


def outline(area: DrawnArea, scale: float, mm: float) -> list[Px]:
    """The line of an area in px from its first point; that of a ring ends where it begins."""
    line = rounded(from_first(area.points, scale), BEND_MM * mm, area.closed)
    return [*line, line[0]] if area.closed else line


def _pocket(area: DrawnArea, line: list[Px], mm: float, palette: Palette) -> Iterator[Stroke]:
    """A ring with ticks to its inside; of an open line, to its left."""
    side = palette.side(area.colour)
    pen = pen_of(palette.vivid_of(side), 0.6 * mm)
    if area.closed:
        yield Stroke(polygon(line), None, QBrush(faded(side, 0.13)), smooth=False)
    inward = 1.8 * mm if not area.closed or _turns_left(line) else -1.8 * mm
    yield edge_of(line, pen, area.inferred, mm)
    yield Stroke([stretch(spot, spot + left * inward) for spot, left in along(line, 3 * mm)], pen)


def _turns_left(ring: Sequence[Px]) -> bool:
    """True if the inside of a ring is to the left of its line."""
    return sum((a.conjugate() * b).imag for a, b in pairwise(ring)) < 0


def _front(area: DrawnArea, line: list[Px], mm: float, palette: Palette) -> Iterator[Stroke]:
    """Bows towards the enemy, to the left of the line (APP-6: forward line of own troops)."""
    bows = line if area.closed else list(_bows(line, 1.5 * mm))
    yield Stroke(stretches(bows), pen_of(faded(palette.casing, 0.7), 1.5 * mm))
    yield edge_of(
        bows, pen_of(palette.vivid_of(palette.side(area.colour)), 0.8 * mm), area.inferred, mm
    )


def _bows(line: Sequence[Px], radius: float) -> Iterator[Px]:
    for middle, left in along(line, 2 * radius):
        for i in range(7):
            yield middle + left * cmath.rect(radius, math.pi * (i / 6 - 0.5))


def _ambush(area: DrawnArea, line: list[Px], mm: float, palette: Palette) -> Iterator[Stroke]:
    """A hatched ring; or a line with ticks behind it and arrows to its left (APP-6: ambush)."""
    colour = palette.vivid_of(palette.side(area.colour))
    pen = pen_of(colour, 0.7 * mm)
    yield edge_of(line, pen, area.inferred, mm)
    if area.closed:
        yield Stroke(_hatching(line, 2.4 * mm), pen_of(faded(colour, 0.6), 0.3 * mm))
        return
    yield Stroke([stretch(spot, spot - left * 2.2 * mm) for spot, left in along(line, 3 * mm)], pen)
    length = sum(abs(b - a) for a, b in pairwise(line))
    for spot, left in along(line, max(length / 3, 8 * mm)):
        tip = spot + left * 5 * mm
        barbs = [tip - left * (1.8 + 1.3j * side) * mm for side in (1, -1)]
        yield Stroke([stretch(spot, tip), *(stretch(barb, tip) for barb in barbs)], pen)


def _hatching(ring: Sequence[Px], step: float) -> list[QLineF]:
    """Parallel lines that rise to the right, within a ring."""
    heights = [point.real + point.imag for point in ring]
    hatches = []
    for k in range(math.ceil(min(heights) / step), math.floor(max(heights) / step) + 1):
        cuts = []
        for (a, at_a), (b, at_b) in pairwise(zip(ring, heights, strict=True)):
            if (at_a < k * step) != (at_b < k * step):
                cuts.append(a + (b - a) * ((k * step - at_a) / (at_b - at_a)))
        cuts.sort(key=lambda cut: cut.real)
        hatches += [stretch(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    return hatches


def _cut(area: DrawnArea, line: list[Px], mm: float, palette: Palette) -> Iterator[Stroke]:
    """Crosses over the railway, which is gone beneath them; one at least."""
    length = sum(abs(b - a) for a, b in pairwise(line))
    crosses = []
    for spot, left in along(line, min(4.5 * mm, length)):
        for slant in (left * (1 + 1j), left * (1 - 1j)):
            crosses.append(stretch(spot - slant * 1.05 * mm, spot + slant * 1.05 * mm))
    yield Stroke(stretches(line), pen_of(faded(palette.casing, 0.75), 1.3 * mm))
    yield Stroke(crosses, pen_of(QColor(palette.casing), 1.5 * mm))
    yield Stroke(crosses, pen_of(palette.vivid_of(palette.side(area.colour)), 0.8 * mm))
