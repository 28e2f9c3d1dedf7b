"""The keys: they reach each link of a text, go into what opens, and come back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtQuick import QQuickItem

from kiosk.visit.session import State
from tests.window import Visitor, walk


def tabbed(visitor: Visitor, key: Qt.Key = Qt.Key.Key_Tab) -> QQuickItem:
    """What has the keys after a step of them."""
    visitor.key(key)
    visitor.process()
    focused = visitor.window.activeFocusItem()
    assert focused is not None
    return focused


def reached(visitor: Visitor, most: int = 80) -> Iterator[QQuickItem]:
    """What the keys reach one after the other, as far as they come round."""
    first = tabbed(visitor)
    yield first
    for _ in range(most):
        focused = tabbed(visitor)
        if focused is first:
            return
        yield focused


def focused_on(visitor: Visitor) -> str:
    """What is told of where the keys are."""
    focused = visitor.window.activeFocusItem()
    return str(focused.property("spoken")) if focused is not None else ""


def link_of(item: QQuickItem) -> str:
    """The ref of the link that the keys have; "" for none."""
    held = item.property("modelData")
    held = held.toVariant() if hasattr(held, "toVariant") else held
    return str(held["ref"]) if isinstance(held, dict) and "ref" in held else ""


def text_of(link: QQuickItem) -> QQuickItem:
    """The text in which a link stands."""
    voice = link.parentItem()
    text = voice.parentItem() if voice is not None else None
    assert text is not None
    return text


def linked(visitor: Visitor) -> QQuickItem:
    """The first link that the keys reach."""
    return next(item for item in reached(visitor) if link_of(item))


@pytest.mark.parametrize("scale", [100, 200])
def test_the_keys_reach_each_link_of_a_page_where_it_stands(visitor: Visitor, scale: int) -> None:
    visitor.stage.preferences.setTextScale(scale)
    visitor.open("phases")
    visitor.settle()
    found = []
    for item in reached(visitor):
        if ref := link_of(item):
            text = text_of(item)
            middle = item.mapRectToItem(text, item.boundingRect()).center()
            visible = item.mapRectToScene(item.boundingRect())
            assert any(seen.area.contains(visible.center()) for seen in visitor.panes())
            lines = round(item.height() / text.height() * text.property("lineCount"))
            if lines == 1:
                assert text.linkAt(middle.x(), middle.y()) == ref  # type: ignore[attr-defined]
            found.append(ref)
    body = str(visitor.stage.page.body)
    assert found == [part.split('"')[0] for part in body.split('<a href="')[1:]]
    assert len(found) > 1


def test_the_keys_go_into_a_card_and_come_back_to_its_link(visitor: Visitor) -> None:
    visitor.open("phases")
    visitor.settle()
    link = linked(visitor)
    visitor.key(Qt.Key.Key_Return)
    visitor.settle()
    assert visitor.stage.navigation.card == link_of(link)
    assert focused_on(visitor) == visitor.stage.card.title
    another = link_of(linked(visitor))  # a link of the card opens another
    visitor.key(Qt.Key.Key_Return)
    visitor.settle()
    assert visitor.stage.navigation.card == another != link_of(link)
    assert focused_on(visitor) == visitor.stage.card.title
    visitor.key(Qt.Key.Key_Up)
    assert focused_on(visitor) == visitor.word("close")
    visitor.key(Qt.Key.Key_Return)
    visitor.settle()
    assert visitor.stage.navigation.card == ""
    assert visitor.window.activeFocusItem() is link


def test_nothing_beneath_a_sheet_is_reached(visitor: Visitor) -> None:
    visitor.open("phases")
    visitor.settle()
    link = linked(visitor)
    page = link.parentItem()
    visitor.stage.navigation.openSheet("sources")
    visitor.settle()
    assert page not in [item.parentItem() for item in reached(visitor)]


def test_the_keys_answer_the_warning_and_come_back(visitor: Visitor) -> None:
    visitor.open("phases")
    visitor.settle()
    link = linked(visitor)
    visitor.wait_for(State.WARNING)
    visitor.settle()
    focused = visitor.window.activeFocusItem()
    assert focused is not None
    assert focused.property("spoken") == visitor.word("stay")
    visitor.key(Qt.Key.Key_Return)
    visitor.settle()
    assert visitor.state == State.VISIT
    assert visitor.window.activeFocusItem() is link


def test_a_finger_brings_no_ring(visitor: Visitor) -> None:
    visitor.open("phases")
    visitor.touch(visitor.word("how_known"))
    visitor.settle()
    rings = [it for it in walk(visitor.window.contentItem()) if it.objectName() == "FocusRing"]
    assert rings == []
