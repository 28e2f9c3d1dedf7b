"""Maps on a light page and on paper: hues stay, light and dark change places, words are read."""

from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QColor

from kiosk.machine import folders
from kiosk.map.ground.palette import luminance
from kiosk.publish.web.cartography import PALETTE
from kiosk.workbench.layout.contrast import contrast

CONTRAST = 1.15
FILTER = f"invert(1) hue-rotate(180deg) contrast({CONTRAST})"

TURNED = (
    (-0.574, 1.430, 0.144),
    (0.426, 0.430, 0.144),
    (0.426, 1.430, -0.856),
)
"""A hue turned by half a circle: W3C, Filter Effects, 8.6, at 180 degrees."""


def lit(colour: str) -> QColor:
    """A colour of a map behind `FILTER`."""
    shade = QColor(colour)
    inverted = (1 - shade.redF(), 1 - shade.greenF(), 1 - shade.blueF())
    turned = (sum(a * b for a, b in zip(row, inverted, strict=True)) for row in TURNED)
    return QColor.fromRgbF(*(within(CONTRAST * (within(one) - 0.5) + 0.5) for one in turned))


def within(value: float) -> float:
    return min(1.0, max(0.0, value))


def between(one: str, other: str) -> float:
    return contrast(*(luminance(lit(colour).name()) for colour in (one, other)))


@pytest.mark.parametrize("role", ["line", "muted", "river_name", "land_name"])
def test_words_of_a_map_are_read_on_its_light_ground(role: str) -> None:
    assert between(getattr(PALETTE, role), PALETTE.tint(0).name()) >= 4.5


@pytest.mark.parametrize("colour", ["#3d6ea8", "#c2412f"])
def test_numbers_and_names_of_sides_are_read_on_their_light_fill(colour: str) -> None:
    assert between(PALETTE.inside, PALETTE.side(colour).name()) >= 4.5
    assert between(PALETTE.line_of(colour).name(), PALETTE.tint(0).name()) >= 4.5


@pytest.mark.parametrize("colour", ["#3d6ea8", "#c2412f", "#5d9cbd", "#c2a262"])
def test_hues_stay(colour: str) -> None:
    apart = abs(lit(colour).hsvHue() - QColor(colour).hsvHue())
    assert min(apart, 360 - apart) <= 20


def test_light_pages_and_print_turn_all_that_is_drawn_dark() -> None:
    style = (folders.resources() / "web" / "style.css").read_text("utf-8")
    drawn = '.map, .symbol, .drawing img[src$=".svg"]'
    light = rf':root\[data-tone="light"\] :is\({re.escape(drawn)}\) {{ filter: {re.escape(FILTER)}'
    assert re.search(light, style)
    assert re.search(rf"@media print {{\s+{re.escape(drawn)} {{ filter: {re.escape(FILTER)}", style)
