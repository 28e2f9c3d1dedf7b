"""Where symbols and labels stand so that none covers another."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

CELL = 64
"""Side in px of the grid's cells; about the size of what is placed."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the screen in px."""

    left: float
    top: float
    right: float
    bottom: float

    @staticmethod
    def around(x: float, y: float, width: float, height: float) -> Box:
        """A box centred on a point."""
        return Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)

    @property
    def width(self) -> float:
        """Across, in px."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Down, in px."""
        return self.bottom - self.top

    @property
    def centre(self) -> tuple[float, float]:
        """The middle point."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def less(self, gap: float) -> Box:
        """The box without half of `gap` on each side."""
        half = gap / 2
        return Box(self.left + half, self.top + half, self.right - half, self.bottom - half)

    def meets(self, other: Box) -> bool:
        """Whether the two share ground."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def holds(self, other: Box) -> bool:
        """Whether `other` lies wholly inside."""
        return (
            self.left <= other.left
            and self.top <= other.top
            and self.right >= other.right
            and self.bottom >= other.bottom
        )


class Table:
    """What already stands where, looked up by grid cells."""

    def __init__(self, room: Box) -> None:
        self.room = room
        self._cells: dict[tuple[int, int], list[Box]] = defaultdict(list)

    def _cells_of(self, box: Box) -> Iterator[tuple[int, int]]:
        for i in range(math.floor(box.left / CELL), math.floor(box.right / CELL) + 1):
            for j in range(math.floor(box.top / CELL), math.floor(box.bottom / CELL) + 1):
                yield i, j

    def take(self, box: Box) -> None:
        """Marks ground as taken."""
        for cell in self._cells_of(box):
            self._cells[cell].append(box)

    def is_free(self, box: Box) -> bool:
        """Whether `box` is inside the room and meets nothing."""
        return self.room.holds(box) and not any(
            box.meets(other)
            for cell in self._cells_of(box)
            if cell in self._cells
            for other in self._cells[cell]
        )

    def first_free(self, boxes: Iterable[Box]) -> Box | None:
        """The first of `boxes` that is free, taken; None where none is."""
        for box in boxes:
            if self.is_free(box):
                self.take(box)
                return box
        return None


def beside(x: float, y: float, gap: float, sizes: Sequence[tuple[float, float]]) -> Iterator[Box]:
    """Boxes for a label of one of `sizes` beside a spot of radius `gap`, the best first."""
    for width, height in sizes:
        for right, down in (
            (1.0, 0.0), (-1.0, 0.0), (1.0, -0.7), (1.0, 0.7), (-1.0, -0.7), (-1.0, 0.7),
            (0.0, -1.0), (0.0, 1.0),
        ):  # fmt: skip
            yield Box.around(
                x + right * (gap + width / 2), y + down * (gap + height / 2), width, height
            )


def fan(x: float, y: float, width: float, height: float, far: bool = False) -> Iterator[Box]:
    """Boxes of one size on a spot and in rings around it, nearest first.

    Only `far` ones go farther: a symbol a hand's breadth from its spot tells a wrong place.
    """
    yield Box.around(x, y, width, height)
    for ring, turns in ((0.62, 8), (1.1, 16), (1.8, 24))[: 3 if far else 2]:
        for i in range(turns):
            angle = math.tau * i / turns
            yield Box.around(
                x + math.cos(angle) * width * ring,
                y - math.sin(angle) * height * ring,
                width,
                height,
            )
