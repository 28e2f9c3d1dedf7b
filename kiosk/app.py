"""The composition: builds everything, runs it, takes it down in order."""

from __future__ import annotations

import datetime as dt
import logging
import os
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QSize, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from kiosk.desk import starts
from kiosk.desk.awake import Awake
from kiosk.desk.changeover import Changeover
from kiosk.desk.floor import Floor
from kiosk.desk.intake import Intake
from kiosk.desk.memory import give_back, set_pictures_apart
from kiosk.desk.neighbours import Neighbours, shortcoming
from kiosk.desk.tally import Tally
from kiosk.desk.visits import Visits
from kiosk.exhibit.model import Exhibit, Map
from kiosk.machine import folders
from kiosk.machine.glass import Glass, glass_of
from kiosk.machine.renderer import choose_renderer
from kiosk.machine.settings import Settings
from kiosk.map import overlay, touch  # noqa: F401  register what QML makes
from kiosk.map.ground.basemap import BaseMap, state_of
from kiosk.map.ground.plates import PlatePictures
from kiosk.map.signs.halo import HaloPictures
from kiosk.map.signs.strokes import StrokePictures
from kiosk.map.signs.symbols import SymbolPictures
from kiosk.media.frames import FilmFrames
from kiosk.qt.arrow import Arrow
from kiosk.qt.seating import Bolt, FullScreen, lacking, screen_of
from kiosk.qt.timing import Timekeeper, Timers
from kiosk.speech.means import means_of
from kiosk.stage import colours  # noqa: F401  register what QML makes
from kiosk.stage.chime import Chime
from kiosk.stage.director import Director
from kiosk.stage.foresight import Foresight
from kiosk.stage.images.drawings import DrawingPictures
from kiosk.stage.images.icons import IconPictures
from kiosk.stage.images.qr import QrPictures
from kiosk.stage.programme import Programme
from kiosk.stage.stage import Stage
from kiosk.stage.window import QML, open_window
from kiosk.telling.fonts import add_fonts
from kiosk.telling.wordbook import words
from kiosk.visit.activity import Activity
from kiosk.visit.ballot import Ballot
from kiosk.visit.lobby import Lobby

log = logging.getLogger(__name__)

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def _activity(stage: Stage) -> Activity:
    return Activity(stage.session, stage.keypad, stage)


VISIT = Programme("Main.qml", _activity)
"""The exhibit for visitors."""

LOBBY = Programme("Main.qml", Lobby, lobby=True, mouse=False)
"""The attract show alone."""


class Kiosk:
    """One exhibit in one window, as its programme has it.

    `timers`, `threaded` and `base` are for tests and pictures: time turned by hand, maps painted
    at once, or not at all.
    How visitors decided is kept in the `tally`, or nowhere.
    """

    def __init__(
        self,
        exhibit: Exhibit,
        content: Path,
        settings: Settings,
        programme: Programme = VISIT,
        *,
        timers: Timekeeper | None = None,
        threaded: bool = True,
        size: tuple[int, int] | None = None,
        tally: Tally | None = None,
        base: Callable[[Map, Path], BaseMap] | None = None,
    ) -> None:
        self._settings, self._programme = settings, programme
        self._base = base or BaseMap
        self._timers = timers or Timers()
        self._threaded = threaded
        self._size = size
        self._tally = tally
        self._plates = PlatePictures()
        self._frames = FilmFrames()
        self._drawings = DrawingPictures(exhibit, content)
        self._take(exhibit, content, lambda: self._base(exhibit.map, content))
        self.window = self._open()
        alone = programme.unattended and size is None
        self._heeds, self._quiet = True, False
        self.follow: Callable[[], None] = lambda: None
        self._guard: QObject | None = None
        self._full_screen = (
            FullScreen(self.window, self._timers, settings.screen) if alone else None
        )
        self._bolt = bolted(self.window, self.engine) if alone or programme.lobby else None
        self._arrow = Arrow(self.window, self._timers)
        self._listen()

    def _take(self, exhibit: Exhibit, content: Path, load_map: Callable[[], BaseMap]) -> None:
        self.exhibit, self.content = exhibit, content
        self._ground = state_of(exhibit.map, content)
        self.stage = Stage(
            exhibit,
            timers=self._timers,
            words=folders.resources() / "words",
            load_map=load_map,
            plates=self._plates,
            frames=self._frames,
            glass=self._glass,
            threaded=self._threaded,
            idle_s=self._settings.idle_s,
            warning_s=self._settings.warning_s,
            motion=self._settings.motion,
            keymap=self._settings.keymap,
            ballot=_ballot(self._tally),
            means=means_of(self._settings, content, self._timers),
            lobby=self._programme.lobby,
            stands=self._settings.stands,
        )
        self._director = Director(self.stage)
        self._foresight = Foresight(self.stage, self._timers)
        self._director.failed.connect(_log_failure)
        self._given = {"stage": self.stage, **self._programme.parts(self.stage)}
        self.stage.plates.settled.connect(give_back)
        self.stage.river.painted.connect(give_back)

    def _listen(self) -> None:
        """Tells the stage's session what a visitor does, and the visitor that it will end."""
        self._listener = self._programme.listener(self.stage)
        self._filter()
        self._chime = Chime(folders.resources() / "sounds" / "still-there.wav", self.stage)
        self.set_quiet(self._quiet)
        self.stage.session.warned.connect(self._chime.play)

    def _filter(self) -> None:
        """Asks the filters of the window's events in their order: the last is the first asked."""
        if self._heeds:
            self.window.installEventFilter(self._listener)
        if self._programme.mouse:
            self.window.installEventFilter(self._arrow)
        if self._guard:
            self.window.installEventFilter(self._guard)

    def guard_by(self, guard: QObject) -> None:
        """Has a filter asked before all others."""
        self._guard = guard
        self._filter()

    def heed(self, visitors: bool) -> None:
        """Hears visitors, or ends their visit and hears them no more."""
        self._heeds = visitors
        if not visitors:
            self.stage.session.leave()
            self.window.removeEventFilter(self._listener)
        self._filter()

    def set_quiet(self, quiet: bool) -> None:
        """Makes no sound, or sound again where the settings have it."""
        self._quiet = quiet
        self._chime.muted = quiet or not self._settings.sound
        self.stage.speech.set_quiet(quiet)
        self.stage.film.quiet = quiet or not self._settings.sound

    @property
    def px_per_mm(self) -> float:
        """The physical scale of the screen."""
        return float(self.stage.pxPerMm)

    def change(self, exhibit: Exhibit, content: Path) -> None:
        """Shows an exhibit in place of the one before; a visit goes on where it is."""
        before, stage, foresight = self._director, self.stage, self._foresight
        same_ground = self._ground == state_of(exhibit.map, content)
        self.window.removeEventFilter(self._listener)
        self._take(
            exhibit,
            content,
            lambda: stage.plates.base if same_ground else self._base(exhibit.map, content),
        )
        self._drawings.show(exhibit, content)
        self.stage.resize(self.window.width(), self.window.height())
        self._director.go_on_from(before, same_ground=same_ground)
        foresight.close()
        stage.close()
        self._theme().setProperty("stage", self.stage)
        for name, thing in self._given.items():
            self.window.setProperty(name, thing)
        self._listen()
        self.follow()
        stage.deleteLater()

    def _glass(self, width: int, height: int) -> Glass:
        """The screen's measures; a window stands for a whole screen, drawn smaller."""
        if self._programme.glass:
            return self._programme.glass(width, height)
        reported = None
        if self._size is None and (screen := screen_of(self._settings.screen)) is not None:
            size_mm = screen.physicalSize()
            reported = (size_mm.width(), size_mm.height())
        return glass_of(self._settings, (width, height), reported)

    def _open(self) -> QQuickWindow:
        self.engine = QQmlApplicationEngine()
        self.engine.addImportPath(str(QML))
        self._pictures = {
            "plates": self._plates,
            "symbols": SymbolPictures(),
            "marks": StrokePictures(),
            "halo": HaloPictures(),
            "drawings": self._drawings,
            "film": self._frames,
            "icons": IconPictures(folders.resources() / "icons"),
            "qr": QrPictures(),
            **self._programme.pictures,
        }
        for name, provider in self._pictures.items():
            self.engine.addImageProvider(name, provider)
        size = QSize(*self._size) if self._size else screen_size(self._settings.screen)
        self.stage.plates.warm()
        self.stage.resize(size.width(), size.height())
        self._theme().setProperty("stage", self.stage)
        given = self._given | {"width": size.width(), "height": size.height()}
        return open_window(self.engine, self._programme.root, given)

    def settle_on(self, settings: Settings) -> None:
        """Takes another machine's screen and distance."""
        self._settings = settings
        self.stage.resize(self.window.width(), self.window.height())

    def _theme(self) -> QObject:
        theme = self.engine.singletonInstance("Kiosk.Controls", "Theme")
        assert isinstance(theme, QObject)
        return theme

    def show(self) -> None:
        """Puts the window on the screen: full screen, or at the size that was asked for."""
        self._arrow.hide()
        glass = self._glass(self.window.width(), self.window.height())
        for said in filter(None, (glass.shortfall, glass.out_of_reach)):
            log.info(said)
        if self._full_screen is None:
            self.window.show()
            return
        self._full_screen.ask()

    def close(self) -> None:
        """Takes everything down: the picture first, then what it showed."""
        self._foresight.close()
        self.stage.close()
        self._arrow.close()
        self.window.removeEventFilter(self._listener)
        if self._full_screen:
            self._full_screen.close()
        if self._bolt:
            self._bolt.open()
        self.window.close()
        del self.window
        del self.engine
        self.stage.deleteLater()


def _log_failure(where: str, error: Exception) -> None:
    log.error("%s can't be shown", where, exc_info=error)


def _ballot(tally: Tally | None) -> Ballot:
    return Ballot(tally.counts, tally.write) if tally else Ballot({}, lambda counts: None)


def bolted(window: QQuickWindow, engine: QQmlApplicationEngine) -> Bolt:
    """A bolt on a window, opened by the staff's way out alone: there its QML calls `Qt.quit()`."""
    bolt = Bolt(window)
    window.installEventFilter(bolt)
    engine.quit.connect(bolt.open)  # Qt's own connection to it is queued, so it comes after
    return bolt


def screen_size(name: str = "") -> QSize:
    """The size in px of the screen of a name, else of the primary one."""
    screen = screen_of(name)
    return screen.size() if screen else QSize(1920, 1080)


def application(settings: Settings, *, bare: bool = False) -> QGuiApplication:
    """Qt's application object with our fonts, the renderer chosen before it exists.

    With `bare`, no window gets a title bar from Qt where the Wayland compositor draws none.
    """
    existing = QGuiApplication.instance()
    if isinstance(existing, QGuiApplication):
        return existing
    if bare:
        os.environ["QT_WAYLAND_DISABLE_WINDOWDECORATION"] = "1"
    set_pictures_apart()
    choose_renderer(settings.renderer)
    qInstallMessageHandler(_log_qt)
    app = QGuiApplication(sys.argv[:1])
    app.setApplicationName("kiosk")
    add_fonts(folders.resources() / "fonts")
    return app


def _log_qt(kind: QtMsgType, context: object, message: str) -> None:
    logging.getLogger("qt").log(_LEVELS[kind], "%s", message)


def live() -> int:
    """Does what is due until the application is told to quit, the screen awake; the exit code."""
    platform = QGuiApplication.platformName()
    awake = Awake() if platform == "xcb" or "wayland" in platform else None
    code = QGuiApplication.exec()
    if awake:
        awake.close()
    return code


def run(
    exhibit: Exhibit,
    content: Path,
    settings: Settings,
    *,
    size: tuple[int, int] | None = None,
    ready: Callable[[Kiosk], None] | None = None,
    intake: Intake | None = None,
    lobby: bool = False,
    trouble: str = "",
) -> int:
    """Shows the exhibit until it is told to quit, and what the `intake` offers meanwhile.

    `ready` is told when the window is up, staff of any `trouble`.
    """
    application(settings, bare=size is None)
    kept, known = folders.state_folder(), exhibit.exhibit
    tally = Tally(kept / f"{known.id}-choices.db", kept / f"{known.id}-choices.json")
    programme = LOBBY if lobby else VISIT
    starts.begin()
    kiosk = Kiosk(exhibit, content, settings, programme, size=size, tally=tally)
    counts = settings.statistics and not lobby
    visits = Visits(kept / f"{known.id}-visits.db", dt.date.today()) if counts else None
    spoken = [words(folders.resources() / "words", code, exhibit) for code in known.languages]
    said = (trouble, *((lacking(settings.screen), shortcoming(settings)) if size is None else ()))
    floor = Floor(
        kiosk,
        settings,
        Timers(),
        spoken,
        intake,
        content=content,
        trouble="; ".join(filter(None, said)),
        unattended=size is None,
        visits=visits,
    )

    def show(others: Settings) -> Kiosk:
        return Kiosk(kiosk.exhibit, kiosk.content, others, LOBBY)

    neighbours = Neighbours(kiosk.window, settings, show, intake) if size is None else None
    if neighbours:
        floor.darkened.connect(neighbours.rest)
    kiosk.show()
    floor.open()
    if ready:
        ready(kiosk)
    if intake:
        changeover = Changeover(kiosk, content, intake)
        intake.offered.connect(changeover.offer)
    code = live()
    floor.close()
    if neighbours:
        neighbours.close()
    if intake:
        intake.close()
    kiosk.close()
    tally.close()
    return code
