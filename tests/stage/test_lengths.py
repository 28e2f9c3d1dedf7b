"""Exhibits of an afternoon and of thirty years: what their ruler tells, how they step and play."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication

from kiosk.exhibit.model import Exhibit
from kiosk.machine.folders import resources
from kiosk.stage.timeline import Timeline
from kiosk.telling.locale import Locale
from kiosk.visit.navigation import Navigation
from kiosk.visit.playhead import HOUR, Playhead
from kiosk.workbench.layout.eyes import Text
from tests.lasting import many_phases, thirty_years
from tests.meeting import SMALL, Meet, read
from tests.qt.fake_time import FakeTime
from tests.window import Visitor

SETS = SMALL.parent


@pytest.fixture(params=["ancient", "thirty-years", "year-long"])
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    name = str(request.param)
    return thirty_years(tmp_path / name) if name == "thirty-years" else SETS / name


def named_on_the_ruler(visitor: Visitor) -> list[Text]:
    """The names of units that are seen, from left to right."""
    names = {day.name for day in visitor.stage.timeline.days.rows}
    found = [
        text
        for text in visitor.look().texts
        if text.words in names and text.inside(lambda seen: seen.title == "ruler")
    ]
    return sorted(found, key=lambda text: text.bounds.left())


RULERS = {
    "ancient": ["12:00", "13:00", "14:00", "15:00", "16:00", "17:00", "18:00", "19:00"],
    "thirty-years": ["1701", "1705", "1710", "1715", "1720", "1725", "1730"],
    "year-long": [
        *("Sep", "Nov", "Dec", "1789", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep"),
        "Oct",  # of the first year it has no room beside the September that is cut short
    ],
}
STEPS = {"ancient": "hour_on", "thirty-years": "year_on", "year-long": "month_on"}
SHEETS = {
    "ancient": "Hour by hour",
    "thirty-years": "Year by year",
    "year-long": "Month by month",
}


def test_the_ruler_tells_its_units_and_a_step_is_one(folder: Path, meet: Meet) -> None:
    visitor = meet(folder, (1280, 720))
    visitor.wake()
    visitor.open("phases")
    visitor.settle()
    shown = named_on_the_ruler(visitor)
    assert [text.words for text in shown] == RULERS[folder.name]
    for text, next_ in itertools.pairwise(shown):
        assert text.bounds.right() < next_.bounds.left()
    assert visitor.word("what_happened") == SHEETS[folder.name]

    (slider,) = visitor.seen(QAccessible.Role.Slider)
    slider.item.forceActiveFocus()
    starts, ruler = visitor.kiosk.exhibit.exhibit.starts, visitor.stage.timeline
    before = visitor.stage.playhead.moment
    visitor.key(Qt.Key.Key_Right)
    visitor.settle()
    assert visitor.has_button(visitor.word(STEPS[folder.name]))
    passed = visitor.stage.playhead.moment - before
    assert starts <= before
    assert 0 < passed / HOUR <= 1.02 * ruler.stepHours
    visitor.key(Qt.Key.Key_Left)
    assert visitor.stage.playhead.moment <= before


def made(exhibit: Exhibit, time: FakeTime) -> tuple[Timeline, Playhead, Navigation]:
    main = exhibit.exhibit
    navigation, playhead = Navigation(exhibit), Playhead(main.starts, main.ends, time)
    locale = Locale(exhibit, resources() / "words")
    return Timeline(exhibit, navigation, playhead, locale), playhead, navigation


def test_a_phase_plays_for_half_a_minute_or_a_minute_however_long_it_is(
    qapp: QGuiApplication, folder: Path
) -> None:
    exhibit, time = read(folder), FakeTime()
    timeline, playhead, navigation = made(exhibit, time)
    for index, phase in enumerate(exhibit.phases):
        navigation.openPhase(index)
        playhead.goTo(phase.moment)
        began_ms = time.now_ms()
        timeline.playPhase()
        assert playhead.playing
        while playhead.playing:
            time.advance(100)
        assert 24 <= (time.now_ms() - began_ms) / 1000 <= 61, phase.id
        assert phase.starts <= playhead.moment < phase.ends


def test_upright_hours_are_named_as_have_room(meet: Meet) -> None:
    visitor = meet(SETS / "ancient", (720, 1280))
    visitor.wake()
    visitor.open("phases")
    visitor.settle()
    shown = named_on_the_ruler(visitor)
    assert [text.words for text in shown] == ["12:00", "14:00", "16:00", "18:00"]
    for text, next_ in itertools.pairwise(shown):
        assert text.bounds.right() < next_.bounds.left()


@pytest.mark.parametrize("leftward", [False, True], ids=["rightward", "leftward"])
@pytest.mark.parametrize("size", [(1280, 720), (720, 1280)], ids=["landscape", "upright"])
def test_phases_without_room_are_told_by_numbers_and_chosen_from_a_list(
    size: tuple[int, int], leftward: bool, meet: Meet, tmp_path: Path
) -> None:
    folder = many_phases(tmp_path / "many")
    if leftward:
        exhibit = folder / "exhibit.yaml"
        exhibit.write_text(exhibit.read_text("utf-8").replace('"en"', '"ar"'), "utf-8")
    visitor = meet(folder, size)
    visitor.wake()
    visitor.open("phases")
    visitor.settle()
    rows = visitor.stage.timeline.segments.rows

    (slider,) = visitor.seen(QAccessible.Role.Slider)
    ruler = slider.area
    told = [text for text in visitor.look().texts if ruler.contains(text.bounds.center())]
    words = {text.words for text in told}
    assert rows[0].name in words
    assert len({row.number for row in rows[1:]} & words) >= len(rows) / 2 - 1
    assert not {row.name for row in rows[1:]} & words
    for one, other in itertools.combinations(told, 2):
        assert not one.bounds.intersects(other.bounds), (one.words, other.words)

    share = 0.03 if leftward else 0.97
    visitor.touch_at(QPoint(round(ruler.left() + share * ruler.width()), round(ruler.center().y())))
    visitor.settle()
    comma = visitor.word("comma")
    last = comma.join((rows[-1].number, rows[-1].name, rows[-1].dates))
    asked = max(
        (seen for seen in visitor.buttons() if seen.name == last),
        key=lambda seen: seen.area.width(),
    )
    assert min(asked.area.width(), asked.area.height()) >= 20 * visitor.mm - 1
    visitor.touch(asked)
    visitor.settle()
    assert (visitor.stage.navigation.phase, visitor.stage.navigation.sheet) == (23, "")

    third = comma.join((rows[2].number, rows[2].name, rows[2].dates))
    visitor.button(third).item.forceActiveFocus()
    visitor.key(Qt.Key.Key_Return)
    visitor.settle()
    assert visitor.stage.navigation.phase == 2
