"""The fonts that the exhibit brings with it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

SANS, SERIF = "Noto Sans SC", "Noto Serif SC"


def add_fonts(folder: Path) -> None:
    """Makes every font of `folder` known to Qt; raises FileNotFoundError if none is there."""
    files = sorted(folder.glob("*.ttf"))
    if not files:
        raise FileNotFoundError(f"no fonts in {folder}")
    for file in files:
        QFontDatabase.addApplicationFont(str(file))


@cache
def text_width(text: str, family: str, px: int, weight: QFont.Weight) -> float:
    """How wide a line of text is, in px."""
    font = QFont(family)
    font.setPixelSize(px)
    font.setWeight(weight)
    return QFontMetricsF(font).horizontalAdvance(text)
