"""Copies of a content folder: a share may hang, so nothing that runs reads the folder itself."""

from __future__ import annotations

import atexit
import os
import shutil
import stat
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path, PurePath

from kiosk.exhibit.reading.files import ITSELF, NOWHERE, OUT, TO_FOLDER, files_in, link_fault
from kiosk.exhibit.reading.problem import Refused
from kiosk.exhibit.reading.stamp import stamp_of
from kiosk.machine import folders, whole
from kiosk.machine.hold import hold

MOST_BYTES = 2_000_000_000
"""A folder larger than this is no exhibit."""

PASSING = "campaign-kiosk-"
"""The beginning of the names of folders that nobody keeps."""


class NotCopied(Exception):
    """The reason, said to staff, that a folder could not be copied."""


def passing_places() -> tuple[Path, ...]:
    """Places for files that nobody keeps, the best first."""
    return Path(tempfile.gettempdir()), Path("/dev/shm")


def renew(folder: Path, copy: Path, copied: Callable[[], object] = lambda: None) -> None:
    """Makes a copy hold the files of a folder with their times, and no others.

    A file of the same time and size is not copied again; after each that is, `copied` is called.
    A link that leads astray becomes one that does so alike, but to nothing that may hang. Raises
    NotCopied, OSError.
    """
    try:
        _, unread = files_in(folder)
    except Refused as refused:
        raise NotCopied(f"it {refused.problem.message}") from None
    if not folder.is_dir():
        raise NotCopied("is not a folder")
    for problem in unread:
        raise NotCopied(f"{problem.file}: {problem.message}")
    has, had = stamp_of(folder), stamp_of(copy)
    if sum(size for _, size in has.values()) > MOST_BYTES:
        raise NotCopied(f"it holds more than {MOST_BYTES // 1_000_000} MB")
    for name in had.keys() - has.keys():
        _remove(copy / name, copy)
    for name in sorted(has):
        if has[name] != had.get(name):
            _copy(folder, name, copy)
            copied()


def _remove(file: Path, copy: Path) -> None:
    """Removes a file of the copy, and the folders that were there for it alone."""
    file.unlink()
    with suppress(OSError):
        while (file := file.parent) != copy:
            file.rmdir()


def _copy(folder: Path, name: str, copy: Path) -> None:
    """Copies one file; until all of it is there, the one before stays."""
    path, part = folder / name, copy / ".part"
    fault = link_fault(folder, name)
    if not fault and not stat.S_ISREG(path.stat().st_mode):
        raise NotCopied(f"{name} is neither a file nor a folder")
    (copy / name).parent.mkdir(parents=True, exist_ok=True)
    try:
        if fault:
            part.symlink_to(_astray(fault, PurePath(name)))
        else:
            shutil.copy2(path, part)
        part.replace(copy / name)
    finally:
        part.unlink(missing_ok=True)


def _astray(fault: str, name: PurePath) -> str:
    """The target of a link in the copy that has the same fault."""
    out = "/".join([".."] * len(name.parts))
    return {NOWHERE: ".nowhere", ITSELF: name.name, OUT: out, TO_FOLDER: "."}[fault]


def mirrored(folder: Path) -> Path:
    """A copy of a folder that is this process's own until it ends. Raises NotCopied."""
    failed = "there is no place for a copy"
    for own in own_folders():
        try:
            renew(folder, own)
        except (OSError, NotCopied) as error:
            shutil.rmtree(own, ignore_errors=True)
            failed = said(error)
            if isinstance(error, NotCopied):
                break
        else:
            return own
    raise NotCopied(failed)


def own_folders() -> Iterator[Path]:
    """New folders that are this process's own until it ends, each in another place.

    Those that ended processes have left are removed.
    """
    home = folders.state_folder() / "mirrors"
    _sweep(home)
    for place in (home, *passing_places()):
        if own := _own(place):
            yield own


def _own(place: Path) -> Path | None:
    try:
        place.mkdir(parents=True, exist_ok=True)
        own = Path(tempfile.mkdtemp(prefix=PASSING, dir=place))
    except OSError:
        return None
    try:
        atexit.register(_give_up, own, hold(own))
    except OSError:  # where it can't be held, another process would remove it
        shutil.rmtree(own, ignore_errors=True)
        return None
    return own


def _sweep(home: Path) -> None:
    for left in home.glob(f"{PASSING}*"):
        with suppress(OSError):  # its process runs still
            _give_up(left, hold(left))


def _give_up(own: Path, held: int) -> None:
    os.close(held)
    shutil.rmtree(own, ignore_errors=True)


def said(error: Exception) -> str:
    """The failure, with the file that it concerns."""
    file = isinstance(error, OSError) and error.filename
    return f"{file}: {whole.reason(error)}" if file else whole.reason(error)
