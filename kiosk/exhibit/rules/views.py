"""Prepared views: those that the map's panel lists, and those that serve stops alone."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.exhibit.kinds import ref_of
from kiosk.exhibit.reading.draft import Draft
from kiosk.exhibit.reading.problem import Finding

MOST = 5
"""The most views that a visitor chooses between at a glance."""


def listed_views(draft: Draft) -> Iterator[Finding]:
    """Too many views in the map's panel, none, or one for stops that no stop shows: warnings."""
    if draft.map is None or not draft.complete:
        return
    listed = len(draft.map.listed)
    if listed > MOST:
        hint = f"at most {MOST} are chosen from at a glance; `listed: false` keeps one for stops"
        yield Finding(("map", "views"), f"the map's panel lists {listed} views", hint, "warning")
    elif not listed:
        hint = "leave out `listed: false` for the view that a visitor begins with"
        yield Finding(("map", "views"), "the map's panel lists no view", hint, "warning")
    slides, used = draft.named.get("show", set()), set[str]()
    used.update(*(draft.named.get(field, set()) for field in ("view", "river")))
    for number, view in enumerate(draft.map.views):
        if not view.listed and view.id not in used and ref_of(view) not in slides:
            hint = "name it in the `view` of a stop, or leave out `listed: false`"
            yield Finding(("map", "views", number, "id"), "is shown nowhere", hint, "warning")
