"""Disagreements: what matters before details, and a map only where one bears on it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.exhibit.reader import read_exhibit

Alter = Callable[[str, str, str], Path]

FIRST = "disagreements:\n  - id: losses\n"
DETAIL = """disagreements:
  - id: name
    detail: true
    question: What was the moor called?
    about: [drummossie]
    voices:
      - {who: One, says: Drummossie, sources: [roll]}
      - {who: Another, says: Culloden, sources: [roll]}
  - id: losses
"""


def said(folder: Path) -> list[str]:
    problems = read_exhibit(folder, thorough=True).problems
    return [str(problem).split(": ", 1)[1] for problem in problems]


@pytest.mark.parametrize(
    ("written", "found"),
    [
        (FIRST, []),
        (
            DETAIL,
            [
                "warning: disagreements[name].detail: stands before what matters more "
                "(put it behind the last that matters)"
            ],
        ),
        (DETAIL.replace("    detail: true\n", ""), []),
        (
            FIRST + "    view: moor\n    moment: 1746-04-16 13:00\n",
            [
                "warning: disagreements[losses].view: shows a map on which nothing is that it is "
                "about (say in `about` what stands there, or take `view` out)"
            ],
        ),
        (
            (FIRST + "    view: moor\n").replace("losses\n", "losses\n    detail: true\n"),
            [
                "warning: disagreements[losses].view: shows a map on which nothing is that it is "
                "about (say in `about` what stands there, or take `view` out)"
            ],
        ),
    ],
)
def test_details_come_last_and_maps_bear_on_what_is_asked(
    alter: Alter, written: str, found: list[str]
) -> None:
    assert said(alter("story.yaml", FIRST, written)) == found
