"""The shape of every record: keys and values, frozen.

The reader alone checks them, by a library that whoever shows a checked exhibit goes without.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import MISSING, dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Self, get_type_hints

from kiosk.exhibit.reading.problem import Steps

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic.fields import FieldInfo
    from pydantic_core import CoreSchema

UNSTATED = ""
"""The language of words that a one-language exhibit writes as plain text."""

_TOLD = ("description", "examples")


def limits_in(said: Mapping[str, Any]) -> dict[str, Any]:
    """The limits of a key's values, of all that is said of it."""
    return {key: value for key, value in said.items() if key not in _TOLD}


@dataclass(frozen=True, eq=False)
class _Key:
    """The default of a key, and what is said of it: limits, a description, examples."""

    default: Any
    said: Mapping[str, Any]

    def field(self) -> Any:
        """The same as a field of a dataclass; what could be changed is shared: nobody does."""
        if type(self.default).__hash__ is not None:
            return dataclasses.field(default=self.default, metadata=self.said)
        return dataclasses.field(default_factory=lambda: self.default, metadata=self.said)

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        core: Any = handler(source)
        return {**core, **limits_in(self.said)}

    def __get_pydantic_json_schema__(
        self, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        told = {key: self.said[key] for key in _TOLD if key in self.said}
        return handler(core) | told


def Field(default: Any = MISSING, **said: Any) -> Any:
    """A key's default, if it has one, and what holds of its values.

    `ge` and `le` of numbers, `min_length` and `max_length` of lists and texts, the `pattern` of
    a text; a `description` and `examples` of all.
    """
    return _Key(default, said)


@dataclass(frozen=True, eq=False)
class Checked:
    """Marks values that a function takes, and gives back, or refuses with ValueError.

    It has them `before` anything else has looked at them, or when their type is sure.
    """

    function: Callable[[Any], Any]
    before: bool = False

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        from pydantic_core import core_schema

        if self.before:
            return core_schema.no_info_before_validator_function(self.function, handler(source))
        return core_schema.no_info_after_validator_function(self.function, handler(source))


@dataclass(frozen=True, eq=False)
class Written:
    """Marks values that editors of YAML are offered by another schema than their type's."""

    schema: dict[str, Any]

    def __get_pydantic_json_schema__(
        self, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return self.schema


def _default(field: dataclasses.Field[Any]) -> Any:
    return field.default if field.default_factory is MISSING else field.default_factory()


@cache
def types_of(record: Any) -> dict[str, Any]:
    """The types of a record's keys, with their marks."""
    return get_type_hints(record, include_extras=True)


class _Kind(type):
    """The class of the classes of records."""

    @property
    def model_keys(cls) -> tuple[str, ...]:
        """The keys that its records have."""
        return tuple(cls.__dataclass_fields__)  # type: ignore[attr-defined]

    @property
    def required_keys(cls) -> tuple[str, ...]:
        """The keys without which there is no record."""
        return tuple(key for key in cls.model_keys if key not in cls._defaults)  # type: ignore[attr-defined]

    @property
    def model_fields(cls) -> dict[str, FieldInfo]:
        """The keys that its records have, and what each may hold."""
        from kiosk.exhibit.reading.checked import fields_of

        return fields_of(cls)


@dataclass(init=False, repr=False, eq=False)
class Keyed(metaclass=_Kind):
    """Keys and their values, frozen; an unknown key is a problem.

    Made from keys and values as they are; `model_validate` checks what somebody has written.
    """

    __pydantic_config__ = {"extra": "forbid", "allow_inf_nan": False}
    _defaults = dict[str, Any]()

    def __init_subclass__(cls) -> None:
        for name, value in list(vars(cls).items()):
            if isinstance(value, _Key):
                setattr(cls, name, value.field())
        dataclass(init=False, repr=False, eq=False, kw_only=True)(cls)
        defaults = {name: _default(field) for name, field in cls.__dataclass_fields__.items()}
        cls._defaults = {name: one for name, one in defaults.items() if one is not MISSING}

    def __init__(self, **given: Any) -> None:
        values = self._defaults | given
        keys = self.__dataclass_fields__
        if values.keys() != keys.keys():
            wrong = ", ".join(sorted(values.keys() ^ keys.keys()))
            raise TypeError(f"{type(self).__name__} lacks, or doesn't have: {wrong}")
        self.__dict__.update((name, values[name]) for name in keys)
        self.__post_init__()

    def __post_init__(self) -> None:
        """Refuses, with ValueError, values that don't go together."""

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__}.{name} is frozen")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"{type(self).__name__}.{name} is frozen")

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Keyed):
            return NotImplemented
        return type(self) is type(other) and self.__dict__ == other.__dict__

    def __hash__(self) -> int:
        return hash((type(self), *self.__dict__.values()))

    def __iter__(self) -> Iterator[tuple[str, Any]]:
        return iter(self.__dict__.items())

    def __repr__(self) -> str:
        said = ", ".join(f"{name}={value!r}" for name, value in self.__dict__.items())
        return f"{type(self).__name__}({said})"

    @property
    def changed(self) -> frozenset[str]:
        """The keys whose values are not the usual ones."""
        usual = self._defaults
        return frozenset(key for key, value in self if key not in usual or value != usual[key])

    @classmethod
    def model_validate(cls, value: Any) -> Self:
        """The record that a mapping says. Raises pydantic's ValidationError."""
        made: Self = _validated(cls, value)
        return made

    def model_copy(self, *, update: Mapping[str, Any]) -> Self:
        """The record with other values, which nobody checks."""
        copy = object.__new__(type(self))
        copy.__dict__.update(self.__dict__ | dict(update))
        return copy

    def model_dump(self) -> dict[str, Any]:
        """The keys and values, those of records within as mappings too."""
        return {name: _plain(value) for name, value in self.__dict__.items()}

    def model_dump_json(self) -> str:
        """The same as JSON, letters of all scripts as they are."""
        return json.dumps(self.model_dump(), default=_json, ensure_ascii=False)


class Record(Keyed):
    """One thing of the exhibit, frozen once it is read."""


class Words:
    """One text in each language of the exhibit, `{en: Railway, zh: 铁路}`.

    An exhibit of one language may write plain text instead.
    """

    __slots__ = ("root",)
    root: dict[str, str]

    def __init__(self, root: dict[str, str] | str) -> None:
        root = {UNSTATED: root} if isinstance(root, str) else root
        object.__setattr__(self, "root", root)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__}.{name} is frozen")

    def __getstate__(self) -> dict[str, str]:
        return self.root

    def __setstate__(self, root: dict[str, str]) -> None:
        object.__setattr__(self, "root", root)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Words):
            return NotImplemented
        return type(self) is type(other) and self.root == other.root

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.root!r})"

    @classmethod
    def model_validate(cls, value: Any) -> Self:
        """The words that a text or a mapping says. Raises pydantic's ValidationError."""
        made: Self = _validated(cls, value)
        return made

    def model_dump_json(self) -> str:
        """The texts by language, as JSON."""
        return json.dumps(self.root, ensure_ascii=False)

    def in_(self, language: str) -> str:
        """The text in `language`, else the plain text, else what there is."""
        texts = self.root
        return texts.get(language) or texts.get(UNSTATED) or next(iter(texts.values()), "")

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        from pydantic_core import core_schema

        def read(value: Any, check: Callable[[Any], dict[str, str]]) -> Words:
            if isinstance(value, cls):
                return value
            texts = {UNSTATED: value} if isinstance(value, str) else check(value)
            return cls(_read(texts) if cls is Words else texts)

        return core_schema.no_info_wrap_validator_function(
            read,
            core_schema.dict_schema(core_schema.str_schema(), core_schema.str_schema()),
            ref=f"{cls.__module__}.{cls.__qualname__}:{id(cls)}",
        )


def _read(texts: dict[str, str]) -> dict[str, str]:
    from kiosk.exhibit.reading.markdown import marked

    return {code: marked(text) for code, text in texts.items()}


def within(steps: Steps, value: Any) -> Iterator[tuple[Steps, Record | Words]]:
    """Every record and every text of a value that stands at `steps`, from the outside in."""
    if isinstance(value, Record | Words):
        yield steps, value
    if isinstance(value, Record | tuple):
        below: Iterable[tuple[str | int, Any]]
        below = value if isinstance(value, Record) else enumerate(value)
        for step, inner in below:
            if isinstance(inner, Record | Words | tuple):  # most is none, and needs no steps
                yield from within((*steps, step), inner)


def in_languages(steps: Steps, words: Words) -> Iterator[tuple[Steps, str]]:
    """The text in each language with its steps; plain text stands at `steps` itself."""
    for code, text in words.root.items():
        yield ((*steps, code) if code != UNSTATED else steps), text


def _validated(kind: Any, value: Any) -> Any:
    from kiosk.exhibit.reading.core import validator

    return validator(kind).validate_python(value)


def _plain(value: Any) -> Any:
    if isinstance(value, Keyed):
        return value.model_dump()
    if isinstance(value, Words):
        return dict(value.root)
    return tuple(map(_plain, value)) if isinstance(value, tuple) else value


def _json(value: dt.datetime) -> str:
    return value.isoformat()
