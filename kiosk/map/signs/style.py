"""The style of signs and names on the map, alike on the screen, on paper and on the site.

Lengths are in mm of a screen, heights of lines in em.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject
from PySide6.QtGui import QFont
from PySide6.QtQml import QmlElement

from kiosk.exhibit.model import PlaceKind
from kiosk.exhibit.writing import leftward
from kiosk.map.ground.palette import Palette
from kiosk.qt.property import Property
from kiosk.telling.fonts import SANS, SERIF, slanted_width, text_width

QML_IMPORT_NAME = "Kiosk.Stage"
QML_IMPORT_MAJOR_VERSION = 1

# ------------------------------------------------------------ names


class Ink(StrEnum):
    """The colour of words, by its role in a palette."""

    WORD = "line"
    SECOND = "muted"
    WATER = "river_name"
    RAIL = "rail"
    LAND = "land_name"
    YOURS = "amber"


@dataclass(frozen=True)
class Lettering:
    """The setting of names of one kind.

    A `line` of words is so high from its top; a name keeps `room` for itself.
    """

    family: str
    weight: QFont.Weight
    ink: Ink = Ink.WORD
    slanted: bool = False
    line: float = 1.1
    room: float = 1.2

    def width(self, text: str, px: int) -> float:
        """The width in px of a text set in `px`, as upright letters have it."""
        return text_width(text, self.family, px, self.weight)

    def slants(self, text: str) -> bool:
        """True if a text is set in slanted letters, which what reads from the right has none of."""
        return self.slanted and not leftward(text)

    def whole_width(self, text: str, px: int) -> float:
        """The width in px of a text set in `px`, with what leans out of slanted letters."""
        width = slanted_width if self.slants(text) else text_width
        return width(text, self.family, px, self.weight)

    def colour(self, palette: Palette) -> str:
        """The colour of its words on the ground of a palette."""
        return str(getattr(palette, self.ink))


FORMATION = Lettering(SANS, QFont.Weight.Bold, line=1.15, room=1.15)
AREA = Lettering(SANS, QFont.Weight.Bold, room=1.15)
YOURS = Lettering(SANS, QFont.Weight.Bold, Ink.YOURS, room=1.15)
TOWN = Lettering(SERIF, QFont.Weight.DemiBold)
WATER = Lettering(SERIF, QFont.Weight.Normal, Ink.WATER, slanted=True)
RAIL = Lettering(SERIF, QFont.Weight.Normal, Ink.RAIL)
LAND = Lettering(SERIF, QFont.Weight.Normal, Ink.LAND, slanted=True)
SECOND = Lettering(SERIF, QFont.Weight.Normal, Ink.SECOND, room=1.1)
"""A name in the second language, or a modern one."""

NOTE = Lettering(SANS, QFont.Weight.Normal, line=1.15, room=1.15)
"""The words of what waits at the edge that are no body's name: where it is, or a place."""

LETTERINGS: Mapping[str, Lettering] = {
    "area": AREA,
    "yours": YOURS,
    PlaceKind.RIVER: WATER,
    PlaceKind.RAILWAY: RAIL,
    PlaceKind.SEA: WATER,
    PlaceKind.MOUNTAINS: LAND,
    PlaceKind.REGION: LAND,
}
"""Letterings by the kind of what is named; all other names are set as those of towns."""

BESIDE_MM = 1.5
"""Room between a name and the second one beside it."""

UNDERLINE_MM = 0.5
"""Width of the line below a chosen name without a dot."""

HALO_MM, HALO_ON_PAPER_MM = 1.15, 0.8
"""Reach of the ground's colour round words."""

SECOND_ON_PAPER = 0.86
"""Size of a second name over that of the first, where ink on white stands out so much more."""

# ------------------------------------------------------------ signs

BODY_MM = 18.0
"""Height of the frame of a formation's symbol: its number is as large as the least text."""

SAMPLE_MM, SAMPLE_HIGH_MM = 36.0, 14.0
"""Width and height of a sample of a line or of ground in the key."""

SQUARE_MM, SQUARE_LINE_MM = 3.4, 0.4
"""Width of the square that stands for a symbol, and of its edge."""

PLACE_SIGN_MM = 7.5
"""Width of the sign of a bridge, a ferry, or a place that is on no map."""

PLACE_SIGN_ASPECT = 0.72
"""Height over width of such a sign."""

PLACE_SIGNS = (PlaceKind.BRIDGE, PlaceKind.FERRY)
"""The places that have a sign of their own."""

VILLAGE_MM, TOWN_MM, CHOSEN_MM = 2.6, 3.4, 4.4
DOT_LINE_MM = 0.6
"""Width of the edge of a dot."""

FADE_MS = 200
"""The time in which a name or a symbol comes or leaves."""

POINTER_MM = 9.0
"""The square that the arrow of what waits at the edge turns in."""

TAG_LINE_MM = 0.8
"""Width of the edge of the tag that stands at the map's border."""


def dot_mm(kind: str, *, chosen: bool) -> float:
    """The diameter of a place's dot."""
    if chosen:
        return CHOSEN_MM
    return VILLAGE_MM if kind == PlaceKind.VILLAGE else TOWN_MM


def place_sign(kind: str, *, located: bool) -> str:
    """The kind of the sample that is drawn instead of a dot; "" for a dot."""
    if not located:
        return "ring"
    return kind if kind in PLACE_SIGNS else ""


@QmlElement
class MapStyle(QObject):
    """The style as QML reads it, where no role of a row has it."""

    @Property(int, constant=True)
    def fadeMs(self) -> int:
        """The time in which a name or a symbol comes or leaves."""
        return FADE_MS

    @Property(float, constant=True)
    def haloMm(self) -> float:
        """Reach of the ground's colour round words."""
        return HALO_MM

    @Property(float, constant=True)
    def underlineMm(self) -> float:
        """Width of the line below a chosen name without a dot."""
        return UNDERLINE_MM

    @Property(float, constant=True)
    def besideMm(self) -> float:
        """Room between a name and the second one beside it."""
        return BESIDE_MM

    @Property(str, constant=True)
    def labelFamily(self) -> str:
        """Font of formations' names."""
        return FORMATION.family

    @Property(int, constant=True)
    def labelWeight(self) -> int:
        """Weight of formations' names."""
        return FORMATION.weight.value

    @Property(float, constant=True)
    def labelRoom(self) -> float:
        """Height of formations' names in em."""
        return FORMATION.room

    @Property(str, constant=True)
    def secondFamily(self) -> str:
        """Font of second and modern names."""
        return SECOND.family

    @Property(int, constant=True)
    def secondWeight(self) -> int:
        """Weight of second and modern names."""
        return SECOND.weight.value

    @Property(str, constant=True)
    def secondInk(self) -> str:
        """Colour of second and modern names, by its role."""
        return SECOND.ink

    @Property(float, constant=True)
    def tagLineMm(self) -> float:
        """Width of the edge of the tag that stands at the map's border."""
        return TAG_LINE_MM

    @Property(int, constant=True)
    def noteWeight(self) -> int:
        """Weight of the words of edge items that are no names of formations."""
        return NOTE.weight.value

    @Property(float, constant=True)
    def squareLineMm(self) -> float:
        """Width of the edge of a square."""
        return SQUARE_LINE_MM

    @Property(float, constant=True)
    def placeSignMm(self) -> float:
        """Width of the sign of a place."""
        return PLACE_SIGN_MM

    @Property(float, constant=True)
    def placeSignAspect(self) -> float:
        """Height over width of the sign of a place."""
        return PLACE_SIGN_ASPECT

    @Property(float, constant=True)
    def dotLineMm(self) -> float:
        """Width of the edge of a dot."""
        return DOT_LINE_MM
