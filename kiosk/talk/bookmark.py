"""The bookmark of a talk, kept on disk from click to click until it is ended properly."""

from __future__ import annotations

import datetime as dt
import json
import logging
from dataclasses import asdict, dataclass
from pathlib import Path

from kiosk.machine import whole
from kiosk.talk.delivery import Bookmark

log = logging.getLogger(__name__)

FRESH = dt.timedelta(hours=3)
"""A talk that was left longer ago is not taken up again."""


@dataclass(frozen=True)
class Left:
    """A talk that was left: which, in which language, when, and where."""

    talk: str
    language: str
    at: dt.datetime
    bookmark: Bookmark


def read_bookmark(path: Path, talk: str, now: dt.datetime) -> Left | None:
    """The bookmark of this talk within `FRESH`; None if it has none, or the file is not sound."""
    try:
        found = json.loads(path.read_text("utf-8"))
        at, place = dt.datetime.fromisoformat(found["at"]), found["bookmark"]
        bookmark = Bookmark(
            int(place["slide"]), str(place["show"]), int(place["step"]), float(place["seconds"])
        )
        left = Left(str(found["talk"]), str(found["language"]), at, bookmark)
        fresh = dt.timedelta(0) <= now - at <= FRESH
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError, KeyError, ArithmeticError, RecursionError) as error:
        log.warning("%s: the talk starts anew: %s", path, error)
        return None
    return left if left.talk == talk and fresh and bookmark.slide >= 0 else None


def write_bookmark(path: Path, left: Left) -> None:
    """Writes the whole file or none. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    whole.write(path, json.dumps(asdict(left) | {"at": left.at.isoformat()}), safe=True)


def remove_bookmark(path: Path) -> None:
    """The talk was ended properly."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        log.warning("%s: %s", path, error.strerror or error)
