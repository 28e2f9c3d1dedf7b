"""Crowds: bodies of one side for which one symbol stands where there is no room for each."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from kiosk.exhibit.clock import WEAKER
from kiosk.exhibit.geo import unproject
from kiosk.exhibit.model import Echelon, Exhibit, Formation
from kiosk.exhibit.vocabulary import Vocabulary
from kiosk.map.labels.leeway import reach
from kiosk.map.labels.request import Request
from kiosk.map.labels.unit import Unit, Wish, named
from kiosk.map.signs.symbols import Symbol
from kiosk.map.viewport import Viewport

SHARED_MM = 24.0
"""As near to each other, about a symbol's width, bodies may share a symbol for want of room."""

STOOD_FOR_MM = 40.0
"""The distance within which one above it, or the crowd that it joined, may stand for a body."""

PARTED = 1.5
"""Those that share a symbol stand apart again when they are farther off by so many times."""


class Crowds:
    """Says which bodies share a symbol, and makes the unit that stands for them.

    Of a crowd the symbol is that of the one in it to which all others belong; else of the one
    above them, if that has no place of its own; else it tells in words how many they are.
    """

    def __init__(self, exhibit: Exhibit) -> None:
        self._vocabulary = Vocabulary(exhibit)
        self._formations: dict[str, Formation] = exhibit.indexed("formations")
        self.joined: dict[str, str] = {}
        """By id the one that a body has joined."""

    def above(self, key: str) -> Iterator[str]:
        """Those that a formation belongs to, the nearest first; all by their ids."""
        parent = self._formations[key].parent
        while parent:
            yield parent
            parent = self._formations[parent].parent

    # ------------------------------------------------------------ who joins whom

    def gather(self, request: Request, units: Sequence[Unit]) -> None:
        """Joins those of `units` whose symbols can't stand beside each other at this scale.

        What the page speaks of looks for a place of its own first, and may lead others.
        """
        for one, other in combinations(units, 2):
            near = one.wish.side == other.wish.side and _collide(one, other, request.px_per_mm)
            if not near or (one.wish.told and other.wish.told):
                continue
            lead, joining = (other, one) if other.key in self.above(one.key) else (one, other)
            leads = lead.key in self.above(joining.key) or not lead.wish.told
            if leads and not joining.wish.told and self._may_share(request, lead, joining):
                self.join(joining.key, lead.key)

    def joining(
        self, request: Request, unit: Unit, units: Sequence[Unit], stood: Collection[str]
    ) -> tuple[str, str] | None:
        """The two that might share a symbol, as a body of `units` found no room; their roots.

        It joins one above it that has `stood`, else the nearest that it may; where there is none,
        the nearest of another side that has stood makes room.
        """
        found = self._partner(request, unit, units, stood)
        if found:
            return unit.root, found.root
        spot, reach = unit.wish.spot, SHARED_MM * request.px_per_mm
        others = [
            (math.dist(spot, one.wish.spot), one.key, one)
            for one in units
            if one.wish.side != unit.wish.side and one.key in stood
        ]
        for apart, _, one in sorted(others):
            found = self._partner(request, one, units, stood) if apart < reach else None
            if found:
                return one.root, found.root
        return None

    def _partner(
        self, request: Request, unit: Unit, units: Sequence[Unit], stood: Collection[str]
    ) -> Unit | None:
        mm, above = request.px_per_mm, {*self.above(unit.key)}
        near = []
        for other in units:
            apart = math.dist(unit.wish.spot, other.wish.spot)
            leads = other.key in above and other.key in stood
            within = apart < (STOOD_FOR_MM if leads else SHARED_MM) * mm
            if other is not unit and within and self._may_share(request, unit, other):
                near.append((not leads, apart, other))
        return min(near, key=lambda one: one[:2], default=(True, 0.0, None))[2]

    def join(self, key: str, other: str) -> None:
        """Has a body and all that have joined it join another, or the other it if it's above it."""
        first, second = self.joined.get(key, key), self.joined.get(other, other)
        if first in self.above(second):
            first, second = second, first
        if first != second:
            for member in self._crowd(first):
                self.joined[member] = second

    def _crowd(self, key: str) -> list[str]:
        """All that share a symbol with a body, it among them."""
        lead = self.joined.get(key, key)
        return [lead, *(member for member, other in self.joined.items() if other == lead)]

    def _may_share(self, request: Request, one: Unit, other: Unit) -> bool:
        """True if one symbol can tell truly of both and of those that have joined them."""
        if one.wish.side != other.wish.side or one.wish.ended or other.wish.ended:
            return False
        if any(map(request.chooses, (*one.every, *other.every))):
            return False
        tops = self._tops({*self._crowd(one.root), *self._crowd(other.root)})
        alike = len({self._formations[key].echelon for key in tops}) == 1
        return alike or self._superior(tops, one.wish.side) is not None

    def _tops(self, keys: Collection[str]) -> list[str]:
        """Those of `keys` that belong to none of the others."""
        return [key for key in keys if not any(above in keys for above in self.above(key))]

    def _superior(self, keys: Sequence[str], side: str) -> Formation | None:
        """The nearest above all of `keys` that is of a side and has no place of its own."""
        first, *others = ([*self.above(key)] for key in keys)
        for key in first:
            formation = self._formations[key]
            placeless = formation.side == side and not formation.track
            if placeless and all(key in above for above in others):
                return formation
        return None

    # ------------------------------------------------------------ what stands for them

    def merged(self, request: Request, viewport: Viewport, units: Sequence[Unit]) -> list[Unit]:
        """`units` with one for each crowd, in the place of the one that the others joined."""
        every = {unit.key: unit for unit in units}
        crowds: dict[str, list[Unit]] = defaultdict(list)
        for unit in units:
            lead = every.get(self.joined.get(unit.key, ""))
            if lead and self._stays(request, unit, lead):
                crowds[lead.key].append(unit)
        joined = {unit.key for crowd in crowds.values() for unit in crowd}
        taken, found = {*every}, []
        for unit in units:
            if unit.key not in joined:
                crowd = [unit, *crowds.get(unit.key, ())]
                found.append(self._made(request, viewport, crowd, taken) if crowd[1:] else unit)
                taken.add(found[-1].key)
        shown = {key: unit.key for unit in found for key in unit.members}
        return [_facing(unit, shown) if unit.wish.foes else unit for unit in found]

    def _stays(self, request: Request, unit: Unit, lead: Unit) -> bool:
        """True if one symbol may go on to stand for both."""
        far = PARTED * STOOD_FOR_MM * request.px_per_mm
        near = math.dist(unit.wish.spot, lead.wish.spot) < far
        return near and self._may_share(request, unit, lead)

    def _made(
        self, request: Request, viewport: Viewport, crowd: Sequence[Unit], taken: Collection[str]
    ) -> Unit:
        """The unit that stands for a crowd."""
        keys = tuple(unit.key for unit in crowd)
        rank = min(unit.rank for unit in crowd)
        every = tuple(unit.formation for unit in crowd)
        tops = self._tops(keys)
        lead, *others = (unit for unit in crowd if unit.key in tops)
        if not others:
            rest = tuple(one for one in every if one.id != lead.key)
            return named(request, replace(lead, rank=rank, others=rest, members=keys))
        spots = [unit.wish.spot for unit in crowd]
        spot = sum(x for x, _ in spots) / len(spots), sum(y for _, y in spots) / len(spots)
        doubt = max(math.dist(spot, other) for other in spots)
        doubt = max(doubt, min(unit.wish.doubt for unit in crowd))
        formation, symbol = self._told(request, [lead, *others], taken)
        x, y = viewport.x + spot[0] / viewport.scale, viewport.y + spot[1] / viewport.scale
        lon, lat = unproject(x, y)
        headed = any(unit.wish.headed for unit in crowd)
        size = request.symbol_size(symbol)
        told = any(unit.wish.told for unit in crowd)
        foes = frozenset[str]().union(*(unit.wish.foes for unit in crowd))
        side = lead.wish.side
        wish = Wish(formation.id, spot, side, size, doubt, headed=headed, told=told, foes=foes)
        sighting = replace(lead.sighting, lon=lon, lat=lat)
        small = self._vocabulary.is_small(formation.echelon)
        unit = Unit(formation, sighting, rank, wish, symbol, every, keys, amid=True, is_small=small)
        return named(request, unit)

    def _told(
        self, request: Request, tops: Sequence[Unit], taken: Collection[str]
    ) -> tuple[Formation, Symbol]:
        """The one for which the symbol of a crowd stands, and that symbol."""
        formation = tops[0].formation
        sure = max((unit.symbol.certainty for unit in tops), key=WEAKER.index)
        symbol = replace(tops[0].symbol, certainty=sure, former=None)
        superior = self._superior([unit.key for unit in tops], tops[0].wish.side)
        if superior and superior.id not in taken:
            text = superior.number.in_(request.language) if superior.number else ""
            return superior, replace(
                symbol,
                text=text,
                echelon=superior.echelon,
                arm=superior.arm,
                marks=self._vocabulary.marks(superior.echelon),
                sign=self._vocabulary.sign(superior.arm),
            )
        return formation, replace(symbol, text=self._counted(request, formation, len(tops)))

    def _counted(self, request: Request, formation: Formation, count: int) -> str:
        """So many of the size of a formation, in words; the number alone where there are none."""
        own = self._vocabulary.echelons.get(formation.echelon)
        if own and own.count:
            return own.count.in_(request.language).replace("{0}", str(count))
        if request.teller is None or (own and formation.echelon not in set(Echelon)):
            return str(count)
        return request.teller.phrases.say(f"count_{formation.echelon}", count)


def _facing(unit: Unit, shown: Mapping[str, str]) -> Unit:
    """A unit that faces those which show its foes."""
    foes = frozenset(shown.get(foe, foe) for foe in unit.wish.foes)
    return replace(unit, wish=replace(unit.wish, foes=foes))


def _collide(one: Unit, other: Unit, mm: float) -> bool:
    """True if the symbols of two can't both stand, wherever their leeway lets them."""
    first, second = one.wish, other.wish
    reaches = [reach(wish.symbol, wish.doubt) for wish in (first, second)]
    return all(
        abs(first.spot[i] - second.spot[i]) + reaches[0][i] + reaches[1][i]
        < (first.symbol[i] + second.symbol[i]) / 2 + mm
        for i in (0, 1)
    )
