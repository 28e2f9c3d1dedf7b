"""Folders that systems put on a stick are no content."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kiosk.exhibit.reader import read_exhibit

SMALL = Path(__file__).parents[1] / "exhibits" / "minimal"


@pytest.mark.parametrize(
    "name", ["lost+found", ".Trash-1000", "System Volume Information", "$RECYCLE.BIN"]
)
def test_a_folder_of_the_system_is_no_error(tmp_path: Path, name: str) -> None:
    content = Path(shutil.copytree(SMALL, tmp_path / "content"))
    (content / name).mkdir()
    (content / name / "old.yaml").write_text("nonsense: [", "utf-8")
    assert read_exhibit(content).problems == read_exhibit(SMALL).problems == ()
