"""Names that keep their places while time runs."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from kiosk.map.labels.names import Names


def test_a_river_that_has_left_the_view_has_no_name_until_it_is_back() -> None:
    names = Names()
    laying: Any = SimpleNamespace(holds=True, mm=4.0, settle=False)
    names.begin(laying, [])
    names.recall(({"zhang": 3}, {}, {}))
    assert names.at("zhang", [], (80, 20)) is None
    assert names.memory() == ({"zhang": 3}, {}, {})
