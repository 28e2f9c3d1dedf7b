"""The patterns of sides: lines along and across a band, as in arrows and in charts of figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import QLineF, QRectF

from kiosk.map.signs.lines import Px, stretch, stretches

WITHIN = (
    (),
    ("spine",),
    ("edges",),
    ("bars",),
    ("spine", "edges"),
    ("spine", "bars"),
    ("edges", "bars"),
    ("spine", "edges", "bars"),
)
"""The lines within a side's bands, in the order of the sides."""

BARS_MM, INSET = 5.5, 0.2
"""Distance of bars in arrows, and the share of the width that edge lines lie within."""

LINE = 0.18
"""Width of the lines across a level band, over its height."""

TILE = QRectF(0, 0, 24, 24)
"""The box of a tile of a side's pattern."""


def lines_within(
    side: int, left: Sequence[Px], right: Sequence[Px], bars: float
) -> Iterator[list[QLineF]]:
    """The lines within a band of the side of that place, between its edges; `bars` px apart."""
    for line in WITHIN[side % len(WITHIN)]:
        if line == "spine":
            yield stretches([(one + other) / 2 for one, other in zip(left, right, strict=True)])
        elif line == "edges":
            pairs = list(zip(left, right, strict=True))
            inner = [one + (other - one) * INSET for one, other in pairs]
            outer = [other + (one - other) * INSET for one, other in pairs]
            yield [*stretches(inner), *stretches(outer)]
        else:
            yield _bars(left, right, bars)


def lines_across(side: int, box: QRectF) -> list[QLineF]:
    """The lines within a level band; those across it are as far apart as it is high."""
    ends = complex(box.left(), 0), complex(box.right(), 0)
    top, bottom = ([end + y * 1j for end in ends] for y in (box.top(), box.bottom()))
    every = lines_within(side, top, bottom, max(1.0, box.height()))
    return [line for lines in every for line in lines]


def tile(place: int) -> str:
    """The pattern of the side of a place, as the lines of a drawing of `TILE`."""
    return "".join(map(_drawn, lines_across(place, TILE)))


def _bars(left: Sequence[Px], right: Sequence[Px], apart: float) -> list[QLineF]:
    """Lines across a band."""
    bars, gone = [], 0.0
    for (a, b), (c, d) in zip(pairwise(left), pairwise(right), strict=True):
        length = abs(b + d - a - c) / 2
        while length and gone < length:
            share = gone / length
            bars.append(stretch(a + (b - a) * share, c + (d - c) * share))
            gone += apart
        gone -= length
    return bars


def _drawn(line: QLineF) -> str:
    """A line of a tile; those across stand in the middle of it."""
    aside = 12 if line.x1() == line.x2() else 0
    ends = f'x1="{line.x1() + aside}" y1="{line.y1()}" x2="{line.x2() + aside}" y2="{line.y2()}"'
    return f'<line {ends} stroke="currentColor" stroke-width="{LINE * TILE.height()}"/>'
