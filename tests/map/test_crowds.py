"""Crowds: one symbol stands for bodies of a side that have no room for one each, and says so."""

from __future__ import annotations

import itertools
import math
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.exhibit.model import Echelon, Exhibit
from kiosk.exhibit.ref import Ref
from kiosk.map.boxes import Box
from kiosk.map.labels.leeway import TOUCH_MM
from kiosk.map.labels.result import FormationSign
from kiosk.map.labels.unit import AND, NAMES
from tests.exhibit.made import exhibit as made_exhibit
from tests.map.looking import Looking
from tests.map.test_named import FOCUS, Reading


def body(key: str, at: list[float] | None, **more: Any) -> dict[str, Any]:
    """A corps of the north that matters; without a place where none is given."""
    stands = {"starts": "1900-01-01", "at": at, "state": "waiting", "uncertainty_km": 0.1}
    made = {"id": key, "name": f"{key} Corps", "side": "north", "echelon": "corps"}
    return {**made, "importance": 1, "number": key, "track": [stands] if at else [], **more}


def looking(bodies: list[dict[str, Any]], *told: str, **asked: Any) -> Looking:
    look = Looking(made_exhibit(formations=bodies))
    look.request = replace(look.request, spoken_of=frozenset(map(Ref, told)), **asked)
    look.open("all", 0)
    return look


def only(look: Looking) -> FormationSign:
    (sign,) = look.picture.signs
    return sign


THREE = [body("1st", [5, 5]), body("2nd", [5.02, 5]), body("3rd", [5, 5.02])]


def test_the_one_above_stands_at_its_own_spot_for_those_with_it(qapp: QGuiApplication) -> None:
    lead = body("lead", [5.1, 5], echelon="army")
    look = looking([lead, *(one | {"parent": "lead"} for one in THREE)])
    sign = only(look)
    assert (sign.key, sign.symbol.text, sign.symbol.echelon) == ("lead", "lead", Echelon.ARMY)
    assert sorted(sign.stands_for) == ["1st", "2nd", "3rd"]
    assert math.dist(look.at(sign), look.viewport.spot(5.1, 5)) < 2
    assert sign.spoken == "lead Corps, 1st Corps, 2nd Corps, 3rd Corps, n"


def test_one_above_without_a_place_stands_in_their_middle(qapp: QGuiApplication) -> None:
    lead = body("lead", None, echelon="army")
    look = looking([lead, *(one | {"parent": "lead"} for one in THREE)])
    sign = only(look)
    assert (sign.key, sign.label, sign.symbol.echelon) == ("lead", "lead Corps", Echelon.ARMY)
    spots = [look.viewport.spot(*one["track"][0]["at"]) for one in THREE]
    middle = sum(x for x, _ in spots) / 3, sum(y for _, y in spots) / 3
    assert math.dist(look.at(sign), middle) < 2


def test_one_above_that_is_elsewhere_does_not_claim_to_be_with_them(qapp: QGuiApplication) -> None:
    lead = body("lead", [9, 9], echelon="army")
    look = looking([lead, *(one | {"parent": "lead"} for one in THREE)])
    texts = {sign.key: sign.symbol.text for sign in look.picture.signs}
    assert texts == {"lead": "lead", "1st": "3 armies"}


def test_of_one_and_one_above_it_with_the_same_number_one_symbol_stands(
    qapp: QGuiApplication,
) -> None:
    first = body("first", [2.0, 5.0], number="1", importance=1)
    below = body("below", [8.0, 5.0], number="1", importance=2, parent="first")
    told = looking([first, below], "formations/below")
    assert {sign.key for sign in told.picture.signs} == {"first", "below"}
    assert only(looking([first, below])).key == "first"


@pytest.mark.parametrize("count", range(2, 9))
def test_a_crowd_bears_two_names_at_most_and_none_is_lost(
    qapp: QGuiApplication, count: int
) -> None:
    bodies = [body(f"{i}th", [5, 5]) for i in range(count)]
    look = looking(bodies, *(f"formations/{i}th" for i in range(count)))
    labels = [sign.label for sign in look.picture.signs]
    assert all(label.count(AND) < NAMES for label in labels), labels
    assert {f"{i}th" for i in range(count)} == set(look.picture.formations)
    assert look.picture.edges == ()


def test_what_a_visitor_has_touched_shares_no_symbol(qapp: QGuiApplication) -> None:
    look = looking(THREE, chosen=frozenset({Ref("formations/2nd")}))
    chosen = next(sign for sign in look.picture.signs if sign.key == "2nd")
    assert chosen.chosen
    assert not any("2nd" in sign.stands_for for sign in look.picture.signs)


def test_enemies_that_meet_at_one_spot_both_touch_it(qapp: QGuiApplication) -> None:
    look = looking([body("ours", [5, 5]), body("theirs", [5, 5], side="south")])
    assert {sign.key for sign in look.picture.signs} == {"ours", "theirs"}
    touch = TOUCH_MM * look.mm + 2
    for sign in look.picture.signs:
        x, y = look.at(sign)
        box = Box(0, 0, sign.symbol_width, sign.symbol_height).moved(x + sign.dx, y + sign.dy)
        assert box.grown(touch, touch).covers((x, y))


def test_a_phase_shows_nine_bodies_at_the_most(qapp: QGuiApplication, exhibit: Exhibit) -> None:
    for size, language in itertools.product(FOCUS, ("en", "zh")):
        look = Reading(exhibit, size, language, 100)
        look.take_lines()
        for phase in exhibit.phases:
            look.turn_to(phase)
            assert len(look.picture.signs) <= 9, (phase.id, size)


@pytest.mark.parametrize(("language", "said"), [("en", "2 columns"), ("zh", "2个纵队")])
def test_columns_are_not_counted_as_armies(
    qapp: QGuiApplication, exhibit: Exhibit, language: str, said: str
) -> None:
    columns = [one for one in exhibit.formations if one.name.in_("en").endswith(" Column")]
    sizes = {one.echelon for one in columns if one.side == "communist"}
    (size,) = sizes
    own = exhibit.indexed("echelons")[size]
    assert own.count.in_(language).replace("{0}", "2") == said
