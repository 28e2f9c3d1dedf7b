"""The gate: what opens it, what lies behind it, and that it shuts by itself."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from kiosk.desk.staff import secret
from kiosk.desk.staff.gate import TARGETS, Asked, Gate, Powers, Room
from kiosk.desk.staff.quarters import Quarters, said
from kiosk.exhibit.model import Exhibit
from kiosk.machine import folders
from kiosk.machine.dial import BRIGHTNESS, VOLUME, Dial
from kiosk.telling.wordbook import words
from tests.meeting import SMALL, Meet
from tests.qt.fake_time import FakeTime
from tests.window import Visitor

KNOCK = (1, 3, 2, 4, 1, 3)
LANGUAGES = [words(folders.resources() / "words", code) for code in ("en", "zh")]


@pytest.fixture(autouse=True)
def pin(state: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> str:
    monkeypatch.setenv("KIOSK_STAFF", str(tmp_path / "staff.json"))
    secret.write("2468", KNOCK)
    return "2468"


def stands_at(gate: Gate, room: Room) -> None:
    assert gate.room == room


class Staff:
    """A gate without a window, and what it has done."""

    def __init__(self) -> None:
        self.time = FakeTime()
        self.done: list[object] = []
        self.volume, self.brightness = 40, 60
        self.health: Callable[[Sequence[str]], None] = lambda lines: None

        def mixer(command: Sequence[str]) -> str:
            if command[:2] == ["amixer", "-q"]:
                self.volume = int(command[-1].rstrip("%"))
            return f"[{self.volume}%]" if command[0] == "amixer" else ""

        def backlight(command: Sequence[str]) -> str:
            if "set" in command:
                self.brightness = int(command[-1].rstrip("%"))
            return f"x,backlight,1,{self.brightness}%,2" if command[0] == "brightnessctl" else ""

        def ask(answer: Callable[[Sequence[str]], None]) -> None:
            self.health = answer

        powers = Powers(
            *(self.done.append, self.done.append, lambda: ["version 3"], ask),
            hours=lambda: "10:00–18:00",
            set_today=self.done.append,
            volume=Dial(VOLUME, mixer),
            brightness=Dial(BRIGHTNESS, backlight),
            powers=True,
        )
        self.gate = Gate(self.time, LANGUAGES, powers)

    def enter(self, digits: str) -> None:
        for digit in digits:
            self.gate.press(int(digit))
        self.gate.tryPin()

    def come_in(self) -> Gate:
        self.gate.knock()
        self.enter("2468")
        stands_at(self.gate, Room.ACTS)
        return self.gate


@pytest.fixture
def staff(qapp: QGuiApplication) -> Iterator[Staff]:
    staff = Staff()
    yield staff
    staff.gate.close()
    assert staff.time.waiting() == 0


def test_the_pin_opens_it(staff: Staff) -> None:
    staff.enter("2468")
    stands_at(staff.gate, Room.SHUT)  # without a knock nobody asks
    staff.come_in()


def test_a_wrong_pin_does_not_and_the_fourth_costs_half_a_minute(
    staff: Staff, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    staff.gate.knock()
    for wrong in ("1111", "9753", "8642"):
        staff.enter(wrong)
        assert staff.gate.said == "That is not the PIN"
    staff.enter("0000")
    assert staff.gate.said == "Wait 30 seconds"
    staff.enter("2468")
    stands_at(staff.gate, Room.PIN)
    staff.time.advance_s(10)
    assert staff.gate.said == "Wait 20 seconds"
    staff.time.advance_s(20)
    staff.enter("2468")
    stands_at(staff.gate, Room.ACTS)
    assert not any(pin in caplog.text for pin in ("1111", "9753", "8642", "0000", "2468"))


def test_a_restart_does_not_shorten_the_wait(qapp: QGuiApplication) -> None:
    first = Staff()
    first.gate.knock()
    for _ in range(5):
        first.time.advance_s(60)
        first.gate.knock()
        first.enter("1111")
    first.gate.close()
    second = Staff()
    second.gate.knock()
    assert second.gate.said == "Wait 60 seconds"
    second.gate.close()


@pytest.mark.parametrize("room", [Room.ACTS, Room.CONTENT, Room.HEALTH, Room.TOUCH, Room.HOURS])
def test_it_shuts_after_a_minute_without_a_touch(staff: Staff, room: Room) -> None:
    gate = staff.come_in()
    if room is not Room.ACTS:
        gate.enter(room)
    staff.time.advance_s(59)
    gate.attend()
    staff.time.advance_s(59)
    stands_at(gate, room)
    staff.time.advance_s(1)
    stands_at(gate, Room.SHUT)


def test_without_the_pin_no_room_opens(staff: Staff) -> None:
    staff.gate.knock()
    staff.gate.enter(Room.CONTENT)
    staff.gate.ask(Asked.POWER)
    staff.gate.agree()
    assert (staff.gate.room, staff.done) == (Room.PIN, [])


def test_the_glass_feels_nothing_for_half_a_minute(staff: Staff) -> None:
    gate = staff.come_in()
    gate.enter(Room.CLEAN)
    assert gate.cleaning
    gate.back()
    staff.time.advance_s(29)
    assert gate.cleaning
    assert gate.said == "The glass feels nothing for 1 seconds."
    staff.time.advance_s(1)
    assert not gate.cleaning
    gate.enter(Room.CLEAN)
    assert gate.cleaning


def test_what_it_shows_and_does(staff: Staff) -> None:
    gate = staff.come_in()
    gate.toggleQuiet()
    gate.setLouder(True)
    gate.setBrighter(False)
    assert (gate.quiet, gate.volume, gate.brightness) == (True, 50, 50)
    gate.enter(Room.CONTENT)
    assert gate.lines == ["version 3"]
    gate.back()
    gate.enter(Room.HEALTH)
    staff.health(["all is well"])
    assert gate.lines == ["all is well"]
    gate.back()
    gate.enter(Room.HOURS)
    assert gate.said == "10:00–18:00"
    gate.setToday("open")
    gate.back()
    gate.ask(Asked.POWER)
    stands_at(gate, Room.SURE)
    gate.agree()
    assert staff.done == [True, "open", Asked.POWER]
    stands_at(gate, Room.SHUT)


def test_the_touch_test_judges_the_frame(staff: Staff) -> None:
    gate = staff.come_in()
    for turned, verdict in ((False, "mounted straight"), (True, "touch: {rotation: 180}")):
        gate.enter(Room.TOUCH)
        for x, y in TARGETS:
            assert gate.target == [x, y]
            gate.meet(*((1 - x, 1 - y) if turned else (x, y)))
        assert gate.target == []
        assert verdict in gate.said
        gate.back()


def test_it_speaks_both_languages(staff: Staff) -> None:
    gate = staff.come_in()
    assert gate.nextLanguage == "中文"
    gate.turnLanguage()
    assert gate.words["staff"] == "工作人员"
    assert gate.nextLanguage == "English"


def test_a_shuffled_keypad_has_all_digits(qapp: QGuiApplication) -> None:
    orders = set()
    for _ in range(20):
        time = FakeTime()
        powers = Powers(lambda act: None, lambda quiet: None, lambda: [], lambda answer: None)
        gate = Gate(time, LANGUAGES, powers, shuffled=True)
        gate.knock()
        assert sorted(gate.pad) == [*range(10)]
        orders.add(tuple(gate.pad))
        gate.close()
    assert len(orders) > 1


# ------------------------------------------------------------ before the glass


class Floor:
    """An exhibit with a gate, and somebody before it who knows the knock."""

    def __init__(self, visitor: Visitor) -> None:
        self.visitor, self.kiosk, self.time = visitor, visitor.kiosk, visitor.time
        self.quarters = Quarters(self.kiosk, self.time, LANGUAGES, content=lambda: ["version 3"])
        self.kiosk.guard_by(self.quarters.guard)
        self.visitor.settle()

    @property
    def gate(self) -> Gate:
        return self.quarters.gate

    def knock(self) -> None:
        right, low = self.kiosk.window.width() - 5, self.kiosk.window.height() - 5
        corners = [QPoint(5, 5), QPoint(right, 5), QPoint(right, low), QPoint(5, low)]
        for one in KNOCK:
            self.visitor.touch_at(corners[one - 1])
            self.time.advance(300)

    def press_pin(self, digits: str) -> None:
        self.visitor.frame()
        for digit in digits:
            self.visitor.touch(digit)
        self.visitor.touch("Open")
        self.visitor.process()


@pytest.fixture
def floor(meet: Meet) -> Iterator[Floor]:
    floor = Floor(meet(SMALL))
    yield floor
    floor.quarters.close()


def test_staff_come_in_by_touches_and_the_visit_ends(floor: Floor) -> None:
    floor.visitor.wake()
    floor.knock()
    stands_at(floor.gate, Room.PIN)
    assert floor.visitor.state == "attract"
    floor.press_pin("2468")
    stands_at(floor.gate, Room.ACTS)
    assert floor.visitor.state == "attract"  # their touches are no visit
    floor.visitor.touch("Content")
    floor.visitor.process()
    assert "version 3" in floor.visitor.texts()
    floor.visitor.touch("Back")
    floor.visitor.touch("Back to the exhibit")
    stands_at(floor.gate, Room.SHUT)
    floor.visitor.wake()


def test_while_the_glass_is_cleaned_nothing_is_felt(floor: Floor) -> None:
    floor.knock()
    floor.press_pin("2468")
    floor.visitor.touch("Clean the glass")
    assert floor.quarters.guard.deaf
    for x in range(0, 1280, 80):
        floor.visitor.touch_at(QPoint(x, 360))
    floor.knock()
    stands_at(floor.gate, Room.CLEAN)
    floor.time.advance_s(30)
    floor.visitor.touch("Once more")
    assert floor.gate.cleaning
    floor.time.advance_s(30 + 60)
    stands_at(floor.gate, Room.SHUT)
    floor.visitor.wake()


def test_in_the_dark_nothing_passes_but_the_knock(floor: Floor) -> None:
    floor.quarters.guard.dark = True
    floor.visitor.touch_at(QPoint(640, 3))
    assert floor.visitor.state == "attract"
    floor.knock()
    stands_at(floor.gate, Room.PIN)


def test_ctrl_q_is_behind_the_gate(floor: Floor) -> None:
    quits: list[None] = []
    floor.kiosk.engine.quit.connect(lambda: quits.append(None))

    def press() -> None:
        control = Qt.KeyboardModifier.ControlModifier
        QTest.keyClick(floor.kiosk.window, Qt.Key.Key_Q, control)
        floor.visitor.process()

    floor.visitor.wake()
    press()
    assert quits == []
    floor.knock()
    floor.press_pin("2468")
    press()
    assert quits == [None]


def test_new_content_leaves_the_guard_in_front(floor: Floor, small: Exhibit) -> None:
    floor.kiosk.change(small, SMALL)
    floor.visitor.wake()
    floor.knock()
    stands_at(floor.gate, Room.PIN)
    floor.kiosk.change(small, SMALL)
    floor.press_pin("2468")
    stands_at(floor.gate, Room.ACTS)
    assert floor.visitor.state == "attract"


def test_the_gate_comes_and_goes_without_a_trace(floor: Floor) -> None:
    beneath = len(floor.kiosk.window.contentItem().childItems())
    for _ in range(3):
        floor.knock()
        floor.visitor.process()
        assert len(floor.kiosk.window.contentItem().childItems()) == beneath + 1
        floor.time.advance_s(60)
        floor.visitor.process()
        assert len(floor.kiosk.window.contentItem().childItems()) == beneath


def test_a_damaged_secret_is_said_and_opens_nothing(
    meet: Meet, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "staff.json").write_text("{")
    floor = Floor(meet(SMALL))
    floor.knock()
    stands_at(floor.gate, Room.SHUT)
    assert "set the PIN anew" in floor.quarters.trouble
    assert floor.quarters.guard.locked
    floor.quarters.close()
    caplog.clear()


def test_what_staff_ask_of_the_machine_is_a_file(
    floor: Floor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KIOSK_REQUESTS", str(tmp_path))
    for asked in (Asked.POWER, Asked.MAINTENANCE):
        floor.quarters._act(asked)
        assert (tmp_path / asked).exists()


@pytest.mark.parametrize(
    ("answer", "lines"),
    [
        (b"", ["?"]),
        (
            b'{"findings": [{"topic": "disk", "state": "good", "said": "", "advice": ""},'
            b'{"topic": "clock", "state": "doubt", "said": "a", "advice": "b"},'
            b'{"topic": "touch", "state": "bad", "said": "c", "advice": "d"}]}',
            ["touch: c → d", "clock: a → b", "✓ disk"],
        ),
    ],
)
def test_a_doctors_answer_in_lines(answer: bytes, lines: list[str]) -> None:
    assert said(answer) == lines
