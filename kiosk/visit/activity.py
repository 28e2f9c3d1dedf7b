"""The visitor's acts, seen at the window: they keep the visit awake, and wake it."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, Slot
from PySide6.QtQml import QmlElement

from kiosk.visit.session import State

if TYPE_CHECKING:
    from kiosk.visit.keypad import Keypad
    from kiosk.visit.session import Session


QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1


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
PRESSED = QEvent.Type(QEvent.registerEventType())
"""A press by what presses for a visitor; see `Assistant`."""

DEAF_MS = 2000
"""The longest time for which what wakes the exhibit swallows what else is pressed."""

MOUSE = -1
"""The mouse as a finger."""

_KEYS = frozenset({QEvent.Type.KeyPress, QEvent.Type.KeyRelease})


class _Point(Protocol):
    def id(self) -> int: ...
    def position(self) -> QPointF: ...
    def state(self) -> Enum: ...


class _Touch(Protocol):
    def isBeginEvent(self) -> bool: ...
    def isEndEvent(self) -> bool: ...
    def points(self) -> list[_Point]: ...


class _Mouse(Protocol):
    def position(self) -> QPointF: ...


class _Key(Protocol):
    def key(self) -> int: ...
    def isAutoRepeat(self) -> bool: ...


_Press = tuple[_Kind, int]
"""The kind of what is pressed; of keys, which."""


@QmlElement
class Assistant(QObject):
    """A stand-in for the hand of who can't touch: a reader of screens, a switch, a voice.

    Its presses are told to the window, where the visitor's other acts are seen.
    """

    @Slot(QObject, result=bool)
    def press(self, window: QObject) -> bool:
        """Tells a window of a press; True if it found no visit going on and does only that."""
        event = QEvent(PRESSED)
        event.ignore()
        QCoreApplication.sendEvent(window, event)
        return event.isAccepted()


class Activity(QObject):
    """An event filter for the exhibit's window.

    Every press, by whatever means, drag, turn of a wheel and key tells the session. One that finds
    no visit going on (in attract, in the warning) does only that: it is swallowed from its press to
    its release, so that nothing on the screen is pressed by it. So is whatever else is pressed
    meanwhile, but only for two seconds: a key that is held down makes nobody's touches useless.
    Keys that are not swallowed are heard by the keypad. A pointer that only hovers and a key that
    only repeats are no activity. What was pressed before and lies on the glass still, a sticker or
    a drop, keeps nobody from waking the exhibit.
    """

    def __init__(self, session: Session, keypad: Keypad, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._keypad = session, keypad
        self._down: dict[_Press, bool] = {}  # what is pressed, and whether it is swallowed
        self._joined = False  # the touch that is swallowed joined one that had begun before

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tells the session what the visitor does; True if the event is swallowed."""
        self._note(event)
        swallowed = self._swallows(event)
        if not swallowed or self._keypad.heeds(event):
            swallowed = self._keypad.hear(event) or swallowed
        if swallowed:
            event.accept()  # else an unused touch comes back as a mouse, a key as a shortcut
        return swallowed

    def _note(self, event: QEvent) -> None:
        """Notes whether it is a finger or the keys by which the visitor acts."""
        kind = event.type()
        if kind is PRESSED:
            self._keypad.use(True)
        elif kind in _BEGINS:
            self._keypad.notice(event if _BEGINS[kind] is _Kind.KEY else None)

    def _swallows(self, event: QEvent) -> bool:
        kind = event.type()
        if kind is QEvent.Type.ShortcutOverride:
            return self._asleep() or self._swallowing() or self._repeats_swallowed(event)
        if kind in (QEvent.Type.Wheel, PRESSED):
            return self._act()
        if kind in _KEYS and cast("_Key", event).isAutoRepeat():
            return self._asleep() or self._swallowing() or self._repeats_swallowed(event)
        if kind in _BEGINS:
            return self._begin(_press(_BEGINS[kind], event), event)
        if kind in _GOES_ON:
            return self._go_on(_press(_GOES_ON[kind], event), event)
        if kind in _ENDS:
            return self._end(_press(_ENDS[kind], event), event)
        return False

    def _begin(self, press: _Press, event: QEvent) -> bool:
        if press[0] is not _Kind.KEY:
            self._session.lift(MOUSE if press[0] is _Kind.MOUSE else None)
        self._down[press] = self._act(press[0], event)
        return self._down[press]

    def _act(self, kind: _Kind = _Kind.KEY, event: QEvent | None = None) -> bool:
        swallowed = self._asleep() or self._swallowing()
        self._tell(kind, event)
        return swallowed

    def _go_on(self, press: _Press, event: QEvent) -> bool:
        kind = press[0]
        if kind is _Kind.TOUCH and cast("_Touch", event).isBeginEvent():
            if self._asleep():
                self._joined = True
                self._down[press] = self._act(kind, event)
                return True
            if self._down.get(press) and not self._swallowing():
                self._joined = self._down[press] = False
        self._keep_awake(press, event)
        swallowed = self._down.get(press, self._swallowing())
        if kind is _Kind.TOUCH and self._joined and cast("_Touch", event).isEndEvent():
            self._joined = False
            self._down[press] = False
        return swallowed

    def _end(self, press: _Press, event: QEvent) -> bool:
        self._keep_awake(press, event)
        if press[0] is _Kind.TOUCH:
            self._joined = False
        if press[0] is not _Kind.KEY:
            self._session.lift(MOUSE if press[0] is _Kind.MOUSE else None)
        return self._down.pop(press, self._swallowing())

    def _keep_awake(self, press: _Press, event: QEvent) -> None:
        if press in self._down and self._session.state is not State.ATTRACT:
            self._tell(press[0], event)

    def _tell(self, kind: _Kind, event: QEvent | None) -> None:
        """Tells the session what is done, and where it is done at a place."""
        if event is None or kind is _Kind.KEY:
            self._session.touch()
        elif kind is _Kind.MOUSE:
            at = cast("_Mouse", event).position()
            self._session.touch_at([(MOUSE, at.x(), at.y())])
        else:
            points = cast("_Touch", event).points()
            self._session.touch_at(
                (point.id(), point.position().x(), point.position().y())
                for point in points
                if point.state().name != "Stationary"
            )
            for point in points:
                if point.state().name == "Released":
                    self._session.lift(point.id())

    def _asleep(self) -> bool:
        return self._session.state is not State.VISIT

    def _swallowing(self) -> bool:
        return any(self._down.values()) and self._session.awake_ms < DEAF_MS

    def _repeats_swallowed(self, event: QEvent) -> bool:
        """True if it is the key that has woken the exhibit, held down still."""
        held = cast("_Key", event).isAutoRepeat()
        return held and self._down.get(_press(_Kind.KEY, event), False)


def _press(kind: _Kind, event: QEvent) -> _Press:
    return kind, cast("_Key", event).key() if kind is _Kind.KEY else 0
