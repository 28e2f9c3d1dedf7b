"""The moment as it is told: the hour, the sky, the last event."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from pathlib import Path

import pytest

from kiosk.exhibit.model import Exhibit
from kiosk.exhibit.reading.edtf import moment_from
from kiosk.machine import folders
from kiosk.stage.moment import HOLD_MS, Moment
from kiosk.telling.locale import Locale
from kiosk.visit.playhead import HOUR, Playhead, Stop
from tests.exhibit.made import timed
from tests.lasting import thirty_years
from tests.meeting import read
from tests.qt.fake_time import FakeTime

AT = dt.datetime.fromisoformat
NEAR = dt.timedelta(days=3)  # of an exhibit that days tell


class Told:
    """A moment with its playhead and its time."""

    def __init__(self, exhibit: Exhibit) -> None:
        self.exhibit, self.time = exhibit, FakeTime()
        self.playhead = Playhead(exhibit.exhibit.starts, exhibit.exhibit.ends, self.time)
        self.locale = Locale(exhibit, folders.resources() / "words", "en")
        self.moment = Moment(exhibit, self.playhead, self.time, self.locale)

    def go(self, moment: str) -> Moment:
        self.playhead.goTo(AT(moment))
        return self.moment


@pytest.fixture
def told(exhibit: Exhibit) -> Told:
    return Told(exhibit)


@pytest.mark.parametrize(
    ("moment", "icon", "text"),
    [
        ("1945-10-24 12:00", "sun", "day"),
        ("1945-10-24 02:00", "moon-91-left", "night, moon 91% lit"),
        ("1945-10-28 18:40", "moon-down", "night, no moon in the sky"),
        ("1945-10-24 23:00", "moon-84-left", "night, moon 84% lit"),
        ("1945-10-18 20:00", "", ""),
    ],
)
def test_it_says_day_or_night_and_shows_the_moon_as_it_stood(
    told: Told, moment: str, icon: str, text: str
) -> None:
    assert (told.go(moment).skyIcon, told.moment.skyText) == (icon, text)


@pytest.mark.parametrize("moment", ["1945-10-24 00:00", "1945-10-24 12:00", "1945-10-28 18:40"])
def test_without_an_hour_in_any_source_the_day_stands_alone(exhibit: Exhibit, moment: str) -> None:
    told = Told(timed(exhibit, known=False))
    told.go(moment)
    shown = (told.moment.text, told.moment.widest, told.moment.eventWhen)
    assert not [text for text in shown if ":" in text]
    assert told.moment.text.startswith(moment[8:10])
    assert (told.moment.skyIcon, told.moment.skyText) == ("", "")


@pytest.mark.parametrize(
    ("moment", "text"),
    [
        ("1945-10-14 00:00", "14 October"),
        ("1945-10-19 12:00", "19 October"),
        ("1945-10-24 00:00", "24 October"),
        ("1945-10-24 01:59", "24 October"),
        ("1945-10-24 02:00", "24 Oct, 02:00"),
        ("1945-10-24 17:00", "24 Oct, 17:00"),
        ("1945-10-25 00:00", "25 October"),
        ("1945-10-28 18:40", "28 Oct, 18:40"),
    ],
)
def test_the_hour_stands_from_the_first_that_sources_give_of_its_day(
    told: Told, moment: str, text: str
) -> None:
    assert told.go(moment).text == text
    assert (told.moment.skyText == "") == (":" not in text)
    assert len(told.moment.widest) >= len(text)


def test_a_stop_tells_its_hour_only_where_sources_give_that_very_one(told: Told) -> None:
    shown = {}
    for moment in ("1945-10-24 17:00", "1945-10-24 18:00"):
        told.go(moment)
        told.moment.stand(told.playhead.moment)
        shown[told.moment.text] = bool(told.moment.clock), bool(told.moment.skyIcon)
    assert shown == {"24 October": (False, False), "24 Oct, 18:00": (True, True)}


def test_an_event_that_only_keeps_the_order_of_its_day_has_no_hour(told: Told) -> None:
    found = [event for phase in told.exhibit.phases for event in phase.events]
    known = {event.at.date() for event in found if event.hour_known}
    given = {event.at for event in found if event.hour_known}
    loose = [event.at for event in found if event.at.date() in known and event.at not in given]
    assert loose
    for at in loose:
        told.playhead.goTo(at)
        assert ":" not in told.moment.text


def test_it_tells_the_last_event_with_its_hour_only_where_that_is_known(told: Told) -> None:
    events = sorted(
        (event for phase in told.exhibit.phases for event in phase.events),
        key=lambda event: event.at,
    )
    assert {event.hour_known for event in events} == {True, False}
    for event in events:
        told.playhead.goTo(event.at)
        moment = told.moment
        assert moment.last_event is not None
        assert moment.last_event.at == event.at
        assert moment.eventText == moment.last_event.text.in_("en")
        assert (":" in moment.eventWhen) == moment.last_event.hour_known


def test_before_the_first_event_and_long_after_one_nothing_is_told(told: Told) -> None:
    told.playhead.seek(0)
    assert (told.moment.eventWhen, told.moment.eventText, told.moment.eventKey) == ("", "", "")
    moments = sorted(event.at for phase in told.exhibit.phases for event in phase.events)
    for before, after in itertools.pairwise(moments):
        told.playhead.goTo(min(before + NEAR, after - HOUR / 60))
        assert told.moment.eventText != ""
        if after - before > NEAR + HOUR:
            told.playhead.goTo(before + NEAR + HOUR / 2)
            assert told.moment.eventText == ""


def test_while_it_plays_each_event_stays_until_it_was_read(told: Told) -> None:
    changes: list[int] = []
    told.go("1945-10-27 00:00")
    told.moment.eventChanged.connect(lambda: changes.append(told.time.now_ms()))
    told.playhead.play()
    told.time.advance_s(25)
    told.playhead.pause()
    while_playing = [ms for ms in changes if ms < told.time.now_ms()]
    assert len(while_playing) >= 3
    waits = [b - a for a, b in itertools.pairwise(while_playing)]
    assert min(waits) >= HOLD_MS


def test_a_pause_tells_the_last_event_at_once(told: Told) -> None:
    told.go("1945-10-31 11:00")
    told.playhead.play()
    told.time.advance(1300)
    told.playhead.pause()
    last = max(
        event.at
        for phase in told.exhibit.phases
        for event in phase.events
        if event.at <= told.playhead.moment
    )
    assert told.moment.last_event is not None
    assert told.moment.last_event.at == last


def test_between_stops_it_says_when_the_clock_stands_next(told: Told) -> None:
    events = [event for event in told.exhibit.phases[0].events if event.key]
    first, second, *_ = sorted(events, key=lambda event: event.at)
    starts = told.exhibit.exhibit.starts
    stops = [Stop((event.at - starts) / HOUR, 4, event.id) for event in (first, second)]
    told.playhead.play_by(120, stops)
    said = [told.moment.nextWhen]
    for _ in stops:
        while not told.playhead.standing:
            told.time.advance(20)
        said.append(told.moment.nextWhen)
        told.time.advance(4100)
    told.playhead.pause()
    assert [*said, told.moment.nextWhen] == ["", "Next: 16 October", "", ""]
    assert (first.at.day, second.at.day) == (14, 16)  # from the 14th to the 14th nothing is said


def test_over_years_a_running_clock_tells_years_and_what_is_known_to_one_is_told_so(
    tmp_path: Path,
) -> None:
    told = Told(read(thirty_years(tmp_path)))
    assert told.go("1704-06-20 00:00").text == "1704"
    told.playhead.play_by(told.playhead.span, [])
    told.time.advance(100)
    assert re.fullmatch(r"17\d\d", told.moment.text)
    told.playhead.pause()
    told.moment.stand(moment_from("1712-02"))
    assert told.go("1712-02-01 00:00").text == "February 1712"
    told.playhead.seek(told.playhead.span)
    assert told.moment.text == "1731"


def test_there_is_room_for_a_time_that_is_known_from_one_day_to_another(tmp_path: Path) -> None:
    exhibit = read(thirty_years(tmp_path))
    phase = exhibit.phases[1]
    span = moment_from("1703-09-12/1704-11-30")
    event = phase.events[0].model_copy(update={"at": span})
    phases = (phase.model_copy(update={"events": (event,)}),)
    told = Told(exhibit.model_copy(update={"phases": phases}))
    assert told.moment.widest == "12 September 1703 – 30 November 1704"


def test_it_speaks_the_language_it_is_given(told: Told) -> None:
    told.go("1945-10-24 02:00")
    told.locale.speak("zh")
    assert told.moment.text == "10月24日 02:00"
    assert told.moment.skyText == "月夜，月面91%被照亮"
    assert told.moment.eventWhen == "10月24日 02:00"
