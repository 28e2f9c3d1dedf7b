"""Talks: what their slides may show, how long they may take, and that they are stories."""

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
      - {show: title, notes: n}
      - {show: phases/battle, minutes: 2, notes: n}
      - show: %s
        notes: n
        back: true
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


def told(minimal: Path, *slides: str, minutes: int = 5) -> list[str]:
    """What `check` says of a talk of these slides."""
    lines = "".join(f"      - {{{slide}}}\n" for slide in slides)
    talk = (
        f"talks:\n  - id: short\n    name: In short\n    minutes: {minutes}\n    slides:\n{lines}"
    )
    (minimal / "talks.yaml").write_text(talk, "utf-8")
    return [str(problem) for problem in read_exhibit(minimal, thorough=True).problems]


STORY = ("show: title, notes: n", "show: phases/night-march, notes: n")
END = "show: phases/battle, notes: n"


def test_a_story_that_runs_on_to_its_end_with_words_for_the_speaker_is_none(minimal: Path) -> None:
    assert told(minimal, *STORY, END) == []


@pytest.mark.parametrize(
    ("slides", "warning"),
    [
        (
            (STORY[0], END, STORY[1]),
            "talks.yaml:8:16: warning: talks[short].slides[3].show: goes back from"
            " 1746-04-16 06:00 to 1746-04-15 06:00 (tell it earlier, or write `back: true`)",
        ),
        (
            STORY,
            "talks.yaml:6:7: warning: talks[short].slides: never tells how it ended,"
            ' "phases/battle"',
        ),
        (
            (*STORY, "show: phases/battle"),
            "talks.yaml:8:16: warning: talks[short].slides[3].show:"
            " the speaker has nothing to say here (write `notes`)",
        ),
    ],
)
def test_a_talk_that_is_no_story_is_warned_of(
    minimal: Path, slides: tuple[str, ...], warning: str
) -> None:
    assert told(minimal, *slides) == [warning]


def test_going_back_on_purpose_is_fine(minimal: Path) -> None:
    assert told(minimal, STORY[0], END, f"{STORY[1]}, back: true") == []


def test_a_click_has_time_to_be_read(minimal: Path) -> None:
    assert told(minimal, *STORY, END, minutes=1) == [
        "talks.yaml:4:14: warning: talks[short].minutes: its 6 clicks have 10 seconds each"
        " (20 at least: let its phases tell fewer `events`)"
    ]
    brief = [STORY[0], f"{STORY[1]}, events: []", f"{END}, events: []"]
    assert "its 5 clicks have 12 seconds each" in told(minimal, *brief, minutes=1)[0]


def test_a_slide_tells_events_of_its_own_phase(minimal: Path) -> None:
    assert told(minimal, *STORY, f"{END}, events: [departure]") == [
        "talks.yaml:8:50: talks[short].slides[3].events[1]:"
        ' "departure" is no event of "phases/battle"'
    ]
