"""The last good content on disk: whole copies, and nothing that hangs or leads astray."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.desk.shelf import Shelf
from kiosk.exhibit.reader import read_exhibit
from kiosk.exhibit.reading.stamp import stamp_of
from kiosk.machine import mirror
from kiosk.machine.mirror import NotCopied
from tests.desk.conftest import edit


def test_there_is_no_good_content_at_first(content: Path) -> None:
    assert Shelf(content).good is None


def test_what_is_kept_is_the_folder_as_it_was(content: Path) -> None:
    shelf = Shelf(content)
    aside = shelf.copy().folder
    assert shelf.good is None
    kept = shelf.keep(aside)
    assert shelf.good == kept == Shelf(content).good
    assert stamp_of(kept) == stamp_of(content)
    assert read_exhibit(kept).exhibit == read_exhibit(content).exhibit


def test_what_is_kept_outlives_the_folder(content: Path) -> None:
    shelf = Shelf(content)
    kept = shelf.keep(shelf.copy().folder)
    shutil.rmtree(content)
    assert Shelf(content).good == kept
    assert read_exhibit(kept).exhibit is not None


def test_a_copy_aside_leaves_the_good_content_alone(content: Path) -> None:
    shelf = Shelf(content)
    kept = shelf.keep(shelf.copy().folder)
    edit(content, "exhibit:", "exibit:")
    shelf.copy()
    assert shelf.good == kept
    assert read_exhibit(kept).exhibit is not None


def test_the_one_before_stays_and_older_ones_go(content: Path) -> None:
    shelf = Shelf(content)
    kept = []
    for _ in range(4):
        kept.append(shelf.keep(shelf.copy().folder))
    assert [path.is_dir() for path in kept] == [False, False, True, True]
    assert shelf.good == kept[-1]


HARMS: list[Callable[[Path], object]] = [
    lambda copy: (copy / "exhibit.yaml").unlink(),
    lambda copy: (copy / "exhibit.yaml").write_bytes(b""),
    lambda copy: (copy / "forces.yaml").write_text("# half of it", "utf-8"),
    lambda copy: (copy / "more.yaml").write_text("more", "utf-8"),
    lambda copy: (copy / ".sums").write_bytes(b""),
    lambda copy: (copy / ".sums").write_text("[]", "utf-8"),
]


@pytest.mark.parametrize("harm", HARMS)
def test_where_the_newest_copy_is_damaged_the_one_before_is_good(
    content: Path, harm: Callable[[Path], object]
) -> None:
    shelf = Shelf(content)
    first, second = (shelf.keep(shelf.copy().folder) for _ in range(2))
    harm(second)
    assert Shelf(content).good == first
    third = shelf.keep(shelf.copy().folder)
    assert [path.is_dir() for path in (first, second, third)] == [True, False, True]


def test_a_copy_of_an_older_version_has_no_sums_and_counts(content: Path) -> None:
    shelf = Shelf(content)
    kept = shelf.keep(shelf.copy().folder)
    (kept / ".sums").unlink()
    assert Shelf(content).good == kept


def test_where_the_shelf_takes_nothing_a_copy_stands_elsewhere(content: Path, state: Path) -> None:
    (state / "campaign-kiosk").mkdir(parents=True)
    (state / "campaign-kiosk" / "content").write_text("")
    copy = Shelf(content).copy()
    assert read_exhibit(copy.folder).exhibit == read_exhibit(content).exhibit
    assert state not in copy.folder.parents
    assert copy.not_kept.endswith(": Not a directory")
    shutil.rmtree(copy.folder)


def test_what_is_not_copied_to_its_end_is_not_left(
    content: Path, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(shutil, "copy2", full)
    monkeypatch.setattr(tempfile, "gettempdir", lambda: str(state))
    with pytest.raises(NotCopied, match=r"^No space left on device$"):
        Shelf(content).copy()
    assert [path for path in state.rglob("*") if path.is_file()] == []
    assert [*state.glob("campaign-kiosk-*"), *state.rglob("aside-*")] == []


def test_folders_do_not_share_a_shelf(content: Path, tmp_path: Path) -> None:
    other = Path(shutil.copytree(content, tmp_path / "other"))
    shelf = Shelf(content)
    shelf.keep(shelf.copy().folder)
    assert Shelf(other).good is None


def test_a_link_within_the_folder_becomes_the_file(content: Path) -> None:
    (content / "more.txt").write_text("more", "utf-8")
    (content / "link.txt").symlink_to(content / "more.txt")
    assert (Shelf(content).copy().folder / "link.txt").read_text("utf-8") == "more"


def test_a_link_out_of_the_folder_stays_a_link(content: Path, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret", "utf-8")
    (content / "link.yaml").symlink_to(tmp_path / "secret")
    assert (Shelf(content).copy().folder / "link.yaml").is_symlink()


def test_a_pipe_is_not_read(content: Path) -> None:
    os.mkfifo(content / "pipe.yaml")
    with pytest.raises(NotCopied, match=r"^pipe\.yaml is neither a file nor a folder$"):
        Shelf(content).copy()


def test_a_folder_that_is_too_large_is_not_copied(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mirror, "MOST_BYTES", 3_000_000)
    with (content / "film.mp4").open("wb") as file:
        file.truncate(3_000_000)
    with pytest.raises(NotCopied, match=r"^it holds more than 3 MB$"):
        Shelf(content).copy()
