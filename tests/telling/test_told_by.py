"""Who is named of an event: those that its words name, and who acted beside them."""

from __future__ import annotations

import pytest

from kiosk.exhibit.model import Event, Exhibit
from kiosk.exhibit.ref import Ref
from kiosk.machine import folders
from kiosk.telling.locale import Teller, phrases_of
from kiosk.telling.outline.pointing import told_by


def bodies(exhibit: Exhibit, language: str, key: str) -> set[str]:
    """The formations that are read of an event in its caption."""
    event = exhibit.event(key)
    assert isinstance(event, Event)
    assert event.caption
    told = told_by(exhibit, teller(exhibit, language), event, event.caption)
    return {ref.key for ref in told if ref.kind == "formations"}


def teller(exhibit: Exhibit, language: str) -> Teller:
    return Teller(exhibit, phrases_of(exhibit, folders.resources() / "words", language), None)


LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])


@LANGUAGES
def test_a_part_that_is_named_tells_of_the_whole_that_acted(
    exhibit: Exhibit, language: str
) -> None:
    named = bodies(exhibit, language, "general-attack")
    assert "division-106" in named
    assert "army-40" not in named
    assert {"column-1", "column-2", "column-3"} <= named


@LANGUAGES
def test_a_whole_that_is_named_tells_of_its_parts_that_acted(
    exhibit: Exhibit, language: str
) -> None:
    named = bodies(exhibit, language, "storm-qiganzhang")
    assert "column-1" in named
    assert not {key for key in named if key.startswith("regiment-")}


@LANGUAGES
def test_who_acted_is_told_where_no_name_is_read(exhibit: Exhibit, language: str) -> None:
    assert bodies(exhibit, language, "ma-captured") == {"army-40", "field-headquarters"}


def test_the_place_is_told(exhibit: Exhibit) -> None:
    event = exhibit.event("gao-declares")
    assert event
    assert Ref("places/matou") in told_by(exhibit, teller(exhibit, "en"), event, event.text)
