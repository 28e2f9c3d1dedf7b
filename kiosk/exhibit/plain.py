"""Records as plain lists, texts and numbers, and back: what JSON holds, with nothing to be run."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from typing import Any

from kiosk.exhibit.dating import Dated, Known, Precision, Stretch
from kiosk.exhibit.marked import Mark, Marked
from kiosk.exhibit.model.record import Keyed, Words

MOMENT, DATED, LIST, MAPPING, MARKED = "moment", "dated", "list", "mapping", "marked"


def plain(value: Any) -> Any:
    """The value as JSON can hold it; what is no text, number or None is a list that names it."""
    if isinstance(value, StrEnum):
        return [type(value).__name__, value.value]
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, Words):
        root = {code: _marked(text) for code, text in value.root.items()}
        return [type(value).__name__ if root == value.root else MARKED, root]
    if isinstance(value, Keyed):
        return [type(value).__name__, *(plain(below) for _, below in value)]
    if isinstance(value, tuple | list):
        return [LIST, *map(plain, value)]
    if isinstance(value, Dated) and value.known:
        known = value.known
        stretches = map(_plain_stretch, (known.earliest, known.latest))
        return [DATED, value.isoformat(), known.text, *stretches, known.about, known.perhaps]
    if isinstance(value, dt.datetime):
        return [MOMENT, value.isoformat()]
    if isinstance(value, dict):
        return [MAPPING, *([plain(key), plain(below)] for key, below in value.items())]
    raise TypeError(f"{type(value).__name__} is not part of a record")


def _marked(text: str) -> str | list[Any]:
    """A text, or one with its marks, as JSON can hold it."""
    return [str(text), *map(list, text.marks)] if isinstance(text, Marked) else text


def _restored(text: str | list[Any]) -> str:
    return text if isinstance(text, str) else Marked(text[0], (Mark(*mark) for mark in text[1:]))


def restored(value: Any, kinds: Iterable[type]) -> Any:
    """The value that `plain` has made so, of records, words and options of these kinds alone.

    What the values are is not looked at again. Raises ValueError for anything else.
    """
    makers: dict[str, Callable[[list[Any]], Any]] = {kind.__name__: _maker(kind) for kind in kinds}

    def restore(value: Any) -> Any:
        if not isinstance(value, list):
            return value
        name = value[0]
        if name == LIST:
            return tuple([restore(below) for below in value[1:]])
        if name == MOMENT:
            return dt.datetime.fromisoformat(value[1])
        if name == DATED:
            moment, text, first, last, *how = value[1:]
            known = Known(text, _stretch_of(first), _stretch_of(last), *how)
            return Dated.of(dt.datetime.fromisoformat(moment), known)
        if name == MARKED:
            return Words({code: _restored(text) for code, text in value[1].items()})
        if name == MAPPING:
            return {restore(key): restore(below) for key, below in value[1:]}
        return makers[name]([restore(below) for below in value[1:]])

    try:
        return restore(value)
    except (AttributeError, LookupError, RecursionError, TypeError, ValueError) as error:
        raise ValueError(f"is not made of records: {error!r}") from None


def _plain_stretch(stretch: Stretch | None) -> list[Any] | None:
    if stretch is None:
        return None
    ends = (stretch.starts.isoformat(), stretch.ends.isoformat())
    return [*ends, int(stretch.precision), stretch.part]


def _stretch_of(value: list[Any] | None) -> Stretch | None:
    if value is None:
        return None
    starts, ends, precision, part = value
    iso = dt.datetime.fromisoformat
    return Stretch(iso(starts), iso(ends), Precision(precision), part)


def _maker(kind: type) -> Callable[[list[Any]], Any]:
    if not issubclass(kind, Keyed):
        return lambda values: kind(*values)
    keys, new = kind.model_keys, object.__new__

    def make(values: list[Any]) -> Any:
        record = new(kind)
        record.__dict__.update(zip(keys, values, strict=True))
        return record

    return make


def kinds_in(module: Any) -> Mapping[str, type]:
    """The kinds of records, words and options that a module names."""
    named = vars(module).items()
    return {
        name: kind
        for name, kind in named
        if isinstance(kind, type) and issubclass(kind, Keyed | Words | StrEnum)
    }
