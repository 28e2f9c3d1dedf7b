"""The pictures of a screen as a whole: how much is amber, how bright the map is, what changed."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QImage, QPainter

from kiosk.map.boxes import Box
from kiosk.map.ground.palette import TABLE
from kiosk.workbench.layout.flaw import Flaw, View, flaw

AMBER_MOST = 0.03
"""The most of a screen that is amber."""

NEAR_AMBER = 24
"""The most by which a channel of amber differs from amber's, of 255."""

BRIGHT, BRIGHT_LEAST = 90, 0.05
"""A grey of 255, and the share of the map that is brighter at the least."""

CHANGED, DECIDED_LEAST = 24, 0.03
"""Greys by which a pixel differs that has changed, and the share of the map that has to."""

_NOT_AMBER = bytes(apart > NEAR_AMBER for apart in range(256))
_IS_AMBER = b"\0\0\0\1"
"""A pixel of which no channel is far from amber: its fourth byte, and no other, is far in each."""
_BRIGHTER = bytes(grey > BRIGHT for grey in range(256))
_OTHER = bytes(grey > CHANGED for grey in range(256))


def gaudy(view: View, picture: QImage) -> Iterator[Flaw]:
    """More amber than lets the eye find what it marks."""
    plain = picture.convertToFormat(QImage.Format.Format_RGB32)
    ground = QImage(plain.size(), plain.format())
    ground.fill(TABLE.amber)
    apart = difference(plain, ground)
    wide, line = apart.width(), apart.bytesPerLine()
    pixels, rows = apart.constBits(), range(0, apart.height(), 4)
    read = b"".join(bytes(pixels[row * line : row * line + 4 * wide]) for row in rows)
    count = read.translate(_NOT_AMBER).count(_IS_AMBER)
    share = count / (wide * len(rows))
    if share > AMBER_MOST:
        message, most = f"{100 * share:.1f} % of the screen are amber", f"{100 * AMBER_MOST:.0f} %"
        yield flaw("amber", "", message, f"at most {most} mark what they mean", view.sight.screen)


def dark(view: View, picture: QImage) -> Iterator[Flaw]:
    """A map on which nothing stands out from the dark."""
    if not view.panel or view.panel == "forces":
        return
    area = _rect(view.scene.viewport.room).intersected(picture.rect())
    grey = greys(picture.copy(area))
    share = grey.translate(_BRIGHTER).count(1) / max(1, len(grey))
    if share < BRIGHT_LEAST:
        message = f"{100 * share:.1f} % of the map are brighter than {BRIGHT} of 255"
        most = f"{100 * BRIGHT_LEAST:.0f} % or more make a picture that is seen from afar"
        hint = f"{most}, as layers of relief and rivers do"
        yield flaw("dark map", "", message, hint, QRectF(area))


def undecided(view: View, before: QImage, after: QImage) -> Iterator[Flaw]:
    """A decision that looks on the map as it did before it was taken."""
    area = _rect(view.scene.viewport.room).intersected(after.rect())
    share = changed(greys(difference(before.copy(area), after.copy(area))))
    if share < DECIDED_LEAST:
        message = f"{100 * share:.1f} % of the map differ from before the choice"
        hint = f"{100 * DECIDED_LEAST:.0f} % or more show what was chosen"
        yield flaw("unmoved decision", "", message, hint, QRectF(area))


def changed(apart: bytes) -> float:
    """The share of pixels, by the greys of their difference, that have changed, 0 to 1."""
    return apart.translate(_OTHER).count(1) / max(1, len(apart))


def difference(before: QImage, after: QImage) -> QImage:
    """The difference of two pictures, black where they are the same."""
    found = after.convertToFormat(QImage.Format.Format_RGB32)
    painter = QPainter(found)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
    painter.drawImage(0, 0, before)
    painter.end()
    return found


def greys(picture: QImage) -> bytes:
    """The greys of a picture's pixels, row by row."""
    grey = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    bits, line, wide = bytes(grey.constBits()), grey.bytesPerLine(), grey.width()
    return b"".join(bits[row * line : row * line + wide] for row in range(grey.height()))


def _rect(box: Box) -> QRect:
    return QRectF(box.left, box.top, box.width, box.height).toAlignedRect()
