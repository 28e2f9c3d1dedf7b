"""Days, nights and the moon along an axis of time; along a long one months or years."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from kiosk.exhibit.model import Exhibit
from kiosk.exhibit.sky import Sky, nights, place_of, sky_at
from kiosk.map.ground.palette import SHEET
from kiosk.publish.paper.letters import RULE
from kiosk.publish.paper.sheet import PX_PER_MM, kept
from kiosk.publish.paper.text import Type
from kiosk.telling.locale import Teller
from kiosk.telling.units import Ruler, Unit, ruler_of
from kiosk.telling.words import Phrases

NIGHT, MOON, DAY = SHEET.night, SHEET.moon, SHEET.day
RADIUS = 2.1 * PX_PER_MM

ABSOLUTE = Qt.AlignmentFlag.AlignAbsolute
AT_BEGIN = (ABSOLUTE | Qt.AlignmentFlag.AlignLeft, ABSOLUTE | Qt.AlignmentFlag.AlignRight)
"""The side of a name at which a unit begins, where time goes to the right and to the left."""

BESIDE = 4.0
"""The ems that a name may stand out of what it names."""

Across = Callable[[dt.datetime], float]
"""The place on the paper, in px, of a moment."""


def paint_days(
    painter: QPainter, exhibit: Exhibit, teller: Teller, type_: Type, across: Across, box: QRectF
) -> None:
    """A strip of days and nights, the moon in each night as it stood at its middle.

    Where no hour is told, of days alone; of too many days, of months or years.
    """
    main, where, ruler = exhibit.exhibit, place_of(exhibit), ruler_of(exhibit)
    with kept(painter):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(DAY))
        painter.drawRect(box)
        told = exhibit.by_the_hour and ruler.fine
        dark = nights(main.starts, main.ends, where, main.utc_offset_hours) if told else []
        for dusk, dawn in dark:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(NIGHT))
            left, right = sorted((across(dusk), across(dawn)))
            painter.drawRect(QRectF(left, box.top(), right - left, box.height()))
            sky = sky_at(dusk + (dawn - dusk) / 2, where, main.utc_offset_hours)
            middle = QPointF((left + right) / 2, box.center().y())
            _paint_moon(painter, middle, min(RADIUS, (right - left) * 0.45), sky)
        painter.setPen(QPen(QColor(RULE), 1.5))
        painter.setFont(type_.font)
        begins = list(dict.fromkeys((*ruler.begins(), main.ends)))
        named = _named(painter, ruler, teller.phrases, across, begins)
        for day, after in pairwise(begins):
            at, next_ = across(day), across(after)
            back = next_ < at
            painter.setPen(QPen(QColor(RULE), 1.5))
            painter.drawLine(QPointF(at, box.top()), QPointF(at, box.bottom() + 1.4 * type_.px))
            if ruler.order(day) not in named:
                continue
            painter.setPen(QColor(type_.colour))
            words = QRectF(min(at, next_), box.bottom(), abs(next_ - at), 1.5 * type_.px)
            spare, near = BESIDE * type_.px, 0.4 * type_.px
            if ruler.at_begins:
                words.adjust(-spare if back else near, 0, -near if back else spare, 0)
                where_in = Qt.AlignmentFlag.AlignVCenter | AT_BEGIN[back]
            else:
                words.adjust(-spare, 0, spare, 0)
                where_in = Qt.AlignmentFlag.AlignCenter
            painter.drawText(words, where_in, _name(ruler, day, teller.phrases))


def _named(
    painter: QPainter, ruler: Ruler, phrases: Phrases, across: Across, begins: Sequence[dt.datetime]
) -> Collection[int]:
    """The orders of the units that are named: each day, of others those that have room."""
    orders = {ruler.order(day): abs(across(day) - across(begins[0])) for day in begins[:-1]}
    if ruler.unit == Unit.DAY:
        return orders
    metrics = painter.fontMetrics()
    return ruler.named(
        orders,
        1.2 * max(metrics.horizontalAdvance(_name(ruler, day, phrases)) for day in begins[:-1]),
    )


def _name(ruler: Ruler, moment: dt.datetime, phrases: Phrases) -> str:
    """The name of a unit: of the first day, and of each month's first, with its month."""
    if ruler.unit != Unit.DAY:
        return ruler.name(moment, phrases)
    first = moment == ruler.starts or ruler.reckoning.date(moment)[2] == 1
    return phrases.moment(moment, "day" if first else "spelt_day")


def _paint_moon(painter: QPainter, middle: QPointF, radius: float, sky: Sky) -> None:
    """The disc with its lit part, Qt's way round; only a ring where it is below the horizon."""
    disc = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
    painter.setPen(QPen(QColor(MOON), 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(disc)
    bulge = radius * (2 * sky.lit - 1)
    lit = QPainterPath(QPointF(middle.x(), disc.top()))
    lit.arcTo(disc, 90, -180)
    inner = QRectF(middle.x() - abs(bulge), disc.top(), 2 * abs(bulge), disc.height())
    lit.arcTo(inner, 270, -180 if bulge > 0 else 180)
    with kept(painter):
        painter.translate(middle)
        painter.scale(1 if sky.lit_right else -1, 1)
        painter.translate(-middle)
        painter.setPen(Qt.PenStyle.NoPen)
        colour = QColor(MOON)
        colour.setAlphaF(1.0 if sky.moon_up else 0.35)
        painter.setBrush(colour)
        painter.drawPath(lit)
