"""The ground round words on the map, which keeps lines off them."""

from __future__ import annotations

import cmath
import math
from urllib.parse import unquote

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from kiosk.qt.pictures import Pictures

STEPS = 12
"""In how many directions the words are spread."""


class HaloPictures(Pictures):
    """Paints image://halo/RRGGBB/REACH/WIDTH/HEIGHT/FINENESS/FAMILY/PX/WEIGHT/ITALIC/SPACING/WORDS.

    The words are spread by REACH px to all sides; a px is FINENESS pixels of the picture wide. A
    picture and not an item: PySide6 6.11 keeps the Python half of each item that QML makes for
    ever.
    """

    def picture(self, address: str) -> QImage:
        """Pictures' hook."""
        colour, reach, width, height, fineness, family, px, weight, italic, spacing, words = (
            address.split("/", 10)
        )
        font = QFont(unquote(family))
        font.setPixelSize(int(px))
        font.setWeight(QFont.Weight(int(weight)))
        font.setItalic(italic == "true")
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, float(spacing))
        return paint_halo(
            unquote(words),
            font,
            QColor(f"#{colour}"),
            float(reach),
            (int(width), int(height)),
            float(fineness),
        )


def paint_halo(
    words: str,
    font: QFont,
    colour: QColor,
    reach: float,
    size: tuple[int, int],
    fineness: float = 1.0,
) -> QImage:
    """Words, centred from top to bottom, spread by `reach` px to all sides.

    Stroking the outlines of the letters would take ten times as long.
    """
    plain = _blank(size, fineness)
    painter = QPainter(plain)
    painter.setFont(font)
    painter.setPen(colour)
    area = QRectF(reach, 0, size[0] - reach, size[1])
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
    painter.end()
    spread = _blank(size, fineness)
    painter = QPainter(spread)
    for far in (reach, reach / 2):
        for step in range(STEPS):
            shift = cmath.rect(far, math.tau * step / STEPS)
            painter.drawImage(QPointF(shift.real, shift.imag), plain)
    painter.end()
    spread.setDevicePixelRatio(1)
    return spread


def _blank(size: tuple[int, int], fineness: float) -> QImage:
    width, height = (round(side * fineness) for side in size)
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(fineness)
    image.fill(Qt.GlobalColor.transparent)
    return image
