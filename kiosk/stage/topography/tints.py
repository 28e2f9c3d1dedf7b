"""The colours of ground by its height."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from PySide6.QtGui import QColor

TINTS = (
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
)
"""Ground colours at these heights in metres, and between them a mixture of two.

All are dark enough for paper-white words at 7:1.
"""


@lru_cache(maxsize=256)
def tint(metres: float) -> QColor:
    """The colour of ground at this height."""
    held = min(max(metres, TINTS[0][0]), TINTS[-1][0])
    (low, below), (high, above) = next(p for p in pairwise(TINTS) if held <= p[1][0])
    share = (held - low) / (high - low)
    a, b = QColor(below), QColor(above)
    return QColor(
        round(a.red() + (b.red() - a.red()) * share),
        round(a.green() + (b.green() - a.green()) * share),
        round(a.blue() + (b.blue() - a.blue()) * share),
    )
