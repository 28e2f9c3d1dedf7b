"""The words of the kiosk itself, and its dates and numbers, in each language."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QDate, QDateTime, QLocale, Qt, QTime

from kiosk.exhibit import calendars
from kiosk.exhibit.calendars import year_of
from kiosk.exhibit.dating import Known, Precision, Stretch, known_of, precision_of
from kiosk.exhibit.model import Exhibit
from kiosk.telling.beside import parts_of
from kiosk.telling.wordbook import form_of, languages_in, own_words, words

WRITTEN_OUT = 1000
"""The first year that needs no era beside it."""

DECADE, CENTURY = 10, 100
"""Their years."""

NAMED = range(1000, 2000)
"""The years whose centuries are called by their number: the 11th to the 20th."""

DAY = re.compile(r"(?<!\w)d(?!\w)")
"""The day, without a nought before it, in a pattern."""

YEAR_WORD = re.compile(r"yyyy\u00a0'\w+'\.")
"""A year with a word for it, as in Russian, which an era does without."""

STANDING = {"LLLL": QLocale.FormatType.LongFormat, "LLL": QLocale.FormatType.ShortFormat}
"""A month that stands by itself, in the words; Qt's patterns have only that of a day."""

LEAP = 2000
"""A year that has every day, for the name of a day's month."""

MOST_WRITTEN = 2000
"""The moments of which it is kept how they are written."""


class Phrases:
    """Interface words, dates and numbers in one language; of an exhibit with its own words."""

    def __init__(self, folder: Path, language: str, exhibit: Exhibit | None = None) -> None:
        self.language = language
        self._reckoning = exhibit.reckoning if exhibit else calendars.USUAL
        self._beside = exhibit.exhibit.beside.get(language) if exhibit else None
        self.words = words(folder, language, exhibit)
        self._locale, self._ungrouped = QLocale(language), QLocale(language)
        if "language_name" not in own_words(folder, language, exhibit):
            self.words["language_name"] = self._locale.nativeLanguageName() or language
        self._ungrouped.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
        self._format = lru_cache(MOST_WRITTEN)(self._formatted)

    @property
    def leftward(self) -> bool:
        """True if it is written from right to left."""
        return self._locale.textDirection() == Qt.LayoutDirection.RightToLeft

    @property
    def direction(self) -> str:
        """The direction of its writing as HTML says it, "ltr" or "rtl"."""
        return "rtl" if self.leftward else "ltr"

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

    def beside(self, moment: dt.datetime) -> str:
        """The day of a moment in the exhibit's second calendar of the language; "" without one."""
        parts = parts_of(moment, self._beside, self._locale) if self._beside else None
        return self.say(f"calendar_{self._beside}", *parts) if parts else ""

    def known(self, known: Known, *, hour: bool, years: bool) -> str:
        """A moment as it is known: its year, month, day or part of day; about, from and to.

        Its `hour` is told where that is known, its year always but of days without `years`.
        """
        if known.earliest is None:
            text = self.say("date_earlier", self._stretch(known.bounds[1], hour, years))
        elif known.latest is None:
            text = self.say("date_later", self._stretch(known.bounds[0], hour, years))
        else:
            text = self._range(*known.bounds, hour=hour, years=years)
        text = self.say("date_about", text) if known.about else text
        return self.say("date_perhaps", text) if known.perhaps else text

    def _range(self, first: Stretch, last: Stretch, *, hour: bool, years: bool) -> str:
        """From one to the other; a year in which both lie, and an era, is told once."""
        texts = [self._stretch(one, hour, years) for one in (first, last)]
        if texts[0] == texts[1]:
            return texts[0]
        units = {first.precision, last.precision}
        if units == {Precision.DAY} and years:
            return self.days(first.starts, last.ends)
        if units == {Precision.YEAR}:
            return self._years(first.starts, last.starts)
        held = {self._reckoning.date(day)[0] for one in (first, last) for day in _ends_of(one)}
        first_in = {self._year_first(unit) for unit in units}
        if len(held) == len(first_in) == 1 and min(units) > Precision.YEAR:
            spare = int(first_in.pop())
            texts[spare] = self._stretch((first, last)[spare], hour, years=False)
        return self.say("date_range", *texts)

    def _year_first(self, unit: Precision) -> bool:
        """True if the year stands before its seasons, or before its months and days."""
        season = unit == Precision.SEASON
        key, year, part = ("season_year", "{1}", "{0}") if season else ("day_years", "y", "d")
        pattern = str(self.words[key])
        return pattern.find(year) < pattern.find(part)

    def _years(self, first: dt.datetime, last: dt.datetime) -> str:
        return self.say("date_range", *self._year_texts(first, last))

    def _year_texts(self, first: dt.datetime, last: dt.datetime) -> list[str]:
        """Two years; of those before Christ, if they aren't the same, one has the era."""
        numbers = [self._reckoning.date(one)[0] for one in (first, last)]
        patterns = [str(self.words["year"])] * 2
        if max(numbers) < 1 and numbers[0] != numbers[1]:
            spare = 0 if str(self.words["before_christ"]).startswith("{0}") else 1
            year = f"'{self._written(1 - numbers[spare])}'"
            patterns[spare] = patterns[spare].replace("yyyy", year)
        return list(map(self._format, (first, last), patterns))

    def _stretch(self, stretch: Stretch, hour: bool, years: bool) -> str:
        precision = stretch.precision
        if precision == Precision.SEASON:
            return self._season(stretch, years)
        if precision <= Precision.MONTH:
            return self.unit(stretch.starts, precision, years=years)
        if precision == Precision.PART:
            day = self._format(stretch.starts, str(self.words["day_years" if years else "day"]))
            return self.say(f"part_{stretch.part}", day)
        timed = {Precision.HOUR: "oclock", Precision.MINUTE: "hour"} if hour else {}
        name = timed.get(precision, "day")
        return self.moment(stretch.starts, f"{name}_years" if years else name)

    def _season(self, stretch: Stretch, years: bool) -> str:
        """A season; a winter with both of its years."""
        name = self.say(f"season_{stretch.part}")
        if not years:
            return name
        first, last = self._year_texts(*_ends_of(stretch))
        if first == last:
            return self.say("season_year", name, first)
        return self.say("season_years", name, first, last)

    def _decade(self, moment: dt.datetime, years: int) -> str:
        """The ten or hundred years in which a moment lies; by both ends where a name misleads."""
        year = self._reckoning.date(moment)[0]
        whole = abs(year) // years * years
        first = whole if year >= 0 else 1 - whole - years
        if years == CENTURY and first in NAMED:
            return self.say("century", first // CENTURY + 1)
        if years == DECADE and first >= WRITTEN_OUT and first % CENTURY:
            return self.say("decade", first)
        ends = (self._reckoning.day(year, 1, 1) for year in (first, first + years - 1))
        return self._years(*ends)

    def unit(self, moment: dt.datetime, precision: Precision, *, years: bool) -> str:
        """The year of a moment, or its month, or its day; those with the year if `years`."""
        if precision < Precision.YEAR:
            return self._decade(moment, DECADE if precision == Precision.DECADE else CENTURY)
        if precision <= Precision.SEASON:
            return self.moment(moment, "year")
        name = "whole_month" if precision == Precision.MONTH else "day"
        return self.moment(moment, f"{name}_years" if years else name)

    def days(self, starts: dt.datetime, ends: dt.datetime, style: str = "range") -> str:
        """The days from `starts` to `ends`; an end at midnight means the day before.

        `style` is "range", with the year, or "spelt", in few letters without it. Years that
        differ are both named; with the year, so is a calendar that isn't today's.
        """
        last = ends - dt.timedelta(minutes=1) if ends > starts else ends
        text = self._coarse(starts, ends, last) or self._days(starts, last, style)
        return self.say("julian", text) if style == "range" and self._reckoning.julian else text

    def _days(self, starts: dt.datetime, last: dt.datetime, style: str) -> str:
        if starts.date() == last.date():
            return self._format(
                starts, str(self.words["range_day" if style == "range" else "date"])
            )
        here, there = self._reckoning.date(starts), self._reckoning.date(last)
        years, months = here[0] != there[0], here[1] != there[1]
        how = "years" if years else "apart" if months else "same"
        first, dash, second = self.words[f"{style}_{how}"]
        return f"{self._format(starts, first)}{dash}{self._format(last, second)}"

    def _coarse(self, starts: dt.datetime, ends: dt.datetime, last: dt.datetime) -> str:
        """A time of which either end is known to a month or a year at most; "" of others."""
        if min(precision_of(starts), precision_of(ends)) >= Precision.DAY:
            return ""
        both = _end_of(starts, starts, 0), _end_of(ends, last, 1)
        return self._range(*both, hour=False, years=True)

    def number(self, value: float) -> str:
        """A number with the language's grouping; a round one in its large unit."""
        unit = int(self.words["large_unit"])
        if value >= unit and value % (unit // 100) == 0:
            return self.say("in_large_units", self._ungrouped.toString(value / unit, "g", 6))
        if value == int(value):
            return str(self._locale.toString(int(value)))
        return str(self._locale.toString(value, "f", 1))

    def _formatted(self, moment: dt.datetime, pattern: str) -> str:
        year, month, day = self._reckoning.date(moment)
        time = QTime(moment.hour, moment.minute)
        if year < WRITTEN_OUT:
            pattern = YEAR_WORD.sub("yyyy", pattern)
        if year < WRITTEN_OUT or self._reckoning.julian:
            pattern = pattern.replace("yyyy", f"'{self._year(year)}'")
            year = LEAP
        first = self.words["first_day"]
        if day == 1 and first != "1":
            pattern = DAY.sub(f"'{first}'", pattern)
        for sign, form in STANDING.items():
            if sign in pattern:
                name = self._locale.standaloneMonthName(month, form)
                pattern = pattern.replace(sign, f"'{name}'")
        return str(self._locale.toString(QDateTime(QDate(year, month, day), time), pattern))

    def year(self, text: str) -> str:
        """A year as it is written in content, or two between which texts differ."""
        if text.endswith(" BC"):
            return self.say("before_christ", text.removesuffix(" BC"))
        if text.startswith("-"):
            return self._year(year_of(text))
        return str(self._written(int(text))) if text.isdecimal() else text

    def _year(self, year: int) -> str:
        """A year by itself, with its era where that might be asked."""
        if year < 1:
            return self.say("before_christ", 1 - year)
        return self.say("after_christ", year) if year < WRITTEN_OUT else str(self._written(year))


def _ends_of(stretch: Stretch) -> tuple[dt.datetime, dt.datetime]:
    """The first and the last day of a stretch."""
    return stretch.starts, max(stretch.starts, stretch.ends - dt.timedelta(days=1))


def _end_of(moment: dt.datetime, day: dt.datetime, which: int) -> Stretch:
    """The stretch at an end of a time, the first or the last; its `day` where that is known."""
    known = known_of(moment)
    if known is not None and known.bounds[which].precision < Precision.DAY:
        return known.bounds[which]
    return Stretch(day, day + dt.timedelta(days=1), Precision.DAY)


def every_language(folder: Path) -> list[Phrases]:
    """Phrases for each language that we have interface words in."""
    return [Phrases(folder, code) for code in languages_in(folder)]
