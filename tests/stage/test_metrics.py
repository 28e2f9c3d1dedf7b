"""Physical sizes: from the settings, else from the screen's own report, else 24 inches."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.stage.metrics import Screen, is_sensible, measure


def glass(
    size: tuple[int, int],
    said: tuple[float, float] | None = None,
    reported: tuple[float, float] | None = None,
) -> Screen:
    return measure(size, said_mm=said, reported_mm=reported, distance_mm=600, floor_mm=750)


@pytest.mark.parametrize(
    ("size", "said", "reported", "width_mm"),
    [
        ((1920, 1080), (531, 299), (1000, 560), 531),
        ((1080, 1920), (531, 299), None, 299),
        ((1920, 1080), None, (598, 336), 598),
        ((1080, 1920), None, (598, 336), 336),
        ((1920, 1080), None, (0, 0), 531.3),
        ((1920, 1080), None, (160, 90), 160),
        ((1920, 1080), None, (16, 9), 531.3),
        ((1920, 1080), None, (400, 400), 531.3),
        ((1920, 1080), None, None, 531.3),
        ((1600, 1200), None, None, 487.7),
    ],
)
def test_the_settings_go_first_then_a_sensible_report_then_24_inches(
    size: tuple[int, int],
    said: tuple[float, float] | None,
    reported: tuple[float, float] | None,
    width_mm: float,
) -> None:
    assert glass(size, said, reported).width_mm == pytest.approx(width_mm, abs=0.1)


@pytest.mark.parametrize(
    ("size", "size_mm", "sensible"),
    [
        ((1920, 1080), (531, 299), True),
        ((3840, 2160), (1210, 680), True),
        ((1920, 1080), (0, 0), False),
        ((1920, 1080), (1600, 900), True),
        ((1920, 1080), (3200, 1800), False),
        ((1920, 1080), (50, 28), False),
        ((1920, 1080), (531, 400), False),
        ((0, 0), (531, 299), False),
    ],
)
def test_a_report_is_checked_for_sense(
    size: tuple[int, int], size_mm: tuple[float, float], sensible: bool
) -> None:
    assert is_sensible(*size, *size_mm) is sensible


@given(st.integers(1280, 3840), st.floats(300, 3000), st.floats(200, 1500))
def test_the_capital_h_spans_the_angle_that_can_be_read(
    width: int, distance: float, width_mm: float
) -> None:
    screen = Screen(width, width * 9 // 16, width_mm, width_mm * 9 / 16, distance)
    cap_mm = screen.body_px * 0.733 / screen.px_per_mm
    assert math.degrees(math.atan(cap_mm / distance)) >= 0.7 - 1e-6
    assert (screen.body_px - 1) * 0.733 / screen.px_per_mm < cap_mm


@pytest.mark.parametrize(
    ("floor_mm", "height_mm", "below_mm"),
    [(750, 300, 0), (900, 500, 180), (600, 620, 0), (400, 1200, 380), (1200, 700, 420)],
)
def test_reach_begins_below_what_a_seated_visitor_cannot_touch(
    floor_mm: float, height_mm: float, below_mm: float
) -> None:
    screen = Screen(1000, round(height_mm), 1000, height_mm, 600, floor_mm)
    assert screen.reach_top_px == pytest.approx(below_mm, abs=1)
