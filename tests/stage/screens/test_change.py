"""Another exhibit takes the place of the one on the screen; the visitor stays where they are."""

from __future__ import annotations

import gc
import weakref
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from shiboken6 import isValid

from kiosk.exhibit.kinds import ref_of
from kiosk.exhibit.model import Exhibit, Words
from kiosk.exhibit.ref import Ref
from tests.meeting import CONTENT, SMALL, Meet
from tests.pixels import hues
from tests.window import SCREENS, Visitor, objects


def changed(record: Any, **parts: object) -> Any:
    return record.model_copy(update=parts)


def retitled(exhibit: Exhibit, title: str) -> Exhibit:
    words = Words(dict.fromkeys(exhibit.exhibit.languages, title))
    retitled: Exhibit = changed(exhibit, exhibit=changed(exhibit.exhibit, title=words))
    return retitled


def change(visitor: Visitor, exhibit: Exhibit, folder: Path = CONTENT) -> None:
    visitor.kiosk.change(exhibit, folder)
    visitor.settle()
    visitor.frame()


def test_new_words_are_on_the_screen(visitor: Visitor, exhibit: Exhibit) -> None:
    change(visitor, retitled(exhibit, "Another title"))
    assert "Another title" in visitor.texts()
    assert visitor.window.title() == "Another title"


def test_the_same_exhibit_looks_the_same(meet: Meet, exhibit: Exhibit) -> None:
    visitor = meet(painted=True)
    visitor.stand_still()
    visitor.wake()
    for screen in (*SCREENS, "decisions", "disagreements"):
        visitor.stage.navigation.openPanel(screen)
        visitor.settle()
        visitor.frame()
        change(visitor, exhibit)  # what found no room has looked for it anew
        before = visitor.window.grabWindow()
        change(visitor, exhibit)
        assert visitor.window.grabWindow() == before, screen


def test_the_visitor_stays_where_they_are(visitor: Visitor, exhibit: Exhibit) -> None:
    stage = visitor.stage
    stage.preferences.chooseLanguage("zh")
    stage.preferences.setTextScale(150)
    stage.preferences.toggleHighContrast()
    stage.navigation.openPhase(2)
    person = exhibit.people[0].id
    stage.navigation.openCard(Ref.of("people", person))
    visitor.settle()
    change(visitor, exhibit)
    assert visitor.stage is not stage
    assert visitor.state == "visit"
    assert visitor.screen == "phases"
    assert visitor.stage.navigation.phase == 2
    assert visitor.stage.navigation.card == Ref.of("people", person)
    assert visitor.stage.preferences.language == "zh"
    assert visitor.stage.preferences.textScale == 150
    assert visitor.stage.preferences.highContrast


def test_a_stop_is_found_again_by_its_id(visitor: Visitor, exhibit: Exhibit) -> None:
    visitor.stage.navigation.openLesson(1)
    change(visitor, changed(exhibit, lessons=exhibit.lessons[1:]))
    assert visitor.stage.navigation.lesson == 0
    change(visitor, exhibit)
    assert visitor.stage.navigation.lesson == 1


def test_a_stop_that_is_gone_becomes_the_nearest(visitor: Visitor, exhibit: Exhibit) -> None:
    visitor.stage.navigation.openLesson(len(exhibit.lessons) - 1)
    change(visitor, changed(exhibit, lessons=exhibit.lessons[:-1]))
    assert visitor.stage.navigation.lesson == len(exhibit.lessons) - 2


def test_a_screen_that_is_gone_becomes_home(visitor: Visitor, exhibit: Exhibit) -> None:
    visitor.stage.navigation.openDecision(0)
    change(visitor, changed(exhibit, decisions=()))
    assert visitor.screen == "home"


def test_a_card_that_is_gone_closes(visitor: Visitor, exhibit: Exhibit) -> None:
    visitor.stage.navigation.openCard(ref_of(exhibit.terms[-1]))
    change(visitor, changed(exhibit, terms=exhibit.terms[:-1]))
    assert visitor.stage.navigation.card == ""


def test_a_hand_keeps_the_map_where_it_put_it(visitor: Visitor, exhibit: Exhibit) -> None:
    visitor.open("maps")
    visitor.stage.camera.zoom(2.0, 400, 300)
    visitor.stage.playhead.seek(100.0)
    pose = visitor.stage.camera.destination
    change(visitor, exhibit)
    assert visitor.stage.camera.destination == pose
    assert visitor.stage.playhead.hours == 100.0


def test_a_view_that_is_moved_is_followed(visitor: Visitor, exhibit: Exhibit) -> None:
    visitor.open("maps")
    view = visitor.kiosk.exhibit.panels.maps.view
    west, south, east, north = exhibit.indexed("views")[view].bounds
    bounds = (west, south, (west + east) / 2, (south + north) / 2)
    views = tuple(
        changed(each, bounds=bounds) if each.id == view else each for each in exhibit.map.views
    )
    change(visitor, changed(exhibit, map=changed(exhibit.map, views=views)))
    assert visitor.stage.camera.destination == visitor.stage.camera.fitted(bounds)


def test_the_hour_of_a_stop_that_is_moved_is_followed(visitor: Visitor, exhibit: Exhibit) -> None:
    visitor.stage.navigation.openPhase(1)
    first, second, *others = exhibit.phases
    later = second.moment.replace(hour=(second.moment.hour + 1) % 24)
    phases = (first, changed(second, moment=later), *others)
    change(visitor, changed(exhibit, phases=phases))
    assert visitor.stage.playhead.moment == later


def test_a_visitor_ends_the_visit_as_ever(visitor: Visitor, exhibit: Exhibit) -> None:
    change(visitor, exhibit)
    visitor.open("forces")
    visitor.leave()
    visitor.touch_at(visitor.window.geometry().center())
    assert visitor.screen == "home"


def test_the_attract_show_goes_on_with_the_new_slides(passer_by: Visitor, exhibit: Exhibit) -> None:
    change(passer_by, changed(exhibit, attract=exhibit.attract[1:]))
    assert passer_by.state == "attract"
    assert passer_by.stage.show.slide == exhibit.attract[1]


def test_another_exhibit_altogether_may_follow(visitor: Visitor, small: Exhibit) -> None:
    visitor.open("maps")
    change(visitor, small, SMALL)
    assert visitor.screen == "maps"
    assert visitor.stage.exhibitTitle == small.exhibit.title.in_("en")


def test_a_side_may_change_its_colour(meet: Meet, small: Exhibit) -> None:
    visitor = meet(SMALL)
    visitor.stand_still()
    visitor.wake()
    visitor.open("forces")

    def colours() -> set[str]:
        return hues(visitor.window.grabWindow(), 3)

    first, *others = small.sides
    assert first.colour in colours()
    side = changed(first, colour="#00ff00")
    change(visitor, changed(small, sides=(side, *others)), SMALL)
    seen = colours()
    assert "#00ff00" in seen
    assert first.colour not in seen


def test_changes_leave_nothing_behind(visitor: Visitor, exhibit: Exhibit) -> None:
    def count() -> int:
        visitor.process()
        roots: list[QObject] = [visitor.stage, visitor.window.contentItem()]
        return objects(roots)

    visitor.open("maps")
    change(visitor, exhibit)
    before = count()
    for _ in range(5):
        change(visitor, exhibit)
    assert count() == before


def test_a_stage_that_is_no_longer_shown_goes(visitor: Visitor, exhibit: Exhibit) -> None:
    first = weakref.ref(visitor.stage)
    visitor.open("maps")
    for _ in range(2):
        change(visitor, exhibit)
    gc.collect()
    assert first() is None


def test_no_part_has_a_meta_object_of_its_own(visitor: Visitor, exhibit: Exhibit) -> None:
    """What it connects are slots of its class: QML knows parts by a meta object's address.

    A part's own goes with it, and QML would take what comes to lie there for it.
    """
    change(visitor, exhibit)
    parts = [thing for thing in gc.get_objects() if isinstance(thing, QObject)]
    kinds: list[tuple[QObject, Any]] = [(part, type(part)) for part in parts if isValid(part)]
    own = {
        kind.__name__
        for part, kind in kinds
        if kind.__module__.startswith("kiosk.")
        if part.metaObject().methodCount() != kind.staticMetaObject.methodCount()
    }
    assert own == set()
