"""The playhead: the moment of the campaign that the map shows, standing or playing."""

from __future__ import annotations

import datetime as dt
import math
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.qt.property import Property, QmlUncreatable

if TYPE_CHECKING:
    from kiosk.qt.timing import Timekeeper

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1

PACE = 6.0
"""Hours that pass in a second, unless another pace is set."""

HELD_MS = 500
"""A step button that is held for so long begins to repeat."""

REPEAT_MS = 120

TICK_MS = 20
LONGEST_TICK_MS = 200
"""The longest tick: after a stall the playhead goes on from where it was, it does not leap."""

HOUR = dt.timedelta(hours=1)

AHEAD_S = 0.7
"""The seconds before a stop at which it is announced, so that a camera is there in time."""


Step = Callable[[dt.datetime, float], dt.datetime]
"""The moment that lies so many steps after another, or before."""


def hour_of(moment: dt.datetime) -> dt.datetime:
    """The full hour in which a moment lies."""
    return moment.replace(minute=0, second=0, microsecond=0)


@dataclass(frozen=True)
class Stop:
    """An hour since the start at which a playing clock stands for some seconds; `key` is why."""

    hours: float
    seconds: float
    key: str = ""


@QmlElement
@QmlUncreatable("The playhead is made by the application.")
class Playhead(QObject):
    """A moment between `starts` and `ends`, as hours since `starts`.

    Whoever takes it in hand (`seek`, `step`, `goTo`) stops it from playing.

    Signals:
        standingChanged: it stands at a stop while it plays, or goes on from there.
        nearing: the hours of the stop that it will soon stand at, and its key.
    """

    hoursChanged = Signal()
    playingChanged = Signal()
    standingChanged = Signal()
    nearing = Signal(float, str)

    def __init__(
        self,
        starts: dt.datetime,
        ends: dt.datetime,
        timers: Timekeeper,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._starts = starts
        self._span = (ends - starts) / HOUR
        self._timers = timers
        self._tick = timers.single(self._pass_time)
        self._repeat = timers.single(self._step_again)
        self._held_step = 0.0
        self._repeating = False
        self._hours = 0.0
        self._until = self._span
        self._playing = False
        self._pace = PACE
        self._step: Step | None = None
        self._stops: deque[Stop] = deque()
        self._announced = -math.inf
        self._directed = False
        self._stands_until_ms: int | None = None
        self._ticked_ms = 0

    @property
    def moment(self) -> dt.datetime:
        """The moment where it stands, as local time of the campaign."""
        return self._starts + self._hours * HOUR

    @Property(float, notify=hoursChanged)
    def hours(self) -> float:
        """Hours since the exhibit's start, 0 to `span`."""
        return self._hours

    @Property(float, constant=True)
    def span(self) -> float:
        """Hours from the exhibit's start to its end."""
        return self._span

    @Property(bool, notify=playingChanged)
    def playing(self) -> bool:
        """True while time passes."""
        return self._playing

    @Property(bool, notify=standingChanged)
    def standing(self) -> bool:
        """True while it stands at a stop, on its way."""
        return self._stands_until_ms is not None

    @Property(bool, notify=playingChanged)
    def directed(self) -> bool:
        """True while it plays from stop to stop."""
        return self._directed

    @property
    def next_stop(self) -> Stop | None:
        """The next stop ahead while it plays; None without one."""
        return self._stops[0] if self._stops else None

    def set_step(self, step: Step) -> None:
        """Steps so from now on, in place of hours."""
        self._step = step

    def set_pace(self, hours: float) -> None:
        """Passes so many hours in a second from now on."""
        self._pace = hours

    def goTo(self, moment: dt.datetime) -> None:
        """Stands at `moment`, or at the nearer end."""
        self.seek((moment - self._starts) / HOUR)

    @Slot(float)
    def seek(self, hours: float) -> None:
        """Stands at `hours`, or at the nearer end; NaN changes nothing."""
        self.pause()
        self._set_hours(hours)

    @Slot(float)
    def step(self, by: float) -> None:
        """Goes on, or back, by so many steps."""
        if self._step is None:
            self.seek(self._hours + by)
        else:
            self.goTo(self._step(self.moment, by))

    @Slot(float)
    def hold(self, by: float) -> None:
        """A step button is held down: after a while it steps on and on, until `letGo`."""
        self._held_step, self._repeating = by, False
        self._repeat.start(HELD_MS)

    @Slot()
    def letGo(self) -> None:
        """The button was let go of."""
        self._repeat.stop()
        self._repeating = False

    @Slot(float)
    def tap(self, by: float) -> None:
        """The button was pressed: one step, unless holding it has stepped already."""
        if not self._repeating:
            self.step(by)

    @Slot()
    def _step_again(self) -> None:
        self._repeating = True
        self._repeat.start(REPEAT_MS)
        self.step(self._held_step)

    @Slot()
    def play(self) -> None:
        """Plays to the end; from the start if it stands at the end."""
        if self._hours >= self._span:
            self._set_hours(0.0)
        self.playTo(self._span)

    @Slot(float)
    def playTo(self, hours: float) -> None:
        """Plays until `hours` and stops there; nothing to play if that is not ahead."""
        self.play_by(hours)

    def play_by(self, hours: float, stops: Iterable[Stop] = ()) -> None:
        """Plays until `hours`, and stands at each of the stops ahead, in order of time."""
        self._until = min(hours, self._span)
        self._stops = deque(one for one in stops if self._hours < one.hours <= self._until)
        self._directed = bool(self._stops)
        self._announced = -math.inf
        if self._until > self._hours:
            self._ticked_ms = self._timers.now_ms()
            self._tick.start(TICK_MS)
            self._set_playing(True)
        else:
            self.pause()

    @Slot()
    def pause(self) -> None:
        """Stands still."""
        self._tick.stop()
        self._stops.clear()
        self._stand(None)
        self._directed = False
        self._set_playing(False)

    @Slot()
    def reset(self) -> None:
        """Stands at the start."""
        self.letGo()
        self.seek(0.0)

    @Slot()
    def _pass_time(self) -> None:
        now_ms = self._timers.now_ms()
        passed_s = min(now_ms - self._ticked_ms, LONGEST_TICK_MS) / 1000
        self._ticked_ms = now_ms
        self._tick.start(TICK_MS)
        if self._stands_until_ms is not None:
            if now_ms < self._stands_until_ms:
                return
            self._stand(None)
        hours = min(self._hours + passed_s * self._pace, self._until)
        if self._stops and hours >= self._stops[0].hours:
            stop = self._stops.popleft()
            self._set_hours(stop.hours)
            if self._playing:
                self._stand(now_ms + round(stop.seconds * 1000))
            return
        self._set_hours(hours)
        self._announce()
        if self._playing and self._hours >= self._until:
            self.pause()

    def _announce(self) -> None:
        if not self._stops or self._announced == self._stops[0].hours:
            return
        stop = self._stops[0]
        if self._hours + AHEAD_S * self._pace >= stop.hours:
            self._announced = stop.hours
            self.nearing.emit(stop.hours, stop.key)

    def _stand(self, until_ms: int | None) -> None:
        if until_ms != self._stands_until_ms:
            self._stands_until_ms = until_ms
            self.standingChanged.emit()

    def _set_hours(self, hours: float) -> None:
        hours = self._hours if math.isnan(hours) else max(0.0, min(hours, self._span))
        if hours != self._hours:
            self._hours = hours
            self.hoursChanged.emit()

    def _set_playing(self, playing: bool) -> None:
        if playing != self._playing:
            self._playing = playing
            self.playingChanged.emit()
