"""Letters of an exhibit that no font here can show: visitors would see a box in their place."""

from __future__ import annotations

import sys
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from pathlib import Path

from kiosk.exhibit.model import Exhibit, Words
from kiosk.exhibit.model.record import in_languages, within
from kiosk.exhibit.reading.draft import parts_of
from kiosk.exhibit.reading.folder import WORDS
from kiosk.exhibit.reading.problem import Finding, Steps
from kiosk.machine import folders

CURE = "write another letter, or add a font that has it, as resources/README.md says"

UNDRAWN = ("C", "Z")
"""The general categories, by their first letter, of what is nothing to see."""

SELECTORS = range(0xFE00, 0xFE10)
"""The variation selectors: they choose among the glyphs of the letter before."""


def unshown_letters(exhibit: Exhibit) -> Iterator[Finding]:
    """Letters without a glyph in any font, each once, where it first stands: warnings."""
    texts = [*_texts(exhibit)]
    shown = stretches_in(folders.resources() / "fonts" / "letters.txt")
    written = set[str]().union(*(text for _, text in texts))
    lacking = {letter for letter in written if _drawn(letter) and not _is_in(shown, letter)}
    met: dict[str, list[Steps]] = {}
    for steps, text in texts if lacking else ():
        for letter in dict.fromkeys(text):
            if letter in lacking:
                met.setdefault(letter, []).append(steps)
    for letter, places in met.items():
        name = unicodedata.name(letter, "a letter without a name").lower()
        more = f", here and in {len(places) - 1} more texts" if len(places) > 1 else ""
        said = f"{letter} (U+{ord(letter):04X}, {name}) has no glyph in any font here{more}"
        yield Finding(places[0], said, CURE, "warning")


def stretches_in(file: Path) -> list[tuple[int, int]]:
    """The first and last code points of stretches, in order: in a file in hexadecimal, by lines."""
    ends = (line.split("-") for line in file.read_text("utf-8").split())
    return [(int(first, 16), int(last, 16)) for first, last in ends]


def _is_in(stretches: list[tuple[int, int]], letter: str) -> bool:
    code = ord(letter)
    before = bisect_right(stretches, (code, sys.maxunicode))
    return before > 0 and code <= stretches[before - 1][1]


def _drawn(letter: str) -> bool:
    return unicodedata.category(letter)[0] not in UNDRAWN and ord(letter) not in SELECTORS


def _texts(exhibit: Exhibit) -> Iterator[tuple[Steps, str]]:
    """All that the exhibit writes, and its own words of the interface, with the steps to it."""
    for name, part in parts_of(exhibit).items():
        for steps, value in within((name,), part):
            if isinstance(value, Words):
                yield from in_languages(steps, value)
    for code, own in exhibit.words.items():
        yield from (((WORDS, code, key), str(word)) for key, word in own.items())
