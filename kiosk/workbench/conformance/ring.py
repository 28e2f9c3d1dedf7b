"""The ring around what has the keys: as broad as it should be, whole, and seen on any ground."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.workbench.layout.contrast import contrast, luminance
from kiosk.workbench.layout.eyes import whole_area

LEAST_MM, LEAST_CONTRAST = 3.0, 3.0
"""The breadth of the ring, and its contrast with what it stands on (WCAG 2.2, 2.4.13)."""

EVERY_PX = 4
"""The distance of two points at which it is measured."""

SEEN = 2 / 3
"""The share of its length on which it is seen: both its colours may be beneath it, at an underlined
link above. A line of it is 1.5 mm; WCAG asks for as much as 2 CSS px, 0.53 mm, all round."""


def flaws_of(ring: QQuickItem, window: QQuickWindow, px_per_mm: float) -> tuple[list[str], float]:
    """The flaws of a ring in words, and the contrast that it has on two thirds of its length."""
    window.grabWindow()  # it follows what has the keys with each frame
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
    paper = round(int(ring.property("paperLine")) * ratio)
    seen = sorted(contrasts(after, before, outer, paper, round(breadth * ratio)))
    least = seen[int((1 - SEEN) * len(seen))] if seen else 1.0
    if round(least, 1) < LEAST_CONTRAST:
        found.append(f"the ring has a contrast of {least:.1f}:1")
    return found, least


def contrasts(
    after: QImage, before: QImage, outer: QRect, paper: int, breadth: int
) -> Iterator[float]:
    """The contrast of the better of both lines with what is there without it, point by point."""
    lines = (paper // 2, (paper + breadth) // 2)
    for points in zip(*(_round(outer, inset) for inset in lines), strict=False):
        yield max(_changed(after, before, point) for point in points)


def _round(outer: QRect, inset: int) -> Iterator[QPoint]:
    """Points on the middle of a line that runs so far within a rectangle."""
    inner = outer.adjusted(inset, inset, -inset, -inset)
    for x in range(outer.left(), outer.right(), EVERY_PX):
        across = min(max(x, inner.left()), inner.right())
        yield QPoint(across, inner.top())
        yield QPoint(across, inner.bottom())
    for y in range(outer.top(), outer.bottom(), EVERY_PX):
        down = min(max(y, inner.top()), inner.bottom())
        yield QPoint(inner.left(), down)
        yield QPoint(inner.right(), down)


def _changed(after: QImage, before: QImage, point: QPoint) -> float:
    if not after.rect().contains(point):
        return 1.0
    return contrast(luminance(_colour(after, point)), luminance(_colour(before, point)))


def _colour(image: QImage, point: QPoint) -> int:
    return image.pixel(point) & 0xFFFFFF
