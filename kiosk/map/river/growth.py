"""The growth of a river of men: its picture in slices, each seen from a moment on."""

from __future__ import annotations

import datetime as dt
import math
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QImage, QPainter, QRegion, QTransform

from kiosk.map.ground.palette import TABLE, Palette
from kiosk.map.river.bands import Band, Block, Deed, River
from kiosk.map.river.courses import arcs, block, closed, course, placed, ring, widths
from kiosk.map.river.painting import BARB_MM, EDGE_MM, Part, paint_part, parts_of
from kiosk.map.river.sight import Sight
from kiosk.map.signs.areas import TOOTH_MM
from kiosk.map.signs.lines import Px, polygon


@dataclass(frozen=True)
class Slice:
    """A piece of the picture in px, to be seen from a moment on."""

    since: dt.datetime
    left: int
    top: int
    image: QImage


def slices(
    river: River, sight: Sight, moments: Sequence[dt.datetime], palette: Palette = TABLE
) -> Iterator[Slice]:
    """The pieces of the figure in the order they lie upon each other.

    `moments` are in order; laid upon the ground all pieces are the whole figure.
    """
    for part in parts_of(river):
        image = QImage(sight.width, sight.height, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_part(painter, river, part, sight, palette)
        painter.end()
        free = QRegion(_box(river, part, sight))
        for since, region in _reached(river, part, sight, moments):
            piece = region.intersected(free)
            free -= piece
            if not piece.isEmpty():
                yield from _cut(image, piece, since)


def since_of(river: River, part: Part) -> dt.datetime:
    """The moment from which a part of the figure is seen."""
    if isinstance(part, Band):
        return part.times[0]
    return part.since if isinstance(part, Block) else river.shut


def _reached(
    river: River, part: Part, sight: Sight, moments: Sequence[dt.datetime]
) -> Iterator[tuple[dt.datetime, QRegion]]:
    """The region of a part that is seen from each moment on; with the last of it all the rest."""
    everything = QRegion(QRect(0, 0, sight.width, sight.height))
    since = since_of(river, part)
    if not isinstance(part, Band):
        yield since, everything
        return
    brush = widths(river, part, sight.px_per_mm)[1] / 2 + (BARB_MM + EDGE_MM) * sight.px_per_mm
    for before, moment in pairwise(moments):
        if moment > part.times[0] and before < part.times[-1]:
            spots = placed(river, part, [_at(part, before), _at(part, moment)], sight)
            yield (
                moment,
                _brushed(spots[0], spots[1], _swollen(river, part, sight, spots[1], brush)),
            )
    yield part.times[-1], everything


def _at(band: Band, moment: dt.datetime) -> tuple[float, float]:
    """The point of the plane where a band's men were."""
    after = bisect_right(band.times, moment)
    if after in (0, len(band.times)):
        return band.way[min(after, len(band.way) - 1)]
    (x, y), (end_x, end_y) = band.way[after - 1 : after + 1]
    begin, end = band.times[after - 1 : after + 1]
    share = (moment - begin) / (end - begin)
    return x + (end_x - x) * share, y + (end_y - y) * share


def _swollen(river: River, band: Band, sight: Sight, spot: Px, brush: float) -> float:
    """The reach of what is seen about a spot: the river fills its pocket from where it comes in."""
    if band.deed is not Deed.LEAVE or band is not river.bands[0] or not river.pocket:
        return brush
    about = ring(river, sight)
    if not closed(about).contains(QPointF(spot.real, spot.imag)):
        return brush
    middle = sum(about) / len(about)
    farthest = max(abs(point - middle) for point in about)
    inside = 1 - min(1.0, abs(spot - middle) / farthest)
    return brush + farthest * inside


def _brushed(start: Px, end: Px, reach: float) -> QRegion:
    """The region that a round brush paints from one spot to another."""
    region = QRegion()
    steps = max(1, math.ceil(abs(end - start) / (reach / 3)))
    side = round(2 * reach)
    for step in range(steps + 1):
        spot = start + (end - start) * step / steps
        box = QRect(round(spot.real - reach), round(spot.imag - reach), side, side)
        region += QRegion(box, QRegion.RegionType.Ellipse)
    return region


def _box(river: River, part: Part, sight: Sight) -> QRect:
    """The box of a part in px, and a little more."""
    if isinstance(part, Band):
        reach = max(widths(river, part, sight.px_per_mm)) / 2 + BARB_MM * sight.px_per_mm
        spots = course(river, part, sight)
        if part is river.bands[0]:
            spots += ring(river, sight)
    elif isinstance(part, Block):
        reach, spots = TOOTH_MM[1] * sight.px_per_mm, block(river, part.line, sight)
    else:
        reach = TOOTH_MM[1] * sight.px_per_mm
        spots = [spot for _, arc in arcs(river, sight) for spot in arc]
    room = round(reach + 2 * EDGE_MM * sight.px_per_mm)
    box = polygon(spots).boundingRect().toAlignedRect().adjusted(-room, -room, room, room)
    return box.intersected(QRect(0, 0, sight.width, sight.height))


def _cut(image: QImage, region: QRegion, since: dt.datetime) -> Iterator[Slice]:
    """The part of a picture in a region, no larger than is seen of it; none if that is clear."""
    box = region.boundingRect()
    piece = QImage(box.size(), QImage.Format.Format_ARGB32_Premultiplied)
    piece.fill(Qt.GlobalColor.transparent)
    painter = QPainter(piece)
    painter.translate(-box.topLeft())
    painter.setClipRegion(region)
    painter.drawImage(0, 0, image)
    painter.end()
    top, bottom = _seen(piece)
    left, right = _seen(piece.transformed(QTransform().rotate(90)))
    if top <= bottom:
        seen = piece.copy(left, top, right - left + 1, bottom - top + 1)
        yield Slice(since, box.x() + left, box.y() + top, seen)


def _seen(image: QImage) -> tuple[int, int]:
    """The first and the last row of a picture that is not clear; the last is -1 if all are."""
    data, row = bytes(image.constBits()), image.bytesPerLine()
    first = (len(data) - len(data.lstrip(b"\0"))) // row
    return first, (len(data.rstrip(b"\0")) - 1) // row
