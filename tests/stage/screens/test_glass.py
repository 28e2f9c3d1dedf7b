"""The technician learns from the log what the screen is too small for."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from tests.meeting import Meet

MINIMAL = Path(__file__).parents[2] / "exhibits" / "minimal"


@pytest.mark.parametrize(("across", "up", "said"), [(344, 194, True), (531, 299, False)])
def test_small_glass_is_told_once(
    meet: Meet, caplog: pytest.LogCaptureFixture, across: float, up: float, said: bool
) -> None:
    caplog.set_level(logging.INFO, "kiosk.app")
    meet(MINIMAL, screen_mm=(across, up))
    told = [record.message for record in caplog.records if record.name == "kiosk.app"]
    assert any("the screen measures 15.5 inches" in line for line in told) is said
