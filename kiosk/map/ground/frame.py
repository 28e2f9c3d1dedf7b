"""A rectangle of the map as a picture, and what its scale asks of what is drawn in it."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTransform

from kiosk.map.ground.palette import TABLE, Palette

FAR_MM_PER_KM = 0.3
"""Below this scale the map is seen from afar, and only its outlines are drawn."""

WIDEST_MM = 3.0
"""The distance that a line outside the frame may reach into it."""


@dataclass(frozen=True)
class Frame:
    """A rectangle of the map as a picture."""

    x: float
    """Plane coordinates of the top-left corner, as `kiosk.exhibit.geo.project` gives them."""
    y: float
    px_per_km: float
    """Pixels per plane kilometre."""
    width: int
    """Pixels."""
    height: int
    px_per_mm: float
    """Pixels per millimetre of the screen, for the widths of lines."""
    palette: Palette = TABLE

    @property
    def mm_per_km(self) -> float:
        """Scale of the picture on the screen."""
        return self.px_per_km / self.px_per_mm

    @property
    def area(self) -> QRectF:
        """The rectangle in plane coordinates."""
        return QRectF(self.x, self.y, self.width / self.px_per_km, self.height / self.px_per_km)

    @property
    def reach(self) -> QRectF:
        """The area whose lines may be seen in the picture."""
        edge = WIDEST_MM / self.mm_per_km
        return self.area.adjusted(-edge, -edge, edge, edge)

    @property
    def to_picture(self) -> QTransform:
        """From plane coordinates to pixels of the picture."""
        scale = self.px_per_km
        return QTransform(scale, 0, 0, scale, -self.x * scale, -self.y * scale)

    @property
    def swell(self) -> float:
        """The factor of lines' widths: a third more for each doubling of the scale."""
        return 1 + 0.33 * max(0.0, math.log2(self.mm_per_km / 0.25))

    def coarser(self, times: float) -> Frame:
        """The same ground in pixels that are so many times as large."""
        return replace(
            self,
            px_per_km=self.px_per_km / times,
            width=int(self.width / times),
            height=int(self.height / times),
            px_per_mm=self.px_per_mm / times,
        )
