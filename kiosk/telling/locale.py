"""The exhibit's texts, numbers and moments as they are said in the visitor's language."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from kiosk.exhibit.model import Certainty, Event, Exhibit, Figure, Words
from kiosk.exhibit.writing import WIDE, wide_in, words_in
from kiosk.telling.links import Linker
from kiosk.telling.words import Speech

WORDS_PER_SECOND = 2.5
"""Slow reading aloud in the head, standing: 150 words a minute."""

CHARACTERS_PER_SECOND = 5.0
"""The same for what is written by character: 300 characters a minute."""

MEASURED = re.compile(rf"(?<=\d)(?=[{WIDE}])|(?<=第)(?=\d)")
WORD_JOINER = "\u2060"
BRACKETS = "(（"

Row = dict[str, Any]


def reading_seconds(text: str) -> float:
    """How long an unhurried visitor reads `text`, tags left out."""
    text = re.sub("<[^>]*>", "", text.replace("<br>", "\n"))
    return len(words_in(text)) / WORDS_PER_SECOND + len(wide_in(text)) / CHARACTERS_PER_SECOND


def opening(text: str) -> str:
    """`text` as it begins a line."""
    return text[:1].upper() + text[1:]


def ends_of(figures: Sequence[Figure]) -> tuple[int, int, bool]:
    """The least and the most of some figures, and whether it may be more than the most."""
    low = min(figure.low for figure in figures)
    high = max(figure.high or figure.low for figure in figures)
    highest = (figure for figure in figures if (figure.high or figure.low) == high)
    return low, high, all(figure.open_ended for figure in highest)


class Tongue:
    """Says an exhibit in `language`; `second_language` is the one beneath it, if any."""

    def __init__(self, exhibit: Exhibit, speech: Speech, second: str | None) -> None:
        self.speech, self.language, self.second_language = speech, speech.language, second
        self._linker = Linker(exhibit, speech.language)
        self._sources = exhibit.indexed("sources")
        self._hour_told = exhibit.hour_told

    def lead(self, words: Words | None) -> str:
        """The text in the visitor's language."""
        return words.in_(self.language) if words else ""

    def second(self, words: Words | None) -> str:
        """The text in the second language, empty where it says the same."""
        if words is None or self.second_language is None:
            return ""
        text = words.in_(self.second_language)
        return "" if text == self.lead(words) else text

    def names(self, words: Words) -> Row:
        """Both as a row's `name` and `second`."""
        return {"name": self.lead(words), "second": self.second(words)}

    def link(self, text: str, opened: str = "") -> str:
        """`text` as Qt's StyledText, its names links to cards; not the card `opened`.

        No line ends between a number and the Chinese words that count with it.
        """
        return MEASURED.sub(WORD_JOINER, self._linker.link(text, opened))

    def linked(self, words: Words | None, opened: str = "") -> str:
        """The text in the visitor's language, its names links to cards."""
        return self.link(self.lead(words), opened)

    def mentioned(self, text: str) -> set[str]:
        """The records that a text names, as refs."""
        return self._linker.mentioned(text)

    def when(self, event: Event) -> str:
        """When an event was: with its hour where that is known."""
        return self.speech.moment(event.at, "hour" if event.hour_known else "day")

    def now(self, moment: dt.datetime) -> str:
        """A moment of the map: its day, and its hour where that is told."""
        return self.speech.moment(moment, "hour" if self._hour_told(moment) else "day")

    def strength(self, figures: Sequence[Figure]) -> str:
        """All voices' figures as one range, "30,000 to more than 40,000"."""
        if not figures:
            return ""
        return self.speech.say("headcount", self._extent(figures))

    def _extent(self, figures: Sequence[Figure]) -> str:
        low, high, more = ends_of(figures)
        most = self.speech.number(high)
        if more:
            most = self.speech.say("more_than", most)
        return most if low == high else self.speech.say("range", self.speech.number(low), most)

    def amount(self, figure: Figure) -> str:
        """How many, of what, as a line of its own; what stands in brackets is no unit."""
        what = self.lead(figure.what)
        bare = what and what[0] not in BRACKETS
        text = self._extent([figure]) if bare else self.strength([figure])
        return opening(self.speech.say("counted", text, what) if what else text)

    def joined(self, *parts: str) -> str:
        """The parts that are not empty, with the language's dash between them."""
        return str(self.speech.words["dash"]).join(filter(None, parts))

    def voice(self, figure: Figure) -> str:
        """How many, of what, and who says so."""
        return self.joined(self.amount(figure), self.lead(figure.who))

    def doubt(self, fact: object) -> str:
        """The certainty of a statement that no source's text documents; "" for any other."""
        certainty = getattr(fact, "certainty", Certainty.DOCUMENTED)
        if certainty is Certainty.DOCUMENTED:
            return ""
        return self.speech.say(f"certainty_{certainty}")

    def cited(self, record: Any) -> str:
        """The titles of a record's sources, a line each."""
        return "\n".join(
            self.lead(self._sources[source].title)
            for source in getattr(record, "sources", ())
            if source in self._sources
        )


class Locale(QObject):
    """The language that an exhibit is told in, and what tells it: the `tongue` of the moment.

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
        self._exhibit, self._words = exhibit, words
        self._tongue = self._tongue_of(language or exhibit.exhibit.languages[0])

    @property
    def tongue(self) -> Tongue:
        """What says the exhibit in the language chosen."""
        return self._tongue

    def speak(self, language: str) -> None:
        """Tells all in another of the exhibit's languages from now on."""
        self._tongue = self._tongue_of(language)
        self.changed.emit()

    def speech(self, language: str) -> Speech:
        """The words of the interface in any language."""
        return Speech(self._words, language)

    def _tongue_of(self, language: str) -> Tongue:
        others = (code for code in self._exhibit.exhibit.languages if code != language)
        return Tongue(self._exhibit, self.speech(language), next(others, None))
