"""`kiosk preview`: a window beside the editor that follows every save."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtQml import QQmlComponent, QQmlEngine
from PySide6.QtQuick import QQuickWindow

from kiosk import app, closed
from kiosk.app import Kiosk
from kiosk.exhibit.model import Exhibit
from kiosk.exhibit.reader import read_exhibit
from kiosk.exhibit.reading.files import unusable
from kiosk.exhibit.reading.nodes import parse
from kiosk.exhibit.reading.outcome import Reading
from kiosk.exhibit.reading.problem import Problem
from kiosk.machine.lookout import Lookout
from kiosk.machine.mirror import own_folders
from kiosk.machine.settings import Settings
from kiosk.stage.window import QML
from kiosk.visit.preferences import TEXT_SCALES

KEYS = (
    "L language · T text size · C contrast · R reach · M less motion · "
    "O turn the screen · S another screen · A attract show · Esc hide the problems"
)

MOST_LINES = 8
"""The most problems shown over the picture; the terminal and `kiosk check` name all."""

MOST_FILES = 100
"""The number of files remembered as they were read: the others are read anew at each save."""

LATER_MS = 400
"""The time after a save before which nothing begins that would keep its picture waiting."""

INCH_MM = 25.4


@dataclass(frozen=True)
class SimulatedScreen:
    """A museum's screen that the window stands for, drawn smaller."""

    inches: int
    distance_mm: int

    def __str__(self) -> str:
        return f"{self.inches} inch at {self.distance_mm} mm"

    def settings(self, width: int, height: int) -> Settings:
        """The settings of a machine with this screen, as wide to its height as the window."""
        mm_per_px = self.inches * INCH_MM / math.hypot(width, height)
        return Settings(viewing_distance_mm=self.distance_mm, sound=False).model_copy(
            update={"screen_mm": (width * mm_per_px, height * mm_per_px)}  # of any shape
        )


SCREENS = (
    SimulatedScreen(24, 600),
    SimulatedScreen(32, 600),
    SimulatedScreen(43, 750),
    SimulatedScreen(55, 1000),
    SimulatedScreen(75, 1500),
)


class Preview(QObject):
    """One content folder in one window, as good as it is at the moment.

    What has an error is not shown: what was good last stays beneath the problems. Only before
    anything was good, what is sound is shown. The folder itself is read by another process, which
    keeps a mirror of it: that it does not answer is one more problem.

    Signals:
        followed: a save has been read, and what there is to show of it is on its way to the screen.
    """

    followed = Signal()
    _advised = Signal(object, object)

    def __init__(
        self,
        folder: Path,
        size: tuple[int, int],
        language: str | None = None,
        say: Callable[[str], object] = print,
    ) -> None:
        super().__init__()
        self._folder, self._size, self._language, self._say = folder, size, language, say
        self._screen = SCREENS[0]
        self._kiosk: Kiosk | None = None
        self._notes: QObject | None = None
        self._silence: tuple[Problem, ...] = ()
        self._problems: tuple[Problem, ...] = ()
        self._stale = False
        self._saves = 0
        self._parse = lru_cache(maxsize=MOST_FILES)(parse)
        self._aside = ThreadPoolExecutor(1, "check")
        self._advised.connect(self._on_advised)
        self._later = QTimer(self, singleShot=True, interval=LATER_MS)
        self._later.timeout.connect(self._look_closer)
        self._closed: tuple[QQmlEngine, QQuickWindow] | None = None
        self._mirror = next(own_folders())
        self._watch = Lookout(folder, parent=self, mirror=self._mirror)
        self._watch.changed.connect(self.follow)
        self._watch.refused.connect(self._on_refused)
        self._watch.silent.connect(self._on_silence)
        self._watch.answered.connect(self._on_answer)

    @property
    def kiosk(self) -> Kiosk | None:
        """The kiosk that is shown; None before there was anything."""
        return self._kiosk

    @property
    def window(self) -> QQuickWindow:
        """The window that is open."""
        if self._kiosk:
            return self._kiosk.window
        assert self._closed is not None
        return self._closed[1]

    @Slot()
    def follow(self) -> None:
        """Reads the mirror and shows what there is to show; what takes longer is told later."""
        self._saves += 1
        reading = read_exhibit(self._mirror, parse=self._parse)
        sound = not _errors(reading.problems)
        if reading.exhibit and (sound or self._kiosk is None):
            self._show(reading.exhibit)
        self._tell(reading.problems, stale=not sound)
        self._later.start()
        self.followed.emit()

    def close(self) -> None:
        """Takes everything down."""
        self._watch.close()
        self._advised.disconnect(self._on_advised)
        self._later.stop()
        self._aside.shutdown(wait=True, cancel_futures=True)
        if self._notes:
            self.window.removeEventFilter(self)
        self._notes = None
        self._drop_closed()
        if self._kiosk:
            self._kiosk.close()

    # ------------------------------------------------------------ what is shown

    def _show(self, exhibit: Exhibit) -> None:
        if self._kiosk:
            self._kiosk.change(exhibit, self._mirror)
        else:
            self._open(exhibit)
        kiosk = self._kiosk
        assert kiosk is not None
        kiosk.stage.session.hold()
        self.window.removeEventFilter(self)
        self.window.installEventFilter(self)  # the last to come is the first to be asked

    def _open(self, exhibit: Exhibit) -> None:
        settings = self._screen.settings(*self._size)
        self._kiosk = Kiosk(exhibit, self._mirror, settings, size=self._size)
        self._note_on(self._kiosk.engine, self._kiosk.window)
        stage = self._kiosk.stage
        stage.session.touch()
        if self._language:
            stage.preferences.chooseLanguage(self._language)
        self._kiosk.show()
        self._drop_closed()

    def _open_closed(self) -> None:
        self._closed = closed.closed_window(self._size)
        self._note_on(*self._closed)
        self.window.installEventFilter(self)
        self.window.show()

    def _drop_closed(self) -> None:
        if self._closed:
            engine, window = self._closed
            window.close()
            self._closed = None
            del window, engine

    def _note_on(self, engine: QQmlEngine, window: QQuickWindow) -> None:
        file = QUrl.fromLocalFile(str(QML / "Kiosk" / "PreviewNotes.qml"))
        component = QQmlComponent(engine, file)
        self._notes = component.createWithInitialProperties({"parent": window.contentItem()})
        self._notes.setParent(window)

    # ------------------------------------------------------------ what is said

    @Slot()
    def _look_closer(self) -> None:
        """Begins the thorough reading, aside."""
        saves = self._saves
        work = self._aside.submit(read_exhibit, self._mirror, thorough=True)
        work.add_done_callback(lambda done: self._deliver(saves, done))

    def _deliver(self, saves: int, done: Future[Reading]) -> None:
        if not done.cancelled():
            self._advised.emit(saves, done.result())

    @Slot(object, object)
    def _on_advised(self, saves: int, reading: Reading) -> None:
        """Findings of a thorough look are told, unless the folder has changed since."""
        closed = self._notes is None
        if saves == self._saves and not closed:
            self._tell(reading.problems, stale=bool(_errors(reading.problems)))

    @Slot(str)
    def _on_refused(self, why: str) -> None:
        self._saves += 1
        self._tell([unusable(self._folder, why)], stale=True)
        self.followed.emit()

    @Slot()
    def _on_silence(self) -> None:
        self._silence = (unusable(self._folder, "does not answer", "it is waited for"),)
        self._say(str(self._silence[0]))
        self._note()

    @Slot()
    def _on_answer(self) -> None:
        if self._silence:
            self._silence = ()
            self._note()

    def _tell(self, problems: Sequence[Problem], *, stale: bool) -> None:
        for problem in problems:
            if problem not in self._problems:
                self._say(str(problem))
        self._problems, self._stale = tuple(problems), stale
        self._note()

    def _note(self) -> None:
        """Lays what there is to say over the picture."""
        if self._notes is None:
            self._open_closed()
        assert self._notes is not None
        problems = (*self._silence, *_errors(self._problems), *_warnings(self._problems))
        lines = [str(problem) for problem in problems]
        more = len(lines) - MOST_LINES
        shown = lines if more <= 0 else [*lines[:MOST_LINES], f"and {more} more"]
        self._notes.setProperty("stale", self._stale or bool(self._silence))
        self._notes.setProperty("hidden", False)
        self._notes.setProperty("lines", shown)
        self._entitle()

    def _entitle(self) -> None:
        said = [self._folder.name or str(self._folder)]
        if self._kiosk:
            wanted = self._kiosk.stage.preferences
            said += [wanted.language, f"{wanted.textScale} %", str(self._screen)]
        errors = len(_errors((*self._silence, *self._problems)))
        said.append(f"{errors} problem{'' if errors == 1 else 's'}" if errors else "no problems")
        self.window.setTitle(" · ".join(said))

    # ------------------------------------------------------------ keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's hook: True if a key was one of ours."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() == Qt.Key.Key_Escape and self._notes:
            self._notes.setProperty("hidden", True)
            return True
        act = self._acts().get(Qt.Key(event.key()))
        if act is None or event.modifiers():
            return False
        act()
        self._entitle()
        return True

    def _acts(self) -> dict[Qt.Key, Callable[[], object]]:
        if self._kiosk is None:
            return {}
        wanted = self._kiosk.stage.preferences
        return {
            Qt.Key.Key_L: wanted.nextLanguage,
            Qt.Key.Key_T: self._next_text,
            Qt.Key.Key_C: wanted.toggleHighContrast,
            Qt.Key.Key_R: wanted.toggleReachMode,
            Qt.Key.Key_M: wanted.toggleReducedMotion,
            Qt.Key.Key_O: self._turn,
            Qt.Key.Key_S: self._next_screen,
            Qt.Key.Key_A: self._toggle_attract,
        }

    def _next_text(self) -> None:
        assert self._kiosk
        wanted = self._kiosk.stage.preferences
        wanted.setTextScale(_after(TEXT_SCALES, wanted.textScale))

    def _turn(self) -> None:
        width, height = self.window.width(), self.window.height()
        self._simulate(height, width)
        self.window.resize(height, width)

    def _next_screen(self) -> None:
        self._screen = _after(SCREENS, self._screen)
        self._simulate(self.window.width(), self.window.height())

    def _simulate(self, width: int, height: int) -> None:
        assert self._kiosk
        self._kiosk.settle_on(self._screen.settings(width, height))

    def _toggle_attract(self) -> None:
        assert self._kiosk
        session = self._kiosk.stage.session
        if session.state == "attract":
            session.touch()
        else:
            session.leave()


Thing = TypeVar("Thing")


def _after(things: Sequence[Thing], thing: Thing) -> Thing:
    return things[(things.index(thing) + 1) % len(things)]


def _errors(problems: Sequence[Problem]) -> list[Problem]:
    return [problem for problem in problems if problem.severity == "error"]


def _warnings(problems: Sequence[Problem]) -> list[Problem]:
    return [problem for problem in problems if problem.severity == "warning"]


def run(folder: Path, size: tuple[int, int], language: str | None) -> int:
    """Shows the folder until the window is closed."""
    application: QGuiApplication = app.application(Settings())
    print(f"Every save in {folder} shows at once.\n{KEYS}", flush=True)
    preview = Preview(folder, size, language)
    code = application.exec()
    preview.close()
    return code
