"""The exhibit's pictures at their size on screen; drawings speak the visitor's language."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader, QPainter
from PySide6.QtSvg import QSvgRenderer

from kiosk.exhibit.files.drawing import DrawingError, ratio_fault, read_drawing, with_words
from kiosk.exhibit.files.photograph import ENDINGS
from kiosk.exhibit.model import Exhibit, Picture
from kiosk.qt.pictures import Pictures
from kiosk.telling.locale import Row, Teller

DRAWING = ("key", "name", "alt", "source")
"""The roles of a drawing's row."""

ALLOCATION_MB = 320
"""What a photograph of `photograph.MAX_PIXELS` takes at most while it is decoded."""


def drawing_row(teller: Teller, picture: Picture) -> Row:
    """A drawing as a row for QML; `source` is its address less the width."""
    return {
        "key": picture.id,
        "name": teller.lead(picture.name),
        "alt": teller.lead(picture.alt),
        "source": f"image://drawings/{picture.id}/{teller.language}",
    }


def words_of(picture: Picture, language: str) -> dict[str, str]:
    """What stands in a drawing, by the ids of its text elements."""
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
    """What paints a drawing with its words; raises DrawingError."""
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
