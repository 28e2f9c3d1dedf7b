"""A talk on the real windows: keys, the map's steps, what lies over the slide, hands."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.exhibit.model import Exhibit, Phase
from kiosk.talk.deck import CLOSER, CLOSEST
from kiosk.talk.script import events_of
from kiosk.telling.outline.pointing import refs_of
from tests.meeting import SMALL
from tests.talk.conftest import Speak, Speaker
from tests.window import walk

LEAST_OF_SLIDE = 22
"""Text on a slide is at least 1 / this of its shorter side."""


# ------------------------------------------------------------ stepping


@pytest.mark.parametrize(
    ("keys", "place"),
    [
        ([Qt.Key.Key_PageDown], (1, 0)),
        ([Qt.Key.Key_Space, Qt.Key.Key_Right], (2, 0)),
        ([Qt.Key.Key_PageDown, Qt.Key.Key_PageUp], (0, 0)),
        ([Qt.Key.Key_End, Qt.Key.Key_Home], (0, 0)),
        ([Qt.Key.Key_B, Qt.Key.Key_PageDown, Qt.Key.Key_PageDown], (1, 0)),
        ([Qt.Key.Key_Period, Qt.Key.Key_F5], (0, 0)),
        ([Qt.Key.Key_4, Qt.Key.Key_Enter], (3, 0)),
        ([Qt.Key.Key_Tab, Qt.Key.Key_Right, Qt.Key.Key_Return], (1, 0)),
        ([Qt.Key.Key_Escape, Qt.Key.Key_F5], (0, 0)),
    ],
)
def test_keys_step_the_talk(speaker: Speaker, keys: list[Qt.Key], place: tuple[int, int]) -> None:
    speaker.press(*keys)
    assert speaker.place == place


def clicks(speaker: Speaker) -> Iterator[list[str]]:
    """The words on the slide, click by click to the end of the talk."""
    place = None
    while speaker.place != place:
        place = speaker.place
        speaker.window.grabWindow()
        yield speaker.texts()
        speaker.press(Qt.Key.Key_PageDown)


def test_without_talks_everything_is_told(speaker: Speaker) -> None:
    assert len(list(clicks(speaker))) == sum(one.steps for one in speaker.lectern.delivery.slides)
    assert speaker.show == "sources"


def test_within_a_phase_each_click_plays_to_the_next_event(speak: Speak, exhibit: Exhibit) -> None:
    speaker = speak(talk="full", moving=True)
    phase: Phase = exhibit.indexed("phases")["encirclement"]
    speaker.open("phases/encirclement")
    speaker.arrive()
    playhead = speaker.stage.playhead
    assert playhead.moment == phase.starts
    assert phase.question is not None
    assert phase.question.in_("en") in speaker.texts()
    for event in phase.events:
        speaker.press(Qt.Key.Key_PageDown)
        assert playhead.playing or playhead.moment == event.at
        speaker.arrive()
        assert playhead.moment == event.at
        assert event.text.in_("en") in speaker.texts()
    for later, event in pairwise(reversed(phase.events)):
        speaker.press(Qt.Key.Key_PageUp)
        assert not playhead.playing
        assert playhead.moment == event.at
        assert later.text.in_("en") not in speaker.texts()


def test_the_place_of_an_event_is_named_and_nothing_is_chosen(
    speak: Speak, exhibit: Exhibit
) -> None:
    speaker = speak(talk="full")
    speaker.open("phases/encirclement")
    for event in exhibit.indexed("phases")["encirclement"].events:
        speaker.press(Qt.Key.Key_PageDown)
        situation = speaker.stage.situation
        assert not any(row.chosen for row in situation.signs.rows)
        assert not any(row.chosen for row in situation.names.rows)
        if event.place:
            assert event.place in {row.key for row in situation.names.rows}


def test_the_map_shows_where_each_event_is(speak: Speak, exhibit: Exhibit) -> None:
    speaker = speak(talk="full")
    camera = speaker.stage.camera
    for phase in ("encirclement", "pursuit"):
        speaker.open(f"phases/{phase}")
        for event in events_of(exhibit.indexed("phases")[phase], speaker.lectern.delivery.at):
            speaker.press(Qt.Key.Key_PageDown)
            speaker.arrive()
            left, top, width, height = camera.focus
            for ref in refs_of(event):
                if spot := speaker.stage.situation.spot(ref):
                    x, y = camera.screen_of(*spot)
                    assert left <= x <= left + width, (event.id, ref)
                    assert top <= y <= top + height, (event.id, ref)


def test_where_no_map_bears_on_a_question_every_voice_stays(speak: Speak, exhibit: Exhibit) -> None:
    speaker = speak(talk="full")
    frame = exhibit.indexed("disagreements")["frame"]
    speaker.open("disagreements/frame")
    speaker.press(*[Qt.Key.Key_PageDown] * len(frame.voices))
    told = speaker.texts()
    assert {voice.says.in_("en") for voice in frame.voices} <= {*told}
    assert {voice.who.in_("en") for voice in frame.voices} <= {*told}
    assert exhibit.sides[0].name.in_("en") not in told


def test_an_event_at_the_end_of_its_phase_stays_in_it(speak: Speak) -> None:
    speaker = speak(SMALL)
    speaker.open("phases/night-march")
    for _ in range(2):
        speaker.press(Qt.Key.Key_PageDown)
    assert speaker.stage.navigation.phase == 0
    assert speaker.show == "phases/night-march"


def test_a_decision_is_told_click_by_click(speak: Speak, exhibit: Exhibit) -> None:
    speaker = speak()
    decision = exhibit.indexed("decisions")["decision-gao"]
    choices = [choice.text.in_("en") for choice in decision.choices]
    speaker.open("decisions/decision-gao")

    def told() -> tuple[list[str], bool, bool]:
        seen = speaker.texts()
        hands = speaker.word("hands_up") in seen
        return (
            [text for text in choices if text in seen],
            hands,
            decision.happened.in_("en") in seen,
        )

    assert told() == ([], False, False)
    assert decision.text.in_("en") in speaker.texts()
    for count in range(1, len(choices) + 1):
        speaker.press(Qt.Key.Key_PageDown)
        assert told() == (choices[:count], False, False)
    speaker.press(Qt.Key.Key_PageDown)
    assert told() == (choices, True, False)
    speaker.press(Qt.Key.Key_PageDown)
    assert told() == (choices, False, True)
    assert speaker.texts().count(speaker.word("was_done")) == 1
    speaker.press(Qt.Key.Key_PageDown)
    assert told() == (choices, False, False)
    assert {choice.reply.in_("en") for choice in decision.choices} <= set(speaker.texts())


def bars(speaker: Speaker) -> list[float]:
    """The lengths of the bars that tell the hands, each as a share of the longest."""
    shown = [bar for bar in speaker.named("HandBar") if bar.isVisible()]
    return [round(float(bar.property("share")), 2) for bar in shown]


def test_hands_are_counted_by_number_and_by_touch_and_stay_with_what_was_done(
    speak: Speak, exhibit: Exhibit
) -> None:
    speaker = speak(notes=True)
    speaker.open("decisions/decision-gao")
    speaker.press(*[Qt.Key.Key_PageDown] * 4)
    assert bars(speaker) == []
    speaker.press(Qt.Key.Key_1, Qt.Key.Key_0)
    assert bars(speaker) == [1.0]  # as it is typed
    speaker.press(Qt.Key.Key_Enter, Qt.Key.Key_2, Qt.Key.Key_0, Qt.Key.Key_Enter)
    assert bars(speaker) == [0.5, 1.0]
    third = exhibit.indexed("decisions")["decision-gao"].choices[2].text.in_("en")
    place = speaker.place
    speaker.frame()
    speaker.touch_at(next(text.centre for text in speaker.text_items() if text.words == third))
    assert (bars(speaker), speaker.place) == ([0.5, 1.0, 0.05], place)
    speaker.press(Qt.Key.Key_PageDown)
    assert speaker.lectern.deck.decided
    assert bars(speaker) == [0.5, 1.0, 0.05]
    assert speaker.word("hands_up") not in speaker.texts()


def test_the_speaker_counts_hands_with_the_mouse(speak: Speak) -> None:
    speaker = speak(notes=True)
    speaker.open("decisions/decision-gao")
    speaker.press(*[Qt.Key.Key_PageDown] * 4)
    notes = speaker.lectern.notes
    letters = [
        item
        for item in walk(notes.contentItem())
        if item.objectName() == "Letter" and item.isVisible()
    ]
    assert [letter.property("mark") for letter in letters] == ["A", "B", "C"]
    at = letters[1].mapToScene(QPointF(5, 5)).toPoint()
    for button in (
        Qt.MouseButton.LeftButton,
        Qt.MouseButton.LeftButton,
        Qt.MouseButton.RightButton,
    ):
        QTest.mouseClick(notes, button, Qt.KeyboardModifier.NoModifier, at)
    speaker.process()
    assert [row.hands for row in speaker.lectern.deck.points.rows] == [-1, 1, -1]


def test_a_claim_is_followed_by_who_makes_it_and_what_speaks_against_it(
    speak: Speak, exhibit: Exhibit
) -> None:
    speaker = speak(talk="full")
    lesson = exhibit.indexed("lessons")["lesson-frame"]
    speaker.open("lessons/lesson-frame")
    parts = [lesson.text.in_("en"), lesson.claimed_by.in_("en"), lesson.against.in_("en")]
    for click in range(3):
        seen = speaker.texts()
        assert lesson.title.in_("en") in seen
        assert [part in seen for part in parts] == [i == click for i in range(3)]
        speaker.press(Qt.Key.Key_PageDown)


def test_the_forces_come_with_their_strength_then_their_losses(
    speak: Speak, exhibit: Exhibit
) -> None:
    speaker = speak(talk="full")
    speaker.open("panels/forces")
    for click in range(3):
        seen = speaker.texts()
        assert [side.name.in_("en") in seen for side in exhibit.sides] == [True, True]
        kinds = ("figures_strength", "figures_losses")
        assert [speaker.word(kind) in seen for kind in kinds] == [click > 0, click > 1]
        speaker.press(Qt.Key.Key_PageDown)


WEIGHED = 0.75
"""How small the words may be that tell for and against of four choices on a slide of 4 to 3."""


@pytest.mark.parametrize(
    ("talk", "size", "language"),
    [
        ("ten-minutes", (1280, 720), "zh"),
        ("full", (1024, 768), "en"),
        ("schools", (720, 1280), "en"),
    ],
)
def test_each_click_shows_something_new_that_can_be_read_from_the_last_row(
    speak: Speak, talk: str, size: tuple[int, int], language: str
) -> None:
    speaker = speak(talk=talk, size=size, language=language)
    before: list[str] = []
    for seen in clicks(speaker):
        assert seen != before
        before = seen
        for column in columns(speaker):
            least = WEIGHED if speaker.lectern.deck.weighed else 0.95
            assert column.scale() > least, (speaker.show, speaker.place)
            assert column.x() + column.width() <= size[0]
    assert speaker.stage.bodyPx >= min(size) / LEAST_OF_SLIDE


def columns(speaker: Speaker) -> list[QQuickItem]:
    """The columns of words that would be drawn smaller if they had no room."""
    items = walk(speaker.window.contentItem())
    return [item for item in items if item.property("area") and item.inherits("QQuickColumn")]


# ------------------------------------------------------------ over the slide


def test_black_hides_the_slide_until_any_key(speaker: Speaker) -> None:
    speaker.press(Qt.Key.Key_B)
    picture = speaker.window.grabWindow()
    assert {picture.pixelColor(x, y).name() for x in (5, 640) for y in (5, 360)} == {"#000000"}
    speaker.press(Qt.Key.Key_X)
    assert speaker.window.grabWindow().pixelColor(5, 5).name() != "#000000"


def test_the_overview_has_every_slide_and_opens_the_one_that_is_touched(speaker: Speaker) -> None:
    speaker.press(Qt.Key.Key_G)
    speaker.settle()
    seen = speaker.texts()
    assert {row.title for row in speaker.lectern.deck.slips.rows} <= set(seen)
    third = next(text for text in speaker.text_items() if text.words == "3")
    speaker.touch_at(third.centre)
    assert (speaker.place, str(speaker.lectern.delivery.mode)) == ((2, 0), "slide")


def test_another_language_keeps_slide_and_click(speak: Speak, exhibit: Exhibit) -> None:
    speaker = speak(talk="full")
    speaker.open("phases/crossing")
    speaker.press(Qt.Key.Key_PageDown, Qt.Key.Key_PageDown)
    place, moment = speaker.place, speaker.stage.playhead.moment
    speaker.press(Qt.Key.Key_L)
    assert (speaker.place, speaker.stage.playhead.moment) == (place, moment)
    assert exhibit.indexed("phases")["crossing"].events[1].text.in_("zh") in speaker.texts()


def test_the_pointer_is_a_ring_where_the_mouse_is(speaker: Speaker) -> None:
    speaker.press(Qt.Key.Key_P)
    QTest.mouseMove(speaker.window, QPoint(400, 300))
    speaker.process()
    (ring,) = speaker.named("PointerRing")
    assert ring.isVisible()
    assert abs(ring.x() + ring.width() / 2 - 400) <= 1
    assert abs(ring.y() + ring.height() / 2 - 300) <= 1
    speaker.press(Qt.Key.Key_P)
    assert not ring.isVisible()


def test_the_map_is_magnified_and_comes_back(speaker: Speaker) -> None:
    speaker.open("views/moor")
    camera = speaker.stage.camera
    before = camera.scale
    for key, scale in (
        *((Qt.Key.Key_Plus, before * CLOSER), (Qt.Key.Key_Minus, before)),
        *((Qt.Key.Key_Plus, before * CLOSER), (Qt.Key.Key_Z, before)),
        *((Qt.Key.Key_Z, before * CLOSEST), (Qt.Key.Key_Z, before)),
    ):
        speaker.press(key)
        assert camera.scale == pytest.approx(scale)


# ------------------------------------------------------------ hands


def test_a_touch_goes_by_halves_and_a_swipe_turns(speaker: Speaker) -> None:
    width, middle = speaker.window.width(), speaker.window.height() // 2
    speaker.touch_at(QPoint(width * 3 // 4, middle))
    assert speaker.place == (1, 0)
    speaker.touch_at(QPoint(width // 4, middle))
    assert speaker.place == (0, 0)
    speaker.swipe(QPoint(width // 2, middle), -40)
    assert speaker.place == (1, 0)
    speaker.swipe(QPoint(width // 2, middle), 40)
    assert speaker.place == (0, 0)


def test_a_click_goes_on_wherever_it_falls_and_the_other_button_back(speaker: Speaker) -> None:
    at = QPoint(10, 300)
    speaker.click_at(at)
    assert speaker.place == (1, 0)
    QTest.mouseClick(speaker.window, Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier, at)
    speaker.process()
    assert speaker.place == (0, 0)
