"""Characters that the font of their text does not have: a box or nothing would stand there."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache

from PySide6.QtGui import QFont, QRawFont

from kiosk.workbench.layout.flaw import Flaw, View, flaw


def missing(view: View) -> Iterator[Flaw]:
    """Texts with characters that their font has no glyph for."""
    for text in view.sight.texts:
        font: QFont = text.item.property("font")
        lacking = sorted(
            {letter for letter in text.words if not has(font.family(), font.weight(), letter)}
        )
        if lacking:
            named = ", ".join(f"{letter} (U+{ord(letter):04X})" for letter in lacking)
            hint = f"{font.family()} has no glyph for it"
            yield flaw("missing glyph", text.short, f"has {named}", hint, text.bounds, text.words)


@cache
def has(family: str, weight: QFont.Weight, letter: str) -> bool:
    """True if a font has a glyph for a letter, or it needs none as it is not drawn."""
    if unicodedata.category(letter) in ("Cc", "Cf", "Zl", "Zp", "Zs"):
        return True
    return _raw(family, weight).supportsCharacter(ord(letter))


@cache
def _raw(family: str, weight: QFont.Weight) -> QRawFont:
    font = QFont(family)
    font.setWeight(weight)
    return QRawFont.fromFont(font)
