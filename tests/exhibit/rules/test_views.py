"""The views of the map's panel: few, at least one, and none for stops that no stop shows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.exhibit.reader import read_exhibit

Alter = Callable[[str, str, str], Path]

FIRST = "      moment: 1746-04-15 20:00\n"
LAST = "      moment: 1746-04-16 13:00\n"
SPARE = """    - id: {0}
      name: {0}
      bounds: [-4.2, 57.44, -4.0, 57.52]
"""
UNLISTED = "      listed: false\n"


def said(folder: Path) -> list[str]:
    return [str(problem) for problem in read_exhibit(folder, thorough=True).problems]


@pytest.mark.parametrize("more", [3, 4])
def test_the_panel_lists_no_more_than_are_chosen_from_at_a_glance(alter: Alter, more: int) -> None:
    spares = "".join(SPARE.format(f"spare-{letter}") for letter in "abcd"[:more])
    folder = alter("exhibit.yaml", LAST, LAST + spares)

    assert said(folder) == [
        "exhibit.yaml:47:5: warning: map.views: the map's panel lists 6 views "
        "(at most 5 are chosen from at a glance; `listed: false` keeps one for stops)"
    ] * (more == 4)


@pytest.mark.parametrize("shown", [True, False])
def test_a_view_for_stops_is_shown_by_one(alter: Alter, shown: bool) -> None:
    folder = alter("exhibit.yaml", LAST, LAST + SPARE.format("ditch") + UNLISTED)
    if shown:
        alter("story.yaml", "    view: moor", "    view: ditch")

    assert said(folder) == [
        "exhibit.yaml:55:11: warning: map.views[ditch].id: is shown nowhere "
        "(name it in the `view` of a stop, or leave out `listed: false`)"
    ] * (not shown)


def test_the_panel_lists_a_view(alter: Alter) -> None:
    alter("exhibit.yaml", FIRST, FIRST + UNLISTED)
    folder = alter("exhibit.yaml", LAST, LAST + UNLISTED)

    assert said(folder) == [
        "exhibit.yaml:47:5: warning: map.views: the map's panel lists no view "
        "(leave out `listed: false` for the view that a visitor begins with)"
    ]


def test_an_unlisted_view_serves_its_stops(alter: Alter) -> None:
    exhibit = read_exhibit(alter("exhibit.yaml", LAST, LAST + UNLISTED)).exhibit

    assert exhibit is not None
    assert [view.id for view in exhibit.map.listed] == ["firth"]
    assert {"firth", "moor"} == set(exhibit.indexed("views"))
