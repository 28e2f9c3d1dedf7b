"""Markup of which no screen makes anything, and hidden marks, in what is written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from kiosk.exhibit.kinds import names
from kiosk.exhibit.marked import Mark, marks_of
from kiosk.exhibit.reading.draft import Draft
from kiosk.exhibit.reading.markdown import marked
from kiosk.exhibit.reading.problem import Finding, Steps, did_you_mean, quoted
from kiosk.exhibit.ref import Ref
from kiosk.exhibit.rules.addresses import address_in

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


TAKEN = "*so*, **so**, [words](address), [^source], and lines that begin with - "
"""The markup that a text may have, as an author writes it."""

WHERE = frozenset(
    {
        *(("phases", "text"), ("phases", "standpoints", "text")),
        *(("lessons", "text"), ("lessons", "against")),
        *(("decisions", "text"), ("decisions", "happened")),
        *((kind, "about") for kind in ("people", "terms", "places", "formations")),
    }
)
"""The texts that may have it: those that are read at length."""

NONE = "write plain words; only the texts that are read at length have any"

CARDS = names(lambda kind: bool(kind.card))
"""The kinds that a link may lead to."""


def markup(draft: Draft) -> Iterator[Finding]:
    """Markup that no screen shows, or that stands where there is none."""
    for steps, text in _written(draft):
        read = marked(text)
        if not (marks_of(read) or SIGNS.search(text)):
            continue
        if found := MARKUP.search(read if _may_have_it(draft, steps) else text):
            hint = f"a text may have {TAKEN}" if _may_have_it(draft, steps) else NONE
            yield Finding(steps, f"holds markup: {quoted(found.group())}", hint)
        else:
            yield from _astray(draft, steps, marks_of(read))


def _may_have_it(draft: Draft, steps: Steps) -> bool:
    languages = draft.title.languages if draft.title else ()
    return tuple(s for s in steps if isinstance(s, str) and s not in languages) in WHERE


def _astray(draft: Draft, steps: Steps, marks: Iterable[Mark]) -> Iterator[Finding]:
    """Links and sources that lead to nothing."""
    for mark in marks:
        if mark.way == "source" and mark.to not in draft.known.get("sources", ()):
            hint = did_you_mean(mark.to, draft.known.get("sources", ()))
            yield Finding(steps, f"there is no source {quoted(mark.to)}", hint)
        elif mark.way == "link" and "://" in mark.to and mark.to not in _addresses(draft):
            message = f"leads to {quoted(mark.to)}, which is no source's address"
            yield Finding(steps, message, "add a source with it in `where`")
        elif mark.way == "link" and "://" not in mark.to and not _opens(draft, mark.to):
            hint = "write an https address, or what a card is of, such as places/hougoumont"
            yield Finding(steps, f"there is nothing that {quoted(mark.to)} leads to", hint)


def _opens(draft: Draft, address: str) -> bool:
    """True if an address within the exhibit is that of a card."""
    try:
        ref = Ref(address)
    except ValueError:
        return False
    return ref.kind in CARDS and ref.key in draft.known.get(ref.kind, ())


def _addresses(draft: Draft) -> set[str]:
    """The addresses that sources give."""
    texts = (text for source in draft.entries("sources") for text in source.where.root.values())
    return {address for text in texts if (address := address_in(text))}


def hidden_marks(draft: Draft) -> Iterator[Finding]:
    """Marks of direction where nothing is written from right to left."""
    for steps, text in _written(draft):
        marks = [] if text.isascii() else DIRECTIONS.findall(text)
        if marks and not any(map(_right_to_left, text)):
            said = ", ".join(f"U+{ord(mark):04X}" for mark in dict.fromkeys(marks))
            one = "a hidden mark" if len({*marks}) == 1 else "hidden marks"
            yield Finding(steps, f"holds {one} of direction: {said}", "type the text anew")


def _right_to_left(letter: str) -> bool:
    return letter not in "\u061c\u200f" and unicodedata.bidirectional(letter) in ("R", "AL")


def _written(draft: Draft) -> Iterator[tuple[Steps, str]]:
    """Every text of the content with its steps."""
    for steps, node in draft.scalars:
        if isinstance(node.content, str):
            yield steps, node.content
