"""The files of a content folder, none of them opened."""

from __future__ import annotations

import os
from pathlib import Path

from kiosk.exhibit.reading.problem import Problem, Refused, Spot, problem_at, visible

NOT_OURS = {"lost+found", "System Volume Information", "$RECYCLE.BIN"}
"""Folders that systems put on a stick, beside hidden ones such as .Trash-1000."""

NOWHERE = "is a link that leads nowhere"
ITSELF = "is a link that leads back to itself"
OUT = "is a link that leads out of the content folder"
TO_FOLDER = "is a link to a folder, which is not followed"
"""The faults that a link may have."""
MAX_FILES = 20_000


def inside(folder: Path, file: str) -> Path | None:
    """The path of a content file named by the content, None if it leads out of the folder."""
    if os.path.normpath(file).split(os.sep)[0] == os.pardir:
        return None  # even if it leads back: a copy of the folder has another name
    try:
        home = folder.resolve()
        path = (home / file).resolve()
    except (OSError, RuntimeError, ValueError):  # a link to itself, a NUL, a name too long
        return None
    return path if path.is_relative_to(home) else None


def link_fault(folder: Path, file: str) -> str:
    """The fault of a file of the folder that is a link; "" if it has none."""
    path = folder / file
    if not os.path.islink(path):  # where Path.is_symlink raises, for a name too long, it says no
        return ""
    try:
        path.resolve(strict=True)
    except FileNotFoundError:
        return NOWHERE
    except (OSError, RuntimeError):
        return ITSELF
    if inside(folder, file) is None:
        return OUT
    return TO_FOLDER if path.is_dir() else ""


def files_in(folder: Path) -> tuple[list[Path], list[Problem]]:
    """Every file below the folder in the order of paths, and the folders that cannot be read.

    What is hidden or a system's own is left out, a link to a folder counts as a file. Raises
    `Refused` for more than `MAX_FILES`.
    """
    found: list[Path] = []
    problems: list[Problem] = []

    def unreadable(error: OSError) -> None:
        spot = Spot(printable(Path(os.path.relpath(error.filename, folder))), 1, 1)
        problems.append(problem_at(spot, "", f"cannot be read: {error.strerror}"))

    for where, folders, files in os.walk(folder, onerror=unreadable):
        links = {name for name in folders if os.path.islink(os.path.join(where, name))}
        ours = {*folders} - links - NOT_OURS
        folders[:] = sorted(name for name in ours if not name.startswith("."))
        names = sorted(name for name in {*files} | links if not name.startswith("."))
        found += (Path(where, name) for name in names)
        if len(found) > MAX_FILES:
            hint = "name the folder of the exhibit itself"
            start = Spot(".", 1, 1)
            raise Refused(problem_at(start, "", f"holds more than {MAX_FILES} files", hint))
    return found, problems


def is_yaml(file: Path) -> bool:
    """True if the content is read from the file."""
    return file.suffix.lower() in (".yaml", ".yml")


def unusable(folder: Path, message: str, hint: str = "") -> Problem:
    """A problem of the folder itself, as one on a share that hangs."""
    return problem_at(Spot(".", 1, 1), printable(folder), message, hint)


def printable(path: Path) -> str:
    """The path's text, with bytes that are no UTF-8 replaced."""
    return visible(path.as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "replace"))
