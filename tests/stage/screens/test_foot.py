"""The foot: on every panel where it was; its ruler of days; what large text puts into the menu."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtQuick import QQuickItem

from kiosk.exhibit.model import Exhibit
from kiosk.workbench.layout.eyes import Text
from tests.meeting import Meet
from tests.window import PANELS, Visitor

LANDSCAPE, UPRIGHT, SQUARISH = (1280, 720), (720, 1280), (1600, 1200)
SIZES = [LANDSCAPE, UPRIGHT, SQUARISH]
STOPS = (*PANELS, "decisions", "disagreements")

sizes = pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))


@pytest.fixture
def awake(meet: Meet, size: tuple[int, int]) -> Visitor:
    """Somebody who reads the first phase; what stands on the map has no part in this."""
    visitor = meet(size=size, river=False)
    visitor.stand_still()
    visitor.wake()
    for layer in ("units", "moves", "places"):
        visitor.stage.atlas.toggleLayer(layer)
    visitor.stage.navigation.openPanel("phases")
    visitor.settle()
    return visitor


def area_of(item: QQuickItem) -> tuple[int, int, int, int]:
    area = item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))
    box = area.toRect()
    return box.x(), box.y(), box.width(), box.height()


def parts(visitor: Visitor) -> dict[str, tuple[int, int, int, int]]:
    """Where the foot and all that stands in it lies; of a current door it is the same."""
    found = {
        name: area_of(item)
        for name in ("foot", "act", "ruler", "doors")
        for item in visitor.named(name)
        if item.isVisible()
    }
    (foot,) = visitor.named("foot")
    (act,) = visitor.named("act")
    buttons = (one for one in visitor.buttons() if foot.isAncestorOf(one.item))
    return found | {
        one.name: area_of(one.item) for one in buttons if not act.isAncestorOf(one.item)
    }


@sizes
def test_the_foot_is_the_same_on_every_panel(awake: Visitor, size: tuple[int, int]) -> None:
    """Each two of size, text and language come together."""
    languages = awake.stage.preferences.languages
    for turn, percent in enumerate((100, 150, 200), SIZES.index(size)):
        awake.stage.preferences.setTextScale(percent)
        awake.stage.preferences.chooseLanguage(languages[turn % len(languages)])
        feet = {}
        for stop in STOPS:
            awake.stage.navigation.openPanel(stop)
            awake.settle()
            awake.frame()
            feet[stop] = parts(awake)
        steps = {awake.word("earlier"), awake.word("later")}  # beside Play alone
        for stop, foot in feet.items():
            kept = {name: area for name, area in foot.items() if name not in steps}
            first = {name: area for name, area in feet["phases"].items() if name not in steps}
            assert kept == first, (percent, stop)
        named = {awake.word("comfort"), "foot", "act"}
        assert named <= set(feet["phases"])
        assert ("ruler" in feet["phases"]) is (percent == 100)


@sizes
def test_the_foot_has_one_act(awake: Visitor) -> None:
    (act,) = awake.named("act")

    def acts() -> list[str]:
        return [one.name for one in awake.buttons() if act.isAncestorOf(one.item)]

    play, play_phase, pause = map(awake.word, ("play", "play_phase", "pause"))
    turn = [awake.word("previous"), awake.word("next")]
    for stop, wanted in zip(STOPS, ([play_phase], [play], [play], turn, turn, turn), strict=True):
        awake.stage.navigation.openPanel(stop)
        awake.settle()
        assert acts() == wanted, stop
    awake.stage.navigation.openPanel("maps")
    awake.settle()
    wide = act.width()
    awake.touch(play)
    assert acts() == [pause]
    assert act.width() == wide


# ------------------------------------------------------------ the ruler


def on_the_ruler(visitor: Visitor) -> list[Text]:
    (ruler,) = (item for item in visitor.named("ruler") if item.isVisible())
    return [text for text in visitor.text_items() if ruler.isAncestorOf(text.item)]


def days(visitor: Visitor) -> list[Text]:
    """The days that the ruler names, from left to right."""
    names = {str(row.name) for row in visitor.stage.timeline.days.rows}
    shown = [text for text in on_the_ruler(visitor) if text.words in names]
    strip = max(text.area.top() for text in shown)  # below the names of phases
    return sorted(
        (text for text in shown if text.area.top() == strip), key=lambda text: text.area.left()
    )


@sizes
def test_the_ruler_names_as_many_days_as_have_room(awake: Visitor, size: tuple[int, int]) -> None:
    rows = [str(row.name) for row in awake.stage.timeline.days.rows]
    for language in awake.stage.preferences.languages:
        awake.stage.preferences.chooseLanguage(language)
        awake.settle()
        shown = days(awake)
        step = len(rows) // len(shown) + (len(rows) % len(shown) > 0)
        assert [text.words for text in shown] == rows[::step]
        assert (step == 1) is (size != UPRIGHT)
        for one, other in itertools.pairwise(shown):
            assert other.bounds.left() - one.bounds.right() > 2
        (ruler,) = awake.named("ruler")
        needed = max(text.area.width() for text in shown) + awake.stage.bodyPx / 4
        if step > 1:
            assert needed > ruler.width() / len(rows) * (step - 1)


def named(visitor: Visitor) -> dict[str, Text]:
    """The phases' names on the ruler."""
    names = {str(row.name) for row in visitor.stage.timeline.segments.rows}
    return {text.words: text for text in on_the_ruler(visitor) if text.words in names}


@sizes
def test_names_on_the_ruler_step_aside_for_the_playhead(
    awake: Visitor, size: tuple[int, int]
) -> None:
    """Where a phase has no room beside it, its line goes behind the name, which is there always."""
    timeline = awake.stage.timeline
    awake.stage.navigation.openPanel("maps")  # where the hour stays whatever the phase
    awake.settle()
    (ruler,) = awake.named("ruler")
    aside = behind = 0
    for language in awake.stage.preferences.languages:
        awake.stage.preferences.chooseLanguage(language)
        awake.settle()
        left, width = area_of(ruler)[0], ruler.width()
        for step in range(0, 101, 2):
            timeline.scrub(step / 100)
            awake.process()
            head = left + timeline.share * width
            shown = named(awake)
            for row in timeline.segments.rows:
                reach = shown[row.name].bounds
                assert left + row.begins * width <= reach.left() + 2, (row.name, step)
                assert reach.right() <= left + row.finishes * width + 2, (row.name, step)
                clear = max(reach.left() - head, head - reach.right())
                if clear < awake.mm:  # no room beside it on either side
                    needs = reach.width() + awake.stage.bodyPx * 0.6
                    assert head - needs < left + row.begins * width, (row.name, step)
                    assert head + needs > left + row.finishes * width, (row.name, step)
                    behind += 1
                aside += clear < 10 * awake.mm
            words = set(shown) | {str(row.name) for row in timeline.days.rows}
            assert {text.words for text in on_the_ruler(awake)} <= words  # no number of a phase
    assert aside
    assert behind or size != UPRIGHT


@pytest.mark.parametrize("size", [UPRIGHT], ids=["upright"])
def test_long_names_take_turns_in_two_rows(awake: Visitor) -> None:
    (ruler,) = awake.named("ruler")
    before = area_of(ruler)
    names = [f"A name too long {i}" for i in range(len(awake.stage.timeline.segments.rows))]
    rows = awake.stage.timeline.segments
    rows.show([replace(row, name=name) for row, name in zip(rows.rows, names, strict=True)])
    awake.settle()
    shown = named(awake)
    assert area_of(ruler)[3] > before[3]
    for i, (one, other) in enumerate(itertools.pairwise(names)):
        if one in shown and other in shown:
            assert shown[one].bounds.top() != shown[other].bounds.top(), i
    kept = [shown[name] for name in names if name in shown]
    for text, next_ in itertools.combinations(kept, 2):
        assert not text.bounds.intersects(next_.bounds)
    assert names[0] in shown  # the one that is chosen


@sizes
def test_a_key_moves_the_playhead_by_an_hour(awake: Visitor) -> None:
    (slider,) = awake.seen(QAccessible.Role.Slider)
    slider.item.forceActiveFocus()
    before = awake.stage.playhead.hours
    awake.key(Qt.Key.Key_Right)
    assert awake.stage.playhead.hours == before + 1
    awake.key(Qt.Key.Key_Left)
    awake.key(Qt.Key.Key_Left)
    assert awake.stage.playhead.hours == before - 1
    assert [item for item in awake.named("FocusRing") if item.isVisible()]


# ------------------------------------------------------------ what has no room


@sizes
def test_key_and_events_are_in_the_foot_or_among_the_reading_aids(awake: Visitor) -> None:
    for panel in PANELS:
        for word, sheet in (("legend", "key"), ("what_happened", "events")):
            awake.stage.navigation.openPanel(panel)
            awake.settle()
            at_once = awake.has_button(awake.word(word))
            if not at_once:
                awake.touch(awake.word("comfort"))
                awake.settle()
            awake.touch(awake.turn_to(awake.word(word)))
            awake.settle()
            assert awake.stage.navigation.sheet == sheet
            awake.touch(awake.word("close"))
            awake.settle()


def test_the_reading_aids_do_not_repeat_the_foot(meet: Meet) -> None:
    visitor = meet(size=LANDSCAPE, river=False)
    visitor.stand_still()
    visitor.wake()
    for screen in ("home", "phases"):
        visitor.open(screen)
        visitor.touch(visitor.word("comfort"))
        visitor.settle()
        for word in ("legend", "what_happened"):
            found = [one for one in visitor.buttons() if one.name == visitor.word(word)]
            assert len(found) == (screen != "home")
        visitor.touch(visitor.word("close"))
        visitor.settle()


def ways(visitor: Visitor, exhibit: Exhibit, panel: str) -> dict[str, tuple[str, str]]:
    """The menu's buttons on a panel, and the screen and the sheet that each leads to."""
    word, stage = visitor.word, visitor.stage
    doors = {str(row.name): (str(row.key), "") for row in stage.page.doors.rows}
    sheets = {
        word("how_known"): (panel, "sources"),
        word("what_happened"): (panel, "events"),
        word("legend"): (panel, "key"),
    }
    own: dict[str, tuple[str, str]] = {}
    if panel == "phases":
        own = {word("each_side"): (panel, "standpoints")}
    if panel == "forces":
        own = {word("figures"): (panel, "figures"), word("order"): (panel, "order")}
    if panel == "lessons":
        own = {word(f"tab_{name}"): (name, "") for name in ("decisions", "disagreements")}
    return {**own, **doors, **sheets, word("home"): ("home", "")}


@pytest.mark.parametrize("panel", PANELS)
@pytest.mark.parametrize("size", [LANDSCAPE, UPRIGHT], ids=["landscape", "upright"])
def test_large_text_has_everything_in_the_menu(
    awake: Visitor, exhibit: Exhibit, panel: str
) -> None:
    stage = awake.stage
    stage.preferences.setTextScale(200)
    stage.navigation.openPanel(panel)
    awake.settle()
    for name, (screen, sheet) in ways(awake, exhibit, panel).items():
        awake.touch(awake.word("menu"))
        awake.settle()
        awake.touch(awake.turn_to(name))
        awake.settle()
        assert (awake.screen, stage.navigation.sheet) == (screen, sheet), name
        stage.navigation.closeSheet()
        stage.navigation.openPanel(panel)
        awake.settle()
    awake.touch(awake.word("menu"))
    awake.settle()
    awake.touch(awake.turn_to(str(stage.nextLanguageName)))
    assert stage.preferences.language == exhibit.exhibit.languages[1]


@pytest.mark.parametrize("size", [LANDSCAPE, UPRIGHT], ids=["landscape", "upright"])
def test_large_text_has_the_ruler_in_the_menu(awake: Visitor, exhibit: Exhibit) -> None:
    awake.stage.preferences.setTextScale(200)
    awake.settle()
    assert awake.seen(QAccessible.Role.Slider) == []
    awake.touch(awake.word("menu"))
    awake.settle()
    for one, other in itertools.pairwise(days(awake)):
        assert other.bounds.left() - one.bounds.right() > 2
    rows = awake.stage.timeline.segments.rows
    for index in (2, 0):
        awake.touch(awake.button(f"{rows[index].name}, {rows[index].dates}"))
        awake.settle()
        assert awake.stage.navigation.phase == index
        if not awake.seen(QAccessible.Role.Slider):
            awake.touch(awake.word("menu"))
            awake.settle()


@pytest.mark.parametrize("size", [LANDSCAPE, UPRIGHT], ids=["landscape", "upright"])
def test_large_text_goes_from_phase_to_phase_in_the_foot(awake: Visitor, exhibit: Exhibit) -> None:
    awake.stage.preferences.setTextScale(200)
    awake.settle()
    last = len(exhibit.phases) - 1
    later = awake.button(awake.word("later")).area
    for phase in [*range(1, last + 1)]:
        awake.touch(awake.word("later"))
        awake.settle()
        assert awake.stage.navigation.phase == phase
        assert str(awake.stage.timeline.phaseName) in {text.words for text in awake.text_items()}
        if phase < last:
            assert awake.button(awake.word("later")).area == later
    assert not awake.has_button(awake.word("later"))
    for phase in reversed(range(last)):
        awake.touch(awake.word("earlier"))
        awake.settle()
        assert awake.stage.navigation.phase == phase
    assert not awake.has_button(awake.word("earlier"))
