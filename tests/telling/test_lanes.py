"""Lanes: what a formation is said to have done, stretch by stretch."""

from __future__ import annotations

from typing import Any

from kiosk.exhibit.clock import Clock
from kiosk.exhibit.model import State
from kiosk.machine.folders import resources
from kiosk.telling.locale import Teller
from kiosk.telling.outline.blocks import Lane
from kiosk.telling.outline.lanes import banks
from kiosk.telling.words import Phrases
from tests.exhibit.made import exhibit as made

TOWN = {"kind": "town", "precision_km": 1, "importance": 1}
PLACES = [
    {"id": "town", "name": "Town", "at": [5, 5], **TOWN},
    {"id": "ford", "name": "Ford", "at": [6, 6], **TOWN},
]


def station(since: str, until: str, at: list[float], state: str, **more: Any) -> dict[str, Any]:
    starts, ends = f"1900-01-{since}:00", f"1900-01-{until}:00"
    return {"starts": starts, "ends": ends, "at": at, "state": state, "uncertainty_km": 1, **more}


def lane(*track: dict[str, Any]) -> Lane:
    body = {"id": "b", "name": "B", "side": "north", "echelon": "corps", "track": track}
    exhibit = made(places=PLACES, formations=[body])
    teller = Teller(exhibit, Phrases(resources() / "words", "en"), None)
    (found,) = (one for bank in banks(exhibit, Clock(exhibit), teller, 1) for one in bank.lanes)
    return found


def test_a_halt_shorter_than_the_marches_about_it_is_a_part_of_the_march() -> None:
    found = lane(
        station("01 00", "01 01", [1, 1], "waiting"),
        station("03 00", "03 12", [3, 3], "waiting"),
        station("05 00", "09 00", [5, 5], "waiting"),
    )
    assert [span.state for span in found.spans] == [State.WAITING, State.MARCHING, State.WAITING]
    assert found.spans[-1].doing == "in position at Town"


def test_a_long_halt_is_told() -> None:
    found = lane(
        station("01 00", "01 01", [1, 1], "waiting"),
        station("02 00", "08 00", [3, 3], "waiting"),
        station("09 00", "09 12", [5, 5], "waiting"),
    )
    states = [span.state for span in found.spans]
    assert states.count(State.WAITING) == 3


def test_where_there_is_no_room_a_stretch_says_what_was_done() -> None:
    found = lane(
        station("01 00", "02 00", [5, 5], "attacking"),
        station("03 00", "04 00", [6, 6], "attacking"),
    )
    attacks = [span for span in found.spans if span.state is State.ATTACKING]
    assert [span.brief for span in attacks] == ["attacking", "attacking"]
    assert [span.doing for span in attacks] == ["attacking at Town", "attacking at Ford"]
