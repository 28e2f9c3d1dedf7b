"""The icons: each one that is named is there and paints something, in the colour asked for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QImage

from kiosk.machine import folders
from kiosk.stage.images.icons import IconPictures
from kiosk.visit.navigation import Screen

FOLDER = folders.resources() / "icons"
QML = Path(__file__).parents[2] / "kiosk" / "stage" / "qml"


def named() -> set[str]:
    """Icons that QML names: as `icon:` or `name:`, or as one of two in such a line."""
    found: set[str] = set()
    for file in QML.rglob("*.qml"):
        for line in re.findall(r"^\s*(?:icon|name): (.*)$", file.read_text("utf-8"), re.MULTILINE):
            found |= set(re.findall(r"\"([a-z][a-z0-9-]*)\"", line))
    return {name for name in found if name not in ("attract", *Screen)} | {"home"}


def colours(image: QImage) -> set[str]:
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return {colour.name() for colour in pixels if colour.alpha() == 255}


def test_some_icons_are_named() -> None:
    assert {"chevron-up", "play", "plus", "x"} <= named()


@pytest.mark.parametrize("name", sorted(named()))
def test_every_icon_that_is_named_paints_in_the_colour_asked_for(
    qapp: QGuiApplication, name: str
) -> None:
    image = IconPictures(FOLDER).picture(f"{name}/e0a13a/48")
    assert (image.width(), image.height()) == (48, 48)
    assert colours(image) == {"#e0a13a"}
