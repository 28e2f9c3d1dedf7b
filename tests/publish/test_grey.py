"""Maps on paper that has no colours: what is a side's is told by its form."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from kiosk.map.ground.palette import SHEET, luminance
from kiosk.map.signs.strokes import Sample, paint_sample

SIDES = ("#3d6ea8", "#c2412f", "#7d62ab")
"""The colours of three sides, in their order."""

ACROSS_PX = 400

INK, APART = 200, 40
"""The grey from which on something is seen on white, and by which two greys are told apart."""

LEAST = 0.1
"""The share of what is seen by which signs of two sides differ at the least."""


def grey(kind: str, side: int) -> bytes:
    """A sign of a side as a copier without colours prints it."""
    sign = paint_sample(Sample(kind, SIDES[side], side), ACROSS_PX, SHEET)
    page = QImage(sign.size(), QImage.Format.Format_RGB32)
    page.fill(0xFFFFFFFF)
    painter = QPainter(page)
    painter.drawImage(0, 0, sign)
    painter.end()
    return bytes(page.convertToFormat(QImage.Format.Format_Grayscale8).constBits())


def difference(one: bytes, other: bytes) -> float:
    """The share of the first sign that the other has otherwise."""
    unlike = sum(abs(a - b) > APART for a, b in zip(one, other, strict=True))
    return unlike / sum(level < INK for level in one)


@pytest.mark.parametrize("kind", ["march", "retreat"])
@pytest.mark.parametrize(("one", "other"), [*combinations(range(len(SIDES)), 2)])
def test_arrows_of_sides_are_told_apart_in_grey(
    qapp: QGuiApplication, kind: str, one: int, other: int
) -> None:
    assert difference(grey(kind, one), grey(kind, other)) >= LEAST


@pytest.mark.parametrize("kind", ["front", "ambush", "besiegers"])
def test_the_lines_of_the_first_side_are_told_from_those_of_others_in_grey(
    qapp: QGuiApplication, kind: str
) -> None:
    assert difference(grey(kind, 0), grey(kind, 1)) >= 2 * LEAST


def test_a_retreat_is_told_from_a_march_in_grey(qapp: QGuiApplication) -> None:
    for side in range(len(SIDES)):
        assert difference(grey("march", side), grey("retreat", side)) >= 2 * LEAST


def test_the_measure_finds_what_is_alike(qapp: QGuiApplication) -> None:
    assert difference(grey("cut", 0), grey("cut", 1)) < LEAST


@pytest.mark.parametrize("colour", SIDES)
def test_a_side_stands_out_from_all_ground_in_grey(colour: str) -> None:
    ink = luminance(SHEET.side(colour))
    for _, ground in SHEET.tints:
        assert (luminance(ground) + 0.05) / (ink + 0.05) >= 3.0, ground
