"""The evidence: the sources of what is on a screen, and where they disagree."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.exhibit.kinds import KINDS, ref_of
from kiosk.exhibit.model import Disagreement, Exhibit, Fact
from kiosk.exhibit.ref import SHEETS, NoRef, Ref
from kiosk.qt.property import Property, QmlUncreatable
from kiosk.qt.rows import Rows, spoken_in
from kiosk.stage.page import record_of
from kiosk.stage.part import Part
from kiosk.telling.locale import Locale, opening
from kiosk.telling.outline.blocks import Count, Figure, Point, Source, Tick, Voice
from kiosk.telling.outline.scribe import facts_of
from kiosk.visit.navigation import Navigation, Screen, Sheet, Stop

QML_IMPORT_NAME = "Kiosk.Stage"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True)
class Question:
    """A question, which `ref` opens; under the `heading` of its group where that begins."""

    key: str
    ref: Ref
    heading: str
    name: str
    detail: bool
    current: bool


@dataclass(frozen=True)
class Told:
    """A figure of a side as a voice tells it, or that the voice is `silent`; on an axis 0..1.

    The first of a side has a `heading`: what is counted, of whom (`name`), and the `range` of all,
    which rests on one tradition if a `note` says so. `ref` is where a touch on the voice leads.
    """

    key: str
    heading: str
    name: str
    range: str
    note: str
    colour: str
    place: int
    ref: Ref | NoRef
    who: str
    says: str
    doubt: str
    low: float
    high: float
    open_ended: bool
    silent: bool


def told_by(voice: Point, sheet: Sheet = Sheet.NONE) -> Ref | NoRef:
    """The card of a voice's source; of several the sheet that lists them, unless that is open."""
    if len(voice.sources) == 1:
        return voice.sources[0].ref
    return Ref.of(SHEETS, Sheet.SOURCES) if voice.sources and sheet != Sheet.SOURCES else ""


def told_of(count: Count, say: Callable[[str], str]) -> Iterator[Told]:
    """The voices on a count; those that say nothing of it last."""
    nothing, note = say("no_figure"), say("one_voice") if count.single else ""
    kept = (
        Figure(who=who, text=nothing, low=0.0, high=0.0, open_ended=False) for who in count.silent
    )
    for i, figure in enumerate([*count.figures, *kept]):
        yield Told(
            key=f"{count.key}/{i}",
            heading="" if i else count.heading,
            name="" if i else count.name,
            range="" if i else count.text,
            note="" if i else note,
            colour=count.colour,
            place=count.place,
            ref=told_by(figure),
            who=opening(figure.who),
            says=figure.text,
            doubt=figure.doubt,
            low=figure.low,
            high=figure.high,
            open_ended=figure.open_ended,
            silent=i >= len(count.figures),
        )


@QmlElement
@QmlUncreatable("The stage owns the evidence.")
class Evidence(Part):
    """The sources of the stop, and every question; filled when what shows it opens.

    Signals:
        changed: what is told.
    """

    _mapped = True

    changed = Signal()

    def __init__(
        self,
        exhibit: Exhibit,
        navigation: Navigation,
        locale: Locale,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(exhibit, locale, parent)
        self._navigation = navigation
        self._sources = Rows(Source, self)
        self._credits = Rows(Point, self)
        self._voices = Rows(Voice, self)
        self._ticks = Rows(Tick, self)
        self._questions = Rows(Question, self)
        self._asked = Rows(Question, self)
        self._figures = Rows(Count, self)
        self._told = Rows(Told, self)
        self.fill()

    def _fill(self) -> None:
        """Says anew what the stop and the open sheet show."""
        stop, sheet = self._navigation.stop, self._navigation.sheet
        if sheet == Sheet.SOURCES:
            self._sources.show(self._source_rows(stop))
            credits_ = self._outline.credits
            self._credits.show([replace(one, text=html.escape(one.text)) for one in credits_])
            self._asked.show(self._asked_of(stop))
        if stop.screen == Screen.DISAGREEMENTS:
            asked = self._exhibit.disagreements[stop.index]
            told = self._outline.section(asked)
            self._voices.show([replace(one, ref=told_by(one, sheet)) for one in told.voices])
            self._ticks.show(told.ticks)
            self._mapped = asked.view is not None
        if sheet == Sheet.QUESTIONS:
            self._questions.show(self._question_rows(stop))
        if sheet == Sheet.FIGURES:
            counts, say = self._outline.counts(), self._locale.teller.phrases.say
            self._figures.show(counts)
            self._told.show([told for one in counts for told in told_of(one, say)])
        self.changed.emit()

    @property
    def readable(self) -> str:
        """All that a visitor may read in the open sheet, and of a disagreement on its screen."""
        screen, sheet = self._navigation.screen, self._navigation.sheet
        texts: list[str] = []
        if screen == Screen.DISAGREEMENTS:
            texts += spoken_in(self._voices.rows, "who", "says")
        if sheet == Sheet.SOURCES:
            texts += spoken_in(self._asked.rows, "name")
            texts += spoken_in(self._sources.rows, "title")
        if sheet == Sheet.SOURCES and screen == Screen.MAPS:
            texts += spoken_in(self._credits.rows, "heading", "text")
        if sheet == Sheet.QUESTIONS:
            texts += spoken_in(self._questions.rows, "heading", "name")
        if sheet == Sheet.FIGURES:
            texts += spoken_in(self._told.rows, "heading", "name", "range", "note", "who", "says")
        return " ".join(texts)

    # ------------------------------------------------------------ the sources

    @Property(Rows, constant=True)
    def sources(self) -> Rows[Source]:
        """The sources of what is on the screen, each once, the most cited first."""
        return self._sources

    @Property(Rows, constant=True)
    def credits(self) -> Rows[Point]:
        """The drawn layers, and where each comes from."""
        return self._credits

    def _spoken_of(self, stop: Stop) -> tuple[list[Fact], set[str]]:
        """The facts on a screen, and the ids that name what is on it."""
        record = record_of(self._exhibit, stop)
        if card := self._navigation.card:
            opened = self._exhibit.entry(card)
            return list(facts_of(opened)), {opened.id}
        if record is not None:
            return list(facts_of(record)), {record.id, str(stop.screen)}
        if stop.screen == Screen.HOME:
            return [*self._exhibit.phases, *self._exhibit.lessons], {"home"}
        kinds = (kind.name for kind in KINDS if kind.card == stop.screen)
        cards = [record for kind in kinds for record in getattr(self._exhibit, kind)]
        if stop.screen == Screen.MAPS:
            return cards, {"maps"}
        sides = self._exhibit.sides if stop.screen == Screen.FORCES else ()
        held = [fact for record in (*sides, *cards) for fact in facts_of(record)]
        return held, {str(stop.screen), *(record.id for record in cards)}

    def _source_rows(self, stop: Stop) -> Sequence[Source]:
        facts, _ = self._spoken_of(stop)
        return self._outline.most_cited(facts)

    # ------------------------------------------------------------ where they disagree

    @Property(Rows, constant=True)
    def voices(self) -> Rows[Voice]:
        """The voices on the question that is open, figures on a common axis 0..1."""
        return self._voices

    @Property(Rows, constant=True)
    def ticks(self) -> Rows[Tick]:
        """The numbers on the axis of the question that is open."""
        return self._ticks

    @Property(bool, notify=changed)
    def mapped(self) -> bool:
        """True if a map bears on the question that is open."""
        return self._mapped

    @Property(bool, notify=changed)
    def doubted(self) -> bool:
        """True if an answer to the question rests on no document."""
        return any(one.doubt for one in self._voices.rows)

    @Property("QStringList", notify=changed)
    def groups(self) -> list[str]:
        """The headings of the questions that matter and of the details, as far as there are any."""
        return [one.heading for one in self._questions.rows if one.heading]

    @Property(Rows, constant=True)
    def questions(self) -> Rows[Question]:
        """Everything that sources disagree on, in groups: what matters, and details."""
        return self._questions

    @Property(Rows, constant=True)
    def asked(self) -> Rows[Question]:
        """The questions that sources disagree on about what is on the screen; none beside one."""
        return self._asked

    def _asked_of(self, stop: Stop) -> list[Question]:
        if stop.screen == Screen.DISAGREEMENTS:
            return []
        _, ids = self._spoken_of(stop)
        return [
            self._question(one)
            for one in self._exhibit.disagreements
            if ids.intersection(one.about)
        ]

    def _question(self, one: Disagreement, heading: str = "", current: bool = False) -> Question:
        name = self._locale.teller.lead(one.question)
        return Question(one.id, ref_of(one), heading, name, one.detail, current)

    def _question_rows(self, stop: Stop) -> list[Question]:
        say = self._locale.teller.phrases.say
        groups = {True: say("details"), False: say("what_matters")}
        asked = self._exhibit.disagreements
        grouped = any(one.detail for one in asked)
        rows: list[Question] = []
        group: bool | None = None
        for i, one in enumerate(asked):
            heading = groups[one.detail] if grouped and one.detail is not group else ""
            rows.append(self._question(one, heading, i == stop.disagreement))
            group = one.detail
        return rows

    # ------------------------------------------------------------ the figures

    @Property(Rows, constant=True)
    def figures(self) -> Rows[Count]:
        """Strength and losses of each side as ranges on one axis, from the least to the most."""
        return self._figures

    @Property(Rows, constant=True)
    def told(self) -> Rows[Told]:
        """The same, a row a voice, with those that say nothing of a side."""
        return self._told

    @Property(bool, constant=True)
    def counted(self) -> bool:
        """True if there are figures of any side."""
        return any(side.strength or side.losses for side in self._exhibit.sides)
