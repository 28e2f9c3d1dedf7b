"""The timeline: the campaign's phases, days and nights along a line, and playing along it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.exhibit.model import Exhibit, Phase
from kiosk.exhibit.sky import nights, place_of
from kiosk.qt.property import Property, QmlUncreatable
from kiosk.qt.rows import Rows, spoken_in
from kiosk.stage.timescale import pace_of, run_s, timescale_of
from kiosk.telling.locale import Locale, reading_seconds
from kiosk.telling.outline.happenings import DayOfEvents, Happening, happenings
from kiosk.telling.outline.outline import Outline
from kiosk.telling.units import LENGTHS, Unit, ruler_of
from kiosk.visit.navigation import BY_THE_HOUR, Navigation, Screen, Sheet
from kiosk.visit.playhead import HOUR, Playhead, Stop

QML_IMPORT_NAME = "Kiosk.Stage"
QML_IMPORT_MAJOR_VERSION = 1

MINUTE = 1 / 60
"""In hours."""

MOST_OF = 0.6
"""The share of a unit that is most of it."""

LEAST_S = 4.0
"""The least time for which the clock stands at a key event."""


@dataclass(frozen=True)
class Segment:
    """A phase on the line, its days as they are spoken; shares of the line, 0..1.

    Its `number`, from 1, stands for its name where that has no room.
    """

    key: str
    number: str
    name: str
    dates: str
    begins: float
    finishes: float
    current: bool


@dataclass(frozen=True)
class Day:
    """A day on the line, or what else its unit is; shares of the line, 0..1.

    Its name stands about `about`; its `order` says whether it is a round one.
    """

    key: str
    name: str
    begins: float
    finishes: float
    about: float
    order: int


@QmlElement
@QmlUncreatable("The stage owns the timeline.")
class Timeline(QObject):
    """Places on the line are shares of its length, 0 to 1.

    Signals:
        moved: the playhead stands elsewhere.
    """

    moved = Signal()

    def __init__(
        self,
        exhibit: Exhibit,
        navigation: Navigation,
        playhead: Playhead,
        locale: Locale,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._exhibit, self._navigation, self._playhead = exhibit, navigation, playhead
        self._locale = locale
        self._zero = exhibit.exhibit.starts
        self._scale, self._ruler = timescale_of(exhibit), ruler_of(exhibit)
        self._shown, self._asked = -1, 0
        self._days = Rows(Day, self)
        self._segments = Rows(Segment, self)
        self._events = Rows(Happening, self)
        self._event_days = Rows(DayOfEvents, self)
        if self._ruler.stride != Unit.HOUR:
            playhead.set_step(self._ruler.step)
        playhead.hoursChanged.connect(self._on_hours)
        navigation.sheetChanged.connect(self._fill_events)
        locale.changed.connect(self._speak)
        self._speak()

    # ------------------------------------------------------------ the line

    @Property(float, notify=moved)
    def share(self) -> float:
        """The playhead's place."""
        return self._scale.share_of(self._playhead.hours)

    @Property(Rows, constant=True)
    def days(self) -> Rows[Day]:
        """The days; of few the hours or minutes, of too many the months or years."""
        return self._days

    @Property(float, constant=True)
    def margin(self) -> float:
        """The share of the line before the middle of the first day's name."""
        days = self._days.rows
        return 0.5 / max(1, len(days)) if self._ruler.unit == Unit.DAY else days[0].about

    @Slot(float, result="QVariantList")
    def named(self, least: float) -> list[int]:
        """The orders of the days that have a name where each needs so much of the line."""
        places = {day.order: day.about for day in self._days.rows if day.name}
        return [*self._ruler.named(places, least)]

    @Property(float, constant=True)
    def stepHours(self) -> float:
        """The hours of a step, by and large."""
        return LENGTHS[self._ruler.stride] / HOUR

    @Property(str, notify=moved)
    def longestDay(self) -> str:
        """The name of a day that is as long as any, for the room that it needs."""
        return max((day.name for day in self._days.rows), key=len, default="")

    @Property(str, notify=moved)
    def phaseName(self) -> str:
        """Its short name."""
        return self._locale.teller.lead(self._exhibit.phases[self.phase].short)

    @Property(str, notify=moved)
    def phaseQuestion(self) -> str:
        """The question that it asks; empty without one."""
        question = self._exhibit.phases[self.phase].question
        return self._locale.teller.lead(question) if question else ""

    @Property(str, notify=moved)
    def longestPhase(self) -> str:
        """The name of a phase that is as long as any, for the room that it needs."""
        return max((phase.name for phase in self._segments.rows), key=len)

    @Property("QVariantList", constant=True)
    def marks(self) -> list[list[object]]:
        """The places of the events, and of each whether the clock stands there when it plays."""
        stands: dict[float, bool] = {}
        for event in self._exhibit.events:
            place = self._share_of(event.at)
            stands[place] = stands.get(place, False) or event.key
        return [[place, stands[place]] for place in sorted(stands)]

    @Property("QVariantList", constant=True)
    def nights(self) -> list[list[float]]:
        """The beginning and the end of each night; none without hours, or of too many days."""
        main = self._exhibit.exhibit
        if not self._exhibit.by_the_hour or not self._ruler.fine:
            return []
        where = place_of(self._exhibit)
        dark = nights(main.starts, main.ends, where, main.utc_offset_hours)
        return [[self._share_of(end) for end in night] for night in dark]

    @Property(Rows, constant=True)
    def segments(self) -> Rows[Segment]:
        """The phases."""
        return self._segments

    @Property(float, constant=True)
    def least(self) -> float:
        """The share of the line that the shortest phase has."""
        phases = self._exhibit.phases
        return min(self._share_of(one.ends) - self._share_of(one.starts) for one in phases)

    @Property(Rows, constant=True)
    def events(self) -> Rows[Happening]:
        """The events of the phase, in time order; filled when their sheet opens."""
        return self._events

    @Property(Rows, constant=True)
    def eventDays(self) -> Rows[DayOfEvents]:
        """An index of the events by days; empty where most days have but one."""
        return self._event_days

    @property
    def readable(self) -> str:
        """All that a visitor may read of the events or the phases while their sheet is open."""
        if self._navigation.sheet == Sheet.PHASES:
            return " ".join(spoken_in(self._segments.rows, "name", "dates"))
        if self._navigation.sheet != Sheet.EVENTS:
            return ""
        return " ".join(spoken_in(self._events.rows, "when", "text"))

    @Property(int, notify=moved)
    def phase(self) -> int:
        """The index of the phase at the playhead's moment."""
        return self._phase_at(self._playhead.moment)

    @Slot()
    def _on_hours(self) -> None:
        if self.phase != self._shown:
            self._fill()
            if self._playhead.directed:
                self._keep_pace(self._exhibit.phases[self.phase])
        self.moved.emit()

    @Slot()
    def _speak(self) -> None:
        self._days.show(self._day_rows())
        self._fill()
        self.moved.emit()

    @Slot()
    def _fill(self) -> None:
        self._shown = self.phase
        self._segments.show(self._segment_rows())
        self._fill_events()

    @Slot()
    def _fill_events(self) -> None:
        if self._navigation.sheet == Sheet.EVENTS:
            phase, teller = self._exhibit.phases[self._shown], self._locale.teller
            days, events = happenings(Outline(self._exhibit, teller), phase, teller, self._zero)
            self._event_days.show(days)
            self._events.show(events)

    def _day_rows(self) -> list[Day]:
        begins = self._ruler.begins()
        ends = [*begins[1:], self._exhibit.exhibit.ends]
        rows = [self._day(*day) for day in zip(begins, ends, strict=True) if day[0] < day[1]]
        whole = self._ruler.unit == Unit.DAY or self._ruler.at_begins
        return rows if whole else _named_if_whole(rows)

    def _day(self, starts: dt.datetime, ends: dt.datetime) -> Day:
        """A unit of the line."""
        begins, finishes = self._share_of(starts), self._share_of(ends)
        return Day(
            key=starts.isoformat(),
            name=self._ruler.name(starts, self._locale.teller.phrases),
            begins=begins,
            finishes=finishes,
            about=begins if self._ruler.at_begins else (begins + finishes) / 2,
            order=self._ruler.order(starts),
        )

    def _segment_rows(self) -> list[Segment]:
        teller = self._locale.teller
        return [
            Segment(
                key=phase.id,
                number=teller.phrases.number(i + 1),
                name=teller.lead(phase.short),
                dates=teller.phrases.days(phase.starts, phase.ends, "spelt"),
                begins=self._share_of(phase.starts),
                finishes=self._share_of(phase.ends),
                current=i == self._shown,
            )
            for i, phase in enumerate(self._exhibit.phases)
        ]

    def _phase_at(self, moment: dt.datetime) -> int:
        phases = self._exhibit.phases
        return next((i for i, p in enumerate(phases) if moment < p.ends), len(phases) - 1)

    def _hours(self, moment: dt.datetime) -> float:
        return (moment - self._zero) / HOUR

    def _share_of(self, moment: dt.datetime) -> float:
        return self._scale.share_of(self._hours(moment))

    # ------------------------------------------------------------ hands

    @Slot(float)
    def scrub(self, share: float) -> None:
        """Brings the playhead to a place on the line, at a full hour, of few at full minutes."""
        grain = self._ruler.grain / HOUR
        self._playhead.seek(round(self._scale.hours_of(share) / grain) * grain)

    @Slot(float)
    def openPhaseAt(self, share: float) -> None:
        """Chooses the phase that holds a place on the line: its hour where hours are shown."""
        self.openPhase(self._index_at(share))

    @Slot(float)
    def askAt(self, share: float) -> None:
        """Brings the list of the phases, opened at the one that holds a place on the line."""
        self._asked = self._index_at(share)
        self._navigation.openSheet(Sheet.PHASES)

    @Property(int, notify=moved)
    def asked(self) -> int:
        """The index of the phase at which their list opens."""
        return self._asked

    def _index_at(self, share: float) -> int:
        hours = self._scale.hours_of(min(share, 1 - 1e-9))
        return self._phase_at(self._zero + hours * HOUR)

    @Slot(int)
    def openPhase(self, index: int) -> None:
        """Chooses a phase: its hour, and but on panels that show any hour its page."""
        if self._navigation.screen not in BY_THE_HOUR:
            self._navigation.openPhase(index)
        self._playhead.goTo(self._exhibit.phases[index].moment)

    @Slot()
    def togglePlay(self) -> None:
        """Plays the phase on its screen, else to the end, on the map by phases; or pauses."""
        playhead = self._playhead
        if self._navigation.screen == Screen.PHASES:
            self.playPhase()
        elif playhead.playing:
            playhead.pause()
        else:
            if playhead.hours >= playhead.span:
                playhead.seek(0)
            playhead.set_pace(pace_of(self._exhibit))
            directed = self._navigation.screen == Screen.MAPS
            phases = self._exhibit.phases if directed else ()
            playhead.play_by(playhead.span, [one for phase in phases for one in self._stops(phase)])
            if playhead.directed:
                self._keep_pace(self._exhibit.phases[self.phase])

    @Slot()
    def playPhase(self) -> None:
        """Plays the phase at hand from its first hour to its last, or pauses."""
        if self._playhead.playing:
            self._playhead.pause()
            return
        phase = self._exhibit.phases[self._navigation.phase]
        starts, ends = self._hours(phase.starts), self._hours(phase.ends)
        opened = self._playhead.moment == phase.moment
        if opened or not starts <= self._playhead.hours < ends - min(1, (ends - starts) / 10):
            self._playhead.seek(starts)
        self._keep_pace(phase)
        self._playhead.play_by(ends - MINUTE, self._stops(phase))  # at its end the next begins

    def _keep_pace(self, phase: Phase) -> None:
        """Has the clock pass a phase in its time, with its stops."""
        hours = self._hours(phase.ends) - self._hours(phase.starts)
        standing_s = sum(stop.seconds for stop in self._stops(phase))
        self._playhead.set_pace(hours / run_s(hours, standing_s))

    def _stops(self, phase: Phase) -> list[Stop]:
        """The key events of a phase, each for as long as its caption is read."""
        lead, last = self._locale.teller.lead, self._hours(phase.ends) - MINUTE
        return [
            Stop(
                min(self._hours(event.at), last),
                max(LEAST_S, reading_seconds(lead(event.caption or event.text))),
                event.id,
            )
            for event in sorted(phase.events, key=lambda event: event.at)
            if event.key
        ]


def _named_if_whole(days: list[Day]) -> list[Day]:
    """The units of a line; what is cut off at either end has its name where most of it is there."""
    whole = min((day.finishes - day.begins for day in days[1:-1]), default=0.0)
    return [
        day if day.finishes - day.begins > MOST_OF * whole else replace(day, name="")
        for day in days
    ]
