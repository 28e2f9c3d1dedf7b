"""Names of places on the map: which are wanted, where each stands, what they say."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from itertools import combinations

from kiosk.exhibit.geo import project
from kiosk.exhibit.kinds import ref_of
from kiosk.exhibit.model import LAYER_OF, Exhibit, Place, PlaceKind
from kiosk.exhibit.writing import is_wide
from kiosk.map.boxes import Box, Point, Size
from kiosk.map.labels.callouts import tied
from kiosk.map.labels.courses import Course, Courses
from kiosk.map.labels.gazetteer import Gazetteer
from kiosk.map.labels.laying import Laying
from kiosk.map.labels.names import (
    ANY,
    NEAR_MM,
    UNCROWDED,
    UNSTRUCK,
    Names,
    dot_box,
    turned,
)
from kiosk.map.labels.request import LEAST, MOST, Request
from kiosk.map.labels.result import Placed, PlaceLabel, Waiting, name_label
from kiosk.map.labels.targets import Target
from kiosk.map.signs.style import SECOND
from kiosk.map.viewport import PlanePoint, Viewport, wideness

NAMED = 0.1
"""The share of the viewport that names may fill at most."""

LEFT_OUT = 100.0
"""The cost, in mm, of leaving out a place that the page speaks of."""

SECONDS = "second names"
"""The key under which it is remembered that they had no room."""

LARGER = 1.18
"""Size of the names of what matters most over that of the others."""

SPREAD = 0.12
"""The room between the letters of what is spread out, in em."""

DOTLESS = (*LAYER_OF, PlaceKind.SEA, PlaceKind.MOUNTAINS, PlaceKind.REGION)
"""The kinds that are spread out and have no spot."""


UPRIGHT = 90.0
"""The steepest that a name may be, in degrees."""

RIM = 0.25
"""The part of the room's height, half of it at each side, in which no region is named anew."""


class PlaceNames:
    """Lays the name of one place after the other, where `names` finds room."""

    def __init__(self, exhibit: Exhibit, names: Names) -> None:
        self._gazetteer = Gazetteer(exhibit.places, wideness(exhibit.map.bounds))
        self._home, self._places = _home(exhibit), exhibit.places
        self._names = names
        self._courses = {kind: Courses() for kind in LAYER_OF}

    def take(self, kind: PlaceKind, lines: Sequence[Sequence[PlanePoint]]) -> None:
        """Takes the lines along which the names of places of a kind stand."""
        self._courses[kind].take(lines)

    def wanted(
        self, request: Request, viewport: Viewport, moment: dt.datetime
    ) -> list[tuple[int, Place]]:
        """The places to name with the rank of each, what matters most first."""
        found = {place.id: place for place in self._in_view(request, viewport)}
        found |= {place.id: place for place in self._spoken_of(request)}
        order = self._gazetteer.number
        ranked = sorted(
            (place for place in found.values() if place.stands(moment)),
            key=lambda place: (
                not request.speaks_of(place),
                request.rank(place),
                viewport.is_afar and place.kind is not PlaceKind.CITY,
                place.importance,
                order(place),
            ),
        )
        width, height = viewport.room.width, viewport.room.height
        most = int(NAMED * width * height / (4 * request.text_px) / request.text_px)
        most += sum(place.kind is PlaceKind.RAILWAY for place in ranked)
        told = sum(map(request.speaks_of, ranked))
        return [(_rank(request, place), place) for place in ranked[: max(most, told)]]

    def _in_view(self, request: Request, viewport: Viewport) -> list[Place]:
        if "places" in request.hidden:
            return []
        near = self._gazetteer.within(viewport.view, viewport.across_km)
        return [place for place in near if request.wants(place)]

    def _spoken_of(self, request: Request) -> list[Place]:
        """Places that the page names or points at, and the chosen, from however far."""
        refs = request.spoken_of | request.marked
        places = [self._gazetteer[ref.key] for ref in refs if ref.kind == "places"]
        hidden = "places" in request.hidden
        return [place for place in places if request.marks(place) or not hidden]

    def away(
        self, request: Request, viewport: Viewport, places: Sequence[tuple[int, Place]]
    ) -> list[Waiting]:
        """Those of the wanted that the page names and that are nowhere in the room."""
        return [
            self._waiting(request, viewport, place)
            for _, place in places
            if request.speaks_of(place) and not viewport.room.covers(self._spot(viewport, place))
        ]

    def _spot(self, viewport: Viewport, place: Place) -> Point:
        """Its spot in px.

        It is the corner of a course next to the middle of the room, and of a region that
        reaches into the room a spot there.
        """
        course = self._course(place)
        if course is None:
            spot = viewport.spot(*place.at)
            return spot if has_dot(place) else _reached(viewport, place, spot)
        left, top, right, bottom = viewport.view
        return viewport.on_screen([course.nearest(((left + right) / 2, (top + bottom) / 2))])[0]

    def _waiting(self, request: Request, viewport: Viewport, place: Place) -> Waiting:
        name = _lead(request, place)
        spot = self._spot(viewport, place)
        return Waiting(ref_of(place), spot, (name,), request.chooses(place), name)

    def main_rivers(self) -> list[Sequence[PlanePoint]]:
        """The lines of the rivers that have a name here."""
        rivers = (place for place in self._places if place.kind is PlaceKind.RIVER)
        courses = (self._course(place) for place in rivers)
        return [course.line for course in courses if course]

    def holds(self, laying: Laying, place: Place) -> bool:
        """True if its name keeps its side before all else: the page speaks of it, and time runs."""
        told = laying.request.speaks_of(place) and not laying.request.marks(place)
        return told and self._names.holds(place.id)

    def is_home(self, place: Place) -> bool:
        """True for the town that the exhibit is about."""
        return place.id == self._home

    def precedes(self, laying: Laying, place: Place) -> bool:
        """True if its name comes before the symbols of its rank, not after them.

        Near by, towns come before formations as important, but formations before the villages that
        the page speaks of; from afar only those do that it speaks of, and what it is all about.
        """
        told = laying.request.speaks_of(place)
        if laying.viewport.is_afar:
            return told or self.is_home(place)
        return place.importance == MOST or not told

    def lay(self, laying: Laying, place: Place) -> None:
        """Names a place with its modern name, or without if only that has room."""
        if not self._names.is_due(place.id):
            return
        request, px = laying.request, _px(laying.request, place)
        course = self._course(place)
        modern = "" if course else _modern(request, place)
        forms = [modern, ""] if modern else [""]
        lead, spacing = _lead(request, place), _spacing(request, place)
        sizes = [request.name_size(px, lead, form, spacing) for form in forms]
        placed = self._room(laying, place, course, sizes)
        self._names.note(place.id, found=placed is not None)
        if request.speaks_of(place):
            laying.count(place, 0.0 if placed else LEFT_OUT)
            if not placed:
                laying.miss(LEFT_OUT)
                self._add_dot(laying, place)
        if placed:
            self._add(laying, place, placed, forms[placed.size])

    def _course(self, place: Place) -> Course | None:
        """The river or railway along which a name stands."""
        courses = self._courses.get(place.kind)
        return courses.near(project(*place.at)) if courses else None

    def _room(
        self, laying: Laying, place: Place, course: Course | None, sizes: Sequence[Size]
    ) -> Placed | None:
        viewport, told = laying.viewport, laying.request.speaks_of(place)
        if course:
            return self._on_course(laying, place, course, sizes[0])
        spot = self._spot(viewport, place)
        if not viewport.room.covers(spot):
            return None
        if not has_dot(place):
            return self._names.over(place.id, spot, sizes, told=told)
        key, struck = f"tied/{place.id}", ANY if laying.request.marks(place) else UNCROWDED
        if self._names.holds(key):
            return self._tied(laying, place, key, sizes, ANY)
        beside = partial(self._names.beside, place.id, spot, sizes, told=told)
        driven = self._names.holds(place.id)
        tries = [(UNSTRUCK, UNSTRUCK), (struck, ANY)] if told else [(UNSTRUCK, ANY)]
        for near, far in tries[-1:] if driven else tries:
            if placed := beside(allowed=near):
                self._names.forget(key)
                return placed
            if told and not driven and (placed := self._tied(laying, place, key, sizes, far)):
                return placed
        return None

    def _on_course(self, laying: Laying, place: Place, course: Course, size: Size) -> Placed | None:
        """Room along a line, or upon it if the page speaks of it; it changes neither meanwhile."""
        told, viewport = laying.request.speaks_of(place), laying.viewport
        railway = place.kind is PlaceKind.RAILWAY
        if not self._names.holds(place.id, upon=True):
            placed = self._names.along(place.id, course, viewport, size, told=told, railway=railway)
            if placed or not (told or railway) or self._names.holds(place.id):
                return placed
        if railway:
            return self._on_railway(laying, place, course, size)
        spots = viewport.on_screen(course.within(viewport.view))
        return self._names.at(place.id, spots, size, ANY)

    def _on_railway(
        self, laying: Laying, place: Place, course: Course, size: Size
    ) -> Placed | None:
        """Room level beside a railway, or where that has none along it however steep it is."""
        told, viewport = laying.request.speaks_of(place), laying.viewport
        aside = size[0] / 2 + NEAR_MM * laying.mm
        steps = viewport.on_screen(course.within(viewport.view, size[1] / viewport.scale))
        spots = [(x + side, y) for x, y in steps for side in (aside, -aside)]
        placed = self._names.at(place.id, spots, size)
        if placed or self._names.holds(place.id):
            return placed
        placed = self._names.along(
            place.id, course, viewport, size, told=told, railway=True, steepest=UPRIGHT
        )
        return placed or (self._names.at(place.id, spots, size, ANY) if told else None)

    def _tied(
        self, laying: Laying, place: Place, key: str, sizes: Sequence[Size], allowed: int
    ) -> Placed | None:
        """Room for the least of `sizes` farther off than beside its dot, with a line to that."""
        dot = dot_box(self._spot(laying.viewport, place), laying.mm)
        found = tied(laying, self._names, key, place.id, project(*place.at), sizes[-1], allowed)
        if found is None:
            return None
        laying.take_dot(place.id, dot, found[0].box)
        laying.result.leaders.append(found[1])
        return replace(found[0], size=len(sizes) - 1)

    def _add_dot(self, laying: Laying, place: Place) -> None:
        """Adds the dot alone of a place in sight whose name has no room."""
        spot = self._spot(laying.viewport, place)
        if has_dot(place) and laying.has_dot(place.id, dot_box(spot, laying.mm)):
            self._add(laying, place, Placed(Box.around(*spot, 0.0, 0.0), 0), "", named=False)

    def _add(
        self, laying: Laying, place: Place, placed: Placed, modern: str, *, named: bool = True
    ) -> None:
        request, at, spot = laying.request, project(*place.at), laying.viewport.spot(*place.at)
        lead = _lead(request, place)
        laying.result.names.append(
            name_label(
                place.id,
                str(place.kind),
                at,
                spot,
                placed,
                lead if named else "",
                _px(request, place),
                modern=modern,
                modern_px=request.text_px,
                spacing=_spacing(request, place),
                dot=has_dot(place),
                located=place.located,
                chosen=request.chooses(place),
                spoken=lead,
            )
        )
        box = placed.box.moved(-spot[0], -spot[1])
        boxes = turned(box, placed.angle) if placed.angle else [box]
        laying.result.targets.append(Target(ref_of(place), at, tuple(boxes), has_dot(place)))
        if not place.located:
            laying.result.doubtful.append(place)

    def add_seconds(self, laying: Laying) -> None:
        """Adds the name in the second language to all towns that matter most, or to none.

        That one has room and another has not would look like chance.
        """
        if not (laying.request.second and self._names.is_due(SECONDS)):
            return
        names = laying.result.names
        found = [
            (i, second, box)
            for i, label in enumerate(names)
            for second in [self._second(laying.request, label)]
            if second
            for box in [_box_of_second(laying, label, second)]
        ]
        boxes = [box for _, _, box in found]
        room = all(laying.holds_words(box) and not laying.is_struck(box) for box in boxes)
        room = room and not any(one.meets(other) for one, other in combinations(boxes, 2))
        self._names.note(SECONDS, found=room)
        if room:
            for i, second, box in found:
                laying.take_name(box)
                names[i] = _with_second(names[i], second, round(box.width))

    def _second(self, request: Request, label: PlaceLabel) -> str:
        """The second name that goes with a label, if any does."""
        if label.kind not in set(PlaceKind) or label.angle or not (request.second and label.lead):
            return ""
        place = self._gazetteer[label.key]
        if place.importance > MOST or place.kind in DOTLESS:
            return ""
        second = place.name.in_(request.second)
        return "" if second == label.lead else second


def _box_of_second(laying: Laying, label: PlaceLabel, second: str) -> Box:
    """The room of a second name beside the first, on the side that the dot is not on."""
    (x, y), px = laying.viewport.on_screen([(label.plane_x, label.plane_y)])[0], label.px
    high = px * SECOND.room
    width = laying.request.name_width(px, second) + 2 * laying.mm
    start, end = label.label_x, label.label_x + label.label_width
    left = end + 1 if _is_right(label) else start - width - 1
    return Box.around(x + left + width / 2, y + label.label_y + high / 2, width, high)


def _with_second(label: PlaceLabel, second: str, width: int) -> PlaceLabel:
    return replace(
        label,
        second=second,
        label_x=label.label_x - (0 if _is_right(label) else width + 1),
        label_width=label.label_width + width + 1,
    )


def _is_right(label: PlaceLabel) -> bool:
    """True if a name stands right of its dot, or about it."""
    return label.label_x + label.label_width / 2 > -1


def has_dot(place: Place) -> bool:
    """True if its spot is drawn."""
    return place.kind not in DOTLESS


def _reached(viewport: Viewport, place: Place, spot: Point) -> Point:
    """The spot of what is spread out, or what of the room's inner part is nearest and in it."""
    inner = viewport.room.less(RIM * viewport.room.height)
    x = min(max(spot[0], inner.left), inner.right)
    y = min(max(spot[1], inner.top), inner.bottom)
    reach = place.precision_km * viewport.ground_scale
    return spot if viewport.room.covers(spot) or math.dist(spot, (x, y)) > reach else (x, y)


def _rank(request: Request, place: Place) -> int:
    """The turn in which a place is named: a railway that the page doesn't name comes last."""
    last = place.kind is PlaceKind.RAILWAY and not request.speaks_of(place)
    return LEAST if last else request.rank(place)


def _px(request: Request, place: Place) -> int:
    """Em size of its name in px."""
    return round(request.text_px * (LARGER if place.importance == MOST else 1.0))


def _lead(request: Request, place: Place) -> str:
    """Its name, with a question mark if it is on no map."""
    name = place.name.in_(request.language)
    return name if place.located else f"{name} ?"


def _spacing(request: Request, place: Place) -> float:
    """The room in px after each letter, wide for what is spread out where slanting is unusual."""
    spread = not has_dot(place) and is_wide(_lead(request, place))
    return _px(request, place) * SPREAD if spread else 0.0


def _modern(request: Request, place: Place) -> str:
    """Its modern name, if that is asked for."""
    if place.modern is None or "modern" in request.hidden:
        return ""
    return place.modern.in_(request.language)


def _home(exhibit: Exhibit) -> str:
    """The id of the town that the exhibit is about: of those that matter most, the midmost."""
    west, south, east, north = exhibit.indexed("views")[exhibit.exhibit.view].bounds
    middle = (west + east) / 2, (south + north) / 2
    towns = [p for p in exhibit.places if p.importance == MOST and p.kind not in DOTLESS]
    nearest = min(towns, key=lambda place: math.dist(place.at, middle), default=None)
    return nearest.id if nearest else ""
