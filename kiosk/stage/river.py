"""The river of men behind home: its picture, painted ahead, and its words in the language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QRectF, Signal, Slot
from PySide6.QtGui import QFont, QImage
from PySide6.QtQml import QmlElement

from kiosk.exhibit.clock import Clock
from kiosk.exhibit.geo import project
from kiosk.exhibit.model import Exhibit
from kiosk.map.boxes import Box
from kiosk.map.ground.palette import TONES, Palette
from kiosk.map.ground.plates import Plates
from kiosk.map.river.bands import Band, Deed, has_figures, river_of
from kiosk.map.river.lettering import Room
from kiosk.map.river.painting import Sight, paint_river, sight_of
from kiosk.map.signs.style import LETTERINGS, SECOND, TOWN
from kiosk.qt.property import Property, QmlUncreatable
from kiosk.qt.rows import Rows, spoken_in
from kiosk.stage.part import Part
from kiosk.telling.fonts import SANS, SERIF, text_width
from kiosk.telling.locale import Locale, ends_of
from kiosk.visit.preferences import Preferences

QML_IMPORT_NAME = "Kiosk.Stage"
QML_IMPORT_MAJOR_VERSION = 1

FOOT = 232
"""Height of the doors in the drawing 1920 px across."""

LARGE = 130
"""The text scale in percent from which the picture stands beside the words."""

NORTH_MM = 13.0
"""Height of the arrow to the north, with its letter twice as wide."""

WORSE_MM = 7.0
"""The distance that weighs as much as a worse form of words."""

ORDER = (Deed.LEAVE, Deed.CHANGE_SIDES, Deed.TURN_BACK, Deed.CLOSE_IN)
"""The order in which bands' words are laid."""

DOT_MM = 3.6
"""Width of a town's dot."""

SIZES = (62 / 41, 54 / 41, 46 / 41)
"""The sizes of a number, in em of the least text."""

LINE = 1.2
"""Height of a line of words, in em."""


@dataclass(frozen=True)
class Say:
    """The words of a band in a box in px: a number, and beneath it in lines what those men did."""

    key: str
    number: str
    deed: list[str]
    colour: str
    box_x: float
    box_y: float
    box_width: float
    box_height: float
    px: int
    small: int


@dataclass(frozen=True)
class Spot:
    """A place's name in a box in px, and the dot that it belongs to, if it has one."""

    key: str
    lead: str
    second: str
    ink: str
    slanted: bool
    dot: bool
    spot_x: float
    spot_y: float
    box_x: float
    box_y: float
    box_width: float
    box_height: float
    px: int


@QmlElement
@QmlUncreatable("The stage owns the river of men.")
class RiverOfMen(Part):
    """The figure behind home.

    Its picture hangs on the glass, the text scale and the contrast alone, so it is painted before
    anybody is on home; its words are laid beside what QML says is taken.

    Signals:
        painted: another picture.
        laid: its words stand elsewhere, or in another language.
    """

    painted = Signal()
    laid = Signal()
    _done = Signal(int, object)

    def __init__(
        self,
        exhibit: Exhibit,
        clock: Clock,
        plates: Plates,
        preferences: Preferences,
        locale: Locale,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(exhibit, locale, parent)
        self._plates, self._preferences = plates, preferences
        self._river = river_of(exhibit, clock) if has_figures(exhibit) else None
        self._words = Rows(Say, self)
        self._places = Rows(Spot, self)
        self._size = (1920, 1080)
        self._px_per_mm, self._text = 3.6, 41
        self._turn = 0
        self._rest: list[str] = []
        self._north: Box | None = None
        self._wanted: tuple[object, ...] = ()
        self._source = ""
        self._area: Box | None = None
        self._taken: list[Box] = []
        self._done.connect(self._hang)
        preferences.toneChanged.connect(self._on_look)
        preferences.textScaleChanged.connect(self._on_look)
        plates.settled.connect(self._paint)

    # ------------------------------------------------------------ the picture

    @Property(bool, constant=True)
    def shown(self) -> bool:
        """The exhibit has figures and somebody who marches."""
        return self._river is not None

    @Property(bool, notify=painted)
    def aside(self) -> bool:
        """The picture stands beside the words instead of under them."""
        return bool(self._preferences.textScale >= LARGE)

    @Property(str, notify=painted)
    def source(self) -> str:
        """The picture's address; empty before it is painted."""
        return self._source

    def measure(self, size: tuple[int, int], px_per_mm: float, text: int) -> None:
        """Takes the screen's size in px, its scale and the px of its least text."""
        self._size, self._px_per_mm, self._text = size, px_per_mm, text
        if self._wanted:
            self._on_look()

    def go_on_from(self, before: RiverOfMen) -> None:
        """Shows another's picture until its own is painted."""
        self._source = before._source
        self.painted.emit()

    @property
    def _palette(self) -> Palette:
        return TONES[self._preferences.tone]

    def _unit(self, drawn: float) -> float:
        """A length of the drawing 1920 px across."""
        return drawn * self._text / 41

    @property
    def _box(self) -> tuple[float, float, float, float]:
        """Left, top, width and height of what the main band fills."""
        wide, high = self._size
        unit = self._unit
        if high > wide:
            return (
                unit(56),
                unit(60),
                wide - unit(112),
                high * (0.2 if self.aside else 0.37) - unit(20),
            )
        if self.aside:
            return wide * 0.56, unit(36), wide * 0.44 - unit(64), high * 0.66
        top = unit(410)
        return unit(130), top, wide - unit(130 + 300), max(unit(200), high - unit(262) - top)

    @property
    def _sight(self) -> Sight:
        assert self._river is not None
        return sight_of(self._river, self._size, self._px_per_mm, self._box)

    @Slot()
    def _on_look(self) -> None:
        self._paint()
        self.fill()
        self.painted.emit()

    @Slot()
    def _paint(self) -> None:
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
        self._plates.lend(
            lambda base: paint_river(river, fine, base, palette, dusk),
            lambda image: self._done.emit(turn, image),
        )

    @Slot(int, object)
    def _hang(self, turn: int, image: QImage) -> None:
        if turn == self._turn:
            self._source = f"image://plates/{self._plates.keep_lent(image)}"
            self.painted.emit()

    # ------------------------------------------------------------ the words

    @Property(Rows, constant=True)
    def words(self) -> Rows[Say]:
        """The figures with what their men did."""
        return self._words

    @Property(Rows, constant=True)
    def places(self) -> Rows[Spot]:
        """The names of places."""
        return self._places

    @Property(float, notify=laid)
    def north(self) -> float:
        """The direction of north, in degrees clockwise from up."""
        return self._sight.north if self._river else 0.0

    @Property(QRectF, notify=laid)
    def northBox(self) -> QRectF:
        """The box of the arrow to the north, in px; empty where there is no room."""
        box = self._north
        return QRectF(box.left, box.top, box.width, box.height) if box else QRectF()

    @Property(str, notify=laid)
    def rest(self) -> str:
        """The words that found no room on the picture, a line for each band."""
        return "\n".join(self._rest)

    @property
    def readable(self) -> str:
        """All that a visitor may read of it."""
        said = [*spoken_in(self._words.rows, "number"), *self._rest]
        said += [line for row in self._words.rows for line in row.deed]
        said += spoken_in(self._places.rows, "lead", "second")
        return " ".join(said)

    @Slot(QRectF, "QVariantList")
    def lay(self, area: QRectF, taken: list[QRectF]) -> None:
        """Lays the words in an area in px, and off the rectangles that are taken."""
        self._area = _box_of(area)
        self._taken = [_box_of(one) for one in taken]
        self._paint()
        self.fill()

    def _fill(self) -> None:
        if self._river is None or self._area is None:
            return
        sight = self._sight
        room = Room(self._river, sight, self._area, self._taken)
        mark = NORTH_MM * sight.px_per_mm
        self._north = room.corner((2 * mark, mark))
        if self._north is not None:
            room.take(self._north)
        self._words.show(list(self._says(room)))
        self._places.show(list(self._spots(room, sight)))
        self.laid.emit()

    def _says(self, room: Room) -> Iterator[Say]:
        assert self._river is not None
        bands = self._river.bands
        self._rest = []
        for band in sorted(bands, key=lambda band: ORDER.index(band.deed)):
            if not band.figures:
                continue
            like = [b for b in bands if (b.deed, b.side) == (band.deed, band.side)]
            best: tuple[float, Box, Say] | None = None
            for worse, said in enumerate(self._forms(band)):
                if best is not None and best[0] <= WORSE_MM * worse:
                    break
                found = room.beside(like, (said.box_width, said.box_height))
                if found and (best is None or found[0] + WORSE_MM * worse < best[0]):
                    best = found[0] + WORSE_MM * worse, found[1], said
            if best is None:
                number = next(self._numbers(band))
                self._rest.append(self._locale.teller.joined(number, self._deed(band)))
                continue
            _, box, said = best
            room.take(box)
            yield replace(said, box_x=box.left, box_y=box.top)

    def _forms(self, band: Band) -> Iterator[Say]:
        """A band's words in every form and size, the best first."""
        assert self._river is not None
        own = band.side == self._river.bands[0].side
        colour = self._palette.line if own else self._palette.line_of(band.colour).name()
        small = round(self._text * (1 + (self._preferences.textScale / 100 - 1) / 2))
        deed = self._deed(band)
        for lines in ([deed], _halves(deed)):
            for number in self._numbers(band):
                for em in SIZES:
                    px = round(small * em)
                    widths = [text_width(line, SANS, small, QFont.Weight.Normal) for line in lines]
                    widths.append(text_width(number, SERIF, px, QFont.Weight.DemiBold))
                    high = LINE * (px + small * len(lines))
                    key = f"{band.deed}/{band.side}"
                    yield Say(key, number, lines, colour, 0, 0, max(widths), high, px, small)

    def _numbers(self, band: Band) -> Iterator[str]:
        """A band's figures in words, and without what is more than they say."""
        teller = self._locale.teller
        low, high, _ = ends_of(band.figures)
        ends = [teller.phrases.number(end) for end in dict.fromkeys((low, high))]
        bare = ends[0] if len(ends) == 1 else teller.phrases.say("range", *ends)
        said = (teller.strength(band.figures), teller.phrases.say("headcount", bare))
        for number in dict.fromkeys(said):
            yield teller.phrases.say("river_about", number) if band.rough else number

    def _deed(self, band: Band) -> str:
        teller = self._locale.teller
        day = teller.moment(band.moment, hour=False)
        if band.deed is Deed.LEAVE and band.place:
            place = self._exhibit.indexed("places")[band.place]
            return teller.phrases.say("river_leave", teller.lead(place.name), day)
        key = "set_out" if band.deed is Deed.LEAVE else band.deed
        return teller.phrases.say(f"river_{key}", day)

    def _spots(self, room: Room, sight: Sight) -> Iterator[Spot]:
        assert self._river is not None
        teller, places = self._locale.teller, self._exhibit.indexed("places")
        px = round(self._text * (1 + (self._preferences.textScale / 100 - 1) / 2))
        dot = DOT_MM * sight.px_per_mm
        seen = []
        for id_ in self._river.towns:
            place = places[id_]
            at = sight.px(project(*place.at))
            seen.append((place, at))
            room.take(Box.around(at.real, at.imag, dot, dot))
        for place, at in seen:
            lettering = LETTERINGS.get(place.kind, TOWN)
            lead = teller.lead(place.name)
            for second in dict.fromkeys((teller.second(place.name), "")):
                if self._preferences.textScale >= LARGE and second:
                    continue
                gap = px / 3 if second else 0
                wide = lettering.width(lead, px)
                wide += gap + SECOND.width(second, px)
                box = room.near(at, (wide, px * LINE))
                if box is not None:
                    break
            if box is None:
                continue
            room.take(box)
            yield Spot(
                place.id,
                lead,
                second,
                lettering.ink,
                lettering.slanted,
                lettering is TOWN,
                at.real,
                at.imag,
                box.left,
                box.top,
                wide,
                px * LINE,
                px,
            )


def _halves(text: str) -> list[str]:
    """A text in two lines, as even as its words allow."""
    breaks = [i for i, letter in enumerate(text) if letter == " "]
    at = min(breaks, key=lambda i: abs(2 * i - len(text)), default=len(text))
    return [line for line in (text[:at].strip(), text[at:].strip()) if line]


def _box_of(area: QRectF) -> Box:
    return Box(area.left(), area.top(), area.right(), area.bottom())
