"""Entries put into a document and taken out of it, without the comments that stand behind them.

ruamel.yaml keeps a comment with the value before it, even one that heads what comes after: such a
tail is handed on, so that it stays where it was written.
"""

from __future__ import annotations

from typing import Any

from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import CommentMark
from ruamel.yaml.tokens import CommentToken


def append(home: CommentedSeq, at: int, entry: CommentedMap, note: str) -> None:
    """Puts an entry into a list, with a comment before it if there is one."""
    tail = _cut(home) if home and at == len(home) else ""
    home.insert(at, entry)
    if note:
        home.yaml_set_comment_before_after_key(at, before=note, indent=_column(home))
    _hang(home, tail)


def insert(map: CommentedMap, at: int, key: str, value: Any) -> None:
    """Puts a key into an entry."""
    tail = _cut(map) if map and at >= len(map) else ""
    map.insert(at, key, value)
    _hang(map, tail)


def remove(home: CommentedSeq, at: int) -> None:
    """Takes an entry out of a list; its tail goes to the entry before it, if there is one."""
    tail = _cut(home[at]) if home[at] else ""
    del home[at]
    if tail.strip() and at:
        _hang(home[at - 1], tail)


def _column(home: CommentedSeq) -> int:
    return int(home.lc.col or 2) if home.lc.col is not None else 2


def _last(node: Any) -> tuple[Any, Any, int] | None:
    """The comments of the last value in a node: where, under which key, in which slot."""
    if not isinstance(node, CommentedMap | CommentedSeq) or not node:
        return None
    key = len(node) - 1 if isinstance(node, CommentedSeq) else next(reversed(node))
    slot = 0 if isinstance(node, CommentedSeq) else 2
    value = node[key]
    nested = isinstance(value, CommentedMap | CommentedSeq) and not value.fa.flow_style()
    return (_last(value) if nested else None) or (node, key, slot)


def _cut(node: Any) -> str:
    """The lines behind a node's last value, which it loses; its own comment stays."""
    found = _last(node)
    comments = found[0].ca.items.get(found[1]) if found else None
    if not found or not comments or not (token := comments[found[2]]):
        return ""
    own, _, tail = str(token.value).partition("\n")
    if own:
        token.value = f"{own}\n"
    else:
        comments[found[2]] = None
    return tail


def _hang(node: Any, tail: str) -> None:
    """Hangs lines behind a node's last value."""
    found = _last(node)
    if not tail or not found:
        return
    where, key, slot = found
    comments = where.ca.items.setdefault(key, [None] * 4)
    own = comments[slot].value.rstrip("\n") if comments[slot] else ""
    comments[slot] = CommentToken(f"{own}\n{tail}", CommentMark(0), None)
