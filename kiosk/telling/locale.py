"""The exhibit's texts, numbers and moments as they are said in the visitor's language."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from functools import cache, partial
from pathlib import Path

from PySide6.QtCore import QLocale, QObject, Signal

from kiosk.exhibit.dating import Precision, last_of, vague_of
from kiosk.exhibit.marked import Marked, marks_of
from kiosk.exhibit.model import Certainty, Event, Exhibit, Figure, Phase, Words
from kiosk.exhibit.ref import NoRef, Ref
from kiosk.exhibit.writing import wide_in, words_in
from kiosk.telling.links import Linker, Piece
from kiosk.telling.units import ruler_of
from kiosk.telling.words import Phrases

WORDS_PER_SECOND = 2.5
"""Slow reading aloud in the head, standing: 150 words a minute."""

CHARACTERS_PER_SECOND = 5.0
"""The same for what is written by character: 300 characters a minute."""

BY_UNIT = ("what_happened", "legend_march")
"""The words that are others where the ruler tells other units than days."""

BRACKETS = "(（"

STOP, GREEK_STOP = re.compile(r"(?<=[\u0370-\u03ff\u1f00-\u1fff])\u00b7"), "\u0387"
"""The semicolon of Greek as keyboards write it, as wide as a hanzi in our fonts, and as itself."""


def reading_seconds(text: str) -> float:
    """Seconds for which an unhurried visitor reads `text`, tags left out."""
    text = re.sub("<[^>]*>", "", text.replace("<br>", "\n"))
    return len(words_in(text)) / WORDS_PER_SECOND + len(wide_in(text)) / CHARACTERS_PER_SECOND


def opening(text: str) -> str:
    """`text` as it begins a line."""
    return text[:1].upper() + text[1:]


def _spelt(text: str) -> str:
    """`text` with the semicolon of Greek as itself, marked as it was."""
    if not STOP.search(text):
        return text
    return Marked(STOP.sub(GREEK_STOP, text), marks_of(text))


def ends_of(figures: Sequence[Figure]) -> tuple[int, int, bool]:
    """The least and the most of some figures, and whether it may be more than the most."""
    low = min(figure.low for figure in figures)
    high = max(figure.high or figure.low for figure in figures)
    highest = (figure for figure in figures if (figure.high or figure.low) == high)
    return low, high, all(figure.open_ended for figure in highest)


def phrases_of(exhibit: Exhibit, words: Path, language: str) -> Phrases:
    """The words of a folder in a language as fits an exhibit: its calendar, how long it lasts."""
    phrases = Phrases(words, language, exhibit)
    unit, told = ruler_of(exhibit).unit, phrases.words
    own = {word: f"{word}_{unit}" for word in BY_UNIT}
    phrases.words = told | {word: told[key] for word, key in own.items() if key in told}
    return phrases


class Teller:
    """Says an exhibit in `language`; `second_language` is the one beneath it, if any."""

    def __init__(self, exhibit: Exhibit, phrases: Phrases, second: str | None) -> None:
        self.phrases, self.language, self.second_language = phrases, phrases.language, second
        self._linker = Linker(exhibit, phrases.language)
        self._gives_hour = exhibit.gives_hour
        self._over_years, self._finest = exhibit.over_years, exhibit.finest
        self._coarse = [
            (phase.starts, phase.ends, finest)
            for phase in exhibit.phases
            if (finest := exhibit.finest_in(phase)) < Precision.DAY
        ]
        self._reckoning = exhibit.reckoning
        self._unit = self._counted_in(exhibit)

    def lead(self, words: Words | None) -> str:
        """The text in the visitor's language."""
        return _spelt(words.in_(self.language)) if words else ""

    def second(self, words: Words | None) -> str:
        """The text in the second language, empty where it says the same."""
        if words is None or self.second_language is None:
            return ""
        text = _spelt(words.in_(self.second_language))
        return "" if text == self.lead(words) else text

    def link(self, text: str, opened: Ref | NoRef = "", *, outside: bool = False) -> str:
        """`text` as Qt's StyledText, its names links to cards; not the card `opened`.

        Addresses lead to themselves where what is `outside` can be reached.
        """
        return self._linker.link(text, opened, outside=outside)

    def pieces(self, text: str) -> Iterator[Piece]:
        """A text in pieces of one look."""
        return self._linker.pieces(text)

    def together(self, text: str) -> str:
        """The plain `text`, whose lines end where those of `link` may."""
        return self._linker.together(text)

    def mentioned(self, text: str) -> set[Ref]:
        """The records that a text names."""
        return self._linker.mentioned(text)

    def when(self, event: Event, phase: Phase | None = None) -> str:
        """The time of an event: with its hour where that is known.

        In a list of a `phase` that lies within one year, which heads the list, it has no year.
        """
        ends = (phase.starts, last_of(phase.ends), event.at) if phase else ()
        headed = len({self._reckoning.date(end)[0] for end in ends}) == 1
        return self.moment(event.at, hour=event.hour_known, years=False if headed else None)

    def now(self, moment: dt.datetime) -> str:
        """The moment of a stop: its day, and its hour where sources give it."""
        return self.moment(moment, hour=self._gives_hour(moment))

    def moment(self, moment: dt.datetime, *, hour: bool, years: bool | None = None) -> str:
        """A day, with its hour or without; with its year where the exhibit has several.

        Without `years` it never has one, but where no more is known.

        Of a moment that is known otherwise, how it is known; nowhere finer than anything is known,
        and within a phase no finer than anything of that.
        A day is told in the second calendar too, where the exhibit has one.
        """
        years = self._over_years if years is None else years
        if known := vague_of(moment):
            return self.phrases.known(known, hour=hour, years=years)
        if (finest := self._finest_at(moment)) < Precision.DAY:
            return self.phrases.unit(moment, min(finest, self._finest), years=years)
        pattern = ("hour" if hour else "day") + ("_years" if years else "")
        text, beside = self.phrases.moment(moment, pattern), self.phrases.beside(moment)
        return self.phrases.say("date_beside", text, beside) if beside else text

    def unit(self, moment: dt.datetime, precision: Precision) -> str:
        """The month or the year of a moment, no finer than anything is known."""
        return self.phrases.unit(moment, min(precision, self._finest), years=self._over_years)

    def _finest_at(self, moment: dt.datetime) -> Precision:
        """The finest unit to which anything is known about a moment."""
        phases = (finest for starts, ends, finest in self._coarse if starts <= moment < ends)
        return next(phases, self._finest)

    def date(self, moment: dt.datetime) -> str:
        """The day of a moment in short; with its year where the exhibit has several."""
        if vague_of(moment) or self._finest_at(moment) < Precision.DAY:
            return self.moment(moment, hour=False)
        if self._over_years:
            return self.phrases.moment(moment, "date_years")
        return self.phrases.moment(moment, "date")

    def doubt(self, certainty: Certainty) -> str:
        """The certainty of a statement; empty for one that a source's text documents."""
        if certainty is Certainty.DOCUMENTED:
            return ""
        return self.phrases.say(f"certainty_{certainty}")

    def length(self, km: float) -> str:
        """A round length, in metres below one kilometre."""
        say, number = self.phrases.say, self.phrases.number
        return say("metres", number(round(1000 * km))) if km < 1 else say("kilometres", number(km))

    def about(self, km: float) -> str:
        """The distance that something may be off: in kilometres, below half of one in tenths."""
        off = round(km) or round(km, 1)
        return self.phrases.say("about_km", self.phrases.number(off)) if off else ""

    def strength(self, figures: Sequence[Figure]) -> str:
        """All voices' figures as one range, "30,000 to over 40,000", or "30 to 40 ships"."""
        if not figures:
            return ""
        extent = self._extent(figures)
        if self._unit and all(self.lead(figure.what) == self._unit for figure in figures):
            return self.phrases.say("counted", extent, self._unit)
        return self.phrases.say("headcount", extent)

    def _counted_in(self, exhibit: Exhibit) -> str:
        """The unit in which all voices count all sides, as ships; "" of several, and of men."""
        units = {self.lead(figure.what) for side in exhibit.sides for figure in side.strength}
        unit = units.pop() if len(units) == 1 else ""
        return "" if unit[:1] in (*BRACKETS, "") else unit

    def _extent(self, figures: Sequence[Figure]) -> str:
        low, high, more = ends_of(figures)
        most = self.phrases.number(high)
        if more:
            most = self.phrases.say("more_than", most)
        return most if low == high else self.phrases.say("range", self.phrases.number(low), most)

    def amount(self, figure: Figure) -> str:
        """The number, of what, as a line of its own; what stands in brackets is no unit."""
        what = self.lead(figure.what)
        bare = what and what[0] not in BRACKETS
        text = self._extent([figure]) if bare else self.strength([figure])
        return opening(self.phrases.say("counted", text, what) if what else text)

    def joined(self, *parts: str) -> str:
        """The parts that are not empty, with the language's dash between them."""
        return str(self.phrases.words["dash"]).join(filter(None, parts))

    def voice(self, figure: Figure) -> str:
        """The number, of what, and who says so."""
        return self.joined(self.amount(figure), self.lead(figure.who))


class Locale(QObject):
    """The language that an exhibit is told in, and what tells it: the `teller` of the moment.

    The `words` of the interface lie in a folder; without a `language` it is the exhibit's first.

    Signals:
        changed: the language.
    """

    changed = Signal()

    def __init__(
        self,
        exhibit: Exhibit,
        words: Path,
        language: str | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._exhibit = exhibit
        self._phrases_of = cache(partial(phrases_of, exhibit, words))
        self._teller = self._teller_of(language or exhibit.exhibit.languages[0])

    @property
    def teller(self) -> Teller:
        """The teller of the language chosen."""
        return self._teller

    def speak(self, language: str) -> None:
        """Tells all in another of the exhibit's languages from now on."""
        self._teller = self._teller_of(language)
        self.hail()
        self.changed.emit()

    def hail(self) -> None:
        """Has assistive technology know in which language the screen is read."""
        QLocale.setDefault(QLocale(self._teller.language))

    def phrases(self, language: str) -> Phrases:
        """The words of the interface in any language."""
        return self._phrases_of(language)

    def _teller_of(self, language: str) -> Teller:
        others = (code for code in self._exhibit.exhibit.languages if code != language)
        return Teller(self._exhibit, self.phrases(language), next(others, None))
