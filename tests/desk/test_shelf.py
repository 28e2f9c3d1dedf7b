"""The last good content on disk: whole copies, and nothing that hangs or leads astray."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from kiosk.desk import shelf as shelves
from kiosk.desk.shelf import NotCopied, Shelf
from kiosk.exhibit.reader import read_exhibit
from kiosk.exhibit.stamp import stamp_of
from tests.desk.conftest import edit


def test_there_is_no_good_content_at_first(content: Path) -> None:
    assert Shelf(content).good is None


def test_what_is_kept_is_the_folder_as_it_was(content: Path) -> None:
    shelf = Shelf(content)
    shelf.copy()
    assert shelf.good is None
    kept = shelf.keep()
    assert shelf.good == kept == Shelf(content).good
    assert stamp_of(kept) == stamp_of(content)
    assert read_exhibit(kept).exhibit == read_exhibit(content).exhibit


def test_what_is_kept_outlives_the_folder(content: Path) -> None:
    shelf = Shelf(content)
    shelf.copy()
    kept = shelf.keep()
    shutil.rmtree(content)
    assert Shelf(content).good == kept
    assert read_exhibit(kept).exhibit is not None


def test_a_copy_aside_leaves_the_good_content_alone(content: Path) -> None:
    shelf = Shelf(content)
    shelf.copy()
    kept = shelf.keep()
    edit(content, "exhibit:", "exibit:")
    shelf.copy()
    assert shelf.good == kept
    assert read_exhibit(kept).exhibit is not None


def test_the_one_before_stays_and_older_ones_go(content: Path) -> None:
    shelf = Shelf(content)
    kept = []
    for _ in range(4):
        shelf.copy()
        kept.append(shelf.keep())
    assert [path.is_dir() for path in kept] == [False, False, True, True]
    assert shelf.good == kept[-1]


@pytest.mark.parametrize("pointer", ["", "7", "../..", "\x00", "\xff"])
def test_a_broken_pointer_is_no_good_content(content: Path, pointer: str) -> None:
    shelf = Shelf(content)
    shelf.copy()
    home = shelf.keep().parent
    (home / "good").write_bytes(pointer.encode("latin-1"))
    assert shelf.good is None


def test_folders_do_not_share_a_shelf(content: Path, tmp_path: Path) -> None:
    other = Path(shutil.copytree(content, tmp_path / "other"))
    shelf = Shelf(content)
    shelf.copy()
    shelf.keep()
    assert Shelf(other).good is None


def test_a_link_within_the_folder_becomes_the_file(content: Path) -> None:
    (content / "more.txt").write_text("more", "utf-8")
    (content / "link.txt").symlink_to(content / "more.txt")
    shelf = Shelf(content)
    shelf.copy()
    assert (shelf.aside / "link.txt").read_text("utf-8") == "more"


def test_a_link_out_of_the_folder_stays_a_link(content: Path, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret", "utf-8")
    (content / "link.yaml").symlink_to(tmp_path / "secret")
    shelf = Shelf(content)
    shelf.copy()
    assert (shelf.aside / "link.yaml").is_symlink()


def test_a_pipe_is_not_read(content: Path) -> None:
    os.mkfifo(content / "pipe.yaml")
    with pytest.raises(NotCopied, match=r"^pipe\.yaml is neither a file nor a folder$"):
        Shelf(content).copy()


def test_a_folder_that_is_too_large_is_not_copied(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shelves, "MOST_BYTES", 3_000_000)
    with (content / "film.mp4").open("wb") as file:
        file.truncate(3_000_000)
    with pytest.raises(NotCopied, match=r"^it holds more than 3 MB$"):
        Shelf(content).copy()
