"""What stands on the map at the moment: symbols, names, marches, areas, placed on the screen."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtQml import QmlElement

from kiosk.exhibit.clock import Clock, Sighting
from kiosk.exhibit.geo import distance_km, plane_per_ground, project
from kiosk.exhibit.model import ENDED, Area, Certainty, Echelon, Exhibit, Formation, Place, PlaceKind
from kiosk.stage.camera import MapCamera
from kiosk.stage.placing import Box, Table, beside, fan
from kiosk.stage.rows import Rows
from kiosk.stage.symbols import symbol_size, symbol_source
from kiosk.visit.playhead import Playhead
from kiosk.visit.property import Property, QmlUncreatable

QML_IMPORT_NAME = "Kiosk.Stage"
QML_IMPORT_MAJOR_VERSION = 1

SANS, SERIF = "Noto Sans SC", "Noto Serif SC"

SYMBOL_MM = 14.0
"""Width of a formation's symbol on the screen."""

MOST, LEAST = 1, 5
"""The range of importance."""

TOUCH_MM = 10.0
"""A touch within this distance of a symbol or a place finds it."""

LEAST_TEXT_MM = 10.2
"""Em size in mm of the least legible text at 600 mm; beyond it symbols grow with the text."""

TRAIL_HOURS = 30.0
"""How much of its way a formation's arrow shows."""

RELAYOUT_RATIO = 1.06
"""Labels are placed anew when the scale has changed by this much."""

LEAST_GROUND_KM: dict[Echelon, float] = {
    Echelon.REGION: math.inf,
    Echelon.ARMY_GROUP: math.inf,
    Echelon.ARMY: math.inf,
    Echelon.CORPS: math.inf,
    Echelon.DIVISION: 170,
    Echelon.BRIGADE: 110,
    Echelon.REGIMENT: 60,
    Echelon.BATTALION: 30,
}
"""How much ground the focus may show across before a formation of the echelon is left out."""

PLACE_GROUND_KM = {1: math.inf, 2: 420.0, 3: 170.0, 4: 85.0, 5: 42.0}
"""The same for places, by importance."""


@dataclass(frozen=True)
class Arrow:
    """A march: its way on the plane, oldest first, and the colour of who marched."""

    way: tuple[tuple[float, float], ...]
    colour: str
    retreat: bool


@dataclass(frozen=True)
class Ring:
    """How far a formation may have been from where it is drawn, on the plane."""

    x: float
    y: float
    radius: float
    colour: str
    chosen: bool


@dataclass(frozen=True)
class Leader:
    """A line from a symbol that had to move aside to its true spot: spot on the plane, px off."""

    x: float
    y: float
    dx: float
    dy: float


@dataclass(frozen=True)
class Patch:
    """An area in force: its ring on the plane."""

    ring: tuple[tuple[float, float], ...]
    colour: str
    kind: str
    inferred: bool


@cache
def _text_width(text: str, family: str, px: int, bold: bool) -> float:
    font = QFont(family)
    font.setPixelSize(px)
    font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.DemiBold)
    return QFontMetricsF(font).horizontalAdvance(text)


def _by_id(records: Iterable[Formation]) -> dict[str, Formation]:
    return {record.id: record for record in records}


@QmlElement
@QmlUncreatable("The stage owns the ground.")
class Ground(QObject):
    """The overlay of the map at the playhead's moment.

    Signals:
        drawn: arrows, rings, leaders or patches changed.
        picked: a touch found a record, as "formations/ID" or "places/ID".
    """

    drawn = Signal()
    picked = Signal(str)

    def __init__(
        self,
        exhibit: Exhibit,
        clock: Clock,
        camera: MapCamera,
        playhead: Playhead,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._exhibit, self._clock = exhibit, clock
        self._camera, self._playhead = camera, playhead
        self._formations = _by_id(exhibit.formations)
        self._sides = {side.id: side for side in exhibit.sides}
        self._spots = {place.id: project(*place.at) for place in exhibit.places}
        self._places = sorted(exhibit.places, key=lambda place: place.importance)
        self._language = exhibit.exhibit.languages[0]
        self._second: str | None = None
        self._text_px, self._px_per_mm = 30, 4.0
        self._hidden: frozenset[str] = frozenset()
        self._chosen: frozenset[str] = frozenset()
        self._told: frozenset[str] = frozenset()
        self._kept: Box | None = None
        self._laid_scale = 0.0
        self.arrows: tuple[Arrow, ...] = ()
        self.rings: tuple[Ring, ...] = ()
        self.leaders: tuple[Leader, ...] = ()
        self.patches: tuple[Patch, ...] = ()
        self._units = Rows(
            ("key", "planeX", "planeY", "dx", "dy", "source", "symbolWidth", "symbolHeight",
             "label", "labelX", "labelY", "chosen", "ended", "spoken"),
            self,
        )  # fmt: skip
        self._names = Rows(
            ("key", "planeX", "planeY", "lead", "second", "labelX", "labelY", "kind",
              "px", "dot", "chosen", "spoken"),
            self,
        )  # fmt: skip
        camera.moved.connect(self._on_moved)
        camera.landed.connect(self.lay)
        playhead.hoursChanged.connect(self.lay)

    @Property(Rows, constant=True)
    def units(self) -> Rows:
        """The formations on the screen."""
        return self._units

    @Property(int, notify=drawn)
    def textPx(self) -> int:
        """Em size of map text in px."""
        return self._text_px

    @Property(Rows, constant=True)
    def names(self) -> Rows:
        """The places on the screen."""
        return self._names

    # ------------------------------------------------------------ what shapes the picture

    def speak(self, language: str, second: str | None) -> None:
        """Names things in `language`, and in `second` beneath where there is room."""
        self._language, self._second = language, second
        self.lay()

    @Slot(float, float)
    def measure(self, text_px: float, px_per_mm: float) -> None:
        """Takes the em size of map text in px and the physical scale of the screen."""
        if (round(text_px), px_per_mm) != (self._text_px, self._px_per_mm):
            self._text_px, self._px_per_mm = round(text_px), px_per_mm
            self.lay()

    @Slot(float, float, float, float)
    def keepFree(self, x: float, y: float, width: float, height: float) -> None:
        """Keeps a rectangle of the screen, in px, free of symbols and names; none if empty."""
        self._kept = Box(x, y, x + width, y + height) if width > 0 else None

    def hide(self, layers: frozenset[str]) -> None:
        """Leaves out "units", "moves", "uncertainty" or "places"."""
        self._hidden = layers
        self.lay()

    def choose(self, refs: Iterable[str], told: Iterable[str] = ()) -> None:
        """Marks records ("formations/ID", "places/ID"); those `told` of come first, unmarked."""
        chosen, first = frozenset(refs), frozenset(told)
        if (chosen, first) != (self._chosen, self._told):
            self._chosen, self._told = chosen, first
            self.lay()

    def _on_moved(self) -> None:
        scale = self._camera.scale
        ratio = scale / self._laid_scale if self._laid_scale else math.inf
        if not self._camera.flying or not 1 / RELAYOUT_RATIO < ratio < RELAYOUT_RATIO:
            self.lay()

    # ------------------------------------------------------------ laying out

    @property
    def _ground_km(self) -> float:
        """Ground across the lesser side of the focus, in kilometres."""
        _, _, width, height = self._camera.focus
        return float(min(width, height) / self._camera.pxPerGroundKm)

    def _sightings(self) -> list[tuple[Sighting, Formation]]:
        if "units" in self._hidden:
            return []
        across = self._ground_km
        seen = []
        for sighting in self._clock.at(self._playhead.moment):
            formation = self._formations[sighting.formation]
            if self._is_chosen(formation) or across <= LEAST_GROUND_KM[formation.echelon]:
                seen.append((sighting, formation))
        seen.sort(key=lambda pair: (not self._is_chosen(pair[1]), pair[1].id))
        return seen

    def _is_chosen(self, formation: Formation) -> bool:
        return f"formations/{formation.id}" in self._chosen

    @Slot()
    def lay(self) -> None:
        """Places everything for the moment, the camera and the language."""
        self._laid_scale = self._camera.scale
        left, top, width, height = self._camera.focus
        table = Table(Box(left, top, left + width, top + height))
        if self._kept:
            table.take(self._kept)
        sightings = self._sightings()
        names, units = [], []
        for rank in range(MOST, LEAST + 1):
            names += self._name_rows(table, rank)
            units += self._unit_rows(table, [s for s in sightings if self._rank(s[1]) == rank])
        self._units.show([row for row, _ in units])
        self.leaders = tuple(leader for _, leader in units if leader)
        self._names.show(sorted(names, key=lambda row: str(row["key"])))
        self._lay_drawing(sightings)
        self.drawn.emit()

    def _unit_rows(
        self, table: Table, sightings: list[tuple[Sighting, Formation]]
    ) -> list[tuple[dict[str, object], Leader | None]]:
        """Rows of the formations that have room, each with the line to its spot if it needs one."""
        rows = []
        for sighting, formation in sightings:
            stood = self._stand(table, sighting, formation)
            if stood is None:
                continue
            symbol, label = stood
            x, y = self._camera.screen_of(sighting.lon, sighting.lat)
            dx, dy = symbol.centre[0] - x, symbol.centre[1] - y
            aside = math.hypot(dx, dy) > symbol.width * 0.4
            leader = Leader(*project(sighting.lon, sighting.lat), dx, dy) if aside else None
            rows.append((self._unit_row(sighting, formation, symbol, label), leader))
        return rows

    def _stand(
        self, table: Table, sighting: Sighting, formation: Formation
    ) -> tuple[Box, Box | None] | None:
        """Where a formation's symbol and its name have room together, nearest its spot.

        One that matters keeps its symbol without a name; another is left out.
        """
        x, y = self._camera.screen_of(sighting.lon, sighting.lat)
        if not table.room.holds(Box.around(x, y, 1, 1)):
            return None
        gap = self._px_per_mm
        across, down = symbol_size(SYMBOL_MM * gap * math.sqrt(self._text_scale))
        label = (formation.label or formation.name).in_(self._language)
        size = (_text_width(label, SANS, self._text_px, True) + gap, self._text_px * 1.15)
        head = Box.around(x, y, 2 * gap, 2 * gap)  # an arrow's head stays in sight
        slots = [
            box
            for box in fan(x, y, across + gap, down + gap)
            if table.is_free(box) and not (sighting.moving and box.meets(head))
        ]
        for slot in slots:
            for beside_it in self._beside_symbol(slot, size, gap / 2):
                if table.is_free(beside_it):
                    table.take(slot)
                    table.take(beside_it)
                    return slot.less(gap), beside_it
        if slots and (formation.importance <= 2 or self._is_chosen(formation)):
            table.take(slots[0])
            return slots[0].less(gap), None
        return None

    def _unit_row(
        self, sighting: Sighting, formation: Formation, symbol: Box, label: Box | None
    ) -> dict[str, object]:
        x, y = self._camera.screen_of(sighting.lon, sighting.lat)
        side = self._sides[sighting.side]
        plane_x, plane_y = project(sighting.lon, sighting.lat)
        return {
            "key": formation.id,
            "planeX": plane_x,
            "planeY": plane_y,
            "dx": round(symbol.left - x),
            "dy": round(symbol.top - y),
            "source": symbol_source(
                side.id, formation.echelon, formation.arm, sighting.state, symbol.width
            ),
            "symbolWidth": round(symbol.width),
            "symbolHeight": round(symbol.height),
            "label": (formation.label or formation.name).in_(self._language) if label else "",
            "labelX": round(label.left - symbol.left) if label else 0,
            "labelY": round(label.top - symbol.top) if label else 0,
            "chosen": self._is_chosen(formation),
            "ended": sighting.state in ENDED,
            "spoken": f"{formation.name.in_(self._language)}, {side.name.in_(self._language)}",
        }

    @staticmethod
    def _beside_symbol(box: Box, size: tuple[float, float], gap: float) -> Iterator[Box]:
        width, height = size
        x, y = box.centre
        lower = y + box.height * 0.12
        for left in (box.right + gap, box.left - gap - width):
            yield Box(left, lower - height / 2, left + width, lower + height / 2)
        for top in (box.bottom, box.top - height):
            yield Box(x - width / 2, top, x + width / 2, top + height)

    @property
    def _text_scale(self) -> float:
        """How much larger than the least legible size the text is, 1 or more."""
        return max(1.0, self._text_px / (LEAST_TEXT_MM * self._px_per_mm))

    def _is_shown(self, place: Place) -> bool:
        if f"places/{place.id}" in self._chosen:
            return True
        return "places" not in self._hidden and self._ground_km <= PLACE_GROUND_KM[place.importance]

    def _name_rows(self, table: Table, rank: int) -> list[dict[str, object]]:
        """Rows of the places of a rank that have room for their names."""
        shown = [p for p in self._places if self._rank(p) == rank and self._is_shown(p)]
        return [row for place in shown if (row := self._name_row(table, place))]

    def _rank(self, record: Place | Formation) -> int:
        """In which turn a record is placed: what is spoken of first, then by importance."""
        kind = "places" if isinstance(record, Place) else "formations"
        ref = f"{kind}/{record.id}"
        return MOST if ref in self._chosen or ref in self._told else record.importance

    def _name_row(self, table: Table, place: Place) -> dict[str, object] | None:
        x, y = self._camera.screen_of(*place.at)
        if not table.room.holds(Box.around(x, y, 1, 1)):
            return None
        dotless = place.kind in (PlaceKind.RIVER, PlaceKind.MOUNTAINS, PlaceKind.REGION)
        lead = place.name.in_(self._language)
        second = place.name.in_(self._second) if self._second else ""
        if second == lead or place.importance > 1 and not dotless:
            second = ""
        px = round(self._text_px * (1.18 if place.importance == 1 else 1.0))
        gap = self._px_per_mm
        lead_width = _text_width(lead, SERIF, px, False)
        second_width = _text_width(second, SERIF, round(px * 0.86), False) + gap * 2
        sizes = [(lead_width + gap, px * 1.1)]
        if second:
            sizes.insert(0, (lead_width + second_width + gap, px * 1.1))
        if dotless:
            spots = (Box.around(x, y + down * px, *size) for size in sizes for down in (0, 1, -1))
        else:
            spots = beside(x, y, gap * 2.6, sizes)
        placed = table.first_free(spots)
        if placed is None:
            return None
        if not dotless:
            table.take(Box.around(x, y, 3 * gap, 3 * gap))
        return {
            "key": place.id,
            "planeX": self._spots[place.id][0],
            "planeY": self._spots[place.id][1],
            "lead": lead,
            "second": second if placed.width > sizes[-1][0] + 1 else "",
            "labelX": round(placed.left - x),
            "labelY": round(placed.top - y),
            "kind": str(place.kind),
            "px": px,
            "dot": not dotless,
            "chosen": f"places/{place.id}" in self._chosen,
            "spoken": f"{lead} {second}".strip(),
        }

    def _lay_drawing(self, sightings: list[tuple[Sighting, Formation]]) -> None:
        self.arrows = () if "moves" in self._hidden else tuple(self._arrows(sightings))
        self.rings = () if "uncertainty" in self._hidden else tuple(self._rings(sightings))
        moment = self._playhead.moment
        self.patches = () if "units" in self._hidden else tuple(
            self._patch(area) for area in self._exhibit.areas if area.starts <= moment < area.ends
        )

    def _arrows(self, sightings: list[tuple[Sighting, Formation]]) -> Iterator[Arrow]:
        moment = self._playhead.moment
        for sighting, formation in sightings:
            way = self._clock.trail(formation.id, moment, TRAIL_HOURS)
            length = sum(distance_km(a, b) for a, b in zip(way, way[1:], strict=False))
            if length * self._camera.pxPerGroundKm > 5 * self._px_per_mm:
                yield Arrow(
                    tuple(project(*point) for point in way),
                    self._sides[sighting.side].colour,
                    sighting.state.value == "withdrawing",
                )

    def _rings(self, sightings: list[tuple[Sighting, Formation]]) -> Iterator[Ring]:
        for sighting, formation in sightings:
            radius = sighting.uncertainty_km * plane_per_ground(sighting.lat)
            if sighting.state in ENDED or radius * self._camera.scale < 4 * self._px_per_mm:
                continue
            yield Ring(
                *project(sighting.lon, sighting.lat),
                radius,
                self._sides[sighting.side].colour,
                self._is_chosen(formation),
            )

    def _patch(self, area: Area) -> Patch:
        colour = self._sides[area.side].colour if area.side else "#b9b09c"
        return Patch(
            tuple(project(*point) for point in area.ring),
            colour,
            str(area.kind),
            area.certainty is Certainty.INFERRED,
        )

    def led_by(self, person: str) -> list[str]:
        """The formations that a person led, as refs."""
        return [
            f"formations/{formation.id}"
            for formation in self._exhibit.formations
            if any(commander.person == person for commander in formation.commanders)
        ]

    def spot(self, ref: str) -> tuple[float, float] | None:
        """(longitude, latitude) of a place or of a formation at the moment; None if nowhere."""
        kind, _, key = ref.partition("/")
        if kind == "places":
            return self._exhibit.indexed("places")[key].at  # type: ignore[no-any-return]
        if kind == "formations":
            sighting = self._clock.sighting(key, self._playhead.moment)
            return (sighting.lon, sighting.lat) if sighting else None
        return None

    # ------------------------------------------------------------ hands

    @Slot(float, float, result=bool)
    def pick(self, px: float, py: float) -> bool:
        """Finds the nearest symbol or place within `TOUCH_MM` of a touch."""
        best, ref = TOUCH_MM * self._px_per_mm, ""
        for kind, rows in (("formations", self._units.rows), ("places", self._names.rows)):
            for row in rows:
                x, y = self._on_screen(row)
                if kind == "formations":
                    x += row["dx"] + row["symbolWidth"] / 2
                    y += row["dy"] + row["symbolHeight"] / 2
                away = math.hypot(px - x, py - y)
                if away < best:
                    best, ref = away, f"{kind}/{row['key']}"
        if ref:
            self.picked.emit(ref)
        return bool(ref)

    def _on_screen(self, row: object) -> tuple[float, float]:
        camera = self._camera
        return (
            (row["planeX"] - camera.originX) * camera.scale,  # type: ignore[index]
            (row["planeY"] - camera.originY) * camera.scale,  # type: ignore[index]
        )
