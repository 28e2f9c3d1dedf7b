"""`kiosk at`: who is where at a moment of the campaign, for people and for programs."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from kiosk.exhibit.aspect import aspect_in
from kiosk.exhibit.clock import Clock, Sighting
from kiosk.exhibit.model import Exhibit
from kiosk.exhibit.reading.edtf import moment_from
from kiosk.exhibit.rules.moments import said


class NoSuchMoment(ValueError):
    """A moment that can't be read, or that the exhibit does not tell of."""


def moment_of(exhibit: Exhibit, text: str) -> dt.datetime:
    """The moment that `text` says, in local time of the campaign; raises NoSuchMoment."""
    starts, ends = exhibit.exhibit.starts, exhibit.exhibit.ends
    try:
        moment = moment_from(text, exhibit.reckoning)
    except (OverflowError, ValueError):
        raise NoSuchMoment(f'"{text}" is not a moment such as "{said(starts)}"') from None
    if moment.tzinfo is not None:
        raise NoSuchMoment(f'"{text}" carries a time zone; moments are local time')
    if not starts <= moment <= ends:
        whole = f"{said(starts)} to {said(ends)}"
        raise NoSuchMoment(f"{said(moment)} lies outside the time of the exhibit, {whole}")
    return moment


def as_json(exhibit: Exhibit, moment: dt.datetime) -> str:
    """`{"time", "units": [{"id", "side", "lon", "lat", "uncertainty_km", "status", "sources"}]}`.

    `time` is local time of the campaign, degrees have five decimals (a metre).
    """
    units = [_unit(sighting) for sighting in _sightings(exhibit, moment)]
    time = exhibit.reckoning.written(moment).replace(" ", "T")
    return json.dumps({"time": time, "units": units}, indent=2)


def as_text(exhibit: Exhibit, moment: dt.datetime) -> str:
    """The moment, and a line a formation in columns."""
    rows = [("formation", "side", "lon", "lat", "± km", "status")]
    rows += [_row(sighting) for sighting in _sightings(exhibit, moment)]
    if len(rows) == 1:
        return f"{said(moment)}\nNo formation is on the map yet."
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join([said(moment), *(_aligned(row, widths) for row in rows)])


def _sightings(exhibit: Exhibit, moment: dt.datetime) -> Iterator[Sighting]:
    """Every formation where it is on the globe, in whatever aspect the map is kept."""
    aspect = aspect_in(exhibit.map)
    for sighting in Clock(exhibit).at(moment):
        lon, lat = sighting.lon, sighting.lat
        lon, lat = aspect.unturned((lon, lat)) if aspect else (lon, lat)
        yield replace(sighting, lon=lon, lat=lat)


def _unit(sighting: Sighting) -> dict[str, Any]:
    return {
        "id": sighting.formation,
        "side": sighting.side,
        "lon": round(sighting.lon, 5),
        "lat": round(sighting.lat, 5),
        "uncertainty_km": round(sighting.uncertainty_km, 2),
        "status": str(sighting.state),
        "sources": list(sighting.sources),
    }


def _row(sighting: Sighting) -> tuple[str, str, str, str, str, str]:
    return (
        sighting.formation,
        sighting.side,
        f"{sighting.lon:.4f}",
        f"{sighting.lat:.4f}",
        f"{sighting.uncertainty_km:.1f}",
        str(sighting.state),
    )


def _aligned(row: tuple[str, ...], widths: list[int]) -> str:
    """Words to the left, numbers to the right of their column."""
    cells = [
        cell.rjust(width) if column in (2, 3, 4) else cell.ljust(width)
        for column, (cell, width) in enumerate(zip(row, widths, strict=True))
    ]
    return "  ".join(cells).rstrip()
