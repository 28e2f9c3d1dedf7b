"""A process that plays films until it is told to stop: `python -m kiosk.machine.projector FILE`.

FILE is as large as the largest frame: each is written there, its pixels as RGB32, then told. A line
of JSON on standard input is an order: `{"film": FILE, "width": PX, "height": PX, "sound": true}`
begins one, no larger than that; `{"seen": true}` asks for the next frame, `{"pause": true}`,
`{"go": true}`, `{"seek": MS}`, `{"stop": true}`. A line on standard output answers:
`{"frame": MS, "width": PX, "height": PX, "of": MS}`, `{"ended": true}` or `{"broken": REASON}`.
"""

from __future__ import annotations

import json
import mmap
import os
import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QSize, Qt, QUrl, Slot
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import (
    QAudioOutput,
    QMediaDevices,
    QMediaPlayer,
    QVideoFrame,
    QVideoSink,
)

from kiosk.machine.mouth import BROKEN, ENDED
from kiosk.machine.orders import Orders, answer


class Projector(QObject):
    """Plays one film at a time; a frame that comes before the last has been seen is dropped."""

    def __init__(self, screen: mmap.mmap) -> None:
        super().__init__()
        self._screen = screen
        self._room = QSize()
        self._free = True
        self._sink = QVideoSink(self)
        self._player = QMediaPlayer(self)
        self._player.setVideoSink(self._sink)
        self._sink.videoFrameChanged.connect(self._on_frame)
        self._player.mediaStatusChanged.connect(self._on_status)

    @Slot(str)
    def obey(self, line: str) -> None:
        """Does what an order says."""
        order: dict[str, Any] = json.loads(line)
        if "film" in order:
            self._begin(**order)
        elif "seen" in order:
            self._free = True
        elif "pause" in order:
            self._player.pause()
        elif "go" in order:
            self._player.play()
        elif "seek" in order:
            self._player.setPosition(order["seek"])
        elif "stop" in order:
            self._player.setSource(QUrl())

    def _begin(self, film: str, width: int, height: int, sound: bool) -> None:
        self._room, self._free = QSize(width, height), True
        if sound and not self._player.audioOutput() and QMediaDevices.audioOutputs():
            self._player.setAudioOutput(QAudioOutput(self))
        self._player.setSource(QUrl.fromLocalFile(film))
        self._player.play()

    @Slot(QVideoFrame)
    def _on_frame(self, frame: QVideoFrame) -> None:
        if not frame.isValid() or not self._free:
            return
        image = self._fitted(frame.toImage())
        size = image.sizeInBytes()
        self._screen[:size] = image.constBits()[:size]
        self._free = False
        answer(
            frame=max(0, frame.startTime()) // 1000,
            width=image.width(),
            height=image.height(),
            of=self._player.duration(),
        )

    def _fitted(self, image: QImage) -> QImage:
        size = image.size().scaled(self._room, Qt.AspectRatioMode.KeepAspectRatio)
        if size != image.size():
            smooth = Qt.TransformationMode.SmoothTransformation
            image = image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
        return image.convertToFormat(QImage.Format.Format_RGB32)

    @Slot(QMediaPlayer.MediaStatus)
    def _on_status(self, status: QMediaPlayer.MediaStatus) -> None:
        if status is ENDED:
            answer(ended=True)
        elif status is BROKEN:
            answer(broken=self._player.errorString() or "no codec here reads it")
        elif status is QMediaPlayer.MediaStatus.LoadedMedia and not self._player.hasVideo():
            answer(broken="it holds no picture")


def main(file: str) -> int:
    """Does as it is told until standard input ends."""
    app = QCoreApplication([])
    with Path(file).open("r+b") as stream, mmap.mmap(stream.fileno(), 0) as screen:
        projector, orders = Projector(screen), Orders()
        orders.came.connect(projector.obey)
        orders.ended.connect(app.quit)
        orders.begin()
        return app.exec()


if __name__ == "__main__":
    code = main(sys.argv[1])
    sys.stdout.flush()
    os._exit(code)  # taking Qt's sound down may wait for a server that hangs
