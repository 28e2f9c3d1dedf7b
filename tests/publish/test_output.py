"""Many files in a folder: what fails is named, the rest is written."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from kiosk.publish import output
from kiosk.publish.output import MOST, NotDrawn


def raising(error: Exception) -> Callable[[], bytes]:
    def make() -> bytes:
        raise error

    return make


FULL = raising(OSError(28, os.strerror(28), "/out/.part-b.png"))


@pytest.mark.parametrize(
    ("fails", "line"),
    [
        (raising(NotDrawn("has no picture")), "b/c.png: has no picture"),
        (raising(ValueError("no such ground")), "b/c.png: no such ground"),
        (FULL, "b/c.png: No space left on device"),
    ],
)
def test_what_fails_is_named_and_the_rest_is_written(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    fails: Callable[[], bytes],
    line: str,
) -> None:
    files = [("a.png", lambda: b"a"), ("b/c.png", fails), ("d/e.png", lambda: b"e")]
    assert not output.write(tmp_path, files, len(files), "Drawing", faults=("map: is empty",))
    assert capsys.readouterr().err.splitlines() == ["map: is empty", line]
    written = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert {path.relative_to(tmp_path).as_posix() for path in written} == {"a.png", "d/e.png"}


def test_all_is_well(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert output.write(tmp_path, [("a.png", lambda: b"a")], 1, "Drawing")
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("sizes", "lines"),
    [
        ((), ["0 files, 0.0 kB"]),
        ((1234,), ["0.pdf  1.2 kB", "1 file, 1.2 kB"]),
        ((999_949, 5_400_000), ["0.pdf  999.9 kB", "1.pdf  5.4 MB", "2 files, 6.4 MB"]),
    ],
)
def test_where_nobody_watches_what_was_written_is_listed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], sizes: tuple[int, ...], lines: list[str]
) -> None:
    files = [(f"{i}.pdf", partial(bytes, size)) for i, size in enumerate(sizes)]
    output.write(tmp_path, files, len(files), "Printing")
    *listed, all_ = lines
    assert capsys.readouterr().out.splitlines() == [*listed, f"{tmp_path}: {all_}"]


def test_on_a_terminal_the_bar_is_enough(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    output.write(tmp_path, [("a.png", lambda: b"a")], 1, "Drawing")
    assert capsys.readouterr().out == ""


def test_files_that_the_system_refuses_for_one_reason_share_a_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    count = MOST + 3
    files = ((f"{i}.png", FULL) for i in range(count))
    assert not output.write(tmp_path, files, count, "Drawing")
    named = ", ".join(f"{i}.png" for i in range(MOST))
    assert capsys.readouterr().err == f"{named} and 3 more: No space left on device\n"


def test_our_own_fault_is_not_taken_for_the_files(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError):
        output.write(tmp_path, [("a.png", raising(ZeroDivisionError()))], 1, "Drawing")


def test_a_folder_is_made(tmp_path: Path) -> None:
    assert output.made(tmp_path / "a" / "b")
    assert list(tmp_path.rglob("*")) == [tmp_path / "a", tmp_path / "a" / "b"]


@pytest.mark.parametrize("below", ["file", "file/out"])
def test_a_path_that_is_a_file_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], below: str
) -> None:
    (tmp_path / "file").touch()
    assert not output.made(tmp_path / below)
    assert capsys.readouterr().err == f"{tmp_path / below}: Not a directory\n"


def test_a_folder_that_takes_no_file_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(**_: object) -> None:
        raise OSError(30, os.strerror(30), str(tmp_path))

    monkeypatch.setattr(output, "TemporaryFile", refuse)
    assert not output.made(tmp_path)
    assert capsys.readouterr().err == f"{tmp_path}: Read-only file system\n"
