"""Records that were checked once, kept so that the next start need not check them again.

Each is a file of JSON in the folder of caches, beside what Qt keeps there; starts that come to no
picture clear it. It is taken only whole, and only for the sources and the code that it was made of.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from kiosk.exhibit.plain import plain, restored
from kiosk.machine import folders, whole

log = logging.getLogger(__name__)

CODE = Path(__file__).parents[1]
MOST = 8
"""The files of one kind that are kept: the newest."""


def recall(kind: str, sources: str, kinds: Iterable[type]) -> Any:
    """The records that were kept of these sources, None where there are none to be taken."""
    file = _file(kind, sources)
    try:
        told, _, text = file.read_text("utf-8").partition("\n")
    except (OSError, ValueError):
        return None
    if told != _sum(sources, text):
        log.warning("%s is damaged or foreign, and is made anew", file)
        return None
    try:
        return restored(json.loads(text), kinds)
    except (ValueError, RecursionError):
        log.warning("%s holds no records, and is made anew", file)
        return None


def keep(kind: str, sources: str, records: Any) -> None:
    """Keeps the records that were made of these sources; where that fails, the log says so."""
    file = _file(kind, sources)
    text = json.dumps(plain(records), ensure_ascii=False, separators=(",", ":"))
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        whole.write(file, f"{_sum(sources, text)}\n{text}")
        kept = sorted(file.parent.glob(f"{kind}-*.json"), key=os.path.getmtime, reverse=True)
        for old in kept[MOST:]:
            old.unlink(missing_ok=True)
    except OSError as error:
        log.info("the next start will be slower: %s", whole.reason(error))


def _file(kind: str, sources: str) -> Path:
    name = hashlib.sha256(f"{code()}\n{sources}".encode()).hexdigest()[:16]
    return folders.cache_folder() / "kiosk" / "compiled" / f"{kind}-{name}.json"


def _sum(sources: str, text: str) -> str:
    return hashlib.sha256("\n".join((code(), sources, text)).encode()).hexdigest()


@cache
def code() -> str:
    """The digest of the code that reads and checks."""
    digest = hashlib.sha256()
    for path in sorted((CODE / "exhibit").rglob("*.py")):
        digest.update(path.read_bytes())
    for name in ("settings.py", "hours.py", "keymap.py"):
        digest.update((CODE / "machine" / name).read_bytes())
    return digest.hexdigest()
