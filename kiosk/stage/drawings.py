"""The exhibit's own drawings, painted at their size on screen in the visitor's language."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from kiosk.exhibit.drawing import read_drawing, with_words
from kiosk.exhibit.model import Exhibit, Picture
from kiosk.stage.pictures import Pictures
from kiosk.stage.tongue import Row, Tongue

DRAWING = ("key", "name", "alt", "source")
"""The roles of a drawing's row."""


def drawing_row(tongue: Tongue, picture: Picture) -> Row:
    """A drawing as a row for QML; `source` is its address less the width."""
    return {
        "key": picture.id,
        "name": tongue.lead(picture.name),
        "alt": tongue.lead(picture.alt),
        "source": f"image://drawings/{picture.id}/{tongue.language}",
    }


class DrawingPictures(Pictures):
    """Paints image://drawings/ID/LANGUAGE/WIDTH, as high as the drawing's own shape asks."""

    def __init__(self, exhibit: Exhibit, folder: Path) -> None:
        super().__init__()
        self._pictures = exhibit.indexed("pictures")
        self._folder = folder

    def picture(self, address: str) -> QImage:
        """Pictures' hook."""
        id_, language, width = address.split("/")
        record = self._pictures[id_]
        words = {label.key: label.text.in_(language) for label in record.labels}
        root = read_drawing(self._folder / record.file)
        renderer = QSvgRenderer(QByteArray(with_words(root, words)))
        box = renderer.viewBoxF()
        image = QImage(
            int(width),
            round(int(width) * box.height() / box.width()),
            QImage.Format.Format_ARGB32_Premultiplied,
        )
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        renderer.render(painter, QRectF(image.rect()))
        painter.end()
        return image
