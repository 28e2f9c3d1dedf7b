"""Map symbols: every one can be seen, and tells side, size, arm and state without colour."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtGui import QColor, QGuiApplication, QImage

from kiosk.exhibit.model import ENDED, Arm, Echelon, Exhibit, Pattern, State
from kiosk.map.signs.symbols import (
    POINTS,
    Livery,
    Symbol,
    SymbolPictures,
    livery,
    paint_symbol,
    symbol_of,
    symbol_size,
)

WIDTH = 60
PLAIN, BARRED = (Livery("#606060", pattern) for pattern in (Pattern.PLAIN, Pattern.BAR))
BLUE = Livery("#2040c0", Pattern.PLAIN)
FRAME = WIDTH * 0.88 / 1.5
"""Height of the frame in px; that of the marks is 0.4 of it."""


def grey(image: QImage) -> bytes:
    """The picture as one sees it who sees no colour."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    pixels, row = bytes(grey.constBits()), grey.bytesPerLine()
    starts = range(0, len(pixels), row)  # what fills up a row may be anything
    return b"".join(pixels[start : start + grey.width()] for start in starts)


def symbol(
    side: Livery = PLAIN,
    echelon: Echelon = Echelon.DIVISION,
    arm: Arm = Arm.INFANTRY,
    state: State = State.WAITING,
    width: int = WIDTH,
    **details: Any,
) -> QImage:
    return paint_symbol(Symbol(side, echelon, arm, state, **details), width)


def share(image: QImage, fits: Callable[[QColor], bool]) -> float:
    """The part of a picture's pixels that fit."""
    spots = itertools.product(range(image.width()), range(image.height()))
    pixels = [image.pixelColor(x, y) for x, y in spots]
    return sum(fits(pixel) for pixel in pixels) / len(pixels)


def is_drawn(pixel: QColor) -> bool:
    return pixel.alpha() > 128


def is_light(pixel: QColor) -> bool:
    return pixel.alpha() > 128 and pixel.lightness() > 180


def all_differ(images: Iterable[QImage]) -> bool:
    pictures = [grey(image) for image in images]
    return len(set(pictures)) == len(pictures)


@pytest.mark.parametrize("echelon", Echelon)
@pytest.mark.parametrize("arm", Arm)
def test_every_echelon_and_arm_paints_a_frame_with_marks_above(
    qapp: QGuiApplication, echelon: Echelon, arm: Arm
) -> None:
    image = symbol(echelon=echelon, arm=arm)
    assert (image.width(), image.height()) == tuple(map(round, symbol_size(WIDTH)))
    marks = round(FRAME * 0.4)
    frame = image.copy(12, marks + 2, WIDTH - 24, round(FRAME * 0.6))
    assert share(frame, is_drawn) == 1.0
    assert 0.0 < share(image.copy(0, 0, WIDTH, marks), is_light) < 0.5


@pytest.mark.parametrize("width", [24, 37, 50, 84, 200])
def test_the_frame_is_a_crisp_line_at_any_size(qapp: QGuiApplication, width: int) -> None:
    image = symbol(width=width, state=State.WAITING)
    row = [image.pixelColor(x, image.height() // 2) for x in range(width)]
    seen = [pixel for pixel in row if pixel.alpha()]
    assert seen[0].alpha() == 255
    assert is_light(seen[0])
    assert seen[-1].alpha() == 255
    assert is_light(seen[-1])


@pytest.mark.parametrize("arm", Arm)
def test_no_two_echelons_look_alike(qapp: QGuiApplication, arm: Arm) -> None:
    assert all_differ(symbol(echelon=echelon, arm=arm) for echelon in Echelon)


@pytest.mark.parametrize("echelon", Echelon)
def test_no_two_arms_look_alike(qapp: QGuiApplication, echelon: Echelon) -> None:
    assert all_differ(symbol(echelon=echelon, arm=arm) for arm in Arm)


@pytest.mark.parametrize("side", [PLAIN, BARRED, BLUE])
def test_no_two_states_look_alike_without_colour(qapp: QGuiApplication, side: Livery) -> None:
    assert all_differ(symbol(side, state=state) for state in State)


@pytest.mark.parametrize("state", sorted(ENDED))
def test_a_formation_that_has_ended_is_faded(qapp: QGuiApplication, state: State) -> None:
    def colourful(pixel: QColor) -> bool:
        return pixel.alpha() > 128 and pixel.hsvSaturation() > 120

    assert share(symbol(BLUE), colourful) > 0.2
    assert share(symbol(BLUE, state=state), colourful) == 0.0


@pytest.mark.parametrize("state", State)
def test_an_assumed_position_has_a_broken_frame(qapp: QGuiApplication, state: State) -> None:
    def crossings(image: QImage) -> int:
        """How often the frame's upper line changes between light and dark."""
        y = round(FRAME * 0.4)
        light = [is_light(image.pixelColor(x, y)) for x in range(WIDTH)]
        return sum(a != b for a, b in itertools.pairwise(light))

    assert crossings(symbol(state=state)) <= 4
    assert crossings(symbol(state=state, assumed=True)) >= 8


@pytest.mark.parametrize("state", [State.MARCHING, State.WITHDRAWING])
def test_the_arrow_of_a_march_points_where_it_goes(qapp: QGuiApplication, state: State) -> None:
    assert all_differ(symbol(state=state, toward=toward) for toward in range(POINTS))


def test_the_badge_of_a_fight_points_nowhere(qapp: QGuiApplication) -> None:
    one, other = (symbol(state=State.ATTACKING, toward=toward) for toward in (0, 4))
    assert grey(one) == grey(other)


def test_a_formation_that_changed_sides_keeps_its_old_colour(qapp: QGuiApplication) -> None:
    def blue(pixel: QColor) -> bool:
        return pixel.alpha() == 255 and pixel.blue() > pixel.red() + 80

    assert share(symbol(PLAIN), blue) == 0.0
    turned = symbol(PLAIN, former=BLUE)
    assert 0.03 < share(turned, blue) < 0.2
    assert share(turned.copy(WIDTH // 2, 0, WIDTH // 2, turned.height()), blue) == 0.0


@pytest.mark.parametrize(("arm", "state"), list(itertools.product(Arm, State)))
def test_sides_differ_without_colour(qapp: QGuiApplication, arm: Arm, state: State) -> None:
    assert all_differ([symbol(PLAIN, arm=arm, state=state), symbol(BARRED, arm=arm, state=state)])


def test_the_exhibits_sides_differ_in_pattern(exhibit: Exhibit) -> None:
    patterns = [side.pattern for side in exhibit.sides]
    assert len(set(patterns)) == min(len(patterns), len(Pattern))


def test_both_sides_get_the_same_room(qapp: QGuiApplication) -> None:
    assert symbol(PLAIN).size() == symbol(BARRED).size()


SHOWN = Symbol(PLAIN, Echelon.CORPS, Arm.INFANTRY, State.WAITING)


@pytest.mark.parametrize(
    ("shown", "address"),
    [
        (SHOWN, "606060-plain/corps/infantry/waiting"),
        (replace(SHOWN, side=BARRED), "606060-bar/corps/infantry/waiting"),
        (replace(SHOWN, assumed=True), "606060-plain/corps/infantry/waiting/assumed=1"),
        (
            replace(SHOWN, state=State.MARCHING, toward=4),
            "606060-plain/corps/infantry/marching/toward=4",
        ),
        (
            replace(SHOWN, former=BLUE, assumed=True),
            "606060-plain/corps/infantry/waiting/assumed=1/from=2040c0-plain",
        ),
    ],
)
def test_an_address_paints_what_its_symbol_says(
    qapp: QGuiApplication, shown: Symbol, address: str
) -> None:
    assert shown.address == f"image://symbols/{address}"
    assert SymbolPictures().picture(f"{address}/60") == paint_symbol(shown, 60)


@pytest.mark.parametrize(
    ("state", "heading", "toward"),
    [
        (State.MARCHING, 91.0, 4),
        (State.WITHDRAWING, 359.0, 0),
        (State.DEFENDING, 91.0, None),
        (State.MARCHING, None, None),
    ],
)
def test_only_what_marches_has_a_direction(
    small: Exhibit, state: State, heading: float | None, toward: int | None
) -> None:
    formation, side = small.formations[0], small.sides[0]
    made = symbol_of(formation, side, state, heading=heading)
    assert made == Symbol(livery(side), formation.echelon, formation.arm, state, toward=toward)
