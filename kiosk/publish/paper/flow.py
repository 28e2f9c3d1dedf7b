"""Blocks, and how they flow: what fits stands, what can be split goes on in the next room."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from kiosk.publish.paper.press import Press


class Block:
    """Something that stands on a page.

    `gap` is the room above it, in px, but for the first; one that `clings` stands on one page
    with the beginning of what follows; `anchor` names it, so that others can say its page. What
    follows one that `floats` may stand before it, up to one that `heads` what is below it.
    """

    gap = 0.0
    clings = False
    floats = False
    heads = False
    anchor = ""

    def height(self, width: float) -> float:
        """The px that it takes down where it has `width`."""
        raise NotImplementedError

    def paint(self, press: Press, x: float, y: float, width: float) -> None:
        """Paints it from its upper left corner on."""
        raise NotImplementedError

    def paint_within(self, press: Press, x: float, y: float, width: float, height: float) -> None:
        """Paints it where `height` is free, which may be more than it takes."""
        self.paint(press, x, y, width)

    def split(self, width: float, room: float) -> tuple[Block, Block] | None:
        """The part of it that fits into `room`, and the rest; None where it must stay whole."""
        return None

    def reduced(self, width: float, room: float) -> Block | None:
        """The same no higher than `room`; None where it would be too small, or is no picture."""
        return None


@dataclass(frozen=True)
class Stood:
    """A block where it stands."""

    block: Block
    x: float
    y: float
    width: float


def filled(
    blocks: Sequence[Block], width: float, room: float, *, first: bool = True
) -> tuple[list[tuple[Block, float]], list[Block]]:
    """The blocks that fit into `room`, each with how far down it stands, and those that don't.

    Where the room is the `first` on its page, one block at least is taken.
    """
    taken: list[tuple[Block, float]] = []
    down = 0.0
    for i, block in enumerate(blocks):
        gap = block.gap if taken or not first else 0.0
        height = block.height(width)
        if down + gap + height <= room:
            taken.append((block, down + gap))
            down += gap + height
            continue
        parts = block.split(width, room - down - gap)
        if parts:
            return [*taken, (parts[0], down + gap)], [parts[1], *blocks[i + 1 :]]
        kept = len(taken)
        while kept and taken[kept - 1][0].clings:
            kept -= 1
        if kept or not first:
            return taken[:kept], list(blocks[kept:])
        if taken:
            return taken, list(blocks[i:])
        return [(block, 0.0)], list(blocks[i + 1 :])
    return taken, []


def depth(blocks: Iterable[tuple[Block, float]], width: float) -> float:
    """The depth to which the last of some blocks reaches."""
    return max((down + block.height(width) for block, down in blocks), default=0.0)


class Beside(Block):
    """Two blocks side by side; split, they go on side by side."""

    def __init__(self, left: Block | None, right: Block | None, gutter: float) -> None:
        self._sides, self._gutter = (left, right), gutter
        there = [side for side in self._sides if side]
        self.gap = max(side.gap for side in there)
        self.clings = any(side.clings for side in there)
        self.anchor = next((side.anchor for side in there if side.anchor), "")

    def _across(self, width: float) -> float:
        return (width - self._gutter) / 2

    def height(self, width: float) -> float:
        """Block's hook."""
        return max(side.height(self._across(width)) for side in self._sides if side)

    def paint(self, press: Press, x: float, y: float, width: float) -> None:
        """Block's hook."""
        across, height = self._across(width), self.height(width)
        for i, side in enumerate(self._sides):
            if side:
                left = press.within(x, width, x + i * (across + self._gutter), across)
                side.paint_within(press, left, y, across, height)

    def split(self, width: float, room: float) -> tuple[Block, Block] | None:
        """Block's hook."""
        across = self._across(width)
        parts: list[tuple[Block | None, Block | None]] = []
        for side in self._sides:
            if side is None or side.height(across) <= room:
                parts.append((side, None))
            elif found := side.split(across, room):
                parts.append(found)
            else:
                return None
        (a, c), (b, d) = parts
        return Beside(a, b, self._gutter), Beside(c, d, self._gutter)


class Stack(Block):
    """Blocks that stay together, one below the other."""

    def __init__(self, blocks: Sequence[Block], gap: float = 0.0) -> None:
        self._blocks, self.gap = blocks, gap

    def _stood(self, width: float) -> list[tuple[Block, float]]:
        return filled(self._blocks, width, math.inf)[0]

    def height(self, width: float) -> float:
        """Block's hook."""
        return depth(self._stood(width), width)

    def paint(self, press: Press, x: float, y: float, width: float) -> None:
        """Block's hook."""
        for block, down in self._stood(width):
            block.paint(press, x, y + down, width)

    def parted(self, width: float, room: float) -> tuple[Stack, Stack] | None:
        """The part that fits into `room`, and the rest; None where nothing does."""
        taken, rest = filled(self._blocks, width, room)
        if not rest or depth(taken, width) > room:
            return None
        return Stack([block for block, _ in taken], self.gap), Stack(rest)


class Stretch(Block):
    """A block that takes the room which the rest of its page leaves, within limits: a map."""

    clings = True

    def __init__(
        self,
        paint: Callable[[Press, float, float, float, float], None],
        least: float,
        most: float,
    ) -> None:
        self._paint, self.least, self.most = paint, least, most
        self.taken = least

    def height(self, width: float) -> float:
        """Block's hook."""
        return self.taken

    def paint(self, press: Press, x: float, y: float, width: float) -> None:
        """Block's hook."""
        self._paint(press, x, y, width, self.taken)
