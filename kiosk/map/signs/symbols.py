"""Symbols of formations: a number in a frame whose shape tells the side, with its size above.

The marks of size and, where a formation has no number, the drawing of its arm are those of APP-6.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple
from urllib.parse import quote, unquote

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPainterPath, QPen

from kiosk.exhibit.model import (
    ENDED,
    Arm,
    Certainty,
    Echelon,
    Formation,
    Shape,
    Side,
    State,
)
from kiosk.map.ground.palette import TABLE, Palette, toned
from kiosk.map.signs.frames import WIDER, frame_path, inner_box
from kiosk.qt.pictures import Pictures
from kiosk.telling.fonts import SANS, text_width

FRAME_ASPECT = 1.3
"""Width over height of a rectangle at the least."""

TEXT_SHARE, TEXT_ROOM = 0.66, 0.42
"""Em size of the number over the height of the frame, and the room beside it in these heights."""

BASE_SHARE = 0.365
"""Height of the middle of letters and characters over their base line, in em."""

MARK_SHARE = 0.38
"""Height of the echelon marks, with the gap below, over that of the frame."""

LINE_SHARE = 0.085
"""Width of the outline over the height of the frame."""

EDGE_SHARE = 0.12
"""Width of the edge round what is chosen over the height of the frame."""

DASHES: Mapping[Certainty, tuple[float, float]] = {
    Certainty.NARRATED: (3.4, 1.7),
    Certainty.COMPUTED: (1.3, 1.2),
    Certainty.INFERRED: (1.3, 1.2),
}
"""Dash and gap of the outline, over its width, of what no document places here."""

CUT = 0.3
"""The share of each end of an edge that is not drawn of what was destroyed or taken."""

Pens = tuple[QColor, QColor]
"""A line and its casing, on the ground that the symbol stands on."""

MARKS: Mapping[Echelon, str] = {
    Echelon.REGION: "XXXXXX",
    Echelon.ARMY_GROUP: "XXXXX",
    Echelon.ARMY: "XXXX",
    Echelon.CORPS: "XXX",
    Echelon.DIVISION: "XX",
    Echelon.BRIGADE: "X",
    Echelon.REGIMENT: "III",
    Echelon.BATTALION: "II",
}


class Livery(NamedTuple):
    """The signs of a side: its colour as # and six digits, and the shape of its frames."""

    colour: str
    shape: Shape


@dataclass(frozen=True)
class Symbol:
    """The key of a symbol's picture: all that it says of a formation.

    `text` stands in the frame, or without one the drawing of the arm. The outline is unbroken
    where a document places the formation here, else in dashes by the `certainty`; the colour of
    the `former` side stays in the frame's hoist. One that is `chosen` has an edge on all sides,
    for which its picture has room.
    """

    side: Livery
    echelon: Echelon
    arm: Arm
    state: State
    certainty: Certainty = Certainty.DOCUMENTED
    former: Livery | None = None
    text: str = ""
    chosen: bool = False

    @property
    def aspect(self) -> float:
        """Width of the frame over its height."""
        return _aspect(self.side.shape, self.text)

    @property
    def address(self) -> str:
        """The address of its picture, less `/WIDTH?TONE`, as `SymbolPictures` reads it."""
        parts = [_livery_words(self.side), self.echelon, self.arm, self.state]
        if self.certainty is not Certainty.DOCUMENTED:
            parts.append(f"certainty={self.certainty}")
        if self.former is not None:
            parts.append(f"from={_livery_words(self.former)}")
        if self.text:
            parts.append(f"text={quote(self.text, safe='')}")
        if self.chosen:
            parts.append("chosen=yes")
        return f"image://symbols/{'/'.join(parts)}"

    def size(self, frame: float) -> tuple[float, float]:
        """Width and height in px of the whole, whose frame is `frame` px high."""
        line, edge = frame * LINE_SHARE, frame * self._edge
        wide, high = frame * self.aspect + 2 * line, frame * (1 + MARK_SHARE) + line
        return wide + 2 * edge, high + 2 * edge

    def frame(self, width: float) -> float:
        """Height in px of the frame of the whole that is `width` px across."""
        return width / (self.aspect + 2 * (LINE_SHARE + self._edge))

    @property
    def _edge(self) -> float:
        """Width of its edge over the height of the frame."""
        return EDGE_SHARE if self.chosen else 0.0

    def height(self, width: float) -> float:
        """Height in px of the whole, `width` px across."""
        return self.size(self.frame(width))[1]


@lru_cache(maxsize=512)
def _aspect(shape: Shape, text: str) -> float:
    wide = text_width(text, SANS, 100, QFont.Weight.Bold) / 100 * TEXT_SHARE + TEXT_ROOM
    return max(FRAME_ASPECT, wide if text else 0.0) * WIDER[shape]


def symbol_of(
    formation: Formation,
    side: Side,
    state: State = State.WAITING,
    certainty: Certainty = Certainty.DOCUMENTED,
    *,
    former: Side | None = None,
    text: str = "",
) -> Symbol:
    """The symbol of a formation that is on a side, where that is so certain."""
    return Symbol(
        livery(side),
        formation.echelon,
        formation.arm,
        state,
        certainty,
        livery(former) if former else None,
        text,
    )


def livery(side: Side) -> Livery:
    """The colour and the shape of a side."""
    return Livery(side.colour.lower(), side.shape or Shape.RECTANGLE)


def paint_symbol(symbol: Symbol, width: int, palette: Palette = TABLE) -> QImage:
    """A symbol `width` px across on transparent ground."""
    down = round(symbol.height(width))
    image = QImage(width, down, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_symbol(painter, symbol, width, palette)
    painter.end()
    return image


def draw_symbol(painter: QPainter, symbol: Symbol, width: int, palette: Palette = TABLE) -> None:
    """Draws a symbol from the painter's origin on; `palette` is that of the ground there."""
    pens = QColor(palette.line), QColor(palette.casing)
    high = symbol.frame(width)
    if symbol.chosen:
        edge = round(high * EDGE_SHARE)
        painter.save()
        painter.translate(edge, edge)
        _paint_edge(painter, symbol, width - 2 * edge, edge, QColor(palette.amber))
        draw_symbol(painter, replace(symbol, chosen=False), width - 2 * edge, palette)
        painter.restore()
        return
    line, frame = _line_and_frame(symbol, width)
    top = frame.top() - line / 2
    ended = symbol.state in ENDED
    above = QRectF(0, 0, width, top)
    _paint_marks(painter, MARKS[symbol.echelon], above, line * 0.6, pens)
    path = frame_path(symbol.side.shape, frame)
    _paint_ground(painter, symbol, path, palette)
    inside = QColor(palette.muted if ended else palette.inside)
    if symbol.text:
        _paint_text(painter, symbol.text, frame, inside)
    else:
        within = inner_box(symbol.side.shape, frame)
        _paint_arm(painter, symbol.arm, within, line, inside, QColor(palette.disc))
    if ended:
        _paint_end(painter, symbol.state, path, line, (QColor(palette.muted), pens[1]))
    else:
        _paint_outline(painter, path, line, symbol.certainty, pens)


def _line_and_frame(symbol: Symbol, width: int) -> tuple[float, QRectF]:
    """Width of the outline, and where its middle runs, of a plain symbol `width` px across."""
    high = symbol.frame(width)
    line = max(2.0, round(high * LINE_SHARE))
    frame = QRectF(line, round(high * MARK_SHARE), width - 2 * line, round(high))
    return line, frame.adjusted(0, line / 2, 0, -line / 2)


def _paint_edge(painter: QPainter, symbol: Symbol, width: int, edge: float, colour: QColor) -> None:
    """The edge of what is chosen, round its own shape."""
    line, frame = _line_and_frame(replace(symbol, chosen=False), width)
    pen = _pen(line + 2 * edge, colour)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(frame_path(symbol.side.shape, frame))


def _paint_ground(painter: QPainter, symbol: Symbol, path: QPainterPath, palette: Palette) -> None:
    """The side's colour; hollow where the formation has ended."""
    if symbol.state in ENDED:
        hollow = QColor(palette.casing)
        hollow.setAlphaF(0.7)
        painter.fillPath(path, hollow)
        return
    painter.fillPath(path, palette.side(symbol.side.colour))
    if symbol.former is not None:
        box = path.boundingRect()
        hoist = QPainterPath()
        hoist.addRect(QRectF(box.left(), box.top(), box.width() * 0.24, box.height()))
        painter.fillPath(path.intersected(hoist), palette.side(symbol.former.colour))


def _paint_text(painter: QPainter, text: str, frame: QRectF, colour: QColor) -> None:
    """The number in the middle of the frame."""
    font = QFont(SANS)
    font.setPixelSize(max(1, round(frame.height() / (1 - LINE_SHARE) * TEXT_SHARE)))
    font.setWeight(QFont.Weight.Bold)
    wide = text_width(text, SANS, font.pixelSize(), QFont.Weight.Bold)
    base = frame.center().y() + BASE_SHARE * font.pixelSize()
    letters = QPainterPath()
    letters.setFillRule(Qt.FillRule.WindingFill)
    letters.addText(QPointF(frame.center().x() - wide / 2, base), font, text)
    painter.fillPath(letters, colour)


def _pen(width: float, colour: QColor) -> QPen:
    return QPen(
        colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.MiterJoin
    )


def _cased(painter: QPainter, lines: list[QLineF], width: float, pens: Pens) -> None:
    """Lines that keep their edge on any ground."""
    for pen in (_pen(width * 2.2, pens[1]), _pen(width, pens[0])):
        pen.setCapStyle(Qt.PenCapStyle.SquareCap)
        painter.setPen(pen)
        painter.drawLines(lines)


def _paint_outline(
    painter: QPainter, path: QPainterPath, line: float, certainty: Certainty, pens: Pens
) -> None:
    """The outline, unbroken or in dashes."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_pen(line * 1.7, pens[1]))
    painter.drawPath(path)
    pen = _pen(line, pens[0])
    if certainty in DASHES:
        pen.setDashPattern(DASHES[certainty])
    painter.setPen(pen)
    painter.drawPath(path)


def _paint_end(
    painter: QPainter, state: State, path: QPainterPath, line: float, pens: Pens
) -> None:
    """Edges without their corners; a bar through what was taken."""
    corners = path.toFillPolygon().toList()
    lines = []
    for a, b in pairwise(corners):
        edge = QLineF(a, b)
        if len(corners) < 12 and edge.length() > line:
            lines.append(QLineF(edge.pointAt(CUT), edge.pointAt(1 - CUT)))
    if not lines:  # a curve
        lines = [QLineF(a, b) for a, b in zip(corners[::2], corners[1::2], strict=False)]
    if state is State.CAPTURED:
        box = path.boundingRect()
        lines.append(QLineF(box.left(), box.center().y(), box.right(), box.center().y()))
    _cased(painter, lines, line, pens)


def _paint_arm(
    painter: QPainter, arm: Arm, frame: QRectF, line: float, paper: QColor, ink: QColor
) -> None:
    painter.setPen(_pen(line * 0.9, paper))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    rising = QLineF(frame.bottomLeft(), frame.topRight())
    falling = QLineF(frame.topLeft(), frame.bottomRight())
    centre, h = frame.center(), frame.height()
    if arm is Arm.INFANTRY:
        painter.drawLines([rising, falling])
    elif arm is Arm.CAVALRY:
        painter.drawLine(rising)
    elif arm is Arm.ARTILLERY:
        painter.setBrush(paper)
        painter.drawEllipse(centre, h * 0.16, h * 0.16)
    elif arm is Arm.ENGINEER:
        painter.drawPath(_bridge_of_engineers(centre, h))
    elif arm is Arm.MILITIA:
        painter.drawLines([rising, falling])
        painter.setBrush(ink)
        painter.drawEllipse(centre, h * 0.2, h * 0.2)
    else:
        y = frame.top() + h * 0.3
        painter.drawLine(QLineF(frame.left(), y, frame.right(), y))


def _bridge_of_engineers(centre: QPointF, height: float) -> QPainterPath:
    """The E that lies on its back."""
    top, low = centre.y() - height * 0.18, centre.y() + height * 0.2
    left, right = centre.x() - height * 0.4, centre.x() + height * 0.4
    path = QPainterPath(QPointF(left, low))
    for x, y in ((left, top), (right, top), (right, low)):
        path.lineTo(x, y)
    path.moveTo(centre.x(), top)
    path.lineTo(centre.x(), low)
    return path


def _paint_marks(painter: QPainter, marks: str, box: QRectF, line: float, pens: Pens) -> None:
    height = box.height() - line * 3
    step = min(height * (1.2 if marks[0] == "X" else 0.6), (box.width() - line) / len(marks))
    left = box.center().x() - step * len(marks) / 2
    top, low = box.top() + line, box.top() + line + height
    lines = []
    for i, mark in enumerate(marks):
        x0, x1 = left + i * step + step * 0.14, left + (i + 1) * step - step * 0.14
        if mark == "X":
            lines += [QLineF(x0, low, x1, top), QLineF(x0, top, x1, low)]
        else:
            middle = (x0 + x1) / 2
            lines.append(QLineF(middle, low, middle, top))
    _cased(painter, lines, line, pens)


# ------------------------------------------------------------ pictures for QML


class SymbolPictures(Pictures):
    """Paints image://symbols/LIVERY/ECHELON/ARM/STATE/WIDTH?TONE, a symbol's address."""

    def picture(self, address: str) -> QImage:
        """Pictures' hook."""
        address, palette = toned(address)
        address, _, width = address.rpartition("/")
        return paint_symbol(symbol_at(address), int(width), palette)


@lru_cache(maxsize=512)
def symbol_at(address: str) -> Symbol:
    """The symbol of an address, less the provider and the width."""
    side, echelon, arm, state, *rest = address.split("/")
    said = dict(part.split("=", 1) for part in rest)
    return Symbol(
        _livery_of(side),
        Echelon(echelon),
        Arm(arm),
        State(state),
        Certainty(said.get("certainty", Certainty.DOCUMENTED)),
        _livery_of(said["from"]) if "from" in said else None,
        unquote(said.get("text", "")),
        "chosen" in said,
    )


def _livery_words(livery: Livery) -> str:
    """A livery as part of an address: `3d6ea8-hexagon`."""
    return f"{livery.colour[1:]}-{livery.shape}"


def _livery_of(words: str) -> Livery:
    colour, _, shape = words.partition("-")
    return Livery(f"#{colour}", Shape(shape))
