"""Symbols of formations: a number in a frame whose shape tells the side, with its size above.

The marks of size and, where a formation has no number, the drawing of its arm are those of APP-6.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import quote, unquote

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPainterPath

from kiosk.exhibit.model import (
    ENDED,
    MARKS,
    Arm,
    Certainty,
    Echelon,
    Formation,
    Shape,
    Side,
    State,
)
from kiosk.exhibit.vocabulary import Vocabulary
from kiosk.map.ground.palette import TABLE, Palette, toned
from kiosk.map.signs.devices import Pens, draw_cased, paint_arm, paint_marks, paint_sign, pen_for
from kiosk.map.signs.frames import frame_path, inner_box, widened
from kiosk.qt.pictures import Pictures
from kiosk.telling.fonts import SANS, text_width

FRAME_ASPECT = 1.22
"""Width over height of a rectangle at the least."""

TEXT_SHARE, TEXT_ROOM = 0.575, 0.45
"""Em size of the number over the height of the frame, and the room beside it in these heights."""

BASE_SHARE = 0.365
"""Height of the middle of letters and characters over their base line, in em."""

MARK_SHARE, MARK_HIGH = 0.36, 0.234
"""Height of the echelon marks, with the gap below and without, over that of the frame."""

LINE_SHARE = 0.078
"""Width of the outline over the height of the frame."""

FORMER_SHARE = 0.42
"""The part of the frame of a side that was left that looks out, over the height of the frame."""

EDGE_SHARE = 0.12
"""Width of the edge round what is chosen over the height of the frame."""

SIGN_ASPECT, SIGN_HIGH = 1.35, 0.9
"""Width and height of the small drawing of an arm over the height of the strip above the frame."""

UNSIGNED = frozenset({Arm.INFANTRY, Arm.HEADQUARTERS})
"""The arms that a symbol with a number leaves unsaid: the usual one, and who leads others."""

DASHES: Mapping[Certainty, tuple[float, float]] = {
    Certainty.NARRATED: (6.2, 1.5),
    Certainty.COMPUTED: (2.9, 1.3),
    Certainty.INFERRED: (2.9, 1.3),
}
"""Dash and gap of the outline, over its width, of what no document places here."""

CUT_SHARE, CUT_LINE = 0.26, 1.2
"""Length of the cuts across the corners of what has ended over the height of the frame, and their
width over that of the outline."""


class Livery(NamedTuple):
    """The signs of a side: its colour as # and six digits, and the shape of its frames."""

    colour: str
    shape: Shape


@dataclass(frozen=True)
class Symbol:
    """The key of a symbol's picture: all that it says of a formation.

    `text` stands in the frame, or without one the drawing of the arm; beside a text, a small one
    of an arm that is not the usual stands above. `marks` and `sign` are those of an exhibit's own
    echelon and arm. The outline is unbroken
    where a document places the formation here, else in dashes by the `certainty`; the frame of the
    `former` side stands dotted behind its left. One that is `chosen` has an edge on all sides,
    for which its picture has room.
    """

    side: Livery
    echelon: str
    arm: str
    state: State
    certainty: Certainty = Certainty.DOCUMENTED
    former: Livery | None = None
    text: str = ""
    chosen: bool = False
    marks: str | None = None
    sign: str = ""

    @property
    def drawn(self) -> str:
        """The drawing of its arm: a shipped arm, or an SVG."""
        return self.sign or self.arm

    @property
    def tells_arm(self) -> bool:
        """True if it has the drawing of its arm, in the frame or above it."""
        return not self.text or self.drawn not in UNSIGNED

    @property
    def size_marks(self) -> str:
        """The marks of size above its frame."""
        return MARKS[self.echelon] if self.marks is None else self.marks

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
        if self.marks is not None:
            parts.append(f"marks={self.marks}")
        if self.sign:
            parts.append(f"sign={quote(self.sign, safe='')}")
        return f"image://symbols/{'/'.join(parts)}"

    def size(self, frame: float) -> tuple[float, float]:
        """Width and height in px of the whole, whose frame is `frame` px high."""
        around = 2 * frame * self._edge
        return frame * self._wide + around, frame * (1 + MARK_SHARE + LINE_SHARE) + around

    def frame(self, width: float) -> float:
        """Height in px of the frame of the whole that is `width` px across."""
        return width / (self._wide + 2 * self._edge)

    @property
    def _wide(self) -> float:
        """Width of the whole less its edge over the height of the frame."""
        return self.aspect + 2 * LINE_SHARE + (FORMER_SHARE if self.former else 0.0)

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
    return widened(shape, max(FRAME_ASPECT, wide if text else 0.0))


def symbol_of(
    words: Vocabulary,
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
        marks=words.marks(formation.echelon),
        sign=words.sign(formation.arm),
    )


def bare_symbol(side: Side) -> Symbol:
    """The symbol of a side alone: its frame, with nothing in it or above it."""
    return Symbol(livery(side), Echelon.REGION, Arm.INFANTRY, State.WAITING, text=" ")


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
    above = QRectF(frame.left(), 0, frame.width(), top)
    path = frame_path(symbol.side.shape, frame)
    if symbol.former is not None:
        _paint_former(painter, symbol.former, frame, line, palette)
    if symbol.text and symbol.tells_arm:
        box = QRectF(above.right() - top * SIGN_ASPECT, 0, top * SIGN_ASPECT, top * SIGN_HIGH)
        above.setRight(box.left())
        paint_sign(painter, symbol.drawn, box, pens)
    if marks := symbol.size_marks:
        paint_marks(painter, marks, above, high * MARK_HIGH, line * 0.8, pens)
    painter.setBrush(QColor(palette.casing) if ended else palette.side(symbol.side.colour))
    painter.setPen(pen_for(line * 1.7, pens[1]))
    painter.drawPath(path)
    if ended:
        _paint_end(painter, symbol, frame, line, pens)
    _paint_outline(painter, path, line, symbol.certainty, pens[0])
    inside = QColor(palette.line if ended else palette.inside)
    if symbol.text:
        _paint_text(painter, symbol.text, frame, inside)
    else:
        within = inner_box(symbol.side.shape, frame)
        paint_arm(painter, symbol.drawn, within, line, inside, QColor(palette.disc))


def _line_and_frame(symbol: Symbol, width: int) -> tuple[float, QRectF]:
    """Width of the outline, and where its middle runs; no edge, `width` px in all."""
    high = symbol.frame(width)
    line = max(2.0, round(high * LINE_SHARE))
    left = line + (round(high * FORMER_SHARE) if symbol.former else 0)
    frame = QRectF(left, round(high * MARK_SHARE), width - line - left, round(high))
    return line, frame.adjusted(0, line / 2, 0, -line / 2)


def _paint_edge(painter: QPainter, symbol: Symbol, width: int, edge: float, colour: QColor) -> None:
    """The edge of what is chosen, round its own shape."""
    line, frame = _line_and_frame(replace(symbol, chosen=False), width)
    pen = pen_for(line + 2 * edge, colour)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(frame_path(symbol.side.shape, frame))


def _paint_former(
    painter: QPainter, former: Livery, frame: QRectF, line: float, palette: Palette
) -> None:
    """The frame of the side that was left, in dots, of which the left looks out."""
    aside = round(frame.height() / (1 - LINE_SHARE) * FORMER_SHARE)
    path = frame_path(former.shape, frame.translated(-aside, 0))
    painter.setBrush(QColor(palette.casing))
    painter.setPen(pen_for(line * 1.7, QColor(palette.casing)))
    painter.drawPath(path)
    dots = pen_for(line * 0.8, palette.line_of(former.colour))
    dots.setCapStyle(Qt.PenCapStyle.RoundCap)
    dots.setDashPattern((0.01, 2.4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(dots)
    painter.drawPath(path)


def _text_px(frame: QRectF) -> int:
    """The em size in px of the number in a frame."""
    return max(1, round(frame.height() / (1 - LINE_SHARE) * TEXT_SHARE))


def _text_width(text: str, frame: QRectF) -> float:
    return text_width(text, SANS, _text_px(frame), QFont.Weight.Bold)


def _paint_text(painter: QPainter, text: str, frame: QRectF, colour: QColor) -> None:
    """The number in the middle of the frame."""
    font = QFont(SANS)
    font.setPixelSize(_text_px(frame))
    font.setWeight(QFont.Weight.Bold)
    wide = _text_width(text, frame)
    base = frame.center().y() + BASE_SHARE * font.pixelSize()
    letters = QPainterPath()
    letters.setFillRule(Qt.FillRule.WindingFill)
    letters.addText(QPointF(frame.center().x() - wide / 2, base), font, text)
    painter.fillPath(letters, colour)


def _paint_outline(
    painter: QPainter, path: QPainterPath, line: float, certainty: Certainty, colour: QColor
) -> None:
    """The outline, unbroken or in dashes."""
    pen = pen_for(line, colour)
    if certainty in DASHES:
        pen.setDashPattern(DASHES[certainty])
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen)
    painter.drawPath(path)


def _paint_end(painter: QPainter, symbol: Symbol, frame: QRectF, line: float, pens: Pens) -> None:
    """Cuts across the corners; a bar through what was taken."""
    box = inner_box(symbol.side.shape, frame)
    middle, lines = box.center(), []
    for corner in (box.topLeft(), box.topRight(), box.bottomRight(), box.bottomLeft()):
        cut = QLineF(corner, middle)
        cut.setLength(CUT_SHARE * frame.height())
        lines.append(cut)
    if symbol.state is State.CAPTURED:
        room = _text_width(symbol.text, frame) / 2 + line if symbol.text else 0.0
        y, x = middle.y(), frame.center().x()
        lines += [QLineF(frame.left(), y, x - room, y), QLineF(x + room, y, frame.right(), y)]
    draw_cased(painter, lines, CUT_LINE * line, pens)


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
        echelon,
        arm,
        State(state),
        Certainty(said.get("certainty", Certainty.DOCUMENTED)),
        _livery_of(said["from"]) if "from" in said else None,
        unquote(said.get("text", "")),
        "chosen" in said,
        said.get("marks"),
        unquote(said.get("sign", "")),
    )


def _livery_words(livery: Livery) -> str:
    """A livery as part of an address: `3d6ea8-hexagon`."""
    return f"{livery.colour[1:]}-{livery.shape}"


def _livery_of(words: str) -> Livery:
    colour, _, shape = words.partition("-")
    return Livery(f"#{colour}", Shape(shape))
