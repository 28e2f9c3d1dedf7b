"""The base map: what is painted where, and what stays the same at every scale."""

from __future__ import annotations

import json
import threading
from itertools import pairwise, product
from pathlib import Path
from typing import Any

import pytest
import yaml
from PySide6.QtGui import QColor, QImage

from kiosk.exhibit.geo import project
from kiosk.exhibit.model import Map
from kiosk.stage.basemap import GROUND, RAIL, SEA, TINTS, WATER, BaseMap, Frame

CONTENT = Path(__file__).parents[2] / "content"
PAPER = "#f2ead9"


def ring(west: float, south: float, east: float, north: float) -> list[list[list[float]]]:
    return [[[west, south], [east, south], [east, north], [west, north], [west, south]]]


def layer(folder: Path, style: str, *features: tuple[str, Any, dict[str, Any]]) -> dict[str, Any]:
    """Writes one layer and returns its entry in the map."""
    document = {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "properties": properties,
                "geometry": {"type": kind, "coordinates": coordinates},
            }
            for kind, coordinates, properties in features
        ],
    }
    (folder / f"{style}.geojson").write_text(json.dumps(document), "utf-8")
    return entry(style)


def entry(style: str) -> dict[str, Any]:
    return {
        "id": style,
        "name": style,
        "file": f"{style}.geojson",
        "style": style,
        "credit": "drawn for a test",
    }


def ground(*layers: dict[str, Any]) -> Map:
    bounds = [9.0, 9.0, 11.0, 11.0]
    views = [{"id": "all", "name": "All", "bounds": bounds}]
    return Map.model_validate({"bounds": bounds, "layers": layers, "views": views})


def frame(lon: float, lat: float, px_per_km: float, size: int = 200, px_per_mm: float = 4) -> Frame:
    """A square picture with (lon, lat) in its middle."""
    x, y = project(lon, lat)
    half = size / 2 / px_per_km
    return Frame(x - half, y - half, px_per_km, size, size, px_per_mm)


def colour(image: QImage, x: int, y: int) -> str:
    return image.pixelColor(x, y).name()


def lit(image: QImage) -> set[tuple[int, int]]:
    """Pixels that differ from the ground."""
    bare = QColor(GROUND).rgb()
    return {
        (x, y)
        for x, y in product(range(image.width()), range(image.height()))
        if image.pixel(x, y) != bare
    }


def test_without_layers_there_is_bare_ground(tmp_path: Path) -> None:
    image = BaseMap(ground(), tmp_path).paint(frame(10, 10, 1))
    assert (image.width(), image.height(), lit(image)) == (200, 200, set())
    assert image.format() == QImage.Format.Format_RGB32


def test_a_layer_can_be_left_out(tmp_path: Path) -> None:
    base = BaseMap(ground(layer(tmp_path, "sea", ("Polygon", ring(9, 9, 11, 11), {}))), tmp_path)
    assert colour(base.paint(frame(10, 10, 1)), 100, 100) == SEA
    assert colour(base.paint(frame(10, 10, 1), frozenset({"sea"})), 100, 100) == GROUND


def test_a_hole_shows_what_lies_below(tmp_path: Path) -> None:
    rings = ring(9, 9, 11, 11) + ring(9.9, 9.9, 10.1, 10.1)
    base = BaseMap(ground(layer(tmp_path, "sea", ("Polygon", rings, {}))), tmp_path)
    image = base.paint(frame(10, 10, 1))
    assert (colour(image, 100, 100), colour(image, 20, 20)) == (GROUND, SEA)


def test_higher_ground_is_painted_over_lower_whatever_the_order_in_the_file(tmp_path: Path) -> None:
    high = ("Polygon", ring(9.8, 9.8, 10.2, 10.2), {"metres": 600})
    low = ("Polygon", ring(9, 9, 11, 11), {"metres": 100})
    base = BaseMap(ground(layer(tmp_path, "relief", high, low)), tmp_path)
    image = base.paint(frame(10, 10, 1))
    tints = dict(TINTS)
    assert (colour(image, 100, 100), colour(image, 20, 20)) == (tints[600], tints[100])


def test_layers_are_painted_in_the_order_of_the_map(tmp_path: Path) -> None:
    sea = layer(tmp_path, "sea", ("Polygon", ring(9, 9, 11, 11), {}))
    river = layer(tmp_path, "river", ("LineString", [[9, 10], [11, 10]], {"rank": 1}))
    river_last = BaseMap(ground(sea, river), tmp_path).paint(frame(10, 10, 1))
    sea_last = BaseMap(ground(river, sea), tmp_path).paint(frame(10, 10, 1))
    assert (colour(river_last, 100, 100), colour(sea_last, 100, 100)) == (WATER, SEA)


@pytest.mark.parametrize("px_per_mm", [4, 8])
def test_a_line_is_as_wide_in_millimetres_on_every_screen(tmp_path: Path, px_per_mm: float) -> None:
    river = layer(tmp_path, "river", ("LineString", [[9, 10], [11, 10]], {"rank": 1}))
    base = BaseMap(ground(river), tmp_path)
    image = base.paint(frame(10, 10, px_per_mm / 8, px_per_mm=px_per_mm))
    column = sum(colour(image, 100, y) != GROUND for y in range(200))
    assert column / px_per_mm == pytest.approx(1.5, abs=0.4)


def test_a_greater_river_is_wider(tmp_path: Path) -> None:
    lines = [("LineString", [[9, 9 + r / 3], [11, 9 + r / 3]], {"rank": r}) for r in range(1, 6)]
    base = BaseMap(ground(layer(tmp_path, "river", *lines)), tmp_path)
    widths = []
    for rank in range(1, 6):
        image = base.paint(frame(10, 9 + rank / 3, 1, size=40, px_per_mm=10))
        widths.append(sum(colour(image, 20, y) != GROUND for y in range(40)))
    assert widths == sorted(widths, reverse=True)
    assert len(set(widths)) == 5


def test_a_dry_bed_shows_no_water(tmp_path: Path) -> None:
    bed = layer(tmp_path, "river", ("LineString", [[9, 10], [11, 10]], {"rank": 1, "dry": True}))
    image = BaseMap(ground(bed), tmp_path).paint(frame(10, 10, 1))
    seen = {colour(image, x, y) for x, y in lit(image)}
    assert seen
    assert WATER not in seen


def test_a_railway_is_a_light_line_with_dark_dashes(tmp_path: Path) -> None:
    line = layer(tmp_path, "railway", ("LineString", [[9, 10], [11, 10]], {}))
    image = BaseMap(ground(line), tmp_path).paint(frame(10, 10, 1, px_per_mm=10))
    middle = [QColor(colour(image, x, 100)).lightness() for x in range(200)]
    assert max(middle) == QColor(RAIL).lightness()
    assert min(middle) < 60
    changes = sum((a > 100) != (b > 100) for a, b in pairwise(middle))
    assert changes >= 6


@pytest.mark.parametrize("style", ["road", "border"])
def test_other_lines_leave_a_mark(tmp_path: Path, style: str) -> None:
    line = layer(tmp_path, style, ("LineString", [[9, 10], [11, 10]], {}))
    image = BaseMap(ground(line), tmp_path).paint(frame(10, 10, 1))
    assert {y for _, y in lit(image)} <= set(range(96, 104))
    assert lit(image)


def test_a_broken_file_is_named_and_the_rest_is_painted(tmp_path: Path) -> None:
    (tmp_path / "relief.geojson").write_text("{}", "utf-8")
    sea = layer(tmp_path, "sea", ("Polygon", ring(9, 9, 11, 11), {}))
    base = BaseMap(ground(entry("relief"), sea, entry("railway")), tmp_path)
    assert [str(problem) for problem in base.problems] == [
        "relief.geojson: is not a FeatureCollection",
        "railway.geojson: does not exist",
    ]
    assert colour(base.paint(frame(10, 10, 1)), 100, 100) == SEA


# ---------------------------------------------------------------- stipple


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
    share = len(lit(sand.paint(frame(10, 10, px_per_km, size=160)))) / 160**2
    assert share == pytest.approx(0.06, abs=0.012)


def test_looking_closer_only_adds_dots(sand: BaseMap) -> None:
    far = sand.paint(frame(10, 10, 5, size=100))
    near = lit(sand.paint(frame(10, 10, 9, size=180)))
    brightest = [p for p in lit(far) if QColor(far.pixel(*p)).lightness() > 100]
    assert brightest
    for x, y in brightest:
        place = round((x + 0.5) * 1.8), round((y + 0.5) * 1.8)
        around = product(range(place[0] - 3, place[0] + 4), range(place[1] - 3, place[1] + 4))
        assert near & set(around)


def test_sparser_sand_has_fewer_dots_of_the_same_places(tmp_path: Path) -> None:
    def dots(density: float) -> set[tuple[int, int]]:
        polygon = ("Polygon", ring(9, 9, 11, 11), {"density": density})
        base = BaseMap(ground(layer(tmp_path, "sand", polygon)), tmp_path)
        return lit(base.paint(frame(10, 10, 8)))

    none, some, full = dots(0), dots(0.3), dots(1)
    assert not none
    assert some < full
    assert len(some) / len(full) == pytest.approx(0.3, abs=0.1)


def test_sand_stays_inside_its_outline(tmp_path: Path) -> None:
    polygon = ("Polygon", ring(10, 9, 11, 11), {})
    base = BaseMap(ground(layer(tmp_path, "sand", polygon)), tmp_path)
    assert min(x for x, _ in lit(base.paint(frame(10, 10, 8)))) >= 99


# ---------------------------------------------------------------- the look, and the real ground


def luminance(name: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    channels = (QColor(name).redF(), QColor(name).greenF(), QColor(name).blueF())
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("tint", [GROUND, SEA, *(tint for _, tint in TINTS)])
def test_paper_white_words_read_on_every_ground(tint: str) -> None:
    assert (luminance(PAPER) + 0.05) / (luminance(tint) + 0.05) >= 7


def test_tints_grow_lighter_with_height() -> None:
    lights = [luminance(tint) for _, tint in TINTS]
    assert lights == sorted(lights)


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
        assert {WATER, RAIL} <= seen, view.id


def test_another_thread_paints_the_same_picture(real: tuple[Map, BaseMap]) -> None:
    base = real[1]
    spot = frame(114.5, 36.4, 8)
    pictures: list[QImage] = []
    worker = threading.Thread(target=lambda: pictures.append(base.paint(spot)))
    worker.start()
    worker.join()
    assert pictures == [base.paint(spot)]
