"""Blocks in columns of one width, as even as can be."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kiosk.publish.paper.flow import Block, Stood, depth, filled
from kiosk.publish.paper.press import Press

FINE = 4.0
"""The px by which columns may be from even."""

TRIES, SPARED = 12, 40.0
"""The times that less of a page is filled, and by how many px, lest a heading end a column."""


class Columns(Block):
    """Blocks in columns of one width, as even as can be."""

    def __init__(self, blocks: Sequence[Block], count: int, gutter: float, gap: float = 0) -> None:
        self._blocks, self._count, self._gutter, self.gap = list(blocks), count, gutter, gap
        self._even: dict[float, float] = {}

    def _across(self, width: float) -> float:
        return (width - self._gutter * (self._count - 1)) / self._count

    def _shared(
        self, width: float, room: float
    ) -> tuple[list[list[tuple[Block, float]]], list[Block]]:
        """The blocks of each column, and what has no room."""
        rest, columns = self._blocks, []
        for _ in range(self._count):
            taken, rest = filled(rest, width, room) if rest else ([], [])
            columns.append(taken)
        return columns, rest

    def height(self, width: float) -> float:
        """Block's hook: the least height in which all columns hold all."""
        if width not in self._even:
            across = self._across(width)
            whole = depth(filled(self._blocks, across, math.inf)[0], across)
            low, high = whole / self._count, whole
            while high - low > FINE:
                middle = (low + high) / 2
                low, high = (middle, high) if self._overflows(across, middle) else (low, middle)
            columns, _ = self._shared(across, high)
            self._even[width] = max(depth(column, across) for column in columns)
        return self._even[width]

    def _overflows(self, across: float, room: float) -> bool:
        columns, rest = self._shared(across, room)
        return bool(rest) or self._amiss(columns, across, room)

    def _amiss(
        self, columns: Sequence[list[tuple[Block, float]]], across: float, room: float
    ) -> bool:
        """True if a column is too high, or a heading stands at its end."""
        if any(depth(column, across) > room for column in columns):
            return True
        return any(here[-1][0].clings for here, next_ in pairwise(columns) if here and next_)

    def paint(self, press: Press, x: float, y: float, width: float) -> None:
        """Block's hook."""
        for stood in self.stood(x, y, width):
            left = press.within(x, width, stood.x, stood.width)
            stood.block.paint(press, left, stood.y, stood.width)

    def stood(self, x: float, y: float, width: float) -> Iterator[Stood]:
        """Each block where it stands."""
        across = self._across(width)
        columns, _ = self._shared(across, self.height(width) + 0.01)
        for i, column in enumerate(columns):
            for block, down in column:
                yield Stood(block, x + i * (across + self._gutter), y + down, across)

    def split(self, width: float, room: float) -> tuple[Block, Block] | None:
        """Block's hook: every column is filled, and what is left goes on in columns."""
        across = self._across(width)
        for spared in range(TRIES):
            columns, rest = self._shared(across, room - spared * SPARED)
            if not all(columns) or self._amiss(columns, across, room):
                continue
            if not columns[-1][-1][0].clings:
                here = [block for column in columns for block, _ in column]
                return _Full(here, columns, self._gutter, self.gap), Columns(
                    rest, self._count, self._gutter
                )
        return None


class _Full(Columns):
    """Columns that were filled already."""

    def __init__(
        self,
        blocks: Sequence[Block],
        columns: list[list[tuple[Block, float]]],
        gutter: float,
        gap: float,
    ) -> None:
        super().__init__(blocks, len(columns), gutter, gap)
        self._columns = columns

    def height(self, width: float) -> float:
        """Block's hook."""
        return max(depth(column, self._across(width)) for column in self._columns)

    def stood(self, x: float, y: float, width: float) -> Iterator[Stood]:
        """Each block where it stands."""
        across = self._across(width)
        for i, column in enumerate(self._columns):
            for block, down in column:
                yield Stood(block, x + i * (across + self._gutter), y + down, across)

    def split(self, width: float, room: float) -> None:
        """Block's hook."""
        return
