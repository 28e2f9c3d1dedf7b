"""The handout: the campaign with its maps, forces, lessons, questions and sources."""

from __future__ import annotations

from functools import partial
from itertools import zip_longest

from kiosk.exhibit.model import Phase
from kiosk.workbench.paper.document import Document
from kiosk.workbench.paper.flow import Beside, Stack
from kiosk.workbench.paper.legend import legend_blocks
from kiosk.workbench.paper.telling import Blocks, Telling
from kiosk.workbench.paper.text import Listed
from kiosk.workbench.scene import Scene

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


FRESH = ("forces", "lessons", "disagreements", "people")
"""The parts that begin on a page of their own, unless little of the last is taken."""

HALF = 0.5


def compose(document: Document) -> None:
    """Fills the pages of a handout."""
    _cover(document)
    for number, phase in enumerate(document.exhibit.phases, 1):
        _phase(document, phase, number)
    for part, word in PARTS:
        if has(document, part):
            fill_part(document, part, word)


def scene_of(telling: Telling, phase: Phase) -> Scene:
    """The map of a phase at its moment, with what its text and its events name."""
    tongue = telling.tongue
    told = tongue.mentioned(tongue.lead(phase.text))
    told |= {f"places/{event.place}" for event in phase.events if event.place}
    bounds = telling.exhibit.indexed("views")[phase.view].bounds
    return Scene(bounds, phase.moment, told=frozenset(told))


def has(document: Document, part: str) -> bool:
    """Whether the exhibit says anything in a part."""
    exhibit = document.exhibit
    if part == "people":
        return bool(exhibit.people or exhibit.terms)
    if part == "outcomes":
        return bool(exhibit.decisions)
    return part in ("forces", "legend") or bool(getattr(exhibit, part))


def _cover(document: Document) -> None:
    main, exhibit = document.exhibit.exhibit, document.exhibit
    scene = Scene(exhibit.indexed("views")[main.view].bounds, main.moment)
    captioned = document.said(lambda telling: [telling.caption(main.view, main.moment)])
    map_ = document.map("cover", scene, 70, 200)
    contents = document.flowing(partial(contents_of, document))
    document.pages.add_stretched([*document.said(Telling.cover), map_, *captioned, *contents])


def contents_of(document: Document, telling: Telling) -> Blocks:
    """A line for each phase and part, with its page."""
    listed = [(f"phases/{p.id}", telling.lead(p.title)) for p in document.exhibit.phases]
    listed += [(part, telling.say(word)) for part, word in PARTS if has(document, part)]
    number_of = document.pages.number_of
    return [
        Listed(text, telling.types.body, partial(number_of, anchor), gap=telling.types.gap * 0.2)
        for anchor, text in listed
    ]


def _phase(document: Document, phase: Phase, number: int) -> None:
    head = document.said(lambda telling: telling.phase_head(phase, number))
    map_ = document.map(phase.id, scene_of(document.telling, phase), 78, 165)
    captioned = document.said(lambda telling: [telling.caption(phase.view, phase.moment)])
    body = document.flowing(lambda telling: telling.phase_body(phase))
    document.pages.add_stretched([*head, map_, *captioned, *body])


def fill_part(document: Document, part: str, word: str) -> None:
    """Fills pages with all that is told in a part."""
    if part in FRESH:
        document.pages.begin(HALF)
    heading = document.said(partial(Telling.headed, part=part, word=word))
    if part == "forces":
        heading += _face_to_face(document)
    document.pages.add([*heading, *document.flowing(partial(told_in, part))])


def _face_to_face(document: Document) -> Blocks:
    """Strength and losses, two sides in a row, in every language."""
    sides = [side for side in document.exhibit.sides if side.strength or side.losses or side.about]
    if document.scale.columns == 1:
        return [block for side in sides for block in document.telling.figures(side)]
    blocks: Blocks = []
    for telling in document.tellings:
        told = [Stack(telling.figures(side), 2 * telling.types.gap) for side in sides]
        for left, right in zip_longest(told[::2], told[1::2]):
            blocks.append(Beside(left, right, document.scale.gutter))
    return blocks


def told_in(part: str, telling: Telling) -> Blocks:
    """All that is told in a part."""
    exhibit = telling.exhibit
    blocks: Blocks = []
    if part == "forces":
        for side in exhibit.sides:
            blocks += [telling.subheading(telling.lead(side.name), gap=4), *telling.tree(side)]
    elif part == "lessons":
        for lesson in exhibit.lessons:
            blocks += telling.lesson(lesson)
    elif part == "decisions":
        for decision in exhibit.decisions:
            blocks += telling.decision(decision)
    elif part == "outcomes":
        for decision in exhibit.decisions:
            blocks += telling.outcome(decision)
    elif part == "disagreements":
        for disagreement in exhibit.disagreements:
            blocks += telling.disagreement(disagreement)
    elif part == "people":
        blocks += [telling.card(person) for person in exhibit.people]
        blocks += [telling.card(term) for term in exhibit.terms]
    elif part == "legend":
        blocks += legend_blocks(telling)
    else:
        blocks += telling.sources()
    return blocks
