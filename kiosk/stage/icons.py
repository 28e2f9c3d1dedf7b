"""Icons in any colour: the line drawings of resources/icons, painted at their size on screen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from kiosk.qt.pictures import Pictures
from kiosk.stage.glyphs import glyph


class IconPictures(Pictures):
    """Paints image://icons/NAME/RRGGBB/SIZE from NAME.svg, or the glyph of that name.

    Qt's SVG draws `currentColor` black, so the colour is written into the drawing first.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder

    def picture(self, address: str) -> QImage:
        """Pictures' hook."""
        name, colour, side = address.split("/")
        drawing = glyph(name) or (self._folder / f"{name}.svg").read_text("utf-8")
        image = QImage(int(side), int(side), QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        renderer = QSvgRenderer(QByteArray(drawing.replace("currentColor", f"#{colour}").encode()))
        renderer.render(painter, QRectF(image.rect()))
        painter.end()
        return image
