"""The item over the map that hands touches, the mouse and the wheel to `Fingers`."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QEventPoint, QMouseEvent, QTouchEvent, QWheelEvent
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem

from kiosk.map.fingers import Fingers
from kiosk.qt.items import forget_with
from kiosk.qt.property import Property
from kiosk.visit.presence import Point

QML_IMPORT_NAME = "Kiosk.Stage"
QML_IMPORT_MAJOR_VERSION = 1

MOUSE = -1
"""The mouse as a finger."""

NOTCH = 1.2
"""The factor by which a notch of the wheel brings the ground nearer."""

DEGREES = 120.0
"""A notch of the wheel, as Qt counts it."""


@QmlElement
class MapTouch(QQuickItem):
    """Takes every touch that begins on it, until it ends or is taken away."""

    fingersChanged = Signal()
    cornerChanged = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        forget_with(self)
        self._fingers: Fingers | None = None
        self._corner = QPointF()
        self._lifted = 0
        self.setAcceptTouchEvents(True)
        self.setAcceptedMouseButtons(Qt.MouseButton.LeftButton)

    @Property(Fingers, notify=fingersChanged)
    def fingers(self) -> Fingers | None:
        """The fingers that follow the touches."""
        return self._fingers

    @fingers.setter  # type: ignore[no-redef]
    def fingers(self, fingers: Fingers) -> None:
        self._fingers = fingers
        self.fingersChanged.emit()

    @Property(QPointF, notify=cornerChanged)
    def corner(self) -> QPointF:
        """Its upper left corner on the map, in px."""
        return self._corner

    @corner.setter  # type: ignore[no-redef]
    def corner(self, corner: QPointF) -> None:
        self._corner = corner
        self.cornerChanged.emit()

    # ------------------------------------------------------------ Qt's hooks

    def touchEvent(self, event: QTouchEvent) -> None:
        """Qt's hook."""
        if self._fingers is None or event.type() == QEvent.Type.TouchCancel:
            self._cancel()
            return
        told = [(point.id(), point.state(), self._at(point.position())) for point in event.points()]
        moved = {finger: at for finger, state, at in told if state == QEventPoint.State.Updated}
        if moved:
            self._fingers.move(moved)
        for finger, state, at in told:
            if state == QEventPoint.State.Pressed:
                self._lifted = 0
                self._fingers.press(finger, at)
            elif state == QEventPoint.State.Released:
                self._lifted += 1
                self._fingers.release(finger, at)
        event.accept()

    def touchUngrabEvent(self) -> None:
        """Qt's hook: called for each finger that has lifted, too."""
        if self._lifted:
            self._lifted -= 1
        else:
            self._cancel()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt's hook."""
        if self._fingers:
            self._fingers.press(MOUSE, self._at(event.position()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Qt's hook."""
        self.mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Qt's hook."""
        if self._fingers:
            self._fingers.move({MOUSE: self._at(event.position())})

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Qt's hook."""
        if self._fingers:
            self._fingers.release(MOUSE, self._at(event.position()))

    def mouseUngrabEvent(self) -> None:
        """Qt's hook."""
        self._cancel()

    def _cancel(self) -> None:
        if self._fingers:
            self._fingers.cancel()

    def _at(self, point: QPointF) -> Point:
        on_map = point + self._corner
        return on_map.x(), on_map.y()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Qt's hook."""
        if self._fingers:
            notches = event.angleDelta().y() / DEGREES
            self._fingers.turn(NOTCH**notches, self._at(event.position()))
