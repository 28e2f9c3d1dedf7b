"""The end of the story, which says what it cost."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kiosk.exhibit.model.record import in_languages
from kiosk.exhibit.reading.draft import Draft
from kiosk.exhibit.reading.problem import Finding

NUMBER = re.compile(r"(\d+(?:[.,'\u2019\u00a0\u202f ]\d{3})+|\d+(?:\.\d+)?)(万|萬|千)?")
TIMES = {"万": 10_000, "萬": 10_000, "千": 1_000}

SPELT = re.compile(
    "[一二两三四五六七八九][一二两三四五六七八九十百千万萬〇零]+|十[一二三四五六七八九万萬]*"
)
"""A number of two characters or more that is written in Chinese."""

DIGITS = {digit: value for value, digit in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
UNITS = {"十": 10, "百": 100, "千": 1_000}


def endings(draft: Draft) -> Iterator[Finding]:
    """A last phase that gives no figure of the losses that the sides are given: warnings."""
    phases = draft.entries("phases")
    figures = [figure for side in draft.entries("sides") for figure in side.losses]
    lost = {end for figure in figures for end in (figure.low, figure.high) if end}
    if not draft.complete or not phases or not lost:
        return
    for steps, text in in_languages(("phases", len(phases) - 1, "text"), phases[-1].text):
        if lost.isdisjoint(numbers_in(text)):
            message = "the story ends without what it cost"
            hint = "say who won, and a figure of what a side lost"
            yield Finding(steps, message, hint, "warning")


def numbers_in(text: str) -> Iterator[int]:
    """The whole numbers that a text writes with digits, in groups, and in Chinese."""
    for digits, unit in NUMBER.findall(text):
        grouped = re.fullmatch(r"\d+(?:\D\d{3})+", digits)
        number = float(re.sub(r"\D", "", digits) if grouped else digits)
        yield round(number * TIMES.get(unit, 1))
    yield from map(_spelt, SPELT.findall(text))


def _spelt(text: str) -> int:
    """A number that is written in Chinese, as 四万八千二百."""
    whole = thousands = digit = 0
    for letter in text:
        if letter in DIGITS:
            digit = DIGITS[letter]
        elif letter in UNITS:
            thousands, digit = thousands + (digit or 1) * UNITS[letter], 0
        else:
            whole, thousands, digit = whole + (thousands + digit) * TIMES[letter], 0, 0
    return whole + thousands + digit
