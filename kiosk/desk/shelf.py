"""The last good content of a folder, kept on disk as a whole copy."""

from __future__ import annotations

import hashlib
import os
import shutil
import stat
from pathlib import Path

from kiosk import folders, whole
from kiosk.exhibit.folder import files_in, link_fault
from kiosk.exhibit.nodes import Refused

MOST_BYTES = 2_000_000_000
"""A folder larger than this is no exhibit."""


class NotCopied(Exception):
    """Why a folder could not be copied, said to staff."""


class Shelf:
    """The copies of one content folder: the good one, and one aside that is looked through.

    A copy keeps the times of its files, so that its stamp is that of the folder.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        key = hashlib.sha256(os.fsencode(folder.resolve())).hexdigest()[:16]
        self._home = folders.state_folder() / "content" / key
        self._pointer = self._home / "good"

    @property
    def aside(self) -> Path:
        """Where a copy stands until it is kept."""
        return self._home / "aside"

    @property
    def good(self) -> Path | None:
        """The folder of the last good content, None if there never was any."""
        try:
            name = self._pointer.read_text("ascii")
        except (OSError, UnicodeDecodeError):
            return None
        return self._home / name if name.isdecimal() and (self._home / name).is_dir() else None

    def copy(self) -> None:
        """Copies the folder as it is now to `aside`; raises NotCopied."""
        left = MOST_BYTES
        try:
            shutil.rmtree(self.aside, ignore_errors=True)
            self.aside.mkdir(parents=True)
            for path in files_in(self._folder)[0]:
                left -= path.lstat().st_size
                if left < 0:
                    raise NotCopied(f"it holds more than {MOST_BYTES // 1_000_000} MB")
                self._copy(path)
        except Refused as refused:
            raise NotCopied(f"it {refused.problem.message}") from None
        except OSError as error:
            raise NotCopied(f"{error.filename}: {error.strerror or error}") from None

    def keep(self) -> Path:
        """Makes the copy at `aside` the good content; until that is done, the one before stays.

        The one before stays on disk, since it may be on the screen; what is older goes. Raises
        OSError.
        """
        before = self.good
        number = 1 + max((int(path.name) for path in self._kept()), default=0)
        kept = self.aside.rename(self._home / str(number))
        whole.write(self._pointer, kept.name, safe=True)
        for path in self._kept():
            if path not in (kept, before):
                shutil.rmtree(path, ignore_errors=True)
        return kept

    def _kept(self) -> list[Path]:
        return [path for path in self._home.iterdir() if path.name.isdecimal()]

    def _copy(self, path: Path) -> None:
        """One file with its times, safe on the disk; a link that leads astray as that link."""
        name = path.relative_to(self._folder)
        to = self.aside / name
        to.parent.mkdir(parents=True, exist_ok=True)
        astray = bool(link_fault(self._folder, str(name)))
        if not astray and not stat.S_ISREG(path.stat().st_mode):
            raise NotCopied(f"{name} is neither a file nor a folder")
        shutil.copy2(path, to, follow_symlinks=not astray)
        if not astray:
            with to.open("rb") as file:
                os.fsync(file.fileno())
