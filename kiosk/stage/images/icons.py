"""Icons in any colour, painted at their size on screen: line drawings, and the moon as it stood."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from kiosk.map.signs.patterns import tile
from kiosk.qt.pictures import Pictures

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none">{}</svg>'

RADIUS = 11.2

THINNEST_PX, THINNEST = 1.5, 0.5
"""Width of the moon's edge at the least, in px and of the 24 that a drawing is wide."""


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
        drawing = glyph(name, int(side)) or (self._folder / f"{name}.svg").read_text("utf-8")
        image = QImage(int(side), int(side), QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        renderer = QSvgRenderer(QByteArray(drawing.replace("currentColor", f"#{colour}").encode()))
        renderer.render(painter, QRectF(image.rect()))
        painter.end()
        return image


def glyph(name: str, side: int) -> str | None:
    """The drawing of a name that has no file, `side` px wide; None for other names.

    "moon-PERCENT-SIDE", "moon-down", and "side-PLACE", a tile of the pattern of the side there.
    """
    if found := re.fullmatch(r"side-(\d)", name):
        return SVG.format(tile(int(found[1])))
    if name == "moon-down":
        return SVG.format(_ring(side))
    if found := re.fullmatch(r"moon-(\d+)-(left|right)", name):
        return SVG.format(_disc(int(found[1]) / 100, lit_right=found[2] == "right") + _ring(side))
    return None


def _ring(side: int) -> str:
    """The moon's edge, all that is drawn of it while it is below the horizon."""
    width = max(THINNEST, 24 * THINNEST_PX / side)
    return (
        f'<circle cx="12" cy="12" r="{RADIUS}" stroke="currentColor" stroke-width="{width:.2f}"'
        ' stroke-opacity=".7"/>'
    )


def _disc(lit: float, *, lit_right: bool) -> str:
    """A disc of which the share `lit` is bright, bounded by half an ellipse."""
    across = RADIUS * abs(1 - 2 * lit)
    bulge = 1 if lit > 0.5 else 0
    top, bottom = 12 - RADIUS, 12 + RADIUS
    bright = (
        f"M12 {top}A{RADIUS} {RADIUS} 0 0 1 12 {bottom}A{across:.2f} {RADIUS} 0 0 {bulge} 12 {top}Z"
    )
    turned = "" if lit_right else ' transform="matrix(-1 0 0 1 24 0)"'
    return (
        f'<circle cx="12" cy="12" r="{RADIUS}" fill="currentColor" fill-opacity=".12"/>'
        f'<path fill="currentColor"{turned} d="{bright}"/>'
    )
