"""The map's picture is made of records alone: no loose rows, no camera, no playhead."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.test_house import CODE, KIOSK, by_name, names_in, room, within

MAP_OF_RECORDS = {
    *("publish/scene.py", "publish/web/cartography.py", "publish/web/mapsvg.py"),
    *("publish/paper/mapfigure.py", "publish/paper/maplabels.py", "publish/paper/legend.py"),
    *("telling/standing.py", "stage/atlas.py"),
}
"""The files beside kiosk/map/ that say what of the map is shown."""
LOOSE = re.compile(r"(?:dict|Mapping)\[str, Any\]|\bRows\[Any\]|import .*\bRow\b")


@by_name
def test_what_the_map_shows_is_a_record(file: Path) -> None:
    inside = file.relative_to(KIOSK)
    if inside.parts[0] == "map" or inside.as_posix() in MAP_OF_RECORDS:
        assert LOOSE.findall(file.read_text("utf-8")) == []


@pytest.mark.parametrize(
    "line", ["Row = dict[str, Any]", "rows: Rows[Any]", "from kiosk.telling.locale import Row"]
)
def test_a_loose_row_is_seen_in_every_form(line: str) -> None:
    assert LOOSE.findall(line) != []


PURE = ("map/picture.py", "map/fitting.py", "map/viewport.py", "map/boxes.py", "map/labels/")
"""What makes the map's picture of nothing but records."""
MOVED_BY_TIME = {"map.camera", "map.situation", "visit.playhead", "qt.timing", "qt.heldtime"}


@by_name
def test_the_maps_picture_needs_no_camera_and_no_playhead(file: Path) -> None:
    inside = file.relative_to(KIOSK).as_posix()
    names = {name.rpartition(".")[0] for name in within("kiosk", names_in(file))}
    if inside.startswith(PURE):
        assert names & MOVED_BY_TIME == set()
        assert within("PySide6.QtCore", names_in(file)) == set()
    if room(file) == "publish":
        assert names & {"map.camera", "map.situation"} == set()


def test_one_module_writes_the_addresses_of_symbols() -> None:
    files = [file.name for file in CODE if "image://symbols" in file.read_text("utf-8")]
    assert files == ["symbols.py"]
