"""What must hold between the records of an exhibit, beyond the schema of each."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

from kiosk.exhibit import moments, references, wording
from kiosk.exhibit.draft import Draft
from kiosk.exhibit.folder import inside
from kiosk.exhibit.geojson import GeoJsonError, read_features
from kiosk.exhibit.problem import Finding, Steps, quoted


def broken_rules(draft: Draft) -> Iterator[Finding]:
    """Everything that keeps an entry from being shown; of one value, the first thing only."""
    told: set[Steps] = set()
    for rule in _RULES:
        for finding in rule(draft):
            if finding.steps not in told:
                told.add(finding.steps)
                yield finding


def advice(draft: Draft) -> Iterator[Finding]:
    """What can be shown, but should be better: warnings."""
    yield from references.unused_sources(draft)
    yield from wording.long_texts(draft)


def undrawable_layers(draft: Draft) -> Iterator[Finding]:
    """What keeps a layer's file from being drawn; reads them all, which takes its time."""
    for number, layer in enumerate(draft.map.layers if draft.map else ()):
        path = inside(draft.folder, layer.file)
        if path is None or not os.path.isfile(path):
            continue
        try:
            read_features(path, layer.style)
        except GeoJsonError as error:
            for message in error.messages:
                yield Finding(("map", "layers", number, "file"), f"{quoted(layer.file)}: {message}")


def _upside_down(draft: Draft) -> Iterator[Finding]:
    for steps, record in draft.records:
        low, high = getattr(record, "low", None), getattr(record, "high", None)
        if low is not None and high is not None and high < low:
            yield Finding((*steps, "high"), f"{high:g} is less than `low`, {low:g}")


def _off_the_map(draft: Draft) -> Iterator[Finding]:
    if draft.map is None:
        return
    west, south, east, north = draft.map.bounds
    hint = f"the map spans [{west:g}, {south:g}, {east:g}, {north:g}]"
    for number, view in enumerate(draft.map.views):
        for lon, lat in (view.bounds[:2], view.bounds[2:]):
            if not (west <= lon <= east and south <= lat <= north):
                yield Finding(("map", "views", number, "bounds"), "reaches beyond the map", hint)
                break
    for steps, (lon, lat) in _points(draft):
        if not (west <= lon <= east and south <= lat <= north):
            yield Finding(steps, f"[{lon:g}, {lat:g}] lies off the map", hint)


def _points(draft: Draft) -> Iterator[tuple[Steps, tuple[float, float]]]:
    for steps, record in draft.records:
        at = getattr(record, "at", None)
        if isinstance(at, tuple):
            yield (*steps, "at"), at
        for name in ("via", "ring"):
            for number, point in enumerate(getattr(record, name, ())):
                yield (*steps, name, number), point


_RULES: tuple[Callable[[Draft], Iterator[Finding]], ...] = (
    references.duplicate_ids,
    references.dangling_references,
    references.unclear_subjects,
    references.circular_parents,
    references.no_sources,
    references.missing_files,
    wording.languages,
    wording.untranslated,
    moments.moments,
    moments.moments_of_the_exhibit,
    moments.order_of_phases,
    moments.order_of_stations,
    _upside_down,
    _off_the_map,
)
