"""The picture of a film that plays."""

from __future__ import annotations

from PySide6.QtGui import QImage

from kiosk.qt.pictures import Pictures


class FilmFrames(Pictures):
    """Answers image://film/NUMBER with the newest frame, whatever its number."""

    def __init__(self) -> None:
        super().__init__()
        self._frame = QImage()

    def show(self, frame: QImage) -> None:
        """Takes the frame that is shown from now on."""
        self._frame = frame

    def picture(self, address: str) -> QImage:
        """Pictures' hook."""
        return self._frame
