"""Searches that are gone on with only as far as somebody looks, and remembered."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Generic, TypeVar

Found = TypeVar("Found")
"""Something that is sought."""


class Replayed(Generic[Found]):
    """A sequence that is found one by one, and remembered for whoever looks again."""

    def __init__(self, search: Iterator[Found]) -> None:
        self._search, self._found = search, list[Found]()

    def __iter__(self) -> Iterator[Found]:
        at = 0
        while True:
            if at == len(self._found):
                self._found.extend(islice(self._search, 1))
            if at == len(self._found):
                return
            yield self._found[at]
            at += 1
