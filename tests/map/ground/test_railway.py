"""The railway: light with dark dashes, and a mark where two lines of it meet."""

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


@pytest.mark.parametrize(("px_per_km", "marked"), [(1, False), (4, True)])
def test_a_railway_has_a_mark_where_two_lines_of_it_meet(
    tmp_path: Path, px_per_km: float, marked: bool
) -> None:
    lines = [[[9, 10], [10, 10]], [[10, 10], [11, 10]]]
    railway = layer(tmp_path, "railway", ("MultiLineString", lines, {}))
    image = BaseMap(ground(railway), tmp_path).paint(frame(10, 10, px_per_km, px_per_mm=10))

    def above(x: int) -> bool:
        return QColor(colour(image, x, 86)).lightness() > 100

    assert above(100) is marked
    assert not above(60)
