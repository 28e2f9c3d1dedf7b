"""QML hands parts on, not the whole: which files may name the stage, and who lays a panel out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kiosk.visit.navigation import Screen
from kiosk.visit.session import State

QML = Path(__file__).resolve().parents[1] / "kiosk" / "stage" / "qml" / "Kiosk"
FILES = {file.relative_to(QML).as_posix(): file.read_text("utf-8") for file in QML.rglob("*.qml")}

WINDOWS = {"Main.qml", "Present.qml", "Notes.qml", "Screens/VisitorChrome.qml"}
"""What hands out parts of the stage: the windows, and what lies over all of a visit."""
PANELS = {
    f"Screens/{panel}Screen.qml"
    for panel in ("Attract", "Home", "Narrative", "Forces", "Maps", "Decision", "Disagreement")
}
AROUND = {"Controls/Theme.qml"}
"""The singleton that the application gives each stage."""
MAP = {"Map/KeptFree.qml", "Map/MapFingers.qml", "Map/MapView.qml"}
"""What of the map has the whole stage still."""

NAMED = re.compile(r"\bproperty Stage \w+")
THROUGH = re.compile(r"\bTheme\.stage\b")
WRITTEN_BACK = re.compile(r"\bBinding \{[^}]*\btarget: [^\n]*\b(?:frame|edges)\b", re.IGNORECASE)


def test_only_whole_screens_have_the_whole_stage() -> None:
    assert {name for name, text in FILES.items() if NAMED.search(text)} == {
        *WINDOWS,
        *PANELS,
        *AROUND,
        *MAP,
    }


def test_the_window_has_a_screen_for_each_word() -> None:
    (listed,) = re.findall(r"property var screens: \(\{(.*?)\}\)", FILES["Main.qml"], re.S)
    assert re.findall(r"(\w+):", listed) == [State.ATTRACT, *Screen]


def test_nobody_reaches_the_stage_through_the_theme() -> None:
    assert [name for name, text in FILES.items() if THROUGH.search(text)] == []


def test_nothing_writes_back_to_where_all_lies() -> None:
    assert [name for name, text in FILES.items() if WRITTEN_BACK.search(text)] == []


def test_where_all_lies_is_computed_in_steps_that_have_names() -> None:
    for name in ("Screens/StageFrame.qml", "Screens/StageEdges.qml"):
        assert re.findall(r"\bfunction\b|=>|\breturn\b|\bon[A-Z]\w+:", FILES[name]) == []
    steps = re.findall(
        r"^    (readonly )?property \w+ (\w+)", FILES["Screens/StageFrame.qml"], re.M
    )
    assert {name for readonly, name in steps if readonly} >= {"textArea", "mapArea", "sheetArea"}


@pytest.mark.parametrize(
    ("pattern", "line"),
    [
        (NAMED, "    required property Stage stage"),
        (NAMED, "    property Stage stage: null"),
        (THROUGH, "text: Theme.stage.phrases.words.home"),
        (WRITTEN_BACK, 'Binding {\n    target: root.frame\n    property: "textNeed"\n}'),
        (WRITTEN_BACK, "Binding {\n    value: 1\n    target: edges\n}"),
    ],
)
def test_what_is_forbidden_is_seen(pattern: re.Pattern[str], line: str) -> None:
    assert pattern.search(line)
