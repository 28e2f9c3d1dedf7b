"""What keeps the files of layers and pictures from being drawn; reading them takes its time."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from kiosk.exhibit import coordinates
from kiosk.exhibit.draft import Draft
from kiosk.exhibit.drawing import DrawingError, read_drawing, words_in
from kiosk.exhibit.folder import inside
from kiosk.exhibit.geojson import GeoJsonError, read_features
from kiosk.exhibit.problem import Finding, Steps, did_you_mean, quoted

MAX_FAULTS = 10
"""How many faults of a layer's file are said."""


def undrawable(draft: Draft) -> Iterator[Finding]:
    """Everything that is wrong with the files that are drawn."""
    yield from undrawable_layers(draft)
    yield from undrawable_pictures(draft)


def undrawable_layers(draft: Draft) -> Iterator[Finding]:
    """What keeps a layer's file from being drawn."""
    if draft.map is None:
        return
    for number, layer in enumerate(draft.map.layers):
        path = inside(draft.folder, layer.file)
        if path is None or not os.path.isfile(path):
            continue
        steps, file = ("map", "layers", number, "file"), quoted(layer.file)
        try:
            features = read_features(path, layer.style)
        except GeoJsonError as error:
            for fault in _first(error.messages):
                yield Finding(steps, f"{file}: {fault}")
        else:
            if hint := coordinates.wide_of(draft.map.bounds, features):
                yield Finding(steps, f"{file}: no feature is on the map", hint)


def _first(faults: Sequence[str]) -> Iterator[str]:
    """The first faults, and how many there are more: one mistake may be in every feature."""
    yield from faults[:MAX_FAULTS]
    if more := len(faults[MAX_FAULTS:]):
        yield f"and {more} more {'feature' if more == 1 else 'features'}"


def undrawable_pictures(draft: Draft) -> Iterator[Finding]:
    """What keeps a picture's file from being drawn, or leaves it without its words."""
    for number, picture in enumerate(draft.entries("pictures")):
        path = inside(draft.folder, picture.file)
        if path is None or not os.path.isfile(path):
            continue
        steps: Steps = ("pictures", number)
        try:
            places = list(words_in(read_drawing(path)))
        except DrawingError as error:
            yield Finding((*steps, "file"), f"{quoted(picture.file)}: {error.message}")
            continue
        for index, label in enumerate(picture.labels):
            if label.key not in places:
                hint = did_you_mean(label.key, places)
                message = f"the drawing has no text with the id {quoted(label.key)}"
                yield Finding((*steps, "labels", index, "key"), message, hint)
        keys = {label.key for label in picture.labels}
        for place in dict.fromkeys(places):
            if place not in keys:
                message = f"no label says the drawing's text {quoted(place)}"
                yield Finding(steps, message, "add it to labels:, in every language")
