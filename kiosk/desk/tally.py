"""How visitors chose, kept on disk as counts alone."""

from __future__ import annotations

import json
import logging
from pathlib import Path

from kiosk import whole

log = logging.getLogger(__name__)

Counts = dict[str, dict[str, int]]


def read_tally(path: Path) -> Counts:
    """The counts in a file, none where it is missing or not sound."""
    try:
        found = json.loads(path.read_text("utf-8"))
        return {
            str(decision): {str(choice): int(count) for choice, count in counts.items()}
            for decision, counts in found.items()
        }
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, TypeError, AttributeError) as error:
        log.warning("%s: starts anew: %s", path, error)
        return {}


def write_tally(path: Path, counts: Counts) -> None:
    """Writes the whole file or none; what goes wrong is logged."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        whole.write(path, json.dumps(counts, sort_keys=True))
    except OSError as error:
        log.warning("%s: %s", path, error.strerror or error)
