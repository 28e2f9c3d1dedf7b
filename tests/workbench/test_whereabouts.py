"""`kiosk at`: the whole answer for programs, and how it is laid out for people."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from kiosk.exhibit.model import Exhibit
from kiosk.workbench.whereabouts import NoSuchMoment, as_json, as_text, moment_of


def unit(id_: str, side: str, lon: float, lat: float, km: float, status: str) -> dict[str, object]:
    return {
        "id": id_,
        "side": side,
        "lon": lon,
        "lat": lat,
        "uncertainty_km": km,
        "status": status,
        "sources": ["outline"],
    }


@pytest.mark.parametrize(
    ("moment", "units"),
    [
        (
            "1746-04-16T13:00",
            [
                unit("government-army", "government", -4.094, 57.478, 1, "attacking"),
                unit("jacobite-army", "jacobite", -4.094, 57.478, 1, "defending"),
                unit("rearguard", "jacobite", -4.137, 57.489, 0.5, "waiting"),
            ],
        ),
        (
            "1746-04-16T08:30",  # half-way from Nairn, by a point on the way
            [
                unit("government-army", "government", -3.97631, 57.52868, 3.7, "marching"),
                unit("jacobite-army", "jacobite", -4.094, 57.478, 1, "defending"),
                unit("rearguard", "jacobite", -4.137, 57.489, 0.5, "waiting"),
            ],
        ),
    ],
)
def test_the_answer_for_programs(
    small: Exhibit, moment: str, units: list[dict[str, object]]
) -> None:
    answer = json.loads(as_json(small, moment_of(small, moment)))
    assert answer == {"time": moment, "units": units}


def test_the_answer_for_people(small: Exhibit) -> None:
    assert as_text(small, moment_of(small, "1746-04-16 13:00")).splitlines() == [
        "1746-04-16 13:00",
        "formation        side            lon      lat  ± km  status",
        "government-army  government  -4.0940  57.4780   1.0  attacking",
        "jacobite-army    jacobite    -4.0940  57.4780   1.0  defending",
        "rearguard        jacobite    -4.1370  57.4890   0.5  waiting",
    ]


def test_before_anyone_is_on_the_map(small: Exhibit) -> None:
    empty = small.model_copy(update={"formations": ()})
    moment = dt.datetime(1746, 4, 16)
    assert json.loads(as_json(empty, moment))["units"] == []
    assert as_text(empty, moment).splitlines()[1:] == ["No formation is on the map yet."]


@pytest.mark.parametrize("moment", ["1746-04-15 06:00", "1746-04-16T18:00", " 1746-04-16 "])
def test_the_first_and_the_last_moment_can_be_asked_for(small: Exhibit, moment: str) -> None:
    assert moment_of(small, moment) == dt.datetime.fromisoformat(moment.strip())


@pytest.mark.parametrize("moment", ["1746-04-15 05:59", "1746-04-16 18:01", "noon", ""])
def test_no_other_moment_can(small: Exhibit, moment: str) -> None:
    with pytest.raises(NoSuchMoment):
        moment_of(small, moment)
