"""A window at rest: all is in its place, and nothing asks to be drawn again.

To measure where things stand nothing need be painted, so nothing is until it is looked at.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtQuick import QQuickWindow

from kiosk.publish.output import NotDrawn
from kiosk.publish.pictures import MOST_FRAMES
from kiosk.stage.stage import Stage

MAKING_MS = 100
"""Milliseconds that QML makes things in a turn."""


def come_to_rest(window: QQuickWindow, stage: Stage | None = None) -> None:
    """Lays the window out until it stands still, where nothing moves by itself."""
    drawn: list[None] = []

    def count() -> None:
        drawn.append(None)

    window.frameSwapped.connect(count)
    try:
        with unpainted(window):
            for _ in range(MOST_FRAMES):
                before = len(drawn)
                if stage:
                    stage.camera.fly(1.0)
                made = _made(window)
                QCoreApplication.processEvents()
                # It draws what was asked for, and swaps no frame where nothing was.
                QCoreApplication.sendEvent(window, QEvent(QEvent.Type.UpdateRequest))
                flying = stage is not None and stage.camera.flying
                if len(drawn) == before and not (made or flying):
                    return
    finally:
        window.frameSwapped.disconnect(count)
    raise NotDrawn(f"something on the screen still moves after {MOST_FRAMES} frames")


@contextmanager
def unpainted(window: QQuickWindow) -> Iterator[None]:
    """The window while all of it is laid out, but nothing painted: what nobody looks at."""
    window.contentItem().setOpacity(0)
    try:
        yield
    finally:
        window.contentItem().setOpacity(1)


def _made(window: QQuickWindow) -> bool:
    """True if something was made now that QML would have made by and by."""
    maker = window.incubationController()
    if maker is None or not maker.incubatingObjectCount():
        return False
    maker.incubateFor(MAKING_MS)
    return True
