"""Large print: the handout's text in 18 points or a little more, with larger maps."""

from __future__ import annotations

from kiosk.publish.paper.document import Document
from kiosk.publish.paper.handout import settle
from kiosk.publish.paper.scale import LARGE

MAP_MM = 58, 240
"""The least and the most height of a phase's map."""

TRIED = [[(factor, 1.0)] for factor in (1.0, 1.02, 1.04, 1.06)]
"""Factors of the sizes of text, which are never less than 1."""


def compose(document: Document) -> None:
    """Fills the pages of a large print."""
    settle(document, LARGE, MAP_MM, TRIED)
