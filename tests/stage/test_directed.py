"""Directed play: on every screen that plays it, caption, clock and ruler say one thing."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF

from kiosk.exhibit.clock import Clock
from kiosk.exhibit.model import Event, Exhibit
from kiosk.exhibit.writing import WORD_JOINER
from kiosk.machine.glass import CAP_HEIGHT_PER_EM
from kiosk.map.river.courses import course
from kiosk.map.river.flow import river_of
from kiosk.telling.balance import PHRASE, captioned
from kiosk.visit.playhead import HOUR
from tests.meeting import Meet
from tests.window import Visitor

STEP_MS = 100
WIDE, UPRIGHT = (1920, 1080), (1080, 1920)

LEAST_MM = 19.0
"""Capitals of what is read across a hall: 20 mm, less what rounding to pixels takes."""


def playing(visitor: Visitor, panel: str, hours: float) -> None:
    visitor.wake()
    visitor.open(panel)
    visitor.stage.playhead.seek(hours)
    visitor.stage.timeline.togglePlay()
    visitor.process()


def frames(visitor: Visitor, seconds: float) -> Iterator[None]:
    """Moments of a play, as time passes."""
    for _ in range(round(seconds * 1000 / STEP_MS)):
        visitor.time.advance(STEP_MS)
        visitor.process()
        if visitor.stage.camera.flying:
            visitor.stage.camera.fly(1.0)
        yield


def keyed(exhibit: Exhibit) -> list[Event]:
    events = (event for phase in exhibit.phases for event in phase.events)
    return sorted((event for event in events if event.key), key=lambda event: event.at)


def last_keyed(exhibit: Exhibit, moment: dt.datetime) -> Event | None:
    """The last event told by a moment in its phase."""
    starts = max(phase.starts for phase in exhibit.phases if phase.starts <= moment)
    return next((one for one in keyed(exhibit)[::-1] if starts <= one.at <= moment), None)


@pytest.mark.parametrize("panel", ["phases", "maps"])
def test_what_the_last_stop_told_stands_muted_until_the_next(
    meet: Meet, exhibit: Exhibit, panel: str
) -> None:
    visitor = meet(size=WIDE, river=False)
    playing(visitor, panel, 0)
    stage, inks = visitor.stage, set()
    question = exhibit.phases[0].question
    assert question
    for _ in frames(visitor, 25):
        moment = stage.moment
        said = moment.eventText or moment.pastText or question.in_("en")
        shown = [text for text in visitor.text_items() if text.words == said]
        assert len(shown) == 1
        past = moment.pastText != ""
        assert past == (not stage.playhead.standing and said != question.in_("en"))
        assert (moment.pastWhen in visitor.texts()) == past or moment.pastWhen == ""
        inks.add((past, shown[0].item.property("color").name()))
    assert len(inks) == 2


@pytest.mark.parametrize("panel", ["phases", "maps"])
def test_caption_clock_and_ruler_agree(meet: Meet, exhibit: Exhibit, panel: str) -> None:
    visitor = meet(size=WIDE, river=False)
    playing(visitor, panel, 236)
    stage, told = visitor.stage, set()
    language = exhibit.exhibit.languages[0]
    for _ in frames(visitor, 14):
        moment, playhead = stage.moment, stage.playhead
        assert stage.timeline.share == pytest.approx(stage.timeline._scale.share_of(playhead.hours))
        if not playhead.playing:
            break
        if not playhead.standing:
            assert moment.eventText == ""
            assert not moment.pulses
            past = last_keyed(exhibit, playhead.moment)
            when = stage.locale.teller.when(past) if past else ""
            caption = (past.caption or past.text).in_(language) if past else ""
            assert (moment.pastWhen, moment.pastText) == (when, caption)
            assert moment.pastText in ["", *visitor.texts()]
            continue
        event = next(one for one in keyed(exhibit) if one.at == playhead.moment)
        assert moment.eventText == (event.caption or event.text).in_(language)
        assert moment.eventText in visitor.texts()
        clock = stage.locale.teller.phrases.moment(event.at, "clock")
        assert moment.clock == (clock if exhibit.hour_told(event.at) else "")
        assert moment.pulses == (event.place is not None)
        told.add(event.id)
    assert {"attack-cuiqu", "wedge-jiadi"} <= told


def test_each_phase_takes_its_time_on_the_map(meet: Meet, exhibit: Exhibit) -> None:
    visitor = meet()
    playing(visitor, "maps", 0)
    stage, begun = visitor.stage, {0: visitor.time.now_ms()}
    while stage.playhead.playing:
        visitor.time.advance(STEP_MS)
        begun.setdefault(stage.timeline.phase, visitor.time.now_ms())
    ends = [*list(begun.values())[1:], visitor.time.now_ms()]
    seconds = [(end - start) / 1000 for start, end in zip(begun.values(), ends, strict=True)]
    assert len(seconds) == len(exhibit.phases)
    assert all(24 <= one <= 62 for one in seconds), seconds


def test_nothing_lies_on_what_a_stop_of_the_map_tells(meet: Meet) -> None:
    visitor = meet(size=WIDE, river=False)
    playing(visitor, "maps", 236)
    stage, seen = visitor.stage, 0
    for _ in frames(visitor, 12):
        if not stage.moment.pulses:
            continue
        seen += 1
        at = stage.moment.pulseAt
        camera = stage.camera
        x, y = (at.x() - camera.originX) * camera.scale, (at.y() - camera.originY) * camera.scale
        left, top, width, height = camera.focus
        assert left <= x <= left + width
        assert top <= y <= top + height
        spot = QRectF(x - 4 * visitor.mm, y - 4 * visitor.mm, 8 * visitor.mm, 8 * visitor.mm)
        assert not any(QRectF(button.area).intersects(spot) for button in visitor.buttons())
        caption = next(t for t in visitor.text_items() if t.words == stage.moment.eventText)
        assert not QRectF(caption.area).intersects(spot)
    assert seen


@pytest.mark.parametrize("size", [WIDE, UPRIGHT])
def test_no_line_of_a_caption_ends_within_a_phrase_or_a_short_name(
    meet: Meet, exhibit: Exhibit, size: tuple[int, int]
) -> None:
    visitor = meet(size=size, river=False)
    visitor.wake()
    visitor.stage.preferences.chooseLanguage("zh")
    visitor.open("phases")
    stage, joined = visitor.stage, 0
    for event in keyed(exhibit)[:12]:
        stage.playhead.seek((event.at - exhibit.exhibit.starts) / HOUR)
        visitor.process()
        said = str(stage.moment.eventText)
        for item in (text.item for text in visitor.text_items() if text.words == said):
            font, lines = item.property("font"), str(item.property("text")).split(WORD_JOINER)
            room = math.floor(item.width() / font.pixelSize()) - 1
            short = [one for one in PHRASE.findall(said) if len(one) <= room]
            kept = captioned(said, room, stage.locale.teller.together)
            assert item.property("text") == kept
            assert all(WORD_JOINER.join(phrase) in kept for phrase in short)
            joined += len(lines) > 1
    assert joined > 6


def test_the_map_names_what_the_caption_says_at_the_phases_own_moment_too(
    meet: Meet, exhibit: Exhibit
) -> None:
    visitor = meet(size=WIDE, river=False)
    event = exhibit.event("storm-qiganzhang")
    assert event
    assert event.caption
    assert event.at == exhibit.phases[4].moment
    playing(visitor, "phases", (event.at - exhibit.exhibit.starts) / HOUR - 2)
    stage = visitor.stage
    for _ in frames(visitor, 20):
        if stage.playhead.standing and stage.playhead.moment == event.at:
            break
    assert stage.moment.eventText == event.caption.in_("en")
    spoken = {ref.key for ref in stage.situation.request.spoken_of}
    assert {"column-1", "qiganzhang"} <= spoken
    assert "zhang-river" not in spoken
    stage.playhead.pause()
    visitor.process()
    assert "zhang-river" in {ref.key for ref in stage.situation.request.spoken_of}


# ------------------------------------------------------------ the show


def slide_with_an_event(exhibit: Exhibit) -> int:
    return next(i for i, slide in enumerate(exhibit.attract) if slide.event == "attack-cuiqu")


def test_a_slide_stands_at_what_its_line_tells(meet: Meet, exhibit: Exhibit) -> None:
    passer_by = meet(size=WIDE, river=False)
    stage = passer_by.stage
    stage.show.turn_to(slide_with_an_event(exhibit))
    event = exhibit.event(stage.show.slide.event)
    assert event is not None
    stood = 0
    while stage.show.slide.event == event.id:
        passer_by.process()
        moment = stage.playhead.moment
        assert moment <= event.at
        assert stage.moment.pulses == (stage.show.told is event)
        if stage.moment.pulses:
            stood += STEP_MS
            assert moment == event.at
            assert stage.moment.text in passer_by.texts()
        passer_by.time.advance(STEP_MS)
    assert stood > 4000
    assert not stage.moment.pulses


def test_a_touch_ends_the_rings_of_the_show(meet: Meet, exhibit: Exhibit) -> None:
    passer_by = meet()
    passer_by.stage.show.turn_to(slide_with_an_event(exhibit))
    passer_by.time.advance_s(passer_by.stage.show.slide.seconds - 1)
    assert passer_by.stage.moment.pulses
    passer_by.wake()
    assert not passer_by.stage.moment.pulses


def test_with_less_motion_a_slide_is_at_once_where_it_comes_to(
    meet: Meet, exhibit: Exhibit
) -> None:
    passer_by = meet()
    passer_by.stand_still()
    show = passer_by.stage.show
    for index, slide in enumerate(exhibit.attract):
        show.turn_to(index)
        event = exhibit.event(slide.event)
        ends = event.at if event else slide.ends
        assert show.moment == passer_by.stage.playhead.moment == ends
        assert passer_by.stage.moment.pulses == (event is not None and event.place is not None)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("size", [WIDE, UPRIGHT], ids=["wide", "upright"])
def test_each_line_is_read_across_a_hall(
    meet: Meet, exhibit: Exhibit, size: tuple[int, int], language: str
) -> None:
    passer_by = meet(size=size, river=False)
    passer_by.stage.preferences.chooseLanguage(language)
    for index, slide in enumerate(exhibit.attract):
        passer_by.stage.show.turn_to(index)
        passer_by.process()
        line = slide.line.in_(language)
        item = next(text for text in passer_by.text_items() if line in text.words)
        pixels = item.item.property("font").pixelSize()
        assert pixels * CAP_HEIGHT_PER_EM / passer_by.mm >= LEAST_MM, line


@pytest.mark.parametrize("size", [WIDE, UPRIGHT, (1600, 1200)], ids=["wide", "upright", "4:3"])
def test_no_line_ends_within_a_phrase(meet: Meet, exhibit: Exhibit, size: tuple[int, int]) -> None:
    passer_by = meet(size=size, river=False)
    passer_by.stage.preferences.chooseLanguage("zh")
    phrases = 0
    for index, slide in enumerate(exhibit.attract):
        passer_by.stage.show.turn_to(index)
        passer_by.process()
        line = slide.line.in_("zh")
        item = next(text for text in passer_by.text_items() if line in text.words).item
        metrics = QFontMetricsF(item.property("font"))
        for phrase in PHRASE.findall(line):
            phrases += 1
            assert metrics.horizontalAdvance(phrase) <= item.property("width"), line
    assert phrases > len(exhibit.attract)


# ------------------------------------------------------------ the river grows


@pytest.mark.parametrize("size", [WIDE, UPRIGHT, (1600, 1200)], ids=["wide", "upright", "4:3"])
def test_the_river_grows_and_no_line_lies_on_it(
    meet: Meet, exhibit: Exhibit, size: tuple[int, int]
) -> None:
    passer_by = meet(size=size)
    passer_by.settle()
    index = next(i for i, slide in enumerate(exhibit.attract) if slide.river)
    slide, river = exhibit.attract[index], passer_by.stage.river
    assert slide.seconds == 40
    passer_by.stage.show.turn_to(index)
    passer_by.process()
    pieces = river.pieces.rows
    assert len(pieces) > 100
    shown = []
    for _ in range(8):
        hours = passer_by.stage.show.hours
        shown.append(sum(piece.hours <= hours for piece in pieces))
        passer_by.time.advance_s(slide.seconds / 8 - 0.1)
        passer_by.process()
    assert shown == sorted(shown)
    assert shown[0] == 0
    # In two days the men may stand where they are: no longer.
    assert all(one < later for one, later in zip(shown, shown[2:], strict=False))
    figure = river_of(exhibit, Clock(exhibit))
    assert figure is not None
    sight = river._sight
    ways = [spot for band in figure.bands for spot in course(figure, band, sight)]
    line = next(t for t in passer_by.text_items() if slide.line.in_("en") in t.words)
    assert not any(QRectF(line.area).contains(spot.real, spot.imag) for spot in ways)


def test_the_figure_of_the_show_says_its_hours(meet: Meet, exhibit: Exhibit) -> None:
    passer_by = meet(size=WIDE, river=False)
    passer_by.settle()
    index = next(i for i, slide in enumerate(exhibit.attract) if slide.river)
    passer_by.stage.show.turn_to(index)
    starts: dt.datetime = exhibit.exhibit.starts
    for _ in range(5):
        passer_by.time.advance_s(6)
        passer_by.process()
        show = passer_by.stage.show
        assert show.hours == pytest.approx((passer_by.stage.playhead.moment - starts) / HOUR)
        assert passer_by.stage.moment.text in passer_by.texts()
