"""Who stands where, in words."""

from __future__ import annotations

import datetime as dt
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
        (-4.225, 57.578, "11 km north of Inverness", "Inverness以北约11公里"),
        (-4.10, 57.42, "10 km south-east of Inverness", "Inverness以东南约10公里"),
        (-4.35, 57.478, "7 km west of Inverness", "Inverness以西约7公里"),
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
