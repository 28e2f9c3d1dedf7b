"""Shade: slopes in light and in shadow where a picture says so."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage

from kiosk.map.ground.basemap import BaseMap
from kiosk.map.ground.palette import CONTRAST, SHEET, TABLE, Palette, luminance
from tests.map.ground.painted import PLAIN, frame, ground, layer

SHADE = {
    "id": "shade",
    "name": "shade",
    "file": "shade.png",
    "style": "shade",
    "credit": "drawn for a test",
    "bounds": [9.9, 9.9, 10.1, 10.1],
}


def shaded(folder: Path, *greys: int) -> BaseMap:
    """Plain ground with stripes of grey from west to east around (10, 10)."""
    picture = QImage(len(greys), 1, QImage.Format.Format_Grayscale8)
    for column, grey in enumerate(greys):
        picture.setPixelColor(column, 0, QColor(grey, grey, grey))
    picture.save(str(folder / "shade.png"))
    return BaseMap(ground(layer(folder, "relief", PLAIN), SHADE), folder)


def brightness(base: BaseMap, palette: Palette = TABLE) -> list[float]:
    """Luminance within the west and the east half of the picture of grey, and beyond it."""
    image = base.paint(replace(frame(10, 10, 4), palette=palette))
    return [luminance(image.pixelColor(x, 100)) for x in (75, 125, 5)]


def test_dark_grey_is_shadow_and_light_grey_is_light(tmp_path: Path) -> None:
    west, east, beyond = brightness(shaded(tmp_path, 40, 40, 215, 215))
    assert west < beyond < east


def test_mid_grey_is_level_ground(tmp_path: Path) -> None:
    assert len(set(brightness(shaded(tmp_path, 128, 128)))) == 1


@pytest.mark.parametrize("palette", [CONTRAST, SHEET, replace(TABLE, veils=False)])
def test_where_heights_are_not_told_or_nothing_is_veiled_there_is_none(
    tmp_path: Path, palette: Palette
) -> None:
    assert len(set(brightness(shaded(tmp_path, 0, 255), palette))) == 1


def test_a_part_of_the_map_keeps_the_picture_whole(tmp_path: Path) -> None:
    whole = shaded(tmp_path, 40, 40, 215, 215)
    box = frame(10, 10, 4).area
    part = whole.part(QRectF(box.x(), box.y(), box.width() / 2, box.height()))
    assert brightness(part)[0] == brightness(whole)[0]


def test_a_file_that_is_no_picture_leaves_the_ground_as_it_is(tmp_path: Path) -> None:
    base = shaded(tmp_path, 0, 0)
    (tmp_path / "shade.png").write_text("no picture", "utf-8")
    assert len(set(brightness(base))) > 1
    base = BaseMap(ground(layer(tmp_path, "relief", PLAIN), SHADE), tmp_path)
    assert len(set(brightness(base))) == 1
