"""What `kiosk run` shows first: the content that was good last, else the folder as it is."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kiosk.cli import last_good
from kiosk.desk.shelf import Shelf
from tests.desk.conftest import edit


def kept(content: Path) -> Path:
    shelf = Shelf(content)
    shelf.copy()
    return shelf.keep()


def test_without_a_good_one_the_folder_is_shown(content: Path) -> None:
    shown, reading = last_good(content)
    assert shown == content
    assert reading.exhibit is not None


def test_a_broken_entry_hides_itself_alone(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = last_good(content)[1].exhibit
    edit(content, "kind: town", "kind: twon", "forces.yaml")
    reading = last_good(content)[1]
    assert before is not None
    assert reading.exhibit is not None
    assert len(reading.exhibit.places) == len(before.places) - 1
    assert '"twon" is not one of' in capsys.readouterr().err


@pytest.mark.parametrize("harm", ["mistake", "emptied", "gone"])
def test_a_good_one_outlives_what_becomes_of_the_folder(content: Path, harm: str) -> None:
    good = kept(content)
    if harm == "mistake":
        edit(content, "exhibit:", "exibit:")
    else:
        shutil.rmtree(content)
        if harm == "emptied":
            content.mkdir()
    shown, reading = last_good(content)
    assert shown == good
    assert reading.exhibit is not None
    assert reading.problems == ()


def test_a_good_one_that_is_good_no_longer_gives_way(content: Path) -> None:
    edit(kept(content), "exhibit:", "exibit:")
    shown, reading = last_good(content)
    assert shown == content
    assert reading.exhibit is not None
