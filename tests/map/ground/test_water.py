"""Water: rivers by rank, as wide on every screen, and dry beds."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.map.ground.basemap import BaseMap
from kiosk.map.ground.palette import TABLE
from tests.map.ground.painted import LAND, colour, frame, ground, layer, lit


@pytest.mark.parametrize("px_per_mm", [4, 8])
def test_a_line_is_as_wide_in_millimetres_on_every_screen(tmp_path: Path, px_per_mm: float) -> None:
    river = layer(tmp_path, "river", ("LineString", [[9, 10], [11, 10]], {"rank": 1}))
    base = BaseMap(ground(river), tmp_path)
    image = base.paint(frame(10, 10, px_per_mm / 8, px_per_mm=px_per_mm))
    column = sum(colour(image, 100, y) != LAND for y in range(200))
    assert column / px_per_mm == pytest.approx(1.6, abs=0.45)


def test_a_greater_river_is_wider(tmp_path: Path) -> None:
    lines = [("LineString", [[9, 9 + r / 3], [11, 9 + r / 3]], {"rank": r}) for r in range(1, 6)]
    base = BaseMap(ground(layer(tmp_path, "river", *lines)), tmp_path)
    widths = []
    for rank in range(1, 6):
        image = base.paint(frame(10, 9 + rank / 3, 1, size=40, px_per_mm=10))
        widths.append(sum(colour(image, 20, y) != LAND for y in range(40)))
    assert widths == sorted(widths, reverse=True)
    assert len(set(widths)) == 5


def test_a_dry_bed_shows_no_water(tmp_path: Path) -> None:
    bed = layer(tmp_path, "river", ("LineString", [[9, 10], [11, 10]], {"rank": 1, "dry": True}))
    image = BaseMap(ground(bed), tmp_path).paint(frame(10, 10, 1))
    seen = {colour(image, x, y) for x, y in lit(image)}
    assert seen
    assert TABLE.water not in seen
