"""The display that Qt will open, asked beforehand: Qt ends the process where none answers."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

WAIT_S = 60
"""The time an exhibit waits for a display, which may come up after it."""

LOOK_S = 1

ANSWER_S = 2.0
"""The time an X server may take to answer; one on a host that is gone never does."""

X_PORT = 6000
"""The TCP port of an X server's first display."""


def has_display() -> bool:
    """True if Qt can open a window: beyond Linux taken for granted."""
    if sys.platform != "linux":
        return True
    platform = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0].partition(";")[0]
    if platform.startswith("wayland"):
        return _wayland_answers()
    if platform == "xcb":
        return _x_answers(os.environ.get("DISPLAY", ""))
    return bool(platform) or _wayland_answers() or _x_answers(os.environ.get("DISPLAY", ""))


def await_display(
    seconds: float = WAIT_S,
    *,
    now: Callable[[], float] = time.monotonic,
    sleep: Callable[[float], object] = time.sleep,
) -> bool:
    """Waits for a display; True if one has come within `seconds`."""
    end = now() + seconds
    while not has_display():
        if now() >= end:
            return False
        sleep(LOOK_S)
    return True


def _wayland_answers() -> bool:
    name = os.environ.get("WAYLAND_DISPLAY", "")
    return bool(name) and _listens(Path(os.environ.get("XDG_RUNTIME_DIR", "/"), name))


def _x_answers(display: str) -> bool:
    """True if an X server lets us in within `ANSWER_S`."""
    answers: list[bool] = []
    asking = threading.Thread(target=lambda: answers.append(_x_opens(display)), daemon=True)
    with _silenced():  # the library prints a refusal of its own
        asking.start()
        asking.join(ANSWER_S)
    return answers == [True]


def _x_opens(display: str) -> bool:
    host, _, number = display.rpartition(":")
    number = number.partition(".")[0]
    if not number.isdecimal():
        return False
    if host in ("", "unix"):
        listens = _listens(Path(f"/tmp/.X11-unix/X{number}"))
    else:
        listens = _listens_at(host.partition("/")[2] or host, X_PORT + int(number))
    if not listens:
        return False
    import ctypes

    try:
        x11 = ctypes.CDLL("libX11.so.6")
    except OSError:
        return True
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XCloseDisplay.argtypes = [ctypes.c_void_p]
    connection = x11.XOpenDisplay(display.encode())
    if connection:
        x11.XCloseDisplay(connection)
    return bool(connection)


def _listens(door: Path) -> bool:
    import socket

    try:
        with socket.socket(socket.AF_UNIX) as knocking:
            knocking.connect(str(door))
    except OSError:
        return False
    return True


def _listens_at(host: str, port: int) -> bool:
    import socket

    try:
        with socket.create_connection((host.strip("[]"), port), ANSWER_S):
            return True
    except (OSError, UnicodeError, OverflowError):  # no such host, name or port
        return False


@contextmanager
def _silenced() -> Iterator[None]:
    """Keeps all from the terminal's error stream, what comes from C too."""
    kept, nowhere = os.dup(2), os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)
