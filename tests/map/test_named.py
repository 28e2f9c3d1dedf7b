"""What the page names is on the map in every shape, language and size, or waits at its edge."""

from __future__ import annotations

import datetime as dt
import itertools
import math
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QGuiApplication, QPolygonF

from kiosk.exhibit.model import Area, Decision, Exhibit, Lesson, Phase
from kiosk.exhibit.ref import Ref
from kiosk.map.boxes import Box
from kiosk.map.fitting import Fitting, Focus
from kiosk.map.labels.edges import AT_MOST
from kiosk.map.labels.lines import Rails, lines_on
from kiosk.map.labels.placenames import DOTLESS
from kiosk.map.labels.result import EdgeItem
from kiosk.map.signs.areas import teeth
from kiosk.map.viewport import MARGIN_MM
from kiosk.telling.outline.pointing import pointed_at, spoken_of
from tests.exhibit.made import exhibit as made_exhibit
from tests.map.looking import Looking
from tests.meeting import SMALL, read

FOCUS: dict[tuple[int, int], Focus] = {
    (1920, 1080): (800, 36, 1056, 814),
    (1080, 1920): (56, 40, 968, 960),
    (1600, 1200): (700, 36, 852, 930),
}
"""The part of a screen that is the map's own beside a text."""

MOST_HIDDEN = 0.5
"""The part of a pocket that symbols may hide."""

EVERY = [
    pytest.param(size, language, percent, id=f"{size[0]}x{size[1]}-{language}-{percent}")
    for size, language, percent in itertools.product(FOCUS, ("en", "zh"), (100, 200))
]


class Reading(Looking):
    """The map beside the text of a phase."""

    def __init__(
        self, exhibit: Exhibit, size: tuple[int, int], language: str, percent: int
    ) -> None:
        super().__init__(exhibit, size, percent=percent, language=language)
        self.focus = FOCUS[size]
        self.fitting = Fitting.of(exhibit.map.bounds, self.focus)
        self.request = replace(
            self.request, text_px=round(11.4 * self.mm * (1 + (percent > 100) / 2))
        )

    def turn_to(self, phase: Phase) -> None:
        assert self.request.teller
        told = spoken_of(self.exhibit, self.request.teller, phase)
        self.request = replace(self.request, spoken_of=told)
        self.open(phase.view, (phase.moment - self.exhibit.exhibit.starts) / dt.timedelta(hours=1))

    def there(self) -> set[str]:
        """The refs of all that stands on the map by name or number, or waits at its edge."""
        picture = self.picture
        signs = [sign for sign in picture.signs if not sign.square]
        bodies = {sign.key for sign in signs} | {key for sign in signs for key in sign.stands_for}
        places = {Ref.of("places", name.key) for name in picture.names}
        return (
            {Ref.of("formations", key) for key in bodies} | places | {e.key for e in picture.edges}
        )

    def wanted(self, phase: Phase) -> set[str]:
        """The refs of the places and formations that its text names and that are there now."""
        found: set[str] = set()
        for ref in self.request.spoken_of:
            if ref.kind == "formations" and self.clock.sighting(ref.key, phase.moment):
                found.add(ref)
            if ref.kind == "places" and self.exhibit.indexed("places")[ref.key].stands(
                phase.moment
            ):
                found.add(ref)
        return found


@pytest.mark.parametrize(("size", "language", "percent"), EVERY)
def test_all_that_a_phase_names_has_an_item_and_none_stands_on_another(
    qapp: QGuiApplication, exhibit: Exhibit, size: tuple[int, int], language: str, percent: int
) -> None:
    look = Reading(exhibit, size, language, percent)
    look.take_lines()
    for phase in exhibit.phases:
        look.turn_to(phase)
        assert look.wanted(phase) <= look.there(), phase.id
        areas = [*look.symbols(), *look.labels(), *look.edges()]
        for one, other in itertools.combinations(areas, 2):
            assert not one[1].intersects(other[1]), f"{phase.id}: {one[0]} on {other[0]}"
        for name, area in areas:
            assert QRectF(*look.focus).contains(area.boundingRect()), f"{phase.id}: {name}"
        assert not strayed(look), phase.id


@pytest.mark.parametrize(("km", "named"), [(10, False), (200, True)])
def test_a_region_that_reaches_into_the_view_is_named_there(
    qapp: QGuiApplication, km: int, named: bool
) -> None:
    sand = {"id": "sand", "name": "Sand", "kind": "region", "at": [5, 5], "precision_km": km}
    look = Looking(made_exhibit(places=[{**sand, "importance": 2, "sources": []}]))
    look.request = replace(look.request, spoken_of=frozenset({Ref("places/sand")}))
    look.viewport = look.fitting.viewport(look.fitting.fitted((4, 5.5, 6, 7)), look.mm)
    look.ask()
    assert [name.key for name in look.picture.names] == ["sand"] * named
    assert [item.key for item in look.picture.edges] == ["places/sand"] * (not named)


def test_a_name_off_whose_dot_is_a_line_that_shuts_is_tied_to_it(
    qapp: QGuiApplication, exhibit: Exhibit
) -> None:
    look = Reading(exhibit, (1920, 1080), "en", 100)
    look.take_lines()
    look.turn_to(exhibit.indexed("phases")["encirclement"])
    (matou,) = (name for name in look.picture.names if name.key == "matou")
    x, y = look.at(matou)
    box = Box(0, 0, matou.label_width, matou.label_height)
    lines, _ = lines_on(look.viewport, look.picture.areas, look.mm, Rails(), Rails())
    assert lines.fronts.is_free(box.moved(x + matou.label_x, y + matou.label_y))


@pytest.mark.parametrize(("size", "language"), [*itertools.product(FOCUS, ("en", "zh"))])
def test_no_tooth_stands_on_a_river_that_a_phase_names(
    qapp: QGuiApplication, exhibit: Exhibit, size: tuple[int, int], language: str
) -> None:
    look = Reading(exhibit, size, language, 100)
    look.take_lines()
    seen = 0
    for phase in exhibit.phases:
        look.turn_to(phase)
        rivers = [name.key for name in look.picture.names if name.kind == "river"]
        named = [f"name of {key}" for key in rivers if Ref.of("places", key) in look.wanted(phase)]
        labels = dict(look.labels())
        for area in look.picture.areas:
            (x, y), *_ = look.viewport.on_screen(area.points)
            for line in teeth(area, look.viewport.scale, look.mm):
                spots = [QPointF(x + spot.real, y + spot.imag) for spot in line]
                for name in named:
                    assert not any(
                        labels[name].containsPoint(spot, Qt.FillRule.WindingFill) for spot in spots
                    ), phase.id
                    seen += 1
    assert seen


@pytest.mark.parametrize(("size", "language"), [*itertools.product(FOCUS, ("en", "zh"))])
def test_what_surrounds_the_armies_of_a_phase_is_seen_round_their_symbols(
    qapp: QGuiApplication, exhibit: Exhibit, size: tuple[int, int], language: str
) -> None:
    look = Reading(exhibit, size, language, 100)
    look.take_lines()
    for phase in exhibit.phases:
        look.turn_to(phase)
        rings = [area.ring for area in exhibit.areas if area.ring and is_there(area, phase)]
        pockets = [QPolygonF([QPointF(*look.viewport.spot(*at)) for at in ring]) for ring in rings]
        for pocket in sorted(pockets, key=lambda one: -one.boundingRect().width())[:1]:
            hidden = sum(area_of(pocket.intersected(sign)) for _, sign in look.symbols())
            assert hidden < MOST_HIDDEN * area_of(pocket), phase.id


def is_there(area: Area, phase: Phase) -> bool:
    return area.starts <= phase.moment < area.ends


def area_of(shape: QPolygonF) -> float:
    """What a polygon covers, in px²."""
    points = [(at.x(), at.y()) for at in shape.toList()]
    turns = zip(points, [*points[1:], *points[:1]], strict=True)
    return abs(sum(x * v - u * y for (x, y), (u, v) in turns)) / 2


@pytest.mark.parametrize(("size", "language", "percent"), EVERY)
def test_what_waits_stands_at_the_very_edge_and_none_of_it_is_in_sight(
    qapp: QGuiApplication, exhibit: Exhibit, size: tuple[int, int], language: str, percent: int
) -> None:
    look = Reading(exhibit, size, language, percent)
    look.take_lines()
    stops: tuple[Lesson | Decision, ...] = (*exhibit.lessons, *exhibit.decisions)
    for stop in stops:
        assert look.request.teller
        told = spoken_of(exhibit, look.request.teller, stop)
        look.request = replace(look.request, spoken_of=told, pointed_at=pointed_at(exhibit, stop))
        look.open(stop.view, (stop.moment - exhibit.exhibit.starts) / dt.timedelta(hours=1))
        assert not strayed(look), stop.id
        assert len(look.picture.edges) <= AT_MOST, stop.id
        assert not in_sight(look), stop.id
        nameless = {sign.key for sign in look.picture.signs if sign.square}
        assert percent > 100 or not nameless & {*stop.formations}, stop.id


def in_sight(look: Looking) -> list[str]:
    """The edge items of what is in the map's room."""
    entries = look.exhibit.indexed("places")
    found: list[str] = []
    for item in look.picture.edges:
        where = look.spot(item.key.key) if item.key.kind == "formations" else None
        if item.key.kind == "places" and entries[item.key.key].kind not in DOTLESS:
            where = look.viewport.spot(*entries[item.key.key].at)
        found += [item.key] if where and look.viewport.room.covers(where) else []
    return found


def strayed(look: Looking) -> list[EdgeItem]:
    """The edge items that don't lie along the edge of the map's room."""
    room = look.viewport.room.less(4)
    return [item for item in look.picture.edges if room.holds(box_of(item))]


# ---------------------------------------------------------------- made exhibits


def body(key: str, at: list[float], **more: Any) -> dict[str, Any]:
    track = [{"starts": "1900-01-01", "at": at, "state": "waiting", "uncertainty_km": 0.5}]
    made = {"id": key, "name": f"{key} Corps", "side": "north", "echelon": "corps", "track": track}
    return {**made, "importance": 1, **more}


def town(key: str, at: list[float], **more: Any) -> dict[str, Any]:
    place = {"id": key, "name": key.title(), "kind": "town", "precision_km": 1, "importance": 1}
    return {**place, "at": at, **more}


def looking(*told: str, **made: Any) -> Looking:
    look = Looking(made_exhibit(**made))
    look.request = replace(look.request, spoken_of=frozenset(map(Ref, told)))
    look.open("all", 0)
    return look


def nearer(look: Looking, factor: float) -> None:
    """Looks at the middle of the view from nearer by."""
    pose = look.fitting.fitted(look.exhibit.indexed("views")["all"].bounds)
    look.viewport = look.fitting.viewport(replace(pose, scale=pose.scale * factor), look.mm)
    look.ask()


@pytest.mark.parametrize(
    ("at", "turn"), [([5, 9], 0), ([9.5, 5], 90), ([5, 1], 180), ([0.5, 5], 270)],
    ids=["north", "east", "south", "west"],
)  # fmt: skip
def test_a_body_outside_waits_at_the_nearest_edge_with_its_place(
    qapp: QGuiApplication, at: list[float], turn: int
) -> None:
    look = looking("formations/2nd", formations=[body("2nd", at)], places=[town("hill", at)])
    nearer(look, 4)
    assert look.picture.signs == ()
    (item,) = look.picture.edges
    assert (item.key, item.label, item.place) == ("formations/2nd", "2nd Corps", "at Hill")
    x, y = look.viewport.spot(*at)
    arrow = item.x + item.arrow_x + item.arrow / 2, item.y + item.arrow_y + item.arrow / 2
    way = x - arrow[0], y - arrow[1]
    assert abs((item.turn - math.degrees(math.atan2(way[0], -way[1])) + 180) % 360 - 180) < 1
    room = look.viewport.room
    middle = item.x + item.width / 2, item.y + item.height / 2
    ways = {
        0: middle[1] - room.top, 90: room.right - middle[0],
        180: room.bottom - middle[1], 270: middle[0] - room.left,
    }  # fmt: skip
    assert min(ways, key=ways.__getitem__) == turn
    assert look.find(*middle) == "formations/2nd"


def test_a_place_outside_waits_with_its_name_alone(qapp: QGuiApplication) -> None:
    look = looking("places/hill", places=[town("hill", [9.5, 5])])
    nearer(look, 4)
    (item,) = look.picture.edges
    assert (item.label, item.place, item.spoken) == ("Hill", "", "Hill")
    assert item.words[0][1].weight == QFont.Weight.Normal


@pytest.mark.parametrize("at", [[5, 9], [9.5, 5], [5, 1], [0.5, 5]])
def test_what_waits_stands_in_a_tag_that_goes_on_beyond_the_border_it_is_behind(
    qapp: QGuiApplication, at: list[float]
) -> None:
    look = looking("formations/2nd", formations=[body("2nd", at, number="2")])
    nearer(look, 4)
    (item,) = look.picture.edges
    box, room = box_of(item), look.viewport.room
    tag = Box(item.tag_x, item.tag_y, item.tag_x + item.tag_width, item.tag_y + item.tag_height)
    tag = tag.moved(item.x, item.y)
    x, y = look.viewport.spot(*at)
    beyond = {"left": x < room.left, "right": x > room.right} | {
        "top": y < room.top, "bottom": y > room.bottom
    }  # fmt: skip
    assert sum(beyond.values()) == 1
    for side, is_behind in beyond.items():
        further = abs(getattr(tag, side) - getattr(box, side))
        assert (further > 2 * MARGIN_MM * look.mm) if is_behind else further <= 1, side
    assert all(tag.covers((x, y)) for _, _, x, y in item.words)
    assert [words[0] for words in item.words][:1] == ["2nd Corps"]


def test_two_wait_at_the_most_each_at_the_edge_that_its_arrow_points_through(
    qapp: QGuiApplication,
) -> None:
    places = [town(f"town-{i}", [4 + i / 2, 9], importance=i + 1) for i in range(4)]
    look = looking(*(f"places/town-{i}" for i in range(4)), places=places)
    nearer(look, 4)
    room = look.viewport.room
    assert [item.key for item in look.picture.edges] == ["places/town-0", "places/town-1"]
    assert {item.y for item in look.picture.edges} == {round(room.top)}
    look.ask(pointed_at=frozenset({Ref("places/town-3")}))
    assert [item.key for item in look.picture.edges] == ["places/town-0", "places/town-3"]


def test_what_the_page_does_not_name_waits_nowhere(qapp: QGuiApplication) -> None:
    look = looking(formations=[body("2nd", [9.5, 5])], places=[town("hill", [0.5, 5])])
    nearer(look, 4)
    assert look.picture.edges == ()


def test_only_what_the_page_names_bears_its_whole_name_beside_its_number(
    qapp: QGuiApplication,
) -> None:
    number = {"number": "1", "label": "1st C."}
    bodies = [body("1st", [3, 5], **number), body("2nd", [7, 5], **number)]
    look = looking("formations/1st", formations=bodies)
    assert [sign.label for sign in look.picture.signs] == ["1st Corps", ""]


def test_a_body_without_room_stands_beside_its_spot_is_told_by_the_one_above_it_or_not_at_all(
    qapp: QGuiApplication,
) -> None:
    above = body("1st", [5, 5], number="1")
    below = body("7th", [5.5, 5], parent="1st", echelon="regiment", importance=5, number="7")
    look = looking("formations/7th", "formations/1st", formations=[above, below])
    spot = look.viewport.spot(5.5, 5)
    assert {sign.label for sign in look.picture.signs} == {"1st Corps", "7th Corps"}
    crowded = Box.around(spot[0] + 30 * look.mm, spot[1], 64 * look.mm, 200 * look.mm)
    look.ask(kept=(crowded,))
    told = [key for sign in look.picture.signs for key in (sign.key, *sign.stands_for)]
    assert sorted(told) == ["1st", "7th"]
    look.ask(kept=(Box.around(*spot, 120 * look.mm, 120 * look.mm),))
    assert (look.picture.signs, look.picture.edges) == ((), ())


def box_of(item: EdgeItem) -> Box:
    return Box(item.x, item.y, item.x + item.width, item.y + item.height)


def test_no_side_that_stands_in_sight_is_without_a_sign(qapp: QGuiApplication) -> None:
    small = read(SMALL)
    look = Looking(small)
    for phase in small.phases:
        for view in small.map.views:
            look.open(view.id, (phase.moment - small.exhibit.starts) / dt.timedelta(hours=1))
            shown = look.clock.at(look.moment, among=look.picture.formations)
            there = [
                one
                for one in look.clock.at(look.moment)
                if look.viewport.room.covers(look.viewport.spot(one.lon, one.lat))
            ]
            assert {one.side for one in shown} == {one.side for one in there}
