"""The JSON Schema of a content folder's YAML, from which editors complete and explain."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from inspect import get_annotations
from typing import Any

from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import core_schema

from kiosk.exhibit.dating import Part
from kiosk.exhibit.geo import GLOBE
from kiosk.exhibit.model import Exhibit, Files, Words
from kiosk.exhibit.reading.checked import adapter

Schema = dict[str, Any]
"""A JSON Schema, or a part of one."""

SHOWN = frozenset({"sources", "place", "line", "person", "about", "like"})
"""Keys that an example has though none is required: one of two is, or `kiosk check` wants them."""

_TIME = rf"[ T]([01]\d|2[0-3])(:[0-5]\d(:[0-5]\d)?)?| ({'|'.join(Part)})"
_DAY = rf"(0[1-9]|[12]\d|3[01])( BCE?)?({_TIME})?"
_DATE = rf"-?\d{{1,4}}(-(0[1-9]|1[0-2])(-{_DAY})?)?( BCE?)?[~?%]?"
_AXES = {2: ("longitude", "latitude"), 4: ("west", "south", "east", "north")}
_LATITUDES = ("latitude", "south", "north")


class _Draft7(GenerateJsonSchema):
    """Pydantic's schema in the draft that editors of YAML read, with what each option means."""

    schema_dialect = "http://json-schema.org/draft-07/schema#"

    def sort(self, value: Schema, parent_key: str | None = None) -> Schema:
        return value

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False

    def nullable_schema(self, schema: core_schema.NullableSchema) -> Schema:
        return self.generate_inner(schema["schema"])

    def enum_schema(self, schema: core_schema.EnumSchema) -> Schema:
        meanings = [option.meaning for option in schema["members"]]
        return super().enum_schema(schema) | {"enumDescriptions": meanings}

    def dataclass_schema(self, schema: core_schema.DataclassSchema) -> Schema:
        """A record's own fields come before those of the classes it rests on."""
        made = super().dataclass_schema(schema)
        fields = made.get("properties", {})
        declared = [name for base in schema["cls"].__mro__ for name in get_annotations(base)]
        return made | {"properties": {name: fields[name] for name in declared if name in fields}}

    def datetime_schema(self, schema: core_schema.DatetimeSchema) -> Schema:
        return {
            "type": ["string", "integer"],
            "pattern": rf"^({_DATE}(/({_DATE}|\.\.))?|\.\./{_DATE})$",
            "patternErrorMessage": "A moment is local time, such as 1815-06-18 11:30, or 1815-06.",
        }

    def tuple_schema(self, schema: core_schema.TupleSchema) -> Schema:
        made = super().tuple_schema(schema)
        if numbers := made.pop("prefixItems", None):
            made |= {"items": list(map(_degrees, _AXES[len(numbers)])), "additionalItems": False}
        return made


def schema(exhibit: Exhibit | None = None) -> Schema:
    """The schema of a content file; of an exhibit, with its languages and its ids to complete.

    No key is required at the left margin, since the files of a folder add up.
    """
    whole = whole_schema(exhibit)
    del whole["required"]
    return whole


def as_json(exhibit: Exhibit | None = None) -> str:
    """The schema of a content file as the text of a file."""
    return json.dumps(schema(exhibit), indent=1, ensure_ascii=False) + "\n"


def whole_schema(exhibit: Exhibit | None = None) -> Schema:
    """The schema of all the files of a content folder together."""
    whole = adapter(Exhibit).json_schema(
        ref_template="#/definitions/{model}", schema_generator=_Draft7
    )
    del whole["properties"]["words"]  # they stand in files of their own
    definitions = whole["definitions"] = whole.pop("$defs")
    for name, definition in definitions.items():
        definition["title"] = _spaced(name)
    for part in _parts(whole):
        if kind := part.get("$comment"):
            part |= _completed(exhibit, kind)
    for record in (whole, *definitions.values()):
        for field in record.get("properties", {}).values():
            _explain(field, definitions)
    kinds: list[type[Words]] = [Words, *Words.__subclasses__(), *Files.__subclasses__()]
    for kind_of_text in kinds:
        definitions[kind_of_text.__name__] = _texts(exhibit.exhibit.languages if exhibit else ())
    return {"$schema": _Draft7.schema_dialect} | whole


def example_of(part: Schema, definitions: dict[str, Schema]) -> Any:
    """An example of what a part of the schema describes: the given one, or one put together."""
    if "examples" in part:
        return part["examples"][0]
    if "$ref" in part:
        return example_of(definition_of(part, definitions), definitions)
    if part["type"] == "array":
        return [example_of(part["items"], definitions)]
    return {
        name: example_of(field, definitions)
        for name, field in part.get("properties", {}).items()
        if name in part.get("required", ()) or name in SHOWN
    }


def definition_of(part: Schema, definitions: dict[str, Schema]) -> Schema:
    """The definition that a part of the schema refers to."""
    return definitions[part["$ref"].rpartition("/")[2]]


def _explain(field: Schema, definitions: dict[str, Schema]) -> None:
    """Gives a field its example, and says what holds where it is not written."""
    field["examples"] = [example_of(field, definitions)]
    default, description = field.pop("default", None), field.get("description", "")
    if default not in (None, [], ""):
        description += f"; {str(default).lower()} unless given"
    field["description"] = description
    if "`" in description:
        field["markdownDescription"] = description


def _degrees(axis: str) -> Schema:
    """A number of degrees along an axis of the map."""
    low, high = GLOBE[1::2] if axis in _LATITUDES else GLOBE[::2]
    return {"type": "number", "description": axis, "minimum": low, "maximum": high}


def _texts(languages: tuple[str, ...]) -> Schema:
    """A text in each of the languages; plain where there is one, or where none is known."""
    each: Schema = {"type": "object", "additionalProperties": {"type": "string"}}
    if languages:
        each |= {
            "properties": {code: {"type": "string"} for code in languages},
            "required": [*languages],
            "additionalProperties": False,
        }
    return each if len(languages) > 1 else {"anyOf": [{"type": "string"}, each]}


def _completed(exhibit: Exhibit | None, kind: str) -> Schema:
    """A schema that offers the ids of an exhibit's records of `kind`, each with its name."""
    records = exhibit.indexed(kind) if exhibit else {}
    if exhibit is None or not records:
        return {}
    snippets = [
        {"label": id_, "body": id_, "description": _name(record).in_(exhibit.exhibit.languages[0])}
        for id_, record in records.items()
    ]
    return {"examples": [*records][:1], "defaultSnippets": snippets}


def _name(record: Any) -> Words:
    called = next(key for key in ("name", "title", "text") if hasattr(record, key))
    named: Words = getattr(record, called)
    return named


def _parts(node: Any) -> Iterator[Schema]:
    """Every mapping within, from the outside in."""
    if isinstance(node, dict):
        yield node
        node = [*node.values()]
    if isinstance(node, list):
        for below in node:
            yield from _parts(below)


def _spaced(name: str) -> str:
    """PlaceKind as Place kind."""
    return re.sub(r"(?<=[a-z])[A-Z]", lambda found: f" {found[0].lower()}", name)
