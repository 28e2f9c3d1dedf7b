"""The slow drift of a picture that stands for years, so that no edge burns into the screen."""

from __future__ import annotations

import math

FAR_MM = 4.0
"""The way of the words in each direction; the text's margin is broader."""

ACROSS_S, DOWN_S = 421.0, 677.0
"""Seconds there and back: primes, so that the same place is long in coming again."""

SHARE = 0.012
"""The way of a view's middle, as a share of the view."""

TURN = math.pi * (3 - math.sqrt(5))
"""The golden angle, by which one visit to a view differs from the last."""


def drifted(seconds: float) -> tuple[float, float]:
    """Millimetres of the words left of their place, and beneath it; each 0 to `FAR_MM`."""
    across = math.sin(math.pi * seconds / ACROSS_S) ** 2
    down = math.sin(math.pi * seconds / DOWN_S) ** 2
    return FAR_MM * across, FAR_MM * down


def moved(
    bounds: tuple[float, float, float, float], turn: int
) -> tuple[float, float, float, float]:
    """A view's bounds at the `turn`-th slide: a little aside, each time another way."""
    west, south, east, north = bounds
    across = SHARE * (east - west) * math.cos(turn * TURN)
    down = SHARE * (north - south) * math.sin(turn * TURN)
    return west + across, south + down, east + across, north + down
