"""A disk that fails: each of the calls that write, one after the other."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

CALLS = ((os, "fsync"), (Path, "replace"), (Path, "rename"), (Path, "open"), (Path, "mkdir"))
MOST = 200


class Disk:
    """Counts the calls, and fails from the `first` on, as a disk that was pulled out does."""

    def __init__(self, first: int) -> None:
        self.first, self.seen = first, 0

    def asked(self) -> None:
        self.seen += 1
        if self.seen > self.first:
            raise OSError(errno.EIO, os.strerror(errno.EIO))

    def wrapped(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def asks(*given: Any, **named: Any) -> Any:
            self.asked()
            return call(*given, **named)

        return asks


@contextmanager
def failing(first: int) -> Iterator[Disk]:
    """A disk on which so many calls go well, and then none."""
    disk = Disk(first)
    patches = [
        patch.object(where, name, disk.wrapped(getattr(where, name))) for where, name in CALLS
    ]
    for each in patches:
        each.start()
    try:
        yield disk
    finally:
        for each in patches:
            each.stop()


def at_every_call(act: Callable[[], object], check: Callable[[bool], None]) -> int:
    """Does it on disks that fail at the first call, the second …, until all goes well.

    `check` is told each time whether it went well; what comes back is the number of failures.
    """
    for first in range(MOST):
        with failing(first) as disk:
            try:
                act()
            except OSError:
                well = False
            else:
                well = True
        check(well)
        if disk.seen <= first:
            assert well
            return first
    raise AssertionError("it never goes well")
