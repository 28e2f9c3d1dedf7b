"""Moments that nobody knows to the day: where they may lie, and what is said where they can't."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.exhibit.dating import known_of
from kiosk.exhibit.reader import read_exhibit

Alter = Callable[[str, str, str], Path]
AT = "story.yaml:21:13: phases[night-march].events[return].at: "


@pytest.mark.parametrize(
    ("written", "at", "said"),
    [
        ("1746", dt.datetime(1746, 4, 15, 6), ""),
        ("1746-04~", dt.datetime(1746, 4, 15, 6), ""),
        ("1746-04-16", dt.datetime(1746, 4, 16), ""),
        ("1746-04-15 evening", dt.datetime(1746, 4, 15, 18), ""),
        ("1746-04-16/..", dt.datetime(1746, 4, 16), ""),
        ("../1746-05", dt.datetime(1746, 4, 16, 6), ""),
        ("1745", None, AT + "1745 lies outside the phase (1746-04-15 06:00 to 1746-04-16 06:00)"),
        ("../1746-03", None, AT + "../1746-03 lies outside the phase (1746-04-15 06:00 to "
         "1746-04-16 06:00)"),
        ("1746-05/..", None, AT + "1746-05/.. lies outside the phase (1746-04-15 06:00 to "
         "1746-04-16 06:00)"),
    ],
)  # fmt: skip
def test_an_event_stands_where_it_may_have_been(
    alter: Alter, written: str, at: dt.datetime | None, said: str
) -> None:
    reading = read_exhibit(alter("story.yaml", "at: 1746-04-16 02:00", f"at: {written}"))

    assert str(next(iter(reading.problems), "")) == said
    assert reading.exhibit is not None
    found = [event.at for event in reading.exhibit.phases[0].events if event.id == "return"]
    assert found == ([at] if at else [])
    known = [known for one in found if (known := known_of(one))]
    assert [one.text for one in known] == ([] if written == "1746-04-16" or said else [written])


def test_an_hour_that_is_known_is_written(alter: Alter) -> None:
    folder = alter("story.yaml", "at: 1746-04-16 02:00", "at: 1746-04\n        hour_known: true")
    assert [str(problem) for problem in read_exhibit(folder).problems] == [
        AT + "1746-04 has no hour, and `hour_known` says that sources give it (write the hour, "
        "or remove `hour_known`)"
    ]


TRACK = "starts: 1746-04-15 06:00\n        place: culloden-house\n        state: waiting"


@pytest.mark.parametrize(
    ("starts", "state", "at", "said"),
    [
        ("1746-04-16 10:00", "captured", "1746-04", ""),
        ("1746-04-15 10:00", "captured", "1746-04-16/..", "cannot act here: it was captured"),
        ("1746-04-15 10:00", "captured", "../1746-04-16 14", ""),
        ("1746-04-16 13:00", "waiting", "1746-04", ""),
        ("1746-04-16 13:00", "waiting", "../1746-04-16 11", "acts here, but its track begins"),
        ("1746-04-16 13:00", "waiting", "1746-04-16 11/..", ""),
    ],
)
def test_nobody_acts_when_it_can_not_have_been(
    alter: Alter, starts: str, state: str, at: str, said: str
) -> None:
    alter("forces.yaml", TRACK, TRACK.replace("1746-04-15 06:00", starts).replace("waiting", state))
    alter("story.yaml", "at: 1746-04-16 13:00", f"at: {at}")
    folder = alter(
        "story.yaml", "formations: [government-army, jacobite-army]", "formations: [rearguard]"
    )
    assert said in "\n".join(map(str, read_exhibit(folder, thorough=True).problems))
    assert bool(said) == bool(read_exhibit(folder, thorough=True).problems)


@pytest.mark.parametrize(
    ("ends", "said"),
    [
        ("1746", ""),
        ("1746-04", ""),
        ("1746-03", "forces.yaml:38:11: areas[field].ends: 1746-03 is not after the start, "
         "1746-04-16 12:00"),
    ],
)  # fmt: skip
def test_what_ends_some_time_in_a_year_may_end_after_the_exhibit(
    alter: Alter, ends: str, said: str
) -> None:
    alter("forces.yaml", "ends: 1746-04-16 14:00\n    sources", f"ends: {ends}\n    sources")
    folder = alter("story.yaml", "short: The moor", "short: The moor")
    assert "\n".join(map(str, read_exhibit(folder).problems)) == said


@pytest.mark.parametrize(
    ("written", "ends", "said"),
    [
        ("1746-04-15", dt.datetime(1746, 4, 16), ""),
        ("1746-04-16", dt.datetime(1746, 4, 16, 18), "story.yaml:28:13: phases[battle].starts: "
         "1746-04-16 06:00 is before the end of the phase before, 1746-04-16 (`ends: 1746-04-16` "
         "ends with all of it; write the one before, or the hour)"),
    ],
)  # fmt: skip
def test_a_phase_ends_with_all_of_its_day_in_the_time_of_the_exhibit(
    alter: Alter, written: str, ends: dt.datetime, said: str
) -> None:
    reading = read_exhibit(alter("story.yaml", "ends: 1746-04-16 06:00", f"ends: {written}"))

    found = [str(one) for one in reading.problems if "phase before" in str(one)]
    assert found == ([said] if said else [])
    assert reading.exhibit is not None
    assert reading.exhibit.phases[0].ends == ends
