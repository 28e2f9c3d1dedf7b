"""Joints of a text written by character: the places at which no line ends.

Without a dictionary: only what is sure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from kiosk.exhibit.writing import WIDE, WORD_JOINER

RUN = re.compile(rf"(?<![\d{WIDE}])(?=\d*[{WIDE}])[\d{WIDE}]+")
"""A run of what is written by character, between two marks."""

WHOLE = 4
"""Of so many characters a run is one phrase: no line ends within it."""

NUMERALS = "一二三四五六七八九十百千万两几数半"
MEASURES = "个支条名位项次篇份种段处座件批人天日月年里"

BOUND = re.compile(
    rf"(?<=\d)(?=[{WIDE}])|(?<=[第约近逾])(?=\d)|(?<=[{NUMERALS}])(?=[{MEASURES}余多])"
    rf"|(?<=[余多])(?=[{MEASURES}])|(?<=[{WIDE}])(?=[的了着们])|(?<=[不第同])(?=[{WIDE}])"
    rf"|(?<=[{WIDE}\d])(?=[—–～](?!—))"
)
"""The places at which no line ends, whatever the words are.

Those between a number and what counts with it, before or after what leans on its neighbour, and
before the dash of a stretch.
"""


def joints(text: str) -> set[int]:
    """The places in a text written by character at which no line ends.

    They are those of `BOUND`, and those that would leave one character of a run alone, or part a
    short one.
    """
    places = {found.start() for found in BOUND.finditer(text)}
    for run in RUN.finditer(text):
        start, end = run.span()
        inner = range(start + 1, end)
        places.update(inner if end - start <= WHOLE else (*inner[:1], *inner[-1:]))
    return {at for at in places if not text[at - 1 : at + 1].isdecimal()}


def joined(text: str, places: Iterable[int]) -> str:
    """`text` with a joiner at each of some places."""
    edges = (0, *sorted(places), len(text))
    return WORD_JOINER.join(text[at:to] for at, to in pairwise(edges))
