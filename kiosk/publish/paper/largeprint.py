"""Large print: the handout's text in 18 points, with larger maps."""

from __future__ import annotations

from kiosk.publish.paper.document import Document
from kiosk.publish.paper.handout import PARTS, add_phase, cover, fill_part, has

MAP_MM = 110, 240
"""The least and the most height of a phase's map."""


def compose(document: Document) -> None:
    """Fills the pages of a large print."""
    cover(document)
    for number, phase in enumerate(document.exhibit.phases, 1):
        add_phase(document, phase, number, *MAP_MM)
    for part, word in PARTS:
        if has(document, part):
            fill_part(document, part, word)
