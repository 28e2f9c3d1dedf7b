"""Content given as tables, and taken again: what is unchanged there changes nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kiosk.exhibit.reader import read_exhibit
from kiosk.workbench.tables.giving import give
from kiosk.workbench.tables.grid import NotTaken
from kiosk.workbench.tables.importing import understand
from tests.workbench.tables.made import ford, written

EXHIBITS = Path(__file__).parents[2] / "exhibits"


@pytest.mark.parametrize("name", ["minimal", "year-long", "three-sides"])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_is_given_is_taken_again_and_changes_nothing(
    tmp_path: Path, name: str, language: str
) -> None:
    content = EXHIBITS / name
    for file in give(content, tmp_path / "tables", language):
        changes = understand(Path(file), content).changes
        assert {one.verdict for one in changes} == {"same"}, file


def test_a_workbook_and_points_are_taken_again(tmp_path: Path) -> None:
    content = ford(tmp_path, "en", "zh")
    for form in ("book.xlsx", "points.geojson"):
        (file,) = give(content, tmp_path / form)
        changes = understand(Path(file), content).changes
        assert {one.verdict for one in changes} == {"same"}, file


def test_an_exhibit_can_be_made_of_what_another_gives(tmp_path: Path) -> None:
    content = ford(tmp_path, "en", "zh")
    give(content, tmp_path / "tables")
    before = read_exhibit(content).exhibit
    assert before is not None
    (content / "places.yaml").unlink()
    written(tmp_path / "tables" / "places.csv", content)
    after = read_exhibit(content).exhibit
    assert after is not None
    assert after.places == before.places


@pytest.mark.parametrize(
    ("out", "said"),
    [
        ("x.pdf", "x.pdf: is no form of table (there are .xlsx, .geojson, .csv; without an ending"),
        (
            "x.csv",
            "x.csv: names no table (there are stations, formations, events, figures, "
            "places, sources)",
        ),
    ],
)
def test_what_is_no_table_is_told(tmp_path: Path, out: str, said: str) -> None:
    with pytest.raises(NotTaken) as error:
        give(ford(tmp_path), tmp_path / out)
    assert str(error.value).startswith(said)


def test_points_have_their_longitude_first(tmp_path: Path) -> None:
    (file,) = give(ford(tmp_path, "en", "zh"), tmp_path / "points.geojson")
    first = json.loads(Path(file).read_text("utf-8"))["features"][0]
    assert first["geometry"] == {"type": "Point", "coordinates": [0.21, 0.03]}
    assert first["properties"]["name (zh)"] == "阿什比"
