"""Clean content waits for the visitor to leave."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kiosk.desk.changeover import Changeover
from kiosk.desk.shelf import Shelf
from tests.desk.conftest import edit
from tests.meeting import Meet, finger, made, meet  # noqa: F401  fixtures
from tests.window import Visitor


@pytest.fixture
def passer_by(meet: Meet, content: Path) -> Visitor:  # noqa: F811
    return meet(content)


@pytest.fixture
def changeover(passer_by: Visitor, content: Path) -> Changeover:
    return Changeover(passer_by.kiosk, content)


def kept(content: Path, title: str) -> Path:
    """Content with another title, as the shelf keeps it."""
    edit(content, "  title: Culloden", f"  title: {title}")
    shelf = Shelf(content)
    return shelf.keep(shelf.copy().folder)


def test_it_is_shown_at_once_while_nobody_visits(
    passer_by: Visitor, changeover: Changeover, content: Path
) -> None:
    changeover.offer(kept(content, "New"))
    assert passer_by.stage.exhibitTitle == "New"


def test_it_waits_for_the_visitor_to_leave(
    passer_by: Visitor, changeover: Changeover, content: Path
) -> None:
    passer_by.wake()
    before = passer_by.stage.exhibitTitle
    changeover.offer(kept(content, "New"))
    assert passer_by.stage.exhibitTitle == before
    passer_by.wait_for("warning")
    assert passer_by.stage.exhibitTitle == before
    passer_by.wait_for("attract")
    assert passer_by.stage.exhibitTitle == "New"


def test_it_is_shown_after_the_first_visitor_and_the_next(
    passer_by: Visitor, changeover: Changeover, content: Path
) -> None:
    changeover.offer(kept(content, "New"))
    passer_by.wake()
    edit(content, "  title: New", "  title: Culloden")
    changeover.offer(kept(content, "Newer"))
    passer_by.leave()
    assert passer_by.stage.exhibitTitle == "Newer"


def test_what_is_shown_already_is_not_shown_anew(
    passer_by: Visitor, changeover: Changeover, content: Path
) -> None:
    stage = passer_by.stage
    shelf = Shelf(content)
    changeover.offer(shelf.keep(shelf.copy().folder))
    assert passer_by.stage is stage


def test_a_change_of_the_same_size_and_time_is_shown(
    passer_by: Visitor, changeover: Changeover, content: Path
) -> None:
    before = (content / "exhibit.yaml").stat()
    edit(content, "  title: Culloden", "  title: Cullodem")
    os.utime(content / "exhibit.yaml", ns=(before.st_atime_ns, before.st_mtime_ns))
    shelf = Shelf(content)
    changeover.offer(shelf.keep(shelf.copy().folder))
    assert passer_by.stage.exhibitTitle == "Cullodem"
