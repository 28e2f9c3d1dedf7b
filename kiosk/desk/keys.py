"""The presses of a keyboard or keypad, each printed with its codes and its meaning."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, cast

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QWindow

from kiosk.machine.keymap import CODES, EVDEV, Keymap
from kiosk.visit.keypad import key_of

NAMES = {code: name for name, code in CODES.items()}


class _KeyEvent(Protocol):
    def key(self) -> int: ...
    def nativeScanCode(self) -> int: ...
    def nativeVirtualKey(self) -> int: ...
    def isAutoRepeat(self) -> bool: ...


def line_of(keymap: Keymap, event: QEvent) -> str:
    """The line of a press: the kernel's code, the keysym, Qt's key, what it means here.

    "-" stands for what the system doesn't tell, or for no meaning.
    """
    press = cast("_KeyEvent", event)
    native, keysym, key = press.nativeScanCode(), press.nativeVirtualKey(), int(press.key())
    code = f"evdev:{native - EVDEV}" if native > EVDEV else "-"
    symbol = f"keysym:0x{keysym:x}" if keysym else "-"
    name = NAMES.get(key) or Qt.Key(key).name.removeprefix("Key_")
    return " · ".join((code, symbol, name, key_of(keymap, event) or "-"))


class KeyWindow(QWindow):
    """A window that says each press of a key, as a line."""

    def __init__(self, keymap: Keymap, say: Callable[[str], None]) -> None:
        super().__init__()
        self._keymap, self._say = keymap, say
        self.setTitle("kiosk keys")
        self.resize(480, 240)

    def event(self, event: QEvent) -> bool:
        """Qt's hook."""
        press = event.type() is QEvent.Type.KeyPress
        if press and not cast("_KeyEvent", event).isAutoRepeat():
            self._say(line_of(self._keymap, event))
        return super().event(event)
