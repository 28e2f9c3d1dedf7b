"""The amount of running text that a screen asks a standing visitor to read at once.

Counted is what is in sight of the texts in sentences: not titles, dates and names, not what
stands on a button or on the map, and of what scrolls not what is scrolled away.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kiosk.exhibit.rules.wording import length
from kiosk.workbench.layout.eyes import Sight, Text
from kiosk.workbench.layout.flaw import Flaw, View, flaw

SENTENCE = re.compile(r"[.!?](?=\s|$)|[。！？]")


def crowded(view: View) -> Iterator[Flaw]:
    """More words than are read with ease, in text of the usual size."""
    if view.text_scale != 100:
        return
    for unit, most in zip(("words", "characters"), view.most, strict=True):
        count = sum(share_seen(text) * n for text, n in _read(view.sight, unit))
        if round(count) > most:
            texts = [text for text, _ in _read(view.sight, unit)]
            area = texts[0].area
            for text in texts:
                area = area.united(text.area)
            message = f"shows {round(count)} {unit} at once"
            yield flaw("crowd", "", message, f"at most {most} are read with ease", area)


def running(sight: Sight) -> Iterator[Text]:
    """The texts that are read as sentences."""
    for text in sight.texts:
        if not text.wraps or text.kind == "DisplayText" or text.is_on_the_map:
            continue
        if not text.scrolled or text.inside(lambda seen: seen in sight.targets):
            continue
        if SENTENCE.search(text.words):
            yield text


def _read(sight: Sight, unit: str) -> Iterator[tuple[Text, int]]:
    """The running texts counted in `unit`, each with how long it is."""
    for text in running(sight):
        count, counted_in = length(text.words)
        if counted_in == unit:
            yield text, count


def share_seen(text: Text) -> float:
    """The share of a text's height that is in sight, 0 to 1."""
    return min(1.0, text.bounds.intersected(text.area).height() / text.bounds.height())
