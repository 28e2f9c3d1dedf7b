"""Rows of the deck, as QML reads them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kiosk.stage.images.drawings import Drawing, drawing_of
from kiosk.telling.locale import Teller
from kiosk.telling.outline.blocks import Section

SHARES = (0.5, 1.0, 0.0)
"""The shares of the first of two compared pictures, click by click: half of each, then each."""


@dataclass(frozen=True)
class PointRow:
    """A point of the slide, `shown` once its click has come.

    Of a choice that was taken, once that is told, `tag` says so; `reply` is what spoke for it and
    against it, once that is told. Of choices also the `hands` counted, -1 if nobody counts, their
    `share` of the most, and whether theirs is the `next` number to be entered.
    """

    key: str
    mark: str
    text: str
    shown: bool
    taken: bool
    tag: str
    reply: str
    hands: int
    share: float
    next: bool


@dataclass(frozen=True)
class SideRow:
    """A side by its name and its sign, whose picture's address is `source` less the width.

    `aspect` is the sign's height over its width.
    """

    key: str
    name: str
    source: str
    aspect: float


@dataclass(frozen=True)
class Slip:
    """A slide in brief; `view` is what of the map it shows.

    `picture` is the address of the slide itself in small, "" before it is drawn.
    """

    key: str
    number: int
    kicker: str
    title: str
    view: str
    picture: str


def pictured(section: Section, step: int, teller: Teller) -> list[Drawing]:
    """The picture on a slide that shows one, at a click: of a gallery, the one turned to."""
    if not section.ref or section.ref.kind != "pictures":
        return []
    return [
        replace(drawing_of(one, teller, step if one.gallery else 0), share=SHARES[step % 3])
        for one in section.pictures
    ]
