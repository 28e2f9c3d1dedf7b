"""What a place on the map claims: on which side of a line, before which enemy, and whose name."""

from __future__ import annotations

import datetime as dt
import itertools
import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QGuiApplication

from kiosk.exhibit.model import AreaKind, Decision, Echelon, Exhibit, LayerStyle, Lesson
from kiosk.exhibit.ref import Ref
from kiosk.map.boxes import Box, Line, Point, away, crosses
from kiosk.map.labels.laying import Pocket
from kiosk.map.labels.leeway import FARTHEST, ON_IT_MM, TOUCH_MM
from kiosk.map.labels.result import FormationSign, PlaceLabel
from kiosk.map.signs.areas import outline
from kiosk.telling.outline.pointing import pointed_at
from tests.exhibit.made import exhibit as made_exhibit
from tests.map.looking import LANDSCAPE, PORTRAIT, Looking, told_once
from tests.meeting import CONTENT, blank_map

SIZES = pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT], ids=["landscape", "portrait"])
LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])


@dataclass(frozen=True)
class Unit:
    """A formation as it is seen, in px; `label` is the room of its words, `doubt` its own."""

    sign: FormationSign
    spot: Point
    symbol: Box
    label: Box | None
    doubt: float

    @property
    def key(self) -> str:
        return str(self.sign.key)


@dataclass(frozen=True)
class Scene:
    """A prepared view at an hour: what is seen, and the lines in px that part the ground."""

    name: str
    units: tuple[Unit, ...]
    names: tuple[PlaceLabel, ...]
    name_boxes: tuple[tuple[str, Box], ...]
    rails: tuple[Line, ...]
    edges: tuple[Line, ...]
    ways: tuple[Line, ...]


@cache
def scenes(size: tuple[int, int], language: str) -> tuple[Scene, ...]:
    """Every prepared view at every hour of the telling."""
    return tuple(scene(name, look) for name, look in told_once(size, language))


def scene(name: str, look: Looking) -> Scene:
    labels = dict(look.labels())
    units = []
    for row in look.picture.signs:
        label = labels.get(f"label of {row.key}")
        box = box_of(label.boundingRect()) if label else None
        units.append(Unit(row, look.at(row), symbol_box(look, row), box, doubt_of(look, row)))
    level = [row for row in look.picture.names if not row.angle]
    return Scene(
        name,
        tuple(units),
        tuple(look.picture.names),
        tuple((r.key, box_of(labels[f"name of {r.key}"].boundingRect())) for r in level),
        tuple(
            stretch
            for line in blank_map(CONTENT).lines(LayerStyle.RAILWAY)
            for stretch in itertools.pairwise(on_screen(look, point) for point in line)
        ),
        tuple(edges(look)),
        tuple(
            stretch
            for arrow in look.picture.arrows
            for stretch in itertools.pairwise(on_screen(look, point) for point in arrow.way)
        ),
    )


def doubt_of(look: Looking, sign: FormationSign) -> float:
    """How far off a symbol may be, in px: where one stands for many, anywhere among them."""
    sightings = look.clock.at(look.moment, among=members(look, sign))
    spots = [look.viewport.spot(one.lon, one.lat) for one in sightings]
    spread = max(math.dist(look.at(sign), spot) for spot in spots) if len(spots) > 1 else 0.0
    least = min(one.uncertainty_km for one in sightings)
    return max(spread, least * look.viewport.ground_scale)


def members(look: Looking, sign: FormationSign) -> tuple[str, ...]:
    """Those in whose middle a symbol stands; a body's own symbol stands for it alone."""
    own = look.clock.sighting(sign.key, look.moment)
    return (sign.key,) if own and sign.key not in sign.stands_for else sign.stands_for


def box_of(area: QRectF) -> Box:
    return Box(area.left(), area.top(), area.right(), area.bottom())


def symbol_box(look: Looking, sign: FormationSign) -> Box:
    x, y = look.at(sign)
    left, top = x + sign.dx, y + sign.dy
    return Box(left, top, left + sign.symbol_width, top + sign.symbol_height)


def on_screen(look: Looking, point: Point) -> Point:
    return look.viewport.on_screen([point])[0]


def edges(look: Looking) -> Iterator[Line]:
    """The drawn lines of the sides' fronts, pockets and ambushes."""
    for area in look.picture.areas:
        if not area.neutral and area.kind is not AreaKind.CUT:
            x, y = on_screen(look, area.points[0])
            line = outline(area, look.viewport.scale, look.mm)
            yield from itertools.pairwise((x + point.real, y + point.imag) for point in line)


def surely_crosses(step: Line, line: Line) -> bool:
    """True if a step crosses a line wherever within a px, to which it was rounded, it ends."""
    spot, (x, y) = step
    return all(
        crosses((spot, (x + dx, y + dy)), line)
        for dx, dy in ((0, 0), (1, 0), (-1, 0), (0, 1), (0, -1))
    )


@SIZES
def test_a_symbol_stands_near_its_spot_on_the_same_side_of_railway_and_fronts(
    qapp: QGuiApplication, size: tuple[int, int]
) -> None:
    on_it = 2 * ON_IT_MM * math.hypot(*size) / (24 * 25.4) + 1  # spots are rounded to px
    touch = TOUCH_MM * math.hypot(*size) / (24 * 25.4) + 2
    found = []
    for scene in scenes(size, "en"):
        for unit in scene.units:
            step = unit.spot, unit.symbol.centre
            off, covers = math.dist(*step), unit.symbol.grown(touch, touch).covers(unit.spot)
            if off > FARTHEST * unit.symbol.width + 2 or not (covers or off < unit.doubt + 2):
                found.append(f"{scene.name}: {unit.key} stands far off")
            if math.dist(*step) > 3 and any(
                surely_crosses(step, line) and away(unit.spot, *line) > on_it
                for line in (*scene.rails, *scene.edges)
                if min(away(end, *line) for end in step) > 2  # what rounding cannot turn
            ):
                found.append(f"{scene.name}: {unit.key} stands across a line")
    assert not found, "\n".join(found)


@SIZES
def test_two_enemies_never_change_places(qapp: QGuiApplication, size: tuple[int, int]) -> None:
    found = []
    for scene in scenes(size, "en"):
        alive = [unit for unit in scene.units if not unit.sign.ended]
        for one, other in itertools.combinations(alive, 2):
            apart = math.dist(one.spot, other.spot)
            if one.sign.colour != other.sign.colour and apart > 3:
                (ax, ay), (bx, by) = one.spot, other.spot
                (cx, cy), (dx, dy) = one.symbol.centre, other.symbol.centre
                if ((dx - cx) * (bx - ax) + (dy - cy) * (by - ay)) / apart < -3:
                    found.append(f"{scene.name}: {one.key} and {other.key}")
    assert not found, "\n".join(found)


@SIZES
@LANGUAGES
def test_the_symbol_nearest_to_a_label_is_its_own(
    qapp: QGuiApplication, size: tuple[int, int], language: str
) -> None:
    found = []
    for scene in scenes(size, language):
        for unit in scene.units:
            if unit.label:
                near = {other.key: gap(unit.label, other.symbol) for other in scene.units}
                nearest = min(near, key=near.__getitem__)
                if nearest != unit.key:
                    found.append(f"{scene.name}: {unit.key} beside {nearest}")
    assert not found, "\n".join(found)


def gap(one: Box, other: Box) -> float:
    """The way between two boxes; to the line above or below it is felt to be longer."""
    across = max(one.left - other.right, other.left - one.right, 0.0)
    down = max(one.top - other.bottom, other.top - one.bottom, 0.0)
    return math.hypot(across, 3 * down)


@SIZES
@LANGUAGES
def test_no_line_strikes_the_name_of_a_place_that_the_page_is_not_about(
    qapp: QGuiApplication, size: tuple[int, int], language: str
) -> None:
    found = []
    for scene in scenes(size, language):
        lines = (*scene.edges, *scene.ways)
        for key, box in scene.name_boxes:
            if any(box.grown(-4, -box.height / 5).is_cut(line) for line in lines):
                found.append(f"{scene.name}: {key}")
    assert not found, "\n".join(found)


@SIZES
@LANGUAGES
def test_second_names_are_on_all_towns_that_matter_most_or_on_none(
    qapp: QGuiApplication, exhibit: Exhibit, size: tuple[int, int], language: str
) -> None:
    most = {place.id for place in exhibit.places if place.importance == 1}
    seen = set()
    for scene in scenes(size, language):
        towns = [row for row in scene.names if row.key in most and row.kind == "city"]
        given = {bool(row.second) for row in towns}
        assert len(given) < 2, scene.name
        seen |= given
    assert seen == {True, False}


@SIZES
@LANGUAGES
def test_what_the_page_points_at_is_always_named(
    qapp: QGuiApplication, exhibit: Exhibit, size: tuple[int, int], language: str
) -> None:
    look = Looking(exhibit, size, language=language)
    look.take_lines()
    found = []
    records: tuple[Lesson | Decision, ...] = (*exhibit.lessons, *exhibit.decisions)
    for record in records:
        look.request = replace(look.request, pointed_at=pointed_at(exhibit, record))
        hours = (record.moment - exhibit.exhibit.starts) / dt.timedelta(hours=1)
        look.open(record.view, hours)
        shown = {sign.key for sign in look.picture.signs if sign.label or sign.symbol.text}
        shown |= {key for sign in look.picture.signs if sign.label for key in sign.stands_for}
        shown |= {item.key.partition("/")[2] for item in look.picture.edges}
        left, top, width, height = look.focus
        room = Box(left, top, left + width, top + height).less(30 * look.mm)
        for key in record.formations:
            where = look.spot(key)
            if where and room.covers(where) and key not in shown:
                found.append(f"{record.id}: {key}")
    assert not found, "\n".join(found)


# ---------------------------------------------------------------- made crowds


def corps(key: str, side: str, at: list[float], **more: Any) -> dict[str, Any]:
    track = [{"starts": "1900-01-01", "at": at, "state": "waiting", "uncertainty_km": 1}]
    return {"id": key, "name": key, "side": side, "echelon": "corps", "track": track, **more}


def test_what_has_no_room_at_one_spot_is_counted_by_one_symbol(qapp: QGuiApplication) -> None:
    crowd = [corps(f"corps-{i}", "north", [5, 5], importance=1) for i in range(8)]
    look = Looking(made_exhibit(formations=crowd))
    look.open("all", 0)
    (row,) = look.picture.signs
    assert (row.symbol.text, row.symbol.echelon, row.label) == ("8 armies", Echelon.CORPS, "")
    assert row.stands_for == tuple(f"corps-{i}" for i in range(8))
    assert all(f"corps-{i}" in row.spoken for i in range(8))


def test_what_is_chosen_stands_on_its_spot_also_among_enemies(qapp: QGuiApplication) -> None:
    ring = [
        corps(f"south-{i}", "south", [5 + 0.25 * x, 5 + 0.25 * y], importance=1)
        for i, (x, y) in enumerate(((1, 0), (-1, 0), (0, 1), (0, -1)))
    ]
    look = Looking(made_exhibit(formations=[*ring, corps("mine", "north", [5, 5])]))
    look.open("all", 0)
    look.ask(pointed_at=frozenset({Ref("formations/mine")}))
    row = next(row for row in look.picture.signs if row.key == "mine")
    touch = TOUCH_MM * look.mm
    assert symbol_box(look, row).grown(touch, touch).covers(look.at(row))
    assert row.label == "mine"


POCKET = {
    "id": "pocket",
    "name": "The ring",
    "kind": "pocket",
    "side": "north",
    "starts": "1900-01-01",
    "ends": "1900-01-31",
    "ring": [[3, 3], [7, 3], [7, 7], [3, 7]],
    "certainty": "inferred",
    "sources": [],
}


@SIZES
@LANGUAGES
def test_who_is_outside_a_pocket_leaves_more_than_half_of_it_to_be_seen(
    qapp: QGuiApplication, size: tuple[int, int], language: str
) -> None:
    """Seen near by; from afar a pocket is less than a symbol."""
    near = [told for told in told_once(size, language) if told[0].startswith("pocket at")]
    for name, look in near:
        for area in (one for one in look.picture.areas if one.kind is AreaKind.POCKET):
            pocket = Pocket.of(look.viewport.on_screen(area.points))
            outside = [s for s in look.picture.signs if s.symbol and not pocket.holds(look.at(s))]
            hidden = {s.key: pocket.hidden(symbol_box(look, s)) for s in outside}
            assert sum(hidden.values()) < 0.5, (name, hidden)


def test_the_name_of_a_pocket_stands_within_it(qapp: QGuiApplication) -> None:
    look = Looking(made_exhibit(areas=[POCKET]))
    look.open("all", 0)
    (row,) = look.picture.names
    x, y = look.at(row)
    corners = [on_screen(look, point) for point in look.picture.areas[0].points]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    label = Box(0, 0, row.label_width, row.label_height)
    assert Box(min(xs), min(ys), max(xs), max(ys)).holds(
        label.moved(x + row.label_x, y + row.label_y)
    )
    assert row.tint == "#101010"
