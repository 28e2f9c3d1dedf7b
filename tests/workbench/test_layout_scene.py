"""Bodies on the map that are low, unequal, astray, unseated or on one another are found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QGuiApplication

from kiosk.exhibit.model import Exhibit, Shape
from kiosk.map.labels.result import FormationSign
from kiosk.map.signs.symbols import Livery
from kiosk.workbench.layout import scene
from kiosk.workbench.layout.eyes import Sight
from kiosk.workbench.layout.flaw import Flaw, Scene, View
from tests.map.looking import Looking
from tests.workbench.conftest import GLASS, HEIGHT, WIDTH, LookAt

TALL = 18 * 4
"""The least height of a frame on the glass of these tests, in px."""


def said(flaws: Iterable[Flaw]) -> list[str]:
    return [flaw.message for flaw in flaws]


def grown(sign: FormationSign, high: int) -> FormationSign:
    """A sign with a frame so many px high, in the middle of its spot."""
    wide, down = map(round, sign.symbol.size(high))
    return replace(
        sign,
        square=False,
        symbol_width=wide,
        symbol_height=down,
        dx=-wide // 2,
        dy=-down // 2,
    )


@pytest.fixture
def bodies(qapp: QGuiApplication, small: Exhibit) -> Scene:
    """Two bodies on their spot, of two sides."""
    looking = Looking(small)
    looking.open(small.exhibit.view, 20)
    seen = {one.formation: one for one in looking.clock.at(looking.moment)}
    first = next(sign for sign in looking.picture.signs if sign.key in seen)
    shapes = set(Shape) - {first.symbol.side.shape}
    side = Livery("#3d6ea8", min(shapes))
    second = replace(first, key="other", symbol=replace(first.symbol, side=side))
    signs = (grown(first, TALL), grown(second, TALL))
    return Scene(looking.viewport, signs, {**seen, "other": seen[first.key]})


def looked_at(bodies: Scene) -> View:
    return View(Sight((), QRectF(0, 0, WIDTH, HEIGHT)), GLASS, (75, 120), scene=bodies)


def test_symbols_of_18_mm_on_their_spots_are_right(bodies: Scene) -> None:
    view = looked_at(bodies)
    for check in (scene.low, scene.unequal, scene.astray, scene.outside, scene.unseated):
        assert said(check(view)) == []


def test_low(bodies: Scene) -> None:
    first, second = bodies.signs
    low = replace(bodies, signs=(first, grown(second, TALL - 3)))
    assert said(scene.low(looked_at(low))) == ["symbols are 17.2 mm high"]
    square = replace(second, square=True, symbol_width=14, symbol_height=14)
    assert said(scene.low(looked_at(replace(bodies, signs=(first, square))))) == []


def test_a_side_with_higher_symbols_seems_the_greater(bodies: Scene) -> None:
    first, second = bodies.signs
    shape = second.symbol.side.shape
    unequal = replace(bodies, signs=(first, grown(second, TALL + 8)))
    assert said(scene.unequal(looked_at(unequal))) == [
        f"symbols of shape {shape} are 80 px high, those of another side 72"
    ]


def test_a_symbol_stands_as_far_off_as_is_unknown(bodies: Scene) -> None:
    sign = bodies.signs[0]
    sighting, km = bodies.sightings[sign.key], bodies.viewport.ground_scale
    doubt = round((sign.symbol_width / km) + 1)

    def off(by_km: float) -> list[str]:
        moved = replace(sign, dx=sign.dx + round(by_km * km))
        doubted = {sign.key: replace(sighting, uncertainty_km=doubt)}
        return said(scene.astray(looked_at(replace(bodies, signs=(moved,), sightings=doubted))))

    assert off(doubt) == []
    assert off(doubt + 2) == [
        f'"{sign.label or sign.spoken}" stands {doubt + 2:.1f} km off, and is known to {doubt}.0'
    ]
    assert off(0.4 * sign.symbol_width / km) == []


def test_a_symbol_stays_on_the_map(bodies: Scene) -> None:
    sign, room = bodies.signs[0], bodies.viewport.room
    out = replace(sign, dx=sign.dx + round(room.right - bodies.box(sign).right) + 3)
    name = sign.label or sign.spoken
    found = said(scene.outside(looked_at(replace(bodies, signs=(sign, out)))))
    assert found == [f'"{name}" reaches out of the map']


def test_a_body_of_the_text_needs_its_symbol(bodies: Scene) -> None:
    first, second = (replace(sign, square=True) for sign in bodies.signs)
    view = looked_at(replace(bodies, signs=(first, second), named=frozenset({first.key})))
    assert said(scene.unseated(view)) == [
        f'"{first.label or first.spoken}" is named in the text, and has no room for its symbol'
    ]


@pytest.mark.parametrize(
    ("qml", "found"),
    [
        ('FormationSymbol { label: "A" } FormationSymbol { label: "B"; x: 55 }', []),
        (
            'FormationSymbol { label: "A" } FormationSymbol { label: "B"; x: 50 }',
            ['the symbols of "A" and "B" overlap'],
        ),
        (
            'FormationSymbol { label: "A" } '
            'FormationSymbol { label: "B"; property bool square: true }',
            [],
        ),
        (
            'FormationSymbol { label: "A" } Button { objectName: "Key"; x: 40 }',
            ['"A" and the button "Key" overlap'],
        ),
        (
            'FormationSymbol { Words { x: 60; text: "Army" } } Button { objectName: "Key"; x: 70 }',
            ['"Army" and the button "Key" overlap'],
        ),
        ('FormationSymbol { label: "A" } Button { objectName: "Key"; x: 60 }', []),
        (
            'FormationSymbol { label: "A" } Rectangle { x: 30; width: 200; height: 90 } '
            'Button { objectName: "Key"; x: 40 }',
            [],
        ),
    ],
)
def test_colliding(look_at: LookAt, qml: str, found: list[str]) -> None:
    assert said(scene.colliding(look_at(qml))) == found
