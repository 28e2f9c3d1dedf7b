"""The courses of a river of men in px: its bands' ways and widths, and the ring of its pocket."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath, QPainterPathStroker

from kiosk.exhibit.model import AreaKind, Certainty
from kiosk.map.boxes import Box, away
from kiosk.map.river.bands import Band, Deed, River
from kiosk.map.river.sight import WIDEST_MM, Sight
from kiosk.map.signs.areas import besiegers
from kiosk.map.signs.lines import Px, polygon, rounded
from kiosk.map.signs.marches import DrawnArea
from kiosk.map.signs.sieges import Siege
from kiosk.map.viewport import PlanePoint

EQUAL_MM = 9.0
"""The width of every band where nobody was counted."""

LEAST_MM = 3.0
"""The least width of a band."""

BEND_MM = 32.0
"""The distance before a corner at which a band begins to turn."""

RING_BEND_MM = 14.0
"""The same of a pocket."""

SWELL, MOST_SWELL = 1.5, 2.0
"""A pocket is drawn at least this many times as wide as its river, and at most so much larger.

Who turned back there is drawn as much larger; who changed sides goes as far as they went.
"""

GAP_MM = 3.0
"""The distance from a pocket at which the heads of arrows stop."""

SIEGED_GAP_MM = 13.0
"""The same where teeth stand about it."""

LEAST_WAY_MM = 26.0
"""The least length of the way of who closes in."""

LEAST_ARC_MM = 24.0
"""A shorter piece of a besiegers' line isn't drawn."""

PLAIN_MM = 2.5
"""Turns of a way that leave its line by less than this are not drawn."""


def swell(river: River, sight: Sight) -> float:
    """The factor by which the pocket is drawn larger, and what went out of it."""
    if not river.pocket:
        return 1.0
    xs, ys = zip(*river.pocket, strict=True)
    across = min(max(xs) - min(xs), max(ys) - min(ys)) * sight.scale
    wide = sum(widths(river, river.bands[0], sight.px_per_mm)) / 2
    return min(MOST_SWELL, max(1.0, SWELL * wide / (across or 1.0)))


def ring(river: River, sight: Sight) -> list[Px]:
    """The pocket in px, drawn as much larger as it must be."""
    points = [sight.px(point) for point in river.pocket]
    return rounded(_swollen(points, river, sight), RING_BEND_MM * sight.px_per_mm, closed=True)


def _swollen(points: Sequence[Px], river: River, sight: Sight) -> list[Px]:
    if not river.pocket:
        return list(points)
    corners = [sight.px(point) for point in river.pocket]
    middle, factor = sum(corners) / len(corners), swell(river, sight)
    return [middle + (point - middle) * factor for point in points]


def widths(river: River, band: Band, px_per_mm: float) -> tuple[float, float]:
    """The widths in px of a band's low and high end."""
    if not river.most or band.men is None:
        return EQUAL_MM * px_per_mm, EQUAL_MM * px_per_mm
    low, high = (max(LEAST_MM, WIDEST_MM * men / river.most) * px_per_mm for men in band.men)
    return low, high


def placed(river: River, band: Band, points: Sequence[PlanePoint], sight: Sight) -> list[Px]:
    """Points of a band's way in px, moved as what came out of a pocket that is drawn larger."""
    spots = [sight.px(point) for point in points]
    if band.deed is Deed.TURN_BACK:
        return _swollen(spots, river, sight)
    if band.deed is Deed.CHANGE_SIDES:
        first = sight.px(band.way[0])
        off = _swollen([first], river, sight)[0] - first
        return [spot + off for spot in spots]
    return spots


def course(river: River, band: Band, sight: Sight) -> list[Px]:
    """A band's way in px, its corners turned; who closes in stops before the pocket."""
    mm = sight.px_per_mm
    spots = placed(river, band, band.way, sight)
    if band.deed is Deed.CLOSE_IN and river.pocket:
        gap = (SIEGED_GAP_MM if river.sieges else GAP_MM) * mm
        spots = _short_of(spots, closed(ring(river, sight)), gap)
        spots = _lengthened(spots, LEAST_WAY_MM * mm)
    return rounded(_plain(spots, PLAIN_MM * mm), BEND_MM * mm)


def crosses_any(river: River, boxes: Sequence[Box], sight: Sight) -> bool:
    """True if a band of a river passes any of the boxes in px."""
    for band in river.bands:
        way, half = swath(river, band, sight)
        ends = [(point.real, point.imag) for point in way]
        wider = [box.grown(half, half) for box in boxes]
        if any(box.is_cut(part) for part in pairwise(ends) for box in wider):
            return True
    return False


def swath(river: River, band: Band, sight: Sight) -> tuple[list[Px], float]:
    """A band's way in px, and half its width."""
    return course(river, band, sight), widths(river, band, sight.px_per_mm)[1] / 2


def arcs(river: River, sight: Sight) -> list[tuple[Siege, list[Px]]]:
    """The lines of those who besiege the pocket, in px; open where a band goes in or out."""
    if not (river.pocket and river.sieges):
        return []
    about = ring(river, sight)
    turn = math.radians(-sight.bearing)
    turned = (
        replace(siege, begins=siege.begins + turn, ends=siege.ends + turn) for siege in river.sieges
    )
    points = tuple((point.real, point.imag) for point in about)
    pocket = DrawnArea(
        points, True, "", AreaKind.POCKET, Certainty.DOCUMENTED, sieges=tuple(turned)
    )
    through = [swath(river, band, sight) for band in river.bands if band.deed is not Deed.CLOSE_IN]
    pieces = []
    for siege, line in besiegers(pocket, 1.0, sight.px_per_mm):
        spots = [about[0] + point for point in line]
        for free, run in groupby(spots, lambda spot: not _on_one(spot, through)):
            piece = list(run)
            length = sum(abs(b - a) for a, b in pairwise(piece))
            if free and length > LEAST_ARC_MM * sight.px_per_mm:
                pieces.append((siege, piece))
    return pieces


def block(river: River, line: Sequence[PlanePoint], sight: Sight) -> list[Px]:
    """A line that shuts the way back, in px, as much farther out as that way is drawn longer."""
    return _swollen([sight.px(point) for point in line], river, sight)


def _on_one(spot: Px, through: Sequence[tuple[Sequence[Px], float]]) -> bool:
    """True if a spot lies on one of some bands, given by their ways and half their widths."""
    point = (spot.real, spot.imag)
    return any(
        away(point, (a.real, a.imag), (b.real, b.imag)) < half
        for way, half in through
        for a, b in pairwise(way)
    )


def _lengthened(spots: Sequence[Px], least: float) -> list[Px]:
    """A way that begins earlier, so that it is at least so long."""
    length = sum(abs(b - a) for a, b in pairwise(spots))
    if length >= least or len(spots) < 2:
        return list(spots)
    back = spots[0] - spots[-1]
    return [spots[0] + (least - length) * back / (abs(back) or 1.0), *spots[1:]]


def _plain(spots: Sequence[Px], off: float) -> list[Px]:
    """A way without the spots that lie less than `off` px beside the line of the others."""
    if len(spots) < 3:
        return list(spots)
    ends = [(spot.real, spot.imag) for spot in (spots[0], spots[-1])]
    aside = [away((spot.real, spot.imag), *ends) for spot in spots]
    at = max(range(len(spots)), key=aside.__getitem__)
    if aside[at] < off or at in (0, len(spots) - 1):
        return [spots[0], spots[-1]]
    return [*_plain(spots[: at + 1], off)[:-1], *_plain(spots[at:], off)]


def closed(points: Sequence[Px]) -> QPainterPath:
    """A ring as a path."""
    path = QPainterPath()
    path.addPolygon(polygon(points))
    path.closeSubpath()
    return path


def _short_of(way: Sequence[Px], pocket: QPainterPath, gap: float) -> list[Px]:
    """A way as far as `gap` px before it first enters a pocket."""
    shut = QPainterPathStroker()
    shut.setWidth(2 * gap)
    about = pocket.united(shut.createStroke(pocket))
    walked = [way[0]]
    for start, end in pairwise(way):
        steps = max(1, round(abs(end - start) / 2))
        for step in range(1, steps + 1):
            spot = start + (end - start) * step / steps
            if about.contains(QPointF(spot.real, spot.imag)):
                return walked
            walked.append(spot)
    return walked
