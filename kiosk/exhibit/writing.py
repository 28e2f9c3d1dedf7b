"""The writing of a text: by character (Han, Hiragana, Katakana), or in words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from fontTools.unicodedata import ScriptExtensions, Scripts

BY_CHARACTER = frozenset({"Hani", "Hira", "Kana"})
"""The scripts without spaces between words, as ISO 15924 names them."""


def ranges() -> Iterator[tuple[int, int]]:
    """The first and the last code point of each stretch that is written by character.

    As `fontTools.unicodedata.script` has them, and the letters that these scripts alone share.
    """
    for start, end, script in _stretches(Scripts):
        if script in BY_CHARACTER:
            yield start, end
    for start, end, scripts in _stretches(ScriptExtensions):
        if scripts and BY_CHARACTER.issuperset(scripts):
            yield from ((code, code) for code in range(start, end + 1) if chr(code).isalpha())


def _stretches(table: object) -> Iterator[tuple[int, int, str | set[str]]]:
    starts, values = table.RANGES, table.VALUES  # type: ignore[attr-defined]
    for start, after, value in zip(starts, [*starts[1:], 0x110000], values, strict=True):
        yield start, after - 1, value


WIDE = "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in ranges())
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
