"""Exhibits of an afternoon and of thirty years: what their ruler tells, how they step and play."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication

from kiosk.exhibit.model import Exhibit
from kiosk.machine.folders import resources
from kiosk.stage.timeline import Timeline
from kiosk.telling.locale import Locale
from kiosk.visit.navigation import Navigation
from kiosk.visit.playhead import HOUR, Playhead
from kiosk.workbench.layout.eyes import Text
from tests.lasting import thirty_years
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
