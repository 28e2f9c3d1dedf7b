"""The key of the map: every sign that this exhibit's map may show, with its drawing."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import TypeVar

from kiosk.exhibit.model import (
    AreaKind,
    Arm,
    Certainty,
    Echelon,
    Exhibit,
    PlaceKind,
    State,
)
from kiosk.map.ground.palette import TABLE
from kiosk.map.signs.marches import Manner
from kiosk.map.signs.symbols import livery
from kiosk.telling.locale import Row, Teller

Kind = TypeVar("Kind", bound=StrEnum)

SIGNS = (PlaceKind.BRIDGE, PlaceKind.FERRY)
"""The places that have a sign of their own."""


def legend(exhibit: Exhibit, teller: Teller) -> list[Row]:
    """One row a sign; `symbol` is the address of its picture less the width, "" without one."""
    rows = [*_symbols(exhibit, teller), *_marks(exhibit, teller)]
    return [
        {"key": str(i), "symbol": symbol, "text": text} for i, (symbol, text) in enumerate(rows)
    ]


def _symbols(exhibit: Exhibit, teller: Teller) -> Iterator[tuple[str, str]]:
    """Sides, sizes, arms, what formations do, and how surely that is known."""
    say, sides, forces = teller.phrases.say, exhibit.sides, exhibit.formations
    first, last = livery(sides[0]), livery(sides[-1])
    for side in sides:
        yield f"symbols/{livery(side)}/corps/infantry/waiting", teller.lead(side.name)
    for echelon in _used(Echelon, {formation.echelon for formation in forces}):
        yield f"symbols/{first}/{echelon}/infantry/waiting", say(f"echelon_{echelon}")
    for arm in _used(Arm, {formation.arm for formation in forces}):
        yield f"symbols/{first}/division/{arm}/waiting", say(f"arm_{arm}")
    stations = [station for formation in forces for station in formation.track]
    states = {state for station in stations for state in (station.state, station.approach)}
    for state in _used(State, states - {State.WAITING, State.CHANGED_SIDES}):
        yield f"symbols/{first}/division/infantry/{state}", say(f"legend_{state}")
    if any(station.side for station in stations):
        turned = f"symbols/{last}/division/infantry/{State.CHANGED_SIDES}/from={first}"
        yield turned, say(f"legend_{State.CHANGED_SIDES}")
    if any(station.certainty is not Certainty.DOCUMENTED for station in stations):
        yield f"symbols/{first}/division/infantry/waiting/assumed=1", say("legend_assumed")
    yield "", say("legend_pip")


def _marks(exhibit: Exhibit, teller: Teller) -> Iterator[tuple[str, str]]:
    """Arrows, areas, doubt, bridges."""
    say, colour = teller.phrases.say, exhibit.sides[0].colour[1:]
    for kind in (*Manner, "inferred", "ring"):
        yield f"marks/{kind}/{colour}", say(f"legend_{kind}")
    for area in _used(AreaKind, {area.kind for area in exhibit.areas}):
        yield f"marks/{area}/{colour}", say(f"legend_{area}")
    places = {place.kind for place in exhibit.places}
    for sign in SIGNS:
        if sign in places:
            yield f"marks/{sign}/{TABLE.line[1:]}", say(f"legend_{sign}")


def _used(kinds: type[Kind], used: set[Kind]) -> list[Kind]:
    """Those of `kinds` that are `used`, in the order of the schema."""
    return [kind for kind in kinds if kind in used]
