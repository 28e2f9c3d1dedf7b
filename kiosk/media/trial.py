"""A process that tries whether this machine holds a film: `python -m kiosk.media.trial FILE`.

It plays the film's first seconds unseen and unheard, as large as it is, and tells in a line of
JSON what it was and how it went: `{"codec": NAME, "width": PX, "height": PX, "rate": FRAMES,
"due": FRAMES, "shown": FRAMES, "heard": BOOL, "broken": REASON}`.
"""

from __future__ import annotations

import json
import os
import sys

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QObject, QTimer, QUrl, Slot
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QMediaFormat, QMediaMetaData, QMediaPlayer, QVideoFrame, QVideoSink

from kiosk.machine.mouth import BROKEN, ENDED

PLAYED_MS = 2000
"""So much of a film is played."""

GIVEN_UP_MS = 8000
"""A film that has not been played for so long by then does not play."""


class Trial(QObject):
    """Plays a film, and counts its frames as they are painted."""

    def __init__(self, film: str) -> None:
        super().__init__()
        self._shown, self._first, self._last = 0, -1, 0
        self._broken = ""
        self._begun = QElapsedTimer()
        self._sink, self._player = QVideoSink(self), QMediaPlayer(self)
        self._player.setVideoSink(self._sink)
        self._sink.videoFrameChanged.connect(self._on_frame)
        self._player.mediaStatusChanged.connect(self._on_status)
        self._player.setSource(QUrl.fromLocalFile(film))
        self._player.play()

    @property
    def outcome(self) -> dict[str, object]:
        """The film, and how it went; frames that were due and did not come were dropped."""
        told = self._player.metaData()
        size = told.value(QMediaMetaData.Key.Resolution)
        codec = told.value(QMediaMetaData.Key.VideoCodec)
        rate = float(told.value(QMediaMetaData.Key.VideoFrameRate) or 0)
        played = (self._last - self._first) / 1e6 if self._first >= 0 else 0
        return {
            "codec": QMediaFormat.videoCodecName(codec) if codec is not None else "",
            "width": size.width() if size else 0,
            "height": size.height() if size else 0,
            "rate": rate,
            "due": max(self._shown, round(played * rate) + 1 if self._shown else 0),
            "shown": self._shown,
            "heard": self._player.hasAudio(),
            "broken": self._broken or ("" if self._shown else "it shows no picture"),
        }

    @Slot(QVideoFrame)
    def _on_frame(self, frame: QVideoFrame) -> None:
        if not frame.isValid():
            return
        frame.toImage().convertToFormat(QImage.Format.Format_RGB32)
        if self._first < 0:
            self._begun.start()
            self._first = frame.startTime()
        self._shown, self._last = self._shown + 1, frame.startTime()
        if self._begun.elapsed() >= PLAYED_MS:
            QCoreApplication.exit()

    @Slot(QMediaPlayer.MediaStatus)
    def _on_status(self, status: QMediaPlayer.MediaStatus) -> None:
        if status is BROKEN:
            self._broken = self._player.errorString() or "no codec here reads it"
        if status in (BROKEN, ENDED):
            QCoreApplication.exit()


def main(film: str) -> None:
    """Tries a film and tells."""
    app = QCoreApplication([])
    trial = Trial(film)
    QTimer.singleShot(GIVEN_UP_MS, app.quit)
    app.exec()
    print(json.dumps(trial.outcome), flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
    os._exit(0)  # taking Qt's media down may wait for a server that hangs
