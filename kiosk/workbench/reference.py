"""The reference of a content folder's keys, as Markdown made from the schema."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from kiosk.workbench.plain import inline
from kiosk.workbench.schema import Schema, definition_of, example_of, whole_schema

HEAD = """\
<!-- Made by `kiosk schema --as markdown --out content/REFERENCE.md` from kiosk/exhibit/model/ -->

# Reference

Every key that a content folder may hold. [The guide](README.md) says how to begin.

- A **text** is plain where the exhibit has one language; else it is one text for each language,
  `{en: Railway, zh: 铁路}`. One that is read at length (`text` and `standpoints` of a phase,
  `text`, `against` and `happened` of lessons and decisions, `about` of cards) may have a little
  Markdown: `*so*`, `**so**`, `[words](https://…)`, `[words](places/ford)`, `[^source]`, and lines
  that begin with `- `.
- A **moment** is local time of the campaign, `1815-06-18 11:30`. A day alone is its midnight.
  Where no more is known a year will do, `1815`, a month, `1815-06`, or a part of a day,
  `1815-06-18 morning` (dawn, morning, noon, afternoon, evening, night), and is told as it is
  written. `1815-21` to `1815-24` are its spring, summer, autumn, and the winter that begins in
  it, `1815-29` to `1815-32` those of the south; `181X` is a year of the 1810s, `18XX` of the 19th
  century, `1815-XX` a month and `1815-06-XX` a day that nobody knows. `~` after it means about, `?`
  perhaps, `%` both; `1815-06-16/1815-06-18` is from one to the other, `../1815-06` then or
  earlier, `1815-06/..` then or later, as in EDTF (ISO 8601-2). What `ends` with a day, a month
  or a year ends with all of it, `1815-06-18` as the 19th begins. Years before Christ are `331 BC`
  or `-0330`, in an exhibit that begins before Christ.
- A **point** is `[longitude, latitude]` in degrees; west and south are negative.
- An **id** is what an entry is called by others: small letters, digits and hyphens.
"""

_KEYS = ("key", "what it says", "form", "example", "required")
_OPTIONS = ("value", "what it means")
_PLAIN = {
    "boolean": "true or false",
    "integer": "whole number",
    "number": "number",
    "string": "plain text",
}


def reference() -> str:
    """The keys at the left margin, then those of each record and the values of each choice."""
    whole = whole_schema()
    definitions: dict[str, Schema] = whole["definitions"]
    lines = [HEAD, "## At the left margin", "", *_table(_KEYS, _keys(whole, definitions))]
    for definition in _met(whole, definitions):
        lines += ["", f"## {definition['title']}", "", definition["description"], ""]
        if "enum" in definition:
            lines += _table(_OPTIONS, _options(definition))
        else:
            lines += ["```yaml", _written(example_of(definition, definitions)), "```", ""]
            lines += _table(_KEYS, _keys(definition, definitions))
    return "\n".join([*lines, ""])


def _met(whole: Schema, definitions: dict[str, Schema]) -> list[Schema]:
    """The records and choices in the order in which they are met, what they hold behind them."""
    met: list[Schema] = []

    def meet(record: Schema) -> None:
        for field in record["properties"].values():
            entry = _entry(field)
            found = definition_of(entry, definitions) if "$ref" in entry else {}
            if "title" in found and found not in met:
                met.append(found)
                if "properties" in found:
                    meet(found)

    meet(whole)
    return met


def _keys(record: Schema, definitions: dict[str, Schema]) -> Iterator[tuple[str, ...]]:
    for name, field in record["properties"].items():
        entry = _entry(field)
        shown_below = "$ref" in entry and "properties" in definition_of(entry, definitions)
        yield (
            f"`{name}`",
            field["description"],
            _form(field, definitions),
            "" if shown_below else f"`{inline(field['examples'][0])}`",
            "yes" if name in record["required"] else "",
        )


def _options(choice: Schema) -> Iterator[tuple[str, ...]]:
    for value, meaning in zip(choice["enum"], choice["enumDescriptions"], strict=True):
        yield f"`{value}`", meaning


def _entry(field: Schema) -> Schema:
    """The type that a field holds, or that the list or the mapping that it holds is made of."""
    for held in (field.get("items"), field.get("additionalProperties")):
        if isinstance(held, dict) and "$ref" in held:
            return held
    items = field.get("items", field)
    return items if isinstance(items, dict) else field


def _form(part: Schema, definitions: dict[str, Schema]) -> str:
    """The form of a key's value."""
    if "$ref" in part:
        title = definition_of(part, definitions).get("title")
        return f"[{title.lower()}](#{title.lower().replace(' ', '-')})" if title else "text"
    if "anyOf" in part:
        return ", or ".join(_form(one, definitions) for one in part["anyOf"])
    if part["type"] == "array":
        items = part["items"]
        if isinstance(items, list):
            return f"`[{', '.join(number['description'] for number in items)}]`"
        return f"list: {_form(items, definitions)}"
    if part["type"] == "object":
        return f"by language: {_form(part['additionalProperties'], definitions)}"
    if "patternErrorMessage" in part:
        return "moment"
    if "$comment" in part:
        return f"id, of `{part['$comment']}`"
    form = "id" if part.get("pattern", "").startswith("^[a-z") else _PLAIN[part["type"]]
    low, high = part.get("minimum"), part.get("maximum")
    if low is not None:
        form += f", {low:,} to {high:,}" if high is not None else f", {low:,} or more"
    return form


class _Author(yaml.SafeDumper):
    """Writes as an author does: a line a key, numbers and ids of a list in brackets."""

    def represent_sequence(self, tag: str, sequence: Any, flow_style: bool | None = None) -> Any:
        flow = not any(isinstance(entry, dict) for entry in sequence)
        return super().represent_sequence(tag, sequence, flow)

    def represent_mapping(self, tag: str, mapping: Any, flow_style: bool | None = None) -> Any:
        return super().represent_mapping(tag, mapping, False)

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


def _written(value: Any) -> str:
    """A value as YAML."""
    text: str = yaml.dump(value, Dumper=_Author, allow_unicode=True, sort_keys=False, width=1000)
    return text.removesuffix("...\n").rstrip()


def _table(head: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> Iterator[str]:
    yield _row(head)
    yield _row(("---",) * len(head))
    yield from map(_row, rows)


def _row(cells: tuple[str, ...]) -> str:
    escaped = (cell.replace("|", "\\|") for cell in cells)
    return f"| {' | '.join(escaped)} |"
