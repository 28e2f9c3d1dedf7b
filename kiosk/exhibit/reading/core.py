"""The records as pydantic's core checks them, which is imported in a tenth of the time of the rest.

Of the types of Python it knows those that records have; `kiosk/exhibit/reading/checked.py` has all
of pydantic, for whoever tells what a record may hold.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import MISSING, Field
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic_core import CoreSchema, SchemaValidator, core_schema

from kiosk.exhibit.model.record import Keyed, limits_in, types_of

_SIMPLE: Mapping[Any, CoreSchema] = {
    str: core_schema.str_schema(),
    int: core_schema.int_schema(),
    float: core_schema.float_schema(),
    bool: core_schema.bool_schema(),
    dt.datetime: core_schema.datetime_schema(),
    Any: core_schema.any_schema(),
}


@cache
def validator(kind: Any) -> SchemaValidator:
    """The check of values of a type."""
    return SchemaValidator(_core_of(kind))


@cache
def key_validator(record: type[Keyed], key: str) -> SchemaValidator:
    """The check of values of a record's key."""
    return SchemaValidator(_key(record, key))


@cache
def _core_of(kind: Any) -> CoreSchema:
    """The schema of a type that records have."""
    if simple := _SIMPLE.get(kind):
        return simple
    origin, parts = get_origin(kind) or kind, get_args(kind)
    if origin is Annotated:
        core = _core_of(parts[0])
        for mark in parts[1:]:
            core = _marked(mark, parts[0], core)
        return core
    if origin in (Union, UnionType):
        return _union([part for part in parts if part is not NoneType], NoneType in parts)
    if origin is tuple:
        many = parts[-1] is ...
        items = [*map(_core_of, parts[:1] if many else parts)]
        return core_schema.tuple_schema(items, variadic_item_index=0 if many else None)
    if issubclass(origin, Mapping):
        return core_schema.dict_schema(*map(_core_of, parts))
    if issubclass(origin, Enum):
        return core_schema.enum_schema(origin, [*origin], sub_type="str")
    if issubclass(origin, Keyed):
        return _record(origin)
    return _marked(origin, origin, core_schema.any_schema())


def _union(kinds: list[Any], or_none: bool) -> CoreSchema:
    cores = [*map(_core_of, kinds)]
    core = core_schema.union_schema([*cores]) if len(cores) > 1 else cores[0]
    return core_schema.nullable_schema(core) if or_none else core


def _record(kind: type[Keyed]) -> CoreSchema:
    """The schema of a record: its keys, and no others."""
    fields = [
        core_schema.dataclass_field(name, _with_default(_key(kind, name), field))
        for name, field in kind.__dataclass_fields__.items()
    ]
    return core_schema.dataclass_schema(
        kind,
        core_schema.dataclass_args_schema(kind.__name__, fields),
        [*kind.__dataclass_fields__],
        post_init=True,
        config=core_schema.CoreConfig(extra_fields_behavior="forbid", allow_inf_nan=False),
    )


def _key(record: type[Keyed], key: str) -> CoreSchema:
    """The schema of a key's values, within its limits."""
    limits = limits_in(record.__dataclass_fields__[key].metadata)
    return _limited(_core_of(types_of(record)[key]), limits)


def _limited(core: Any, limits: Mapping[str, Any]) -> CoreSchema:
    if core["type"] == "nullable":
        return core_schema.nullable_schema(_limited(core["schema"], limits))
    return {**core, **limits} if limits else core


def _with_default(core: CoreSchema, field: Field[Any]) -> CoreSchema:
    if field.default_factory is not MISSING:
        return core_schema.with_default_schema(core, default=field.default_factory())
    if field.default is not MISSING:
        return core_schema.with_default_schema(core, default=field.default)
    return core


class _Handler:
    """The schema of what is marked, and those of other types, as a mark asks for them."""

    def __init__(self, core: CoreSchema) -> None:
        self._core = core

    def __call__(self, source: Any) -> CoreSchema:
        return self._core

    def generate_schema(self, kind: Any) -> CoreSchema:
        return _core_of(kind)


def _marked(mark: Any, source: Any, core: CoreSchema) -> CoreSchema:
    """The schema of what is marked, as the mark changes it."""
    change = getattr(mark, "__get_pydantic_core_schema__", None)
    return change(source, _Handler(core)) if change else core
