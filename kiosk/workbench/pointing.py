"""Texts, lists and lines beside the map, and what of them the map can't show."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kiosk.exhibit.clock import Clock
from kiosk.exhibit.files.courses import Courses, courses
from kiosk.exhibit.geo import lies_in, runs_through, written
from kiosk.exhibit.kinds import names
from kiosk.exhibit.model import (
    LAYER_OF,
    Bounds,
    Decision,
    Exhibit,
    Lesson,
    LonLat,
    Phase,
    Place,
    Words,
)
from kiosk.exhibit.reading.problem import Finding, Steps, quoted
from kiosk.exhibit.ref import Ref
from kiosk.exhibit.rules.voices import DRAWN
from kiosk.workbench.reach import Mentions

STOPS = names(lambda kind: kind.stop and kind.has("text", "view", "moment"))
"""The lists whose records have a text beside the map."""
READ = ("question", "text", "happened")
"""The keys of what is read beside the map of a stop."""
MOST_BODIES = 9
"""The most formations that a map beside the story of a phase has room for."""


@dataclass(frozen=True)
class Beside:
    """A text beside the map: where it is written, and the view and the moment of the map."""

    steps: Steps
    text: Words
    view: str
    moment: dt.datetime


@dataclass(frozen=True)
class Pointed:
    """A place, a formation or a point to which a stop points, and the view and the moment there."""

    steps: Steps
    says: str
    to: Ref | LonLat
    view: str
    moment: dt.datetime


def _point(place: str | LonLat) -> Ref | LonLat:
    """A place by its id, or a point, as it is pointed to."""
    return Ref.of("places", place) if isinstance(place, str) else place


def beside_the_map(exhibit: Exhibit) -> Iterator[Beside]:
    """Every text that is read beside the map: of the show, the home screen and the stops."""
    for number, slide in enumerate(exhibit.attract):
        yield Beside(("attract", number, "line"), slide.line, slide.view, slide.ends)
    main = exhibit.exhibit
    yield Beside(("exhibit", "sentence"), main.sentence, main.view, main.moment)
    for kind in STOPS:
        for number, stop in enumerate(getattr(exhibit, kind)):
            for name in READ:
                if text := getattr(stop, name, None):
                    yield Beside((kind, number, name), text, stop.view, stop.moment)


def pointed_to(exhibit: Exhibit) -> Iterator[Pointed]:
    """Everything that stops point to on the map beside them, list by list."""
    for kind in ("lessons", "decisions"):
        stops: tuple[Lesson | Decision, ...] = getattr(exhibit, kind)
        for number, stop in enumerate(stops):
            for name in ("places", "formations"):
                for index, key in enumerate(getattr(stop, name)):
                    steps: Steps = (kind, number, name, index)
                    yield Pointed(steps, "points to", Ref.of(name, key), stop.view, stop.moment)
            for index, proof in enumerate(getattr(stop, "proofs", ())):
                if proof.place is not None:
                    to = _point(proof.place)
                    steps = (kind, number, "proofs", index, "place")
                    yield Pointed(steps, "proves by", to, stop.view, proof.moment or stop.moment)
            for way, choice in enumerate(stop.choices if isinstance(stop, Decision) else ()):
                for index, point in enumerate(choice.line):
                    to = _point(point)
                    steps = (kind, number, "choices", way, "line", index)
                    yield Pointed(steps, "leads past", to, stop.view, stop.moment)
    drawn = {key: Ref.of(kind, key) for kind in DRAWN for key in exhibit.indexed(kind)}
    for number, question in enumerate(exhibit.disagreements):
        for index, key in enumerate(question.about):
            if key in drawn and question.view and question.moment:
                steps = ("disagreements", number, "about", index)
                yield Pointed(steps, "is about", drawn[key], question.view, question.moment)


def named_off_the_map(exhibit: Exhibit, folder: Path, mentions: Mentions) -> Iterator[Finding]:
    """Things that a stop names or points to and the map beside it cannot show: warnings."""
    sight = _Sight(exhibit, folder)
    for beside in beside_the_map(exhibit):
        told: set[Ref] = set()
        for code in exhibit.exhibit.languages:
            at = (*beside.steps, code) if code in beside.text.root else beside.steps
            for ref in sorted(mentions(code, beside.text.in_(code)) - told):
                told.add(ref)
                if lack := sight.lack(ref, beside):
                    name = exhibit.entry(ref).name.in_(code)
                    hint = f"another view than {quoted(beside.view)}, or leave the name out"
                    yield Finding(at, f"names {quoted(name)}, which {lack}", hint, "warning")
    for pointed in pointed_to(exhibit):
        if lack := sight.lack(pointed.to, pointed):
            point = pointed.to
            to = quoted(point.key) if isinstance(point, Ref) else written(point)
            hint = f"another view than {quoted(pointed.view)}, or leave it out"
            yield Finding(pointed.steps, f"{pointed.says} {to}, which {lack}", hint, "warning")


def crowded_maps(exhibit: Exhibit, mentions: Mentions) -> Iterator[Finding]:
    """Phases whose text names more formations than the map has room for: warnings."""
    phases: tuple[Phase, ...] = exhibit.phases
    for number, phase in enumerate(phases):
        for code in exhibit.exhibit.languages:
            named = mentions(code, phase.text.in_(code))
            count = sum(ref.kind == "formations" for ref in named)
            if count > MOST_BODIES:
                steps = ("phases", number, "text")
                at = (*steps, code) if code in phase.text.root else steps
                hint = f"the map beside it has room for {MOST_BODIES}"
                yield Finding(at, f"names {count} formations", hint, "warning")


class _Sight:
    """The views of an exhibit, and the reasons that one can't show a record."""

    def __init__(self, exhibit: Exhibit, folder: Path) -> None:
        self._exhibit, self._clock = exhibit, Clock(exhibit)
        self._views = exhibit.indexed("views")
        self._courses = cache(lambda style: Courses(courses(folder, exhibit.map, style)))

    def lack(self, ref: Ref | LonLat, beside: Beside | Pointed) -> str:
        """The reason that the map can't show a record or a point; "" if it can, or none is such."""
        bounds: Bounds = self._views[beside.view].bounds
        if not isinstance(ref, Ref):
            return "" if lies_in(bounds, ref) else "lies outside the view"
        if ref.kind == "places":
            place: Place = self._exhibit.entry(ref)
            if not place.stands(beside.moment):
                return "is not on the map at that hour"
            return "" if self._holds(bounds, place) else "lies outside the view"
        if ref.kind != "formations" or self._clock.extent(ref.key) is None:
            return ""
        sighting = self._clock.sighting(ref.key, beside.moment)
        if sighting is None:
            return "is not on the map at that hour"
        return "" if lies_in(bounds, (sighting.lon, sighting.lat)) else "stands outside the view"

    def _holds(self, bounds: Bounds, place: Place) -> bool:
        """True if a view holds a place; a river or railway is named wherever it runs through it."""
        if lies_in(bounds, place.at):
            return True
        style = LAYER_OF.get(place.kind)
        course = self._courses(style).of(place) if style else None
        return course is not None and runs_through(bounds, course)
