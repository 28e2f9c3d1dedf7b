"""Content from a stick: whole or not at all, and staff are told."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kiosk.desk import stick
from kiosk.exhibit.reader import read_exhibit
from kiosk.exhibit.reading.stamp import digests_of
from tests.desk.conftest import edit


@pytest.fixture
def plugged(content: Path, tmp_path: Path) -> Path:
    """A stick that holds the content in its folder."""
    (tmp_path / "stick").mkdir()
    content.rename(tmp_path / "stick" / stick.EXHIBIT)
    return tmp_path / "stick"


@pytest.fixture
def shown(tmp_path: Path) -> Path:
    """The content folder of a machine that has shown what it was given until now."""
    given = tmp_path / "given"
    given.mkdir()
    (tmp_path / "exhibit").symlink_to(given)
    return tmp_path / "exhibit"


def test_what_is_clean_is_what_the_content_folder_leads_to(plugged: Path, shown: Path) -> None:
    assert stick.take(plugged, shown) == []
    assert digests_of(shown) == digests_of(plugged / stick.EXHIBIT)
    shutil.rmtree(plugged)
    assert read_exhibit(shown).exhibit is not None
    assert (shown.parent / "given").is_dir()


def test_what_has_a_mistake_changes_nothing(plugged: Path, shown: Path) -> None:
    edit(plugged / stick.EXHIBIT, "exhibit:", "exibit:")
    before = shown.readlink()
    (problem, *_) = stick.take(plugged, shown)
    assert "exhibit.yaml" in problem
    assert shown.readlink() == before


def test_a_stick_without_the_folder_is_named(tmp_path: Path, shown: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    assert stick.take(empty, shown) == ["the stick has no folder exhibit"]


def test_the_one_before_stays_and_older_ones_go(plugged: Path, shown: Path) -> None:
    for _ in range(4):
        assert stick.take(plugged, shown) == []
    held = sorted(path.name for path in shown.with_name("exhibits").iterdir())
    assert held == ["3", "4"]
    assert shown.resolve().name == "4"


def test_a_disk_that_takes_nothing_is_said(plugged: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    (problem,) = stick.take(plugged, tmp_path / "file" / "exhibit")
    assert "Not a directory" in problem


def test_staff_are_told_of_the_last_one(plugged: Path, shown: Path, state: Path) -> None:
    kept = state / "campaign-kiosk"
    assert stick.told(kept) == []
    assert stick.main(plugged, shown) == 0
    (line,) = stick.told(kept)
    assert line.endswith(" was taken")
    edit(plugged / stick.EXHIBIT, "exhibit:", "exibit:")
    assert stick.main(plugged, shown) == 1
    line, problem, *_ = stick.told(kept)
    assert line.endswith(" was refused")
    assert "exhibit.yaml" in problem
    (kept / "stick.json").write_text("{")
    assert stick.told(kept) == []
