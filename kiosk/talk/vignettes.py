"""Small pictures of a talk: the map of a view, and the slide as the audience sees it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtGui import QImage

from kiosk.exhibit.geo import project
from kiosk.exhibit.model import Bounds
from kiosk.map.ground.basemap import BaseMap
from kiosk.map.ground.frame import Frame
from kiosk.map.ground.palette import Palette, toned
from kiosk.qt.pictures import Pictures

ASPECT = 9 / 16
"""The height of a vignette over its width."""

ACROSS_MM = 160.0
"""The width the map of a vignette counts as having: lines are drawn as on a small sheet."""


class Vignettes(Pictures):
    """Paints image://views/VIEW/WIDTH?TONE: the ground of a view, filled to the edges."""

    def __init__(self, views: Mapping[str, Bounds], base: Callable[[], BaseMap]) -> None:
        super().__init__()
        self._views, self._base = views, base

    def picture(self, address: str) -> QImage:
        """Pictures' hook."""
        address, palette = toned(address)
        view, _, width = address.rpartition("/")
        return self._base().paint(framed(self._views[view], int(width), palette))


def framed(bounds: Bounds, width: int, palette: Palette) -> Frame:
    """The frame of a vignette `width` px across that has all of `bounds` in its middle."""
    height = round(width * ASPECT)
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
        palette=palette,
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
