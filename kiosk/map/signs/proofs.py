"""Proofs on the map: the number of each in a disc, tied by a line to what it is about."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainterPath

from kiosk.exhibit.ref import PROOFS, Ref
from kiosk.map.ground.palette import Palette
from kiosk.map.signs.lines import stretch
from kiosk.map.signs.marks import Mark, Stroke, mark_about, pen_of
from kiosk.map.signs.style import AREA
from kiosk.map.viewport import PlanePoint

DISC = 1.3
"""The diameter of a disc, in em of the words beside it."""

LINE_MM, SPOT_MM, CASING_MM = 0.6, 3.2, 1.0
"""Width of the line, of the dot at its end, and of the ground's colour about both."""

EDGE_MM = 1.6
"""Width of the edge of what is chosen."""


@dataclass(frozen=True)
class ProofSpot:
    """A proof of the lesson at hand, where it is on the plane; `words` are few."""

    number: int
    at: PlanePoint
    words: str
    spoken: str
    chosen: bool = False

    @property
    def ref(self) -> Ref:
        """The proof's ref, by its number."""
        return Ref.of(PROOFS, str(self.number))


@dataclass(frozen=True)
class ProofSign:
    """A proof on the map: a disc of `px` across, its middle (`dx`, `dy`) px from the spot."""

    key: str
    number: int
    plane_x: float
    plane_y: float
    dx: float
    dy: float
    px: float
    chosen: bool
    spoken: str


def proof_mark(sign: ProofSign, mm: float, palette: Palette) -> Mark:
    """A dot at the spot, a thin line, and the number in a disc, with an edge if it is chosen."""
    casing, paper = QColor(palette.casing), QColor(palette.line)
    middle, radius = complex(sign.dx, sign.dy), sign.px / 2
    strokes = []
    if abs(middle) > radius:
        line = [stretch(0j, middle * (1 - radius / abs(middle)))]
        strokes = [
            Stroke(line, pen_of(casing, (LINE_MM + 2 * CASING_MM) * mm)),
            Stroke(_disc(0j, SPOT_MM / 2 * mm), pen_of(casing, 2 * CASING_MM * mm), QBrush(paper)),
            Stroke(line, pen_of(paper, LINE_MM * mm)),
            Stroke(_disc(0j, SPOT_MM / 2 * mm), None, QBrush(paper)),
        ]
    if sign.chosen:
        edge = QBrush(QColor(palette.amber))
        strokes.append(Stroke(_disc(middle, radius + (CASING_MM + EDGE_MM) * mm), None, edge))
    strokes += [
        Stroke(_disc(middle, radius + CASING_MM * mm), None, QBrush(casing)),
        Stroke(_disc(middle, radius), None, QBrush(paper)),
        Stroke(_figure(sign, middle), None, QBrush(casing)),
    ]
    reach = complex(radius, radius)
    extent = [0j, middle - reach, middle + reach]
    return mark_about((sign.plane_x, sign.plane_y), extent, 4 * mm, strokes)


def _disc(middle: complex, radius: float) -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(middle.real, middle.imag), radius, radius)
    return path


def _figure(sign: ProofSign, middle: complex) -> QPainterPath:
    """The number, as large as the words beside it."""
    font = QFont(AREA.family)
    font.setPixelSize(max(1, math.floor(sign.px / DISC)))
    font.setWeight(AREA.weight)
    text, metrics = str(sign.number), QFontMetricsF(font)
    path = QPainterPath()
    left = middle.real - metrics.horizontalAdvance(text) / 2
    path.addText(QPointF(left, middle.imag + metrics.capHeight() / 2), font, text)
    return path
