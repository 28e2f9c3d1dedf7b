"""Where formations and places stand on the screen and what they are called there."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import Any

from PySide6.QtGui import QFont, QFontMetricsF

from kiosk.exhibit.clock import Sighting
from kiosk.exhibit.geo import project
from kiosk.exhibit.model import ENDED, Echelon, Exhibit, Formation, Place, PlaceKind
from kiosk.stage.camera import MapCamera
from kiosk.stage.placing import Box, Table, beside, fan
from kiosk.stage.symbols import symbol_size, symbol_source

Row = dict[str, Any]
Line = Sequence[tuple[float, float]]
"""Points on the plane."""

SANS, SERIF = "Noto Sans SC", "Noto Serif SC"

SYMBOL_MM = 14.0
"""Width of a formation's symbol on the screen."""

PIP_MM = 3.4
"""Width of the square that stands for a formation where there is no room for its symbol."""

MOST, LEAST = 1, 5
"""The range of importance."""

LEAST_TEXT_MM = 10.2
"""Em size in mm of the least legible text at 600 mm; beyond it symbols grow with the text."""

FORMATION_GROUND_KM: dict[Echelon, float] = {
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

AFAR_KM = 250.0
"""Ground across from which a map counts as seen from afar: there armies matter before towns."""

DOTLESS = (PlaceKind.RIVER, PlaceKind.MOUNTAINS, PlaceKind.REGION)
"""What is spread out and has no spot."""


@dataclass(frozen=True)
class Look:
    """What shapes the picture beside the camera and the hour.

    `chosen` are marked; `told` of are placed first, unmarked; a `sparse` map shows only what
    matters most; `doubt` shows every ring of uncertainty, not only the chosen's. `text_px` is
    the em size of map text.
    """

    language: str
    second: str | None = None
    text_px: int = 30
    px_per_mm: float = 4.0
    hidden: frozenset[str] = frozenset()
    chosen: frozenset[str] = frozenset()
    told: frozenset[str] = frozenset()
    sparse: bool = False
    doubt: bool = False
    kept: Box | None = None

    @property
    def text_scale(self) -> float:
        """How much larger than the least legible size the text is, 1 or more."""
        return max(1.0, self.text_px / (LEAST_TEXT_MM * self.px_per_mm))

    def rank(self, record: Place | Formation) -> int:
        """In which turn a record is placed: what is spoken of first, then by importance."""
        return MOST if self.speaks_of(record) else record.importance

    def speaks_of(self, record: Place | Formation) -> bool:
        """Whether the page is about a record."""
        ref = ref_of(record)
        return ref in self.chosen or ref in self.told


@dataclass(frozen=True)
class Leader:
    """A line from a symbol that had to step aside to its true spot: spot on the plane, px off."""

    x: float
    y: float
    dx: float
    dy: float


@dataclass
class Laid:
    """What came of laying out: rows for QML and the lines of symbols that stepped aside."""

    units: list[Row] = field(default_factory=list)
    names: list[Row] = field(default_factory=list)
    leaders: list[Leader] = field(default_factory=list)


def ref_of(record: Place | Formation) -> str:
    """How cards and links name a record."""
    kind = "places" if isinstance(record, Place) else "formations"
    return f"{kind}/{record.id}"


@cache
def _text_width(text: str, family: str, px: int, bold: bool) -> float:
    font = QFont(family)
    font.setPixelSize(px)
    font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.DemiBold)
    return QFontMetricsF(font).horizontalAdvance(text)


class MapLayout:
    """Places symbols and names for one camera, what matters most first.

    What has no room near its true spot is left out, or becomes a pip.
    """

    def __init__(self, exhibit: Exhibit, camera: MapCamera) -> None:
        self._camera = camera
        self._sides = exhibit.indexed("sides")
        self._formations: dict[str, Formation] = exhibit.indexed("formations")
        self._places = exhibit.places
        self.rails: Sequence[Line] = ()

    @property
    def ground_km(self) -> float:
        """Ground across the lesser side of the focus, in kilometres."""
        _, _, width, height = self._camera.focus
        return min(width, height) / self._camera.pxPerGroundKm

    def formation_of(self, sighting: Sighting) -> Formation:
        """The record behind a sighting."""
        return self._formations[sighting.formation]

    def shows(self, look: Look, sighting: Sighting) -> bool:
        """Whether a formation is drawn at this scale."""
        formation = self.formation_of(sighting)
        if ref_of(formation) in look.chosen:
            return True
        if look.sparse and look.rank(formation) > MOST:
            return False
        return self.ground_km <= FORMATION_GROUND_KM[formation.echelon]

    def _names(self, look: Look, place: Place) -> bool:
        if ref_of(place) in look.chosen:
            return True
        if "places" in look.hidden or (look.sparse and look.rank(place) > MOST + 1):
            return False
        near = 2 if ref_of(place) in look.told else 1
        return self.ground_km <= near * PLACE_GROUND_KM[place.importance]

    def lay(self, look: Look, sightings: Sequence[Sighting], marches: Sequence[Line]) -> Laid:
        """Rows for what is seen of `sightings` and of the places; names keep off `marches`."""
        left, top, width, height = self._camera.focus
        room = Box(left, top, left + width, top + height).less(8 * look.px_per_mm)
        table, rails = Table(room), Table(room)
        if look.kept:
            table.take(look.kept)
        for line in (*self.rails, *marches):
            self._take_line(rails, line)
        ordered = sorted(sightings, key=lambda sighting: sighting.formation)
        ordered.sort(key=lambda s: ref_of(self.formation_of(s)) not in look.chosen)
        laid = Laid()
        afar = self.ground_km > AFAR_KM
        for rank in range(MOST, LEAST + 1):
            named = [p for p in self._places if look.rank(p) == rank and self._names(look, p)]
            first = [p for p in named if look.speaks_of(p) or not afar]
            for place in first:
                self._lay_name(laid, look, table, rails, place)
            for sighting in ordered:
                if look.rank(self.formation_of(sighting)) == rank:
                    self._lay_unit(laid, look, table, rails, sighting)
            for place in named:
                if place not in first:
                    self._lay_name(laid, look, table, rails, place)
        laid.names.sort(key=lambda row: str(row["key"]))
        laid.units.sort(key=lambda row: not row["pip"])
        return laid

    def _take_line(self, lines: Table, line: Line) -> None:
        """Marks a line on the plane, so that names stand beside it where they can."""
        left, top = self._camera.originX, self._camera.originY
        scale, step = self._camera.scale, 12.0
        points = [((x - left) * scale, (y - top) * scale) for x, y in line]
        for (x0, y0), (x1, y1) in pairwise(points):
            if not lines.room.meets(Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))):
                continue
            count = max(1, math.ceil(math.hypot(x1 - x0, y1 - y0) / step))
            for i in range(count):
                share = i / count
                x, y = x0 + (x1 - x0) * share, y0 + (y1 - y0) * share
                lines.take(Box.around(x, y, 8, 8))

    # ------------------------------------------------------------ formations

    def _lay_unit(
        self, laid: Laid, look: Look, table: Table, rails: Table, sighting: Sighting
    ) -> None:
        x, y = self._camera.screen_of(sighting.lon, sighting.lat)
        if not table.room.holds(Box.around(x, y, 1, 1)):
            return
        stood = self._stand(look, table, rails, sighting, (x, y))
        if stood is None:
            pip = Box.around(x, y, PIP_MM * look.px_per_mm, PIP_MM * look.px_per_mm)
            if table.is_free(pip):
                table.take(pip)
                row = self._unit_row(look, sighting, pip, None, (x, y))
                laid.units.append(row | {"pip": True})
            return
        symbol, label = stood
        laid.units.append(self._unit_row(look, sighting, symbol, label, (x, y)))
        dx, dy = symbol.centre[0] - x, symbol.centre[1] - y
        if math.hypot(dx, dy) > symbol.width * 0.4:
            laid.leaders.append(Leader(*project(sighting.lon, sighting.lat), dx, dy))

    def _stand(
        self,
        look: Look,
        table: Table,
        rails: Table,
        sighting: Sighting,
        spot: tuple[float, float],
    ) -> tuple[Box, Box | None] | None:
        """Where a formation's symbol and its name have room together, nearest its spot.

        One that is chosen keeps its symbol even without a name.
        """
        formation, gap = self.formation_of(sighting), look.px_per_mm
        across, down = symbol_size(SYMBOL_MM * gap * math.sqrt(look.text_scale))
        label = (formation.label or formation.name).in_(look.language)
        size = (_text_width(label, SANS, look.text_px, True) + gap, look.text_px * 1.15)
        head = Box.around(*spot, 2 * gap, 2 * gap)  # an arrow's head stays in sight
        slots = [
            box
            for box in fan(*spot, across + gap, down + gap, ref_of(formation) in look.chosen)
            if table.is_free(box) and not (sighting.moving and box.meets(head))
        ]
        for aside in (True, False):
            for slot in slots:
                for name in _beside_symbol(slot, size, gap / 2):
                    if table.is_free(name) and (not aside or rails.is_free(name)):
                        table.take(slot)
                        table.take(name)
                        return slot.less(gap), name
        if ref_of(formation) in look.chosen:
            slot = slots[0] if slots else Box.around(*spot, across + gap, down + gap)
            table.take(slot)
            return slot.less(gap), None
        return None

    def _unit_row(
        self,
        look: Look,
        sighting: Sighting,
        symbol: Box,
        label: Box | None,
        spot: tuple[float, float],
    ) -> Row:
        formation = self.formation_of(sighting)
        side = self._sides[sighting.side]
        plane_x, plane_y = project(sighting.lon, sighting.lat)
        return {
            "key": formation.id,
            "planeX": plane_x,
            "planeY": plane_y,
            "dx": round(symbol.left - spot[0]),
            "dy": round(symbol.top - spot[1]),
            "source": symbol_source(
                side.id, formation.echelon, formation.arm, sighting.state, symbol.width
            ),
            "colour": side.colour,
            "symbolWidth": round(symbol.width),
            "symbolHeight": round(symbol.height),
            "label": (formation.label or formation.name).in_(look.language) if label else "",
            "labelX": round(label.left - symbol.left) if label else 0,
            "labelY": round(label.top - symbol.top) if label else 0,
            "chosen": ref_of(formation) in look.chosen,
            "ended": sighting.state in ENDED,
            "pip": False,
            "spoken": f"{formation.name.in_(look.language)}, {side.name.in_(look.language)}",
        }

    # ------------------------------------------------------------ places

    def _lay_name(self, laid: Laid, look: Look, table: Table, rails: Table, place: Place) -> None:
        x, y = self._camera.screen_of(*place.at)
        gap, dotless = look.px_per_mm, place.kind in DOTLESS
        dot = Box.around(x, y, 3 * gap, 3 * gap)
        if not (table.room.holds(dot) if dotless else table.is_free(dot)):
            return
        px = round(look.text_px * (1.18 if place.importance == MOST else 1.0))
        lead, second = self._lead_and_second(look, place)
        plain = _text_width(lead, SERIF, px, False) + gap
        sizes = [(plain, px * 1.1)]
        if second:
            both = plain + _text_width(second, SERIF, round(px * 0.86), False) + gap * 2
            sizes.insert(0, (both, px * 1.1))
        spots = list(_spread(x, y, sizes) if dotless else beside(x, y, gap * 2.6, sizes))
        clear = [box for box in spots if rails.is_free(box)]
        placed = table.first_free(clear)
        if placed is None and not dotless:
            placed = table.first_free(spots)
        if placed is None:
            return
        if not dotless:
            table.take(dot)
        plane_x, plane_y = project(*place.at)
        laid.names.append(
            {
                "key": place.id,
                "planeX": plane_x,
                "planeY": plane_y,
                "lead": lead,
                "second": second if placed.width > plain + 1 else "",
                "labelX": round(placed.left - x),
                "labelY": round(placed.top - y),
                "kind": str(place.kind),
                "px": px,
                "dot": not dotless,
                "chosen": ref_of(place) in look.chosen,
                "spoken": f"{lead} {second}".strip(),
            }
        )

    def _lead_and_second(self, look: Look, place: Place) -> tuple[str, str]:
        """The name, and the name in the second language for what matters most."""
        lead = place.name.in_(look.language)
        second = place.name.in_(look.second) if look.second else ""
        wanted = place.importance == MOST and place.kind is not PlaceKind.REGION
        return lead, second if wanted and second != lead else ""


def _beside_symbol(box: Box, size: tuple[float, float], gap: float) -> Iterator[Box]:
    width, height = size
    x, y = box.centre
    lower = y + box.height * 0.12
    for left in (box.right + gap, box.left - gap - width):
        yield Box(left, lower - height / 2, left + width, lower + height / 2)
    for top in (box.bottom, box.top - height):
        yield Box(x - width / 2, top, x + width / 2, top + height)


def _spread(x: float, y: float, sizes: Sequence[tuple[float, float]]) -> Iterator[Box]:
    """Boxes for the name of something without a spot, near (x, y)."""
    for width, height in sizes:
        for across in (0.0, -0.3, 0.3):
            for down in (0.0, 1.0, -1.0, 2.0, -2.0):
                yield Box.around(x + across * width, y + down * height, width, height)
