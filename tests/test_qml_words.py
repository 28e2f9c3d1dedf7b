"""QML writes no word of Python's enums out: it names them, by names that they have."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import Path

import pytest

from kiosk.desk.staff.gate import Asked, Room
from kiosk.talk.delivery import Act, Mode
from kiosk.talk.slides import SlideKind
from kiosk.visit.navigation import Screen, Sheet
from kiosk.visit.session import State

KIOSK = Path(__file__).resolve().parents[1] / "kiosk"

ENUMS: dict[str, type[StrEnum]] = {
    "Screens": Screen,
    "Sheets": Sheet,
    "States": State,
    "Modes": Mode,
    "Acts": Act,
    "SlideKinds": SlideKind,
    "Rooms": Room,
    "AskedActs": Asked,
}
"""The names that QML has for the words of Python's enums: files of Kiosk/Enums."""

IN_QML = sorted((KIOSK / "stage" / "qml").rglob("*.qml"))
ENUM_FILES = [file for file in IN_QML if file.parent.name == "Enums"]
OTHER_QML = sorted({*IN_QML} - {*ENUM_FILES})
WORDS = "|".join(word for enum in ENUMS.values() for word in enum if word)
WRITTEN_OUT = [
    re.compile(pattern)
    for pattern in (
        r"(?:[!=]=|\bcase) *[\"'`][^\"'`]",  # compared with anything but the empty text
        r"[^\"'`][\"'`] *[!=]=",
        r"\b(?:sheet|opened) *[!=]==? *[\"'`]",  # where the empty text is `Sheet.NONE`
        r"\b(?:openPanel|openSheet|toggleSheet|act)\([^)]*[\"'`]",
        rf"(?<!\bicon: )(?<!\bcolor: )[\"'`](?:{WORDS})[\"'`]",
    )
]


def literals(qml: str) -> list[str]:
    """Where QML compares with a word that is written out, or hands one on that an enum has."""
    return [found[0] for pattern in WRITTEN_OUT for found in pattern.finditer(qml)]


@pytest.mark.parametrize("name", ENUMS)
def test_qml_has_those_words_of_an_enum_that_it_uses(name: str) -> None:
    named = re.compile(r'^    readonly property string (\w+): "(\w*)"$', re.MULTILINE)
    (file,) = (file for file in ENUM_FILES if file.stem == name)
    words = dict(named.findall(file.read_text("utf-8")))
    known = {one.name.lower(): one.value for one in ENUMS[name]}
    assert words.items() <= known.items()
    others = "".join(file.read_text("utf-8") for file in OTHER_QML)
    assert set(re.findall(rf"\b{name}\.(\w+)", others)) == {*words}


@pytest.mark.parametrize("file", OTHER_QML, ids=[file.stem for file in OTHER_QML])
def test_qml_names_what_an_enum_has(file: Path) -> None:
    assert literals(file.read_text("utf-8")) == []


@pytest.mark.parametrize(
    "line",
    [
        'visible: stage.navigation.screen === "maps"',
        'visible: stage.navigation.screen !== "map"',
        "visible: 'warning' === stage.session.state",
        'visible: root.stage.navigation.sheet !== ""',
        'case "phases":',
        'onActivated: stage.navigation.openSheet("figurs")',
        'onTapped: delivery.act(left ? "back" : Acts.forward)',
        'name: "home",',
    ],
)
def test_a_word_written_out_is_seen_in_every_form(line: str) -> None:
    assert literals(line) != []


@pytest.mark.parametrize(
    "line",
    [
        "visible: stage.navigation.screen === Screens.maps",
        'visible: text !== "" && shown',
        'icon: "home"',
        'color: "black"',
        'key: "tabs"',
    ],
)
def test_what_is_no_word_of_an_enum_may_be_written_out(line: str) -> None:
    assert literals(line) == []
