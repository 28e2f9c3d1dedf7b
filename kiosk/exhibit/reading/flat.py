"""An exhibit on the globe as its map turns it: all its points and boxes, once, when it is read."""

from __future__ import annotations

from typing import Any

from kiosk.exhibit.aspect import Aspect, aspect_in, aspect_of
from kiosk.exhibit.model import Degrees, Exhibit, Record
from kiosk.exhibit.reading.draft import marked


def laid_flat(exhibit: Exhibit) -> Exhibit:
    """The exhibit with all its points and boxes on the turned globe, if its map asks for one."""
    aspect = aspect_in(exhibit.map) or aspect_of(exhibit.map.bounds)
    if aspect is None:
        return exhibit
    flat: Exhibit = _flat(exhibit, aspect)
    map_ = flat.map.model_copy(update={"centre": (aspect.lon, aspect.lat)})
    return flat.model_copy(update={"map": map_})


def _flat(value: Any, aspect: Aspect) -> Any:
    """A value with the degrees in its records turned."""
    if isinstance(value, tuple):
        return tuple(_flat(one, aspect) for one in value)
    if not isinstance(value, Record):
        return value
    degrees = marked(type(value), Degrees)
    turn = {name: _turned if name in degrees else _flat for name, _ in value}
    changes = {name: turn[name](one, aspect) for name, one in value}
    return value.model_copy(update=changes)


def _turned(value: Any, aspect: Aspect) -> Any:
    """A point, a box, or a list of points that may be the ids of places."""
    if not isinstance(value, tuple) or not value:
        return value
    if all(isinstance(one, float | int) for one in value):
        return aspect.turned(value) if len(value) == 2 else aspect.box(value)
    return tuple(_turned(one, aspect) for one in value)
