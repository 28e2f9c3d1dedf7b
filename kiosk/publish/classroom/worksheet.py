"""The pupil's sheet, to be filled in without the exhibit's help, and its answers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, product
from zlib import crc32

from PySide6.QtCore import QSizeF

from kiosk.exhibit.model import Event, Phase
from kiosk.publish.classroom.blocks import (
    WRITTEN,
    Boxed,
    Drawn,
    Lines,
    Slots,
    number_sign,
    side_sign,
)
from kiosk.publish.paper.document import Document
from kiosk.publish.paper.flow import Block, Stack
from kiosk.publish.paper.letters import ACCENT, MUTED
from kiosk.publish.paper.mapfigure import Lens
from kiosk.publish.paper.scale import Scale
from kiosk.publish.paper.telling import Blocks
from kiosk.publish.paper.text import Paragraph, Run
from kiosk.publish.scene import Scene
from kiosk.telling.balance import HARD_SPACE
from kiosk.telling.outline.blocks import Choice, Text

WORKSHEET = Scale(24, 13, 11.5, 11, 9, 1, 8, Lens(0.46, 10))

PAGES = 2

LEAST_MAP = 0.4
"""The least height of the map, as a share of a page's."""

SPARED = WRITTEN
"""The room that the first page keeps, where the map as it is then shows more names."""

MOST_NAMES, MOST_EVENTS = 9, 6
"""The most names to be found, and events to be put in order."""

MOST_LINES = 4
"""The most lines to write an answer on."""

LEAST_BODY = 10.0
"""The points to which the text may shrink for a second line to write on."""


def compose(document: Document) -> None:
    """Fills the pages of a sheet to be filled in."""
    _compose(document, solved=False)


def compose_answers(document: Document) -> None:
    """Fills the pages of the answers, each with its sources."""
    _compose(document, solved=True)


def _compose(document: Document, *, solved: bool) -> None:
    """The largest text, then the most lines to write on, with which all stands on its pages.

    More than one line is wanted first.
    """
    high, one = _height(document)
    keys, most = _to_find(document, high), 1 if one and not solved else PAGES
    sizes = [*WORKSHEET.shrunk()]
    more = product([size for size in sizes if size.body >= LEAST_BODY], range(MOST_LINES, 1, -1))
    for scale, lines in product(sizes, [0]) if solved else chain(more, product(sizes, [1])):
        document.begin_in(scale)
        sheet = _Sheet(document, solved, lines, high, keys)
        if len(document.set([*sheet.blocks()]).pages) <= most:
            return


def _height(document: Document) -> tuple[float, bool]:
    """The height of the map, on the sheet and its answers alike, and whether the sheet is one page.

    It is the least where the whole sheet then has room on one page; else it fills the first.
    """
    pages = document.pages
    least = LEAST_MAP * pages.height
    sheet = _Sheet(document, False, 1, least, _to_find(document, least))
    if len(document.set([*sheet.blocks()]).pages) == 1:
        return least, True
    taken = sum(block.gap + block.height(pages.width) for block in sheet.opening())
    return max(least, pages.height - taken + least - SPARED), False


def _scene(document: Document) -> Scene:
    """The campaign's own view and hour."""
    main = document.exhibit.exhibit
    return Scene(document.exhibit.indexed("views")[main.view].bounds, main.moment)


def _to_find(document: Document, high: float) -> list[str]:
    """The ids of the places with the greatest names on the map, from north to south."""
    size, lens = QSizeF(document.pages.width, high), document.scale.lens
    named = document.figures.named(size, _scene(document), document.telling.teller, lens)
    places = document.exhibit.indexed("places")
    found = [name for name in named if name.key in places and name.lead]
    greatest = sorted(found, key=lambda name: (places[name.key].importance, name.key))
    chosen = {name.key for name in greatest[:MOST_NAMES]}
    down = sorted(found, key=lambda name: (name.plane_y, name.plane_x))
    return [name.key for name in down if name.key in chosen]


@dataclass
class _Sheet:
    """The sheet with so many lines to each answer, or `solved`.

    Its map is `high` px, and the places with these `keys` have numbers on it.
    """

    document: Document
    solved: bool
    lines: int
    high: float
    keys: Sequence[str]

    def __post_init__(self) -> None:
        self._telling, self._exhibit = self.document.telling, self.document.exhibit
        self._types, self.say = self._telling.types, self._telling.say
        self._tasks = 0

    def blocks(self) -> Iterator[Block]:
        """The tasks, each under its number."""
        yield from self.opening()
        yield from self._order()
        yield from self._questions()
        yield from self._choice()
        if self.solved:
            yield from self._sources()

    def opening(self) -> Blocks:
        """The blocks of the first page: the title, and the map to be labelled."""
        return [*self._head(), *self._map()]

    def _head(self) -> Blocks:
        """The title, and room for a name."""
        types, lead = self._types, self._telling.lead
        overline = self.say("worksheet_answers") if self.solved else self.say("worksheet")
        title = Run(lead(self._exhibit.exhibit.title), types.title)
        blocks: Blocks = [
            Paragraph([Run(overline, types.mini.in_(ACCENT))]),
            Paragraph([title], role="H1"),
        ]
        if not self.solved:
            words = (self.say("own_name"), self.say("own_class"), self.say("own_date"))
            blank = "_" * 18
            said = f"{4 * HARD_SPACE}".join(f"{word} {blank}" for word in words)
            blocks.append(Paragraph([Run(said, types.small)], gap=types.gap))
        return blocks

    def _task(self, text: str) -> Block:
        self._tasks += 1
        types = self._types
        runs = [
            Run(f"{self._tasks}{2 * HARD_SPACE}", types.subheading.in_(ACCENT)),
            Run(text, types.subheading),
        ]
        return Paragraph(runs, gap=2.4 * types.gap, clings=True, role="H2")

    # ------------------------------------------------------------ the map

    def _map(self) -> Blocks:
        """The map with numbers in place of names, the names to choose from, and room for them."""
        main, types, telling = self._exhibit.exhibit, self._types, self._telling
        keys = self.keys
        names = [telling.lead(self._exhibit.indexed("places")[key].name) for key in keys]
        numbered = {key: i for i, key in enumerate(keys, 1)}
        sides = [telling.lead(side.name) for side in self._exhibit.sides]
        told = "" if self.solved else self.say("list_comma").join([*sorted(names), *sides])
        signs = [number_sign(i, types.mini) for i in range(1, len(keys) + 1)]
        signs += [side_sign(side) for side in self._exhibit.sides]
        words = [*names, *sides] if self.solved else [""] * len(signs)
        paint = self.document.painting("worksheet", main.view, _scene(self.document), numbered)
        blocks = [
            self._task(self.say("task_label")),
            *([telling.note(told)] if told else []),
            Drawn(paint, self.high, 0.8 * types.gap),
            telling.caption(main.view, main.moment),
            Slots(signs, words, types.body, 3, 0.4 * types.gap),
        ]
        return [Stack(blocks, 2.4 * types.gap)]

    # ------------------------------------------------------------ what is asked

    def _order(self) -> Blocks:
        """Events to be put in order: the first key event of a phase, or its first."""
        types = self._types
        events = [event for event in map(_turn_of, self._exhibit.phases) if event][:MOST_EVENTS]
        if len(events) < 2:
            return []
        blocks: Blocks = [self._task(self.say("task_order", len(events)))]
        for event in events if self.solved else _shuffled(events):
            told = self._telling.outline.event(event)
            number = str(events.index(event) + 1) if self.solved else ""
            text = told.caption or told.text
            runs = [Run(text, types.body)]
            if self.solved:
                runs.insert(0, Run(f"{told.heading}{HARD_SPACE} ", types.bold))
                runs += self._telling.known(told)
            blocks.append(Boxed(Paragraph(runs), types.bold, 0.5 * types.gap, number))
        return [Stack(blocks, 2.4 * types.gap)]

    def _questions(self) -> Blocks:
        """The questions that lead into the phases."""
        asked = [phase for phase in self._exhibit.phases if phase.question]
        if not asked:
            return []
        blocks: Blocks = [self._task(self.say("task_answer"))]
        for phase in asked:
            section, types = self._telling.outline.section(phase), self._types
            runs = [
                Run(f"{section.title}{HARD_SPACE} ", types.small),
                Run(section.question, types.bold),
            ]
            question = Paragraph(runs, role="H3")
            blocks.append(Stack([question, *self._answer(section.text)], 0.9 * types.gap))
        return blocks

    def _answer(self, text: Text) -> Blocks:
        return [self._telling.paragraph(text, gap=0.1)] if self.solved else [Lines(self.lines)]

    def _choice(self) -> Blocks:
        """The first decision, to be taken."""
        if not self._exhibit.decisions:
            return []
        section, types = self._telling.outline.section(self._exhibit.decisions[0]), self._types
        question = Paragraph([Run(section.question, types.bold)], gap=0.5 * types.gap)
        blocks: Blocks = [
            self._task(self.say("task_choose")),
            self._telling.paragraph(Text(text=section.text.text), gap=0.2),
            question,
        ]
        blocks += [self._chosen(choice) for choice in section.choices]
        blocks += self._answer(section.outcome)
        return [Stack(blocks, 2.4 * types.gap)]

    def _chosen(self, choice: Choice) -> Block:
        types = self._types
        runs = [Run(choice.text, types.bold if self.solved else types.body)]
        if self.solved:
            runs.append(Run(f" {choice.reply}", types.body))
        ticked = "✓" if self.solved and choice.taken else ""
        return Boxed(Paragraph(runs), types.bold, 0.5 * types.gap, ticked)

    def _sources(self) -> Blocks:
        """The sources to which the numbers lead."""
        types = self._types
        runs = [Run(self.say("sources"), types.mini)]
        for source in self._telling.outline.sources.values():
            runs += [
                Run(f"  {source.number}{HARD_SPACE}", types.mini),
                Run(source.title, types.small.in_(MUTED)),
            ]
        return [Paragraph(runs, gap=2 * types.gap)]


def _turn_of(phase: Phase) -> Event | None:
    events = sorted(phase.events, key=lambda event: event.at)
    return next((event for event in events if event.key), next(iter(events), None))


def _shuffled(events: Sequence[Event]) -> list[Event]:
    """The events in another order than that of time, always the same."""
    mixed = sorted(events, key=lambda event: crc32(event.id.encode()))
    return mixed if mixed != list(events) else mixed[::-1]
