"""Map symbols: the small set of APP-6 frames, arms and echelon marks that a campaign needs.

Both sides get the rectangular frame; side is told by colour and pattern, what a formation does by
a badge, what is not documented by a dashed frame.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

from kiosk.exhibit.model import ENDED, Arm, Echelon, Formation, Pattern, Side, State
from kiosk.map.ground.palette import TABLE, Palette, toned
from kiosk.map.signs.badges import BADGES, TURNED, paint_badge
from kiosk.qt.pictures import Pictures

FRAME_ASPECT = 1.5
"""Width over height of the frame (APP-6: 1.5 for land units)."""

MARK_SHARE = 0.4
"""Height of the echelon marks over that of the frame."""

MARGIN_SHARE = 0.06
"""Room beside and below the frame, over the whole width: a badge and a strike reach into it."""

POINTS = 16
"""Of how many directions a badge's arrow shows the nearest."""

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
    """A side by its colour, as # and six digits, and by what tells it without colour."""

    colour: str
    pattern: Pattern


def symbol_size(width: float) -> tuple[float, float]:
    """Width and height in px of a whole symbol, marks included, `width` px across."""
    frame = width * (1 - 2 * MARGIN_SHARE) / FRAME_ASPECT
    return width, frame * (1 + MARK_SHARE) + width * MARGIN_SHARE


@dataclass(frozen=True)
class Symbol:
    """A formation's symbol, by all that it says: the key of its picture.

    An `assumed` one has a dashed frame. `toward`, of `POINTS` clockwise from north, turns the
    badge's arrow; the colour of the `former` side stays in the frame's hoist.
    """

    side: Livery
    echelon: Echelon
    arm: Arm
    state: State
    assumed: bool = False
    toward: int | None = None
    former: Livery | None = None

    @property
    def address(self) -> str:
        """The address of its picture, less `/WIDTH?TONE`, as `SymbolPictures` reads it."""
        parts = [_livery_words(self.side), self.echelon, self.arm, self.state]
        if self.assumed:
            parts.append("assumed=1")
        if self.toward is not None:
            parts.append(f"toward={self.toward}")
        if self.former is not None:
            parts.append(f"from={_livery_words(self.former)}")
        return f"image://symbols/{'/'.join(parts)}"


def symbol_of(
    formation: Formation,
    side: Side,
    state: State = State.WAITING,
    *,
    assumed: bool = False,
    heading: float | None = None,
    former: Side | None = None,
) -> Symbol:
    """The symbol of a formation that is on a side; `heading` in degrees clockwise from north."""
    toward = None
    if heading is not None and state in TURNED:
        toward = round(heading * POINTS / 360) % POINTS
    return Symbol(
        livery(side),
        formation.echelon,
        formation.arm,
        state,
        assumed,
        toward,
        livery(former) if former else None,
    )


def livery(side: Side) -> Livery:
    """The colour and the pattern of a side."""
    return Livery(side.colour.lower(), side.pattern)


def paint_symbol(symbol: Symbol, width: int, palette: Palette = TABLE) -> QImage:
    """A symbol `width` px across on transparent ground."""
    across, down = symbol_size(width)
    image = QImage(round(across), round(down), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_symbol(painter, symbol, width, palette)
    painter.end()
    return image


def draw_symbol(painter: QPainter, symbol: Symbol, width: int, palette: Palette = TABLE) -> None:
    """Draws a symbol from the painter's origin on; `palette` is that of the ground there."""
    across, down = map(round, symbol_size(width))
    pens = QColor(palette.line), QColor(palette.casing)
    line = float(max(2, round(width / 26)))
    arm, state = symbol.arm, symbol.state
    frame = _frame_box(width, line, staff=arm is Arm.HEADQUARTERS)
    faded = state in ENDED
    above = QRectF(0, 0, width, frame.top() - line / 2)
    _paint_marks(painter, MARKS[symbol.echelon], above, line, pens)
    _paint_frame(painter, symbol, frame, palette)
    _paint_arm(painter, arm, frame, line, _inside(faded, palette), QColor(palette.badge))
    _paint_outline(painter, frame, line, symbol.assumed, pens)
    if arm is Arm.HEADQUARTERS:
        staff = QLineF(frame.bottomLeft(), QPointF(frame.left(), down - line / 2))
        _cased(painter, [staff], line, pens)
    if faded:
        _paint_strike(painter, state, frame, line, palette)
    elif state in BADGES:
        pen, whole = _pen(line * 0.6, QColor(palette.badge_line)), QRectF(0, 0, across, down)
        heading = None if symbol.toward is None else symbol.toward * 360 / POINTS
        paint_badge(painter, state, heading, whole, pen, QColor(palette.badge))


def _frame_box(width: int, line: float, *, staff: bool) -> QRectF:
    """The middle of the frame's stroke, on the grid of pixels on which the stroke is crisp."""
    share = 0.82 if staff else 1.0
    frame = width * (1 - 2 * MARGIN_SHARE) * share
    height = frame / FRAME_ASPECT
    left = round((width - frame) / 2)
    top = round(width * (1 - 2 * MARGIN_SHARE) / FRAME_ASPECT * MARK_SHARE)
    return QRectF(left, top, round(frame), round(height)).adjusted(
        line / 2, line / 2, -line / 2, -line / 2
    )


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


def _quiet(colour: str) -> QColor:
    """A side's colour after its formation has ended."""
    full = QColor(colour)
    return QColor.fromHslF(max(full.hslHueF(), 0.0), full.hslSaturationF() * 0.25, 0.22)


def _paint_frame(painter: QPainter, symbol: Symbol, frame: QRectF, palette: Palette) -> None:
    faded = symbol.state in ENDED
    fill = _quiet if faded else palette.side
    painter.fillRect(frame, fill(symbol.side.colour))
    if symbol.former is not None:
        hoist = QRectF(frame.left(), frame.top(), frame.width() * 0.24, frame.height())
        painter.fillRect(hoist, fill(symbol.former.colour))
    if symbol.side.pattern is Pattern.BAR:
        bar = frame.adjusted(0, frame.height() * 0.8, 0, 0)
        painter.fillRect(bar, _inside(faded, palette))


def _inside(faded: bool, palette: Palette) -> QColor:
    """Lines within a frame."""
    return QColor(palette.badge_line).darker(190) if faded else QColor(palette.inside)


def _paint_outline(
    painter: QPainter, frame: QRectF, line: float, assumed: bool, pens: Pens
) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if assumed:
        painter.setPen(_pen(line, pens[1]))
        painter.drawRect(frame)
    pen = _pen(line, pens[0])
    if assumed:
        pen.setDashPattern([2.6, 2.2])
    painter.setPen(pen)
    painter.drawRect(frame)


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
    height = box.height() - line * 2
    step = min(height * (1.2 if marks[0] == "X" else 0.6), (box.width() - line) / len(marks))
    left = box.center().x() - step * len(marks) / 2
    top, low = box.top() + line, box.top() + line + height
    lines = []
    for i, mark in enumerate(marks):
        x0, x1 = left + i * step + step * 0.14, left + (i + 1) * step - step * 0.14
        if mark == "X":
            lines += [QLineF(x0, low, x1, top), QLineF(x0, top, x1, low)]
        else:
            middle = round((x0 + x1) / 2) + line % 2 / 2
            lines.append(QLineF(middle, low, middle, top))
    _cased(painter, lines, line * 0.85, pens)


def _paint_strike(
    painter: QPainter, state: State, frame: QRectF, line: float, palette: Palette
) -> None:
    """Two strokes beyond the frame's corners for what was destroyed, a bar for what was taken."""
    over = line * 1.5
    wide = frame.adjusted(-over, -over * 0.7, over, over * 0.7)
    if state is State.DESTROYED:
        strokes = [
            QLineF(wide.bottomLeft(), wide.topRight()),
            QLineF(wide.topLeft(), wide.bottomRight()),
        ]
    else:
        y = frame.center().y()
        strokes = [QLineF(wide.left(), y, wide.right(), y)]
    shades = QColor(palette.badge), QColor(palette.badge_line).darker(135)
    for pen in (_pen(line * 3, shades[0]), _pen(line * 1.5, shades[1])):
        painter.setPen(pen)
        painter.drawLines(strokes)


# ------------------------------------------------------------ pictures for QML


class SymbolPictures(Pictures):
    """Paints image://symbols/LIVERY/ECHELON/ARM/STATE/WIDTH?TONE, a symbol's address."""

    def picture(self, address: str) -> QImage:
        """Pictures' hook."""
        address, palette = toned(address)
        address, _, width = address.rpartition("/")
        return paint_symbol(_symbol_at(address), int(width), palette)


@lru_cache(maxsize=512)
def _symbol_at(address: str) -> Symbol:
    """The symbol of an address, less the provider and the width."""
    side, echelon, arm, state, *rest = address.split("/")
    said = dict(part.split("=") for part in rest)
    return Symbol(
        _livery_of(side),
        Echelon(echelon),
        Arm(arm),
        State(state),
        "assumed" in said,
        int(said["toward"]) if "toward" in said else None,
        _livery_of(said["from"]) if "from" in said else None,
    )


def _livery_words(livery: Livery) -> str:
    """A livery as part of an address: `3d6ea8-plain`."""
    return f"{livery.colour[1:]}-{livery.pattern}"


def _livery_of(words: str) -> Livery:
    colour, _, pattern = words.partition("-")
    return Livery(f"#{colour}", Pattern(pattern))
