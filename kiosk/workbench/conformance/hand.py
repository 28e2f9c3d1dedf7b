"""A hand before a window that has five keys, assistive technology's presses and a finger."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QKeyEvent, QMouseEvent
from PySide6.QtQuick import QQuickItem

from kiosk import app
from kiosk.machine.keymap import CODES, EVDEV, NATIVE, Key
from kiosk.qt.heldtime import HeldTime
from kiosk.workbench.layout.eyes import plain
from kiosk.workbench.layout.rest import come_to_rest

NO_MODIFIER = Qt.KeyboardModifier.NoModifier


def key_event(kind: QEvent.Type, name: str, *, repeats: bool = False) -> QKeyEvent:
    """A press or release of a key by its name in a key map."""
    native = NATIVE.fullmatch(name)
    code = 0 if native else CODES[name]
    scan = int(native[1]) + EVDEV if native else 0
    return QKeyEvent(kind, code, NO_MODIFIER, scan, 0, 0, "", repeats)


class Hand:
    """Somebody who sees nothing of a kiosk but its tree, and presses the keys of its key map."""

    def __init__(
        self, kiosk: app.Kiosk, time: HeldTime, keypad: dict[Key, tuple[str, ...]]
    ) -> None:
        self.kiosk, self.time, self._keypad = kiosk, time, keypad
        self.window, self.stage = kiosk.window, kiosk.stage

    def settle(self) -> None:
        """Waits until all that a press does has come."""
        come_to_rest(self.window, self.stage)
        QCoreApplication.processEvents()
        self.stage.situation.catch_up()

    def press(self, key: Key) -> None:
        """Presses one key, and lets go."""
        name = self._keypad[key][0]
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QCoreApplication.sendEvent(self.window, key_event(kind, name))
        self.settle()

    def slide(self, start: QPointF, end: QPointF) -> None:
        """Presses at one point, and lets go at another."""
        left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        for kind, at, button, held in (
            (QEvent.Type.MouseButtonPress, start, left, left),
            (QEvent.Type.MouseMove, end, none, left),
            (QEvent.Type.MouseButtonRelease, end, left, none),
        ):
            event = QMouseEvent(kind, at, at, button, held, NO_MODIFIER)
            QCoreApplication.sendEvent(self.window, event)
            QCoreApplication.processEvents()
        self.settle()

    @property
    def held(self) -> QQuickItem | None:
        """The item that has the keys."""
        return self.window.activeFocusItem()

    def nodes(self) -> list[QAccessibleInterface]:
        """Each node of the window's tree, in its order."""
        return list(beneath(QAccessible.queryAccessibleInterface(self.window)))

    def rings(self) -> list[QQuickItem]:
        """The rings around what has the keys: one, or none."""
        items = self.window.contentItem().childItems()
        return [item for item in items if item.objectName() == "FocusRing"]

    def round(self, most: int) -> Iterator[QQuickItem]:
        """Each thing that the keys reach from here to here again; raises EndlessRound."""
        start = self.held
        for _ in range(most):
            held = self.held
            if held is not None:
                yield held
            self.press(Key.NEXT)
            if self.held is start:
                return
        raise EndlessRound


class EndlessRound(Exception):
    """The keys don't come back to where they began."""


def beneath(node: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """A node and all beneath it."""
    yield node
    for number in range(node.childCount()):
        child = node.child(number)
        if child is not None:
            yield from beneath(child)


def name_of(item: QQuickItem) -> str:
    """The name of an item for those who can't see it."""
    node = QAccessible.queryAccessibleInterface(item)
    return plain(node.text(QAccessible.Text.Name)) if node is not None else ""


def told_by(node: QAccessibleInterface) -> str:
    """Name and description of a node."""
    texts = (QAccessible.Text.Name, QAccessible.Text.Description)
    return plain(" ".join(map(node.text, texts)))
