"""A copy that follows a folder, and is gone with its process."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.exhibit.reading.files import ITSELF, NOWHERE, OUT, TO_FOLDER, link_fault
from kiosk.exhibit.reading.stamp import digests_of, stamp_of
from kiosk.machine.mirror import NotCopied, mirrored, own_folders, renew
from tests.desk.conftest import edit


def rename_to_folder(folder: Path) -> None:
    (folder / "more").unlink()
    (folder / "more").mkdir()
    (folder / "more" / "more.txt").write_text("more", "utf-8")


def rename_to_file(folder: Path) -> None:
    for path in (folder / "map").iterdir():
        path.unlink()
    (folder / "map").rmdir()
    (folder / "map").write_text("none", "utf-8")


CHANGES: list[Callable[[Path], object]] = [
    lambda folder: edit(folder, "Culloden", "Drumossie"),
    lambda folder: (folder / "exhibit.yaml").unlink(),
    lambda folder: (folder / "map" / "new.geojson").write_text("{}", "utf-8"),
    lambda folder: (folder / "more").replace(folder / "exhibit.yaml"),
    rename_to_folder,
    rename_to_file,
]


@pytest.mark.parametrize("change", CHANGES)
def test_a_renewed_copy_is_as_the_folder(
    content: Path, tmp_path: Path, change: Callable[[Path], object]
) -> None:
    copy = tmp_path / "copy"
    copy.mkdir()
    (content / "more").write_text("more", "utf-8")
    renew(content, copy)
    change(content)
    renew(content, copy)
    assert (stamp_of(copy), digests_of(copy)) == (stamp_of(content), digests_of(content))
    assert {path.name for path in copy.iterdir()} == {path.name for path in content.iterdir()}


@pytest.mark.parametrize(
    ("to", "fault"),
    [("/no/such", NOWHERE), ("more.txt", ITSELF), ("{home}", OUT), ("{content}/map", TO_FOLDER)],
)
@pytest.mark.parametrize("name", ["more.txt", "map/more.txt"])
def test_a_link_that_leads_astray_does_so_in_the_copy_but_within_it(
    content: Path, tmp_path: Path, to: str, fault: str, name: str
) -> None:
    (content / name).symlink_to(to.format(home=Path.home(), content=content))
    copy = tmp_path / "copy"
    copy.mkdir()
    for _ in range(2):
        renew(content, copy)
        assert link_fault(content, name) == link_fault(copy, name) == fault
        assert digests_of(content) == digests_of(copy)
        assert not (copy / name).readlink().is_absolute()


def test_only_what_has_changed_is_copied_again(content: Path, tmp_path: Path) -> None:
    copied: list[None] = []
    (tmp_path / "copy").mkdir()
    renew(content, tmp_path / "copy", lambda: copied.append(None))
    assert len(copied) == len(stamp_of(content))
    copied.clear()
    edit(content, "Culloden", "Drumossie")
    renew(content, tmp_path / "copy", lambda: copied.append(None))
    assert len(copied) == 1


def test_a_folder_that_is_gone_leaves_the_copy_as_it_was(content: Path, tmp_path: Path) -> None:
    (tmp_path / "copy").mkdir()
    renew(content, tmp_path / "copy")
    with pytest.raises(NotCopied, match=r"^is not a folder$"):
        renew(tmp_path / "none", tmp_path / "copy")
    assert stamp_of(tmp_path / "copy") == stamp_of(content)


def test_a_copy_is_gone_when_its_process_has_ended(content: Path, state: Path) -> None:
    program = (
        "import pathlib, sys; from kiosk.machine.mirror import mirrored\n"
        "print(mirrored(pathlib.Path(sys.argv[1])), flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", program, str(content)]
    copies: list[Path] = []

    def begin() -> subprocess.Popen[str]:
        pipe = subprocess.PIPE
        process = subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, env=os.environ)
        assert process.stdout is not None
        copies.append(Path(process.stdout.readline().strip()))
        return process

    with begin() as one, begin() as other:
        assert [stamp_of(copy) for copy in copies] == [stamp_of(content)] * 2
        assert all(copy.is_relative_to(state) for copy in copies)
        one.communicate()
        other.kill()
    assert [copy.is_dir() for copy in copies] == [False, True]
    mine = mirrored(content)
    assert [copy.is_dir() for copy in (*copies, mine)] == [False, False, True]
    next(own_folders())
    assert mine.is_dir()
