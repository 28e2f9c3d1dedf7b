"""What came of laying out the map: rows for QML, leaders, and what a touch may find."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from kiosk.exhibit.model import Place
from kiosk.map.boxes import Box, Point
from kiosk.map.labels.targets import Target
from kiosk.map.viewport import PlanePoint

Row = dict[str, Any]


@dataclass(frozen=True)
class Leader:
    """A line from a symbol that had to step aside to its true spot: spot on the plane, px off."""

    x: float
    y: float
    dx: float
    dy: float


@dataclass(frozen=True)
class Placed:
    """Where a name stands: its box before it is turned about its centre, and which of its sizes."""

    box: Box
    size: int
    angle: float = 0.0


@dataclass
class Laid:
    """What came of laying out; `doubtful` are the shown places that are on no map."""

    units: list[Row] = field(default_factory=list)
    names: list[Row] = field(default_factory=list)
    leaders: list[Leader] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)
    doubtful: list[Place] = field(default_factory=list)


def name_row(
    key: str, kind: str, at: PlanePoint, spot: Point, placed: Placed, lead: str, px: int
) -> Row:
    """The row of a name that stands for a point on the plane, seen at a spot in px."""
    return {
        "key": key,
        "planeX": at[0],
        "planeY": at[1],
        "lead": lead,
        "second": "",
        "modern": "",
        "labelX": round(placed.box.left - spot[0]),
        "labelY": round(placed.box.top - spot[1]),
        "labelWidth": round(placed.box.width),
        "labelHeight": round(placed.box.height),
        "angle": placed.angle,
        "kind": kind,
        "tint": "",
        "px": px,
        "modernPx": px,
        "spacing": 0.0,
        "dot": False,
        "located": True,
        "chosen": False,
        "spoken": lead,
    }
