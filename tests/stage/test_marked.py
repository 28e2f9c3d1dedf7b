"""Markup of a text as a visitor meets it: stressed words, a link, the number of a source."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kiosk.exhibit.reading.markdown import marked
from kiosk.telling.links import emphasised
from tests.meeting import SMALL, Meet
from tests.stage.screens.test_sources import touch_link
from tests.window import Visitor

PLAIN = "Men who had marched all night slept where they lay and missed the battle."
MARKED = (
    "Men who had *marched* all night:[^outline]\\n- slept [at the house](places/nairn)"
    "\\n- **missed** the battle ([list](https://example.org/roll))."
)


@pytest.fixture
def reader(meet: Meet, tmp_path: Path) -> Visitor:
    """A visitor who reads a lesson with all markup that there is."""
    folder = Path(shutil.copytree(SMALL, tmp_path / "content"))
    for file, before, after in (
        ("story.yaml", PLAIN, f'"{MARKED}"'),
        ("exhibit.yaml", "where: Written for", "where: https://example.org/roll, written for"),
    ):
        text = (folder / file).read_text("utf-8")
        assert before in text
        (folder / file).write_text(text.replace(before, after, 1), "utf-8")
    visitor = meet(folder)
    visitor.wake()
    visitor.open("lessons")
    return visitor


def test_a_text_looks_as_it_is_marked_and_its_links_lead_on(reader: Visitor) -> None:
    body = reader.stage.page.body
    assert "had <i>marched</i> all" in body
    assert "<br>• slept " in body
    assert "• <b>missed</b> the battle" in body
    navigation = reader.stage.navigation
    for ref in ("sources/outline", "places/nairn"):
        touch_link(reader, ref)
        assert navigation.card == ref
        navigation.closeCard()
        reader.settle()


def test_an_address_opens_the_card_of_its_source_with_the_code_to_scan(reader: Visitor) -> None:
    assert '<a href="sources/outline">list</a>' in reader.stage.page.body
    touch_link(reader, "sources/outline")
    assert reader.stage.card.web == "https://example.org/roll"


def test_what_is_heard_has_no_marks(reader: Visitor) -> None:
    said = reader.stage.page.recital.text
    assert "had marched all night:" in said
    assert "[1]" not in said
    words = next(one for one in reader.texts() if "all night" in one)
    assert words.startswith("Men who had marched all night:")


def test_on_a_slide_only_the_stress_is_left() -> None:
    assert emphasised(marked("*a* & [b](places/c)[^s]")) == "<i>a</i> &amp; b"
