"""The globe turned for a map: across 180°, about a pole, and left alone."""

from __future__ import annotations

import shutil
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kiosk.exhibit.aspect import Aspect, aspect_in, aspect_of
from kiosk.exhibit.clock import Clock
from kiosk.exhibit.files.geojson import read_features
from kiosk.exhibit.geo import POLE, distance_km, lies_in, project, projected, written
from kiosk.exhibit.model import Bounds, LayerStyle
from kiosk.exhibit.reader import read_exhibit
from kiosk.exhibit.sky import place_of
from kiosk.workbench.whereabouts import as_text, moment_of
from tests.exhibit.conftest import Alter

OCEAN = Path(__file__).parents[1] / "exhibits" / "ocean"
SHADE = Path(__file__).parents[2] / "content" / "map" / "shade-wide.png"

lons, lats = st.floats(-180, 180), st.floats(-89, 89)
points = st.tuples(lons, lats)


@given(points, points, points)
def test_a_turn_keeps_distances_and_can_be_undone(
    middle: tuple[float, float], one: tuple[float, float], other: tuple[float, float]
) -> None:
    aspect = Aspect(*middle)
    turned = aspect.turned(one), aspect.turned(other)
    assert distance_km(*turned) == pytest.approx(distance_km(one, other), abs=1e-3)
    assert distance_km(aspect.unturned(turned[0]), one) == pytest.approx(0, abs=1e-3)
    assert distance_km(aspect.turned(middle), (0, 0)) == pytest.approx(0, abs=1e-3)


anywhere = st.lists(st.tuples(st.floats(-360, 360), st.floats(-90, 90)))
edges = [(0.0, lat) for lat in (-90.0, -POLE, -0.0, POLE, 90.0)]


@pytest.mark.parametrize("aspect", [None, Aspect(-175, 0), Aspect(15, 53), Aspect(0, 90)])
@given(line=anywhere)
@example(line=edges)
def test_many_points_lie_in_the_plane_where_each_of_them_does(
    aspect: Aspect | None, line: list[tuple[float, float]]
) -> None:
    turned = [aspect.turned(point) for point in line] if aspect else line
    assert projected(turned) == [project(*point) for point in turned]


@pytest.mark.parametrize(
    ("bounds", "aspect"),
    [
        ((105.0, 28.0, 123.5, 42.3), None),
        ((4.2, 50.5, 4.7, 50.9), None),
        ((-60.0, -40.0, 30.0, 40.0), None),
        ((148.0, -8.0, 212.0, 40.0), Aspect(180, 0)),
        ((170.0, -20.0, 200.0, 10.0), Aspect(-175, 0)),
        ((-10.0, 35.0, 40.0, 71.0), Aspect(15, 53)),
        ((-180.0, 60.0, 180.0, 90.0), Aspect(0, 90)),
        ((-180.0, -90.0, 180.0, -60.0), Aspect(0, -90)),
    ],
)
def test_the_bounds_say_how_the_globe_is_turned(bounds: Bounds, aspect: Aspect | None) -> None:
    assert aspect_of(bounds) == aspect


def test_north_is_up_in_the_middle_and_the_pole_is_a_point_like_others() -> None:
    aspect = Aspect(20, 70)
    lon, lat = aspect.turned((20, 71))
    assert (lon, lat) == pytest.approx((0, 1))
    assert aspect.turned((50, 90)) == pytest.approx((0, 20))


@pytest.mark.parametrize(
    ("aspect", "line"),
    [
        (Aspect(180, 0), [(170, 0), (-170, 0)]),
        (Aspect(180, 0), [(-5, 10), (5, 10)]),
        (Aspect(0, 90), [(-180, 60), (180, 60)]),
        (Aspect(15, 53), [(-40, 30), (70, 75)]),
    ],
)
def test_a_line_has_no_leap(aspect: Aspect, line: list[tuple[float, float]]) -> None:
    turned = aspect.line(line)
    steps = [abs(b[0] - a[0]) for a, b in pairwise(turned)]
    assert max(steps) < 21


def test_what_is_read_lies_about_the_middle_of_its_map() -> None:
    exhibit = read_exhibit(OCEAN, thorough=True).exhibit
    assert exhibit
    assert exhibit.map.bounds == (-32, -8, 32, 40)
    assert exhibit.map.centre == (180, 0)
    assert all(lies_in(exhibit.map.bounds, place.at) for place in exhibit.places)
    assert all(lies_in(exhibit.map.bounds, view.bounds) for view in exhibit.map.views)
    first, *_ = exhibit.indexed("formations")["west-carriers"].track[1].via
    assert first == (-10, 26)


def test_degrees_are_told_as_on_the_globe() -> None:
    exhibit = read_exhibit(OCEAN).exhibit
    assert exhibit
    told = as_text(exhibit, moment_of(exhibit, "1942-06-05 07:00"))
    assert "-178.5000  20.0000" in told
    assert place_of(exhibit) == pytest.approx((180, 16.5))
    (sighting,) = Clock(exhibit).at(moment_of(exhibit, "1942-06-02"), among=["south-ships"])
    assert -8 < sighting.lon < 3


def test_a_layer_cut_at_180_degrees_goes_on() -> None:
    aspect = aspect_in(read_exhibit(OCEAN).exhibit.map)  # type: ignore[union-attr]
    west, east = read_features(OCEAN / "map" / "sea.geojson", LayerStyle.SEA, aspect)
    assert west.cut
    assert east.cut
    reach = [max(lon for lon, _ in one.shapes[0][0]) for one in (west, east)]
    assert reach == [0, 35]


@pytest.mark.parametrize(
    ("bounds", "said"),
    [
        ("[5, 57.35, 4, 57.7]", "[west, south, east, north] with west < east and south < north"),
        ("[-3.7, 57.35, -4.5, 57.7]", "with west < east and south < north"),
        ("[170, 57.35, -170, 57.7]", "[-4.225, 57.478] lies off the map (the map spans [170, "
         "57.35, -170, 57.7]; these need bounds: [-4.23, 57.47, -3.87, 57.59]"),
    ],
)  # fmt: skip
def test_bounds_that_only_seem_to_cross_180_degrees_are_said(
    alter: Alter, bounds: str, said: str
) -> None:
    folder = alter("exhibit.yaml", "bounds: [-4.5, 57.35, -3.7, 57.7]", f"bounds: {bounds}")
    assert said in " ".join(map(str, read_exhibit(folder).problems))


def test_a_box_across_180_degrees_is_written_as_it_was() -> None:
    assert written((170.0, 0.0, 190.0, 10.0)) == "[170, 0, -170, 10]"


def test_light_and_shadow_are_refused_where_the_globe_is_tilted(tmp_path: Path) -> None:
    text = (OCEAN / "exhibit.yaml").read_text("utf-8")
    north = text.replace("bounds: [148, -8, -148, 40]", "bounds: [148, -8, -148, 70]")
    shade = "      style: shade\n      bounds: [150, 0, -150, 60]\n"
    (tmp_path / "exhibit.yaml").write_text(north.replace("      style: sea\n", shade), "utf-8")
    (tmp_path / "map").mkdir()
    shutil.copy(SHADE, tmp_path / "map" / "shade.png")
    yaml = (tmp_path / "exhibit.yaml").read_text("utf-8")
    yaml = yaml.replace("map/sea.geojson", "map/shade.png")
    (tmp_path / "exhibit.yaml").write_text(yaml, "utf-8")
    said = " ".join(map(str, read_exhibit(tmp_path, thorough=True).problems))
    assert "lies in Mercator, and this map is laid flat about its middle" in said
