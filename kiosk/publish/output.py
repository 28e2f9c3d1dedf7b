"""Many files in a folder: a bar counts them, what fails is named, the rest is written."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from errno import ENOTDIR
from os import strerror
from pathlib import Path
from tempfile import TemporaryFile

from kiosk.exhibit.files.drawing import DrawingError
from kiosk.machine import whole


class NotDrawn(Exception):
    """The reason that something could not be drawn."""


OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}
"""The environment in which Qt draws windows into memory, without a display or a GPU."""

FAILURES = (DrawingError, NotDrawn, ValueError)

MOST = 12
"""The most files that are named where all fail for one reason of the system's."""

Make = Callable[[], bytes]
"""The maker of a file's content; what it can't make, it raises."""


def made(folder: Path) -> bool:
    """Makes a folder; False, and says why, if it can't be made or written to."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryFile(dir=folder):
            return True
    except FileExistsError:
        print(f"{folder}: {strerror(ENOTDIR)}", file=sys.stderr)
    except OSError as error:
        print(f"{folder}: {whole.reason(error)}", file=sys.stderr)
    return False


def write(
    folder: Path,
    files: Iterable[tuple[str, Make]],
    count: int,
    doing: str,
    *,
    faults: Sequence[object] = (),
    failures: tuple[type[Exception], ...] = FAILURES,
) -> bool:
    """Writes each file, by its name below `folder`; True if nothing failed.

    What a file raises of `failures` is said on the error stream, after the `faults` that were
    noted before and while files were made. Files that the system refuses for one reason share
    a line. Where nobody watches, each file that was written is listed with its size.
    """
    failed: list[str] = []
    written: list[tuple[str, int]] = []
    refused: dict[str, list[str]] = {}
    with counting(doing, count) as done:
        for name, make in files:
            try:
                content = make()
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                whole.write(folder / name, content)
                written.append((name, len(content)))
            except OSError as error:
                refused.setdefault(whole.reason(error), []).append(name)
            except failures as error:
                failed.append(f"{name}: {error}")
            done()
    if not sys.stdout.isatty():
        _say_written(folder, written)
    failed += [f"{_listed(names)}: {reason}" for reason, names in refused.items()]
    for fault in (*faults, *failed):
        print(fault, file=sys.stderr)
    return not (faults or failed)


def _say_written(folder: Path, written: Sequence[tuple[str, int]]) -> None:
    """Lists files with their sizes, then their number and the size of all."""
    for name, size in written:
        print(f"{name}  {_size(size)}")
    files = "1 file" if len(written) == 1 else f"{len(written)} files"
    print(f"{folder}: {files}, {_size(sum(size for _, size in written))}")


def _size(count: int) -> str:
    """A number of bytes as a person says it."""
    if count < 1_000_000:
        return f"{count / 1000:.1f} kB"
    return f"{count / 1_000_000:.1f} MB"


def _listed(names: list[str]) -> str:
    more = len(names) - MOST
    return ", ".join(names[:MOST]) + (f" and {more} more" if more > 0 else "")


@contextmanager
def counting(doing: str, count: int) -> Iterator[Callable[[], object]]:
    """A function to call after each of `count`; a bar on a terminal, else nothing is shown."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True)) as progress:
        task = progress.add_task(doing, total=count)
        yield lambda: progress.advance(task)
