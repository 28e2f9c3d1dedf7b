"""The shores of the river of men: boxes beside its bands and along rivers, and leaders to them."""

from __future__ import annotations

import cmath
import math
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, partial
from heapq import heappop, heappush
from itertools import count, pairwise, product
from typing import NamedTuple

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPolygon, QRegion

from kiosk.map.boxes import Box, Line, Point, Size
from kiosk.map.river.bands import Band, Deed, River
from kiosk.map.river.cells import Cells, draw, fill, region_of, swept
from kiosk.map.river.courses import arcs, block, ring, swath
from kiosk.map.river.replayed import Replayed
from kiosk.map.river.sight import Sight
from kiosk.map.signs.areas import TOOTH_MM
from kiosk.map.signs.lines import Px, left_of

FIRST = {Deed.LEAVE: 0.3, Deed.CLOSE_IN: 0.15, Deed.CHANGE_SIDES: 0.9, Deed.TURN_BACK: 0.7}
"""The part of its way beside which a band's words stand rather than elsewhere."""

FAR_MM = 60.0
"""The distance from a band that weighs as much as the other end of it."""

SPOTS = 20
"""The spots of a way beside which words may stand."""

FEW = 2
"""One of so many of them tells how near the way is to a box."""

AWAY_MM = (3.0, 8.0, 14.0, 22.0, 32.0, 44.0, 58.0, 74.0)
"""The distances from a band's edge at which they may."""

MISTAKEN_MM, CLEARLY_MM = 25.0, 6.0
"""The distance that weighs as much as not to stand clearly nearer to its band than to others."""

WETTED_MM = 40.0
"""The distance that weighs as much as to stand on a river's line."""

CROSSED_MM = 30.0
"""The distance that weighs as much as a leader across a band of others."""

OVER = 1.0
"""The mm that weigh as much as each mm of a leader on bands and lines."""

IN_MM = 9.0
"""A leader ends so far within the edge of a wide band; in the middle of any other."""

CLEAR_MM = 1.5
"""Room between words and the end of their leader."""

STRIDE_MM = 2.0
"""The distance of the points at which a leader is tried."""

UNDER_MM = 6.0
"""The distance that weighs as much as to stand under a band instead of above it."""

ROUND = tuple(cmath.rect(1, math.tau * step / 16) for step in range(16))
"""The directions from its spot in which a place's name may stand."""

NAME_MM = (3.0, 6.0, 10.0, 15.0, 18.0, 21.0, 25.0, 30.0, 36.0, 42.0, 48.0)
"""The distances from its spot at which it may."""

NAME_WETTED_MM = 15.0
"""The distance that weighs as much for it as to stand on a river's line."""

TURNS = ROUND[::2]
"""The directions from a band, from its left on, in which its words may."""

LEVEL = 0.1
"""The part of the way down from which a direction leads under a band."""

BANK_MM = (2.5, 6.0)
"""The distances from a river at which its name may stand."""

REACH_MM = 12.0
"""The distance of the spots of a river that its name is tried at."""

WATER_MM = 1.2
"""Half the width of a river that no river's name lies on."""

STRAY = 0.1
"""The part of the way along a river from its name's own point that weighs as a distance off."""


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
    """A free box for words, the mm by which it is away from where they belong, its leader.

    It has a flaw if it isn't clearly nearer to its own band than to others, if a river's line is in
    it, and for each band of others that its leader goes across.
    """

    away: float
    box: Box
    leader: Line | None = None
    flaws: int = 0


class Shores:
    """The boxes of a picture that are free but for words: those beside bands and along rivers.

    None lies beyond an area, or on bands and lines. `waters` are the ways of rivers in px, which
    the name of none lies on.
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
        self._bounds = {
            key: _around(spots, self._ways[key][1]) for key, spots in self._spots.items()
        }
        self._swept = {key: swept(*way) for key, way in self._ways.items()}
        self._swept[id(river.bands[0])] += region_of(ring(river, sight))
        lines = [arc for _, arc in arcs(river, sight)]
        lines += [block(river, one.line, sight) for one in river.blocks]
        bands = QRegion()
        for region in self._swept.values():
            bands += region
        for line in lines:
            bands += swept(line, TOOTH_MM[1] * self.mm)
        self._size = sight.width, sight.height
        self._bands = Cells(self._size, partial(fill, region=bands))
        self._waters = waters
        self._beside: dict[tuple[object, ...], Replayed[Berth]] = {}
        self._along: dict[tuple[object, ...], Replayed[Berth]] = {}
        self._around: dict[tuple[object, ...], Replayed[tuple[float, Px, Berth]]] = {}
        self._tried: dict[tuple[int, ...], list[_Spot]] = {}
        self._met: dict[int, tuple[int, float]] = {}
        self._seen: dict[int, list[Px]] = {}

    def free(self, box: Box) -> bool:
        """True if a box lies in the area, and on no band."""
        return self.area.holds(box) and self._bands.free(box.left, box.top, box.right, box.bottom)

    def beside(self, bands: Sequence[Band], size: Size) -> Iterable[Berth]:
        """The free boxes beside some bands, the nearest to where words belong first."""
        key = tuple(map(id, bands)), size
        if key not in self._beside:
            self._beside[key] = Replayed(self._beside_of(bands, size))
        return self._beside[key]

    def _beside_of(self, bands: Sequence[Band], size: Size) -> Iterator[Berth]:
        """The same; what stands nearer to another band waits for its turn."""
        area, (wide, high) = self.area, size
        first, right = area.left, area.right - wide
        highest, bottom = area.top, area.bottom - high
        half_wide, half_high, free = wide / 2, high / 2, self._bands.free
        waiting: list[tuple[float, int, Berth]] = []
        reaches: dict[int, float] = {}
        for number, tried in enumerate(self._spots_beside(bands)):
            away, _, ray, spot, toward, off = tried
            while waiting and waiting[0][0] <= away:
                yield heappop(waiting)[2]
            reach = reaches.get(ray)
            if reach is None:
                reach = reaches[ray] = _reach(toward, size)
            middle = spot + toward * (off + reach)
            left, top = round(middle.real - half_wide), round(middle.imag - half_high)
            if not (first <= left <= right and highest <= top <= bottom):
                continue
            if free(left, top, left + wide, top + high):
                box = Box(left, top, left + wide, top + high)
                (crossed, over), wet = self._met_by(tried), self.wet(box)
                mistaken = self._mistaken(box, tried.band)
                away += CROSSED_MM * crossed + WETTED_MM * wet + MISTAKEN_MM * mistaken + over
                berth = Berth(away, box, self._leader(tried), crossed + wet + mistaken)
                heappush(waiting, (away, number, berth))
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

    def _met_by(self, tried: _Spot) -> tuple[int, float]:
        """The bands that a leader goes across to its own, and the weight of what it lies on.

        They are the same for words of any size.
        """
        key = id(tried)  # one of `_tried`, which keeps it
        if key not in self._met:
            points = _points(self._leader(tried), STRIDE_MM * self.mm)
            self._met[key] = self._count_crossed(tried, points), self._over(points)
        return self._met[key]

    def _count_crossed(self, tried: _Spot, line: Sequence[Point]) -> int:
        below = {id(tried.band)}
        if tried.band.deed is Deed.TURN_BACK:  # on the main one
            below.add(id(self._river.bands[0]))
        points = QPolygon([QPoint(round(x), round(y)) for x, y in line])
        box = points.boundingRect()
        return sum(
            any(map(region.contains, points.toList()))
            for key, region in self._swept.items()
            if key not in below and region.intersects(box)
        )

    def over(self, leader: Line) -> float:
        """The mm of a leader that lie on bands and lines, as they weigh."""
        return self._over(_points(leader, STRIDE_MM * self.mm))

    def _over(self, points: Iterable[Point]) -> float:
        holds = self._bands.holds
        return OVER * STRIDE_MM * sum(holds(x, y) for x, y in points)

    def _mistaken(self, box: Box, band: Band) -> bool:
        """True if a box isn't clearly nearer to its own band than to any that tells another deed.

        All that leaves the main band is near that.
        """
        own, others = math.inf, list[Band]()
        for other in self._river.bands:
            if (other.deed, other.side) == (band.deed, band.side):
                own = min(own, self._off(box, other))
            elif other is not self._river.bands[0]:
                others.append(other)
        clear = max(0.0, own) + CLEARLY_MM * self.mm
        return any(
            self._bounds[id(other)].meets(box.grown(clear, clear))
            and max(0.0, self._off(box, other)) < clear
            for other in others
        )

    def _off(self, box: Box, band: Band) -> float:
        """The px from a box to the edge of a band; less than 0 on it."""
        key = id(band)
        return _away(box, self._spots[key]) - self._ways[key][1]

    def around(self, spot: Px, size: Size) -> Iterable[tuple[float, Px, Berth]]:
        """The free boxes round a spot, the nearest first: the mm from it, and the direction."""
        key = spot, size
        if key not in self._around:
            self._around[key] = Replayed(self._around_of(spot, size))
        return self._around[key]

    def _around_of(self, spot: Px, size: Size) -> Iterator[tuple[float, Px, Berth]]:
        for away, turn in product(NAME_MM, ROUND):
            box = _moved(spot, turn, away * self.mm, size)
            if self.free(box):
                yield away, turn, Berth(away + NAME_WETTED_MM * self.wet(box), box)

    def along(self, number: int, near: Px, size: Size) -> Iterable[Berth]:
        """The free boxes at one of the waters, the nearest to it and to a point of it first."""
        key = number, near, size
        if key not in self._along:
            self._along[key] = Replayed(self._along_of(self._waters[number], near, size))
        return self._along[key]

    def _along_of(self, way: Sequence[Px], near: Px, size: Size) -> Iterator[Berth]:
        tries = [
            (away + STRAY * abs(spot - near) / self.mm, away, spot)
            for spot in self._reached(way)
            for away in BANK_MM
        ]
        for cost, away, spot in sorted(tries, key=lambda tried: tried[0]):
            for turn in TURNS:
                box = _moved(spot, turn, away * self.mm, size)
                if self.free(box) and not self.wet(box):
                    yield Berth(cost, box)

    def reached(self, number: int) -> list[Px]:
        """The spots of one of the waters that are seen in the area."""
        box = self.area
        if number not in self._seen:
            self._seen[number] = [
                spot
                for spot in self._reached(self._waters[number])
                if box.left <= spot.real <= box.right and box.top <= spot.imag <= box.bottom
            ]
        return self._seen[number]

    def _reached(self, way: Sequence[Px]) -> list[Px]:
        return [
            complex(*spot)
            for leg in _legs(way)
            if self.area.is_cut(leg)
            for spot in _points(leg, REACH_MM * self.mm)
        ]

    def wet(self, box: Box) -> bool:
        """True if a river's line is in a box, which lies in the picture."""
        return not self._waterways.free(box.left, box.top, box.right, box.bottom)

    @cached_property
    def _waterways(self) -> Cells:
        """The cells of all waters."""
        return Cells(self._size, partial(draw, ways=self._waters, width=WATER_MM * self.mm))


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
        if (far := across * across + down * down) < nearest:
            nearest = far
    return math.sqrt(nearest)


def _around(spots: Sequence[Point], reach: float) -> Box:
    """The box around some spots, and so many px more on each side."""
    xs, ys = [x for x, _ in spots], [y for _, y in spots]
    box = (
        *(min(xs, default=math.inf), min(ys, default=math.inf)),
        *(max(xs, default=-math.inf), max(ys, default=-math.inf)),
    )
    return Box(*box).grown(reach, reach)


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
