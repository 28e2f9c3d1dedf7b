"""The map's picture is made of records alone: no loose rows, no camera, no playhead."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.test_house import CODE, KIOSK, MODULES, found_in, names_in, room, within

MAP_OF_RECORDS = {
    *("publish/scene.py", "publish/web/cartography.py", "publish/web/mapsvg.py"),
    *("publish/paper/mapfigure.py", "publish/paper/maplabels.py", "publish/paper/legend.py"),
    *("telling/standing.py", "stage/atlas.py"),
}
"""The files beside kiosk/map/ that say what of the map is shown."""
LOOSE = re.compile(r"(?:dict|Mapping)\[str, Any\]|\bRows\[Any\]|import .*\bRow\b")


def test_what_the_map_shows_is_a_record() -> None:
    others = {KIOSK / name for name in MAP_OF_RECORDS}
    shown = [file for file in MODULES if room(file) == "map" or file in others]
    assert found_in(shown, lambda file: LOOSE.findall(file.read_text("utf-8"))) == {}


@pytest.mark.parametrize(
    "line", ["Row = dict[str, Any]", "rows: Rows[Any]", "from kiosk.telling.locale import Row"]
)
def test_a_loose_row_is_seen_in_every_form(line: str) -> None:
    assert LOOSE.findall(line) != []


PURE = ("map/picture.py", "map/fitting.py", "map/viewport.py", "map/boxes.py", "map/labels/")
"""What makes the map's picture of nothing but records."""
MOVED_BY_TIME = {"map.camera", "map.situation", "visit.playhead", "qt.timing", "qt.heldtime"}


def test_the_maps_picture_needs_no_camera_and_no_playhead() -> None:
    def moved(file: Path) -> set[str]:
        names = {name.rpartition(".")[0] for name in within("kiosk", names_in(file))}
        if file.relative_to(KIOSK).as_posix().startswith(PURE):
            return names & MOVED_BY_TIME | within("PySide6.QtCore", names_in(file))
        return names & {"map.camera", "map.situation"} if room(file) == "publish" else set()

    assert found_in(MODULES, moved) == {}


def test_one_module_writes_the_addresses_of_symbols() -> None:
    files = [file.name for file in CODE if "image://symbols" in file.read_text("utf-8")]
    assert files == ["symbols.py"]
