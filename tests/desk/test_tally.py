"""Counts of choices on disk."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.desk.tally import read_tally, write_tally

COUNTS = {"river": {"cross": 3, "wait": 1}}


def test_what_was_written_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "state" / "choices.json"
    write_tally(path, COUNTS)
    assert read_tally(path) == COUNTS
    assert [file.name for file in path.parent.iterdir()] == ["choices.json"]


def test_without_a_file_nobody_has_chosen(tmp_path: Path) -> None:
    assert read_tally(tmp_path / "choices.json") == {}


@pytest.mark.parametrize("text", ["", "[]", '{"river": 3}', '{"river": {"cross": "many"}}', "\0"])
def test_a_broken_file_starts_anew_and_is_logged(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, text: str
) -> None:
    path = tmp_path / "choices.json"
    path.write_text(text)
    assert read_tally(path) == {}
    assert caplog.messages[0].startswith(f"{path}: starts anew: ")
    caplog.clear()


def test_a_disk_that_takes_nothing_is_logged(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("")
    path = tmp_path / "file" / "choices.json"
    write_tally(path, COUNTS)
    assert caplog.messages == [f"{path}: File exists"]
    caplog.clear()
