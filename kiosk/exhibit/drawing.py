"""Drawings: SVG files whose words are set in from the exhibit, in any of its languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from xml.etree import ElementTree

SVG = "{http://www.w3.org/2000/svg}"
HREFS = ("href", "{http://www.w3.org/1999/xlink}href")
MAX_BYTES = 1_000_000


class DrawingError(Exception):
    """What keeps a file from being drawn; `message` says it to the author."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


def read_drawing(path: Path) -> ElementTree.Element:
    """The root of an SVG file. Raises `DrawingError`."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise DrawingError(f"is larger than {MAX_BYTES // 1_000_000} MB")
        text = path.read_text("utf-8")
    except OSError as error:
        raise DrawingError(f"can't be read: {error.strerror or error}") from None
    except UnicodeDecodeError:
        raise DrawingError("is not UTF-8 text") from None
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise DrawingError("declares a document type; save it as plain SVG")
    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError as error:
        line, column = error.position
        raise DrawingError(f"is not sound XML at line {line}, column {column + 1}") from None
    if root.tag != f"{SVG}svg":
        raise DrawingError("is not an SVG drawing")
    if "viewBox" not in root.attrib:
        raise DrawingError("has no viewBox, so nobody knows how large it is")
    for element in root.iter():
        if any(not element.get(name, "#").startswith("#") for name in HREFS):
            raise DrawingError("draws on another file; put everything into the one")
    return root


def words_in(root: ElementTree.Element) -> Iterator[str]:
    """The ids of the places for words: its text elements."""
    for element in root.iter(f"{SVG}text"):
        yield element.get("id", "")


def with_words(root: ElementTree.Element, words: Mapping[str, str]) -> bytes:
    """The SVG with each text element saying the word of its id."""
    for element in root.iter(f"{SVG}text"):
        word = words.get(element.get("id", ""))
        if word is not None:
            for child in list(element):
                element.remove(child)
            element.text = word
    ElementTree.register_namespace("", SVG[1:-1])
    drawn: bytes = ElementTree.tostring(root, encoding="utf-8")
    return drawn
