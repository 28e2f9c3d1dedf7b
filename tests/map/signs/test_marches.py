"""Marches, rings and areas: what is drawn for a moment, and how it tells who, how and how sure."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import replace
from typing import Any

import pytest

from kiosk.exhibit.clock import Clock
from kiosk.exhibit.geo import project
from kiosk.exhibit.model import Certainty, Exhibit
from kiosk.exhibit.ref import Ref
from kiosk.map.fitting import Fitting
from kiosk.map.signs.marches import (
    LEAST_MM,
    WIDTH_MM,
    Arrow,
    DrawnArea,
    Manner,
    Marches,
    Past,
)
from kiosk.map.signs.sieges import SIEGE_DEGREES, Siege
from kiosk.map.viewport import Viewport
from kiosk.telling.units import HOUR, RECENT
from tests.exhibit.made import exhibit as made

NEAR_KM, FAR_KM = 100.0, 900.0
MM = 4.0
SIEGE = math.radians(SIEGE_DEGREES)
DAWN = dt.datetime(1900, 1, 10, 6)


def hours(count: float) -> dt.datetime:
    return DAWN + dt.timedelta(hours=count)


def station(count: float, at: tuple[float, float], **more: Any) -> dict[str, Any]:
    """Where a formation stands from `count` hours after dawn on."""
    spot = {"starts": hours(count).isoformat(" "), "at": at, "uncertainty_km": 30}
    return {"state": "waiting", **spot, **more}


def unit(key: str, *track: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"id": key, "name": key, "side": "north", "echelon": "corps", "track": track, **more}


def marches_of(exhibit: Exhibit) -> tuple[Marches, Clock]:
    clock = Clock(exhibit)
    return Marches(exhibit, clock), clock


def seen(across_km: float = NEAR_KM) -> Viewport:
    """A view of all, on a screen of 1000 px, that counts as `across_km` wide."""
    fitting = Fitting.of(made().map.bounds, (0, 0, 1000, 1000))
    viewport = fitting.viewport(fitting.fitted((0, 0, 10, 10)), MM)
    return replace(viewport, across_km=across_km)


def arrows(
    *formations: dict[str, Any], at: float = 10, across_km: float = NEAR_KM
) -> tuple[Arrow, ...]:
    marches, clock = marches_of(made(formations=formations))
    return marches.arrows(clock.at(hours(at)), hours(at), seen(across_km), MM)


def going(key: str = "a", row: float = 5.0, **more: Any) -> dict[str, Any]:
    """A formation that goes east along a parallel for ten hours and stays."""
    return unit(key, station(0, (2, row)), station(10, (8, row), **more))


def test_an_arrow_grows_with_the_clock_and_ends_where_the_formation_is() -> None:
    lengths = []
    for passed in (2, 4, 7, 10):
        marches, clock = marches_of(made(formations=[going()]))
        sightings = clock.at(hours(passed))
        (arrow,) = marches.arrows(sightings, hours(passed), seen(), MM)
        assert arrow.way[0] == pytest.approx(project(2, 5))
        assert arrow.way[-1] == pytest.approx(project(sightings[0].lon, sightings[0].lat))
        lengths.append(arrow.way[-1][0] - arrow.way[0][0])
    assert lengths == sorted(set(lengths))


def test_who_has_not_moved_has_no_arrow() -> None:
    assert arrows(unit("a", station(0, (2, 5)), station(9, (2, 5)))) == ()


def test_a_few_steps_are_no_arrow() -> None:
    assert arrows(unit("a", station(0, (2, 5)), station(9, (2.1, 5)))) == ()


def test_who_has_ended_has_no_arrow() -> None:
    assert arrows(unit("a", station(0, (2, 5)), station(9, (8, 5), state="destroyed"))) == ()


@pytest.mark.parametrize(
    ("approach", "manner"),
    [
        ("marching", Manner.MARCH),
        ("attacking", Manner.MARCH),
        ("withdrawing", Manner.RETREAT),
        ("besieged", Manner.MARCH),
    ],
)
@pytest.mark.parametrize("at", [5, 12])
def test_an_arrow_shows_how_the_way_was_gone(approach: str, manner: Manner, at: float) -> None:
    (arrow,) = arrows(going(approach=approach), at=at)
    assert arrow.manner is manner


@pytest.mark.parametrize("certainty", Certainty)
@pytest.mark.parametrize("at", [5, 12])
def test_an_arrow_tells_how_surely_the_way_is_known(certainty: Certainty, at: float) -> None:
    (arrow,) = arrows(going(certainty=certainty), at=at)
    assert arrow.certainty is certainty


def test_the_larger_formation_has_the_wider_arrow_and_is_drawn_first() -> None:
    small, large = going("a", 3.0) | {"echelon": "regiment"}, going("b", 7.0)
    wide, narrow = arrows(small, large)
    assert (wide.width_mm, narrow.width_mm) == (WIDTH_MM["corps"], WIDTH_MM["regiment"])  # type: ignore[index]
    assert wide.way[0] == pytest.approx(project(2, 7))


@pytest.mark.parametrize("across_km", [NEAR_KM, FAR_KM])
def test_an_arrow_shows_the_way_of_36_hours(across_km: float) -> None:
    walker = unit(
        "a", station(0, (2, 5), ends=DAWN.isoformat(" ")), station(10, (4, 5)),
        station(100, (4, 5)), station(110, (8, 5)),
    )  # fmt: skip
    (arrow,) = arrows(walker, at=112, across_km=across_km)
    assert arrow.way[0] == pytest.approx(project(4, 5))
    assert arrow.way[-1] == pytest.approx(project(8, 5))
    assert arrows(walker, at=110 + RECENT / HOUR + 1, across_km=across_km) == ()


@pytest.mark.parametrize(
    ("ends", "months"), [("1902-06-01", 1.5), ("1930-01-01", 18), ("2100-01-01", 180)]
)
def test_in_a_long_war_an_arrow_shows_the_way_of_months_or_years(ends: str, months: float) -> None:
    """A way of two years to the east, three months after its end."""
    left, reached, at = (
        dt.datetime(year, month, 1) for year, month in ((1900, 2), (1902, 2), (1902, 5))
    )
    stays = [{"starts": "1900-02-01", "at": (2, 5)}, {"starts": "1902-02-01", "at": (8, 5)}]
    track = [stay | {"uncertainty_km": 30, "state": "waiting"} for stay in stays]
    exhibit = made(formations=[unit("a", *track)])
    span = {"starts": left, "ends": dt.datetime.fromisoformat(ends)}
    exhibit = exhibit.model_copy(update={"exhibit": exhibit.exhibit.model_copy(update=span)})
    marches, clock = marches_of(exhibit)
    drawn = marches.arrows(clock.at(at), at, seen(), MM)
    shown = months * 30.4375 - (at - reached).days
    if shown < 0:
        assert not drawn
        return
    begins = 8 - 6 * min(1, shown / (reached - left).days)
    assert drawn[0].way[0][0] == pytest.approx(project(begins, 5)[0], rel=0.03)


def test_in_a_long_war_an_arrow_is_the_last_march_alone() -> None:
    """Two marches in a year: from the west to the middle, from there to the east."""
    stays = [("1900-02-01", 2), ("1900-04-01", 5), ("1900-06-01", 8)]
    track = [
        {"starts": starts, "at": (lon, 5), "uncertainty_km": 30, "state": "waiting"}
        for starts, lon in stays
    ]
    exhibit = made(formations=[unit("a", *track)])
    span = {"starts": dt.datetime(1900, 1, 1), "ends": dt.datetime(1930, 1, 1)}
    exhibit = exhibit.model_copy(update={"exhibit": exhibit.exhibit.model_copy(update=span)})
    marches, clock = marches_of(exhibit)
    at = dt.datetime(1900, 7, 1)
    (arrow,) = marches.arrows(clock.at(at), at, seen(), MM)
    assert arrow.way[0] == pytest.approx(project(5, 5))
    assert arrow.way[-1] == pytest.approx(project(8, 5))


def test_marches_on_one_road_are_one_arrow() -> None:
    assert len(arrows(going("a", 5.0), going("b", 5.05))) == 1
    assert len(arrows(going("a", 5.0), going("b", 6.0))) == 2


def test_enemies_on_one_road_are_two_arrows() -> None:
    assert len(arrows(going("a", 5.0), going("b", 5.05) | {"side": "south"})) == 2


def test_a_part_that_goes_beside_its_whole_needs_no_arrow() -> None:
    beside = going("b", 5.3) | {"echelon": "division"}
    assert len(arrows(going("a"), beside)) == 2
    assert len(arrows(going("a"), beside | {"parent": "a"})) == 1


@pytest.mark.parametrize(
    ("kind", "side", "count"),
    [("pocket", "north", 1), ("pocket", "south", 2), ("front", "north", 2)],
)
def test_who_fled_into_one_pocket_fled_once(kind: str, side: str, count: int) -> None:
    pocket = {
        "id": "x", "name": "x", "kind": kind, "side": side,
        "ring": [(7, 2), (9, 2), (9, 8), (7, 8)],
        "starts": hours(9).isoformat(" "), "ends": hours(20).isoformat(" "),
    }  # fmt: skip
    fled = [going(key, row, approach="withdrawing") for key, row in (("a", 3.0), ("b", 7.0))]
    marches, clock = marches_of(made(formations=fled, areas=[pocket]))
    drawn = marches.arrows(clock.at(hours(10)), hours(10), seen(), MM)
    assert len(drawn) == count


# ---------------------------------------------------------------- rings


def ring_count(*, chosen: str = "", every: bool = False, **more: Any) -> int:
    marches, clock = marches_of(made(formations=[unit("a", station(0, (5, 5), **more))]))
    refs = frozenset({Ref(chosen)} if chosen else ())
    return len(list(marches.rings(clock.at(hours(1)), refs, every, seen(), MM)))


def test_rings_are_drawn_around_the_chosen_or_around_all() -> None:
    assert ring_count() == 0
    assert ring_count(chosen="formations/a") == 1
    assert ring_count(chosen="formations/b") == 0
    assert ring_count(every=True) == 1


def test_a_ring_that_its_symbol_would_cover_is_left_out() -> None:
    assert ring_count(every=True, uncertainty_km=3) == 0


def test_a_mark_of_what_was_has_no_ring() -> None:
    assert ring_count(every=True, state="captured") == 0


# ---------------------------------------------------------------- areas


def areas(at: float = 1, **more: Any) -> list[DrawnArea]:
    area = {
        "id": "x", "name": "x", "kind": "front", "line": [(2, 5), (8, 5)],
        "starts": hours(0).isoformat(" "), "ends": hours(2).isoformat(" "), **more,
    }  # fmt: skip
    shapes = {key: value for key, value in area.items() if value is not None}
    marches, _ = marches_of(made(areas=[shapes]))
    return list(marches.areas(hours(at), "#777777", seen(), MM))


@pytest.mark.parametrize(("at", "shown"), [(-0.1, 0), (0, 1), (1.9, 1), (2, 0)])
def test_an_area_is_drawn_while_it_holds(at: float, shown: int) -> None:
    assert len(areas(at)) == shown


@pytest.mark.parametrize(("side", "colour"), [("north", "#101010"), (None, "#777777")])
def test_an_area_has_the_colour_of_its_side(side: str | None, colour: str) -> None:
    assert areas(side=side)[0].colour == colour


def test_a_line_stays_open_and_a_ring_is_closed() -> None:
    assert not areas()[0].closed
    assert areas(line=None, ring=[(2, 5), (8, 5), (5, 8)])[0].closed


@pytest.mark.parametrize(("kind", "shown"), [("front", 0), ("ambush", 0), ("cut", 1)])
def test_of_what_is_too_small_to_be_seen_only_a_cut_is_drawn(kind: str, shown: int) -> None:
    tiny = LEAST_MM * MM / 1000 * 10 * 0.5
    assert len(areas(kind=kind, line=[(5, 5), (5 + tiny, 5)])) == shown


def pasts(at: float, *more: dict[str, Any]) -> list[Past]:
    """What is past of lines, each of which holds for an hour unless told otherwise."""
    found = [
        {
            "id": f"x{i}", "name": "x", "kind": "front", "side": "north",
            "starts": hours(i).isoformat(" "), "ends": hours(i + 1).isoformat(" "),
            "line": [(2 + i, 5), (8, 5)], **area,
        }
        for i, area in enumerate(more)
    ]  # fmt: skip
    marches, _ = marches_of(made(areas=found))
    return list(marches.pasts(hours(at), "#777777", seen(), MM))


@pytest.mark.parametrize(("at", "shown"), [(0.5, 0), (1, 1), (24.5, 1), (25, 0)])
def test_what_was_held_is_the_past_for_a_day(at: float, shown: int) -> None:
    assert len(pasts(at, {})) == shown


def test_only_the_step_before_is_the_past_of_each_side_and_kind() -> None:
    (past,) = pasts(3, {}, {})
    assert past.points[0] == pytest.approx(project(3, 5))
    assert len(pasts(3, {}, {"side": "south"})) == 2
    assert len(pasts(3, {}, {"kind": "ambush"})) == 2
    assert pasts(3, {"kind": "cut"}) == []


def test_the_last_step_of_a_formation_is_its_way_from_the_station_before() -> None:
    marches, clock = marches_of(made(formations=[going()]))
    (step,) = marches.steps(clock.at(hours(200)), hours(200))
    assert step.points[0] == pytest.approx(project(2, 5))
    assert step.points[-1] == pytest.approx(project(8, 5))
    assert list(marches.steps(clock.at(hours(0)), hours(0))) == []


def sieges(
    *spots: tuple[float, float], at: float = 1, state: str = "attacking", **lists: Any
) -> tuple[Siege, ...]:
    """The arcs about a pocket of the north around (5, 5) where southern bodies stand."""
    ring = [(4, 4), (6, 4), (6, 6), (4, 6)]
    area = {
        "id": "x", "name": "x", "kind": "pocket", "ring": ring, "side": "north",
        "starts": hours(0).isoformat(" "), "ends": hours(2).isoformat(" "),
    }  # fmt: skip
    bodies = [
        {**unit(f"u{i}", station(0, spot, state=state)), "side": "south"}
        for i, spot in enumerate(spots)
    ]
    marches, _ = marches_of(made(areas=[area], formations=bodies, **lists))
    (patch,) = marches.areas(hours(at), "#777777", seen(), MM)
    return patch.sieges


def test_allies_do_not_besiege_each_other() -> None:
    pact = {"id": "p", "name": "p", "sides": ["north", "south"], "ends": hours(1.5).isoformat(" ")}
    assert len(sieges((6.05, 5), at=1.7, alliances=[pact])) == 1
    assert sieges((6.05, 5), at=1, alliances=[pact]) == ()


def test_where_no_body_stands_the_ring_is_open() -> None:
    assert sieges() == ()
    assert sieges((6.2, 5)) == ()  # 22 km away
    (arc,) = sieges((6.05, 5))
    assert (arc.begins, arc.ends) == pytest.approx((-SIEGE, SIEGE), abs=0.01)


@pytest.mark.parametrize(
    ("state", "shuts"),
    [("attacking", 1), ("defending", 1), ("waiting", 0), ("marching", 0), ("withdrawing", 0)],
)
def test_who_attacks_or_holds_besieges(state: str, shuts: int) -> None:
    assert len(sieges((6.05, 5), state=state)) == shuts


def test_who_has_gone_over_to_the_besiegers_is_none_of_them() -> None:
    turned = unit(
        "a",
        station(0, (6.05, 5), state="attacking"),
        station(1, (6.05, 5), state="changed-sides", side="south"),
    )
    area = {
        "id": "x", "name": "x", "kind": "pocket", "ring": [(4, 4), (6, 4), (6, 6), (4, 6)],
        "side": "north", "starts": hours(0).isoformat(" "), "ends": hours(9).isoformat(" "),
    }  # fmt: skip
    marches, _ = marches_of(made(areas=[area], formations=[turned]))
    for at in (0.5, 1, 2):
        (pocket,) = marches.areas(hours(at), "#777777", seen(), MM)
        assert pocket.sieges == ()


def test_a_pocket_that_is_besieged_knows_the_pockets_beside_it() -> None:
    span = {"starts": hours(0).isoformat(" "), "ends": hours(2).isoformat(" "), "side": "north"}
    areas = [
        {
            "id": f"x{x}",
            "name": "x",
            "kind": "pocket",
            "ring": [(x, 4), (x + 1, 4), (x + 1, 6), (x, 6)],
            **span,
        }
        for x in (4, 6)
    ]
    bodies = [
        {**unit(f"u{x:.0f}", station(0, (x, 5), state="attacking")), "side": "south"}
        for x in (3.95, 7.05)
    ]
    marches, _ = marches_of(made(areas=areas, formations=bodies))
    one, other = marches.areas(hours(1), "#777777", seen(), MM)
    assert (one.beside, other.beside) == ((other.points,), (one.points,))


def test_besiegers_side_by_side_are_one_arc_and_opposite_ones_two() -> None:
    assert len(sieges((6.05, 4.8), (6.05, 5.2))) == 1
    assert len(sieges((6.05, 5), (3.95, 5))) == 2


def test_an_arc_across_the_west_is_one() -> None:
    (arc,) = sieges((3.95, 4.8), (3.95, 5.2))
    assert arc.ends - arc.begins < 2 * SIEGE + 0.5


def test_all_around_besiegers_are_a_ring() -> None:
    spots = [(6.05, 5), (5, 6.05), (3.95, 5), (5, 3.95), (6.05, 6.05), (3.95, 3.95)]
    corners = [(6.05, 3.95), (3.95, 6.05)]
    (arc,) = sieges(*spots, *corners)
    assert arc.ends - arc.begins == pytest.approx(math.tau)
