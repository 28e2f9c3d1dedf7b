"""One exhibit at a time writes what a machine keeps."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kiosk.machine import whole

log = logging.getLogger(__name__)


class Claimed(Exception):
    """Another exhibit keeps its records in the folder."""


@contextmanager
def claim(folder: Path) -> Iterator[None]:
    """Has a state folder for one's own; the system ends that with the process, however it ends.

    Raises Claimed. A folder that can't be made, or on a share without locks, is not claimed.
    """
    held: int | None = None
    try:
        folder.mkdir(parents=True, exist_ok=True)
        held = _open(folder)
        _lock(held)
    except BlockingIOError:
        if held is not None:
            os.close(held)
        raise Claimed(
            f"an exhibit is running already that keeps its records in {folder}; end it first"
        ) from None
    except OSError as error:
        log.info("%s: not claimed: %s", folder, whole.reason(error))
    try:
        yield
    finally:
        if held is not None:
            os.close(held)


if sys.platform == "win32":
    import msvcrt

    def _open(folder: Path) -> int:
        return os.open(folder / "claim", os.O_RDWR | os.O_CREAT)

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
