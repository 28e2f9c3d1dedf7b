"""One exhibit at a time writes what a machine keeps."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kiosk.machine import whole
from kiosk.machine.hold import hold

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
        held = hold(folder)
    except BlockingIOError:
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
