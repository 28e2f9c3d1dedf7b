"""The words of an exhibit in one language, as blocks for paper."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, partial
from itertools import takewhile, zip_longest

from kiosk.exhibit.files.drawing import DrawingError
from kiosk.exhibit.model import Decision, Formation, Phase, Record, Side
from kiosk.exhibit.ref import Ref
from kiosk.exhibit.sky import sky_over
from kiosk.exhibit.vocabulary import Vocabulary
from kiosk.map.ground.palette import SHEET
from kiosk.map.signs.symbols import symbol_of
from kiosk.publish.paper.bars import Bar, Range
from kiosk.publish.paper.flow import Beside, Block, Stack
from kiosk.publish.paper.letters import ACCENT, MUTED
from kiosk.publish.paper.picture import Album, Coded
from kiosk.publish.paper.press import Part
from kiosk.publish.paper.scale import Types
from kiosk.publish.paper.text import Paragraph, Run, cited, solid, threaded
from kiosk.publish.paper.tree import Branch
from kiosk.telling.addresses import address_of, folder_of, on_site
from kiosk.telling.balance import HARD_SPACE
from kiosk.telling.outline.blocks import Choice, Event, Picture, Proof, Section, Text, Voice
from kiosk.telling.outline.cards import commanders
from kiosk.telling.outline.figures import COUNTED, figures, most_of, silent
from kiosk.telling.outline.forces import branches
from kiosk.telling.outline.outline import Outline

Blocks = list[Block]

SEPARATOR = f"{HARD_SPACE}· "
"""Between parts of a line, in any language; it begins no line."""

Say = Callable[[str], object]


class Telling:
    """Lays the outline of an exhibit out; each statement is followed by its sources' numbers.

    A picture that can't be shown is named to `fault`.
    """

    def __init__(self, outline: Outline, types: Types, album: Album, fault: Say) -> None:
        self.outline, self.types = outline, types
        self.exhibit, self.teller = outline.exhibit, outline.teller
        self._album, self.fault = album, fault
        self.lead, self.say = self.teller.lead, self.teller.phrases.say
        self._vocabulary = Vocabulary(self.exhibit)

    # ------------------------------------------------------------ words

    def known(
        self,
        said: Text,
        types: Types | None = None,
        *,
        small: bool = False,
        after: Sequence[Run] = (),
    ) -> list[Run]:
        """The certainty of a statement, and the numbers of its sources, after `small` text.

        Those whose numbers end the text that they come `after` stand there already.
        """
        types = types or self.types
        runs = [Run(f" {solid(said.doubt)}", types.small)] if said.doubt else []
        raised = types.scale.raised
        type_ = types.body.in_(MUTED) if raised and not small else types.small
        there = {run.to for run in takewhile(lambda run: run.cites, reversed(after))}
        more = [one for one in said.numbered if Ref.of("sources", one.key) not in there]
        return [*runs, *cited(more, type_, raised=raised)]

    def subheading(self, text: str, runs: Sequence[Run] = (), *, gap: float = 2.0) -> Block:
        """A heading within a part."""
        head = [Run(text, self.types.subheading), *runs]
        return Paragraph(head, gap=gap * self.types.gap, clings=True, role="H3")

    def _label(self, text: str, gap: float = 1.6, above: Part | None = None) -> Block:
        """A word that says what follows."""
        run = Run(text, self.types.mini.in_(ACCENT))
        return Paragraph([run], gap=gap * self.types.gap, clings=True, above=above)

    def marked(self, text: str) -> Iterator[Run]:
        """A text as it is marked: bold what is stressed; what leads to a source leads there."""
        for one in self.teller.pieces(text):
            type_ = self.types.bold if one.strong else self.types.body
            type_ = type_.in_(ACCENT) if one.to and not one.raised else type_
            raised = one.raised and self.types.scale.raised
            said = f"[{one.text}]" if one.raised and not raised else one.text
            to = one.to if one.to and one.to.kind == "sources" else ""
            type_ = type_.in_(MUTED) if one.raised else type_
            yield Run(said, type_, raised, to, says=said, cites=one.raised)

    def paragraph(self, said: Text, *, gap: float = 1.0, above: Part | None = None) -> Block:
        """A text with its sources."""
        text = [*self.marked(said.text)]
        runs = [*text, *self.known(said, after=text)]
        return Paragraph(runs, gap=gap * self.types.gap, above=above)

    def note(
        self, text: str, *, gap: float = 0.5, clings: bool = False, above: Part | None = None
    ) -> Block:
        """A text in small."""
        run, gap = Run(text, self.types.small), gap * self.types.gap
        return Paragraph([run], gap=gap, clings=clings, above=above)

    def _pictured(self, section: Section) -> Blocks:
        """The pictures of an entry; those behind one stand beside it, two in a row."""
        blocks: Blocks = []
        for picture in self._album.of(section):
            if not picture.behind:
                blocks += self._plate(picture)
                continue
            shown = (picture, *picture.behind)
            plates = [Stack(plate, plate[0].gap) for one in shown if (plate := self._plate(one))]
            for left, right in zip_longest(plates[::2], plates[1::2]):
                blocks.append(Beside(left, right, 2 * self.types.gap))
        return blocks

    def _plate(self, picture: Picture) -> Blocks:
        """A picture with what it shows and who drew it; of a film with the way to it."""
        types, language = self.types, self.teller.language
        part = Part("Figure", language, picture.name)
        try:
            plate = self._album.plate(picture, language, part, 1.6 * types.gap)
        except DrawingError as error:
            self.fault(f"{picture.file}: {error}")
            return []
        shown = [
            Run(f"{picture.name}{HARD_SPACE} ", types.mini),
            Run(f"{picture.text} {picture.credit}", types.small),
            *self.known(picture, small=True),
        ]
        coded: Block = plate
        if picture.film and (site := self.exhibit.exhibit.web):
            folder = folder_of(language, self.exhibit.exhibit.languages)
            address = on_site(site, folder, address_of(picture.ref))
            code = Part("Figure", language, self.say("qr_code", address))
            coded = Coded(plate, address, code)
            shown.append(Run(f" {self.say('film_on_site', address)}", types.small))
        return [coded, Paragraph(shown, gap=0.4 * types.gap, whole=True)]

    # ------------------------------------------------------------ the cover

    def cover(self) -> Blocks:
        """Title, subtitle and sentence."""
        section, types = self.outline.section(self.exhibit.exhibit), self.types
        return [
            Paragraph([Run(section.title, types.title)], role="H1"),
            Paragraph([Run(section.overline, types.subheading.in_(MUTED))], gap=types.gap),
            self.paragraph(section.text),
        ]

    def headed(self, part: str, word: str) -> Blocks:
        """The heading of a part after the phases."""
        head = Run(self.say(word), self.types.heading)
        return [Paragraph([head], clings=True, gap=5 * self.types.gap, anchor=part, role="H2")]

    def caption(self, view: str, moment: dt.datetime) -> Block:
        """A map's caption."""
        return self.note(self.captioned(view, moment))

    def captioned(self, view: str, moment: dt.datetime) -> str:
        """The caption of a map: what it shows, when, and the sky where the hour is told."""
        shown = self.exhibit.indexed("views")[view]
        if not self.exhibit.gives_hour(moment):
            return SEPARATOR.join((self.lead(shown.name), self.teller.now(moment)))
        sky = sky_over(self.exhibit, moment)
        light = "sky_day" if not sky.night else "sky_moon" if sky.moon_up else "sky_dark"
        parts = (
            self.lead(shown.name),
            self.teller.now(moment),
            self.say(light, round(sky.lit * 100)),
        )
        return SEPARATOR.join(parts)

    # ------------------------------------------------------------ what the tour stops at

    def phase_head(self, phase: Phase, number: int) -> Blocks:
        """Its days, its title, and the question that leads into it."""
        section, types = self.outline.section(phase), self.types
        days = Run(f"{number} · {section.overline}", types.mini.in_(ACCENT))
        title = Run(section.title, types.heading)
        blocks: Blocks = [
            Paragraph([days], gap=5 * types.gap, clings=True),
            Paragraph([title], clings=True, anchor=section.ref, role="H2"),
        ]
        if section.question:
            question = Run(section.question, types.subheading.in_(MUTED))
            blocks.append(Paragraph([question], gap=types.gap * 0.6))
        return blocks

    def phase_body(self, phase: Phase) -> Blocks:
        """The story, both sides' standpoints, what happened hour by hour."""
        return self._body(self.outline.section(phase), gap=1.0)

    def entry(self, record: Record) -> Blocks:
        """A lesson, a decision or a disagreement; of a decision no outcome."""
        section = self.outline.section(record)
        return [self.subheading(section.title), *self._body(section, gap=0.4)]

    def _body(self, section: Section, gap: float) -> Blocks:
        blocks = [self.paragraph(section.text, gap=gap)] if section.text.text else []
        for standpoint in section.standpoints:
            blocks += [self._label(standpoint.name), self.paragraph(standpoint, gap=0.2)]
        for heading in section.headings:
            blocks.append(self._label(heading.text, 0.8))
            points = Part("L")
            blocks += [
                self.paragraph(point, gap=0.1, above=points.item()) for point in heading.points
            ]
        if section.proofs:
            blocks.append(self._label(self.say("proofs"), 0.8))
        blocks += map(partial(self._proof, Part("L")), section.proofs)
        blocks += self._pictured(section)
        if section.choices:
            question = Run(section.question, self.types.bold)
            blocks.append(Paragraph([question], gap=self.types.gap, clings=True))
            blocks += map(partial(self._choice, Part("L")), section.choices)
        if section.events:
            blocks.append(self._label(self.say("what_happened")))
        events, voices = Part("L"), Part("L")
        for i, event in enumerate(section.events):
            blocks.append(self._event(events, event, gap=0.6 if i else 0.2))
        for voice in section.voices:
            blocks += self._voice(voices, voice)
        return blocks

    def _event(self, of: Part, event: Event, gap: float) -> Block:
        return self._led(of, event.heading, event.text, gap, self.known(event))

    def _proof(self, of: Part, proof: Proof) -> Block:
        said = SEPARATOR.join(filter(None, (proof.text, proof.where, proof.when)))
        return self._led(of, f"({proof.number})", said, 0.2, self.known(proof))

    def _choice(self, of: Part, choice: Choice) -> Block:
        return self._led(of, choice.letter, choice.text, 0.6)

    def _led(self, of: Part, lead: str, text: str, gap: float, known: Iterable[Run] = ()) -> Block:
        """A text that hangs from bold words before it, in a list."""
        types = self.types
        runs = [Run(f"{lead}{HARD_SPACE} ", types.bold), Run(text, types.body), *known]
        return Paragraph(runs, gap=gap * types.gap, hang=types.body.px * 1.2, above=of.item())

    def _voice(self, of: Part, voice: Voice) -> Blocks:
        """An answer, and where there are figures enough its bar on their axis."""
        types = self.types
        runs = [
            Run(f"{voice.who}\u00a0 ", types.small),
            Run(voice.says, types.body),
            *self.known(voice),
        ]
        hang = types.body.px * 1.2
        said = Paragraph(runs, gap=0.5 * types.gap, clings=voice.drawn, hang=hang, above=of.item())
        if not voice.drawn:
            return [said]
        range_ = Range(voice.low, voice.high, voice.open_ended, voice.open_below, voice.from_zero)
        return [said, Bar(range_, ACCENT, types.small.px * 0.9)]

    def outcome(self, decision: Decision) -> Blocks:
        """The outcome: what spoke for and against each choice, what was done, what came of it."""
        section, types = self.outline.section(decision), self.types
        blocks = [self.subheading(section.title)]
        for choice in section.choices:
            done = f" {solid(self.say('was_done'))}" if choice.taken else ""
            runs = [
                Run(f"{choice.letter}\u00a0 {choice.text}", types.bold),
                Run(done, types.mini.in_(ACCENT)),
            ]
            blocks.append(Paragraph(runs, gap=0.8 * types.gap, clings=True))
            blocks.append(self.paragraph(Text(text=choice.reply), gap=0.1))
        blocks.append(self._label(self.say("fate"), 1.0))
        blocks.append(self.paragraph(section.outcome, gap=0.1))
        return blocks

    # ------------------------------------------------------------ forces

    def figures(self, side: Side) -> Blocks:
        """Strength and losses of a side, a bar a voice, on one axis for all sides."""
        blocks: Blocks = [self.subheading(self.lead(side.name))]
        if side.about:
            blocks.append(self.paragraph(Text(text=self.lead(side.about)), gap=0.4))
        blocks += self._counted(side, side, self._most_of_sides)
        for kind in COUNTED:
            if who := silent(self.outline, side, kind):
                told = self.teller.joined(self.say("no_figure"), "; ".join(who))
                blocks.append(self.note(SEPARATOR.join((self.say(f"figures_{kind}"), told))))
        return blocks

    @cached_property
    def _most_of_sides(self) -> float:
        return most_of(self.exhibit.sides, *COUNTED)

    @cached_property
    def _most_of_formations(self) -> float:
        return most_of(self.exhibit.formations, *COUNTED)

    def _counted(
        self, record: Side | Formation, side: Side, most: float, above: Part | None = None
    ) -> Blocks:
        types, colour = self.types, SHEET.side(side.colour).name()
        place = self.exhibit.sides.index(side)
        blocks: Blocks = []
        for kind in COUNTED:
            counted = figures(self.outline, getattr(record, kind), most)
            if counted:
                blocks.append(self._label(self.say(f"figures_{kind}"), gap=0.8, above=above))
            list_ = Part("L", above=above)
            for figure in counted:
                said = self.teller.joined(figure.text, figure.who)
                runs = [Run(said, types.small), *self.known(figure, small=True)]
                item, gap = list_.item(), 0.3 * types.gap
                blocks.append(Paragraph(runs, gap=gap, clings=True, whole=True, above=item))
                range_ = Range(figure.low, figure.high, open_above=figure.open_ended)
                blocks.append(Bar(range_, colour, types.small.px * 0.9, place))
        return blocks

    def tree(self, side: Side) -> Blocks:
        """The order of battle of a side as it was at first, parents before children."""
        sides = {formation.id: formation.side for formation in self.exhibit.formations}
        blocks: Blocks = []
        lists = [Part("L")]
        for formation, trunk in branches(self.exhibit, side.id, sides):
            body = lists[len(trunk)].item()
            lists[len(trunk) + 1 :] = [Part("L", above=body)]
            blocks.append(self._branch(side, formation, trunk, body))
        return blocks

    def _branch(self, side: Side, formation: Formation, trunk: Sequence[bool], body: Part) -> Block:
        types = self.types
        symbol = symbol_of(self._vocabulary, formation, side)
        name = Run(self.lead(formation.name), types.bold)
        known = self.known(self.outline.text(None, formation))
        blocks: Blocks = [Paragraph([name, *known], above=body)]
        if led := commanders(self.outline, formation).points:
            told = SEPARATOR.join(f"{one.heading} – {one.text}" for one in led)
            blocks.append(self.note(told, gap=0.1, above=body))
        blocks += self._counted(formation, side, self._most_of_formations, body)
        if formation.fate:
            blocks.append(self.note(self.lead(formation.fate), gap=0.3, above=body))
        return Branch(symbol, types.scale.sign, trunk, Stack(blocks, 1.4 * types.gap))

    # ------------------------------------------------------------ people, terms, sources

    def card(self, record: Record) -> Blocks:
        """A person or a term in short."""
        section, types = self.outline.section(record), self.types
        brief = SEPARATOR.join(filter(None, (section.overline, section.pinyin, section.role)))
        runs = [
            Run(section.title, types.bold),
            Run(f"\u00a0 {brief}\u00a0 ", types.small),
            *self.marked(section.text.text),
            *threaded(section.thread, types.bold, types.body),
            *self.known(section.text),
        ]
        told = Paragraph(runs, gap=0.7 * types.gap, hang=types.body.px * 1.2)
        return [told, *self._pictured(section)]

    def sources(self) -> Blocks:
        """Every source with the number that statements refer to."""
        types, list_ = self.types, Part("L")
        blocks: Blocks = []
        for source in self.outline.sources.values():
            more = SEPARATOR.join(filter(None, (source.where, source.note)))
            runs = [
                Run(f"{source.number}\u00a0 ", types.mini),
                Run(f"{source.title}\u00a0 ", types.mini.in_(types.body.colour)),
                Run(more, types.small),
            ]
            hang, anchor = types.small.px * 1.4, Ref.of("sources", source.key)
            gap = 0.5 * types.gap
            blocks.append(Paragraph(runs, gap=gap, hang=hang, anchor=anchor, above=list_.item()))
        return blocks
