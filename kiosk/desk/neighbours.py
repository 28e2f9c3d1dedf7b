"""Windows on the screens beside the exhibit's: black, or the show that a lobby has."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent, QRasterWindow, QWindow
from PySide6.QtQuick import QQuickWindow

from kiosk.desk.changeover import Changeover
from kiosk.desk.intake import Intake
from kiosk.exhibit.model import Exhibit
from kiosk.machine.settings import OtherScreens, Settings
from kiosk.qt.seating import Screens, screen_under, seat
from kiosk.stage.stage import Stage


class Showing(Protocol):
    """A show in a window of its own."""

    stage: Stage
    window: QQuickWindow
    content: Path

    def change(self, exhibit: Exhibit, content: Path) -> None:
        """Shows an exhibit in place of the one before."""

    def show(self) -> None:
        """Puts the window on its screen."""

    def close(self) -> None:
        """Takes everything down."""


class Neighbour(Protocol):
    """A window beside the exhibit's."""

    def rest(self, dark: bool) -> None:
        """Goes dark with the exhibit, or comes back."""

    def close(self) -> object:
        """Takes the window away."""


def has_room() -> bool:
    """True where windows can lie on screens of their own: cage shows one, all over."""
    return not QGuiApplication.platformName().startswith("wayland")


def shortcoming(settings: Settings) -> str:
    """A line for staff where the other screens can't have what the settings say."""
    wanted = settings.other_screens is OtherScreens.SHOW
    return "other_screens: show needs `display: x11`" if wanted and not has_room() else ""


class Neighbours(QObject):
    """A window on each screen but that of the `window`, as screens come and go.

    A show is made by `show` of the settings of its screen, and takes what the `intake` offers.
    """

    def __init__(
        self,
        window: QWindow,
        settings: Settings,
        show: Callable[[Settings], Showing],
        intake: Intake | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window, self._settings, self._show, self._intake = window, settings, show, intake
        self._dark = False
        self._held: dict[str, Neighbour] = {}
        self._screens = Screens(self)
        self._screens.changed.connect(self._follow, Qt.ConnectionType.QueuedConnection)
        self._screens.removed.connect(self._follow, Qt.ConnectionType.QueuedConnection)
        window.screenChanged.connect(self._follow, Qt.ConnectionType.QueuedConnection)
        self._follow()

    @Slot(bool)
    def rest(self, dark: bool) -> None:
        """Goes dark with the exhibit, or comes back."""
        self._dark = dark
        for neighbour in self._held.values():
            neighbour.rest(dark)

    def close(self) -> None:
        """Takes all windows away."""
        self._screens.close()
        self._window.screenChanged.disconnect(self._follow)
        for neighbour in self._held.values():
            neighbour.close()
        self._held = {}

    @Slot()
    def _follow(self) -> None:
        screens = QGuiApplication.screens() if has_room() else []
        ours = next((s.name() for s in screens if s.name() == self._settings.screen), None)
        under = screen_under(self._window)
        wanted = {screen.name() for screen in screens} - {ours or (under.name() if under else "")}
        for name in self._held.keys() - wanted:
            self._held.pop(name).close()
        for name in sorted(wanted - self._held.keys()):
            self._held[name] = self._made(name)
            self._held[name].rest(self._dark)

    def _made(self, name: str) -> Neighbour:
        if self._settings.other_screens is OtherScreens.BLACK:
            return Black(name)
        other = {"screen": name, "screen_mm": None, "other_screens": OtherScreens.BLACK}
        return Show(self._show(self._settings.model_copy(update=other)), self._intake)


class Black(QRasterWindow):
    """Nothing, all over the screen of a name."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setFlag(Qt.WindowType.FramelessWindowHint)
        self.setCursor(Qt.CursorShape.BlankCursor)
        for screen in QGuiApplication.screens():
            if screen.name() == name:
                seat(self, screen, None)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's hook."""
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), self.height(), Qt.GlobalColor.black)
        painter.end()

    def rest(self, dark: bool) -> None:
        """Stays as it is."""

    def close(self) -> bool:
        """Takes the window away; true."""
        self.destroy()
        return True


class Show(QObject):
    """The show of a lobby, which takes new content as the exhibit does."""

    def __init__(self, showing: Showing, intake: Intake | None) -> None:
        super().__init__()
        self._showing, self._intake = showing, intake
        self._ground = showing.window.color()
        self._changeover = Changeover(showing, showing.content, self)
        if intake:
            intake.offered.connect(self._changeover.offer)
        showing.show()

    def rest(self, dark: bool) -> None:
        """Goes dark with the exhibit, or comes back."""
        window = self._showing.window
        window.contentItem().setOpacity(0 if dark else 1)
        window.setColor(QColor(Qt.GlobalColor.black) if dark else self._ground)

    def close(self) -> None:
        """Takes the show away."""
        if self._intake:
            self._intake.offered.disconnect(self._changeover.offer)
        self._showing.close()
