"""Lines of the ground in pieces, so that one is cut to an area without a look at each point."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPolygonF

PIECE = 40
"""The points of a piece."""

TURNS = (1, -1j, -1, 1j)
"""The turns that bring right, bottom, left and top to the right."""


@dataclass(frozen=True)
class _Piece:
    """Some points of a ring, the one before them, and how far all these reach to each side."""

    before: complex
    points: Sequence[complex]
    reach: tuple[float, float, float, float]

    @classmethod
    def of(cls, before: complex, points: Sequence[complex]) -> _Piece:
        across = [before.real, *(point.real for point in points)]
        down = [before.imag, *(point.imag for point in points)]
        return cls(before, points, (max(across), max(down), -min(across), -min(down)))

    def is_beyond(self, side: int, edge: float) -> bool:
        """True if all of it lies beyond an edge of this side."""
        return -self.reach[side - 2] > edge


class Traced:
    """A line of a path; a `closed` one can be cut. Its `box` is never without height."""

    def __init__(self, polygon: QPolygonF) -> None:
        self.polygon, self.closed = polygon, polygon.isClosed()
        self.box = polygon.boundingRect().adjusted(-0.001, -0.001, 0.001, 0.001)

    @cached_property
    def _pieces(self) -> Sequence[_Piece]:
        points = [complex(point.x(), point.y()) for point in self.polygon.toList()]
        begins = range(0, len(points) - 1, PIECE)
        return [_Piece.of(points[at], points[at + 1 : at + 1 + PIECE]) for at in begins]

    def cut(self, area: QRectF) -> QPolygonF:
        """The ring less what lies beyond each edge of an area (Sutherland and Hodgman 1974)."""
        pieces = self._pieces
        for side, edge in enumerate((area.right(), area.bottom(), -area.left(), -area.top())):
            pieces = _within(pieces, side, edge)
        points = [QPointF(point.real, point.imag) for piece in pieces for point in piece.points]
        return QPolygonF([*points[-1:], *points])


def _within(pieces: Sequence[_Piece], side: int, edge: float) -> list[_Piece]:
    """The pieces of a ring less what lies beyond one edge."""
    kept: list[_Piece] = []
    for piece in pieces:
        if piece.reach[side] <= edge:
            kept.append(piece)
        elif not piece.is_beyond(side, edge) and (points := [*_clipped(piece, side, edge)]):
            kept.append(_Piece.of(kept[-1].points[-1] if kept else points[0], points))
    return [_Piece.of(kept[-1].points[-1], kept[0].points), *kept[1:]] if kept else []


def _clipped(piece: _Piece, side: int, edge: float) -> Iterator[complex]:
    """The points up to an edge, and where the ring crosses it."""
    points = (piece.before, *piece.points)
    far = [(point * TURNS[side]).real - edge for point in points]
    for (a, over), (b, next_) in pairwise(zip(points, far, strict=True)):
        if (over > 0) != (next_ > 0):
            yield a + (b - a) * (over / (over - next_))
        if next_ <= 0:
            yield b
