"""The last phase says what the story cost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.exhibit.reader import read_exhibit
from kiosk.exhibit.rules.ending import numbers_in

Alter = Callable[[str, str, str], Path]

LOSSES = """    shape: hexagon
    losses:
      - who: General accounts
        low: 1500
        high: 2000
        sources: [roll]
"""


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("30,000 men or more", [30000]),
        ("1,234,567 and 12", [1234567, 12]),
        ("30 000, 30.000, 30\u202f000", [30000, 30000, 30000]),
        ("3万余至4.5万余人，八路军伤亡4000余人", [30000, 45000, 4000]),
        ("罗马死七万人，李维说四万八千二百，一说五千七百，十二人", [70000, 48200, 5700, 12]),
        ("一个下午，两军相遇", []),
        ("none", []),
    ],
)
def test_numbers_are_read_as_they_are_written(text: str, numbers: list[int]) -> None:
    assert list(numbers_in(text)) == numbers


@pytest.mark.parametrize(
    ("end", "warned"),
    [("within the hour", True), ("at a cost of 1,500", False), ("at a cost of 1,600", True)],
)
def test_the_last_phase_gives_a_figure_of_the_losses(alter: Alter, end: str, warned: bool) -> None:
    alter("exhibit.yaml", "    shape: hexagon\n", LOSSES)
    folder = alter("story.yaml", "was over within the hour", f"was over {end}")

    assert [str(problem) for problem in read_exhibit(folder, thorough=True).problems] == [
        "story.yaml:32:11: warning: phases[battle].text: the story ends without what it cost "
        "(say who won, and a figure of what a side lost)"
    ] * warned
