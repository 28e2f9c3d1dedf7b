"""`kiosk present`: the exhibit as a talk, for an audience and, on a second screen, its speaker."""

from __future__ import annotations

import datetime as dt
import logging
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QSize
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from kiosk.exhibit.model import Exhibit, Talk
from kiosk.machine import folders, whole
from kiosk.machine.glass import Glass
from kiosk.map.ground.basemap import BaseMap
from kiosk.qt.seating import Screens, seat
from kiosk.qt.timing import Timekeeper, Timers
from kiosk.stage.programme import Programme
from kiosk.stage.stage import Stage
from kiosk.stage.window import open_window
from kiosk.talk.bookmark import Left, read_bookmark, remove_bookmark, write_bookmark
from kiosk.talk.clicker import Clicker
from kiosk.talk.deck import Deck
from kiosk.talk.delivery import Act, Delivery
from kiosk.talk.glimpses import Command, GlimpsePictures, Glimpses
from kiosk.talk.prompter import Prompter
from kiosk.talk.seats import Seats, seats
from kiosk.talk.slides import slides_of
from kiosk.talk.vignettes import Shots, Vignettes

log = logging.getLogger(__name__)

SHORTER_MM = 220.0
"""A slide's shorter side counts as so long at arm's length: then reading text is 1/22 of it.

From six heights away, where the last row of a classroom sits, a capital H spans 19 minutes of arc.
"""

ARM_MM = 600.0

SHOT_MS = 120
"""The time after a change, and between two, at which the speaker's small picture is taken."""

SHOTS = 4
"""The pictures that are taken after a change, over which words have come in."""

SHOT_PX = 640

BESIDE = (1120, 700)
"""The size of the speaker's window where it has no screen of its own."""

OVERLOOKED = "there is one screen, or all show the same: the audience sees the notes too"
ALIKE = "all screens show the same, so there are no notes; extend the display to have them"

Now = Callable[[], dt.datetime]


class Shown(Protocol):
    """The kiosk that shows a talk, as far as the talk needs it."""

    stage: Stage
    window: QQuickWindow
    engine: QQmlApplicationEngine

    def close(self) -> None:
        """Takes everything down."""


class Lectern:
    """A talk on a machine with any number of screens, which may come and go.

    `kiosk` shows a programme, in a window of `size` px or else full screen.
    The slides are for a `bright` room until the speaker has it otherwise.
    `screens` are those that there are, for tests. Where the talk stands is kept in the file
    `bookmark`, or nowhere. `glimpses` draw the slides in small for the speaker.
    """

    def __init__(
        self,
        exhibit: Exhibit,
        talk: Talk,
        kiosk: Callable[[Programme], Shown],
        *,
        timers: Timekeeper | None = None,
        size: tuple[int, int] | None = None,
        notes: bool | None = None,
        bright: bool = True,
        bookmark: Path | None = None,
        glimpses: Command | None = None,
        now: Now = dt.datetime.now,
        screens: Callable[[], Sequence[QScreen]] = QGuiApplication.screens,
    ) -> None:
        self._exhibit, self._talk, self._bookmark, self._now = exhibit, talk, bookmark, now
        self._timers, self._size, self._screens = timers or Timers(), size, screens
        self._wanted, self._swapped, self._kept = notes, False, True
        self._due = 0
        self._bright = bright
        self._shots, self._glimpses = Shots(), Glimpses(glimpses)
        views = {view.id: view.bounds for view in exhibit.map.views}
        pictures = {"views": Vignettes(views, self._base), "shots": self._shots}
        pictures["glimpses"] = GlimpsePictures(self._glimpses)
        self.kiosk = kiosk(
            Programme(
                "Present.qml",
                self._listener,
                self._parts,
                pictures,
                _glass,
                unattended=False,
                mouse=False,
            )
        )
        self.stage = self.kiosk.stage
        given = {"stage": self.stage, "deck": self.deck, "prompter": self.prompter}
        self.notes = open_window(self.kiosk.engine, "Notes.qml", given)
        self.notes.installEventFilter(self._clicker)
        self._shooting = self._timers.single(self._shoot)
        self._followed = Screens()
        self._connect()
        self._take_up()

    # ------------------------------------------------------------ what it is made of

    def _parts(self, stage: Stage) -> Mapping[str, QObject]:
        """The programme's parts, made while the kiosk opens."""
        stage.preferences.bright_room = self._bright
        self.delivery = Delivery(slides_of(self._exhibit, self._talk), self._timers, stage)
        self.deck = Deck(self._exhibit, self.delivery, stage, self._glimpses, stage)
        self.prompter = Prompter(self.delivery, stage, self._now, stage)
        return {"deck": self.deck}

    def _listener(self, stage: Stage) -> QObject:
        """The programme's listener, made after its parts."""
        self._clicker = Clicker(self.delivery, stage)
        return self._clicker

    def _base(self) -> BaseMap:
        return self.stage.plates.base

    def _connect(self) -> None:
        for signal in (
            *(self.deck.changed, self.delivery.modeChanged, self.stage.camera.landed),
            *(self.stage.playhead.playingChanged, self.stage.plates.settled),
            self.stage.preferences.toneChanged,
        ):
            signal.connect(self._await_rest)
        self.delivery.asked.connect(self._on_asked)
        self.delivery.moved.connect(self._keep)
        self.delivery.moved.connect(self.stage.film.stop)
        self.stage.preferences.languageChanged.connect(self._keep)
        self.stage.preferences.languageChanged.connect(self._draw_glimpses)
        self._followed.changed.connect(self.show)
        self._followed.removed.connect(self._on_removed)

    def close(self) -> None:
        """Takes everything down."""
        self._followed.close()
        self.delivery.close()
        self._glimpses.close()
        self.notes.removeEventFilter(self._clicker)
        self.notes.destroy()
        del self.notes
        self.kiosk.close()
        self._due = 0
        self._shooting.stop()  # the last moves of the map began it once more

    def end(self) -> None:
        """The talk was ended properly: it is not taken up again."""
        if self._bookmark:
            remove_bookmark(self._bookmark)

    # ------------------------------------------------------------ where it stood

    def _take_up(self) -> None:
        left = read_bookmark(self._bookmark, self._talk.id, self._now()) if self._bookmark else None
        if left:
            self.stage.preferences.chooseLanguage(left.language)
            self.delivery.offer(left.bookmark)

    def _keep(self) -> None:
        if self._bookmark and self.delivery.watch.begun:
            language, at = self.stage.preferences.language, self._now()
            left = Left(self._talk.id, language, at, self.delivery.bookmark)
            try:
                write_bookmark(self._bookmark, left)
            except OSError as error:
                if self._kept:
                    said = "%s: %s; a talk that breaks off starts anew"
                    log.warning(said, self._bookmark, whole.reason(error))
                self._kept = False

    # ------------------------------------------------------------ screens

    def show(self) -> None:
        """Puts the slides on the projector and the notes before the speaker."""
        found = self._seats()
        seat(self.kiosk.window, found.slides, self._size)
        if found.notes is None:
            self.notes.hide()
        else:
            beside = self._size is not None or found.notes is found.slides
            seat(self.notes, found.notes, BESIDE if beside else None)
            self._draw_glimpses()
        self.deck.prompt(found.notes is not None)
        (self.kiosk.window if found.notes is None else self.notes).requestActivate()
        self._await_rest()

    def _draw_glimpses(self) -> None:
        """The slides in small for who sees them: a speaker with notes."""
        if self.notes.isVisible():
            self._glimpses.draw(self.stage.preferences.language)

    @property
    def remark(self) -> str:
        """A warning to the speaker about the screens; empty if all is well."""
        found = self._seats()
        if found.notes is found.slides:
            return OVERLOOKED
        return ALIKE if found.notes is None and len(self._screens()) > 1 else ""

    def _seats(self) -> Seats[QScreen]:
        primary = QGuiApplication.primaryScreen()
        return seats(self._screens(), primary, notes=self._wanted, swapped=self._swapped)

    def _on_removed(self) -> None:
        """Notes that lost their screen, or whose screen the slides need now, close."""
        had = self.notes.isVisible()
        self._wanted = None
        self.show()
        if had and not self.notes.isVisible():
            self.deck.tell_unplugged(True)

    def _on_asked(self, act: str) -> None:
        if act == Act.NOTES:
            self._wanted = not self.notes.isVisible()
            self.show()
        elif act == Act.SWAP:
            self._swapped = not self._swapped
            self.show()
            self.deck.look_again()
        elif act == Act.FILM:
            self.stage.film.asked.emit()

    # ------------------------------------------------------------ the speaker's small picture

    def _await_rest(self) -> None:
        if not self._due:
            self._shooting.start(SHOT_MS)
        self._due = SHOTS

    def _shoot(self) -> None:
        moving = self.stage.playhead.playing or self.stage.camera.flying
        self._due = SHOTS if moving else self._due - 1
        if self._due:
            self._shooting.start(SHOT_MS)
        if not self.notes.isVisible():
            self._due = 0
            self._shooting.stop()
            return
        window = self.kiosk.window
        size = QSize(SHOT_PX, max(1, SHOT_PX * window.height() // max(1, window.width())))
        self._grabbing = window.contentItem().grabToImage(size)
        if self._grabbing:
            self._grabbing.data().ready.connect(self._on_shot)

    def _on_shot(self) -> None:
        self.prompter.show(self._shots.keep(self._grabbing.data().image()))


def _glass(width: int, height: int) -> Glass:
    mm = SHORTER_MM / min(width, height)
    return Glass(width, height, mm * width, mm * height, ARM_MM, shrinks=False)


def run(
    exhibit: Exhibit,
    talk: Talk,
    kiosk: Callable[[Programme], Shown],
    live: Callable[[], int],
    *,
    language: str | None = None,
    notes: bool | None = None,
    bright: bool = True,
    size: tuple[int, int] | None = None,
    glimpses: Command | None = None,
) -> int:
    """Gives the talk while the application does `live`: until its speaker ends it."""
    bookmark = folders.state_folder() / f"{exhibit.exhibit.id}-talk.json"
    lectern = Lectern(
        exhibit,
        talk,
        kiosk,
        size=size,
        notes=notes,
        bright=bright,
        bookmark=bookmark,
        glimpses=glimpses,
    )
    if language:
        lectern.stage.preferences.chooseLanguage(language)
    lectern.delivery.ended.connect(QGuiApplication.quit)
    lectern.show()
    if lectern.remark:
        print(f"kiosk present: {lectern.remark}", file=sys.stderr)
    code = live()
    lectern.end()
    lectern.close()
    return code
