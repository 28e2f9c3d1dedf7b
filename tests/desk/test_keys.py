"""`kiosk keys` says of each press its codes and what it means here."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

from kiosk.desk.keys import KeyWindow, line_of
from kiosk.machine.keymap import EVDEV, Keymap

PLAIN = Qt.KeyboardModifier.NoModifier


def press(key: Qt.Key, native: int = 0, keysym: int = 0, *, repeated: bool = False) -> QKeyEvent:
    kind = QEvent.Type.KeyPress
    return QKeyEvent(kind, key, PLAIN, native, keysym, 0, "", repeated)


@pytest.mark.parametrize(
    ("event", "line"),
    [
        (press(Qt.Key.Key_Down), "- · - · Down · next"),
        (press(Qt.Key.Key_Return, 28 + EVDEV, 0xFF0D), "evdev:28 · keysym:0xff0d · Return · ok"),
        (press(Qt.Key.Key_F13, 183 + EVDEV), "evdev:183 · - · F13 · -"),
    ],
)
def test_a_press_is_said(qapp: QGuiApplication, event: QKeyEvent, line: str) -> None:
    assert line_of(Keymap(), event) == line


def test_a_window_says_each_press_once(qapp: QGuiApplication) -> None:
    said: list[str] = []
    window = KeyWindow(Keymap(), said.append)
    for event in (press(Qt.Key.Key_Up), press(Qt.Key.Key_Up, repeated=True)):
        QCoreApplication.sendEvent(window, event)
    assert said == ["- · - · Up · previous"]
