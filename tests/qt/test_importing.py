"""Imports in a process with a window: Python's own, which read no source."""

from __future__ import annotations

import subprocess
import sys

COUNT = """
import linecache, sys
if "plainly" in sys.argv:
    from kiosk.qt.importing import load_plainly
    load_plainly()
import kiosk.map.viewport
import PySide6.QtCore
import kiosk.qt.property, kiosk.visit.preferences
print(sum("kiosk" in file for file in linecache.cache))
"""


def read(*how: str) -> int:
    """The modules of ours of which a new process has read the source."""
    command = [sys.executable, "-c", COUNT, *how]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    return int(done.stdout)


def test_no_source_is_read_where_pyside_is_loaded_plainly() -> None:
    assert read("plainly") == 0


def test_by_itself_pyside_reads_them_all() -> None:
    assert read() > 1  # or there is nothing left to be done plainly
