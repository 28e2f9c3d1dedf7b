"""The sound of the warning."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from kiosk.machine.player import NoSound, play_aside

log = logging.getLogger(__name__)


class Chime(QObject):
    """Plays one sound aside: whatever the machine's sound waits for, the picture does not.

    A `player` that hangs is forgotten: the exhibit's end doesn't wait for it.
    """

    def __init__(
        self,
        file: Path,
        parent: QObject | None = None,
        player: Callable[[Path], None] = play_aside,
    ) -> None:
        super().__init__(parent)
        self._file = file
        self._player = player
        self.muted = False
        self._thread: threading.Thread | None = None

    @Slot()
    def play(self) -> None:
        """Begins the sound, unless one still plays; a machine without sound logs why."""
        if self.muted:
            return
        if self._thread is None or not self._thread.is_alive():
            self._thread = threading.Thread(
                target=_play, args=(self._player, self._file), name="chime", daemon=True
            )
            self._thread.start()


def _play(player: Callable[[Path], None], file: Path) -> None:
    try:
        player(file)
    except NoSound as why:
        log.info("no sound: %s", why)
