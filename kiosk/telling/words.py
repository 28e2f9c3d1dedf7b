"""The words of the kiosk itself, and its dates and numbers, in each language."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from PySide6.QtCore import QDate, QDateTime, QLocale, Qt, QTime

from kiosk.exhibit.model import Exhibit
from kiosk.telling.wordbook import form_of, languages_in, own_words, words


class Phrases:
    """Interface words, dates and numbers in one language; of an exhibit with its own words."""

    def __init__(self, folder: Path, language: str, exhibit: Exhibit | None = None) -> None:
        self.language = language
        self.words = words(folder, language, exhibit)
        self._locale, self._ungrouped = QLocale(language), QLocale(language)
        if "language_name" not in own_words(folder, language, exhibit):
            self.words["language_name"] = self._locale.nativeLanguageName() or language
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
        """A number in the language's digits; all else as it is."""
        if isinstance(value, float):
            return self._ungrouped.toString(value, "g", 6)
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


def every_language(folder: Path) -> list[Phrases]:
    """Phrases for each language that we have interface words in."""
    return [Phrases(folder, code) for code in languages_in(folder)]
