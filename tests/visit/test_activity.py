"""The window's own events: what wakes, what is swallowed, what keeps a visit awake."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWheelEvent
from PySide6.QtQml import QQmlComponent, QQmlEngine
from PySide6.QtQuick import QQuickWindow
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.visit.activity import Activity, Assistant
from kiosk.visit.keypad import Keypad
from kiosk.visit.session import Session, State
from tests.patience import PATIENCE_MS
from tests.qt.fake_time import FakeTime

WINDOW = b"""
import QtQuick
Window {
    property list<string> told
    width: 400; height: 400; visible: true
    Item {
        anchors.fill: parent
        focus: true
        Keys.onPressed: event => told.push("key")
        Keys.onReleased: event => told.push("key up")
        TapHandler { onPressedChanged: told.push(pressed ? "press" : "release") }
        WheelHandler { onWheel: told.push("wheel") }
        Item {
            x: 250; y: 250; width: 150; height: 150
            TapHandler { onTapped: told.push("tapped there") }
        }
        Shortcut { sequence: "Right"; onActivated: told.push("shortcut") }
    }
}
"""
HERE, THERE = QPoint(100, 100), QPoint(300, 300)
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


class Glass:
    """A window whose events an `Activity` filters, and what reached its scene."""

    def __init__(self) -> None:
        self.time = FakeTime()
        self.session = Session(self.time)
        self.engine = QQmlEngine()
        self.component = QQmlComponent(self.engine)
        self.component.setData(WINDOW, QUrl())
        window = self.component.create()
        assert isinstance(window, QQuickWindow), self.component.errorString()
        self.window = window
        self.keypad = Keypad(self.time)
        self.activity = Activity(self.session, self.keypad)
        self.window.installEventFilter(self.activity)
        self.assistant = Assistant()
        self.device = QTest.createTouchDevice()

    def bring_to(self, state: State) -> None:
        if state is not State.ATTRACT:
            self.session.touch()
        if state is State.WARNING:
            self.time.advance_s(60)
        assert self.session.state is state

    def told(self) -> list[str]:
        told = self.window.property("told")
        return list(told.toVariant() if hasattr(told, "toVariant") else told)

    def press(self, *points: tuple[int, QPoint]) -> None:
        self._send("press", points)

    def move(self, *points: tuple[int, QPoint]) -> None:
        self._send("move", points)

    def lift(self, *points: tuple[int, QPoint]) -> None:
        self._send("release", points)

    def join(self, resting: tuple[int, QPoint], joining: tuple[int, QPoint]) -> None:
        """A finger comes down beside one that lies still."""
        touch = QTest.touchEvent(self.window, self.device)
        touch.stationary(resting[0]).press(*joining, self.window).commit()

    def part(self, resting: tuple[int, QPoint], parting: tuple[int, QPoint]) -> None:
        """A finger is lifted beside one that lies still."""
        touch = QTest.touchEvent(self.window, self.device)
        touch.stationary(resting[0]).release(*parting, self.window).commit()

    def tap(self) -> None:
        self.press((0, HERE))
        self.lift((0, HERE))

    def key(self, kind: QEvent.Type, repeats: bool = False) -> None:
        event = QKeyEvent(kind, Qt.Key.Key_A, NONE, "a", repeats)
        QGuiApplication.sendEvent(self.window, event)

    def hold(self, key: Qt.Key, repeats: bool = False) -> None:
        event = QKeyEvent(QEvent.Type.KeyPress, key, NONE, "", repeats)
        QGuiApplication.sendEvent(self.window, event)

    def let_go(self, key: Qt.Key) -> None:
        QGuiApplication.sendEvent(self.window, QKeyEvent(QEvent.Type.KeyRelease, key, NONE))

    def wheel(self) -> None:
        where, turn = QPointF(HERE), QPoint(0, 120)
        event = QWheelEvent(
            where,
            where,
            QPoint(),
            turn,
            Qt.MouseButton.NoButton,
            NONE,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QGuiApplication.sendEvent(self.window, event)

    def _send(self, act: str, points: tuple[tuple[int, QPoint], ...]) -> None:
        touch = QTest.touchEvent(self.window, self.device)
        for number, spot in points:
            getattr(touch, act)(number, spot, self.window)
        touch.commit()


@pytest.fixture
def glass(qtbot: QtBot) -> Iterator[Glass]:
    glass = Glass()
    qtbot.waitUntil(glass.window.isExposed, timeout=PATIENCE_MS)
    yield glass
    glass.window.removeEventFilter(glass.activity)
    glass.window.close()
    glass.window.deleteLater()
    del glass.component, glass.window, glass.engine


ASLEEP = [State.ATTRACT, State.WARNING]


def test_in_a_visit_a_touch_reaches_the_scene(glass: Glass) -> None:
    glass.bring_to(State.VISIT)
    glass.tap()
    assert glass.told() == ["press", "release"]


@pytest.mark.parametrize("state", ASLEEP)
def test_the_touch_that_wakes_presses_nothing(glass: Glass, state: State) -> None:
    glass.bring_to(state)
    glass.press((0, HERE))
    assert glass.session.state is State.VISIT
    glass.move((0, THERE))
    glass.lift((0, THERE))
    assert glass.told() == []
    glass.tap()
    assert glass.told() == ["press", "release"]


@pytest.mark.parametrize("state", ASLEEP)
def test_nor_does_any_finger_that_joins_it(glass: Glass, state: State) -> None:
    glass.bring_to(state)
    glass.press((0, HERE))
    glass.join((0, HERE), (1, THERE))
    glass.part((0, HERE), (1, THERE))
    glass.join((0, HERE), (2, THERE))
    glass.part((2, THERE), (0, HERE))
    glass.lift((2, THERE))
    assert glass.told() == []
    glass.tap()
    assert glass.told() == ["press", "release"]


@pytest.mark.parametrize("state", ASLEEP)
def test_the_click_that_wakes_presses_nothing(glass: Glass, state: State) -> None:
    glass.bring_to(state)
    QTest.mousePress(glass.window, LEFT, NONE, HERE)
    assert glass.session.state is State.VISIT
    QTest.mouseMove(glass.window, THERE)
    QTest.mouseRelease(glass.window, LEFT, NONE, THERE)
    assert glass.told() == []
    QTest.mouseClick(glass.window, LEFT, NONE, HERE)
    assert glass.told() == ["press", "release"]


def test_a_mouse_made_up_from_the_waking_touch_is_swallowed_too(glass: Glass) -> None:
    glass.press((0, HERE))
    QTest.mousePress(glass.window, LEFT, NONE, HERE)
    glass.lift((0, HERE))
    QTest.mouseRelease(glass.window, LEFT, NONE, HERE)
    assert glass.told() == []


@pytest.mark.parametrize("state", ASLEEP)
def test_the_key_that_wakes_does_nothing_else(glass: Glass, state: State) -> None:
    glass.bring_to(state)
    glass.key(QEvent.Type.KeyPress)
    assert glass.session.state is State.VISIT
    glass.key(QEvent.Type.KeyRelease, repeats=True)
    glass.key(QEvent.Type.KeyPress, repeats=True)
    glass.key(QEvent.Type.KeyRelease)
    assert glass.told() == []
    glass.key(QEvent.Type.KeyPress)
    glass.key(QEvent.Type.KeyRelease)
    assert glass.told() == ["key", "key up"]


@pytest.mark.parametrize("state", ASLEEP)
def test_a_shortcut_that_wakes_does_nothing_else(glass: Glass, state: State) -> None:
    glass.bring_to(state)
    QTest.keyClick(glass.window, Qt.Key.Key_Right)
    assert glass.session.state is State.VISIT
    assert glass.told() == []
    QTest.keyClick(glass.window, Qt.Key.Key_Right)
    assert "shortcut" in glass.told()


@pytest.mark.parametrize("state", ASLEEP)
def test_the_wheel_that_wakes_does_nothing_else(glass: Glass, state: State) -> None:
    glass.bring_to(state)
    glass.wheel()
    assert glass.session.state is State.VISIT
    assert glass.told() == []
    glass.wheel()
    assert "wheel" in glass.told()


@pytest.mark.parametrize("state", ASLEEP)
def test_the_assistants_press_that_wakes_does_nothing_else(glass: Glass, state: State) -> None:
    glass.bring_to(state)
    assert glass.assistant.press(glass.window)
    assert glass.session.state is State.VISIT
    assert not glass.assistant.press(glass.window)


@pytest.mark.parametrize(
    "act",
    [
        lambda glass: glass.tap(),
        lambda glass: QTest.mouseClick(glass.window, LEFT, NONE, HERE),
        lambda glass: glass.wheel(),
        lambda glass: glass.key(QEvent.Type.KeyPress),
        lambda glass: glass.assistant.press(glass.window),
    ],
    ids=["touch", "mouse", "wheel", "key", "assistant"],
)
def test_what_a_visitor_does_begins_the_limit_anew(glass: Glass, act: object) -> None:
    glass.bring_to(State.VISIT)
    glass.time.advance_s(59)
    assert callable(act)
    act(glass)
    glass.time.advance_s(59)
    assert glass.session.state is State.VISIT


def test_a_long_drag_keeps_the_visit_awake(glass: Glass) -> None:
    glass.bring_to(State.VISIT)
    glass.press((0, HERE))
    for x in range(20):
        glass.time.advance_s(30)
        glass.move((0, HERE + QPoint(30 * (x % 2 + 1), 0)))
    assert glass.session.state is State.VISIT


@pytest.mark.parametrize("joins", [False, True], ids=["alone", "beside a finger"])
def test_a_spot_that_trembles_puts_off_no_warning(glass: Glass, joins: bool) -> None:
    glass.bring_to(State.VISIT)
    glass.press((0, HERE))
    if joins:
        glass.time.advance_s(30)
        glass.join((0, HERE), (1, THERE))
        glass.part((0, HERE), (1, THERE))
    for x in range(60):
        glass.time.advance_s(5)
        glass.move((0, HERE + QPoint(x % 2, 0)))
    assert glass.session.state is State.ATTRACT


@pytest.mark.parametrize("by", ["touch", "mouse"])
def test_nor_does_one_that_taps(glass: Glass, by: str) -> None:
    glass.bring_to(State.VISIT)
    for _ in range(15):
        glass.time.advance_s(20)
        if by == "touch":
            glass.tap()
        else:
            QTest.mouseClick(glass.window, LEFT, NONE, HERE)
    assert glass.session.state is State.ATTRACT


@pytest.mark.parametrize("state", ASLEEP)
def test_a_key_held_while_waking_makes_no_touch_deaf_for_long(glass: Glass, state: State) -> None:
    glass.bring_to(state)
    glass.hold(Qt.Key.Key_Shift)
    glass.time.advance(1999)
    glass.tap()
    assert glass.told() == []
    glass.time.advance(1)
    glass.hold(Qt.Key.Key_Shift, repeats=True)
    glass.tap()
    glass.key(QEvent.Type.KeyPress)
    glass.key(QEvent.Type.KeyRelease)
    assert glass.told() == ["press", "release", "key", "key up"]
    glass.let_go(Qt.Key.Key_Shift)
    assert glass.told() == ["press", "release", "key", "key up"]


@pytest.mark.parametrize("state", ASLEEP)
def test_nor_does_a_finger_that_stays_where_it_woke(glass: Glass, state: State) -> None:
    glass.bring_to(state)
    glass.press((0, HERE))
    glass.time.advance_s(2)
    glass.join((0, HERE), (1, THERE))
    glass.part((0, HERE), (1, THERE))
    assert "tapped there" in glass.told()
    told = glass.told()
    glass.lift((0, HERE))
    assert glass.told() == told


def test_hovering_and_repeating_are_no_activity(glass: Glass) -> None:
    glass.bring_to(State.VISIT)
    for x in range(3):
        glass.time.advance_s(20)
        QTest.mouseMove(glass.window, HERE + QPoint(x, x))
        glass.key(QEvent.Type.KeyPress, repeats=True)
    assert glass.session.state is State.WARNING


@pytest.mark.parametrize("state", ASLEEP)
def test_hovering_wakes_nobody(glass: Glass, state: State) -> None:
    glass.bring_to(state)
    QTest.mouseMove(glass.window, THERE)
    assert glass.session.state is state


def test_a_touch_left_from_the_last_visit_wakes_nobody_when_it_goes(glass: Glass) -> None:
    glass.bring_to(State.VISIT)
    glass.press((0, HERE))
    glass.time.advance_s(80)
    glass.move((0, THERE))
    glass.lift((0, THERE))
    assert glass.session.state is State.ATTRACT


def test_beside_a_drop_on_the_glass_a_touch_wakes_and_presses_nothing(glass: Glass) -> None:
    drop = (7, QPoint(10, 10))
    glass.bring_to(State.VISIT)
    glass.press(drop)
    glass.time.advance_s(80)
    before = glass.told()
    glass.join(drop, (1, THERE))
    assert glass.session.state is State.VISIT
    glass.part(drop, (1, THERE))
    assert glass.told() == before
    glass.time.advance_s(59)
    glass.join(drop, (2, THERE))
    glass.part(drop, (2, THERE))
    assert "tapped there" in glass.told()
    glass.time.advance_s(59)
    assert glass.session.state is State.VISIT


def test_other_events_pass(glass: Glass) -> None:
    glass.bring_to(State.ATTRACT)
    own = QEvent(QEvent.Type(QEvent.registerEventType()))
    assert not glass.activity.eventFilter(glass.window, own)
    assert glass.session.state is State.ATTRACT
