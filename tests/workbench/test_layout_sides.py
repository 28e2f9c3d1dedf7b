"""Sides that only their colour tells apart, or whose symbols are not of one size, are found."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtGui import QGuiApplication, QImage

from kiosk.exhibit.model import Exhibit, Shape
from kiosk.map.signs.marches import Manner
from kiosk.map.signs.strokes import Sample, paint_sample
from kiosk.map.signs.symbols import Symbol, paint_symbol
from kiosk.workbench.layout import sides


def shaped(exhibit: Exhibit, one: Shape, other: Shape) -> Exhibit:
    """An exhibit whose two sides have these shapes."""
    first, second = exhibit.sides[:2]
    chosen = (
        first.model_copy(update={"shape": one}),
        second.model_copy(update={"shape": other}),
    )
    return exhibit.model_copy(update={"sides": chosen})


@pytest.mark.parametrize(("one", "other"), [*itertools.combinations(Shape, 2)])
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


@pytest.mark.parametrize(
    ("eyes", "one", "other", "close"),
    [
        ("protan", "#a05a2c", "#5f6d2b", 4),
        ("deutan", "#a05a2c", "#6d6d2b", 6),
        ("tritan", "#3d6ea8", "#3d7d7d", 7),
    ],
)
def test_colours_that_the_colour_blind_take_for_one_are_found(
    qapp: QGuiApplication, small: Exhibit, eyes: str, one: str, other: str, close: int
) -> None:
    first, second = (
        side.model_copy(update={"colour": colour})
        for side, colour in zip(small.sides[:2], (one, other), strict=True)
    )
    alike = small.model_copy(update={"sides": (first, second)})
    names = " and ".join(f'"{side.name.in_("en")}"' for side in alike.sides)
    found = [flaw.message for flaw in sides.alike(alike, "en")]
    assert f"the colours of {names} are {close} apart to {eyes} eyes" in found


@pytest.mark.parametrize("eyes", [*sides.BLIND])
def test_greys_stay_grey_to_all_eyes(qapp: QGuiApplication, eyes: str) -> None:
    assert sides.apart_to(sides.BLIND[eyes], "#000000", "#ffffff") == pytest.approx(100, abs=0.1)
    assert sides.apart_to(sides.BLIND[eyes], "#777777", "#777777") == 0


def test_a_side_that_fills_more_seems_the_greater(
    qapp: QGuiApplication, small: Exhibit, monkeypatch: pytest.MonkeyPatch
) -> None:
    def painted(symbol: Symbol, width: int) -> QImage:
        wider = 1.3 if symbol.side.shape is Shape.HEXAGON else 1.0
        picture = paint_symbol(symbol, width)
        return picture.scaled(round(wider * picture.width()), picture.height())

    monkeypatch.setattr(sides, "paint_symbol", painted)
    (found,) = sides.alike(shaped(small, Shape.RECTANGLE, Shape.HEXAGON), "en")
    assert found.kind == "unequal sides"
    assert found.message.startswith("the symbols of ")
    assert " fill " in found.message


def test_a_side_with_wider_arrows_seems_the_greater(
    qapp: QGuiApplication, small: Exhibit, monkeypatch: pytest.MonkeyPatch
) -> None:
    def painted(sample: Sample, width: int) -> QImage:
        picture = paint_sample(sample, width)
        return picture.scaled(width, round((1.3 if sample.side else 1.0) * picture.height()))

    monkeypatch.setattr(sides, "paint_sample", painted)
    found = list(sides.alike(shaped(small, Shape.RECTANGLE, Shape.HEXAGON), "en"))
    assert len(found) == len(Manner)
    assert all(flaw.message.startswith("the arrows of ") for flaw in found)
