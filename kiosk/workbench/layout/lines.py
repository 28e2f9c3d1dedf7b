"""The lines of a page in the largest text: enough of them at once, and whole."""

from __future__ import annotations

import math
from collections.abc import Iterator

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF

from kiosk.visit.preferences import TEXT_SCALES
from kiosk.workbench.layout.crowd import running
from kiosk.workbench.layout.eyes import LETTERS_ABOVE, LETTERS_BELOW, TOLERANCE_PX, Text
from kiosk.workbench.layout.flaw import Flaw, View, flaw

LEAST_LINES, ON_SMALL_GLASS = 4, 3
"""Whole lines that are read at once at the least, where a text has as many; small glass, on which
all sizes shrink, is for trying and travelling."""


def few(view: View) -> Iterator[Flaw]:
    """Pages of which too few lines are seen at once, or one only in part."""
    if view.text_scale != max(TEXT_SCALES) or not (view.panel and view.beside):
        return
    texts = list(running(view.sight))
    lines = [(text, line) for text in texts for line in lines_of(text)]
    whole = [line for text, line in lines if _within(line, view.sight.unfaded(text))]
    least = LEAST_LINES if view.glass.shrink == 1 else ON_SMALL_GLASS
    if texts and len(whole) < min(least, len(lines)):
        area = texts[0].area
        message = f"shows {len(whole)} whole lines of the text"
        yield flaw("few lines", "", message, f"{least} or more are read with ease", area)
    for text, line in lines:
        if line.intersects(text.area) and not _within(line, view.sight.unfaded(text)):
            message = "is cut at a line by the end of its room"
            yield flaw("cut line", text.short, message, "", line, text.words)


def lines_of(text: Text) -> list[QRectF]:
    """The letters of each line of an upright text, on the window.

    Qt Quick has lines that are closer than their font asks for begin so much higher.
    """
    inked, step = text.inked, text.painted.height() / text.line_count
    high = inked.height() - step * (text.line_count - 1)
    closer = float(text.item.property("lineHeight"))
    if closer < 1:
        font = QFont(text.item.property("font"))
        font.setPixelSize(max(1, text.px))
        natural = math.ceil(QFontMetricsF(font).height())
        step = natural * closer
        high = (LETTERS_ABOVE + LETTERS_BELOW) * text.px - natural * (1 - closer)
    return [
        text.item.mapRectToScene(QRectF(inked.left(), inked.top() + i * step, inked.width(), high))
        for i in range(text.line_count)
    ]


def _within(line: QRectF, area: QRectF) -> bool:
    return area.top() - TOLERANCE_PX <= line.top() and line.bottom() <= area.bottom() + TOLERANCE_PX
