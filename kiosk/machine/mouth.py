"""A process that plays sounds until it is told to stop: `python -m kiosk.machine.mouth`.

A line of JSON on standard input is an order: `{"play": NUMBER, "files": [...]}`, `{"stop": true}`,
`{"pause": true}`, `{"go": true}`, `{"rate": 1.25, "gain": 0.5}`, `{"cue": FILE, "east": -0.5,
"north": 1}` beside what plays, from a place of -1 to 1 each way.
A line on standard output answers: `{"play": NUMBER, "at": INDEX}` as a file begins, `{"play":
NUMBER, "share": 0.4}` once a second as it goes on, `{"play": NUMBER, "ended": true}`; `{"play":
NUMBER, "at": INDEX, "broken": REASON}` of a file, after which no other of the order follows;
`{"lacking": REASON}` of the machine. With `--device` it says the name of its
device, no more.
"""

from __future__ import annotations

import array
import json
import math
import os
import sys
import wave
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QObject, QUrl, Slot
from PySide6.QtMultimedia import (
    QAudioFormat,
    QAudioOutput,
    QAudioSink,
    QMediaDevices,
    QMediaPlayer,
)

from kiosk.machine.orders import Orders, answer

ENDED = QMediaPlayer.MediaStatus.EndOfMedia
EVERY_MS = 1000
"""The time between two words on how far a file is."""

BROKEN = QMediaPlayer.MediaStatus.InvalidMedia

RATE = 44_100
"""The samples a second of a cue."""


class Mouth(QObject):
    """Plays the files of one order after the other; the next order takes the place of the last."""

    def __init__(self) -> None:
        super().__init__()
        self._output = QAudioOutput(self)
        self._player = QMediaPlayer(self)
        self._player.setAudioOutput(self._output)
        self._player.mediaStatusChanged.connect(self._on_status)
        self._player.positionChanged.connect(self._on_position)
        self._sink = QAudioSink(two_ears(), self)
        self._ears = self._sink.start()
        self._cues = dict[str, Sequence[int]]()
        self._gain = 1.0
        self._told = QElapsedTimer()
        self._number, self._at, self._files = 0, 0, list[str]()

    @Slot(str)
    def obey(self, line: str) -> None:
        """Does what an order says."""
        order: dict[str, Any] = json.loads(line)
        if "rate" in order:
            self._player.setPlaybackRate(order["rate"])
        if "gain" in order:
            self._gain = order["gain"]
            self._output.setVolume(self._gain)
        if "cue" in order:
            self._cue(order["cue"], order["east"], order["north"])
        if "stop" in order:
            self._files = []
            self._player.stop()
        elif "pause" in order:
            self._player.pause()
        elif "go" in order:
            self._player.play()
        elif "play" in order:
            self._number, self._at, self._files = order["play"], 0, order["files"]
            self._begin()

    def _cue(self, file: str, east: float, north: float) -> None:
        if file not in self._cues:
            self._cues[file] = samples_of(Path(file))
        self._sink.setVolume(self._gain)
        self._ears.write(placed(self._cues[file], east, north))

    def _begin(self) -> None:
        if self._at == len(self._files):
            answer(play=self._number, ended=True)
            return
        answer(play=self._number, at=self._at)
        self._told.start()
        self._player.setSource(QUrl.fromLocalFile(self._files[self._at]))
        self._player.play()

    @Slot(QMediaPlayer.MediaStatus)
    def _on_status(self, status: QMediaPlayer.MediaStatus) -> None:
        if status not in (ENDED, BROKEN) or not self._files:
            return
        if status is BROKEN:
            reason = f"{self._files[self._at]}: {self._player.errorString()}"
            self._files = []
            answer(play=self._number, at=self._at, broken=reason)
            return
        self._at += 1
        self._begin()

    @Slot("qint64")
    def _on_position(self, at_ms: int) -> None:
        whole_ms = self._player.duration()
        if self._files and whole_ms and self._told.hasExpired(EVERY_MS):
            self._told.start()
            answer(play=self._number, share=at_ms / whole_ms)


def samples_of(file: Path) -> Sequence[int]:
    """The samples of a file of one channel, 16 bits and `RATE`."""
    with wave.open(str(file)) as sound:
        samples = array.array("h", sound.readframes(sound.getnframes()))
    if sys.byteorder == "big":
        samples.byteswap()
    return samples


def placed(samples: Sequence[int], east: float, north: float) -> bytes:
    """The sound for two ears: `east` from -1 at the left to 1, `north` an octave down or up.

    It is as loud wherever it comes from; with its pitch it is shorter or longer.
    """
    step = 2**north
    angle = (east + 1) * math.pi / 4
    left, right = math.cos(angle), math.sin(angle)
    heard = array.array("h")
    for i in range(math.ceil(len(samples) / step)):
        whole, part = divmod(i * step, 1)
        before, after = (*samples[int(whole) : int(whole) + 2], 0)[:2]
        sample = before + (after - before) * part
        heard.extend((round(left * sample), round(right * sample)))
    return heard.tobytes()


def two_ears() -> QAudioFormat:
    """The format of a sound that comes from a place."""
    found = QAudioFormat()
    found.setSampleRate(RATE)
    found.setChannelCount(2)
    found.setSampleFormat(QAudioFormat.SampleFormat.Int16)
    return found


def main() -> int:
    """Does as it is told until standard input ends."""
    app = QCoreApplication([])
    if "--device" in sys.argv:
        print(QMediaDevices.defaultAudioOutput().description())
        return 0
    if not QMediaDevices.audioOutputs():
        answer(lacking="there is no device for sound")
        return 1
    mouth, orders = Mouth(), Orders()
    orders.came.connect(mouth.obey)
    orders.ended.connect(app.quit)
    orders.begin()
    return app.exec()


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    os._exit(code)  # taking Qt's sound down may wait for a server that hangs
