"""The ground round words on the map, which keeps lines off them."""

from __future__ import annotations

import cmath
import math
from urllib.parse import unquote

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from kiosk.stage.pictures import Pictures

STEPS = 12
"""In how many directions the words are spread."""


class HaloPictures(Pictures):
    """Paints image://halo/RRGGBB/REACH/WIDTH/HEIGHT/FAMILY/PX/WEIGHT/ITALIC/SPACING/WORDS.

    The words are spread by REACH px to all sides. A picture and not an item: PySide6 6.11 keeps the
    Python half of each item that QML makes for ever.
    """

    def picture(self, address: str) -> QImage:
        """Pictures' hook."""
        colour, reach, width, height, family, px, weight, italic, spacing, words = address.split(
            "/", 9
        )
        font = QFont(unquote(family))
        font.setPixelSize(int(px))
        font.setWeight(QFont.Weight(int(weight)))
        font.setItalic(italic == "true")
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, float(spacing))
        return paint_halo(
            unquote(words), font, QColor(f"#{colour}"), float(reach), int(width), int(height)
        )


def paint_halo(
    words: str, font: QFont, colour: QColor, reach: float, width: int, height: int
) -> QImage:
    """Words, centred from top to bottom, spread by `reach` px to all sides.

    Stroking the outlines of the letters would take ten times as long.
    """
    plain = _blank(width, height)
    painter = QPainter(plain)
    painter.setFont(font)
    painter.setPen(colour)
    area = QRectF(plain.rect()).adjusted(reach, 0, 0, 0)
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
    painter.end()
    spread = _blank(width, height)
    painter = QPainter(spread)
    for far in (reach, reach / 2):
        for step in range(STEPS):
            shift = cmath.rect(far, math.tau * step / STEPS)
            painter.drawImage(QPointF(shift.real, shift.imag), plain)
    painter.end()
    return spread


def _blank(width: int, height: int) -> QImage:
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    return image
