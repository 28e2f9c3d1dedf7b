"""A lobby's screen: the show for ever, nothing to begin, nothing that stands quite still."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.exhibit.model import Exhibit
from kiosk.map.drift import FAR_MM, drifted, moved
from kiosk.visit.lobby import Lobby
from tests.meeting import Meet
from tests.window import Visitor

HOUR_S = 3600
"""Where the words stand without a drift."""


@pytest.fixture
def lobby(meet: Meet) -> Visitor:
    """Somebody who passes through a lobby."""
    return meet(lobby=True, river=False)


def test_nothing_invites_to_begin(lobby: Visitor) -> None:
    assert lobby.word("touch_to_begin") not in lobby.texts()
    assert words_of(lobby).isVisible()


def test_no_hand_and_no_key_does_anything(lobby: Visitor) -> None:
    slide = lobby.stage.show.index
    at = QPoint(400, 300)
    lobby.touch_at(at)
    lobby.click_at(at)
    lobby.swipe(at, 60)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Q):
        lobby.key(key)
    assert (lobby.state, lobby.stage.show.index, lobby.screen) == ("attract", slide, "home")


@pytest.mark.parametrize(
    ("key", "modifiers", "swallowed"),
    [
        (Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier, False),
        (Qt.Key.Key_Q, Qt.KeyboardModifier.NoModifier, True),
        (Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier, True),
        (Qt.Key.Key_F4, Qt.KeyboardModifier.AltModifier, True),
    ],
)
@pytest.mark.parametrize("kind", [QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride])
def test_only_the_staffs_way_out_is_let_through(
    key: Qt.Key, modifiers: Qt.KeyboardModifier, swallowed: bool, kind: QEvent.Type
) -> None:
    filter_ = Lobby()
    assert filter_.eventFilter(filter_, QKeyEvent(kind, key, modifiers)) is swallowed


def test_the_window_closes_only_on_the_staffs_way_out(lobby: Visitor) -> None:
    assert not lobby.window.close()
    assert lobby.window.isVisible()
    QTest.keyClick(lobby.window, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    assert lobby.window.close()


def test_slides_stand_for_their_seconds(lobby: Visitor, exhibit: Exhibit) -> None:
    for i, slide in enumerate(exhibit.attract):
        assert lobby.stage.show.index == i
        lobby.time.advance_s(slide.seconds)
    assert lobby.stage.show.index == 0


def test_the_words_move_on_the_glass_and_stay_on_it(lobby: Visitor) -> None:
    lefts = []
    for _ in range(12):
        lobby.time.advance_s(60)
        lobby.process()
        lefts.append(words_of(lobby).mapToScene(QPointF()).x() / lobby.mm)
    assert max(lefts) - min(lefts) > FAR_MM / 2
    margin = words_of(lobby).parentItem().x() / lobby.mm  # the place that they drift from
    assert 0 < margin - FAR_MM - 0.5 <= min(lefts) < max(lefts) <= margin + 0.5


def words_of(lobby: Visitor) -> QQuickItem:
    """The item of the show's line."""
    line = lobby.stage.show.line.replace("\u00a0", " ")
    return next(
        text.item for text in lobby.text_items() if text.words.replace("\u00a0", " ") == line
    )


def test_a_kiosk_with_visitors_does_not_drift(passer_by: Visitor) -> None:
    passer_by.time.advance_s(200)
    QCoreApplication.processEvents()
    assert (passer_by.stage.show.driftX, passer_by.stage.show.driftY) == (0, 0)


# ------------------------------------------------------------ the drift itself


STANDS = {"en": "Hall 2, first floor", "zh": "二楼第二展厅"}


@pytest.mark.parametrize("size", [(1280, 720), (720, 1280), (1024, 768)])
def test_the_show_in_a_lobby_says_what_it_is_where_it_stands_and_how_it_ended(
    meet: Meet, exhibit: Exhibit, size: tuple[int, int]
) -> None:
    lobby = meet(lobby=True, stands=STANDS, size=size, river=False)
    title = exhibit.exhibit.title.in_("en")
    for slide in exhibit.attract:
        lobby.stage.camera.fly(1.0)
        lobby.process()
        items = {text.words: text.item for text in lobby.text_items()}
        boxes = {words: at.mapRectToScene(at.boundingRect()) for words, at in items.items()}
        assert {title, STANDS["en"]} <= set(boxes)
        told = words_of(lobby)
        line = told.mapRectToScene(told.boundingRect())
        assert not line.intersects(boxes[title]), slide.line
        assert 0 < boxes[STANDS["en"]].bottom() < size[1]
        lobby.time.advance_s(slide.seconds)
    assert exhibit.attract[-1].ends >= max(event.at for event in exhibit.events)
    assert lobby.stage.exhibitTitle == title


def test_nobody_who_can_begin_is_told_where_the_exhibit_stands(meet: Meet) -> None:
    assert STANDS["en"] not in meet(stands=STANDS).texts()


@given(st.floats(0, 30 * 24 * HOUR_S))
def test_the_drift_stays_small_and_slow(seconds: float) -> None:
    for before, after in zip(drifted(seconds), drifted(seconds + 1), strict=True):
        assert 0 <= before <= FAR_MM
        assert abs(after - before) < 0.1


def test_no_part_of_its_way_is_left_out() -> None:
    for axis in (0, 1):
        at = [drifted(second)[axis] for second in range(0, HOUR_S, 10)]
        assert min(at) < 0.05 * FAR_MM
        assert max(at) > 0.95 * FAR_MM


@given(st.integers(0, 100_000))
def test_a_view_moves_a_little_aside_and_keeps_its_size(turn: int) -> None:
    west, south, east, north = moved((100.0, 30.0, 102.0, 31.0), turn)
    assert (east - west, north - south) == pytest.approx((2, 1))
    assert abs(west - 100) < 0.025
    assert abs(south - 30) < 0.013
