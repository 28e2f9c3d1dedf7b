"""Relief: tints by height, and words that read on all of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QColor

from kiosk.map.ground.basemap import BaseMap
from kiosk.map.ground.palette import CONTRAST, SHEET, TABLE, Palette
from tests.map.ground.painted import PLAIN, colour, frame, ground, layer, ring


def test_higher_ground_is_painted_over_lower_whatever_the_order_in_the_file(tmp_path: Path) -> None:
    high = ("Polygon", ring(9.8, 9.8, 10.2, 10.2), {"metres": 600})
    low = ("Polygon", ring(9, 9, 11, 11), {"metres": 100})
    base = BaseMap(ground(layer(tmp_path, "relief", high, low)), tmp_path)
    image = base.paint(frame(10, 10, 1))
    assert colour(image, 100, 100) == TABLE.tint(600).name()
    assert colour(image, 20, 20) == TABLE.tint(100).name()


def test_from_afar_only_some_steps_of_height_are_told_apart(tmp_path: Path) -> None:
    steps = [
        ("Polygon", ring(9 + i / 10, 9, 11, 11), {"metres": metres})
        for i, metres in enumerate(range(100, 1100, 100))
    ]
    base = BaseMap(ground(layer(tmp_path, "relief", PLAIN, *steps)), tmp_path)

    def seen(px_per_km: float) -> set[str]:
        image = base.paint(frame(10, 10, px_per_km, size=400, px_per_mm=2))
        tints = {TABLE.tint(metres).name() for metres in range(100, 1100, 100)}
        return {colour(image, x, 200) for x in range(400)} & tints

    assert len(seen(1.8)) == 10
    assert seen(0.5) == {
        TABLE.tint(metres).name() for metres in (100, 200, 300, 400, 500, 700, 900)
    }


def across(tmp_path: Path, metres: int, px_per_km: float, palette: Palette) -> set[str]:
    """The colours that are seen across the edge of a height."""
    high = ("Polygon", ring(10, 6, 14, 14), {"metres": metres})
    base = BaseMap(ground(layer(tmp_path, "relief", PLAIN, high)), tmp_path)
    image = base.paint(replace(frame(10, 10, px_per_km), palette=palette))
    return {colour(image, x, 100) for x in range(200)}


@pytest.mark.parametrize(
    ("metres", "px_per_km", "palette", "drawn"),
    [
        (400, 8, TABLE, True),
        (400, 8, SHEET, True),
        (100, 8, TABLE, False),
        (400, 1, TABLE, False),
        (400, 8, CONTRAST, False),
    ],
)
def test_contours_are_on_hills_seen_from_near(
    tmp_path: Path, metres: int, px_per_km: float, palette: Palette, drawn: bool
) -> None:
    tints = sorted(luminance(palette.tint(height).name()) for height in (0, metres))
    seen = {luminance(name) for name in across(tmp_path, metres, px_per_km, palette)}
    assert (not tints[0] <= min(seen) <= max(seen) <= tints[1]) is drawn


def luminance(name: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    channels = (QColor(name).redF(), QColor(name).greenF(), QColor(name).blueF())
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize(("palette", "least"), [(TABLE, 7), (CONTRAST, 15), (SHEET, 9)])
def test_words_read_on_every_ground(palette: Palette, least: float) -> None:
    for below in (palette.void, palette.sea, *(below for _, below in palette.tints)):
        low, high = sorted((luminance(palette.line), luminance(below)))
        assert (high + 0.05) / (low + 0.05) >= least, below


def test_tints_grow_lighter_with_height() -> None:
    lights = [luminance(TABLE.tint(metres).name()) for metres in range(0, 5000, 100)]
    assert lights == sorted(lights)
    assert len(set(lights)) > 20
