"""The layout of the map: in which order symbols and names look for their places."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kiosk.exhibit.clock import Sighting
from kiosk.exhibit.model import Area, Exhibit, Place
from kiosk.stage.areanames import AreaNames
from kiosk.stage.focus import Focus, PlanePoint
from kiosk.stage.laid import Laid
from kiosk.stage.laying import Laying
from kiosk.stage.look import LEAST, MOST, Look
from kiosk.stage.names import Memory as NamesMemory
from kiosk.stage.names import Names
from kiosk.stage.placenames import PlaceNames
from kiosk.stage.placing import Box, Point, Table, rounded
from kiosk.stage.rails import Rails
from kiosk.stage.units import Memory as UnitsMemory
from kiosk.stage.units import Unit, Units

BETTER = 6.0
"""By how much, in mm, another order must be better to be taken."""

FEW = 45
"""With more symbols in sight another order is not tried."""

Line = Sequence[PlanePoint]


@dataclass(frozen=True)
class _Setting:
    """What is to be laid, places with their ranks, and the lines and points to keep clear."""

    look: Look
    focus: Focus
    hours: float
    lines: Table
    units: Sequence[Unit]
    places: Sequence[tuple[int, Place]]
    areas: Sequence[Area]
    clear: Sequence[Point]


class MapLayout:
    """Places symbols and names for what the camera looks at, what matters most first.

    What has no room near its true spot is left out; a formation may be folded into the one above
    it, or become a pip.
    """

    def __init__(self, exhibit: Exhibit) -> None:
        self._names, self._rails = Names(), Rails()
        self._units = Units(exhibit)
        self._places = PlaceNames(exhibit, self._names)
        self._areas = AreaNames(exhibit, self._names)

    def take_rails(self, rails: Sequence[Line]) -> None:
        """Takes the railway's lines, which names keep off."""
        self._rails.take(rails)

    def take_rivers(self, rivers: Sequence[Line]) -> None:
        """Takes the rivers' lines, along which their names stand."""
        self._places.courses.take(rivers)

    def forget(self) -> None:
        """Lets everything find its place as if for the first time."""
        self._units.forget()
        self._names.forget()

    def lay(
        self,
        look: Look,
        focus: Focus,
        moment: dt.datetime,
        sightings: Sequence[Sighting],
        marches: Sequence[Line],
        *,
        settle: bool,
    ) -> Laid:
        """Rows for what is seen of `sightings`, in their order, and of the places.

        Names keep off `marches`. Without `settle` what has a place keeps it while that serves.
        """
        setting = self._setting(look, focus, moment, sightings, marches)
        laid = self._best(setting, settle=settle).laid
        laid.names.sort(key=lambda row: str(row["key"]))
        laid.units.sort(key=lambda row: (not row["pip"], str(row["key"])))
        return laid

    def _setting(
        self,
        look: Look,
        focus: Focus,
        moment: dt.datetime,
        sightings: Sequence[Sighting],
        marches: Sequence[Line],
    ) -> _Setting:
        lines = Table(focus.room, self._rails.table(focus))
        ways = [focus.on_screen(way) for way in marches]
        for way in ways:
            lines.take_line(way)
        heads = {rounded(way[-1]) for way in ways}
        units = self._units.seen(look, focus, sightings, heads)
        clear = heads | {rounded(unit.wish.spot) for unit in units}
        places = self._places.wanted(look, focus, moment)
        for rank, place in places:
            dot = focus.spot(*place.at)
            lines.take(Box.around(*dot, 3 * look.px_per_mm, 3 * look.px_per_mm))
            if focus.is_afar and rank == MOST:
                clear.add(rounded(dot))
        areas = self._areas.wanted(look, focus, moment)
        hours = moment.timestamp() / 3600
        return _Setting(look, focus, hours, lines, units, places, areas, list(clear))

    def _best(self, setting: _Setting, *, settle: bool) -> Laying:
        """The best of some layings; each next one begins with who had trouble in the best."""
        before = self._memory()
        best, after = self._laying(setting, {}, settle=settle), self._memory()
        few = len(setting.units) <= FEW
        for _ in range(2 if settle and few else int(best.is_poor and few)):
            self._recall(before)
            other = self._laying(setting, best.trouble, settle=settle)
            if other.cost > best.cost - BETTER:
                break
            best, after = other, self._memory()
        self._recall(after)
        return best

    def _memory(self) -> tuple[UnitsMemory, NamesMemory]:
        return self._units.memory(), self._names.memory()

    def _recall(self, memory: tuple[UnitsMemory, NamesMemory]) -> None:
        self._units.recall(memory[0])
        self._names.recall(memory[1])

    def _laying(self, setting: _Setting, trouble: Mapping[str, float], *, settle: bool) -> Laying:
        """Places everything once; of equal rank, who had the most `trouble` comes first."""
        look = setting.look
        laying = Laying(look, setting.focus, setting.lines, setting.hours, settle=settle)
        held = self._units.begin(laying, setting.units, setting.clear)
        self._names.begin(laying.table, laying.lines, look.px_per_mm, held, settle=settle)
        ordered = sorted(setting.units, key=lambda unit: -trouble.get(unit.key, 0.0))
        for rank in range(MOST, LEAST + 1):
            self._lay_rank(laying, rank, ordered, setting.places)
            if rank == MOST + 1:
                for area in setting.areas:
                    self._areas.lay(laying, area)
        for row in laying.laid.names:
            if row["kind"] != "area":
                self._places.add_second(laying, row)
        return laying

    def _lay_rank(
        self, laying: Laying, rank: int, units: Sequence[Unit], places: Sequence[tuple[int, Place]]
    ) -> None:
        """Places what is of one rank: the names that precede, the symbols, the other names."""
        named = [place for turn, place in places if turn == rank]
        for place in named:
            if self._places.precedes(laying, place):
                self._places.lay(laying, place)
        for unit in units:
            if unit.rank == rank:
                self._units.lay(laying, unit)
        for place in named:
            if not self._places.precedes(laying, place):
                self._places.lay(laying, place)
