"""From the last touch over the warning to the attract show, with everything as at first."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from itertools import count as count_up
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QAccessible

from kiosk.exhibit.model import Exhibit
from kiosk.exhibit.writing import wide_in
from tests.meeting import Meet
from tests.window import SCREENS, Visitor


def scrolled(visitor: Visitor) -> list[float]:
    """How far each text on the screen is scrolled."""
    return [float(pane.item.property("contentY")) for pane in visitor.panes()]


def met(visitor: Visitor) -> dict[str, Any]:
    """What a visitor meets who has just touched the glass."""
    stage = visitor.stage
    visitor.settle()
    pose = stage.camera.destination
    return {
        "screen": visitor.screen,
        "stop": (stage.navigation.phase, stage.navigation.lesson),
        "open": (stage.navigation.card, stage.navigation.sheet),
        "language": stage.preferences.language,
        "text": stage.preferences.textScale,
        "aids": (stage.preferences.highContrast, stage.preferences.reachMode),
        "hours": stage.playhead.hours,
        "playing": stage.playhead.playing,
        "camera": (round(pose.x, 6), round(pose.y, 6), round(pose.scale, 6)),
        "layers": [(row.key, row.shown) for row in stage.atlas.layers.rows],
        "scrolled": scrolled(visitor),
        "units": [row.key for row in stage.situation.signs.rows],
        "words": sorted(visitor.texts()),
    }


def spoil_everything(visitor: Visitor) -> None:
    """Uses whatever can be used, by touch, and leaves it all about."""
    stage = visitor.stage
    visitor.open("maps")
    visitor.touch(visitor.word("legend"))
    visitor.settle()
    for row in list(stage.atlas.layers.rows)[:3]:
        while visitor.has_button(visitor.word("page_up")):
            visitor.touch(visitor.word("page_up"))
        visitor.touch(visitor.turn_to(str(row.name)))
    visitor.touch(visitor.word("close"))
    visitor.settle()
    visitor.touch(visitor.word("zoom_in"))
    visitor.touch(visitor.word("hour_on"))
    visitor.open("lessons")
    visitor.touch(visitor.word("next"))
    visitor.touch(str(stage.nextLanguageName))
    visitor.settle()
    visitor.touch(visitor.word("comfort"))
    visitor.settle()
    for key in ("contrast", "reach"):
        visitor.touch(visitor.word(key))
    visitor.touch("200%")
    visitor.settle()
    visitor.touch(visitor.word("close"))
    visitor.settle()
    visitor.touch(visitor.word("page_down"))
    assert max(scrolled(visitor)) > 0  # the menu, which has pages of its own, hides it
    visitor.touch(visitor.word("menu"))
    visitor.settle()


def words(text: str) -> int:
    """How many words stand in an English text."""
    return len(re.findall(r"[A-Za-z0-9][\w’'-]*", text))


@pytest.mark.parametrize("index", range(4))
def test_the_warning_waits_until_a_phase_can_be_read(
    visitor: Visitor, exhibit: Exhibit, index: int
) -> None:
    phase = exhibit.phases[index]
    for language, pace in (("en", 150), ("zh", 300)):
        visitor.stage.preferences.chooseLanguage(language)
        visitor.stage.navigation.openPhase(index)
        visitor.stage.session.touch()
        told = [phase.title, phase.question, phase.text, *(s.text for s in phase.standpoints)]
        text = " ".join(part.in_(language) for part in told if part)
        units = words(text) if language == "en" else len(wide_in(text))
        assert units > 100
        assert visitor.wait_for("warning") >= 60 + units / pace * 60


def test_the_warning_waits_until_a_sheet_can_be_read(visitor: Visitor, exhibit: Exhibit) -> None:
    visitor.stage.preferences.chooseLanguage("en")
    visitor.stage.navigation.openPhase(3)
    page_s = visitor.wait_for("warning")
    for sheet in ("sources", "events", "figures", "questions", "key"):
        visitor.stage.navigation.openSheet(sheet)
        visitor.stage.session.touch()
        read_s = {
            "sources": words(" ".join(row.title for row in visitor.stage.evidence.sources.rows)),
            "events": words(" ".join(event.text.in_("en") for event in exhibit.phases[3].events)),
            "questions": words(" ".join(d.question.in_("en") for d in exhibit.disagreements)),
            "key": words(
                " ".join(f"{row.name} {row.text}" for row in visitor.stage.atlas.bodies.rows)
            ),
        }.get(sheet, 20) / 2.5
        assert visitor.wait_for("warning") >= page_s + read_s - 1, sheet
        visitor.stage.navigation.closeSheet()
    visitor.stage.session.touch()
    assert visitor.wait_for("warning") == page_s


def test_a_warning_comes_a_touch_resumes_and_silence_ends_the_visit(visitor: Visitor) -> None:
    visitor.open("lessons")
    seconds = visitor.wait_for("warning")
    assert seconds >= 60
    visitor.touch_at(QPoint(5, 5))
    assert (visitor.state, visitor.screen) == ("visit", "lessons")
    assert visitor.wait_for("warning") == seconds
    assert visitor.wait_for("attract") >= 20


def test_the_warning_asks_in_words_and_counts_down(visitor: Visitor) -> None:
    assert visitor.word("still_there") not in visitor.texts()
    visitor.wait_for("warning")
    assert visitor.word("still_there") in visitor.texts()
    assert visitor.has_button(visitor.word("stay"))
    assert any(seen.name for seen in visitor.seen(QAccessible.Role.AlertMessage))
    first = set(visitor.texts())
    visitor.time.advance_s(1)
    assert len(set(visitor.texts()) - first) == 1
    visitor.touch(visitor.word("stay"))
    assert visitor.state == "visit"
    assert visitor.word("still_there") not in visitor.texts()


def test_large_text_gives_longer(visitor: Visitor) -> None:
    usual = visitor.wait_for("warning")
    visitor.touch_at(QPoint(5, 5))
    visitor.stage.preferences.setTextScale(200)
    assert visitor.wait_for("warning") == pytest.approx(2 * usual, abs=2)


def test_longer_text_gives_longer(visitor: Visitor) -> None:
    home = visitor.wait_for("warning")
    visitor.touch_at(QPoint(5, 5))
    visitor.open("lessons")
    assert visitor.wait_for("warning") > home


def test_the_next_visitor_finds_everything_as_at_first(visitor: Visitor) -> None:
    first = met(visitor)
    spoil_everything(visitor)
    spoilt = met(visitor)
    assert {key for key, value in spoilt.items() if value == first[key]} <= {"playing", "scrolled"}
    visitor.leave()
    assert not visitor.stage.preferences.reducedMotion
    visitor.stand_still()
    visitor.wake()
    assert met(visitor) == first


@pytest.mark.parametrize("screen", SCREENS)
def test_a_visit_ends_at_the_first_slide_from_every_screen(
    visitor: Visitor, exhibit: Exhibit, screen: str
) -> None:
    visitor.open(screen)
    visitor.leave()
    assert visitor.stage.show.index == 0
    assert visitor.stage.show.line == exhibit.attract[0].line.in_(exhibit.exhibit.languages[0])
    assert str(visitor.stage.show.line) in visitor.texts()


def test_a_visitor_may_end_the_visit(visitor: Visitor) -> None:
    visitor.open("maps")
    visitor.touch(visitor.word("comfort"))
    visitor.settle()
    visitor.touch(visitor.word("end_visit"))
    assert visitor.state == "attract"
    visitor.wake()
    assert visitor.screen == "home"


def test_play_ends_with_the_visit(visitor: Visitor) -> None:
    visitor.open("maps")
    visitor.touch(visitor.word("play"))
    visitor.touch(visitor.word("comfort"))
    visitor.settle()
    assert visitor.stage.playhead.playing
    visitor.touch(visitor.word("end_visit"))
    assert not visitor.stage.playhead.playing


@pytest.mark.parametrize("screen", ["phases", "forces", "maps"])
def test_the_hours_are_closed_for_the_next_visitor(visitor: Visitor, screen: str) -> None:
    visitor.open(screen)
    visitor.open_hours()
    assert visitor.has_button(visitor.word("close"))
    visitor.leave()
    visitor.stand_still()
    visitor.wake()
    visitor.open(screen)
    assert not visitor.has_button(visitor.word("close"))


def gap_mm(visitor: Visitor, spot: QPoint) -> float:
    """How far the warning's button stands from a spot."""
    visitor.frame()
    area, at = visitor.button(visitor.word("stay")).whole, QPointF(spot)
    across = max(area.left() - at.x(), 0, at.x() - area.right())
    down = max(area.top() - at.y(), 0, at.y() - area.bottom())
    return math.hypot(across, down) / visitor.mm


def trembles(visitor: Visitor, spot: QPoint) -> Iterator[None]:
    """Something lies there and moves by a pixel every five seconds."""
    visitor.down(spot)
    for count in count_up():
        visitor.time.advance_s(5)
        visitor.move(spot + QPoint(count % 2, 0))
        yield


def taps(visitor: Visitor, spot: QPoint) -> Iterator[None]:
    """Something touches there every twenty seconds."""
    for _ in count_up():
        visitor.touch_at(spot)
        visitor.time.advance_s(20)
        yield


@pytest.mark.parametrize("dirt", [trembles, taps])
@pytest.mark.parametrize("size", [(1280, 720), (720, 1280)])
@pytest.mark.parametrize("share", [0.5, 0.62])
def test_a_visit_ends_though_the_glass_is_dirty_where_its_button_would_be(
    meet: Meet,
    size: tuple[int, int],
    share: float,
    dirt: Callable[[Visitor, QPoint], Iterator[None]],
) -> None:
    visitor = meet(size=size, river=False)
    visitor.stand_still()
    visitor.wake()
    spot = QPoint(size[0] // 2, round(size[1] * share))
    begun, gaps = visitor.time.now_ms(), []
    for _ in dirt(visitor, spot):
        if visitor.state == "warning":
            gaps.append(gap_mm(visitor, spot))
        if visitor.state == "attract" or visitor.time.now_ms() > begun + 1_000_000:
            break
    assert visitor.state == "attract"
    assert all(gap >= 50 for gap in gaps)
    assert gaps or dirt is taps  # which comes by when the warning has gone


def test_a_reader_who_only_presses_next_loses_nothing_by_one_answer(visitor: Visitor) -> None:
    visitor.open("lessons")
    spot = visitor.button(visitor.word("next")).centre
    for _ in range(60):
        visitor.time.advance_s(10)
        if visitor.state == "warning":
            break
        visitor.touch_at(spot)
    assert visitor.state == "warning"
    stop = (visitor.screen, visitor.stage.navigation.lesson)
    visitor.touch_at(spot)
    assert visitor.state == "warning"
    assert gap_mm(visitor, spot) >= 50
    visitor.touch(visitor.word("stay"))
    assert visitor.state == "visit"
    assert (visitor.screen, visitor.stage.navigation.lesson) == stop
    visitor.touch_at(spot)
    visitor.time.advance_s(59)
    visitor.touch_at(spot)
    visitor.time.advance_s(59)
    assert visitor.state == "visit"
