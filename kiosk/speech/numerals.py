"""Numbers as a language says them, for narrators that read figures wrongly."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from kiosk.exhibit.writing import WIDE

DIGITS = "零一二三四五六七八九"

UNITS = (("千", 1000), ("百", 100), ("十", 10), ("", 1))

MYRIADS = (("亿", 10**8), ("万", 10**4), ("", 1))

NUMBERED = "师旅团军"
"""The bodies whose numbers of three digits are said digit by digit."""

_GROUPED = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_BY_DIGIT = re.compile(rf"\d{{4}}(?=年|至\d{{4}}年|或\d|。?$)|(?<=第)\d{{3,}}(?=[{NUMBERED}])")
_EITHER = re.compile(r"(?<=\d{4})/(?=\d)")
_TWO = re.compile(rf"(?<![第之点\d.])2(?=[{WIDE}])(?![月日号时至点])")
_NUMBER = re.compile(r"(\d+)(?:\.(\d+))?")
_YEAR = re.compile(r"(?<![\d.,:])(1[1-9])([1-9]\d)(?![\d:]|[.,]\d)")


def numbers_said(text: str, language: str) -> str:
    """`text` with its figures as words, where narrators of a language are wrong about them."""
    say = SAID.get(language.split("-")[0])
    return say(text) if say else text


def _chinese(text: str) -> str:
    """Years digit by digit, two things with their own word, a nought where a unit is left out."""
    text = _EITHER.sub("或", _GROUPED.sub("", text))
    text = _BY_DIGIT.sub(lambda found: _digits(found[0]), text)
    text = _TWO.sub("两", text)
    return _NUMBER.sub(_whole_and_parts, text)


def _whole_and_parts(found: re.Match[str]) -> str:
    said = counted(int(found[1]))
    return f"{said}点{_digits(found[2])}" if found[2] else said


def _digits(figures: str) -> str:
    return "".join(DIGITS[int(one)] for one in figures)


def counted(number: int) -> str:
    """A whole number in Chinese, below 10 to the 12th."""
    if not number:
        return DIGITS[0]
    said = ""
    for name, size in MYRIADS:
        group, number = divmod(number, size)
        if group:
            gap = DIGITS[0] if said and group < 1000 else ""
            whole = "两" if group == 2 and name else _below_myriad(group)
            said += f"{gap}{whole}{name}"
    return said.removeprefix("一") if said.startswith("一十") else said


def _below_myriad(number: int) -> str:
    said, gap = "", ""
    for name, size in UNITS:
        digit, number = divmod(number, size)
        if digit:
            said += f"{gap}{DIGITS[digit]}{name}"
            gap = ""
        elif said:
            gap = DIGITS[0]
    return said


def _english(text: str) -> str:
    """Years as two numbers: 19 45."""
    return _YEAR.sub(r"\1 \2", _EITHER.sub(" or ", text))


SAID: Mapping[str, Callable[[str], str]] = {"zh": _chinese, "en": _english}
