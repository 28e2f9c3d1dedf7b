"""Slips of the hand: values lost behind a #, quotes that are printed, texts still to come."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kiosk.exhibit.model import Files
from kiosk.exhibit.model.record import in_languages
from kiosk.exhibit.reading.draft import Draft
from kiosk.exhibit.reading.problem import Finding, Steps, quoted
from kiosk.exhibit.reading.schema import LOST

PAIRS = ("“”", "„“", "„”", "””", "‘’", "‚‘", "‚’", "«»", "»«", "‹›", "＂＂")
"""Quotes that open and close, of which YAML knows none."""

COMING = re.compile(
    r"\b(?:TODO|TBD|FIXME)\b|\b[Ll]orem ipsum\b"
    r"|^\W*待(?:补充?|翻?译|填写?|写)\W*$|^(?:x{3,}|X{3,})$"
)
"""Signs that a text is still to come."""

NUMBERED = {"name", "label", "short", "title"}
"""Texts that may be XXX, as a corps is numbered or marked."""


def lost_values(draft: Draft) -> Iterator[Finding]:
    """Keys that nothing is read of, since a # begins what stands behind them: warnings."""
    for steps, node in draft.scalars:
        if node.content is None and node.comment and steps[0] in draft.parts:
            yield Finding(steps, LOST, f"put it in quotes: {quoted(node.comment)}", "warning")


def cut_texts(draft: Draft) -> Iterator[Finding]:
    """Texts that may go on behind a # which makes a comment of the rest: warnings."""
    for steps, text in _texts(draft):
        node = draft.root.find(steps)
        if node and node.comment:
            message = f"ends before {quoted(node.comment)}: # begins a comment"
            hint = f"write {quoted(f'{text} {node.comment}')}, or a blank after the #"
            yield Finding(steps, message, hint, "warning")


def printed_quotes(draft: Draft) -> Iterator[Finding]:
    """Texts in curly quotes that YAML takes for letters, and a screen prints: warnings."""
    for steps, text in _texts(draft):
        if not _is_quoted(text):
            continue
        node = draft.root.find(steps)
        if node and node.comment is not None:
            message = f"is printed with its quotes, {text[0]} and {text[-1]}"
            hint = f"write {quoted(text[1:-1])}; round a quotation write straight quotes as well"
            yield Finding(steps, message, hint, "warning")


def placeholders(draft: Draft) -> Iterator[Finding]:
    """Texts that are still to be written: warnings."""
    languages = draft.title.languages if draft.title else ()
    for steps, text in _texts(draft):
        found = re.match(r"[(\[]([\w-]{2,12})[)\]](?=\s|$)", text)
        if found and found[1] in (*languages, steps[-1]):
            message = f"begins with {quoted(found[0])}, so it is still to be translated"
            hint, cause = f"write it in {found[1]}, without {quoted(found[0])}", f"in {found[1]}"
            yield Finding(steps, message, hint, "warning", cause=cause)
        elif left := _left_in(text, steps):
            hint = "write the text, or remove the key"
            yield Finding(steps, f"still says {quoted(left)}", hint, "warning", cause="placeholder")


def _left_in(text: str, steps: Steps) -> str:
    """The sign in `text` that it is yet to be written; "" if it is written."""
    if found := COMING.search(text):
        in_capitals = text.isupper() and " " in text  # where todo is a word as any other
        numbered = text == "XXX" and not NUMBERED.isdisjoint(steps)
        return "" if in_capitals or numbered else found.group()
    return "" if any(map(str.isalnum, text)) or "labels" in steps else text.strip()


def _texts(draft: Draft) -> Iterator[tuple[Steps, str]]:
    """Every text that is printed or heard, in each language, with its steps."""
    for steps, words in draft.words:
        if not isinstance(words, Files):
            yield from in_languages(steps, words)


def _is_quoted(text: str) -> bool:
    pair, inside = text[:1] + text[-1:], text[1:-1]
    return pair in PAIRS and bool(inside) and not {*pair} & {*inside}
