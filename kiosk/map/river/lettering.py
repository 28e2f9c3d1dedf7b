"""The places of the words of the river of men: beside its bands, never on them or each other."""

from __future__ import annotations

import cmath
import math
from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from itertools import pairwise
from typing import TypeAlias

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPolygon, QRegion

from kiosk.map.boxes import Box, Size
from kiosk.map.river.bands import Band, Deed, River
from kiosk.map.river.courses import arcs, block, ring, swath
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


_Spot: TypeAlias = tuple[float, Px, Px, float]
"""Mm away from where words belong; a spot of a band, the direction from it, the px to a box."""


class Room:
    """The free room of a picture: boxes in px are taken from it."""

    def __init__(self, river: River, sight: Sight, area: Box, taken: Iterable[Box]) -> None:
        self._area, self._mm = area, sight.px_per_mm
        self._apart = APART_MM * self._mm
        self._taken = list[Box]()
        for box in taken:
            self.take(box)
        self._tried: dict[tuple[int, ...], list[_Spot]] = {}
        self._ways = {id(band): swath(river, band, sight) for band in river.bands}
        self._bands = _region(ring(river, sight))
        for way, half in self._ways.values():
            self._bands += _swept(way, half)
        lines = [arc for _, arc in arcs(river, sight)]
        lines += [block(river, one.line, sight) for one in river.blocks]
        for line in lines:
            self._bands += _swept(line, TOOTH_MM[1] * self._mm)

    def anew(self) -> Room:
        """The same room with no more taken of it than now, whatever is taken of this."""
        other = copy(self)
        other._taken = [*self._taken]
        return other

    def free(self, box: Box) -> bool:
        """True if nothing lies in a box, and all of it in the picture."""
        return (
            self._area.holds(box)
            and not any(box.meets(one) for one in self._taken)
            and not self._bands.intersects(_rect(box))
        )

    def take(self, box: Box) -> None:
        """Keeps a box, and the room about it, free of other words."""
        self._taken.append(box.grown(self._apart, self._apart))

    def beside(
        self, bands: Sequence[Band], size: Size, below: float = math.inf
    ) -> tuple[float, Box] | None:
        """The free box beside one of some bands that is nearest to where its words belong.

        With it the distance in mm by which it is away from there; None where there is no room, or
        none that is less than `below` away.
        """
        area, (wide, high) = self._area, size
        right, bottom = area.right - wide, area.bottom - high
        for away, spot, turn, off in self._spots_beside(bands):
            if away >= below:
                return None
            left, top = _corner(spot, turn, off, size)
            if area.left <= left <= right and area.top <= top <= bottom:
                box = Box(left, top, left + wide, top + high)
                if self.free(box):
                    return away, box
        return None

    def _spots_beside(self, bands: Sequence[Band]) -> list[_Spot]:
        """The spots beside some bands where words may stand, the best first."""
        key = tuple(map(id, bands))
        if key not in self._tried:
            self._tried[key] = sorted(self._spots_of(bands), key=lambda spot: spot[0])
        return self._tried[key]

    def _spots_of(self, bands: Sequence[Band]) -> Iterator[_Spot]:
        for band in bands:
            way, half = self._ways[id(band)]
            reach = AWAY_MM if band.deed is Deed.TURN_BACK else AWAY_MM[:CLOSE]
            for part, spot, aside in _spots(way):
                off = abs(part - FIRST[band.deed]) * FAR_MM
                for away in reach:
                    for turn in TURNS:
                        toward = aside * turn
                        down = UNDER_MM * (toward.imag > LEVEL)
                        yield off + away + down, spot, toward, half + away * self._mm

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
    left, top = _corner(spot, turn, away, size)
    return Box(left, top, left + size[0], top + size[1])


def _corner(spot: Px, turn: Px, away: float, size: Size) -> tuple[int, int]:
    """The left upper corner of that box."""
    wide, high = size[0] / 2, size[1] / 2
    reach = min(wide / (abs(turn.real) or 1e-9), high / (abs(turn.imag) or 1e-9))
    middle = spot + turn * (away + reach)
    return round(middle.real - wide), round(middle.imag - high)


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
