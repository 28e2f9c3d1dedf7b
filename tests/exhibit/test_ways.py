"""Ways over the globe: the shortest between two points, where the difference is seen."""

from __future__ import annotations

from itertools import pairwise

import pytest

from kiosk.exhibit.clock import Clock
from kiosk.exhibit.geo import FAR_KM, STRIDE_KM, distance_km, shortest_way
from tests.exhibit.made import exhibit as made

LISBON, NEW_YORK = (-9.14, 38.71), (-74.01, 40.71)


@pytest.mark.parametrize(
    ("here", "there"),
    [(LISBON, NEW_YORK), ((139.7, 35.7), (-122.4 + 360 - 180, 37.8)), ((0.0, 10.0), (40.0, -30.0))],
)
def test_a_long_way_is_the_shortest(here: tuple[float, float], there: tuple[float, float]) -> None:
    way = shortest_way(here, there)
    lengths = [distance_km(*part) for part in pairwise(way)]
    assert (way[0], way[-1]) == (here, there)
    assert sum(lengths) == pytest.approx(distance_km(here, there))
    assert max(lengths) <= STRIDE_KM
    assert max(lengths) == pytest.approx(min(lengths))


def test_the_way_to_new_york_bends_to_the_north() -> None:
    assert max(lat for _, lat in shortest_way(LISBON, NEW_YORK)) == pytest.approx(44.5, abs=0.5)


@pytest.mark.parametrize("there", [(4.0, 0.0), (-179.0, 0.0)])
def test_a_short_way_is_straight_and_so_is_one_across_the_edge(there: tuple[float, float]) -> None:
    here = (0.0, 0.0) if there[0] > 0 else (179.0, 0.0)
    assert shortest_way(here, there) == [here, there]
    assert distance_km(here, there) < FAR_KM


def test_a_fleet_is_seen_where_the_globe_has_it() -> None:
    track = [
        {"starts": "1900-01-10 00:00", "at": (0, 60), "uncertainty_km": 30, "state": "waiting"},
        {"starts": "1900-01-12 00:00", "at": (60, 60), "uncertainty_km": 30, "state": "waiting"},
    ]
    fleet = {"id": "a", "name": "a", "side": "north", "echelon": "corps", "track": track}
    exhibit = made(formations=[fleet])
    (seen,) = Clock(exhibit).at(exhibit.formations[0].track[0].starts.replace(day=11))
    assert seen.lon == pytest.approx(30, abs=0.3)
    assert seen.lat == pytest.approx(63.4, abs=0.3)
