"""Sheets of paper, in px of a tenth of a millimetre, and the PDF files that are made of them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from kiosk.workbench.paper import language
from kiosk.workbench.render import NotDrawn

PX_PER_MM = 10.0
PX_PER_POINT = PX_PER_MM * 25.4 / 72
RESOLUTION = 254
"""Dots per inch: a px is a tenth of a millimetre. What is drawn stays as sharp as any printer."""


@dataclass(frozen=True)
class Sheet:
    """A size of paper in millimetres."""

    name: str
    width_mm: float
    height_mm: float

    @property
    def width(self) -> float:
        """Across, in px."""
        return self.width_mm * PX_PER_MM

    @property
    def height(self) -> float:
        """Down, in px."""
        return self.height_mm * PX_PER_MM


A4 = Sheet("a4", 210, 297)
LETTER = Sheet("letter", 215.9, 279.4)
A3 = Sheet("a3", 420, 297)
"""A3 lies on its side."""


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


class Press:
    """A PDF being written: its painter, and how a page is turned."""

    def __init__(self, writer: QPdfWriter, painter: QPainter) -> None:
        self._writer, self.painter = writer, painter

    def turn(self) -> None:
        """Begins another page."""
        self._writer.newPage()


@contextmanager
def printing(path: Path, sheet: Sheet, title: str, languages: tuple[str, ...]) -> Iterator[Press]:
    """Writes a PDF with what is painted within; the whole file, or none if that fails.

    Raises OSError where it can't be written, NotDrawn where it can't be painted.
    """
    part, held = path.with_name(f".part-{path.name}"), QBuffer()
    held.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(held)  # to a file on a full disk it writes nothing, and says nothing
    writer.setResolution(RESOLUTION)
    size = QPageSize(QSizeF(sheet.width_mm, sheet.height_mm), QPageSize.Unit.Millimeter)
    writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF()))
    writer.setTitle(title)
    writer.setCreator("kiosk render")
    painter = QPainter()
    try:
        if not painter.begin(writer):
            raise NotDrawn("can't be painted")
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        yield Press(writer, painter)
        if not painter.end():
            raise NotDrawn("can't be painted")
        part.write_bytes(language.declared(bytes(held.data().data()), languages[0]))
        part.replace(path)
    finally:
        if painter.isActive():
            painter.end()
        del writer
        part.unlink(missing_ok=True)
