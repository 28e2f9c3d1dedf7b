"""The seats at a talk: the screen of the audience, and that of the speaker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QRect


class Placed(Protocol):
    """A screen, and where it lies among the others."""

    def geometry(self) -> QRect: ...


Screen = TypeVar("Screen", bound=Placed)


@dataclass(frozen=True)
class Seats(Generic[Screen]):
    """A screen for the slides, and one for the notes or none."""

    slides: Screen
    notes: Screen | None


def seats(
    screens: Sequence[Screen], primary: Screen, *, notes: bool | None, swapped: bool
) -> Seats[Screen]:
    """The projector is the first screen beside the `primary` one; `swapped` turns it about.

    One that lies over it shows the same to the audience too, and so counts for nothing. Whether
    `notes` are wanted: None leaves it to the screens, of which two are enough.
    """
    at = primary.geometry()
    other = next((screen for screen in screens if not screen.geometry().intersects(at)), None)
    if other is None:
        return Seats(primary, primary if notes else None)
    slides, speaker = (primary, other) if swapped else (other, primary)
    return Seats(slides, None if notes is False else speaker)
