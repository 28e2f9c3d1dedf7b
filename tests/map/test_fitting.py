"""Maps from one kilometre to ten thousand: how near they may be looked at, what is named."""

from __future__ import annotations

import pytest

from kiosk.exhibit.geo import across_km
from kiosk.exhibit.model import Bounds
from kiosk.map.fitting import NEAREST_KM, Fitting, px_per_ground_km
from kiosk.map.flight import Pose
from kiosk.map.viewport import wideness

FOCUS = (800.0, 36.0, 1056.0, 814.0)


@pytest.mark.parametrize(
    ("bounds", "nearest"),
    [
        ((0.0, 0.0, 0.009, 0.009), 0.2),
        ((0.0, 50.0, 0.14, 50.09), 2.0),
        ((105.0, 28.0, 123.5, 42.3), NEAREST_KM),
        ((-45.0, -40.0, 45.0, 40.0), NEAREST_KM),
    ],
)
def test_a_map_is_looked_at_from_as_near_as_it_is_small(bounds: Bounds, nearest: float) -> None:
    fitting = Fitting.of(bounds, FOCUS)
    whole = fitting.farthest()
    near = fitting.held(Pose(whole.x, whole.y, 1e9))
    assert FOCUS[2] / px_per_ground_km(near) == pytest.approx(nearest, rel=0.02)


@pytest.mark.parametrize(
    ("bounds", "factor"),
    [
        ((0.0, 0.0, 0.009, 0.009), 1.0),
        ((105.0, 28.0, 123.5, 42.3), 1.0),
        ((-45.0, -40.0, 45.0, 40.0), 4.4),
    ],
)
def test_of_a_theatre_things_are_named_from_farther(bounds: Bounds, factor: float) -> None:
    assert wideness(bounds) == pytest.approx(factor, abs=0.1)
    assert across_km(bounds) == pytest.approx(111.19 * (bounds[3] - bounds[1]), rel=0.01)
