"""Items that QML makes of our classes, and what stays of them."""

from __future__ import annotations

from PySide6.QtQuick import QQuickItem


def forget_with(item: QQuickItem) -> None:
    """Has an item that QML made hold nothing once it is gone: PySide6 6.11 keeps its Python half.

    Else that keeps for ever what it showed, and by it the whole stage with all its pictures.
    """
    item.destroyed.connect(item.__dict__.clear)
