"""The touch frame on trial: how it is turned, judged by touches on targets that were shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence

Point = tuple[float, float]
"""A place as parts of the glass, from 0 to 1."""

NEAR = 0.15
"""A touch no farther from a target has met it."""

TURNS: dict[str, Callable[[Point], Point]] = {
    "": lambda at: at,
    "90": lambda at: (1 - at[1], at[0]),
    "180": lambda at: (1 - at[0], 1 - at[1]),
    "270": lambda at: (at[1], 1 - at[0]),
    "mirrored": lambda at: (1 - at[0], at[1]),
    "upside down": lambda at: (at[0], 1 - at[1]),
    "axes swapped": lambda at: (at[1], at[0]),
}
"""The ways in which a frame may be mounted: where a touch is told, and where it truly was."""


def turn_of(shown: Sequence[Point], told: Sequence[Point]) -> str | None:
    """The way in which touches told as `told` were those on targets `shown`; None if in no way."""
    for name, turned in TURNS.items():
        pairs = zip(shown, map(turned, told), strict=True)
        if all(abs(a - c) < NEAR and abs(b - d) < NEAR for (a, b), (c, d) in pairs):
            return name
    return None
