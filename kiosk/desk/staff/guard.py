"""The guard of a window: it hears the knock, and lets nothing through where nothing may pass."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import Protocol, cast

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtQuick import QQuickWindow

from kiosk.desk.staff.knock import CORNER_MM, Knock, corner
from kiosk.qt.seating import screen_of
from kiosk.qt.timing import Timekeeper

_TOUCHES = frozenset(
    {QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TouchEnd}
    | {QEvent.Type.TouchCancel}
)
_INPUT = _TOUCHES | {
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.KeyPress,
    QEvent.Type.KeyRelease,
    QEvent.Type.ShortcutOverride,
}
_KEYS = frozenset({QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride})


class _Point(Protocol):
    def position(self) -> QPointF: ...
    def state(self) -> Enum: ...


class _Touch(Protocol):
    def points(self) -> list[_Point]: ...


class _Mouse(Protocol):
    def position(self) -> QPointF: ...
    def source(self) -> Qt.MouseEventSource: ...


class _Key(Protocol):
    def key(self) -> Qt.Key: ...
    def modifiers(self) -> Qt.KeyboardModifier: ...


class Guard(QObject):
    """An event filter that must be the first to be asked; what it swallows reaches nobody.

    `knocked` is called after a whole knock, `touched` at each touch or key. While it is `deaf`
    nothing passes, and no knock is heard; while it is `dark`, nothing but the knock. Where it is
    `locked`, Ctrl+Q does not pass. Each touch is told to `counts`, as parts of the window.

    A compositor whose outputs are all off has no places for touches: then so many as a knock has
    call `lights`, and whoever touched can knock in the light.
    """

    def __init__(
        self,
        timers: Timekeeper,
        knock: Knock,
        *,
        knocked: Callable[[], None],
        touched: Callable[[], None],
        px_per_mm: Callable[[], float],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._timers, self._knock, self._blind = timers, knock, knock.blind()
        self._knocked, self._touched, self._px_per_mm = knocked, touched, px_per_mm
        self.counts: Callable[[float, float], None] = lambda x, y: None
        self.lights: Callable[[], None] = lambda: None
        self.deaf = self.dark = self.locked = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's hook; True if nobody else is to know of the event."""
        kind = event.type()
        if kind not in _INPUT:
            return False
        if not self.deaf:
            self._listen(kind, event, cast("QQuickWindow", watched))
        swallowed = self.deaf or self.dark or (self.locked and kind in _KEYS and _quits(event))
        if swallowed:
            event.accept()
        return swallowed

    def _listen(self, kind: QEvent.Type, event: QEvent, window: QQuickWindow) -> None:
        places: list[QPointF] = []
        if kind in _TOUCHES:
            points = cast("_Touch", event).points()
            places = [point.position() for point in points if point.state().name == "Pressed"]
        elif kind is QEvent.Type.MouseButtonPress:
            mouse = cast("_Mouse", event)
            if mouse.source() is Qt.MouseEventSource.MouseEventNotSynthesized:
                places = [mouse.position()]
        if places or kind is QEvent.Type.KeyPress:
            self._touched()
        if places and screen_of("") is None:
            if self._blind.touch(1, self._timers.now_ms()):
                self.lights()
            return
        width, height = window.width(), window.height()
        side = CORNER_MM * self._px_per_mm()
        for place in places:
            self.counts(place.x() / max(1, width), place.y() / max(1, height))
            at = corner(place.x(), place.y(), width, height, side)
            if self._knock.touch(at, self._timers.now_ms()):
                self._knocked()


def _quits(event: QEvent) -> bool:
    key = cast("_Key", event)
    return key.key() == Qt.Key.Key_Q and bool(key.modifiers() & Qt.KeyboardModifier.ControlModifier)
