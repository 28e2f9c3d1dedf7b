"""What stands on the map: nothing on anything else, calmly, and found by a touch."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QGuiApplication

from kiosk.exhibit.geo import project
from kiosk.exhibit.kinds import ref_of
from kiosk.exhibit.model import Exhibit, Shape
from kiosk.exhibit.ref import Ref
from kiosk.map.labels.result import FormationSign, PlaceLabel
from kiosk.map.labels.targets import TIE_MM, TOUCH_MM
from kiosk.workbench.bench.large import large_exhibit
from tests.exhibit.made import exhibit as made_exhibit
from tests.map.looking import LANDSCAPE, PORTRAIT, TELLING, Area, Looking, all_told, told_once


def everything(look: Looking) -> list[FormationSign | PlaceLabel]:
    return [*look.picture.signs, *look.picture.names]


def overlaps(areas: Sequence[Area]) -> list[str]:
    return [
        f"{one[0]} on {other[0]}"
        for one, other in itertools.combinations(areas, 2)
        if one[1].boundingRect().intersects(other[1].boundingRect()) and one[1].intersects(other[1])
    ]


def disorder(told: Iterable[tuple[str, Looking]]) -> Iterator[str]:
    """What stands on something else, or not wholly within the focus."""
    for view, look in told:
        areas = [*look.symbols(), *look.labels(), *look.edges()]
        yield from (f"{view}: {overlap}" for overlap in overlaps(areas))
        focus = QRectF(*look.focus)
        for name, area in areas:
            if not focus.contains(area.boundingRect()):
                yield f"{view}: {name} leaves the focus"


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT], ids=["landscape", "portrait"])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_nothing_stands_on_anything(
    qapp: QGuiApplication, language: str, size: tuple[int, int]
) -> None:
    assert list(disorder(told_once(size, language))) == []


@pytest.mark.parametrize(("size", "language"), [(LANDSCAPE, "zh"), (PORTRAIT, "en")])
def test_nothing_stands_on_anything_in_the_largest_text(
    qapp: QGuiApplication, language: str, size: tuple[int, int]
) -> None:
    assert list(disorder(all_told(size, language, 200))) == []


def test_symbols_keep_their_size_at_any_zoom(qapp: QGuiApplication, exhibit: Exhibit) -> None:
    look = Looking(exhibit)
    sizes = set()
    for view in exhibit.map.views:
        look.open(view.id, 258)
        sizes |= {row.symbol_height for row in look.picture.signs if not row.square}
    assert len(sizes) == 1


@pytest.mark.parametrize("view", ["campaign", "pocket"])
def test_few_formations_are_pips(qapp: QGuiApplication, exhibit: Exhibit, view: str) -> None:
    look = Looking(exhibit)
    pips = symbols = 0
    for hours in TELLING:
        look.open(view, hours)
        pips += sum(row.square for row in look.picture.signs)
        symbols += len(look.picture.signs)
    assert pips * 8 < symbols


def test_what_matters_most_is_seldom_a_pip_near_by(qapp: QGuiApplication, exhibit: Exhibit) -> None:
    look = Looking(exhibit)
    importance = {formation.id: formation.importance for formation in exhibit.formations}
    pips = symbols = 0
    for view, hours in itertools.product(("campaign", "pocket"), TELLING):
        look.open(view, hours)
        shown = [row for row in look.picture.signs if importance[row.key] == 1]
        pips += sum(row.square for row in shown)
        symbols += len(shown)
    assert pips * 12 < symbols


TURNED = {
    "id": "turned", "name": "turned", "side": "north", "echelon": "corps", "importance": 1,
    "track": [
        {"starts": "1900-01-01", "at": [5, 5], "state": "waiting", "uncertainty_km": 1},
        {"starts": "1900-01-02 10:00", "at": [5, 5], "state": "changed-sides", "side": "south",
         "uncertainty_km": 1},
        {"starts": "1900-01-02 14:00", "at": [5, 5], "state": "waiting", "uncertainty_km": 1},
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("hours", "shape", "former"),
    [
        (33, Shape.RECTANGLE, None),
        (34, Shape.HEXAGON, Shape.RECTANGLE),
        (47, Shape.HEXAGON, Shape.RECTANGLE),
        (48, Shape.HEXAGON, None),
    ],
)
def test_the_frame_that_was_left_stands_until_the_days_end(
    qapp: QGuiApplication, hours: int, shape: Shape, former: Shape | None
) -> None:
    look = Looking(made_exhibit(formations=[TURNED]))
    look.open("all", hours)
    (sign,) = look.picture.signs
    assert sign.symbol.side.shape is shape
    assert (sign.symbol.former.shape if sign.symbol.former else None) is former


@pytest.mark.parametrize(("hours", "shown"), [(23, 1), (24, 1), (47, 1), (48, 0)])
def test_who_was_destroyed_is_gone_after_a_day_unless_spoken_of(
    qapp: QGuiApplication, hours: int, shown: int
) -> None:
    first, second = TURNED["track"][:2]  # type: ignore[index]
    end = {**second, "starts": "1900-01-02", "state": "destroyed", "side": "north"}
    look = Looking(made_exhibit(formations=[{**TURNED, "track": [first, end]}]))
    look.open("all", hours)
    assert len(look.picture.signs) == shown
    look.ask(spoken_of=frozenset({Ref("formations/turned")}))
    assert len(look.picture.signs) == 1


def test_a_chosen_formation_is_shown_before_all_others(
    qapp: QGuiApplication, exhibit: Exhibit
) -> None:
    look = Looking(exhibit)
    look.open("campaign", 444)
    there = {row.key for row in look.picture.signs if row.label}
    for formation in exhibit.formations:
        spot = look.spot(formation.id)
        if formation.id not in there and spot:
            look.ask(chosen=frozenset({ref_of(formation)}))
            rows = {row.key: row for row in look.picture.signs if not row.square}
            x, y = spot
            left, top, width, height = look.focus
            edge = 5 * look.mm
            if left + edge < x < left + width - edge and top + edge < y < top + height - edge:
                assert formation.id in rows, formation.id
                assert rows[formation.id].label or rows[formation.id].symbol.text, formation.id


def test_of_what_little_changes_everything_keeps_its_place(
    qapp: QGuiApplication, exhibit: Exhibit
) -> None:
    look = Looking(exhibit)
    look.open("pocket", 420)
    draw, at = look.cartographer.draw, (look.moment, look.viewport, look.request)
    for _ in range(4):  # what had no place before may find one beside those that keep theirs
        look.picture = draw(*at, look.picture.memory)
    before = look.picture
    assert before.signs
    assert before.names
    assert draw(*at, before.memory) == before


def test_a_picture_depends_on_nothing_that_was_drawn_before(
    qapp: QGuiApplication, exhibit: Exhibit
) -> None:
    look, fresh = Looking(exhibit), Looking(exhibit)
    look.take_lines()
    fresh.take_lines()
    for hours in (240, 260, 444):
        look.open("pocket", hours)
    fresh.open("pocket", 444)
    assert look.picture == fresh.picture
    kept = look.picture.memory
    look.open("campaign", 84)
    assert look.cartographer.draw(
        fresh.moment, fresh.viewport, fresh.request, kept, settle=False
    ) == fresh.cartographer.draw(fresh.moment, fresh.viewport, fresh.request, kept, settle=False)


# ---------------------------------------------------------------- touches


FORMATION = {
    "id": "a",
    "name": "A",
    "side": "north",
    "echelon": "corps",
    "track": [{"starts": "1900-01-01", "at": [5, 5], "state": "waiting", "uncertainty_km": 1}],
}
PLACE = {"id": "b", "name": "B", "kind": "town", "precision_km": 1, "importance": 1}


@pytest.mark.parametrize(("beyond_mm", "found"), [(-0.1, "formations/a"), (0.1, "")])
def test_a_touch_finds_a_symbol_within_ten_millimetres(
    qapp: QGuiApplication, beyond_mm: float, found: str
) -> None:
    look = Looking(made_exhibit(formations=[FORMATION]))
    look.open("all", 0)
    x, y = look.viewport.spot(5, 5)
    top = y + look.picture.signs[0].dy
    assert look.find(x, y) == "formations/a"
    assert look.find(x, top - (TOUCH_MM + beyond_mm) * look.mm) == found


def away(area: QRectF, x: float, y: float) -> float:
    return math.hypot(
        max(area.left() - x, 0, x - area.right()), max(area.top() - y, 0, y - area.bottom())
    )


def test_the_nearest_is_found_and_a_formation_wins_a_near_tie(qapp: QGuiApplication) -> None:
    places = [{**PLACE, "at": [4.6, 5.3]}]
    look = Looking(made_exhibit(formations=[FORMATION], places=places))
    look.open("all", 0)
    areas: dict[str, list[QRectF]] = {"f": [], "p": []}
    for name, area in [*look.symbols(), *look.labels()]:
        areas["f" if name.endswith("of a") else "p"].append(area.boundingRect())
    dot = look.at(look.picture.names[0])
    areas["p"].append(QRectF(*dot, 0, 0))
    x, y = look.viewport.spot(5, 5)
    found = set()
    for right, down in itertools.product(range(-40, 41), repeat=2):
        px, py = x + right * look.mm, y + down * look.mm
        formation, place = (
            min(away(area, px, py) / look.mm for area in areas[kind]) for kind in ("f", "p")
        )
        near = abs(formation - place - TIE_MM), abs(formation - TOUCH_MM), abs(place - TOUCH_MM)
        if min(near) > 2:  # what rounding and margins cannot turn
            wanted = "" if min(formation, place) > TOUCH_MM else "formations/a"
            if place <= TOUCH_MM and place < formation - TIE_MM:
                wanted = "places/b"
            assert look.find(px, py) == wanted, (right, down)
            found.add(wanted)
    assert found == {"", "formations/a", "places/b"}


# ---------------------------------------------------------------- places


def test_modern_names_are_shown_on_request(qapp: QGuiApplication, exhibit: Exhibit) -> None:
    look = Looking(exhibit)
    look.open("campaign", 0)
    assert not any(row.modern for row in look.picture.names)
    look.ask(hidden=frozenset())
    assert any(row.modern for row in look.picture.names)
    areas = [*look.symbols(), *look.labels()]
    assert not overlaps(areas)


def test_a_place_that_is_on_no_map_has_a_question_mark_and_a_ring(qapp: QGuiApplication) -> None:
    lost = {**PLACE, "at": [5, 5], "located": False, "precision_km": 20}
    look = Looking(made_exhibit(places=[lost]))
    look.open("all", 0)
    (row,) = look.picture.names
    assert row.lead == "B ?"
    assert (row.dot, row.located) == (True, False)
    assert not look.picture.rings
    look.ask(hidden=frozenset())
    (ring,) = look.picture.rings
    assert (ring.x, ring.y) == project(5, 5)


def test_a_rivers_name_lies_along_its_course(qapp: QGuiApplication) -> None:
    river = {**PLACE, "kind": "river", "name": "River", "at": [5, 5]}
    look = Looking(made_exhibit(places=[river]))
    look.open("all", 0)
    assert look.picture.names[0].angle == 0
    look.cartographer.take_rivers([[project(2 + i, 6.5 - 0.5 * i) for i in range(7)]])
    look.ask()
    assert look.picture.names[0].angle == pytest.approx(26.6, abs=0.5)


@pytest.mark.parametrize(("hours", "shown"), [(0, True), (24, False)])
def test_a_place_is_named_while_it_is_there(
    qapp: QGuiApplication, hours: float, shown: bool
) -> None:
    look = Looking(made_exhibit(places=[{**PLACE, "at": [5, 5], "ends": "1900-01-01 12:00"}]))
    look.open("all", hours)
    assert bool(look.picture.names) is shown


@pytest.mark.parametrize("tenths", range(10, 60, 4))
def test_second_names_never_meet(qapp: QGuiApplication, tenths: int) -> None:
    name = {"xx": "Riverside", "yy": "Flussufer"}
    towns = (("west", [tenths / 10, 5]), ("east", [9.5, 5]))
    places = [{**PLACE, "name": name, "id": key, "at": at} for key, at in towns]
    look = Looking(made_exhibit(places=places), PORTRAIT)
    look.open("all", 0)
    look.ask(language="xx", second="yy")
    assert not overlaps(list(look.labels()))


# ---------------------------------------------------------------- a large exhibit


@cache
def large() -> Exhibit:
    return large_exhibit(2000, 5000)


@pytest.mark.parametrize("view", ["far", "middle", "near"])
def test_of_very_many_only_what_fits_is_shown(qapp: QGuiApplication, view: str) -> None:
    look = Looking(large())
    look.open(view, 100)
    assert 0 < len(look.picture.signs) < 120
    assert 3 < len(look.picture.names) < 120
    assert not overlaps([*look.symbols(), *look.labels()])


def test_besiegers_stand_also_where_their_symbols_have_no_room(
    qapp: QGuiApplication, exhibit: Exhibit
) -> None:
    arcs = []
    for percent in (100, 200):
        look = Looking(exhibit, percent=percent)
        look.open("pocket", 330)
        arcs.append([area.sieges for area in look.picture.areas if area.sieges])
    assert arcs[0]
    assert arcs[0] == arcs[1]
