"""The mouse's arrow, event by event."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent, QWindow
from PySide6.QtTest import QTest

from kiosk.qt.arrow import RESTS_MS, Arrow
from tests.qt.fake_time import FakeTime

NONE = Qt.KeyboardModifier.NoModifier
NO_BUTTON = Qt.MouseButton.NoButton


class Desk:
    """A window with an arrow, a mouse and a touch screen."""

    def __init__(self) -> None:
        self.time = FakeTime()
        self.window = QWindow()
        self.window.resize(400, 400)
        self.arrow = Arrow(self.window, self.time)
        self.arrow.hide()
        self.window.installEventFilter(self.arrow)
        self.device = QTest.createTouchDevice()

    @property
    def shown(self) -> bool:
        return self.window.cursor().shape() is not Qt.CursorShape.BlankCursor

    def mouse(
        self,
        x: int,
        source: Qt.MouseEventSource = Qt.MouseEventSource.MouseEventNotSynthesized,
    ) -> None:
        at = QPointF(x, 100)
        event = QMouseEvent(QEvent.Type.MouseMove, at, at, at, NO_BUTTON, NO_BUTTON, NONE, source)
        QGuiApplication.sendEvent(self.window, event)

    def touch(self) -> None:
        at = QPoint(100, 100)
        QTest.touchEvent(self.window, self.device).press(0, at, self.window).commit()
        QTest.touchEvent(self.window, self.device).release(0, at, self.window).commit()


class Told(QObject):
    """What a window tells the compositor of its cursor."""

    def __init__(self, window: QWindow) -> None:
        super().__init__(window)
        self.changes = 0
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.changes += event.type() == QEvent.Type.CursorChange
        return False


@pytest.fixture
def desk(qapp: QGuiApplication) -> Iterator[Desk]:
    desk = Desk()
    yield desk
    desk.arrow.close()
    desk.window.destroy()


def test_there_is_none_before_a_mouse_moves(desk: Desk) -> None:
    assert not desk.shown
    desk.mouse(10)
    assert desk.shown


def test_it_goes_five_seconds_after_the_mouse_has_moved(desk: Desk) -> None:
    desk.mouse(10)
    desk.time.advance(RESTS_MS - 1)
    desk.mouse(11)
    desk.time.advance(RESTS_MS - 1)
    assert desk.shown
    desk.time.advance(1)
    assert not desk.shown
    desk.mouse(12)
    assert desk.shown


def test_a_mouse_that_is_told_of_where_it_was_brings_nothing(desk: Desk) -> None:
    desk.mouse(10)
    desk.time.advance(RESTS_MS)
    desk.mouse(10)
    assert not desk.shown


def test_a_touch_hides_it_at_once(desk: Desk) -> None:
    desk.mouse(10)
    desk.touch()
    assert not desk.shown
    assert desk.time.waiting() == 0


def test_a_touch_hides_an_arrow_that_a_compositor_has_brought_back(desk: Desk) -> None:
    told = Told(desk.window)
    desk.touch()
    assert told.changes
    assert not desk.shown


@pytest.mark.parametrize(
    "source",
    [
        Qt.MouseEventSource.MouseEventSynthesizedBySystem,
        Qt.MouseEventSource.MouseEventSynthesizedByQt,
        Qt.MouseEventSource.MouseEventSynthesizedByApplication,
    ],
)
def test_a_mouse_made_up_from_a_touch_brings_nothing(
    desk: Desk, source: Qt.MouseEventSource
) -> None:
    desk.touch()
    desk.mouse(10, source)
    assert not desk.shown
