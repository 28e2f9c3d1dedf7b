"""Type on paper: its colours, and fonts that are set as they were drawn."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QFont

from kiosk.map.ground.palette import SHEET

INK, MUTED, ACCENT = SHEET.line, SHEET.muted, SHEET.amber
RULE, GROUND = SHEET.rule, SHEET.raised


@cache
def font_of(
    family: str, px: int, weight: QFont.Weight = QFont.Weight.Normal, *, tight: bool = False
) -> QFont:
    """A font whose letters stand where they were drawn to stand, not on a grid of pixels.

    What is `tight` takes half its width, where the font has that for a character.

    It has no shapes that stand for no character or for two: Qt writes a PDF in which such digits
    and ligatures are read as something else.
    """
    font = QFont(family)
    font.setPixelSize(px)
    font.setWeight(weight)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    for feature in ("liga", "locl"):
        font.setFeature(QFont.Tag(feature), 0)
    if tight:
        font.setFeature(QFont.Tag("halt"), 1)
    return font
