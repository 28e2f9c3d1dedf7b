"""Within reach of a seated visitor: all that is touched, and the way to answer the warning."""

from __future__ import annotations

import pytest

from kiosk.machine.glass import REACH_TOP_MM
from kiosk.visit.session import State
from kiosk.workbench.layout.eyes import Seen
from tests.meeting import Meet
from tests.window import SCREENS, Visitor

REACH_FLOOR_MM = 380
SCREENS_HUNG = [((1080, 1920), (680, 1210), 700.0), ((1920, 1080), (952, 535), 900.0)]
"""Size in px and mm, and how high the lower edge hangs: 55 inches upright, 43 across."""


def beyond(visitor: Visitor) -> list[str]:
    """The names of what can be pressed and isn't within reach; what the map itself has aside."""
    glass = visitor.stage._glass

    def out(target: Seen) -> bool:
        top, low = target.area.top() + 1, target.area.bottom() - 1
        above = glass.above_floor_mm(top) > REACH_TOP_MM
        return above or glass.above_floor_mm(low) < REACH_FLOOR_MM

    targets = [one for one in visitor.look().targets if one.title != "ProofMark"]
    assert targets
    return [target.name for target in targets if out(target)]


@pytest.mark.parametrize(("size", "mm", "floor"), SCREENS_HUNG)
def test_all_that_is_touched_is_within_reach_and_the_warning_always(
    meet: Meet, size: tuple[int, int], mm: tuple[float, float], floor: float
) -> None:
    visitor = meet(size=size, screen_mm=mm, floor_mm=floor, river=False)
    visitor.stand_still()
    visitor.wake()
    visitor.wait_for(State.WARNING)
    visitor.frame()
    assert beyond(visitor) == []
    visitor.stage.session.stay()
    visitor.stage.preferences.toggleReachMode()
    for screen in (*SCREENS, "decisions", "disagreements"):
        visitor.stage.navigation.openPanel(screen)
        visitor.settle()
        visitor.frame()
        assert beyond(visitor) == [], screen
