"""The process that plays sounds does as it is ordered, and answers; no sound is made."""

from __future__ import annotations

import io
import json
import sys

import pytest
from PySide6.QtCore import QBuffer, QObject, QUrl, Signal
from PySide6.QtMultimedia import QAudioFormat, QMediaPlayer
from pytestqt.qtbot import QtBot

from kiosk.machine import mouth
from kiosk.machine.mouth import BROKEN, ENDED, RATE, Mouth, placed, samples_of
from kiosk.machine.orders import Orders
from kiosk.speech.cues import Cue
from tests.patience import PATIENCE_MS

LOADED = QMediaPlayer.MediaStatus.LoadedMedia


class Output(QObject):
    """Takes a loudness."""

    def setVolume(self, gain: float) -> None:
        self.gain = gain


class Sink(Output):
    """Takes samples, and makes no sound of them."""

    def __init__(self, format_: QAudioFormat, parent: QObject | None = None) -> None:
        super().__init__(parent)
        assert (format_.channelCount(), format_.sampleRate()) == (2, RATE)
        self.heard = QBuffer(self)

    def start(self) -> QBuffer:
        self.heard.open(QBuffer.OpenModeFlag.WriteOnly)
        return self.heard


class Player(QObject):
    """Plays nothing, and remembers what it was asked for."""

    mediaStatusChanged = Signal(QMediaPlayer.MediaStatus)
    positionChanged = Signal("qint64")  # type: ignore[arg-type]

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.asked: list[str] = []

    def setAudioOutput(self, output: Output) -> None:
        self.output = output

    def setSource(self, source: QUrl) -> None:
        self.asked.append(source.toLocalFile())

    def setPlaybackRate(self, rate: float) -> None:
        self.asked.append(f"rate {rate}")

    def play(self) -> None:
        self.asked.append("play")

    def pause(self) -> None:
        self.asked.append("pause")

    def stop(self) -> None:
        self.asked.append("stop")

    def duration(self) -> int:
        return 4000

    def errorString(self) -> str:
        return "no sound in it"


@pytest.fixture
def player(monkeypatch: pytest.MonkeyPatch) -> tuple[Mouth, Player]:
    monkeypatch.setattr(mouth, "QAudioOutput", Output)
    monkeypatch.setattr(mouth, "QAudioSink", Sink)
    monkeypatch.setattr(mouth, "QMediaPlayer", Player)
    speaking = Mouth()
    found = speaking.findChild(Player)
    assert isinstance(found, Player)
    return speaking, found


def said(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_files_are_played_one_after_the_other(
    player: tuple[Mouth, Player], capsys: pytest.CaptureFixture[str]
) -> None:
    speaking, playing = player
    speaking.obey('{"rate": 1.25, "gain": 0.5, "play": 7, "files": ["/a.opus", "/b.opus"]}')
    assert playing.output.gain == 0.5
    assert playing.asked == ["rate 1.25", "/a.opus", "play"]
    playing.mediaStatusChanged.emit(LOADED)
    playing.positionChanged.emit(1000)  # sooner than a second after it began
    playing.mediaStatusChanged.emit(ENDED)
    playing.mediaStatusChanged.emit(BROKEN)
    assert playing.asked[3:] == ["/b.opus", "play"]
    assert said(capsys) == [
        {"play": 7, "at": 0},
        {"play": 7, "at": 1},
        {"play": 7, "at": 1, "broken": "/b.opus: no sound in it"},
    ]
    speaking.obey('{"play": 8, "files": ["/a.opus"]}')
    playing.mediaStatusChanged.emit(ENDED)
    assert said(capsys) == [{"play": 8, "at": 0}, {"play": 8, "ended": True}]


def test_how_far_it_is_is_told_now_and_then(
    player: tuple[Mouth, Player],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    monkeypatch.setattr(mouth, "EVERY_MS", 0)
    speaking, playing = player
    playing.positionChanged.emit(1000)
    speaking.obey('{"play": 1, "files": ["/a.opus"]}')
    found = said(capsys)

    def told() -> bool:
        playing.positionChanged.emit(1000)
        found.extend(said(capsys))
        return len(found) > 1

    qtbot.waitUntil(told, timeout=PATIENCE_MS)
    assert found == [{"play": 1, "at": 0}, {"play": 1, "share": 0.25}]


def test_a_cue_is_heard_beside_what_plays(
    player: tuple[Mouth, Player],
) -> None:
    speaking, playing = player
    file = str(Cue.STOP.file)
    for order in ({"gain": 0.5}, {"cue": file, "east": 1, "north": 0}):
        speaking.obey(json.dumps(order))
    sink = speaking.findChild(Sink)
    assert isinstance(sink, Sink)
    assert sink.gain == 0.5
    assert bytes(sink.heard.data().data()) == placed(samples_of(Cue.STOP.file), 1, 0)
    assert playing.asked == []


def test_it_pauses_goes_on_and_stops(
    player: tuple[Mouth, Player], capsys: pytest.CaptureFixture[str]
) -> None:
    speaking, playing = player
    for order in ("pause", "go", "stop"):
        speaking.obey(json.dumps({order: True}))
    playing.mediaStatusChanged.emit(ENDED)
    assert playing.asked == ["pause", "play", "stop"]
    assert said(capsys) == []


def test_it_listens_until_nobody_orders(
    player: tuple[Mouth, Player], monkeypatch: pytest.MonkeyPatch
) -> None:
    speaking, playing = player
    orders, ended = Orders(), list[bool]()
    orders.came.connect(speaking.obey)
    orders.ended.connect(lambda: ended.append(True))
    monkeypatch.setattr(sys, "stdin", io.StringIO('{"pause": true}\n{"go": true}\n'))
    orders.listen()
    assert (playing.asked, ended) == (["pause", "play"], [True])
