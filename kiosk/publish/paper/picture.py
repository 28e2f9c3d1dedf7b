"""The exhibit's pictures on paper: drawings as lines in the reader's language, and photographs."""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from pathlib import Path

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath
from PySide6.QtSvg import QSvgRenderer

from kiosk.exhibit.files.photograph import ENDINGS, read_photograph
from kiosk.exhibit.kinds import names, ref_of
from kiosk.exhibit.model import Exhibit
from kiosk.exhibit.ref import Ref
from kiosk.map.ground.palette import SHEET
from kiosk.publish.paper.flow import Block
from kiosk.publish.paper.press import Part, Press
from kiosk.publish.paper.sheet import PX_PER_MM, kept
from kiosk.stage.images.qr import modules_of
from kiosk.telling.drawings import drawing, photograph, words_of
from kiosk.telling.outline.blocks import Picture, Section

MOST_HIGH = 120 * PX_PER_MM
"""A picture is no higher than this, so that its caption has room on the same page."""

LEAST_OF_PLATE = 0.6
"""A picture is reduced to this share of its height at the least."""

MOST_PX = 2000
"""A photograph is no wider than this, which is 300 dots an inch across a page."""

MODULE = 0.6 * PX_PER_MM
"""A module of a code is this wide at least, so that any telephone reads it from a page."""

CODE = 26 * PX_PER_MM
"""A code is this wide at least, the quiet about it included."""


class Plate(Block):
    """A picture as wide as its room, unless it would be too high; its caption follows it."""

    clings = floats = True

    def __init__(
        self, size: QSizeF, draw: Callable[[QPainter, QRectF], object], part: Part, gap: float
    ) -> None:
        self._size, self._draw, self._part, self.gap = size, draw, part, gap
        self._most = MOST_HIGH

    def height(self, width: float) -> float:
        """Block's hook."""
        return min(self._most, width * self._size.height() / self._size.width())

    def reduced(self, width: float, room: float) -> Block | None:
        """Block's hook."""
        if room < LEAST_OF_PLATE * self.height(width):
            return None
        small = copy(self)
        small._most = room
        return small

    def paint(self, press: Press, x: float, y: float, width: float) -> None:
        """Block's hook."""
        height = self.height(width)
        box = QRectF(x, y, height * self._size.width() / self._size.height(), height)
        with press.reading(self._part):
            self._draw(press, box)


class Coded(Block):
    """A plate with the code of an address at its right, whose modules are `MODULE` wide or more."""

    clings = floats = True

    def __init__(self, plate: Plate, address: str, part: Part) -> None:
        self._plate, self._part, self.gap = plate, part, plate.gap
        self._modules = modules_of(address)

    @property
    def _side(self) -> float:
        return max(CODE, len(self._modules) * MODULE)

    def height(self, width: float) -> float:
        """Block's hook."""
        return max(self._side, self._plate.height(width - self._side))

    def paint(self, press: Press, x: float, y: float, width: float) -> None:
        """Block's hook."""
        side, wide = self._side, width - self._side
        self._plate.paint(press, press.within(x, width, x, wide), y, wide)
        left, top = press.within(x, width, x + wide, side), y + self.height(width) - side
        dark, module = QPainterPath(), side / len(self._modules)
        for row, modules in enumerate(self._modules):
            for column, set_ in enumerate(modules):
                if set_:
                    dark.addRect(QRectF(column, row, 1, 1))
        with press.reading(self._part), kept(press):
            press.translate(left, top)
            press.scale(module, module)
            press.fillPath(dark.simplified(), QColor("black"))


class Album:
    """The pictures of an exhibit; each is printed once, by what first shows it."""

    def __init__(self, exhibit: Exhibit, folder: Path) -> None:
        self._folder, self._pictures = folder, exhibit.indexed("pictures")
        self._photographs: dict[Path, QImage] = {}
        self._drawings: dict[tuple[str, str], QSvgRenderer] = {}
        self._shown_by: dict[str, Ref] = {}
        for kind in names(lambda kind: kind.has("pictures")):
            for record in getattr(exhibit, kind):
                for key in record.pictures:
                    self._shown_by.setdefault(key, ref_of(record))

    def of(self, section: Section) -> list[Picture]:
        """The pictures that stand beside an entry."""
        shown_by = self._shown_by
        return [one for one in section.pictures if shown_by[one.key] == section.ref]

    def plate(self, picture: Picture, language: str, part: Part, gap: float) -> Plate:
        """A picture with its words in a language; raises DrawingError."""
        path = self._folder / picture.file
        if path.suffix.lower() in ENDINGS:
            image = self._photograph(path)
            return Plate(
                QSizeF(image.size()), lambda painter, box: painter.drawImage(box, image), part, gap
            )
        lines = self._drawing(path, picture.key, language)
        return Plate(lines.viewBoxF().size(), lines.render, part, gap)

    def _drawing(self, path: Path, key: str, language: str) -> QSvgRenderer:
        """A drawing with its words, read once."""
        if (key, language) not in self._drawings:
            words = words_of(self._pictures[key], language)
            self._drawings[key, language] = drawing(path, words, SHEET.turned)
        return self._drawings[key, language]

    def _photograph(self, path: Path) -> QImage:
        """A photograph, read once: a file then holds it once, however often it is printed."""
        if path not in self._photographs:
            width = min(MOST_PX, read_photograph(path).width)
            self._photographs[path] = photograph(path, width)
        return self._photographs[path]
