"""Small windows to look at: a few lines of QML, laid out on a glass of 4 px a millimetre."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from kiosk.machine.glass import Glass
from kiosk.workbench.layout.eyes import look
from kiosk.workbench.layout.flaw import View
from kiosk.workbench.layout.tour import Sighting

WIDTH, HEIGHT = 640, 480
GLASS = Glass(WIDTH, HEIGHT, WIDTH / 4, HEIGHT / 4, 590, floor_mm=1150, shrinks=False)
"""From 1150 to 1270 mm above the floor; the least text is 40 px tall."""

HEAD = """
import QtQuick
Window {
    id: window
    width: 640; height: 480; color: "#0f1317"
    component Button: Item {
        Accessible.role: Accessible.Button
        Accessible.name: objectName
        width: 80; height: 80
    }
    component Words: Text {
        color: "#f2ead9"
        font.family: "Noto Sans SC"
        font.pixelSize: 40
    }
    component FormationSymbol: Item {
        property string label
        objectName: "FormationSymbol"
        Accessible.role: Accessible.Graphic
        Accessible.name: label
        width: 56; height: 56
    }
    component MapText: Item {
        objectName: "MapText"
        property alias text: words.text
        Rectangle { width: 300; height: 60; color: "#0f1317" }
        Words { id: words }
    }
    component DisplayText: Words { objectName: "DisplayText" }
    component Picto: Item {
        objectName: "Icon"
        property string name
        property alias colour: ground.color
        width: 40; height: 40
        Rectangle { id: ground; anchors.fill: parent }
    }
"""

LookAt = Callable[..., View]

STILL_TO_COME: tuple[str, ...] = ()
"""Kinds of flaws that the exhibits may still have."""


def still_wrong(found: Iterable[Sighting]) -> list[str]:
    """The messages of flaws, those of kinds that are still to come left out."""
    return [one.flaw.message for one in found if one.flaw.kind not in STILL_TO_COME]


@pytest.fixture
def window_of(qapp: QGuiApplication) -> Iterator[Callable[[str], QQuickWindow]]:
    """Opens a window with some QML in it."""
    engine = QQmlApplicationEngine()
    windows: list[QQuickWindow] = []

    def open_(qml: str) -> QQuickWindow:
        engine.loadData(f"{HEAD}{qml}}}".encode())
        window = engine.rootObjects()[-1]
        assert isinstance(window, QQuickWindow)
        windows.append(window)
        window.show()
        QCoreApplication.processEvents()
        return window

    yield open_
    for window in windows:
        window.close()


@pytest.fixture
def look_at(window_of: Callable[[str], QQuickWindow]) -> LookAt:
    """Eyes on a window with some QML in it."""

    def look_at(qml: str, **given: Any) -> View:
        sight = look(window_of(qml).contentItem())
        return View(sight, **{"glass": GLASS, "most": (75, 120), **given})

    return look_at
