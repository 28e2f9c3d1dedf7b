"""The forces: each side's order of battle at the playhead's moment, as a tree in rows."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtQml import QmlElement

from kiosk.exhibit.clock import Clock
from kiosk.exhibit.model import Exhibit
from kiosk.exhibit.ref import Ref
from kiosk.exhibit.vocabulary import Vocabulary
from kiosk.map.signs.symbols import symbol_of
from kiosk.qt.property import Property, QmlUncreatable
from kiosk.qt.rows import Rows, spoken_in
from kiosk.stage.part import Part
from kiosk.telling.locale import Locale
from kiosk.telling.outline.blocks import Member
from kiosk.telling.outline.forces import trees
from kiosk.visit.navigation import Navigation, Sheet
from kiosk.visit.playhead import Playhead

QML_IMPORT_NAME = "Kiosk.Stage"
QML_IMPORT_MAJOR_VERSION = 1


SHOWN = (Sheet.ORDER, Sheet.FIGURES)
"""The sheets with which the trees are seen: their own, and in a talk that of the figures."""


@dataclass(frozen=True)
class Unit:
    """A formation in the tree of a side; `symbol` is its address less the width."""

    key: str
    ref: Ref
    name: str
    brief: str
    depth: int
    trunk: list[bool]
    symbol: str
    doing: str
    strength: str
    came: bool
    gone: bool


@dataclass(frozen=True)
class Party:
    """A side, and the rows of its tree, parents before children."""

    key: str
    name: str
    second: str
    colour: str
    allied: str
    formations: Rows[Unit]


@QmlElement
@QmlUncreatable("The stage owns the forces.")
class Forces(Part):
    """The sides and their trees; kept up while their sheet is open."""

    def __init__(
        self,
        exhibit: Exhibit,
        clock: Clock,
        navigation: Navigation,
        playhead: Playhead,
        locale: Locale,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(exhibit, locale, parent)
        self._clock, self._navigation, self._playhead = clock, navigation, playhead
        self._vocabulary = Vocabulary(exhibit)
        self._trees = {side.id: Rows(Unit, self) for side in exhibit.sides}
        self._sides = Rows(Party, self)
        self.fill()

    @Property(Rows, constant=True)
    def sides(self) -> Rows[Party]:
        """The parties."""
        return self._sides

    @property
    def readable(self) -> str:
        """All that a visitor may read here before they move on."""
        if self._navigation.sheet != Sheet.ORDER:
            return ""
        rows = (row for tree in self._trees.values() for row in tree.rows)
        return " ".join(spoken_in(rows, "name", "doing", "strength"))

    def follow(self) -> None:
        """Part's hook."""
        self.fill()

    def _fill(self) -> None:
        """Says the forces of the moment anew, if they are seen."""
        if self._navigation.sheet not in SHOWN:
            return
        now = trees(self._exhibit, self._clock, self._playhead.moment, self._locale.teller)
        for tree in now:
            self._trees[tree.key].show([_unit(self._vocabulary, member) for member in tree.members])
        self._sides.show(
            [
                Party(
                    tree.key,
                    tree.name,
                    tree.second,
                    tree.colour,
                    tree.allied,
                    self._trees[tree.key],
                )
                for tree in now
            ]
        )


def _unit(words: Vocabulary, member: Member) -> Unit:
    worn = symbol_of(words, member.formation, member.worn, member.state)
    return Unit(
        key=member.key,
        ref=Ref.of("formations", member.key),
        name=member.name,
        brief=member.brief,
        depth=len(member.trunk),
        trunk=[*member.trunk],
        symbol=worn.address,
        doing=member.doing,
        strength=member.strength,
        came=member.came,
        gone=member.gone,
    )
