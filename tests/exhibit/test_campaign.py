"""What the clock says of the real content, against the chronology and hour by hour."""

from __future__ import annotations

import datetime as dt
import math
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.exhibit.clock import GROWTH, Clock, Sighting
from kiosk.exhibit.geo import distance_km, project
from kiosk.exhibit.model import ENDED, Exhibit, Formation, State, Station
from kiosk.exhibit.reader import read_exhibit
from kiosk.exhibit.rules.tracks import FASTEST_KMH

LonLat = tuple[float, float]

HOUR = dt.timedelta(hours=1)
STARTS = dt.datetime(1945, 10, 14)
ENDS = dt.datetime(1945, 11, 3)
NOON_ON_THE_30TH = dt.datetime(1945, 10, 30, 12)
NOON_ON_THE_31ST = dt.datetime(1945, 10, 31, 12)
HOURS = [STARTS + number * HOUR for number in range(20 * 24 + 1)]

READING = read_exhibit(Path(__file__).parents[2] / "content")
assert READING.exhibit is not None, "\n".join(map(str, READING.problems))
EXHIBIT: Exhibit = READING.exhibit
CLOCK = Clock(EXHIBIT)
PLACES = {place.id: place for place in EXHIBIT.places}
FORMATIONS = {formation.id: formation for formation in EXHIBIT.formations}
TRACKED = [formation for formation in EXHIBIT.formations if formation.track]


def seen(formation: str, moment: dt.datetime) -> Sighting:
    sighting = CLOCK.sighting(formation, moment)
    assert sighting is not None
    return sighting


def km_from(sighting: Sighting, place: str) -> float:
    return distance_km((sighting.lon, sighting.lat), PLACES[place].at)


def test_the_clock_runs_for_the_whole_campaign() -> None:
    assert (EXHIBIT.exhibit.starts, EXHIBIT.exhibit.ends) == (STARTS, ENDS)
    assert CLOCK.at(STARTS)
    assert CLOCK.at(ENDS)


def test_the_106th_division_is_at_cuiqu_on_the_evening_of_the_24th() -> None:
    sighting = seen("division-106", dt.datetime(1945, 10, 24, 18))
    assert km_from(sighting, "cuiqu") <= sighting.uncertainty_km <= 6
    assert sighting.state is State.ATTACKING


def test_the_new_8th_army_is_on_the_other_side_from_the_hour_of_its_declaration() -> None:
    (declared,) = (
        event.at for phase in EXHIBIT.phases for event in phase.events if event.id == "gao-declares"
    )
    assert declared == NOON_ON_THE_30TH
    for follower in ("new-8-army", "hebei-militia"):
        old = FORMATIONS[follower].side
        for moment in (*HOURS, declared - dt.timedelta(seconds=1)):
            changed = CLOCK.side_at(follower, moment) != old
            assert changed == (moment >= declared), moment
            sighting = CLOCK.sighting(follower, moment)
            assert sighting is None or (sighting.side != old) == changed, moment
        assert seen(follower, declared).state is State.CHANGED_SIDES


@pytest.mark.parametrize("remnant", ["army-40", "army-30"])
def test_the_remnants_are_around_qiganzhang_at_noon_on_the_31st(remnant: str) -> None:
    sighting = seen(remnant, NOON_ON_THE_31ST)
    km = km_from(sighting, "qiganzhang")
    assert km <= sighting.uncertainty_km + PLACES["qiganzhang"].precision_km
    assert km <= 8


def test_the_92nd_army_is_never_south_of_baoding() -> None:
    sightings = [sighting for h in HOURS if (sighting := CLOCK.sighting("army-92", h))]
    assert sightings
    assert all(sighting.lat > PLACES["baoding"].at[1] for sighting in sightings)


@pytest.mark.parametrize("formation", TRACKED, ids=lambda formation: formation.id)
def test_sides_change_once_at_most(formation: Formation) -> None:
    told = [CLOCK.side_at(formation.id, moment) for moment in HOURS]
    assert sum(before != after for before, after in pairwise(told)) <= 1


# ---------------------------------------------------------------- at any moment

FORMATION = st.sampled_from(TRACKED)
MOMENT = st.datetimes(STARTS, ENDS)


def spot(station: Station) -> LonLat:
    return station.at or PLACES[station.place or ""].at


def way(before: Station, after: Station) -> list[LonLat]:
    return [spot(before), *after.via, spot(after)]


def km(points: list[LonLat]) -> float:
    return sum(distance_km(a, b) for a, b in pairwise(points))


def off_the_way(point: LonLat, points: list[LonLat]) -> float:
    """Plane kilometres from a point to the nearest spot of a way."""
    here = complex(*project(*point))
    nearest = math.inf
    for a, b in pairwise(complex(*project(*corner)) for corner in points):
        along = b - a
        share = ((here - a) * along.conjugate()).real / abs(along) ** 2 if along else 0.0
        nearest = min(nearest, abs(here - a - along * max(0.0, min(1.0, share))))
    return nearest


@given(FORMATION, MOMENT, st.floats(0, 6))
def test_nobody_leaps(formation: Formation, moment: dt.datetime, hours: float) -> None:
    first = CLOCK.sighting(formation.id, moment)
    second = CLOCK.sighting(formation.id, moment + hours * HOUR)
    if first is None or second is None:
        return
    fastest = max(
        (
            km(way(before, after)) / ((after.starts - (before.ends or before.starts)) / HOUR)
            for before, after in pairwise(formation.track)
            if spot(before) != spot(after)
        ),
        default=0.0,
    )
    assert fastest <= FASTEST_KMH
    stretch = 1.03  # the plane's scale varies with the latitude on the way
    gone = distance_km((first.lon, first.lat), (second.lon, second.lat))
    assert gone <= fastest * hours * stretch + 1e-4


@given(FORMATION, MOMENT)
def test_everyone_is_at_a_station_or_on_the_way_to_the_next(
    formation: Formation, moment: dt.datetime
) -> None:
    sighting = CLOCK.sighting(formation.id, moment)
    if sighting is None:
        assert moment < formation.track[0].starts
        return
    assert formation.track[0].starts <= moment
    here = formation.track[sighting.station]
    point = (sighting.lon, sighting.lat)
    ended = any(s.state in ENDED and s.starts <= moment for s in formation.track)
    assert (sighting.state in ENDED) == ended
    if not sighting.moving:
        assert point == spot(here)
        assert sighting.state is here.state
        return
    after = formation.track[sighting.station + 1]
    assert (here.ends or here.starts) < moment < after.starts
    assert off_the_way(point, way(here, after)) < 1e-6


@given(FORMATION, MOMENT)
def test_uncertainty_is_what_the_stations_say_and_more_between_them(
    formation: Formation, moment: dt.datetime
) -> None:
    sighting = CLOCK.sighting(formation.id, moment)
    if sighting is None or not sighting.moving:
        return
    here, after = formation.track[sighting.station : sighting.station + 2]
    left = here.ends or here.starts
    part = (moment - left) / (after.starts - left)
    between = here.uncertainty_km + part * (after.uncertainty_km - here.uncertainty_km)
    assert between < sighting.uncertainty_km <= between + GROWTH * km(way(here, after)) + 1e-9
    assert set(sighting.sources) == {*here.sources, *after.sources}
