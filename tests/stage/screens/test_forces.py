"""Both sides face to face, at the hour that the playhead stands on."""

from __future__ import annotations

import datetime as dt

import pytest

from kiosk.exhibit.clock import Clock
from kiosk.exhibit.model import Exhibit, Formation
from kiosk.map.signs.symbols import livery, symbol_at
from kiosk.stage.forces import Unit
from tests.meeting import SMALL, Meet
from tests.window import Visitor, spans

MINUTE = dt.timedelta(minutes=1)


def changes(exhibit: Exhibit) -> list[tuple[Formation, dt.datetime, str]]:
    """Who goes over to which side, and when."""
    found = []
    for formation in exhibit.formations:
        side = formation.side
        for station in formation.track:
            if station.side and station.side != side:
                side = station.side
                found.append((formation, station.starts, side))
    return found


def trees(visitor: Visitor) -> dict[str, list[str]]:
    """Each side's formations in their order."""
    return {
        row.key: [unit.key for unit in row.formations.rows]
        for row in visitor.stage.forces.sides.rows
    }


def unit_of(visitor: Visitor, side: str, formation: str) -> Unit:
    """A formation's line in a side's tree."""
    row = next(row for row in visitor.stage.forces.sides.rows if row.key == side)
    return next(unit for unit in row.formations.rows if unit.key == formation)


def names_on(visitor: Visitor, left: bool) -> set[str]:
    """The words on one half of the screen that are in a text that can be scrolled."""
    found = set()
    for text in visitor.text_items():
        here = text.centre.x() < visitor.window.width() / 2
        if text.scrolled and here is left:
            found.add(str(text.item.property("text")))
    return found


@pytest.fixture
def forces(visitor: Visitor) -> Visitor:
    visitor.open("forces")
    return visitor


def test_every_formation_stands_with_its_side(forces: Visitor, exhibit: Exhibit) -> None:
    clock = Clock(exhibit)
    moment = forces.stage.playhead.moment
    wanted: dict[str, set[str]] = {side.id: set() for side in exhibit.sides}
    for formation in exhibit.formations:
        wanted[clock.side_at(formation.id, moment)].add(formation.id)
    shown = trees(forces)
    assert {side: set(keys) for side, keys in shown.items()} == wanted
    assert sum(len(keys) for keys in shown.values()) == len(exhibit.formations)


def test_a_parent_stands_before_its_children(forces: Visitor, exhibit: Exhibit) -> None:
    parents = {formation.id: formation.parent for formation in exhibit.formations}
    for row in forces.stage.forces.sides.rows:
        depth: dict[str, int] = {}
        for unit in row.formations.rows:
            parent = parents[unit.key]
            assert unit.depth == (depth[parent] + 1 if parent in depth else 0)
            depth[unit.key] = unit.depth


def test_who_changes_sides_moves_to_the_other_tree_at_that_minute(
    forces: Visitor, exhibit: Exhibit
) -> None:
    told = changes(exhibit)
    assert told
    for formation, moment, to in told:
        forces.stage.playhead.goTo(moment - MINUTE)
        before = trees(forces)
        assert not unit_of(forces, formation.side, formation.id).gone
        forces.stage.playhead.goTo(moment)
        after = trees(forces)
        assert formation.id in before[formation.side]
        assert formation.id not in before[to]
        assert formation.id in after[to]
        assert unit_of(forces, to, formation.id).came
        worn = symbol_at(unit_of(forces, to, formation.id).symbol.split("/", 3)[3]).side
        assert worn == livery(exhibit.indexed("sides")[to])
        # The side that was left keeps a line that says so.
        assert unit_of(forces, formation.side, formation.id).gone


def test_the_change_is_seen_on_the_screen_and_undone_by_going_back(
    forces: Visitor, exhibit: Exhibit
) -> None:
    formation, moment, to = min(changes(exhibit), key=lambda change: change[0].importance)
    sides = [side.id for side in exhibit.sides]
    language = exhibit.exhibit.languages[0]
    names = {name.in_(language) for name in (formation.name, formation.label) if name}
    for when, side in ((moment, to), (moment - MINUTE, formation.side)):
        forces.stage.playhead.goTo(when)
        forces.process()
        tree = trees(forces)[side]
        reveal(forces, sides.index(side), tree.index(formation.id) / len(tree))
        assert names & names_on(forces, left=side == sides[0])
        if side == formation.side:
            assert not names & names_on(forces, left=side != sides[0])


def reveal(visitor: Visitor, side: int, share: float) -> None:
    """Turns a side's tree to the page on which `share` of it stands."""
    pane = visitor.reading()[side]
    pages = spans(pane)
    at = share * pages[-1][1] if pages else 0
    pane.setProperty("page", next((i for i, (_, end) in enumerate(pages) if at < end), 0))
    visitor.process()


def test_read_on_reaches_the_end_of_a_long_tree(forces: Visitor) -> None:
    panes = forces.reading()
    for _ in range(sum(len(spans(pane)) for pane in panes)):
        for button in [b for b in forces.buttons() if b.name == forces.word("page_down")][:1]:
            forces.touch(button)
    assert [pane.property("page") for pane in panes] == [len(spans(pane)) - 1 for pane in panes]
    assert not forces.has_button(forces.word("page_down"))
    assert forces.has_button(forces.word("page_up"))


def test_a_touched_formation_opens_its_card_and_is_marked_on_the_map(
    forces: Visitor, exhibit: Exhibit
) -> None:
    stage = forces.stage
    rows = {
        f"{unit.name} {unit.doing}": unit
        for side in stage.forces.sides.rows
        for unit in side.formations.rows
    }
    shown = [button for button in forces.buttons() if button.name in rows]
    assert len(shown) >= 4
    forces.touch(shown[1])
    unit = rows[shown[1].name]
    assert stage.navigation.card == unit.ref
    assert stage.card.title == unit.name
    marked = [row.key for row in stage.situation.signs.rows if row.chosen]
    assert marked == [unit.key]


def test_strength_is_told_as_the_range_of_all_voices(meet: Meet, small: Exhibit) -> None:
    visitor = meet(SMALL)
    visitor.stand_still()
    visitor.wake()
    visitor.open("forces")
    told = {
        unit.key: unit.strength
        for side in visitor.stage.forces.sides.rows
        for unit in side.formations.rows
    }
    assert told == {
        "government-army": "7,500 to 8,000",
        "dragoons": "",
        "jacobite-army": "5,000 to 6,000",
        "rearguard": "",
    }
