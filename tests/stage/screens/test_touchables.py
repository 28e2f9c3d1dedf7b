"""What can be pressed, by finger, key or assistive technology: each state as seen and as told."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QObject,
    QPoint,
    QPointF,
    QRectF,
    Qt,
    QUrl,
    Slot,
)
from PySide6.QtGui import QAccessible, QAccessibleInterface, QColor, QImage, QKeyEvent
from PySide6.QtQml import QQmlComponent
from PySide6.QtQuick import QQuickItem

from kiosk.map.ground.palette import TABLE, luminance
from kiosk.visit.session import State
from tests.window import Visitor, walk

BUTTON = b"""
import QtQuick
import Kiosk.Controls
TouchButton { x: 400; y: 100; z: 5; text: "Nine words" }
"""
KEYS = [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space]


class Hand(QObject):
    """A visitor's hand on a button of their window, and how often it has acted."""

    def __init__(self, visitor: Visitor, **given: Any) -> None:
        super().__init__()
        self.visitor = visitor
        component = QQmlComponent(visitor.kiosk.engine)
        component.setData(BUTTON, QUrl())
        ground = visitor.window.contentItem()
        button = component.createWithInitialProperties({"parent": ground, **given})
        assert isinstance(button, QQuickItem), component.errorString()
        self.button, self.acts = button, 0
        button.setParent(self)
        button.activated.connect(self._count)  # type: ignore[attr-defined]
        visitor.frame()

    @Slot()
    def _count(self) -> None:
        self.acts += 1

    @property
    def area(self) -> QRectF:
        """The button on the window."""
        size = self.button.size()
        return QRectF(self.button.mapToScene(QPointF()), size)

    @property
    def face(self) -> QAccessibleInterface:
        """It as assistive technology finds it."""
        return QAccessible.queryAccessibleInterface(self.button)

    def by_tree(self, act: str) -> None:
        """An act of assistive technology."""
        self.face.actionInterface().doAction(act)
        self.visitor.process()

    def by_finger(self) -> None:
        self.visitor.touch_at(self.area.center().toPoint())

    def focus(self) -> None:
        self.button.forceActiveFocus(Qt.FocusReason.TabFocusReason)
        self.visitor.frame()

    def seen(self) -> QImage:
        """The window as it is painted."""
        self.visitor.frame()
        return self.visitor.window.grabWindow()

    def colour(self, x_mm: float, y_mm: float) -> str:
        """The colour at a distance from its upper left corner."""
        mm = self.visitor.mm
        at = self.area.topLeft() + QPointF(x_mm * mm, y_mm * mm)
        return str(self.seen().pixelColor(at.toPoint()).name())

    def words(self) -> QColor:
        """The colour of its words."""
        within = [it for it in walk(self.button) if it is not self.button]
        return QColor(next(it for it in within if it.property("text")).property("color"))


def test_finger_key_and_tree_do_the_same(visitor: Visitor) -> None:
    hand = Hand(visitor)
    hand.by_finger()
    assert hand.acts == 1
    hand.focus()
    for key in KEYS:
        visitor.key(key)
    assert hand.acts == 1 + len(KEYS)
    hand.by_tree("Press")
    assert hand.acts == 2 + len(KEYS)


def test_a_disabled_one_does_nothing_and_is_no_stop_of_the_keys(visitor: Visitor) -> None:
    hand = Hand(visitor, enabled=False)
    hand.by_finger()
    hand.focus()
    for key in KEYS:
        visitor.key(key)
    hand.by_tree("Press")
    assert hand.acts == 0
    assert not hand.button.hasActiveFocus()
    assert hand.button.isVisible()


def test_a_finger_that_slides_off_lets_go(visitor: Visitor) -> None:
    hand = Hand(visitor)
    at = hand.area.center().toPoint()
    visitor.drag(at, at + QPoint(0, round(40 * visitor.mm)))
    assert hand.acts == 0


def test_a_key_held_down_acts_once(visitor: Visitor) -> None:
    hand = Hand(visitor)
    hand.focus()
    none = Qt.KeyboardModifier.NoModifier
    for repeats in (False, True, True):
        press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, none, "\r", repeats)
        QCoreApplication.sendEvent(visitor.window, press)
    assert hand.acts == 0  # it acts as it comes up: held for a second it asks for help
    release = QKeyEvent(QEvent.Type.KeyRelease, Qt.Key.Key_Return, none, "\r")
    QCoreApplication.sendEvent(visitor.window, release)
    assert hand.acts == 1


@pytest.mark.parametrize("how", ["finger", "key", "tree"])
def test_every_press_keeps_the_visit_awake(visitor: Visitor, how: str) -> None:
    hand = Hand(visitor)
    hand.focus()
    limit = visitor.kiosk.stage.session._limit_ms() / 1000
    for step in range(4):
        hand.button.setX(100 + 200 * step)  # what touches one place for minutes is no visitor
        visitor.time.advance_s(limit - 1)
        if how == "finger":
            hand.by_finger()
        elif how == "key":
            visitor.key(Qt.Key.Key_Return)
        else:
            hand.by_tree("Press")
        assert visitor.state == State.VISIT
    assert hand.acts == 4
    visitor.wait_for("warning")


def test_a_press_through_the_tree_answers_the_warning_and_does_no_more(visitor: Visitor) -> None:
    hand = Hand(visitor)
    visitor.wait_for("warning")
    hand.by_tree("Press")
    assert visitor.state == State.VISIT
    assert hand.acts == 0


def test_each_state_has_its_colours_and_all_have_one_size(visitor: Visitor) -> None:
    amber, paper, muted = (QColor(name) for name in (TABLE.amber, TABLE.line, TABLE.muted))
    down = QColor(TABLE.amber).darker(133)
    hand = Hand(visitor)
    size = hand.button.size()

    assert (hand.words(), hand.colour(2, 5)) == (amber, TABLE.bar)
    assert [hand.colour(2, at) for at in (0.2, 0.8)] == [TABLE.amber, TABLE.bar]

    visitor.down(hand.area.center().toPoint())
    assert abs(luminance(hand.words()) - luminance(down)) < 0.01
    assert luminance(hand.colour(2, 0.2)) < 0.75 * luminance(amber)
    visitor.up(hand.area.center().toPoint())

    hand.button.setProperty("chosen", True)
    assert (hand.words(), hand.colour(2, 5)) == (paper, TABLE.raised)
    assert [hand.colour(2, at) for at in (0.2, 1.7, 2.3)] == [TABLE.amber] * 2 + [TABLE.raised]
    hand.button.setProperty("chosen", False)

    assert hand.button.size() == size
    hand.button.setProperty("filled", True)
    size = hand.button.size()  # the screen's one act is so throughout, in bold
    assert (hand.words(), hand.colour(2, 5)) == (QColor(TABLE.void), TABLE.amber)
    visitor.down(hand.area.center().toPoint())
    assert hand.words() == QColor(TABLE.void)
    assert abs(luminance(hand.colour(2, 5)) - luminance(down)) < 0.01
    visitor.up(hand.area.center().toPoint())

    hand.button.setProperty("enabled", False)
    assert (hand.words(), hand.colour(2, 5)) == (muted, TABLE.bar)
    assert hand.colour(2, 0.2) == TABLE.muted
    assert hand.button.size() == size


def test_a_plain_one_is_words_alone_until_it_is_chosen(visitor: Visitor) -> None:
    visitor.open("forces")  # where the ground under it is even
    hand = Hand(visitor, plain=True)
    assert hand.words() == QColor(TABLE.amber)
    assert hand.colour(2, 0.2) == hand.colour(2, -4) == hand.colour(2, 5)
    hand.button.setProperty("chosen", True)
    assert [hand.colour(2, at) for at in (0.2, 5)] == [TABLE.amber, TABLE.raised]


@pytest.mark.parametrize("state", ["", "chosen", "filled", "plain"])
def test_the_ring_is_3_mm_outside_the_target_in_every_state(visitor: Visitor, state: str) -> None:
    hand = Hand(visitor, **({state: True} if state else {}))
    assert visitor.named("FocusRing") == []
    size = hand.button.size()
    hand.focus()
    (ring,) = visitor.named("FocusRing")
    outer = QRectF(ring.mapToScene(QPointF()), ring.size())
    px = 1.0
    for side in (
        hand.area.left() - outer.left(),
        outer.right() - hand.area.right(),
        hand.area.top() - outer.top(),
        outer.bottom() - hand.area.bottom(),
    ):
        assert side == pytest.approx(3 * visitor.mm, abs=px)
    middle = hand.area.height() / 2 / visitor.mm
    assert hand.colour(-2.5, middle) == TABLE.line
    assert hand.colour(-0.7, middle) == TABLE.void
    assert hand.button.size() == size


def test_the_ring_goes_along_and_nothing_cuts_it(visitor: Visitor) -> None:
    hand = Hand(visitor)
    hand.focus()
    box = QQuickItem(visitor.window.contentItem())
    box.setClip(True)
    box.setSize(hand.button.size())
    box.setPosition(QPointF(300, 300))
    hand.button.setParentItem(box)
    hand.button.setPosition(QPointF(0, 0))
    assert hand.colour(-2.5, 5) == TABLE.line
    assert hand.colour(5, -2.5) == TABLE.line
    hand.button.setParentItem(visitor.window.contentItem())
    box.deleteLater()


def test_at_the_edge_the_ring_comes_in_and_stays_whole(visitor: Visitor) -> None:
    hand = Hand(visitor, x=0, y=0)
    hand.focus()
    (ring,) = visitor.named("FocusRing")
    assert (ring.x(), ring.y()) == (0, 0)
    assert hand.colour(0.7, 5) == TABLE.line


def test_an_inset_ring_is_within_the_target(visitor: Visitor) -> None:
    hand = Hand(visitor, inset=True)
    hand.focus()
    (ring,) = visitor.named("FocusRing")
    area = QRectF(ring.mapToScene(QPointF()), ring.size())
    assert hand.area.contains(area)
    assert area.adjusted(-1, -1, 1, 1).contains(hand.area)


@pytest.mark.parametrize(
    ("role", "checkable", "selected"),
    [
        (QAccessible.Role.Button, False, True),
        (QAccessible.Role.CheckBox, True, False),
        (QAccessible.Role.RadioButton, True, False),
        (QAccessible.Role.PageTab, False, True),
    ],
)
def test_role_name_state_and_value_are_told(
    visitor: Visitor, role: QAccessible.Role, checkable: bool, selected: bool
) -> None:
    hand = Hand(visitor, role=role.value, spoken="Contrast", stands="High", chosen=True)
    assert hand.face.role() == role
    assert hand.face.text(QAccessible.Text.Name) == "Contrast"
    assert hand.face.text(QAccessible.Text.Description) == "High"
    state = hand.face.state()
    assert state.focusable
    assert (state.checkable, state.checked, state.selected) == (checkable, checkable, selected)
    hand.button.setProperty("chosen", False)
    state = hand.face.state()
    assert not state.checked
    assert not state.selected
    assert not state.disabled
    acts = {"Press", "Toggle"} & set(hand.face.actionInterface().actionNames())
    assert acts == ({"Press", "Toggle"} if checkable else {"Press"})
    for act in acts:
        hand.by_tree(act)
    assert hand.acts == len(acts)
    hand.button.setEnabled(False)
    assert hand.face.state().disabled
