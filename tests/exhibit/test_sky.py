"""Sun and moon, against an almanac."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys

import pytest

from kiosk.exhibit.calendars import Reckoning
from kiosk.exhibit.sky import MOONLIGHT, Sky, nights, sky_at

HERE = (114.5, 36.45)
AT = dt.datetime.fromisoformat
MINUTE = dt.timedelta(minutes=1)


@pytest.mark.parametrize(
    ("day", "sunset"), [("1945-10-28", "17:31"), ("1945-11-01", "17:26"), ("1945-10-24", "17:35")]
)
def test_the_night_begins_at_the_almanacs_minute(day: str, sunset: str) -> None:
    (begins, ends), *_ = nights(AT(f"{day} 12:00"), AT(f"{day} 12:00") + dt.timedelta(1), HERE, 8)
    assert abs(begins - AT(f"{day} {sunset}")) <= MINUTE
    assert AT("1945-01-01 06:36").time() <= ends.time() <= AT("1945-01-01 06:46").time()


@pytest.mark.parametrize(
    ("day", "hour", "where", "reckoning", "lit"),
    [
        ((-330, 9, 20), 20, (43.25, 36.36), Reckoning(julian=True, ancient=True), 1.0),
        ((1133, 8, 2), 12, (0.0, 51.5), Reckoning(julian=True), 0.0),
        ((1999, 8, 11), 11, (0.0, 51.5), Reckoning(), 0.0),
    ],
)
def test_an_eclipse_is_on_its_day(
    day: tuple[int, int, int],
    hour: int,
    where: tuple[float, float],
    reckoning: Reckoning,
    lit: float,
) -> None:
    """The moon's before Gaugamela, the sun's of King Henry and of 1999, by NASA's canon."""
    sky = sky_at(reckoning.day(*day) + dt.timedelta(hours=hour), where, where[0] / 15)
    assert sky.lit == pytest.approx(lit, abs=0.002)


@pytest.mark.parametrize(
    ("moment", "night"),
    [
        ("1945-10-24 02:00", True),
        ("1945-10-28 17:20", False),
        ("1945-10-28 17:40", True),
        ("1945-10-28 18:40", True),
        ("1945-10-29 12:00", False),
    ],
)
def test_it_is_night_when_the_sun_is_down(moment: str, night: bool) -> None:
    assert sky_at(AT(moment), HERE, 8).night is night


def test_the_moon_of_the_night_attack() -> None:
    sky = sky_at(AT("1945-10-24 02:00"), HERE, 8)
    assert round(sky.lit * 100) == 91
    assert round(sky.moon) == 71
    assert (sky.moon_up, sky.lit_right) == (True, False)


def test_the_moon_rises_a_minute_after_midnight() -> None:
    assert not sky_at(AT("1945-10-29 00:00"), HERE, 8).moon_up
    assert sky_at(AT("1945-10-29 00:10"), HERE, 8).moon_up


def test_the_moon_is_full_on_21_october() -> None:
    days = [AT("1945-10-15 21:00") + dt.timedelta(day) for day in range(14)]
    lit = [sky_at(day, HERE, 8).lit for day in days]
    assert days[lit.index(max(lit))].day == 21
    assert max(lit) > 0.99
    assert [sky_at(day, HERE, 8).lit_right for day in days] == [True] * 6 + [False] * 8


@pytest.mark.parametrize(
    ("sun", "moon", "lit", "darkness"),
    [
        (40, -90, 0, 0),
        (-0.8, -90, 0, 0),
        (-6.4165, -90, 0, 0.5),
        (-12, -90, 0, 1),
        (-50, -1, 1, 1),
        (-50, 90, 1, 1 - MOONLIGHT),
        (-50, 30, 1, 1 - MOONLIGHT / 2),
        (-50, 90, 0.5, 1 - MOONLIGHT / 2),
        (40, 90, 1, 0),
    ],
)
def test_the_ground_is_the_darker_the_deeper_the_sun_and_the_less_moon_there_is(
    sun: float, moon: float, lit: float, darkness: float
) -> None:
    assert Sky(sun, moon, lit, lit_right=True).darkness == pytest.approx(darkness, abs=1e-4)


@pytest.mark.parametrize(("lat", "right"), [(40.0, True), (-40.0, False)])
def test_a_waxing_moon_is_lit_on_the_other_side_in_the_south(lat: float, right: bool) -> None:
    assert sky_at(AT("1945-10-15 20:00"), (114.5, lat), 8).lit_right is right


@pytest.mark.parametrize(
    ("moment", "where", "offset", "altitude"),
    [
        ("2000-03-20 12:10", (0.0, 0.0), 0, 90),
        ("2000-06-21 12:00", (0.0, 51.48), 0, 61.96),
        ("2000-12-21 12:00", (0.0, 51.48), 0, 15.08),
        ("2000-06-21 00:00", (0.0, 51.48), 0, -15.08),
    ],
)
def test_the_sun_stands_as_high_as_the_season_has_it(
    moment: str, where: tuple[float, float], offset: float, altitude: float
) -> None:
    assert sky_at(AT(moment), where, offset).sun == pytest.approx(altitude, abs=0.8)


def test_the_clock_of_the_place_counts() -> None:
    noon = AT("1945-10-28 12:00")
    assert not sky_at(noon, HERE, 8).night
    assert sky_at(noon, HERE, -4).night


def test_nights_and_moments_say_the_same() -> None:
    starts, ends = AT("1945-10-14"), AT("1945-11-03")
    told = nights(starts, ends, HERE, 8)
    assert len(told) == 21
    assert (told[0][0], told[-1][1]) == (starts, ends)
    for hour in range(480):
        moment = starts + dt.timedelta(hours=hour)
        assert sky_at(moment, HERE, 8).night == any(a <= moment < b for a, b in told)


@pytest.mark.parametrize(
    ("starts", "ends", "hours"),
    [("1945-06-01", "1945-07-03", 0), ("1945-12-01", "1946-01-03", 33 * 24)],
)
def test_beyond_the_polar_circle_the_sun_may_not_turn_at_all(
    starts: str, ends: str, hours: int
) -> None:
    told = nights(AT(starts), AT(ends), (20.0, 80.0), 1)
    assert sum((b - a for a, b in told), dt.timedelta()) == dt.timedelta(hours=hours)
    assert len(told) == (1 if hours else 0)


def test_the_almanac_is_not_loaded_before_it_is_asked() -> None:
    code = "import sys, kiosk.exhibit.sky; sys.exit('ephem' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
