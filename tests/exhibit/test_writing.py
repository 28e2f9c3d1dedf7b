"""What is written by character, and what in words."""

from __future__ import annotations

import re

import pytest
from fontTools.unicodedata import script

from kiosk.exhibit.rules.wording import length
from kiosk.exhibit.writing import BY_CHARACTER, WIDE, is_wide, wide_in, words_in


def test_what_is_written_by_character_is_what_unicode_says() -> None:
    wide = re.compile(f"[{WIDE}]")
    letters = [chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000]
    said = {letter for letter in letters if script(letter) in BY_CHARACTER}
    found = {letter for letter in letters if wide.match(letter)}
    assert said - found == set()
    assert all(letter.isalpha() and script(letter) == "Zyyy" for letter in found - said)


@pytest.mark.parametrize("letter", ["邯", "の", "カ", "ー", "々", "〇", "𠮷", "豈", "ｶ", "㐂"])
def test_chinese_and_japanese_are_written_by_character(letter: str) -> None:
    assert is_wide(letter)


@pytest.mark.parametrize(
    "letter", ["a", "é", "я", "한", "ไ", "א", "1", "，", "１", "Ａ", "—", "ㄅ"]
)
def test_all_else_is_written_in_words(letter: str) -> None:
    assert not is_wide(letter)


@pytest.mark.parametrize(
    ("text", "words", "characters"),
    [
        ("", 0, 0),
        ("Phase 4: encirclement — and end", 5, 0),
        ("第四阶段：合围与结局", 0, 9),
        ("Encirclement 合围", 1, 2),
        ("10月24日，USA", 3, 2),
        ("포위와 결말", 2, 0),
        ("センター", 0, 4),
    ],
)
def test_words_and_characters_of_a_text_are_told_apart(
    text: str, words: int, characters: int
) -> None:
    assert (len(words_in(text)), len(wide_in(text))) == (words, characters)


@pytest.mark.parametrize(
    ("text", "long"),
    [
        ("The 合围 of October", (4, "words")),
        ("𠮷野家在1945年。", (10, "characters")),
        ("포위와 결말", (2, "words")),
    ],
)
def test_a_text_is_as_long_as_its_writing_counts(text: str, long: tuple[int, str]) -> None:
    assert length(text) == long
