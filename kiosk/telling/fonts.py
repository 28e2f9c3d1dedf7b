"""The fonts that the exhibit brings with it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

SANS, SERIF = "Noto Sans SC", "Noto Serif SC"


class NoFonts(Exception):
    """The fonts are gone or damaged; our fault, not the content's."""


def add_fonts(folder: Path) -> None:
    """Makes every font of `folder` known to Qt; raises NoFonts if none is there, or one is none."""
    files = sorted(folder.glob("*.ttf"))
    if not files:
        raise NoFonts(f"no fonts in {folder}")
    for file in files:
        if QFontDatabase.addApplicationFont(str(file)) < 0:
            raise NoFonts(f"{file} is no font")


@cache
def text_width(text: str, family: str, px: int, weight: QFont.Weight) -> float:
    """The width of a line of text, in px."""
    font = QFont(family)
    font.setPixelSize(px)
    font.setWeight(weight)
    return QFontMetricsF(font).horizontalAdvance(text)
