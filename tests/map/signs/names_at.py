"""Paints map names into a file; a program of its own, since the scale is set at its start."""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QUrl
from PySide6.QtQml import QQmlComponent
from PySide6.QtQuick import QQuickItem, QQuickView, QSGRendererInterface

from kiosk import app
from kiosk.machine.settings import Settings
from kiosk.map.signs.halo import HaloPictures
from kiosk.publish.pictures import at_rest
from kiosk.stage.window import QML

SCENE = """
import QtQuick
import Kiosk.Controls
import Kiosk.Map

Rectangle {
    component Name: MapText {
        height: 44
        color: Theme.paper
        font.family: Theme.serif
        font.pixelSize: 40
    }

    color: Theme.ink
    width: 480
    height: 240

    Name { x: 20; y: 20; text: "Handan" }
    Name { x: 260; y: 20; text: "邯郸" }
    Name { x: 60; y: 110; text: "Zhang River"; font.italic: true; rotation: 12 }
}
"""


def main(out: str) -> int:
    """Writes the picture; 3 if the renderer that was asked for is not to be had here."""
    qt = app.application(Settings())  # kept: Qt ends with it
    view = QQuickView()
    view.engine().addImportPath(str(QML))
    view.engine().addImageProvider("halo", HaloPictures())
    component = QQmlComponent(view.engine())
    component.setData(SCENE.encode(), QUrl())
    scene = component.create()
    assert isinstance(scene, QQuickItem), component.errorString()
    view.setContent(QUrl(), component, scene)
    view.resize(480, 240)
    view.show()
    picture = at_rest(view)
    used = view.rendererInterface().graphicsApi()
    software = used == QSGRendererInterface.GraphicsApi.Software
    if software != (os.environ["QT_QUICK_BACKEND"] == "software"):
        print(f"drawn by {used.name}", file=sys.stderr)
        return 3
    del view
    return 0 if qt and picture.save(out) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
