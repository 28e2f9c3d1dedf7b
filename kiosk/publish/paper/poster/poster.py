"""The poster: the campaign by day and hour, one side's doings above the axis, the others' below.

On its back who marched, and what became of them.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainterPath, QPen

from kiosk.exhibit.model import Phase, Shape, Side
from kiosk.map.ground.palette import SHEET
from kiosk.map.signs.frames import frame_path
from kiosk.publish.output import NotDrawn
from kiosk.publish.paper.almanac import paint_days
from kiosk.publish.paper.columns import Columns
from kiosk.publish.paper.flow import Block
from kiosk.publish.paper.handout import scene_of
from kiosk.publish.paper.letters import GROUND, MUTED
from kiosk.publish.paper.mapfigure import MapFigures
from kiosk.publish.paper.pdf.binding import bound
from kiosk.publish.paper.poster.happenings import Entry, apart, entries_of
from kiosk.publish.paper.press import Part, Press
from kiosk.publish.paper.scale import Types
from kiosk.publish.paper.sheet import A3, PX_PER_MM, Sheet, kept, points, printed
from kiosk.publish.paper.telling import SEPARATOR, Telling
from kiosk.publish.paper.text import Paragraph, Run
from kiosk.stage.timescale import timescale_of
from kiosk.telling.balance import HARD_SPACE

MM = PX_PER_MM
MARGIN, GUTTER = 12 * MM, 5 * MM
HEAD, BAND, STRIP = 21 * MM, 9 * MM, 7 * MM
"""Heights: title, at least; the names of phases, nights."""

SCALE, RADIUS, DOTS = 1.9, 0.8, 2.26
"""In sizes of their type: height of the days, radius of an event's number, height of these."""

LEAST_MAPS = 74 * MM
"""The type is as large as leaves the maps this height."""

COLUMN = 16
"""Least width of a column of events, in sizes of their type."""

SIZES = (13.0, 12.0, 11.0, 10.0, 9.5, 9.0, 8.5, 8.0, 7.5, 7.0, 6.5, 6.0)
"""Sizes of type in points, of which the largest is taken in which all has room."""

FOOT_SIZE, FOOT_COLUMNS = 6.5, 4
"""Size of the sources in points, on any sheet."""


Lists = dict[tuple[str, bool], Block]
"""The events of each phase above the axis (True) and below it."""


class Poster:
    """A campaign on both sides of one sheet that lies on its side.

    On a sheet on which all is reduced only key events are told, of a phase that has any.
    """

    def __init__(self, figures: MapFigures, telling: Telling, sheet: Sheet = A3) -> None:
        self._figures, self._telling, self._sheet = figures, telling, sheet
        self._exhibit, self._types = telling.exhibit, telling.types
        self._scale, self._starts = timescale_of(telling.exhibit), telling.exhibit.exhibit.starts
        self._width = sheet.width - 2 * MARGIN
        self._sides = telling.exhibit.indexed("sides")
        self._entries = entries_of(telling, brief=sheet.enlarged < 1)
        self._foot = self._sources()
        lines = sum(paragraph.height(self._width) for paragraph in self._headed())
        self._head = max(HEAD, lines + 1.5 * MM)
        size = self._types.mini.px
        self._days, self._dots, self._radius = SCALE * size, DOTS * size, RADIUS * size
        fixed = 2 * MARGIN + self._head + BAND + STRIP + self._days + 2 * self._dots + 2 * MM
        self._lay_out(sheet.height - fixed - self._foot.height(self._width))

    def _lay_out(self, room: float) -> None:
        """Shares the `room` that head, axis and foot leave among maps and events."""
        self._lists = self._fitting(room - LEAST_MAPS)
        self._maps = room - self._high(above=True) - self._high(above=False)
        self._axis = MARGIN + self._head + self._maps + self._high(above=True) + self._dots

    def _fitting(self, room: float) -> Lists:
        """The lists in the largest type in which they have room; what never has is left out."""
        for size in SIZES:
            self._lists = self._listed(size)
            if self._high(above=True) + self._high(above=False) <= room:
                return self._lists
        phases = {phase.id: phase for phase in self._exhibit.phases}
        kept: Lists = {}
        for (id_, above), list_ in self._lists.items():
            if list_.height(self._wide(phases[id_])) <= room / 2 - self._heading(above=above):
                kept[id_, above] = list_
            else:
                self._telling.fault(f"{id_}: its events have no room")
        return kept

    def _high(self, *, above: bool) -> float:
        """Height of the lists on one side of the axis, with the name of whose doings they are."""
        heights = [self._high_of(phase, above=above) for phase in self._exhibit.phases]
        return max(*heights, self._beside_names(above=above) + self._heading(above=above))

    def _heading(self, *, above: bool) -> float:
        """Height of the names of those on one side of the axis."""
        names = self._names(above=above)
        return names.height(self._width) + MM if names else 0.0

    def _beside_names(self, *, above: bool) -> float:
        """Height of the lists that the names of those on one side of the axis reach over."""
        under = self._under_names(above=above)
        return max(self._high_of(phase, above=above) for phase in under)

    def _under_names(self, *, above: bool) -> list[Phase]:
        """The phases that the names of those on one side of the axis reach over."""
        names = self._names(above=above)
        lines = names.lines(self._width) if names else []
        reach = MARGIN + max(
            (line.layout.lineAt(0).naturalTextWidth() for line in lines), default=0
        )
        first, *others = self._exhibit.phases
        return [first, *(phase for phase in others if self._along(phase.starts) < reach)]

    def _high_of(self, phase: Phase, *, above: bool) -> float:
        list_ = self._lists.get((phase.id, above))
        return list_.height(self._wide(phase)) if list_ else 0.0

    def printed(self) -> bytes:
        """The PDF; raises NotDrawn where it can't be painted."""
        teller = self._telling.teller
        title, sheet = self._telling.lead(self._exhibit.exhibit.title), self._sheet
        held, marks = printed(sheet, title, self._paint)
        return bound(held, marks, teller.language, px_per_point=sheet.px_per_point)

    def _paint(self, press: Press) -> None:
        teller = self._telling.teller
        if teller.phrases.leftward:
            press.leftward = True
            press.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._paint_head(press)
        strip = QRectF(MARGIN, self._axis + BAND, self._width, STRIP)
        across = partial(self._across, press)
        paint_days(press, self._exhibit, teller, self._types.mini, across, strip)
        self._paint_phases(press)
        height = self._foot.height(self._width)
        self._foot.paint(press, MARGIN, self._sheet.height - MARGIN - height, self._width)
        if not self._figures.river.none:
            press.turn()
            self._paint_back(press)

    def _paint_phases(self, press: Press) -> None:
        for phase in self._exhibit.phases:
            self._paint_map(press, phase)
        for above in (True, False):
            self._paint_side(press, above=above)
        for phase in self._exhibit.phases:
            self._paint_band(press, phase)
            for above in (True, False):
                self._paint_dots(press, phase, above=above)
                self._paint_list(press, phase, above=above)

    def _paint_back(self, press: Press) -> None:
        """The river of men, with what it is called and how it is read."""
        telling, river = self._telling, self._figures.river
        self._paint_head(press)
        key = [telling.say("river_key")] if river.counted else []
        caption = telling.lead(self._exhibit.exhibit.title)
        top, below = MARGIN + self._head, self._types.small.line + MM
        box = QRectF(MARGIN, top, self._width, self._sheet.height - MARGIN - below - top)
        rest = river.paint(press, box, telling.teller, caption)
        if told := SEPARATOR.join((*key, *rest)):
            telling.note(told).paint(press, MARGIN, box.bottom() + MM, self._width)

    def _along(self, moment: dt.datetime) -> float:
        """The way to a moment from the edge at which the axis begins."""
        hours = (moment - self._starts) / dt.timedelta(hours=1)
        return MARGIN + self._scale.share_of(hours) * self._width

    def _across(self, press: Press, moment: dt.datetime) -> float:
        """The place of a moment on the paper."""
        return press.within(0, self._sheet.width, self._along(moment), 0)

    def _left(self, press: Press, phase: Phase) -> float:
        """The left end of what belongs to a phase."""
        return press.within(0, self._sheet.width, self._along(phase.starts), self._wide(phase))

    def _headed(self) -> list[Paragraph]:
        """Title and subtitle, and the sentence beneath them."""
        main, lead, types = self._exhibit.exhibit, self._telling.lead, self._types
        subtitle = Run(f" {HARD_SPACE} {lead(main.subtitle)}", types.subheading.in_(MUTED))
        return [
            Paragraph([Run(lead(main.title), types.title), subtitle], role="H1"),
            Paragraph([Run(lead(main.sentence), types.body)]),
        ]

    def _paint_head(self, press: Press) -> None:
        down = MARGIN
        for paragraph in self._headed():
            paragraph.paint(press, MARGIN, down, self._width)
            down += paragraph.height(self._width)

    def _paint_map(self, press: Press, phase: Phase) -> None:
        left, width = self._left(press, phase), self._wide(phase)
        free = self._high(above=True) - self._high_of(phase, above=True)
        if phase in self._under_names(above=True):
            lists = self._high_of(phase, above=True)
            free -= self._heading(above=True) + self._beside_names(above=True) - lists
        room = QRectF(left, MARGIN + self._head, width, self._maps + free - 3 * MM)
        self._paint_scene(press, phase, room)

    def _paint_scene(self, press: Press, phase: Phase, room: QRectF) -> None:
        """The map of a phase, with its caption beneath it."""
        telling, lens = self._telling, self._types.scale.lens
        caption = telling.caption(phase.view, phase.moment)
        box = room.adjusted(0, 0, 0, -caption.height(room.width()) - 0.5 * MM)
        told = telling.captioned(phase.view, phase.moment)
        try:
            self._figures.paint(press, box, scene_of(telling, phase), telling.teller, lens, told)
        except (NotDrawn, OSError, ValueError) as error:
            telling.fault(f"{phase.id}: {error}")
        caption.paint(press, box.x(), box.bottom() + 0.5 * MM, box.width())

    def _paint_ground(self, press: Press, phase: Phase) -> QRectF:
        """The stretch of a phase on the axis, which is given."""
        left, right = sorted(self._across(press, end) for end in (phase.starts, phase.ends))
        band = QRectF(left, self._axis, right - left - 0.4 * MM, BAND)
        with kept(press):
            press.setPen(Qt.PenStyle.NoPen)
            press.setBrush(QColor(GROUND))
            press.drawRect(band)
        return band

    def _paint_band(self, press: Press, phase: Phase) -> None:
        """Its name and its days on the axis."""
        types, teller = self._types, self._telling.teller
        middle = Qt.AlignmentFlag.AlignVCenter
        name = self._paint_ground(press, phase).adjusted(2 * MM, 0, -1.6 * MM, 0)
        with press.reading(Part("H2", teller.language)):
            press.setPen(QColor(types.subheading.colour))
            press.setFont(types.subheading.font)
            press.drawText(name, middle, self._named(phase, name.width()))
        days = teller.phrases.days(phase.starts, phase.ends)
        words = [(types.subheading, self._telling.lead(phase.short)), (types.small, days)]
        wide = sum(QFontMetricsF(type_.font).horizontalAdvance(text) for type_, text in words)
        if wide + 3 * MM > name.width():
            return  # the days beneath tell it
        with press.reading(Part("P", teller.language)):
            press.setPen(QColor(types.small.colour))
            press.setFont(types.small.font)
            press.drawText(name, middle | Qt.AlignmentFlag.AlignRight, days)

    def _named(self, phase: Phase, room: float) -> str:
        """Its name where that has room on the axis, else its number among all."""
        name, metrics = self._telling.lead(phase.short), QFontMetricsF(self._types.subheading.font)
        number = self._telling.teller.phrases.number(self._exhibit.phases.index(phase) + 1)
        return name if metrics.horizontalAdvance(name) <= room else number

    # ------------------------------------------------------------ events

    def _of(self, phase: Phase, *, above: bool) -> list[Entry]:
        events = {event.id for event in phase.events}
        return [told for told in self._entries if told.above is above and told.event.id in events]

    def _paint_dots(self, press: Press, phase: Phase, *, above: bool) -> None:
        """The events' numbers where they stand in time, moved apart where they are too close."""
        told = self._of(phase, above=above)
        true = [self._along(one.event.at) for one in told]
        radius, dots = self._radius, self._dots
        ends = self._along(phase.starts) + radius, self._along(phase.ends) - radius - 0.5 * MM
        edge = self._axis if above else self._axis + BAND + STRIP + self._days
        middle = edge - dots * 0.55 if above else edge + dots * 0.55
        there = apart(true, 2 * radius + 0.3 * MM, *ends)
        for one, *spots in zip(told, true, there, strict=True):
            at, x = (press.within(0, self._sheet.width, spot, 0) for spot in spots)
            with kept(press):
                press.setPen(QPen(QColor(MUTED), 2))
                press.drawLine(QPointF(at, edge), QPointF(x, middle))
                press.setBrush(QColor(self._colour(one)))
                press.setPen(Qt.PenStyle.NoPen)
                press.drawPath(self._dot(one, QPointF(x, middle)))
                press.setFont(self._types.mini.font)
                press.setPen(QColor(SHEET.void))
                box = QRectF(x - radius, middle - radius, 2 * radius, 2 * radius)
                press.drawText(box, Qt.AlignmentFlag.AlignCenter, str(one.number))

    def _dot(self, told: Entry, centre: QPointF) -> QPainterPath:
        """The frame of an event's number: the shape of its side, as high as there is room."""
        around = QRectF(-self._radius, -self._radius, 2 * self._radius, 2 * self._radius)
        around.translate(centre)
        if self._sideless(told):
            path = QPainterPath()
            path.addEllipse(around)
            return path
        return frame_path(self._sides[told.side].shape or Shape.ELLIPSE, around)

    def _colour(self, told: Entry) -> str:
        if self._sideless(told):
            return MUTED
        side: Side = self._sides[told.side]
        return SHEET.side(side.colour).name()

    @staticmethod
    def _sideless(told: Entry) -> bool:
        return not (told.event.formations or told.event.side)

    def _paint_list(self, press: Press, phase: Phase, *, above: bool) -> None:
        """The list of what happened: above the axis it stands on it, below it hangs."""
        if list_ := self._lists.get((phase.id, above)):
            down = (
                -self._dots - self._high_of(phase, above=above) - 1.5 * MM if above else self._below
            )
            list_.paint(press, self._left(press, phase), self._axis + down, self._wide(phase))

    def _paint_side(self, press: Press, *, above: bool) -> None:
        """The names of those whose doings stand on this side of the axis."""
        if names := self._names(above=above):
            high = self._beside_names(above=above)
            up = -self._dots - high - self._heading(above=above) - 1.5 * MM
            down = up if above else self._below + high + MM
            names.paint(press, MARGIN, self._axis + down, self._width)

    def _names(self, *, above: bool) -> Paragraph | None:
        """The names of those whose doings stand on one side of the axis, if there are any."""
        runs = self._named_sides(above=above)
        return Paragraph(runs) if runs else None

    def _named_sides(self, *, above: bool) -> list[Run]:
        lead, type_ = self._telling.lead, self._types.subheading
        sides = self._exhibit.sides[:1] if above else self._exhibit.sides[1:]
        return [
            Run(f"{lead(side.name)}{2 * HARD_SPACE}", type_.in_(SHEET.side(side.colour).name()))
            for side in sides
        ]

    @property
    def _below(self) -> float:
        """The distance from the axis down to its events."""
        return BAND + STRIP + self._days + self._dots

    def breadth(self, phase: Phase) -> float:
        """Width of what belongs to a phase on the axis; the last reaches the margin."""
        last = phase is self._exhibit.phases[-1]
        ends = self._sheet.width - MARGIN if last else self._along(phase.ends) - GUTTER
        return ends - self._along(phase.starts)

    def _wide(self, phase: Phase) -> float:
        return self.breadth(phase)

    def _listed(self, size: float) -> Lists:
        scale = replace(self._types.scale, body=size, small=size - 1)
        types = Types(scale, self._telling.teller.phrases)
        return {
            (phase.id, above): self._list(phase, types, above=above)
            for phase in self._exhibit.phases
            for above in (True, False)
        }

    def _list(self, phase: Phase, types: Types, *, above: bool) -> Block:
        list_ = Part("L")
        told = self._of(phase, above=above)
        blocks = [self._listed_event(one, phase, types, list_) for one in told]
        most = int(self._wide(phase) / (COLUMN * types.body.px))
        return Columns(blocks, max(1, min(most, len(blocks))), GUTTER)

    def _listed_event(self, one: Entry, phase: Phase, types: Types, of: Part) -> Block:
        event = self._telling.outline.event(one.event, phase)
        runs = [
            Run(f"{one.number}{HARD_SPACE} ", types.bold.in_(self._colour(one))),
            Run(f"{event.heading}{HARD_SPACE} ", types.bold),
            Run(event.text, types.body),
            *self._telling.known(event, types),
        ]
        return Paragraph(runs, gap=0.6 * types.gap, whole=True, above=of.item())

    def _sources(self) -> Block:
        """The sources by their numbers, and who made the map, in a line that is broken."""
        lead, small = self._telling.lead, points(FOOT_SIZE / min(1, self._sheet.enlarged))
        plain, bold = (replace(type_, px=small) for type_ in (self._types.small, self._types.mini))
        cited = {source for told in self._entries for source in told.event.sources}
        runs = [Run(self._telling.say("sources"), bold)]
        for source in self._telling.outline.sources.values():
            if source.key in cited:
                runs += [Run(f"  {source.number}{HARD_SPACE}", bold), Run(source.title, plain)]
        runs.append(Run(f"  {lead(self._exhibit.map.credit)}", plain))
        return Columns([Paragraph(runs)], FOOT_COLUMNS, GUTTER)
