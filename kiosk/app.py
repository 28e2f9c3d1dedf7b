"""The composition: builds everything, runs it, takes it down in order."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Qt, QtMsgType, QUrl, qInstallMessageHandler
from PySide6.QtGui import QCursor, QGuiApplication, QInputDevice
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from kiosk import folders
from kiosk.desk.memory import give_back
from kiosk.desk.tally import read_tally, write_tally
from kiosk.exhibit.model import Exhibit
from kiosk.renderer import choose_renderer
from kiosk.settings import Settings
from kiosk.stage import maptouch, overlay  # noqa: F401  register MapTouch and MapOverlay
from kiosk.stage.basemap import BaseMap
from kiosk.stage.chime import Chime
from kiosk.stage.drawings import DrawingPictures
from kiosk.stage.fonts import add_fonts
from kiosk.stage.icons import IconPictures
from kiosk.stage.marks import MarkPictures
from kiosk.stage.metrics import Screen, measure
from kiosk.stage.stage import Stage
from kiosk.stage.symbols import SymbolPictures
from kiosk.stage.words import every_language
from kiosk.visit.activity import Activity
from kiosk.visit.ballot import Ballot
from kiosk.visit.timing import Timekeeper, Timers

log = logging.getLogger(__name__)

QML = Path(__file__).parent / "stage" / "qml"

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class ScreenFailed(Exception):
    """The window could not be made; our fault, not the content's."""


class Kiosk:
    """One exhibit in one window.

    `timers` and `threaded` are for tests and pictures: time turned by hand, maps painted at once.
    How visitors decided is kept in the file `tally`, or nowhere.
    """

    def __init__(
        self,
        exhibit: Exhibit,
        content: Path,
        settings: Settings,
        *,
        timers: Timekeeper | None = None,
        threaded: bool = True,
        size: tuple[int, int] | None = None,
        tally: Path | None = None,
    ) -> None:
        self.exhibit = exhibit
        self._content = content
        self._settings = settings
        self._size = size
        self.stage = Stage(
            exhibit,
            timers=timers or Timers(),
            words=folders.resources() / "words",
            load_map=lambda: BaseMap(exhibit.map, content),
            glass=self._glass,
            threaded=threaded,
            idle_s=settings.idle_s,
            warning_s=settings.warning_s,
            ballot=_ballot(tally),
        )
        self.stage.plates.warm()
        self.stage.plates.settled.connect(give_back)
        self.window = self._open()
        self._activity = Activity(self.stage.session, self.stage)
        self.window.installEventFilter(self._activity)
        if settings.sound:
            self._chime = Chime(folders.resources() / "sounds" / "still-there.wav", self.stage)
            self.stage.session.warned.connect(self._chime.play)

    def _glass(self, width: int, height: int) -> Screen:
        """The screen's measures; a window stands for a whole screen, drawn smaller."""
        reported = None
        if self._size is None and (screen := QGuiApplication.primaryScreen()) is not None:
            size_mm = screen.physicalSize()
            reported = (size_mm.width(), size_mm.height())
        return measure(
            (width, height),
            said_mm=self._settings.screen_mm,
            reported_mm=reported,
            distance_mm=self._settings.viewing_distance_mm,
            floor_mm=self._settings.floor_mm,
        )

    def _open(self) -> QQuickWindow:
        self._engine = QQmlApplicationEngine()
        self._engine.addImportPath(str(QML))
        sides = self.exhibit.indexed("sides")
        self._pictures = {
            "plates": self.stage.plates.pictures,
            "symbols": SymbolPictures(sides),
            "marks": MarkPictures(),
            "drawings": DrawingPictures(self.exhibit, self._content),
            "icons": IconPictures(folders.resources() / "icons"),
        }
        for name, provider in self._pictures.items():
            self._engine.addImageProvider(name, provider)
        size = QSize(*self._size) if self._size else _screen_size()
        self.stage.resize(size.width(), size.height())
        theme = self._engine.singletonInstance("Kiosk.Controls", "Theme")
        assert isinstance(theme, QObject)
        theme.setProperty("stage", self.stage)
        self._engine.setInitialProperties(
            {"stage": self.stage, "width": size.width(), "height": size.height()}
        )
        self._engine.load(QUrl.fromLocalFile(str(QML / "Kiosk" / "Main.qml")))
        roots = self._engine.rootObjects()
        if not roots or not isinstance(roots[0], QQuickWindow):
            raise ScreenFailed("the window could not be made; the log names the QML file and line")
        return roots[0]

    def show(self) -> None:
        """Puts the window on the screen: full screen, or at the size that was asked for."""
        if self._size:
            self.window.show()
            return
        kinds = {device.type() for device in QInputDevice.devices()}
        if QInputDevice.DeviceType.TouchScreen in kinds:
            self.window.setCursor(QCursor(Qt.CursorShape.BlankCursor))
        self.window.showFullScreen()

    def close(self) -> None:
        """Takes everything down: the picture first, then what it showed."""
        self.stage.close()
        self.window.removeEventFilter(self._activity)
        self.window.close()
        del self.window
        del self._engine
        self.stage.deleteLater()


def _ballot(tally: Path | None) -> Ballot:
    if tally is None:
        return Ballot({}, lambda counts: None)
    return Ballot(read_tally(tally), lambda counts: write_tally(tally, counts))


def _screen_size() -> QSize:
    screen = QGuiApplication.primaryScreen()
    return screen.size() if screen else QSize(1920, 1080)


def application(settings: Settings) -> QGuiApplication:
    """Qt's application object with our fonts, the renderer chosen before it exists."""
    existing = QGuiApplication.instance()
    if isinstance(existing, QGuiApplication):
        return existing
    choose_renderer(settings.renderer)
    qInstallMessageHandler(_log_qt)
    app = QGuiApplication(sys.argv[:1])
    app.setApplicationName("kiosk")
    add_fonts(folders.resources() / "fonts")
    return app


def _log_qt(kind: QtMsgType, context: object, message: str) -> None:
    logging.getLogger("qt").log(_LEVELS[kind], "%s", message)


def run(
    exhibit: Exhibit,
    content: Path,
    settings: Settings,
    size: tuple[int, int] | None = None,
    ready: Callable[[Kiosk], None] | None = None,
) -> int:
    """Shows the exhibit until it is told to quit; `ready` is told when the window is up."""
    app = application(settings)
    tally = folders.state_folder() / f"{exhibit.exhibit.id}-choices.json"
    kiosk = Kiosk(exhibit, content, settings, size=size, tally=tally)
    kiosk.show()
    if ready:
        ready(kiosk)
    code = app.exec()
    kiosk.close()
    return code


def run_closed(settings: Settings, size: tuple[int, int] | None = None) -> int:
    """Shows the quiet "closed for maintenance" screen until it is told to quit."""
    app = application(settings)
    engine, window = closed_window(size)
    if size:
        window.show()
    else:
        window.showFullScreen()
    code = app.exec()
    del window, engine
    return code


def closed_window(size: tuple[int, int] | None = None) -> tuple[QObject, QQuickWindow]:
    """The "closed" screen in every language that we have words for, and what keeps it alive."""
    engine = QQmlApplicationEngine()
    engine.addImportPath(str(QML))
    spoken = every_language(folders.resources() / "words")
    extent = QSize(*size) if size else _screen_size()
    engine.setInitialProperties(
        {
            "titles": [speech.say("closed") for speech in spoken],
            "reasons": [speech.say("closed_why") for speech in spoken],
            "width": extent.width(),
            "height": extent.height(),
        }
    )
    engine.load(QUrl.fromLocalFile(str(QML / "Kiosk" / "Closed.qml")))
    window = engine.rootObjects()[0]
    assert isinstance(window, QQuickWindow)
    return engine, window
