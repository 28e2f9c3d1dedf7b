"""Night over the ground: when it falls, and where it is not told."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtQuick import QQuickItem

from kiosk.exhibit.model import Exhibit
from kiosk.exhibit.sky import place_of, sky_at, sky_over
from kiosk.map.ground.palette import TABLE
from kiosk.stage.night import Night
from kiosk.visit.navigation import Screen
from kiosk.visit.playhead import Playhead
from tests.exhibit.made import timed
from tests.meeting import Meet
from tests.pixels import hues
from tests.qt.fake_time import FakeTime
from tests.window import Visitor

AT = dt.datetime.fromisoformat
DUSK, NOON, MIDNIGHT = AT("1945-10-24 18:00"), AT("1945-10-24 12:00"), AT("1945-10-29 00:00")


class Fallen:
    """A night with its playhead."""

    def __init__(self, exhibit: Exhibit) -> None:
        self.time = FakeTime()
        self.playhead = Playhead(exhibit.exhibit.starts, exhibit.exhibit.ends, self.time)
        self.night = Night(exhibit, self.playhead)
        self.told: list[float] = []
        self.night.changed.connect(lambda: self.told.append(self.night.depth))

    def go(self, moment: dt.datetime) -> float:
        self.playhead.goTo(moment)
        return float(self.night.depth)


@pytest.fixture
def fallen(exhibit: Exhibit) -> Fallen:
    return Fallen(exhibit)


def test_it_is_as_dark_as_the_sky_over_the_map(fallen: Fallen, exhibit: Exhibit) -> None:
    for hour in range(48):
        moment = NOON + dt.timedelta(hours=hour)
        sky = sky_at(moment, place_of(exhibit), exhibit.exhibit.utc_offset_hours)
        assert fallen.go(moment) == sky.darkness
    assert {0.0, 1.0} <= {round(depth, 1) for depth in fallen.told}


def test_dusk_falls_in_a_few_steps_that_only_grow_darker(fallen: Fallen) -> None:
    fallen.go(AT("1945-10-29 17:00"))
    for minute in range(0, 120):
        fallen.go(AT("1945-10-29 17:00") + dt.timedelta(minutes=minute))
    assert 4 <= len(fallen.told) <= 8
    assert fallen.told == sorted(fallen.told)
    assert fallen.told[-1] == 1


@pytest.mark.parametrize("screen", [Screen.HOME, Screen.PHASES, Screen.LESSONS])
def test_a_stop_at_rest_stands_for_days_and_is_not_dark(fallen: Fallen, screen: Screen) -> None:
    fallen.night.rest(screen, MIDNIGHT)
    assert fallen.go(MIDNIGHT) == 0
    assert fallen.go(MIDNIGHT + dt.timedelta(hours=1)) > 0
    fallen.go(MIDNIGHT)
    fallen.playhead.play()
    assert fallen.night.depth == 1
    fallen.playhead.pause()
    assert fallen.night.depth == 0


@pytest.mark.parametrize(
    ("card", "sheet", "depth"),
    [("", "", 0), ("", "comfort", 0), ("", "menu", 0), ("people/gao", "", 1), ("", "events", 1)],
)
def test_beside_what_lies_over_a_stop_the_map_is_as_dark_as_its_hour(
    fallen: Fallen, card: str, sheet: str, depth: float
) -> None:
    fallen.night.rest(Screen.PHASES, MIDNIGHT)
    fallen.go(MIDNIGHT)
    fallen.night.cover(card, sheet)
    assert fallen.night.depth == depth
    fallen.night.cover("", "")
    assert fallen.night.depth == 0


@pytest.mark.parametrize("screen", [Screen.MAPS, Screen.DECISIONS])
def test_a_screen_of_an_hour_is_as_dark_as_that_hour(fallen: Fallen, screen: Screen) -> None:
    fallen.night.rest(screen, MIDNIGHT)
    assert fallen.go(MIDNIGHT) == 1


def without_hours(exhibit: Exhibit) -> Exhibit:
    return timed(exhibit, known=False)


def over_years(exhibit: Exhibit) -> Exhibit:
    ends = exhibit.exhibit.starts + dt.timedelta(days=900)
    return exhibit.model_copy(update={"exhibit": exhibit.exhibit.model_copy(update={"ends": ends})})


@pytest.mark.parametrize("changed", [without_hours, over_years])
def test_where_nights_are_not_told_there_is_none(exhibit: Exhibit, changed: object) -> None:
    assert callable(changed)
    fallen = Fallen(changed(exhibit))
    assert fallen.go(MIDNIGHT) == 0
    assert fallen.told == []


# ------------------------------------------------------------ on the screen


def begun(meet: Meet, *, painted: bool = False) -> Visitor:
    """Somebody who reads the second phase."""
    visitor = meet(painted=painted)
    visitor.stand_still()
    visitor.wake()
    visitor.stage.navigation.openPhase(1)
    visitor.settle()
    return visitor


def wash(visitor: Visitor) -> QQuickItem:
    (item,) = visitor.named("Night")
    return item


def seen(visitor: Visitor) -> set[str]:
    """The colours of every second pixel of the map's free part."""
    left, top, width, height = map(round, visitor.stage.camera.focus)
    return hues(visitor.window.grabWindow().copy(left, top, width, height), 2)


def test_the_ground_is_washed_and_what_stands_on_it_is_not(meet: Meet, exhibit: Exhibit) -> None:
    phase = begun(meet, painted=True)
    sides = {side.colour for side in exhibit.sides}
    ground = {TABLE.water, TABLE.rail}
    assert ground | sides <= seen(phase)
    phase.stage.playhead.goTo(AT("1945-10-25 00:00"))
    phase.settle()
    assert wash(phase).opacity() == pytest.approx(phase.stage.night.depth)
    night = seen(phase)
    assert sides <= night
    assert not ground & night


def test_in_high_contrast_no_night_falls(meet: Meet) -> None:
    phase = begun(meet)
    phase.stage.playhead.goTo(MIDNIGHT)
    phase.stage.preferences.toggleHighContrast()
    phase.settle()
    assert not wash(phase).isVisible()


def test_a_slide_of_the_show_stands_for_days_unless_it_tells_an_hour(meet: Meet) -> None:
    passer_by = meet()
    stage = passer_by.stage
    by_the_hour = []
    for index, slide in enumerate(stage.exhibit.attract):
        event = stage.exhibit.event(slide.event)
        stage.show.turn_to(index)
        passer_by.process()
        passer_by.time.advance_s(slide.seconds - 1)
        passer_by.process()
        if event is not None and event.hour_known:
            by_the_hour.append(slide)
            sky = sky_over(stage.exhibit, event.at)
            assert stage.night.depth == pytest.approx(sky.darkness)
        else:
            assert stage.night.depth == 0
    assert by_the_hour
