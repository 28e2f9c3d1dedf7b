"""Pins of a scan: which of its points lie where, from a world file or an annotation of IIIF.

The annotation is that of the Georeference Extension 1.0, as Allmaps writes it; a world file gives
degrees, or metres of Web Mercator (EPSG:3857).
"""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

from kiosk.exhibit.geo import GLOBE, lies_in
from kiosk.exhibit.model import Exhibit, Layer, Pin
from kiosk.exhibit.reading.files import inside

WORLD_FILES = (".pgw", ".jgw", ".wld")
MAX_BYTES = 1_000_000
RADIUS_M = 6378137.0
"""The radius of Web Mercator's sphere."""

APART_PX = (1000, 100, 10, 1)
"""Distances of the pins that are made of a world file: the first that ends on the globe."""


class PinsError(Exception):
    """The reason why a file places no scan."""


def pins_of(folder: Path, layer: Layer) -> tuple[Pin, ...]:
    """The pins of a layer, its own or those of its file. Raises `PinsError`."""
    path = inside(folder, layer.georeference) if layer.georeference else None
    if path is None:
        return layer.pins
    try:
        if path.stat().st_size > MAX_BYTES:
            raise PinsError("is larger than 1 MB")
        text = path.read_text("utf-8")
    except OSError as error:
        raise PinsError(f"can't be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise PinsError("is not UTF-8 text") from None
    found = _of_world(text) if path.suffix.lower() in WORLD_FILES else _of_annotation(text)
    if not all(lies_in(GLOBE, pin.at) for pin in found):
        raise PinsError("gives points that are no degrees of longitude and latitude")
    return found


def with_pins(folder: Path, exhibit: Exhibit) -> Exhibit:
    """The exhibit with the pins of its scans in it; a scan without any is not drawn."""
    layers = tuple(
        layer.model_copy(update={"pins": _found(folder, layer)}) for layer in exhibit.map.layers
    )
    return exhibit.model_copy(update={"map": exhibit.map.model_copy(update={"layers": layers})})


def _found(folder: Path, layer: Layer) -> tuple[Pin, ...]:
    try:
        return pins_of(folder, layer)
    except PinsError:
        return ()


def _of_world(text: str) -> tuple[Pin, ...]:
    try:
        a, d, b, e, c, f = map(float, text.split())
    except ValueError:
        raise PinsError("is no world file: six numbers, one in a line") from None
    for apart in APART_PX:
        spots = (0, 0), (apart, 0), (0, apart)
        ground = [_degrees(a * x + b * y + c, d * x + e * y + f) for x, y in spots]
        if all(lies_in(GLOBE, spot) for spot in ground):
            break
    return tuple(Pin(x=x, y=y, at=at) for (x, y), at in zip(spots, ground, strict=True))


def _degrees(east: float, north: float) -> tuple[float, float]:
    """A point in degrees, given in them or in metres of Web Mercator."""
    if abs(east) <= 360 and abs(north) <= 90:
        return east, north
    lat = math.degrees(math.atan(math.sinh(max(-10.0, min(10.0, north / RADIUS_M)))))
    return math.degrees(east / RADIUS_M), lat


def _of_annotation(text: str) -> tuple[Pin, ...]:
    try:
        document: Any = json.loads(text)
        body = document["items"][0]["body"] if "items" in document else document["body"]
        pins = tuple(
            Pin(
                x=float(feature["properties"]["resourceCoords"][0]),
                y=float(feature["properties"]["resourceCoords"][1]),
                at=(
                    float(feature["geometry"]["coordinates"][0]),
                    float(feature["geometry"]["coordinates"][1]),
                ),
            )
            for feature in body["features"]
        )
    except (KeyError, IndexError, TypeError, ValueError, RecursionError):
        raise PinsError("is no georeference annotation of IIIF") from None
    if len(pins) < 2:
        raise PinsError("has fewer than two points")
    return _spread(pins)


def _spread(pins: tuple[Pin, ...]) -> tuple[Pin, ...]:
    """Four of many pins, those nearest to the corners; all where there are no more."""
    if len(pins) <= 4:
        return pins
    corners = ((-1, -1), (1, -1), (1, 1), (-1, 1))
    chosen = [max(pins, key=lambda pin: x * pin.x + y * pin.y) for x, y in corners]
    return tuple({(pin.x, pin.y): pin for pin in chosen}.values())
