"""The words of the kiosk itself, and its dates and numbers, in each language."""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from PySide6.QtCore import QDate, QDateTime, QLocale, QTime

FOUR_WEEKS = dt.timedelta(weeks=4)


@cache
def words(folder: Path, language: str) -> dict[str, Any]:
    """The interface words of `language`, completed from the first file of `folder`."""
    texts: dict[str, Any] = {}
    files = sorted(folder.glob("*.yaml"))[:1]
    files += [folder / f"{code}.yaml" for code in (language.split("-")[0], language)]
    for file in files:
        if file.is_file():
            with file.open("rb") as stream:
                loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
                texts |= yaml.load(stream, Loader=loader)
    return texts


class Phrases:
    """Interface words, dates and numbers in one language."""

    def __init__(self, folder: Path, language: str) -> None:
        self.language = language
        self.words = words(folder, language)
        self._locale = QLocale(language)

    def say(self, key: str, *values: object) -> str:
        """The word for `key` with `values` set in; of one thing as its own word says."""
        one = self.words.get(f"{key}_1") if values == (1,) else None
        return str(one or self.words[key]).format(*values)

    def moment(self, moment: dt.datetime, pattern: str) -> str:
        """A moment in the pattern that `pattern` names in the words ("day", "hour", ...)."""
        return self._format(moment, str(self.words[pattern]))

    def days(self, starts: dt.datetime, ends: dt.datetime, style: str = "range") -> str:
        """The days from `starts` to `ends`; an end at midnight means the day before.

        `style` is "range", with the year; for the timeline "spelt", with both months where there
        are two, "short" or "bare". Years that differ are both named; in few words four weeks or
        more are said by their months.
        """
        last = ends - dt.timedelta(minutes=1) if ends > starts else ends
        if starts.date() == last.date():
            return self._format(starts, str(self.words[f"{style}_day"]))
        years, months = starts.year != last.year, starts.month != last.month
        how = "years" if years else "apart" if months else "same"
        if how == "apart" and ends - starts >= FOUR_WEEKS and f"{style}_months" in self.words:
            how = "months"  # 10 September to 30 November is not "10–30 Nov"
        first, dash, second = self.words[f"{style}_{how}"]
        return f"{self._format(starts, first)}{dash}{self._format(last, second)}"

    def number(self, value: float) -> str:
        """A number with the language's grouping; a round one in its large unit."""
        unit = int(self.words["large_unit"])
        if value >= unit and value % (unit // 100) == 0:
            return self.say("in_large_units", f"{value / unit:g}")
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
    return [Phrases(folder, file.stem) for file in sorted(folder.glob("*.yaml"))]
