"""Where lines end: evenly, between phrases, and never before the last word."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QFontMetricsF, QGuiApplication

from kiosk.exhibit.writing import WORD_JOINER
from kiosk.machine import folders
from kiosk.telling.balance import FINE_PX, balanced, captioned, phrased, widest
from kiosk.telling.fonts import SERIF, add_fonts


@pytest.fixture
def font(qapp: QGuiApplication) -> QFont:
    add_fonts(folders.resources() / "fonts")
    made = QFont(SERIF)
    made.setPixelSize(40)
    return made


def width_of(text: str, font: QFont) -> float:
    return QFontMetricsF(font).horizontalAdvance(text)


def test_two_lines_share_the_words(font: QFont) -> None:
    room = width_of("None of them arrives", font)
    found = balanced("None of them arrives there", font, room)
    assert found < room
    assert found == pytest.approx(width_of("None of them", font), abs=2 * FINE_PX)


@pytest.mark.parametrize("text", ["", "One line", "Incomprehensibilities"])
def test_what_cannot_be_evened_keeps_its_width(font: QFont, text: str) -> None:
    assert balanced(text, font, 200) == 200


@pytest.mark.parametrize("text", ["Two lines\nthat somebody wrote", "援军两路出动，无一赶到"])
def test_no_word_is_broken_for_evenness(font: QFont, text: str) -> None:
    longest = max(width_of(part, font) for part in text.replace("，", "，\n").split("\n"))
    assert balanced(phrased(text), font, longest * 1.5) >= longest - FINE_PX


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("None arrives.", "None\u00a0arrives."),
        ("Autumn 1945. It began.", "Autumn 1945. It\u00a0began."),
        ("10月7日，无一赶到", "1\u20600\u2060月\u20607\u2060日，无\u2060一\u2060赶\u2060到"),
        ("这一句没有停顿所以长得一行放不下", "这一句没有停顿所以长得一行放不下"),
    ],
)
def test_phrases_stay_together(text: str, kept: str) -> None:
    assert phrased(text) == kept


def test_what_is_longer_than_a_phrase_is_told_otherwise() -> None:
    said = phrased("国民党将领高树勋率万余人起义", lambda rest: rest.replace("高树勋", "高_树_勋"))
    assert said == "国民党将领高_树_勋率万余人起义"


def test_a_caption_keeps_its_short_phrases_and_tells_the_rest_otherwise() -> None:
    said = captioned("天黑后发起总攻，先打第106师和第27师所属各部。", 8, lambda rest: f"<{rest}>")
    kept = WORD_JOINER.join("天黑后发起总攻")
    assert said == f"{kept}<，先打第106师和第27师所属各部。>"


@pytest.mark.parametrize(
    ("text", "longest"),
    [
        ("Der Dänisch-Niedersächsische Krieg", "Niedersächsische"),
        (f"Der Dänisch-{WORD_JOINER}Niedersächsische Krieg", "Dänisch-Niedersächsische"),
        ("", ""),
    ],
)
def test_the_widest_part_is_the_longest_in_which_no_line_may_end(
    font: QFont, text: str, longest: str
) -> None:
    assert widest(text, font) == pytest.approx(width_of(longest, font), abs=2)
