"""Lives of people: told once, in the order of their years, in short."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.exhibit.reader import read_exhibit

Alter = Callable[[str, str, str], Path]

ABOUT = "    about: He led the army from Aberdeen to the moor.\n"


def life(*milestones: str) -> str:
    return "    life:\n" + "".join(f"      - {one}\n" for one in milestones)


def said(folder: Path) -> list[str]:
    return [str(problem) for problem in read_exhibit(folder, thorough=True).problems]


@pytest.mark.parametrize(
    ("milestones", "found"),
    [
        (["{year: 1721, text: Born.}", "{year: 1765, text: Died.}"], []),
        (["{text: He led the army.}"], []),
        (["{year: 1720/1, text: Born.}", "{year: 1720, text: Christened.}"], []),
        (
            ["{year: 1765, text: Died.}", "{text: A.}", "{year: 1721/2, text: Born.}"],
            ["[3].year: 1721/2 comes after 1765 (put the years in order)"],
        ),
        (
            ["{year: 1746, text: A.}", f"{{text: {'word. ' * 27}}}"],
            ["[2].text: a milestone of 27 words (at most 26 are read with ease)"],
        ),
    ],
)
def test_a_life_is_short_and_in_the_order_of_its_years(
    alter: Alter, milestones: list[str], found: list[str]
) -> None:
    folder = alter("story.yaml", ABOUT, life(*milestones))
    expected = [f"warning: people[cumberland].life{one}" for one in found]
    assert [line.split(": ", 1)[1] for line in said(folder) if "life[" in line] == expected


@pytest.mark.parametrize("told", ["", ABOUT + life("{text: Born.}")])
def test_a_person_is_told_of_once(alter: Alter, told: str) -> None:
    folder = alter("story.yaml", ABOUT, told)
    assert any("needs either `about` or `life`" in line for line in said(folder))


def test_a_year_is_a_year(alter: Alter) -> None:
    folder = alter("story.yaml", ABOUT, life("{year: about 1721, text: Born.}"))
    assert any("people[cumberland].life[1].year" in line for line in said(folder))
