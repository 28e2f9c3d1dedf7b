"""A scan as ground beyond the screen: on paper, and within the site's files of the ground."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from kiosk.exhibit.geo import project
from kiosk.exhibit.model import Layer, Map
from kiosk.map.ground.basemap import BaseMap
from kiosk.map.ground.frame import Frame
from kiosk.map.ground.palette import SHEET, TABLE, Palette
from kiosk.publish.web.terrain import ground_svg
from tests.exhibit.made import exhibit as made

RED = QColor("#ff0000")


@pytest.fixture
def scanned(tmp_path: Path) -> BaseMap:
    """A red scan from 2° to 8° in both directions."""
    plan = QImage(300, 300, QImage.Format.Format_RGB32)
    plan.fill(RED)
    plan.save(str(tmp_path / "plan.png"))
    pins: list[dict[str, Any]] = [
        {"x": 0, "y": 0, "at": (2, 8)},
        {"x": 300, "y": 300, "at": (8, 2)},
    ]
    layer = {
        "id": "plan",
        "name": "p",
        "file": "plan.png",
        "style": "scan",
        "credit": "x",
        "pins": pins,
    }
    ground: Map = made().map.model_copy(update={"layers": (Layer.model_validate(layer),)})
    return BaseMap(ground, tmp_path)


def framed(palette: Palette) -> Frame:
    """A frame of 200 px from 0° to 10°."""
    (left, top), (right, _) = project(0, 10), project(10, 0)
    return Frame(left, top, 200 / (right - left), 200, 200, 4, palette)


def reddish(picture: QImage, x: int, y: int) -> bool:
    colour = picture.pixelColor(x, y)
    return colour.red() > colour.blue() + 40


def test_it_lies_on_the_site_within_the_file(qapp: object, scanned: BaseMap) -> None:
    file = ground_svg(scanned, framed(TABLE))
    picture = QImage(200, 200, QImage.Format.Format_RGB32)
    picture.fill(0)
    painter = QPainter(picture)
    QSvgRenderer(file.encode()).render(painter)
    painter.end()
    assert [reddish(picture, *spot) for spot in ((100, 100), (10, 10), (190, 190))] == [
        True,
        False,
        False,
    ]


def test_land_is_as_light_on_the_site_as_on_the_glass(qapp: object, tmp_path: Path) -> None:
    bare = BaseMap(made().map.model_copy(update={"layers": ()}), tmp_path)
    assert bare.land(TABLE).name() in ground_svg(bare, framed(TABLE))


def test_it_lies_on_paper(qapp: object, scanned: BaseMap) -> None:
    picture = scanned.paint(framed(SHEET))
    assert reddish(picture, 100, 100)
    assert not reddish(picture, 10, 10)


def test_without_a_scan_the_file_is_lines_alone(qapp: object, tmp_path: Path) -> None:
    plain = BaseMap(made().map.model_copy(update={"layers": ()}), tmp_path)
    assert "<image" not in ground_svg(plain, framed(TABLE))
