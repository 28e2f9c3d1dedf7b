"""GeoJSON layers: what is read, and the sentence for each thing that cannot be."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kiosk.exhibit.files.geojson import MAX_BYTES, GeoJsonError, read_features
from kiosk.exhibit.model import LayerStyle

SQUARE = [[0, 0], [1, 0], [1, 1], [0, 0]]
HOLE = [[0.2, 0.1], [0.4, 0.1], [0.4, 0.2], [0.2, 0.1]]


def feature(kind: str, coordinates: Any, **properties: Any) -> dict[str, Any]:
    geometry = {"type": kind, "coordinates": coordinates}
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def write(folder: Path, *features: Any) -> Path:
    path = folder / "layer.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), "utf-8")
    return path


def problems(path: Path, style: LayerStyle) -> tuple[str, ...]:
    with pytest.raises(GeoJsonError) as caught:
        read_features(path, style)
    assert caught.value.file == path.name
    return caught.value.messages


def test_a_polygon_keeps_its_holes(tmp_path: Path) -> None:
    path = write(tmp_path, feature("Polygon", [SQUARE, HOLE], metres=150))
    (read,) = read_features(path, LayerStyle.RELIEF)
    ((outer, hole),) = read.shapes
    assert (outer[1], hole[1], read.metres) == ((1, 0), (0.4, 0.1), 150)


def test_each_part_of_a_collection_is_a_shape_of_its_own(tmp_path: Path) -> None:
    lines = [[[0, 0], [1, 1]], [[2, 2], [3, 3], [4, 4]]]
    path = write(tmp_path, feature("MultiLineString", lines, rank=1, dry=True))
    (read,) = read_features(path, LayerStyle.RIVER)
    assert [len(line) for (line,) in read.shapes] == [2, 3]
    assert (read.rank, read.dry) == (1, True)


def test_what_is_not_stated_has_a_middle_value(tmp_path: Path) -> None:
    entry = feature("LineString", [[0, 0], [1, 1]]) | {"properties": None}
    (read,) = read_features(write(tmp_path, entry), LayerStyle.RIVER)
    assert (read.rank, read.dry, read.density) == (3, False, 1)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "is not JSON: Expecting property name enclosed in double quotes at line 1, column 2"),
        ("[1, 2]", "is not a FeatureCollection"),
        ('{"type": "Feature"}', "is not a FeatureCollection"),
        ('{"type": "FeatureCollection"}', "has no list of features"),
        ('{"type": "FeatureCollection", "features": NaN}', "holds NaN, which is no number in JSON"),
        ("[" * 200_000, "is nested too deeply"),
    ],
)
def test_a_file_that_is_no_geojson_says_what_it_is(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "layer.geojson"
    path.write_text(text, "utf-8")
    assert problems(path, LayerStyle.RIVER) == (message,)


def test_a_number_too_long_to_read_is_a_problem_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "layer.geojson"
    path.write_text("1" * 5000, "utf-8")
    (message,) = problems(path, LayerStyle.RIVER)
    assert message == "holds a number of too many digits"


def test_a_file_that_is_not_there_says_so(tmp_path: Path) -> None:
    assert problems(tmp_path / "layer.geojson", LayerStyle.SEA) == ("does not exist",)


def test_a_folder_in_place_of_a_file_cannot_be_read(tmp_path: Path) -> None:
    assert problems(tmp_path, LayerStyle.SEA) == ("cannot be read: Is a directory",)


def test_a_file_of_other_bytes_is_not_text(tmp_path: Path) -> None:
    path = tmp_path / "layer.geojson"
    path.write_bytes(b"\xff\xfe\x00")
    assert problems(path, LayerStyle.SEA) == ("is not UTF-8 text",)


def test_a_file_too_large_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "layer.geojson"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    assert problems(path, LayerStyle.SEA) == ("is larger than 8 MB",)


@pytest.mark.parametrize(
    ("style", "entry", "message"),
    [
        (LayerStyle.RIVER, 7, "is not a Feature"),
        (LayerStyle.RIVER, {"type": "Feature"}, "has no geometry"),
        (
            LayerStyle.RIVER,
            feature("LineString", [[0, 0], [1, 1]]) | {"properties": [1]},
            "has properties that are not a mapping",
        ),
        (
            LayerStyle.RIVER,
            feature("Polygon", [SQUARE]),
            "is a Polygon; a river layer draws LineString or MultiLineString",
        ),
        (
            LayerStyle.SAND,
            feature("LineString", [[0, 0], [1, 1]]),
            "is a LineString; a sand layer draws Polygon or MultiPolygon",
        ),
        (
            LayerStyle.RIVER,
            feature("LineString", [[0, 0], [181, 36]]),
            "has a point [181, 36] outside longitude -180..180, latitude -90..90",
        ),
        (
            LayerStyle.RIVER,
            feature("LineString", [[0, 0], [114, 90.5]]),
            "has a point [114, 90.5] outside longitude -180..180, latitude -90..90",
        ),
        (
            LayerStyle.RIVER,
            feature("LineString", [[0, 0], ["1", 2]]),
            "has a point that is not made of numbers",
        ),
        (
            LayerStyle.RIVER,
            feature("LineString", [[0, 0], [True, 2]]),
            "has a point that is not made of numbers",
        ),
        (
            LayerStyle.RIVER,
            feature("LineString", [0, 1]),
            "has coordinates nested in the wrong way",
        ),
        (
            LayerStyle.RIVER,
            feature("MultiLineString", None),
            "has coordinates nested in the wrong way",
        ),
        (
            LayerStyle.RIVER,
            feature("LineString", [[0, 0]]),
            "has a line or ring of fewer than 2 points",
        ),
        (
            LayerStyle.SEA,
            feature("Polygon", [SQUARE[:3]]),
            "has a line or ring of fewer than 4 points",
        ),
        (
            LayerStyle.SEA,
            feature("Polygon", [[*SQUARE[:3], [0, 1]]]),
            "has a ring that does not end where it began",
        ),
        (
            LayerStyle.RELIEF,
            feature("Polygon", [SQUARE]),
            "has no `metres`, the height from which its tint counts",
        ),
        (
            LayerStyle.RELIEF,
            feature("Polygon", [SQUARE], metres="150"),
            "has a `metres` that is not a number",
        ),
        (
            LayerStyle.RELIEF,
            feature("Polygon", [SQUARE], metres=20000),
            "has a `metres` outside -12000..9000",
        ),
        (
            LayerStyle.RIVER,
            feature("LineString", [[0, 0], [1, 1]], rank=6),
            "has a `rank` outside 1..5",
        ),
        (
            LayerStyle.RIVER,
            feature("LineString", [[0, 0], [1, 1]], rank=2.5),
            "has a `rank` that is not a whole number",
        ),
        (
            LayerStyle.RIVER,
            feature("LineString", [[0, 0], [1, 1]], dry="yes"),
            "has a `dry` that is neither true nor false",
        ),
        (
            LayerStyle.SAND,
            feature("Polygon", [SQUARE], density=1.5),
            "has a `density` outside 0..1",
        ),
    ],
)
def test_a_faulty_feature_is_named_by_its_number(
    tmp_path: Path, style: LayerStyle, entry: Any, message: str
) -> None:
    assert problems(write(tmp_path, entry), style) == (f"feature 1 {message}",)


def test_a_number_beyond_all_numbers_lies_outside(tmp_path: Path) -> None:
    path = write(tmp_path, feature("LineString", [[0, 0], [1, 1]]))
    path.write_text(path.read_text("utf-8").replace("[1, 1]", "[1e999, 1]"), "utf-8")
    assert problems(path, LayerStyle.RIVER) == (
        "feature 1 has a point [inf, 1] outside longitude -180..180, latitude -90..90",
    )


def test_every_faulty_feature_is_named_at_once(tmp_path: Path) -> None:
    good = feature("LineString", [[0, 0], [1, 1]])
    path = write(tmp_path, 1, good, feature("LineString", [[0, 0]]))
    assert problems(path, LayerStyle.ROAD) == (
        "feature 1 is not a Feature",
        "feature 3 has a line or ring of fewer than 2 points",
    )
