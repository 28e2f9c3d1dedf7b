"""Tables of strength and losses, and of lives: rows that are items within an entry."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kiosk.exhibit.model import Exhibit
from kiosk.exhibit.reader import read_exhibit
from kiosk.workbench.tables.giving import give
from kiosk.workbench.tables.grid import NotTaken
from kiosk.workbench.tables.importing import told, understand
from tests.exhibit.conftest import MINIMAL
from tests.workbench.tables.made import table, written

STRENGTH = """Strength and losses;;;;
Unit;According to;Strength;Losses;Source
House guard;A letter;7,500 - 8,000;50;Casualty figures as commonly given
;Later accounts;> 7000;;roll
Government;All accounts;;1 500+;roll
"""
LIVES = """Person,Year,What happened
Duke of Cumberland,1721,Born in London.
,1745,Recalled from Flanders.
"""


@pytest.fixture
def minimal(tmp_path: Path) -> Path:
    """A copy of the small exhibit, whose people have lives to be told."""
    folder = Path(shutil.copytree(MINIMAL, tmp_path / "minimal"))
    story = (folder / "story.yaml").read_text("utf-8")
    about = "    about: He led the army from Aberdeen to the moor.\n"
    life = "    life:\n      - {text: He led the army.}\n"
    (folder / "story.yaml").write_text(story.replace(about, life), "utf-8")
    return folder


def read(folder: Path) -> Exhibit:
    reading = read_exhibit(folder)
    assert reading.problems == ()
    assert reading.exhibit is not None
    return reading.exhibit


def test_strength_and_losses_are_taken_voice_by_voice(tmp_path: Path, minimal: Path) -> None:
    written(table(tmp_path, STRENGTH, "strength.csv"), minimal)
    guard = read(minimal).indexed("formations")["rearguard"]
    told = [(one.who.in_("en"), one.low, one.high, one.open_ended) for one in guard.strength]
    assert told == [("A letter", 7500, 8000, False), ("Later accounts", 7000, None, True)]
    assert [(one.low, one.sources) for one in guard.losses] == [(50, ("roll",))]
    side = read(minimal).indexed("sides")["government"]
    assert [(one.low, one.open_ended) for one in side.losses] == [(1500, True)]
    text = (minimal / "forces.yaml").read_text("utf-8")
    assert "low: 7500\n" in text


def test_taken_again_it_changes_nothing_and_brings_what_changed(
    tmp_path: Path, minimal: Path
) -> None:
    file = table(tmp_path, STRENGTH, "strength.csv")
    written(file, minimal)
    assert {one.verdict for one in understand(file, minimal).changes} == {"same"}
    table(tmp_path, STRENGTH.replace(";50;", ";60;"), "strength.csv")
    (change,) = [one for one in understand(file, minimal).changes if one.verdict != "same"]
    assert change.told == ('losses "A letter 50" -> "A letter 60"',)
    written(file, minimal)
    assert read(minimal).indexed("formations")["rearguard"].losses[0].low == 60
    (minimal / "forces.yaml").write_text(
        (minimal / "forces.yaml").read_text("utf-8").replace("low: 60", "low: 61"), "utf-8"
    )
    table(tmp_path, STRENGTH.replace(";50;", ";70;"), "strength.csv")
    (clash,) = [one.clashes[0] for one in understand(file, minimal).changes if one.clashes]
    assert clash == 'losses is "A letter 61" by hand and "A letter 70" in the table'


def test_a_hand_and_the_table_may_each_change_a_voice(tmp_path: Path, minimal: Path) -> None:
    file, forces = table(tmp_path, STRENGTH, "strength.csv"), minimal / "forces.yaml"
    written(file, minimal)
    text = forces.read_text("utf-8")
    letter, later = "who: A letter\n        low: 7500\n", "      - who: Later accounts\n"
    by_hand = text.replace(letter, letter.replace("7500", "7400  # misread in the table"))
    by_hand = by_hand.replace(later, f"      # in print\n{later}")
    assert by_hand.count("#") == text.count("#") + 2
    forces.write_text(by_hand, "utf-8")
    again = STRENGTH.replace("> 7000;;", "6800;;") + "House guard;The enemy;9000;;roll\n"
    table(tmp_path, again, "strength.csv")
    (change,) = [one for one in understand(file, minimal).changes if one.verdict != "same"]
    assert (change.told, change.clashes) == (
        (
            'strength "Later accounts 7000+" -> "Later accounts 6800"',
            'strength nothing -> "The enemy 9000"',
        ),
        (),
    )
    written(file, minimal)
    guard = read(minimal).indexed("formations")["rearguard"]
    told = [(one.who.in_("en"), one.low, one.high) for one in guard.strength]
    assert told == [
        ("A letter", 7400, 8000),
        ("Later accounts", 6800, None),
        ("The enemy", 9000, None),
    ]
    merged = forces.read_text("utf-8")
    assert "# misread in the table\n" in merged
    assert "# in print\n" in merged
    assert {one.verdict for one in understand(file, minimal).changes} == {"same"}
    table(
        tmp_path,
        STRENGTH.partition("Unit")[0] + "Unit;According to;Strength;Losses;Source\n"
        "Government;All accounts;;1 500+;roll\n",
        "strength.csv",
    )
    written(file, minimal)
    guard = read(minimal).indexed("formations")["rearguard"]
    assert [(one.who.in_("en"), one.low) for one in guard.strength] == [("A letter", 7400)]


def test_a_life_is_taken_line_by_line(tmp_path: Path, minimal: Path) -> None:
    (minimal / "story.yaml").write_text(
        (minimal / "story.yaml")
        .read_text("utf-8")
        .replace("      - {text: He led the army.}\n", "")
        .replace("    life:\n", ""),
        "utf-8",
    )
    file = table(tmp_path, LIVES, "lives.csv")
    assert "lives.csv: 2 milestones" in list(told(understand(file, minimal)))
    written(file, minimal)
    life = read(minimal).indexed("people")["cumberland"].life
    assert [(one.year, one.text.in_("en")) for one in life] == [
        ("1721", "Born in London."),
        ("1745", "Recalled from Flanders."),
    ]
    others = LIVES.splitlines(keepends=True)
    table(tmp_path, "".join(others[:2]), "lives.csv")
    written(file, minimal)
    assert len(read(minimal).indexed("people")["cumberland"].life) == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (STRENGTH.replace("> 7000", "about 7000"),
         'strength.csv:C4: "about 7000" is not a number of people (such as 7500, 7000-8000 or '
         "7000+)"),
        (STRENGTH.replace("House guard", "Home guard"),
         'strength.csv:A3: there is no "Home guard" among the formations (did you mean "house '
         'guard"?)'),
        (STRENGTH.replace(";Later accounts", ";"), "strength.csv:C4: lacks its who"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_cell(
    tmp_path: Path, minimal: Path, text: str, said: str
) -> None:
    with pytest.raises(NotTaken) as error:
        understand(table(tmp_path, text, "strength.csv"), minimal)
    assert said in "\n".join(error.value.lines())


def test_what_is_given_of_lists_is_taken_again(tmp_path: Path, minimal: Path) -> None:
    files = give(minimal, tmp_path / "tables")
    assert {"figures.csv", "milestones.csv"} <= {Path(file).name for file in files}
    for file in files:
        assert {one.verdict for one in understand(Path(file), minimal).changes} == {"same"}, file


def test_a_source_for_all_rows_is_that_of_each_figure(tmp_path: Path, minimal: Path) -> None:
    text = "Unit,Who says so,Strength\nHouse guard,The roll,200\n"
    file = table(tmp_path, text, "strength.csv")
    understand(file, minimal, source="outline").write()
    guard = read(minimal).indexed("formations")["rearguard"]
    assert guard.strength[0].sources == ("outline",)
    assert guard.sources == ("outline",)


def test_photographs_are_taken_from_a_table(tmp_path: Path, minimal: Path) -> None:
    text = "Title,File,What it shows,Photographer,Source,Gallery\n"
    text += "Moor,a.svg,A moor.,Nobody,outline,guns\nGuns,b.svg,Guns.,Nobody,outline,\n"
    (minimal / "pictures").mkdir()
    for name in ("a.svg", "pictures/b.svg"):
        svg = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'/>"
        (minimal / name).write_text(svg, "utf-8")
    written(table(tmp_path, text, "photographs.csv"), minimal)
    moor = read(minimal).indexed("pictures")["moor"]
    assert (moor.file, moor.gallery, moor.credit.in_("en")) == ("a.svg", ("guns",), "Nobody")
    assert read(minimal).indexed("pictures")["guns"].file == "pictures/b.svg"
