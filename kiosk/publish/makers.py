"""Makers of files, here or in as many processes as are to share the work."""

from __future__ import annotations

import gc
import multiprocessing
import signal
import sys
from collections.abc import Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication

from kiosk.publish import output
from kiosk.publish.output import FAILURES, Make, NotDrawn
from kiosk.publish.pictures import begin_offscreen

Batch = Sequence[tuple[str, Make]]
"""Files that share what they are made of: the name of each, and what makes it."""

Made = tuple[list[bytes | Exception], list[str]]
"""The files of a batch, or why one could not be made, and all faults so far."""


class Maker(Protocol):
    """Draws files, batch by batch; it goes to another process as it was made.

    `faults` says what in the files could not be drawn.
    """

    faults: list[str]

    @property
    def batches(self) -> Sequence[Batch]:
        """All its files."""


def write(out: Path, maker: Maker, doing: str, processes: int = 1) -> bool:
    """Writes all files below `out`, as `output.write` does; True if nothing failed."""
    batches = maker.batches
    files, count = [*chain.from_iterable(batches)], min(processes, len(batches))
    written = partial(output.write, out, count=len(files), doing=doing, faults=maker.faults)
    if count < 2:
        begin_offscreen()
        return written(files)
    context = multiprocessing.get_context(begun())
    pool = ProcessPoolExecutor(count, context, _Process.begin, (maker,))
    try:
        made = [pool.submit(_Process.make, number) for number in range(len(batches))]
        return written(
            (name, partial(_taken, future, place, maker.faults))
            for future, batch in zip(made, batches, strict=True)
            for place, (name, _) in enumerate(batch)
        )
    finally:
        pool.shutdown(cancel_futures=True)


def begun() -> str:
    """The way in which processes begin: where that is safe, with all that this one has read."""
    bare = sys.platform == "linux" and QCoreApplication.instance() is None
    return "fork" if bare else "spawn"


def _taken(future: Future[Made], place: int, faults: list[str]) -> bytes:
    """A file of a batch, as another process made it."""
    try:
        made, said = future.result()
    except BrokenProcessPool:
        raise NotDrawn("the process that draws it has ended") from None
    faults += [fault for fault in said if fault not in faults]
    content = made[place]
    if isinstance(content, Exception):
        raise content
    return content


class _Process:
    """The state of one process of several, from its beginning on."""

    _maker: Maker
    _batches: Sequence[Batch]

    @classmethod
    def begin(cls, maker: Maker) -> None:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is heard by the process that waits
        gc.disable()  # looking through all that lives on takes an eighth of the time
        begin_offscreen()
        cls._maker, cls._batches = maker, maker.batches

    @classmethod
    def make(cls, number: int) -> Made:
        made = [_content(make) for _, make in cls._batches[number]]
        gc.collect(1)
        return made, cls._maker.faults


def _content(make: Make) -> bytes | Exception:
    try:
        return make()
    except (OSError, *FAILURES) as error:
        return error
