"""What is left of content with mistakes in it is shown, on every screen."""

from __future__ import annotations

import shutil
from pathlib import Path

from kiosk.exhibit.reader import read_exhibit
from tests.exhibit.mutations import mutate
from tests.meeting import SMALL, Meet
from tests.window import SCREENS

SHOWN = 4
"""How many exhibits with mistakes are opened."""


def test_what_mistakes_leave_is_shown_on_every_screen(meet: Meet, tmp_path: Path) -> None:
    shown = 0
    for seed in range(100):
        folder = Path(shutil.copytree(SMALL, tmp_path / str(seed)))
        mutate(folder, seed)
        reading = read_exhibit(folder)
        if shown < SHOWN and reading.exhibit and reading.problems:
            shown += 1
            visitor = meet(folder)
            visitor.stand_still()
            visitor.wake()
            for screen in SCREENS:
                visitor.open(screen)
                visitor.settle()
                assert visitor.texts()
    assert shown == SHOWN
