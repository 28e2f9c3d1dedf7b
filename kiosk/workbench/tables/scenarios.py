"""Scenarios of the ORBAT Mapper (.odinscenario) as tables: units, where they stood, events.

The form is that of its versions 1 to 3: sides with groups of units, each with states at moments.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kiosk.exhibit.model import Arm, Echelon
from kiosk.exhibit.reading.lookalikes import as_id
from kiosk.workbench.tables.features import loaded, table
from kiosk.workbench.tables.grid import Grid, refused

ECHELONS = {
    "14": Echelon.PLATOON,
    "15": Echelon.COMPANY,
    "16": Echelon.BATTALION,
    "17": Echelon.REGIMENT,
    "18": Echelon.BRIGADE,
    "21": Echelon.DIVISION,
    "22": Echelon.CORPS,
    "23": Echelon.ARMY,
    "24": Echelon.ARMY_GROUP,
    "25": Echelon.REGION,
}
"""The echelons of a symbol's code by its digits 9 and 10, as APP-6D has them."""
ARMS = {
    "1205": Arm.ARMOUR,
    "1211": Arm.INFANTRY,
    "1213": Arm.CAVALRY,
    "1303": Arm.ARTILLERY,
    "1407": Arm.ENGINEER,
}
"""The arms of a symbol's code by its digits 11 to 14, as APP-6D has them; scouts are cavalry."""

FEW = 5
"""The units that are left out by name."""

_Row = tuple[str, dict[str, str]]


@dataclass(frozen=True)
class Unit:
    """A unit of a scenario: as it is written, its side's name, the unit above it."""

    said: dict[str, Any]
    side: str
    above: Unit | None

    @property
    def name(self) -> str:
        return str(self.said.get("name") or "")

    @property
    def code(self) -> str:
        return str(self.said.get("sidc") or "").ljust(20, "0")

    @property
    def echelon(self) -> str:
        """The size that its symbol shows, of those on land; "" for none that is drawn here."""
        return ECHELONS.get(self.code[8:10], "") if self.code[4:6] == "10" else ""


def read(path: Path, offset: dt.timedelta) -> list[Grid]:
    """The tables of a scenario; `offset` is local time less UTC. Raises NotTaken."""
    root = loaded(path)
    if not isinstance(root, dict) or root.get("type") != "ORBAT-mapper":
        raise refused(path.name, "is no scenario of the ORBAT Mapper")
    written = [unit for side in _dicts(root, "sides") for unit in _units_of(side)]
    units = [unit for unit in written if unit.echelon]
    ids = _ids(units)
    start = root.get("startTime")
    file = path.name
    formations = [_formation(file, unit, ids) for unit in units]
    stations = [row for unit in units for row in _stations(file, unit, ids, start, offset)]
    events = [_event(file, event, offset) for event in _dicts(root, "events")]
    tables = {"formations": formations, "stations": stations, "events": events}
    notes = tuple(_left_out([unit for unit in written if not unit.echelon]))
    return [
        table(file, name, rows, notes if name == "formations" else ())
        for name, rows in tables.items()
        if rows
    ]


def _left_out(units: list[Unit]) -> Iterator[str]:
    """The line that says which units no map symbol has a size for: ships, aircraft, squads."""
    if units:
        few = ", ".join(unit.name for unit in units[:FEW])
        more = f" and {len(units) - FEW} more" if len(units) > FEW else ""
        yield f"not taken, of no echelon that a symbol shows: {few}{more}"


def _dicts(value: dict[str, Any], key: str) -> list[dict[str, Any]]:
    found = value.get(key)
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def _units_of(side: dict[str, Any]) -> Iterator[Unit]:
    name = str(side.get("name") or "")
    for group in (*_dicts(side, "groups"), side):
        for unit in _dicts(group, "subUnits"):
            yield from _below(Unit(unit, name, None))


def _below(unit: Unit) -> Iterator[Unit]:
    yield unit
    for sub in _dicts(unit.said, "subUnits"):
        yield from _below(Unit(sub, unit.side, unit))


def _ids(units: list[Unit]) -> dict[int, str]:
    """The id of each unit: its name, with that of the unit above where several have it."""
    count = Counter(as_id(unit.name) for unit in units)
    return {
        id(unit.said): as_id(
            f"{unit.above.name} {unit.name}"
            if unit.above and count[as_id(unit.name)] > 1
            else unit.name
        )
        for unit in units
    }


def _formation(file: str, unit: Unit, ids: dict[int, str]) -> _Row:
    return f"{file}:{unit.name}", {
        "id": ids[id(unit.said)],
        "name": unit.name,
        "label": str(unit.said.get("shortName") or ""),
        "side": unit.side,
        "parent": ids.get(id(unit.above.said), "") if unit.above else "",
        "echelon": unit.echelon,
        "arm": ARMS.get(unit.code[10:14], ""),
        "about": str(unit.said.get("description") or ""),
    }


def _stations(
    file: str, unit: Unit, ids: dict[int, str], start: Any, offset: dt.timedelta
) -> Iterator[_Row]:
    first = {"t": start, "location": unit.said.get("location")}
    for state in (first, *_dicts(unit.said, "state")):
        place = state.get("location")
        if isinstance(place, list) and len(place) >= 2 and state.get("t") is not None:
            via = state.get("via") if isinstance(state.get("via"), list) else []
            yield (
                f"{file}:{unit.name}",
                {
                    "formation": ids[id(unit.said)],
                    "starts": _local(state["t"], offset),
                    "longitude": _rounded(place[0]),
                    "latitude": _rounded(place[1]),
                    "via": "; ".join(
                        f"{_rounded(lon)} {_rounded(lat)}" for lon, lat, *_ in via or ()
                    ),
                },
            )


def _event(file: str, event: dict[str, Any], offset: dt.timedelta) -> _Row:
    title, line = (str(event.get(key) or "") for key in ("title", "subTitle"))
    return f"{file}:{title}", {
        "at": _local(event.get("startTime"), offset),
        "text": ": ".join(part for part in (title, line) if part),
    }


def _rounded(degrees: Any) -> str:
    return f"{degrees:.5f}".rstrip("0").rstrip(".") if isinstance(degrees, float) else str(degrees)


def _local(moment: Any, offset: dt.timedelta) -> str:
    """A moment in local time: from milliseconds since 1970, or with its zone."""
    try:
        if isinstance(moment, int | float):
            when = dt.datetime(1970, 1, 1) + dt.timedelta(milliseconds=moment) + offset
        else:
            when = dt.datetime.fromisoformat(str(moment))
            if when.tzinfo:
                when = (when.astimezone(dt.UTC) + offset).replace(tzinfo=None)
    except (ValueError, OverflowError):
        return str(moment)
    return when.isoformat(" ", "minutes")
