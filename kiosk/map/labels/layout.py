"""The layout of the map: in which order symbols, names and proofs look for their places."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from kiosk.exhibit.clock import Sighting
from kiosk.exhibit.kinds import ref_of
from kiosk.exhibit.model import Area, Exhibit, Place, PlaceKind
from kiosk.map.boxes import Point
from kiosk.map.labels.areanames import AreaNames
from kiosk.map.labels.callouts import Callouts
from kiosk.map.labels.edges import Edges
from kiosk.map.labels.edges import Memory as EdgesMemory
from kiosk.map.labels.laying import UNNAMED, Laying, Lines
from kiosk.map.labels.lines import Drawn, Rails, foes_in, lines_on, withdrawals
from kiosk.map.labels.names import Memory as NamesMemory
from kiosk.map.labels.names import Names, dot_box
from kiosk.map.labels.numbers import LONG_MM, Numbers
from kiosk.map.labels.placenames import LEFT_OUT, PlaceNames, has_dot
from kiosk.map.labels.placing import rounded
from kiosk.map.labels.request import LEAST, MOST, Request
from kiosk.map.labels.result import Result, Waiting
from kiosk.map.labels.slots import square_at
from kiosk.map.labels.unit import Unit
from kiosk.map.labels.units import Memory as UnitsMemory
from kiosk.map.labels.units import Units
from kiosk.map.signs.marches import DrawnArea
from kiosk.map.viewport import PlanePoint, Viewport

AHEAD, FIGHTING = 60.0, 20.0
"""The trouble, in mm, by which another comes before a formation the page speaks of, or that fights.
"""

BETTER = 2.0
"""The gain, in mm, by which another order must be better to be taken."""

TRIES, JOINTS = 2, 3
"""The other orders that are tried at most, and how often those without room join others."""

FEW = 45
"""With more symbols in sight another order is not tried."""

Line = Sequence[PlanePoint]


@dataclass(frozen=True)
class _Setting:
    """All that is to be laid, places with their ranks, the lines there, and points to keep clear.

    What the page names and lies outside the room is `away`. Who stands `holds` its side, as only
    time has passed.
    """

    request: Request
    viewport: Viewport
    hours: float
    lines: Lines
    units: Sequence[Unit]
    places: Sequence[tuple[int, Place]]
    areas: Sequence[Area]
    sieged: Sequence[DrawnArea]
    clear: Sequence[Point]
    away: Sequence[Waiting]
    holds: bool


@dataclass(frozen=True)
class Memory:
    """The places that all had, and who had no room, so that nothing hops while little changes."""

    units: UnitsMemory = field(default_factory=lambda: (({}, {}), set(), {}))
    names: NamesMemory = field(default_factory=lambda: ({}, {}, {}))
    edges: EdgesMemory = field(default_factory=dict)
    joined: Mapping[str, str] = field(default_factory=dict)
    viewport: Viewport | None = None

    def of_names(self) -> Memory:
        """The places of names alone."""
        return Memory(names=self.names, viewport=self.viewport)


class MapLayout:
    """Places symbols and names for what the camera looks at, what matters most first.

    What has no room near its true spot is left out, and what the page names beyond the frame waits
    at its edge; a formation may be folded into the one above it, or become a square.
    """

    def __init__(self, exhibit: Exhibit) -> None:
        self._names, self._rails, self._shores = Names(), Rails(), Rails()
        self._units = Units(exhibit)
        self._places = PlaceNames(exhibit, self._names)
        self._areas, self._edges = AreaNames(exhibit, self._names), Edges(exhibit)
        self._callouts, self._numbers = Callouts(self._names), Numbers(self._names)

    def take_rails(self, rails: Sequence[Line]) -> None:
        """Takes the railway's lines, which other names keep off and symbols don't cross."""
        self._rails.take(rails)
        self._places.take(PlaceKind.RAILWAY, rails)

    def take_rivers(self, rivers: Sequence[Line]) -> None:
        """Takes the rivers' lines, along which their names stand; symbols keep to a bank."""
        self._places.take(PlaceKind.RIVER, rivers)
        self._shores.take(self._places.main_rivers())

    def lay(
        self,
        request: Request,
        viewport: Viewport,
        moment: dt.datetime,
        sightings: Sequence[Sighting],
        drawn: Drawn,
        before: Memory,
        *,
        settle: bool,
    ) -> Generator[None, None, tuple[Result, Memory]]:
        """Signs for what is seen of `sightings`, in their order, and names of the places.

        It pauses after each thing that is placed. Names keep off what is `drawn`, and no symbol
        crosses an area's line. Without `settle` what has had a place `before` keeps it while that
        serves. The memory is for the next time.
        """
        self._recall((before.units, before.names, before.edges))
        crowds = self._units.crowds
        crowds.joined = dict(before.joined)
        holds = not settle and before.viewport == viewport
        setting = self._setting(request, viewport, moment, sightings, drawn, holds=holds)
        yield
        result = (yield from self._best(setting, settle=settle)).result
        result.names.sort(key=lambda label: label.key)
        result.signs.sort(key=lambda sign: (not sign.square, sign.key))
        result.edges.sort(key=lambda item: item.key)
        return result, Memory(*self._memory(), dict(crowds.joined), viewport)

    def _setting(
        self,
        request: Request,
        viewport: Viewport,
        moment: dt.datetime,
        sightings: Sequence[Sighting],
        drawn: Drawn,
        *,
        holds: bool,
    ) -> _Setting:
        mm = request.px_per_mm
        lines, heads = lines_on(viewport, drawn, mm, self._rails, self._shores)
        units = self._units.seen(request, viewport, moment, sightings, heads, foes_in(drawn))
        clear = heads | {rounded(unit.wish.spot) for unit in units}
        clear.update(withdrawals(drawn, viewport, mm))
        for unit in units:
            spots = lines.strokes if request.marks(unit.formation) else lines.dots
            spots.take(square_at(unit.wish.spot, mm))
        places = self._places.wanted(request, viewport, moment)
        for rank, place in places:
            dot = viewport.spot(*place.at)
            if has_dot(place):
                lines.dots.take(dot_box(dot, mm))
            if (viewport.is_afar and rank == MOST) or request.speaks_of(place):
                clear.add(rounded(dot))
        areas = self._areas.wanted(request, viewport, moment)
        sieged = [what for what in drawn if areas and isinstance(what, DrawnArea) and what.sieges]
        away = self._units.away(request, viewport, sightings)
        away += self._places.away(request, viewport, places)
        away.sort(key=lambda waiting: waiting.ref not in request.marked)
        away = self._numbers.away(request, viewport) + away
        hours = moment.timestamp() / 3600
        return _Setting(
            request, viewport, hours, lines, units, places, areas, sieged, list(clear), away, holds
        )

    def _best(self, setting: _Setting, *, settle: bool) -> Generator[None, None, Laying]:
        """The best of some layings; each next one begins with who had trouble so far.

        Then one symbol stands for those that found no room and others with them; no number of a
        proof comes before it, but in the last those that still stand badly.
        """
        crowds = self._units.crowds
        if settle:
            crowds.joined.clear()
        crowds.gather(setting.request, setting.units)
        before = self._memory()
        best = yield from self._laying(setting, {}, settle=settle)
        after = self._memory()
        trouble, few = Counter(best.trouble), len(setting.units) <= FEW
        for _ in range(TRIES if settle and few else int(best.is_poor and few)):
            self._recall(before)
            other = yield from self._laying(setting, trouble, settle=settle)
            trouble.update(other.trouble)
            if other.cost < best.cost - BETTER:
                best, after = other, self._memory()
            elif not best.is_poor:
                break
        numbers = {str(proof.ref): 0.0 for proof in setting.request.proofs}
        first, last, joined = best, best, dict(crowds.joined)
        for _ in range(JOINTS if few else 0):
            if not last.joins or (setting.holds and not last.lacks):
                break
            for joining in last.joins:
                crowds.join(*joining)
            self._recall(before)
            last = yield from self._laying(setting, {**trouble, **numbers}, settle=settle)
            trouble.update(last.trouble)
            if last.cost < best.cost - BETTER:
                best, after, joined = last, self._memory(), dict(crowds.joined)
        crowds.joined = joined
        badly = {ref: best.trouble[ref] for ref in numbers if best.trouble.get(ref, 0.0) >= LONG_MM}
        if badly and best is not first:
            self._recall(before)
            yield
            last = yield from self._laying(setting, {**trouble, **numbers, **badly}, settle=settle)
            if last.cost < best.cost - BETTER:
                best, after = last, self._memory()
        self._recall(after)
        return best

    def _memory(self) -> tuple[UnitsMemory, NamesMemory, EdgesMemory]:
        return self._units.memory(), self._names.memory(), self._edges.memory()

    def _recall(self, memory: tuple[UnitsMemory, NamesMemory, EdgesMemory]) -> None:
        self._units.recall(memory[0])
        self._names.recall(memory[1])
        self._edges.recall(memory[2])

    def _laying(
        self, setting: _Setting, trouble: Mapping[str, float], *, settle: bool
    ) -> Generator[None, None, Laying]:
        """Places everything once; of equal rank, who had the most `trouble` comes first."""
        request = setting.request
        there = request, setting.viewport, setting.lines, setting.hours
        laying = Laying(*there, settle=settle, holds=setting.holds)
        units = self._units.crowds.merged(request, setting.viewport, setting.units)
        held = self._units.begin(laying, units, setting.clear)
        self._names.begin(laying, held)
        chosen = [unit for unit in units if unit.is_marked(request)]
        for unit in chosen:
            laying.pinned.take(square_at(unit.wish.spot, request.px_per_mm))
        away = {waiting.ref for waiting in setting.away}
        places = [(turn, place) for turn, place in setting.places if ref_of(place) not in away]
        crowded = any(cost >= UNNAMED for cost in trouble.values())
        towns = [place for _, place in places if _is_first(request, place, trouble, crowded)]
        for _, place in places:
            told = request.speaks_of(place)
            if (told or self._places.is_home(place)) and has_dot(place):
                spot = laying.spots[place.id] = setting.viewport.spot(*place.at)
                if request.marks(place) or (told and not crowded):
                    laying.keep_dot(place.id, dot_box(spot, laying.mm))
        for spot in setting.viewport.on_screen([proof.at for proof in request.proofs]):
            laying.table.take(dot_box(spot, laying.mm))
        first = [place for _, place in places if self._places.holds(laying, place)]
        for place in first:
            self._places.lay(laying, place)
        places = [(turn, place) for turn, place in places if place not in first]
        self._edges.begin(setting.clear, holds=setting.holds)
        for waiting in setting.away:
            self._edges.lay(laying, waiting)
        proofs = [proof for proof in request.proofs if proof.ref not in away]
        badly = [proof for proof in proofs if trouble.get(str(proof.ref), 0.0) >= LONG_MM]
        for proof in badly:
            self._numbers.lay(laying, proof)
        yield from self._lay_all(laying, chosen, towns, trouble)
        for proof in proofs:
            if proof not in badly:
                self._numbers.lay(laying, proof)
        laying.result.proofs.sort(key=lambda sign: sign.number)
        for rank in range(MOST, LEAST + 1):
            ranked = [u for u in units if u.rank == rank and u not in chosen]
            named = [p for turn, p in places if turn == rank and p not in towns]
            urgent = [unit for unit in ranked if _trouble_of(unit, trouble) >= UNNAMED]
            yield from self._lay_all(laying, urgent, [], trouble)
            ranked = [unit for unit in ranked if unit not in urgent]
            for place in named:
                if self._places.precedes(laying, place):
                    self._places.lay(laying, place)
                    yield
            after = [place for place in named if not self._places.precedes(laying, place)]
            yield from self._lay_all(laying, ranked, after, trouble)
            if rank == MOST:
                for number, proposal in enumerate(request.proposals):
                    self._callouts.lay(laying, number, proposal)
            if rank == MOST + 1:
                for area in setting.areas:
                    self._areas.lay(laying, area)
                    yield
                self._areas.lay_gap(laying, setting.sieged)
        self._places.add_seconds(laying)
        return laying

    def _lay_all(
        self,
        laying: Laying,
        units: Sequence[Unit],
        places: Sequence[Place],
        trouble: Mapping[str, float],
    ) -> Iterator[None]:
        """Places symbols, then names, but who had the most `trouble` first.

        Small ones come last: they may fold into others that stand.
        """
        request = laying.request
        turns: list[tuple[bool, float, Callable[[], None]]] = []
        for unit in units:
            told = AHEAD if unit.told(request) else FIGHTING if unit.wish.foes else 0.0
            ahead = told + _trouble_of(unit, trouble)
            last = unit.is_small and not unit.is_marked(request)
            turns.append((last, -ahead, partial(self._units.lay, laying, unit)))
        for place in places:
            ahead = trouble.get(place.id, 0.0)
            turns.append((False, -ahead, partial(self._places.lay, laying, place)))
        for *_, lay in sorted(turns, key=lambda turn: turn[:2]):
            lay()
            yield


def _trouble_of(unit: Unit, trouble: Mapping[str, float]) -> float:
    """The most trouble of those for which a symbol stands."""
    return max(trouble.get(key, 0.0) for key in (unit.key, *unit.members))


def _is_first(request: Request, place: Place, trouble: Mapping[str, float], crowded: bool) -> bool:
    """True if a place is marked, or told of and left out where no symbol was: those come first."""
    left_out = request.speaks_of(place) and trouble.get(place.id, 0.0) >= LEFT_OUT
    return (left_out and not crowded) or request.marks(place)
