"""The player of the film that a visitor has begun, by a process of its own."""

from __future__ import annotations

import logging
import mmap
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtQml import QmlElement

from kiosk.exhibit.files.captions import CaptionsError, Cue, caption_at, read_captions
from kiosk.exhibit.model import Exhibit
from kiosk.exhibit.reels import reels_of
from kiosk.machine.aside import ANSWER_MS, Aside
from kiosk.media.frames import FilmFrames
from kiosk.qt.property import Property, QmlUncreatable
from kiosk.qt.timing import Timekeeper
from kiosk.telling.locale import Locale
from kiosk.visit.hold import Hold
from kiosk.visit.session import Session

log = logging.getLogger(__name__)

QML_IMPORT_NAME = "Kiosk.Stage"
QML_IMPORT_MAJOR_VERSION = 1

PROJECTOR = (sys.executable, "-m", "kiosk.machine.projector")

MEMORY = Path("/dev/shm")
"""The folder whose files never touch a disk, where there is one."""


@QmlElement
@QmlUncreatable("The stage owns the player.")
class FilmPlayer(QObject):
    """Plays one film at a time, in frames no larger than they are shown; a visit waits for it.

    A film that can't be played is one line in the log, and `failed` until the next begins. Where it
    is to be `quiet`, films that begin are not heard.

    Signals:
        changed: another film, or it plays, stands or has failed.
        moved: another frame, with its time and its caption.
        begun: a film plays from now on, or again.
        asked: whoever shows a film is to play it, or to hold it.
    """

    changed = Signal()
    moved = Signal()
    begun = Signal()
    asked = Signal()

    def __init__(
        self,
        exhibit: Exhibit,
        content: Path,
        session: Session,
        locale: Locale,
        timers: Timekeeper,
        frames: FilmFrames | None = None,
        parent: QObject | None = None,
        command: Sequence[str] = PROJECTOR,
    ) -> None:
        super().__init__(parent)
        self._films = reels_of(exhibit)
        self._content, self._locale = content, locale
        self._hold = Hold(session)
        self._command = command
        self._frames = frames or FilmFrames()
        self._aside = Aside(self)
        self._waiting = timers.single(self._on_no_answer)
        self._screen: mmap.mmap | None = None
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._picture, self._order = "", dict[str, Any]()
        self._cues: Sequence[Cue] = ()
        self._playing = self._failed = self.quiet = False
        self._number = self._at = self._of = 0
        self._aside.answered.connect(self._on_answer)
        self._aside.failed.connect(self._fail)
        session.visitEnded.connect(self.stop)
        locale.changed.connect(self._on_language)

    # ------------------------------------------------------------ as QML reads it

    @Property(str, notify=changed)
    def picture(self) -> str:
        """The key of the film that has begun, such as its picture's id; "" for none."""
        return self._picture

    @Property(bool, notify=changed)
    def playing(self) -> bool:
        """True while it goes on."""
        return self._playing

    @Property(bool, notify=changed)
    def failed(self) -> bool:
        """True if it can't be played here."""
        return self._failed

    @Property(str, notify=moved)
    def frame(self) -> str:
        """The address of its newest frame; "" before the first."""
        return f"image://film/{self._number}" if self._number else ""

    @Property(float, notify=moved)
    def share(self) -> float:
        """The part of it that is over, 0 to 1."""
        return min(1.0, self._at / self._of) if self._of else 0.0

    @Property(str, notify=moved)
    def time(self) -> str:
        """The time that it has played, of how long: 0:12 / 1:05."""
        return f"{_clock(self._at)} / {_clock(self._of)}"

    @Property(str, notify=moved)
    def caption(self) -> str:
        """The words that are heard at the moment."""
        return caption_at(self._cues, self._at)

    # ------------------------------------------------------------ what a visitor does

    @Slot(str, int, int)
    def play(self, picture: str, width: int, height: int) -> None:
        """Begins the film of a picture in so many px, or goes on with it."""
        if picture == self._picture and self._aside.runs and not self._failed:
            self._go_on()
            return
        self.stop()
        film = self._films[picture]
        self._picture = picture
        self._order = {
            "film": str(self._content / film.file_in(self._locale.teller.language)),
            "width": max(1, width),
            "height": max(1, height),
            "sound": not (film.silent or self.quiet),
        }
        self._read_captions()
        self._begin()

    @Slot()
    def pause(self) -> None:
        """Holds the film."""
        self._aside.order(pause=True)
        self._set_playing(False)

    @Slot(float)
    def seek(self, share: float) -> None:
        """Goes to a part of the film, 0 to 1."""
        self._aside.order(seek=round(max(0.0, min(1.0, share)) * self._of))

    @Slot()
    def stop(self) -> None:
        """Lets go of the film."""
        self._waiting.stop()
        self._aside.close()
        self._close_screen()
        self._picture, self._failed = "", False
        self._number = self._at = self._of = 0
        self._frames.show(QImage())
        self._set_playing(False)
        self.moved.emit()

    # ------------------------------------------------------------ the projector

    def _begin(self) -> None:
        self._close_screen()
        self._folder = tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None)
        file = Path(self._folder.name) / "screen"
        file.write_bytes(bytes(self._order["width"] * self._order["height"] * 4))
        with file.open("r+b") as stream:
            self._screen = mmap.mmap(stream.fileno(), 0)
        self._set_playing(True)
        self._waiting.start(ANSWER_MS)
        if self._aside.start((*self._command, str(file))):
            self._aside.order(**self._order)

    def _close_screen(self) -> None:
        if self._screen and self._folder:
            self._screen.close()
            self._folder.cleanup()
        self._screen = self._folder = None

    def _go_on(self) -> None:
        if self._of and self._at >= self._of:
            self.seek(0)
        self._aside.order(go=True)
        self._set_playing(True)

    @Slot(dict)
    def _on_answer(self, answer: dict[str, Any]) -> None:
        if reason := answer.get("broken"):
            self._fail(reason)
        elif "ended" in answer:
            self._at = self._of
            self.moved.emit()
            self._set_playing(False)
        else:
            self._show(**answer)

    def _show(self, frame: int, width: int, height: int, of: int) -> None:
        assert self._screen
        self._waiting.stop()
        shown = memoryview(self._screen)[: width * height * 4]
        image = QImage(shown, width, height, width * 4, QImage.Format.Format_RGB32).copy()
        self._frames.show(image)
        self._number += 1
        self._at, self._of = frame, of
        self._aside.order(seen=True)
        self.moved.emit()

    @Slot()
    def _on_no_answer(self) -> None:
        """Goes without sound; what shows nothing even so has failed."""
        if not self._order["sound"]:
            self._fail("the player does not answer")
            return
        self._order["sound"] = False
        self._begin()

    @Slot(str)
    def _fail(self, reason: str) -> None:
        log.warning("the film %s is not played: %s", self._order["film"], reason)
        self._waiting.stop()
        self._failed = True
        self._aside.close()
        self._set_playing(False)

    # ------------------------------------------------------------ the rest

    @Slot()
    def _on_language(self) -> None:
        """Goes on with captions in the language; a sign language is another film."""
        film = self._films.get(self._picture)
        if film and not isinstance(film.file, str):
            self.stop()
        self._read_captions()

    def _read_captions(self) -> None:
        film = self._films.get(self._picture)
        self._cues = ()
        if film and film.captions:
            file = film.captions.in_(self._locale.teller.language)
            try:
                self._cues = read_captions(self._content / file)
            except CaptionsError as error:
                log.warning("%s: %s", file, error)

    def _set_playing(self, playing: bool) -> None:
        """Says so; a visit lasts as long as its film plays."""
        begins = playing and not self._playing
        self._playing = playing
        self._hold.follow(playing)
        self.changed.emit()
        if begins:
            self.begun.emit()


def _clock(ms: int) -> str:
    minutes, seconds = divmod(ms // 1000, 60)
    return f"{minutes}:{seconds:02}"
