"""The drawing of areas: pockets, fronts, ambushes and cuts of the railway."""

from __future__ import annotations

import cmath
import math
from bisect import bisect
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from PySide6.QtCore import QLineF
from PySide6.QtGui import QBrush, QColor, QPainterPath

from kiosk.exhibit.model import AreaKind, Certainty
from kiosk.map.boxes import Line, away, encloses
from kiosk.map.ground.palette import Palette
from kiosk.map.signs.lines import (
    Px,
    along,
    from_first,
    polygon,
    rounded,
    stretch,
    stretches,
)
from kiosk.map.signs.marches import DrawnArea, Past
from kiosk.map.signs.marks import Mark, Stroke, edge_of, faded, mark_about, pen_of
from kiosk.map.signs.sieges import Siege

POCKET_MM, HATCH_MM, HATCH_LINE_MM = 2.2, 6.1, 1.1
"""Width of the line about a pocket; distance of its hatches, and their width."""

LINE_MM, CASING_MM = 2.5, 2.0
"""Width of a line that shuts, and by how much the ground about lines is wider."""

TOOTH_MM = (9.4, 6.1)
"""Distance of teeth, and their depth."""

AMBUSH_APART = 1.9
"""The distance of an ambush's teeth over that of a front's."""

SWEEP_MM = 25.0
"""The distance before a corner of an area at which its line begins to turn."""

SIEGE_MM = 8.3
"""Distance of the besiegers' line from the pocket."""

ARC_STEP = 0.06
"""Radians from one point of a besiegers' line to the next."""


Form = Sequence[tuple[float, float]]
"""Corners of a tooth: along its line, in halves of its width, and away from it, in its depth."""

POINTED: Form = ((-1, 0), (0, 1), (1, 0))
SQUARE: Form = ((-0.8, 0), (-0.8, 0.9), (0.8, 0.9), (0.8, 0))
ROUND: Form = tuple((math.cos(i * math.pi / 8), 0.9 * math.sin(i * math.pi / 8)) for i in range(9))
FORKED: Form = ((-1, 0), (-1, 1), (0, 0.35), (1, 1), (1, 0))

TEETH = tuple(
    (form, hollow) for form in (POINTED, SQUARE, ROUND, FORKED) for hollow in (True, False)
)
"""The teeth of a side's lines and whether they are hollow, in the order of the sides."""


def area_mark(area: DrawnArea, scale: float, mm: float, palette: Palette) -> Mark:
    """An area in force, by what it means, and about it an arc of teeth where besiegers stand."""
    line = outline(area, scale, mm)
    draw = {
        AreaKind.POCKET: _pocket,
        AreaKind.FRONT: _held,
        AreaKind.AMBUSH: _ambush,
        AreaKind.CUT: _cut,
    }[area.kind]
    room = (SIEGE_MM + TOOTH_MM[1]) * mm
    strokes = [*draw(area, line, mm, palette)]
    for siege, arc in besiegers(area, scale, mm):
        strokes += _toothed(arc, mm, palette, siege.colour, siege.side)
    return mark_about(area.points[0], line, room, strokes)


def outline(area: DrawnArea | Past, scale: float, mm: float) -> list[Px]:
    """The line of an area in px from its first point; that of a ring ends where it begins."""
    line = rounded(from_first(area.points, scale), SWEEP_MM * mm, area.closed)
    return [*line, line[0]] if area.closed else line


def besiegers(area: DrawnArea, scale: float, mm: float) -> list[tuple[Siege, list[Px]]]:
    """The lines about a pocket in px from its first point, its inside to the left of each.

    Between a pocket and one beside it nobody stands.
    """
    if not area.sieges:
        return []
    (middle,) = from_first([area.middle], scale, area.points[0])
    ring = outline(area, scale, mm)
    about = sorted((cmath.phase(point - middle), abs(point - middle)) for point in ring[:-1])
    beside = [from_first(ring, scale, area.points[0]) for ring in area.beside]
    return [
        (siege, line)
        for siege in area.sieges
        for line in _outside(_arc(siege, middle, about, mm), beside, SIEGE_MM * mm)
    ]


def teeth(area: DrawnArea, scale: float, mm: float) -> list[list[Px]]:
    """The lines of teeth in px from an area's first point: besiegers', and those of a front."""
    lines = [line for _, line in besiegers(area, scale, mm)]
    if area.kind is AreaKind.FRONT:
        line, half = _facing(area, outline(area, scale, mm)), TOOTH_MM[1] * mm / 2
        lines.append([spot + left * half for spot, left in along(line, half)])
    return lines


def gap(area: DrawnArea, scale: float, mm: float) -> tuple[Px, float] | None:
    """The middle of the widest gap in the besiegers' lines, and how many px wide it is there.

    It is in px from the first point of a pocket; None where nobody besieges it, or all round.
    """
    arcs = sorted((siege.begins, siege.ends) for siege in area.sieges)
    nexts = [*arcs[1:], *((begins + math.tau, 0.0) for begins, _ in arcs[:1])]
    gaps = [
        (after - ends, (after + ends) / 2)
        for (_, ends), (after, _) in zip(arcs, nexts, strict=True)
    ]
    wide, turn = max(gaps, default=(0.0, 0.0))
    if wide <= 0:
        return None
    (middle,) = from_first([area.middle], scale, area.points[0])
    about = sorted((cmath.phase(at - middle), abs(at - middle)) for at in outline(area, scale, mm))
    far = _radius(about, [at for at, _ in about], turn) + SIEGE_MM * mm
    return middle + cmath.rect(far, turn), wide * far


def _pocket(area: DrawnArea, line: list[Px], mm: float, palette: Palette) -> Iterator[Stroke]:
    """A ring, hatched within."""
    side, colour = palette.side(area.colour), palette.line_of(area.colour)
    if area.closed:
        yield Stroke(polygon(line), None, QBrush(faded(side, 0.25)), smooth=False)
        hatch = pen_of(faded(colour, 0.38), HATCH_LINE_MM * mm)
        yield Stroke(_hatching(line, HATCH_MM * mm), hatch)
    yield Stroke(stretches(line), pen_of(QColor(palette.casing), (POCKET_MM + CASING_MM) * mm))
    yield edge_of(line, pen_of(colour, POCKET_MM * mm), area.certainty, mm)


def _arc(siege: Siege, middle: Px, about: Sequence[tuple[float, float]], mm: float) -> list[Px]:
    """The line of besiegers outside a ring, its points `about` its middle by turn and distance."""
    turns = [turn for turn, _ in about]
    count = max(2, math.ceil((siege.ends - siege.begins) / ARC_STEP))
    arc = []
    for i in range(count + 1):
        turn = siege.ends + (siege.begins - siege.ends) * i / count
        arc.append(middle + cmath.rect(_radius(about, turns, turn) + SIEGE_MM * mm, turn))
    return arc


def _outside(line: Sequence[Px], rings: Sequence[Sequence[Px]], far: float) -> list[list[Px]]:
    """The stretches of a line that are `far` from some rings, and in none of them."""
    shapes = [[*map(_points, pairwise([*ring, ring[0]]))] for ring in rings]

    def is_free(spot: Px) -> bool:
        at = spot.real, spot.imag
        return not any(
            encloses(edges, at) or any(away(at, *edge) < far for edge in edges) for edges in shapes
        )

    runs = [[*run] for free, run in groupby(line, is_free) if free]
    return [run for run in runs if len(run) > 1]


def _points(edge: tuple[Px, Px]) -> Line:
    a, b = edge
    return (a.real, a.imag), (b.real, b.imag)


def _radius(about: Sequence[tuple[float, float]], turns: Sequence[float], turn: float) -> float:
    """Distance of a ring from its middle in a direction."""
    turn = (turn + math.pi) % math.tau - math.pi
    after = bisect(turns, turn) % len(about)
    (low, near), (high, far) = about[after - 1], about[after]
    share = (turn - low) % math.tau / ((high - low) % math.tau or math.tau)
    return near + (far - near) * share


def _turns_left(ring: Sequence[Px]) -> bool:
    """True if the inside of a ring is to the left of its line."""
    return sum((a.conjugate() * b).imag for a, b in pairwise(ring)) < 0


def _held(
    area: DrawnArea, line: list[Px], mm: float, palette: Palette, apart: float = 1.0
) -> Iterator[Stroke]:
    """A line that shuts: teeth towards the enemy, to its left, or about a ring to its outside."""
    line = _facing(area, line)
    yield from _toothed(line, mm, palette, area.colour, area.side, area.certainty, apart)


def _facing(area: DrawnArea, line: list[Px]) -> list[Px]:
    """The line of an area with the enemy to its left."""
    return line[::-1] if area.closed and _turns_left(line) else line


def _toothed(
    line: Sequence[Px],
    mm: float,
    palette: Palette,
    colour: str,
    side: int,
    certainty: Certainty = Certainty.DOCUMENTED,
    apart: float = 1.0,
) -> Iterator[Stroke]:
    """A line with the teeth of a side to its left, so many times as far apart as a front's."""
    form, hollow = TEETH[side % len(TEETH)]
    drawn, casing = palette.line_of(colour), QColor(palette.casing)
    half, deep = TOOTH_MM[0] * mm * 0.36, TOOTH_MM[1] * mm
    teeth = QPainterPath()
    for spot, left in along(line, apart * TOOTH_MM[0] * mm):
        ahead = left * 1j * half
        tooth = [spot + ahead * x + left * (deep * y) for x, y in form]
        teeth.addPolygon(polygon([*tooth, tooth[0]]))
    yield Stroke(stretches(line), pen_of(casing, (LINE_MM + CASING_MM) * mm))
    yield Stroke(teeth, pen_of(casing, CASING_MM * mm), QBrush(casing))
    if hollow:
        yield Stroke(teeth, pen_of(drawn, 0.8 * mm), QBrush(casing))
    else:
        yield Stroke(teeth, None, QBrush(drawn))
    yield edge_of(line, pen_of(drawn, LINE_MM * mm), certainty, mm)


def _ambush(area: DrawnArea, line: list[Px], mm: float, palette: Palette) -> Iterator[Stroke]:
    """A hatched ring; or a line that shuts, with fewer teeth."""
    if not area.closed:
        yield from _held(area, line, mm, palette, AMBUSH_APART)
        return
    colour = palette.line_of(area.colour)
    yield Stroke(_hatching(line, HATCH_MM * mm), pen_of(faded(colour, 0.6), 0.4 * mm))
    yield edge_of(line, pen_of(colour, 1.2 * mm), area.certainty, mm)


def _hatching(ring: Sequence[Px], step: float) -> list[QLineF]:
    """Parallel lines that rise to the right, within a ring."""
    heights = [point.real + point.imag for point in ring]
    hatches = []
    for k in range(math.ceil(min(heights) / step), math.floor(max(heights) / step) + 1):
        cuts = []
        for (a, at_a), (b, at_b) in pairwise(zip(ring, heights, strict=True)):
            if (at_a < k * step) != (at_b < k * step):
                cuts.append(a + (b - a) * ((k * step - at_a) / (at_b - at_a)))
        cuts.sort(key=lambda cut: cut.real)
        hatches += [stretch(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    return hatches


def _cut(area: DrawnArea, line: list[Px], mm: float, palette: Palette) -> Iterator[Stroke]:
    """Crosses over the railway, which is gone beneath them; one at least."""
    length = sum(abs(b - a) for a, b in pairwise(line))
    crosses = []
    for spot, left in along(line, min(4.5 * mm, length)):
        for slant in (left * (1 + 1j), left * (1 - 1j)):
            crosses.append(stretch(spot - slant * 1.05 * mm, spot + slant * 1.05 * mm))
    yield Stroke(stretches(line), pen_of(faded(palette.casing, 0.75), 1.3 * mm))
    yield Stroke(crosses, pen_of(QColor(palette.casing), 1.5 * mm))
    yield Stroke(crosses, pen_of(palette.vivid_of(palette.side(area.colour)), 0.8 * mm))
