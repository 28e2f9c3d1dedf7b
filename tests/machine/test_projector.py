"""The process that plays films, with real ones: frames in the file, answers on standard output."""

from __future__ import annotations

import json
import mmap
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QColor, QImage
from PySide6.QtMultimedia import QMediaPlayer, QVideoFrame
from pytestqt.qtbot import QtBot

from kiosk.machine import projector as projecting
from kiosk.machine.aside import Aside
from kiosk.machine.mouth import BROKEN, ENDED
from kiosk.machine.projector import Projector
from tests.patience import PATIENCE_MS

FILMS = Path(__file__).parents[1] / "media"
WIDTH, HEIGHT = 64, 64

Answers = list[dict[str, Any]]


@pytest.fixture
def projector(tmp_path: Path) -> Iterator[tuple[Aside, Answers, mmap.mmap]]:
    file = tmp_path / "screen"
    file.write_bytes(bytes(WIDTH * HEIGHT * 4))
    aside, answers = Aside(), list[dict[str, Any]]()
    aside.answered.connect(answers.append)
    assert aside.start((sys.executable, "-m", "kiosk.machine.projector", str(file)))
    with file.open("r+b") as stream, mmap.mmap(stream.fileno(), 0) as screen:
        yield aside, answers, screen
    aside.close()


def colour(screen: mmap.mmap, answer: dict[str, Any]) -> str:
    width, height = answer["width"], answer["height"]
    image = QImage(screen[:], width, height, width * 4, QImage.Format.Format_RGB32)
    middle = image.pixelColor(width // 2, height // 2)
    return "red" if middle.red() > 200 else "blue" if middle.blue() > 200 else "neither"


@pytest.mark.parametrize("film", ["red-blue.mp4", "red-blue.webm"])
def test_a_film_plays_to_its_end(
    projector: tuple[Aside, Answers, mmap.mmap], film: str, qtbot: QtBot
) -> None:
    aside, answers, screen = projector
    seen: list[str] = []

    def look(answer: dict[str, Any]) -> None:
        if "frame" in answer:
            seen.append(colour(screen, answer))
            aside.order(seen=True)

    aside.answered.connect(look)
    aside.order(film=str(FILMS / film), width=WIDTH, height=HEIGHT, sound=False)
    qtbot.waitUntil(lambda: bool(answers) and "ended" in answers[-1], timeout=PATIENCE_MS)
    frames = [answer for answer in answers if "frame" in answer]
    assert {(one["width"], one["height"]) for one in frames} == {(64, 36)}
    assert [one["frame"] for one in frames] == sorted(one["frame"] for one in frames)
    assert (seen[0], seen[-1]) == ("red", "blue")
    assert 1000 <= frames[-1]["of"] <= 1400


def test_no_frame_comes_before_the_last_was_seen(
    projector: tuple[Aside, Answers, mmap.mmap], qtbot: QtBot
) -> None:
    aside, answers, _ = projector
    aside.order(film=str(FILMS / "red-blue.mp4"), width=WIDTH, height=HEIGHT, sound=False)
    qtbot.waitUntil(lambda: bool(answers) and "ended" in answers[-1], timeout=PATIENCE_MS)
    assert ["frame" in answer for answer in answers] == [True, False]


@pytest.mark.parametrize("data", [b"", b"\0\0\0\x20ftypisom", None])
def test_what_holds_no_film_is_told(
    projector: tuple[Aside, Answers, mmap.mmap], tmp_path: Path, data: bytes | None, qtbot: QtBot
) -> None:
    aside, answers, _ = projector
    film = tmp_path / "film.mp4"
    if data is not None:
        film.write_bytes(data)
    aside.order(film=str(film), width=WIDTH, height=HEIGHT, sound=False)
    qtbot.waitUntil(lambda: bool(answers), timeout=PATIENCE_MS)
    assert answers[0]["broken"]


class Player(QObject):
    """Plays nothing, and remembers what it was asked for."""

    MediaStatus = QMediaPlayer.MediaStatus
    mediaStatusChanged = Signal(QMediaPlayer.MediaStatus)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.asked: list[str] = []

    def setVideoSink(self, sink: QObject) -> None:
        self.sink = sink

    def setSource(self, source: QUrl) -> None:
        self.asked.append(f"film {source.toLocalFile()}")

    def setPosition(self, ms: int) -> None:
        self.asked.append(f"at {ms}")

    def play(self) -> None:
        self.asked.append("play")

    def pause(self) -> None:
        self.asked.append("pause")

    def duration(self) -> int:
        return 1200

    def hasVideo(self) -> bool:
        return False

    def errorString(self) -> str:
        return ""


@pytest.mark.qt_log_ignore("No RHI backend")
def test_orders_are_obeyed_and_answered(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(projecting, "QMediaPlayer", Player)
    with mmap.mmap(-1, WIDTH * HEIGHT * 4) as screen:
        playing = Projector(screen)
        player = playing.findChild(Player)
        assert isinstance(player, Player)
        film = {"film": "/a.mp4", "width": WIDTH, "height": HEIGHT, "sound": False}
        for order in (film, {"pause": True}, {"go": True}, {"seek": 500}, {"stop": True}):
            playing.obey(json.dumps(order))
        assert player.asked == ["film /a.mp4", "play", "pause", "play", "at 500", "film "]
        image = QImage(128, 72, QImage.Format.Format_RGB32)
        image.fill(QColor("blue"))
        frame = QVideoFrame(image)
        frame.setStartTime(40_000)
        for given in (QVideoFrame(), frame, frame):  # none, the first, one that comes too soon
            player.sink.videoFrameChanged.emit(given)  # type: ignore[attr-defined]
        answer = {"frame": 40, "width": 64, "height": 36, "of": 1200}
        assert colour(screen, answer) == "blue"
        playing.obey('{"seen": true}')
        for status in (ENDED, BROKEN, QMediaPlayer.MediaStatus.LoadedMedia):
            player.mediaStatusChanged.emit(status)
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert lines == [
        answer,
        {"ended": True},
        {"broken": "no codec here reads it"},
        {"broken": "it holds no picture"},
    ]
