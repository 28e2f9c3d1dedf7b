"""An exhibit much larger than any campaign, by chance but always the same, to time the map with."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from typing import Any

from kiosk.exhibit.model import Arm, Echelon, Exhibit, Map, Panels

STARTS = dt.datetime(1945, 10, 14)
DAYS = 14
BOUNDS = (110.0, 30.0, 120.0, 40.0)

BENEATH = (Echelon.CORPS, Echelon.DIVISION, Echelon.BRIGADE, Echelon.REGIMENT, Echelon.BATTALION)
"""The echelons in turn, each leading four of the next; the last are by far the most common."""

ASIDE_DEGREES = 0.09
"""The greatest distance of a formation from the one above it."""

EAST, WEST = {"en": "East", "zh": "东"}, {"en": "West", "zh": "西"}
SOURCED = {"sources": ("chance",)}
ENGLISH, CHINESE = ("Bn", "Regt", "Bde", "Div.", "Corps"), ("营", "团", "旅", "师", "军")
SYLLABLES = ("an", "bei", "cheng", "dong", "fu", "guan", "hai", "jin", "ling", "ming", "shan")
CHARACTERS = "安北城东阜关海晋岭明山"


def large_exhibit(formations: int = 2000, places: int = 5000, ground: Map | None = None) -> Exhibit:
    """Two sides of `formations` in all with a track of four stations each, among `places`.

    They stand on `ground`, whose views are the prepared looks; else on a bare one of ten degrees.
    """
    chance = random.Random(formations + places)
    map_ = ground or Map.model_validate(_bare_map())
    view = map_.views[0].id
    words = {"en": "Large", "zh": "大"}
    opened = {"name": words, "line": words, "view": view, "moment": STARTS}
    told = {"id": "a", "title": words, "text": words, "view": view, "moment": STARTS, **SOURCED}
    ends = STARTS + dt.timedelta(days=DAYS)
    span = {"starts": STARTS, "ends": ends}
    return Exhibit.model_validate(
        {
            "exhibit": {
                "id": "large", "title": words, "subtitle": words, "sentence": words,
                "languages": ("en", "zh"), "view": view, "moment": STARTS + (ends - STARTS) / 2,
                "licence": "CC0-1.0", **span,
            },
            "panels": dict.fromkeys(Panels.model_keys, opened),
            "map": map_,
            "attract": [{"line": words, "view": view, **span}],
            "sources": [{"id": "chance", "title": words, "where": words}],
            "sides": [
                {"id": "east", "name": EAST, "colour": "#a33b32", "shape": "hexagon"},
                {"id": "west", "name": WEST, "colour": "#3c6286"},
            ],
            "places": list(_places(chance, map_, places)),
            "formations": list(_formations(chance, map_, formations)),
            "phases": [{**told, "short": words, **span}],
            "lessons": [{**told, "claimed_by": words, "against": words}],
        }
    )  # fmt: skip


def _bare_map() -> dict[str, Any]:
    west, south = 114.0, 36.0
    sizes = {"far": 8.0, "middle": 2.0, "near": 0.5}
    views = [
        {"id": name, "name": name, "bounds": (west, south, west + size * 0.7, south + size * 0.5)}
        for name, size in sizes.items()
    ]
    return {"bounds": BOUNDS, "views": views}


def _spot(chance: random.Random, map_: Map) -> tuple[float, float]:
    """A point anywhere on the map, half of the time not far from the middle of the nearest view."""
    west, south, east, north = min((view.bounds for view in map_.views), key=lambda b: b[2] - b[0])
    if chance.random() < 0.5:
        return _near(chance, map_, ((west + east) / 2, (south + north) / 2), 5 * ASIDE_DEGREES)
    west, south, east, north = map_.bounds
    return chance.uniform(west, east), chance.uniform(south, north)


def _places(chance: random.Random, map_: Map, count: int) -> Iterator[dict[str, Any]]:
    for number in range(count):
        letters = [chance.randrange(len(SYLLABLES)) for _ in range(2)]
        importance = 1 + sum(number >= count * share for share in (0.004, 0.03, 0.12, 0.4))
        yield {
            "id": f"place-{number}",
            "name": {
                "en": "".join(SYLLABLES[letter] for letter in letters).title(),
                "zh": "".join(CHARACTERS[letter] for letter in letters),
            },
            "kind": "city" if importance < 3 else "town" if importance < 5 else "village",
            "at": _spot(chance, map_),
            "precision_km": 1,
            "importance": importance,
            **SOURCED,
        }


def _formations(chance: random.Random, map_: Map, count: int) -> Iterator[dict[str, Any]]:
    homes: dict[int, tuple[int, tuple[float, float]]] = {}
    for number in range(count):
        above = (number - 8) // 4 if number >= 8 else None
        if above is None:
            depth, home = 0, _spot(chance, map_)
        else:
            depth = min(homes[above][0] + 1, len(BENEATH) - 1)
            home = _near(chance, map_, homes[above][1])
        homes[number] = depth, home
        yield {
            "id": f"formation-{number}",
            "name": {
                "en": f"{number}th {ENGLISH[-1 - depth]}",
                "zh": f"第{number}{CHINESE[-1 - depth]}",
            },
            "side": "east" if _eldest(number) % 2 else "west",
            "parent": None if above is None else f"formation-{above}",
            "echelon": BENEATH[depth],
            "arm": chance.choice((Arm.INFANTRY, Arm.INFANTRY, Arm.CAVALRY, Arm.ARTILLERY)),
            "importance": 1 + depth,
            "track": list(_track(chance, map_, home)),
            **SOURCED,
        }


def _eldest(number: int) -> int:
    while number >= 8:
        number = (number - 8) // 4
    return number


def _near(
    chance: random.Random, map_: Map, spot: tuple[float, float], degrees: float = ASIDE_DEGREES
) -> tuple[float, float]:
    west, south, east, north = map_.bounds
    lon, lat = spot[0] + chance.gauss(0, degrees), spot[1] + chance.gauss(0, degrees)
    return min(max(lon, west), east), min(max(lat, south), north)


def _track(chance: random.Random, map_: Map, home: tuple[float, float]) -> Iterator[dict[str, Any]]:
    for leg in range(4):
        starts = STARTS + dt.timedelta(hours=84 * leg)
        yield {
            "starts": starts,
            "ends": starts + dt.timedelta(hours=chance.uniform(12, 60)),
            "at": home,
            "state": "defending" if leg % 2 else "attacking",
            "uncertainty_km": chance.uniform(1, 8),
            **SOURCED,
        }
        home = _near(chance, map_, home, 3 * ASIDE_DEGREES)
