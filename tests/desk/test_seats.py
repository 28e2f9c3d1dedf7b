"""Which screen shows the slides and which the notes, whatever is plugged in."""

from __future__ import annotations

import pytest

from kiosk.desk.seats import Seats, seats

LAPTOP, PROJECTOR, THIRD = "laptop", "projector", "third"


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
        ([], None, False, Seats(LAPTOP, None)),  # the last screen was unplugged just now
    ],
)
def test_who_sits_where(
    screens: list[str], notes: bool | None, swapped: bool, found: Seats[str]
) -> None:
    assert seats(screens, LAPTOP, notes=notes, swapped=swapped) == found
