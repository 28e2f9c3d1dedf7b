"""The places of the words of the river of men: beside its bands, never on them or each other."""

from __future__ import annotations

import cmath
import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPolygon, QRegion

from kiosk.map.boxes import Box, Size
from kiosk.map.river.bands import Band, Deed, River
from kiosk.map.river.courses import arcs, block, course, ring, widths
from kiosk.map.river.sight import Sight
from kiosk.map.signs.areas import TOOTH_MM
from kiosk.map.signs.lines import Px, left_of

FIRST = {Deed.LEAVE: 0.3, Deed.CLOSE_IN: 0.15, Deed.CHANGE_SIDES: 0.9, Deed.TURN_BACK: 0.7}
"""The part of its way beside which a band's words stand rather than elsewhere."""

FAR_MM = 60.0
"""The distance from a band that weighs as much as the other end of it."""

SPOTS = 20
"""The spots of a way beside which words may stand."""

AWAY_MM = (3.0, 8.0, 14.0, 22.0, 32.0, 44.0, 58.0)
"""The distances from a band's edge at which they may."""

CLOSE = 5
"""The number of them that are close enough; who turned back did so within a wider band."""

UNDER_MM = 6.0
"""The distance that weighs as much as to stand under a band instead of above it."""

APART_MM = 4.0
"""The room that two words keep free between them."""

ROUND = tuple(cmath.rect(1, math.tau * step / 16) for step in range(16))
"""The directions from its spot in which a place's name may stand."""

TURNS = ROUND[::2]
"""The directions from a band, from its left on, in which its words may."""

LEVEL = 0.1
"""The part of the way down from which a direction leads under a band."""

NAME_MM = (3.0, 6.0, 10.0, 15.0, 18.0, 21.0, 25.0, 30.0, 36.0, 42.0)
"""The distances from its spot at which it may."""


class Room:
    """The free room of a picture: boxes in px are taken from it."""

    def __init__(self, river: River, sight: Sight, area: Box, taken: Iterable[Box]) -> None:
        self._area, self._taken = area, list(taken)
        self._mm = sight.px_per_mm
        self._apart = APART_MM * self._mm
        self._ways = {id(band): _way(river, band, sight) for band in river.bands}
        self._bands = _region(ring(river, sight))
        for way, half in self._ways.values():
            self._bands += _swept(way, half)
        for line in (*(arc for _, arc in arcs(river, sight)), *_blocks(river, sight)):
            self._bands += _swept(line, TOOTH_MM[1] * self._mm)

    def free(self, box: Box) -> bool:
        """True if nothing lies in a box, and all of it in the picture."""
        return (
            self._area.holds(box)
            and not self._bands.intersects(_rect(box))
            and not any(box.less(-2 * self._apart).meets(one) for one in self._taken)
        )

    def take(self, box: Box) -> None:
        """Keeps a box free of other words."""
        self._taken.append(box)

    def beside(self, bands: Sequence[Band], size: Size) -> tuple[float, Box] | None:
        """The free box beside one of some bands that is nearest to where its words belong.

        With it the distance in mm by which it is away from there; None where there is no room.
        """
        tried = []
        for band in bands:
            way, half = self._ways[id(band)]
            reach = AWAY_MM if band.deed is Deed.TURN_BACK else AWAY_MM[:CLOSE]
            for part, spot, aside in _spots(way):
                off = abs(part - FIRST[band.deed]) * FAR_MM
                for away in reach:
                    for turn in TURNS:
                        down = UNDER_MM * ((aside * turn).imag > LEVEL)
                        tried.append((off + away + down, spot, aside * turn, half, away))
        tried.sort(key=lambda one: one[0])
        boxes = (
            (worth, _moved(spot, turn, half + away * self._mm, size))
            for worth, spot, turn, half, away in tried
        )
        return next((one for one in boxes if self.free(one[1])), None)

    def near(self, spot: Px, size: Size) -> Box | None:
        """The free box of this size that is nearest to a spot."""
        boxes = (_moved(spot, turn, away * self._mm, size) for away in NAME_MM for turn in ROUND)
        return next((box for box in boxes if self.free(box)), None)

    def corner(self, size: Size) -> Box | None:
        """The first free corner of the picture, the upper right one before all others."""
        wide, high = size
        area = self._area
        right, below = area.right - wide, area.bottom - high
        spots = ((right, area.top), (area.left, area.top), (right, below), (area.left, below))
        boxes = (Box(x, y, x + wide, y + high) for x, y in spots)
        return next((box for box in boxes if self.free(box)), None)


def _blocks(river: River, sight: Sight) -> Iterator[list[Px]]:
    """The lines that shut the way back, in px."""
    for one in river.blocks:
        yield block(river, one.line, sight)


def _way(river: River, band: Band, sight: Sight) -> tuple[list[Px], float]:
    """A band's way in px, and half its width."""
    return course(river, band, sight), widths(river, band, sight.px_per_mm)[1] / 2


def _spots(way: Sequence[Px]) -> Iterator[tuple[float, Px, Px]]:
    """Spots along a way: the part of it that is behind, the spot, the unit vector to the left."""
    lengths = [abs(b - a) for a, b in pairwise(way)]
    whole = sum(lengths) or 1.0
    for step in range(SPOTS + 1):
        left = whole * step / SPOTS
        for (start, end), length in zip(pairwise(way), lengths, strict=True):
            if left <= length or end == way[-1]:
                share = min(1.0, left / (length or 1.0))
                yield step / SPOTS, start + (end - start) * share, left_of(start, end)
                break
            left -= length


def _moved(spot: Px, turn: Px, away: float, size: Size) -> Box:
    """The box whose nearest edge lies `away` px from a spot, in the direction of a unit vector."""
    wide, high = size
    reach = min(
        wide / 2 / (abs(turn.real) or 1e-9),
        high / 2 / (abs(turn.imag) or 1e-9),
    )
    middle = spot + turn * (away + reach)
    left, top = round(middle.real - wide / 2), round(middle.imag - high / 2)
    return Box(left, top, left + wide, top + high)


def _rect(box: Box) -> QRect:
    return QRect(round(box.left), round(box.top), round(box.width), round(box.height))


def _region(points: Sequence[Px]) -> QRegion:
    return QRegion(QPolygon([QPoint(round(p.real), round(p.imag)) for p in points]))


def _swept(way: Sequence[Px], half: float) -> QRegion:
    """The squares that a band sweeps over."""
    region = QRegion()
    for start, end in pairwise(way):
        steps = max(1, round(abs(end - start) / max(4.0, half)))
        for step in range(steps + 1):
            spot = start + (end - start) * step / steps
            region += QRect(
                round(spot.real - half), round(spot.imag - half), round(2 * half), round(2 * half)
            )
    return region
