"""Characters that look like those of the keyboard and are others: what they are, what was meant."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container

from kiosk.exhibit.reading.problem import quoted

ID = r"^[a-z0-9][a-z0-9-]*$"
"""The pattern of an id."""

BLANKS = "\u00a0\u1680\u2000-\u200d\u202f\u205f\u2060\N{IDEOGRAPHIC SPACE}"
"""Blanks that are no space, some without width, for use within the brackets of a regular
expression."""

_CURLY = "“”„‟‘’‚‛«»‹›「」『』＂＇"
_DASHES = "‐‑‒–—―−﹘﹣－"
_STRAIGHT = {
    **{code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)},  # full width, as Chinese is typed
    **dict.fromkeys(map(ord, _DASHES), "-"),
    **dict.fromkeys(map(ord, "，、"), ", "),
    ord("\u00ad"): None,
}
_WIDTHLESS = re.compile("[\u200b-\u200d\u2060]")
_BLANK = re.compile(f"[{BLANKS}]")


def named(character: str) -> str:
    """A character as an author may look it up: U+00A0 (no-break space)."""
    name = unicodedata.name(character, "").lower()
    return f"U+{ord(character):04X}" + (f" ({name})" if name else "")


def straight(text: str) -> str:
    """`text` in the characters of the keyboard, without quotes or blanks round it."""
    text = _BLANK.sub(" ", _WIDTHLESS.sub("", text)).translate(_STRAIGHT)
    return text.strip().strip(f"{_CURLY}\"'").strip()


def slip(text: str) -> tuple[str, str]:
    """Message and hint for a value that only its characters make wrong; "" where they are right."""
    meant, written = straight(text), text.strip(" \t\r\n")
    if not meant or meant == written.strip("\"'").strip(" \t\r\n"):
        return "", ""
    if written[0] in _CURLY or written[-1] in _CURLY:
        return f"{quoted(text)} stands in quotes that are not straight", f"write {quoted(meant)}"
    odd = next(c for c in written if straight(f"a{c}a") != f"a{c}a")
    return f"{quoted(text)} holds {named(odd)}", f"write {meant[:60]}"


def meant_of(word: str, known: Container[str]) -> tuple[str, str]:
    """Message and hint for a word that is unknown, and `known` in the keyboard's characters."""
    return slip(word) if word not in known and straight(word) in known else ("", "")


def is_id(text: str) -> bool:
    """True if others can call something by `text`."""
    return re.fullmatch(ID, text) is not None


def foreign(text: str) -> str:
    """The first letter of `text` that the keyboard does not have, named; "" if there is none."""
    return next((named(c) for c in text if c.isalnum() and not c.isascii()), "")


def as_id(text: str) -> str:
    """The id that was probably meant by `text`; "" if there is nothing to guess from."""
    plain = unicodedata.normalize("NFKD", straight(text)).lower()
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    if any(c.isalnum() and not c.isascii() for c in letters):  # another alphabet
        return ""
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")[:64].rstrip("-")
