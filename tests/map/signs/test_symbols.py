"""Map symbols: every one can be seen, and tells side, size, arm and state without colour."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtGui import QColor, QGuiApplication, QImage

from kiosk.exhibit.model import ENDED, Arm, Certainty, Echelon, Exhibit, Shape, State
from kiosk.exhibit.vocabulary import Vocabulary
from kiosk.machine.glass import CAP_HEIGHT_PER_EM
from kiosk.map.signs.devices import FRAMED
from kiosk.map.signs.style import BODY_MM
from kiosk.map.signs.symbols import (
    EDGE_SHARE,
    FRAME_ASPECT,
    LINE_SHARE,
    MARK_HIGH,
    MARK_SHARE,
    TEXT_SHARE,
    UNSIGNED,
    Livery,
    Symbol,
    SymbolPictures,
    livery,
    paint_symbol,
    symbol_of,
)
from tests.pixels import counted, rows

WIDTH = 60
PLAIN, POINTED = (Livery("#606060", shape) for shape in (Shape.RECTANGLE, Shape.HEXAGON))
BLUE = Livery("#2040c0", Shape.RECTANGLE)
FRAME = WIDTH / (FRAME_ASPECT + 2 * LINE_SHARE)
"""Height of the frame of a rectangle in px."""


def grey(image: QImage) -> bytes:
    """The picture as one sees it who sees no colour."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    pixels, row = bytes(grey.constBits()), grey.bytesPerLine()
    starts = range(0, len(pixels), row)  # what fills up a row may be anything
    return b"".join(pixels[start : start + grey.width()] for start in starts)


def symbol(
    side: Livery = PLAIN,
    echelon: str = Echelon.DIVISION,
    arm: str = Arm.INFANTRY,
    state: State = State.WAITING,
    width: int = WIDTH,
    **details: Any,
) -> QImage:
    return paint_symbol(Symbol(side, echelon, arm, state, **details), width)


def share(image: QImage, fits: Callable[[QColor], bool]) -> float:
    """The part of a picture's pixels that fit."""
    colours = counted(image)
    fitting = sum(count for one, count in colours.items() if fits(QColor.fromRgba(one)))
    return fitting / colours.total()


def is_drawn(pixel: QColor) -> bool:
    return pixel.alpha() > 128


def is_light(pixel: QColor) -> bool:
    return pixel.alpha() > 128 and pixel.lightness() > 180


def all_differ(images: Iterable[QImage]) -> bool:
    pictures = [grey(image) for image in images]
    return len(set(pictures)) == len(pictures)


EACH = [(one, Arm.INFANTRY) for one in Echelon] + [(Echelon.DIVISION, one) for one in Arm]


@pytest.mark.parametrize(("echelon", "arm"), EACH)
def test_every_echelon_and_arm_paints_a_frame_with_marks_above_but_for_a_region(
    qapp: QGuiApplication, echelon: Echelon, arm: Arm
) -> None:
    image = symbol(echelon=echelon, arm=arm)
    assert image.width() == WIDTH
    marks = round(FRAME * MARK_SHARE)
    frame = image.copy(12, marks + 2, WIDTH - 24, round(FRAME * 0.6))
    assert share(frame, is_drawn) == 1.0
    marked = share(image.copy(0, 0, WIDTH, marks), is_light)
    assert 0.0 < marked < 0.5 if echelon is not Echelon.REGION else marked == 0.0


@pytest.mark.parametrize("arm", [Arm.INFANTRY, Arm.SHIPS])
def test_no_two_echelons_look_alike(qapp: QGuiApplication, arm: Arm) -> None:
    assert all_differ(symbol(echelon=echelon, arm=arm) for echelon in Echelon)


@pytest.mark.parametrize("shape", Shape)
def test_no_two_arms_look_alike(qapp: QGuiApplication, shape: Shape) -> None:
    side = Livery("#606060", shape)
    assert all_differ(symbol(side, arm=arm) for arm in Arm)


def test_beside_a_number_every_arm_but_the_usual_is_told_above(qapp: QGuiApplication) -> None:
    told = {*Arm} - UNSIGNED
    assert all_differ(symbol(arm=arm, text="7") for arm in (Arm.INFANTRY, *told))
    silent = [symbol(arm=arm, text="7") for arm in UNSIGNED]
    assert silent == [silent[0]] * len(UNSIGNED)


OWN = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 2">'
    '<path fill="currentColor" d="{}"/></svg>'
)
UPPER, LOWER = OWN.format("M0 0h3v1h-3z"), OWN.format("M0 1h3v1h-3z")


def test_an_arm_of_an_exhibits_own_looks_as_its_drawing_says(qapp: QGuiApplication) -> None:
    own = [symbol(arm="camels", sign=sign) for sign in (UPPER, LOWER, Arm.ELEPHANTS)]
    assert all_differ(own)
    assert own[2] == symbol(arm=Arm.ELEPHANTS)


def test_a_size_of_an_exhibits_own_has_its_marks(qapp: QGuiApplication) -> None:
    marks = ["", "X", "I", "V", "~", ".", "XI"]
    assert all_differ(symbol(echelon="cohort", marks=one) for one in marks)
    assert symbol(echelon="cohort", marks="XX") == symbol(echelon=Echelon.DIVISION)


@pytest.mark.parametrize("shape", Shape)
@pytest.mark.parametrize("text", ["", "40"])
def test_an_end_is_told_without_colour(qapp: QGuiApplication, shape: Shape, text: str) -> None:
    side = Livery("#606060", shape)
    lives = symbol(side, text=text)
    assert all_differ([lives, *(symbol(side, state=state, text=text) for state in sorted(ENDED))])


@pytest.mark.parametrize("shape", Shape)
def test_what_is_chosen_has_an_edge_round_its_own_shape(
    qapp: QGuiApplication, shape: Shape
) -> None:
    """Everything else stays as it is, within an edge of one breadth."""
    plain = Symbol(Livery("#606060", shape), Echelon.CORPS, Arm.INFANTRY, State.WAITING, text="40")
    chosen = replace(plain, chosen=True)
    width, edge = round(plain.size(100)[0]), round(100 * EDGE_SHARE)
    before, after = paint_symbol(plain, width), paint_symbol(chosen, width + 2 * edge)
    within = after.copy(edge, edge, before.width(), before.height())

    def is_amber(pixel: QColor) -> bool:
        return pixel.alpha() > 128 and pixel.hsvSaturation() > 120

    pairs = zip(itertools.chain(*rows(before)), itertools.chain(*rows(within)), strict=True)
    drawn = [(one, other) for one, other in pairs if one >> 24 == 255]
    same = sum(one == other for one, other in drawn)
    assert same > 0.98 * len(drawn)  # where edges are smoothed, what is below shines through
    assert share(before, is_amber) == 0
    assert share(after, is_amber) > 0.05
    middle = after.width() // 2
    low = next(y for y in reversed(range(after.height())) if is_drawn(after.pixelColor(middle, y)))
    assert is_amber(after.pixelColor(middle, low - 1))
    square = shape in {Shape.RECTANGLE, Shape.PENTAGON, Shape.TRAPEZIUM}
    assert is_amber(after.pixelColor(edge // 2, low - edge)) is square


@pytest.mark.parametrize("state", sorted(ENDED))
def test_a_formation_that_has_ended_is_hollow(qapp: QGuiApplication, state: State) -> None:
    def colourful(pixel: QColor) -> bool:
        return pixel.alpha() > 128 and pixel.hsvSaturation() > 120

    assert share(symbol(BLUE), colourful) > 0.2
    assert share(symbol(BLUE, state=state), colourful) == 0.0


def test_the_outline_says_how_surely_a_place_is_known(qapp: QGuiApplication) -> None:
    def crossings(certainty: Certainty) -> int:
        """How often the frame's upper line changes between light and dark."""
        image = symbol(certainty=certainty, width=200)
        y = round(200 / (FRAME_ASPECT + 2 * LINE_SHARE) * (MARK_SHARE + LINE_SHARE / 2))
        light = [is_light(image.pixelColor(x, y)) for x in range(200)]
        return sum(a != b for a, b in itertools.pairwise(light))

    told = [Certainty.DOCUMENTED, Certainty.NARRATED, Certainty.INFERRED]
    counts = [crossings(certainty) for certainty in told]
    assert counts[0] <= 4 < counts[1] < counts[2]
    assert crossings(Certainty.COMPUTED) == counts[2]


def test_the_frame_of_the_side_that_was_left_looks_out_at_the_left(qapp: QGuiApplication) -> None:
    def blue(pixel: QColor) -> bool:
        return pixel.alpha() == 255 and pixel.blue() > pixel.red() + 80

    assert share(symbol(PLAIN, width=180), blue) == 0.0
    turned = symbol(PLAIN, former=BLUE, width=180)
    assert 0.003 < share(turned, blue) < 0.03
    assert share(turned.copy(60, 0, 120, turned.height()), blue) == 0.0


def test_no_two_shapes_look_alike(qapp: QGuiApplication) -> None:
    assert all_differ(symbol(Livery("#606060", shape)) for shape in Shape)


@pytest.mark.parametrize("shape", Shape)
@pytest.mark.parametrize("text", ["", "1", "106", "New 8", "太行"])
def test_every_shape_fills_as_much_and_holds_its_number(
    qapp: QGuiApplication, shape: Shape, text: str
) -> None:
    def filled(side: Livery) -> float:
        made = Symbol(side, Echelon.DIVISION, Arm.INFANTRY, State.WAITING, text=text)
        width, height = made.size(100)
        image = paint_symbol(made, round(width))
        assert image.height() == pytest.approx(height, abs=1)
        return share(image, is_drawn) * image.width() * image.height()

    area = filled(Livery("#606060", shape))
    assert area == pytest.approx(filled(PLAIN), rel=0.25)


def test_a_longer_number_makes_a_wider_frame(qapp: QGuiApplication) -> None:
    widths = [
        Symbol(PLAIN, Echelon.DIVISION, Arm.INFANTRY, State.WAITING, text=text).size(100)[0]
        for text in ("1", "106", "New 8")
    ]
    assert widths == sorted(widths)


@pytest.mark.parametrize(("arm", "state"), list(itertools.product(sorted(FRAMED), State)))
def test_sides_differ_without_colour(qapp: QGuiApplication, arm: Arm, state: State) -> None:
    assert all_differ([symbol(PLAIN, arm=arm, state=state), symbol(POINTED, arm=arm, state=state)])


def test_a_symbol_is_as_large_as_it_is_drawn_up(qapp: QGuiApplication) -> None:
    """84 × 65 px, marks of 15 px and digits of 7.5 mm on glass of 24 inches."""
    mm = 3.613
    plain = Symbol(PLAIN, Echelon.CORPS, Arm.INFANTRY, State.WAITING, text="40")
    image = paint_symbol(plain, round(plain.size(BODY_MM * mm)[0]))
    high = round(BODY_MM * mm)
    below = image.copy(0, round(high * MARK_SHARE), image.width(), image.height())
    drawn = [
        (x, y)
        for y, row in enumerate(rows(below))
        for x, one in enumerate(row)
        if is_light(QColor.fromRgba(one))
    ]
    xs, ys = zip(*drawn, strict=True)
    assert max(xs) - min(xs) + 1 == pytest.approx(84, abs=1)
    assert max(ys) - min(ys) + 1 == pytest.approx(65, abs=1)
    assert high * MARK_HIGH == pytest.approx(4.2 * mm, abs=0.5)
    assert high * TEXT_SHARE * CAP_HEIGHT_PER_EM == pytest.approx(7.5 * mm, abs=0.5)
    assert high * LINE_SHARE == pytest.approx(1.4 * mm, abs=0.1)


def test_the_exhibits_sides_differ_in_shape(exhibit: Exhibit) -> None:
    shapes = [side.shape for side in exhibit.sides]
    assert len(set(shapes)) == min(len(shapes), len(Shape))


SHOWN = Symbol(PLAIN, Echelon.CORPS, Arm.INFANTRY, State.WAITING)


@pytest.mark.parametrize(
    ("shown", "address"),
    [
        (SHOWN, "606060-rectangle/corps/infantry/waiting"),
        (replace(SHOWN, side=POINTED), "606060-hexagon/corps/infantry/waiting"),
        (
            replace(SHOWN, certainty=Certainty.NARRATED),
            "606060-rectangle/corps/infantry/waiting/certainty=narrated",
        ),
        (
            replace(SHOWN, former=BLUE, text="New 8/=?"),
            "606060-rectangle/corps/infantry/waiting/from=2040c0-rectangle/text=New%208%2F%3D%3F",
        ),
        (
            replace(SHOWN, echelon="cohort", marks="II", arm="camels", sign="<svg/>"),
            "606060-rectangle/cohort/camels/waiting/marks=II/sign=%3Csvg%2F%3E",
        ),
    ],
)
def test_an_address_paints_what_its_symbol_says(
    qapp: QGuiApplication, shown: Symbol, address: str
) -> None:
    assert shown.address == f"image://symbols/{address}"
    assert SymbolPictures().picture(f"{address}/60") == paint_symbol(shown, 60)


def test_a_symbol_says_what_its_formation_is(small: Exhibit) -> None:
    formation, side = small.formations[0], small.sides[0]
    made = symbol_of(
        Vocabulary(small), formation, side, State.MARCHING, Certainty.INFERRED, text="7"
    )
    known = Certainty.INFERRED
    arm = formation.arm
    assert made == Symbol(livery(side), formation.echelon, arm, State.MARCHING, known, text="7")
