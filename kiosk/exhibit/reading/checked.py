"""The records as pydantic checks them: whoever shows what has been checked once goes without."""

from __future__ import annotations

from functools import cache
from typing import Any, get_type_hints

from pydantic import TypeAdapter
from pydantic.fields import FieldInfo


@cache
def adapter(kind: Any) -> TypeAdapter[Any]:
    """The check of values of a type."""
    return TypeAdapter(kind)


@cache
def fields_of(record: Any) -> dict[str, FieldInfo]:
    """The keys of a class of records: type, marks, limits, default, what is said of each."""
    hints = get_type_hints(record, include_extras=True)
    return {
        name: FieldInfo.from_annotated_attribute(hints[name], field)
        for name, field in record.__dataclass_fields__.items()
    }
