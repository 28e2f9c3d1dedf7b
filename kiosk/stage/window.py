"""A window from a QML file, in an engine that may hold others."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

QML = Path(__file__).parent / "qml"


class ScreenFailed(Exception):
    """The window could not be made; our fault, not the content's."""


def open_window(
    engine: QQmlApplicationEngine, file: str, given: Mapping[str, object]
) -> QQuickWindow:
    """The window that a file of `Kiosk` describes, its properties as given; raises ScreenFailed."""
    before = len(engine.rootObjects())
    engine.setInitialProperties(dict(given))
    engine.load(QUrl.fromLocalFile(str(QML / "Kiosk" / file)))
    window = next(iter(engine.rootObjects()[before:]), None)
    if not isinstance(window, QQuickWindow):
        raise ScreenFailed("the window could not be made; the log names the QML file and line")
    return window
