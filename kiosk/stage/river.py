"""The river of men behind home and in the show: its picture, painted ahead, and its words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QRectF, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtQml import QmlElement

from kiosk.exhibit.clock import Clock
from kiosk.exhibit.model import Exhibit, LayerStyle
from kiosk.map.boxes import Box
from kiosk.map.ground.basemap import BaseMap
from kiosk.map.ground.palette import TONES, Palette
from kiosk.map.ground.plates import Plates
from kiosk.map.river.bands import River
from kiosk.map.river.flow import river_of
from kiosk.map.river.ground import paint_ground
from kiosk.map.river.growth import Slice, slices
from kiosk.map.river.riverwords import RiverWords
from kiosk.map.river.sight import Sight, sight_of
from kiosk.map.river.words import Page, Writer, Writing
from kiosk.map.viewport import PlanePoint
from kiosk.qt.property import Property, QmlUncreatable
from kiosk.qt.rows import Rows
from kiosk.stage.part import Part
from kiosk.telling.locale import Locale
from kiosk.visit.field import Field
from kiosk.visit.playhead import HOUR
from kiosk.visit.preferences import Preferences

QML_IMPORT_NAME = "Kiosk.Stage"
QML_IMPORT_MAJOR_VERSION = 1

FOOT = 232
"""Height of the doors in the drawing 1920 px across."""

LARGE = 130
"""The text scale in percent from which the picture stands beside the words."""

LARGEST = 200
"""The text scale in percent from which words leave the picture less height."""

STEPS = 144
"""The steps in which it grows."""


@dataclass(frozen=True)
class Piece:
    """A slice of the picture at its place in px, seen from an hour since the exhibit's start on."""

    key: str
    picture: str
    box_x: float
    box_y: float
    hours: float


@dataclass(frozen=True)
class Painted:
    """The picture as it is painted: its ground, and the slices upon it."""

    ground: QImage
    pieces: tuple[Slice, ...]


@QmlElement
@QmlUncreatable("The stage owns the river of men.")
class RiverOfMen(Part):
    """The figure behind home, which grows in the show.

    Its picture hangs on the glass, the text scale and the contrast alone, so it is painted before
    anybody is on home.

    Signals:
        painted: another picture.
    """

    painted = Signal()
    _found = Signal(int, object)
    _done = Signal(int, object)

    def __init__(
        self,
        exhibit: Exhibit,
        clock: Clock,
        plates: Plates,
        preferences: Preferences,
        field: Field,
        locale: Locale,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(exhibit, locale, parent)
        self._plates, self._preferences, self._field = plates, preferences, field
        self._river = river_of(exhibit, clock)
        self._writer = Writer(exhibit, self._river) if self._river else None
        self._home, self._slide = RiverWords(self._lay, self), RiverWords(self._lay, self)
        self._pieces = Rows(Piece, self)
        self._size = (1920, 1080)
        self._px_per_mm, self._text = 3.6, 41
        self._seen: tuple[object, Sight] | None = None
        self._turn = 0
        self._wanted: tuple[object, ...] = ()
        self._ground = ""
        self._waters: list[list[PlanePoint]] = []
        self._found.connect(self._take_waters)
        self._done.connect(self._hang)
        field.changed.connect(self._measure)
        locale.changed.connect(self._face)
        preferences.toneChanged.connect(self._on_look)
        preferences.textScaleChanged.connect(self._on_look)
        plates.settled.connect(self.paint)

    # ------------------------------------------------------------ the picture

    @Property(bool, constant=True)
    def shown(self) -> bool:
        """True if anybody marches; without figures their ways are arrows."""
        return self._river is not None

    @Property(bool, notify=painted)
    def aside(self) -> bool:
        """The picture stands beside the words instead of under them."""
        return bool(self._preferences.textScale >= LARGE)

    @Property(str, notify=painted)
    def ground(self) -> str:
        """The address of its ground; empty before it is painted."""
        return self._ground

    @Property(Rows, constant=True)
    def pieces(self) -> Rows[Piece]:
        """The slices that lie on its ground as the hours pass; all together are the figure."""
        return self._pieces

    @Slot()
    def _measure(self) -> None:
        """Takes the size of the field in px, its scale and the px of its least text."""
        size, glass = self._field.size, self._field.glass
        if self._wanted and size != self._size:
            self._ground = ""
            self._pieces.show([])
        self._size, self._px_per_mm = size, glass.px_per_mm
        self._text = max(glass.text_px, glass.body_px)
        if self._wanted:
            self._on_look()

    def go_on_from(self, before: RiverOfMen) -> None:
        """Shows another's picture until its own is painted."""
        self._ground = before._ground
        self._pieces.show(before._pieces.rows)
        self.painted.emit()

    @property
    def _palette(self) -> Palette:
        return TONES[self._preferences.tone]

    def _unit(self, drawn: float) -> float:
        """A length of the drawing 1920 px across."""
        return drawn * self._text / 41

    @property
    def _box(self) -> tuple[float, float, float, float]:
        """Left, top, width and height of what the main band fills, on the side off the words."""
        left, top, wide, high = self._drawn
        mirrored = self._locale.teller.phrases.leftward
        return self._size[0] - left - wide if mirrored else left, top, wide, high

    @property
    def _drawn(self) -> tuple[float, float, float, float]:
        """The same where words go from left to right."""
        wide, high = self._size
        unit = self._unit
        roomy = self._preferences.textScale < LARGEST
        if high > wide:
            bottom = high * (0.517 if roomy else 0.385)
            tall = max(unit(200), bottom - unit(200))
            return unit(120), unit(200), wide - unit(120 + 312), tall
        if self.aside:
            bottom = high * (0.82 if roomy else 0.74)
            return wide * 0.555, unit(160), wide * 0.365, bottom - unit(160)
        upper = unit(410)
        return unit(130), upper, wide - unit(130 + 300), max(unit(200), high - unit(262) - upper)

    @property
    def _sight(self) -> Sight:
        assert self._river is not None
        asked = self._size, self._px_per_mm, self._box
        if self._seen is None or self._seen[0] != asked:
            self._seen = asked, sight_of(self._river, *asked)
        return self._seen[1]

    @Slot()
    def _on_look(self) -> None:
        self.paint()
        self.fill()
        self.painted.emit()

    @Slot()
    def _face(self) -> None:
        """Has it painted on the other side, if it is there and the screen has been mirrored."""
        if self._wanted:
            self.paint()

    @Slot()
    def paint(self) -> None:
        """Has the picture painted that the glass and the reading aids ask for, if it isn't yet."""
        river = self._river
        if river is None:
            return
        sight, palette, ratio = self._sight, self._palette, self._plates.pixelRatio
        wanted = (sight, palette, ratio)
        if wanted == self._wanted:
            return
        self._wanted = wanted
        self._turn += 1
        turn, wide = self._turn, self._size[0] > self._size[1] and not self.aside
        dusk = (self._size[1] - self._unit(FOOT)) * ratio if wide else 0.0
        fine = replace(
            sight,
            width=round(sight.width * ratio),
            height=round(sight.height * ratio),
            px_per_mm=sight.px_per_mm * ratio,
            scale=sight.scale * ratio,
        )
        moments = self._moments
        # Words are laid here along the rivers, while the picture is painted there.
        self._plates.lend(
            lambda base: _waters(sight, base), lambda waters: self._found.emit(turn, waters)
        )
        self._plates.lend(
            lambda base: _painted(river, fine, base, palette, dusk, moments),
            lambda picture: self._done.emit(turn, picture),
        )

    @property
    def _moments(self) -> list[dt.datetime]:
        main = self._exhibit.exhibit
        return [main.starts + (main.ends - main.starts) * step / STEPS for step in range(STEPS + 1)]

    @Slot(int, object)
    def _hang(self, turn: int, picture: Painted) -> None:
        if turn != self._turn:
            return
        images = [picture.ground, *(piece.image for piece in picture.pieces)]
        self._ground, *sources = (
            f"image://plates/{number}" for number in self._plates.keep_lent(images)
        )
        starts, ratio = self._exhibit.exhibit.starts, self._plates.pixelRatio
        self._pieces.show(
            [
                Piece(
                    source, source, one.left / ratio, one.top / ratio, (one.since - starts) / HOUR
                )
                for source, one in zip(sources, picture.pieces, strict=True)
            ]
        )
        self.painted.emit()

    @Slot(int, object)
    def _take_waters(self, turn: int, waters: list[list[PlanePoint]]) -> None:
        if turn == self._turn and self._writer is not None and waters != self._waters:
            self._waters = waters
            self._writer.take_rivers(waters)
            self.fill()

    # ------------------------------------------------------------ the words

    @Property(RiverWords, constant=True)
    def home(self) -> RiverWords:
        """Its words on the home screen."""
        return self._home

    @Property(RiverWords, constant=True)
    def slide(self) -> RiverWords:
        """Its words in the show."""
        return self._slide

    def _fill(self) -> None:
        for words in (self._home, self._slide):
            words.outdated.emit()

    @property
    def readable(self) -> str:
        """All that a visitor may read of it."""
        return self._home.readable

    def _lay(self, area: Box, taken: tuple[Box, ...]) -> Page:
        if self._writer is None or self._river is None:
            return Page()
        self.paint()
        scale = self._preferences.textScale
        writing = Writing(self._text, scale, self._palette, bool(self.aside))
        return self._writer.page(self._locale.teller, writing, self._sight, area, taken)


def _painted(
    river: River,
    sight: Sight,
    base: BaseMap,
    palette: Palette,
    dusk: float,
    moments: Sequence[dt.datetime],
) -> Painted:
    """The ground, and the figure in slices."""
    ground = paint_ground(sight, base, palette, dusk)
    return Painted(ground, tuple(slices(river, sight, moments, palette)))


def _waters(sight: Sight, base: BaseMap) -> list[list[PlanePoint]]:
    """The lines of the rivers that a picture shows, on the plane."""
    seen = sight.to_picture.inverted()[0].mapRect(QRectF(0, 0, sight.width, sight.height))
    lines = base.lines(LayerStyle.RIVER)
    return [line for line in lines if any(seen.contains(*point) for point in line)]
