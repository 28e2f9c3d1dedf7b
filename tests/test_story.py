"""One story, told once: the outline tells records apart, and no medium asks for its own."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from kiosk.exhibit.model import Record
from tests.test_house import KIOSK, MODULES, found_in, kinds, names_in, room, within


def asked_kinds(text: str, records: set[str]) -> list[str]:
    """The kinds of records that a file asks things whether they are of."""
    tree = ast.parse(text)
    asked = [
        node.args[1]
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "isinstance"
    ]
    asked += [node.cls for node in ast.walk(tree) if isinstance(node, ast.MatchClass)]
    names = (
        part.id if isinstance(part, ast.Name) else part.attr
        for node in asked
        for part in ast.walk(node)
        if isinstance(part, ast.Name | ast.Attribute)
    )
    return [name for name in names if name in records]


RECORDS = {kind.__name__ for kind in kinds(Record)}


def test_the_outline_alone_tells_records_apart() -> None:
    """One kind may be told from the rest; a ladder of them belongs in the table of `Outline`."""

    def ladder(file: Path) -> list[str]:
        if room(file) in ("exhibit", "telling"):
            return []
        return asked_kinds(file.read_text("utf-8"), RECORDS)[1:]

    assert found_in(MODULES, ladder) == {}


@pytest.mark.parametrize(
    "text",
    [
        "isinstance(a, Phase); isinstance(b, Lesson)",
        "isinstance(a, Phase | Lesson)",
        "isinstance(a, (model.Phase, model.Lesson))",
        "match a:\n case Phase():\n  b\n case model.Lesson():\n  c",
    ],
)
def test_a_ladder_of_records_is_seen_in_every_form(text: str) -> None:
    assert asked_kinds(text, RECORDS) == ["Phase", "Lesson"]


SITE = [file for file in MODULES if file.parent == KIOSK / "publish" / "web"]


@pytest.mark.parametrize("file", SITE, ids=[file.stem for file in SITE])
def test_the_site_is_made_without_a_visitor(file: Path) -> None:
    rooms = {name.split(".")[0] for name in within("kiosk", names_in(file))}
    assert rooms & {"stage", "visit"} == set()


UNNAMED = {"map/situation.py", "stage/atlas.py"}
"""Where rows are still of dictionaries."""


def test_rows_are_of_records() -> None:
    of_anything = {
        file.relative_to(KIOSK).as_posix()
        for file in MODULES
        if "Rows[Any]" in file.read_text("utf-8")
    }
    assert of_anything <= UNNAMED
