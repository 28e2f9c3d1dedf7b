"""Somebody with five keys who sees nothing but what assistive technology is told."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtQuick import QQuickItem

from kiosk.exhibit.model import Exhibit
from kiosk.visit.session import State
from kiosk.workbench.layout.eyes import plain
from tests.meeting import SMALL, Meet
from tests.window import SCREENS, Visitor, alone

NEXT, PREVIOUS, MORE, LESS, OK = (
    *(Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Left),
    Qt.Key.Key_Return,
)
MOST = 400
"""More stops than any screen has."""


class Driver:
    """Five keys, and the node that has them."""

    def __init__(self, visitor: Visitor) -> None:
        self.visitor = visitor
        self.root = QAccessible.queryAccessibleInterface(visitor.window)

    @property
    def here(self) -> QAccessibleInterface:
        node = self.root.focusChild()
        assert node is not None, "the keys are nowhere"
        return node

    @property
    def name(self) -> str:
        return plain(self.here.text(QAccessible.Text.Name))

    @property
    def told(self) -> str:
        """Name, and what it stands at."""
        return f"{self.name} {plain(self.here.text(QAccessible.Text.Description))}"

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            self.visitor.key(key)

    def round(self) -> Iterator[str]:
        """All that is told from here to here again."""
        start = self.here.object()
        for _ in range(MOST):
            yield self.told
            self.press(NEXT)
            if self.here.object() is start:
                return
        raise AssertionError("the round does not close")

    def go(self, name: str) -> None:
        """To the next stop of a name."""
        for _ in range(MOST):
            self.press(NEXT)
            if self.name == name:
                return
        raise AssertionError(f"{name!r} is not reached")

    def take(self, name: str) -> None:
        """Does what the stop of a name does."""
        if self.name != name:
            self.go(name)
        self.press(OK)
        self.visitor.settle()


def woken(visitor: Visitor, key: Qt.Key = OK) -> Driver:
    """Somebody with five keys who has woken the exhibit by one of them."""
    visitor.stand_still()
    visitor.key(key)
    visitor.settle()
    return Driver(visitor)


@pytest.fixture
def driver(passer_by: Visitor) -> Driver:
    """Somebody who has woken the exhibit with a key."""
    return woken(passer_by, NEXT)


def words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text))


def untold(driver: Driver, heard: list[str]) -> list[str]:
    """Texts off the map, and things to press, that nobody comes by."""
    visitor = driver.visitor
    said = " ".join(heard)
    texts = [
        text.words
        for text in visitor.look().texts
        if text.item.property("walked") and not text.item.property("part")
    ]
    targets = [target.name for target in alone(visitor.look())]
    assert texts
    assert targets
    pressed = [name for name in map(plain, targets) if name not in said]
    # A name is told apart from its second language, which stands two blanks off.
    parts = [part for text in texts for part in plain(text).strip().split("  ")]
    return [*(part for part in parts if part not in said), *pressed]


def rounded(driver: Driver) -> list[str]:
    """A round, with whose end every word and target of the first and last sight was told."""
    driver.visitor.frame()
    first = driver.visitor.look()
    assert first.texts
    return list(driver.round())


def test_a_key_wakes_and_lands_on_the_title_of_home(passer_by: Visitor) -> None:
    passer_by.key(NEXT)
    passer_by.settle()
    assert passer_by.state == State.VISIT
    driver = Driver(passer_by)
    assert driver.name == passer_by.stage.page.title
    assert driver.here.role() == QAccessible.Role.Heading
    assert passer_by.named("FocusRing")


@pytest.mark.parametrize("screen", [*SCREENS, "decisions", "disagreements"])
def test_the_round_of_a_screen_tells_all_that_is_on_it(driver: Driver, screen: str) -> None:
    visitor = driver.visitor
    visitor.stage.navigation.openPanel(screen)
    visitor.settle()
    driver.press(NEXT)
    heard = rounded(driver)
    assert untold(driver, heard) == []


@pytest.mark.parametrize("sheet", ["sources", "events", "comfort", "key", "order", "positions"])
def test_a_sheet_is_a_round_of_its_own_with_its_way_out(driver: Driver, sheet: str) -> None:
    visitor = driver.visitor
    visitor.stage.navigation.openPanel("phases")
    visitor.settle()
    driver.press(NEXT)
    before = driver.told
    visitor.stage.navigation.openSheet(sheet)
    visitor.settle()
    assert driver.here.role() == QAccessible.Role.Heading
    heard = rounded(driver)
    close = visitor.word("close")
    assert f"{close} " in heard
    assert f"{visitor.word('home')} " not in heard  # nothing but the sheet
    driver.press(LESS)
    assert driver.name == close
    driver.press(OK)
    visitor.settle()
    assert visitor.stage.navigation.sheet == ""
    assert driver.told == before


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_whole_way_through_an_exhibit(
    passer_by: Visitor, exhibit: Exhibit, language: str
) -> None:
    visitor = passer_by
    driver = woken(visitor)
    if language != "en":
        driver.take(str(visitor.stage.nextLanguageName))
        assert visitor.stage.preferences.language == language
    for panel in ("phases", "forces", "maps", "lessons"):
        driver.take(visitor.door_name(panel))
        assert visitor.screen == panel
        assert driver.told.strip()
    stage = visitor.stage
    driver.take(visitor.word("tab_decisions"))
    assert driver.name == stage.page.title
    driver.take(plain(next(iter(stage.choices.ways.rows)).text))
    assert stage.choices.happened
    driver.go(visitor.word("was_done"))
    driver.take(visitor.word("next"))
    assert driver.name == stage.page.title
    driver.take(visitor.word("tab_disagreements"))
    assert driver.name == stage.page.title
    driver.take(visitor.word("home"))
    assert driver.name == stage.page.title
    driver.take(visitor.word("comfort"))
    driver.take(visitor.word("end_visit"))
    assert visitor.state == State.ATTRACT


def test_a_small_exhibit_is_walked_whole(meet: Meet) -> None:
    visitor = meet(SMALL)
    driver = woken(visitor)
    for screen in SCREENS[1:]:
        driver.take(visitor.door_name(screen))
        assert visitor.screen == screen
        heard = rounded(driver)
        assert untold(driver, heard) == []
        links = [one for one in heard if one.strip() in names_of(visitor)]
        for link in dict.fromkeys(links):
            driver.take(link.strip())
            assert visitor.stage.navigation.card
            list(driver.round())
            driver.take(visitor.word("close"))
            assert driver.told == link


def names_of(visitor: Visitor) -> set[str]:
    """The names in the text of a page."""
    return set(re.findall(r">([^<]+)</a>", str(visitor.stage.page.body)))


def test_regions_are_jumped_to(driver: Driver) -> None:
    visitor = driver.visitor
    driver.take(visitor.door_name("phases"))
    first = str(visitor.stage.page.overline)
    seen = []
    while driver.name != first:
        driver.press(MORE)
        seen.append(driver.name)
        assert len(seen) < 5
    assert [visitor.word("map"), visitor.word("play_phase"), first] == seen[-3:]
    driver.press(LESS)
    assert driver.name == visitor.word("play_phase")


def test_each_phase_is_a_stop_of_the_ruler(driver: Driver) -> None:
    visitor = driver.visitor
    driver.take(visitor.door_name("phases"))
    for number, row in list(enumerate(visitor.stage.timeline.segments.rows))[1:]:
        driver.take(f"{row.name}, {row.dates}")
        assert visitor.stage.navigation.phase == number
        assert driver.name == visitor.stage.page.title


def test_the_slider_steps_and_keeps_the_keys_while_phases_pass(driver: Driver) -> None:
    visitor = driver.visitor
    driver.take(visitor.door_name("phases"))
    driver.go(visitor.word("timeline"))
    playhead, navigation = visitor.stage.playhead, visitor.stage.navigation
    before = playhead.hours
    driver.press(MORE)
    assert playhead.hours == before + 1
    driver.press(LESS)
    assert playhead.hours == before
    playhead.seek(playhead.span - 1)
    driver.press(MORE)
    visitor.settle()
    assert navigation.phase > 0
    assert driver.name == visitor.word("timeline")


def test_the_text_size_is_one_stop_and_stepped_through(driver: Driver) -> None:
    preferences = driver.visitor.stage.preferences
    driver.visitor.stage.navigation.openSheet("comfort")
    driver.visitor.settle()
    driver.go(driver.visitor.word("text_size"))
    for key, percent in ((LESS, 100), (MORE, 125), (MORE, 150), (LESS, 125), (OK, 150)):
        driver.press(key)
        assert preferences.textScale == percent
        assert driver.told == f"{driver.visitor.word('text_size')} {percent}%"
    driver.press(NEXT)
    assert driver.name == driver.visitor.word("contrast")


def test_the_map_is_told_where_the_keys_come_to_it(driver: Driver) -> None:
    stage = driver.visitor.stage
    driver.take(driver.visitor.door_name("phases"))
    driver.go(driver.visitor.word("map"))
    assert driver.told == f"{driver.visitor.word('map')} {stage.positions.told()}"
    assert str(stage.moment.text) in driver.told
    assert len(driver.told) > 100


def test_back_leaves_the_innermost_thing(driver: Driver) -> None:
    visitor, back = driver.visitor, Qt.Key.Key_Escape
    driver.take(visitor.door_name("phases"))
    navigation = visitor.stage.navigation
    navigation.openCard("places/handan")
    navigation.openSheet("sources")
    visitor.settle()
    driver.press(back)
    visitor.settle()
    assert (navigation.sheet, navigation.card) == ("", "places/handan")
    driver.press(back)
    visitor.settle()
    assert (navigation.card, visitor.screen) == ("", "phases")
    driver.press(back)
    visitor.settle()
    assert visitor.screen == "home"
    assert driver.name == visitor.stage.page.title
    driver.press(back)
    visitor.settle()
    assert navigation.sheet == "comfort"
    driver.go(visitor.word("end_visit"))


def test_help_says_where_one_is_and_goes_with_the_next_key(driver: Driver) -> None:
    visitor = driver.visitor
    announced = heard_by(visitor)
    driver.press(Qt.Key.Key_F1)
    assert visitor.word("keys_help") in announced[-1]
    assert announced[-1].count(str(visitor.stage.page.title)) == 1
    assert announced[-1] in visitor.texts()
    driver.press(NEXT)
    assert announced[-1] not in visitor.texts()


def heard_by(visitor: Visitor) -> list[str]:
    """What is announced from now on."""
    (announcer,) = visitor.named("Announcer")
    found: list[str] = []
    announcer.announced.connect(lambda text, urgent: found.append(text))  # type: ignore[attr-defined]
    return found


def test_what_changes_is_announced(driver: Driver) -> None:
    visitor = driver.visitor
    heard = heard_by(visitor)
    driver.take(visitor.door_name("phases"))
    assert heard == [visitor.stage.page.title]  # not who does what at another hour
    driver.go(visitor.word("timeline"))
    driver.press(MORE)
    assert heard[-1].startswith(str(visitor.stage.moment.text))
    visitor.stage.navigation.openSheet("sources")
    visitor.settle()
    assert heard[-1] == visitor.word("how_known")
    visitor.stage.preferences.chooseLanguage("zh")
    visitor.process()
    assert "中文" in heard
    visitor.wait_for(State.WARNING)
    assert heard[-1].startswith(visitor.word("still_there"))
    number = len(heard)
    visitor.time.advance_s(10)
    visitor.process()
    assert len(heard) == number + 1


# ------------------------------------------------------------ the ring


def test_after_every_key_one_stop_has_a_ring_that_is_whole(driver: Driver) -> None:
    visitor = driver.visitor
    driver.take(visitor.door_name("lessons"))
    start = driver.here.object()
    window = QRectF(0, 0, visitor.window.width(), visitor.window.height())
    for _ in range(MOST):
        visitor.frame()
        (ring,) = visitor.named("FocusRing")
        area = QRectF(ring.mapToScene(QPointF()), ring.size())
        focused = visitor.window.activeFocusItem()
        assert focused is not None
        assert window.contains(area)
        assert area.intersects(focused.mapRectToScene(focused.boundingRect()))
        driver.press(NEXT)
        if driver.here.object() is start:
            return
    raise AssertionError("the round does not close")


def test_a_finger_takes_the_ring_and_the_next_key_brings_it_back(driver: Driver) -> None:
    visitor = driver.visitor
    driver.press(NEXT, NEXT)
    before = driver.told
    middle = visitor.window.contentItem().boundingRect().center().toPoint()
    visitor.touch_at(middle)
    assert visitor.named("FocusRing") == []
    driver.press(NEXT)
    assert driver.told == before
    assert visitor.named("FocusRing")


def test_what_goes_leaves_the_keys_to_the_stop_before(driver: Driver) -> None:
    visitor = driver.visitor
    driver.take(visitor.door_name("phases"))
    stage = visitor.stage
    stage.timeline.togglePlay()  # the page gives way to the play column
    visitor.settle()
    focused: QQuickItem | None = visitor.window.activeFocusItem()
    assert focused is not None
    assert focused.isVisible()
    assert visitor.named("FocusRing")
