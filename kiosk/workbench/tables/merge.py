"""Entries of tables merged into the files of a content folder: what a hand has changed stays."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from ruamel.yaml.comments import CommentedMap, CommentedSeq

from kiosk.exhibit.reading.problem import quoted
from kiosk.exhibit.ref import Ref
from kiosk.workbench.tables.documents import Documents, Held, dressed, plain
from kiosk.workbench.tables.entries import Entry
from kiosk.workbench.tables.lists import ITEMS, NUMBER, are_lists, said
from kiosk.workbench.tables.record import Values
from kiosk.workbench.tables.tails import append, insert, remove
from kiosk.workbench.tables.threeway import changes_in, clashes_in, merged_value, pairs, same
from kiosk.workbench.tables.values import RECORDS, parts_of

Verdict = Literal["new", "changed", "same", "removed", "kept", "gone"]
"""The outcome for an entry: `kept` no longer stands in the table, but a hand has changed it;
`gone` stands in the table, but a hand has taken it out."""

ASSUMED = "assumed: the table has no column for it"


@dataclass(frozen=True)
class Change:
    """The outcome for an entry; `told` says it value by value, `clashes` where both changed."""

    address: str
    file: str
    verdict: Verdict
    told: tuple[str, ...] = ()
    clashes: tuple[str, ...] = ()


def merge(
    documents: Documents, base: Values, entries: Iterable[Entry], source: str
) -> list[Change]:
    """Merges the entries of a table that wrote `base` last."""
    entries = list(entries)
    changes = [_merge(documents, base.get(entry.address), entry, source) for entry in entries]
    left = {*base} - {entry.address for entry in entries}
    within = sorted(left, key=lambda address: (not _is_within(address), address))
    return changes + [_leave(documents, address, base[address]) for address in within]


def values_of(entries: Iterable[Entry]) -> Values:
    """The values that are kept of the entries until the next import."""
    return {entry.address: entry.values for entry in entries}


def _is_within(address: str) -> bool:
    return Ref(address).kind in ("stations", "events")


def _merge(documents: Documents, base: dict[str, Any] | None, entry: Entry, source: str) -> Change:
    held = documents.held.get(entry.address)
    if held is not None:
        return _update(documents, held, entry.address, base or {}, entry.values)
    owner = Ref.of("formations" if entry.kind == "stations" else "phases", entry.owner)
    if base is not None or (entry.owner and owner not in documents.held):
        return Change(entry.address, "", "gone")
    made = _dressed(entry)
    if entry.owner:
        key = "track" if entry.kind == "stations" else "events"
        held = documents.add_within(owner, key, entry.address, made, "")
    else:
        held = documents.add(entry.kind, entry.address, made, f"from {source}")
    return Change(entry.address, held.file, "new")


def _dressed(entry: Entry) -> CommentedMap:
    """A new entry as its file has it: keys in the usual order, a comment where it is assumed."""
    made = CommentedMap()
    for key in keys_of(entry.kind):
        if key in entry.values:
            made[key] = _value(entry.kind, key, entry.values[key])
    for key in entry.assumed:
        column = (8 if entry.owner else 4) + len(f"{key}: {made[key]}") + 2
        made.yaml_add_eol_comment(ASSUMED, key, column)
    return made


def _value(kind: str, key: str, value: Any) -> Any:
    if key in ITEMS:
        keys = keys_of(ITEMS[key])
        return CommentedSeq(
            CommentedMap(
                (name, _value(ITEMS[key], name, item[name])) for name in keys if name in item
            )
            for item in value
        )
    bare = bool(parts_of(kind, key) & {int, float, bool, dt.datetime})
    return dressed(value, quoted=not bare)


def _update(
    documents: Documents, held: Held, address: Ref, base: dict[str, Any], values: dict[str, Any]
) -> Change:
    told: list[str] = []
    clashes: list[str] = []
    for key in [*dict.fromkeys((*base, *values))]:
        ours, theirs = plain(held.map.get(key)), values.get(key)
        merged = merged_value(base.get(key), ours, theirs, key)
        clashes += (
            f"{_way(key, way)} is {_said(mine)} by hand and {_said(other)} in the table"
            for way, mine, other in clashes_in(base.get(key), ours, theirs, key)
        )
        if merged != ours:
            _set(held.map, address.kind, key, merged)
            changes = changes_in(ours, merged, key)
            told += (f"{key} {_said(before)} -> {_said(after)}" for before, after in changes)
    if told:
        documents.touch(held)
    verdict: Verdict = "changed" if told else "same"
    return Change(address, held.file, verdict, tuple(told), tuple(clashes))


def _set(map: CommentedMap, kind: str, key: str, value: Any) -> None:
    if value is None:
        del map[key]
        return
    comment = map.ca.items.get(key)
    if comment and comment[2] and ASSUMED in str(comment[2].value):
        comment[2].value = "\n" + str(comment[2].value).partition("\n")[2]
    if key in ITEMS and key in map and _put_in_place(map[key], key, value):
        return
    if key in map:
        map[key] = _value(kind, key, value)
        return
    order = keys_of(kind)
    before = [at for at, one in enumerate(map) if one in order[: order.index(key)]]
    insert(map, max(before, default=-1) + 1, key, _value(kind, key, value))


def _put_in_place(seq: CommentedSeq, key: str, items: list[Any]) -> bool:
    """Changes a list item by item, with the comments of those that stay; False if they moved."""
    held: list[Any] = plain(seq)
    came = pairs(items, held, key)
    if [*came.values()] != sorted(came.values()):
        return False
    kept = {at: seq[before] for at, before in came.items()}
    for at in sorted({*range(len(seq))} - {*came.values()}, reverse=True):
        remove(seq, at)
    for at, item in enumerate(items):
        if at not in kept:
            append(seq, at, _value("", key, [item])[0], "")
            continue
        before = plain(kept[at])
        for name in dict.fromkeys((*before, *item)):
            if not same(before.get(name), item.get(name)):
                _set(kept[at], ITEMS[key], name, item.get(name))
    return True


def keys_of(kind: str) -> list[str]:
    """The keys of a kind in the order in which a hand would write them: who says so comes last."""
    last = ("sources", "certainty", "track")
    keys = RECORDS[kind].model_keys
    return [*(key for key in keys if key not in last), *(key for key in last if key in keys)]


def _leave(documents: Documents, address: str, base: dict[str, Any]) -> Change:
    """Removes an entry that the table no longer has, unless a hand has changed it."""
    held = documents.held.get(address)
    if held is None:
        return Change(address, "", "same")
    ours = {key: value for key, value in plain(held.map).items() if value != []}
    if are_lists(base):
        return _update(documents, held, Ref(address), base, {})
    if ours.keys() != base.keys() or not all(same(ours[key], base[key]) for key in base):
        return Change(address, held.file, "kept")
    documents.remove(address)
    return Change(address, held.file, "removed")


def _way(key: str, language: str) -> str:
    return f"{key}.{language}" if language else key


def _said(value: Any) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return quoted("; ".join(map(_item_said, value)), 40)
    if isinstance(value, dict):
        return quoted("; ".join(f"{key}: {one}" for key, one in value.items()), 40)
    return quoted(", ".join(map(str, value)) if isinstance(value, list) else str(value), 40)


def _item_said(item: dict[str, Any]) -> str:
    """An item of a list in a few words: its texts in one language, its numbers."""
    number = [said(item)] if "low" in item else []
    texts = [one for key, one in item.items() if key not in NUMBER]
    plain = [next(iter(one.values())) if isinstance(one, dict) else one for one in texts]
    return " ".join([*(one for one in plain if isinstance(one, str)), *number])
