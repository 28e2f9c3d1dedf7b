"""The events that a phase stops at when it plays: five at most, each with a short caption."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.exhibit.reader import read_exhibit

Alter = Callable[[str, str, str], Path]

TEXT = "        text: The guns open fire.\n"
SOURCED = "        sources: [outline]\n\nlessons:"
ANOTHER = """      - id: shot-{0}
        at: 1746-04-16 13:{0}
        text: Another shot.
        key: true
        place: drummossie
        sources: [outline]
"""
AT = "story.yaml:39:15: warning: phases[battle].events[first-shot]"
LONG = "The guns of the one side open fire and those of the other answer late"


NO_STOP = "stops at no key event when it plays"


def problems(folder: Path) -> list[str]:
    return [str(problem) for problem in read_exhibit(folder, thorough=True).problems]


def said(folder: Path) -> list[str]:
    """What is said, but of the phase that has no stop at all."""
    return [problem for problem in problems(folder) if NO_STOP not in problem]


@pytest.mark.parametrize("more", [4, 5])
def test_a_phase_stops_five_times_at_most(alter: Alter, more: int) -> None:
    alter("story.yaml", TEXT, f"{TEXT}        key: true\n")
    events = "".join(ANOTHER.format(10 + i) for i in range(more))
    folder = alter("story.yaml", SOURCED, f"        sources: [outline]\n{events}\nlessons:")

    assert said(folder) == [
        "story.yaml:37:7: warning: phases[battle].events: stops at 6 key events "
        "(at most 5 of them hold the story together)"
    ] * (more == 5)


@pytest.mark.parametrize(
    ("written", "found"),
    [
        (f"        text: {LONG}\n", []),
        (f"        text: {LONG}\n        key: true\n",
         [f"{AT}.text: a caption of 15 words "
          "(at most 14 are read while the clock stands; add a `caption`)"]),
        (f"        text: {LONG}\n        key: true\n        caption: The guns open fire\n", []),
        (f"        text: Fire.\n        key: true\n        caption: {LONG}\n",
         [f"{AT}.caption: a caption of 15 words (at most 14 are read while the clock stands)"
          .replace(":39:15", ":41:18")]),
        ("        text: 两军炮兵开火，对射持续将近半小时，山野之间硝烟弥漫，不见人影\n"
         "        key: true\n",
         [f"{AT}.text: a caption of 30 characters "
          "(at most 24 are read while the clock stands; add a `caption`)"]),
        ("        text: Fire.\n        caption: The guns open fire\n",
         [f"{AT}.caption: is read nowhere, since the phase does not stop at the event "
          "(add `key: true`, or take the caption out)".replace(":39:15", ":40:18")]),
    ],
    ids=["passes by", "long text", "short caption", "long caption", "long Chinese", "unread"],
)  # fmt: skip
def test_a_key_event_has_a_short_caption(alter: Alter, written: str, found: list[str]) -> None:
    assert said(alter("story.yaml", TEXT, written)) == found


PLACED = "        place: drummossie\n        formations: [government-army, jacobite-army]\n"


def test_a_key_event_has_a_spot_on_the_map(alter: Alter) -> None:
    alter("story.yaml", TEXT, f"{TEXT}        key: true\n")
    assert said(alter("story.yaml", PLACED, PLACED.splitlines(keepends=True)[1])) == []
    assert said(alter("story.yaml", PLACED.splitlines(keepends=True)[1], "")) == [
        "story.yaml:37:9: warning: phases[battle].events[first-shot]: stops the clock, and nothing "
        "on the map shows where (give its `place`, or the `formations` that acted)"
    ]


def test_where_phases_stop_all_of_them_do(alter: Alter) -> None:
    folder = alter("story.yaml", "title: An hour", "title: One hour")
    assert problems(folder) == []
    assert problems(alter("story.yaml", TEXT, f"{TEXT}        key: true\n")) == [
        f"story.yaml:14:7: warning: phases[night-march].events: {NO_STOP} "
        "(add `key: true` to what it tells, as other phases have it)"
    ]


LINE = "  - line: An army marches through the night\n"


def test_a_slide_of_the_show_tells_an_event_of_its_hours(alter: Alter) -> None:
    folder = alter("exhibit.yaml", LINE, f"{LINE}    event: first-shot\n")
    assert said(folder) == [
        "exhibit.yaml:59:12: attract[1].event: 1746-04-16 13:00 lies outside the hours of the "
        "slide (1746-04-15 20:00 to 1746-04-16 06:00)"
    ]
    (problem,) = said(alter("exhibit.yaml", "event: first-shot", "event: last-shot"))
    assert "attract[1].event: there is no event" in problem


COUNTED = """    strength:
      - who: General accounts
        low: 5000
        high: 6000
        sources: [roll]
"""


def test_who_alone_is_not_counted_is_told(alter: Alter) -> None:
    assert said(alter("forces.yaml", COUNTED, "")) == []
    (problem,) = said(alter("exhibit.yaml", "  languages:", "  river: firth\n  languages:"))
    assert "sides[jacobite]: is counted by nobody, and other sides are" in problem
