"""A screen that nobody operates: what is pressed does nothing, but for the staff's way out."""

from __future__ import annotations

from typing import Protocol, cast

from PySide6.QtCore import QEvent, QObject, Qt

KEYS = frozenset({QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride})

HANDS = frozenset(
    {
        *(QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TouchEnd),
        *(QEvent.Type.TouchCancel, QEvent.Type.TabletPress, QEvent.Type.TabletRelease),
        *(QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease),
        *(QEvent.Type.MouseButtonDblClick, QEvent.Type.MouseMove, QEvent.Type.Wheel),
    }
)


class _Key(Protocol):
    def key(self) -> int: ...
    def modifiers(self) -> Qt.KeyboardModifier: ...


class Lobby(QObject):
    """An event filter for the exhibit's window that swallows all but Ctrl+Q."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Swallows all but Ctrl+Q; True if it did."""
        kind = event.type()
        leads_out = kind in KEYS and _leads_out(cast("_Key", event))
        swallowed = kind in HANDS or (kind in KEYS and not leads_out)
        if swallowed:
            event.accept()  # else an unused touch comes back as a mouse, a key as a shortcut
        return swallowed


def _leads_out(pressed: _Key) -> bool:
    return (
        pressed.key() == Qt.Key.Key_Q and pressed.modifiers() == Qt.KeyboardModifier.ControlModifier
    )
