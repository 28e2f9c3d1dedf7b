"""Values merged of three: as a table last wrote it, as a hand left it, as the table has it now."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any

from kiosk.workbench.tables.lists import NUMBER

ALIKE: dict[str, tuple[tuple[str, ...], ...]] = {
    "strength": (("who", "what"),),
    "losses": (("who", "what"),),
    "life": (("year",), ("text",)),
    "commanders": (("person", "name"),),
    "sources": (),
    "formations": (),
    "gallery": (),
}
"""The lists that are merged item by item: by which keys an item is the same one as before, the
first that tell; an id is known by itself. A number is never given to another voice."""


def merged_value(base: Any, ours: Any, theirs: Any, key: str = "") -> Any:
    """The value of a key, None for none: of what changed since `base`, and a hand's where both did.

    The languages of a text, and the items of a list, are merged one by one; the ends of a number
    together.
    """
    if same(ours, theirs) or same(theirs, base):
        return ours
    if same(ours, base):
        return theirs
    if _have_parts(ours, theirs):
        parts = [
            (part, merged_value(*values, _key(part)))
            for part, values in _parts(base if isinstance(base, dict) else {}, ours, theirs)
        ]
        return {
            name: value
            for part, merged in parts
            for name, value in (merged if isinstance(part, tuple) else {part: merged}).items()
            if value is not None
        }
    if _listed(key, ours, theirs):
        return _merged_items(base or [], ours or [], theirs or [], key) or None
    return ours


def _merged_items(base: Any, ours: Any, theirs: Any, key: str) -> list[Any]:
    """The items in the hand's order; one that the table adds behind what it follows there."""
    was, became = _found_again(base, ours, theirs, key)
    merged: list[Any] = []
    places: list[int | None] = []  # in the table
    for mine, item in enumerate(ours):
        at, other = was.get(mine), became.get(mine)
        before = None if at is None else base[at]
        value = merged_value(before, item, None if other is None else theirs[other])
        if value is not None:
            merged.append(value)
            places.append(other)
    taken_out = pairs(theirs, base, key)
    for other, item in enumerate(theirs):
        if other not in became.values() and other not in taken_out:
            before = [i for i, place in enumerate(places) if place is not None and place < other]
            at = before[-1] + 1 if before else 0
            merged.insert(at, item)
            places.insert(at, other)
    return merged


def clashes_in(
    base: Any, ours: Any, theirs: Any, key: str = "", way: str = ""
) -> Iterator[tuple[str, Any, Any]]:
    """Each value that hand and table have changed otherwise: the language, and both."""
    if same(ours, theirs) or same(theirs, base) or same(ours, base):
        return
    if _have_parts(ours, theirs):
        for part, values in _parts(base if isinstance(base, dict) else {}, ours, theirs):
            yield from clashes_in(*values, _key(part), _key(part))
    elif _listed(key, ours, theirs):
        yield from (
            ("", *both) for both in _items_that_clash(base or [], ours or [], theirs or [], key)
        )
    else:
        yield way, ours, theirs


def _items_that_clash(base: Any, ours: Any, theirs: Any, key: str) -> Iterator[tuple[Any, Any]]:
    was, became = _found_again(base, ours, theirs, key)
    for mine, item in enumerate(ours):
        at, other = was.get(mine), became.get(mine)
        before, now = (None if i is None else all[i] for all, i in ((base, at), (theirs, other)))
        if any(clashes_in(before, item, now)):
            yield [item], None if now is None else [now]
    for other, at in pairs(theirs, base, key).items():
        if at not in was.values() and not same(theirs[other], base[at]):
            yield None, [theirs[other]]


def changes_in(ours: Any, merged: Any, key: str) -> Iterator[tuple[Any, Any]]:
    """Each change of a value, of a list item by item: before and after, None for nothing."""
    if not _listed(key, ours, merged):
        yield ours, merged
        return
    ours, merged = ours or [], merged or []
    found = pairs(merged, ours, key)
    for at, item in enumerate(merged):
        before = ours[found[at]] if at in found else None
        if not same(before, item):
            yield [before] if before is not None else None, [item]
    yield from (([item], None) for at, item in enumerate(ours) if at not in found.values())


def _found_again(
    base: Any, ours: Any, theirs: Any, key: str
) -> tuple[dict[int, int], dict[int, int]]:
    """The place in the base, and in the table, of the items of the hand's that are there too."""
    was, came = pairs(ours, base, key), pairs(base, theirs, key)
    became = {mine: came[at] for mine, at in was.items() if at in came}
    new = [at for at in range(len(ours)) if at not in was]
    others = [at for at in range(len(theirs)) if at not in came.values()]
    alike = pairs([ours[at] for at in new], [theirs[at] for at in others], key)
    return was, became | {new[mine]: others[other] for mine, other in alike.items()}


def pairs(ones: Any, others: Any, key: str) -> dict[int, int]:
    """The place among the others of each item that is there too, if otherwise said."""
    found: dict[int, int] = {}

    def pair(alike: Any) -> None:
        for at, one in enumerate(ones):
            free = (
                i for i, two in enumerate(others) if i not in found.values() and alike(one, two)
            )
            if at not in found and (match := next(free, None)) is not None:
                found[at] = match

    pair(same)
    for keys in ALIKE[key]:
        pair(lambda one, two, keys=keys: _alike(one, two, keys))
    return found


def _alike(one: Any, two: Any, keys: Sequence[str]) -> bool:
    """True if two items agree in these keys, of each text in one language at least."""
    held = [key for key in keys if key in one or key in two]
    return bool(held) and all(
        any(same(a[code], b[code]) for code in a.keys() & b.keys())
        if isinstance(a, dict) and isinstance(b, dict)
        else same(a, b)
        for a, b in ((one.get(key), two.get(key)) for key in held)
    )


def _listed(key: str, *values: Any) -> bool:
    """True if the values are lists that are merged item by item, None for an empty one."""
    return key in ALIKE and all(value is None or isinstance(value, list) for value in values)


def _have_parts(*values: Any) -> bool:
    """True if both are entries or texts by language; a number is one value."""
    return all(isinstance(value, dict) and not value.keys() <= {*NUMBER} for value in values)


def _key(part: str | tuple[str, ...]) -> str:
    return part if isinstance(part, str) else ""


def _parts(base: Any, ours: Any, theirs: Any) -> Iterator[tuple[Any, tuple[Any, Any, Any]]]:
    """The values of each key in three entries; of a number those of its keys together."""
    keys = {*ours, *theirs}
    if keys & {*NUMBER}:
        was, mine, other = ({k: one[k] for k in NUMBER if k in one} for one in (base, ours, theirs))
        yield NUMBER, (was, mine, other)
    for key in dict.fromkeys((*ours, *theirs)):
        if key not in NUMBER:
            yield key, (base.get(key), ours.get(key), theirs.get(key))


def same(one: Any, other: Any) -> bool:
    """True if two values say the same: 0.50 and 0.5, a day and its midnight too."""
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    return bool(one == other) or (
        isinstance(one, str) and isinstance(other, str) and _worth(one) == _worth(other)
    )


def _worth(text: str) -> Any:
    for read in (float, dt.datetime.fromisoformat):
        try:
            return read(text)
        except ValueError:
            pass
    return text
