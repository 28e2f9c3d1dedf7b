"""The axis of a disagreement: from zero to a round number, with room for what is open."""

from __future__ import annotations

from typing import Any

import pytest

from kiosk.exhibit.model import Exhibit
from kiosk.machine import folders
from kiosk.telling.locale import Locale
from kiosk.telling.outline.blocks import Section
from kiosk.telling.outline.outline import Outline
from tests.exhibit.made import exhibit


def section(*voices: dict[str, Any], counts: bool = True) -> Section:
    """A disagreement of some voices as it is told."""
    told = [{"who": "w", "says": "s", "sources": ["s"], **voice} for voice in voices]
    asked = {"id": "many", "question": "q", "voices": told, "counts": counts}
    made = exhibit(disagreements=[asked])
    locale = Locale(made, folders.resources() / "words", "xx")
    return Outline(made, locale.teller).section(made.disagreements[0])


@pytest.mark.parametrize(
    ("voices", "numbers"),
    [
        ([{"low": 17000}, {"low": 23000}], ["0", "5000", "10000", "15000", "20000", "25000"]),
        ([{"low": 7}, {"low": 8}], ["0", "2", "4", "6", "8"]),
        (
            [{"low": 30000}, {"low": 40000, "open_ended": True}],
            ["0", "10000", "20000", "30000", "40000", "50000"],
        ),
        ([{"low": 5}, {}], []),
    ],
)
def test_ticks_are_round_and_begin_at_zero(
    voices: list[dict[str, Any]], numbers: list[str]
) -> None:
    told = section(*voices)
    assert [tick.text for tick in told.ticks] == numbers
    assert [tick.at for tick in told.ticks][:1] == [0.0][: len(numbers)]
    assert [tick.at for tick in told.ticks][-1:] == [1.0][: len(numbers)]


def test_every_end_lies_where_its_number_is() -> None:
    told = section({"low": 10, "high": 20}, {"high": 5}, {"low": 20, "open_ended": True})
    assert [tick.text for tick in told.ticks] == ["0", "5", "10", "15", "20", "25"]
    assert [(v.low, v.high) for v in told.voices] == [(0.4, 0.8), (0.2, 0.2), (0.8, 0.8)]
    assert [v.open_below for v in told.voices] == [False, True, False]


def test_what_counts_nothing_has_no_numbers() -> None:
    told = section({"low": 14}, {"low": 21}, {"low": 24}, counts=False)
    assert told.ticks == ()
    assert [v.low for v in told.voices] == [0.0, 0.7, 1.0]


def test_who_counts_one_side_alone_is_silent_on_the_other(exhibit_: Exhibit) -> None:
    locale = Locale(exhibit_, folders.resources() / "words", "xx")
    counts = Outline(exhibit_, locale.teller).counts("strength")
    assert [(count.key, count.silent) for count in counts] == [
        ("north/strength", ()),
        ("south/strength", ("alone",)),
    ]


@pytest.fixture
def exhibit_() -> Exhibit:
    """Two sides: a voice that counts both, and one that counts the first alone."""
    both = {"who": "both", "low": 10, "sources": ["s"]}
    alone = {"who": "alone", "low": 20, "sources": ["t"]}
    sides = [
        {"id": "north", "name": "n", "colour": "#101010", "strength": [both, alone]},
        {"id": "south", "name": "s", "colour": "#f0f0f0", "strength": [both]},
    ]
    return exhibit(sides=sides)
