"""The records as pydantic tells them: their keys, and what each may hold."""

from __future__ import annotations

from functools import cache
from typing import Any

from pydantic import TypeAdapter
from pydantic.fields import FieldInfo

from kiosk.exhibit.model.record import types_of


@cache
def adapter(kind: Any) -> TypeAdapter[Any]:
    """The check of values of a type."""
    return TypeAdapter(kind)


@cache
def fields_of(record: Any) -> dict[str, FieldInfo]:
    """The keys of a class of records: type, marks, limits, default, what is said of each."""
    hints = types_of(record)
    return {
        name: FieldInfo.from_annotated_attribute(hints[name], field)
        for name, field in record.__dataclass_fields__.items()
    }
