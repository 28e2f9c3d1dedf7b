"""Dots scattered over the plane, that join as one looks closer, and of which none moves.

A cell of level n is 2**-n plane kilometres wide and has one dot.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF

BLOCK = 16
"""Cells along the side of a block of dots, the unit that is kept for the next picture."""

COARSEST = -14
"""Level whose cells are larger than the Earth's plane."""

_MASK = 2**64 - 1


@dataclass(frozen=True)
class Dots:
    """Dots of one block and kind, in plane coordinates, by rising chance (0..1)."""

    joining: bool
    """True if they first appear at the block's level."""
    chances: list[float]
    points: QPolygonF

    def between(self, low: float, high: float) -> QPolygonF:
        """The dots whose chance lies in low..high."""
        first, last = bisect_left(self.chances, low), bisect_left(self.chances, high)
        return QPolygonF(self.points.mid(first, last - first))


def blocks(ground: QPainterPath, area: QRectF, level: int) -> Iterator[tuple[Dots, ...]]:
    """The blocks that cover the ground within the area."""
    size = BLOCK * 2.0**-level
    box = ground.boundingRect().intersected(area)
    for row in range(math.floor(box.top() / size), math.ceil(box.bottom() / size)):
        for column in range(math.floor(box.left() / size), math.ceil(box.right() / size)):
            if ground.intersects(QRectF(column * size, row * size, size, size)):
                yield _block(level, column, row)


@lru_cache(maxsize=256)
def _block(level: int, column: int, row: int) -> tuple[Dots, ...]:
    """The dots of one block of cells, sorted into kinds."""
    kinds: dict[bool, list[tuple[float, float, float]]] = {}
    for born, x, y, seed in _cells(level, column, row):
        kinds.setdefault(born == level, []).append(((seed & 0xFFFFF) / 2**20, x, y))
    for dots in kinds.values():
        dots.sort()
    return tuple(
        Dots(
            joining,
            [chance for chance, _, _ in dots],
            QPolygonF([QPointF(x, y) for _, x, y in dots]),
        )
        for joining, dots in kinds.items()
    )


@lru_cache(maxsize=64)
def _cells(level: int, column: int, row: int) -> tuple[tuple[int, float, float, int], ...]:
    """The dot of each cell of a block, row by row: level at which it first appears, x, y, seed.

    Of the four cells that share a parent, the one in which the parent's dot lies has that dot for
    its own.
    """
    size = 2.0**-level
    parents = _cells(level - 1, column >> 1, row >> 1) if level > COARSEST else None
    half, first_column, first_row = BLOCK // 2, column * BLOCK, row * BLOCK
    cells = []
    for j in range(first_row, first_row + BLOCK):
        row_seed = mix(mix(0, level), j)
        up = ((j - first_row) // 2 + (row & 1) * half) * BLOCK + (column & 1) * half
        for i in range(first_column, first_column + BLOCK):
            if parents:
                dot = parents[up + (i - first_column) // 2]
                if dot[1] // size == i and dot[2] // size == j:
                    cells.append(dot)
                    continue
            seed = mix(row_seed, i)
            x = (i + (seed >> 24 & 0xFFFFF) / 2**20) * size
            y = (j + (seed >> 44) / 2**20) * size
            cells.append((level, x, y, seed))
    return tuple(cells)


def mix(value: int, word: int) -> int:
    """64 bits that look random and are always the same (SplitMix64, Steele et al. 2014)."""
    value = (value ^ word) + 0x9E3779B97F4A7C15 & _MASK
    value = (value ^ value >> 30) * 0xBF58476D1CE4E5B9 & _MASK
    value = (value ^ value >> 27) * 0x94D049BB133111EB & _MASK
    return value ^ value >> 31
