"""Icons in any colour, painted at their size on screen: line drawings, and the moon as it stood."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from kiosk.qt.pictures import Pictures

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none">{}</svg>'

RADIUS = 9.0


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


def glyph(name: str) -> str | None:
    """The drawing of "moon-PERCENT-SIDE" or "moon-down"; None for other names."""
    if name == "moon-down":
        return _moon_down()
    if found := re.fullmatch(r"moon-(\d+)-(left|right)", name):
        return _moon(int(found[1]) / 100, lit_right=found[2] == "right")
    return None


def _moon(lit: float, *, lit_right: bool) -> str:
    """A disc of which the share `lit` is bright, bounded by half an ellipse."""
    across = RADIUS * abs(1 - 2 * lit)
    bulge = 1 if lit > 0.5 else 0
    top, bottom = 12 - RADIUS, 12 + RADIUS
    bright = (
        f"M12 {top}A{RADIUS} {RADIUS} 0 0 1 12 {bottom}A{across:.2f} {RADIUS} 0 0 {bulge} 12 {top}Z"
    )
    turned = "" if lit_right else ' transform="matrix(-1 0 0 1 24 0)"'
    return SVG.format(
        f'<circle cx="12" cy="12" r="{RADIUS}" stroke="currentColor" stroke-width="1"'
        f' stroke-opacity=".6"/><path fill="currentColor"{turned} d="{bright}"/>'
    )


def _moon_down() -> str:
    """A hollow moon beneath the line of the horizon."""
    return SVG.format(
        '<path stroke="currentColor" stroke-width="1.6" stroke-linecap="round" d="M2 8H22"/>'
        '<circle cx="12" cy="16.5" r="5" stroke="currentColor" stroke-width="1.2"'
        ' stroke-dasharray="1.8 1.6"/>'
    )
