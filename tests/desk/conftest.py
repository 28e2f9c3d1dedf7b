"""A content folder that may be changed, and a state folder of its own for what is kept of it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import argon2
import pytest

SLOW = argon2.PasswordHasher
"""What makes the sum of a PIN on a machine."""

SMALL = Path(__file__).parents[1] / "exhibits" / "minimal"


@pytest.fixture(scope="session", autouse=True)
def quick_sums() -> Iterator[None]:
    """The sum of a PIN costs nothing; tests/desk/staff/test_secret.py holds what it costs else."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(argon2, "PasswordHasher", partial(SLOW, 1, 8, 1))
        yield


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "state"


@pytest.fixture
def content(state: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL, tmp_path / "content"))


def edit(folder: Path, old: str, new: str, file: str = "exhibit.yaml") -> None:
    """Replaces the first `old` in a file of the folder."""
    text = (folder / file).read_text("utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), "utf-8")
