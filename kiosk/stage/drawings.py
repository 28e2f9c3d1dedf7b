"""The exhibit's pictures at their size on screen; drawings speak the visitor's language."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader, QPainter
from PySide6.QtSvg import QSvgRenderer

from kiosk.exhibit import model
from kiosk.exhibit.files.drawing import DrawingError, ratio_fault, read_drawing, with_words
from kiosk.exhibit.files.photograph import ENDINGS
from kiosk.exhibit.model import Exhibit
from kiosk.qt.pictures import Pictures
from kiosk.telling.outline.blocks import Picture

ALLOCATION_MB = 320
"""The memory that a photograph of `photograph.MAX_PIXELS` takes while it is decoded."""


@dataclass(frozen=True)
class Drawing:
    """A drawing as QML shows it; `source` is its address less the width."""

    key: str
    name: str
    alt: str
    source: str


def drawing_of(picture: Picture, language: str) -> Drawing:
    """A picture as a row."""
    source = f"image://drawings/{picture.key}/{language}"
    return Drawing(picture.key, picture.name, picture.text, source)


def words_of(picture: model.Picture, language: str) -> dict[str, str]:
    """The words in a drawing, by the ids of its text elements."""
    return {label.key: label.text.in_(language) for label in picture.labels}


class DrawingPictures(Pictures):
    """Paints image://drawings/ID/LANGUAGE/WIDTH, as high as the drawing's own shape asks."""

    def __init__(self, exhibit: Exhibit, folder: Path) -> None:
        super().__init__()
        self.show(exhibit, folder)

    def show(self, exhibit: Exhibit, folder: Path) -> None:
        """Paints the drawings of this exhibit from now on."""
        self._pictures = exhibit.indexed("pictures")
        self._folder = folder

    def picture(self, address: str) -> QImage:
        """Pictures' hook."""
        id_, language, width = address.split("/")
        record = self._pictures[id_]
        words = words_of(record, language)
        path = self._folder / record.file
        if path.suffix.lower() in ENDINGS:
            return photograph(path, int(width))
        return _painted(drawing(path, words), int(width))


def drawing(path: Path, words: dict[str, str]) -> QSvgRenderer:
    """The painter of a drawing with its words; raises DrawingError."""
    return QSvgRenderer(QByteArray(with_words(read_drawing(path), words)))


def _painted(drawing: QSvgRenderer, width: int) -> QImage:
    size = _scaled(drawing.viewBoxF().size(), width)
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    drawing.render(painter, QRectF(image.rect()))
    painter.end()
    return image


def photograph(path: Path, width: int) -> QImage:
    """The photograph upright, decoded at `width` so that it never fills the memory.

    Raises `DrawingError`.
    """
    QImageReader.setAllocationLimit(ALLOCATION_MB)
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    size = QSizeF(reader.size())
    turned = reader.transformation() & QImageIOHandler.Transformation.TransformationRotate90
    scaled = _scaled(size.transposed() if turned else size, width)
    reader.setScaledSize(scaled.transposed() if turned else scaled)
    image = reader.read()
    if image.isNull():
        raise DrawingError(f"{path.name}: {reader.errorString()}")
    return image


def _scaled(size: QSizeF, width: int) -> QSize:
    """The size at `width`, as high as its shape asks; a shape too narrow to be shown is refused."""
    if size.isEmpty() or ratio_fault(size.width(), size.height()):
        raise DrawingError("has no shape that could be shown")
    return QSize(width, max(1, round(width * size.height() / size.width())))
