"""Sides that only their colour tells apart, or whose symbols are not of one size, are found."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.exhibit.model import Exhibit, Shape
from kiosk.map.signs import frames
from kiosk.workbench.layout import sides


def shaped(exhibit: Exhibit, one: Shape, other: Shape) -> Exhibit:
    """An exhibit whose two sides have these shapes."""
    first, second = exhibit.sides[:2]
    chosen = (
        first.model_copy(update={"shape": one}),
        second.model_copy(update={"shape": other}),
    )
    return exhibit.model_copy(update={"sides": chosen})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pair
        for pair in itertools.combinations(Shape, 2)
        if Shape.DIAMOND not in pair  # it fills less than the others
    ],
)
def test_shapes_are_told_apart_in_grey(
    qapp: QGuiApplication, small: Exhibit, one: Shape, other: Shape
) -> None:
    assert list(sides.alike(shaped(small, one, other), "en")) == []


def test_one_shape_in_two_colours_is_not_told_apart(qapp: QGuiApplication, small: Exhibit) -> None:
    one, other = (f'"{side.name.in_("en")}"' for side in small.sides[:2])
    same = shaped(small, Shape.HEXAGON, Shape.HEXAGON)
    assert [flaw.message for flaw in sides.alike(same, "en")] == [
        f"the symbols of {one} and {other} differ in 0 % of their shape"
    ]


def test_a_side_that_fills_more_seems_the_greater(
    qapp: QGuiApplication, small: Exhibit, monkeypatch: pytest.MonkeyPatch
) -> None:
    wider = {**frames.WIDER, Shape.HEXAGON: 1.5}
    monkeypatch.setattr("kiosk.map.signs.symbols.WIDER", wider)
    monkeypatch.setattr("kiosk.map.signs.symbols._aspect", lambda shape, _: 1.3 * wider[shape])
    (found,) = sides.alike(shaped(small, Shape.RECTANGLE, Shape.HEXAGON), "en")
    assert found.kind == "unequal sides"
    assert " fill " in found.message
