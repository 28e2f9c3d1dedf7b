"""A flight over the map: poses, and the paths from one to another."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

FLIGHT_CURVE = 1.3
"""The height of a flight (rho in van Wijk and Nuij, Smooth and efficient zooming, 2003)."""

GLIDE_S = 0.4
"""After this time a flung map has lost all but 1/e of its speed."""

GLIDE_ENDS = 3.0
"""A flung map lies still after so many times `GLIDE_S`."""


@dataclass(frozen=True)
class Pose:
    """Centre of the focus in plane km, and pixels per plane km."""

    x: float
    y: float
    scale: float


Path = Callable[[float], Pose]
"""The pose at a share 0..1 of a flight's time."""

Drift = tuple[float, float, float]
"""Speed of x, y in plane km and of the scale's logarithm, each per flight."""

STILL: Drift = (0.0, 0.0, 0.0)


def flight(start: Pose, end: Pose, width_px: float, progress: float) -> Pose:
    """The pose at `progress` 0..1 on the smooth path from `start` to `end`.

    Source: van Wijk and Nuij, Smooth and efficient zooming and panning, InfoVis 2003.
    """
    if progress <= 0 or progress >= 1:
        return start if progress <= 0 else end
    w0, w1 = width_px / start.scale, width_px / end.scale
    dx, dy = end.x - start.x, end.y - start.y
    u1 = math.hypot(dx, dy)
    rho = FLIGHT_CURVE
    if u1 < 1e-6 * w0:
        width = w0 * (w1 / w0) ** progress
        return Pose(start.x + dx * progress, start.y + dy * progress, width_px / width)
    b0 = (w1**2 - w0**2 + rho**4 * u1**2) / (2 * w0 * rho**2 * u1)
    b1 = (w1**2 - w0**2 - rho**4 * u1**2) / (2 * w1 * rho**2 * u1)
    r0, r1 = -math.asinh(b0), -math.asinh(b1)
    s = (r1 - r0) / rho * progress
    width = w0 * math.cosh(r0) / math.cosh(rho * s + r0)
    u = w0 / rho**2 * (math.cosh(r0) * math.tanh(rho * s + r0) - math.sinh(r0))
    return Pose(start.x + dx * u / u1, start.y + dy * u / u1, width_px / width)


def eased(time: float) -> float:
    """A cubic from 0 to 1 that begins and ends at rest."""
    return 4 * time**3 if time < 0.5 else 1 - 4 * (1 - time) ** 3


def carried(path: Path, drift: Drift) -> Path:
    """`path`, which begins and ends at rest, begun with the speed `drift`."""

    def at(time: float) -> Pose:
        pose, left = path(time), time * (1 - time) ** 2
        return Pose(
            pose.x + drift[0] * left,
            pose.y + drift[1] * left,
            pose.scale * math.exp(drift[2] * left),
        )

    return at


def zoom_path(start: Pose, end: Pose) -> Path:
    """A flight that scales evenly; what lies still on the screen at both ends lies still."""

    def at(time: float) -> Pose:
        scale = start.scale * (end.scale / start.scale) ** eased(time)
        whole = 1 / start.scale - 1 / end.scale
        share = (1 / start.scale - 1 / scale) / whole if whole else eased(time)
        return Pose(start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share, scale)

    return at


def glide_path(start: Pose, across: float, down: float) -> Path:
    """A glide by `across`, `down` plane km that only ever slows down."""
    whole = 1 - math.exp(-GLIDE_ENDS)

    def at(time: float) -> Pose:
        share = (1 - math.exp(-GLIDE_ENDS * time)) / whole
        return Pose(start.x + across * share, start.y + down * share, start.scale)

    return at


def alike(one: Pose, other: Pose) -> bool:
    """True if two poses differ by less than a tenth of a pixel."""
    near = 0.1 / other.scale
    return (
        abs(one.x - other.x) < near
        and abs(one.y - other.y) < near
        and math.isclose(one.scale, other.scale, rel_tol=1e-4)
    )
