"""Notes that can be read, a true preview, a map that keeps its places."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtQuick import QQuickItem

from kiosk.exhibit.clock import Clock
from kiosk.map.sight import spots_of
from kiosk.talk.lectern import SHOT_MS
from tests.talk.conftest import Speak, Speaker
from tests.window import walk

LAPTOP = (1368, 768)

LEAST_PX = 25
"""On a laptop of 15.6 inches 16 minutes of arc for a capital, from a metre."""


def item(speaker: Speaker, words: str) -> QQuickItem:
    """What of the speaker's window has these words."""
    items = walk(speaker.lectern.notes.contentItem())
    return next(one for one in items if one.property("text") == words)


def reading(speaker: Speaker) -> QQuickItem:
    """What scrolls the notes."""
    items = walk(speaker.lectern.notes.contentItem())
    return next(one for one in items if one.inherits("QQuickFlickable"))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_notes_are_never_too_small_to_be_read_from_a_metre(speak: Speak, language: str) -> None:
    speaker = speak(talk="full", notes=True, language=language)
    speaker.lectern.notes.resize(*LAPTOP)
    speaker.process()
    for number in range(len(speaker.lectern.delivery.slides)):
        speaker.lectern.delivery.jump(number)
        speaker.process()
        for words in filter(None, (speaker.lectern.deck.notes, speaker.lectern.deck.fullText)):
            font = item(speaker, words).property("font")
            assert font.pixelSize() >= LEAST_PX, number


def test_keys_change_the_size_of_notes_and_scroll_them(speak: Speak) -> None:
    speaker = speak(talk="full", notes=True)
    speaker.lectern.notes.resize(*LAPTOP)
    speaker.open("decisions/decision-ma")
    pane, words = reading(speaker), speaker.lectern.deck.notes
    usual = item(speaker, words).property("font").pixelSize()
    speaker.press(Qt.Key.Key_F, Qt.Key.Key_F)
    assert item(speaker, words).property("font").pixelSize() > 1.3 * usual
    item(speaker, words).parentItem().ensurePolished()  # as a frame does
    speaker.press(*[Qt.Key.Key_J] * 20)
    most = pane.property("contentHeight") - pane.height()
    assert most > 0
    assert pane.property("contentY") == pytest.approx(most)
    speaker.press(Qt.Key.Key_U)
    assert pane.property("contentY") < most
    speaker.press(*[Qt.Key.Key_D] * 5)
    assert item(speaker, words).property("font").pixelSize() == usual
    place = speaker.place
    speaker.press(Qt.Key.Key_PageUp)
    assert speaker.place != place
    assert pane.property("contentY") == 0


def test_the_preview_shows_what_the_wall_shows_within_200_ms(speak: Speak) -> None:
    speaker = speak(talk="full", notes=True, moving=True)
    prompter = speaker.lectern.prompter
    assert SHOT_MS < 200
    speaker.open("phases/crossing")

    def changed(before: str) -> bool:
        return prompter.picture != before

    for _ in range(2):
        speaker.press(Qt.Key.Key_PageDown)
        before = prompter.picture
        for _ in range(3):  # while time plays on the map, and as it stands
            speaker.time.advance(SHOT_MS)
            speaker.frame()
            speaker.await_sight(partial(changed, before))
            before = prompter.picture


def test_a_preview_is_taken_no_more_once_all_stands_still(speak: Speak) -> None:
    speaker = speak(notes=True)
    speaker.arrive()
    for _ in range(20):
        speaker.time.advance(SHOT_MS)
        speaker.frame()
    last = speaker.lectern.prompter.picture
    for _ in range(5):
        speaker.time.advance(SHOT_MS)
        speaker.frame()
    assert speaker.lectern.prompter.picture == last


@pytest.mark.parametrize("keys", [(Qt.Key.Key_Z,), (Qt.Key.Key_Plus,) * 3, (Qt.Key.Key_S,)])
def test_a_magnified_map_keeps_what_the_click_speaks_of(
    speak: Speak, keys: tuple[Qt.Key, ...]
) -> None:
    speaker = speak(talk="full")
    stage, exhibit = speaker.stage, speaker.lectern._exhibit
    speaker.open("phases/encirclement")
    for event in exhibit.indexed("phases")["encirclement"].events:
        speaker.press(Qt.Key.Key_PageDown)
        speaker.arrive()
        speaker.press(*keys)
        speaker.arrive()
        left, top, width, height = stage.camera.focus
        for spot in spots_of(exhibit, Clock(exhibit), event):
            x, y = stage.camera.screen_of(*spot)
            assert left <= x <= left + width, event.id
            assert top <= y <= top + height, event.id


def test_without_the_second_screen_the_speaker_is_told_where_the_notes_are(speak: Speak) -> None:
    speaker = speak(notes=True)
    told = speaker.word("notes_gone")
    speaker.lectern._on_removed()
    speaker.process()
    assert told in speaker.texts()
    speaker.press(Qt.Key.Key_PageDown)
    assert told not in speaker.texts()


def test_notes_that_come_back_say_nothing_on_the_slide(speak: Speak) -> None:
    speaker = speak(notes=True)
    speaker.lectern._on_removed()
    speaker.press(Qt.Key.Key_N)
    assert speaker.lectern.notes.isVisible()
    assert speaker.word("notes_gone") not in speaker.texts()
