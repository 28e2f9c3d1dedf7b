"""What assistive technology finds: every word on the screen, and nothing that nobody sees."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QAccessible, QAccessibleInterface

from kiosk.visit.navigation import Sheet
from kiosk.visit.session import State
from kiosk.workbench.layout.eyes import plain
from tests.meeting import SMALL, Meet
from tests.window import SCREENS, Visitor

SIGNS = {"Aa"}
"""Letters that are a sign."""

GLUED = re.compile(r"[\u4e00-\u9fff] +[A-Za-z]|[A-Za-z] +[\u4e00-\u9fff]")
"""Chinese beside English, as nobody writes it in one name."""

TEXTS = (QAccessible.Role.StaticText, QAccessible.Role.Heading)

SHEETS = ("sources", "events", "phases", "comfort", "key", "order", "figures", "positions", "menu")


def beneath(face: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """A node and all beneath it."""
    yield face
    for number in range(face.childCount()):
        yield from beneath(face.child(number))


def tree(visitor: Visitor) -> list[QAccessibleInterface]:
    """All nodes of the window, in their order: none is to be kept when the screen changes."""
    visitor.settle()
    visitor.frame()
    return list(beneath(QAccessible.queryAccessibleInterface(visitor.window)))


def told(node: QAccessibleInterface) -> str:
    """Name and description of a node."""
    return f"{node.text(QAccessible.Text.Name)} {node.text(QAccessible.Text.Description)}"


def words(text: str) -> list[str]:
    return re.findall(r"\w+", plain(text))


def flaws(visitor: Visitor) -> list[str]:
    """Words that are seen and not told, and nodes that are told and not seen."""
    nodes = tree(visitor)
    said = plain(" ".join(map(told, nodes)))
    every = {*words(said)} | SIGNS
    seen = [word for text in visitor.look().texts for word in words(text.words)]
    # what is written without spaces is no word by itself
    found = [f"{w} is not told" for w in seen if w not in every and (w.isascii() or w not in said)]
    assert seen
    for node in nodes:
        name, state = node.text(QAccessible.Text.Name), node.state()
        if not name:
            found.append(f"a {node.role()} has no name")
        if state.invisible:
            found.append(f"{name} is hidden")
        elif node.rect().isEmpty():
            found.append(f"{name} has no size")
    return found


def node_of(visitor: Visitor, name: str) -> QAccessibleInterface:
    """The node of a name."""
    return next(one for one in tree(visitor) if one.text(QAccessible.Text.Name) == name)


def mark_of(visitor: Visitor) -> QAccessibleInterface:
    """The first mark on the map."""
    return next(one for one in tree(visitor) if one.role() == QAccessible.Role.Graphic)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("screen", [*SCREENS, "decisions", "disagreements"])
def test_every_word_on_a_screen_is_told_and_nothing_hidden(
    visitor: Visitor, screen: str, language: str
) -> None:
    visitor.stage.preferences.chooseLanguage(language)
    visitor.stage.navigation.openPanel(screen)
    assert flaws(visitor) == []


def test_a_text_is_told_as_it_is_written(visitor: Visitor) -> None:
    visitor.stage.preferences.chooseLanguage("zh")
    visitor.open("phases")
    for number, phase in enumerate(visitor.stage.exhibit.phases):
        visitor.stage.navigation.openPhase(number)
        assert phase.text.in_("zh") in [node.text(QAccessible.Text.Name) for node in tree(visitor)]


@pytest.mark.parametrize("sheet", SHEETS)
def test_every_word_of_a_sheet_is_told_and_nothing_beneath_it(visitor: Visitor, sheet: str) -> None:
    visitor.open("phases")
    body = plain(str(visitor.stage.page.body))
    assert body in [plain(node.text(QAccessible.Text.Name)) for node in tree(visitor)]
    visitor.stage.navigation.openSheet(sheet)
    assert flaws(visitor) == []
    names = [plain(node.text(QAccessible.Text.Name)) for node in tree(visitor)]
    assert body not in names
    roles = [node.role() for node in tree(visitor)]
    assert roles.count(QAccessible.Role.Dialog) == 1


def test_the_warning_is_told_alone_with_its_seconds(visitor: Visitor) -> None:
    visitor.open("phases")
    visitor.wait_for(State.WARNING)
    assert flaws(visitor) == []
    (alert,) = (node for node in tree(visitor) if node.role() == QAccessible.Role.AlertMessage)
    seconds = int(visitor.stage.session.secondsLeft)
    assert str(seconds) in alert.text(QAccessible.Text.Description)
    visitor.time.advance_s(1)
    visitor.process()
    assert str(seconds - 1) in alert.text(QAccessible.Text.Description)
    buttons = [node for node in tree(visitor) if node.role() == QAccessible.Role.Button]
    assert [node.text(QAccessible.Text.Name) for node in buttons] == [visitor.word("stay")]


def test_the_slider_has_its_hours_and_goes_on_by_an_hour(visitor: Visitor) -> None:
    visitor.open("phases")
    playhead = visitor.stage.playhead
    slider = node_of(visitor, visitor.word("timeline"))
    value = slider.valueInterface()
    assert value.minimumValue() == 0
    assert value.maximumValue() == playhead.span
    before = playhead.hours
    slider.actionInterface().doAction("Increase")
    visitor.process()
    assert value.currentValue() == playhead.hours == before + value.minimumStepSize()
    assert slider.text(QAccessible.Text.Description) == visitor.stage.moment.text
    slider.actionInterface().doAction("Decrease")
    visitor.process()
    assert playhead.hours == before


def test_a_mark_of_the_map_opens_its_card(visitor: Visitor) -> None:
    visitor.open("phases")
    mark_of(visitor).actionInterface().doAction("Press")
    visitor.process()
    assert visitor.stage.navigation.card.startswith("formations/")


@pytest.mark.parametrize("what", ["slider", "phase", "mark"])
def test_presses_through_the_tree_put_off_the_warning(visitor: Visitor, what: str) -> None:
    visitor.open("phases")
    limit = visitor.stage.session._limit_ms() / 1000
    timeline = visitor.word("timeline")
    for _ in range(3):
        if what == "slider":
            node, act = node_of(visitor, timeline), "Increase"
        elif what == "phase":
            segment = visitor.stage.timeline.segments.rows[0]
            node, act = node_of(visitor, f"{segment.name}, {segment.dates}"), "Press"
        else:
            node, act = mark_of(visitor), "Press"
        visitor.time.advance_s(limit - 1)
        node.actionInterface().doAction(act)
        del node
        visitor.process()
        assert visitor.state == State.VISIT


def test_the_tree_has_the_language_that_is_read(visitor: Visitor) -> None:
    assert QLocale().name().startswith("en")
    visitor.stage.preferences.chooseLanguage("zh")
    assert QLocale().name() == "zh_CN"


@pytest.mark.parametrize(("language", "other"), [("en", "中文"), ("zh", "English")])
def test_a_name_in_the_second_language_is_told_as_such(
    visitor: Visitor, language: str, other: str
) -> None:
    visitor.stage.preferences.chooseLanguage(language)
    visitor.settle()
    places = list(visitor.stage.river.home.places.rows)
    named = [place for place in places if place.second]
    assert named
    heard = list(map(told, tree(visitor)))
    for place in named:
        assert f"{place.lead} {other}: {place.second}" in heard


@pytest.mark.parametrize("screen", ["phases", "lessons", "forces", "decisions"])
def test_no_name_stands_twice_in_a_text(visitor: Visitor, screen: str) -> None:
    visitor.stage.navigation.openPanel(screen)
    linked = 0
    for text in tree(visitor):
        links = [text.child(n) for n in range(text.childCount()) if text.role() in TEXTS]
        named = [link.text(QAccessible.Text.Name) for link in links]
        assert len(named) == len(set(named)) or screen == "lessons"
        for link, name in zip(links, named, strict=True):
            proof = re.fullmatch(r"Proof \d", name)  # it opens no card
            assert link.role() == (QAccessible.Role.Button if proof else QAccessible.Role.Link)
            assert not proof or screen == "lessons"
        linked += len(links)
    seen = [text for text in visitor.look().texts if "<a href" in str(text.item.property("text"))]
    written = [str(text.item.property("text")).count("<a href") for text in seen]
    assert linked == sum(written)


def test_a_title_tells_its_second_language_and_nothing_else_does(visitor: Visitor) -> None:
    for screen in ("phases", "lessons", "decisions"):
        visitor.stage.navigation.openPanel(screen)
        second = str(visitor.stage.page.second)
        assert second
        (title,) = [said for said in map(told, tree(visitor)) if second in said]
        assert title == f"{visitor.stage.page.title} 中文: {second}"


@pytest.mark.parametrize(("language", "other"), [("en", "中文"), ("zh", "English")])
def test_no_name_is_glued_to_the_same_in_another_language(
    visitor: Visitor, language: str, other: str
) -> None:
    visitor.stage.preferences.chooseLanguage(language)
    for screen in ("home", "maps"):
        visitor.open(screen)
        said = [(node.text(QAccessible.Text.Name), told(node)) for node in tree(visitor)]
        assert any(f"{other}: " in each for _, each in said)
        assert [name for name, _ in said if GLUED.search(name)] == []


def test_the_text_size_is_one_choice_with_its_sizes(visitor: Visitor) -> None:
    visitor.stage.navigation.openSheet(Sheet.COMFORT)
    visitor.stage.preferences.setTextScale(125)
    group = node_of(visitor, visitor.word("text_size"))
    assert group.role() is QAccessible.Role.Grouping
    sizes = [group.child(number) for number in range(group.childCount())]
    checked = {one.text(QAccessible.Text.Name): bool(one.state().checked) for one in sizes}
    assert checked == {"100%": False, "125%": True, "150%": False, "200%": False}


def test_another_exhibit_is_told_too(meet: Meet) -> None:
    visitor = meet(SMALL)
    visitor.stand_still()
    visitor.wake()
    for screen in SCREENS:
        visitor.open(screen)
        assert flaws(visitor) == []
        visitor.stage.navigation.openSheet(Sheet.POSITIONS)
        assert flaws(visitor) == []
        visitor.stage.navigation.closeSheet()
