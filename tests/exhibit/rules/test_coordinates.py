"""What the rules have against coordinates: sentence by sentence, and that the rest is shown."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.exhibit.reader import read_exhibit

Alter = Callable[[str, str, str], Path]

AT = "at: [-3.87, 57.586]"  # of Nairn
RING = "ring: [[-4.11, 57.47], [-4.08, 57.47], [-4.08, 57.485], [-4.11, 57.485]]"
MAP = "(the map spans [-4.5, 57.35, -3.7, 57.7])"
NUMBER = "is not a number (write it with a point, such as 2.5)"


def without(lost: str) -> list[str]:
    """The places and areas of the small exhibit less one."""
    everything = ["inverness", "nairn", "culloden-house", "drummossie", "field"]
    return [id_ for id_ in everything if id_ != lost]


def test_points_that_lie_off_the_map_together_say_which_bounds_they_need(
    minimal: Path, alter: Alter
) -> None:
    folder = alter("exhibit.yaml", "bounds: [-4.5, 57.35, -3.7, 57.7]", "bounds: [0, 50, 1, 51]")
    said = [str(problem) for problem in read_exhibit(folder).problems]
    needed = "(the map spans [0, 50, 1, 51]; these need bounds: [-4.23, 57.47, -3.87, 57.59])"
    assert (
        f"forces.yaml:5:9: places[inverness].at: [-4.225, 57.478] lies off the map {needed}" in said
    )


# fmt: off
POINTS = [
    (AT, "at: [-3.87, 58.586]", "nairn",
     f"forces.yaml:11:9: places[nairn].at: [-3.87, 58.586] lies off the map {MAP}"),
    (AT, "at: [57.586, -3.87]", "nairn",
     "forces.yaml:11:9: places[nairn].at: [57.586, -3.87] lies off the map "
     "(longitude comes first: [-3.87, 57.586])"),
    (AT, "at: [-3.87, 91]", "nairn",
     "forces.yaml:11:9: places[nairn].at: lies outside longitude -180..180, latitude -90..90"),
    (AT, "at: [-3.87, .nan]", "nairn", f'forces.yaml:11:17: places[nairn].at[2]: ".nan" {NUMBER}'),
    (AT, "at: [nan, 57.586]", "nairn", f'forces.yaml:11:10: places[nairn].at[1]: "nan" {NUMBER}'),
    (AT, "at: [-3.87, NaN]", "nairn", f'forces.yaml:11:17: places[nairn].at[2]: "NaN" {NUMBER}'),
    (AT, "at: [-.inf, 57.586]", "nairn",
     f'forces.yaml:11:10: places[nairn].at[1]: "-.inf" {NUMBER}'),
    (AT, "at: [inf, 57.586]", "nairn", f'forces.yaml:11:10: places[nairn].at[1]: "inf" {NUMBER}'),
    (AT, "at: [-3.87, 1e999]", "nairn",
     f'forces.yaml:11:17: places[nairn].at[2]: "1e999" {NUMBER}'),
    (RING, RING.replace("[-4.08, 57.47]", "[57.47, -4.08]"), "field",
     "forces.yaml:36:28: areas[field].ring[2]: [57.47, -4.08] lies off the map "
     "(longitude comes first: [-4.08, 57.47])"),
    (RING, "ring: [[-4.11, 57.47], [-4.08, 57.485], [-4.08, 57.47], [-4.11, 57.485]]", "field",
     "forces.yaml:36:11: areas[field].ring: crosses itself: the side from point 1 meets the side "
     "from point 3 (list the points in order around the area)"),
    (RING, "ring: [[-4.11, 57.47], [-4.11, 57.47], [-4.08, 57.47], [-4.1, 57.49], [-4.1, 57.46]]",
     "field",
     "forces.yaml:36:11: areas[field].ring: crosses itself: the side from point 2 meets the side "
     "from point 4 (list the points in order around the area)"),
    (RING, "ring: [[-4.11, 57.47], [-4.08, 57.47], [-4.11, 57.47], [-4.08, 57.47]]", "field",
     "forces.yaml:36:11: areas[field].ring: needs at least 3 different points "
     "(list the points in order around the area)"),
    ("ends: 1746-04-16 14:00\n    sources", "ends: 1746-04-16 11:00\n    sources", "field",
     "forces.yaml:38:11: areas[field].ends: 1746-04-16 11:00 is not after the start, "
     "1746-04-16 12:00"),
]
# fmt: on


@pytest.mark.parametrize(("old", "new", "lost", "said"), POINTS)
def test_a_place_or_an_area_is_left_out_alone(
    alter: Alter, old: str, new: str, lost: str, said: str
) -> None:
    reading = read_exhibit(alter("forces.yaml", old, new), thorough=True)

    assert list(map(str, reading.problems)) == [said]
    assert reading.exhibit is not None
    shown = [place.id for place in reading.exhibit.places]
    shown += [area.id for area in reading.exhibit.areas]
    assert shown == without(lost)
    assert len(reading.exhibit.formations) == 4


@pytest.mark.parametrize(
    "ring",
    [
        "[[-4.11, 57.47], [-4.08, 57.47], [-4.08, 57.485]]",
        "[[-4.11, 57.47], [-4.08, 57.47], [-4.08, 57.485], [-4.11, 57.47]]",  # closed
        "[[-4.11, 57.47], [-4.11, 57.47], [-4.08, 57.47], [-4.08, 57.485]]",  # a point twice
        "[[-4.08, 57.485], [-4.08, 57.47], [-4.11, 57.47]]",  # clockwise
        "[[-4.11, 57.47], [-4.08, 57.47], [-4.09, 57.475], [-4.08, 57.485]]",  # a dent
    ],
)
def test_an_outline_that_can_be_drawn(alter: Alter, ring: str) -> None:
    assert read_exhibit(alter("forces.yaml", RING, f"ring: {ring}")).problems == ()


VIEW = "bounds: [-4.2, 57.44, -4.0, 57.52]"


@pytest.mark.parametrize(
    ("new", "hint"),
    [
        ("bounds: [-5.2, 57.44, -4.0, 57.52]", MAP),
        ("bounds: [4.0, 57.44, 4.2, 57.52]", MAP),
        ("bounds: [57.44, -4.2, 57.52, -4.0]",
         "(longitude comes first: [-4.2, 57.44, -4, 57.52])"),
    ],
)  # fmt: skip
def test_a_view_off_the_map_is_told_and_the_exhibit_is_shown(
    alter: Alter, new: str, hint: str
) -> None:
    reading = read_exhibit(alter("exhibit.yaml", VIEW, new), thorough=True)

    said = f"exhibit.yaml:53:15: map.views[moor].bounds: reaches beyond the map {hint}"
    assert list(map(str, reading.problems)) == [said]
    assert reading.exhibit is not None
    assert len(reading.exhibit.map.views) == 2


@pytest.mark.parametrize(
    ("bounds", "said"),
    [
        ("[57.35, -94.5, 57.7, -93.7]",
         ":11: map.bounds: lies outside longitude -180..180, latitude -90..90 "
         "(longitude comes first: [-94.5, 57.35, -93.7, 57.7])"),
        ("[-3.7, 57.35, -4.5, 57.7]",
         ":11: map.bounds: is not [west, south, east, north] with west < east and south < north"),
        ("[-4.5, 57.35, nan, 57.7]", f':25: map.bounds[3]: "nan" {NUMBER}'),
    ],
)  # fmt: skip
def test_a_map_with_impossible_bounds(alter: Alter, bounds: str, said: str) -> None:
    folder = alter("exhibit.yaml", "bounds: [-4.5, 57.35, -3.7, 57.7]", f"bounds: {bounds}")

    reading = read_exhibit(folder, thorough=True)

    assert list(map(str, reading.problems)) == [f"exhibit.yaml:39{said}"]
    assert reading.exhibit is None


def test_a_point_that_is_on_the_map_either_way_is_doubted(alter: Alter) -> None:
    """Alone far from all others it is, turned among them it would not be."""
    folder = alter("exhibit.yaml", "bounds: [-4.5, 57.35, -3.7, 57.7]", "bounds: [-5, -5, 60, 60]")
    assert read_exhibit(folder, thorough=True).problems == ()
    alter("forces.yaml", "at: [-4.137, 57.489]", "at: [57.489, -4.137]")

    reading = read_exhibit(folder, thorough=True)

    assert list(map(str, reading.problems)) == [
        "forces.yaml:19:9: warning: places[culloden-house].at: [57.489, -4.137] is far from all "
        "else (longitude comes first: [-4.137, 57.489])"
    ]
    assert reading.exhibit is not None


LAYER = 'exhibit.yaml:43:13: map.layers[nairn-water].file: "map/river.geojson"'


def river(folder: Path, *lines: list[list[float]]) -> None:
    features = [
        {
            "type": "Feature",
            "properties": {},
            "geometry": {"type": "LineString", "coordinates": line},
        }
        for line in lines
    ]
    text = json.dumps({"type": "FeatureCollection", "features": features})
    (folder / "map" / "river.geojson").write_text(text, "utf-8")


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ([[[-4, 57.4], [-4, 57.6]], [[200, 57.4], [-4, 57.6]]],
         [": feature 2 has a point [200, 57.4] outside longitude -180..180, latitude -90..90"]),
        ([[[57.4, -4], [57.6, -4.2]]],
         [": no feature is on the map (longitude comes first: [-4.2, 57.4, -4, 57.6])"]),
        ([[[7.4, 4], [7.6, 4]]], [f": no feature is on the map {MAP}"]),
        ([[[7.4, 4], [7.6, 4]], [[-4, 57.4], [-4, 57.6]]], []),
        ([[[-40, 57.4], [40, 57.6]]], []),  # across it
        ([], []),
    ],
)  # fmt: skip
def test_a_layer_off_the_map_is_told_and_the_rest_is_shown(
    minimal: Path, lines: list[list[list[float]]], said: list[str]
) -> None:
    river(minimal, *lines)

    reading = read_exhibit(minimal, thorough=True)

    assert list(map(str, reading.problems)) == [LAYER + line for line in said]
    assert reading.exhibit is not None
    assert len(reading.exhibit.map.layers) == (0 if said else 1)


@pytest.mark.parametrize(
    ("broken", "last"),
    [
        (10, "latitude -90..90"),
        (11, "latitude -90..90 (and 1 more feature)"),
        (5000, "latitude -90..90 (and 4990 more features)"),
    ],
)
def test_a_fault_of_every_feature_is_not_told_for_each(
    minimal: Path, broken: int, last: str
) -> None:
    river(minimal, *([[200.0, 57.4], [-4.0, 57.6]],) * broken)

    reading = read_exhibit(minimal, thorough=True)

    assert len(reading.problems) == 10
    tenth = LAYER + ": feature 10 has a point [200, 57.4] outside longitude -180..180, "
    assert tenth + last in [str(problem) for problem in reading.problems]
