"""The spoken way in the kiosk: what is said unasked, by which keys it begins and ends."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from kiosk.speech.speech import PATIENCE, PULLED_MS, TEMPI
from tests.meeting import SMALL, Meet
from tests.speech.listening import JACKED, KEY, Listener
from tests.window import Visitor


@pytest.fixture
def listener(meet: Meet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Listener:
    file = tmp_path / "said"
    monkeypatch.setenv("KIOSK_SPEECH_LOG", str(file))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    visitor = meet(keypad=JACKED)
    visitor.stand_still()
    return Listener(visitor, file)


def test_nothing_is_said_before_it_is_wanted(listener: Listener) -> None:
    listener.press(KEY.Key_Down, KEY.Key_Down, KEY.Key_Return)
    assert listener.lines == []
    assert listener.visitor.stage.speech.caption == ""


def test_headphones_wake_and_greet_in_each_language_with_the_languages_first(
    listener: Listener,
) -> None:
    said = listener.press(KEY.Key_F21)
    assert listener.visitor.state == "visit"
    assert listener.visitor.stage.speech.on
    assert [line.language for line in listener.lines[:2]] == ["en", "zh"]
    assert said[0].startswith("Welcome.")
    assert said[-1].startswith("中文. ")
    listener.press(KEY.Key_Return)
    assert listener.visitor.stage.preferences.language == "zh"
    assert listener.lines[-1].language == "zh"
    assert listener.lines[-1].cause == "ok"


def test_the_listening_key_held_begins_and_ends_it(listener: Listener) -> None:
    listener.press(KEY.Key_Down)
    visitor = listener.visitor
    said = listener.hold(KEY.Key_L)
    assert visitor.stage.speech.on
    assert said == [visitor.word("speech_on"), f"{visitor.stage.page.title}."]
    assert listener.press(KEY.Key_Down) != []
    assert listener.hold(KEY.Key_L) == [visitor.word("speech_off")]
    assert not visitor.stage.speech.on
    assert listener.press(KEY.Key_Down) == []


def spoken(listener: Listener) -> Visitor:
    """A visit in the spoken way."""
    listener.press(KEY.Key_Down)
    listener.hold(KEY.Key_L)
    return listener.visitor


def test_what_opens_and_what_the_keys_reach_is_said_once(listener: Listener) -> None:
    visitor = spoken(listener)
    visitor.stage.navigation.openPanel("phases")
    visitor.settle()
    said = listener.press(KEY.Key_Down)
    assert visitor.screen == "phases"
    title = str(visitor.stage.page.title)
    assert [text for text in listener.texts if text.startswith(title)] == [title]
    assert said[0] != title


def test_a_switch_says_its_new_state(listener: Listener) -> None:
    visitor = spoken(listener)
    visitor.stage.navigation.openSheet("comfort")
    visitor.settle()
    while not listener.texts[-1].startswith(visitor.word("contrast")):
        listener.press(KEY.Key_Down)
    assert "Switch. off. 1 of 5. OK turns it." in listener.texts[-1]
    assert listener.press(KEY.Key_Return) == ["on."]


def test_a_caption_stays_as_long_as_it_takes_to_read_what_is_not_heard(listener: Listener) -> None:
    visitor = spoken(listener)
    listener.press(KEY.Key_Down)
    caption = visitor.stage.speech.caption
    assert caption.startswith(listener.texts[-1])
    visitor.frame()
    assert caption in visitor.texts()


def test_any_key_ends_what_is_said(listener: Listener) -> None:
    visitor = spoken(listener)
    listener.press(KEY.Key_Down)
    assert visitor.stage.speech.reading
    QTest.keyPress(visitor.window, KEY.Key_Return)  # acts as it comes up
    assert not visitor.stage.speech.reading
    QTest.keyRelease(visitor.window, KEY.Key_Return)


def test_tempo_and_volume_are_said_and_end_with_the_visit(listener: Listener) -> None:
    visitor = spoken(listener)
    assert listener.press(KEY.Key_BracketRight) == ["Tempo 125 per cent"]
    fastest = [listener.press(KEY.Key_BracketRight) for _ in TEMPI][-1]
    assert fastest == ["Tempo 200 per cent"]
    first = listener.press(KEY.Key_VolumeUp)
    assert first != listener.press(KEY.Key_VolumeUp)
    visitor.stage.session.leave()
    visitor.settle()
    assert not visitor.stage.speech.on
    assert visitor.stage.speech.caption == ""
    spoken(listener)
    assert listener.press(KEY.Key_BracketRight) == ["Tempo 125 per cent"]
    assert listener.press(KEY.Key_VolumeUp) == first


def test_headphones_that_are_pulled_silence_it_and_later_end_it(listener: Listener) -> None:
    listener.press(KEY.Key_F21)
    visitor = listener.visitor
    assert listener.press(KEY.Key_F22, KEY.Key_Down) == []
    assert visitor.stage.speech.on
    visitor.time.advance(PULLED_MS)
    assert not visitor.stage.speech.on
    assert visitor.state == "visit"


def test_who_listens_has_more_time_to_answer_the_warning(listener: Listener) -> None:
    visitor = spoken(listener)
    seconds = visitor.wait_for("warning")
    assert seconds > 60
    visitor.process()
    assert [text for text in listener.texts if text.startswith(visitor.word("still_there"))]
    assert visitor.stage.session.secondsLeft == 20 * PATIENCE


def test_a_page_is_read_by_its_narration_for_everybody(listener: Listener) -> None:
    listener.press(KEY.Key_Down)
    visitor = listener.visitor
    visitor.stage.navigation.openPhase(1)
    visitor.settle()
    (said,) = listener.press(KEY.Key_L)
    phase = visitor.stage.exhibit.phases[1]
    assert phase.narration
    assert said.split()[:5] == phase.narration.in_("en").split()[:5]
    assert not visitor.stage.speech.on
    first = visitor.stage.speech.caption
    assert said.startswith(first)
    visitor.time.advance_s(30)
    second = visitor.stage.speech.caption
    assert second != first
    assert second in said
    listener.press(KEY.Key_L)  # holds it
    visitor.time.advance_s(30)
    assert visitor.stage.speech.caption == second
    assert not visitor.stage.speech.reading
    listener.press(KEY.Key_L)
    assert visitor.stage.speech.reading
    visitor.stage.navigation.openPhase(2)
    assert visitor.stage.speech.caption == ""


def test_on_the_map_each_thing_is_said(listener: Listener) -> None:
    visitor = spoken(listener)
    visitor.stage.navigation.openPanel("maps")
    visitor.settle()
    listener.press(KEY.Key_Down)
    visitor.stage.walk.enter()
    said = listener.press(KEY.Key_Down)
    assert len(said) == 1
    assert said[0].split(". ")[-1].startswith("2 of ")


def test_another_exhibit_in_one_language_is_spoken_too(
    meet: Meet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KIOSK_SPEECH_LOG", str(tmp_path / "said"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    listener = Listener(meet(SMALL), tmp_path / "said")
    visitor = spoken(listener)
    assert {line.language for line in listener.lines} == {"en"}
    assert f"{visitor.stage.page.title}." in listener.texts
