"""The drawing of everything on the ground, of doubt and bridges, and of each mark in the key."""

from __future__ import annotations

import cmath
import math
from dataclasses import dataclass, replace

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QPen

from kiosk.exhibit.model import AreaKind, Certainty, LayerStyle, PlaceKind
from kiosk.map.ground.palette import TABLE, Palette, toned
from kiosk.map.signs.areas import area_mark, outline
from kiosk.map.signs.arrows import arrow_mark
from kiosk.map.signs.grounds import paint_ground
from kiosk.map.signs.lines import (
    stretch,
)
from kiosk.map.signs.marches import Arrow, DrawnArea, Manner, Past, Ring
from kiosk.map.signs.marks import (
    Mark,
    Stroke,
    dots_of,
    faded,
    mark_about,
    pen_of,
)
from kiosk.map.signs.proofs import ProofSign, proof_mark
from kiosk.map.signs.proposals import Leader, Proposal, leader_mark, proposal_mark
from kiosk.map.signs.style import (
    PLACE_SIGN_ASPECT,
    PLACE_SIGN_MM,
    PLACE_SIGNS,
    SAMPLE_HIGH_MM,
    SAMPLE_MM,
    SQUARE_LINE_MM,
    SQUARE_MM,
    TAG_LINE_MM,
)
from kiosk.qt.pictures import Pictures

Drawn = Arrow | DrawnArea | Leader | Past | ProofSign | Proposal | Ring


def mark_of(what: Drawn, scale: float, mm: float, palette: Palette = TABLE) -> Mark:
    """The drawing of a march, a proposal, a proof, an area, the past, or the doubt about somebody.

    `scale` is px per unit of the plane, `mm` px per millimetre.
    """
    if isinstance(what, Arrow):
        return arrow_mark(what, scale, mm, palette)
    if isinstance(what, DrawnArea):
        return area_mark(what, scale, mm, palette)
    if isinstance(what, Proposal):
        return proposal_mark(what, scale, mm, palette)
    if isinstance(what, Leader):
        return leader_mark(what, mm, palette)
    if isinstance(what, ProofSign):
        return proof_mark(what, mm, palette)
    if isinstance(what, Past):
        line, colour = outline(what, scale, mm), palette.line_of(what.colour)
        dots = dots_of(line, colour, QColor(palette.casing), mm)
        return mark_about(what.points[0], line, 2 * mm, dots)
    return _ring_mark(what, scale, mm, palette)


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

RING_CASING_MM = 1.4
"""Width of the ground of a ring that stands for a place, on the map: it may stand on a line."""

SIGNS = (*PLACE_SIGNS, POINTER)
"""The samples that are lines in a square, not marks on the ground."""


TICKS = ("stop", "event")
"""The kinds of the ticks of a ruler: where the clock stands when it plays, what it passes."""


def draw_tag(painter: QPainter, tag: QRectF, px_per_mm: float, palette: Palette) -> None:
    """Draws the ground on which such an arrow and its words stand, flat like a margin."""
    painter.setPen(QPen(QColor(palette.rule), TAG_LINE_MM * px_per_mm))
    painter.setBrush(QColor(palette.void))
    painter.drawRect(tag)


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
    a ferry or a pointer, a style of the ground, "night", or a tick of the ruler; `side` counts
    from 0.
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
    elif sample.kind in TICKS:
        _paint_tick(painter, sample.kind == "stop", (width, height), palette)
    elif sample.kind in set(LayerStyle):
        style = LayerStyle(sample.kind)
        paint_ground(painter, style, (width, height), width / SAMPLE_MM, palette)
    else:
        mark = _mark_of_sample(sample, width, height, palette)
        painter.translate(mark.x, mark.y)
        mark.paint(painter)
    painter.restore()


def _paint_tick(painter: QPainter, stop: bool, size: tuple[float, float], palette: Palette) -> None:
    """A tick at noon of a day between two nights, as on the ruler."""
    (width, height), top = size, size[1] * 0.4
    painter.fillRect(QRectF(0, top, width, height * 0.5), QColor(palette.night))
    painter.fillRect(QRectF(width * 0.25, top, width * 0.5, height * 0.5), QColor(palette.day))
    thick, above = (0.04, 0.18) if stop else (0.024, 0.0)
    tick = QRectF(width * (0.5 - thick / 2), top - height * above, width * thick, 0)
    tick.setBottom(top + height * 0.18)
    painter.fillRect(tick, QColor(palette.line if stop else palette.muted))


def _mark_of_sample(sample: Sample, width: float, height: float, palette: Palette) -> Mark:
    """The mark of a sample, in px of a picture that counts as wide as one in the key."""
    kind, colour, side, mm = sample.kind, sample.colour, sample.side, width / sample.wide_mm
    known = Certainty.DOCUMENTED
    if kind == "ring":
        ring = Ring(width / 2, height / 2, height * 0.4, colour, chosen=True)
        mm = width / PLACE_SIGN_MM
        mark, ground = mark_of(ring, 1.0, mm, palette), QPainterPath()
        ground.addEllipse(QPointF(), ring.radius, ring.radius)
        casing = Stroke(ground, pen_of(QColor(palette.casing), RING_CASING_MM * mm))
        return replace(mark, strokes=(casing, *mark.strokes))
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
