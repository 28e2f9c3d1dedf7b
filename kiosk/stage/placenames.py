"""Names of places on the map: which are wanted, where each stands, what they say."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence

from kiosk.exhibit.geo import project
from kiosk.exhibit.model import Exhibit, Place, PlaceKind
from kiosk.stage.courses import Course, Courses
from kiosk.stage.focus import Focus
from kiosk.stage.gazetteer import Gazetteer, ground_km
from kiosk.stage.laid import Row, name_row
from kiosk.stage.laying import Laying
from kiosk.stage.look import LEAST, MOST, SMALLER, Look, ref_of
from kiosk.stage.names import Names, Placed, turned
from kiosk.stage.placing import Box, Size
from kiosk.stage.targets import Target

NAMED = 0.35
"""How much of the focus names may fill at most."""

LARGER = 1.18
"""Size of the names of what matters most over that of the others."""

DOTLESS = (PlaceKind.RIVER, PlaceKind.SEA, PlaceKind.MOUNTAINS, PlaceKind.REGION)
"""What is spread out and has no spot."""


class PlaceNames:
    """Lays the name of one place after the other, where `names` finds room."""

    def __init__(self, exhibit: Exhibit, names: Names) -> None:
        self._gazetteer = Gazetteer(exhibit.places)
        self._home = _home(exhibit)
        self._names = names
        self.courses = Courses()

    def wanted(self, look: Look, focus: Focus, moment: dt.datetime) -> list[tuple[int, Place]]:
        """The places to name with the rank of each, what matters most first."""
        found = {place.id: place for place in self._in_view(look, focus)}
        found |= {place.id: place for place in self._spoken_of(look, focus)}
        order = self._gazetteer.number
        ranked = [(look.rank(place), place) for place in found.values() if place.stands(moment)]
        ranked.sort(
            key=lambda r: (r[0], focus.is_afar and r[1].kind is not PlaceKind.CITY, order(r[1]))
        )
        width, height = focus.room.width, focus.room.height
        return ranked[: int(NAMED * width * height / (4 * look.text_px) / look.text_px)]

    def _in_view(self, look: Look, focus: Focus) -> list[Place]:
        if "places" in look.hidden:
            return []
        most = MOST + 1 if look.sparse else LEAST
        near = self._gazetteer.within(focus.view, focus.across_km)
        return [place for place in near if look.rank(place) <= most]

    def _spoken_of(self, look: Look, focus: Focus) -> list[Place]:
        """The chosen, and those told of, which are named from farther than others."""
        refs = [ref for ref in look.told | look.chosen if ref.startswith("places/")]
        places = [self._gazetteer[ref.removeprefix("places/")] for ref in refs]
        hidden = "places" in look.hidden
        return [
            place
            for place in places
            if look.marks(place) or (not hidden and focus.across_km <= 2 * ground_km(place))
        ]

    def precedes(self, laying: Laying, place: Place) -> bool:
        """Whether its name comes before the symbols of its rank, not after them."""
        if not laying.focus.is_afar:
            return True
        return laying.look.speaks_of(place) or place.id == self._home

    def lay(self, laying: Laying, place: Place) -> None:
        """Names a place with its modern name, or without if only that has room."""
        if not self._names.is_due(place.id):
            return
        look, px = laying.look, _px(laying.look, place)
        course = self._course(place)
        modern = "" if course else _modern(look, place)
        forms = [modern, ""] if modern else [""]
        sizes = [look.name_size(px, _lead(look, place), form) for form in forms]
        placed = self._room(laying.focus, place, course, sizes)
        self._names.note(place.id, placed)
        if placed:
            self._add(laying, place, placed, forms[placed.size])

    def _course(self, place: Place) -> Course | None:
        """The river along which a name stands."""
        if place.kind is not PlaceKind.RIVER:
            return None
        return self.courses.near(project(*place.at))

    def _room(
        self, focus: Focus, place: Place, course: Course | None, sizes: Sequence[Size]
    ) -> Placed | None:
        if course:
            return self._names.along(place.id, course, focus, sizes[0])
        spot = focus.spot(*place.at)
        if not focus.room.covers(spot):
            return None
        find = self._names.beside if _has_dot(place) else self._names.over
        return find(place.id, spot, sizes)

    def _add(self, laying: Laying, place: Place, placed: Placed, modern: str) -> None:
        look, at, spot = laying.look, project(*place.at), laying.focus.spot(*place.at)
        lead = _lead(look, place)
        row = name_row(place.id, str(place.kind), at, spot, placed, lead, _px(look, place))
        laying.laid.names.append(
            row
            | {
                "modern": modern,
                "modernPx": look.small_px,
                "dot": _has_dot(place),
                "chosen": look.marks(place),
                "spoken": f"{lead} {modern}".strip(),
            }
        )
        box = placed.box.moved(-spot[0], -spot[1])
        boxes = turned(box, placed.angle) if placed.angle else [box]
        laying.laid.targets.append(Target(ref_of(place), *at, tuple(boxes), _has_dot(place)))
        if not place.located:
            laying.laid.doubtful.append(place)

    def add_second(self, laying: Laying, row: Row) -> None:
        """Adds the name in the second language to what matters most, where room is left."""
        look, place = laying.look, self._gazetteer[row["key"]]
        if place.importance > MOST or place.kind is PlaceKind.REGION or not look.second:
            return
        second, px = place.name.in_(look.second), row["px"]
        if row["angle"] or second == row["lead"]:
            return
        x, y = laying.focus.spot(*place.at)
        extra = look.name_width(round(px * SMALLER), second) + 2 * look.px_per_mm
        right = row["labelX"] + row["labelWidth"] / 2 > -1
        left = row["labelX"] + row["labelWidth"] + 1 if right else row["labelX"] - extra - 1
        box = Box.around(x + left + extra / 2, y + row["labelY"] + px * 0.55, extra, px * 1.1)
        if laying.table.is_free(box):
            laying.table.take(box)
            row["second"] = second
            row["labelX"] -= 0 if right else round(extra) + 1
            row["labelWidth"] += round(extra) + 1
            row["spoken"] = f"{row['spoken']} {second}"


def _has_dot(place: Place) -> bool:
    return place.kind not in DOTLESS and place.located


def _px(look: Look, place: Place) -> int:
    """Em size of its name in px."""
    return round(look.text_px * (LARGER if place.importance == MOST else 1.0))


def _lead(look: Look, place: Place) -> str:
    """Its name, with a question mark if it is on no map."""
    name = place.name.in_(look.language)
    return name if place.located else f"{name} ?"


def _modern(look: Look, place: Place) -> str:
    """Its modern name, if that is asked for."""
    if place.modern is None or "modern" in look.hidden:
        return ""
    return place.modern.in_(look.language)


def _home(exhibit: Exhibit) -> str:
    """The id of the town that the exhibit is about: of those that matter most, the midmost."""
    west, south, east, north = exhibit.indexed("views")[exhibit.exhibit.view].bounds
    middle = (west + east) / 2, (south + north) / 2
    towns = [p for p in exhibit.places if p.importance == MOST and p.kind not in DOTLESS]
    nearest = min(towns, key=lambda place: math.dist(place.at, middle), default=None)
    return nearest.id if nearest else ""
