"""The presence of a visitor: what stays at one place of the glass is dirt, a palm or a drop."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Point = tuple[float, float]
Box = tuple[float, float, float, float]
"""Left, top, width and height."""

SPOT_MM = 5.0
"""The greatest distance of touches that are at one place."""

DIRT_MS = 120_000
"""The time after which touches that stay at a place are no sign of a visitor any more."""

CLEAR_MM = 50.0
"""The distance that what a visitor must reach keeps from such a place."""


@dataclass
class Spot:
    """A place that something on the glass does not leave."""

    at: Point
    since_ms: int
    seen_ms: int = 0

    def holds(self, at: Point, within: float) -> bool:
        """True if `at` is no farther than `within` from it."""
        return math.dist(self.at, at) <= within

    def follow(self, at: Point, within: float, now_ms: int) -> None:
        """Goes along with what has left it."""
        if not self.holds(at, within):
            self.at, self.since_ms = at, now_ms

    def lasted(self, ms: int) -> bool:
        """True if it was touched for so long, from the first time to the last."""
        return self.seen_ms - self.since_ms >= ms

    def stayed(self, now_ms: int, ms: int) -> bool:
        """True if it has not been left for so long."""
        return now_ms - self.since_ms >= ms


class Presence:
    """All touches of the glass, in millimetres: which of them are a visitor's."""

    def __init__(self) -> None:
        self._spots: list[Spot] = []
        self._fingers: dict[int, Spot] = {}
        self._told: list[Spot] = []

    def touch(self, finger: int, at: Point, now_ms: int, forgotten_ms: int) -> bool:
        """Takes a finger that lands, moves or lifts at `at`; True if it tells of somebody there.

        A place that was left alone for longer than `forgotten_ms` begins anew.
        """
        known = self._spots
        self._spots = [spot for spot in known if now_ms - spot.seen_ms <= forgotten_ms]
        if finger not in self._fingers:
            self._fingers[finger] = self._landing(at, now_ms)
        spot = self._fingers[finger]
        if not spot.holds(at, SPOT_MM):
            spot = self._fingers[finger] = Spot(at, now_ms)  # a hand that strays makes no dirt
        spot.seen_ms = now_ms
        return not spot.stayed(now_ms, DIRT_MS)

    def lift(self, finger: int) -> None:
        """Notes that a finger has gone."""
        self._fingers.pop(finger, None)

    def lift_all(self) -> None:
        """Notes that no finger is on the glass."""
        self._fingers.clear()

    def forget(self) -> None:
        """Begins every place anew, as somebody has answered."""
        self._spots.clear()
        self._fingers.clear()

    def part(self) -> None:
        """Ends the visit: where a visitor touched is forgotten, dirt is not."""
        self._spots = [spot for spot in self._spots if spot.lasted(DIRT_MS)]

    def dirt(self, now_ms: int) -> list[Point]:
        """The places where touches tell nothing any more."""
        lasting = [spot for spot in self._spots if spot.lasted(DIRT_MS)]
        lying = [spot for spot in self._fingers.values() if spot.stayed(now_ms, DIRT_MS)]
        return [spot.at for spot in (*lasting, *lying)]

    def news(self, now_ms: int) -> list[Point]:
        """The places of these that were never told before."""
        told = [
            at
            for at in dict.fromkeys(self.dirt(now_ms))
            if not any(spot.holds(at, SPOT_MM) for spot in self._told)
        ]
        self._told += [Spot(at, now_ms) for at in told]
        return told

    def _landing(self, at: Point, now_ms: int) -> Spot:
        near = [spot for spot in self._spots if spot.holds(at, SPOT_MM)]
        if near:
            return min(near, key=lambda spot: math.dist(spot.at, at))
        spot = Spot(at, now_ms, now_ms)
        self._spots.append(spot)
        return spot


def clear_shift(box: Box, shifts: Sequence[Point], places: Iterable[Point], least: float) -> Point:
    """The first shift that keeps a box `least` from all places, else the one that does best."""
    found = list(places)

    def room(shift: Point) -> float:
        left, top, width, height = box[0] + shift[0], box[1] + shift[1], box[2], box[3]
        return min(
            (
                math.hypot(
                    max(left - x, 0, x - left - width),
                    max(top - y, 0, y - top - height),
                )
                for x, y in found
            ),
            default=math.inf,
        )

    return next((shift for shift in shifts if room(shift) >= least), max(shifts, key=room))
