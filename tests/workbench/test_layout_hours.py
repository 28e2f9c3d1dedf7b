"""Hours that no source gives are found where they are written."""

from __future__ import annotations

import datetime as dt

import pytest

from kiosk.exhibit.model import Exhibit, Words
from kiosk.workbench.layout import hours
from tests.workbench.conftest import LookAt


@pytest.fixture
def exhibit(small: Exhibit) -> Exhibit:
    """An exhibit whose sources give 04:20 of an event; a text tells of 9:05."""
    first = small.phases[0]
    known = {"at": dt.datetime(1746, 4, 16, 4, 20), "hour_known": True}
    events = (first.events[0].model_copy(update=known), *first.events[1:])
    text = Words({"": "They were up by 9:05 that day."})
    phase = first.model_copy(update={"events": events, "text": text})
    return small.model_copy(update={"phases": (phase, *small.phases[1:])})


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("16 April", []),
        ("16 Apr, 04:20", []),
        ("4：20 on the 16th", []),
        ("09:05", []),
        ("16 Apr, 14:20", ['"16 Apr, 14:20" tells 14:20, an hour that no source gives']),
        ("00:00", ['"00:00" tells 00:00, an hour that no source gives']),
        ("A ratio of 4.5:1, and 12:34:56", []),
    ],
)
def test_hours(look_at: LookAt, exhibit: Exhibit, text: str, found: list[str]) -> None:
    check = hours.unsourced(exhibit)
    assert [flaw.message for flaw in check(look_at(f'Words {{ text: "{text}" }}'))] == found
    assert list(check(look_at(f'Words {{ text: "{text}" }}', hour_chosen=True))) == []
    ruler = f'Item {{ objectName: "ruler"; Words {{ text: "{text}" }} }}'
    assert list(check(look_at(ruler))) == []
