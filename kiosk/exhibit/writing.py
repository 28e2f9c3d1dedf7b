"""The writing of a text: by character (Han, Hiragana, Katakana), or in words."""

from __future__ import annotations

import re
import unicodedata

BY_CHARACTER = frozenset({"Hani", "Hira", "Kana"})
"""The scripts without spaces between words, as ISO 15924 names them."""

RANGES = (
    (0x2E80, 0x2E99),
    (0x2E9B, 0x2EF3),
    (0x2F00, 0x2FD5),
    (0x3005, 0x3007),
    (0x3021, 0x3029),
    (0x3031, 0x3035),
    (0x3038, 0x303C),
    (0x3041, 0x3096),
    (0x309D, 0x309F),
    (0x30A1, 0x30FA),
    (0x30FC, 0x30FF),
    (0x31F0, 0x31FF),
    (0x32D0, 0x32FE),
    (0x3300, 0x3357),
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xF900, 0xFA6D),
    (0xFA70, 0xFAD9),
    (0xFF66, 0xFF9F),
    (0x16FE2, 0x16FE3),
    (0x16FF0, 0x16FF6),
    (0x1AFF0, 0x1AFF3),
    (0x1AFF5, 0x1AFFB),
    (0x1AFFD, 0x1AFFE),
    (0x1B000, 0x1B128),
    (0x1B132, 0x1B132),
    (0x1B150, 0x1B152),
    (0x1B155, 0x1B155),
    (0x1B164, 0x1B168),
    (0x1F200, 0x1F200),
    (0x20000, 0x2A6DF),
    (0x2A700, 0x2B81E),
    (0x2B820, 0x2CEAD),
    (0x2CEB0, 0x2EBE0),
    (0x2EBF0, 0x2EE5D),
    (0x2F800, 0x2FA1D),
    (0x30000, 0x3134A),
    (0x31350, 0x33479),
)
"""The first and the last code point of each stretch that is written by character.

As `fontTools.unicodedata.script` has them, and the letters that these scripts alone share; a start
does without its tables, and a test holds them together.
"""

WIDE = "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in RANGES)
"""The letters written by character, for use within the brackets of a regular expression."""

WORD_JOINER = "\u2060"
"""The letter at which no line ends."""

NUMBERED = re.compile(r"[(（]([1-9])[)）]")
"""The number of a proof behind what it is for, as a text has it."""

_WIDE = re.compile(f"[{WIDE}]")


def leftward(text: str) -> bool:
    """True if `text` is read from right to left: its first letter with a direction is."""
    ways = (unicodedata.bidirectional(letter) for letter in text)
    return next((way for way in ways if way in ("L", "R", "AL")), "L") != "L"


def is_wide(text: str) -> bool:
    """True if anything in `text` is written by character."""
    return _WIDE.search(text) is not None


def wide_in(text: str) -> str:
    """The letters of `text` that are written by character."""
    return "".join(_WIDE.findall(text))


def words_in(text: str) -> list[str]:
    """The words of what else stands in `text`."""
    return [word for word in _WIDE.sub(" ", text).split() if any(map(str.isalnum, word))]
