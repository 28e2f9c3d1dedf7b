"""The arrow of the mouse: there while a mouse moves, and never beside a finger."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Slot
from PySide6.QtGui import QCursor, QInputDevice, QWindow

if TYPE_CHECKING:
    from kiosk.qt.timing import Timekeeper

RESTS_MS = 5000
"""So long after the mouse has moved the arrow goes."""

_TOUCHES = frozenset({QEvent.Type.TouchBegin, QEvent.Type.TouchEnd})
_MOUSE = frozenset({QEvent.Type.MouseMove, QEvent.Type.MouseButtonPress})


class _Mouse(Protocol):
    def globalPosition(self) -> QPointF: ...
    def source(self) -> Qt.MouseEventSource: ...
    def deviceType(self) -> QInputDevice.DeviceType: ...


class Arrow(QObject):
    """An event filter for a window: the arrow comes with the mouse and goes when that rests.

    A touch hides it, and what a system makes of a touch, a mouse that is none, keeps it hidden.
    """

    def __init__(self, window: QWindow, timers: Timekeeper, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._rest = timers.single(self.hide)
        self._at: QPointF | None = None

    @Slot()
    def hide(self) -> None:
        """Takes the arrow away, also one that a compositor has brought back.

        Cage does so with each new device; of a cursor that is the same Qt tells it nothing.
        """
        self._rest.stop()
        self._window.unsetCursor()
        self._window.setCursor(QCursor(Qt.CursorShape.BlankCursor))

    def close(self) -> None:
        """Waits for nothing any more."""
        self._rest.stop()
        self._window.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's hook; swallows nothing."""
        kind = event.type()
        if kind in _TOUCHES:
            self.hide()
        elif kind in _MOUSE:
            self._follow(cast("_Mouse", event))
        return False

    def _follow(self, mouse: _Mouse) -> None:
        real = mouse.source() is Qt.MouseEventSource.MouseEventNotSynthesized
        if not real or mouse.deviceType() is QInputDevice.DeviceType.TouchScreen:
            return
        if mouse.globalPosition() != self._at:
            self._at = mouse.globalPosition()
            self._window.unsetCursor()
            self._rest.start(RESTS_MS)
