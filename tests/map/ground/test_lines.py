"""Roads and borders."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.map.ground.basemap import BaseMap
from tests.map.ground.painted import frame, ground, layer, lit


@pytest.mark.parametrize("style", ["road", "border"])
def test_other_lines_leave_a_mark(tmp_path: Path, style: str) -> None:
    line = layer(tmp_path, style, ("LineString", [[9, 10], [11, 10]], {}))
    image = BaseMap(ground(line), tmp_path).paint(frame(10, 10, 1))
    assert {y for _, y in lit(image)} <= set(range(96, 104))
    assert lit(image)
