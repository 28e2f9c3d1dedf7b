"""The lanes of the forces: along the ruler, what each side's main formations did and became."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache, partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.exhibit.clock import Clock
from kiosk.exhibit.model import Exhibit, State
from kiosk.exhibit.ref import Ref
from kiosk.exhibit.vocabulary import Vocabulary
from kiosk.map.ground.palette import TABLE
from kiosk.map.signs.symbols import symbol_of
from kiosk.qt.property import Property, QmlUncreatable
from kiosk.qt.rows import Rows, spoken_in
from kiosk.stage.part import Part
from kiosk.stage.timescale import timescale_of
from kiosk.telling.locale import Locale
from kiosk.telling.outline import blocks
from kiosk.telling.outline.lanes import banks
from kiosk.visit.navigation import Navigation, Screen
from kiosk.visit.playhead import HOUR

QML_IMPORT_NAME = "Kiosk.Stage"
QML_IMPORT_MAJOR_VERSION = 1

MOST = 6
"""The lanes of a side until it is known how many have room."""

KEPT = 8
"""The tellings that are kept: by language, and by how many lanes have room."""


@dataclass(frozen=True)
class Span:
    """A stretch of a lane, in words for much room and for little; shares of the ruler, 0..1."""

    key: str
    doing: str
    brief: str
    begins: float
    finishes: float
    besieged: bool


@dataclass(frozen=True)
class Lane:
    """A formation along the ruler: its shares of it, 0..1, until it changed sides or ended.

    `symbol` is an address less the width, which is `wide` times the height of its frame. `joins`
    is the number of the side that it went over to, -1 where it stayed. `before` says that nothing
    is known of it until it begins, "" where it begins with the ruler. `label` is its short name.
    All that is told of it beside its name is `said`.
    """

    key: str
    ref: Ref
    name: str
    label: str
    commander: str
    symbol: str
    wide: float
    rank: int
    begins: float
    finishes: float
    joins: int
    joined: str
    crossing: str
    before: str
    ended: bool
    fate: str
    said: str
    spans: Rows[Span]


@dataclass(frozen=True)
class Bank:
    """A side, and the lanes of its formations; `foe` is the colour of who may surround them."""

    key: str
    name: str
    second: str
    colour: str
    strength: str
    foe: str
    lanes: Rows[Lane]


@QmlElement
@QmlUncreatable("The stage owns the lanes.")
class Lanes(Part):
    """The sides with their lanes; filled when the screen of the forces opens."""

    def __init__(
        self,
        exhibit: Exhibit,
        clock: Clock,
        navigation: Navigation,
        locale: Locale,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(exhibit, locale, parent)
        self._colours = {side.id: side.colour for side in exhibit.sides}
        self._clock, self._navigation = clock, navigation
        self._scale, self._zero = timescale_of(exhibit), exhibit.exhibit.starts
        self._vocabulary = Vocabulary(exhibit)
        self._lanes = {side.id: Rows(Lane, self) for side in exhibit.sides}
        self._spans: dict[str, Rows[Span]] = {}
        self._banks = Rows(Bank, self)
        self._most = MOST
        self._told = lru_cache(KEPT)(partial(banks, exhibit, clock))

    @Property(Rows, constant=True)
    def banks(self) -> Rows[Bank]:
        """The sides."""
        return self._banks

    @property
    def readable(self) -> str:
        """All that a visitor may read here before they move on."""
        if self._navigation.screen != Screen.FORCES:
            return ""
        rows = (row for lanes in self._lanes.values() for row in lanes.rows)
        return " ".join(spoken_in(rows, "name", "commander", "fate"))

    @Slot(int)
    def takeRoom(self, most: int) -> None:
        """Takes how many lanes of a side have room; no others are made."""
        if most != self._most:
            self._most = most
            self._fill_lanes()

    def _fill_lanes(self) -> tuple[blocks.Bank, ...]:
        told = self._told(self._locale.teller, self._most)
        order = [bank.key for bank in told]
        for bank in told:
            for lane in bank.lanes:
                self._spans_of(lane).show(
                    [self._span(f"{lane.key} {i}", span) for i, span in enumerate(lane.spans)]
                )
            self._lanes[bank.key].show([self._lane(bank, lane, order) for lane in bank.lanes])
        return told

    def _spans_of(self, lane: blocks.Lane) -> Rows[Span]:
        if lane.key not in self._spans:
            self._spans[lane.key] = Rows(Span, self)
        return self._spans[lane.key]

    def _fill(self) -> None:
        if self._navigation.screen != Screen.FORCES:
            return
        told = self._fill_lanes()
        self._banks.show(
            [
                Bank(
                    bank.key,
                    bank.name,
                    bank.second,
                    bank.side.colour,
                    bank.strength,
                    self._foe(bank),
                    self._lanes[bank.key],
                )
                for bank in told
            ]
        )

    def _foe(self, bank: blocks.Bank) -> str:
        """The colour of the other side's lines; of several that of words."""
        others = [one.colour for one in self._exhibit.sides if one.id != bank.key]
        return TABLE.line_of(others[0]).name() if len(others) == 1 else TABLE.line

    def _lane(self, bank: blocks.Bank, lane: blocks.Lane, order: list[str]) -> Lane:
        formation, teller = lane.formation, self._locale.teller
        number = teller.lead(formation.number)
        worn = symbol_of(self._vocabulary, formation, bank.side, text=number)
        last = lane.changed or lane.ended or lane.spans[-1].ends
        crossing = ""
        foremost = min((one.rank for one in bank.lanes if one.joins == lane.joins), default=0)
        if lane.changed and lane.strength and lane.rank == foremost:
            crossing = teller.phrases.say("changes_sides", lane.strength)
        before = teller.phrases.say("no_record") if lane.spans[0].starts > self._zero else ""
        doings = [one.doing for one in lane.spans]
        comma = str(teller.phrases.words["comma"])
        said = comma.join(filter(None, (lane.commander, before, *doings, lane.fate)))
        return Lane(
            key=lane.key,
            ref=Ref.of("formations", lane.key),
            name=lane.name,
            label=lane.label,
            commander=lane.commander,
            symbol=worn.address,
            wide=worn.size(1.0)[0],
            rank=lane.rank,
            begins=self._share_of(lane.spans[0].starts),
            finishes=self._share_of(last),
            joins=order.index(lane.joins) if lane.joins in order else -1,
            joined=self._colours.get(lane.joins, ""),
            crossing=crossing,
            before=before,
            ended=lane.ended is not None,
            fate=lane.fate,
            said=said,
            spans=self._spans_of(lane),
        )

    def _span(self, key: str, span: blocks.Span) -> Span:
        return Span(
            key,
            span.doing,
            span.brief,
            self._share_of(span.starts),
            self._share_of(span.ends),
            span.state is State.BESIEGED,
        )

    def _share_of(self, moment: dt.datetime) -> float:
        return self._scale.share_of((moment - self._zero) / HOUR)
