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
from kiosk.speech.sound import Sound
from kiosk.telling.locale import Locale, reading_seconds

MOST_WAITING = 3
"""The texts that wait at the most: of more the oldest is old news."""


@dataclass(frozen=True)
class Utterance:
    """A text as it is said: sentence by sentence, each with its files, None for one missing."""

    text: str
    sentences: tuple[Sentence, ...]
    files: tuple[Sequence[Path | None], ...]

    def is_heard(self, number: int) -> bool:
        """True if a sentence has a file."""
        return any(self.files[number])

    def run_from(self, number: int) -> int:
        """The end of those heard together; what a recording says has no file of its own."""
        last = number + 1
        while last < len(self.files) and (self.is_heard(last) or not self.files[last]):
            last += 1
        return last


class Reciter(QObject):
    """Says texts, and shows the sentence that is heard.

    What has no file, and all where nothing can be heard, is there as a caption for as long as it
    takes to read it. Nothing is opened or begun before something is to be said. `cause` is the key
    of which all comes; `quiet` it is not heard; `keeps` the last caption stays.

    Signals:
        captionChanged: the sentence that is heard.
        speaksChanged: something is said from now on, or nothing more.
        lacked: a sentence has no file that can be played, where others are heard.
    """

    captionChanged = Signal()
    speaksChanged = Signal()
    lacked = Signal()

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
        self._next = timers.single(self._say_on)
        self._waiting: deque[Utterance] = deque()
        self._now: Utterance | None = None
        self._parts: list[int] = []  # the sentence of each file that is heard
        self._at = 0  # the first sentence that is still to be said
        self._deaf = False  # nothing of what is said now can be heard
        self._last = self._caption = self.cause = ""
        self._paused = self._spoke = self.quiet = self.keeps = False
        if self._sound:
            self._sound.begun.connect(self._on_begun)
            self._sound.went.connect(self._on_went)
            self._sound.ended.connect(self._say_on)
            self._sound.lost.connect(self._on_lost)
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
            self._read(self._at - 1)
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
        self._parts, self._at, self._deaf = [], 0, False
        if self._now:
            self._say_on()
        else:
            self._last = ""
            if not self.keeps:
                self._show("")
        self._tell()

    @Slot()
    def _say_on(self) -> None:
        """Has the next sentences heard; one without a file is left to be read."""
        said, at = self._now, self._at
        if said is None or at == len(said.sentences):
            self._go_on()
        elif not self._sound or self._deaf or self.quiet:
            self._read(at)
        elif said.is_heard(at):
            self._hear(said, self._sound)
        else:
            self._read(at)
            self.lacked.emit()

    def _hear(self, said: Utterance, sound: Sound) -> None:
        first, self._at = self._at, said.run_from(self._at)
        heard = [(file, n) for n in range(first, self._at) for file in said.files[n] if file]
        self._parts = [number for _, number in heard]
        self._show(said.sentences[first].text)
        sound.play([file for file, _ in heard])

    def _read(self, number: int) -> None:
        """Shows a sentence for as long as it takes to read it."""
        if self._now:
            text = self._now.sentences[number].text
            self._parts, self._at = [], number + 1
            self._show(text)
            self._next.start(round(reading_seconds(text) * 1000))

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

    @Slot(int)
    def _on_lost(self, file: int) -> None:
        """Leaves the sentence to be read whose file can't be played, and goes on after it."""
        if self._now and file < len(self._parts):
            self._read(self._parts[file])
            self.lacked.emit()

    @Slot(str)
    def _on_failed(self, _reason: str) -> None:
        """Leaves all of it to be read."""
        self._deaf = True
        self._read(0)
