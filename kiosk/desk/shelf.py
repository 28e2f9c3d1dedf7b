"""The last good content of a folder, kept on disk as whole copies."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from kiosk.exhibit.reading.stamp import Digests, digests_of
from kiosk.machine import folders, whole
from kiosk.machine.mirror import PASSING, NotCopied, passing_places, renew, said

SUMS = ".sums"
"""The file of a copy that holds the digest of each other. What is hidden is no content."""

ASIDE = "aside"


@dataclass(frozen=True)
class Copy:
    """A whole copy of a folder that stands aside, and why it can't be kept; "" if it can."""

    folder: Path
    not_kept: str = ""


class Shelf:
    """The copies of one content folder: those that were good, and those that are looked through.

    A copy keeps the times of its files, so that its stamp is that of the folder. The folder
    itself is looked at by `copy` alone: a share may hang.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        key = hashlib.sha256(os.fsencode(os.path.abspath(folder))).hexdigest()[:16]
        self._home = folders.state_folder() / "content" / key

    @property
    def good(self) -> Path | None:
        """The last good content that is whole, None if there is none."""
        return next((path for path in self.kept() if is_whole(path)), None)

    def kept(self) -> list[Path]:
        """The kept copies, whole or not, the newest first."""
        try:
            found = [path for path in self._home.iterdir() if path.name.isdecimal()]
        except OSError:
            return []
        return sorted(found, key=lambda path: int(path.name), reverse=True)

    def copy(self) -> Copy:
        """Copies the folder as it is now; raises NotCopied.

        Where the shelf takes nothing, the copy stands in a folder for passing things.
        """
        first: OSError | None = None
        for home in (self._home, *passing_places()):
            aside: Path | None = None
            try:
                if home == self._home:
                    home.mkdir(parents=True, exist_ok=True)
                prefix = f"{ASIDE}-" if home == self._home else PASSING
                aside = Path(tempfile.mkdtemp(prefix=prefix, dir=home))
                self._fill(aside)
            except (OSError, NotCopied) as error:
                if aside:
                    shutil.rmtree(aside, ignore_errors=True)
                if isinstance(error, NotCopied):
                    raise
                first = first or error
            else:
                return Copy(aside, said(first) if first else "")
        assert first is not None
        raise NotCopied(said(first))

    def keep(self, aside: Path) -> Path:
        """Makes a copy the good content; until that is done, the one before stays.

        The one before stays on disk, since it may be on the screen; what is older goes. Raises
        OSError.
        """
        before = self.good
        number = 1 + max((int(path.name) for path in self.kept()), default=0)
        kept = aside.rename(self._home / str(number))
        whole.settle(self._home)
        for path in self.kept():
            if path not in (kept, before):
                shutil.rmtree(path, ignore_errors=True)
        return kept

    def sweep(self) -> None:
        """Removes what was left standing aside."""
        for path in self._home.glob(f"{ASIDE}*"):
            shutil.rmtree(path, ignore_errors=True)

    def _fill(self, aside: Path) -> None:
        """The folder as it is now, with its sums, safe on the disk."""
        renew(self._folder, aside)
        whole.write(aside / SUMS, json.dumps(digests_of(aside)), safe=True)
        for where, _, files in os.walk(aside):
            for path in (Path(where, name) for name in files):
                if not path.is_symlink():
                    whole.settle(path)
            whole.settle(Path(where))


def sums_of(copy: Path) -> Digests | None:
    """The sums of a copy when it was made; None where nothing says so."""
    try:
        found = json.loads((copy / SUMS).read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def is_whole(copy: Path) -> bool:
    """True if a copy is as it was made; one of an older version, that holds no sums, counts."""
    return not (copy / SUMS).exists() or sums_of(copy) == digests_of(copy)
