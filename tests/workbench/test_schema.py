"""The schema that editors complete from: what it explains, takes and refuses."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import fastjsonschema
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from kiosk import cli
from kiosk.exhibit import model
from kiosk.exhibit.model import Exhibit, Option, Record
from kiosk.exhibit.reader import read_exhibit
from kiosk.exhibit.rules.moments import said
from kiosk.workbench.schema import example_of, schema, whole_schema

ROOT = Path(__file__).parents[2]
MINIMAL = ROOT / "tests" / "exhibits" / "minimal"
FOLDERS = (ROOT / "content", ROOT / "resources" / "new", MINIMAL)
FILES = [file for folder in FOLDERS for file in sorted(folder.glob("*.yaml"))]

WHOLE = whole_schema()
DEFINITIONS = WHOLE["definitions"]
CHECK = fastjsonschema.compile(schema())


def records(kind: type[Record]) -> Iterator[type[Record]]:
    for below in kind.__subclasses__():
        yield below
        yield from records(below)


RECORDS = {kind.__name__: kind for kind in records(Record)}
FIELDS = [
    (kind, name)
    for kind in RECORDS.values()
    for name in kind.model_fields
    if (kind, name) != (Exhibit, "words")  # no key: they stand in files of their own
]
OPTIONS = [option for kind in Option.__subclasses__() for option in kind]


class _Editor(yaml.SafeLoader):
    """Reads YAML as editors do, to whom a moment is a text."""


_Editor.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith("timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def as_edited(text: str) -> Any:
    return yaml.load(text, _Editor)


def properties(kind: type[Record]) -> dict[str, Any]:
    described = WHOLE if kind is Exhibit else DEFINITIONS.get(kind.__name__, {})
    found: dict[str, Any] = described.get("properties", {})
    return found


@pytest.fixture(scope="module")
def small() -> Exhibit:
    exhibit = read_exhibit(MINIMAL).exhibit
    assert exhibit is not None
    return exhibit


@pytest.mark.parametrize(("kind", "name"), FIELDS, ids=lambda part: getattr(part, "__name__", part))
def test_every_field_has_a_description_and_an_example_that_holds(
    kind: type[Record], name: str
) -> None:
    if kind not in (model.Fact, model.Passage):  # what these have is tested where it is used
        field = properties(kind)[name]
        assert field["description"].partition(";")[0], f"{name} needs a description"
        assert field["examples"] not in ([{}], [[{}]]), f"{name} needs an example"
        adapter = TypeAdapter(kind.model_fields[name].rebuild_annotation())
        for example in field["examples"]:
            adapter.validate_python(example)


@pytest.mark.parametrize("name", [n for n, made in DEFINITIONS.items() if n in RECORDS])
def test_every_record_has_an_example_that_holds(name: str) -> None:
    RECORDS[name].model_validate(example_of(DEFINITIONS[name], DEFINITIONS))


@pytest.mark.parametrize("option", OPTIONS, ids=lambda option: f"{type(option).__name__}-{option}")
def test_every_option_says_what_it_means(option: Option) -> None:
    described = DEFINITIONS[type(option).__name__]
    assert option.meaning
    place = described["enum"].index(str(option))
    assert described["enumDescriptions"][place] == option.meaning


def test_it_is_of_the_draft_that_editors_read() -> None:
    text = json.dumps(schema())
    assert schema()["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert [word for word in ("$defs", "prefixItems", '"null"', "date-time") if word in text] == []


@pytest.mark.parametrize("file", FILES, ids=[f"{file.parent.name}-{file.stem}" for file in FILES])
def test_every_file_of_content_fits(file: Path) -> None:
    CHECK(as_edited(file.read_text("utf-8")))


def test_a_file_fits_the_schema_of_its_own_exhibit(small: Exhibit) -> None:
    check = fastjsonschema.compile(schema(small))
    for file in MINIMAL.glob("*.yaml"):
        check(as_edited(file.read_text("utf-8")))


# fmt: off
REFUSED = [
    ("place: []", "data must not contain {'place'} properties"),
    ("exhibit: {id: A}", "data.exhibit must contain"),
    ("statements: [{source: a, number: 0, told_in: [a/b]}]",
     "data.statements[0].number must be bigger than or equal to 1"),
    ("places: [{id: a, name: A, kind: ton, at: [1, 2], precision_km: 1, importance: 1}]",
     "data.places[0].kind must be one of"),
    ("places: [{id: a, name: A, kind: town, at: [1], precision_km: 1, importance: 1}]",
     "data.places[0].at must contain at least 2 items"),
    ("places: [{id: a, name: A, kind: town, at: [1, 99], precision_km: 1, importance: 1}]",
     "data.places[0].at[1] must be smaller than or equal to 90.0"),
    ("sides: [{id: a, name: A, colour: blue}]",
     "data.sides[0].colour must match pattern ^#[0-9a-fA-F]{6}$"),
    ("sides: [{id: a, name: {en: [A]}, colour: '#123456'}]",
     "data.sides[0].name cannot be validated by any definition"),
]
# fmt: on


@pytest.mark.parametrize(("text", "said"), REFUSED)
def test_what_it_refuses(text: str, said: str) -> None:
    with pytest.raises(fastjsonschema.JsonSchemaException, match=re.escape(said)):
        CHECK(as_edited(text))


MOMENT = DEFINITIONS["Slide"]["properties"]["starts"]["pattern"]


@given(st.datetimes(dt.datetime(1, 1, 1), dt.datetime(9999, 12, 31)))
def test_every_moment_fits_its_pattern(moment: dt.datetime) -> None:
    assert re.match(MOMENT, said(moment))
    assert re.match(MOMENT, said(moment).replace(" ", "T"))


@pytest.mark.parametrize(
    "text",
    [
        *("1746", "1746-04~", "1746-04-15 dawn", "1746-04-15 02", "331 BC", "-0330-10-01 14:00"),
        *("331-10-01 BC 14:00", "../1746", "1746-04/..", "1746-04-15/1746-04-16?"),
    ],
)
def test_a_moment_that_is_not_known_to_the_minute_fits_it_too(text: str) -> None:
    assert re.match(MOMENT, text)


@pytest.mark.parametrize(
    "text", ["15 April 1746", "1746-13-01", "1746-04-15 24:00", "1746-4-1", "../.."]
)
def test_what_is_no_moment_does_not(text: str) -> None:
    assert not re.match(MOMENT, text)


def test_the_ids_of_an_exhibit_are_offered_with_their_names(small: Exhibit) -> None:
    fields = schema(small)["definitions"]["Station"]["properties"]
    offered = fields["place"]["defaultSnippets"]
    assert [snippet["body"] for snippet in offered] == [place.id for place in small.places]
    assert offered[0] == {"label": "inverness", "body": "inverness", "description": "Inverness"}
    assert [one["body"] for one in fields["sources"]["items"]["defaultSnippets"]] == [
        "outline",
        "roll",
    ]


@pytest.mark.parametrize(
    ("languages", "text", "fits"),
    [
        (("en",), "Moor", True),
        (("en",), {"en": "Moor"}, True),
        (("en",), {"zh": "荒原"}, False),
        (("en", "zh"), {"en": "Moor", "zh": "荒原"}, True),
        (("en", "zh"), {"en": "Moor"}, False),
        (("en", "zh"), "Moor", False),
    ],
)
def test_a_text_is_asked_for_in_the_languages_of_the_exhibit(
    small: Exhibit, languages: tuple[str, ...], text: object, fits: bool
) -> None:
    title = small.exhibit.model_copy(update={"languages": languages})
    told = schema(small.model_copy(update={"exhibit": title}))["definitions"]["Words"]
    check = fastjsonschema.compile(told)
    if fits:
        check(text)
    else:
        with pytest.raises(fastjsonschema.JsonSchemaException):
            check(text)


def test_the_command_writes_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["schema"]) == 0
    assert json.loads(capsys.readouterr().out) == schema()
    assert cli.main(["schema", str(MINIMAL), "--out", str(tmp_path / "schema.json")]) == 0
    made = json.loads((tmp_path / "schema.json").read_text("utf-8"))
    assert made["definitions"]["Station"]["properties"]["place"]["examples"] == ["inverness"]
    assert cli.main(["schema", "--out", str(tmp_path)]) == 1
    assert capsys.readouterr().err == f"kiosk: {tmp_path}: Is a directory\n"
