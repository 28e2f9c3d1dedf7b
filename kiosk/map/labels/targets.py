"""Targets of a touch on the map, and the one that a touch means."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.exhibit.ref import Ref
from kiosk.map.boxes import Box, Point
from kiosk.map.viewport import PlanePoint, Viewport

TOUCH_MM = 10.0
"""A touch within this distance of a symbol, a name or a spot finds it."""

TIE_MM = 2.0
"""A place must be nearer than a formation by more than this to be found instead of it."""


@dataclass(frozen=True)
class Target:
    """A record's spot on the plane and its boxes in px from there, or from the screen's corner.

    `dot` says whether the spot itself is drawn.
    """

    ref: Ref
    at: PlanePoint | None
    boxes: tuple[Box, ...]
    dot: bool = False

    def away(self, dx: float, dy: float) -> float:
        """The distance of its nearest part from a point, both in px from the spot."""
        parts = [box.away(dx, dy) for box in self.boxes]
        return min((*parts, math.hypot(dx, dy)) if self.dot else parts)

    @property
    def middle(self) -> Point:
        """The dot, or the middle of what is drawn instead, in px from the spot."""
        return (0.0, 0.0) if self.dot else self.boxes[0].centre


def touched(
    targets: Sequence[Target], viewport: Viewport, px: float, py: float, px_per_mm: float
) -> tuple[Ref, float, float] | None:
    """The record of the nearest of `targets` within `TOUCH_MM`, with its middle in px."""
    best, found = math.inf, None
    for target in targets:
        x, y = viewport.on_screen([target.at])[0] if target.at else (0.0, 0.0)
        away = target.away(px - x, py - y)
        ahead = TIE_MM * px_per_mm if target.ref.kind == "formations" else 0.0
        if away <= TOUCH_MM * px_per_mm and away - ahead < best:
            dx, dy = target.middle
            best, found = away - ahead, (target.ref, x + dx, y + dy)
    return found
