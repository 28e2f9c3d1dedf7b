"""The words in drawings: large enough at the size that is shown, within the drawing, and apart.

A drawing keeps its share of the screen, so its words shrink with glass under 24 inches.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PySide6.QtCore import QRectF

from kiosk.exhibit.model import Exhibit
from kiosk.machine.glass import ASSUMED_DIAGONAL_MM
from kiosk.telling.drawings import ADDRESSES, drawing, words_of
from kiosk.workbench.layout.eyes import LETTERS_ABOVE, LETTERS_BELOW, Seen, meet
from kiosk.workbench.layout.flaw import Flaw, View, flaw
from kiosk.workbench.layout.texts import under

ASCENT, DESCENT = 1.16, 0.288
"""Of a line of Noto Sans SC, in em: Qt tells of words in a drawing only how high their line is."""


@dataclass(frozen=True)
class _Word:
    """A word in a drawing, where its letters are and how tall its em is, in the drawing's units."""

    text: str
    letters: QRectF
    em: float


def words_of_drawings(exhibit: Exhibit, folder: Path) -> Callable[[View], Iterator[Flaw]]:
    """The check of what stands in the exhibit's drawings wherever they are seen."""
    pictures = exhibit.indexed("pictures")

    @cache
    def read(id_: str, language: str) -> tuple[QRectF, tuple[_Word, ...]]:
        """The drawing's box and its words."""
        words = words_of(pictures[id_], language)
        drawn = drawing(folder / pictures[id_].file, words)
        found = []
        for key, text in words.items():
            line = drawn.transformForElement(key).mapRect(drawn.boundsOnElement(key))
            em = line.height() / (ASCENT + DESCENT)
            above, below = (ASCENT - LETTERS_ABOVE) * em, (DESCENT - LETTERS_BELOW) * em
            found.append(_Word(text, line.adjusted(0, above, 0, -below), em))
        return drawn.viewBoxF(), tuple(found)

    def check(view: View) -> Iterator[Flaw]:
        for seen in view.sight.seen:
            source = seen.item.property("source") if seen.kind == "QQuickImage" else None
            address = source.toString() if source else ""
            if address.startswith(ADDRESSES):
                id_, language, _ = address.removeprefix(ADDRESSES).split("/")
                if pictures[id_].labels:
                    yield from _flaws(view, seen, *read(id_, language))

    return check


def _flaws(view: View, seen: Seen, box: QRectF, words: tuple[_Word, ...]) -> Iterator[Flaw]:
    scale = seen.item.property("paintedWidth") / box.width()
    shown = QRectF(0, 0, box.width() * scale, box.height() * scale)
    shown.moveCenter(seen.whole.center())
    glass, placed = view.glass, []
    least = math.floor(glass.body_px * min(1, glass.diagonal_mm / ASSUMED_DIAGONAL_MM))
    for word in words:
        letters = word.letters.translated(-box.topLeft())
        area = QRectF(shown.topLeft() + letters.topLeft() * scale, letters.size() * scale)
        placed.append((word.text, area))
        name = f'"{word.text}"'
        yield from under(least, view, name, round(word.em * scale), area, word.text)
        if not shown.adjusted(-1, -1, 1, 1).contains(area):
            yield flaw("cut text", name, "stands out of the drawing", "", area, word.text)
    for (one, area), (other, beside) in itertools.combinations(placed, 2):
        if meet(area, beside):
            what = f'"{one}" and "{other}"'
            yield flaw("overlap", what, "overlap", "", area.intersected(beside), one)
