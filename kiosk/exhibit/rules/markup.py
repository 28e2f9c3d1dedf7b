"""Markup and hidden marks in what is written, of which no screen makes anything."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from kiosk.exhibit.reading.draft import Draft
from kiosk.exhibit.reading.nodes import Node
from kiosk.exhibit.reading.problem import Finding, Steps, quoted

MARKUP = re.compile(
    r"</?[A-Za-z][^<>]*>|<!--"
    r"|&(?:[A-Za-z]{2,8}|#\d{1,7}|#x[0-9A-Fa-f]{1,6});"
    r"|!?\[[^\]\n]*\]\([^)\n]*\)|\[\^[^\]\s]+\]"
    r"|(?<![A-Za-z0-9*])(\*{1,3})[^\s*](?:[^*\n]*[^\s*])?\1(?![A-Za-z0-9*])"
    r"|(?<!\w)__[^\s_](?:[^\n]*?[^\s_])?__(?!\w)"
    r"|~~[^\s~](?:[^~\n]*[^\s~])?~~|`[^`\n]+`"
    r"|(?m:^#{1,6} )"
)
"""Tags, entities, links, footnotes, stars, underlines, strokes, code and headings."""

SIGNS = re.compile(r"[<&\[*_~`#]")
"""One of these is in all markup; most texts have none."""

DIRECTIONS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Characters that turn the direction of reading and are not seen themselves."""


def markup(draft: Draft) -> Iterator[Finding]:
    """Texts with markup, whose signs a visitor would read."""
    for steps, text in _written(draft.root):
        if SIGNS.search(text) and (found := MARKUP.search(text)):
            message = f"holds markup: {quoted(found.group())}"
            yield Finding(steps, message, "write plain words; a text has no markup")


def hidden_marks(draft: Draft) -> Iterator[Finding]:
    """Marks of direction where nothing is written from right to left."""
    for steps, text in _written(draft.root):
        marks = [] if text.isascii() else DIRECTIONS.findall(text)
        if marks and not any(map(_right_to_left, text)):
            said = ", ".join(f"U+{ord(mark):04X}" for mark in dict.fromkeys(marks))
            one = "a hidden mark" if len({*marks}) == 1 else "hidden marks"
            yield Finding(steps, f"holds {one} of direction: {said}", "type the text anew")


def _right_to_left(letter: str) -> bool:
    return letter not in "\u061c\u200f" and unicodedata.bidirectional(letter) in ("R", "AL")


def _written(root: Node) -> Iterator[tuple[Steps, str]]:
    """Every text of the content with its steps."""
    for steps, node in root.scalars():
        if isinstance(node.content, str):
            yield steps, node.content
