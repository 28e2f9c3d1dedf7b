"""Scans as ground: where their pins lay them, how pale they are, what is said of slips."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QGuiApplication, QImage

from kiosk.exhibit.geo import project
from kiosk.exhibit.model import Map, Pin
from kiosk.map.ground.basemap import BaseMap
from kiosk.map.ground.frame import Frame
from kiosk.map.ground.palette import BRIGHT, CONTRAST, SHEET, TABLE, Palette, luminance
from kiosk.map.ground.scan import placed

SPOTS = [(0, 0), (100, 0), (100, 50), (0, 50)]
AT = [(10.0, 50.0), (10.02, 50.0), (10.02, 49.99), (10.0, 49.99)]


def pins(count: int) -> list[Pin]:
    return [Pin(x=x, y=y, at=at) for (x, y), at in zip(SPOTS[:count], AT[:count], strict=True)]


@pytest.mark.parametrize("count", [2, 3, 4])
def test_every_pin_lies_where_it_says(count: int) -> None:
    laid = placed(pins(count))
    assert laid
    for pin in pins(count):
        spot = laid.map(QPointF(pin.x, pin.y))
        assert (spot.x(), spot.y()) == pytest.approx(project(*pin.at), abs=1e-6)


def test_two_pins_turn_a_scan_and_leave_its_shape() -> None:
    laid = placed([Pin(x=0, y=0, at=(10, 50)), Pin(x=0, y=-100, at=(10.02, 50))])
    assert laid
    along, across = (
        laid.map(QPointF(*spot)) - laid.map(QPointF(0, 0)) for spot in ((0, -100), (100, 0))
    )
    assert (across.x(), across.y()) == pytest.approx((along.y(), along.x()), abs=1e-6)
    assert across.y() > 0


@pytest.mark.parametrize("count", [0, 1])
def test_without_two_pins_there_is_no_place(count: int) -> None:
    assert placed(pins(count)) is None


def scanned(folder: Path, palette: Palette) -> QColor:
    """The middle of a frame over a white scan."""
    white = QImage(100, 50, QImage.Format.Format_RGB32)
    white.fill(QColor("white"))
    assert white.save(str(folder / "plan.png"))
    layer = {
        "id": "plan", "name": "p", "file": "plan.png", "style": "scan", "credit": "c",
        "pins": [{"x": pin.x, "y": pin.y, "at": pin.at} for pin in pins(3)],
    }  # fmt: skip
    view = {"id": "v", "name": "v", "bounds": [9.9, 49.9, 10.1, 50.1]}
    map_ = Map.model_validate({"bounds": view["bounds"], "layers": [layer], "views": [view]})
    x, y = project(10.01, 49.995)
    frame = Frame(x - 0.1, y - 0.1, 100, 20, 20, 4, palette)
    return QColor(BaseMap(map_, folder).paint(frame).pixel(10, 10))


@pytest.mark.parametrize(
    ("palette", "drawn"), [(TABLE, True), (BRIGHT, False), (CONTRAST, False), (SHEET, True)]
)
def test_words_can_be_read_on_a_scan(
    qapp: QGuiApplication, tmp_path: Path, palette: Palette, drawn: bool
) -> None:
    seen = scanned(tmp_path, palette)
    light, dark = sorted((luminance(seen), luminance(palette.line)), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 7
    assert (seen != palette.tint(0)) is drawn
