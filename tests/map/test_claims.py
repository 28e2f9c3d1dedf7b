"""What a name and a symbol claim beside a text: each is seen to belong to its own dot."""

from __future__ import annotations

import datetime as dt
import itertools
import math
from copy import copy
from dataclasses import replace
from functools import cache

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.exhibit.model import Decision, Lesson, Phase
from kiosk.exhibit.ref import Ref
from kiosk.map.boxes import Box, Point, crosses
from kiosk.map.labels.borders import Borders
from kiosk.map.labels.callouts import TIED_MM
from kiosk.map.labels.laying import Laying, Lines
from kiosk.map.labels.leeway import TOUCH_MM, covers
from kiosk.map.labels.placing import Table
from kiosk.map.labels.result import PlaceLabel
from kiosk.telling.outline.pointing import pointed_at, spoken_of
from tests.map.looking import Looking
from tests.map.test_named import FOCUS, Reading, looking, town
from tests.map.test_truth import symbol_box
from tests.meeting import CONTENT, read

SIZES = pytest.mark.parametrize(
    ("size", "language"),
    [pytest.param(s, lang, id=f"{s[0]}-{lang}") for s in FOCUS for lang in ("en", "zh")],
)


@cache
def stops(size: tuple[int, int], language: str) -> tuple[tuple[str, Looking], ...]:
    """The map beside every text of our exhibit, with what it is about; solved once for all."""
    exhibit, found = read(CONTENT), []
    look = Reading(exhibit, size, language, 100)
    look.take_lines()
    teller = look.request.teller
    assert teller
    stops: tuple[Phase | Lesson | Decision, ...]
    stops = (*exhibit.phases, *exhibit.lessons, *exhibit.decisions)
    for stop in stops:
        told = spoken_of(exhibit, teller, stop)
        points: frozenset[Ref] = (
            frozenset() if isinstance(stop, Phase) else pointed_at(exhibit, stop)
        )
        look.request = replace(look.request, spoken_of=told, pointed_at=points)
        look.open(stop.view, (stop.moment - exhibit.exhibit.starts) / dt.timedelta(hours=1))
        found.append((stop.id, copy(look)))
    return tuple(found)


def name_box(look: Looking, label: PlaceLabel) -> Box:
    x, y = look.at(label)
    box = Box(0, 0, label.label_width, label.label_height)
    return box.moved(x + label.label_x, y + label.label_y)


def dots(look: Looking) -> dict[str, Point]:
    return {label.key: look.at(label) for label in look.picture.names if label.dot}


@SIZES
def test_a_name_is_nearest_to_its_own_dot_and_not_far_from_it(
    qapp: QGuiApplication, size: tuple[int, int], language: str
) -> None:
    for name, look in stops(size, language):
        spots = dots(look)
        for label in (label for label in look.picture.names if label.dot):
            box = name_box(look, label)
            own = box.away(*spots[label.key])
            assert own <= TIED_MM[-1] * look.mm + 1, (name, label.key)
            others = (box.away(*spot) for key, spot in spots.items() if key != label.key)
            assert own < min(others, default=math.inf) + 2, (name, label.key)


@SIZES
def test_no_line_to_words_crosses_another(
    qapp: QGuiApplication, size: tuple[int, int], language: str
) -> None:
    for name, look in stops(size, language):
        lines = []
        for leader in look.picture.leaders:
            ((x, y),) = look.viewport.on_screen([(leader.x, leader.y)])
            lines.append(tuple((x + dx, y + dy) for dx, dy in (leader.start, leader.end)))
        for one, other in itertools.combinations(lines, 2):
            assert not crosses(one, other), name  # type: ignore[arg-type]


@SIZES
def test_a_symbol_beside_its_spot_covers_the_dot_of_no_other_place(
    qapp: QGuiApplication, size: tuple[int, int], language: str
) -> None:
    for name, look in stops(size, language):
        for sign in (sign for sign in look.picture.signs if not sign.square):
            spot, box = look.at(sign), symbol_box(look, sign)
            if not covers(box, spot):
                inner = box.less(4)
                for key, dot in dots(look).items():
                    far = math.dist(spot, dot) > 2 * TOUCH_MM * look.mm + 2
                    assert not (far and inner.covers(dot)), (name, sign.key, key)


def test_a_symbol_beside_its_spot_is_off_other_dots_and_on_its_bank(qapp: QGuiApplication) -> None:
    look = looking()
    room, mm = look.viewport.room, look.mm
    river = Borders(room)
    river.take([(500.0, 0.0), (500.0, 1000.0)])
    rails, dots, strokes, fronts, proposed = (Table(room) for _ in range(5))
    lines = Lines(rails, dots, strokes, fronts, proposed, Borders(room), river)
    laying = Laying(look.request, look.viewport, lines, 0.0, settle=True, holds=False)
    spot, wide, high = (450.0, 400.0), 20 * mm, 10 * mm
    left = Box(spot[0] - wide, spot[1] - high / 2, spot[0], spot[1] + high / 2)
    right = left.moved(wide, 0)
    assert laying.may_lean(left, spot, near=True)
    assert not laying.may_lean(right.moved(40, 0), spot, near=True)
    assert laying.may_lean(Box.around(*spot, wide, high), spot, near=True)
    laying.spots["hill"] = left.left - mm, spot[1]
    assert not laying.may_lean(left, spot, near=True)
    assert laying.may_lean(left, spot, near=False)
    laying.spots["hill"] = left.left + mm, spot[1]
    assert not laying.may_lean(left, spot, near=False)
    laying.spots["hill"] = spot
    assert laying.may_lean(left, spot, near=True)


def test_a_place_without_room_for_its_name_keeps_its_dot(qapp: QGuiApplication) -> None:
    look = looking("places/hill", places=[town("hill", [5, 5])])
    x, y = look.viewport.spot(5, 5)
    far, slit = 200 * look.mm, 6 * look.mm
    look.ask(
        kept=(
            Box(x - far, y - far, x + far, y - slit),
            Box(x - far, y + slit, x + far, y + far),
        )
    )
    (label,) = look.picture.names
    assert (label.lead, label.spoken, label.dot) == ("", "Hill", True)
    assert look.picture.edges == ()
