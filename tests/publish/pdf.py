"""What a PDF holds beside what is painted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader
from pypdf.generic import IndirectObject


def root_of(reader: PdfReader) -> Any:
    """The file's own dictionary; pypdf has no types for what one holds."""
    return reader.root_object


def links(reader: PdfReader) -> Iterator[Any]:
    for page in reader.pages:
        for link in page.get("/Annots", ()):
            yield link.get_object()


def elements(reader: PdfReader) -> Iterator[Any]:
    """The structure tree in the order in which it is read."""

    def below(element: Any) -> Iterator[Any]:
        for kid in element["/K"]:
            if isinstance(kid, IndirectObject):
                yield kid.get_object()
                yield from below(kid.get_object())

    return below(root_of(reader)["/StructTreeRoot"])
