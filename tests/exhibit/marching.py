"""Formations that march for tests of the clock."""

from __future__ import annotations

import datetime as dt
from typing import Any

from kiosk.exhibit.clock import Clock
from tests.exhibit.made import exhibit

DAY = dt.datetime(1900, 1, 2)
HOUR = dt.timedelta(hours=1)
SOURCES = [{"id": id_, "title": "t", "where": "w"} for id_ in ("s1", "s2", "s3")]


def at(hours: float) -> dt.datetime:
    return DAY + hours * HOUR


def formation(track: list[dict[str, Any]], id_: str = "unit", **fields: Any) -> dict[str, Any]:
    return {
        "id": id_,
        "name": "n",
        "side": "north",
        "echelon": "corps",
        "track": track,
        **fields,
    }


def station(starts: float, ends: float | None = None, **fields: Any) -> dict[str, Any]:
    return {
        "starts": at(starts),
        "ends": None if ends is None else at(ends),
        "at": (1.0, 0.0),
        "state": "waiting",
        "uncertainty_km": 2,
        **fields,
    }


def clock(*formations: dict[str, Any], **lists: Any) -> Clock:
    return Clock(exhibit(formations=formations, sources=SOURCES, **lists))
