"""Memory that is no longer needed goes back to the machine."""

from __future__ import annotations

import ctypes
import sys


def give_back() -> None:
    """Hands freed memory back to the system, where its C library keeps it (glibc).

    Painting a map takes and frees tens of megabytes, which glibc holds for the next time.
    """
    if sys.platform != "linux":
        return
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)
