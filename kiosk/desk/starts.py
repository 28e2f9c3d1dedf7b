"""Starts that came to no picture: after some, what was kept to start faster is thrown away."""

from __future__ import annotations

import logging
import shutil
from pathlib import Path

from kiosk.machine import folders, whole

log = logging.getLogger(__name__)

MOST = 2
"""After so many in a row a cache may be what is wrong."""

CACHES = ("kiosk", "mesa_shader_cache", "mesa_shader_cache_db")
"""The folders in that of caches that Qt and the graphics driver fill when we draw."""


def begin() -> None:
    """Counts a start, and clears the caches where those before it came to nothing."""
    count = _failed()
    if count >= MOST:
        log.warning("%d starts have come to no picture; the caches are cleared", count)
        for name in CACHES:
            shutil.rmtree(folders.cache_folder() / name, ignore_errors=True)
    try:
        _file().parent.mkdir(parents=True, exist_ok=True)
        whole.write(_file(), str(count + 1))
    except OSError as error:
        log.info("starts are not counted: %s", whole.reason(error))


def succeed() -> None:
    """Forgets the starts, since there is a picture."""
    try:
        _file().unlink(missing_ok=True)
    except OSError as error:
        log.info("starts are not counted: %s", whole.reason(error))


def _failed() -> int:
    try:
        return int(_file().read_text("utf-8"))
    except (OSError, ValueError):
        return 0


def _file() -> Path:
    return folders.state_folder() / "starts"
