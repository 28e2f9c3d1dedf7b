"""The sides' symbols and arrows, painted in grey: told apart by their shapes, and equally large."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from kiosk.exhibit.model import Arm, Echelon, Exhibit, Side, State
from kiosk.exhibit.reading.problem import quoted
from kiosk.map.signs.marches import Manner
from kiosk.map.signs.strokes import Sample, paint_sample
from kiosk.map.signs.symbols import Symbol, livery, paint_symbol
from kiosk.workbench.layout.flaw import Flaw, flaw

FRAME_PX = 100
"""Height of a frame for which the rounding of its lines matters little."""

ARROW_PX = 400
"""Length of the arrows that are compared."""

APART = 0.05
"""The share of a symbol's area by which its shape differs from another side's at the least."""

EQUAL = 0.05
"""The most by which their areas differ, over the lesser."""

_OPAQUE = bytes(alpha > 127 for alpha in range(256))


def alike(exhibit: Exhibit, language: str) -> Iterator[Flaw]:
    """Sides whose symbols are told apart by colour alone, or whose signs are not of one size."""
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
        yield from _unequal(what, mine, theirs)
        arrows = f"the arrows of {names}"
        for manner in Manner:
            wide = [arrow(side, place, manner).count(1) for place, side in pair]
            yield from _unequal(arrows, *wide)


def _unequal(what: str, mine: int, theirs: int) -> Iterator[Flaw]:
    if abs(mine - theirs) > EQUAL * min(mine, theirs):
        message = f"fill {mine:,} and {theirs:,} px"
        yield flaw("unequal sides", what, message, "no side seems the greater", QRectF())


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


def _shape(picture: QImage) -> bytes:
    shape = picture.convertToFormat(QImage.Format.Format_Alpha8)
    bits, line, wide = bytes(shape.constBits()), shape.bytesPerLine(), shape.width()
    rows = (bits[row * line : row * line + wide] for row in range(shape.height()))
    return b"".join(rows).translate(_OPAQUE)
