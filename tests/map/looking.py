"""A ground that is looked at through a camera, with no window."""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import cache
from typing import Any

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QPolygonF, QTransform

from kiosk.exhibit.clock import Clock
from kiosk.exhibit.model import Exhibit, LayerStyle
from kiosk.map.camera import MapCamera
from kiosk.map.situation import Ground
from kiosk.telling.fonts import SANS, SERIF
from kiosk.visit.playhead import Playhead
from tests.meeting import CONTENT, blank_map
from tests.qt.fake_time import FakeTime

LANDSCAPE, PORTRAIT = (1920, 1080), (1080, 1920)
TELLING = (0, 84, 156, 200, 226, 240, 258, 265, 290, 340, 352, 400, 420, 444, 460, 480)
"""Hours from the beginning: assembly, crossing, Cuiqu, the ring, the assault, the end."""

Area = tuple[str, QPolygonF]


class Looking:
    """A ground and a camera, and what a visitor would see of them."""

    def __init__(
        self,
        exhibit: Exhibit,
        size: tuple[int, int] = LANDSCAPE,
        *,
        percent: int = 100,
        language: str | None = None,
    ) -> None:
        self.mm = math.hypot(*size) / (24 * 25.4)
        self.exhibit = exhibit
        self.camera = MapCamera(exhibit.map.bounds)
        self.playhead = Playhead(exhibit.exhibit.starts, exhibit.exhibit.ends, FakeTime(), None)
        self.ground = Ground(exhibit, Clock(exhibit), self.camera, self.playhead)
        languages = exhibit.exhibit.languages
        second = next((other for other in languages if other != language), None)
        self.ground.measure(10.2 * self.mm * math.sqrt(percent / 100), self.mm)
        self.ground.speak(language or languages[0], second)
        self.ground.hide(frozenset({"modern"}))
        width, height = size
        self.camera.setScreen(width, height, 0, height * 0.1, width * 0.94, height * 0.56)

    def open(self, view: str, hours: float) -> None:
        self.camera.jump_to(self.exhibit.indexed("views")[view].bounds)
        self.playhead.seek(hours)

    def take_lines(self) -> None:
        base = blank_map(CONTENT)
        self.ground.take_rails(base.lines(LayerStyle.RAILWAY))
        self.ground.take_rivers(base.lines(LayerStyle.RIVER))

    @property
    def rows(self) -> list[Any]:
        return [*self.ground.units.rows, *self.ground.names.rows]

    def at(self, row: Any) -> tuple[float, float]:
        x, y, scale = self.camera.originX, self.camera.originY, self.camera.scale
        return round((row["planeX"] - x) * scale), round((row["planeY"] - y) * scale)

    def symbols(self) -> Iterator[Area]:
        for row in self.ground.units.rows:
            x, y = self.at(row)
            yield (
                f"symbol of {row['key']}",
                _box(x + row["dx"], y + row["dy"], row["symbolWidth"], row["symbolHeight"]),
            )

    def labels(self) -> Iterator[Area]:
        for row in self.ground.units.rows:
            if row["label"]:
                x, y = self.at(row)
                px = self.ground.textPx
                left, top = x + row["dx"] + row["labelX"], y + row["dy"] + row["labelY"]
                yield (
                    f"label of {row['key']}",
                    _box(left, top, _wide(row["label"], SANS, px), px * 1.15),
                )
        for row in self.ground.names.rows:
            x, y = self.at(row)
            px, family = row["px"], SANS if row["kind"] == "area" else SERIF
            width = _wide(row["lead"], family, px)
            if row["second"]:
                width += 1.5 * self.mm + _wide(row["second"], SERIF, px)
            box = _box(0, 0, width, px * 1.1)
            middle = QPointF(row["labelWidth"] / 2, row["labelHeight"] / 2)
            turn = QTransform().translate(x + row["labelX"], y + row["labelY"])
            turn.translate(middle.x(), middle.y()).rotate(row["angle"])
            turn.translate(-middle.x(), -middle.y())
            yield f"name of {row['key']}", turn.map(box)


def _box(left: float, top: float, width: float, height: float) -> QPolygonF:
    return QPolygonF(QRectF(left + 1, top + 1, width - 2, height - 2))  # less what rounding adds


@cache
def _wide(text: str, family: str, px: int) -> float:
    font = QFont(family)
    font.setPixelSize(px)
    font.setWeight(QFont.Weight.Bold if family == SANS else QFont.Weight.DemiBold)
    return QFontMetricsF(font).horizontalAdvance(text)
