"""The leaflet: the campaign on the two sides of one sheet, each phase beside its map."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import product, zip_longest

from kiosk.exhibit.model import Lesson, Phase
from kiosk.publish.classroom.blocks import Pair, Slots, side_sign
from kiosk.publish.paper.document import Document
from kiosk.publish.paper.flow import Beside, Block, Stack
from kiosk.publish.paper.handout import face_to_face, scene_of
from kiosk.publish.paper.letters import ACCENT
from kiosk.publish.paper.mapfigure import Lens
from kiosk.publish.paper.scale import Scale
from kiosk.publish.paper.sheet import PX_PER_MM
from kiosk.publish.paper.telling import Blocks, Telling
from kiosk.publish.paper.text import Paragraph, Run

LEAFLET = Scale(26, 13, 10.5, 10, 8, 2, 6, Lens(0.36, 8))

MAPS_MM = range(84, 40, -4)
"""The heights of a phase's map, of which the largest is taken that leaves room for all."""

WIDE = 0.57
"""The share of the width that a phase's map takes."""

PROOF = re.compile(r"\s?[(（]\d[)）]")
"""The number of a proof, which a leaflet does not tell."""

SIDES = 2
"""The pages of a leaflet."""

FULL = 0.75
"""A page that is filled so far down is full."""


def compose(document: Document) -> None:
    """Fills both pages, in the largest text in which all has room.

    Where it has none on two pages, lessons and then figures are left out.
    """
    for more in (2, 1, 0):
        sizes = product(LEAFLET.shrunk(), MAPS_MM)
        trials = (_set(document, scale, map_mm, more) for scale, map_mm in sizes)
        fitting = (trial for trial in trials if len(trial) <= SIDES)
        if any(min(fullness) >= FULL for fullness in fitting):
            return


def _set(document: Document, scale: Scale, map_mm: float, more: int) -> list[float]:
    """The fullness of the pages in a size of text and maps of a height."""
    document.begin_in(scale)
    return document.set([*_blocks(document, map_mm, more)]).fullness


def _blocks(document: Document, map_mm: float, more: int) -> Iterator[Block]:
    telling, gutter = document.telling, document.scale.gutter
    types, exhibit = telling.types, document.exhibit
    yield from telling.cover()
    yield sides_strip(telling)
    for number, phase in enumerate(exhibit.phases, 1):
        scene = scene_of(telling, phase)
        paint = document.painting(phase.id, phase.view, scene)
        told = Stack(_phase(telling, phase, number), 1.6 * types.gap)
        yield Pair(paint, WIDE, map_mm * PX_PER_MM, told, gutter)
    if more and (figures := face_to_face(document)):
        yield telling.subheading(telling.say("figures"), gap=2.5)
        yield from figures
    if more > 1 and exhibit.lessons:
        yield telling.subheading(telling.say("tab_lessons"), gap=2.5)
        told_of = [Stack(_lesson(telling, lesson), types.gap) for lesson in exhibit.lessons]
        for left, right in zip_longest(told_of[::2], told_of[1::2]):
            yield Beside(left, right, gutter)


def sides_strip(telling: Telling) -> Slots:
    """The sides by the shapes of their signs, with their names."""
    sides, types = telling.exhibit.sides, telling.types
    signs = [side_sign(side) for side in sides]
    names = [telling.lead(side.name) for side in sides]
    return Slots(signs, names, types.bold, min(3, len(sides)), types.gap)


def _phase(telling: Telling, phase: Phase, number: int) -> Blocks:
    """Its days, its title, its text, and which hour the map shows."""
    section, types = telling.outline.section(phase), telling.types
    return [
        Paragraph([Run(f"{number} · {section.overline}", types.mini.in_(ACCENT))]),
        Paragraph([Run(section.title, types.heading)], role="H2"),
        telling.paragraph(section.text, gap=0.5),
        telling.caption(phase.view, phase.moment),
    ]


def _lesson(telling: Telling, lesson: Lesson) -> Blocks:
    section, types = telling.outline.section(lesson), telling.types
    text = replace(section.text, text=PROOF.sub("", section.text.text))
    return [
        Paragraph([Run(section.title, types.bold)], role="H3"),
        telling.paragraph(text, gap=0.2),
    ]
