"""The exhibit's own word of how it is, in a file that `kiosk doctor` reads."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication, QInputDevice, QOpenGLContext
from PySide6.QtQuick import QQuickWindow, QSGRendererInterface

from kiosk.machine import folders, whole
from kiosk.machine.glass import glass_of, is_sensible
from kiosk.machine.settings import Settings
from kiosk.qt.seating import covers, screen_under
from kiosk.qt.timing import Timekeeper

EVERY_MS = 60_000

GL_RENDERER = 0x1F01
"""OpenGL's name for the question who draws."""


class Health(QObject):
    """Writes how a window and its exhibit are, from the first picture on, each minute anew.

    What others know is told it by `note`.
    """

    def __init__(
        self,
        window: QQuickWindow,
        timers: Timekeeper,
        settings: Settings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window, self._settings = window, settings
        self._again = timers.single(self.write)
        self._told: dict[str, Any] = {}
        self._drawn_by = ""
        window.beforeRendering.connect(self._ask_who_draws)

    @property
    def file(self) -> Path:
        """The file that is written."""
        return folders.state_folder() / "health.json"

    def note(self, **told: Any) -> None:
        """Takes what others know, such as `refused` or `off`, and tells it at once."""
        if any(self._told.get(key) != value for key, value in told.items()):
            self._told |= told
            if self._again.remaining:
                self.write()

    @Slot()
    def write(self) -> None:
        """Writes it now."""
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            whole.write(self.file, json.dumps(self._found(), ensure_ascii=False))
        except OSError:
            pass  # the log says already that the disk takes nothing
        self._again.start(EVERY_MS)

    def close(self) -> None:
        """Writes no longer."""
        self._again.stop()

    def _found(self) -> dict[str, Any]:
        measured = self._settings.screen_mm
        return {
            "written": time.time(),
            "platform": QGuiApplication.platformName(),
            "renderer": self._who_draws(),
            "measured": "{:g}x{:g}".format(*measured) if measured else "",
            "touch": touch_screens(),
            **self._seen(),
            **self._told,
        }

    def _seen(self) -> dict[str, Any]:
        """The screen; nothing of one while all are off."""
        screen = screen_under(self._window)
        if screen is None:
            return {}
        size, measures = screen.size(), screen.physicalSize()
        across, up = measures.width(), measures.height()
        return {
            "screen": {
                "name": screen.name(),
                "px": [size.width(), size.height()],
                "mm": [across, up],
                "hz": screen.refreshRate(),
                "screens": len(QGuiApplication.screens()),
                "sensible": is_sensible(size.width(), size.height(), across, up),
            },
            "reach": glass_of(self._settings, size.toTuple(), (across, up)).out_of_reach,
            "covers": covers(self._window, screen),
        }

    @Slot()
    def _ask_who_draws(self) -> None:
        """Asks OpenGL once, at the only moment when it answers: while it draws."""
        self._window.beforeRendering.disconnect(self._ask_who_draws)
        if context := QOpenGLContext.currentContext():
            self._drawn_by = str(context.functions().glGetString(GL_RENDERER))

    def _who_draws(self) -> str:
        api = self._window.rendererInterface().graphicsApi()
        if api is QSGRendererInterface.GraphicsApi.Software:
            return "Qt's own, in software"
        return self._drawn_by or api.name


def touch_screens() -> list[str]:
    """The names of the touch screens that Qt hears."""
    screen = QInputDevice.DeviceType.TouchScreen
    return [device.name() for device in QInputDevice.devices() if device.type() is screen]
