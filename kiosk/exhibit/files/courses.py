"""Rivers and railways as the map's layers draw them, and which of them a name stands for."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Sequence
from pathlib import Path

from kiosk.exhibit.aspect import aspect_in
from kiosk.exhibit.files.geojson import Line, read_features
from kiosk.exhibit.geo import project, projected
from kiosk.exhibit.model import LayerStyle, Map, Place

Point = tuple[float, float]

NEAREST_KM = 12.0
"""A line passes its name's point within this distance, in plane km."""


def courses(folder: Path, map_: Map, style: LayerStyle) -> list[Line]:
    """The lines of all layers of a style; raises GeoJsonError if a file can't be drawn."""
    return whole(
        [
            line
            for layer in map_.layers
            if layer.style is style
            for feature in read_features(folder / layer.file, layer.style, aspect_in(map_))
            for (line,) in feature.shapes
        ]
    )


def whole(lines: Iterable[Sequence[Point]]) -> list[tuple[Point, ...]]:
    """Lines, those made one that begin where the one before them ends."""
    found: list[tuple[Point, ...]] = []
    for line in lines:
        if found and line and found[-1][-1] == line[0]:
            found[-1] += tuple(line[1:])
        elif line:
            found.append(tuple(line))
    return found


class Courses:
    """Lines of one style, by the places that they are named at."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._planes = [*map(projected, lines)]

    def of(self, place: Place) -> Line | None:
        """The line that passes nearest to a place's point; None where none comes near it."""
        nearest = nearest_to(project(*place.at), self._planes)
        return None if nearest is None else self._lines[nearest]


def nearest_to(
    spot: tuple[float, float], lines: Sequence[Sequence[tuple[float, float]]]
) -> int | None:
    """The number of the line that passes nearest to a spot; None where none comes near it.

    All in plane km.
    """
    aways = [min(map(math.dist, line, itertools.repeat(spot))) for line in lines]
    nearest = min(range(len(lines)), key=aways.__getitem__, default=None)
    return None if nearest is None or aways[nearest] >= NEAREST_KM else nearest
