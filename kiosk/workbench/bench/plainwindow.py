"""Windows of Qt Quick with next to nothing in them: what the exhibit compares with."""

from __future__ import annotations

import math
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.workbench.bench.measuring import REST_S, Frames, age_s, pss_mb, wait
from kiosk.workbench.bench.moving import SETTLE_S, handle

if TYPE_CHECKING:
    from PySide6.QtQuick import QQuickWindow

BARE = b"""
import QtQuick
Window {
    width: 1920; height: 1080; visible: true
    Item {
        width: 2560; height: 1440
        Image { source: "%s" }
        Repeater {
            model: 60
            Text {
                required property int index
                x: 60 + (index %% 10) * 250; y: 60 + Math.floor(index / 10) * 230
                text: "Name " + index
                font.pixelSize: 22
            }
        }
    }
}
"""
EMPTY = b"import QtQuick\nWindow { width: 1920; height: 1080; color: 'black'; visible: true }"


def empty() -> dict[str, Any]:
    """Seconds to the first frame of an empty window, and its memory in MB."""
    with _plain_window(EMPTY) as (_, frames):
        frames.await_next()
        first_s = age_s()
        wait(REST_S)
        return {"first_s": first_s, "pss_mb": pss_mb()}


def bare() -> dict[str, Any]:
    """Milliseconds between the frames of a picture with sixty names that is only moved."""
    from PySide6.QtGui import QColor, QImage

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "picture.png"
        picture = QImage(2560, 1440, QImage.Format.Format_RGB32)
        for line in range(picture.height()):
            for column in range(0, picture.width(), 64):
                shade = QColor.fromHsv(line * 359 // picture.height(), 60 + column % 128, 220)
                for pixel in range(column, column + 64):
                    picture.setPixelColor(pixel, line, shade)
        picture.save(str(file))
        with _plain_window(BARE % file.as_uri().encode()) as (window, frames):
            frames.await_next()
            wait(SETTLE_S)
            item = window.contentItem().childItems()[0]

            def pan(turn: float, on: float) -> None:
                item.setX(100 * math.cos(turn + on) - 200)
                item.setY(100 * math.sin(turn + on) - 200)

            return {"pan_ms": frames.during(lambda: handle(pan))}


@contextmanager
def _plain_window(qml: bytes) -> Iterator[tuple[QQuickWindow, Frames]]:
    """A window of this QML, drawn as the exhibit is."""
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtQml import QQmlApplicationEngine
    from PySide6.QtQuick import QQuickWindow

    from kiosk.machine.renderer import choose_renderer
    from kiosk.machine.settings import Renderer

    choose_renderer(Renderer.AUTO)
    app = QGuiApplication(sys.argv[:1])
    engine = QQmlApplicationEngine()
    engine.loadData(qml)
    window = engine.rootObjects()[0]
    assert isinstance(window, QQuickWindow)
    yield window, Frames(window)
    window.close()
    del engine, app
