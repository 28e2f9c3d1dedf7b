"""The log: a rotating file for staff, and short plain lines on the terminal."""

from __future__ import annotations

import logging
import sys
from contextlib import suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import TextIO

from kiosk.machine import folders

MAX_BYTES = 1_000_000
KEPT = 3
"""The number of full files kept beside the one that is written."""

log = logging.getLogger(__name__)


class _Short(logging.Formatter):
    """The message alone, its level before it from a warning on; no tracebacks."""

    def format(self, record: logging.LogRecord) -> str:
        prefix = "" if record.levelno < logging.WARNING else f"{record.levelname.lower()}: "
        return prefix + record.getMessage()


class _Terminal(logging.StreamHandler[TextIO]):
    """The terminal; where it is gone, nobody is left to be told."""

    def handleError(self, record: logging.LogRecord) -> None:
        """Python's hook for what could not be written."""


class _File(RotatingFileHandler):
    """The file; that it can't be written, as on a full disk, is said on the terminal, once."""

    _failed = False

    def handleError(self, record: logging.LogRecord) -> None:
        """Python's hook for what could not be written."""
        if self._failed:
            return
        self._failed = True
        error = sys.exc_info()[1]
        reason = getattr(error, "strerror", None) or error
        with suppress(OSError):
            print(
                f"warning: the log is not written: {self.baseFilename}: {reason}", file=sys.stderr
            )


class Faults(logging.Handler):
    """Notes from now on whether anything is logged as an error."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.seen = False
        logging.getLogger().addHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        """Python's hook."""
        self.seen = True


def log_file() -> Path:
    """The path of the log; it may not exist."""
    return folders.state_folder() / "kiosk.log"


def begin(level: int = logging.WARNING) -> None:
    """Logs to the terminal from `level` up, to the file from INFO up.

    Where the file cannot be written, says so once and goes on without it. What a slot raises is
    logged too: Qt goes on after it.
    """
    terminal = _Terminal(sys.stderr)
    terminal.setLevel(level)
    terminal.setFormatter(_Short())
    terminal.addFilter(lambda record: not hasattr(record, "file_only"))
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    root.addHandler(terminal)
    add_file()
    sys.excepthook = _log_raised


def add_file() -> Path | None:
    """Logs to the file as well; None, and a line on the terminal, where it can't be written."""
    path = log_file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = _File(
            path, maxBytes=MAX_BYTES, backupCount=KEPT, encoding="utf-8", errors="backslashreplace"
        )
    except OSError as error:
        log.warning("no log is kept: %s: %s", path, error.strerror or error)
        return None
    handler.setLevel(logging.INFO)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.getLogger().addHandler(handler)
    return path


def keep_traceback() -> Path | None:
    """Writes the error at hand to the file alone; None where there is no file to write to."""
    handlers = logging.getLogger().handlers
    kept = next((h for h in handlers if isinstance(h, RotatingFileHandler)), None)
    path = Path(kept.baseFilename) if kept else add_file()
    if path is not None:
        log.critical("stopped", exc_info=True, extra={"file_only": True})
    return path


def _log_raised(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    log.error("%s: %s", kind.__name__, error, exc_info=(kind, error, trace))
