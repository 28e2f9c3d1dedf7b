"""The base map: its layers, loaded once and painted in order into images."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from copy import copy
from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QTransform

from kiosk.exhibit.aspect import aspect_in
from kiosk.exhibit.files.geojson import AREAS, GeoJsonError, read_features
from kiosk.exhibit.model import Layer, LayerStyle, Map
from kiosk.map.ground.frame import Frame
from kiosk.map.ground.lines import paint_borders, paint_roads
from kiosk.map.ground.palette import Palette, luminance
from kiosk.map.ground.railway import paint_railway
from kiosk.map.ground.relief import paint_relief
from kiosk.map.ground.rim import paint_rim
from kiosk.map.ground.sand import paint_sand
from kiosk.map.ground.scan import paint_scan, scan_shape
from kiosk.map.ground.shade import paint_shade
from kiosk.map.ground.shapes import Shape, cropped, picture_shape, shapes_of
from kiosk.map.ground.water import paint_rivers, paint_sea
from kiosk.map.viewport import PlaneBox, plane_box

PAINTERS: Mapping[LayerStyle, Callable[[QPainter, Sequence[Shape], Frame], None]] = {
    LayerStyle.RELIEF: paint_relief,
    LayerStyle.SHADE: paint_shade,
    LayerStyle.SCAN: paint_scan,
    LayerStyle.SEA: paint_sea,
    LayerStyle.RIVER: paint_rivers,
    LayerStyle.RAILWAY: paint_railway,
    LayerStyle.ROAD: paint_roads,
    LayerStyle.SAND: paint_sand,
    LayerStyle.BORDER: paint_borders,
}


HEIGHTS = frozenset({LayerStyle.RELIEF, LayerStyle.SHADE})
"""The layers that tell of heights."""

UNTOLD_M = 250
"""The height of whose tint land is where no layer tells of any: it is told from sea and void."""


def tells_heights(map_: Map) -> bool:
    """True if a layer of the map tells of heights."""
    return any(layer.style in HEIGHTS for layer in map_.layers)


def state_of(map_: Map, content: Path) -> tuple[object, ...]:
    """The identity of the base map that would be painted: its layers and their files' states."""
    files = [(content / layer.file).stat() for layer in map_.layers]
    return map_.bounds, map_.layers, *((file.st_mtime_ns, file.st_size) for file in files)


class BaseMap:
    """The layers of a map, loaded once; it may be made and painted in any thread.

    `problems` holds an error for each file that could not be read; the other layers are drawn.
    """

    def __init__(self, map_: Map, content: Path) -> None:
        problems: list[GeoJsonError] = []
        self._layers: list[tuple[Layer, tuple[Shape, ...]]] = []
        for layer in map_.layers:
            if layer.bounds is not None:
                self._layers.append((layer, (picture_shape(content / layer.file, layer.bounds),)))
                continue
            if layer.style is LayerStyle.SCAN:
                scan = scan_shape(content / layer.file, layer.pins)
                self._layers.append((layer, (scan,) if scan else ()))
                continue
            try:
                features = read_features(content / layer.file, layer.style, aspect_in(map_))
            except GeoJsonError as error:
                problems.append(error)
            else:
                self._layers.append((layer, tuple(shapes_of(features, layer.style))))
        self.problems = tuple(problems)
        # A scan hides the ground beneath it.
        scanned = any(layer.style is LayerStyle.SCAN for layer in map_.layers)
        self._dark = scanned or tells_heights(map_)
        self._lines: dict[LayerStyle, list[list[tuple[float, float]]]] = {}
        self._ground = QRectF()
        for style in (LayerStyle.RELIEF, LayerStyle.SEA):
            for shape in self._shapes(style):
                self._ground = self._ground.united(shape.box)
        if not self._ground.isEmpty() and not self._shapes(LayerStyle.RELIEF):
            left, top, right, bottom = plane_box(map_.bounds)
            self._ground |= QRectF(left, top, right - left, bottom - top)

    @property
    def layers(self) -> Sequence[tuple[Layer, Sequence[Shape]]]:
        """The layers that could be read, the lowest first, with what they draw."""
        return self._layers

    def _shapes(self, style: LayerStyle) -> list[Shape]:
        """The shapes of all layers of a style."""
        return [shape for layer, shapes in self._layers if layer.style is style for shape in shapes]

    def lines(self, style: LayerStyle) -> list[list[tuple[float, float]]]:
        """The lines of all layers of a style, as points on the plane."""
        if style not in self._lines:
            self._lines[style] = [
                [(point.x(), point.y()) for point in polygon.toList()]
                for shape in self._shapes(style)
                for polygon in shape.path.toSubpathPolygons()
            ]
        return self._lines[style]

    def styles(self, view: PlaneBox, hidden: frozenset[str] = frozenset()) -> set[LayerStyle]:
        """The styles of the layers that have something in a rectangle of the plane."""
        left, top, right, bottom = view
        area = QRectF(left, top, right - left, bottom - top)
        return {
            layer.style
            for layer, shapes in self._layers
            if layer.id not in hidden and any(_is_in(area, shape, layer.style) for shape in shapes)
        }

    def part(self, area: QRectF, px_per_km: float | None = None) -> BaseMap:
        """The map without what lies beyond an area of the plane, for files that keep all of it.

        At a scale, its shapes have no points that lie within a pixel or two of the last.
        """
        part = copy(self)
        part._layers = [
            (
                layer,
                tuple(
                    cropped(shape, area, px_per_km)
                    for shape in shapes
                    if shape.box.intersects(area)
                ),
            )
            for layer, shapes in self._layers
        ]
        return part

    def paint(self, frame: Frame, hidden: frozenset[str] = frozenset()) -> QImage:
        """The frame as a picture, without the layers whose ids are in `hidden`."""
        image = QImage(frame.width, frame.height, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_on(painter, frame, hidden)
        painter.end()
        return image

    def paint_on(
        self, painter: QPainter, frame: Frame, hidden: frozenset[str] = frozenset()
    ) -> None:
        """Paints the frame with its upper left corner at the origin of `painter`'s window.

        The painter's transform is not kept.
        """
        painter.setTransform(QTransform())
        painter.fillRect(0, 0, frame.width, frame.height, self.land(frame.palette))
        area = frame.reach
        for layer, shapes in self._layers:
            if layer.id not in hidden:
                seen = [shape for shape in shapes if shape.box.intersects(area)]
                PAINTERS[layer.style](painter, seen, frame)
        if not self._ground.isEmpty() and not self._ground.contains(area):
            paint_rim(painter, self._ground, frame)

    def land(self, palette: Palette) -> QColor:
        """The ground that no layer covers: lighter on a dark table where none tells of heights."""
        dark = luminance(palette.void) < luminance(palette.line)
        return palette.tint(UNTOLD_M if dark and not self._dark else 0)


def _is_in(area: QRectF, shape: Shape, style: LayerStyle) -> bool:
    """True if some of a shape lies in an area; of lines, a point."""
    if not shape.box.intersects(area):
        return False
    if style in AREAS:
        return shape.path.intersects(area)
    lines = shape.path.toSubpathPolygons()
    return any(area.contains(point) for line in lines for point in line.toList())
