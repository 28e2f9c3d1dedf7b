"""Rows of the deck, as QML reads them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class PointRow:
    """A point of the slide, `shown` once its click has come.

    Of choices also the `hands` counted, -1 if nobody counts, their `share` of the most, and
    whether theirs is the `next` number to be entered.
    """

    key: str
    mark: str
    text: str
    shown: bool
    taken: bool
    hands: int
    share: float
    next: bool


@dataclass(frozen=True)
class PictureRow:
    """A drawing on the slide; `address` is its picture's less the width."""

    key: str
    alt: str
    address: str


@dataclass(frozen=True)
class Slip:
    """A slide in brief; `view` is what of the map it shows."""

    key: str
    number: int
    kicker: str
    title: str
    view: str
