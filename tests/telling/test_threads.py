"""Threads: lives, fates and what befell places, knot by knot, each at an hour."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from kiosk.exhibit.clock import Clock
from kiosk.exhibit.model import Exhibit
from kiosk.machine.folders import resources
from kiosk.telling.locale import Teller
from kiosk.telling.outline.blocks import Knot
from kiosk.telling.outline.outline import Outline
from kiosk.telling.outline.scribe import Now
from kiosk.telling.words import Phrases
from tests.exhibit.made import exhibit as made

TOWN = {
    "id": "town",
    "name": "Town",
    "at": [5, 5],
    "kind": "town",
    "precision_km": 1,
    "importance": 1,
}


def day(number: int, hour: int = 0) -> dt.datetime:
    return dt.datetime(1900, 1, number, hour)


def station(number: int, at: list[float], state: str, **more: Any) -> dict[str, Any]:
    given = {"starts": f"1900-01-{number:02}", "at": at, "state": state, "uncertainty_km": 4}
    return {**given, **more}


def body(*track: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"id": "first", "name": "F", "side": "north", "echelon": "corps", "track": track, **more}


def told(exhibit: Exhibit, record: Any, moment: dt.datetime | None) -> tuple[Knot, ...]:
    now = Now(Clock(exhibit), moment) if moment else None
    teller = Teller(exhibit, Phrases(resources() / "words", "en"), None)
    return Outline(exhibit, teller, now).section(record).thread


def fate(moment: dt.datetime, *track: dict[str, Any], **more: Any) -> list[tuple[str, str, bool]]:
    exhibit = made(places=[TOWN], formations=[body(*track, **more)])
    knots = told(exhibit, exhibit.formations[0], moment)
    return [(knot.heading, knot.text, knot.present) for knot in knots]


def life(*milestones: dict[str, Any], moment: dt.datetime | None = None) -> tuple[Knot, ...]:
    person = {"id": "p", "name": "P", "role": "r", "life": milestones}
    exhibit = made(people=[person])
    return told(exhibit, exhibit.people[0], moment)


def test_the_hours_own_year_of_a_life_is_present() -> None:
    years = [{"year": year, "text": year} for year in ("1850", "1899/0", "1900", "1900", "1950")]
    knots = life(*years, {"text": "later"}, moment=day(5))
    assert [knot.heading for knot in knots] == ["1850", "1899/0", "1900", "1900", "1950", ""]
    assert [knot.text for knot in knots if knot.present] == ["1900", "1900"]
    assert not any(knot.present for knot in life(*years))


HERE, FAR = [5.0, 5.0], [8.0, 5.0]


@pytest.mark.parametrize(
    ("moment", "present"),
    [
        (day(1), ""),
        (day(3), "In position at Town"),
        (day(8), "Attacking at Town"),
        (day(30), "Destroyed at Town"),
    ],
)
def test_a_fate_marks_what_is_so_at_the_hour(moment: dt.datetime, present: str) -> None:
    knots = fate(
        moment,
        station(2, HERE, "waiting"),
        station(4, HERE, "waiting"),
        station(6, HERE, "attacking"),
        station(20, HERE, "destroyed"),
        station(22, HERE, "waiting"),
        fate="It was no more.",
    )
    assert [(date, text) for date, text, _ in knots] == [
        ("2 Jan", "In position at Town"),
        ("6 Jan", "Attacking at Town"),
        ("20 Jan", "Destroyed at Town"),
        ("", "It was no more."),
    ]
    assert [text for _, text, there in knots if there] == [present] * bool(present)


def test_what_is_on_its_way_has_a_knot_of_the_hour() -> None:
    track = station(2, HERE, "waiting"), station(12, FAR, "attacking")
    dates = [(date, there) for date, _, there in fate(day(7), *track)]
    assert dates == [("2 Jan", False), ("7 Jan", True), ("12 Jan", False)]
    assert fate(day(7), *track)[1][1].startswith("On the march ")


def test_the_hours_knot_says_how_surely_it_is_known() -> None:
    exhibit = made(places=[TOWN], formations=[body(station(2, HERE, "waiting"))])
    (knot,) = told(exhibit, exhibit.formations[0], day(3))
    assert knot.doubt == "within about 4 km · documented"


def test_a_body_without_track_or_hour_has_no_thread() -> None:
    assert fate(day(3), fate="Unknown.") == []
    exhibit = made(places=[TOWN], formations=[body(station(2, HERE, "waiting"))])
    assert told(exhibit, exhibit.formations[0], None) == ()


def test_of_what_befell_a_place_the_last_by_the_hour_is_present() -> None:
    exhibit = made(places=[TOWN])
    event = {"text": "t", "place": "town"}
    phase = exhibit.phases[0].model_dump() | {
        "events": [
            {**event, "id": "late", "at": "1900-01-09"},
            {**event, "id": "soon", "at": "1900-01-05"},
        ]
    }
    exhibit = Exhibit.model_validate(exhibit.model_dump() | {"phases": [phase]})
    for moment, present in ((day(4), []), (day(6), ["soon"]), (day(20), ["late"])):
        knots = told(exhibit, exhibit.places[0], moment)
        assert [knot.key for knot in knots] == ["soon", "late"]
        assert [knot.key for knot in knots if knot.present] == present
