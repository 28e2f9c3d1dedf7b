"""What the visitor does, seen at the window: it keeps the visit awake, and wakes it."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QEvent, QObject

from kiosk.visit.session import State

if TYPE_CHECKING:
    from kiosk.visit.session import Session


class _Kind(Enum):
    TOUCH = auto()
    MOUSE = auto()
    KEY = auto()


_BEGINS = {
    QEvent.Type.TouchBegin: _Kind.TOUCH,
    QEvent.Type.MouseButtonPress: _Kind.MOUSE,
    QEvent.Type.KeyPress: _Kind.KEY,
}
_GOES_ON = {
    QEvent.Type.TouchUpdate: _Kind.TOUCH,
    QEvent.Type.MouseMove: _Kind.MOUSE,
    QEvent.Type.MouseButtonDblClick: _Kind.MOUSE,
}
_ENDS = {
    QEvent.Type.TouchEnd: _Kind.TOUCH,
    QEvent.Type.TouchCancel: _Kind.TOUCH,
    QEvent.Type.MouseButtonRelease: _Kind.MOUSE,
    QEvent.Type.KeyRelease: _Kind.KEY,
}
_KEYS = frozenset({QEvent.Type.KeyPress, QEvent.Type.KeyRelease})


class _Touch(Protocol):
    def isBeginEvent(self) -> bool: ...
    def isEndEvent(self) -> bool: ...


class _Key(Protocol):
    def isAutoRepeat(self) -> bool: ...


class Activity(QObject):
    """An event filter for the exhibit's window.

    Every press, drag, turn of a wheel and key tells the session. One that finds no visit going on
    (in attract, in the warning) does only that: it is swallowed from its press to its release,
    with whatever else is pressed meanwhile, so that nothing on the screen is pressed by it.
    A pointer that only hovers and a key that only repeats are no activity. What was pressed before
    and lies on the glass still, a sticker or a drop, keeps nobody from waking the exhibit.
    """

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._down: dict[_Kind, bool] = {}  # what is pressed, and whether it is swallowed
        self._joined = False  # the touch that is swallowed joined one that had begun before

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whether the event is swallowed."""
        swallowed = self._swallows(event)
        if swallowed:
            event.accept()  # else an unused touch comes back as a mouse, a key as a shortcut
        return swallowed

    def _swallows(self, event: QEvent) -> bool:
        kind = event.type()
        if kind is QEvent.Type.ShortcutOverride:
            return self._asleep() or self._swallowing()
        if kind is QEvent.Type.Wheel:
            return self._act()
        if kind in _KEYS and cast("_Key", event).isAutoRepeat():
            return self._asleep() or self._swallowing()
        if kind in _BEGINS:
            self._down[_BEGINS[kind]] = self._act()
            return self._down[_BEGINS[kind]]
        if kind in _GOES_ON:
            return self._go_on(_GOES_ON[kind], event)
        if kind in _ENDS:
            return self._end(_ENDS[kind])
        return False

    def _act(self) -> bool:
        swallowed = self._asleep() or self._swallowing()
        self._session.touch()
        return swallowed

    def _go_on(self, kind: _Kind, event: QEvent) -> bool:
        if kind is _Kind.TOUCH and self._asleep() and cast("_Touch", event).isBeginEvent():
            self._joined = True
            self._down[kind] = self._act()
            return True
        self._keep_awake(kind)
        swallowed = self._down.get(kind, self._swallowing())
        if kind is _Kind.TOUCH and self._joined and cast("_Touch", event).isEndEvent():
            self._joined = False
            self._down[kind] = False
        return swallowed

    def _end(self, kind: _Kind) -> bool:
        self._keep_awake(kind)
        if kind is _Kind.TOUCH:
            self._joined = False
        swallowed = self._down.get(kind, self._swallowing())
        self._down.pop(kind, None)
        return swallowed

    def _keep_awake(self, kind: _Kind) -> None:
        if kind in self._down and self._session.state is not State.ATTRACT:
            self._session.touch()

    def _asleep(self) -> bool:
        return self._session.state is not State.VISIT

    def _swallowing(self) -> bool:
        return any(self._down.values())
