"""Both sides' lanes along the ruler, and their orders of battle at the playhead's hour."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtQuick import QQuickItem

from kiosk.exhibit.clock import Clock
from kiosk.exhibit.model import Exhibit, Formation
from kiosk.map.signs.symbols import livery, symbol_at
from kiosk.stage.forces import Unit
from kiosk.stage.lanes import Lane
from tests.meeting import SMALL, Meet
from tests.window import Visitor, spans, walk

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


def words_under(visitor: Visitor, side: int) -> set[str]:
    """The words of a side's tree in the sheet, in sight or further down."""
    tree = visitor.named("OrderOfBattle")[side]
    texts = [item for item in walk(tree) if item.inherits("QQuickText") and item.isVisible()]
    return {str(item.property("text")) for item in texts}


@pytest.fixture
def forces(visitor: Visitor) -> Visitor:
    visitor.open("forces")
    return visitor


@pytest.fixture
def order(forces: Visitor) -> Visitor:
    forces.touch(forces.word("order"))
    forces.settle()
    return forces


def lanes(visitor: Visitor) -> list[Lane]:
    return [lane for bank in visitor.stage.lanes.banks.rows for lane in bank.lanes.rows]


def spoken(visitor: Visitor, lane: Lane) -> str:
    return f"{lane.name}{visitor.word('comma')}{lane.said}"


def test_a_touched_lane_opens_its_formations_card(forces: Visitor, exhibit: Exhibit) -> None:
    told = {spoken(forces, lane): lane for lane in lanes(forces)}
    shown = [button.name for button in forces.buttons() if button.name in told]
    for bank in forces.stage.lanes.banks.rows:
        assert {spoken(forces, lane) for lane in bank.lanes.rows} & set(shown)
    for button in shown:
        forces.touch(button)
        forces.settle()
        assert forces.stage.navigation.card == told[button].ref
        name = exhibit.entry(told[button].ref).name.in_(exhibit.exhibit.languages[0])
        assert forces.stage.card.title == name
        forces.touch(forces.word("close"))
        forces.settle()


def test_the_line_of_the_hour_gives_way_to_words(forces: Visitor) -> None:
    struck = 0
    for day in range(14, 32):
        forces.stage.playhead.goTo(dt.datetime(1945, 10, day, 15))
        forces.settle()
        for line in forces.named("LaneHour"):
            row = line.parentItem().parentItem()
            at = line.mapToScene(QPointF(line.width() / 2, line.height() / 2))
            spoken = [item for item in walk(row) if is_words(item) and area(item).contains(at)]
            struck += bool(spoken)
            assert not (line.isVisible() and spoken), (day, spoken[0].property("text"))
    assert struck > 10


def test_no_stretch_bears_a_single_pair_of_teeth(forces: Visitor) -> None:
    teeth = [item for item in forces.named("Teeth") if item.isVisible()]
    assert min(item.width() / item.height() for item in teeth) >= 2


def is_words(item: QQuickItem) -> bool:
    return item.inherits("QQuickText") and item.isVisible() and bool(item.property("text"))


def area(item: QQuickItem) -> QRectF:
    return item.mapRectToScene(QRectF(0, 0, float(item.property("implicitWidth")), item.height()))


@pytest.mark.parametrize("size", [(1280, 720), (1600, 1200)])
def test_lanes_lie_on_the_rulers_own_line(meet: Meet, size: tuple[int, int]) -> None:
    visitor = meet(size=size, river=False)
    visitor.stand_still()
    visitor.wake()
    visitor.open("forces")
    (ruler,) = visitor.named("ruler")
    line = ruler.mapRectToScene(QRectF(0, 0, ruler.width(), ruler.height()))
    told = {spoken(visitor, lane) for lane in lanes(visitor)}
    shown = [button for button in visitor.buttons() if button.name in told]
    assert shown
    for lane in shown:
        assert lane.whole.left() + lane.item.property("trackLeft") == line.left()
        assert lane.item.property("trackWidth") == line.width()


def test_a_lane_ends_where_its_formation_changed_sides(forces: Visitor, exhibit: Exhibit) -> None:
    told = {lane.key: lane for lane in lanes(forces)}
    sides = [bank.key for bank in forces.stage.lanes.banks.rows]
    crossed = [change for change in changes(exhibit) if change[0].id in told]
    assert crossed
    for formation, moment, to in crossed:
        forces.stage.playhead.goTo(moment)
        lane = told[formation.id]
        assert lane.finishes == pytest.approx(forces.stage.timeline.share)
        assert sides[lane.joins] == to
    stayed = set(told) - {formation.id for formation, _, _ in changes(exhibit)}
    assert all(told[key].joins == -1 for key in stayed)


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920)], ids=["wide", "upright"])
def test_how_many_changed_sides_is_read_beside_the_band_that_crosses(
    meet: Meet, size: tuple[int, int]
) -> None:
    visitor = meet(size=size, river=False)
    visitor.stand_still()
    visitor.wake()
    for language in ("en", "zh"):
        visitor.stage.preferences.chooseLanguage(language)
        visitor.open("forces")
        (crossing,) = {lane.crossing for lane in lanes(visitor) if lane.crossing}
        (label,) = (text for text in visitor.text_items() if text.words == crossing)
        area = QRectF(label.area)
        others = [text for text in visitor.text_items() if text.words != crossing]
        assert not [text.words for text in others if QRectF(text.area).intersects(area)]


def test_every_formation_stands_with_its_side(order: Visitor, exhibit: Exhibit) -> None:
    clock = Clock(exhibit)
    moment = order.stage.playhead.moment
    wanted: dict[str, set[str]] = {side.id: set() for side in exhibit.sides}
    for formation in exhibit.formations:
        wanted[clock.side_at(formation.id, moment)].add(formation.id)
    shown = {
        row.key: [unit.key for unit in row.formations.rows if not unit.gone]
        for row in order.stage.forces.sides.rows
    }
    assert {side: set(keys) for side, keys in shown.items()} == wanted
    assert sum(len(keys) for keys in shown.values()) == len(exhibit.formations)


def test_a_parent_stands_before_its_children(order: Visitor, exhibit: Exhibit) -> None:
    parents = {formation.id: formation.parent for formation in exhibit.formations}
    for row in order.stage.forces.sides.rows:
        depth: dict[str, int] = {}
        for unit in row.formations.rows:
            parent = parents[unit.key]
            assert unit.depth == (depth[parent] + 1 if parent in depth else 0)
            depth[unit.key] = unit.depth


def test_who_changes_sides_moves_to_the_other_tree_at_that_minute(
    order: Visitor, exhibit: Exhibit
) -> None:
    told = changes(exhibit)
    assert told
    for formation, moment, to in told:
        order.stage.playhead.goTo(moment - MINUTE)
        before = trees(order)
        assert not unit_of(order, formation.side, formation.id).gone
        order.stage.playhead.goTo(moment)
        after = trees(order)
        assert formation.id in before[formation.side]
        assert formation.id not in before[to]
        assert formation.id in after[to]
        assert unit_of(order, to, formation.id).came
        worn = symbol_at(unit_of(order, to, formation.id).symbol.split("/", 3)[3]).side
        assert worn == livery(exhibit.indexed("sides")[to])
        # The side that was left keeps a line that says so.
        assert unit_of(order, formation.side, formation.id).gone


def test_the_change_is_seen_on_the_screen_and_undone_by_going_back(
    order: Visitor, exhibit: Exhibit
) -> None:
    formation, moment, to = min(changes(exhibit), key=lambda change: change[0].importance)
    sides = [side.id for side in exhibit.sides]
    language = exhibit.exhibit.languages[0]
    names = {name.in_(language) for name in (formation.name, formation.label) if name}
    for when, side in ((moment, to), (moment - MINUTE, formation.side)):
        order.stage.playhead.goTo(when)
        order.process()
        assert names & words_under(order, sides.index(side))
        if side == formation.side:
            assert not names & words_under(order, sides.index(to))


def test_read_on_reaches_the_end_of_a_long_tree(order: Visitor) -> None:
    panes = order.reading()
    for _ in range(sum(len(spans(pane)) for pane in panes)):
        for button in [b for b in order.buttons() if b.name == order.word("page_down")][:1]:
            order.touch(button)
    assert [pane.property("page") for pane in panes] == [len(spans(pane)) - 1 for pane in panes]
    assert not order.has_button(order.word("page_down"))
    assert order.has_button(order.word("page_up"))


def test_a_touched_formation_opens_its_card_and_is_marked_on_the_map(
    order: Visitor, exhibit: Exhibit
) -> None:
    stage = order.stage
    rows = {unit.name: unit for side in stage.forces.sides.rows for unit in side.formations.rows}
    shown = [button for button in order.buttons() if button.name in rows]
    assert len(shown) >= 4
    for button in shown:
        unit = rows[button.name]
        assert order.value(button.name) == ", ".join(filter(None, (unit.doing, unit.strength)))
    order.touch(shown[1])
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
    visitor.touch(visitor.word("order"))
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


@pytest.mark.parametrize("size", [(1280, 720), (720, 1280)])
def test_no_more_lanes_are_made_than_have_room(meet: Meet, size: tuple[int, int]) -> None:
    visitor = meet(size=size, river=False)
    visitor.stand_still()
    visitor.wake()
    for percent in (100, 200):
        visitor.stage.preferences.setTextScale(percent)
        visitor.open("forces")
        banks = visitor.named("LaneBank")
        assert len(banks) == len(visitor.stage.lanes.banks.rows)
        for bank, told in zip(banks, visitor.stage.lanes.banks.rows, strict=True):
            assert len(told.lanes.rows) == bank.property("most")


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920), (1600, 1200)], ids=str)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_became_of_a_formation_stands_on_no_teeth(
    meet: Meet, size: tuple[int, int], language: str
) -> None:
    visitor = meet(size=size, river=False)
    visitor.wake()
    visitor.open("forces")
    visitor.stage.preferences.chooseLanguage(language)
    visitor.settle()
    teeth = [area_of(item) for item in visitor.named("Teeth") if item.isVisible()]
    fates = {
        lane.fate
        for bank in visitor.stage.lanes.banks.rows
        for lane in bank.lanes.rows
        if lane.ended
    }
    assert teeth
    assert fates
    found = [item for item in visitor.text_items() if item.words in fates]
    assert found
    for fate in found:
        area = area_of(fate.item)
        assert [one for one in teeth if area.intersects(one)] == [], (fate.words, area)


def area_of(item: QQuickItem) -> QRectF:
    """Where an item lies in the window."""
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))
