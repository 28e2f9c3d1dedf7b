"""Talks: what their slides may show, and how long they may take."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.exhibit.reader import read_exhibit

TALK = """
talks:
  - id: short
    name: In short
    minutes: 5
    slides:
      - show: title
      - {show: phases/battle, minutes: 2}
      - show: %s
"""


def with_slide(minimal: Path, show: str) -> Path:
    (minimal / "talks.yaml").write_text(TALK % show, "utf-8")
    return minimal


@pytest.mark.parametrize(
    "show",
    [
        *("title", "sources", "phases/night-march", "lessons/sleep", "disagreements/losses"),
        *("panels/forces", "views/moor"),
    ],
)
def test_what_a_slide_can_show(minimal: Path, show: str) -> None:
    reading = read_exhibit(with_slide(minimal, show), thorough=True)

    assert reading.problems == ()
    assert reading.exhibit is not None
    assert [slide.show for slide in reading.exhibit.talks[0].slides][2] == show


@pytest.mark.parametrize(
    ("show", "hint"),
    [
        ("phases/batle", 'did you mean "phases/battle"?'),
        ("battle", 'did you mean "phases/battle"?'),
        ("lesson/sleep", 'did you mean "lessons/sleep"?'),
        ("source", 'did you mean "sources"?'),
        (
            "places/nairn",
            "title, sources, or kind/id of phases, panels, views, lessons, decisions, "
            "disagreements, pictures",
        ),
    ],
)
def test_a_slide_that_shows_nothing_is_left_out(minimal: Path, show: str, hint: str) -> None:
    reading = read_exhibit(with_slide(minimal, show))

    assert "\n".join(map(str, reading.problems)) == (
        f'talks.yaml:9:15: talks[short].slides[3].show: a slide cannot show "{show}" ({hint})'
    )
    assert reading.exhibit is not None
    assert [slide.show for slide in reading.exhibit.talks[0].slides] == ["title", "phases/battle"]


def test_slides_that_take_longer_than_the_talk_are_warned_of(minimal: Path) -> None:
    folder = with_slide(minimal, "sources\n        minutes: 4")

    (problem,) = read_exhibit(folder, thorough=True).problems

    assert str(problem) == (
        "talks.yaml:5:14: warning: talks[short].minutes: its slides take 6 minutes, the talk 5"
    )
