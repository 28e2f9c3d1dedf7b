"""Large print: the handout's text in 18 points, and each map on a page of its own."""

from __future__ import annotations

from functools import partial

from kiosk.publish.paper.document import Document
from kiosk.publish.paper.handout import PARTS, cover, fill_part, has, scene_of
from kiosk.publish.paper.telling import Telling


def compose(document: Document) -> None:
    """Fills the pages of a large print."""
    pages = document.pages
    cover(document)
    for number, phase in enumerate(document.exhibit.phases, 1):
        pages.begin()
        pages.add(document.said(partial(Telling.phase_head, phase=phase, number=number)))
        pages.add(document.said(partial(Telling.phase_body, phase=phase)))
        pages.begin()
        captioned = document.said(partial(Telling.caption_of, view=phase.view, moment=phase.moment))
        scene = scene_of(document.telling, phase)
        pages.add_stretched([*captioned, document.map(phase.id, phase.view, scene, 120, 240)])
    for part, word in PARTS:
        if has(document, part):
            fill_part(document, part, word)
