"""A flaw of a screen, and what it is measured on."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from kiosk.machine.glass import Glass
from kiosk.workbench.layout.eyes import Sight


@dataclass(frozen=True)
class Flaw:
    """One thing wrong on a screen, and the rectangle in px where it is seen.

    Of one `kind` and `subject` it is the same flaw, whatever the message measures. `words` are
    the text that it is about, if it is about one.
    """

    kind: str
    subject: str
    message: str
    hint: str
    area: tuple[int, int, int, int]
    words: str = ""


@dataclass(frozen=True)
class View:
    """A screen as it is laid out on a glass; `most` words, or characters, are read on it.

    `labels` are those that the map has to show for what the text `beside` it names.
    """

    sight: Sight
    glass: Glass
    most: tuple[int, int]
    reach: bool = False
    text_scale: int = 100
    beside: str = ""
    labels: frozenset[str] = frozenset()


def flaw(kind: str, subject: str, message: str, hint: str, area: QRectF, words: str = "") -> Flaw:
    """A flaw that is seen at `area`."""
    box = area.toAlignedRect()
    where = (box.x(), box.y(), box.width(), box.height())
    return Flaw(kind, subject, f"{subject} {message}".strip(), hint, where, words)
