"""The key of the map: every sign that is shown, drawn as on the map, with its meaning."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import islice, pairwise
from typing import TypeVar

from kiosk.exhibit.model import (
    ENDED,
    AreaKind,
    Certainty,
    Exhibit,
    LayerStyle,
    OwnArm,
    State,
)
from kiosk.exhibit.vocabulary import Vocabulary
from kiosk.map.boxes import Box
from kiosk.map.ground.palette import TABLE
from kiosk.map.picture import MapPicture
from kiosk.map.signs.marches import DrawnArea, Manner, Past
from kiosk.map.signs.strokes import POINTER, SIGNS, TICKS, Sample
from kiosk.map.signs.style import BODY_MM, PLACE_SIGNS
from kiosk.map.signs.symbols import Livery, Symbol, livery, symbol_of
from kiosk.map.viewport import PlaneBox, PlanePoint
from kiosk.telling.locale import Teller

Kind = TypeVar("Kind", bound=StrEnum)

SURENESS: Mapping[str, frozenset[Certainty]] = {
    "documented": frozenset({Certainty.DOCUMENTED}),
    "narrated": frozenset({Certainty.NARRATED}),
    "reckoned": frozenset({Certainty.COMPUTED, Certainty.INFERRED}),
}
"""The certainties that are told apart, by their words: unbroken, in long and in short dashes."""


WIDE = 4
"""The most characters that a symbol has without being wide."""


class Group(StrEnum):
    """The lists of the key."""

    BODIES = "bodies"
    LINES = "lines"
    GROUND = "ground"


@dataclass(frozen=True)
class LegendEntry:
    """A sign of the map, its name and what it means, in a list of the key."""

    key: str
    group: Group
    sign: Symbol | Sample
    name: str
    text: str = ""

    @property
    def source(self) -> str:
        """The address of the sign's picture less the width."""
        return self.sign.address

    @property
    def wide_mm(self) -> float:
        """The width of the sign on a screen."""
        return self.sign.size(BODY_MM)[0] if isinstance(self.sign, Symbol) else self.sign.wide_mm


@dataclass(frozen=True)
class Shown:
    """All that a map shows or may show; marks have the index and the colour of a side.

    Symbols of `arms` are drawn without their number somewhere beside the map.
    """

    symbols: frozenset[Symbol] = frozenset()
    squares: frozenset[str] = frozenset()
    marks: frozenset[Sample] = frozenset()
    styles: frozenset[LayerStyle] = frozenset()
    night: bool = False
    arms: frozenset[str] = frozenset()


def shown_on(
    picture: MapPicture, view: PlaneBox, styles: Collection[LayerStyle] = (), *, night: bool = False
) -> Shown:
    """All of a picture that is seen in a view of the plane, over ground of some styles."""
    whole = [sign for sign in picture.signs if not sign.square]
    arrows = [arrow for arrow in picture.arrows if _is_seen(arrow.way, view)]
    areas = [area for area in picture.areas if _is_seen(_around(area), view)]
    pasts = [past for past in picture.pasts if _is_seen(_around(past), view)]
    rings = [ring for ring in picture.rings if _is_seen([(ring.x, ring.y)], view, ring.radius)]
    marks = {Sample(arrow.manner, arrow.colour, arrow.side) for arrow in arrows}
    marks |= {Sample(area.kind, area.colour, area.side) for area in areas}
    sieges = (siege for area in areas for siege in area.sieges)
    marks |= {Sample("besiegers", siege.colour, siege.side) for siege in sieges}
    marks |= {Sample("past", past.colour) for past in pasts}
    marks |= {Sample("ring", ring.colour) for ring in rings}
    marks |= {Sample(name.sign, TABLE.line) for name in picture.names if name.dot and name.sign}
    marks |= {Sample(POINTER, TABLE.line) for _ in picture.edges}
    symbols = [replace(sign.symbol, chosen=sign.chosen) for sign in whole]
    return Shown(
        frozenset(symbols),
        frozenset(sign.colour for sign in picture.signs if sign.square),
        frozenset(marks),
        frozenset(styles),
        night,
    )


def _around(what: DrawnArea | Past) -> Sequence[PlanePoint]:
    """The line of an area, of a ring back to where it begins."""
    return (*what.points, what.points[0]) if what.closed else what.points


def _is_seen(line: Sequence[PlanePoint], view: PlaneBox, reach: float = 0.0) -> bool:
    """True if a line, or what reaches so far about a point, comes into a view."""
    seen = Box(*view).grown(reach, reach)
    return seen.covers(line[0]) or any(map(seen.is_cut, pairwise(line)))


def shown_in(exhibit: Exhibit, language: str) -> Shown:
    """All that the maps and the trees of an exhibit may show where nobody chooses anything."""
    sides, order = exhibit.indexed("sides"), list(exhibit.indexed("sides"))
    words, symbols, marks = Vocabulary(exhibit), set(), set()
    for formation in exhibit.formations:
        side, text = formation.side, formation.number.in_(language) if formation.number else ""
        for station in formation.track:
            left, side = side, station.side or side
            worn, sure = sides[side], station.certainty
            former = sides[left] if left != side else None
            symbol = symbol_of(
                words, formation, worn, station.state, sure, former=former, text=text
            )
            symbols.add(symbol)
            if len(formation.track) > 1:
                fled = station.approach is State.WITHDRAWING
                manner = Manner.RETREAT if fled else Manner.MARCH
                marks.add(Sample(manner, worn.colour, order.index(side)))
            if station.attacks:
                marks.add(Sample(Manner.ATTACK, worn.colour, order.index(side)))
    for area in exhibit.areas:
        colour = sides[area.side].colour if area.side else TABLE.muted
        marks |= {Sample(area.kind, colour, order.index(area.side) if area.side else 0)}
        marks |= {Sample("past", colour)}
        if area.kind is AreaKind.POCKET:
            others = [side for side in order if area.side and side != area.side]
            marks |= {Sample("besiegers", sides[key].colour, order.index(key)) for key in others}
    found = {place.kind for place in exhibit.places}
    marks |= {Sample(kind, TABLE.line) for kind in PLACE_SIGNS if kind in found}
    squares = {sides[formation.side].colour for formation in exhibit.formations}
    styles = {layer.style for layer in exhibit.map.layers}
    arms = {formation.arm for formation in exhibit.formations}
    return Shown(
        frozenset(symbols),
        frozenset(squares),
        frozenset(marks),
        frozenset(styles),
        arms=frozenset(arms),
    )


def legend(exhibit: Exhibit, teller: Teller, shown: Shown) -> list[LegendEntry]:
    """The signs that are shown with their meanings, and nothing else."""
    groups: tuple[tuple[Group, Callable[[Exhibit, Teller, Shown], Iterator[Meaning]]], ...] = (
        (Group.BODIES, _bodies),
        (Group.LINES, _lines),
        (Group.GROUND, _ground),
    )
    return [
        LegendEntry(f"{group}/{i}", group, *meaning)
        for group, meanings in groups
        for i, meaning in enumerate(meanings(exhibit, teller, shown))
    ]


Meaning = tuple[Symbol | Sample, str, str]


def _bodies(exhibit: Exhibit, teller: Teller, shown: Shown) -> Iterator[Meaning]:
    """Sides, sizes, arms, how surely a place is known, ends, and what is chosen."""
    say = teller.phrases.say
    every = sorted(shown.symbols, key=lambda symbol: (len(symbol.text), symbol.address))
    alive = [symbol for symbol in every if symbol.state not in ENDED]
    plain: dict[Livery, Symbol] = {}
    for symbol in (*alive, *every):
        plain.setdefault(symbol.side, _plain(symbol))

    def short(symbol: Symbol) -> Symbol:
        """A symbol with no more than its size; the shortest of its side for one that is wide."""
        brief = len(symbol.text) <= WIDE
        if brief:
            return _plain(symbol)
        return replace(plain[symbol.side], echelon=symbol.echelon, marks=symbol.marks)

    def told(word: str, found: Iterable[Symbol], *fields: str) -> Iterator[Meaning]:
        """The first of some symbols, with no more than what is told of it."""
        for symbol in islice(found, 1):
            taken = {field: getattr(symbol, field) for field in fields}
            yield replace(short(symbol), **taken), say(word), say(f"{word}_text")

    for side in exhibit.sides:
        if any(symbol.side == livery(side) for symbol in alive):
            shape = say(f"shape_{livery(side).shape}")
            yield plain[livery(side)], teller.lead(side.name), shape
    words = Vocabulary(exhibit)
    for echelon in words.in_order({symbol.echelon for symbol in every}):
        of_it = short(next(symbol for symbol in every if symbol.echelon == echelon))
        own = words.echelons.get(echelon)
        name = teller.lead(own.name) if own else say(f"echelon_{echelon}")
        yield of_it, name, _marked(of_it) if of_it.size_marks else say("no_marks")
    for arm in words.arms_of(shown.arms | {symbol.arm for symbol in every if symbol.tells_arm}):
        for symbol in [*(symbol for symbol in every if symbol.arm == arm), *every][:1]:
            bare = replace(short(symbol), arm=arm, sign=words.sign(arm), text="")
            yield bare, *_called(teller, words.arms.get(arm), arm)
    for word, sure in SURENESS.items():
        known = (symbol for symbol in alive if symbol.certainty in sure)
        yield from told(f"legend_{word}", known, "certainty")
    for state in _used(State, {symbol.state for symbol in every} & ENDED):
        over = (symbol for symbol in every if symbol.state is state)
        yield from told(f"legend_{state}", over, "state")
    yield from told("legend_changed-sides", (s for s in alive if s.former), "former")
    yield from told("legend_chosen", (s for s in every if s.chosen), "chosen")
    if shown.squares:
        sample = Sample("square", min(shown.squares))
        yield sample, say("legend_square"), say("legend_square_text")


def _marked(symbol: Symbol) -> str:
    """The marks of a symbol as letters; "" where letters don't look so."""
    marks = symbol.size_marks
    return marks if marks.strip("XI") == "" else ""


def _called(teller: Teller, own: OwnArm | None, arm: str) -> tuple[str, str]:
    """The name of an arm and what its drawing shows."""
    if own:
        return teller.lead(own.name), teller.lead(own.text)
    return teller.phrases.say(f"arm_{arm}"), teller.phrases.say(f"arm_{arm}_text")


def _plain(symbol: Symbol) -> Symbol:
    """A symbol that says no more than side, size and number."""
    sure = Certainty.DOCUMENTED
    return replace(symbol, state=State.WAITING, certainty=sure, former=None, chosen=False)


def _lines(exhibit: Exhibit, teller: Teller, shown: Shown) -> Iterator[Meaning]:
    """Marches of each side; of all else one: attacks, withdrawals, areas, the past, ticks."""
    say = teller.phrases.say
    marks = sorted(shown.marks, key=lambda sample: (sample.side, sample.colour))
    for i, side in enumerate(exhibit.sides):
        march = Sample(Manner.MARCH, side.colour, i)
        if march in shown.marks:
            yield march, say("legend_march"), teller.lead(side.name)
    kinds = ("attack", "retreat", "front", "ambush", "pocket", "besiegers", "cut", "past", "ring")
    for kind in (*kinds, *SIGNS, *TICKS):
        found = [sample for sample in marks if sample.kind == kind]
        if found:
            yield found[0], say(f"legend_{kind}"), say(f"legend_{kind}_text")


def _ground(exhibit: Exhibit, teller: Teller, shown: Shown) -> Iterator[Meaning]:
    """The first layer of each style, by its own name, and the night; light and shadow are none."""
    told = {LayerStyle.SHADE, LayerStyle.SCAN}
    for layer in exhibit.map.layers:
        if layer.style in shown.styles and layer.style not in told:
            told.add(layer.style)
            yield Sample(layer.style, TABLE.line), teller.lead(layer.name), ""
    if shown.night:
        yield Sample("night", TABLE.line), teller.phrases.say("legend_night"), ""


def _used(kinds: type[Kind], used: Iterable[Kind]) -> list[Kind]:
    """Those of `kinds` that are `used`, in the order of the schema."""
    there = set(used)
    return [kind for kind in kinds if kind in there]
