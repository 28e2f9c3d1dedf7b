"""A process that plays one sound and ends: `python -m kiosk.machine.player FILE`."""

from __future__ import annotations

import faulthandler
import os
import subprocess
import sys
from pathlib import Path

LONGEST_S = 10
"""A sound that has not ended by then never began: its server does not answer."""


class NoSound(Exception):
    """The reason, in one line, that nothing was heard."""


def play_aside(file: Path, command: tuple[str, ...] = ("-m", "kiosk.machine.player")) -> None:
    """Has another process play a sound and waits for it; raises NoSound if it can't."""
    try:
        done = subprocess.run(
            [sys.executable, *command, str(file)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            timeout=LONGEST_S,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise NoSound("the sound server does not answer") from None
    except OSError as error:
        raise NoSound(error.strerror or str(error)) from None
    if done.returncode:
        lines = done.stderr.decode(errors="replace").split("\n")
        raise NoSound(next((line for line in reversed(lines) if line), "the player has ended"))


def main(file: str) -> int:
    """Plays a sound to its end; Qt waits for a sound server already in making an effect."""
    with open(os.devnull, "w") as nowhere:
        # whoever waited for it may be gone, and no thread of Python's runs while Qt waits
        faulthandler.dump_traceback_later(2 * LONGEST_S, exit=True, file=nowhere)
        return _play(file)


def _play(file: str) -> int:
    from PySide6.QtCore import QCoreApplication, QUrl
    from PySide6.QtMultimedia import QSoundEffect

    app = QCoreApplication([])
    effect = QSoundEffect()

    def end_if_played() -> None:
        if not effect.isPlaying():
            app.exit(0)

    def end_if_broken() -> None:
        if effect.status() is QSoundEffect.Status.Error:
            app.exit(1)

    effect.playingChanged.connect(end_if_played)
    effect.statusChanged.connect(end_if_broken)
    effect.setSource(QUrl.fromLocalFile(file))
    effect.play()
    return app.exec()


if __name__ == "__main__":
    code = main(sys.argv[1])
    sys.stderr.flush()
    os._exit(code)  # taking Qt's sound down may wait for the server again
