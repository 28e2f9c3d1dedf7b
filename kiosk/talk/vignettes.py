"""Small pictures of a talk: the map of a view, and the slide as the audience sees it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtGui import QImage

from kiosk.exhibit.geo import project
from kiosk.exhibit.model import Bounds
from kiosk.map.ground.basemap import BaseMap
from kiosk.map.ground.frame import Frame
from kiosk.qt.pictures import Pictures

WIDTH_PX, HEIGHT_PX = 480, 270
"""The size of a vignette."""

ACROSS_MM = 160.0
"""The width the map of a vignette counts as having: lines are drawn as on a small sheet."""


class Vignettes(Pictures):
    """Paints image://views/VIEW: the ground of a view, filled to the edges."""

    def __init__(self, views: Mapping[str, Bounds], base: Callable[[], BaseMap]) -> None:
        super().__init__()
        self._views, self._base = views, base

    def picture(self, address: str) -> QImage:
        """Pictures' hook."""
        return self._base().paint(framed(self._views[address]))


def framed(bounds: Bounds) -> Frame:
    """The frame of a vignette that has all of `bounds` in its middle."""
    left, top = project(bounds[0], bounds[3])
    right, bottom = project(bounds[2], bounds[1])
    scale = min(WIDTH_PX / (right - left), HEIGHT_PX / (bottom - top))
    return Frame(
        x=(left + right - WIDTH_PX / scale) / 2,
        y=(top + bottom - HEIGHT_PX / scale) / 2,
        px_per_km=scale,
        width=WIDTH_PX,
        height=HEIGHT_PX,
        px_per_mm=WIDTH_PX / ACROSS_MM,
    )


class Shots(Pictures):
    """Hands the last picture of the slide to QML as image://shots/NUMBER."""

    def __init__(self) -> None:
        super().__init__()
        self._last = QImage()
        self._number = 0

    def keep(self, picture: QImage) -> int:
        """Takes a picture in place of the last one; its number."""
        self._last, self._number = picture, self._number + 1
        return self._number

    def picture(self, address: str) -> QImage:
        """Pictures' hook."""
        return self._last
