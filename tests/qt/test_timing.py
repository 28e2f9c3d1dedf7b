"""The real timers, as far as a test can without waiting for the wall clock."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from kiosk.qt.timing import Ticker, Timers


class Calls:
    def __init__(self) -> None:
        self.count = 0

    def call(self) -> None:
        self.count += 1


def test_a_wait_fires_once(qtbot: QtBot) -> None:
    calls = Calls()
    wait = Timers().single(calls.call)
    with qtbot.waitSignal(wait.fired):
        wait.start(1)
    assert calls.count == 1
    assert wait.remaining == 0


def test_a_stopped_wait_does_not_fire(qtbot: QtBot) -> None:
    calls = Calls()
    timers = Timers()
    stopped, other = timers.single(calls.call), Ticker()
    stopped.start(1)
    stopped.stop()
    with qtbot.waitSignal(other.fired):
        other.start(5)
    assert calls.count == 0


def test_starting_again_forgets_the_wait_before(qtbot: QtBot) -> None:
    calls = Calls()
    wait = Timers().single(calls.call)
    wait.start(100_000)
    assert 99_000 < wait.remaining <= 100_000
    with qtbot.waitSignal(wait.fired):
        wait.start(0)
    assert calls.count == 1


def test_the_clock_follows_the_monotonic_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("time.monotonic_ns", lambda: 12_345_678_901)
    assert Timers().now_ms() == 12_345
