"""Faults that keep files of layers and pictures from being drawn; reading takes its time."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from functools import cache, partial
from pathlib import Path

from pydantic_core import from_json

from kiosk.exhibit.aspect import aspect_of
from kiosk.exhibit.files.deepzoom import AGAIN, ENDING, lacking, read_deepzoom
from kiosk.exhibit.files.drawing import DrawingError, box_of, read_drawing, words_in
from kiosk.exhibit.files.geojson import GeoJsonError, read_features
from kiosk.exhibit.files.photograph import ENDINGS, SAVE_ANEW, photographed, read_photograph
from kiosk.exhibit.files.pins import PinsError, pins_of
from kiosk.exhibit.files.signs import sign_of
from kiosk.exhibit.model import Layer, LayerStyle
from kiosk.exhibit.reading.draft import Draft
from kiosk.exhibit.reading.files import inside
from kiosk.exhibit.reading.problem import Finding, Steps, did_you_mean, quoted
from kiosk.exhibit.rules import coordinates
from kiosk.exhibit.rules.formats import PHOTOGRAPH, PICTURE, SVG, begun_as, is_shown

BENT = "lies in Mercator, and this map is laid flat about its middle"
"""The fault of a picture of light and shadow where the globe is turned."""

UNLIKE = 0.01
"""The share by which two pictures' shapes may differ before anybody sees it."""

_parse = partial(from_json, allow_inf_nan=False)
"""A reader of JSON in half of the time of Python's, which says less of what is wrong."""

MAX_FAULTS = 10
"""The most faults of a layer's file that are said."""


def undrawable(draft: Draft) -> Iterator[Finding]:
    """Everything that is wrong with the files that are drawn."""
    yield from undrawable_layers(draft)
    yield from undrawable_pictures(draft)
    yield from undrawable_signs(draft)
    yield from undrawable_scans(draft)


def undrawable_layers(draft: Draft) -> Iterator[Finding]:
    """Faults that keep a layer's file from being drawn."""
    if draft.map is None:
        return
    for number, layer in enumerate(draft.map.layers):
        path = inside(draft.folder, layer.file)
        if path is None or not os.path.isfile(path):
            continue
        steps, file = ("map", "layers", number, "file"), quoted(layer.file)
        if layer.style is LayerStyle.SCAN:
            yield from _scan(draft, steps, layer, path)
            continue
        if layer.style is LayerStyle.SHADE:
            if path.suffix.lower() != ".png":
                yield Finding(
                    steps, f"{file}: light and shadow are no PNG picture", "save it as .png"
                )
            elif error := _look(path)[1]:
                yield Finding(steps, f"{file}: {error.message}", error.hint)
            elif (aspect := aspect_of(draft.map.bounds)) and aspect.oblique:
                yield Finding(steps, f"{file}: {BENT}", "leave it out, or make the map smaller")
            continue
        try:
            features = read_features(path, layer.style, parse=_parse)
            hint = coordinates.wide_of(draft.map.bounds, features)
        except GeoJsonError as error:
            for fault, more in _first(error.messages):
                yield Finding(steps, f"{file}: {fault}", more)
        else:
            if hint and not coordinates.turned_map(draft):
                yield Finding(steps, f"{file}: no feature is on the map", hint)


def _scan(draft: Draft, steps: Steps, layer: Layer, path: Path) -> Iterator[Finding]:
    """Faults of a scan, and of the file that says where it lies."""
    if path.suffix.lower() not in ENDINGS:
        message = f"{quoted(layer.file)}: a scan is {PHOTOGRAPH}"
        yield Finding(steps, message, "save it so, up to 4096 pixels wide")
    elif error := _look(path)[1]:
        yield Finding(steps, f"{quoted(layer.file)}: {error.message}", error.hint)
    georeference = layer.georeference and inside(draft.folder, layer.georeference)
    if georeference and os.path.isfile(georeference):
        try:
            pins_of(draft.folder, layer)
        except PinsError as fault:
            at = (*steps[:-1], "georeference")
            hint = "or write `pins:` with two to four points"
            yield Finding(at, f"{quoted(layer.georeference or '')}: {fault}", hint)


def _first(faults: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The first faults, the last with how many there are more: one mistake may be in them all."""
    more = len(faults) - MAX_FAULTS
    for number, fault in enumerate(faults[:MAX_FAULTS], 1):
        said = f"and {more} more {'feature' if more == 1 else 'features'}"
        yield fault, said if number == MAX_FAULTS and more > 0 else ""


def undrawable_pictures(draft: Draft) -> Iterator[Finding]:
    """Faults that keep a picture's file from being drawn, or leave it without its words."""
    look = cache(_look)  # many entries may name one file
    for number, picture in enumerate(draft.entries("pictures")):
        path = inside(draft.folder, picture.file)
        if path is None or not is_shown(picture.file) or not os.path.isfile(path):
            continue
        steps: Steps = ("pictures", number)
        places, error = look(path)
        if error is not None:
            message = f"{quoted(picture.file)}: {error.message}"
            yield Finding((*steps, "file"), message, error.hint)
            continue
        if places is None:
            if picture.labels:
                hint = "remove labels:, or name a drawing, an SVG"
                yield Finding((*steps, "labels"), "a photograph has no places for words", hint)
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


def undrawable_signs(draft: Draft) -> Iterator[Finding]:
    """Faults that keep the drawing of an arm from being drawn."""
    for number, arm in enumerate(draft.entries("arms")):
        path = inside(draft.folder, arm.drawing) if arm.drawing else None
        if arm.drawing and (path is None or not os.path.isfile(path)):
            continue
        try:
            sign_of(draft.folder, arm)
        except DrawingError as error:
            key, said = ("drawing", f"{quoted(arm.drawing)}: ") if arm.drawing else ("sign", "")
            yield Finding(("arms", number, key), f"{said}{error.message}", error.hint)


def undrawable_scans(draft: Draft) -> Iterator[Finding]:
    """Scans that are no tiles, or lack one."""
    for number, picture in enumerate(draft.entries("pictures")):
        path = inside(draft.folder, picture.scan) if picture.scan else None
        if path is None or not os.path.isfile(path):
            continue
        steps: Steps = ("pictures", number, "scan")
        if path.suffix.lower() != ENDING:
            made = Path(picture.scan).with_suffix(ENDING).as_posix()
            message = f"{quoted(picture.scan)} is not cut into tiles"
            yield Finding(steps, message, f"kiosk tile makes {made}: name that")
            continue
        try:
            lacks = lacking(read_deepzoom(path))
        except DrawingError as error:
            yield Finding(steps, f"{quoted(picture.scan)} {error.message}", error.hint)
        else:
            if lacks:
                lost = lacks.relative_to(lacks.parents[2]).as_posix()
                yield Finding(steps, f"{quoted(picture.scan)} lacks its tile {lost}", AGAIN)


def unlike(draft: Draft) -> Iterator[Finding]:
    """Pictures that a slider compares, and that are not of one shape: warnings."""
    pictures = draft.entries("pictures")
    known = {picture.id: picture for picture in pictures}
    for number, picture in enumerate(pictures):
        other = known.get(picture.compare)
        shapes = [shape for one in (picture, other) if one and (shape := _shape(draft, one.file))]
        if len(shapes) == 2 and not _alike(*shapes):
            (width, height), (across, down) = shapes
            sizes = f"{width:g} × {height:g}, {quoted(picture.compare)} {across:g} × {down:g}"
            message = f"has another shape: {sizes}"
            hint = "cut both to the same view, or the slider hides what sticks out"
            yield Finding(("pictures", number, "compare"), message, hint, "warning")


def _alike(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return abs(one[0] * other[1] / (one[1] * other[0]) - 1) <= UNLIKE


def _shape(draft: Draft, file: str) -> tuple[float, float] | None:
    """Width and height of a picture as it is shown; None if it can't be read, as others say."""
    path = inside(draft.folder, file)
    if path is None or not is_shown(file) or not path.is_file():
        return None
    try:
        if path.suffix.lower() == ".svg":
            return box_of(read_drawing(path))
        photograph = read_photograph(path)
    except DrawingError:
        return None
    return photograph.width, photograph.height


def _look(path: Path) -> tuple[list[str] | None, DrawingError | None]:
    """The places for words in a drawing, None for a photograph; or what is wrong with either."""
    drawing = path.suffix.lower() == ".svg"
    try:
        if (sort := begun_as(path)) and not (drawing and sort == SVG):
            message = f"holds {sort}, but is named as {path.suffix}"
            raise DrawingError(message, f"a picture is {PICTURE}")
        if drawing:
            if kind := photographed(path):
                raise DrawingError(f"holds a {kind} picture, but is named as SVG", SAVE_ANEW)
            return list(words_in(read_drawing(path))), None
        read_photograph(path)
    except DrawingError as error:
        return None, error
    return None, None
