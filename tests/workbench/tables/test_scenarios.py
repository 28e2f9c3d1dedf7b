"""Points of GeoJSON and scenarios of the ORBAT Mapper, taken as tables."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from kiosk.exhibit.reader import read_exhibit
from kiosk.workbench.tables.importing import told
from tests.workbench.tables.made import faults, ford, table, written

POINT = {"type": "Point", "coordinates": [0.36, 0.075]}


def features(*geometries: Any) -> str:
    found = [
        {"type": "Feature", "properties": {"name": "Eastwood", "kind": "village"}, "geometry": one}
        for one in geometries
    ]
    return json.dumps({"type": "FeatureCollection", "features": found})


def test_a_point_is_a_place(tmp_path: Path) -> None:
    folder = ford(tmp_path)
    written(table(tmp_path, features(POINT), "woods.geojson"), folder)
    exhibit = read_exhibit(folder).exhibit
    assert exhibit is not None
    assert (exhibit.places[-1].id, exhibit.places[-1].at) == ("eastwood", (0.36, 0.075))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "woods.geojson:1:2: is not JSON (Expecting property name enclosed in double quotes)"),
        ("[]", "woods.geojson: is no collection of features (save it as GeoJSON in WGS 84)"),
        (
            features(POINT, {"type": "LineString", "coordinates": []}),
            "woods.geojson:feature 2: is LineString, not a Point (a file of places holds points"
            " alone; lines and areas go to layers of the map)",
        ),
        (features({"type": "Point"}), "woods.geojson:feature 1: is Point, not a Point"),
    ],
)
def test_what_is_no_point_is_told(tmp_path: Path, text: str, said: str) -> None:
    assert faults(table(tmp_path, text, "woods.geojson"), ford(tmp_path))[0].startswith(said)


def unit(name: str, code: str, **more: Any) -> dict[str, Any]:
    return {"id": name, "name": name, "sidc": code, **more}


BRIGADE, COMPANY, SHIP = "10031000181211000000", "10031000161213000000", "10033000001202000000"
SCENARIO = {
    "type": "ORBAT-mapper",
    "version": "2.0.0",
    "startTime": "1931-06-15T14:00:00+02:00",
    "sides": [
        {
            "name": "South force",
            "groups": [
                {
                    "subUnits": [
                        unit(
                            "Reserve",
                            BRIGADE,
                            location=[0.21, 0.03],
                            subUnits=[unit("1", COMPANY), unit("Boat", SHIP)],
                        ),
                        unit(
                            "Rear",
                            BRIGADE,
                            subUnits=[
                                unit(
                                    "1",
                                    COMPANY,
                                    state=[
                                        {
                                            "t": -1_216_900_800_000,
                                            "location": [0.1, 0.1],
                                            "via": [[0.2, 0.05]],
                                        },
                                        {"t": -1_216_890_000_000, "title": "Tea"},
                                    ],
                                )
                            ],
                        ),
                    ]
                }
            ],
        }
    ],
    "events": [{"title": "Rain", "subTitle": "all night", "startTime": "1931-06-16T02:00:00Z"}],
}


def test_a_scenario_is_units_stations_and_events(tmp_path: Path) -> None:
    folder = ford(tmp_path)
    done = written(table(tmp_path, json.dumps(SCENARIO), "day.odinscenario"), folder)
    exhibit = read_exhibit(folder).exhibit
    text = (folder / "forces.yaml").read_text("utf-8")
    assert exhibit is not None
    assert "  not taken, of no echelon that a symbol shows: Boat" in told(done)
    kinds = [
        (entry.id, entry.values["echelon"], entry.values["arm"], entry.values.get("parent"))
        for entry in done.entries
        if entry.kind == "formations"
    ]
    assert kinds == [
        ("reserve", "brigade", "infantry", None),
        ("reserve-1", "battalion", "cavalry", "reserve"),
        ("rear", "brigade", "infantry", None),
        ("rear-1", "battalion", "cavalry", "rear"),
    ]
    stations = [(entry.owner, entry.id) for entry in done.entries if entry.kind == "stations"]
    start = dt.datetime(1970, 1, 1) - dt.timedelta(seconds=1_216_900_800)
    assert stations == [
        ("reserve", "1931-06-15 12:00"),
        ("rear-1", start.isoformat(" ", "minutes")),
    ]
    assert "via: [[0.2, 0.05]]" in text
    rain = next(entry for entry in done.entries if entry.kind == "events")
    assert (rain.owner, rain.values["text"]) == ("march", "Rain: all night")


def test_what_is_no_scenario_is_told(tmp_path: Path) -> None:
    said = ["x.odinscenario: is no scenario of the ORBAT Mapper"]
    assert faults(table(tmp_path, "{}", "x.odinscenario"), ford(tmp_path)) == said
