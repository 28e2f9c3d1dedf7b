"""Day and night, against an almanac."""

from __future__ import annotations

import datetime as dt

import pytest

from kiosk.exhibit.sky import is_dark, sun_altitude

HERE = (114.5, 36.45)
AT = dt.datetime.fromisoformat


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # Computed with PyEphem for 36.45 N 114.5 E, local time being UTC+8.
        ("1945-10-28 17:28", "1945-10-28 17:34"),
        ("1945-11-01 17:23", "1945-11-01 17:29"),
    ],
)
def test_the_sun_sets_within_three_minutes_of_the_almanac(before: str, after: str) -> None:
    assert not is_dark(AT(before), HERE, 8)
    assert is_dark(AT(after), HERE, 8)


@pytest.mark.parametrize("day", ["1945-10-24", "1945-10-28", "1945-11-01"])
def test_the_sun_rises_within_the_almanacs_minutes(day: str) -> None:
    assert is_dark(AT(f"{day} 06:27"), HERE, 8)
    assert not is_dark(AT(f"{day} 06:48"), HERE, 8)


@pytest.mark.parametrize(
    ("moment", "where", "offset", "altitude"),
    [
        ("2000-03-20 12:07", (0.0, 0.0), 0, 90),
        ("2000-06-21 12:02", (0.0, 51.48), 0, 61.96),
        ("2000-12-21 11:58", (0.0, 51.48), 0, 15.08),
        ("2000-06-21 00:02", (0.0, 51.48), 0, -15.08),
    ],
)
def test_the_sun_stands_as_high_as_the_season_has_it(
    moment: str, where: tuple[float, float], offset: float, altitude: float
) -> None:
    assert sun_altitude(AT(moment), where, offset) == pytest.approx(altitude, abs=0.6)


def test_the_clock_of_the_place_counts() -> None:
    noon = AT("1945-10-28 12:00")
    assert not is_dark(noon, HERE, 8)
    assert is_dark(noon, HERE, -4)
