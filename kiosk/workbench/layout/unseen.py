"""An X display that nobody sees, on which OpenGL draws without a GPU."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow, QSGRendererInterface

from kiosk.machine.settings import Renderer
from kiosk.publish.output import OFFSCREEN

PROGRAM = "Xvfb"
"""The X server that draws into memory."""

SIDE_PX = 4096
"""Each way of its screen: the largest glass at the finest ratio has room."""

DRAWN_BY = {
    Renderer.SOFTWARE: OFFSCREEN,
    Renderer.OPENGL: {
        "QT_QPA_PLATFORM": "xcb",
        "QT_QUICK_BACKEND": "",
        "QSG_RHI_BACKEND": "opengl",
        "LIBGL_ALWAYS_SOFTWARE": "1",
    },
}
"""The environment in which Qt draws by a renderer."""


@contextmanager
def unseen_display() -> Iterator[str]:
    """A display on which OpenGL draws, by its name; "" where the machine has none."""
    program = shutil.which(PROGRAM)
    if program is None:
        yield ""
        return
    said, told = os.pipe()
    screen = f"{SIDE_PX}x{SIDE_PX}x24"
    command = (program, "-displayfd", str(told), "-screen", "0", screen, "-nolisten", "tcp")
    server = subprocess.Popen(command, pass_fds=[told], stderr=subprocess.DEVNULL)
    os.close(told)
    try:
        with os.fdopen(said) as answer:
            number = answer.readline().strip()
        display = f":{number}"
        yield display if number and _draws(display) else ""
    finally:
        server.terminate()
        server.wait()


def _draws(display: str) -> bool:
    """True if a window is drawn there by OpenGL; Qt ends a process in which it is not."""
    trying = multiprocessing.get_context("spawn").Process(target=_try, args=(display,))
    trying.start()
    trying.join()
    return trying.exitcode == 0


def _try(display: str) -> None:
    os.environ |= {**DRAWN_BY[Renderer.OPENGL], "DISPLAY": display}
    app = QGuiApplication([])
    window = QQuickWindow()
    window.show()
    QCoreApplication.processEvents()
    drawn = not window.grabWindow().isNull()
    api = window.rendererInterface().graphicsApi()
    del window, app
    os._exit(0 if drawn and api is QSGRendererInterface.GraphicsApi.OpenGL else 1)
