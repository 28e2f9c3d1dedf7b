"""Sun and moon over the campaign: nights, and the moon as it stood at an hour."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from kiosk.exhibit.aspect import aspect_in
from kiosk.exhibit.calendars import MOVED, is_moved

if TYPE_CHECKING:
    from kiosk.exhibit.model import Exhibit

EDGE_DEG = -0.833
"""Altitude of a disc's centre when its upper edge touches the horizon: radius and refraction."""

DARK_DEG = -12.0
"""Altitude of the sun's centre, in degrees, at the end of nautical twilight: from here on no more
than outlines are seen of what lies on the ground (US Naval Observatory)."""

MOONLIGHT = 0.35
"""Share of the darkness that a full moon in the zenith takes away: as dark as a decision by night
is drawn beside a night without a moon, opacity 0.34 beside 0.52."""

EVERY = dt.timedelta(minutes=10)
"""The steps of time in which the sky is computed."""

DAY = dt.timedelta(days=1)
NOON_1899 = dt.datetime(1899, 12, 31, 12)


@dataclass(frozen=True)
class Sky:
    """The sky over a place at a moment.

    Altitudes are those of the centres, in degrees above the horizon; `lit` is the share of the
    moon's disc that is lit, 0 to 1; `lit_right` says on which side an observer sees that light.
    """

    sun: float
    moon: float
    lit: float
    lit_right: bool

    @property
    def night(self) -> bool:
        """True while the sun is down."""
        return self.sun < EDGE_DEG

    @property
    def moon_up(self) -> bool:
        """True while the moon stands above the horizon."""
        return self.moon >= EDGE_DEG

    @property
    def moonlight(self) -> float:
        """Moonlight on level ground, 0 to 1, a full moon's in the zenith.

        The share of the disc that is lit times the sine of its altitude, by which a slanting light
        spreads (Lambert 1760).
        """
        return self.lit * max(0.0, math.sin(math.radians(self.moon)))

    @property
    def darkness(self) -> float:
        """Darkness of the ground, 0 by day to 1 in a night without a moon.

        It grows evenly from sunset to `DARK_DEG`; the moon takes `MOONLIGHT` times its light of it.
        """
        dusk = (EDGE_DEG - self.sun) / (EDGE_DEG - DARK_DEG)
        return min(max(0.0, dusk), 1.0) * (1 - MOONLIGHT * self.moonlight)


def place_of(exhibit: Exhibit) -> tuple[float, float]:
    """The place over which an exhibit's sky is told, as (longitude, latitude): its map's middle."""
    west, south, east, north = exhibit.indexed("views")[exhibit.exhibit.view].bounds
    middle, aspect = ((west + east) / 2, (south + north) / 2), aspect_in(exhibit.map)
    return aspect.unturned(middle) if aspect else middle


def sky_over(exhibit: Exhibit, moment: dt.datetime) -> Sky:
    """The sky over an exhibit's place at a moment of its clock, to ten minutes."""
    return sky_at(moment, place_of(exhibit), exhibit.exhibit.utc_offset_hours)


def sky_at(moment: dt.datetime, where: tuple[float, float], utc_offset_hours: float) -> Sky:
    """The sky at local `moment`, to ten minutes, over (longitude, latitude) `where`.

    Source: PyEphem (libastro of XEphem), positions good to arc seconds.
    """
    day = moment.replace(hour=0, minute=0, second=0, microsecond=0)
    return _sky(day + (moment - day) // EVERY * EVERY, where, utc_offset_hours)


@lru_cache(maxsize=512)
def _sky(moment: dt.datetime, where: tuple[float, float], utc_offset_hours: float) -> Sky:
    import ephem

    observer = _observer(where)
    observer.date = _dublin(moment - dt.timedelta(hours=utc_offset_hours))
    sun, moon = ephem.Sun(observer), ephem.Moon(observer)
    return Sky(
        sun=math.degrees(sun.alt),
        moon=math.degrees(moon.alt),
        lit=moon.phase / 100,
        lit_right=(moon.elong > 0) == (where[1] >= 0),
    )


@lru_cache(maxsize=4)
def nights(
    starts: dt.datetime, ends: dt.datetime, where: tuple[float, float], utc_offset_hours: float
) -> tuple[tuple[dt.datetime, dt.datetime], ...]:
    """The nights between local `starts` and `ends`, each from when to when, in order of time."""
    import ephem

    observer, offset = _observer(where), dt.timedelta(hours=utc_offset_hours)
    found: list[tuple[dt.datetime, dt.datetime]] = []
    at = starts
    while at < ends:
        observer.date = _dublin(at - offset)
        sun = ephem.Sun(observer)
        dark = math.degrees(sun.alt) < EDGE_DEG
        turn = observer.next_rising if dark else observer.next_setting
        try:
            until = at + (turn(sun, use_center=True) - observer.date) * DAY
        except ephem.CircumpolarError:  # no turn within a day, near the poles
            until = at + DAY
        until = min(until + dt.timedelta(seconds=1), ends)
        if dark and found and found[-1][1] == at:
            found[-1] = (found[-1][0], until)
        elif dark:
            found.append((at, until))
        at = until
    return tuple(found)


def _dublin(moment: dt.datetime) -> float:
    """A moment of universal time in days since noon of 31 December 1899, as PyEphem counts.

    Its own dates would be Caesar's until 1582.
    """
    return (moment - NOON_1899 - is_moved(moment) * MOVED) / DAY


def _observer(where: tuple[float, float]) -> Any:
    """Somebody at `where` who sees by geometry alone: refraction is in `EDGE_DEG`."""
    import ephem

    observer = ephem.Observer()
    observer.lon, observer.lat = (math.radians(degrees) for degrees in where)
    observer.pressure = 0
    observer.horizon = math.radians(EDGE_DEG)
    return observer
