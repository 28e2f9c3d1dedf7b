"""The drawing of arrows along a way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from PySide6.QtGui import QBrush, QColor

from kiosk.map.ground.palette import Palette
from kiosk.map.signs.lines import (
    BEND_MM,
    Px,
    from_first,
    left_of,
    polygon,
    rounded,
    stretches,
)
from kiosk.map.signs.marches import Arrow, Manner
from kiosk.map.signs.marks import DASHES_MM, Mark, Stroke, edge_of, mark_about, pen_of
from kiosk.map.signs.patterns import BARS_MM, lines_within

TAIL, BARB, HEAD = 0.47, 1.03, 1.53
"""Width of an arrow's tail, half the width of its head, and the head's length, over its neck's."""

EDGE_MM, HOLLOW_MM, SPINE_MM = 0.5, 1.3, 1.1
"""Width of an arrow's edge in dashes, of a hollow one's, and of the lines within it."""


def arrow_mark(
    arrow: Arrow, scale: float, mm: float, palette: Palette, tail: float | None = None
) -> Mark:
    """A march: hollow in retreat, in dashes where no document tells of it; or an attack.

    Its `tail` is as broad as a march's unless it is given; an attack's is as broad as its neck.
    """
    if tail is None:
        tail = 1.0 if arrow.manner is Manner.ATTACK else TAIL
    way, width = from_first(arrow.way, scale), arrow.width_mm * mm
    sides = arrow_sides(rounded(way, BEND_MM * mm), width, tail)
    strokes = _strokes(arrow, *sides, mm, palette) if sides else ()
    return mark_about(arrow.way[0], way, 2 * width, strokes)


def _strokes(
    arrow: Arrow, left: list[Px], right: list[Px], mm: float, palette: Palette
) -> Iterator[Stroke]:
    edge, casing = palette.line_of(arrow.colour), QColor(palette.casing)
    around = [*left, *reversed(right), left[0]]
    if arrow.manner is Manner.RETREAT:
        yield Stroke(stretches(around), pen_of(casing, (HOLLOW_MM + 1.4) * mm))
        yield Stroke(polygon(around), None, QBrush(casing))
        yield edge_of(around, pen_of(edge, HOLLOW_MM * mm), arrow.certainty, mm)
        pen = pen_of(edge, HOLLOW_MM * mm)
    else:
        yield Stroke(stretches(around), pen_of(casing, 1.6 * mm))
        yield Stroke(polygon(around), None, QBrush(palette.side(arrow.colour)))
        if arrow.certainty in DASHES_MM:
            yield edge_of(around, pen_of(edge, EDGE_MM * mm), arrow.certainty, mm)
        pen = pen_of(QColor(palette.inside), SPINE_MM * mm)
    for lines in lines_within(arrow.side, left[:-2], right[:-2], BARS_MM * mm):
        yield Stroke(lines, pen)


def arrow_sides(
    way: Sequence[Px], width: float, tail: float = TAIL
) -> tuple[list[Px], list[Px]] | None:
    """The left and the right side of an arrow along `way` (px, oldest first), its neck `width` px.

    Its tail is the share `tail` of that.

    Each goes from the tail to the tip, which is the last point of `way`; None where the way is
    shorter than the head.
    """
    points = _shortened(way, HEAD * width)
    if len(points) < 2:
        return None
    lengths = list(accumulate((abs(b - a) for a, b in pairwise(points)), initial=0.0))
    left, right = [], []
    for before, point, after, length in zip(
        [points[0], *points], points, [*points[1:], points[-1]], lengths, strict=False
    ):
        half = left_of(before, after) * (width / 2 * (tail + (1 - tail) * length / lengths[-1]))
        left.append(point + half)
        right.append(point - half)
    tip, out = way[-1], left_of(points[-1], way[-1]) * (BARB * width)
    return [*left, points[-1] + out, tip], [*right, points[-1] - out, tip]


def _shortened(way: Sequence[Px], cut: float) -> list[Px]:
    """`way` less its last `cut` px."""
    points = list(way)
    while len(points) >= 2:
        last = points[-2] - points[-1]
        if abs(last) > cut:
            points[-1] += last * (cut / abs(last))
            return points
        cut -= abs(last)
        points.pop()
    return []
