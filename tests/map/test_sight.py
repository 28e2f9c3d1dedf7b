"""The sight of an event as its phase plays: where it was, who acted, and no one alone."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.exhibit.clock import Clock
from kiosk.exhibit.geo import lies_in
from kiosk.exhibit.model import Bounds, Exhibit, LonLat, Phase
from kiosk.map.sight import LEAST_KM, sight_of, spots_of
from tests.exhibit.made import exhibit as made_exhibit
from tests.map.looking import teller_of

VIEW: Bounds = (4, 4, 6, 6)
FIRST, SECOND = "1900-01-02", "1900-01-05"
HILL, MILL, FAR, CAMP = (5.0, 5.0), (5.5, 5.0), (9.0, 5.0), (5.0, 4.5)
NEAR_DEGREES = LEAST_KM / 111.2


def sighted(caption: str = "c", text: str = "t", goes_to: LonLat = HILL, acted: int = 1) -> Bounds:
    """The sight of a battle at the hill, whose bodies have gone elsewhere by the next event."""
    known = {"precision_km": 1, "importance": 2, "sources": []}
    spots = {"Hill": HILL, "Mill": MILL, "Far": FAR}
    places = [
        {"id": name.lower(), "name": name, "kind": "town", "at": at, **known}
        for name, at in spots.items()
    ]
    stations = [(FIRST, HILL), (SECOND, goes_to)]
    stood = {"uncertainty_km": 1, "state": "waiting", "certainty": "documented", "sources": []}
    track = [{"starts": when, "ends": when, "at": at, **stood} for when, at in stations]
    bodies = [
        {"id": f"body-{i}", "name": f"Body {i}", "side": "north", "echelon": "army", "track": track}
        for i in range(acted)
    ]
    acts = [body["id"] for body in bodies]
    event = {"text": "t", "key": True, "sources": []}
    events = [
        {**event, "id": "first", "at": FIRST, "caption": caption, "place": "hill"},
        {**event, "id": "second", "at": SECOND},
    ]
    events[0]["formations"] = acts
    phase = {"id": "p", "short": "s", "title": "t", "text": text, "view": "all", "events": events}
    span = {"moment": FIRST, "starts": "1900-01-01", "ends": "1900-01-31"}
    made = made_exhibit(places=places, formations=bodies)
    made = made.model_copy(update={"phases": (Phase.model_validate(phase | span),)})
    first = made.phases[0].events[0]
    return sight_of(made, Clock(made), teller_of(made, "xx", None), first, VIEW)


def test_an_event_is_seen_near_by() -> None:
    west, south, east, north = sighted()
    assert (north - south) == pytest.approx(NEAR_DEGREES)
    assert (south + north) / 2 == pytest.approx(HILL[1])
    assert lies_in((west, south, east, north), HILL)
    assert not lies_in((west, south, east, north), MILL)


def test_the_places_that_its_caption_names_are_in_sight() -> None:
    assert lies_in(sighted("From Hill to Mill"), MILL)


def test_who_acted_is_in_sight_until_the_map_turns_on() -> None:
    assert lies_in(sighted(goes_to=CAMP), CAMP)


def test_it_is_no_wider_than_the_view_unless_some_of_it_is_outside() -> None:
    assert sighted("Mill", goes_to=(4.1, 5.0)) == VIEW
    assert lies_in(sighted("Far"), FAR)


@pytest.mark.parametrize(("acted", "shown"), [(1, True), (2, False)])
def test_one_who_acts_alone_is_shown_with_the_nearest_of_what_the_phase_is_about(
    acted: int, shown: bool
) -> None:
    sight = sighted(text="Mill and Far", acted=acted)
    assert lies_in(sight, MILL) is shown
    assert not lies_in(sight, FAR)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_stop_of_our_phases_is_an_empty_map(
    qapp: QGuiApplication, exhibit: Exhibit, language: str
) -> None:
    clock, teller = Clock(exhibit), teller_of(exhibit, language, None)
    for phase in exhibit.phases:
        view: Any = exhibit.indexed("views")[phase.view].bounds
        for event in (event for event in phase.events if event.key):
            sight = sight_of(exhibit, clock, teller, event, view)
            own = set(spots_of(exhibit, clock, event))
            assert all(lies_in(sight, spot) for spot in own), event.id
            bodies = {(one.lon, one.lat) for one in clock.at(event.at)}
            others = bodies | {place.at for place in exhibit.places if place.importance < 3}
            assert sum(lies_in(sight, spot) for spot in others - own) > 1, event.id
