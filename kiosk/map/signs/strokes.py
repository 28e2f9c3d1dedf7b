"""The drawing of marches, doubt and bridges, and of each mark in the key; areas: `areas`."""

from __future__ import annotations

import cmath
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QPen

from kiosk.exhibit.model import AreaKind, Certainty, LayerStyle, PlaceKind
from kiosk.map.ground.palette import TABLE, Palette, toned
from kiosk.map.signs.areas import area_mark, outline
from kiosk.map.signs.grounds import paint_ground
from kiosk.map.signs.lines import (
    BEND_MM,
    Px,
    from_first,
    left_of,
    polygon,
    rounded,
    stretch,
    stretches,
)
from kiosk.map.signs.marches import Arrow, DrawnArea, Manner, Past, Ring
from kiosk.map.signs.marks import (
    DASHES_MM,
    Mark,
    Stroke,
    dots_of,
    edge_of,
    faded,
    mark_about,
    pen_of,
)
from kiosk.map.signs.style import (
    PLACE_SIGN_ASPECT,
    PLACE_SIGN_MM,
    PLACE_SIGNS,
    SAMPLE_HIGH_MM,
    SAMPLE_MM,
    SQUARE_LINE_MM,
    SQUARE_MM,
)
from kiosk.qt.pictures import Pictures

Drawn = Arrow | DrawnArea | Past | Ring

TAIL, BARB, HEAD = 0.47, 1.03, 1.53
"""Width of an arrow's tail, half the width of its head, and the head's length, over its neck's."""

EDGE_MM, HOLLOW_MM, SPINE_MM = 0.5, 1.3, 1.1
"""Width of an arrow's edge in dashes, of a hollow one's, and of the lines within it."""

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
"""The lines within a side's arrows, in the order of the sides."""

BARS_MM, INSET = 5.5, 0.2
"""Distance of bars, and how far lines along the edges lie within, over the width there."""


def mark_of(what: Drawn, scale: float, mm: float, palette: Palette = TABLE) -> Mark:
    """The drawing of a march, an area, the past, or the doubt about one formation.

    `scale` is px per unit of the plane, `mm` px per millimetre.
    """
    if isinstance(what, Arrow):
        return _arrow_mark(what, scale, mm, palette)
    if isinstance(what, DrawnArea):
        return area_mark(what, scale, mm, palette)
    if isinstance(what, Past):
        line, colour = outline(what, scale, mm), palette.line_of(what.colour)
        dots = dots_of(line, colour, QColor(palette.casing), mm)
        return mark_about(what.points[0], line, 2 * mm, dots)
    return _ring_mark(what, scale, mm, palette)


# ------------------------------------------------------------ marches


def _arrow_mark(arrow: Arrow, scale: float, mm: float, palette: Palette) -> Mark:
    """A march: hollow in retreat, in dashes where no document tells of it."""
    way, width = from_first(arrow.way, scale), arrow.width_mm * mm
    sides = arrow_sides(rounded(way, BEND_MM * mm), width)
    strokes = _arrow_strokes(arrow, *sides, mm, palette) if sides else ()
    return mark_about(arrow.way[0], way, 2 * width, strokes)


def _arrow_strokes(
    arrow: Arrow, left: list[Px], right: list[Px], mm: float, palette: Palette
) -> Iterator[Stroke]:
    edge, casing = palette.line_of(arrow.colour), QColor(palette.casing)
    around = [*left, *reversed(right), left[0]]
    if arrow.manner is Manner.RETREAT:
        yield Stroke(stretches(around), pen_of(casing, (HOLLOW_MM + 1.4) * mm))
        yield Stroke(polygon(around), None, QBrush(casing))
        yield edge_of(around, pen_of(edge, HOLLOW_MM * mm), arrow.certainty, mm)
        return
    yield Stroke(stretches(around), pen_of(casing, 1.6 * mm))
    yield Stroke(polygon(around), None, QBrush(palette.side(arrow.colour)))
    if arrow.certainty in DASHES_MM:
        yield edge_of(around, pen_of(edge, EDGE_MM * mm), arrow.certainty, mm)
    pen = pen_of(QColor(palette.inside), SPINE_MM * mm)
    for line in WITHIN[arrow.side % len(WITHIN)]:
        yield Stroke(_WITHIN[line](left[:-2], right[:-2], mm), pen)


def _spine(left: Sequence[Px], right: Sequence[Px], mm: float) -> list[QLineF]:
    """A line along the middle of a shaft."""
    return stretches([(one + other) / 2 for one, other in zip(left, right, strict=True)])


def _edges(left: Sequence[Px], right: Sequence[Px], mm: float) -> list[QLineF]:
    """Lines along both edges of a shaft, within it."""
    pairs = list(zip(left, right, strict=True))
    inner = [one + (other - one) * INSET for one, other in pairs]
    outer = [other + (one - other) * INSET for one, other in pairs]
    return [*stretches(inner), *stretches(outer)]


def _bars(left: Sequence[Px], right: Sequence[Px], mm: float) -> list[QLineF]:
    """Lines across a shaft."""
    bars, gone = [], 0.0
    for (a, b), (c, d) in zip(pairwise(left), pairwise(right), strict=True):
        length = abs(b + d - a - c) / 2
        while length and gone < length:
            share = gone / length
            bars.append(stretch(a + (b - a) * share, c + (d - c) * share))
            gone += BARS_MM * mm
        gone -= length
    return bars


_WITHIN = {"spine": _spine, "edges": _edges, "bars": _bars}


def arrow_sides(way: Sequence[Px], width: float) -> tuple[list[Px], list[Px]] | None:
    """The left and the right side of an arrow along `way` (px, oldest first), its neck `width` px.

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
        half = left_of(before, after) * (width / 2 * (TAIL + (1 - TAIL) * length / lengths[-1]))
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


# ------------------------------------------------------------ doubt


def _ring_mark(ring: Ring, scale: float, mm: float, palette: Palette) -> Mark:
    """Fine dashes around a formation; around the chosen a pale disc too. Dots mean the past."""
    radius, side = ring.radius * scale, palette.side(ring.colour)
    count = max(6, round(math.tau * radius / (2.2 * mm)))
    step, share = math.tau / count, 0.6
    on = cmath.rect(1, share * step)
    spots = [cmath.rect(radius, i * step) for i in range(count)]
    dashes = [stretch(spot, spot * on) for spot in spots]
    strokes = []
    if ring.chosen:
        disc = QPainterPath()
        disc.addEllipse(QPointF(), radius, radius)
        strokes.append(Stroke(disc, None, QBrush(faded(side, 0.12)), smooth=False))
    edge = faded(palette.vivid_of(side, 1.3), 1.0 if ring.chosen else 0.6)
    strokes.append(Stroke(dashes, pen_of(edge, (0.6 if ring.chosen else 0.45) * mm)))
    around = [complex(-radius, -radius), complex(radius, radius)]
    return mark_about((ring.x, ring.y), around, mm, strokes)


# ------------------------------------------------------------ pointers


POINTER = "pointer"
"""The kind of the arrow that shows where something is that waits at the edge."""

SIGNS = (*PLACE_SIGNS, POINTER)
"""The samples that are lines in a square, not marks on the ground."""


def draw_pointer(painter: QPainter, side: float, turn: float, palette: Palette) -> None:
    """Draws such an arrow in a square of `side` px, turned by degrees from upright."""
    painter.save()
    painter.translate(side / 2, side / 2)
    painter.rotate(turn)
    painter.translate(-side / 2, -side / 2)
    _paint_sign(painter, POINTER, (QColor(palette.line), QColor(palette.casing)), side)
    painter.restore()


# ------------------------------------------------------------ pictures for QML


@dataclass(frozen=True)
class Sample:
    """One mark as the key of the map shows it, or the sign of a place.

    `kind` is a manner of marching, "besiegers", "past", "ring", "square", a kind of area, a bridge,
    a ferry or a pointer, a style of the ground, or "night"; `side` counts from 0.
    """

    kind: str
    colour: str
    side: int = 0

    @property
    def address(self) -> str:
        """The address of its picture, less `/WIDTH?TONE`, as `StrokePictures` reads it."""
        worn = f"-{self.side}" if self.side else ""
        return f"image://marks/{self.kind}/{self.colour[1:]}{worn}"

    @property
    def small(self) -> bool:
        """True for what is a sign of a place, or as small."""
        return self.kind in (*SIGNS, "ring", "square")

    @property
    def wide_mm(self) -> float:
        """The width of its picture in the key."""
        return PLACE_SIGN_MM * 2 if self.small else SAMPLE_MM

    @property
    def aspect(self) -> float:
        """Height over width of its picture."""
        if self.kind == POINTER:
            return 1.0
        return PLACE_SIGN_ASPECT if self.small else SAMPLE_HIGH_MM / SAMPLE_MM


class StrokePictures(Pictures):
    """Paints image://marks/KIND/COLOUR-SIDE/WIDTH?TONE, a sample's address."""

    def picture(self, address: str) -> QImage:
        """Pictures' hook."""
        address, palette = toned(address)
        kind, worn, width = address.split("/")
        colour, _, side = worn.partition("-")
        return paint_sample(Sample(kind, f"#{colour}", int(side or 0)), int(width), palette)


def paint_sample(sample: Sample, width: int, palette: Palette = TABLE) -> QImage:
    """A picture of a sample, `width` px across; raises ValueError for a kind that is none."""
    image = QImage(width, round(width * sample.aspect), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_sample(painter, sample, width, palette)
    painter.end()
    return image


def draw_sample(painter: QPainter, sample: Sample, width: float, palette: Palette = TABLE) -> None:
    """Draws a sample at the painter's origin; one of the ground at that of its window."""
    height, shades = width * sample.aspect, (QColor(sample.colour), QColor(palette.casing))
    painter.save()
    if sample.kind in SIGNS:
        painter.translate((width - height) / 2, 0)
        _paint_sign(painter, sample.kind, shades, height)
    elif sample.kind == "square":
        mm = width / sample.wide_mm
        painter.setPen(QPen(QColor(palette.line), SQUARE_LINE_MM * mm))
        painter.setBrush(palette.side(sample.colour))
        side = SQUARE_MM * mm
        painter.drawRect(QRectF((width - side) / 2, (height - side) / 2, side, side))
    elif sample.kind == "night":
        ground = QRectF(0, height * 0.2, width, height * 0.6)
        painter.fillRect(ground, palette.tint(0))
        painter.fillRect(ground, QColor(palette.wash))
    elif sample.kind in set(LayerStyle):
        style = LayerStyle(sample.kind)
        paint_ground(painter, style, (width, height), width / SAMPLE_MM, palette)
    else:
        mark = _mark_of_sample(sample, width, height, palette)
        painter.translate(mark.x, mark.y)
        mark.paint(painter)
    painter.restore()


def _mark_of_sample(sample: Sample, width: float, height: float, palette: Palette) -> Mark:
    """The mark of a sample, in px of a picture that counts as wide as one in the key."""
    kind, colour, side, mm = sample.kind, sample.colour, sample.side, width / sample.wide_mm
    known = Certainty.DOCUMENTED
    if kind == "ring":
        ring = Ring(width / 2, height / 2, height * 0.44, colour, chosen=True)
        return mark_of(ring, 1.0, mm, palette)
    line = (width * 0.03, height * 0.6), (width * 0.5, height * 0.38), (width * 0.97, height * 0.6)
    if kind == "past":
        return mark_of(Past(line, False, colour), 1.0, mm, palette)
    if kind in set(Manner):
        arrow = Arrow(line, colour, Manner(kind), 6.8, known, side)
        return mark_of(arrow, 1.0, mm, palette)
    if kind == "besiegers":
        held = DrawnArea(line[::-1], False, colour, AreaKind.FRONT, known, side=side)
        return mark_of(held, 1.0, mm, palette)
    area = AreaKind(kind)
    w, h = width, height
    ring_ = (
        (w * 0.06, h * 0.3), (w * 0.5, h * 0.12), (w * 0.92, h * 0.24),
        (w * 0.95, h * 0.72), (w * 0.5, h * 0.9), (w * 0.05, h * 0.74),
    )  # fmt: skip
    closed = area is AreaKind.POCKET
    drawn = DrawnArea(ring_ if closed else line, closed, colour, area, known, side=side)
    return mark_of(drawn, 1.0, mm, palette)


def _paint_sign(painter: QPainter, kind: str, shades: tuple[QColor, QColor], w: float) -> None:
    """A bridge (APP-6: two lines with splayed ends), a ferry (with two heads), or a pointer."""
    if kind == PlaceKind.BRIDGE:
        lines = [
            part
            for x, out in ((0.36, 0.14), (0.64, 0.86))
            for part in (
                QLineF(w * x, w * 0.24, w * x, w * 0.76),
                QLineF(w * x, w * 0.24, w * out, w * 0.08),
                QLineF(w * x, w * 0.76, w * out, w * 0.92),
            )
        ]
    else:
        lines = [QLineF(w * 0.5, w * 0.1, w * 0.5, w * 0.9)]
        for tip, back in ((0.1, 0.34), (0.9, 0.66))[: 1 if kind == POINTER else 2]:
            for side in (0.24, 0.76):
                lines.append(QLineF(w * 0.5, w * tip, w * side, w * back))
    for shade, thick in zip(reversed(shades), (0.24, 0.12), strict=True):
        pen = pen_of(shade, max(1.5, w * thick))
        pen.setCapStyle(Qt.PenCapStyle.SquareCap)
        painter.setPen(pen)
        painter.drawLines(lines)
