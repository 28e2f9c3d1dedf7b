"""The day on a floor: dark when it is over, and nobody but staff wakes it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QRect
from PySide6.QtGui import QGuiApplication, QPointingDevice, QScreen

from kiosk.app import Kiosk
from kiosk.desk import floor as floors
from kiosk.desk.day import Day
from kiosk.desk.floor import Floor
from kiosk.desk.staff import secret
from kiosk.exhibit.model import Exhibit
from kiosk.machine import folders
from kiosk.machine.hours import Hours
from kiosk.machine.panel import BLACK, Panel
from kiosk.machine.settings import Settings
from kiosk.telling.wordbook import words
from kiosk.workbench.layout.visiting import BlankMap
from tests.desk.test_health import told
from tests.qt.fake_time import FakeTime
from tests.window import Visitor

SMALL = Path(__file__).parents[1] / "exhibits" / "minimal"
LANGUAGES = [words(folders.resources() / "words", "en")]
WAY = "ddc"


class Today:
    """A day whose clock a test sets, and what becomes of the screen."""

    def __init__(self, now: str, way: str = WAY) -> None:
        self.now, self.time = dt.datetime.fromisoformat(now), FakeTime()
        self.asked: list[bool] = []
        self.said: list[str] = []
        self.dark: list[bool] = []

        class Told(Panel):
            def put(panel, on: bool) -> str:
                self.asked.append(on)
                return way

        hours = Hours({"daily": "10:00-18:00", "mon": "closed"})
        self.day = Day(hours, Told(), self.time, lambda: self.now, threaded=False)
        self.day.settled.connect(self.said.append)
        self.day.darkened.connect(self.dark.append)
        self.day.look()

    def until(self, now: str) -> None:
        """The clock on the wall goes to a moment, and Day looks."""
        self.now = dt.datetime.fromisoformat(now)
        self.time.advance_s(20)


@pytest.fixture
def today(qapp: QGuiApplication) -> Today:
    return Today("2026-05-12T12:00")


def test_the_screen_goes_off_after_the_hours_and_on_before_them(today: Today) -> None:
    assert today.asked == []
    today.until("2026-05-12T18:00")
    assert (today.dark, today.asked) == ([True], [False])
    assert today.said == ["the screen is off, as the hours are over (by ddc)"]
    today.until("2026-05-13T09:54")
    assert today.asked == [False]
    today.until("2026-05-13T09:55")
    assert (today.dark, today.asked, today.said[-1]) == ([True, False], [False, True], "")


def test_a_panel_that_stays_on_is_said(qapp: QGuiApplication) -> None:
    today = Today("2026-05-12T20:00", BLACK)
    assert today.said == ["black, as the hours are over; its backlight is still on"]


def test_a_clock_that_jumps_is_followed(today: Today) -> None:
    for now, dark in (("2026-05-12T23:00", True), ("2026-05-12T11:00", False)):
        today.until(now)
        assert today.day.dark is dark
    today.until("1970-01-01T00:00")
    assert not today.day.dark


def test_staffs_word_holds_for_today(today: Today) -> None:
    today.day.set_today("shut")
    assert today.day.dark
    assert today.day.says() == "–"
    today.day.set_today("open")
    today.until("2026-05-12T23:59")
    assert not today.day.dark
    assert today.day.says() == "→ 24:00"
    today.until("2026-05-13T00:00")
    assert today.day.dark
    assert today.day.says() == "10:00–18:00"


def test_staff_at_the_gate_have_light(today: Today) -> None:
    today.until("2026-05-12T22:00")
    today.day.hold(True)
    assert not today.day.dark
    today.day.hold(False)
    assert today.day.dark


def test_what_shows_itself_is_tested_once_it_is_on(today: Today) -> None:
    tests: list[None] = []
    today.day.due.connect(lambda: tests.append(None))
    today.until("2026-05-12T20:00")
    today.until("2026-05-13T09:55")
    assert tests == []
    today.time.advance_s(15)
    assert tests == [None]


def test_at_its_end_the_screen_is_on(today: Today) -> None:
    today.until("2026-05-12T20:00")
    today.day.close()
    assert today.asked[-1] is True
    assert today.time.waiting() == 0


# ------------------------------------------------------------ on the floor


class Evening:
    """An exhibit whose hours are over in an hour."""

    def __init__(self, small: Exhibit, made: list[Kiosk], finger: QPointingDevice) -> None:
        self.today = Today("2026-05-12T17:00")
        settings = Settings(sound=False, nightly_restart=True)
        self.kiosk = Kiosk(
            *(small, SMALL, settings),
            timers=self.today.time,
            threaded=False,
            size=(1280, 720),
            base=BlankMap,
        )
        made.append(self.kiosk)
        self.visitor = Visitor(self.kiosk, self.today.time, finger)
        self.floor = Floor(
            self.kiosk,
            settings,
            self.today.time,
            LANGUAGES,
            content=SMALL,
            day=self.today.day,
        )
        self.kiosk.show()
        self.floor.open()
        self.visitor.settle()


@pytest.fixture
def evening(
    small: Exhibit,
    made: list[Kiosk],
    finger: QPointingDevice,
    state: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Evening]:
    monkeypatch.setenv("KIOSK_STAFF", str(tmp_path / "staff.json"))
    secret.write("2468", (1, 3, 2, 4, 1, 3))
    evening = Evening(small, made, finger)
    yield evening
    evening.floor.close()


def test_in_the_dark_a_visitor_wakes_nobody_and_staff_do(evening: Evening, state: Path) -> None:
    visitor, window = evening.visitor, evening.kiosk.window
    visitor.wake()
    evening.today.until("2026-05-12T18:00")
    assert visitor.state == "attract"
    assert window.contentItem().opacity() == 0
    assert window.color().lightness() == 0
    assert told(state)["off"].startswith("the screen is off")
    visitor.touch_at(QPoint(640, 3))
    assert visitor.state == "attract"
    corners = [QPoint(5, 5), QPoint(1275, 5), QPoint(1275, 715), QPoint(5, 715)]
    for one in (1, 3, 2, 4, 1, 3):
        visitor.touch_at(corners[one - 1])
        evening.today.time.advance(300)
    assert window.contentItem().opacity() == 1
    assert evening.today.asked == [False, True]
    assert "Enter the PIN" in visitor.texts()
    evening.today.time.advance_s(60)
    assert window.contentItem().opacity() == 0
    evening.today.until("2026-05-13T10:00")
    assert told(state)["off"] == ""
    visitor.wake()


def test_where_touches_have_no_places_as_many_as_a_knock_has_put_the_screen_on_for_a_minute(
    evening: Evening, monkeypatch: pytest.MonkeyPatch
) -> None:
    visitor, window, anywhere = evening.visitor, evening.kiosk.window, QPoint(640, 360)
    evening.today.until("2026-05-12T18:00")
    with monkeypatch.context() as off:
        off.setattr(QScreen, "geometry", lambda screen: QRect())
        for pause_ms, touches in ((3000, 9), (300, 5)):  # too slowly, and one too few
            for _ in range(touches):
                visitor.touch_at(anywhere)
                evening.today.time.advance(pause_ms)
            evening.today.time.advance(3000)
        assert evening.today.asked == [False]
        for _ in range(6):
            visitor.touch_at(anywhere)
    assert (evening.today.asked, window.contentItem().opacity()) == ([False, True], 1)
    evening.today.time.advance_s(60)
    assert (evening.today.asked[2:], window.contentItem().opacity()) == ([False], 0)


def test_the_test_before_the_opening_is_told(evening: Evening, state: Path) -> None:
    evening.today.until("2026-05-12T20:00")
    evening.today.until("2026-05-13T09:55")
    evening.visitor.frame()
    evening.today.time.advance_s(15)
    failed = told(state)["test"]
    assert "the picture is empty" not in failed
    evening.kiosk.window.contentItem().setOpacity(0)
    assert "the picture is empty" in floors.failures(evening.kiosk.window)
    evening.kiosk.window.contentItem().setOpacity(1)


def test_at_night_one_that_has_run_long_starts_again(
    evening: Evening, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended: list[int] = []
    monkeypatch.setattr(QCoreApplication, "exit", ended.append)
    evening.today.until("2026-05-12T18:00")
    assert ended == []
    evening.today.until("2026-05-13T12:00")
    evening.today.time.hang_s(7 * 3600)  # the show of a day, not asked for
    evening.today.until("2026-05-13T18:00")
    assert ended == [0]
