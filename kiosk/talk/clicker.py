"""The keys that a speaker presses, on a keyboard or a clicker, as acts of the talk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QEvent, QObject, Qt

from kiosk.talk.delivery import Act

if TYPE_CHECKING:
    from kiosk.talk.delivery import Delivery

KEYS: dict[int, Act] = {
    Qt.Key.Key_PageDown: Act.FORWARD,
    Qt.Key.Key_Right: Act.FORWARD,
    Qt.Key.Key_Down: Act.DOWN,
    Qt.Key.Key_Space: Act.PICK,
    Qt.Key.Key_Return: Act.PICK,
    Qt.Key.Key_Enter: Act.PICK,
    Qt.Key.Key_PageUp: Act.BACK,
    Qt.Key.Key_Left: Act.BACK,
    Qt.Key.Key_Backspace: Act.BACK,
    Qt.Key.Key_Up: Act.UP,
    Qt.Key.Key_Home: Act.FIRST,
    Qt.Key.Key_End: Act.LAST,
    Qt.Key.Key_B: Act.BLACK,
    Qt.Key.Key_Period: Act.BLACK,
    Qt.Key.Key_G: Act.OVERVIEW,
    Qt.Key.Key_O: Act.OVERVIEW,
    Qt.Key.Key_Tab: Act.OVERVIEW,
    Qt.Key.Key_K: Act.KEY,
    Qt.Key.Key_Escape: Act.ESCAPE,
    Qt.Key.Key_P: Act.POINTER,
    Qt.Key.Key_L: Act.LANGUAGE,
    Qt.Key.Key_Z: Act.ZOOM,
    Qt.Key.Key_Plus: Act.CLOSER,
    Qt.Key.Key_Equal: Act.CLOSER,
    Qt.Key.Key_Minus: Act.FURTHER,
    Qt.Key.Key_N: Act.NOTES,
    Qt.Key.Key_S: Act.SWAP,
    Qt.Key.Key_M: Act.FILM,
    Qt.Key.Key_F: Act.LARGER,
    Qt.Key.Key_D: Act.SMALLER,
    Qt.Key.Key_J: Act.READ_ON,
    Qt.Key.Key_U: Act.READ_BACK,
    Qt.Key.Key_C: Act.ROOM,
    Qt.Key.Key_T: Act.PAUSE,
    Qt.Key.Key_R: Act.RESET,
}
"""Acts by key. A clicker's start button sends F5 and Escape by turns: F5 only ever goes on."""

SILENT = frozenset(
    {
        *(Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr),
        *(Qt.Key.Key_Meta, Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock, Qt.Key.Key_unknown),
    }
)
"""Keys that alone are no press."""

COMMANDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class _Key(Protocol):
    def key(self) -> int: ...
    def modifiers(self) -> Qt.KeyboardModifier: ...
    def isAutoRepeat(self) -> bool: ...


class Clicker(QObject):
    """An event filter for the talk's windows: every key is an act, and goes no further.

    A key that is held down acts once. What is pressed with Ctrl, Alt or Meta is left alone.
    """

    def __init__(self, delivery: Delivery, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._delivery = delivery

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Acts by a key; True if it did, which swallows the event."""
        if event.type() is not QEvent.Type.KeyPress:
            return False
        pressed = cast("_Key", event)
        if pressed.modifiers() & COMMANDS:
            return False
        if not pressed.isAutoRepeat():
            self._press(pressed.key())
        event.accept()
        return True

    def _press(self, key: int) -> None:
        if Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
            self._delivery.type(key - Qt.Key.Key_0)
        elif key not in SILENT:
            self._delivery.act(KEYS.get(key, Act.OTHER))
