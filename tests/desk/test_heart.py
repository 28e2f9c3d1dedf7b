"""The heart beats while pictures reach the screen, and only then."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtQuick import QQuickWindow

from kiosk.desk.heart import Heart
from kiosk.machine import service
from tests.desk.listening import Manager, manager  # noqa: F401  a fixture
from tests.qt.fake_time import FakeTime

SMALL = Path(__file__).parents[1] / "exhibits" / "minimal"
BROKEN = Path(__file__).parents[1] / "exhibits" / "broken-yaml"


class Pulse:
    """A heart on a window whose frames come when a test says so."""

    def __init__(self) -> None:
        self.time, self.window = FakeTime(), QQuickWindow()
        self.heart = Heart(self.window, self.time)

    def frame(self, after_s: float = 0) -> None:
        self.time.advance_s(after_s)
        self.window.frameSwapped.emit()


@pytest.fixture
def pulse(
    qapp: QGuiApplication,
    manager: Manager,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Pulse]:
    monkeypatch.setenv("WATCHDOG_USEC", "20000000")
    pulse = Pulse()
    yield pulse
    pulse.heart.close()


def test_it_is_ready_with_the_first_frame_alone(pulse: Pulse, manager: Manager) -> None:  # noqa: F811
    assert manager.hears() == []
    pulse.frame()
    assert manager.hears() == ["READY=1", "WATCHDOG=1"]
    pulse.frame(2)
    assert manager.hears() == ["WATCHDOG=1"]


def test_it_beats_once_a_second_at_most(pulse: Pulse, manager: Manager) -> None:  # noqa: F811
    for _ in range(41):
        pulse.frame(0.05)
    assert manager.hears().count("WATCHDOG=1") == 3  # the first, and after one and two seconds


def test_without_frames_it_falls_silent(pulse: Pulse, manager: Manager) -> None:  # noqa: F811
    pulse.frame()
    manager.hears()
    pulse.time.advance_s(60)
    assert manager.hears() == []


def test_while_the_screen_is_off_by_our_order_the_loop_alone_beats(
    pulse: Pulse,
    manager: Manager,  # noqa: F811
) -> None:
    pulse.frame()
    pulse.heart.rest(True)
    manager.hears()
    pulse.time.advance_s(20)
    assert manager.hears() == ["WATCHDOG=1"] * 4
    pulse.heart.rest(False)
    pulse.time.advance_s(20)
    assert manager.hears() == []


def test_while_all_screens_are_off_the_loop_alone_beats(
    pulse: Pulse,
    manager: Manager,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with monkeypatch.context() as off:
        off.setattr(QScreen, "geometry", lambda screen: QRect())
        pulse.time.advance_s(20)
        assert manager.hears() == ["READY=1", *["WATCHDOG=1"] * 4]
    pulse.time.advance_s(20)
    assert manager.hears() == []


def test_one_that_begins_in_the_dark_is_ready_too(pulse: Pulse, manager: Manager) -> None:  # noqa: F811
    pulse.heart.rest(True)
    pulse.time.advance_s(5)
    assert manager.hears() == ["READY=1", "WATCHDOG=1"]


def test_what_is_wrong_is_one_line(pulse: Pulse, manager: Manager) -> None:  # noqa: F811
    pulse.heart.say("places.yaml:3:5: a\nb")
    assert manager.hears() == ["STATUS=places.yaml:3:5: a b"]


def test_where_nobody_listens_it_waits_for_nothing(
    qapp: QGuiApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NOTIFY_SOCKET", raising=False)
    pulse = Pulse()
    pulse.frame()
    assert pulse.time.waiting() == 0
    pulse.heart.close()


def test_a_manager_that_has_gone_stops_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "gone"))
    service.notify("READY=1")


@pytest.mark.parametrize(
    ("said", "seconds"), [("20000000", 20.0), ("", 0.0), ("soon", 0.0), ("-5", 0.0)]
)
def test_the_watchdogs_time(said: str, seconds: float, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WATCHDOG_USEC", said)
    assert service.watchdog_s() == seconds


Shows = Callable[..., AbstractContextManager[None]]


@pytest.fixture
def shows(tmp_path: Path, manager: Manager) -> Shows:  # noqa: F811
    """Shows content in a process of its own; its watchdog does not wait long."""
    environment = {**os.environ, "WATCHDOG_USEC": "2000000", "HOME": str(tmp_path)}

    @contextmanager
    def shows(content: Path, *options: str) -> Iterator[None]:
        command = [sys.executable, "-m", "kiosk", "run", str(content), "--windowed", *options]
        with subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL) as running:
            try:
                yield
            finally:
                running.kill()

    return shows


by_a_file = pytest.mark.parametrize("manager", ["file"], indirect=True)


@by_a_file
def test_an_exhibit_is_ready_and_beats(shows: Shows, manager: Manager) -> None:  # noqa: F811
    with shows(SMALL):
        assert manager.waits_for("READY") == "READY=1"
        for _ in range(3):
            manager.waits_for("WATCHDOG=1")


@by_a_file
def test_one_that_is_closed_says_why_and_beats_too(
    shows: Shows,
    manager: Manager,  # noqa: F811
) -> None:
    with shows(BROKEN):
        assert ".yaml:" in manager.waits_for("STATUS=closed")
        for _ in range(2):
            manager.waits_for("WATCHDOG=1")


@by_a_file
def test_on_a_floor_a_mistake_in_the_settings_is_said_and_the_exhibit_runs(
    shows: Shows,
    manager: Manager,  # noqa: F811
    tmp_path: Path,
) -> None:
    settings = tmp_path / "settings.yaml"
    settings.write_text("idle: 90\nsound: false\n")
    with shows(SMALL, "--settings", str(settings)):
        status = manager.waits_for("STATUS=settings")
        assert status.startswith("STATUS=settings: settings.yaml:1:1: idle: is not a setting")
        manager.waits_for("READY=1")
