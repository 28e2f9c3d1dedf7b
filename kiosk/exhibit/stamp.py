"""How the files of a content folder are at a moment, to be compared with another."""

from __future__ import annotations

from pathlib import Path

from kiosk.exhibit.folder import files_in
from kiosk.exhibit.nodes import Refused

Stamp = dict[str, tuple[int, int]]
"""Of each file, by its path in the folder: when it was written, in ns, and its size in bytes."""


def stamp_of(folder: Path) -> Stamp:
    """The stamp of a folder; empty where there is none, or one with far too many files."""
    try:
        files, _ = files_in(folder)
    except Refused:
        return {}
    stamp: Stamp = {}
    for path in files:
        try:
            state = path.stat() if path.exists() else path.lstat()
        except OSError:  # gone since it was listed
            continue
        stamp[path.relative_to(folder).as_posix()] = (state.st_mtime_ns, state.st_size)
    return stamp
