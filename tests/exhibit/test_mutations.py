"""Content with the mistakes that hands make: always a sentence for the curator, never a stumble."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kiosk.exhibit.reader import read_exhibit
from tests.exhibit.conftest import MINIMAL
from tests.exhibit.mutations import hold, mutate

CONTENT = Path(__file__).parents[2] / "content"

# Measured it takes twice as long, and runs no line that no other test does.
pytestmark = pytest.mark.no_cover


def changed(source: Path, to: Path, seed: int) -> None:
    folder = Path(shutil.copytree(source, to / str(seed)))
    told = mutate(folder, seed)
    try:
        hold(read_exhibit(folder, thorough=True))
    except Exception as error:
        error.add_note(f"seed {seed}: {told}")
        raise


@pytest.mark.parametrize("first", range(0, 400, 100))
def test_mistakes_in_the_small_exhibit(tmp_path: Path, first: int) -> None:
    for seed in range(first, first + 100):
        changed(MINIMAL, tmp_path, seed)


@pytest.mark.parametrize("seed", range(6))
def test_mistakes_in_the_exhibit_that_comes_with_the_kiosk(tmp_path: Path, seed: int) -> None:
    changed(CONTENT, tmp_path, seed)
