"""A folder held by one process: the system lets go of it with the process, however that ends."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def hold(folder: Path) -> int:
    """The hold on a folder until it is closed by `os.close`.

    Raises BlockingIOError where another process holds it, OSError where it can't be held.
    """
    held = _open(folder)
    try:
        _lock(held)
    except OSError:
        os.close(held)
        raise
    return held


if sys.platform == "win32":
    import msvcrt

    def _open(folder: Path) -> int:
        return os.open(folder / ".held", os.O_RDWR | os.O_CREAT)

    def _lock(held: int) -> None:
        try:
            msvcrt.locking(held, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            raise BlockingIOError from None

else:
    import fcntl

    def _open(folder: Path) -> int:
        return os.open(folder, os.O_RDONLY)  # the folder itself, so that it may be read-only

    def _lock(held: int) -> None:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
