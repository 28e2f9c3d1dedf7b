"""The ends of lines: evenly, and between phrases."""

from __future__ import annotations

import math
import re
from collections.abc import Callable

from PySide6.QtGui import QFont, QTextLayout, QTextOption

from kiosk.exhibit.writing import WIDE, WORD_JOINER, wide_in

FINE_PX = 4
"""The distance from the least width that is near enough."""


LONGEST = 10

PHRASE = re.compile(rf"(?<![\d{WIDE}])(?=\d*[{WIDE}])[\d{WIDE}]{{2,{LONGEST}}}(?![\d{WIDE}])")
"""A phrase written by character that is short enough for a line."""

HARD_SPACE = "\u00a0"


def phrased(text: str, otherwise: Callable[[str], str] = str) -> str:
    """`text` whose lines end between short phrases, and never before its last word.

    What is longer than a short phrase is told `otherwise`.
    """
    return HARD_SPACE.join(captioned(text, LONGEST, otherwise).rsplit(" ", 1))


def captioned(text: str, most: int, otherwise: Callable[[str], str]) -> str:
    """`text` whose lines end between phrases of `most` characters; the rest is told `otherwise`."""

    def rest(part: str) -> str:
        return otherwise(part) if wide_in(part) else part

    parts, at = [], 0
    for phrase in PHRASE.finditer(text):
        if len(phrase.group()) <= most:
            parts += [rest(text[at : phrase.start()]), WORD_JOINER.join(phrase.group())]
            at = phrase.end()
    return "".join([*parts, rest(text[at:])])


def balanced(text: str, font: QFont, width: float) -> float:
    """The least width in px, to `FINE_PX`, in which `text` takes no more lines than in `width`."""
    lines = _lines(text, font, width)
    if lines < 2 or lines == math.inf:
        return width
    least, enough = width / 2, width
    while enough - least > FINE_PX:
        middle = (least + enough) / 2
        if _lines(text, font, middle) > lines:
            least = middle
        else:
            enough = middle
    return enough


def widest(text: str, font: QFont) -> float:
    """The width in px of the longest part of `text` in which no line may end."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout = QTextLayout(text, font)
    layout.setTextOption(option)
    layout.beginLayout()
    while layout.createLine().isValid():
        pass
    layout.endLayout()
    return layout.minimumWidth()


def _lines(text: str, font: QFont, width: float) -> float:
    """The number of lines of `text`, broken as by Qt Quick; infinite where a word has no room."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    count = 0
    for paragraph in text.split("\n"):
        layout = QTextLayout(paragraph, font)
        layout.setTextOption(option)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            if line.naturalTextWidth() > width:
                return math.inf
            count += 1
        layout.endLayout()
    return count
