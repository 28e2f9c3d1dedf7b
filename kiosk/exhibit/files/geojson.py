"""GeoJSON features of one map layer, read and checked before anything is drawn."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from kiosk.exhibit.aspect import Aspect
from kiosk.exhibit.model import LayerStyle

MAX_BYTES = 8 * 2**20
"""A layer above this would not load while a visitor waits."""

MAX_FAULTS = 10_000
"""The number of faulty features told; the rest is not looked at."""

AREAS = frozenset({LayerStyle.RELIEF, LayerStyle.SEA, LayerStyle.SAND})
"""Styles that fill polygons; all others draw lines."""

Parse = Callable[[str], Any]
"""A reader of JSON that raises ValueError for what it doesn't take."""

Line = tuple[tuple[float, float], ...]
"""Points as (longitude, latitude) in degrees; a ring repeats its first point at the end."""


@dataclass(frozen=True)
class Feature:
    """One thing of a layer.

    `shapes` holds a polygon's rings (outer first, then holes), or a line as its only member.
    """

    shapes: tuple[tuple[Line, ...], ...]
    metres: float = 0.0
    """Height from which a relief tint counts."""
    rank: int = 3
    """Importance of a line, 1 the greatest to 5."""
    dry: bool = False
    """A bed without water."""
    density: float = 1.0
    """Share of the full stipple, 0 to 1."""
    cut: bool = False
    """It goes on beyond an edge that is none, at 180° of longitude."""


class GeoJsonError(Exception):
    """A layer file that cannot be drawn: `file`, and `messages`, one per thing wrong with it."""

    def __init__(self, file: str, messages: tuple[str, ...]) -> None:
        super().__init__(f"{file}: {'; '.join(messages)}")
        self.file = file
        self.messages = messages


class _Fault(ValueError):
    """A fault of one feature."""


def read_features(
    path: Path,
    style: LayerStyle,
    aspect: Aspect | None = None,
    parse: Parse | None = None,
) -> tuple[Feature, ...]:
    """Features of the file, fit for `style`, in an aspect of the globe.

    `parse` may read what is sound sooner. Raises GeoJsonError with the faulty features.
    """
    entries = _entries(path, parse)
    features: list[Feature] = []
    faults: list[str] = []
    for number, entry in enumerate(entries, start=1):
        try:
            features.append(_feature(entry, style))
        except _Fault as fault:
            faults.append(f"feature {number} {fault}")
        if len(faults) == MAX_FAULTS:
            break
    if faults:
        raise GeoJsonError(path.name, tuple(faults))
    return tuple(features) if aspect is None else tuple(_turned(one, aspect) for one in features)


def _turned(feature: Feature, aspect: Aspect) -> Feature:
    """A feature on the turned globe, with whether it was cut where longitudes end."""
    shapes = tuple(tuple(aspect.line(line) for line in lines) for lines in feature.shapes)
    points = (point for lines in feature.shapes for line in lines for point in line)
    return replace(feature, shapes=shapes, cut=any(abs(lon) == 180 for lon, _ in points))


def _document(text: str, parse: Parse | None) -> Any:
    """The values of a JSON file; raises _Fault, or what `json` raises, for what is none."""

    def constant(name: str) -> float:
        raise _Fault(f"holds {name}, which is no number in JSON")

    if parse:
        with suppress(ValueError):
            return parse(text)
    return json.loads(text, parse_constant=constant)


def _entries(path: Path, parse: Parse | None) -> list[Any]:
    """The raw features of a FeatureCollection."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise _Fault(f"is larger than {MAX_BYTES // 2**20} MB")
        text = path.read_text("utf-8")
        if not text.strip():
            raise _Fault("is empty")
        document = _document(text, parse)
        if not isinstance(document, dict) or document.get("type") != "FeatureCollection":
            raise _Fault("is not a FeatureCollection")
        entries = document.get("features")
        if not isinstance(entries, list):
            raise _Fault("has no list of features")
    except FileNotFoundError:
        raise GeoJsonError(path.name, ("does not exist",)) from None
    except OSError as error:
        raise GeoJsonError(path.name, (f"cannot be read: {error.strerror}",)) from None
    except UnicodeDecodeError:
        raise GeoJsonError(path.name, ("is not UTF-8 text",)) from None
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise GeoJsonError(path.name, (f"is not JSON: {error.msg} at {where}",)) from None
    except RecursionError:
        raise GeoJsonError(path.name, ("is nested too deeply",)) from None
    except _Fault as fault:
        raise GeoJsonError(path.name, (str(fault),)) from None
    except ValueError:  # more digits than Python reads
        raise GeoJsonError(path.name, ("holds a number of too many digits",)) from None
    return entries


def _feature(entry: Any, style: LayerStyle) -> Feature:
    if not isinstance(entry, dict) or entry.get("type") != "Feature":
        raise _Fault("is not a Feature")
    properties = entry.get("properties") or {}
    geometry = entry.get("geometry")
    if not isinstance(properties, dict):
        raise _Fault("has properties that are not a mapping")
    if not isinstance(geometry, dict):
        raise _Fault("has no geometry")
    metres = _number(properties, "metres", -12000, 9000, 0)
    if style is LayerStyle.RELIEF and "metres" not in properties:
        raise _Fault("has no `metres`, the height from which its tint counts")
    rank = _number(properties, "rank", 1, 5, 3)
    if rank != int(rank):
        raise _Fault("has a `rank` that is not a whole number")
    dry = properties.get("dry", False)
    if not isinstance(dry, bool):
        raise _Fault("has a `dry` that is neither true nor false")
    return Feature(
        shapes=tuple(_shapes(geometry, style)),
        metres=metres,
        rank=int(rank),
        dry=dry,
        density=_number(properties, "density", 0, 1, 1),
    )


def _number(properties: dict[str, Any], key: str, low: float, high: float, default: float) -> float:
    value = properties.get(key, default)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise _Fault(f"has a `{key}` that is not a number")
    if not low <= value <= high:
        raise _Fault(f"has a `{key}` outside {low}..{high}")
    return value


def _shapes(geometry: dict[str, Any], style: LayerStyle) -> Iterator[tuple[Line, ...]]:
    """The polygons or lines of a geometry, as `Feature.shapes` wants them."""
    kind, coordinates = geometry.get("type"), geometry.get("coordinates")
    single, several = (
        ("Polygon", "MultiPolygon")
        if style in AREAS
        else (
            "LineString",
            "MultiLineString",
        )
    )
    if kind not in (single, several):
        raise _Fault(f"is a {kind}; a {style} layer draws {single} or {several}")
    for member in [coordinates] if kind == single else _list(coordinates):
        if style in AREAS:
            yield tuple(_line(ring, 4) for ring in _list(member))
        else:
            yield (_line(member, 2),)


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list) or not value:
        raise _Fault("has coordinates nested in the wrong way")
    return value


def _line(value: Any, fewest: int) -> Line:
    points = _sound_points(value) or tuple(map(_point, _list(value)))
    if len(points) < fewest:
        raise _Fault(f"has a line or ring of fewer than {fewest} points")
    if fewest == 4 and points[0] != points[-1]:
        raise _Fault("has a ring that does not end where it began")
    return points


def _sound_points(value: Any) -> Line:
    """The points of a line, all looked at together; none if anything is wrong with one."""
    try:
        lons, lats, *_ = zip(*value, strict=False)  # some have a height, too
    except (TypeError, ValueError):
        return ()
    sound = {*map(type, value)} == {list} and {*map(type, lons), *map(type, lats)} <= _NUMBERS
    sound = sound and min(lons) >= -180 and max(lons) <= 180
    sound = sound and min(lats) >= -90 and max(lats) <= 90
    return tuple(zip(lons, lats, strict=True)) if sound else ()


def _point(value: Any) -> tuple[float, float]:
    if not isinstance(value, list) or len(value) < 2:
        raise _Fault("has coordinates nested in the wrong way")
    lon, lat = value[0], value[1]
    if type(lon) not in _NUMBERS or type(lat) not in _NUMBERS:
        raise _Fault("has a point that is not made of numbers")
    if not (-180 <= lon <= 180 and -90 <= lat <= 90):
        raise _Fault(
            f"has a point [{lon:.6g}, {lat:.6g}] outside longitude -180..180, latitude -90..90"
        )
    return lon, lat


_NUMBERS = frozenset({int, float})
"""Types of a coordinate; `bool` is none of them, though it is an `int`."""
