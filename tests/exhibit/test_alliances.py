"""Sides that stand together: for how long, and what is said of slips."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from kiosk.exhibit.alliances import Alliances
from kiosk.exhibit.model import Shape
from kiosk.exhibit.model.exhibit import COLOURS
from kiosk.exhibit.reader import read_exhibit
from kiosk.machine import folders
from kiosk.telling.locale import Locale
from kiosk.telling.outline.allies import alliances_of
from tests.exhibit import made

SIDES = [{"id": key, "name": key.upper()} for key in ("a", "b", "c", "d")]
ALLIED = [
    {"id": "always", "name": "Always", "sides": ["a", "b"], "sources": []},
    {"id": "early", "name": "E", "sides": ["b", "c"], "ends": "1900-01-10", "sources": []},
    {"id": "late", "name": "L", "sides": ["c", "d"], "starts": "1900-01-11", "sources": []},
]


@pytest.mark.parametrize(
    ("side", "day", "allies"),
    [
        ("a", 10, ["b"]),
        ("b", 10, ["a", "c"]),
        ("b", 11, ["a"]),
        ("c", 10, ["b"]),
        ("c", 11, ["d"]),
        ("d", 10, []),
    ],
)
def test_allies_of_one_day_are_enemies_of_the_next(side: str, day: int, allies: list[str]) -> None:
    own = made.exhibit(sides=SIDES, alliances=ALLIED)
    moment = dt.datetime(1900, 1, day)
    assert [one.id for one in Alliances(own).allies(side, moment)] == allies
    assert Alliances(own).friends(side, moment) == {side, *allies}


@pytest.mark.parametrize(
    ("side", "told"),
    [
        ("a", ["Allied with B"]),
        ("b", ["Allied with A", "Allied with C, 1–10 January 1900"]),
        ("d", ["Allied with C, 11–31 January 1900"]),
    ],
)
def test_an_alliance_is_told_with_its_days_unless_it_lasted(side: str, told: list[str]) -> None:
    own = made.exhibit(sides=SIDES, alliances=ALLIED)
    teller = Locale(own, folders.resources() / "words", "en").teller
    assert alliances_of(own, teller, side) == told


def test_sides_without_colours_and_shapes_have_those_that_are_left() -> None:
    sides = [*SIDES, {"id": "e", "name": "E", "colour": COLOURS[1], "shape": "ellipse"}]
    worn = [(side.colour, side.shape) for side in made.exhibit(sides=sides).sides]
    free = [COLOURS[0], *COLOURS[2:]]
    shapes = [Shape.RECTANGLE, Shape.HEXAGON, Shape.DIAMOND, Shape.OCTAGON]
    assert worn == [*zip(free, shapes, strict=False), (COLOURS[1], Shape.ELLIPSE)]


PACT = "alliances:\n  - id: pact\n    name: Pact\n    sides: [{}]\n    sources: [outline]\n"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (
            PACT.format("jacobite, goverment"),
            'own.yaml:4:23: alliances[pact].sides[2]: there is no side "goverment" (did you mean '
            '"government"?)',
        ),
        (
            PACT.format("jacobite, jacobite"),
            "own.yaml:2:5: alliances[pact]: names a side twice",
        ),
        (
            PACT.format("jacobite"),
            "own.yaml:4:12: alliances[pact].sides: needs at least 2 entries",
        ),
        (
            PACT.format("jacobite, government")
            + "    starts: 1746-04-16 12:00\n    ends: 1746-04-16 11:00\n",
            "own.yaml:7:11: alliances[pact].ends: 1746-04-16 11:00 is not after the start, "
            "1746-04-16 12:00",
        ),
    ],
)
def test_a_slip_in_an_alliance_is_said(minimal: Path, written: str, said: str) -> None:
    (minimal / "own.yaml").write_text(written, "utf-8")
    assert [str(problem) for problem in read_exhibit(minimal).problems] == [said]


def test_of_more_than_eight_sides_the_ninth_is_too_many(minimal: Path) -> None:
    more = "".join(f"  - {{id: side-{i}, name: Side {i}}}\n" for i in range(7))
    (minimal / "own.yaml").write_text(f"sides:\n{more}", "utf-8")
    assert "sides: holds more than 8 entries" in " ".join(map(str, read_exhibit(minimal).problems))
