"""A map that is looked at without a window."""

from __future__ import annotations

import datetime as dt
import itertools
import math
from collections.abc import Iterator
from copy import copy
from dataclasses import replace
from functools import cache
from typing import Any

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QPolygonF, QTransform

from kiosk.exhibit.clock import Clock
from kiosk.exhibit.model import Exhibit, LayerStyle
from kiosk.machine import folders
from kiosk.map.boxes import Point
from kiosk.map.fitting import Fitting, Focus
from kiosk.map.labels.request import Request
from kiosk.map.labels.result import FormationSign, PlaceLabel
from kiosk.map.labels.targets import touched
from kiosk.map.picture import Cartographer, MapPicture
from kiosk.map.viewport import Viewport
from kiosk.telling.fonts import SANS, SERIF
from kiosk.telling.locale import Teller
from kiosk.telling.words import Phrases
from tests.meeting import CONTENT, blank_map, read

LANDSCAPE, PORTRAIT = (1920, 1080), (1080, 1920)
TELLING = (0, 84, 156, 200, 226, 240, 258, 265, 290, 340, 352, 400, 420, 444, 460, 480)
"""Hours from the beginning: assembly, crossing, Cuiqu, the ring, the assault, the end."""

Area = tuple[str, QPolygonF]


class Looking:
    """A map on a screen as a visitor would see it; nothing until a view is opened."""

    picture: MapPicture
    viewport: Viewport

    def __init__(
        self,
        exhibit: Exhibit,
        size: tuple[int, int] = LANDSCAPE,
        *,
        percent: int = 100,
        language: str | None = None,
    ) -> None:
        self.mm = math.hypot(*size) / (24 * 25.4)
        self.exhibit, self.clock = exhibit, Clock(exhibit)
        languages = exhibit.exhibit.languages
        second = next((other for other in languages if other != language), None)
        self.request = Request(
            language or languages[0],
            second,
            round(10.2 * self.mm * (1 + percent / 100) / 2),
            self.mm,
            frozenset({"modern", "uncertainty"}),
            teller=teller_of(exhibit, language or languages[0], second),
        )
        width, height = size
        self.focus: Focus = (0, height * 0.1, width * 0.94, height * 0.56)
        self.fitting = Fitting.of(exhibit.map.bounds, self.focus)
        self.cartographer = Cartographer(exhibit, self.clock)
        self.moment = exhibit.exhibit.starts

    def open(self, view: str, hours: float) -> None:
        """A prepared view, so many hours from the beginning."""
        pose = self.fitting.fitted(self.exhibit.indexed("views")[view].bounds)
        self.viewport = self.fitting.viewport(pose, self.mm)
        self.moment = self.exhibit.exhibit.starts + dt.timedelta(hours=hours)
        self.ask()

    def ask(self, **changes: Any) -> None:
        """Asks for something else of the same view."""
        self.request = replace(self.request, **changes)
        self.picture = self.cartographer.draw(self.moment, self.viewport, self.request)

    def take_lines(self) -> None:
        base = blank_map(CONTENT)
        self.cartographer.take_rails(base.lines(LayerStyle.RAILWAY))
        self.cartographer.take_rivers(base.lines(LayerStyle.RIVER))

    def spot(self, formation: str) -> Point | None:
        """The spot of a formation, in px."""
        sighting = self.clock.sighting(formation, self.moment)
        return self.viewport.spot(sighting.lon, sighting.lat) if sighting else None

    def find(self, x: float, y: float) -> str:
        """The record that a touch at a point finds."""
        found = touched(self.picture.targets, self.viewport, x, y, self.mm)
        return found[0] if found else ""

    def at(self, what: PlaceLabel | FormationSign) -> tuple[float, float]:
        return spot_of(what, self.viewport)

    def symbols(self) -> Iterator[Area]:
        return symbols(self.picture, self.viewport)

    def edges(self) -> Iterator[Area]:
        return edges(self.picture)

    def labels(self) -> Iterator[Area]:
        return labels(self.picture, self.viewport, self.mm, self.request.text_px)


def all_told(
    size: tuple[int, int], language: str, percent: int = 100
) -> Iterator[tuple[str, Looking]]:
    """Every prepared view of our exhibit at every hour of the telling, with its name."""
    look = Looking(read(CONTENT), size, percent=percent, language=language)
    look.take_lines()
    for view, hours in itertools.product(look.exhibit.map.views, TELLING):
        look.open(view.id, hours)
        yield f"{view.id} at {hours}", copy(look)


@cache
def told_once(size: tuple[int, int], language: str) -> tuple[tuple[str, Looking], ...]:
    """All that is told in text as any, laid once for all tests, which ask for nothing else."""
    return tuple(all_told(size, language))


def spot_of(what: PlaceLabel | FormationSign, viewport: Viewport) -> tuple[float, float]:
    (x, y), *_ = viewport.on_screen([(what.plane_x, what.plane_y)])
    return round(x), round(y)


def teller_of(exhibit: Exhibit, language: str, second: str | None) -> Teller:
    return Teller(exhibit, Phrases(folders.resources() / "words", language), second)


def edges(picture: MapPicture) -> Iterator[Area]:
    for item in picture.edges:
        yield f"edge item of {item.key}", _box(item.x, item.y, item.width, item.height)


def symbols(picture: MapPicture, viewport: Viewport) -> Iterator[Area]:
    for sign in picture.signs:
        x, y = spot_of(sign, viewport)
        box = _box(x + sign.dx, y + sign.dy, sign.symbol_width, sign.symbol_height)
        yield f"symbol of {sign.key}", box


def labels(picture: MapPicture, viewport: Viewport, mm: float, px: int) -> Iterator[Area]:
    for sign in picture.signs:
        if sign.label:
            x, y = spot_of(sign, viewport)
            left, top = x + sign.dx + sign.label_x, y + sign.dy + sign.label_y
            yield (
                f"label of {sign.key}",
                _box(left, top, _wide(sign.label, SANS, px), px * 1.15),
            )
    for name in picture.names:
        x, y = spot_of(name, viewport)
        family = SANS if name.kind == "area" else SERIF
        width = _wide(name.lead, family, name.px)
        if name.second:
            width += 1.5 * mm + _wide(name.second, SERIF, name.px)
        middle = QPointF(name.label_width / 2, name.label_height / 2)
        turn = QTransform().translate(x + name.label_x, y + name.label_y)
        turn.translate(middle.x(), middle.y()).rotate(name.angle)
        turn.translate(-middle.x(), -middle.y())
        yield f"name of {name.key}", turn.map(_box(0, 0, width, name.px * 1.1))


def _box(left: float, top: float, width: float, height: float) -> QPolygonF:
    return QPolygonF(QRectF(left + 1, top + 1, width - 2, height - 2))  # less what rounding adds


@cache
def _wide(text: str, family: str, px: int) -> float:
    font = QFont(family)
    font.setPixelSize(px)
    font.setWeight(QFont.Weight.Bold if family == SANS else QFont.Weight.DemiBold)
    return QFontMetricsF(font).horizontalAdvance(text)
