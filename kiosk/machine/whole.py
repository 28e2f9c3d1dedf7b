"""Files that are written whole or not at all."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def write(path: Path, content: bytes | str, *, safe: bool = False) -> None:
    """Writes a file under its name once all of it is there; text as UTF-8.

    What is `safe` has reached the disk before it takes its name, so that no power cut leaves it
    empty. Raises OSError, and leaves what was there before.
    """
    part = path.with_name(f".part-{path.name}")
    try:
        with part.open("wb") as file:
            file.write(content.encode() if isinstance(content, str) else content)
            if safe:
                file.flush()
                os.fsync(file.fileno())
        part.replace(path)
        if safe:
            settle(path.parent)
    finally:
        part.unlink(missing_ok=True)


def settle(folder: Path) -> None:
    """Lets the names in a folder reach the disk, where the system can; raises OSError."""
    if sys.platform == "win32":
        return
    held = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(held)
    finally:
        os.close(held)


def reason(error: Exception) -> str:
    """The failure, in the system's own words where it has any."""
    return (isinstance(error, OSError) and error.strerror) or str(error)
