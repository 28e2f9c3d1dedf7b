"""A content folder read, or what was read of the same content by an earlier start."""

from __future__ import annotations

import json
from pathlib import Path

from kiosk.exhibit import model
from kiosk.exhibit.plain import kinds_in
from kiosk.exhibit.reading.outcome import Reading
from kiosk.exhibit.reading.stamp import Digests, digests_of
from kiosk.machine import compiled

KIND = "exhibit"


def reading_of(folder: Path, digests: Digests | None = None) -> Reading:
    """The content of a folder on this machine, and what is wrong with it.

    Content without any problem is read and checked once, and kept as records from then on.
    `digests` are those of its files, where somebody has made them already.
    """
    sources = json.dumps(digests or digests_of(folder), sort_keys=True)
    exhibit = compiled.recall(KIND, sources, kinds_in(model).values())
    if isinstance(exhibit, model.Exhibit):
        return Reading(exhibit, ())
    from kiosk.exhibit.reader import read_exhibit

    reading = read_exhibit(folder)
    if reading.exhibit and not reading.problems:
        compiled.keep(KIND, sources, reading.exhibit)
    return reading
