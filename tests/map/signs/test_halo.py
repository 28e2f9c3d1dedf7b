"""The halo: ground all round words, and no farther than it reaches."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage

from kiosk.map.signs.halo import HaloPictures, paint_halo
from kiosk.telling.fonts import SANS


def covered(image: QImage) -> QRect:
    """The px that a halo covers."""
    dark = [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() > 127
    ]
    xs, ys = [x for x, _ in dark], [y for _, y in dark]
    return QRect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def painted(reach: float) -> QRect:
    """The px that a halo round a letter covers."""
    font = QFont(SANS)
    font.setPixelSize(40)
    return covered(paint_halo("I", font, QColor("black"), reach, (120, 80)))


@pytest.mark.parametrize("reach", [4.0, 8.0])
def test_it_reaches_as_far_as_it_says_to_all_sides(qapp: QGuiApplication, reach: float) -> None:
    near, far = painted(2.0), painted(2.0 + reach)
    assert far.width() - near.width() == pytest.approx(2 * reach, abs=2)
    assert far.height() - near.height() == pytest.approx(2 * reach, abs=2)


@pytest.mark.parametrize("words", ["邯郸 1/2", "100%25", "a#b?c", "Xi'an"])
def test_an_address_paints_its_words(qapp: QGuiApplication, words: str) -> None:
    font = QFont(SANS)
    font.setPixelSize(40)
    font.setWeight(QFont.Weight.Bold)
    expected = paint_halo(words, font, QColor("#0f1317"), 4.5, (400, 80))
    said = f"0f1317/4.5/400/80/1/{quote(SANS)}/40/700/false/0/{quote(words, safe='')}"
    assert HaloPictures().picture(said) == expected
