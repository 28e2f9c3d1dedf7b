"""How marches, areas and doubt are drawn: shapes keep to their lines and tell kinds apart."""

from __future__ import annotations

import itertools
import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainterPath, qGray

from kiosk.exhibit.model import AreaKind, Certainty, LayerStyle
from kiosk.map.signs.areas import besiegers
from kiosk.map.signs.arrows import arrow_sides
from kiosk.map.signs.lines import along, dashed, rounded
from kiosk.map.signs.marches import Arrow, DrawnArea, Manner, Past
from kiosk.map.signs.marks import DOT_MM, Mark
from kiosk.map.signs.sieges import Siege
from kiosk.map.signs.strokes import (
    SIGNS,
    Sample,
    StrokePictures,
    mark_of,
    paint_sample,
)
from tests.pixels import counted

PICTURES = (LayerStyle.SHADE, LayerStyle.SCAN)
DRAWN = tuple(style for style in LayerStyle if style not in PICTURES)
KINDS = (*Manner, "besiegers", "past", "ring", "square", *AreaKind, *SIGNS, *DRAWN)
BEND = 20.0

points = st.builds(complex, st.integers(-400, 400), st.integers(-400, 400))
lines = st.lists(points, min_size=2, max_size=8)


def away(spot: complex, line: list[complex]) -> float:
    """How far a spot lies from a line."""

    def apart(a: complex, b: complex) -> float:
        along_, off = b - a, spot - a
        length = abs(along_) ** 2
        share = max(0.0, min(1.0, (off * along_.conjugate()).real / length)) if length else 0.0
        return abs(off - share * along_)

    return min(apart(a, b) for a, b in itertools.pairwise(line))


@given(line=lines)
def test_a_curve_keeps_to_its_line_and_its_ends(line: list[complex]) -> None:
    curve = rounded(line, BEND)
    assert (curve[0], curve[-1]) == (line[0], line[-1])
    assert all(away(spot, line) < BEND for spot in curve)


def test_a_curve_has_no_corner() -> None:
    curve = rounded([0j, 100 + 0j, 100 + 100j], BEND)
    turns = [
        abs(math.remainder(math.atan2((c - b).imag, (c - b).real)
                           - math.atan2((b - a).imag, (b - a).real), math.tau))
        for a, b, c in zip(curve, curve[1:], curve[2:], strict=False)
        if abs(b - a) > 1e-9 and abs(c - b) > 1e-9
    ]  # fmt: skip
    assert max(turns) < math.radians(35)


@given(line=lines, step=st.floats(3, 60))
def test_spots_along_a_line_lie_on_it_at_even_steps(line: list[complex], step: float) -> None:
    spots = list(along(line, step))
    length = sum(abs(b - a) for a, b in itertools.pairwise(line))
    assert abs(len(spots) - length / step) <= 1
    for spot, left in spots:
        assert away(spot, line) < 1e-6
        assert abs(left) == pytest.approx(1)


def test_left_of_the_way_to_the_east_is_north() -> None:
    ((_, left),) = along([0j, 10 + 0j], 10)
    assert left == -1j


@given(line=lines)
def test_dashes_cover_their_share_of_a_line(line: list[complex]) -> None:
    length = sum(abs(b - a) for a, b in itertools.pairwise(line))
    drawn = sum(dash.length() for dash in dashed(line, 6, 4))
    assert length * 0.6 - 1e-6 <= drawn <= length * 0.6 + 6


@given(line=lines, width=st.floats(4, 20))
def test_an_arrow_ends_where_its_way_ends(line: list[complex], width: float) -> None:
    way = rounded(line, BEND)
    sides = arrow_sides(way, width)
    if sides is None:
        assert sum(abs(b - a) for a, b in itertools.pairwise(way)) <= 2.3 * width
        return
    for side in sides:
        assert side[-1] == way[-1]
        assert all(away(spot, way) < 2 * width for spot in side)


KNOWN = Certainty.DOCUMENTED
SURE = (Certainty.DOCUMENTED, Certainty.NARRATED, Certainty.INFERRED)
"""What the map tells apart."""


def arrow(
    manner: Manner = Manner.MARCH, certainty: Certainty = Certainty.DOCUMENTED, side: int = 0
) -> Arrow:
    way = ((10.0, 60.0), (60.0, 40.0), (150.0, 10.0))
    return Arrow(way, "#3d6ea8", manner, 6.0, certainty, side)


def picture(mark: Mark) -> QImage:
    return mark.picture(mark.covers.toAlignedRect())


def pixels(image: QImage) -> bytes:
    return bytes(image.constBits())


def grey(image: QImage) -> bytes:
    return pixels(image.convertToFormat(QImage.Format.Format_Grayscale8))


def weight(image: QImage) -> float:
    """How much of a picture is covered, 0 to 1."""
    alpha = pixels(image.convertToFormat(QImage.Format.Format_Alpha8))
    return sum(alpha) / len(alpha) / 255


def light(image: QImage) -> int:
    """How many pixels of a picture are light."""
    return sum(n for one, n in counted(image).items() if qGray(one) > 100)


def test_arrows_tell_manner_and_certainty(qapp: QGuiApplication) -> None:
    drawn = [
        grey(picture(mark_of(arrow(manner, certainty), 1.0, 4.0)))
        for manner in Manner
        for certainty in SURE
    ]
    assert len(set(drawn)) == len(drawn)


def test_the_arrows_of_eight_sides_are_told_apart_without_colour(qapp: QGuiApplication) -> None:
    drawn = [grey(picture(mark_of(arrow(side=side), 1.0, 4.0))) for side in range(8)]
    assert len(set(drawn)) == len(drawn)


def test_an_arrow_is_half_as_wide_at_its_tail_and_has_a_head(qapp: QGuiApplication) -> None:
    sides = arrow_sides([complex(x, 0) for x in range(0, 301, 10)], 30)
    assert sides is not None
    left, right = sides
    widths = [abs(one - other) for one, other in zip(left, right, strict=True)]
    assert widths[0] == pytest.approx(14, abs=1)
    assert widths[-3:] == pytest.approx([30, 62, 0], abs=1)
    assert left[-1].real - left[-2].real == pytest.approx(46, abs=1)


def test_dots_are_round_and_apart(qapp: QGuiApplication) -> None:
    """Dots mean the past, and nothing else has any."""
    past = Past(((0.0, 0.0), (100.0, 0.0)), False, "#3d6ea8")
    _, dots = mark_of(past, 1.0, 4.0).strokes
    assert dots.pen is not None
    assert dots.pen.capStyle() is Qt.PenCapStyle.RoundCap
    assert dots.pen.widthF() == pytest.approx(DOT_MM * 4)
    spots = [dot.x1() for dot in dots.shape]  # type: ignore[union-attr]
    assert all(b - a > 2 * DOT_MM * 4 for a, b in itertools.pairwise(spots))


def area(kind: AreaKind, *, closed: bool, certainty: Certainty = Certainty.DOCUMENTED) -> QImage:
    shape = ((20.0, 20.0), (140.0, 10.0), (150.0, 110.0), (30.0, 120.0))
    return picture(mark_of(DrawnArea(shape, closed, "#c2412f", kind, certainty), 1.0, 4.0))


@pytest.mark.parametrize("closed", [True, False])
def test_no_two_kinds_of_area_look_alike(qapp: QGuiApplication, closed: bool) -> None:
    drawn = [grey(area(kind, closed=closed)) for kind in AreaKind]
    assert len(set(drawn)) == len(drawn)


@pytest.mark.parametrize("kind", [AreaKind.POCKET, AreaKind.FRONT, AreaKind.AMBUSH])
@pytest.mark.parametrize("closed", [True, False])
def test_the_edge_of_an_area_is_the_more_broken_the_less_is_known(
    qapp: QGuiApplication, kind: AreaKind, closed: bool
) -> None:
    drawn = [area(kind, closed=closed, certainty=certainty) for certainty in SURE]
    most, less, least = map(light, drawn)
    assert most > less > least


def teeth(mark: Mark) -> QRectF:
    """The room of the teeth that stand on a line."""
    found = [s.shape for s in mark.strokes if isinstance(s.shape, QPainterPath)]
    return found[0].boundingRect()


@pytest.mark.parametrize(("toward", "north"), [(1, True), (-1, False)])
def test_the_teeth_of_a_front_stand_to_the_left_of_its_line(
    qapp: QGuiApplication, toward: int, north: bool
) -> None:
    ends = ((100.0, 50.0), (200.0, 50.0))[::toward]
    room = teeth(mark_of(DrawnArea(ends, False, "#c2412f", AreaKind.FRONT, KNOWN), 1.0, 4.0))
    assert (room.top() < -10) == north
    assert (room.bottom() > 10) == (not north)


@pytest.mark.parametrize("toward", [1, -1])
def test_the_teeth_of_a_ring_that_is_held_stand_outside_it(
    qapp: QGuiApplication, toward: int
) -> None:
    ring = ((0.0, 0.0), (100.0, 0.0), (100.0, 100.0), (0.0, 100.0))[::toward]
    mark = mark_of(DrawnArea(ring, True, "#c2412f", AreaKind.FRONT, KNOWN), 1.0, 4.0)
    assert teeth(mark).translated(*ring[0]).contains(QRectF(-10, -10, 120, 120))


@pytest.mark.parametrize("toward", [1, -1])
def test_besiegers_stand_outside_a_pocket_with_teeth_towards_it(
    qapp: QGuiApplication, toward: int
) -> None:
    ring = ((0.0, 0.0), (100.0, 0.0), (100.0, 100.0), (0.0, 100.0))[::toward]
    siege = Siege(-0.7, 0.7, "#3d6ea8", 0)
    mark = mark_of(
        DrawnArea(ring, True, "#c2412f", AreaKind.POCKET, KNOWN, side=1, sieges=(siege,)), 1.0, 4.0
    )
    room = teeth(mark).translated(*ring[0])
    assert room.left() > 90
    assert room.right() < 150


def test_between_two_pockets_nobody_besieges(qapp: QGuiApplication) -> None:
    ring = ((0.0, 0.0), (100.0, 0.0), (100.0, 100.0), (0.0, 100.0))
    beside = tuple((x + 110.0, y) for x, y in ring)
    siege = Siege(-3.1, 3.1, "#3d6ea8", 0)
    about = DrawnArea(ring, True, "#c2412f", AreaKind.POCKET, KNOWN, side=1, sieges=(siege,))
    ((_, alone),) = besiegers(about, 1.0, 1.0)
    ((_, before), (_, after)) = besiegers(replace(about, beside=(beside,)), 1.0, 1.0)
    left = {spot for spot in alone if 0 < spot.imag < 100 and spot.real > 102}
    assert left
    assert not left & {*before, *after}
    assert {*before, *after} < {*alone}


def test_the_first_sides_teeth_are_hollow(qapp: QGuiApplication) -> None:
    line = ((0.0, 60.0), (140.0, 60.0))
    first, second = (
        picture(
            mark_of(DrawnArea(line, False, "#c2412f", AreaKind.FRONT, KNOWN, side=side), 1.0, 4.0)
        )
        for side in (0, 1)
    )
    assert grey(first) != grey(second)


def test_a_cut_shorter_than_a_cross_is_one_cross(qapp: QGuiApplication) -> None:
    mark = mark_of(DrawnArea(((0, 0), (1, 0)), False, "#c2412f", AreaKind.CUT, KNOWN), 1.0, 4.0)
    assert len(list(mark.strokes[-1].shape)) == 2  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("width", [20, 60])
def test_every_sign_of_the_key_can_be_seen(qapp: QGuiApplication, kind: str, width: int) -> None:
    image = StrokePictures().picture(f"{kind}/3d6ea8/{width}")
    assert image.width() == width
    least = 0.02 if kind != LayerStyle.BORDER else 0.015  # the finest line of the ground
    assert least < weight(image) < 0.8


def test_no_two_signs_of_the_key_look_alike(qapp: QGuiApplication) -> None:
    drawn = [grey(paint_sample(Sample(kind, "#3d6ea8"), 60)) for kind in KINDS]
    assert len(set(drawn)) == len(drawn)
