"""Map symbols: the small set of APP-6 frames, arms and echelon marks that a campaign needs.

Both sides get the rectangular frame; side is told by colour and pattern, state by the stroke.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

from kiosk.exhibit.model import Arm, Echelon, Pattern, Side, State
from kiosk.stage.pictures import Pictures

FRAME_ASPECT = 1.5
"""Width over height of the frame (APP-6: 1.5 for land units)."""

MARK_SHARE = 0.4
"""Height of the echelon marks over that of the frame."""

PAPER = QColor("#f2ead9")

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


def symbol_size(width: float) -> tuple[float, float]:
    """Width and height in px of a whole symbol, marks included, `width` px across."""
    frame = width / FRAME_ASPECT
    return width, frame * (1 + MARK_SHARE)


def paint_symbol(side: Side, echelon: Echelon, arm: Arm, state: State, width: int) -> QImage:
    """A symbol `width` px across on transparent ground."""
    across, down = symbol_size(width)
    image = QImage(round(across), round(down), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    line = max(1.5, width / 24)
    marks = across / FRAME_ASPECT * MARK_SHARE
    frame = QRectF(line / 2, marks + line / 2, across - line, down - marks - line)
    _paint_frame(painter, side, frame, line, state)
    _paint_arm(painter, arm, frame, line)
    _paint_marks(painter, MARKS[echelon], QRectF(0, 0, across, marks), line)
    painter.end()
    return image


def _pen(width: float) -> QPen:
    return QPen(
        PAPER, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.MiterJoin
    )


def _paint_frame(painter: QPainter, side: Side, frame: QRectF, line: float, state: State) -> None:
    fill = QColor(side.colour)
    if state in (State.DESTROYED, State.CAPTURED):
        fill = QColor.fromHslF(max(fill.hslHueF(), 0.0), fill.hslSaturationF() * 0.25, 0.22)
    painter.setPen(_pen(line))
    painter.setBrush(fill)
    painter.drawRect(frame)
    if side.pattern is Pattern.BAR:
        bar = QRectF(frame.left(), frame.bottom() - frame.height() * 0.2, frame.width(), 0)
        bar.setBottom(frame.bottom())
        painter.fillRect(bar, PAPER)
    if state in (State.DESTROYED, State.CAPTURED):
        painter.setPen(_pen(line * 1.4))
        painter.drawLine(
            QLineF(frame.left(), frame.center().y(), frame.right(), frame.center().y())
        )


def _paint_arm(painter: QPainter, arm: Arm, frame: QRectF, line: float) -> None:
    painter.setPen(_pen(line))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    rising = QLineF(frame.bottomLeft(), frame.topRight())
    falling = QLineF(frame.topLeft(), frame.bottomRight())
    centre, h = frame.center(), frame.height()
    if arm is Arm.INFANTRY:
        painter.drawLines([rising, falling])
    elif arm is Arm.CAVALRY:
        painter.drawLine(rising)
    elif arm is Arm.ARTILLERY:
        painter.setBrush(PAPER)
        painter.drawEllipse(centre, h * 0.16, h * 0.16)
    elif arm is Arm.ENGINEER:
        top, low = centre.y() - h * 0.18, centre.y() + h * 0.2
        left, right = centre.x() - h * 0.4, centre.x() + h * 0.4
        path = QPainterPath(QPointF(left, low))
        path.lineTo(left, top)
        path.lineTo(right, top)
        path.lineTo(right, low)
        path.moveTo(centre.x(), top)
        path.lineTo(centre.x(), low)
        painter.drawPath(path)
    elif arm is Arm.MILITIA:
        painter.drawLines([rising, falling])
        painter.setBrush(PAPER)
        painter.drawEllipse(centre, h * 0.13, h * 0.13)
    else:
        y = frame.top() + h * 0.3
        painter.drawLine(QLineF(frame.left(), y, frame.right(), y))


def _paint_marks(painter: QPainter, marks: str, box: QRectF, line: float) -> None:
    height = box.height() - line * 1.6
    step = height * (1.15 if marks[0] == "X" else 0.55)
    left = box.center().x() - step * len(marks) / 2
    top, low = box.top() + line * 0.5, box.top() + line * 0.5 + height
    painter.setPen(_pen(line))
    for i, mark in enumerate(marks):
        x0, x1 = left + i * step + step * 0.12, left + (i + 1) * step - step * 0.12
        if mark == "X":
            painter.drawLines([QLineF(x0, low, x1, top), QLineF(x0, top, x1, low)])
        else:
            middle = (x0 + x1) / 2
            painter.drawLine(QLineF(middle, low, middle, top))


class SymbolPictures(Pictures):
    """Paints image://symbols/SIDE/ECHELON/ARM/STATE/WIDTH."""

    def __init__(self, sides: Mapping[str, Side]) -> None:
        super().__init__()
        self._sides = sides

    def picture(self, address: str) -> QImage:
        """Pictures' hook."""
        side, echelon, arm, state, width = address.split("/")
        image = paint_symbol(
            self._sides[side], Echelon(echelon), Arm(arm), State(state), int(width)
        )
        return image


def symbol_source(side: str, echelon: Echelon, arm: Arm, state: State, width: float) -> str:
    """The address under which `SymbolPictures` paints a symbol."""
    return f"image://symbols/{side}/{echelon}/{arm}/{state}/{round(width)}"
