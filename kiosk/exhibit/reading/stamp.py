"""The state of a content folder's files at a moment, to be compared with another."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from kiosk.exhibit.reading.files import files_in, link_fault
from kiosk.exhibit.reading.problem import Refused

Stamp = dict[str, tuple[int, int]]
"""The time each file was written, in ns, and its size in bytes, by its path in the folder."""


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


Digests = dict[str, str]
"""The SHA-256 of each file's content, by its path in the folder."""


def digests_of(folder: Path, read: Callable[[], object] = lambda: None) -> Digests:
    """The content of a folder's files; empty where there is none, or far too many files.

    Of a link that leads astray, how it does; of what is no file, that it is none. After each,
    `read` is called.
    """
    try:
        files, _ = files_in(folder)
    except Refused:
        return {}
    digests: Digests = {}
    for path in files:
        name = path.relative_to(folder).as_posix()
        try:
            if fault := link_fault(folder, name):
                digests[name] = fault
            elif path.is_file():
                with path.open("rb") as file:
                    digests[name] = hashlib.file_digest(file, "sha256").hexdigest()
            else:
                digests[name] = "no file"
        except OSError as error:  # gone since it was listed, or not to be read
            digests[name] = f"error {error.errno}"
        read()
    return digests
