"""The symbols of the sides, painted in grey: told apart by their shapes, and equally large."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from kiosk.exhibit.model import Arm, Echelon, Exhibit, Side, State
from kiosk.exhibit.reading.problem import quoted
from kiosk.map.signs.symbols import Symbol, livery, paint_symbol
from kiosk.workbench.layout.flaw import Flaw, flaw

FRAME_PX = 100
"""Height of a frame for which the rounding of its lines matters little."""

APART = 0.05
"""The share of a symbol's area by which its shape differs from another side's at the least."""

EQUAL = 0.05
"""The most by which their areas differ, over the lesser."""

_OPAQUE = bytes(alpha > 127 for alpha in range(256))


def alike(exhibit: Exhibit, language: str) -> Iterator[Flaw]:
    """Sides whose symbols are told apart by colour alone, or are not of one size."""
    for one, other in itertools.combinations(exhibit.sides, 2):
        first, second = silhouette(one), silhouette(other)
        mine, theirs = first.count(1), second.count(1)
        apart = sum(map(int.__ne__, first, second)) / min(mine, theirs)
        what = f"the symbols of {quoted(one.name.in_(language))} and "
        what += quoted(other.name.in_(language))
        if apart < APART:
            message = f"differ in {100 * apart:.0f} % of their shape"
            hint = f"{100 * APART:.0f} % or more are told apart without colours"
            yield flaw("sides alike", what, message, hint, QRectF())
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
    shape = ground.convertToFormat(QImage.Format.Format_Alpha8)
    bits, line, wide = bytes(shape.constBits()), shape.bytesPerLine(), shape.width()
    rows = (bits[row * line : row * line + wide] for row in range(shape.height()))
    return b"".join(rows).translate(_OPAQUE)
