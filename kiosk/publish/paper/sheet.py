"""Sheets of paper, in px of a tenth of a millimetre, and the PDF files that are made of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from kiosk.publish.output import NotDrawn
from kiosk.publish.paper.press import Part, Press

PX_PER_MM = 10.0
PX_PER_POINT = PX_PER_MM * 25.4 / 72
RESOLUTION = 254
"""Dots per inch: a px is a tenth of a millimetre. What is drawn stays as sharp as any printer."""


@dataclass(frozen=True)
class Sheet:
    """A size of paper in millimetres; what is laid out for another one is `enlarged` on it."""

    name: str
    width_mm: float
    height_mm: float
    enlarged: float = 1.0

    @property
    def width(self) -> float:
        """The width, in px."""
        return self.width_mm * PX_PER_MM / self.enlarged

    @property
    def height(self) -> float:
        """The height, in px."""
        return self.height_mm * PX_PER_MM / self.enlarged

    @property
    def px_per_point(self) -> float:
        """The px that a point of it takes."""
        return PX_PER_POINT / self.enlarged


A4 = Sheet("a4", 210, 297)
LETTER = Sheet("letter", 215.9, 279.4)
A3 = Sheet("a3", 420, 297)
"""A3 lies on its side."""
A4_LYING = Sheet("a4", 297, 210, enlarged=0.5**0.5)
"""A4 on its side, on which all that is on A3 is smaller."""
A3_UPRIGHT = Sheet("a3", 297, 420, enlarged=2**0.5)
"""A3 upright, on which all that is on A4 is larger."""


def points(size: float) -> int:
    """A size of type in px."""
    return round(size * PX_PER_POINT)


@contextmanager
def kept(painter: QPainter) -> Iterator[None]:
    """Gives the painter back as it was, whatever happens."""
    painter.save()
    try:
        yield
    finally:
        painter.restore()


def printed(
    sheet: Sheet, title: str, paint: Callable[[Press], None]
) -> tuple[bytes, list[Part | None]]:
    """The PDF of what is painted, and what its marks say; raises NotDrawn if Qt can't paint it."""
    held = QBuffer()
    held.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(held)
    writer.setResolution(round(RESOLUTION / sheet.enlarged))
    size = QPageSize(QSizeF(sheet.width_mm, sheet.height_mm), QPageSize.Unit.Millimeter)
    writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF()))
    writer.setTitle(title)
    writer.setCreator("kiosk render")
    press = Press(writer)
    if not press.begin(writer):
        raise NotDrawn("can't be painted")
    try:
        press.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint(press)
    finally:
        press.end()
    return bytes(held.data().data()), press.marks
