"""Maps on paper: the ground, and what stands on it at a moment, as lines instead of pictures."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QTransform

from kiosk.exhibit.model import Exhibit
from kiosk.map.boxes import Box
from kiosk.map.ground.basemap import BaseMap
from kiosk.map.ground.frame import Frame
from kiosk.map.ground.palette import SHEET
from kiosk.map.labels.result import PlaceLabel
from kiosk.map.picture import MapPicture
from kiosk.map.signs.strokes import mark_of
from kiosk.map.viewport import Viewport
from kiosk.publish.paper.letters import font_of
from kiosk.publish.paper.maplabels import NAMED, Labels, Numbered
from kiosk.publish.paper.press import Part, Press
from kiosk.publish.paper.river import RiverFigure
from kiosk.publish.paper.sheet import PX_PER_MM, kept, points
from kiosk.publish.scene import Scene, Scenery, round_below
from kiosk.telling.fonts import SANS, text_width
from kiosk.telling.locale import Teller
from kiosk.telling.standing import Standing

MOST_SKETCHED = 8
"""The maps of which it is kept what stands on them, for a paper and for its like."""


@dataclass(frozen=True)
class Lens:
    """The reduction of a map to paper.

    `reduction` is the size of signs over that on a screen; `label` the size of names in points;
    a `sparse` map shows only what matters most; names of water and land may be `slanted`.
    """

    reduction: float
    label: float
    sparse: bool = False
    slanted: bool = True


class MapFigures:
    """Paints the maps of an exhibit; its ground is read once."""

    def __init__(self, exhibit: Exhibit, content: Path) -> None:
        self._exhibit, self._base = exhibit, BaseMap(exhibit.map, content)
        self._scenery = Scenery(exhibit, self._base)
        self._sketched = lru_cache(MOST_SKETCHED)(self._sketch)
        self.problems = self._base.problems

    @cached_property
    def river(self) -> RiverFigure:
        """The figure of who marched, on the same ground."""
        return RiverFigure(self._exhibit, self._scenery.clock, self._base)

    def paint(
        self,
        press: Press,
        box: QRectF,
        scene: Scene,
        teller: Teller,
        lens: Lens,
        caption: str,
        numbered: Numbered = NAMED,
    ) -> None:
        """Paints a scene into `box`, which it fills; it is read as the map in words.

        Names that are `numbered` have the number instead.
        """
        part = Part("Figure", teller.language, caption)
        with press.reading(part):
            seen = self._paint(press, box, scene, teller, lens, numbered)
        sightings = self._scenery.clock.at(scene.moment, among=seen)
        standing, when = Standing(self._exhibit, teller), teller.now(scene.moment)
        part.alt += "\n".join(("", *standing.summary(sightings, scene.moment, when)))
        for side, lines in standing.by_side(sightings, scene.moment):
            part.alt += "\n".join(("", side, *lines))

    def named(self, size: QSizeF, scene: Scene, teller: Teller, lens: Lens) -> list[PlaceLabel]:
        """The names on a scene that is painted in a box of this size, in px."""
        width, height = size.width(), size.height()
        return [*self._sketched(width, height, scene, teller, lens).picture.names]

    def _sketch(
        self, width: float, height: float, scene: Scene, teller: Teller, lens: Lens
    ) -> _Sketch:
        mm, text_px = PX_PER_MM * lens.reduction, points(lens.label)
        viewport = self._scenery.viewport(width, height, scene.bounds, mm)
        bar = _ScaleBar(viewport.ground_scale, width, teller, text_px)
        picture = self._scenery.picture(
            replace(scene, sparse=lens.sparse),
            viewport,
            teller,
            text_px=text_px,
            px_per_mm=mm,
            kept=bar.room(round(width), round(height)),
        )
        return _Sketch(viewport, bar, picture)

    def _paint(
        self,
        painter: QPainter,
        box: QRectF,
        scene: Scene,
        teller: Teller,
        lens: Lens,
        numbered: Numbered,
    ) -> list[str]:
        """Paints a scene; the formations that are seen on it."""
        width, height = round(box.width()), round(box.height())
        sketch = self._sketched(box.width(), box.height(), scene, teller, lens)
        viewport, bar, picture = sketch.viewport, sketch.bar, sketch.picture
        mm = PX_PER_MM * lens.reduction
        with kept(painter):
            painter.setWindow(0, 0, width, height)
            painter.setViewport(round(box.left()), round(box.top()), width, height)
            painter.setClipRect(QRectF(0, 0, width, height), Qt.ClipOperation.IntersectClip)
            frame = Frame(viewport.x, viewport.y, viewport.scale, width, height, mm, SHEET)
            self._base.part(frame.reach, frame.px_per_km).paint_on(painter, frame)
            painter.setTransform(QTransform())
            _paint_strokes(painter, picture, frame)
            labels = Labels(frame, points(lens.label), slanted=lens.slanted, numbered=numbered)
            labels.paint(painter, picture)
            bar.paint(painter, width, height)
        with kept(painter):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(SHEET.line), 0.2 * PX_PER_MM))
            painter.drawRect(box)
        return picture.formations


@dataclass(frozen=True)
class _Sketch:
    """All that a scene shows, and from where it is seen."""

    viewport: Viewport
    bar: _ScaleBar
    picture: MapPicture


def _paint_strokes(painter: QPainter, picture: MapPicture, frame: Frame) -> None:
    """Areas, doubt and marches."""
    for what in picture.strokes:
        mark = mark_of(what, frame.px_per_km, frame.px_per_mm, SHEET)
        with kept(painter):
            painter.translate(frame.to_picture.map(QPointF(mark.x, mark.y)))
            mark.paint(painter)


class _ScaleBar:
    """A round number of kilometres, at the lower right corner of a map."""

    def __init__(self, px_per_km: float, across: float, teller: Teller, px: int) -> None:
        self._km = round_below(0.22 * across / px_per_km)
        self._width, self._px = self._km * px_per_km, round(px * 0.9)
        self._text = teller.length(self._km)

    def room(self, width: float, height: float) -> Box:
        """The part that it takes of a map of this size."""
        wide = max(self._width, text_width(self._text, SANS, self._px, QFont.Weight.Normal))
        high, edge = self._px * 1.9, self._px * 0.5
        left, top = width - wide - 2 * edge, height - high - edge
        return Box(left, top, left + wide + 2 * edge, top + high + edge)

    def paint(self, painter: QPainter, width: float, height: float) -> None:
        """Draws it on a map of this size."""
        room = self.room(width, height)
        left, top, wide = room.left, room.top, room.width
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(255, 255, 255, 215))
        painter.drawRect(QRectF(left, top, wide, room.height))
        painter.setPen(QPen(QColor(SHEET.line), 3))
        x, y = left + (wide - self._width) / 2, top + self._px * 1.75
        for dx, dy in ((0.0, -6.0), (self._width, -6.0)):
            painter.drawLine(QPointF(x + dx, y), QPointF(x + dx, y + dy))
        painter.drawLine(QPointF(x, y), QPointF(x + self._width, y))
        painter.setFont(font_of(SANS, self._px))
        words = QRectF(left, top + self._px * 0.2, wide, self._px * 1.2)
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self._text)
