"""QR codes, which a telephone's camera reads as the address of a page."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import unquote

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage

from kiosk.map.ground.palette import TABLE
from kiosk.qt.pictures import Pictures

QUIET = 4
"""Modules left bare on each side (ISO/IEC 18004)."""


class QrPictures(Pictures):
    """Paints image://qr/TEXT/WIDTH, TEXT percent-encoded, with modules of whole pixels."""

    def picture(self, address: str) -> QImage:
        """Pictures' hook."""
        text, _, width = address.rpartition("/")
        return paint_qr(unquote(text), int(width))


def modules_of(text: str) -> Sequence[Sequence[int]]:
    """The code of `text` row by row, its modules dark or not, with the quiet zone about it."""
    import segno  # not for the first picture

    return [*map(tuple, segno.make_qr(text, error="m").matrix_iter(border=QUIET))]


def paint_qr(text: str, width: int) -> QImage:
    """A picture of the code of `text`, as near to `width` px as whole pixels come."""
    ink, paper = QColor(TABLE.void), QColor(TABLE.line)
    rows = modules_of(text)
    image = QImage(len(rows), len(rows), QImage.Format.Format_RGB32)
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            image.setPixelColor(x, y, ink if dark else paper)
    side = len(rows) * max(1, round(width / len(rows)))
    return image.scaled(side, side, mode=Qt.TransformationMode.FastTransformation)
