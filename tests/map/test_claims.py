"""What a name and a symbol claim beside a text: each is seen to belong to its own dot."""

from __future__ import annotations

import datetime as dt
import itertools
import math
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.exhibit.model import Exhibit, Phase
from kiosk.map.boxes import Box, Point, crosses
from kiosk.map.labels.callouts import TIED_MM
from kiosk.map.labels.leeway import TOUCH_MM, covers
from kiosk.map.labels.result import PlaceLabel
from kiosk.telling.outline.pointing import pointed_at, spoken_of
from tests.map.looking import Looking
from tests.map.test_named import FOCUS, Reading, body, looking, town
from tests.map.test_truth import symbol_box

SIZES = pytest.mark.parametrize(
    ("size", "language"),
    [pytest.param(s, lang, id=f"{s[0]}-{lang}") for s in FOCUS for lang in ("en", "zh")],
)


def stops(exhibit: Exhibit, size: tuple[int, int], language: str) -> Iterator[tuple[str, Looking]]:
    """The map beside every text, with what it is about."""
    look = Reading(exhibit, size, language, 100)
    look.take_lines()
    assert look.request.teller
    for stop in (*exhibit.phases, *exhibit.lessons, *exhibit.decisions):
        told = spoken_of(exhibit, look.request.teller, stop)
        points = frozenset() if isinstance(stop, Phase) else pointed_at(exhibit, stop)
        look.request = replace(look.request, spoken_of=told, pointed_at=points)
        look.open(stop.view, (stop.moment - exhibit.exhibit.starts) / dt.timedelta(hours=1))
        yield stop.id, look


def name_box(look: Looking, label: PlaceLabel) -> Box:
    x, y = look.at(label)
    box = Box(0, 0, label.label_width, label.label_height)
    return box.moved(x + label.label_x, y + label.label_y)


def dots(look: Looking) -> dict[str, Point]:
    return {label.key: look.at(label) for label in look.picture.names if label.dot}


@SIZES
def test_a_name_is_nearest_to_its_own_dot_and_not_far_from_it(
    qapp: QGuiApplication, exhibit: Exhibit, size: tuple[int, int], language: str
) -> None:
    for name, look in stops(exhibit, size, language):
        spots = dots(look)
        for label in (label for label in look.picture.names if label.dot):
            box = name_box(look, label)
            own = box.away(*spots[label.key])
            assert own <= TIED_MM[-1] * look.mm + 1, (name, label.key)
            others = (box.away(*spot) for key, spot in spots.items() if key != label.key)
            assert own < min(others, default=math.inf) + 2, (name, label.key)


@SIZES
def test_no_line_to_words_crosses_another(
    qapp: QGuiApplication, exhibit: Exhibit, size: tuple[int, int], language: str
) -> None:
    for name, look in stops(exhibit, size, language):
        lines = []
        for leader in look.picture.leaders:
            ((x, y),) = look.viewport.on_screen([(leader.x, leader.y)])
            lines.append(tuple((x + dx, y + dy) for dx, dy in (leader.start, leader.end)))
        for one, other in itertools.combinations(lines, 2):
            assert not crosses(one, other), name  # type: ignore[arg-type]


@SIZES
def test_a_symbol_beside_its_spot_covers_the_dot_of_no_other_place(
    qapp: QGuiApplication, exhibit: Exhibit, size: tuple[int, int], language: str
) -> None:
    for name, look in stops(exhibit, size, language):
        for sign in (sign for sign in look.picture.signs if not sign.square):
            spot, box = look.at(sign), symbol_box(look, sign)
            if not covers(box, spot):
                inner = box.less(4)
                for key, dot in dots(look).items():
                    far = math.dist(spot, dot) > 2 * TOUCH_MM * look.mm + 2
                    assert not (far and inner.covers(dot)), (name, sign.key, key)


def test_a_symbol_beside_its_spot_touches_no_other_town(
    qapp: QGuiApplication,
) -> None:
    both = [body("2nd", [5, 5]), body("3rd", [5, 5], side="south")]
    look = looking("places/hill", formations=both, places=[town("hill", [5.35, 5])])
    touch = TOUCH_MM * look.mm - 2
    for sign in look.picture.signs:
        spot, box = look.at(sign), symbol_box(look, sign)
        near = box.grown(touch, touch).covers(dots(look)["hill"])
        assert covers(box, spot) or not near, sign.key


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
