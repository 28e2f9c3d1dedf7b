"""Texts said one after the other, where some of it can't be heard."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from kiosk.exhibit.model import Exhibit
from kiosk.machine import folders
from kiosk.speech.means import Means
from kiosk.speech.reciter import Reciter
from kiosk.speech.voicings import INDEX, Voicings
from kiosk.telling.locale import Locale, reading_seconds
from tests.qt.fake_time import FakeTime

FIRST, SECOND, THIRD = "One came.", "Two went.", "Three stood."
TEXT = f"{FIRST} {SECOND} {THIRD}"


class Loudspeaker(QObject):
    """A sound that plays what a test lets it play."""

    begun, went, lost = Signal(int), Signal(float), Signal(int)
    ended, failed = Signal(), Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[list[str]] = []

    def play(self, files: Sequence[Path]) -> None:
        self.asked.append([file.name for file in files])

    def tune(self, rate: float, gain: float) -> None:
        pass


@pytest.fixture
def time() -> FakeTime:
    return FakeTime()


@pytest.fixture
def sound() -> Loudspeaker:
    return Loudspeaker()


def reciter(
    exhibit: Exhibit, time: FakeTime, sound: Loudspeaker, folder: Path, *said: str
) -> Reciter:
    """One with files for some sentences."""
    index = {text.rstrip(".").casefold(): f"{text[:3]}.opus" for text in said}
    (folder / INDEX).write_text(json.dumps({"en": index}))
    locale = Locale(exhibit, folders.resources() / "words", "en")
    means = Means(voicings=Voicings(folder), sound=lambda _timers, _parent: sound)  # type: ignore[arg-type, return-value]
    made = Reciter(["en"], locale, time, means)
    made.ready(1.0, 1.0)
    return made


def read(time: FakeTime, text: str) -> None:
    time.advance(round(reading_seconds(text) * 1000))


def test_a_sentence_without_a_file_is_left_to_be_read_and_the_rest_heard(
    qapp: QGuiApplication, small: Exhibit, time: FakeTime, sound: Loudspeaker, tmp_path: Path
) -> None:
    says, lacked = reciter(small, time, sound, tmp_path, FIRST, THIRD), list[str]()
    says.lacked.connect(lambda: lacked.append(says.caption))
    says.say(TEXT)
    assert (sound.asked, says.caption) == ([["One.opus"]], FIRST)
    sound.ended.emit()
    assert (says.caption, lacked, says.speaks) == (SECOND, [SECOND], True)
    read(time, SECOND)
    assert (sound.asked, says.caption) == ([["One.opus"], ["Thr.opus"]], THIRD)
    sound.ended.emit()
    assert not says.speaks


def test_a_sentence_whose_file_is_broken_is_left_to_be_read_and_the_rest_heard(
    qapp: QGuiApplication, small: Exhibit, time: FakeTime, sound: Loudspeaker, tmp_path: Path
) -> None:
    says, lacked = reciter(small, time, sound, tmp_path, FIRST, SECOND, THIRD), list[str]()
    says.lacked.connect(lambda: lacked.append(says.caption))
    says.say(TEXT)
    assert sound.asked == [["One.opus", "Two.opus", "Thr.opus"]]
    sound.begun.emit(1)
    sound.lost.emit(1)
    assert (says.caption, lacked, says.speaks) == (SECOND, [SECOND], True)
    says.pause()
    read(time, SECOND)
    assert says.caption == SECOND
    says.pause()
    read(time, SECOND)
    assert (sound.asked[1:], says.caption) == ([["Thr.opus"]], THIRD)


def test_where_nothing_is_heard_all_is_left_to_be_read(
    qapp: QGuiApplication, small: Exhibit, time: FakeTime, sound: Loudspeaker, tmp_path: Path
) -> None:
    says = reciter(small, time, sound, tmp_path, FIRST, SECOND, THIRD)
    says.say(TEXT)
    sound.failed.emit("there is no device for sound")
    for text in (FIRST, SECOND, THIRD):
        assert says.caption == text
        read(time, text)
    assert not says.speaks
    assert len(sound.asked) == 1


def test_a_recording_says_all_and_what_is_broken_of_it_is_read(
    qapp: QGuiApplication, small: Exhibit, time: FakeTime, sound: Loudspeaker, tmp_path: Path
) -> None:
    says = reciter(small, time, sound, tmp_path)
    says.say(TEXT, tmp_path / "told.opus")
    assert sound.asked == [["told.opus"]]
    sound.went.emit(0.99)
    assert says.caption == THIRD
    sound.lost.emit(0)
    for text in (FIRST, SECOND, THIRD):
        assert says.caption == text
        read(time, text)
    assert not says.speaks
