"""What tests share to be quick is shared indeed: it is lost in silence else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtGui import QPointingDevice

from kiosk.map.picture import Cartographer, Drawing
from tests.meeting import Meet, opened
from tests.succession import Succession


def test_a_second_kiosk_has_its_map_from_the_first(
    meet: Meet, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[object] = []
    drawing: Callable[..., Drawing] = Cartographer.drawing

    def noted(self: Cartographer, *asked: Any, **how: Any) -> Drawing:
        begun.append(asked[0])
        return drawing(self, *asked, **how)

    monkeypatch.setattr(Cartographer, "drawing", noted)
    size = (1111, 666)
    meet(size=size, river=False).wake()
    assert begun
    begun.clear()
    meet(size=size, river=False).wake()
    assert begun == []


def test_the_next_visitor_comes_to_the_same_kiosk(
    succession: Succession, finger: QPointingDevice
) -> None:
    first = succession.next(lambda: opened(finger))
    for panel, sheet in (("phases", "events"), ("forces", "order"), ("maps", "sources")):
        first.stage.navigation.openPanel(panel)
        first.stage.navigation.openSheet(sheet)
        first.settle()
    second = succession.next(lambda: opened(finger))
    succession.pause()
    assert second is first
