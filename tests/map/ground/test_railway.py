"""The railway: light with dark dashes."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtGui import QColor

from kiosk.map.ground.basemap import BaseMap
from kiosk.map.ground.palette import TABLE
from tests.map.ground.painted import colour, frame, ground, layer


def test_a_railway_is_a_light_line_with_dark_dashes(tmp_path: Path) -> None:
    line = layer(tmp_path, "railway", ("LineString", [[9, 10], [11, 10]], {}))
    image = BaseMap(ground(line), tmp_path).paint(frame(10, 10, 1, px_per_mm=10))
    middle = [QColor(colour(image, x, 100)).lightness() for x in range(200)]
    assert max(middle) == QColor(TABLE.rail).lightness()
    assert min(middle) < 60
    changes = sum((a > 100) != (b > 100) for a, b in pairwise(middle))
    assert changes >= 6


@pytest.mark.parametrize(("mm_per_km", "px"), [(0.2, 4.5), (2, 9), (6, 11)])
def test_the_nearer_it_is_seen_the_wider_is_the_railway(
    tmp_path: Path, mm_per_km: float, px: float
) -> None:
    line = layer(tmp_path, "railway", ("LineString", [[9, 10], [11, 10]], {}))
    px_per_mm = 3.6
    image = BaseMap(ground(line), tmp_path).paint(
        frame(10, 10, mm_per_km * px_per_mm, px_per_mm=px_per_mm)
    )
    across = max(
        sum(QColor(colour(image, x, y)).lightness() > 100 for y in range(200)) for x in range(200)
    )
    assert across == pytest.approx(px, abs=1.5)
