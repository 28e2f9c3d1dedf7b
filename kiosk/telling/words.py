"""The words of the kiosk itself, and its dates and numbers, in each language."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from PySide6.QtCore import QDate, QDateTime, QLocale, Qt, QTime

from kiosk.machine import compiled

USUAL = "en"
"""The language whose words stand in for those that another lacks."""

FORMS = ("zero", "one", "two", "few", "many")
"""The plural categories of CLDR beside that of all other numbers, which is the word itself."""

CONDITION = re.compile(r"n(?: % (?P<by>\d+))? (?P<how>!?=) (?P<numbers>[\d.,]+)")


@cache
def words(folder: Path, language: str) -> dict[str, Any]:
    """The interface words of `language`, completed from those of `USUAL`."""
    texts: dict[str, Any] = {}
    for code in (USUAL, language.split("-")[0], language):
        file = folder / f"{code}.yaml"
        if file.is_file():
            own = _read(file)
            # a word that is here has no forms of another language
            texts = {key: text for key, text in texts.items() if _whole(key) not in own} | own
    return texts


def _read(file: Path) -> dict[str, Any]:
    """The words of a file, all as texts."""
    text = file.read_text("utf-8")
    own: dict[str, Any] | None = compiled.recall("words", text, ())
    if own is None:
        import yaml

        own = yaml.load(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
        compiled.keep("words", text, own)
    return own


def _whole(key: str) -> str:
    """The word of which `key` may name a form: `more_sources` of `more_sources_one`."""
    word, _, form = key.rpartition("_")
    return word if form in FORMS else key


class Phrases:
    """Interface words, dates and numbers in one language."""

    def __init__(self, folder: Path, language: str) -> None:
        self.language = language
        self.words = words(folder, language)
        self._locale, self._ungrouped = QLocale(language), QLocale(language)
        self._ungrouped.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)

    @property
    def direction(self) -> str:
        """The direction of its writing as HTML says it, "ltr" or "rtl"."""
        leftward = self._locale.textDirection() == Qt.LayoutDirection.RightToLeft
        return "rtl" if leftward else "ltr"

    def say(self, key: str, *values: object) -> str:
        """The word for `key` with `values` set in; of a number of things in its form for that."""
        form = None
        if len(values) == 1 and isinstance(values[0], int):
            form = self.words.get(f"{key}_{form_of(values[0], self.words['plurals'])}")
        return str(form or self.words[key]).format(*map(self._written, values))

    def _written(self, value: object) -> object:
        """A whole number in the language's digits; all else as it is."""
        return self._ungrouped.toString(value) if isinstance(value, int) else value

    def moment(self, moment: dt.datetime, pattern: str) -> str:
        """A moment in the pattern that `pattern` names in the words ("day", "hour", ...)."""
        return self._format(moment, str(self.words[pattern]))

    def days(self, starts: dt.datetime, ends: dt.datetime, style: str = "range") -> str:
        """The days from `starts` to `ends`; an end at midnight means the day before.

        `style` is "range", with the year, or "spelt", with months where there are two. Years
        that differ are both named.
        """
        last = ends - dt.timedelta(minutes=1) if ends > starts else ends
        if starts.date() == last.date():
            return self._format(starts, str(self.words[f"{style}_day"]))
        years, months = starts.year != last.year, starts.month != last.month
        how = "years" if years else "apart" if months else "same"
        first, dash, second = self.words[f"{style}_{how}"]
        return f"{self._format(starts, first)}{dash}{self._format(last, second)}"

    def number(self, value: float) -> str:
        """A number with the language's grouping; a round one in its large unit."""
        unit = int(self.words["large_unit"])
        if value >= unit and value % (unit // 100) == 0:
            return self.say("in_large_units", self._ungrouped.toString(value / unit, "g", 6))
        if value == int(value):
            return str(self._locale.toString(int(value)))
        return str(self._locale.toString(value, "f", 1))

    def _format(self, moment: dt.datetime, pattern: str) -> str:
        when = QDateTime(
            QDate(moment.year, moment.month, moment.day), QTime(moment.hour, moment.minute)
        )
        return str(self._locale.toString(when, pattern))


def form_of(count: int, plurals: Mapping[str, str]) -> str:
    """The plural category of a count by the rules that `plurals` has for it, else "other".

    The rules are CLDR's for whole numbers n: "n = 1", "n % 100 = 3..10 and n != 5", "... or ...".
    """
    found = (form for form, rule in plurals.items() if _applies(rule, count))
    return next(found, "other")


def _applies(rule: str, count: int) -> bool:
    return any(
        all(_meets(condition, count) for condition in either.split(" and "))
        for either in rule.split(" or ")
    )


def _meets(condition: str, count: int) -> bool:
    read = CONDITION.fullmatch(condition)
    if read is None:
        raise ValueError(f"{condition!r} is no condition of a plural, such as n % 100 = 3..10")
    rest = count % int(read["by"]) if read["by"] else count
    ranges = (numbers.split("..") for numbers in read["numbers"].split(","))
    return any(int(ends[0]) <= rest <= int(ends[-1]) for ends in ranges) == (read["how"] == "=")


def every_language(folder: Path) -> list[Phrases]:
    """Phrases for each language that we have interface words in."""
    return [Phrases(folder, file.stem) for file in sorted(folder.glob("*.yaml"))]
