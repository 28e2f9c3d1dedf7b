"""The key of the map: every sign that this exhibit's map may show, with its drawing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

from kiosk.exhibit.model import (
    ENDED,
    AreaKind,
    Arm,
    Certainty,
    Echelon,
    Exhibit,
    State,
)
from kiosk.map.ground.palette import TABLE
from kiosk.map.signs.marches import Manner
from kiosk.map.signs.strokes import Sample
from kiosk.map.signs.style import PLACE_SIGNS
from kiosk.map.signs.symbols import Symbol, livery
from kiosk.telling.locale import Teller

Kind = TypeVar("Kind", bound=StrEnum)


@dataclass(frozen=True)
class LegendEntry:
    """A sign of the map and its meaning; without a sign, a meaning alone."""

    key: str
    sign: Symbol | Sample | None
    text: str

    @property
    def source(self) -> str:
        """The address of the sign's picture less the width; "" without one."""
        return self.sign.address if self.sign else ""


Meaning = tuple[Symbol | Sample | None, str]


def legend(exhibit: Exhibit, teller: Teller) -> list[LegendEntry]:
    """The signs of an exhibit's map with their meanings."""
    meanings = [*_symbols(exhibit, teller), *_samples(exhibit, teller)]
    return [LegendEntry(str(i), sign, text) for i, (sign, text) in enumerate(meanings)]


def _symbols(exhibit: Exhibit, teller: Teller) -> Iterator[Meaning]:
    """Sides, sizes, arms, ends, and how surely a place is known."""
    say, sides, forces = teller.phrases.say, exhibit.sides, exhibit.formations
    first, last = livery(sides[0]), livery(sides[-1])
    usual = Symbol(first, Echelon.DIVISION, Arm.INFANTRY, State.WAITING)
    for side in sides:
        yield replace(usual, side=livery(side), echelon=Echelon.CORPS), teller.lead(side.name)
    for echelon in _used(Echelon, {formation.echelon for formation in forces}):
        yield replace(usual, echelon=echelon), say(f"echelon_{echelon}")
    for arm in _used(Arm, {formation.arm for formation in forces}):
        yield replace(usual, arm=arm), say(f"arm_{arm}")
    stations = [station for formation in forces for station in formation.track]
    for state in _used(State, {station.state for station in stations} & ENDED):
        yield replace(usual, state=state), say(f"legend_{state}")
    if any(station.side for station in stations):
        turned = replace(usual, side=last, state=State.CHANGED_SIDES, former=first)
        yield turned, say(f"legend_{State.CHANGED_SIDES}")
    known = {station.certainty for station in stations}
    if Certainty.NARRATED in known:
        yield replace(usual, certainty=Certainty.NARRATED), say("legend_narrated")
    if known & {Certainty.COMPUTED, Certainty.INFERRED}:
        yield replace(usual, certainty=Certainty.INFERRED), say("legend_reckoned")
    yield None, say("legend_pip")


def _samples(exhibit: Exhibit, teller: Teller) -> Iterator[Meaning]:
    """Arrows, areas, doubt, bridges."""
    say, colour = teller.phrases.say, exhibit.sides[0].colour
    for kind in (*Manner, "inferred", "ring"):
        yield Sample(kind, colour), say(f"legend_{kind}")
    for area in _used(AreaKind, {area.kind for area in exhibit.areas}):
        yield Sample(area, colour), say(f"legend_{area}")
    places = {place.kind for place in exhibit.places}
    for sign in PLACE_SIGNS:
        if sign in places:
            yield Sample(sign, TABLE.line), say(f"legend_{sign}")


def _used(kinds: type[Kind], used: set[Kind]) -> list[Kind]:
    """Those of `kinds` that are `used`, in the order of the schema."""
    return [kind for kind in kinds if kind in used]
