"""How do we know? The sources of what is on a screen, and where they disagree."""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtQml import QmlElement

from kiosk.exhibit.model import Disagreement, Exhibit, Fact
from kiosk.exhibit.rules.voices import independent
from kiosk.qt.property import Property, QmlUncreatable
from kiosk.qt.rows import FACT, Rows, spoken_in
from kiosk.stage.page import record_of
from kiosk.stage.part import Part
from kiosk.telling.locale import Locale, Row, Teller, ends_of, opening
from kiosk.visit.navigation import Navigation, Screen, Sheet, Stop

QML_IMPORT_NAME = "Kiosk.Stage"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("The stage owns the evidence.")
class Evidence(Part):
    """What the stop rests on, and every question; filled when what shows it opens."""

    def __init__(
        self,
        exhibit: Exhibit,
        navigation: Navigation,
        locale: Locale,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(locale, parent)
        self._exhibit, self._navigation = exhibit, navigation
        self._known = exhibit.indexed("sources")
        self._sources: Rows[Any] = Rows(("key", "title", "where", "note"), self)
        self._credits: Rows[Any] = Rows(FACT, self)
        self._voices: Rows[Any] = Rows(
            (
                *("key", "question", "who", "says", "drawn", "low", "high"),
                *("openEnded", "openBelow", "least", "most"),
            ),
            self,
        )
        self._questions: Rows[Any] = Rows(("key", "name", "current"), self)
        self._figures: Rows[Any] = Rows(
            (
                *("key", "heading", "name", "colour", "text", "voices"),
                *("low", "high", "openEnded", "single"),
            ),
            self,
        )
        self.fill()

    def _fill(self) -> None:
        """Says anew what the stop and the open sheet show."""
        stop, sheet = self._navigation.stop, self._navigation.sheet
        if sheet == Sheet.SOURCES:
            self._sources.show(self._source_rows(stop))
            self._credits.show(self._credit_rows())
        if sheet == Sheet.SOURCES or stop.screen == Screen.DISAGREEMENTS:
            self._voices.show(self._voice_rows(stop))
        if sheet == Sheet.QUESTIONS:
            self._questions.show(self._question_rows(stop))
        if sheet == Sheet.FIGURES:
            self._figures.show(self._figure_rows())

    @property
    def told(self) -> str:
        """All that a visitor may read in the open sheet, and of a disagreement on its screen."""
        screen, sheet = self._navigation.screen, self._navigation.sheet
        told: list[str] = []
        if sheet == Sheet.SOURCES or screen == Screen.DISAGREEMENTS:
            told += spoken_in(self._voices.rows, "question", "who", "says")
        if sheet == Sheet.SOURCES:
            told += spoken_in(self._sources.rows, "title", "where", "note")
        if sheet == Sheet.SOURCES and screen == Screen.MAPS:
            told += spoken_in(self._credits.rows, "heading", "text")
        if sheet == Sheet.QUESTIONS:
            told += spoken_in(self._questions.rows, "name")
        if sheet == Sheet.FIGURES:
            told += spoken_in(self._figures.rows, "heading", "name", "text", "voices")
        return " ".join(told)

    # ------------------------------------------------------------ the sources

    @Property(Rows, constant=True)
    def sources(self) -> Rows[Any]:
        """The sources of what is on the screen, each once, the most cited first."""
        return self._sources

    @Property(Rows, constant=True)
    def credits(self) -> Rows[Any]:
        """Where the drawn layers come from."""
        return self._credits

    def _spoken_of(self, stop: Stop) -> tuple[list[Fact], set[str]]:
        """The facts on a screen, and the ids that name what is on it."""
        record = record_of(self._exhibit, stop)
        if record is not None:
            return list(facts_of(record)), {record.id, str(stop.screen)}
        if stop.screen == Screen.FORCES:
            forces = self._exhibit.formations
            held = [fact for record in (*self._exhibit.sides, *forces) for fact in facts_of(record)]
            return held, {"forces", *(formation.id for formation in forces)}
        if stop.screen == Screen.MAPS:
            return [*self._exhibit.places, *self._exhibit.areas], {"maps"}
        return [*self._exhibit.phases, *self._exhibit.lessons], {"home"}

    def _source_rows(self, stop: Stop) -> list[Row]:
        facts, _ = self._spoken_of(stop)
        cited: dict[str, int] = {}
        for fact in facts:
            for source in fact.sources:
                cited[source] = cited.get(source, 0) + 1
        return [
            {
                "key": key,
                "title": self._locale.teller.lead(self._known[key].title),
                "where": self._locale.teller.lead(self._known[key].where),
                "note": self._locale.teller.lead(self._known[key].note),
            }
            for key in sorted(cited, key=lambda key: -cited[key])
            if key in self._known
        ]

    def _credit_rows(self) -> list[Row]:
        lead = self._locale.teller.lead
        return [
            {
                "key": layer.id,
                "heading": lead(layer.name),
                "text": html.escape(lead(layer.credit)),
                "who": "",
            }
            for layer in self._exhibit.map.layers
        ]

    @Property(str, constant=True)
    def web(self) -> str:
        """Where the exhibit's site is; "" if it has none."""
        return self._exhibit.exhibit.web or ""

    # ------------------------------------------------------------ where they disagree

    @Property(Rows, constant=True)
    def voices(self) -> Rows[Any]:
        """What sources disagree on here, one row a voice, figures on a common axis 0..1."""
        return self._voices

    @Property(Rows, constant=True)
    def questions(self) -> Rows[Any]:
        """Everything that sources disagree on."""
        return self._questions

    def _voice_rows(self, stop: Stop) -> list[Row]:
        if stop.screen == Screen.DISAGREEMENTS:
            shown = [self._exhibit.disagreements[stop.index]]
        else:
            _, ids = self._spoken_of(stop)
            shown = [d for d in self._exhibit.disagreements if ids.intersection(d.about)]
        return [row for disagreement in shown for row in heard(disagreement, self._locale.teller)]

    def _question_rows(self, stop: Stop) -> list[Row]:
        return [
            {
                "key": disagreement.id,
                "name": self._locale.teller.lead(disagreement.question),
                "current": i == stop.disagreement,
            }
            for i, disagreement in enumerate(self._exhibit.disagreements)
        ]

    # ------------------------------------------------------------ the figures

    @Property(Rows, constant=True)
    def figures(self) -> Rows[Any]:
        """Strength and losses of each side as ranges on one axis 0..1, from the least to the most.

        `low` to `high` is what the voices differ on; one that says `more than` leaves it open.
        What is `single` rests on one voice that speaks on its own: nobody agrees or differs.
        """
        return self._figures

    @Property(bool, constant=True)
    def counted(self) -> bool:
        """Whether there are figures of any side."""
        return any(side.strength or side.losses for side in self._exhibit.sides)

    def _figure_rows(self) -> list[Row]:
        counted = [
            (side, kind, figures)
            for kind in ("strength", "losses")
            for side in self._exhibit.sides
            if (figures := getattr(side, kind))
        ]
        ends = [ends_of(figures) for _, _, figures in counted]
        most = max((high for _, high, _ in ends), default=1)
        lead, say = self._locale.teller.lead, self._locale.teller.phrases.say
        return [
            {
                "key": f"{side.id}/{kind}",
                "heading": say(f"figures_{kind}"),
                "name": lead(side.name),
                "colour": side.colour,
                "text": opening(self._locale.teller.strength(figures)),
                "voices": "\n".join(self._locale.teller.voice(figure) for figure in figures),
                "low": low / most,
                "high": high / most,
                "openEnded": more,
                "single": independent(figures, self._known) == 1,
            }
            for (side, kind, figures), (low, high, more) in zip(counted, ends, strict=True)
        ]


def heard(disagreement: Disagreement, teller: Teller) -> Iterator[Row]:
    """What each voice says, its figures on a common axis 0..1 where there are enough for one.

    The last row has what stands at the axis' ends.
    """
    voices = disagreement.voices
    ends = [end for v in voices for end in (v.low, v.high) if end is not None]
    left, right = _axis(ends, disagreement.counts)
    enough = len(ends) > 1 if disagreement.counts else len(set(ends)) > 2
    scaled = enough and disagreement.counts
    for i, voice in enumerate(voices):
        spoken = [end for end in (voice.low, voice.high) if end is not None]
        low, high = min(spoken, default=left), max(spoken, default=left)
        last = i == len(voices) - 1
        yield {
            "key": f"{disagreement.id}/{i}",
            "question": teller.lead(disagreement.question) if i == 0 else "",
            "who": teller.lead(voice.who),
            "says": opening(teller.lead(voice.says)),
            "drawn": enough and bool(spoken),
            "low": (low - left) / (right - left),
            "high": (high - left) / (right - left),
            "openEnded": voice.open_ended,
            "openBelow": voice.low is None,
            "least": teller.phrases.number(left) if scaled and last else "",
            "most": teller.phrases.number(right) if scaled and last else "",
        }


def _axis(ends: Sequence[float], from_zero: bool) -> tuple[float, float]:
    """The ends of an axis that shows all of `ends`: from 0, or as far apart as can be."""
    low, high = min(ends, default=0.0), max(ends, default=0.0)
    left = 0.0 if from_zero else low
    return left, high if high > left else left + 1


def facts_of(record: Any) -> Iterator[Fact]:
    """The statements that a record makes, itself and those within it."""
    if isinstance(record, Fact):
        yield record
    for name in ("standpoints", "events", "voices", "strength", "losses"):
        yield from getattr(record, name, ())
