"""The part of a map that a file keeps: it looks as the whole does, and reaches no further."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF

from kiosk.exhibit.files.geojson import Feature
from kiosk.map.ground.basemap import BaseMap
from kiosk.map.ground.shapes import Shape, cropped, stretches
from tests.map.ground.painted import PLAIN, frame, ground, layer, ring

pytestmark = pytest.mark.usefixtures("qapp")  # figures are words, which need an application

AREA = QRectF(0, 0, 100, 100)


def shape_of(*points: tuple[float, float]) -> Shape:
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(*point) for point in points]))
    return Shape(path, path.boundingRect(), Feature(()))


@pytest.mark.parametrize(
    ("points", "corners"),
    [
        ([(10, 10), (90, 10), (90, 90), (10, 10)], {(10, 10), (90, 10), (90, 90)}),
        ([(-50, 20), (50, 20), (50, 80), (-50, 80), (-50, 20)],
         {(0, 20), (50, 20), (50, 80), (0, 80)}),
        ([(-9, -9), (109, -9), (109, 109), (-9, 109), (-9, -9)],
         {(0, 0), (100, 0), (100, 100), (0, 100)}),
        ([(200, 20), (250, 20), (250, 80), (200, 20)], set()),
        ([(-50, 20), (50, 20)], {(-50, 20), (50, 20)}),
        ([(-50, -20), (50, -20)], set()),
    ],
)  # fmt: skip
def test_rings_are_cut_at_the_edge_and_lines_kept_whole(
    points: list[tuple[float, float]], corners: set[tuple[float, float]]
) -> None:
    found = cropped(shape_of(*points), AREA).path.toSubpathPolygons()
    assert {(p.x(), p.y()) for polygon in found for p in polygon.toList()} == corners


@pytest.mark.parametrize(
    ("points", "kept"),
    [
        ([(-90, 50), (-50, 50), (-9, 50), (50, 50), (109, 50), (150, 50)],
         [[(-9, 50), (50, 50), (109, 50)]]),
        ([(50, -90), (50, -9), (50, 50), (50, -5), (60, -9), (50, 10)],
         [[(50, -9), (50, 50), (50, -5)], [(60, -9), (50, 10)]]),
        ([(-50, -50), (-50, 150), (-9, 150)], []),
        ([(-50, 50), (150, 50)], [[(-50, 50), (150, 50)]]),
    ],
)  # fmt: skip
def test_of_a_line_the_stretches_that_are_seen_are_kept(
    points: list[tuple[float, float]], kept: list[list[tuple[float, float]]]
) -> None:
    found = stretches(shape_of(*points).path, AREA).toSubpathPolygons()
    assert [[(p.x(), p.y()) for p in polygon.toList()] for polygon in found] == kept


def test_at_a_scale_a_ring_has_no_points_that_are_not_told_apart() -> None:
    near = shape_of((10, 10), (10.5, 10), (90, 10), (90, 90), (10, 10))
    rings = [cropped(near, AREA, px).path.toSubpathPolygons() for px in (None, 1.0)]
    assert [ring.count() for (ring,) in rings] == [5, 4]


def test_a_part_looks_as_the_whole_does(tmp_path: Path) -> None:
    hole = ring(9.95, 9.95, 10.05, 10.05)
    layers = (
        layer(
            tmp_path,
            "relief",
            PLAIN,
            ("Polygon", ring(9.9, 9, 12, 10.02), {"metres": 400}),
            ("Polygon", [*ring(9, 9, 12, 12), *hole], {"metres": 200}),
        ),
        layer(tmp_path, "river", ("LineString", [[9, 10.01], [11, 10]], {"rank": 1})),
    )
    base, seen = BaseMap(ground(*layers), tmp_path), frame(10, 10, 10)
    part = base.part(seen.reach)
    assert part.paint(seen) == base.paint(seen)
    elsewhere = frame(10.5, 10.5, 10)
    assert part.paint(elsewhere) != base.paint(elsewhere)
