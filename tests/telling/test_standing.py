"""Who stands where, in words."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

import pytest

from kiosk.exhibit.clock import Clock
from kiosk.exhibit.model import Exhibit
from kiosk.machine import folders
from kiosk.telling.locale import Teller
from kiosk.telling.standing import Standing
from kiosk.telling.words import Phrases


def standing(exhibit: Exhibit, language: str = "en") -> Standing:
    phrases = Phrases(folders.resources() / "words", language)
    return Standing(exhibit, Teller(exhibit, phrases, None))


def test_every_formation_is_told_with_its_side(small: Exhibit) -> None:
    at = dt.datetime(1746, 4, 15, 20)
    seen = Clock(small).at(at)
    assert standing(small).by_side(seen, at) == [
        ("Government", ["Government army: in position, at Nairn, within about 1 km"]),
        (
            "Jacobite",
            [
                "Jacobite army: in position, 8 km east of Inverness, within about 1 km",
                "House guard: in position, 5 km east of Inverness, within about 0.5 km, inferred",
            ],
        ),
    ]


@pytest.mark.parametrize(
    ("lon", "lat", "en", "zh"),
    [
        (-4.225, 57.578, "11 km north of Inverness", "Inverness北面约11公里"),
        (-4.10, 57.42, "10 km south-east of Inverness", "Inverness东南面约10公里"),
        (-4.35, 57.478, "7 km west of Inverness", "Inverness西面约7公里"),
        (-3.872, 57.585, "at Nairn", "在Nairn"),
    ],
)
def test_the_way_from_the_place_that_tells_most(
    small: Exhibit, lon: float, lat: float, en: str, zh: str
) -> None:
    at = dt.datetime(1746, 4, 15, 8)
    (seen,) = Clock(small).at(at, among=["government-army"])
    moved = replace(seen, lon=lon, lat=lat)
    ((_, (line,)),) = standing(small).by_side([moved], at)
    assert line == f"Government army: in position, {en}, within about 1 km"
    ((_, (line,)),) = standing(small, "zh").by_side([moved], at)
    assert line == f"Government army：驻扎，{zh}，误差约1公里"


def test_where_no_place_is_known_the_rest_is_told(small: Exhibit) -> None:
    bare = small.model_copy(update={"places": ()})
    at = dt.datetime(1746, 4, 15, 8)
    seen = Clock(small).at(at, among=["government-army"])
    lines = [("Government", ["Government army: in position, within about 1 km"])]
    assert standing(bare).by_side(seen, at) == lines


def test_a_doubt_as_large_as_the_distance_is_no_position(small: Exhibit) -> None:
    at = dt.datetime(1746, 4, 15, 8)
    (seen,) = Clock(small).at(at, among=["government-army"])
    moved = replace(seen, lon=-4.35, lat=57.478, uncertainty_km=6.4)  # 7 km west of Inverness
    assert standing(small).placed(moved) == "7 km west of Inverness"
    unsure = replace(moved, uncertainty_km=7)
    assert standing(small).placed(unsure) == "near Inverness, to the west"
    assert standing(small, "zh").placed(unsure) == "在Inverness附近，偏西"


HELD = dt.datetime(1945, 10, 29, 8)


@pytest.mark.parametrize(
    ("language", "said"), [("en", "attacking 106th Division"), ("zh", "进攻第106师")]
)
def test_who_attacks_says_whom(exhibit: Exhibit, language: str, said: str) -> None:
    at = dt.datetime(1945, 10, 29)
    seen = Clock(exhibit).at(at)
    (column,) = (one for one in seen if one.formation == "column-1")
    assert said in standing(exhibit, language).told(column, seen, at)
    alone = [one for one in seen if one.formation != "division-106"]
    assert said not in standing(exhibit, language).told(column, alone, at)


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "surrounded by Communist side"), ("zh", "被中共方面包围")],
)
def test_who_is_surrounded_in_a_pocket_is_so_by_somebody(
    exhibit: Exhibit, language: str, said: str
) -> None:
    seen = Clock(exhibit).at(HELD)
    (army,) = (one for one in seen if one.formation == "army-40")
    assert said in standing(exhibit, language).told(army, seen, HELD)
    bare = exhibit.model_copy(update={"areas": ()})
    assert said not in standing(bare, language).told(army, seen, HELD)
    alone = [one for one in seen if one.side == army.side]
    assert said not in standing(exhibit, language).told(army, alone, HELD)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_summary_says_when_what_shape_contact_sides_and_doubt(
    exhibit: Exhibit, language: str
) -> None:
    seen = Clock(exhibit).at(HELD)
    teller = standing(exhibit, language)
    said = teller.summary(seen, HELD, "29 October")
    assert said[0].startswith("29 October")
    assert len(said) == 1 + len(teller.in_force(HELD)) + 1 + 2 + 1
    for side in exhibit.sides:
        count = sum(one.side == side.id for one in seen)
        (line,) = (one for one in said if one.startswith(side.name.in_(language)))
        assert str(count) in line
    unsure = sum(one.certainty != "documented" for one in seen)
    assert str(unsure) in said[-1]
    assert str(len(seen)) in said[-1]


def test_those_who_change_sides_are_told_on_their_day_alone(exhibit: Exhibit) -> None:
    day, next_ = dt.datetime(1945, 10, 30, 14), dt.datetime(1945, 10, 31, 14)
    clock, teller = Clock(exhibit), standing(exhibit)
    said = " ".join(teller.summary(clock.at(day), day, ""))
    assert "Changed sides: New 8th Army" in said
    assert "Changed sides: " not in " ".join(teller.summary(clock.at(next_), next_, ""))


def test_what_lies_round_about_is_told_by_distance(small: Exhibit) -> None:
    seen = Clock(small).at(dt.datetime(1746, 4, 15, 20))
    nairn = next(place for place in small.places if place.name.in_("en") == "Nairn")
    told = standing(small).around(nairn.at, seen)
    far = [int(part) for part in re.findall(r"(\d+) km", told)]
    assert far == sorted(far)
    assert len(far) == 3


def test_a_change_is_told_of_those_alone_who_do_something_else(exhibit: Exhibit) -> None:
    clock = Clock(exhibit)
    before, after, later = (clock.at(dt.datetime(1945, 10, 24, hour)) for hour in (21, 22, 23))
    states = {one.formation: one.state for one in before}
    changed = [one for one in after if states.get(one.formation, one.state) != one.state]
    assert len(standing(exhibit).change(before, after)) == len(changed) > 0
    assert standing(exhibit).change(after, after) == []
    assert standing(exhibit).change(before, later) != standing(exhibit).change(before, after)


def test_of_many_changes_their_number_alone_is_told(exhibit: Exhibit) -> None:
    clock = Clock(exhibit)
    before, after = (clock.at(dt.datetime(1945, 10, 24, hour)) for hour in (17, 18))
    (told,) = standing(exhibit).change(before, after)
    assert told == "7 formations do something else now"


@pytest.mark.parametrize(
    ("language", "area", "said"),
    [
        ("en", "cut-yellow-river-anyang", ": torn-up track, from Zhengzhou to Anyang, inferred"),
        ("zh", "cut-yellow-river-anyang", "：铁路被毁，从郑州到安阳，推断"),
        ("en", "siege-linmingguan", ": pocket, at Linmingguan, inferred"),
        ("zh", "siege-linmingguan", "：包围圈，在临洺关，推断"),
        ("en", "line-cuiqu", "line: at Cuiqu, inferred"),
        ("en", "last-pocket", "The last villages: pocket, at Xinzhuang, inferred"),
        ("en", "xiyucao-pocket", "surrounded: at Xiyucao, from popular accounts"),
        ("zh", "line-cuiqu", "防线：在崔曲，推断"),
    ],
)
def test_an_area_says_what_it_is_once_and_a_long_line_from_where_to_where(
    exhibit: Exhibit, language: str, area: str, said: str
) -> None:
    (found,) = (one for one in exhibit.areas if one.id == area)
    assert standing(exhibit, language).area(found).endswith(said)
