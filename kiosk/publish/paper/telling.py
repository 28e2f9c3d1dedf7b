"""The words of an exhibit in one language, as blocks for paper."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from kiosk.exhibit.files.drawing import DrawingError
from kiosk.exhibit.model import (
    Decision,
    Disagreement,
    Event,
    Exhibit,
    Figure,
    Formation,
    Lesson,
    Person,
    Phase,
    Side,
    State,
    Term,
    Words,
)
from kiosk.exhibit.sky import sky_at
from kiosk.map.signs.symbols import livery
from kiosk.publish.paper.almanac import place_of
from kiosk.publish.paper.bars import Bar, Range
from kiosk.publish.paper.flow import Block, Stack
from kiosk.publish.paper.letters import ACCENT, MUTED
from kiosk.publish.paper.picture import Album
from kiosk.publish.paper.press import Part
from kiosk.publish.paper.scale import Types
from kiosk.publish.paper.text import Paragraph, Run, Type
from kiosk.publish.paper.tree import Branch
from kiosk.stage.evidence import heard
from kiosk.telling.balance import HARD_SPACE
from kiosk.telling.locale import WORD_JOINER, Tongue

Blocks = list[Block]

SEPARATOR = f"{HARD_SPACE}· "
"""Between parts of a line, in any language; it begins no line."""

Say = Callable[[str], object]


class Telling:
    """Says the records of an exhibit; each statement is followed by the numbers of its sources.

    What can't be said is named to `fault`.
    """

    def __init__(
        self, exhibit: Exhibit, tongue: Tongue, types: Types, album: Album, fault: Say
    ) -> None:
        self.exhibit, self.tongue, self.types = exhibit, tongue, types
        self._album, self.fault = album, fault
        self.lead, self.say = tongue.lead, tongue.speech.say
        self._numbers = {source.id: i for i, source in enumerate(exhibit.sources, 1)}
        self._sources = exhibit.indexed("sources")
        self._sides = exhibit.indexed("sides")
        self._people = exhibit.indexed("people")
        figures = [f for one in exhibit.formations for f in (*one.strength, *one.losses)]
        self._most = max((figure.high or figure.low for figure in figures), default=1)

    # ------------------------------------------------------------ words

    def known(self, record: Any, types: Types | None = None, *, small: bool = False) -> list[Run]:
        """The certainty of a statement, and the numbers of its sources, after `small` text."""
        types = types or self.types
        runs = []
        if doubt := self.tongue.doubt(record):
            runs.append(Run(f" {_solid(doubt)}", types.small))
        raised = types.scale.raised
        type_ = types.body.in_(MUTED) if raised and not small else types.small
        return [*runs, *self._cited(record.sources, type_, raised=raised)]

    def _cited(self, sources: Iterable[str], type_: Type, *, raised: bool) -> Iterator[Run]:
        """The numbers of sources, each of which leads to its source."""
        before, between, after = (HARD_SPACE, ",", "") if raised else (" [", ", ", "]")
        cited = sorted({(self._numbers[key], key) for key in sources if key in self._numbers})
        for number, key in cited:
            yield Run(between if (number, key) != cited[0] else before, type_, raised)
            title = self.lead(self._sources[key].title)
            yield Run(str(number), type_, raised, to=f"sources/{key}", says=title)
        if cited:
            yield Run(after, type_, raised)

    def subheading(self, text: str, runs: Sequence[Run] = (), *, gap: float = 2.0) -> Block:
        """A heading within a part."""
        head = [Run(text, self.types.subheading), *runs]
        return Paragraph(head, gap=gap * self.types.gap, clings=True, role="H3")

    def _label(self, text: str, gap: float = 1.6) -> Block:
        """A word that says what follows."""
        type_ = self.types.mini.in_(ACCENT)
        return Paragraph([Run(text, type_)], gap=gap * self.types.gap, clings=True)

    def paragraph(self, words: Words | str, record: Any = None, *, gap: float = 1.0) -> Block:
        """A text with its sources."""
        text = words if isinstance(words, str) else self.lead(words)
        runs = [Run(text, self.types.body), *(self.known(record) if record else [])]
        return Paragraph(runs, gap=gap * self.types.gap)

    def note(self, text: str, *, gap: float = 0.5, clings: bool = False) -> Block:
        """A text in small."""
        return Paragraph([Run(text, self.types.small)], gap=gap * self.types.gap, clings=clings)

    def _pictured(self, record: Phase | Lesson | Decision | Person | Term) -> Blocks:
        """The pictures of a record, each with what it shows and who drew it."""
        types = self.types
        blocks: Blocks = []
        for picture in self._album.of(record):
            part = Part("Figure", self.tongue.language, self.lead(picture.name))
            try:
                plate = self._album.plate(picture, self.tongue.language, part, 1.6 * types.gap)
            except DrawingError as error:
                self.fault(f"{picture.file}: {error}")
                continue
            shown = [
                Run(f"{self.lead(picture.name)}{HARD_SPACE} ", types.mini),
                Run(f"{self.lead(picture.alt)} {self.lead(picture.credit)}", types.small),
                *self.known(picture, small=True),
            ]
            blocks += [plate, Paragraph(shown, gap=0.4 * types.gap, whole=True)]
        return blocks

    # ------------------------------------------------------------ the cover

    def cover(self) -> Blocks:
        """Title, subtitle and sentence."""
        main, types = self.exhibit.exhibit, self.types
        return [
            Paragraph([Run(self.lead(main.title), types.title)], role="H1"),
            Paragraph([Run(self.lead(main.subtitle), types.subheading.in_(MUTED))], gap=types.gap),
            Paragraph([Run(self.lead(main.sentence), types.body)], gap=types.gap),
        ]

    def headed(self, part: str, word: str) -> Blocks:
        """The heading of a part after the phases."""
        head = Run(self.say(word), self.types.heading)
        return [Paragraph([head], clings=True, gap=5 * self.types.gap, anchor=part, role="H2")]

    def caption_of(self, view: str, moment: dt.datetime) -> Blocks:
        """A map's caption, to be told."""
        return [self.caption(view, moment)]

    def caption(self, view: str, moment: dt.datetime) -> Block:
        """A map's caption."""
        return self.note(self.captioned(view, moment))

    def captioned(self, view: str, moment: dt.datetime) -> str:
        """The caption of a map: what it shows, when, and the sky where the hour is told."""
        shown = self.exhibit.indexed("views")[view]
        if not self.exhibit.hour_told(moment):
            return SEPARATOR.join((self.lead(shown.name), self.tongue.now(moment)))
        offset = self.exhibit.exhibit.utc_offset_hours
        sky = sky_at(moment, place_of(self.exhibit), offset)
        light = "sky_day" if not sky.night else "sky_moon" if sky.moon_up else "sky_dark"
        parts = (
            self.lead(shown.name),
            self.tongue.now(moment),
            self.say(light, round(sky.lit * 100)),
        )
        return SEPARATOR.join(parts)

    # ------------------------------------------------------------ phases

    def phase_head(self, phase: Phase, number: int) -> Blocks:
        """Its days, its title, and the question that leads into it."""
        days = f"{number} · {self.tongue.speech.days(phase.starts, phase.ends)}"
        anchor, small = f"phases/{phase.id}", self.types.mini.in_(ACCENT)
        blocks: Blocks = [
            Paragraph([Run(days, small)], gap=5 * self.types.gap, clings=True),
            Paragraph(
                [Run(self.lead(phase.title), self.types.heading)],
                clings=True,
                anchor=anchor,
                role="H2",
            ),
        ]
        if phase.question:
            question = Run(self.lead(phase.question), self.types.subheading.in_(MUTED))
            blocks.append(Paragraph([question], gap=self.types.gap * 0.6))
        return blocks

    def phase_body(self, phase: Phase) -> Blocks:
        """The story, both sides' standpoints, what happened hour by hour."""
        blocks = [self.paragraph(phase.text, phase)]
        for standpoint in phase.standpoints:
            blocks.append(self._label(self.lead(self._sides[standpoint.side].name)))
            blocks.append(self.paragraph(standpoint.text, standpoint, gap=0.2))
        blocks += self._pictured(phase)
        if phase.events:
            blocks.append(self._label(self.say("what_happened")))
        events = sorted(phase.events, key=lambda event: event.at)
        blocks += [self._event(event, gap=0.2 if not i else 0.6) for i, event in enumerate(events)]
        return blocks

    def _event(self, event: Event, gap: float) -> Block:
        types = self.types
        runs = [
            Run(f"{self.tongue.when(event)}\u00a0 ", types.bold),
            Run(self.lead(event.text), types.body),
            *self.known(event),
        ]
        return Paragraph(runs, gap=gap * types.gap, hang=types.body.px * 1.2)

    # ------------------------------------------------------------ forces

    def figures(self, side: Side) -> Blocks:
        """Strength and losses of a side, a bar a voice, on one axis for all sides."""
        every = [f for one in self.exhibit.sides for f in (*one.strength, *one.losses)]
        most = max((figure.high or figure.low for figure in every), default=1)
        blocks: Blocks = [self.subheading(self.lead(side.name))]
        if side.about:
            blocks.append(self.paragraph(side.about, gap=0.4))
        return [*blocks, *self._counted(side, side.colour, most)]

    def _counted(self, record: Side | Formation, colour: str, most: float) -> Blocks:
        blocks: Blocks = []
        for kind in ("strength", "losses"):
            figures: tuple[Figure, ...] = getattr(record, kind)
            if figures:
                blocks.append(self._label(self.say(f"figures_{kind}"), gap=0.8))
            for figure in figures:
                runs = [
                    Run(self.tongue.voice(figure), self.types.small),
                    *self.known(figure, small=True),
                ]
                blocks.append(Paragraph(runs, gap=0.3 * self.types.gap, clings=True, whole=True))
                high = figure.high or figure.low
                range_ = Range(figure.low / most, high / most, open_above=figure.open_ended)
                blocks.append(Bar(range_, colour, self.types.small.px * 0.9))
        return blocks

    def tree(self, side: Side) -> Blocks:
        """The order of battle of a side as it was at first, parents before children."""
        mine = [f for f in self.exhibit.formations if f.side == side.id]
        ids = {formation.id for formation in mine}
        children: dict[str, list[Formation]] = {}
        for formation in mine:
            parent = formation.parent if formation.parent in ids else ""
            children.setdefault(parent or "", []).append(formation)

        def walk(parent: str, trunk: tuple[bool, ...]) -> Iterator[Block]:
            siblings = children.get(parent, [])
            for formation in siblings:
                branch = (*trunk, formation is not siblings[-1])
                yield self._branch(side, formation, branch[1:])
                yield from walk(formation.id, branch)

        return list(walk("", ()))

    def _branch(self, side: Side, formation: Formation, trunk: Sequence[bool]) -> Block:
        types = self.types
        symbol = f"{livery(side)}/{formation.echelon}/{formation.arm}/{State.WAITING}"
        blocks: Blocks = [
            Paragraph([Run(self.lead(formation.name), types.bold), *self.known(formation)])
        ]
        if formation.commanders:
            blocks.append(self.note(self._led(formation), gap=0.1))
        blocks += self._counted(formation, side.colour, self._most)
        if formation.fate:
            blocks.append(self.note(self.lead(formation.fate), gap=0.3))
        return Branch(symbol, types.scale.sign, trunk, Stack(blocks, 1.4 * types.gap))

    def _led(self, formation: Formation) -> str:
        told = []
        for commander in formation.commanders:
            name = self._people[commander.person].name if commander.person else commander.name
            told.append(f"{self.lead(name)} – {self.lead(commander.role)}")
        return SEPARATOR.join(told)

    # ------------------------------------------------------------ lessons, decisions

    def lesson(self, lesson: Lesson) -> Blocks:
        """The claim, who says so, and what speaks against it."""
        return [
            self.subheading(self.lead(lesson.title)),
            self.paragraph(lesson.text, lesson, gap=0.4),
            self._label(self.say("who_says"), 0.8),
            self.paragraph(lesson.claimed_by, gap=0.1),
            self._label(self.say("against"), 0.8),
            self.paragraph(lesson.against, gap=0.1),
            *self._pictured(lesson),
        ]

    def decision(self, decision: Decision) -> Blocks:
        """A decision: what was known, the question, and the choices."""
        blocks = [
            self.subheading(self.lead(decision.title)),
            self.paragraph(decision.text, decision, gap=0.4),
            *self._pictured(decision),
            Paragraph(
                [Run(self.lead(decision.question), self.types.bold)],
                gap=self.types.gap,
                clings=True,
            ),
        ]
        for letter, choice in zip("ABCD", decision.choices, strict=False):
            runs = [
                Run(f"{letter}\u00a0 ", self.types.bold),
                Run(self.lead(choice.text), self.types.body),
            ]
            blocks.append(Paragraph(runs, gap=0.6 * self.types.gap, hang=self.types.body.px * 1.2))
        return blocks

    def outcome(self, decision: Decision) -> Blocks:
        """The outcome: what spoke for and against each choice, what was done, what came of it."""
        blocks = [self.subheading(self.lead(decision.title))]
        for letter, choice in zip("ABCD", decision.choices, strict=False):
            done = f" {_solid(self.say('was_done'))}" if choice.key == decision.taken else ""
            runs = [
                Run(f"{letter}\u00a0 {self.lead(choice.text)}", self.types.bold),
                Run(done, self.types.mini.in_(ACCENT)),
            ]
            blocks.append(Paragraph(runs, gap=0.8 * self.types.gap, clings=True))
            blocks.append(self.paragraph(choice.reply, gap=0.1))
        blocks.append(self._label(self.say("fate"), 1.0))
        blocks.append(self.paragraph(decision.happened, decision, gap=0.1))
        return blocks

    # ------------------------------------------------------------ what sources disagree on

    def disagreement(self, disagreement: Disagreement) -> Blocks:
        """The question, and a row for each voice on a common axis."""
        blocks = [self.subheading(self.lead(disagreement.question))]
        rows = zip(disagreement.voices, heard(disagreement, self.tongue), strict=True)
        for voice, row in rows:
            runs = [
                Run(f"{row['who']}\u00a0 ", self.types.small),
                Run(row["says"], self.types.body),
                *self.known(voice),
            ]
            drawn = row["drawn"]
            blocks.append(
                Paragraph(
                    runs, gap=0.5 * self.types.gap, clings=drawn, hang=self.types.body.px * 1.2
                )
            )
            if drawn:
                range_ = Range(
                    row["low"], row["high"], row["openEnded"], row["openBelow"], disagreement.counts
                )
                blocks.append(Bar(range_, ACCENT, self.types.small.px * 0.9))
        return blocks

    # ------------------------------------------------------------ people, terms, sources

    def card(self, record: Person | Term) -> Blocks:
        """A person or a term in short."""
        types = self.types
        role = self.lead(record.role) if isinstance(record, Person) else ""
        brief = SEPARATOR.join(filter(None, (record.pinyin, role)))
        runs = [
            Run(self.lead(record.name), types.bold),
            Run(f"\u00a0 {brief}\u00a0 ", types.small),
            Run(self.lead(record.about), types.body),
            *self.known(record),
        ]
        told = Paragraph(runs, gap=0.7 * types.gap, hang=types.body.px * 1.2)
        return [told, *self._pictured(record)]

    def sources(self) -> Blocks:
        """Every source with the number that statements refer to."""
        types = self.types
        blocks: Blocks = []
        for number, source in enumerate(self.exhibit.sources, 1):
            runs = [
                Run(f"{number}\u00a0 ", types.mini),
                Run(f"{self.lead(source.title)}\u00a0 ", types.mini.in_(types.body.colour)),
                Run(
                    SEPARATOR.join(filter(None, (self.lead(source.where), self.lead(source.note)))),
                    types.small,
                ),
            ]
            anchor = f"sources/{source.id}"
            blocks.append(
                Paragraph(runs, gap=0.5 * types.gap, hang=types.small.px * 1.4, anchor=anchor)
            )
        return blocks


def _solid(text: str) -> str:
    """A remark in brackets that no line end parts."""
    return WORD_JOINER.join(f"[{text}]".replace(" ", HARD_SPACE))
