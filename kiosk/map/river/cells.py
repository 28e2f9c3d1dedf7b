"""The cells of a picture of the river of men, by which it is known at once if a box is free."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate, pairwise
from operator import add

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPen, QPolygon, QRegion

from kiosk.map.signs.lines import Px, polygon

CELL = 4
"""The px across a cell, by which room is sought."""


class Cells:
    """The cells of a picture that something is painted on; it is known at once if a box is free."""

    def __init__(self, size: tuple[int, int], paint: Callable[[QPainter], None]) -> None:
        wide, high = (side // CELL + 1 for side in size)
        image = QImage(wide, high, QImage.Format.Format_Alpha8)
        image.fill(0)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(1 / CELL, 1 / CELL)
        paint(painter)
        painter.end()
        taken = bytes(image.constBits()).translate(bytes([0, *[1] * 255]))
        self._sums = [[0] * (wide + 1)]
        for row in range(high):
            begin = row * image.bytesPerLine()
            line = accumulate(taken[begin : begin + wide], initial=0)
            self._sums.append(list(map(add, self._sums[-1], line)))

    def free(self, left: float, top: float, right: float, bottom: float) -> bool:
        """True if nothing is in a box in px, which lies in the picture."""
        first, after = int(left) // CELL, int(right) // CELL + 1
        above, below = self._sums[int(top) // CELL], self._sums[int(bottom) // CELL + 1]
        return below[after] - below[first] == above[after] - above[first]

    def holds(self, x: float, y: float) -> bool:
        """True if something is at a point in px, which may lie beyond the picture."""
        wide, high = len(self._sums[0]) - 1, len(self._sums) - 1
        if not (0 <= x < wide * CELL and 0 <= y < high * CELL):
            return False
        return not self.free(x, y, x, y)


def fill(painter: QPainter, region: QRegion) -> None:
    """Paints all of a region."""
    path = QPainterPath()
    path.addRegion(region)
    painter.fillPath(path, Qt.GlobalColor.black)


def draw(painter: QPainter, ways: Sequence[Sequence[Px]], width: float) -> None:
    """Paints some ways, each so many px to either side."""
    painter.setPen(QPen(Qt.GlobalColor.black, 2 * width))
    for way in ways:
        painter.drawPolyline(polygon(way))


def region_of(points: Sequence[Px]) -> QRegion:
    """The inside of a ring in px."""
    return QRegion(QPolygon([QPoint(round(p.real), round(p.imag)) for p in points]))


def swept(way: Sequence[Px], half: float) -> QRegion:
    """The squares that a band sweeps over."""
    region = QRegion()
    for start, end in pairwise(way):
        steps = max(1, round(abs(end - start) / max(4.0, half)))
        for step in range(steps + 1):
            spot = start + (end - start) * step / steps
            region += QRect(
                round(spot.real - half), round(spot.imag - half), round(2 * half), round(2 * half)
            )
    return region
