"""The screen kept awake while something is shown, by a process that ends with the exhibit.

`python -m kiosk.desk.awake` holds the X server's screen saver and power saving, and the session's
idle blanking, until its input ends; then it gives back what it found. Whatever hangs or dies in it,
the exhibit goes on.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QProcess

COMMAND = (sys.executable, "-m", "kiosk.desk.awake")

END_MS = 3000
"""The time within which the process gives back what it holds."""

Release = Callable[[], None]


class Awake(QObject):
    """The process, from now until it is closed."""

    def __init__(
        self,
        command: Sequence[str] = COMMAND,
        parent: QObject | None = None,
        *,
        end_ms: int = END_MS,
    ) -> None:
        super().__init__(parent)
        self._end_ms = end_ms
        self._process = QProcess(self)
        self._process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        self._process.start(command[0], command[1:])

    def close(self) -> None:
        """Lets the screen sleep again."""
        self._process.closeWriteChannel()
        if not self._process.waitForFinished(self._end_ms):
            self._process.kill()
            self._process.waitForFinished(self._end_ms)


def hold_x(x11: Any, xext: Any) -> Release:
    """Stops the X server's screen saver and power saving; what is given restores both."""
    x11.XOpenDisplay.restype = ctypes.c_void_p
    display = ctypes.c_void_p(x11.XOpenDisplay(None))
    if not display:
        return lambda: None
    found = [ctypes.c_int() for _ in range(4)]  # timeout, interval, blanking, exposures
    x11.XGetScreenSaver(display, *map(ctypes.byref, found))
    _, *others = (each.value for each in found)
    x11.XSetScreenSaver(display, 0, *others)
    event, error, level, saving = (
        ctypes.c_int(),
        ctypes.c_int(),
        ctypes.c_ushort(),
        ctypes.c_ubyte(),
    )
    if xext.DPMSQueryExtension(display, ctypes.byref(event), ctypes.byref(error)):
        xext.DPMSInfo(display, ctypes.byref(level), ctypes.byref(saving))
    if saving.value:
        xext.DPMSDisable(display)
    x11.XSync(display, 0)

    def release() -> None:
        x11.XSetScreenSaver(display, *(each.value for each in found))
        if saving.value:
            xext.DPMSEnable(display)
        x11.XSync(display, 0)

    return release


def has_server(surroundings: Mapping[str, str]) -> bool:
    """True if an X server has the screens; under Wayland one would be started to be asked."""
    return bool(surroundings.get("DISPLAY")) and not surroundings.get("WAYLAND_DISPLAY")


def _hold_server() -> Release:
    if not has_server(os.environ):
        return lambda: None
    return hold_x(ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXext.so.6"))


def _hold_session() -> Release:
    """Asks the session not to blank; it forgets that with our connection to it."""
    own = Path(os.environ.get("XDG_RUNTIME_DIR", "/"), "bus")
    if not (os.environ.get("DBUS_SESSION_BUS_ADDRESS") or own.is_socket()):
        return lambda: None
    from PySide6.QtCore import QCoreApplication
    from PySide6.QtDBus import QDBusConnection, QDBusMessage

    app = QCoreApplication([])
    bus = QDBusConnection.sessionBus()
    saver = "org.freedesktop.ScreenSaver"
    call = QDBusMessage.createMethodCall(saver, "/org/freedesktop/ScreenSaver", saver, "Inhibit")
    call.setArguments(["kiosk", "an exhibit is shown"])
    bus.call(call)
    return lambda: app.shutdown()


def main() -> None:
    """Holds what can be held until the input ends."""
    for ending in (signal.SIGTERM, signal.SIGINT):
        signal.signal(ending, signal.SIG_IGN)  # a service stops all at once; we go last
    held = []
    for hold in (_hold_server, _hold_session):
        try:
            held.append(hold())
        except (OSError, ImportError, AttributeError) as error:
            print(f"warning: the screen may go to sleep: {error}", file=sys.stderr)
    sys.stdin.buffer.read()
    for release in held:
        release()


if __name__ == "__main__":
    main()
