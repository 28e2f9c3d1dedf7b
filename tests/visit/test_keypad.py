"""The keys as the screens hear them: held, two at once, repeated, and those that mean nothing."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from kiosk.machine.keymap import EVDEV, FIVE, Keymap
from kiosk.visit.keypad import ASKS_MS, EVERY_MS, REPEATS_MS, Keypad
from tests.qt.fake_time import FakeTime

KEY = Qt.Key


class Hand:
    """A hand on a keyboard, and what a keypad made of it."""

    def __init__(self, keymap: Keymap | None = None) -> None:
        self.time = FakeTime()
        self.keypad = Keypad(self.time, keymap)
        self.heard: list[str] = []
        self.keypad.moved.connect(lambda by: self.heard.append(f"moved {by}"))
        self.keypad.stepped.connect(lambda by: self.heard.append(f"stepped {by}"))
        for name in ("taken", "left", "homed", "asked"):
            getattr(self.keypad, name).connect(lambda name=name: self.heard.append(name))

    def down(self, key: Qt.Key, *, repeats: bool = False, native: int = 0) -> bool:
        return self._send(QEvent.Type.KeyPress, key, repeats, native)

    def up(self, key: Qt.Key, *, repeats: bool = False, native: int = 0) -> bool:
        return self._send(QEvent.Type.KeyRelease, key, repeats, native)

    def press(self, key: Qt.Key) -> None:
        self.down(key)
        self.up(key)

    def hold(self, key: Qt.Key, ms: int) -> None:
        """Holds a key down, which the system repeats every 50 ms."""
        self.down(key)
        for _ in range(ms // 50):
            self.time.advance(50)
            self.down(key, repeats=True)
        self.up(key)

    def _send(self, kind: QEvent.Type, key: Qt.Key, repeats: bool, native: int) -> bool:
        none = Qt.KeyboardModifier.NoModifier
        return self.keypad.hear(QKeyEvent(kind, key, none, native, 0, 0, "", repeats))


@pytest.fixture
def hand() -> Hand:
    return Hand()


def test_each_key_does_what_it_means(hand: Hand) -> None:
    for key in (KEY.Key_Down, KEY.Key_Backtab, KEY.Key_Right, KEY.Key_Left, KEY.Key_Enter):
        hand.press(key)
    for key in (KEY.Key_Escape, KEY.Key_HomePage, KEY.Key_F1):
        hand.press(key)
    first = ["moved 1", "moved -1", "stepped 1", "stepped -1", "taken"]
    assert hand.heard == [*first, "left", "homed", "asked"]


def test_a_key_without_meaning_is_let_through(hand: Hand) -> None:
    assert not hand.down(KEY.Key_X)
    assert not hand.up(KEY.Key_X)
    assert hand.heard == []


def test_ok_acts_as_it_comes_up_and_asks_where_one_is_if_it_is_held(hand: Hand) -> None:
    hand.down(KEY.Key_Return)
    hand.time.advance(ASKS_MS - 1)
    assert hand.heard == []
    hand.up(KEY.Key_Return)
    assert hand.heard == ["taken"]
    hand.down(KEY.Key_Return)
    hand.time.advance(ASKS_MS)
    hand.up(KEY.Key_Return)
    assert hand.heard == ["taken", "asked"]


def test_a_held_key_goes_on_after_two_seconds_four_times_a_second(hand: Hand) -> None:
    hand.hold(KEY.Key_Down, REPEATS_MS - 50)
    assert hand.heard == ["moved 1"]
    hand.heard.clear()
    hand.time.advance(1000)
    hand.hold(KEY.Key_Down, REPEATS_MS + 4 * EVERY_MS - 50)
    assert hand.heard == ["moved 1"] * 5


@pytest.mark.parametrize("key", [KEY.Key_Return, KEY.Key_Escape])
def test_ok_and_back_never_repeat(hand: Hand, key: Qt.Key) -> None:
    hand.hold(key, 5000)
    assert len(hand.heard) == 1


def test_of_two_keys_at_once_the_first_counts_but_not_for_ever(hand: Hand) -> None:
    hand.down(KEY.Key_Down)
    hand.press(KEY.Key_Right)
    assert hand.heard == ["moved 1"]
    hand.time.advance(REPEATS_MS)  # a key that is stuck makes no other useless
    hand.press(KEY.Key_Right)
    assert hand.heard == ["moved 1", "stepped 1"]


def test_back_stops_what_ok_would_have_asked(hand: Hand) -> None:
    hand.down(KEY.Key_Return)
    hand.keypad.forget()
    hand.time.advance(ASKS_MS)
    hand.up(KEY.Key_Return)
    assert hand.heard == []


def test_a_keys_way_ends_with_a_finger_and_begins_with_a_key_that_means_something(
    hand: Hand,
) -> None:
    none = Qt.KeyboardModifier.NoModifier
    hand.keypad.notice(QKeyEvent(QEvent.Type.KeyPress, KEY.Key_X, none))
    assert not hand.keypad.inUse
    hand.keypad.notice(QKeyEvent(QEvent.Type.KeyPress, KEY.Key_Down, none))
    assert hand.keypad.inUse
    hand.keypad.notice(None)
    assert not hand.keypad.inUse


def test_what_staff_press_with_ctrl_is_theirs(hand: Hand) -> None:
    ctrl = Qt.KeyboardModifier.ControlModifier
    assert not hand.keypad.hear(QKeyEvent(QEvent.Type.KeyPress, KEY.Key_Down, ctrl))
    assert hand.heard == []


@pytest.mark.parametrize(
    ("codes", "key"),
    [
        ((183, 184, 185, 186, 187), KEY.Key_Launch5),  # F13 to F17, as X11 has them
        ((80, 72, 77, 75, 96), KEY.Key_unknown),  # digits at the side, and their Enter
        ((30, 48, 46, 32, 18), KEY.Key_A),  # a keyboard's own letters
    ],
)
def test_a_pads_presses_are_replayed_by_their_codes(codes: Sequence[int], key: Qt.Key) -> None:
    pad = {meant: [f"evdev:{code}"] for meant, code in zip(FIVE, codes, strict=True)}
    hand = Hand(Keymap(pad))
    for code in codes:
        hand.down(key, native=code + EVDEV)
        hand.up(key, native=code + EVDEV)
    assert hand.heard == ["moved 1", "moved -1", "stepped 1", "stepped -1", "taken"]


def test_a_held_key_moves_once_where_keys_do_not_repeat() -> None:
    hand = Hand(Keymap(repeats=False))
    hand.hold(KEY.Key_Down, REPEATS_MS + 4 * EVERY_MS)
    assert hand.heard == ["moved 1"]


def test_a_trembling_hand_presses_once() -> None:
    hand = Hand(Keymap(apart_ms=500))
    hand.press(KEY.Key_Down)
    hand.time.advance(400)
    hand.press(KEY.Key_Down)
    assert hand.heard == ["moved 1"]
    hand.press(KEY.Key_Up)  # another key is no double
    hand.time.advance(500)
    hand.press(KEY.Key_Up)
    assert hand.heard == ["moved 1", "moved -1", "moved -1"]
