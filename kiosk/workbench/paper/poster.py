"""The poster: the campaign by day and hour, one side's doings above the axis, the other's below."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from kiosk.exhibit.clock import Clock
from kiosk.exhibit.model import Event, Phase
from kiosk.stage.timescale import timescale_of
from kiosk.workbench.paper.almanac import paint_days
from kiosk.workbench.paper.columns import Columns
from kiosk.workbench.paper.flow import Block
from kiosk.workbench.paper.handout import scene_of
from kiosk.workbench.paper.letters import MUTED
from kiosk.workbench.paper.mapfigure import MapFigures
from kiosk.workbench.paper.scale import Types
from kiosk.workbench.paper.sheet import A3, PX_PER_MM, kept, printing
from kiosk.workbench.paper.telling import Telling
from kiosk.workbench.paper.text import Paragraph, Run
from kiosk.workbench.render import NotDrawn

MM = PX_PER_MM
MARGIN, GUTTER = 12 * MM, 5 * MM
HEAD, MAPS, BAND, STRIP, SCALE, FOOT = 21 * MM, 78 * MM, 9 * MM, 7 * MM, 5 * MM, 6 * MM
"""Heights, from the top: title, maps, the names of phases, nights, days; and the foot line."""

DOTS = 6 * MM
"""Room for the numbers of events, above the axis and below it."""

COLUMN = 44 * MM
"""Least width of a column of events."""

SIZES = (10.0, 9.5, 9.0, 8.5, 8.0, 7.5, 7.0, 6.5, 6.0)
"""Sizes of type in points, of which the largest is taken in which all has room."""


@dataclass(frozen=True)
class Told:
    """An event with its number, and whether it stands above the axis."""

    number: int
    event: Event
    above: bool


class Poster:
    """A campaign on one sheet that lies on its side."""

    def __init__(
        self, figures: MapFigures, telling: Telling, fault: Callable[[str], object]
    ) -> None:
        self._figures, self._telling, self._fault = figures, telling, fault
        self._exhibit, self._types = telling.exhibit, telling.types
        self._scale, self._starts = timescale_of(telling.exhibit), telling.exhibit.exhibit.starts
        self._width = A3.width - 2 * MARGIN
        room = A3.height - 2 * MARGIN - HEAD - MAPS - BAND - STRIP - SCALE - 2 * DOTS - FOOT
        self._room = room / 2
        self._axis = MARGIN + HEAD + MAPS + self._room + DOTS
        self._told = list(_told(telling))

    def print(self, path: Path) -> None:
        """Writes the file; raises NotDrawn where that can't be."""
        tongue, main = self._telling.tongue, self._exhibit.exhibit
        title = self._telling.lead(main.title)
        with printing(path, A3, title, (tongue.language,)) as press:
            painter = press.painter
            self._paint_head(painter)
            for phase in self._exhibit.phases:
                self._paint_phase(painter, phase)
            strip = QRectF(MARGIN, self._axis + BAND, self._width, STRIP)
            paint_days(painter, self._exhibit, tongue, self._types.mini, self._across, strip)
            for phase in self._exhibit.phases:
                for above in (True, False):
                    self._paint_dots(painter, phase, above=above)
            self._paint_events(painter)

    def _across(self, moment: dt.datetime) -> float:
        hours = (moment - self._starts) / dt.timedelta(hours=1)
        return MARGIN + self._scale.share_of(hours) * self._width

    def _paint_head(self, painter: QPainter) -> None:
        main, lead, types = self._exhibit.exhibit, self._telling.lead, self._types
        title = Paragraph(
            [
                Run(lead(main.title), types.title),
                Run(f" \u00a0 {lead(main.subtitle)}", types.subheading.in_(MUTED)),
            ]
        )
        title.paint(painter, MARGIN, MARGIN, self._width)
        sentence = Paragraph([Run(lead(main.sentence), types.body)])
        sentence.paint(painter, MARGIN, MARGIN + title.height(self._width), self._width)

    def _paint_phase(self, painter: QPainter, phase: Phase) -> None:
        """Its map, its band on the axis, and a line between it and the next."""
        left, right = self._across(phase.starts), self._across(phase.ends)
        telling, types = self._telling, self._types
        caption = telling.caption(phase.view, phase.moment)
        below = caption.height(right - left) + 0.5 * MM
        box = QRectF(left, MARGIN + HEAD, right - left - 2 * MM, MAPS - below - 2 * MM)
        try:
            self._figures.paint(
                painter, box, scene_of(telling, phase), telling.tongue, self._types.scale.lens
            )
        except (NotDrawn, OSError, ValueError) as error:
            self._fault(f"{phase.id}: {error}")
        caption.paint(painter, left, box.bottom() + 0.5 * MM, box.width())
        with kept(painter):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor("#e7dfcd"))
            painter.drawRect(QRectF(left, self._axis, right - left - 0.4 * MM, BAND))
            painter.setPen(QColor(types.subheading.colour))
            painter.setFont(types.subheading.font)
            name = QRectF(left + 2 * MM, self._axis, right - left - 4 * MM, BAND)
            painter.drawText(name, Qt.AlignmentFlag.AlignVCenter, telling.lead(phase.short))
            painter.setPen(types.small.colour)
            painter.setFont(types.small.font)
            days = telling.tongue.speech.days(phase.starts, phase.ends)
            painter.drawText(
                name, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, days
            )

    # ------------------------------------------------------------ events

    def _of(self, phase: Phase, *, above: bool) -> list[Told]:
        events = {event.id for event in phase.events}
        return [told for told in self._told if told.above is above and told.event.id in events]

    def _paint_dots(self, painter: QPainter, phase: Phase, *, above: bool) -> None:
        """The events' numbers where they stand in time, moved apart where they are too close."""
        told = self._of(phase, above=above)
        true = [self._across(one.event.at) for one in told]
        radius = 2.1 * MM
        ends = self._across(phase.starts) + radius, self._across(phase.ends) - radius - 0.5 * MM
        edge = self._axis if above else self._axis + BAND + STRIP + SCALE
        middle = edge - DOTS * 0.55 if above else edge + DOTS * 0.55
        for one, at, x in zip(told, true, _apart(true, 2 * radius + 0.3 * MM, *ends), strict=True):
            with kept(painter):
                painter.setPen(QPen(QColor(MUTED), 2))
                painter.drawLine(QPointF(at, edge), QPointF(x, middle))
                painter.setBrush(QColor(self._colour(one)))
                painter.setPen(Qt.PenStyle.NoPen)
                painter.drawEllipse(QPointF(x, middle), radius, radius)
                painter.setFont(self._types.mini.font)
                painter.setPen(QColor("white"))
                box = QRectF(x - radius, middle - radius, 2 * radius, 2 * radius)
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(one.number))

    def _colour(self, told: Told) -> str:
        sides = self._exhibit.sides
        if not told.event.formations:
            return MUTED
        return sides[0].colour if told.above else sides[-1].colour

    def _paint_events(self, painter: QPainter) -> None:
        """What happened, phase by phase; above the axis it stands on it, below it hangs."""
        for size in SIZES:
            types = self._sized(size)
            lists = [
                (phase, above, self._list(phase, types, above=above))
                for phase in self._exhibit.phases
                for above in (True, False)
            ]
            room = self._room - types.subheading.line
            if all(self._high(phase, list_) <= room for phase, _, list_ in lists):
                break
        for phase, above, list_ in lists:
            if self._high(phase, list_) > room:
                self._fault(f"{phase.id}: its events have no room")
                continue
            left, width = self._across(phase.starts), self._wide(phase)
            top = self._axis + BAND + STRIP + SCALE + DOTS
            if above:
                top = self._axis - DOTS - self._high(phase, list_) - 1.5 * MM
            list_.paint(painter, left, top, width)
            if phase is self._exhibit.phases[0]:
                high = -types.subheading.line - MM if above else self._high(phase, list_) + MM
                self._paint_side(painter, top + high, above=above)

    def _paint_side(self, painter: QPainter, top: float, *, above: bool) -> None:
        """Whose doings stand on this side of the axis."""
        side = self._exhibit.sides[0 if above else -1]
        type_ = self._types.subheading.in_(side.colour)
        Paragraph([Run(self._telling.lead(side.name), type_)]).paint(
            painter, MARGIN, top, self._width
        )

    def _sized(self, size: float) -> Types:
        scale = replace(self._types.scale, body=size, small=size - 1)
        return Types(scale, self._telling.tongue.speech)

    def _wide(self, phase: Phase) -> float:
        return self._across(phase.ends) - self._across(phase.starts) - GUTTER

    def _high(self, phase: Phase, list_: Block) -> float:
        return list_.height(self._wide(phase))

    def _list(self, phase: Phase, types: Types, *, above: bool) -> Block:
        lead, when = self._telling.lead, self._telling.tongue.when
        blocks = [
            Paragraph(
                [
                    Run(f"{one.number}\u00a0 ", types.bold.in_(self._colour(one))),
                    Run(f"{when(one.event)}\u00a0 ", types.bold),
                    Run(lead(one.event.text), types.body),
                ],
                gap=0.6 * types.gap,
            )
            for one in self._of(phase, above=above)
        ]
        count = max(1, int(self._wide(phase) / COLUMN))
        return Columns(blocks, count, GUTTER)


def _told(telling: Telling) -> list[Told]:
    """All events in order of time; those of the first side stand above the axis."""
    exhibit = telling.exhibit
    clock, first = Clock(exhibit), exhibit.sides[0].id
    events = sorted(
        (e for phase in exhibit.phases for e in phase.events), key=lambda event: event.at
    )
    return [
        Told(
            number,
            event,
            not event.formations or clock.side_at(event.formations[0], event.at) == first,
        )
        for number, event in enumerate(events, 1)
    ]


def _apart(spots: Sequence[float], least: float, left: float, right: float) -> list[float]:
    """Spots in their order that are at least so far apart, within an interval if they can."""
    moved: list[float] = []
    for spot in spots:
        moved.append(max(spot, moved[-1] + least if moved else left))
    edge = right
    for i in reversed(range(len(moved))):
        moved[i] = min(moved[i], edge)
        edge = moved[i] - least
    return moved
