"""How marches, areas, doubt and bridges are drawn, on the map and in its key."""

from __future__ import annotations

import cmath
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby, pairwise

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QImage,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
)

from kiosk.exhibit.model import AreaKind, PlaceKind
from kiosk.map.ground.palette import TABLE, Palette, mixed, toned
from kiosk.map.signs.marches import Arrow, Manner, Patch, Ring
from kiosk.qt.pictures import Pictures

Drawn = Arrow | Patch | Ring

Point = tuple[float, float]
"""A point of the plane."""

Px = complex
"""A point in px: to the right, and i down. What is times -i is turned to the left."""

TURN = (0.0, 0.25, 0.5, 0.75, 1.0)
"""The steps in which a curve is drawn."""

BEND_MM = 5.0
"""How far before a corner of its way an arrow begins to turn."""

SAMPLE_ASPECT = 0.72
"""Height of a mark's sample over its width."""

DASH_MM, GAP_MM = 1.7, 1.3
"""The dashes of what is inferred."""

SHAPES = {Manner.MARCH: (0.4, 0.85, 2.0), Manner.ATTACK: (1.0, 1.15, 2.2),
          Manner.RETREAT: (0.8, 0.95, 2.0)}  # fmt: skip
"""Width of shaft, half width of head and length of head, over an arrow's width."""


@dataclass(frozen=True)
class Stroke:
    """A shape or loose lines with what they are drawn with, in px.

    What is too pale for its edge to show need not be `smooth`, and takes a quarter of the time.
    """

    shape: QPolygonF | QPainterPath | list[QLineF]
    pen: QPen | None = None
    brush: QBrush | None = None
    smooth: bool = True


@dataclass(frozen=True, eq=False)
class Mark:
    """Strokes about the point (x, y) of the plane, and the px around it that they cover.

    What shines through is drawn opaque and thinned by the alpha of its `veil`: a pen or a brush
    that is not opaque takes ten times as long, and once drawn it is only a picture to lay.
    """

    x: float
    y: float
    covers: QRectF
    strokes: tuple[Stroke, ...]
    veil: QBrush | None = None

    def picture(self, part: QRect, fineness: float = 1.0) -> QImage:
        """What it looks like within `part`, in px about its point, each `fineness` pixels wide."""
        size = QSizeF(part.size()) * fineness
        image = QImage(size.toSize(), QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(fineness)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        painter.translate(-part.topLeft())
        self.paint(painter)
        if self.veil is not None:
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
            painter.fillRect(part, self.veil)
        painter.end()
        return image

    def paint(self, painter: QPainter) -> None:
        """Draws it; the painter's origin is the point."""
        for stroke in self.strokes:
            painter.setPen(stroke.pen or QPen(Qt.PenStyle.NoPen))
            painter.setBrush(stroke.brush or QBrush())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, stroke.smooth)
            if isinstance(stroke.shape, QPainterPath):
                painter.drawPath(stroke.shape)
            elif isinstance(stroke.shape, QPolygonF):
                painter.drawPolygon(stroke.shape)
            else:
                painter.drawLines(stroke.shape)


def _mark(
    at: Point,
    extent: Sequence[Px],
    room: float,
    strokes: Iterable[Stroke],
    veil: QBrush | None = None,
) -> Mark:
    """A mark about `at` that reaches `room` px beyond `extent`."""
    covers = _polygon(extent).boundingRect().adjusted(-room, -room, room, room)
    return Mark(*at, covers, tuple(strokes), veil)


def _from_first(points: Sequence[Point], scale: float) -> list[Px]:
    """Points of the plane in px from the first of them."""
    x0, y0 = points[0]
    return [complex(x - x0, y - y0) * scale for x, y in points]


def _polygon(points: Iterable[Px]) -> QPolygonF:
    return QPolygonF([QPointF(point.real, point.imag) for point in points])


def _line(start: Px, end: Px) -> QLineF:
    return QLineF(start.real, start.imag, end.real, end.imag)


def _lines(points: Sequence[Px]) -> list[QLineF]:
    """A line's stretches. They are drawn twice as fast as the line in one."""
    return [_line(a, b) for a, b in pairwise(points)]


def _pen(colour: QColor | QBrush, width: float) -> QPen:
    return QPen(
        QBrush(colour), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap,
        Qt.PenJoinStyle.RoundJoin,
    )  # fmt: skip


def _faded(colour: QColor | str, alpha: float) -> QColor:
    clear = QColor(colour)
    clear.setAlphaF(alpha)
    return clear


def mark_of(what: Drawn, scale: float, mm: float, palette: Palette = TABLE) -> Mark:
    """How a march, an area, or the doubt about one formation is drawn.

    `scale` is px per unit of the plane, `mm` px per millimetre.
    """
    if isinstance(what, Arrow):
        return _arrow_mark(what, scale, mm, palette)
    if isinstance(what, Patch):
        return _patch_mark(what, scale, mm, palette)
    return _ring_mark(what, scale, mm, palette)


# ------------------------------------------------------------ lines


def rounded(points: Sequence[Px], bend: float, closed: bool = False) -> list[Px]:
    """`points` with their corners turned in curves that begin at most `bend` before each.

    The curve stays within the corner's triangle, so it leaves the line by less than `bend`.
    """
    points = [point for point, _ in groupby(points)]
    if len(points) < 3:
        return points
    corners = [points[-1], *points, points[0]] if closed else points
    smooth = [] if closed else [points[0]]
    for before, corner, after in zip(corners, corners[1:], corners[2:], strict=False):
        enter, leave = _toward(corner, before, bend), _toward(corner, after, bend)
        for t in TURN:
            smooth.append(enter * (1 - t) ** 2 + corner * (2 * t * (1 - t)) + leave * t**2)
    return smooth if closed else [*smooth, points[-1]]


def _toward(start: Px, end: Px, distance: float) -> Px:
    """The point `distance` px from `start` towards `end`, half-way at most."""
    return start + (end - start) * min(0.5, distance / (abs(end - start) or 1.0))


def _left_of(start: Px, end: Px) -> Px:
    """The unit vector to the left of the way from `start` to `end`."""
    return -1j * (end - start) / (abs(end - start) or 1.0)


def along(points: Sequence[Px], step: float) -> Iterator[tuple[Px, Px]]:
    """Spots every `step` px of a line, from half a step on, and the unit vector to its left."""
    left = step / 2
    for a, b in pairwise(points):
        length, normal = abs(b - a), _left_of(a, b)
        while left < length:
            yield a + (b - a) * (left / length), normal
            left += step
        left -= length


def dashed(points: Sequence[Px], dash: float, gap: float) -> list[QLineF]:
    """The dashes of a line. A pen with a dash pattern takes ten times as long on a curve."""
    dashes, drawing, left = [], True, dash
    for a, b in pairwise(points):
        length, done = abs(b - a), 0.0
        while done < length:
            until = min(length, done + left)
            if drawing:
                on = (b - a) / length
                dashes.append(_line(a + on * done, a + on * until))
            left -= until - done
            done = until
            if left < 1e-6:  # what is too small to move `done` would never end
                drawing = not drawing
                left = dash if drawing else gap
    return dashes


def _edge(points: Sequence[Px], pen: QPen, inferred: bool, mm: float) -> Stroke:
    return Stroke(dashed(points, DASH_MM * mm, GAP_MM * mm) if inferred else _lines(points), pen)


# ------------------------------------------------------------ marches


def _arrow_mark(arrow: Arrow, scale: float, mm: float, palette: Palette) -> Mark:
    """A march: slender on the road, broad in attack, hollow in retreat, in dashes if inferred."""
    way, width = _from_first(arrow.way, scale), arrow.width_mm * mm
    sides = arrow_sides(rounded(way, BEND_MM * mm), width, arrow.manner)
    strokes = _arrow_strokes(arrow, *sides, mm, palette) if sides else ()
    veil = _tail(way, arrow.strength) if palette.veils else None
    return _mark(arrow.way[0], way, 2 * width, strokes, veil)


def _arrow_strokes(
    arrow: Arrow, left: list[Px], right: list[Px], mm: float, palette: Palette
) -> Iterator[Stroke]:
    colour, casing = palette.side(arrow.colour), QColor(palette.casing)
    if not palette.veils:
        colour = mixed(casing, colour, arrow.strength)
    around = [*left, *reversed(right), left[0]]
    yield Stroke(_lines(around), _pen(casing, mm))
    if arrow.manner is Manner.RETREAT:
        yield _edge(around, _pen(palette.vivid_of(colour, 1.2), 0.5 * mm), arrow.inferred, mm)
    elif arrow.inferred:
        pieces = _pieces(left, right, 2 * DASH_MM * mm, GAP_MM * mm)
        yield Stroke(pieces, None, QBrush(palette.vivid_of(colour, 0.24)))
    else:
        yield Stroke(_polygon(around), None, QBrush(colour))
        yield Stroke(_lines(around), _pen(palette.vivid_of(colour, 1.3), 0.25 * mm))


def _tail(way: Sequence[Px], strength: float) -> QBrush:
    """A veil that thins out towards the tail of a way."""
    fade = QLinearGradient(way[0].real, way[0].imag, way[-1].real, way[-1].imag)
    for at, share in ((0.0, 0.1), (0.5, 1.0), (1.0, 1.0)):
        fade.setColorAt(at, _faded("black", share * strength))
    return QBrush(fade)


def arrow_sides(
    way: Sequence[Px], width: float, manner: Manner
) -> tuple[list[Px], list[Px]] | None:
    """The left and the right side of an arrow along `way` (px, oldest first), `width` px at most.

    Each goes from the tail to the tip, which is the last point of `way`; None where the way is
    shorter than the head.
    """
    shaft, barb, head = (size * width for size in SHAPES[manner])
    points = _shortened(way, head)
    if len(points) < 2:
        return None
    lengths = list(accumulate((abs(b - a) for a, b in pairwise(points)), initial=0.0))
    left, right = [], []
    for before, point, after, length in zip(
        [points[0], *points], points, [*points[1:], points[-1]], lengths, strict=False
    ):
        half = _left_of(before, after) * (shaft / 2 * (0.35 + 0.65 * length / lengths[-1]))
        left.append(point + half)
        right.append(point - half)
    tip, out = way[-1], _left_of(points[-1], way[-1]) * barb
    back = points[-1] + (points[-1] - tip) * 0.18  # barbs that sweep back
    return [*left, back + out, tip], [*right, back - out, tip]


def _shortened(way: Sequence[Px], cut: float) -> list[Px]:
    """`way` less its last `cut` px."""
    points = list(way)
    while len(points) >= 2:
        last = points[-2] - points[-1]
        if abs(last) > cut:
            points[-1] += last * (cut / abs(last))
            return points
        cut -= abs(last)
        points.pop()
    return []


def _pieces(left: Sequence[Px], right: Sequence[Px], dash: float, gap: float) -> QPainterPath:
    """An arrow whose shaft is cut into dashes, counted from its head."""
    path = QPainterPath()
    _add_piece(path, left[-3:], right[-3:])
    one, other = left[-3::-1], right[-3::-1]
    drawing, room = True, dash
    near, far = [one[0]], [other[0]]
    for a, b, c, d in zip(one, one[1:], other, other[1:], strict=False):
        length, done = (abs(b - a) + abs(d - c)) / 2, 0.0
        while length - done > room:
            done += room
            near.append(a + (b - a) * (done / length))
            far.append(c + (d - c) * (done / length))
            if drawing:
                _add_piece(path, near, far)
            near, far, drawing = near[-1:], far[-1:], not drawing
            room = dash if drawing else gap
        room -= length - done
        near.append(b)
        far.append(d)
    if drawing:
        _add_piece(path, near, far)
    return path


def _add_piece(path: QPainterPath, near: Sequence[Px], far: Sequence[Px]) -> None:
    path.addPolygon(_polygon([*near, *reversed(far), near[0]]))


# ------------------------------------------------------------ areas


def _patch_mark(patch: Patch, scale: float, mm: float, palette: Palette) -> Mark:
    """An area in force, by what it means."""
    line = outline(patch, scale, mm)
    draw = {
        AreaKind.POCKET: _pocket,
        AreaKind.FRONT: _front,
        AreaKind.AMBUSH: _ambush,
        AreaKind.CUT: _cut,
    }[patch.kind]
    return _mark(patch.points[0], line, 6 * mm, draw(patch, line, mm, palette))


def outline(patch: Patch, scale: float, mm: float) -> list[Px]:
    """The line of an area in px from its first point; that of a ring ends where it begins."""
    line = rounded(_from_first(patch.points, scale), BEND_MM * mm, patch.closed)
    return [*line, line[0]] if patch.closed else line


def _pocket(patch: Patch, line: list[Px], mm: float, palette: Palette) -> Iterator[Stroke]:
    """A ring with ticks to its inside; of an open line, to its left."""
    side = palette.side(patch.colour)
    pen = _pen(palette.vivid_of(side), 0.6 * mm)
    if patch.closed:
        yield Stroke(_polygon(line), None, QBrush(_faded(side, 0.13)), smooth=False)
    inward = 1.8 * mm if not patch.closed or _turns_left(line) else -1.8 * mm
    yield _edge(line, pen, patch.inferred, mm)
    yield Stroke([_line(spot, spot + left * inward) for spot, left in along(line, 3 * mm)], pen)


def _turns_left(ring: Sequence[Px]) -> bool:
    """Whether the inside of a ring is to the left of its line."""
    return sum((a.conjugate() * b).imag for a, b in pairwise(ring)) < 0


def _front(patch: Patch, line: list[Px], mm: float, palette: Palette) -> Iterator[Stroke]:
    """Bows towards the enemy, to the left of the line (APP-6: forward line of own troops)."""
    bows = line if patch.closed else list(_bows(line, 1.5 * mm))
    yield Stroke(_lines(bows), _pen(_faded(palette.casing, 0.7), 1.5 * mm))
    yield _edge(
        bows, _pen(palette.vivid_of(palette.side(patch.colour)), 0.8 * mm), patch.inferred, mm
    )


def _bows(line: Sequence[Px], radius: float) -> Iterator[Px]:
    for middle, left in along(line, 2 * radius):
        for i in range(7):
            yield middle + left * cmath.rect(radius, math.pi * (i / 6 - 0.5))


def _ambush(patch: Patch, line: list[Px], mm: float, palette: Palette) -> Iterator[Stroke]:
    """A hatched ring; or a line with ticks behind it and arrows to its left (APP-6: ambush)."""
    colour = palette.vivid_of(palette.side(patch.colour))
    pen = _pen(colour, 0.7 * mm)
    yield _edge(line, pen, patch.inferred, mm)
    if patch.closed:
        yield Stroke(_hatching(line, 2.4 * mm), _pen(_faded(colour, 0.6), 0.3 * mm))
        return
    yield Stroke([_line(spot, spot - left * 2.2 * mm) for spot, left in along(line, 3 * mm)], pen)
    length = sum(abs(b - a) for a, b in pairwise(line))
    for spot, left in along(line, max(length / 3, 8 * mm)):
        tip = spot + left * 5 * mm
        barbs = [tip - left * (1.8 + 1.3j * side) * mm for side in (1, -1)]
        yield Stroke([_line(spot, tip), *(_line(barb, tip) for barb in barbs)], pen)


def _hatching(ring: Sequence[Px], step: float) -> list[QLineF]:
    """Parallel lines that rise to the right, within a ring."""
    heights = [point.real + point.imag for point in ring]
    hatches = []
    for k in range(math.ceil(min(heights) / step), math.floor(max(heights) / step) + 1):
        cuts = []
        for (a, at_a), (b, at_b) in pairwise(zip(ring, heights, strict=True)):
            if (at_a < k * step) != (at_b < k * step):
                cuts.append(a + (b - a) * ((k * step - at_a) / (at_b - at_a)))
        cuts.sort(key=lambda cut: cut.real)
        hatches += [_line(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    return hatches


def _cut(patch: Patch, line: list[Px], mm: float, palette: Palette) -> Iterator[Stroke]:
    """Crosses over the railway, which is gone beneath them; one at least."""
    length = sum(abs(b - a) for a, b in pairwise(line))
    crosses = []
    for spot, left in along(line, min(4.5 * mm, length)):
        for slant in (left * (1 + 1j), left * (1 - 1j)):
            crosses.append(_line(spot - slant * 1.05 * mm, spot + slant * 1.05 * mm))
    yield Stroke(_lines(line), _pen(_faded(palette.casing, 0.75), 1.3 * mm))
    yield Stroke(crosses, _pen(QColor(palette.casing), 1.5 * mm))
    yield Stroke(crosses, _pen(palette.vivid_of(palette.side(patch.colour)), 0.8 * mm))


# ------------------------------------------------------------ doubt


def _ring_mark(ring: Ring, scale: float, mm: float, palette: Palette) -> Mark:
    """Fine dots around a formation; around the chosen, dashes and a pale disc."""
    radius, side = ring.radius * scale, palette.side(ring.colour)
    count = max(6, round(math.tau * radius / ((2.2 if ring.chosen else 1.8) * mm)))
    step, share = math.tau / count, 0.6 if ring.chosen else 0.25
    on = cmath.rect(1, share * step)
    spots = [cmath.rect(radius, i * step) for i in range(count)]
    dashes = [_line(spot, spot * on) for spot in spots]
    strokes = []
    if ring.chosen:
        disc = QPainterPath()
        disc.addEllipse(QPointF(), radius, radius)
        strokes.append(Stroke(disc, None, QBrush(_faded(side, 0.12)), smooth=False))
    edge = _faded(palette.vivid_of(side, 1.3), 1.0 if ring.chosen else 0.6)
    strokes.append(Stroke(dashes, _pen(edge, (0.6 if ring.chosen else 0.45) * mm)))
    around = [complex(-radius, -radius), complex(radius, radius)]
    return _mark((ring.x, ring.y), around, mm, strokes)


# ------------------------------------------------------------ pictures for QML


class MarkPictures(Pictures):
    """Paints image://marks/KIND/COLOUR/WIDTH?TONE: a sample for the key, or the sign of a place.

    KIND is a manner of marching, "inferred", "ring", a kind of area, or a bridge or ferry;
    COLOUR is written without its "#".
    """

    def picture(self, address: str) -> QImage:
        """Pictures' hook."""
        address, palette = toned(address)
        kind, colour, width = address.split("/")
        return paint_mark(kind, f"#{colour}", int(width), palette)


def paint_mark(kind: str, colour: str, width: int, palette: Palette = TABLE) -> QImage:
    """A picture of one mark, `width` px across; raises ValueError for a kind that is none."""
    height = round(width * SAMPLE_ASPECT)
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if kind in (PlaceKind.BRIDGE, PlaceKind.FERRY):
        draw_mark(painter, kind, colour, width, palette)
    else:
        mark = _sample(kind, colour, width, height, palette)
        part = mark.covers.toAlignedRect()
        painter.drawImage(QPointF(mark.x, mark.y) + part.topLeft(), mark.picture(part))
    painter.end()
    return image


def draw_mark(
    painter: QPainter, kind: str, colour: str, width: float, palette: Palette = TABLE
) -> None:
    """Draws one mark at the painter's origin, as `paint_mark` does but for its veil."""
    height = width * SAMPLE_ASPECT
    painter.save()
    if kind in (PlaceKind.BRIDGE, PlaceKind.FERRY):
        painter.translate((width - height) / 2, 0)
        _paint_sign(painter, PlaceKind(kind), (QColor(colour), QColor(palette.casing)), height)
    else:
        mark = _sample(kind, colour, width, height, palette)
        painter.translate(mark.x, mark.y)
        mark.paint(painter)
    painter.restore()


def _sample(kind: str, colour: str, width: float, height: float, palette: Palette) -> Mark:
    """What stands in the key, in px of a picture whose width counts as 14 mm."""
    mm = width / 14
    if kind == "ring":
        ring = Ring(width / 2, height / 2, height * 0.44, colour, chosen=True)
        return mark_of(ring, 1.0, mm, palette)
    if kind == "inferred" or kind in set(Manner):
        manner = Manner.MARCH if kind == "inferred" else Manner(kind)
        way = ((-width, height), (width * 0.4, height * 0.72), (width - 1, height * 0.25))
        return mark_of(Arrow(way, colour, manner, 2.4, kind == "inferred"), 1.0, mm, palette)
    area = AreaKind(kind)
    w, h = width, height
    ring_ = ((w * 0.14, h * 0.2), (w * 0.8, h * 0.1), (w * 0.88, h * 0.8), (w * 0.2, h * 0.9))
    line = ((w * 0.02, h * 0.62), (w * 0.5, h * 0.5), (w * 0.98, h * 0.62))
    closed = area is AreaKind.POCKET
    patch = Patch(ring_ if closed else line, closed, colour, area, False)
    return mark_of(patch, 1.0, mm, palette)


def _paint_sign(
    painter: QPainter, kind: PlaceKind, shades: tuple[QColor, QColor], w: float
) -> None:
    """A bridge (APP-6: two lines with splayed ends) or a ferry (an arrow with two heads)."""
    if kind is PlaceKind.BRIDGE:
        lines = [
            part
            for x, out in ((0.36, 0.14), (0.64, 0.86))
            for part in (
                QLineF(w * x, w * 0.24, w * x, w * 0.76),
                QLineF(w * x, w * 0.24, w * out, w * 0.08),
                QLineF(w * x, w * 0.76, w * out, w * 0.92),
            )
        ]
    else:
        lines = [QLineF(w * 0.5, w * 0.1, w * 0.5, w * 0.9)]
        for tip, back in ((0.1, 0.34), (0.9, 0.66)):
            for side in (0.24, 0.76):
                lines.append(QLineF(w * 0.5, w * tip, w * side, w * back))
    for shade, thick in zip(reversed(shades), (0.24, 0.12), strict=True):
        pen = _pen(shade, max(1.5, w * thick))
        pen.setCapStyle(Qt.PenCapStyle.SquareCap)
        painter.setPen(pen)
        painter.drawLines(lines)
