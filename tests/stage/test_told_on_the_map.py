"""All that the texts of a page name is on its map as the page is shown, or waits at its edge."""

from __future__ import annotations

import itertools
import re

import pytest

from kiosk.exhibit.clock import Clock
from kiosk.exhibit.model import Exhibit
from kiosk.exhibit.ref import Ref
from kiosk.map.boxes import Box
from kiosk.map.signs.marches import Manner
from tests.meeting import Meet
from tests.window import Visitor

SIZES = [(1920, 1080), (1080, 1920), (1600, 1200)]

EVERY = [
    pytest.param(size, language, id=f"{size[0]}x{size[1]}-{language}")
    for size, language in itertools.product(SIZES, ("en", "zh"))
]


def linked(visitor: Visitor) -> set[Ref]:
    """The refs that the texts beside the map link."""
    page = visitor.stage.page
    told = " ".join([page.body, *(fact.text for fact in page.notes.rows)])
    return {Ref(link) for link in re.findall(r'href="([a-z]+/[^"]+)"', told)}


def there(visitor: Visitor) -> set[Ref]:
    """The refs of all that the map names, shows by its number, or has at its edge."""
    picture = visitor.stage.situation.picture
    signs = [sign for sign in picture.signs if not sign.square]
    bodies = {sign.key for sign in signs}.union(*(sign.stands_for for sign in signs))
    places = {name.key for name in picture.names if name.lead}
    found = {Ref.of("formations", key) for key in bodies}
    found |= {Ref.of("places", key) for key in places}
    return found | {item.key for item in picture.edges}


@pytest.mark.parametrize(("size", "language"), EVERY)
def test_all_that_a_page_names_is_on_its_map(
    meet: Meet, exhibit: Exhibit, size: tuple[int, int], language: str
) -> None:
    clock, places = Clock(exhibit), exhibit.indexed("places")
    visitor = meet(size=size, river=False)
    visitor.wake()
    visitor.stage.preferences.chooseLanguage(language)
    go, seen = visitor.stage.navigation, 0
    pages = [(go.openPhase, one) for one in range(len(exhibit.phases))]
    pages += [(go.openLesson, one) for one in range(len(exhibit.lessons))]
    pages += [(go.openDecision, one) for one in range(len(exhibit.decisions))]
    for open_, number in pages:
        open_(number)
        visitor.settle()
        moment = visitor.stage.playhead.moment
        named = {
            ref
            for ref in linked(visitor)
            if (ref.kind == "places" and places[ref.key].stands(moment))
            or (ref.kind == "formations" and clock.sighting(ref.key, moment))
        }
        assert named <= there(visitor), (open_.__name__, number)
        seen += len(named)
    assert seen > len(pages)


@pytest.mark.parametrize(("size", "language"), EVERY)
def test_no_enemy_hides_the_column_that_gives_ground(
    meet: Meet, size: tuple[int, int], language: str
) -> None:
    visitor = meet(size=size, river=False)
    visitor.wake()
    visitor.stage.preferences.chooseLanguage(language)
    visitor.stage.navigation.openPhase(1)
    visitor.settle()
    picture, camera = visitor.stage.situation.picture, visitor.stage.camera
    viewport = camera.viewport(visitor.mm)
    (arrow,) = (one for one in picture.arrows if one.formation == "column-1")
    assert arrow.manner is Manner.RETREAT
    points = [
        (ax + (bx - ax) * step / 20, ay + (by - ay) * step / 20)
        for (ax, ay), (bx, by) in itertools.pairwise(viewport.on_screen(arrow.way))
        for step in range(20)
    ]
    for sign in picture.signs:
        if sign.colour != arrow.colour:
            x, y = viewport.on_screen([(sign.plane_x, sign.plane_y)])[0]
            symbol = Box(0, 0, sign.symbol_width, sign.symbol_height)
            symbol = symbol.moved(x + sign.dx, y + sign.dy)
            assert sum(map(symbol.covers, points)) < len(points) / 4, sign.key
