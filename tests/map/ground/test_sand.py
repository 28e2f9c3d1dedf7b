"""Sand: fixed to the ground, as dense at every scale, and only where it lies."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from itertools import product
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage, QPainter, QPdfWriter

from kiosk.exhibit.geo import project
from kiosk.map.ground.basemap import BaseMap
from kiosk.map.ground.frame import Frame
from kiosk.map.ground.palette import SHEET
from tests.map.ground.painted import frame, ground, layer, lit, ring


def dots(image: QImage) -> set[tuple[int, int]]:
    """Pixels of the dots less their smoothed edges."""
    return {p for p in lit(image) if QColor(image.pixel(*p)).lightness() > 75}


@pytest.fixture
def sand(tmp_path: Path) -> BaseMap:
    return BaseMap(ground(layer(tmp_path, "sand", ("Polygon", ring(9, 9, 11, 11), {}))), tmp_path)


def test_sand_moves_with_the_ground(sand: BaseMap) -> None:
    first = sand.paint(frame(10, 10, 8))
    x, y = project(10, 10)
    half = 100 / 8
    second = sand.paint(Frame(x - half + 40 / 8, y - half - 24 / 8, 8, 200, 200, 4))
    assert lit(first)
    shared = first.copy(40, 0, 160, 176)
    assert second.copy(0, 24, 160, 176) == shared


@pytest.mark.parametrize("px_per_km", [0.9, 2, 2.9, 4.3, 8, 33])
def test_sand_is_as_dense_on_the_screen_at_every_scale(sand: BaseMap, px_per_km: float) -> None:
    image = sand.paint(frame(10, 10, 2 * px_per_km, size=280, px_per_mm=8))
    share = len(dots(image)) / 280**2
    assert share == pytest.approx(0.0815, abs=0.005)


def test_in_files_a_dot_of_sand_is_told_by_its_spot_alone(sand: BaseMap) -> None:
    held = QBuffer()
    held.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(held)
    writer.setResolution(254)
    painter = QPainter(writer)
    sand.paint_on(painter, replace(frame(10, 10, 8), palette=SHEET))
    painter.end()
    (page,) = PdfReader(BytesIO(held.data().data())).pages
    contents = page.get_contents()
    assert contents is not None
    drawn = contents.get_data()
    assert drawn.count(b" m\n") > 50
    assert b" c\n" not in drawn


def test_looking_closer_only_adds_dots(sand: BaseMap) -> None:
    far = sand.paint(frame(10, 10, 10, size=160, px_per_mm=8))
    near = dots(sand.paint(frame(10, 10, 18, size=288, px_per_mm=8)))
    whole = {(x, y) for x, y in dots(far) if min(x, y) >= 4 and max(x, y) < 156}
    assert whole
    for x, y in whole:
        place = round((x + 0.5) * 1.8), round((y + 0.5) * 1.8)
        around = product(range(place[0] - 5, place[0] + 6), range(place[1] - 5, place[1] + 6))
        assert near & set(around)


def test_sparser_sand_has_fewer_dots_of_the_same_places(tmp_path: Path) -> None:
    def stipple(density: float) -> set[tuple[int, int]]:
        polygon = ("Polygon", ring(9, 9, 11, 11), {"density": density})
        base = BaseMap(ground(layer(tmp_path, "sand", polygon)), tmp_path)
        return dots(base.paint(frame(10, 10, 8)))

    none, some, full = stipple(0), stipple(0.3), stipple(1)
    assert not none
    assert some < full
    assert len(some) / len(full) == pytest.approx(0.3, abs=0.1)


def test_sand_stays_inside_its_outline(tmp_path: Path) -> None:
    sand = layer(tmp_path, "sand", ("Polygon", ring(10, 9, 11, 11), {}))
    base = BaseMap(ground(sand), tmp_path)
    assert min(x for x, _ in lit(base.paint(frame(10, 10, 8)))) >= 99
