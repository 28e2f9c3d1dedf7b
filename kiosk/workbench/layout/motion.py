"""Play of the phases, picture by picture: what is told agrees, and what has no part stands still.

The time of a tour is held, and passes here tick by tick. Between two moves of the camera a name
keeps its side of what it names; from one picture to the next only what has moved, and what is
round it, may look otherwise.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QImage, QPainter

from kiosk import app
from kiosk.exhibit.model import Event, Exhibit
from kiosk.exhibit.reading.problem import quoted
from kiosk.exhibit.ref import Ref
from kiosk.map.labels.result import FormationSign, PlaceLabel
from kiosk.map.picture import MapPicture
from kiosk.map.signs.strokes import mark_of
from kiosk.map.viewport import PlanePoint, Viewport
from kiosk.publish import openers
from kiosk.qt.heldtime import HeldTime
from kiosk.stage.stage import Stage
from kiosk.stage.timescale import timescale_of
from kiosk.workbench.layout.eyes import Sight, look, plain
from kiosk.workbench.layout.flaw import Flaw, flaw
from kiosk.workbench.layout.pixels import changed, difference, greys
from kiosk.workbench.layout.rest import come_to_rest, unpainted
from kiosk.workbench.layout.texts import meets_box

TICK_MS = 200
"""The time from one picture to the next: as long as the playhead's longest tick."""

MOST_TICKS = 1500
"""A phase that plays for longer is left."""

SAMPLED = 12
"""Every so many pictures one is looked at, and compared with the next; so is each at a stop."""

AROUND_MM = 12.0
"""The surroundings of what moves."""

PULSE_MM = 42.0
"""The reach of an event's rings, of which the outer is 150 px of the drawing."""

STILL = 0.001
"""The share of the map that may change elsewhere: edges are smoothed anew."""

OFF_PX = 3.0
"""The most by which the ruler's playhead is off its hour."""

SPOT_PX = 4.0
"""The reach about the spot of an event that nothing covers."""

AGREE = "caption, clock and ruler are of one hour"


@dataclass(frozen=True)
class Frame:
    """A picture of play: its moment, the view, what stands on the map, how deep the night is.

    `pulse` is the point on the plane where the rings of an event pulse.
    """

    moment: dt.datetime
    viewport: Viewport
    picture: MapPicture
    night: float = 0.0
    pulse: PlanePoint | None = None

    @property
    def sides(self) -> Iterator[tuple[Ref, str, str]]:
        """The ref of each record with a name beside it, the name, and the side it stands on."""
        for sign in self.picture.signs:
            if sign.label and not sign.square:
                yield Ref.of("formations", sign.key), sign.label, side_of_sign(sign)
        for name in self.picture.names:
            if name.dot and name.lead:
                yield Ref.of("places", name.key), name.lead, side_of_name(name)


def side_of_sign(sign: FormationSign) -> str:
    """The side of its symbol on which a formation's name stands."""
    if sign.label_y >= sign.symbol_height:
        return "below"
    if sign.label_x >= sign.symbol_width:
        return "right"
    return "above" if sign.label_y < -sign.symbol_height / 3 else "left"


def side_of_name(name: PlaceLabel) -> str:
    """The side of its spot on which a place's name stands."""
    x, y = name.label_x + name.label_width / 2, name.label_y + name.label_height / 2
    if abs(x) >= name.label_width / 2:
        return "right" if x > 0 else "left"
    return "below" if y > 0 else "above"


def frames(kiosk: app.Kiosk, time: HeldTime) -> Iterator[Frame]:
    """Each picture of a phase from when it begins to play, one a tick in which anything moved."""
    stage = kiosk.stage
    stage.timeline.playPhase()
    before = None
    for _ in range(MOST_TICKS):
        stage.session.touch()
        with unpainted(kiosk.window):
            time.pass_by(TICK_MS)
            QCoreApplication.processEvents()
        stage.camera.fly(1.0)
        frame = framed(stage)
        if before is None or (frame.moment, frame.viewport) != (before.moment, before.viewport):
            yield frame
        before = frame
        if not stage.playhead.playing:
            return


def watched(
    kiosk: app.Kiosk, time: HeldTime, exhibit: Exhibit, *, painted: bool
) -> Iterator[tuple[int, Flaw]]:
    """Flaws of the play of each phase, with its index; pictures are compared if it is `painted`."""
    stage, scale = kiosk.stage, timescale_of(exhibit)
    for index, phase in enumerate(exhibit.phases):
        if not phase.events:
            continue
        stage.navigation.goHome()  # what lies over the phase goes
        openers.phase(index)(stage, time)
        come_to_rest(kiosk.window, stage)
        seen, told = [], {}
        before: tuple[Frame, QImage] | None = None
        areas: list[QRectF] = []
        for number, frame in enumerate(frames(kiosk, time)):
            seen.append(frame)
            told[frame.moment] = str(stage.moment.text)
            found: list[Flaw] = []
            if before:
                come_to_rest(kiosk.window, stage)
                after = (frame, kiosk.window.grabWindow())
                controls = [*areas, *_controls(look(kiosk.window.contentItem()))]
                found += restless(before, after, stage.pxPerMm, controls)
                before = None
            if number % SAMPLED == 0 or stage.playhead.standing:
                come_to_rest(kiosk.window, stage)
                share = scale.share_of(stage.playhead.hours)
                sight = look(kiosk.window.contentItem())
                found += at_odds(sight, stage, stage.moment.last_event, share)
                found += hidden(sight, frame, str(stage.moment.eventText))
                before = (frame, kiosk.window.grabWindow()) if painted else None
                areas = _controls(sight)
            yield from ((index, flaw) for flaw in found)
        stage.playhead.pause()
        yield from ((index, flaw) for flaw in turned(seen, told))


def framed(stage: Stage) -> Frame:
    """The picture that the map shows now."""
    picture = stage.situation.picture
    viewport, at = stage.camera.viewport(stage.pxPerMm), stage.moment.pulseAt
    pulse = (at.x(), at.y()) if stage.moment.pulses else None
    return Frame(stage.playhead.moment, viewport, picture, stage.night.depth, pulse)


# ------------------------------------------------------------ names that change their side


def turned(seen: Iterable[Frame], told: Mapping[dt.datetime, str]) -> Iterator[Flaw]:
    """Names that change their side while the camera stands; moments are `told` in words."""
    last: dict[Ref, str] = {}
    names: dict[Ref, str] = {}
    turns: dict[Ref, list[str]] = defaultdict(list)
    viewport = None
    for frame in seen:
        if frame.viewport != viewport:
            viewport, last = frame.viewport, {}
        for ref, name, side in frame.sides:
            before = last.get(ref, side)
            if before != side:
                turns[ref].append(f"{told[frame.moment]} from {before} to {side}")
                names[ref] = name
            last[ref] = side
    for ref, found in turns.items():
        message = f"changes its side in play, {len(found)} times: {'; '.join(found[:3])}"
        hint = "a name keeps its side until the camera moves"
        yield flaw("turning name", quoted(names[ref]), message, hint, QRectF())


# ------------------------------------------------------------ caption, clock and ruler


def at_odds(sight: Sight, stage: Stage, event: Event | None, share: float) -> Iterator[Flaw]:
    """A clock that shows another hour, a caption of another, a ruler whose playhead is elsewhere.

    At a stop the caption is read. When the play is over the page is there again, where no clock
    runs, and what happened last is told with a date of its own. `share` is the place on the ruler
    of the playhead's moment.
    """
    moment, caption = stage.playhead.moment, plain(str(stage.moment.eventText))
    hour = str(stage.moment.clock or stage.moment.day)
    if stage.playhead.directed and not _reads(sight, hour):
        yield flaw("late clock", "the clock", f"does not show {hour}", AGREE, QRectF())
    shown = caption and _reads(sight, caption)
    if event and stage.playhead.standing and not shown:
        message = f"is not read while the play stands at {stage.moment.text}"
        yield flaw("late caption", f"the caption of {event.id}", message, AGREE, QRectF())
    if event and shown and stage.playhead.directed and not _agrees(event, moment):
        message = f"tells of {stage.moment.eventWhen} while the clock shows {stage.moment.text}"
        yield flaw("late caption", f"the caption of {event.id}", message, AGREE, QRectF())
    ruler = next((seen for seen in sight.seen if seen.title == "ruler"), None)
    heads = (seen for seen in sight.seen if seen.kind == "Icon")
    head = next((seen for seen in heads if seen.item.property("name") == "playhead"), None)
    if ruler and head:
        along = 1 - share if stage.phrases.mirrored else share
        there = ruler.whole.left() + along * ruler.whole.width()
        off = head.whole.center().x() - there
        if abs(off) > OFF_PX:
            message = f"stands {abs(off):.0f} px off the hour of {stage.moment.text}"
            yield flaw("late ruler", "the playhead on the ruler", message, "", head.whole)


def _reads(sight: Sight, words: str) -> bool:
    """True if words are read on the screen, wherever their lines end."""
    line = " ".join(words.split())
    return any(line in " ".join(text.words.split()) for text in sight.texts)


def _agrees(event: Event, moment: dt.datetime) -> bool:
    if event.hour_known:
        return abs(event.at - moment) < dt.timedelta(minutes=1)
    return event.at.date() == moment.date()


# ------------------------------------------------------------ what the play is about


def hidden(sight: Sight, frame: Frame, caption: str) -> Iterator[Flaw]:
    """An event whose spot, where its rings pulse, lies out of sight or under words or controls."""
    if not frame.pulse:
        return
    room, ((x, y),) = frame.viewport.room, frame.viewport.on_screen([frame.pulse])
    spot = QRectF(x - SPOT_PX, y - SPOT_PX, 2 * SPOT_PX, 2 * SPOT_PX)
    over = [text.short for text in sight.texts if meets_box(text, spot)]
    over += [
        quoted(target.name)
        for target in sight.targets
        if not target.is_on_the_map and target.name and target.area.contains(spot)
        if target.area.width() < room.width and target.area.height() < room.height
    ]
    message = f"lies under {over[0]}" if over else "lies beyond the map"
    if over or not room.covers((x, y)):
        hint = "nothing covers what the play is about"
        yield flaw("hidden subject", f"the spot of {quoted(caption)}", message, hint, spot)


# ------------------------------------------------------------ what has no part in it


def _controls(sight: Sight) -> list[QRectF]:
    return [target.area for target in sight.targets]


def restless(
    before: tuple[Frame, QImage],
    after: tuple[Frame, QImage],
    px_per_mm: float,
    controls: Iterable[QRectF] = (),
) -> Iterator[Flaw]:
    """Parts of the map that look otherwise though nothing near them has moved.

    The rectangles of `controls` over it are none of it: they come and go by what can be done.
    """
    (first, old), (second, new) = before, after
    room = first.viewport.room
    area = QRectF(room.left, room.top, room.width, room.height).toAlignedRect()
    if first.viewport != second.viewport or first.night != second.night:
        return
    apart = difference(old, new)
    painter = QPainter(apart)
    for box in moved(first, second, px_per_mm):
        reach = AROUND_MM * px_per_mm
        painter.fillRect(box.adjusted(-reach, -reach, reach, reach), "black")
    for box in controls:
        painter.fillRect(box.toAlignedRect().adjusted(-1, -1, 1, 1), "black")
    painter.end()
    share = changed(greys(apart.copy(area)))
    if share > STILL:
        message = f"{100 * share:.1f} % of the map change away from what moves"
        hint = "in play only what moves looks otherwise"
        yield flaw("restless map", "", message, hint, QRectF(area))


def moved(first: Frame, second: Frame, px_per_mm: float) -> Iterator[QRectF]:
    """The rectangles in px of all that differs between two pictures from one view."""
    viewport, pulse = first.viewport, PULSE_MM * px_per_mm
    if first.pulse != second.pulse:
        for x, y in viewport.on_screen([at for at in (first.pulse, second.pulse) if at]):
            yield QRectF(x - pulse, y - pulse, 2 * pulse, 2 * pulse)
    for one, other in (
        (first.picture.signs, second.picture.signs),
        (first.picture.names, second.picture.names),
    ):
        for row in {*one} ^ {*other}:
            yield _box(row, viewport)
    for item in {*first.picture.edges} ^ {*second.picture.edges}:
        yield QRectF(item.x, item.y, item.width, item.height)
    for stroke in {*first.picture.strokes} ^ {*second.picture.strokes}:
        mark = mark_of(stroke, viewport.scale, px_per_mm)
        ((x, y),) = viewport.on_screen([(mark.x, mark.y)])
        yield mark.covers.translated(x, y)


def _box(row: FormationSign | PlaceLabel, viewport: Viewport) -> QRectF:
    ((x, y),) = viewport.on_screen([(row.plane_x, row.plane_y)])
    if isinstance(row, PlaceLabel):
        name = QRectF(x + row.label_x, y + row.label_y, row.label_width, row.label_height)
        return name.united(QRectF(x, y, 1, 1))
    left, top = x + row.dx, y + row.dy
    wide = row.symbol_height * (1 + len(row.label))
    symbol = QRectF(left, top, row.symbol_width, row.symbol_height)
    name = QRectF(left + row.label_x, top + row.label_y, wide / 2, row.symbol_height)
    return symbol.united(name) if row.label else symbol
