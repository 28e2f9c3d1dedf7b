"""The exhibit's pictures at their size on screen; drawings speak the visitor's language."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from kiosk.exhibit.files.photograph import ENDINGS
from kiosk.exhibit.model import Exhibit
from kiosk.map.ground.palette import toned
from kiosk.qt.pictures import Pictures
from kiosk.telling.drawings import address_of, drawing, photograph, scaled, words_of
from kiosk.telling.outline.blocks import Picture


@dataclass(frozen=True)
class Drawing:
    """A drawing as QML shows it; `source` is its address less the width. It may have a film."""

    key: str
    name: str
    short: str
    alt: str
    credit: str
    source: str
    film: bool


def drawing_of(picture: Picture, language: str) -> Drawing:
    """A picture as a row."""
    source = address_of(picture.key, language)
    return Drawing(
        picture.key,
        picture.name,
        picture.short,
        picture.text,
        picture.credit,
        source,
        bool(picture.film),
    )


class DrawingPictures(Pictures):
    """Paints image://drawings/ID/LANGUAGE/WIDTH?TONE, as high as the drawing's own shape asks."""

    def __init__(self, exhibit: Exhibit, folder: Path) -> None:
        super().__init__()
        self.show(exhibit, folder)

    def show(self, exhibit: Exhibit, folder: Path) -> None:
        """Paints the drawings of this exhibit from now on."""
        self._pictures = exhibit.indexed("pictures")
        self._folder = folder

    def picture(self, address: str) -> QImage:
        """Pictures' hook."""
        address, palette = toned(address)
        id_, language, width = address.split("/")
        record = self._pictures[id_]
        words = words_of(record, language)
        path = self._folder / record.file
        if path.suffix.lower() in ENDINGS:
            return photograph(path, int(width))
        return _painted(drawing(path, words, palette.turned), int(width))


def _painted(drawing: QSvgRenderer, width: int) -> QImage:
    size = scaled(drawing.viewBoxF().size(), width)
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    drawing.render(painter, QRectF(image.rect()))
    painter.end()
    return image
