"""The forces: each side's order of battle at the playhead's moment, as a tree in rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtQml import QmlElement

from kiosk.exhibit.clock import Clock
from kiosk.exhibit.model import Exhibit, Formation, State
from kiosk.map.signs.symbols import symbol_of
from kiosk.qt.property import Property, QmlUncreatable
from kiosk.qt.rows import Rows, spoken_in
from kiosk.stage.part import Part
from kiosk.telling.locale import Locale, Row
from kiosk.visit.navigation import Navigation, Screen
from kiosk.visit.playhead import Playhead

QML_IMPORT_NAME = "Kiosk.Stage"
QML_IMPORT_MAJOR_VERSION = 1

TREE = (
    *("key", "ref", "name", "brief", "depth", "trunk", "symbol", "doing", "strength"),
    *("came", "gone"),
)
"""The roles of a formation's row."""


@QmlElement
@QmlUncreatable("The stage owns the forces.")
class Forces(Part):
    """Who is on which side; kept up while the screen of the forces is open."""

    def __init__(
        self,
        exhibit: Exhibit,
        clock: Clock,
        navigation: Navigation,
        playhead: Playhead,
        locale: Locale,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(locale, parent)
        self._exhibit, self._clock = exhibit, clock
        self._navigation, self._playhead = navigation, playhead
        self._names = exhibit.indexed("sides")
        self._trees: dict[str, Rows[Any]] = {side.id: Rows(TREE, self) for side in exhibit.sides}
        self._sides: Rows[Any] = Rows(("key", "name", "second", "colour", "formations"), self)
        self.fill()

    @Property(Rows, constant=True)
    def sides(self) -> Rows[Any]:
        """The parties; `formations` are the rows of each one's tree, parents before children."""
        return self._sides

    @property
    def told(self) -> str:
        """All that a visitor may read here before they move on."""
        rows = (row for tree in self._trees.values() for row in tree.rows)
        return " ".join(spoken_in(rows, "name", "doing", "strength"))

    def _fill(self) -> None:
        """Says the forces of the moment anew, if they are seen."""
        if self._navigation.screen != Screen.FORCES:
            return
        moment = self._playhead.moment
        now = {f.id: self._clock.side_at(f.id, moment) for f in self._exhibit.formations}
        rows = []
        for side in self._exhibit.sides:
            tree = self._trees[side.id]
            tree.show(list(self._tree(side.id, now)))
            names = self._locale.teller.names(side.name)
            rows.append({"key": side.id, **names, "colour": side.colour, "formations": tree})
        self._sides.show(rows)

    def _tree(self, side: str, sides: dict[str, str]) -> Iterator[Row]:
        """Who is on a side, who came to it first; and, struck out, who has left it."""
        mine = [f for f in self._exhibit.formations if side in (f.side, sides[f.id])]
        members = {f.id for f in mine if sides[f.id] == side}
        children: dict[str | None, list[Formation]] = {}
        for formation in mine:
            gone = sides[formation.id] != side
            if gone and formation.parent and sides[formation.parent] != side:
                continue
            parent = formation.parent if formation.parent in members else None
            children.setdefault(parent, []).append(formation)

        def walk(parent: str | None, trunk: list[bool]) -> Iterator[Row]:
            siblings = children.get(parent, [])
            for formation in siblings:
                branch = [*trunk, formation is not siblings[-1]]
                yield self._tree_row(formation, side, sides[formation.id], branch)
                yield from walk(formation.id, branch)

        children.get(None, []).sort(key=lambda formation: formation.side == side)
        yield from walk(None, [])

    def _tree_row(self, formation: Formation, side: str, now: str, branch: list[bool]) -> Row:
        """A row of the tree; `branch` says of each level whether more of it follows."""
        sighting = self._clock.sighting(formation.id, self._playhead.moment)
        state = sighting.state if sighting else State.WAITING
        gone, came = side != now, side != formation.side
        symbol = symbol_of(formation, self._names[side], State.WAITING if gone else state)
        doing = "" if state == State.WAITING else self._locale.teller.phrases.say(f"state_{state}")
        if came and state != State.CHANGED_SIDES:
            turned = self._locale.teller.phrases.say(f"state_{State.CHANGED_SIDES}")
            doing = " · ".join(filter(None, (turned, doing)))
        return {
            "key": formation.id,
            "ref": f"formations/{formation.id}",
            "name": self._locale.teller.lead(formation.name),
            "brief": self._locale.teller.lead(formation.label or formation.name),
            "depth": len(branch) - 1,
            "trunk": branch[1:],
            "symbol": symbol.address,
            "sign": symbol,
            "doing": f"→ {self._locale.teller.lead(self._names[now].name)}" if gone else doing,
            "strength": "" if gone else self._locale.teller.strength(formation.strength),
            "came": came,
            "gone": gone,
        }
