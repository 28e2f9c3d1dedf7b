"""Day and night of the campaign."""

from __future__ import annotations

import datetime as dt
import math


def sun_altitude(moment: dt.datetime, where: tuple[float, float], utc_offset_hours: float) -> float:
    """Degrees of the sun's centre above the horizon at local `moment` and (lon, lat) `where`.

    Source: NOAA Solar Calculator, general solar position equations; good to about half a degree.
    """
    lon, lat = where
    hours = moment.hour + moment.minute / 60
    year = math.tau / 365 * (moment.timetuple().tm_yday - 1 + (hours - 12) / 24)
    equation_min = 229.18 * (
        0.000075
        + 0.001868 * math.cos(year)
        - 0.032077 * math.sin(year)
        - 0.014615 * math.cos(2 * year)
        - 0.040849 * math.sin(2 * year)
    )
    declination = (
        0.006918
        - 0.399912 * math.cos(year)
        + 0.070257 * math.sin(year)
        - 0.006758 * math.cos(2 * year)
        + 0.000907 * math.sin(2 * year)
        - 0.002697 * math.cos(3 * year)
        + 0.00148 * math.sin(3 * year)
    )
    solar_min = hours * 60 + equation_min + 4 * lon - 60 * utc_offset_hours
    angle = math.radians(solar_min / 4 - 180)
    phi = math.radians(lat)
    sine = math.sin(phi) * math.sin(declination) + math.cos(phi) * math.cos(declination) * math.cos(
        angle
    )
    return math.degrees(math.asin(max(-1.0, min(1.0, sine))))


def is_dark(moment: dt.datetime, where: tuple[float, float], utc_offset_hours: float) -> bool:
    """Whether the sun is down: its upper edge, bent by the air, below the horizon (-0.833 deg)."""
    return sun_altitude(moment, where, utc_offset_hours) < -0.833
