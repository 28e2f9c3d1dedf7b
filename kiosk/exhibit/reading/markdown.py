"""The small part of Markdown that a text may have: emphasis, links, sources, lists.

Of the parser, which is imported late, only what stands within a line is asked: a text has no more
blocks than its lines.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from kiosk.exhibit.marked import BULLET, Mark, Marked, Way

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

SIGNS = re.compile(r"[*\[\\]|^- ", re.MULTILINE)
"""One of these is in all markup that is taken; most texts have none."""

_ENTRY = re.compile(r"^- +")
_LETTERS = re.compile(r"(?<=[A-Za-z0-9])\*(?=[A-Za-z0-9])|(?<=!)\[")
"""A star within a word or a sum, 2*3, is one; and ![ begins no link."""
_SOURCE = re.compile(r"\[\^([^\]\s]+)\]")
_WAYS: dict[str, Way] = {"em": "emphasis", "strong": "strong", "link": "link"}


def marked(text: str) -> str:
    """The text as it is read, with its marks if it has any; what is not taken stays as written."""
    if not SIGNS.search(text):
        return text
    plain = ""
    marks: list[Mark] = []
    for number, line in enumerate(text.split("\n")):
        plain += "\n" if number else ""
        if _ENTRY.match(line):
            plain, line = plain + BULLET, _ENTRY.sub("", line)
        for token in _parser().parseInline(_LETTERS.sub(r"\\\g<0>", line))[0].children or ():
            plain = _told(token, plain, marks)
    whole = [mark for mark in marks if mark.end >= 0]
    return (
        Marked(plain, sorted(whole, key=lambda mark: (mark.start, -mark.end))) if whole else plain
    )


def _told(token: Any, plain: str, marks: list[Mark]) -> str:
    """The text with what a token adds; an open mark ends at -1."""
    name, _, part = token.type.rpartition("_")
    if token.type == "source":
        marks.append(Mark("source", len(plain), len(plain), token.content))
    elif name not in _WAYS or part not in ("open", "close"):
        return plain + str(token.content)
    elif token.markup.startswith("_"):
        return plain + str(token.markup)
    elif part == "open":
        marks.append(Mark(_WAYS[name], len(plain), -1, str(token.attrGet("href") or "")))
    else:
        last = max(at for at, mark in enumerate(marks) if mark.end < 0)
        marks[last] = marks[last]._replace(end=len(plain))
    return plain


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("zero").enable(["emphasis", "link", "escape"])
    parser.inline.ruler.before("link", "source", _source)
    return parser


def _source(state: StateInline, silent: bool) -> bool:
    """The parser's rule for [^id], the source of what stands before it."""
    found = _SOURCE.match(state.src, state.pos)
    if not found:
        return False
    if not silent:
        state.push("source", "", 0).content = found[1]
    state.pos = found.end()
    return True
