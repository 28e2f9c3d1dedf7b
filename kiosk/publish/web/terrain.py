"""The ground of a prepared view as an SVG file: the base map's layers, cut to what is seen."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPolygonF

from kiosk.exhibit.files.geojson import AREAS
from kiosk.exhibit.model import Layer, LayerStyle
from kiosk.map.ground.basemap import PAINTERS, BaseMap
from kiosk.map.ground.frame import Frame
from kiosk.map.ground.shapes import Shape, stretches
from kiosk.publish.web.pictures import jpeg
from kiosk.publish.web.vector import drawn

ROUGH_PX = 0.6
"""The distance that a line may have from where the layer has it."""

LEAST_PX = 2.5
"""The span below which a shape is left out."""

Plane = complex
Layers = Sequence[tuple[Layer, Sequence[Shape]]]


def ground_svg(base: BaseMap, frame: Frame) -> str:
    """The file of what the frame shows of the ground: a scan, and what lies below, as a picture."""
    layers = base.part(frame.reach).layers
    scans = [i for i, (layer, _) in enumerate(layers, 1) if layer.style is LayerStyle.SCAN]
    scanned = max(scans, default=0)
    land = base.land(frame.palette)
    under = _picture(layers[:scanned], frame, land) if scanned else ""
    body = drawn(partial(_paint, layers[scanned:], frame, None if under else land)).svg("p")
    box = f"0 0 {frame.width} {frame.height}"
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">{under}{body}</svg>\n'


def _picture(layers: Layers, frame: Frame, land: QColor) -> str:
    """The image of the lowest layers, in the file itself."""
    ground = QImage(frame.width, frame.height, QImage.Format.Format_RGB32)
    ground.fill(land)
    painter = QPainter(ground)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for layer, shapes in layers:
        PAINTERS[layer.style](painter, shapes, frame)
    painter.end()
    data = b64encode(jpeg(ground)).decode()
    size = f'width="{frame.width}" height="{frame.height}"'
    return f'<image {size} href="data:image/jpeg;base64,{data}"/>'


def _paint(layers: Layers, frame: Frame, land: QColor | None, painter: QPainter) -> None:
    """Paints layers on a plane whose origin is the frame's corner, on its land if that is given.

    Qt writes six digits of a number: on a plane as large as the Earth too few for a village.
    """
    if land:
        painter.fillRect(0, 0, frame.width, frame.height, land)
    for layer, shapes in layers:
        pared = [_pared(shape, frame, layer.style in AREAS) for shape in shapes]
        seen = [shape for shape in pared if not shape.path.isEmpty()]
        PAINTERS[layer.style](painter, seen, replace(frame, x=0.0, y=0.0))


def _pared(shape: Shape, frame: Frame, filled: bool) -> Shape:
    """The part seen of a shape, in few points, from the frame's corner."""
    rough, least = ROUGH_PX / frame.px_per_km, LEAST_PX / frame.px_per_km
    corner, path = complex(frame.x, frame.y), QPainterPath()
    path.setFillRule(shape.path.fillRule())
    seen = shape.path if filled else stretches(shape.path, frame.reach)
    for polygon in seen.toSubpathPolygons():
        line = [complex(point.x(), point.y()) - corner for point in polygon.toList()]
        few = simplified(line, rough)
        if len(few) > (3 if filled else 1) and _span(few) >= least:
            path.addPolygon(QPolygonF([QPointF(point.real, point.imag) for point in few]))
    return Shape(path, path.boundingRect(), shape.feature)


def _span(points: Sequence[Plane]) -> float:
    xs, ys = [p.real for p in points], [p.imag for p in points]
    return max(max(xs) - min(xs), max(ys) - min(ys))


def simplified(points: Sequence[Plane], rough: float) -> list[Plane]:
    """A line that leaves none of `points` further than `rough` away, with few of them.

    Source: Douglas and Peucker, Algorithms for the reduction of the number of points, 1973.
    """
    last = len(points) - 1
    kept, spans = {0, last}, [(0, last)]
    while spans:
        first, last = spans.pop()
        far, index = rough, 0
        for i in range(first + 1, last):
            away = _away(points[i], points[first], points[last])
            if away > far:
                far, index = away, i
        if index:
            kept.add(index)
            spans += [(first, index), (index, last)]
    return [points[i] for i in sorted(kept)]


def _away(point: Plane, start: Plane, end: Plane) -> float:
    """The distance of a point from a straight stretch."""
    along, off = end - start, point - start
    square = abs(along) ** 2
    if square == 0:
        return abs(off)
    share = min(1.0, max(0.0, (off * along.conjugate()).real / square))
    return abs(off - share * along)
