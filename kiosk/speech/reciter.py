"""The reciter: texts said one after the other, each with its caption, and the sound's answers."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.qt.timing import Timekeeper
from kiosk.speech.breaths import Sentence, Speller, same
from kiosk.speech.means import Means
from kiosk.telling.locale import Locale, reading_seconds

MOST_WAITING = 3
"""The texts that wait at the most: of more the oldest is old news."""


@dataclass(frozen=True)
class Utterance:
    """A text as it is said: sentence by sentence, each with its files, None for one missing."""

    text: str
    sentences: tuple[Sentence, ...]
    files: tuple[Sequence[Path | None], ...]


class Reciter(QObject):
    """Says texts, and shows the sentence that is heard.

    What has no file, and all where nothing can be heard, is there as a caption for as long as it
    takes to read it. Nothing is opened or begun before something is to be said. `cause` is the key
    of which all comes; `quiet` it is not heard; `keeps` the last caption stays.

    Signals:
        captionChanged: the sentence that is heard.
        speaksChanged: something is said from now on, or nothing more.
    """

    captionChanged = Signal()
    speaksChanged = Signal()

    def __init__(
        self,
        languages: Sequence[str],
        locale: Locale,
        timers: Timekeeper,
        means: Means,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._languages, self._locale = languages, locale
        self._voicings, self._transcript = means.voicings, means.transcript
        self._sound = means.sound(timers, self) if means.sound else None
        self._next = timers.single(self._on_read)
        self._unread: list[str] = []
        self._waiting: deque[Utterance] = deque()
        self._now: Utterance | None = None
        self._parts: list[int] = []  # the sentence of each file that is heard
        self._last = self._caption = self.cause = ""
        self._paused = self._spoke = self.quiet = self.keeps = False
        if self._sound:
            self._sound.begun.connect(self._on_begun)
            self._sound.went.connect(self._on_went)
            self._sound.ended.connect(self._go_on)
            self._sound.failed.connect(self._on_failed)

    @property
    def caption(self) -> str:
        """The sentence that is said."""
        return self._caption

    @property
    def speaks(self) -> bool:
        """True while something is said, and not held."""
        return self._now is not None and not self._paused

    @property
    def begun(self) -> bool:
        """True while something is said, or held."""
        return self._now is not None

    def ready(self, rate: float, gain: float) -> None:
        """Opens what is needed to speak, in a tempo and a loudness, 1 for as it was recorded."""
        self._voicings.open()
        if self._sound:
            self._sound.tune(rate, gain)

    def say(self, text: str, recording: Path | None = None, language: str = "") -> None:
        """Has a text said once what is under way has been; not the same twice in a row."""
        if not text.strip() or same(text) == self._last:
            return
        self._last = same(text)
        lead = language or self._locale.teller.language
        every = [self._locale.phrases(code) for code in self._languages]
        sentences = tuple(Speller(self._locale.phrases(lead), every).sentences(text))
        if not sentences:
            return
        files = [self._voicings.files(sentence) for sentence in sentences]
        if recording:
            files = [[recording], *([] for _ in sentences[1:])]
        if self._transcript:
            told = " ".join(sentence.text for sentence in sentences)
            self._transcript.note(lead, self.cause, told, [*chain(*files)])
        self._waiting.append(Utterance(text, sentences, tuple(files)))
        while len(self._waiting) > MOST_WAITING:
            self._waiting.popleft()
        if not self._now:
            self._go_on()

    def cue(self, file: Path, east: float, north: float) -> None:
        """Sounds a file beside what is said, from a place, where anything is heard."""
        if self._sound and not self.quiet:
            self._sound.cue(file, east, north)

    def hush(self) -> None:
        """Says nothing more of what is under way or waits."""
        begun, self._now = self.begun, None
        self._waiting.clear()
        self._parts, self._last, self._paused = [], "", False
        self._next.stop()
        if begun and self._sound:
            self._sound.stop()
        if not self.keeps:
            self._show("")
        self._tell()

    def pause(self) -> None:
        """Holds what is said, or goes on with it."""
        self._paused = not self._paused
        if self._parts and self._sound:
            self._sound.pause(self._paused)
        elif self._paused:
            self._next.stop()
        elif self._now:  # the sentence that was being read, once more
            self._unread.insert(0, self._caption)
            self._read_on()
        self._tell()

    def close(self) -> None:
        """Ends all, and lets go of what was opened."""
        self.hush()
        self._voicings.close()
        if self._sound:
            self._sound.close()

    # ------------------------------------------------------------ one after the other

    @Slot()
    def _go_on(self) -> None:
        """Begins the next text, or falls silent."""
        self._next.stop()
        self._now = self._waiting.popleft() if self._waiting else None
        self._parts = []
        if self._now:
            self._begin(self._now)
        else:
            self._last = ""
            if not self.keeps:
                self._show("")
        self._tell()

    def _begin(self, said: Utterance) -> None:
        self._show(said.sentences[0].text)
        heard = [
            (file, number) for number, files in enumerate(said.files) for file in files if file
        ]
        if self._sound and heard and not self.quiet:
            self._parts = [number for _, number in heard]
            self._sound.play([file for file, _ in heard])
        else:
            self._leave_to_read(said)

    def _leave_to_read(self, said: Utterance) -> None:
        """Shows sentence by sentence, each for as long as it takes to read it."""
        self._parts = []
        self._unread = [sentence.text for sentence in said.sentences]
        self._read_on()

    def _read_on(self) -> None:
        text = self._unread.pop(0)
        self._show(text)
        self._next.start(round(reading_seconds(text) * 1000))

    def _on_read(self) -> None:
        if self._unread:
            self._read_on()
        else:
            self._go_on()

    def _show(self, caption: str) -> None:
        if caption != self._caption:
            self._caption = caption
            self.captionChanged.emit()

    def _tell(self) -> None:
        if self.speaks is not self._spoke:
            self._spoke = self.speaks
            self.speaksChanged.emit()

    # ------------------------------------------------------------ the sound's answers

    @Slot(int)
    def _on_begun(self, file: int) -> None:
        if self._now and file < len(self._parts):
            self._show(self._now.sentences[self._parts[file]].text)

    @Slot(float)
    def _on_went(self, share: float) -> None:
        """Follows a recording of several sentences by their lengths."""
        if not self._now or len(self._parts) != 1:
            return
        sentences = self._now.sentences[self._parts[0] :]
        left = share * sum(len(one.text) for one in sentences)
        for sentence in sentences:
            left -= len(sentence.text)
            if left < 0:
                self._show(sentence.text)
                return

    @Slot(str)
    def _on_failed(self, _reason: str) -> None:
        if self._now:
            self._leave_to_read(self._now)
