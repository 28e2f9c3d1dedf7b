"""The base map: its layers in order, and the real ground."""

from __future__ import annotations

import threading
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
import yaml
from PySide6.QtGui import QImage

from kiosk.exhibit.geo import project
from kiosk.exhibit.model import Map
from kiosk.map.ground.basemap import BaseMap, tells_heights
from kiosk.map.ground.frame import Frame
from kiosk.map.ground.palette import SHEET, TABLE, luminance
from tests.map.ground.painted import LAND, PLAIN, colour, entry, frame, ground, layer, lit, ring

CONTENT = Path(__file__).parents[3] / "content"

pytestmark = pytest.mark.usefixtures("qapp")  # figures are words, which need an application


def test_without_layers_there_is_bare_ground(tmp_path: Path) -> None:
    image = BaseMap(ground(), tmp_path).paint(frame(10, 10, 1))
    assert (image.width(), image.height(), lit(image)) == (200, 200, set())
    assert image.format() == QImage.Format.Format_RGB32


def test_land_is_lighter_where_no_layer_tells_of_heights_and_on_paper_it_is_white(
    tmp_path: Path,
) -> None:
    bare = BaseMap(ground(), tmp_path)
    told = BaseMap(ground(layer(tmp_path, "relief", PLAIN)), tmp_path)
    assert luminance(LAND) > 2 * luminance(TABLE.tint(0))
    assert colour(bare.paint(frame(10, 10, 1)), 100, 100) == LAND
    assert colour(told.paint(frame(10, 10, 1)), 100, 100) == TABLE.tint(0).name()
    sheet = replace(frame(10, 10, 1), palette=SHEET)
    assert colour(bare.paint(sheet), 100, 100) == SHEET.tint(0).name()


def test_land_that_only_a_sea_lies_beside_reaches_to_the_bounds(tmp_path: Path) -> None:
    map_ = ground(layer(tmp_path, "sea", ("Polygon", ring(8, 10, 12, 14), {})))
    image = BaseMap(map_, tmp_path).paint(frame(10, 10, 1))
    assert (colour(image, 100, 60), colour(image, 100, 180)) == (TABLE.sea, LAND)


@pytest.mark.parametrize(
    ("style", "tells"), [("relief", True), ("shade", True), ("scan", False), ("sea", False)]
)
def test_a_plan_tells_no_heights_that_a_picture_of_it_could_show(style: str, tells: bool) -> None:
    bounds = {"bounds": [9, 9, 11, 11]} if style == "shade" else {}
    pins = {"pins": [{"x": 0, "y": 0, "at": [9, 11]}, {"x": 9, "y": 9, "at": [11, 9]}]}
    more = pins if style == "scan" else bounds
    assert tells_heights(ground({**entry(style), **more})) == tells


def test_a_layer_can_be_left_out(tmp_path: Path) -> None:
    base = BaseMap(ground(layer(tmp_path, "sea", ("Polygon", ring(9, 9, 11, 11), {}))), tmp_path)
    assert colour(base.paint(frame(10, 10, 1)), 100, 100) == TABLE.sea
    assert colour(base.paint(frame(10, 10, 1), frozenset({"sea"})), 100, 100) == LAND


def test_a_hole_shows_what_lies_below(tmp_path: Path) -> None:
    rings = ring(9, 9, 11, 11) + ring(9.9, 9.9, 10.1, 10.1)
    base = BaseMap(ground(layer(tmp_path, "sea", ("Polygon", rings, {}))), tmp_path)
    image = base.paint(frame(10, 10, 1))
    assert (colour(image, 100, 100), colour(image, 20, 20)) == (LAND, TABLE.sea)


def test_layers_are_painted_in_the_order_of_the_map(tmp_path: Path) -> None:
    sea = layer(tmp_path, "sea", ("Polygon", ring(9, 9, 11, 11), {}))
    river = layer(tmp_path, "river", ("LineString", [[9, 10], [11, 10]], {"rank": 1}))
    river_last = BaseMap(ground(sea, river), tmp_path).paint(frame(10, 10, 1))
    sea_last = BaseMap(ground(river, sea), tmp_path).paint(frame(10, 10, 1))
    assert (colour(river_last, 100, 100), colour(sea_last, 100, 100)) == (TABLE.water, TABLE.sea)


def test_a_broken_file_is_named_and_the_rest_is_painted(tmp_path: Path) -> None:
    (tmp_path / "relief.geojson").write_text("{}", "utf-8")
    sea = layer(tmp_path, "sea", ("Polygon", ring(9, 9, 11, 11), {}))
    base = BaseMap(ground(entry("relief"), sea, entry("railway")), tmp_path)
    assert [str(problem) for problem in base.problems] == [
        "relief.geojson: is not a FeatureCollection",
        "railway.geojson: does not exist",
    ]
    assert colour(base.paint(frame(10, 10, 1)), 100, 100) == TABLE.sea


@pytest.fixture(scope="module")
def real() -> tuple[Map, BaseMap]:
    document = yaml.safe_load((CONTENT / "map.yaml").read_text("utf-8"))
    record = Map.model_validate(document["map"])
    return record, BaseMap(record, CONTENT)


def test_the_real_ground_loads_without_a_problem(real: tuple[Map, BaseMap]) -> None:
    assert real[1].problems == ()


def test_every_view_of_the_real_ground_shows_water_and_rail(real: tuple[Map, BaseMap]) -> None:
    record, base = real
    for view in record.views:
        west, south, east, north = view.bounds
        left, top = project(west, north)
        right, _ = project(east, south)
        image = base.paint(Frame(left, top, 400 / (right - left), 400, 500, 4))
        seen = {colour(image, x, y) for x, y in product(range(0, 400, 2), range(0, 500, 2))}
        assert TABLE.rail in seen, view.id
        assert {TABLE.water, TABLE.brook} & seen, view.id


def test_another_thread_paints_the_same_picture(real: tuple[Map, BaseMap]) -> None:
    base = real[1]
    spot = frame(114.5, 36.4, 8)
    pictures: list[QImage] = []
    worker = threading.Thread(target=lambda: pictures.append(base.paint(spot)))
    worker.start()
    worker.join()
    assert pictures == [base.paint(spot)]
