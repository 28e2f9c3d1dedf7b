"""The phases: touched on the ruler, crossed by the playhead, played."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible

from kiosk.exhibit.model import Exhibit
from kiosk.workbench.layout.eyes import Seen
from tests.meeting import Meet
from tests.window import Visitor

HOUR = dt.timedelta(hours=1)


@pytest.fixture
def visitor(visitor: Visitor) -> Visitor:
    visitor.open("phases")
    return visitor


def segment(visitor: Visitor, phase: int) -> Seen:
    row = visitor.stage.timeline.segments.rows[phase]
    return visitor.button(f"{row.name}, {row.dates}")


def track(visitor: Visitor) -> Seen:
    return visitor.seen(QAccessible.Role.Slider)[0]


def hours_of(visitor: Visitor, moment: dt.datetime) -> float:
    return (moment - visitor.kiosk.exhibit.exhibit.starts) / HOUR


def at_hours(visitor: Visitor, hours: float) -> QPoint:
    """Where on the timeline an hour lies: within its phase, as far as time has passed there."""
    phases = visitor.kiosk.exhibit.phases
    spans = [(hours_of(visitor, phase.starts), hours_of(visitor, phase.ends)) for phase in phases]
    phase = next((i for i, (_, ends) in enumerate(spans) if hours < ends), len(spans) - 1)
    starts, ends = spans[phase]
    areas = [segment(visitor, i).area for i in range(len(spans))]
    begins = [*(area.left() for area in areas), areas[-1].right()]
    share = (hours - starts) / (ends - starts)
    left, right = begins[phase : phase + 2]
    return QPoint(round(left + (right - left) * share), areas[phase].center().toPoint().y())


def test_a_touch_on_the_ruler_opens_the_phase(visitor: Visitor, exhibit: Exhibit) -> None:
    for phase in [*range(1, len(exhibit.phases)), 0]:
        visitor.touch(segment(visitor, phase))
        told = exhibit.phases[phase]
        language = exhibit.exhibit.languages[0]
        assert visitor.stage.navigation.phase == phase
        assert visitor.stage.playhead.moment == told.moment
        assert {told.title.in_(language), told.text.in_(language)} <= set(visitor.texts())


def test_one_segment_is_marked_as_the_phase_at_hand(visitor: Visitor, exhibit: Exhibit) -> None:
    for phase in range(len(exhibit.phases)):
        visitor.touch(segment(visitor, phase))
        marked = [i for i, row in enumerate(visitor.stage.timeline.segments.rows) if row.current]
        assert marked == [phase]


def test_each_phase_looks_at_its_own_view(visitor: Visitor, exhibit: Exhibit) -> None:
    views = exhibit.indexed("views")
    for phase, told in enumerate(exhibit.phases):
        visitor.touch(segment(visitor, phase))
        visitor.settle()
        camera = visitor.stage.camera
        assert camera.destination == camera.fitted(views[told.view].bounds)


def test_the_map_speaks_of_the_text_and_at_another_hour_of_what_happens_then(
    visitor: Visitor, exhibit: Exhibit, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage, spoken = visitor.stage, list[set[str]]()
    situation = stage.situation
    monkeypatch.setattr(situation, "point", lambda _, told=(), **__: spoken.append(set(told)))
    number = next(i for i, phase in enumerate(exhibit.phases) if phase.id == "crossing")
    stage.navigation.openPhase(number)

    assert stage.moment.eventKey == "wedge-jiadi"
    assert spoken[-1] >= {"places/cuiqu", "formations/division-106"}
    assert spoken[-1].isdisjoint({"places/jiadi", "formations/brigade-1"})

    stage.playhead.goTo(dt.datetime(1945, 10, 24, 3))
    assert stage.moment.eventKey == "attack-cuiqu"
    assert spoken[-1] >= {"places/cuiqu", "formations/brigade-1"}


def test_dragging_the_playhead_moves_the_moment_and_the_units(visitor: Visitor) -> None:
    playhead = visitor.stage.playhead
    told = visitor.kiosk.exhibit.phases[0]
    first, last = hours_of(visitor, told.starts) + 6, hours_of(visitor, told.ends) - 6
    visitor.drag(at_hours(visitor, playhead.hours), at_hours(visitor, first))
    before = {r.key: (r.plane_x, r.plane_y) for r in visitor.stage.situation.signs.rows}
    assert playhead.hours == pytest.approx(first, abs=4)
    visitor.drag(at_hours(visitor, first), at_hours(visitor, last))
    after = {r.key: (r.plane_x, r.plane_y) for r in visitor.stage.situation.signs.rows}
    assert playhead.hours == pytest.approx(last, abs=4)
    assert before != after
    assert visitor.stage.navigation.phase == 0


def test_the_drag_can_be_followed_hour_by_hour(visitor: Visitor) -> None:
    passed: list[float] = []
    visitor.stage.playhead.hoursChanged.connect(lambda: passed.append(visitor.stage.playhead.hours))
    visitor.drag(at_hours(visitor, 40), at_hours(visitor, 100), steps=20)
    assert len(passed) > 10
    assert passed == sorted(passed)
    assert all(hours == int(hours) for hours in passed)


def test_crossing_a_phases_end_turns_the_page(visitor: Visitor, exhibit: Exhibit) -> None:
    ends = hours_of(visitor, exhibit.phases[0].ends)
    visitor.drag(at_hours(visitor, ends - 24), at_hours(visitor, ends + 12))
    assert (visitor.screen, visitor.stage.navigation.phase) == ("phases", 1)
    assert visitor.stage.playhead.hours == pytest.approx(ends + 12, abs=4)
    title = exhibit.phases[1].title.in_(exhibit.exhibit.languages[0])
    assert title in visitor.texts()
    visitor.drag(at_hours(visitor, ends + 12), at_hours(visitor, ends - 12))
    assert visitor.stage.navigation.phase == 0


def test_a_drag_beyond_the_ends_stops_at_them(visitor: Visitor) -> None:
    area = track(visitor).area
    y = track(visitor).centre.y()
    visitor.drag(at_hours(visitor, 40), QPoint(round(area.left()) - 200, y))
    assert visitor.stage.playhead.hours == 0
    visitor.drag(at_hours(visitor, 40), QPoint(visitor.window.width() + 50, y))
    assert visitor.stage.playhead.hours == visitor.stage.playhead.span


def choose_another_hour(visitor: Visitor) -> None:
    """By the playhead, six hours before the page's own."""
    hours = visitor.stage.playhead.hours
    visitor.drag(at_hours(visitor, hours), at_hours(visitor, hours - 6))
    visitor.process()


def test_an_hour_back_and_on_are_there_while_another_hour_is_chosen(visitor: Visitor) -> None:
    steps = [visitor.word("hour_back"), visitor.word("hour_on")]
    aside = visitor.word("each_side")

    def shown() -> list[bool]:
        return [visitor.has_button(name) for name in (*steps, aside)]

    assert shown() == [False, False, True]
    choose_another_hour(visitor)
    assert shown() == [True, True, False]
    visitor.touch(visitor.word("play_phase"))
    assert shown() == [False, False, False]
    visitor.touch(visitor.word("pause"))
    assert shown() == [True, True, False]
    visitor.touch(segment(visitor, visitor.stage.navigation.phase))
    assert shown() == [False, False, True]


def test_an_hour_back_and_on_are_there_while_the_playhead_is_held(visitor: Visitor) -> None:
    at = at_hours(visitor, visitor.stage.playhead.hours)
    visitor.down(at)
    for step in range(1, 9):
        visitor.move(at - QPoint(step * 4, 0))
    for step in range(8, -1, -1):
        visitor.move(at - QPoint(step * 4, 0))
    assert not visitor.stage.moment.chosen
    assert visitor.has_button(visitor.word("hour_on"))
    visitor.up(at)
    assert not visitor.has_button(visitor.word("hour_on"))


@pytest.mark.parametrize(("word", "hours"), [("hour_on", 1), ("hour_back", -1)])
@pytest.mark.parametrize("panel", ["phases", "forces", "maps"])
def test_the_playhead_goes_by_single_touches_too(
    visitor: Visitor, panel: str, word: str, hours: int
) -> None:
    visitor.open(panel)
    if panel != "maps":
        choose_another_hour(visitor)
    before = visitor.stage.playhead.moment
    visitor.touch(visitor.word(word))
    assert visitor.stage.playhead.moment - before == hours * HOUR


def test_a_step_button_that_is_held_goes_on(visitor: Visitor) -> None:
    choose_another_hour(visitor)
    playhead, at = visitor.stage.playhead, visitor.button(visitor.word("hour_back")).centre
    before = playhead.hours
    visitor.down(at)
    visitor.time.advance_s(2)
    passed = playhead.hours - before
    assert passed < -5
    visitor.up(at)
    visitor.time.advance_s(2)
    assert playhead.hours == before + passed


def test_play_shows_the_phase_from_its_first_hour_to_its_last(
    visitor: Visitor, exhibit: Exhibit
) -> None:
    playhead = visitor.stage.playhead
    shortest = min(
        range(len(exhibit.phases)),
        key=lambda i: exhibit.phases[i].ends - exhibit.phases[i].starts,
    )
    told = exhibit.phases[shortest]
    visitor.touch(segment(visitor, shortest))
    visitor.touch(visitor.word("play_phase"))
    assert (playhead.playing, playhead.moment) == (True, told.starts)
    assert visitor.has_button(visitor.word("pause"))
    for _ in range(60):
        visitor.time.advance_s(1)
        if not playhead.playing:
            break
    assert not playhead.playing
    assert 0 * HOUR < told.ends - playhead.moment <= HOUR / 60
    visitor.process()
    assert visitor.stage.navigation.phase == shortest
    assert visitor.has_button(visitor.word("play_phase"))


def test_play_pauses_at_a_touch_and_goes_on(visitor: Visitor) -> None:
    playhead = visitor.stage.playhead
    visitor.touch(visitor.word("play_phase"))
    visitor.time.advance_s(2)
    visitor.touch(visitor.word("pause"))
    stood = playhead.hours
    visitor.time.advance_s(2)
    assert (playhead.playing, playhead.hours) == (False, stood)
    visitor.touch(visitor.word("play_phase"))
    assert (playhead.playing, playhead.hours) == (True, stood)


def test_a_hand_on_the_ruler_stops_the_play(visitor: Visitor) -> None:
    visitor.touch(visitor.word("play_phase"))
    hours = visitor.stage.playhead.hours
    visitor.drag(at_hours(visitor, hours), at_hours(visitor, hours + 12))
    assert not visitor.stage.playhead.playing


def test_an_hour_on_stops_the_play(visitor: Visitor) -> None:
    visitor.open("maps")
    visitor.touch(visitor.word("play"))
    assert visitor.stage.playhead.playing
    visitor.stage.playhead.tap(1)
    assert not visitor.stage.playhead.playing


@pytest.mark.parametrize("size", [(1280, 720), (720, 1280)])
def test_hour_day_and_event_stand_in_the_text_while_another_hour_is_shown(
    meet: Meet, exhibit: Exhibit, size: tuple[int, int]
) -> None:
    visitor = meet(size=size, river=False)
    visitor.stand_still()
    visitor.wake()
    visitor.open("phases")
    stage, language = visitor.stage, exhibit.exhibit.languages[0]
    index, told = next(
        (index, event)
        for index, phase in enumerate(exhibit.phases)
        for event in phase.events
        if event.hour_known
    )
    phase = exhibit.phases[index]
    visitor.touch(segment(visitor, index))
    assert phase.question
    rest = [phase.question.in_(language), phase.text.in_(language)]
    assert set(rest) <= set(visitor.texts())
    stage.playhead.goTo(told.at)
    visitor.frame()
    seen = visitor.texts()
    assert set(rest).isdisjoint(seen)
    for words in (phase.title.in_(language), stage.moment.clock, told.text.in_(language)):
        assert str(words) in seen
    assert any(text.startswith(str(stage.moment.day)) for text in seen)
    assert f"{told.at:%H:%M}" == stage.moment.clock

    visitor.touch(f"{stage.moment.eventWhen}: {told.text.in_(language)}")
    visitor.settle()
    assert stage.navigation.sheet == "events"
    visitor.touch(visitor.word("close"))
    visitor.settle()
    visitor.touch(segment(visitor, index))
    assert set(rest) <= set(visitor.texts())


def test_an_event_that_is_touched_brings_its_hour(visitor: Visitor, exhibit: Exhibit) -> None:
    visitor.open_hours()
    told = {f"{row.when}: {row.text}": row for row in visitor.stage.timeline.events.rows}
    shown = [button for button in visitor.buttons() if button.name in told]
    assert shown
    language = exhibit.exhibit.languages[0]
    assert [event.text.in_(language) for event in exhibit.phases[0].events] == [
        row.text for row in told.values()
    ]
    for button in shown:
        if button.area.height() > 10:
            visitor.touch(button)
            assert visitor.stage.playhead.hours == told[button.name].hours
    assert visitor.stage.navigation.phase == 0


def test_the_second_title_stands_apart_from_title_and_days(meet: Meet, exhibit: Exhibit) -> None:
    visitor = meet(size=(1920, 1080), river=False)
    visitor.stand_still()
    visitor.wake()
    for language, other in (("en", "zh"), ("zh", "en")):
        visitor.stage.preferences.chooseLanguage(language)
        for i, phase in enumerate(exhibit.phases):
            visitor.stage.navigation.openPhase(i)
            visitor.settle()
            seen = {text.words: text.area for text in visitor.text_items()}
            second = seen[phase.title.in_(other)]
            for words in (str(visitor.stage.page.overline), phase.title.in_(language)):
                above = second.top() >= seen[words].bottom() - 1
                beside = second.left() - seen[words].right() > 4 * visitor.mm
                assert above or beside, (phase.id, words)


def test_a_button_says_which_picture_it_opens(visitor: Visitor, exhibit: Exhibit) -> None:
    pictures, opened = exhibit.indexed("pictures"), []
    for index, phase in enumerate(exhibit.phases):
        visitor.stage.navigation.openPhase(index)
        visitor.settle()
        for picture in map(pictures.__getitem__, phase.pictures):
            assert picture.short
            short = picture.short.in_("en")
            assert short in visitor.texts()
            visitor.touch(f"{short}: {picture.name.in_('en')}")
            visitor.settle()
            assert picture.name.in_("en") in visitor.texts()
            opened.append(picture.id)
    assert len(opened) > 2
