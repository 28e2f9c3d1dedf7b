"""The handout: the campaign with its maps, forces, lessons, questions and sources."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import product, zip_longest
from typing import Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor

from kiosk.exhibit.kinds import EXPLAINED, ref_of
from kiosk.exhibit.model import Phase
from kiosk.publish.paper.document import Document, joined
from kiosk.publish.paper.flow import Beside, Block, Stack
from kiosk.publish.paper.legend import legend_blocks
from kiosk.publish.paper.pages import FULL
from kiosk.publish.paper.pdf.binding import Chapter
from kiosk.publish.paper.press import LINK, Part, Press
from kiosk.publish.paper.scale import HANDOUT, Scale
from kiosk.publish.paper.telling import Blocks, Telling
from kiosk.publish.paper.text import Type
from kiosk.publish.scene import Scene
from kiosk.telling.outline.allies import alliances_of
from kiosk.telling.outline.pointing import spoken_of

PARTS = (
    ("forces", "figures"),
    ("lessons", "tab_lessons"),
    ("decisions", "tab_decisions"),
    ("legend", "legend"),
    ("disagreements", "tab_disagreements"),
    ("people", "people_and_terms"),
    ("outcomes", "was_done"),
    ("sources", "sources"),
)
"""The parts after the phases, and the interface words for their headings."""

Factors = tuple[float, float]

PART_NAMES = ("phases", *(part for part, _ in PARTS))
"""The parts by the names of what they tell."""

FRESH = ("forces", "lessons", "disagreements", "people")
"""The parts that begin on a page of their own, unless little of the last is taken."""

MAP_MM = 58, 200
"""The least and the most height of a phase's map."""

MUCH, NEARLY_ALL = 2 / 3, 0.82
"""Of a page that is as full as this, the rest is left empty: before a part that begins on one, and
before any other."""


LEADS = 1.0, 0.5, 0.0, 1.7, 2.4
"""Factors of the room between the entries of the last part, those that are wanted first."""

TRIED = (
    ((1.0, 1.0), (0.96, 1.0)),
    tuple(product((1.0, 0.96, 0.98, 1.02, 0.94), (1.05, 0.95))),
)
"""Factors of the size of text, and of small text besides; the group that is wanted first."""


class Listed(Block):
    """An entry of the `contents`, with the page on which it stands at the end of the line.

    A touch leads to the anchor `to`.
    """

    def __init__(
        self,
        text: str,
        type_: Type,
        to: str,
        number: Callable[[], int],
        contents: Part,
        *,
        gap: float = 0.0,
    ) -> None:
        self._text, self._type, self._to, self._number = text, type_, to, number
        self._contents, self.gap = contents, gap

    def height(self, width: float) -> float:
        """Block's hook."""
        return self._type.line

    def paint(self, press: Press, x: float, y: float, width: float) -> None:
        """Block's hook."""
        line = QRectF(x, y, width, self._type.line)
        part = Part(LINK, self._type.language, above=Part("TOCI", above=self._contents))
        press.link(part, line, self._to, self._text)
        with press.reading(part):
            press.setFont(self._type.font)
            press.setPen(QColor(self._type.colour))
            press.set_apart(line, self._text, str(self._number()))


def compose(document: Document) -> None:
    """Fills the pages of a handout."""
    settle(document, HANDOUT, MAP_MM, TRIED)


def settle(
    document: Document,
    scale: Scale,
    map_mm: tuple[float, float],
    tried: Sequence[Sequence[Factors]],
) -> None:
    """Fills pages in a size that leaves none a third empty; if none does so, the least empty.

    Of the first group that has such sizes it is the one that takes the fewest pages.
    """
    emptiest: dict[Factors, float] = {}
    for group in tried:
        pages: dict[Factors, int] = {}
        for factors in group:
            _fill(document, scale, map_mm, factors)
            emptiest[factors] = min(document.pages.fullness)
            if emptiest[factors] >= FULL:
                pages[factors] = len(document.pages.pages)
        if pages:
            best = min(pages, key=lambda factors: pages[factors])
            break
    else:
        best = max(emptiest, key=lambda factors: emptiest[factors])
    if best != factors:
        _fill(document, scale, map_mm, best)


def _fill(document: Document, scale: Scale, map_mm: tuple[float, float], factors: Factors) -> None:
    body, small = factors
    document.begin_in(replace(scale, body=body * scale.body, small=body * small * scale.small))
    if document.parts:
        document.pages.add(document.said(Telling.cover))
    else:
        cover(document)
    for number, phase in enumerate(_phases(document), 1):
        add_phase(document, phase, number, *map_mm)
    parts = [(part, word) for part, word in PARTS if has(document, part)]
    for part, word in parts:
        fill_part(document, part, word, last=part is parts[-1][0])


def _phases(document: Document) -> Sequence[Phase]:
    return document.exhibit.phases if has(document, "phases") else ()


def scene_of(telling: Telling, phase: Phase) -> Scene:
    """The map of a phase at its moment, with what its text and its events name."""
    bounds = telling.exhibit.indexed("views")[phase.view].bounds
    spoken = spoken_of(telling.exhibit, telling.teller, phase)
    return Scene(bounds, phase.moment, spoken_of=spoken)


def has(document: Document, part: str) -> bool:
    """True if the exhibit says anything in a part that is wanted."""
    exhibit = document.exhibit
    if document.parts and part not in document.parts:
        return False
    if part == "people":
        return any(getattr(exhibit, kind) for kind in EXPLAINED)
    if part == "outcomes":
        return bool(exhibit.decisions)
    return part in ("forces", "legend") or bool(getattr(exhibit, part))


def cover(document: Document) -> None:
    """Fills the first page: what it is about, the whole map, and the contents."""
    main, exhibit = document.exhibit.exhibit, document.exhibit
    scene = Scene(exhibit.indexed("views")[main.view].bounds, main.moment)
    captioned = document.said(lambda telling: [telling.caption(main.view, main.moment)])
    map_ = document.map("cover", main.view, scene, 70, 200)
    contents = document.flowing(partial(_contents, document))
    document.pages.add_stretched([*document.said(Telling.cover), map_, *captioned, *contents])


def chapters(document: Document) -> list[Chapter]:
    """The phases and parts, in every language of the document."""
    told = [_titles(document, telling) for telling in document.tellings]
    return [Chapter(joined(titles[anchor] for titles in told), anchor) for anchor in told[0]]


def _titles(document: Document, telling: Telling) -> dict[str, str]:
    """The titles of the phases and parts by their anchors."""
    phases = {ref_of(p): telling.lead(p.title) for p in _phases(document)}
    return phases | {part: telling.say(word) for part, word in PARTS if has(document, part)}


def _contents(document: Document, telling: Telling) -> Blocks:
    """A line for each phase and part, with its page; in one column with a phase's question."""
    types, number_of = telling.types, document.pages.number_of
    asked = _phases(document) if document.scale.columns == 1 else ()
    questions: dict[str, str] = {
        ref_of(phase): telling.outline.section(phase).question for phase in asked
    }
    contents = Part("TOC")
    blocks: Blocks = []
    for anchor, title in _titles(document, telling).items():
        gap = (0.2 if blocks else 1.5) * types.gap
        number = partial(number_of, anchor)
        blocks.append(Listed(title, types.body, anchor, number, contents, gap=gap))
        if question := questions.get(anchor, ""):
            above = Part("TOCI", above=contents)
            blocks.append(telling.note(question, gap=0.0, above=above))
    return blocks


def add_phase(
    document: Document, phase: Phase, number: int, least_mm: float, most_mm: float
) -> None:
    """Adds a phase: its map, as high as leaves its last page full, and its story."""
    head = document.said(lambda telling: telling.phase_head(phase, number))
    map_ = document.map(phase.id, phase.view, scene_of(document.telling, phase), least_mm, most_mm)
    captioned = document.said(lambda telling: [telling.caption(phase.view, phase.moment)])
    for caption in captioned:
        caption.clings = True  # the map stands above the beginning of what it shows
    body = document.flowing(lambda telling: telling.phase_body(phase))
    document.pages.add_stretched([*head, map_, *captioned, *body])


def fill_part(document: Document, part: str, word: str, *, last: bool = False) -> None:
    """Fills pages with all that is told in a part; the last part is led so as to fill its last."""
    document.pages.begin(MUCH if part in FRESH else NEARLY_ALL)
    heading = document.said(partial(Telling.headed, part=part, word=word))
    if part == "forces":
        heading += face_to_face(document)
    leads = LEADS if last else LEADS[:1]
    told = (document.flowing(partial(_led, part, lead)) for lead in leads)
    document.pages.add_fullest([*heading, *blocks] for blocks in told)


def _led(part: str, lead: float, telling: Telling) -> Blocks:
    """A part with so many times the room between its entries."""
    blocks = TOLD[part](telling)
    for block in blocks:
        block.gap *= lead
    return blocks


def face_to_face(document: Document) -> Blocks:
    """Strength and losses: two sides in a row where one language is spoken."""
    sides = [side for side in document.exhibit.sides if side.strength or side.losses or side.about]
    if document.scale.columns == 1 or len(document.tellings) > 1:
        return [
            block for side in sides for block in document.said(partial(Telling.figures, side=side))
        ]
    telling = document.telling
    told = [Stack(telling.figures(side), 2 * telling.types.gap) for side in sides]
    pairs = zip_longest(told[::2], told[1::2])
    return [Beside(left, right, document.scale.gutter) for left, right in pairs]


def _trees(telling: Telling) -> Blocks:
    """The order of battle of each side."""
    blocks: Blocks = []
    for side in telling.exhibit.sides:
        blocks.append(telling.subheading(telling.lead(side.name), gap=4))
        allied = alliances_of(telling.exhibit, telling.teller, side.id)
        blocks += [*map(telling.note, allied), *telling.tree(side)]
    return blocks


def _each(tell: Callable[[Telling, Any], Blocks], *kinds: str) -> Callable[[Telling], Blocks]:
    """Every record of some lists as it is told."""

    def told(telling: Telling) -> Blocks:
        records = (record for kind in kinds for record in getattr(telling.exhibit, kind))
        return [block for record in records for block in tell(telling, record)]

    return told


TOLD: Mapping[str, Callable[[Telling], Blocks]] = {
    "forces": _trees,
    "lessons": _each(Telling.entry, "lessons"),
    "decisions": _each(Telling.entry, "decisions"),
    "legend": legend_blocks,
    "disagreements": _each(Telling.entry, "disagreements"),
    "people": _each(Telling.card, *EXPLAINED),
    "outcomes": _each(Telling.outcome, "decisions"),
    "sources": Telling.sources,
}
"""The blocks of each part."""
