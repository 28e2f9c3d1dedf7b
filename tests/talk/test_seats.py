"""Which screen shows the slides and which the notes, whatever is plugged in."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QRect

from kiosk.talk.seats import Seats, seats


@dataclass(frozen=True)
class Screen:
    """A screen so many px across, from the left."""

    left: int
    width: int = 1920

    def geometry(self) -> QRect:
        return QRect(self.left, 0, self.width, 1080)


LAPTOP, PROJECTOR, THIRD = Screen(0), Screen(1920), Screen(3840)
SAME, PART = Screen(0), Screen(0, 1024)


@pytest.mark.parametrize(
    ("screens", "notes", "swapped", "found"),
    [
        ([LAPTOP], None, False, Seats(LAPTOP, None)),
        ([LAPTOP], True, False, Seats(LAPTOP, LAPTOP)),
        ([LAPTOP], False, False, Seats(LAPTOP, None)),
        ([LAPTOP], None, True, Seats(LAPTOP, None)),
        ([LAPTOP, PROJECTOR], None, False, Seats(PROJECTOR, LAPTOP)),
        ([PROJECTOR, LAPTOP], None, False, Seats(PROJECTOR, LAPTOP)),
        ([LAPTOP, PROJECTOR], None, True, Seats(LAPTOP, PROJECTOR)),
        ([LAPTOP, PROJECTOR], False, False, Seats(PROJECTOR, None)),
        ([LAPTOP, PROJECTOR, THIRD], None, False, Seats(PROJECTOR, LAPTOP)),
        ([LAPTOP, SAME], None, False, Seats(LAPTOP, None)),  # the projector shows the same
        ([PART, LAPTOP], None, True, Seats(LAPTOP, None)),
        ([LAPTOP, SAME], True, False, Seats(LAPTOP, LAPTOP)),
        ([LAPTOP, SAME, THIRD], None, False, Seats(THIRD, LAPTOP)),
        ([], None, False, Seats(LAPTOP, None)),  # the last screen was unplugged just now
    ],
)
def test_who_sits_where(
    screens: list[Screen], notes: bool | None, swapped: bool, found: Seats[Screen]
) -> None:
    assert seats(screens, LAPTOP, notes=notes, swapped=swapped) == found
