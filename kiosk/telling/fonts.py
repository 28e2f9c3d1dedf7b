"""The fonts that the exhibit brings with it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QTextLayout

SANS, SERIF = "Noto Sans SC", "Noto Serif SC"
LATIN = "Source"
"""The beginning of the families that have the letters of all European languages."""


class NoFonts(Exception):
    """The fonts are gone or damaged; our fault, not the content's."""


def add_fonts(folder: Path) -> None:
    """Makes every font of `folder` known to Qt; raises NoFonts if none is there, or one is none.

    Letters that SANS and SERIF lack come from the other families there, first from those of
    their own style, of these from the one of all Latin letters.
    """
    files = sorted(folder.glob("*.ttf"))
    if not files:
        raise NoFonts(f"no fonts in {folder}")
    families: set[str] = set()
    for file in files:
        number = QFontDatabase.addApplicationFont(str(file))
        if number < 0:
            raise NoFonts(f"{file} is no font")
        families.update(QFontDatabase.applicationFontFamilies(number))
    for named in (SANS, SERIF):
        _, style, _ = named.split()
        others = sorted(
            families - {SANS, SERIF}, key=lambda one: (style not in one, LATIN not in one, one)
        )
        QFont.insertSubstitutions(named, others)


@cache
def text_width(text: str, family: str, px: int, weight: QFont.Weight) -> float:
    """The width of a line of text, in px."""
    return QFontMetricsF(_font(family, px, weight)).horizontalAdvance(text)


def slanted_width(text: str, family: str, px: int, weight: QFont.Weight) -> float:
    """The width of a line of slanted text with what leans out of it, as Qt Quick has it, in px."""
    font = _font(family, px, weight)
    font.setItalic(True)
    layout = QTextLayout(text, font)
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    return line.naturalTextWidth()


def _font(family: str, px: int, weight: QFont.Weight) -> QFont:
    font = QFont(family)
    font.setPixelSize(px)
    font.setWeight(weight)
    return font
