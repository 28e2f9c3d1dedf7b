"""The check of records by pydantic's core alone: all of pydantic says the same of every value."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from kiosk.exhibit.model import Exhibit
from kiosk.exhibit.model.record import Keyed
from kiosk.exhibit.reading.core import key_validator, validator
from kiosk.exhibit.reading.folder import root_of
from kiosk.machine import settings  # noqa: F401  its records are looked at, too

SETS = Path(__file__).parents[2] / "exhibits"

WRONG: tuple[Any, ...] = (
    *(
        None,
        True,
        0,
        -1,
        2.5,
        float("nan"),
        10**12,
        "",
        "x",
        "12",
        "1945-10-24",
        "1945-02-30",
        "no",
    ),
    *([], ["a"], [114.5, 36.6], [1, 2, 3, 4], [4, 3, 2, 1], [200, 91], [[1, 2]], "Y" * 12_000),
    *({}, {"en": "A"}, {"en": 1}, {"id": "a"}, {"id": "A b"}, {"nowhere": "x"}),
)


def keyed(kind: type[Keyed]) -> Iterator[type[Keyed]]:
    for below in kind.__subclasses__():
        if below.__module__.startswith("kiosk."):
            yield below
        yield from keyed(below)


@cache
def written() -> Any:
    root, _ = root_of(SETS / "minimal")
    assert root is not None
    return root.plain()


def said(check: Any, value: Any) -> str:
    """The value as it is taken, or all that is wrong with it."""
    try:
        return repr(check.validate_python(value))
    except ValidationError as error:
        return f"wrong: {error.errors(include_url=False, include_input=False)}"


def spoiled(value: Any) -> Iterator[Any]:
    """The value with one part of it lost, doubled, or replaced by what is mostly wrong there."""
    yield from WRONG
    if isinstance(value, dict):
        yield value | {"another": "x"}
        for key, inner in value.items():
            yield {name: one for name, one in value.items() if name != key}
            yield from (value | {key: other} for other in spoiled(inner))
    elif isinstance(value, list) and value:
        yield [*value, *value]
        yield from ([other, *value[1:]] for other in spoiled(value[0]))


@pytest.mark.parametrize("key", [key for key in Exhibit.model_keys if key in written()])
def test_what_is_written_and_what_that_may_be_spoiled_to_is_read_as_pydantic_reads_it(
    key: str,
) -> None:
    value, ours = written()[key], key_validator(Exhibit, key)
    whole = TypeAdapter(Exhibit.model_fields[key].rebuild_annotation())
    part = value[:1] if isinstance(value, list) else value
    read = [(said(ours, each), said(whole, each)) for each in (value, *spoiled(part))]
    assert [one for one, other in read if one != other] == []
    assert {one.startswith("wrong: ") for one, _ in read} == {True, False}


@pytest.mark.parametrize("kind", sorted({*keyed(Keyed)}, key=str), ids=str)
def test_each_key_of_each_record_takes_and_refuses_what_it_does_for_pydantic(
    kind: type[Keyed],
) -> None:
    whole = TypeAdapter(kind)
    given = [{key: value} for key in kind.model_keys for value in WRONG]
    read = [(said(validator(kind), each), said(whole, each)) for each in given]
    assert [one for one, other in read if one != other] == []
