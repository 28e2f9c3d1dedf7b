"""The places of the words of the river of men: beside its bands, never on them or each other."""

from __future__ import annotations

import cmath
import math
from collections.abc import Iterable, Iterator, Sequence
from heapq import heappop, heappush
from itertools import count, islice, pairwise
from typing import Generic, NamedTuple, TypeVar

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPolygon, QRegion

from kiosk.map.boxes import Box, Line, Point, Size, crosses
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

FEW = 4
"""One of so many of them tells how near the way is to a box."""

AWAY_MM = (3.0, 8.0, 14.0, 22.0, 32.0, 44.0, 58.0)
"""The distances from a band's edge at which they may."""

MISTAKEN_MM = 25.0
"""The distance that weighs as much as to stand nearer to a band that tells another deed."""

CROSSED_MM = 30.0
"""The distance that weighs as much as a leader across a band of others."""

IN_MM = 9.0
"""A leader ends so far within the edge of a wide band; in the middle of any other."""

CLEAR_MM = 1.5
"""Room between words and the end of their leader."""

STRIDE_MM = 2.0
"""The distance of the points at which a leader is tried."""

TIED_MM = 5.0
"""A name nearer than this to its dot needs no leader."""

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


BANK_MM = (2.5, 6.0)
"""The distances from a river at which its name may stand."""

REACH_MM = 12.0
"""The distance of the spots of a river that its name is tried at."""

WATER_MM = 1.2
"""Half the width of a river that no river's name lies on."""

STRAY = 0.1
"""The part of the way along a river from its name's own point that weighs as a distance off."""


Found = TypeVar("Found")
"""Something that is sought."""


class _Spot(NamedTuple):
    """Mm away from where words belong; a band, a ray off a spot of it, the px along it to a box.

    The ray is given by its number, its spot, and its direction.
    """

    away: float
    band: Band
    ray: int
    spot: Px
    toward: Px
    off: float


class Berth(NamedTuple):
    """A free box for words, the mm by which it is away from where they belong, its leader."""

    away: float
    box: Box
    leader: Line | None = None


class _Replayed(Generic[Found]):
    """A sequence that is found one by one, and remembered for whoever looks again."""

    def __init__(self, search: Iterator[Found]) -> None:
        self._search, self._found = search, list[Found]()

    def __iter__(self) -> Iterator[Found]:
        at = 0
        while True:
            if at == len(self._found):
                self._found.extend(islice(self._search, 1))
            if at == len(self._found):
                return
            yield self._found[at]
            at += 1


class Ground:
    """The part of a picture that is never free: beyond an area, on bands and lines; what lies near them.

    `waters` are the ways of rivers in px, which the name of none lies on.
    """

    def __init__(
        self, river: River, sight: Sight, area: Box, waters: Sequence[Sequence[Px]]
    ) -> None:
        self.area, self.mm = area, sight.px_per_mm
        self._river = river
        self._ways = {id(band): swath(river, band, sight) for band in river.bands}
        self._spots = {
            key: [(spot.real, spot.imag) for _, spot, _ in _spots(way)][::FEW]
            for key, (way, _) in self._ways.items()
        }
        self._swept = {key: _swept(*way) for key, way in self._ways.items()}
        self._swept[id(river.bands[0])] += _region(ring(river, sight))
        lines = [arc for _, arc in arcs(river, sight)]
        lines += [block(river, one.line, sight) for one in river.blocks]
        self._bands = QRegion()
        for line in lines:
            self._bands += _swept(line, TOOTH_MM[1] * self.mm)
        for region in self._swept.values():
            self._bands += region
        self._waters = waters
        self._wet: QRegion | None = None
        self._beside: dict[tuple[object, ...], _Replayed[Berth]] = {}
        self._along: dict[tuple[object, ...], _Replayed[Berth]] = {}
        self._tried: dict[tuple[int, ...], list[_Spot]] = {}

    def free(self, box: Box) -> bool:
        """True if a box lies in the area, and on no band."""
        return self.area.holds(box) and not self._bands.intersects(_rect(box))

    def beside(self, bands: Sequence[Band], size: Size) -> Iterable[Berth]:
        """The free boxes beside some bands, the nearest to where words belong first."""
        key = tuple(map(id, bands)), size
        if key not in self._beside:
            self._beside[key] = _Replayed(self._beside_of(bands, size))
        return self._beside[key]

    def _beside_of(self, bands: Sequence[Band], size: Size) -> Iterator[Berth]:
        """The same; what stands nearer to another band waits for its turn."""
        area, (wide, high) = self.area, size
        right, bottom = area.right - wide, area.bottom - high
        waiting: list[tuple[float, int, Berth]] = []
        reaches: dict[int, float] = {}
        for number, tried in enumerate(self._spots_beside(bands)):
            away, _, ray, spot, toward, off = tried
            while waiting and waiting[0][0] <= away:
                yield heappop(waiting)[2]
            if ray not in reaches:
                reaches[ray] = _reach(toward, size)
            middle = spot + toward * (off + reaches[ray])
            left, top = round(middle.real - wide / 2), round(middle.imag - high / 2)
            if not (area.left <= left <= right and area.top <= top <= bottom):
                continue
            box = Box(left, top, left + wide, top + high)
            if self.free(box):
                away += CROSSED_MM * self._crossed(tried)
                away += MISTAKEN_MM * self._mistaken(box, tried.band)
                heappush(waiting, (away, number, Berth(away, box, self._leader(tried))))
        while waiting:
            yield heappop(waiting)[2]

    def _spots_beside(self, bands: Sequence[Band]) -> list[_Spot]:
        """The spots beside some bands where words may stand, the best first."""
        key = tuple(map(id, bands))
        if key not in self._tried:
            self._tried[key] = sorted(self._spots_of(bands), key=lambda spot: spot.away)
        return self._tried[key]

    def _spots_of(self, bands: Sequence[Band]) -> Iterator[_Spot]:
        rays = count()
        for band in bands:
            way, half = self._ways[id(band)]
            for part, spot, aside in _spots(way):
                off = abs(part - FIRST[band.deed]) * FAR_MM
                for turn in TURNS:
                    ray, toward = next(rays), aside * turn
                    down = UNDER_MM * (toward.imag > LEVEL)
                    for away in AWAY_MM:
                        cost = off + away + down
                        yield _Spot(cost, band, ray, spot, toward, half + away * self.mm)

    def _leader(self, tried: _Spot) -> Line:
        """A line from within a band to words beside it."""
        half = self._ways[id(tried.band)][1]
        start = tried.spot + tried.toward * max(0.0, half - IN_MM * self.mm)
        end = tried.spot + tried.toward * (tried.off - CLEAR_MM * self.mm)
        return (start.real, start.imag), (end.real, end.imag)

    def _crossed(self, tried: _Spot) -> int:
        """The bands that a leader goes across to its own, which may lie on the main one."""
        band, below = tried.band, {id(tried.band)}
        if band.deed in (Deed.TURN_BACK, Deed.CHANGE_SIDES):
            below.add(id(self._river.bands[0]))
        line = _points(self._leader(tried), STRIDE_MM * self.mm)
        points = [QPoint(round(x), round(y)) for x, y in line]
        return sum(
            any(map(region.contains, points))
            for key, region in self._swept.items()
            if key not in below
        )

    def _mistaken(self, box: Box, band: Band) -> bool:
        """True if a box is nearer to a band that tells another deed than to its own.

        All that leaves the main band is near that.
        """
        own, others = math.inf, math.inf
        for other in self._river.bands:
            away = _away(box, self._spots[id(other)]) - self._ways[id(other)][1]
            if (other.deed, other.side) == (band.deed, band.side):
                own = min(own, away)
            elif other is not self._river.bands[0]:
                others = min(others, away)
        return max(0.0, others) < max(0.0, own)

    def along(self, number: int, near: Px, size: Size) -> Iterable[Berth]:
        """The free boxes at one of the waters, the nearest to it and to a point of it first."""
        key = number, near, size
        if key not in self._along:
            self._along[key] = _Replayed(self._along_of(self._waters[number], near, size))
        return self._along[key]

    def _along_of(self, way: Sequence[Px], near: Px, size: Size) -> Iterator[Berth]:
        wet = self._water
        spots = [
            complex(*spot)
            for leg in _legs(way)
            if self.area.is_cut(leg)
            for spot in _points(leg, REACH_MM * self.mm)
        ]
        tries = [
            (away + STRAY * abs(spot - near) / self.mm, away, spot)
            for spot in spots
            for away in BANK_MM
        ]
        for cost, away, spot in sorted(tries, key=lambda tried: tried[0]):
            for turn in TURNS:
                box = _moved(spot, turn, away * self.mm, size)
                if self.free(box) and not wet.intersects(_rect(box)):
                    yield Berth(cost, box)

    @property
    def _water(self) -> QRegion:
        """The region of all waters in the area."""
        if self._wet is None:
            self._wet = QRegion()
            for way in self._waters:
                for leg in _legs(way):
                    if self.area.is_cut(leg):
                        self._wet += _swept([complex(*end) for end in leg], WATER_MM * self.mm)
        return self._wet


class Room:
    """The free room of a picture's ground: boxes and leaders in px are taken from it."""

    def __init__(self, ground: Ground, taken: Iterable[Box]) -> None:
        self._ground, self._mm = ground, ground.mm
        self._apart = APART_MM * self._mm
        self._taken, self._leaders = list[Box](), list[Line]()
        for box in taken:
            self.take(box)

    def free(self, box: Box) -> bool:
        """True if nothing lies in a box, and all of it in the picture."""
        return self._unmet(box) and self._ground.free(box)

    def _unmet(self, box: Box) -> bool:
        """True if a box meets nothing that was taken."""
        return not any(box.meets(one) for one in self._taken) and not any(
            box.less(-self._apart).is_cut(line) for line in self._leaders
        )

    def take(self, box: Box, leader: Line | None = None) -> None:
        """Keeps a box, the room about it, and a leader to it, free of other words."""
        self._taken.append(box.grown(self._apart, self._apart))
        if leader is not None:
            self._leaders.append(leader)

    def beside(self, bands: Sequence[Band], size: Size, below: float = math.inf) -> Berth | None:
        """The free box beside one of some bands that is nearest to where its words belong.

        None where there is no room, or none that is less than `below` mm away from there.
        """
        for berth in self._ground.beside(bands, size):
            if berth.away >= below:
                break
            if self._unmet(berth.box) and berth.leader and self._reaches(berth.leader):
                return berth
        return None

    def _reaches(self, leader: Line, dot: Box | None = None) -> bool:
        """True if a leader meets no other, and no words or dots but the one that it comes from."""
        taken = (box for box in self._taken if dot is None or not box.holds(dot))
        return not any(box.is_cut(leader) for box in taken) and not any(
            crosses(leader, line) for line in self._leaders
        )

    def near(self, spot: Px, size: Size, dot: float = 0.0) -> Berth | None:
        """The free box of this size nearest to a spot, with a leader if its `dot` needs one."""
        for away in NAME_MM:
            for turn in ROUND:
                box = _moved(spot, turn, away * self._mm, size)
                if not self.free(box):
                    continue
                if not dot or away < TIED_MM:
                    return Berth(away, box)
                end = spot + turn * (away - CLEAR_MM) * self._mm
                leader = (spot.real, spot.imag), (end.real, end.imag)
                if self._reaches(leader, Box.around(spot.real, spot.imag, dot, dot)):
                    return Berth(away, box, leader)
        return None

    def along(self, number: int, near: Px, size: Size) -> Berth | None:
        """The free box at one of the ground's waters nearest to it, and to a point of it."""
        berths = self._ground.along(number, near, size)
        return next((berth for berth in berths if self._unmet(berth.box)), None)

    def corner(self, size: Size) -> Box | None:
        """The first free corner of the picture, the upper right one before all others."""
        wide, high = size
        area = self._ground.area
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
    middle = spot + turn * (away + _reach(turn, size))
    left, top = round(middle.real - size[0] / 2), round(middle.imag - size[1] / 2)
    return Box(left, top, left + size[0], top + size[1])


def _reach(turn: Px, size: Size) -> float:
    """The px from the middle of a box to its edge, in the direction of a unit vector."""
    return min(size[0] / (abs(turn.real) or 1e-9), size[1] / (abs(turn.imag) or 1e-9)) / 2


def _away(box: Box, spots: Sequence[Point]) -> float:
    """The px from a box to the nearest of some spots."""
    left, top, right, bottom = box.left, box.top, box.right, box.bottom
    nearest = math.inf
    for x, y in spots:
        across = left - x if x < left else x - right if x > right else 0.0
        down = top - y if y < top else y - bottom if y > bottom else 0.0
        nearest = min(nearest, across * across + down * down)
    return math.sqrt(nearest)


def _legs(way: Sequence[Px]) -> Iterator[Line]:
    """The stretches of a way."""
    for start, end in pairwise(way):
        yield (start.real, start.imag), (end.real, end.imag)


def _points(line: Line, step: float) -> list[tuple[float, float]]:
    """Points along a line, both its ends among them."""
    (x, y), (end_x, end_y) = line
    steps = max(1, math.ceil(math.dist(*line) / step))
    shares = [number / steps for number in range(steps + 1)]
    return [(x + (end_x - x) * share, y + (end_y - y) * share) for share in shares]


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
