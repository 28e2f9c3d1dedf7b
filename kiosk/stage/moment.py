"""The moment that the map shows, as QML reads it: hour, sky, the last event."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Sequence

from PySide6.QtCore import QObject, QPointF, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.exhibit.dating import last_of, vague_of
from kiosk.exhibit.geo import project
from kiosk.exhibit.model import Event, Exhibit, LonLat, Words
from kiosk.exhibit.sky import Sky, sky_over
from kiosk.qt.property import Property, QmlUncreatable
from kiosk.qt.timing import Timekeeper
from kiosk.telling.locale import Locale
from kiosk.telling.outline.pointing import Refs, told_by
from kiosk.telling.units import LENGTHS, ruler_of
from kiosk.visit.playhead import Playhead

QML_IMPORT_NAME = "Kiosk.Stage"
QML_IMPORT_MAJOR_VERSION = 1

NEAR = 3
"""The units of the ruler for which an event is told after it, if no other follows; played, its
phase."""

HOLD_MS = 3000
"""The time for which an event can be read while the campaign plays, whatever follows."""


@QmlElement
@QmlUncreatable("The stage owns the moment.")
class Moment(QObject):
    """The playhead's hour in the visitor's language.

    Signals:
        changed: the hour, or the language.
        spoken: the language.
        eventChanged: the last event, or the language.
        pulseChanged: the clock stands at an event, or goes on.
    """

    changed = Signal()
    spoken = Signal()
    eventChanged = Signal()
    pulseChanged = Signal()

    def __init__(
        self,
        exhibit: Exhibit,
        playhead: Playhead,
        timers: Timekeeper,
        locale: Locale,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._exhibit, self._playhead = exhibit, playhead
        self._timers, self._locale = timers, locale
        self._ruler = ruler_of(exhibit)
        self._near = NEAR * LENGTHS[self._ruler.unit]
        self._events = sorted(exhibit.events, key=lambda event: event.at)
        self._keyed = [event for event in self._events if event.key]
        self._event: Event | None = None
        self._marked: Event | None = None
        self._since_ms = 0
        self._own = playhead.moment
        playhead.hoursChanged.connect(self._on_hours)
        playhead.playingChanged.connect(self._on_playing)
        playhead.standingChanged.connect(self._on_standing)
        locale.changed.connect(self._on_language)
        self._tell()

    @Slot()
    def _on_language(self) -> None:
        self._tell()
        for signal in (self.spoken, self.changed, self.eventChanged):
            signal.emit()

    @Slot()
    def _on_hours(self) -> None:
        self.changed.emit()
        self._tell()

    @Slot()
    def _on_standing(self) -> None:
        for signal in (self.changed, self.pulseChanged, self.eventChanged):
            signal.emit()

    @Slot()
    def _on_playing(self) -> None:
        self._tell()
        self.changed.emit()
        self.eventChanged.emit()

    # ------------------------------------------------------------ the hour

    @property
    def _runs(self) -> bool:
        return self._playhead.playing and not self._playhead.standing

    @property
    def _now(self) -> dt.datetime:
        """The moment that is said: while the clock runs, no single minutes.

        What stands there is said as it is known, the stop's own moment or an event.
        """
        moment, ends = self._playhead.moment, self._exhibit.exhibit.ends
        if moment == ends and not self._hour_told:
            return last_of(ends)
        if self._runs:
            return self._ruler.told(moment)
        told = (self._own, self._event.at if self._event else moment)
        return next((one for one in told if one == moment and vague_of(one)), moment)

    def _said(self, *, hour: bool) -> str:
        """The moment, while the clock runs no finer than the ruler tells it."""
        teller = self._locale.teller
        if self._runs and not self._ruler.fine:
            return teller.unit(self._now, self._ruler.precision)
        return teller.moment(self._now, hour=hour)

    @Property(str, notify=changed)
    def text(self) -> str:
        """The day, and the hour where it is told."""
        return self._said(hour=self._hour_told)

    @property
    def _hour_told(self) -> bool:
        """A source gives the hour, or it is another than the stop's own, on a day with hours."""
        moment, exhibit = self._playhead.moment, self._exhibit
        return exhibit.hour_told(moment) if self.chosen else exhibit.gives_hour(moment)

    @Property(str, notify=spoken)
    def widest(self) -> str:
        """A moment that is written as long as any, for the room that it needs."""
        main, hour = self._exhibit.exhibit, self._exhibit.by_the_hour
        several = self._exhibit.over_years
        months = range(1, 13) if several else range(main.starts.month, main.ends.month + 1)
        moments = [main.starts.replace(month=m, day=28, hour=20, minute=0) for m in months]
        moments += filter(vague_of, (event.at for event in self._events))
        moments += filter(vague_of, (phase.moment for phase in self._exhibit.phases))
        moments += filter(vague_of, (lesson.moment for lesson in self._exhibit.lessons))
        return max((self._locale.teller.moment(one, hour=hour) for one in moments), key=len)

    @Property(str, notify=spoken)
    def stepBack(self) -> str:
        """A step back, as it is spoken."""
        return self._locale.teller.phrases.say(f"{self._ruler.stride}_back")

    @Property(str, notify=spoken)
    def stepOn(self) -> str:
        """A step on, as it is spoken."""
        return self._locale.teller.phrases.say(f"{self._ruler.stride}_on")

    def stand(self, moment: dt.datetime) -> None:
        """Takes the moment that the stop tells of."""
        self._own = moment
        self.changed.emit()

    @Property(bool, notify=changed)
    def chosen(self) -> bool:
        """Another hour is shown than the stop tells of."""
        return self._playhead.moment != self._own

    @Property(str, notify=changed)
    def day(self) -> str:
        """The day, without the hour."""
        return self._said(hour=False)

    @Property(str, notify=changed)
    def clock(self) -> str:
        """The hour alone, where it is told; "" elsewhere."""
        if not self._hour_told:
            return ""
        return self._locale.teller.phrases.moment(self._now, "clock")

    # ------------------------------------------------------------ the sky

    def _sky(self) -> Sky | None:
        if not self._hour_told:
            return None
        return sky_over(self._exhibit, self._playhead.moment)

    @Property(str, notify=changed)
    def skyIcon(self) -> str:
        """The icon of the sun, or of the moon as it stood; "" where no hour is told."""
        sky = self._sky()
        if sky is None:
            return ""
        if not sky.night:
            return "sun"
        side = "right" if sky.lit_right else "left"
        return f"moon-{round(sky.lit * 100)}-{side}" if sky.moon_up else "moon-down"

    @Property(str, notify=changed)
    def skyText(self) -> str:
        """Day or night, and how bright the moon was; "" where no hour is told."""
        sky, say = self._sky(), self._locale.teller.phrases.say
        if sky is None:
            return ""
        if not sky.night:
            return say("sky_day")
        return say("sky_moon", round(sky.lit * 100)) if sky.moon_up else say("sky_dark")

    # ------------------------------------------------------------ the event

    @Property(str, notify=eventChanged)
    def eventWhen(self) -> str:
        """The time of the event told: the hour only if sources give it; empty without one."""
        return self._locale.teller.when(self._event) if self._event and self._told else ""

    @Property(str, notify=eventChanged)
    def eventText(self) -> str:
        """The last event; played from one to the next, its caption while the clock stands."""
        if self._event is None or not self._told:
            return ""
        return self._locale.teller.lead(self._words(self._event))

    def _words(self, event: Event) -> Words:
        """The words in which an event is told: its caption while the clock stops at events."""
        return (event.caption if self._playhead.directed else None) or event.text

    @property
    def named(self) -> Refs:
        """The names that are read of the event told, where it was, and who acted."""
        if self._event is None:
            return frozenset()
        words = self._words(self._event)
        return told_by(self._exhibit, self._locale.teller, self._event, words)

    @property
    def _told(self) -> bool:
        """Caption and clock agree: what is past is not told while the clock goes on."""
        return self._playhead.standing or not self._playhead.directed

    @Property(str, notify=eventChanged)
    def pastWhen(self) -> str:
        """The time of what the last stop told, while the clock goes on to the next; else empty."""
        return self._locale.teller.when(self._event) if self._event and not self._told else ""

    @Property(str, notify=eventChanged)
    def pastText(self) -> str:
        """The caption of the last stop, while the clock goes on to the next; else empty."""
        if self._event is None or self._told:
            return ""
        return self._locale.teller.lead(self._event.caption or self._event.text)

    @Property(str, notify=eventChanged)
    def nextWhen(self) -> str:
        """The time of the event at which the playing clock stands next, if it isn't said now."""
        stop, teller = self._playhead.next_stop, self._locale.teller
        event = next((one for one in self._keyed if stop and one.id == stop.key), None)
        when = teller.when(event) if event else ""
        return teller.phrases.say("next_stop", when) if when not in ("", self.text) else ""

    @Property(str, notify=eventChanged)
    def eventKey(self) -> str:
        """Its id; empty without one."""
        return self._event.id if self._event else ""

    def _phase_starts(self) -> dt.datetime:
        """The first hour of the phase at hand."""
        begun = [one.starts for one in self._exhibit.phases if one.starts <= self._playhead.moment]
        return max(begun, default=self._exhibit.exhibit.starts)

    def mark(self, event: Event | None) -> None:
        """Takes the event at which another clock than the visitor's stands; None for none."""
        if event is not self._marked:
            self._marked = event
            self.pulseChanged.emit()

    @Property(bool, notify=pulseChanged)
    def pulses(self) -> bool:
        """The clock stands at an event whose place is known."""
        return self._spot() is not None

    @Property(QPointF, notify=pulseChanged)
    def pulseAt(self) -> QPointF:
        """The place on the plane, in km."""
        spot = self._spot()
        return QPointF(*project(*spot)) if spot else QPointF()

    def _spot(self) -> LonLat | None:
        event = self._marked or (self._event if self._playhead.standing else None)
        place = event.place if event else None
        return self._exhibit.indexed("places")[place].at if place else None

    def event_at(self, moment: dt.datetime) -> Event | None:
        """The event that is told where the clock is put at a moment; None without one."""
        return _last(self._events, moment, moment - self._near)

    @property
    def last_event(self) -> Event | None:
        """The event that is told; None without one."""
        return self._event

    @Slot()
    def _tell(self) -> None:
        """Tells the last event; while the campaign plays, none before the one told was read."""
        directed = self._playhead.directed
        if directed:
            last = _last(self._keyed, self._playhead.moment, self._phase_starts())
        else:
            last = self.event_at(self._playhead.moment)
        now = self._timers.now_ms()
        reading = self._playhead.playing and not directed and now - self._since_ms < HOLD_MS
        if last is self._event or (reading and self._event and last):
            return
        self._event, self._since_ms = last, now
        self.eventChanged.emit()


def _last(events: Sequence[Event], moment: dt.datetime, since: dt.datetime) -> Event | None:
    """The last of some events by a moment, in order of time; None if that was before `since`."""
    passed = bisect_right(events, moment, key=lambda event: event.at)
    last = events[passed - 1] if passed else None
    return last if last and last.at >= since else None
