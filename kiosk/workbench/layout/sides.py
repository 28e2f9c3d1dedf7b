"""The sides' symbols and arrows: told apart in grey and by the colour-blind, and equally large."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from kiosk.exhibit.model import Arm, Echelon, Exhibit, Side, State
from kiosk.exhibit.reading.problem import quoted
from kiosk.map.signs.marches import Manner
from kiosk.map.signs.patterns import LINE, lines_across
from kiosk.map.signs.strokes import Sample, paint_sample
from kiosk.map.signs.symbols import Symbol, livery, paint_symbol
from kiosk.workbench.layout.contrast import linear
from kiosk.workbench.layout.flaw import Flaw, flaw

FRAME_PX = 100
"""Height of a frame for which the rounding of its lines matters little."""

ARROW_PX = 400
"""Length of the arrows that are compared."""

BAND_PX = (160, 40)
"""Width and height of the bands on which patterns are compared."""

APART = 0.05
"""The share of a symbol's area by which its shape differs from another side's at the least."""

EQUAL = 0.05
"""The most by which their areas differ, over the lesser."""

DISTINCT = 10.0
"""The distance of two sides' colours at the least: some four steps that are just seen."""

Matrix = tuple[tuple[float, float, float], ...]

BLIND: dict[str, Matrix] = {
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
"""Linear red, green and blue to those that eyes without one kind of cone see, by its name.

Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision
Deficiency", IEEE Transactions on Visualization and Computer Graphics 15 (6), 2009.
"""

_XYZ: Matrix = (
    (0.4124 / 0.9505, 0.3576 / 0.9505, 0.1805 / 0.9505),
    (0.2126, 0.7152, 0.0722),
    (0.0193 / 1.089, 0.1192 / 1.089, 0.9505 / 1.089),
)
"""Linear red, green and blue to CIE XYZ, where the white of a screen counts as 1."""

_OPAQUE = bytes(alpha > 127 for alpha in range(256))


def alike(exhibit: Exhibit, language: str) -> Iterator[Flaw]:
    """Sides that grey or the colour-blind take for one, or whose signs are not of one size."""
    for pair in itertools.combinations(enumerate(exhibit.sides), 2):
        (_, one), (_, other) = pair
        first, second = silhouette(one), silhouette(other)
        mine, theirs = first.count(1), second.count(1)
        apart = sum(map(int.__ne__, first, second)) / min(mine, theirs)
        names = " and ".join(quoted(side.name.in_(language)) for _, side in pair)
        what = f"the symbols of {names}"
        if apart < APART:
            message = f"differ in {100 * apart:.0f} % of their shape"
            hint = f"{100 * APART:.0f} % or more are told apart without colours"
            yield flaw("sides alike", what, message, hint, QRectF())
        for eyes, matrix in BLIND.items():
            distance = apart_to(matrix, one.colour, other.colour)
            if distance < DISTINCT:
                colours = f"the colours of {names}"
                message = f"are {distance:.0f} apart to {eyes} eyes"
                hint = f"{DISTINCT:.0f} or more, in CIE Lab, are told apart by the colour-blind"
                yield flaw("sides alike", colours, message, hint, QRectF())
        (mine_at, _), (their_at, _) = pair
        strewn = sum(map(int.__ne__, band(mine_at), band(their_at))) / (BAND_PX[0] * BAND_PX[1])
        if strewn < APART:
            message = f"differ in {100 * strewn:.0f} % of a band"
            hint = f"{100 * APART:.0f} % or more are told apart without colours"
            yield flaw("sides alike", f"the patterns of {names}", message, hint, QRectF())
        yield from _unequal(what, mine, theirs)
        arrows = f"the arrows of {names}"
        for manner in Manner:
            wide = [arrow(side, place, manner).count(1) for place, side in pair]
            yield from _unequal(arrows, *wide)


def _unequal(what: str, mine: int, theirs: int) -> Iterator[Flaw]:
    if abs(mine - theirs) > EQUAL * min(mine, theirs):
        message = f"fill {mine:,} and {theirs:,} px"
        yield flaw("unequal sides", what, message, "no side seems the greater", QRectF())


def apart_to(eyes: Matrix, one: str, other: str) -> float:
    """The distance in CIE Lab (1976) of two colours "#rrggbb" to eyes that are one of `BLIND`."""
    return math.dist(_lab(eyes, one), _lab(eyes, other))


def _lab(eyes: Matrix, colour: str) -> tuple[float, float, float]:
    own = QColor(colour)
    lights = [*map(linear, (own.redF(), own.greenF(), own.blueF()))]
    seen = [min(1.0, max(0.0, part)) for part in _times(eyes, lights)]
    x, y, z = map(_lightness, _times(_XYZ, seen))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _times(matrix: Matrix, vector: list[float]) -> list[float]:
    return [sum(map(float.__mul__, row, vector)) for row in matrix]


def _lightness(light: float) -> float:
    return math.cbrt(light) if light > 216 / 24389 else (24389 / 27 * light + 16) / 116


def silhouette(side: Side) -> bytes:
    """The pixels of a side's symbol as it is painted, `FRAME_PX` high, 1 where it is."""
    symbol = Symbol(livery(side), Echelon.CORPS, Arm.INFANTRY, State.DEFENDING, text="8")
    painted = paint_symbol(symbol, round(symbol.size(FRAME_PX)[0]))
    ground = QImage(3 * FRAME_PX, painted.height(), QImage.Format.Format_ARGB32_Premultiplied)
    ground.fill(Qt.GlobalColor.transparent)
    painter = QPainter(ground)
    painter.drawImage((ground.width() - painted.width()) // 2, 0, painted)
    painter.end()
    return _shape(ground)


def arrow(side: Side, place: int, manner: Manner) -> bytes:
    """The pixels of an arrow of a side at a `place` among all, 1 where it is."""
    return _shape(paint_sample(Sample(manner, side.colour, place), ARROW_PX))


def band(place: int) -> bytes:
    """The pixels of the pattern of the side at a `place` on a level band, 1 where a line is."""
    picture = QImage(*BAND_PX, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setPen(QPen(Qt.GlobalColor.black, LINE * BAND_PX[1]))
    painter.drawLines(lines_across(place, QRectF(picture.rect())))
    painter.end()
    return _shape(picture)


def _shape(picture: QImage) -> bytes:
    shape = picture.convertToFormat(QImage.Format.Format_Alpha8)
    bits, line, wide = bytes(shape.constBits()), shape.bytesPerLine(), shape.width()
    rows = (bits[row * line : row * line + wide] for row in range(shape.height()))
    return b"".join(rows).translate(_OPAQUE)
