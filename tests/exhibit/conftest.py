"""Content folders for the reader's tests: a copy of the small exhibit, to be altered."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

MINIMAL = Path(__file__).parents[1] / "exhibits" / "minimal"

Alter = Callable[[str, str, str], Path]


@pytest.fixture
def minimal(tmp_path: Path) -> Path:
    """A copy of the small exhibit."""
    return Path(shutil.copytree(MINIMAL, tmp_path / "minimal"))


@pytest.fixture
def alter(minimal: Path) -> Alter:
    """Puts new text for old in a file of the copy, and gives the folder."""

    def alter_file(file: str, old: str, new: str) -> Path:
        text = (minimal / file).read_text("utf-8")
        assert old in text
        (minimal / file).write_text(text.replace(old, new, 1), "utf-8")
        return minimal

    return alter_file
