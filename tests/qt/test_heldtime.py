"""A held time passes only when it is told to, or leaps over every wait."""

from __future__ import annotations

from functools import partial

from kiosk.qt.heldtime import HeldTime


def test_waits_end_when_they_are_due_the_first_first() -> None:
    time, told = HeldTime(), list[tuple[str, int]]()
    late = time.single(lambda: told.append(("late", time.now_ms())))
    early = time.single(lambda: told.append(("early", time.now_ms())))
    late.start(300)
    early.start(100)
    time.pass_by(99)
    assert told == []
    time.pass_by(200)
    assert told == [("early", 100)]
    time.pass_by(1)
    assert told == [("early", 100), ("late", 300)]
    assert time.now_ms() == 300


def test_a_wait_that_starts_anew_ends_again() -> None:
    time, told = HeldTime(), list[int]()

    def tick() -> None:
        told.append(time.now_ms())
        wait.start(20)

    wait = time.single(tick)
    wait.start(20)
    time.pass_by(70)
    assert told == [20, 40, 60]
    wait.stop()
    time.pass_by(70)
    assert told == [20, 40, 60]


def test_a_leap_ends_every_wait() -> None:
    time, told = HeldTime(), list[str]()
    waits = [time.single(partial(told.append, name)) for name in ("an hour", "a moment")]
    for wait, ms in zip(waits, (3_600_000, 5), strict=True):
        wait.start(ms)
    time.leap(1)
    assert told == ["an hour", "a moment"]
