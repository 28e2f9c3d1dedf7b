"""Windows on their screens: put there, kept all over one, and closed by staff alone."""

from __future__ import annotations

import logging

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QScreen, QWindow

from kiosk.qt.timing import Timekeeper

log = logging.getLogger(__name__)

LOOK_MS = 1000
"""The time after which full screen, asked for, is seen to; each time in vain, twice as long."""

LONGEST_MS = 64_000

ROUNDING_PX = 1
"""A scaled display rounds sizes."""


def seat(window: QWindow, screen: QScreen, size: tuple[int, int] | None) -> None:
    """Puts a window on a screen: all over it, or of a size in its middle."""
    window.setScreen(screen)
    area = screen.geometry()
    if size is None:
        window.setGeometry(area)
        window.showFullScreen()
        return
    if window.visibility() != QWindow.Visibility.Windowed:
        width, height = size
        window.showNormal()
        window.resize(width, height)
        window.setPosition(
            area.x() + max(0, (area.width() - width) // 2),
            area.y() + max(0, (area.height() - height) // 2),
        )


def screen_of(name: str) -> QScreen | None:
    """The screen of a name, else the primary one; None where all are off.

    Qt then has one in their stead, of no size; a compositor ends whoever makes a window so small.
    """
    named = (screen for screen in QGuiApplication.screens() if name and screen.name() == name)
    screen = next(named, None) or QGuiApplication.primaryScreen()
    return None if screen is None or screen.geometry().isEmpty() else screen


def screen_under(window: QWindow) -> QScreen | None:
    """The screen that the exhibit's window stands on; None where all are off.

    A window of PySide6 6.11 that is asked for its `screen()` takes that along when it goes; then
    the next item of QML that looks at its screen ends the process.
    """
    return screen_of(str(window.property("standsOn")))


def lacking(name: str) -> str:
    """A line for staff where no screen has the name; "" where one has, or none is named."""
    names = sorted(screen.name() for screen in QGuiApplication.screens())
    return (
        f"there is no screen {name}; there is {', '.join(names)}"
        if name not in ("", *names)
        else ""
    )


class Screens(QObject):
    """The screens of this machine, which come, go, turn and change their modes.

    Signals:
        changed: one has come, has another geometry, or another is the primary one now.
        removed: one has gone.
    """

    changed = Signal()
    removed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        self._app = app
        for screen in app.screens():
            screen.geometryChanged.connect(self._on_changed)
        app.screenAdded.connect(self._on_added)
        app.screenRemoved.connect(self._on_removed)
        app.primaryScreenChanged.connect(self._on_changed)

    def close(self) -> None:
        """Follows no longer."""
        for screen in self._app.screens():
            screen.geometryChanged.disconnect(self._on_changed)
        self._app.screenAdded.disconnect(self._on_added)
        self._app.screenRemoved.disconnect(self._on_removed)
        self._app.primaryScreenChanged.disconnect(self._on_changed)

    @Slot(QScreen)
    def _on_added(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._on_changed)
        self.changed.emit()

    @Slot()
    def _on_changed(self) -> None:
        self.changed.emit()

    @Slot()
    def _on_removed(self) -> None:
        self.removed.emit()


class FullScreen(QObject):
    """Keeps a window without a frame all over the screen of a `name`, else the primary one.

    Full screen is asked for, seen to, and asked for again: without a window manager nobody else
    follows a screen that changes, and with one a window may be minimised or framed.
    """

    def __init__(
        self, window: QWindow, timers: Timekeeper, name: str = "", parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._window, self._name = window, name
        self._wait_ms = LOOK_MS
        self._look = timers.single(self._see_to)
        self._screens = Screens(self)
        self._screens.changed.connect(self.ask)
        self._screens.removed.connect(self.ask)
        window.setFlag(Qt.WindowType.FramelessWindowHint)
        self._events = (
            *(window.xChanged, window.yChanged, window.widthChanged, window.heightChanged),
            window.visibilityChanged,
        )
        for event in self._events:
            event.connect(self._look_soon)

    @Slot()
    def ask(self) -> None:
        """Puts the window all over the screen."""
        self._wait_ms = LOOK_MS
        self._ask()

    def close(self) -> None:
        """Follows no longer."""
        self._look.stop()
        self._screens.close()
        for event in self._events:
            event.disconnect(self._look_soon)

    def _ask(self) -> None:
        if screen := screen_of(self._name):
            seat(self._window, screen, None)
        self._look.start(self._wait_ms)

    @Slot()
    def _look_soon(self) -> None:
        if not self._look.remaining:
            self._look.start(self._wait_ms)

    @Slot()
    def _see_to(self) -> None:
        screen = screen_of(self._name)
        if screen is None or covers(self._window, screen):
            self._wait_ms = LOOK_MS
            return
        if self._wait_ms == LOOK_MS:
            said = "the window is not all over the screen (%s, not %s); asked for again"
            log.warning(said, _described(self._window), _described(screen))
        self._wait_ms = min(2 * self._wait_ms, LONGEST_MS)
        self._ask()


def covers(window: QWindow, screen: QScreen) -> bool:
    """True if a window is seen, without a frame, all over a screen."""
    if window.visibility() in (QWindow.Visibility.Minimized, QWindow.Visibility.Hidden):
        return False
    area, held = screen.geometry(), window.geometry()
    gaps = [held.width() - area.width(), held.height() - area.height()]
    if not QGuiApplication.platformName().startswith("wayland"):  # which tells no places
        gaps += [held.x() - area.x(), held.y() - area.y()]
    return window.frameMargins().isNull() and all(abs(gap) <= ROUNDING_PX for gap in gaps)


def _described(seen: QWindow | QScreen) -> str:
    area = seen.geometry()
    return f"{area.width()}x{area.height()} at {area.x()},{area.y()}"


class Bolt(QObject):
    """An event filter that refuses each request to close a window, until it is opened."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open = False

    def open(self) -> None:
        """Lets the window be closed from now on."""
        self._open = True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Refuses a request to close the window; True if it did, which swallows the event."""
        if event.type() is not QEvent.Type.Close or self._open:
            return False
        event.ignore()
        return True
