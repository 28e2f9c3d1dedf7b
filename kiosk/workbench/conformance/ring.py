"""The ring around what has the keys: as broad as it should be, whole, and seen on any ground."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import lru_cache

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.workbench.layout.contrast import contrast, luminance
from kiosk.workbench.layout.eyes import whole_area

LEAST_MM, LEAST_CONTRAST = 3.0, 3.0
"""The breadth of the ring, and its contrast with what it stands on (WCAG 2.2, 2.4.13)."""

EVERY_PX, DEEP_PX = 4, 2
"""The distance of two points along it at which it is measured, and of two across it.

A letter or a line beneath it may take one point of it away, but no stretch as long as it is broad.
"""


def flaws_of(ring: QQuickItem, window: QQuickWindow, px_per_mm: float) -> tuple[list[str], float]:
    """The flaws of a ring in words, and the contrast that it has all along at the least."""
    after = window.grabWindow()
    area, screen = whole_area(ring), QRectF(0, 0, window.width(), window.height())
    found = []
    if not screen.contains(area):
        found.append("the ring is cut by an edge of the screen")
    breadth = float(ring.property("breadth"))
    if breadth < LEAST_MM * px_per_mm - 1:
        found.append(f"the ring is {breadth / px_per_mm:.1f} mm broad")
    ring.setOpacity(0)
    before = window.grabWindow()
    ring.setOpacity(1)
    ratio = after.width() / screen.width()
    outer = QRectF(area.topLeft() * ratio, area.size() * ratio).toAlignedRect()
    least = min(contrasts(after, before, outer, round(breadth * ratio)), default=1.0)
    if round(least, 1) < LEAST_CONTRAST:
        found.append(f"the ring has a contrast of {least:.1f}:1")
    return found, least


def contrasts(after: QImage, before: QImage, outer: QRect, breadth: int) -> Iterator[float]:
    """The best contrast that each stretch of the ring has with what is there without it."""
    shown, bare = Pixels(after), Pixels(before)
    for side in _sides(outer, range(0, breadth, DEEP_PX)):
        seen = [max(apart(shown.at(x, y), bare.at(x, y)) for x, y in across) for across in side]
        stretch = math.ceil(breadth / EVERY_PX)
        for first in range(max(1, len(seen) - stretch + 1)):
            yield max(seen[first : first + stretch])


class Pixels:
    """The colours of a picture by their places; black outside it."""

    def __init__(self, image: QImage) -> None:
        whole = image.convertToFormat(QImage.Format.Format_RGB32)
        self._width, self._height = whole.width(), whole.height()
        self._row = whole.bytesPerLine() // 4
        self._colours = memoryview(bytes(whole.constBits())).cast("I")

    def at(self, x: int, y: int) -> int:
        """The colour at a place, as 0xRRGGBB."""
        inside = 0 <= x < self._width and 0 <= y < self._height
        return self._colours[y * self._row + x] & 0xFFFFFF if inside else 0


@lru_cache(1 << 16)
def apart(one: int, other: int) -> float:
    """The contrast of two colours."""
    return contrast(luminance(one), luminance(other))


Point = tuple[int, int]


def _sides(outer: QRect, depths: Sequence[int]) -> Iterator[list[list[Point]]]:
    """The points across each side of a ring within a rectangle, all along it."""
    left, top, right, bottom = outer.left(), outer.top(), outer.right(), outer.bottom()
    along = range(left, right + 1, EVERY_PX)
    yield [[(x, top + deep) for deep in depths] for x in along]
    yield [[(x, bottom - deep) for deep in depths] for x in along]
    down = range(top, bottom + 1, EVERY_PX)
    yield [[(left + deep, y) for deep in depths] for y in down]
    yield [[(right - deep, y) for deep in depths] for y in down]
