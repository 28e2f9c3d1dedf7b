"""Physical sizes: from the settings, else from the screen's own report, else 24 inches."""

from __future__ import annotations

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kiosk.machine.glass import Glass, is_sensible, measure


def glass(
    size: tuple[int, int],
    said: tuple[float, float] | None = None,
    reported: tuple[float, float] | None = None,
) -> Glass:
    return measure(size, said_mm=said, reported_mm=reported, distance_mm=600, floor_mm=750)


@pytest.mark.parametrize(
    ("size", "said", "reported", "width_mm"),
    [
        ((1920, 1080), (531, 299), (1000, 560), 531),
        ((1080, 1920), (531, 299), None, 299),
        ((1920, 1080), None, (598, 336), 598),
        ((1080, 1920), None, (598, 336), 336),
        ((1920, 1080), None, (0, 0), 531.3),
        ((1920, 1080), None, (160, 90), 531.3),
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
        ((1920, 1080), (1600, 900), False),
        ((1080, 1920), (270, 480), False),
        ((1920, 1080), (155, 87), True),
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
    screen = Glass(width, width * 9 // 16, width_mm, width_mm * 9 / 16, distance)
    assume(screen.shrink == 1)
    cap_mm = screen.body_px * 0.733 / screen.px_per_mm
    assert math.degrees(math.atan(cap_mm / distance)) >= 0.7 - 1e-6
    assert (screen.body_px - 1) * 0.733 / screen.px_per_mm < cap_mm


@pytest.mark.parametrize(
    ("floor_mm", "height_mm", "part_mm"),
    [
        (750, 300, (0, 300)),
        (900, 500, (180, 500)),
        (600, 620, (0, 620)),
        (400, 1200, (380, 1200)),
        (750, 1218, (748, 1218)),
        (1200, 700, (400, 700)),  # too high: the lowest part of it
        (1300, 200, (0, 200)),
        (200, 900, (0, 720)),
        (200, 1400, (380, 1220)),
        (0, 500, (0, 300)),  # too low: the highest part of it
    ],
)
def test_the_part_in_reach_is_between_380_and_1220_mm_as_far_as_the_glass_hangs_so(
    floor_mm: float, height_mm: float, part_mm: tuple[float, float]
) -> None:
    screen = Glass(1000, round(height_mm), 1000, height_mm, 600, floor_mm)
    assert screen.reach_px == pytest.approx(part_mm, abs=1)


@pytest.mark.parametrize(
    ("inches", "cap_mm", "target_mm"),
    [(7, 3.5, 7.0), (10, 3.67, 10.0), (15.6, 5.72, 15.6), (20, 7.33, 20.0), (43, 7.33, 20.0)],
)
def test_under_20_inches_all_shrinks_with_the_glass_and_text_to_3_5_mm(
    inches: float, cap_mm: float, target_mm: float
) -> None:
    across = inches * 25.4 / math.hypot(16, 9)
    screen = Glass(1920, 1080, 16 * across, 9 * across, 600)
    assert screen.cap_mm == pytest.approx(cap_mm, abs=0.01)
    assert 20 * screen.px_per_mm / screen.glass_px_per_mm == pytest.approx(target_mm, abs=0.01)


def test_the_technician_is_told_what_small_glass_leaves_undone() -> None:
    assert glass((1920, 1080), (531, 299)).shortfall == ""
    assert glass((1920, 1080), (344, 194)).shortfall == (
        "the screen measures 15.5 inches: capitals are 5.7 mm high, where EN 301 549 5.1.4 asks "
        "for 7.3 mm; sizes are true from 20 inches on"
    )
    assert glass((1024, 600), (154, 86)).shortfall == (
        "the screen measures 6.9 inches: capitals are 3.5 mm high, where EN 301 549 5.1.4 asks "
        "for 7.3 mm, and text does not shrink as far as the panels would need; sizes are true "
        "from 20 inches on"
    )


def test_the_technician_is_told_what_hangs_too_high() -> None:
    assert Glass(1080, 1920, 680, 1210, 600, 700).out_of_reach == ""
    assert Glass(1920, 1080, 531, 299, 600, 900).out_of_reach == ""
    assert Glass(1920, 1080, 531.31, 298.86, 600, 750).out_of_reach == ""
    assert Glass(1080, 1920, 680, 1210, 600, 1000).out_of_reach == (
        "the picture's lower edge hangs 1000 mm above the floor: 220 of its 1210 mm are within "
        "reach of a seated visitor, where 400 are needed; hang it lower"
    )
    assert Glass(1080, 1920, 680, 600, 600, 0).out_of_reach.endswith("hang it higher")
