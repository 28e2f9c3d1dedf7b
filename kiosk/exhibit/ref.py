"""Refs: by which entries are called from everywhere, as `places/ford`."""

from __future__ import annotations

from typing import Literal, Self

NoRef = Literal[""]
"""In place of a ref where there is none: QML has no other word for it."""

PROOFS = "proofs"
"""The kind of a lesson's proof in a ref, `proofs/2`: its key is its number."""


SHEETS = "sheets"
"""The kind of a sheet in a ref, `sheets/sources`: its key is its name."""


class Ref(str):
    """The kind and the key of an entry, `places/ford`: a text that knows its two parts.

    Made of such a text; raises ValueError for one that lacks the kind, the slash or the key.
    """

    __slots__ = ()

    def __new__(cls, text: str) -> Self:
        kind, _, key = text.partition("/")
        if not (kind and key):
            raise ValueError(f"{text!r} is no ref: it takes kind/id, such as places/ford")
        return str.__new__(cls, text)

    @classmethod
    def of(cls, kind: str, key: str) -> Self:
        """The ref of the entry `key` of the list `kind`."""
        return str.__new__(cls, f"{kind}/{key}")

    @property
    def kind(self) -> str:
        """The list that the entry belongs to."""
        return self.partition("/")[0]

    @property
    def key(self) -> str:
        """The id of the entry in its list."""
        return self.partition("/")[2]
