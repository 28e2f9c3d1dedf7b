"""A small base map of layers written for a test, and what its pictures show."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from PySide6.QtGui import QColor, QImage

from kiosk.exhibit.geo import project
from kiosk.exhibit.model import Map
from kiosk.map.ground.basemap import UNTOLD_M
from kiosk.map.ground.frame import Frame
from kiosk.map.ground.palette import TABLE
from tests.pixels import rows

LAND = TABLE.tint(UNTOLD_M).name()
"""The ground where no layer tells of heights."""


def ring(west: float, south: float, east: float, north: float) -> list[list[list[float]]]:
    return [[[west, south], [east, south], [east, north], [west, north], [west, south]]]


PLAIN = ("Polygon", ring(6, 6, 14, 14), {"metres": 20})
"""Ground around, so that the map does not end in the picture."""


def layer(folder: Path, style: str, *features: tuple[str, Any, dict[str, Any]]) -> dict[str, Any]:
    """Writes one layer and returns its entry in the map."""
    document = {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "properties": properties,
                "geometry": {"type": kind, "coordinates": coordinates},
            }
            for kind, coordinates, properties in features
        ],
    }
    (folder / f"{style}.geojson").write_text(json.dumps(document), "utf-8")
    return entry(style)


def entry(style: str) -> dict[str, Any]:
    return {
        "id": style,
        "name": style,
        "file": f"{style}.geojson",
        "style": style,
        "credit": "drawn for a test",
    }


def ground(*layers: dict[str, Any]) -> Map:
    bounds = [9.0, 9.0, 11.0, 11.0]
    views = [{"id": "all", "name": "All", "bounds": bounds}]
    return Map.model_validate({"bounds": bounds, "layers": layers, "views": views})


def frame(lon: float, lat: float, px_per_km: float, size: int = 200, px_per_mm: float = 4) -> Frame:
    """A square picture with (lon, lat) in its middle."""
    x, y = project(lon, lat)
    half = size / 2 / px_per_km
    return Frame(x - half, y - half, px_per_km, size, size, px_per_mm)


def colour(image: QImage, x: int, y: int) -> str:
    return image.pixelColor(x, y).name()


def lit(image: QImage) -> set[tuple[int, int]]:
    """Pixels that differ from bare land."""
    bare = QColor(LAND).rgb()
    return {(x, y) for y, row in enumerate(rows(image)) for x, one in enumerate(row) if one != bare}
