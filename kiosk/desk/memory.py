"""Memory that is no longer needed goes back to the machine."""

from __future__ import annotations

import ctypes
import gc
import linecache
import sys

M_MMAP_THRESHOLD = -3
"""The name of glibc's option in its `malloc.h`."""

PICTURE_BYTES = 1 << 20
"""The size from which a piece of memory is a picture's."""


def set_pictures_apart() -> None:
    """Has each picture in memory of its own, which goes back to the system with it (glibc).

    Left to itself, glibc learns from the first that is freed to keep the next ones among all else,
    where the gaps that they leave stay: 20 MB and more after a few stops.
    """
    linecache.clearcache()
    _call("mallopt", M_MMAP_THRESHOLD, PICTURE_BYTES)


def give_back() -> None:
    """Hands freed memory back to the system, where its C library keeps it (glibc).

    Painting a map takes and frees tens of megabytes, which glibc holds for the next time. PySide
    reads the source of each module that is imported, and Python keeps its lines.
    """
    linecache.clearcache()
    _call("malloc_trim", 0)


def let_go() -> None:
    """Has Python free what is no longer shown, though it was taken to stay until the end."""
    if gc.get_freeze_count():
        gc.unfreeze()
        gc.collect()
        gc.freeze()
    give_back()


def _call(name: str, *arguments: int) -> None:
    """Calls a function of the C library, where there is one of that name."""
    if sys.platform == "linux" and (found := getattr(ctypes.CDLL(None), name, None)):
        found(*arguments)
