"""The sight of a river of men: how large, which way up, and where on the picture."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QPointF
from PySide6.QtGui import QTransform

from kiosk.map.river.bands import River
from kiosk.map.signs.lines import Px
from kiosk.map.viewport import PlanePoint

WIDEST_MM = 33.2
"""The width of the band of the most men: 2 px of the drawing for 1,000 of 60,000."""

WIDE = 1.25
"""Width over height from which a box is wide."""


@dataclass(frozen=True)
class Sight:
    """A picture's size and what it shows: px, px per mm and per plane km, degrees that are up.

    (`x`, `y`) is the plane point in the middle of the picture.
    """

    width: int
    height: int
    px_per_mm: float
    scale: float
    bearing: float
    x: float
    y: float

    @cached_property
    def to_picture(self) -> QTransform:
        """From plane coordinates to px."""
        turned = QTransform.fromTranslate(-self.x, -self.y)
        turned *= QTransform().rotate(-self.bearing)
        turned *= QTransform.fromScale(self.scale, self.scale)
        return turned * QTransform.fromTranslate(self.width / 2, self.height / 2)

    def px(self, point: PlanePoint) -> Px:
        """A point of the plane in px."""
        spot = self.to_picture.map(QPointF(*point))
        return complex(spot.x(), spot.y())

    @property
    def north(self) -> float:
        """The direction of north on the picture, in degrees clockwise from up."""
        return -self.bearing % 360


def sight_of(
    river: River, size: tuple[int, int], px_per_mm: float, box: tuple[float, float, float, float]
) -> Sight:
    """The sight in which the river fills a box of the picture: left, top, width, height in px.

    It is turned as the view asks in a wide box, where it is larger so than with north up.
    """
    bearings = (0.0, river.bearing) if box[2] > WIDE * box[3] else (0.0,)
    sights = [_fitted(river, size, px_per_mm, box, bearing) for bearing in bearings]
    return max(sights, key=lambda sight: sight.scale)


def _fitted(
    river: River,
    size: tuple[int, int],
    px_per_mm: float,
    box: tuple[float, float, float, float],
    bearing: float,
) -> Sight:
    left, top, wide, high = box
    turn = QTransform().rotate(-bearing)
    points = [turn.map(QPointF(*point)) for point in river.main]
    xs, ys = [p.x() for p in points], [p.y() for p in points]
    edge = WIDEST_MM * px_per_mm / 2
    scale = min(
        max(1.0, wide - edge) / max(1e-6, max(xs) - min(xs)),
        max(1.0, high - 2 * edge) / max(1e-6, max(ys) - min(ys)),
    )
    middle = QPointF((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2)
    off = QPointF(size[0] / 2 - left - wide / 2, size[1] / 2 - top - high / 2) / scale
    spot = turn.inverted()[0].map(middle + off)
    return Sight(*size, px_per_mm, scale, bearing, spot.x(), spot.y())
