"""The knock: corners of the glass touched in an order that nobody finds by chance."""

from __future__ import annotations

import secrets
from collections.abc import Sequence

CORNER_MM = 25
"""The side of the square in a corner that counts as the corner."""

LEAST, MOST = 5, 12
"""The number of corners that a knock may have."""

USUAL = 6

BETWEEN_MS = 2500
"""The longest time between two touches of a knock."""

Corners = tuple[int, ...]
"""Corners from 1 at the upper left, clockwise, to 4."""


def corner(x: float, y: float, width: float, height: float, side: float) -> int:
    """The corner at a point of a window, or 0; all in px."""
    left, right, top, low = x < side, x >= width - side, y < side, y >= height - side
    return 1 * (left and top) or 2 * (right and top) or 3 * (right and low) or 4 * (left and low)


def made() -> Corners:
    """A knock by chance, without a corner twice in a row and with three corners or more."""
    while True:
        found: list[int] = []
        while len(found) < USUAL:
            one = 1 + secrets.randbelow(4)
            if [one] != found[-1:]:
                found.append(one)
        if is_sound(found):
            return tuple(found)


def is_sound(corners: Sequence[int]) -> bool:
    """True if no visitor is likely to touch so: long enough, with at least three corners."""
    return (
        LEAST <= len(corners) <= MOST
        and len({*corners}) >= 3
        and all(1 <= one <= 4 for one in corners)
    )


class Knock:
    """Touches as they come: which of them end a knock."""

    def __init__(self, corners: Sequence[int]) -> None:
        self._corners = [*corners]
        self._heard: list[int] = []
        self._last_ms = 0

    def blind(self) -> Knock:
        """One of as many touches, all of corner 1, for where touches have no places."""
        return Knock([1] * len(self._corners))

    def touch(self, at: int, now_ms: int) -> bool:
        """Takes a touch of a corner, 0 for none; True if it is the last of the knock."""
        if at == 0 or now_ms - self._last_ms > BETWEEN_MS:
            self._heard = []
        self._last_ms = now_ms
        if at:
            self._heard = [*self._heard, at][-len(self._corners) :]
        whole = bool(self._corners) and self._heard == self._corners
        if whole:
            self._heard = []
        return whole
