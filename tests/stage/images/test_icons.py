"""The icons: each one that is named is there and paints something, in the colour asked for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QGuiApplication, QImage

from kiosk.machine import folders
from kiosk.stage.images.icons import IconPictures
from kiosk.visit.navigation import Screen
from tests.pixels import counted

FOLDER = folders.resources() / "icons"
QML = Path(__file__).parents[3] / "kiosk" / "stage" / "qml"


def named() -> set[str]:
    """Icons that QML names: as `icon:` or `name:`, or as one of two in such a line."""
    found: set[str] = set()
    for file in QML.rglob("*.qml"):
        for line in re.findall(r"^\s*(?:icon|name): (.*)$", file.read_text("utf-8"), re.MULTILINE):
            found |= set(re.findall(r"\"([a-z][a-z0-9-]*)\"", line))
    return {name for name in found if name not in ("attract", *Screen)} | {"home"}


def colours(image: QImage) -> set[str]:
    return {QColor(one).name() for one in counted(image) if one >> 24 == 255}


def test_every_icon_is_named_somewhere() -> None:
    files = [*QML.rglob("*.qml"), *QML.parents[1].rglob("*.py")]
    code = "".join(file.read_text("utf-8") for file in files)
    quoted = set(re.findall(r"(?:\"|://icons/)([a-z0-9-]+)(?=[\"/])", code))
    assert {file.stem for file in FOLDER.glob("*.svg")} <= quoted


def test_some_icons_are_named() -> None:
    assert {"chevron-up", "play", "plus", "x"} <= named()


@pytest.mark.parametrize("name", sorted(named()))
def test_every_icon_that_is_named_paints_in_the_colour_asked_for(
    qapp: QGuiApplication, name: str
) -> None:
    image = IconPictures(FOLDER).picture(f"{name}/e0a13a/48")
    assert (image.width(), image.height()) == (48, 48)
    assert colours(image) == {"#e0a13a"}
