"""Who is where: what must hold for any track."""

from __future__ import annotations

import datetime as dt
import math
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.exhibit.clock import GROWTH
from kiosk.exhibit.geo import distance_km, project
from kiosk.exhibit.model import ENDED, State
from tests.exhibit.marching import DAY, HOUR, at, clock, formation, station

# Measured it takes twice as long, and runs no line that no other test does.
pytestmark = pytest.mark.no_cover

DEGREES = st.integers(0, 2000).map(lambda thousandth: thousandth / 1000)
POINTS = st.tuples(DEGREES, DEGREES.map(lambda lat: 35 + lat))
MOVING = [state.value for state in State if state not in ENDED]


@st.composite
def tracks(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Stations in order, each left before the next starts; the last may be an end."""
    track: list[dict[str, Any]] = []
    now = 0.0
    for _ in range(draw(st.integers(1, 6))):
        stay = draw(st.one_of(st.none(), st.floats(0, 50)))
        track.append(
            station(
                now,
                None if stay is None else now + stay,
                at=draw(POINTS),
                via=draw(st.lists(POINTS, max_size=3)),
                state=draw(st.sampled_from(MOVING)),
                side=draw(st.sampled_from([None, None, "north", "south"])),
                uncertainty_km=draw(st.floats(0, 30)),
            )
        )
        now += (stay or 0.0) + draw(st.floats(0.5, 100))
    if draw(st.booleans()):
        track[-1]["state"] = draw(st.sampled_from(sorted(ENDED)))
    return track


def leaves(stop: dict[str, Any]) -> dt.datetime:
    moment = stop["ends"] or stop["starts"]
    assert isinstance(moment, dt.datetime)
    return moment


def gone(track: list[dict[str, Any]], hours: float) -> bool:
    """True once it has left its last station for good."""
    last = track[-1]
    return last["state"] not in ENDED and last["ends"] is not None and at(hours) > last["ends"]


def routes(track: list[dict[str, Any]]) -> list[list[tuple[float, float]]]:
    return [[here["at"], *next_["via"], next_["at"]] for here, next_ in pairwise(track)]


def length(route: list[tuple[float, float]]) -> float:
    return sum(distance_km(a, b) for a, b in pairwise(route))


def from_route(point: tuple[float, float], route: list[tuple[float, float]]) -> float:
    """Plane kilometres from a point to the nearest spot of a route."""
    here = complex(*project(*point))
    corners = [complex(*project(*corner)) for corner in route]
    nearest = math.inf
    for a, b in pairwise(corners):
        along = b - a
        share = ((here - a) * along.conjugate()).real / abs(along) ** 2 if along else 0.0
        nearest = min(nearest, abs(here - a - along * max(0.0, min(1.0, share))))
    return nearest


HOURS = st.floats(-50, 800)


@given(tracks(), HOURS)
def test_it_is_there_from_its_first_station_until_it_leaves_the_last(
    track: list[dict[str, Any]], hours: float
) -> None:
    seen = clock(formation(track)).sighting("unit", at(hours))
    assert (seen is None) == (at(hours) < DAY or gone(track, hours))


@given(tracks(), HOURS, st.floats(0, 5))
def test_nobody_leaps(track: list[dict[str, Any]], hours: float, later: float) -> None:
    field = clock(formation(track))
    first, second = (field.sighting("unit", at(h)) for h in (hours, hours + later))
    if first is None or second is None:
        return
    speeds = [
        length(route) / ((next_["starts"] - leaves(here)) / HOUR)
        for route, (here, next_) in zip(routes(track), pairwise(track), strict=True)
    ]
    gone = distance_km((first.lon, first.lat), (second.lon, second.lat))
    stretch = 1.03  # the plane's scale varies over two degrees of latitude
    assert gone <= max(speeds, default=0.0) * later * stretch + 1e-4


@given(tracks(), HOURS)
def test_nobody_leaves_the_route(track: list[dict[str, Any]], hours: float) -> None:
    field = clock(formation(track))
    seen = field.sighting("unit", at(hours))
    if seen is None:
        return
    box = field.extent("unit")
    assert box is not None
    west, south, east, north = box
    assert west - 1e-9 <= seen.lon <= east + 1e-9
    assert south - 1e-9 <= seen.lat <= north + 1e-9
    if seen.moving:
        assert from_route((seen.lon, seen.lat), routes(track)[seen.station]) < 1e-6
        assert seen.state is State.MARCHING
    else:
        assert (seen.lon, seen.lat) == track[seen.station]["at"]
        assert seen.state == track[seen.station]["state"]


@given(tracks(), HOURS)
def test_stations_are_reached_on_time(track: list[dict[str, Any]], hours: float) -> None:
    field = clock(formation(track))
    seen = field.sighting("unit", at(hours))
    if not gone(track, hours):
        reached = sum(stop["starts"] <= at(hours) for stop in track) - 1
        assert (seen.station if seen else -1) == reached
    for number, stop in enumerate(track):
        arrived = field.sighting("unit", stop["starts"])
        assert arrived is not None
        assert arrived.station == number
        assert (arrived.lon, arrived.lat) == stop["at"]
        assert arrived.uncertainty_km == stop["uncertainty_km"]


@given(tracks(), st.floats(0, 1000))
def test_an_end_is_an_end(track: list[dict[str, Any]], later: float) -> None:
    track[-1]["state"] = "destroyed"
    field = clock(formation(track))
    ended = field.sighting("unit", track[-1]["starts"])
    assert field.sighting("unit", track[-1]["starts"] + later * HOUR) == ended
    assert ended is not None
    assert ended.state is State.DESTROYED


@given(tracks(), HOURS)
def test_sides_change_only_where_a_station_says_so(
    track: list[dict[str, Any]], hours: float
) -> None:
    field = clock(formation(track))
    said = [stop["side"] for stop in track if stop["side"] and stop["starts"] <= at(hours)]
    side = ["north", *said][-1]
    assert field.side_at("unit", at(hours)) == side
    seen = field.sighting("unit", at(hours))
    assert seen is None or seen.side == side


@given(tracks(), st.data())
def test_changing_sides_happens_once(track: list[dict[str, Any]], data: st.DataObject) -> None:
    turn = data.draw(st.integers(0, len(track) - 1))
    for number, stop in enumerate(track):
        stop["side"] = "south" if number == turn else None
    field = clock(formation(track))
    moments = sorted(data.draw(st.lists(HOURS, min_size=2, max_size=30)))
    told = [field.side_at("unit", at(hours)) for hours in moments]
    before = sum(at(hours) < track[turn]["starts"] for hours in moments)
    assert told == ["north"] * before + ["south"] * (len(moments) - before)
    for hours, side in zip(moments, told, strict=True):
        seen = field.sighting("unit", at(hours))
        assert seen is None or seen.side == side


@given(tracks(), HOURS)
def test_uncertainty_neither_leaps_nor_falls_below_what_the_stations_say(
    track: list[dict[str, Any]], hours: float
) -> None:
    field = clock(formation(track))
    first, second = (field.sighting("unit", at(h)) for h in (hours, hours + 1 / 3600))
    if first is None or second is None:
        return
    steepest = max(
        (
            (abs(next_["uncertainty_km"] - here["uncertainty_km"]) + 4 * GROWTH * length(route))
            / ((next_["starts"] - leaves(here)) / HOUR)
            for route, (here, next_) in zip(routes(track), pairwise(track), strict=True)
        ),
        default=0.0,
    )
    assert abs(second.uncertainty_km - first.uncertainty_km) <= steepest / 3600 + 1e-6
    here = track[first.station]
    least, passed = here["uncertainty_km"], (at(hours) - leaves(here)) / HOUR
    if passed > 0 and first.station + 1 < len(track):
        next_ = track[first.station + 1]
        part = passed / ((next_["starts"] - leaves(here)) / HOUR)
        least += part * (next_["uncertainty_km"] - least)
    assert first.uncertainty_km >= least - 1e-6


@given(tracks(), st.floats(0, 800), st.floats(0.1, 800))
def test_a_trail_is_the_way_between_two_sightings(
    track: list[dict[str, Any]], hours: float, back: float
) -> None:
    field = clock(formation(track))
    trail = field.trail("unit", at(hours), back)
    now = field.sighting("unit", at(hours))
    then = field.sighting("unit", max(at(hours) - back * HOUR, DAY))
    if now is None or then is None:
        assert gone(track, hours)
        return
    if trail:
        assert trail[0] == pytest.approx((then.lon, then.lat), abs=1e-9)
        assert trail[-1] == pytest.approx((now.lon, now.lat), abs=1e-9)
        whole = [point for route in routes(track) for point in route]
        assert max(from_route(point, whole) for point in trail) < 1e-6
        assert all(a != b for a, b in pairwise(trail))
    else:
        assert (then.lon, then.lat) == (now.lon, now.lat)
