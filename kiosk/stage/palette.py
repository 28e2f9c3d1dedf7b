"""The colours of the map: those of a dark table, and those of a printed sheet."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from PySide6.QtGui import QColor

Tints = tuple[tuple[int, str], ...]


@dataclass(frozen=True)
class Palette:
    """What the map's ground and its signs are painted in."""

    tints: Tints
    """Ground colours at these heights in metres, and between them a mixture of two."""
    shade: int
    """How much darker than its ground, in percent, an edge is that lies in shadow."""
    void: str
    """Beyond the end of the data."""
    line: str
    """Signs and words."""
    casing: str
    """The margin of what must stand out from the ground."""
    sea: str
    shore: str
    water: str
    dry_bed: str
    bank: str
    rail: str
    sleeper: str
    road: str
    border: str
    hachure: str
    sand: str
    grains: bool
    """Whether the ground below sand's dots is grained, with a picture of grains."""
    veils: bool
    """Whether what thins out does so through a picture; else it turns as pale as the ground."""
    vivid: int
    """How much lighter than a side's colour, in percent, its lines are; below 100 darker."""

    def tint(self, metres: float) -> QColor:
        """The colour of ground at this height."""
        return _tint(self.tints, metres)

    def vivid_of(self, colour: str | QColor, share: float = 1.0) -> QColor:
        """A side's colour as it is told from the ground as a line; `share` of the way there."""
        return QColor(colour).lighter(round(100 + (self.vivid - 100) * share))


@lru_cache(maxsize=512)
def _tint(tints: Tints, metres: float) -> QColor:
    held = min(max(metres, tints[0][0]), tints[-1][0])
    (low, below), (high, above) = next(p for p in pairwise(tints) if held <= p[1][0])
    return mixed(QColor(below), QColor(above), (held - low) / (high - low))


def mixed(one: QColor, other: QColor, share: float) -> QColor:
    """A mixture of two colours; `share` is that of the second."""
    return QColor(
        round(one.red() + (other.red() - one.red()) * share),
        round(one.green() + (other.green() - one.green()) * share),
        round(one.blue() + (other.blue() - one.blue()) * share),
    )


TABLE = Palette(
    tints=(
        (0, "#13191b"),
        (30, "#171d1f"),
        (50, "#1b2223"),
        (70, "#212827"),
        (100, "#272d28"),
        (200, "#2f322a"),
        (400, "#3a382c"),
        (800, "#453f31"),
        (1400, "#4d4636"),
        (2500, "#514a3a"),
        (5000, "#524c3f"),
    ),
    shade=160,
    void="#0f1317",
    line="#f2ead9",
    casing="#0f1317",
    sea="#0d1a27",
    shore="#3b5a70",
    water="#4a7d97",
    dry_bed="#a08b62",
    bank="#29251d",
    rail="#d6c9a8",
    sleeper="#23211d",
    road="#6f6757",
    border="#5b5a55",
    hachure="#0b0e0f",
    sand="#b0965f",
    grains=True,
    veils=True,
    vivid=150,
)
"""A map table in a dim room; all ground is dark enough for paper-white words at 7:1."""

SHEET = Palette(
    tints=(
        (0, "#fdfcf8"),
        (30, "#fbf9f2"),
        (50, "#f8f4ea"),
        (70, "#f4efe1"),
        (100, "#f0e9d7"),
        (200, "#ebe2cb"),
        (400, "#e4d9be"),
        (800, "#dccfb1"),
        (1400, "#d5c6a6"),
        (2500, "#cfbf9e"),
        (5000, "#cabb9a"),
    ),
    shade=108,
    void="#ffffff",
    line="#1c1a17",
    casing="#ffffff",
    sea="#dfeaf0",
    shore="#8fb0c2",
    water="#5f95b5",
    dry_bed="#a58850",
    bank="#f1e8d2",
    rail="#2f2a25",
    sleeper="#ffffff",
    road="#b5a78b",
    border="#9a968c",
    hachure="#8a7c61",
    sand="#b98d45",
    grains=False,
    veils=False,
    vivid=85,
)
"""Ink on white paper; all ground is light enough for words in ink at 9:1."""
