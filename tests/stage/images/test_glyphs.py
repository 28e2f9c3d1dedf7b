"""Icons that show a value: as much of the moon is bright as was lit, on the side that was."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication, QImage

from kiosk.machine import folders
from kiosk.stage.images.icons import IconPictures, glyph
from tests.pixels import rows

SIDE = 96


def painted(name: str) -> QImage:
    return IconPictures(folders.resources() / "icons").picture(f"{name}/ffffff/{SIDE}")


def bright(image: QImage, left: int = 0, right: int = SIDE) -> int:
    """How many pixels between two columns are fully bright."""
    return sum(one >> 24 == 255 for row in rows(image) for one in row[left:right])


@pytest.mark.parametrize("percent", [5, 30, 50, 70, 91, 100])
@pytest.mark.parametrize("side", ["left", "right"])
def test_as_much_of_the_disc_is_bright_as_was_lit(
    qapp: QGuiApplication, percent: int, side: str
) -> None:
    share = bright(painted(f"moon-{percent}-{side}")) / bright(painted("moon-100-right"))
    assert share == pytest.approx(percent / 100, abs=0.03)


@pytest.mark.parametrize("side", ["left", "right"])
def test_the_light_is_on_the_side_that_was_lit(qapp: QGuiApplication, side: str) -> None:
    image = painted(f"moon-30-{side}")
    left, right = bright(image, 0, SIDE // 2), bright(image, SIDE // 2, SIDE)
    assert (left > 10 * right) if side == "left" else (right > 10 * left)


def test_a_new_moon_and_one_that_is_down_are_hollow(qapp: QGuiApplication) -> None:
    full = bright(painted("moon-100-left"))
    assert bright(painted("moon-0-left")) < full / 50
    assert bright(painted("moon-down")) < full / 2


def test_below_the_horizon_nothing_but_the_ring_is_left(qapp: QGuiApplication) -> None:
    down, new = painted("moon-down"), painted("moon-0-left")
    middle, edge = SIDE // 2, round(SIDE / 24)
    assert down.pixelColor(middle, middle).alpha() == 0
    assert 0 < new.pixelColor(middle, middle).alpha() < new.pixelColor(edge, middle).alpha()
    assert down.pixelColor(edge, middle).alpha() > 0


@pytest.mark.parametrize("name", ["sun", "moon", "moon-9-up", "moon-"])
def test_other_names_are_no_glyphs(name: str) -> None:
    assert glyph(name, SIDE) is None
