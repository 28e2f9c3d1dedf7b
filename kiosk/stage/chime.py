"""The sound of the warning."""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Slot

log = logging.getLogger(__name__)


class Chime(QObject):
    """Plays one sound; loads Qt's multimedia at its first use, not at the start."""

    def __init__(self, file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self._effect: QObject | None = None

    @Slot()
    def play(self) -> None:
        """Plays the sound once; a machine without sound logs why and goes on."""
        try:
            from PySide6.QtMultimedia import QSoundEffect
        except ImportError as error:
            log.info("no sound: %s", error)
            return
        if not isinstance(self._effect, QSoundEffect):
            self._effect = QSoundEffect(self)
            self._effect.setSource(QUrl.fromLocalFile(str(self._file)))
        self._effect.play()
