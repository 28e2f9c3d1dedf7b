"""Small pictures of a talk: the map of a view, and the slide as the audience sees it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtGui import QImage

from kiosk.exhibit.geo import project
from kiosk.exhibit.model import Bounds
from kiosk.stage.basemap import BaseMap
from kiosk.stage.pictures import Pictures
from kiosk.stage.topography.frame import Frame

ACROSS_MM = 160.0
"""How wide the map of a vignette counts as: lines are drawn as on a small sheet."""


class Vignettes(Pictures):
    """Paints image://views/VIEW/WIDTH/HEIGHT: the ground of a view, filled to the edges."""

    def __init__(self, views: Mapping[str, Bounds], base: Callable[[], BaseMap]) -> None:
        super().__init__()
        self._views, self._base = views, base

    def picture(self, address: str) -> QImage:
        """Pictures' hook."""
        view, width, height = address.split("/")
        return self._base().paint(framed(self._views[view], int(width), int(height)))


def framed(bounds: Bounds, width: int, height: int) -> Frame:
    """The frame of so many px that has all of `bounds` in its middle."""
    left, top = project(bounds[0], bounds[3])
    right, bottom = project(bounds[2], bounds[1])
    scale = min(width / (right - left), height / (bottom - top))
    return Frame(
        x=(left + right - width / scale) / 2,
        y=(top + bottom - height / scale) / 2,
        px_per_km=scale,
        width=width,
        height=height,
        px_per_mm=width / ACROSS_MM,
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
