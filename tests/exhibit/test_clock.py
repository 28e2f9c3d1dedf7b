"""Who is where: worked examples."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest

from kiosk.exhibit.clock import GROWTH, Clock
from kiosk.exhibit.geo import distance_km
from kiosk.exhibit.model import Certainty, State
from tests.exhibit.made import exhibit
from tests.exhibit.marching import at, clock, formation, station

# One degree along the equator and one up a meridian are equally long.
MARCH = [
    station(0, 10, at=(0.0, 0.0), sources=["s1", "s2"]),
    station(
        20,
        30,
        at=(1.0, 1.0),
        via=[(1.0, 0.0)],
        state="attacking",
        approach="withdrawing",
        uncertainty_km=6,
        sources=["s2", "s3"],
    ),
    station(40, at=(1.0, 1.0), state="captured", side="south", uncertainty_km=1),
]
DEGREE_KM = distance_km((0, 0), (1, 0))


@pytest.mark.parametrize(
    ("hours", "lon", "lat", "state", "moving", "number", "side"),
    [
        (0, 0.0, 0.0, "waiting", False, 0, "north"),
        (10, 0.0, 0.0, "waiting", False, 0, "north"),
        (12.5, 0.5, 0.0, "withdrawing", True, 0, "north"),
        (17.5, 1.0, 0.5, "withdrawing", True, 0, "north"),
        (20, 1.0, 1.0, "attacking", False, 1, "north"),
        (35, 1.0, 1.0, "attacking", False, 1, "north"),
        (40, 1.0, 1.0, "captured", False, 2, "south"),
        (9999, 1.0, 1.0, "captured", False, 2, "south"),
    ],
)
def test_a_march(
    hours: float,
    lon: float,
    lat: float,
    state: str,
    moving: bool,
    number: int,
    side: str,
) -> None:
    seen = clock(formation(MARCH)).sighting("unit", at(hours))
    assert seen is not None
    assert (seen.lon, seen.lat) == pytest.approx((lon, lat), abs=1e-4)
    assert (seen.state, seen.moving, seen.station) == (state, moving, number)
    assert seen.side == side


@pytest.mark.parametrize(
    ("hours", "km"),
    [
        (5, 2.0),
        (10, 2.0),
        (12.5, 2 + 4 * 0.25 + 0.75 * GROWTH * 2 * DEGREE_KM),
        (15, 2 + 4 * 0.5 + GROWTH * 2 * DEGREE_KM),
        (20, 6.0),
        (35, 3.5),  # stays at one spot between two stations
        (40, 1.0),
    ],
)
def test_uncertainty_grows_with_the_way(hours: float, km: float) -> None:
    seen = clock(formation(MARCH)).sighting("unit", at(hours))
    assert seen is not None
    assert seen.uncertainty_km == pytest.approx(km)


@pytest.mark.parametrize(
    ("hours", "sources"),
    [(5, ("s1", "s2")), (15, ("s1", "s2", "s3")), (25, ("s2", "s3")), (35, ("s2", "s3")), (40, ())],
)
def test_on_the_way_the_sources_of_both_ends_count(hours: float, sources: tuple[str, ...]) -> None:
    seen = clock(formation(MARCH)).sighting("unit", at(hours))
    assert seen is not None
    assert seen.sources == sources


@pytest.mark.parametrize(
    ("before", "after", "between"),
    [
        (Certainty.DOCUMENTED, Certainty.DOCUMENTED, Certainty.INFERRED),
        (Certainty.DOCUMENTED, Certainty.COMPUTED, Certainty.INFERRED),
        (Certainty.INFERRED, Certainty.DOCUMENTED, Certainty.INFERRED),
        (Certainty.NARRATED, Certainty.DOCUMENTED, Certainty.NARRATED),
        (Certainty.DOCUMENTED, Certainty.NARRATED, Certainty.NARRATED),
    ],
)
def test_the_way_is_inferred_or_weaker(
    before: Certainty, after: Certainty, between: Certainty
) -> None:
    way = clock(
        formation([station(0, certainty=before), station(10, at=(2.0, 0.0), certainty=after)])
    )
    known = [way.sighting("unit", at(hours)) for hours in (0, 5, 10)]
    assert [seen and seen.certainty for seen in known] == [before, between, after]


def test_a_station_without_an_end_is_left_at_once() -> None:
    way = clock(formation([station(0, at=(0.0, 0.0)), station(10, at=(1.0, 0.0))]))
    seen = way.sighting("unit", at(5))
    assert seen is not None
    assert seen.moving
    assert seen.lon == pytest.approx(0.5)


def test_a_place_is_looked_up() -> None:
    ford = {
        "id": "ford",
        "name": "n",
        "kind": "crossing",
        "at": (3, 4),
        "precision_km": 1,
        "importance": 1,
    }
    seen = clock(formation([station(0, at=None, place="ford")]), places=[ford]).sighting(
        "unit", at(1)
    )
    assert seen is not None
    assert (seen.lon, seen.lat) == (3, 4)


def test_only_what_has_begun_is_there_and_what_has_ended_stays() -> None:
    field = clock(
        formation([station(0, state="destroyed")], "ended"),
        formation([], "untracked"),
        formation([station(5)], "late"),
        formation([station(-5)], "early"),
    )
    assert [seen.formation for seen in field.at(at(-6))] == []
    assert [seen.formation for seen in field.at(at(1))] == ["ended", "early"]
    assert [seen.formation for seen in field.at(at(5))] == ["ended", "late", "early"]
    assert field.at(at(100))[0].state is State.DESTROYED


def test_after_the_end_of_its_last_station_it_is_nowhere() -> None:
    field = clock(formation([station(0, 5)]), formation([station(0)], "stays"))
    assert [seen.formation for seen in field.at(at(5))] == ["unit", "stays"]
    assert [seen.formation for seen in field.at(at(6))] == ["stays"]


def test_a_formation_without_a_track_is_nowhere() -> None:
    field = clock(formation([]))
    assert field.sighting("unit", at(0)) is None
    assert field.trail("unit", at(0), 24) == ()
    assert field.extent("unit") is None
    assert field.at(at(0), ["unit"]) == ()


@pytest.mark.parametrize(
    ("among", "seen"),
    [
        (None, ["one", "two", "three"]),
        (["three", "one", "one"], ["one", "three"]),
        (iter(["two", "untracked"]), ["two"]),
        ([], []),
    ],
)
def test_only_those_asked_for_come_in_the_order_of_the_exhibit(
    among: Iterable[str] | None, seen: list[str]
) -> None:
    units = [formation([station(0)], id_) for id_ in ("one", "two", "three")]
    field = clock(*units, formation([], "untracked"))
    assert [sighting.formation for sighting in field.at(at(1), among)] == seen


def test_an_extent_holds_every_station_and_every_point_on_the_way() -> None:
    way = [
        station(0, at=(2.0, 3.0), via=[(9.0, 9.0)]),  # nobody comes to the first station
        station(10, at=(4.0, 1.0), via=[(1.0, 5.0)]),
        station(20, at=(2.0, 2.0), state="destroyed"),
        station(30, at=(9.0, 9.0)),  # nor gets to what follows an end
    ]
    assert clock(formation(way)).extent("unit") == (1.0, 1.0, 4.0, 5.0)
    assert clock(formation(way[:1])).extent("unit") == (2.0, 3.0, 2.0, 3.0)


def test_nothing_follows_an_end() -> None:
    field = clock(
        formation(
            [station(0, state="captured"), station(5, at=(2.0, 0.0), side="south")],
        )
    )
    seen = field.sighting("unit", at(10))
    assert seen is not None
    assert (seen.state, seen.lon, seen.side, seen.moving) == ("captured", 1.0, "north", False)
    assert field.side_at("unit", at(10)) == "north"


@pytest.mark.parametrize("ask", ["sighting", "side_at"])
def test_an_unknown_formation_is_refused(ask: str) -> None:
    with pytest.raises(KeyError, match="nobody"):
        getattr(clock(), ask)("nobody", at(0))
    with pytest.raises(KeyError, match="nobody"):
        clock().trail("nobody", at(0), 1)
    with pytest.raises(KeyError, match="nobody"):
        clock().extent("nobody")
    with pytest.raises(KeyError, match="nobody"):
        clock().at(at(0), ["nobody"])


@pytest.mark.parametrize(
    ("hours", "back", "way"),
    [
        (10, 24, []),
        (15, 0, []),
        (12.5, 24, [(0, 0), (0.5, 0)]),
        (15, 24, [(0, 0), (1, 0)]),
        (17.5, 2.5, [(1, 0), (1, 0.5)]),
        (17.5, 5, [(0.5, 0), (1, 0), (1, 0.5)]),
        (25, 7.5, [(1, 0.5), (1, 1)]),
        (25, 5, []),
        (50, 100, [(0, 0), (1, 0), (1, 1)]),
        (-1, 100, []),
    ],
)
def test_the_trail_of_a_march(hours: float, back: float, way: list[tuple[float, float]]) -> None:
    trail = clock(formation(MARCH)).trail("unit", at(hours), back)
    assert len(trail) == len(way)
    for point, expected in zip(trail, way, strict=True):
        assert point == pytest.approx(expected, abs=1e-4)


def test_the_trail_goes_on_over_stations() -> None:
    way = clock(
        formation(
            [
                station(0, at=(0.0, 0.0)),
                station(10, 12, at=(1.0, 0.0)),
                station(22, at=(1.0, 1.0)),
            ]
        )
    )
    trail = way.trail("unit", at(17), 12)
    assert len(trail) == 3
    assert trail[0] == pytest.approx((0.5, 0.0), abs=1e-4)
    assert trail[1] == (1.0, 0.0)
    assert trail[2] == pytest.approx((1.0, 0.5), abs=1e-4)


FAMILY = [
    formation([station(0), station(10, side="south", state="changed-sides")], "army"),
    formation([], "staff", parent="army"),
    formation([], "company", parent="staff"),
    formation([station(0, at=(2.0, 0.0))], "loyal", parent="army"),
    formation([], "loyal-company", parent="loyal"),
    formation([station(0), station(20, side="north")], "returned", parent="army"),
    formation([], "returned-company", parent="returned"),
    formation([], "orphan"),
    formation([], "other", side="south"),
]


@pytest.mark.parametrize(
    ("id_", "sides"),
    [
        ("army", ["north", "south", "south"]),
        ("staff", ["north", "south", "south"]),
        ("company", ["north", "south", "south"]),
        ("loyal", ["north", "north", "north"]),
        ("loyal-company", ["north", "south", "south"]),
        ("returned-company", ["north", "north", "north"]),
        ("orphan", ["north", "north", "north"]),
        ("other", ["south", "south", "south"]),
    ],
)
def test_whoever_has_no_track_follows_the_nearest_that_changes_sides(
    id_: str, sides: list[str]
) -> None:
    field = clock(*FAMILY)
    assert [field.side_at(id_, at(hours)) for hours in (9, 10, 20)] == sides


def test_events_of_all_phases_in_order_of_time() -> None:
    def event(id_: str, hours: float) -> dict[str, Any]:
        return {"id": id_, "at": at(hours), "text": "t"}

    def phase(id_: str, *events: dict[str, Any]) -> dict[str, Any]:
        told = {"title": "t", "short": "s", "text": "t", "view": "all"}
        times = {"starts": at(0), "ends": at(9), "moment": at(0)}
        return {"id": id_, "events": events, **told, **times}

    made = exhibit().model_dump()
    made["phases"] = [
        phase("one", event("c", 3), event("a", 1)),
        phase("two", event("d", 4), event("b", 2), event("b2", 2)),
    ]
    field = Clock(type(exhibit()).model_validate(made))
    for start, end, ids in [
        (0, 9, ["a", "b", "b2", "c", "d"]),
        (2, 3, ["b", "b2", "c"]),
        (2.5, 2.9, []),
        (3, 2, []),
    ]:
        assert [event.id for event in field.events(at(start), at(end))] == ids
