"""YAML as nodes that know their line: every scalar stays the text that was written."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

import yaml

from kiosk.exhibit.reading.problem import Refused, Spot, Steps, problem_at, quoted
from kiosk.exhibit.reading.syntax import ONE_DOCUMENT, stray_by_a_key, stray_in, syntax_problem
from kiosk.exhibit.reading.text import UNPRINTABLE, unprintable

MAX_NODES = 100_000
MAX_KEYS = 600
MAX_DEPTH = 16

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_HASH = re.compile(r"#[^\s#]")
_COMMENT = re.compile(r"[ \t]*(#[^\s#].*?)(?:\s+#|\s*$)")
_EMPTY = frozenset({"", "~", "null", "Null", "NULL"})
_NO_ANCHORS = "write the value out where it is needed; & and * are not used, or need quotes"


class Node(NamedTuple):
    """A scalar (text, or None where nothing is written), a mapping or a list."""

    spot: Spot
    content: str | dict[str, Node] | list[Node] | None
    keys: Mapping[str, Spot] = MappingProxyType({})
    repeated: tuple[tuple[str, Spot], ...] = ()
    """Keys that a mapping holds a second time; the first value counts."""
    comment: str | None = None
    """The rest of the line behind a scalar without quotes, from a # on that no blank follows, as in
    #7d62ab; "" where nothing follows, None where the scalar is in quotes or below its key."""

    def size(self) -> int:
        """The number of values it holds, itself included."""
        below: Iterable[Node] = ()
        if isinstance(self.content, dict):
            below = self.content.values()
        elif isinstance(self.content, list):
            below = self.content
        return 1 + sum(node.size() for node in below)

    def plain(self) -> Any:
        """The content as dict, list and str; a key with nothing behind it is left out."""
        if isinstance(self.content, dict):
            return {k: n.plain() for k, n in self.content.items() if n.content is not None}
        if isinstance(self.content, list):
            return [node.plain() for node in self.content]
        return self.content

    def child(self, step: str | int) -> Node | None:
        """The node one step down, None where there is none."""
        if isinstance(self.content, dict) and isinstance(step, str):
            return self.content.get(step)
        if isinstance(self.content, list) and isinstance(step, int):
            return self.content[step] if 0 <= step < len(self.content) else None
        return None

    def find(self, steps: Steps) -> Node | None:
        """The node at the end of `steps`, None where there is none."""
        node: Node | None = self
        for step in steps:
            node = node.child(step) if node else None
        return node

    def spot_of(self, steps: Steps, at_key: bool = False) -> Spot:
        """The spot of the value at `steps`, or of its key; of what exists, the deepest."""
        node, spot = self, self.spot
        for number, step in enumerate(steps, 1):
            below = node.child(step)
            if below is None:
                return spot
            written = below.spot
            if below.content is None or (at_key and number == len(steps)):
                written = node.keys.get(str(step), written)
            node, spot = below, written
        return spot

    def where(self, steps: Steps) -> str:
        """`steps` as an author would say it: ids for entries, or their number from 1."""
        said, node = "", self
        for step in steps:
            below = node.child(step) if node else None
            if isinstance(step, int):
                identifier = below.child("id") if below else None
                name = identifier.content if identifier else None
                said += f"[{_short(name) if isinstance(name, str) else step + 1}]"
            else:
                said += f".{_short(step)}" if said else _short(step)
            node = below  # type: ignore[assignment]
        return said

    def scalars(self, steps: Steps = ()) -> Iterator[tuple[Steps, Node]]:
        """Every scalar below with its steps."""
        left: list[tuple[Steps, Node]] = [(steps, self)]
        while left:
            at, node = left.pop()
            if isinstance(node.content, list):
                below = [((*at, number), one) for number, one in enumerate(node.content)]
                left += below[::-1]
            elif isinstance(node.content, dict):
                left += [((*at, key), one) for key, one in node.content.items()][::-1]
            else:
                yield at, node

    def repeats(self, steps: Steps = ()) -> Iterator[tuple[Steps, Spot]]:
        """Every key below that is written a second time, and where."""
        for key, spot in self.repeated:
            yield (*steps, key), spot
        if isinstance(self.content, dict):
            for key, node in self.content.items():
                yield from node.repeats((*steps, key))
        elif isinstance(self.content, list):
            for number, node in enumerate(self.content):
                yield from node.repeats((*steps, number))

    def without(self, entries: Collection[Steps]) -> Node:
        """The node less the list entries and the keys at `entries`."""
        if not entries:
            return self
        below: dict[str | int, list[Steps]] = {}
        for first, *rest in entries:
            below.setdefault(first, []).append(tuple(rest))
        if isinstance(self.content, dict):
            kept = {
                key: node.without(below.get(key, ()))
                for key, node in self.content.items()
                if () not in below.get(key, ())
            }
            return Node(self.spot, kept, self.keys, self.repeated)
        if isinstance(self.content, list):
            return Node(
                self.spot,
                [
                    node.without(below.get(i, ()))
                    for i, node in enumerate(self.content)
                    if () not in below.get(i, ())
                ],
            )
        return self


def _short(name: str) -> str:
    return " ".join(name[:40].split())


def parse(text: str, file: str) -> Node | None:
    """The one document of `text`, None if it is empty.

    Raises `Refused` for what is not YAML, and for YAML that no content needs: anchors, tags,
    several documents, more than `MAX_NODES` values, `MAX_KEYS` keys in one place or `MAX_DEPTH`
    levels.
    """
    try:
        return _Builder(file, text).document()
    except yaml.MarkedYAMLError as error:
        raise Refused(syntax_problem(error, file, text)) from None
    except yaml.YAMLError:
        raise Refused(problem_at(Spot(file, 1, 1), "", "is not YAML")) from None


class _Builder:
    """Turns the parser's events into nodes, within limits."""

    def __init__(self, file: str, text: str) -> None:
        self._file = file
        self._lines = text.splitlines()
        self._hashes = {n: line for n, line in enumerate(self._lines) if _HASH.search(line)}
        self._events: Iterator[Any] = iter(_LOADER(text).get_event, None)
        self._nodes = 0

    def document(self) -> Node | None:
        root: Node | None = None
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                if root is not None:
                    raise self._refused(event, "begins a second document", ONE_DOCUMENT)
                root = self._node(next(self._events), 1)
                self._refuse_stray(root)
        return root if root and root.content is not None else None

    def _node(self, event: Any, depth: int) -> Node:
        self._nodes += 1
        if self._nodes > MAX_NODES:
            raise self._refused(event, f"holds more than {MAX_NODES} values", "split the file")
        if event.anchor is not None:
            if isinstance(event, yaml.AliasEvent):
                raise self._refused(event, f'repeats "*{event.anchor}"', _NO_ANCHORS)
            raise self._refused(event, f'names an anchor "&{event.anchor}"', _NO_ANCHORS)
        if event.tag is not None:
            raise self._refused(event, f"carries the tag {quoted(event.tag)}", "write plain values")
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if depth > MAX_DEPTH:
            raise self._refused(event, f"is nested more than {MAX_DEPTH} levels deep")
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(event, depth)
        return self._mapping(event, depth)

    def _scalar(self, event: Any) -> Node:
        text: str = event.value
        if not text.isprintable() and (found := UNPRINTABLE.search(text)):
            raise Refused(unprintable(self._spot(event), found.group()))
        # the style of a plain scalar is "" from the C parser and None from the Python one
        if event.style:
            return Node(self._spot(event), text)
        comment = self._comment_after(event.end_mark) if self._hashes else ""
        return Node(self._spot(event), None if text in _EMPTY else text, comment=comment)

    def _comment_after(self, end: Any) -> str:
        line = self._hashes.get(end.line)
        found = _COMMENT.match(line, end.column) if line else None
        return found[1] if found else ""

    def _sequence(self, start: Any, depth: int) -> Node:
        nodes: list[Node] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            nodes.append(self._node(event, depth + 1))
            self._refuse_stray(nodes[-1])
        return Node(self._spot(start), nodes)

    def _mapping(self, start: Any, depth: int) -> Node:
        nodes: dict[str, Node] = {}
        keys: dict[str, Spot] = {}
        repeated: list[tuple[str, Spot]] = []
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                raise self._refused(event, "is not a key", "a key is plain text")
            if len(nodes) + len(repeated) == MAX_KEYS:
                hint = 'a list begins each entry with "- "'
                raise self._refused(event, f"is one of more than {MAX_KEYS} keys here", hint)
            key, spot = event.value, self._key_spot(event, depth)
            if not key.isascii() and (problem := stray_in(key, spot, self._line(spot))):
                raise Refused(problem)
            value = self._node(next(self._events), depth + 1)
            if start.flow_style and value.content is None and not self._is_key(event):
                message = f"holds {quoted(_short(key))} behind a comma"
                raise self._refused(event, message, "put a text with a comma in quotes")
            if value.spot.line > spot.line:
                self._refuse_stray(value)
            if key in nodes:
                repeated.append((key, spot))
            else:
                nodes[key], keys[key] = value, spot
        return Node(self._spot(start), nodes, keys, tuple(repeated))

    def _key_spot(self, event: Any, depth: int) -> Spot:
        if event.anchor is not None or event.tag is not None or not event.value.isprintable():
            return self._node(event, depth).spot
        self._nodes += 1
        return self._spot(event)

    def _refuse_stray(self, node: Node) -> None:
        """Raises Refused for a value that is a key and more, but for the blank behind it."""
        if node.comment is None or not isinstance(node.content, str) or node.content.isascii():
            return
        if problem := stray_by_a_key(node.content, node.spot, self._line(node.spot)):
            raise Refused(problem)

    def _is_key(self, event: Any) -> bool:
        """True if a colon follows what stands where a key does, between braces."""
        end = event.end_mark
        rest = "\n".join([self._lines[end.line][end.column :], *self._lines[end.line + 1 :][:1]])
        return rest.lstrip().startswith(":")

    def _line(self, spot: Spot) -> str:
        return self._lines[spot.line - 1] if spot.line <= len(self._lines) else ""

    def _spot(self, event: Any) -> Spot:
        mark = event.start_mark
        return Spot(self._file, mark.line + 1, mark.column + 1)

    def _refused(self, event: Any, message: str, hint: str = "") -> Refused:
        return Refused(problem_at(self._spot(event), "", message, hint))
