"""The table of kinds against the model: a row for each list of entries, and what it says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args, get_origin

import pytest

from kiosk.exhibit import model
from kiosk.exhibit.kinds import KINDS, Kind, cards, names
from kiosk.exhibit.model import Disagreement, Exhibit, Panel, Panels, Record, Reference, TalkSlide
from kiosk.exhibit.reading.draft import marked

by_kind = pytest.mark.parametrize("kind", KINDS, ids=[kind.name for kind in KINDS])


def lists(record: type[Record]) -> Iterator[tuple[str, type[Record]]]:
    """The lists of records below a record: key, and what each is a list of."""
    for name, field in record.model_fields.items():
        inner = field.annotation
        listed = isinstance(inner, type) and issubclass(inner, Record)
        of = inner if listed else next(iter(get_args(inner)), None)
        if isinstance(of, type) and issubclass(of, Record):
            if not listed:
                yield name, of
            yield from lists(of)


def records(record: type[Record]) -> Iterator[type[Record]]:
    yield record
    for _, of in lists(record):
        yield of


def test_the_model_has_the_records_of_all_its_modules() -> None:
    found = {*records(Exhibit)}
    assert len(found) > 20
    assert {one for one in found if getattr(model, one.__name__, None) is not one} == set()


def test_every_list_of_the_exhibit_has_one_row() -> None:
    of_the_exhibit = [
        (name, get_args(field.annotation)[0])
        for name, field in Exhibit.model_fields.items()
        if get_origin(field.annotation) is tuple
    ]
    rows = [(kind.name, kind.record) for kind in KINDS]
    assert len(of_the_exhibit) > 10
    assert [rows.count(listed) for listed in of_the_exhibit] == [1] * len(of_the_exhibit)


def test_every_row_is_a_list_of_the_exhibit_or_of_an_entry() -> None:
    rows = [(kind.name, kind.record) for kind in KINDS]
    assert len({*rows}) == len(rows) == len({kind.name for kind in KINDS})
    assert {*rows} - {*lists(Exhibit)} == {("panels", Panel)}  # a key for each, not a list


def test_every_reference_leads_to_a_row() -> None:
    led = {
        reference.kind
        for record in records(Exhibit)
        for reference in marked(record, Reference).values()
    }
    assert len(led) > 5
    assert led <= {kind.name for kind in KINDS}


@by_kind
def test_what_takes_part_under_a_name_has_one(kind: Kind) -> None:
    if kind.linked:
        assert kind.has("id", "name")
    if kind.stop or kind.card:
        assert kind.has("id", kind.called)
    if kind.listed:
        assert kind.has("id")
    if kind.stop:
        assert kind.has("sources", "view", "moment")


@pytest.mark.parametrize(
    ("record", "field", "listed"),
    [
        (Disagreement, "about", names(lambda kind: kind.debatable)),
        (TalkSlide, "show", names(lambda kind: kind.shown)),
    ],
)
def test_the_schema_says_what_may_stand_there(
    record: type[Record], field: str, listed: tuple[str, ...]
) -> None:
    *others, last = listed
    said = record.model_fields[field].description
    assert said is not None
    assert f"the {', '.join(others)} or {last}" in said


def test_equal_numbers_stand_in_the_order_of_the_table() -> None:
    assert names(lambda kind: kind.stop) == ("phases", "decisions", "lessons", "disagreements")
    assert names(lambda kind: kind.cites)[:3] == ("phases", "lessons", "decisions")


def test_cards_are_opened_panel_by_panel() -> None:
    panels = [panel for panel, _ in cards()]
    assert panels == sorted(panels)
    assert {*panels} <= {*Panels.model_fields}
