"""The attract show: slides of the content, one after the other, for ever."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.exhibit.dating import last_of
from kiosk.exhibit.model import Bounds, Event, Exhibit, Slide
from kiosk.map.drift import drifted, moved
from kiosk.qt.property import Property, QmlUncreatable
from kiosk.qt.timing import Timekeeper
from kiosk.telling.locale import Locale
from kiosk.telling.units import ruler_of
from kiosk.visit.playhead import HOUR

QML_IMPORT_NAME = "Kiosk.Stage"
QML_IMPORT_MAJOR_VERSION = 1

STEP_MS = 250
"""Time passes on the map in steps, so that a machine without a GPU rests between them."""

LAST_MS = 1000
"""The time for which a slide's last hour stands."""

STANDS = 0.5
"""The share of a slide's time for which its clock stands at its event."""

ARRIVAL_MS = 2500
"""The time for which the camera may fly before the hours begin to pass."""


@QmlElement
@QmlUncreatable("The stage owns the show.")
class Show(QObject):
    """Turns the slides over; never stops by itself.

    In a `lobby` it drifts, so that nothing burns in, and says where the exhibit `stands`, by
    language.

    Signals:
        turned: another slide is up.
        spoken: another slide, or another language.
        passed: the hour of the slide moved on.
        drifted: the words are to stand a little elsewhere.
    """

    turned = Signal()
    spoken = Signal()
    passed = Signal()
    drifted = Signal()

    def __init__(
        self,
        exhibit: Exhibit,
        timers: Timekeeper,
        locale: Locale,
        parent: QObject | None = None,
        *,
        stands: Mapping[str, str] | None = None,
        lobby: bool = False,
    ) -> None:
        super().__init__(parent)
        self._lobby, self._turns, self._stands = lobby, 0, stands or {}
        self._exhibit, self._slides, self._locale = exhibit, exhibit.attract, locale
        self._ruler = ruler_of(exhibit)
        self._event: Event | None = None
        self._standing = self._calm = False
        self._timers = timers
        self._wait = timers.single(self._step)
        self._index = 0
        self._began_ms = 0
        self.moment = self._slides[0].starts
        self.turned.connect(self.spoken)
        self.turned.connect(self.passed)
        locale.changed.connect(self.spoken)

    @Property(str, notify=spoken)
    def line(self) -> str:
        """The line of the slide."""
        return self._locale.teller.lead(self.slide.line)

    @Property(str, notify=spoken)
    def second(self) -> str:
        """The same in the second language."""
        return self._locale.teller.second(self.slide.line)

    @Property(str, notify=spoken)
    def title(self) -> str:
        """The exhibit's name, where nobody can begin; else empty."""
        return self._locale.teller.lead(self._exhibit.exhibit.title) if self._lobby else ""

    @Property(str, notify=spoken)
    def place(self) -> str:
        """The place where the exhibit stands, where nobody can begin; else empty."""
        first = next(iter(self._stands.values()), "")
        return self._stands.get(self._locale.teller.language, first) if self._lobby else ""

    @Property(bool, notify=turned)
    def river(self) -> bool:
        """The river of men grows in place of the map."""
        return self.slide.river

    @Property(float, notify=passed)
    def hours(self) -> float:
        """The hour of the slide, since the exhibit's start."""
        return (self.moment - self._exhibit.exhibit.starts) / HOUR

    @Property(float, notify=drifted)
    def driftX(self) -> float:
        """Millimetres that the words stand right of their place: 0 or less."""
        return -drifted(self._timers.now_ms() / 1000)[0] if self._lobby else 0.0

    @Property(float, notify=drifted)
    def driftY(self) -> float:
        """Millimetres that the words stand below their place."""
        return drifted(self._timers.now_ms() / 1000)[1] if self._lobby else 0.0

    def bounds(self, bounds: Bounds) -> Bounds:
        """The bounds that the slide shows, given those of its view."""
        return moved(bounds, self._turns) if self._lobby else bounds

    @property
    def slide(self) -> Slide:
        """The slide that is up."""
        return self._slides[self._index]

    @property
    def index(self) -> int:
        """Its place in the order."""
        return self._index

    @Slot()
    def start(self) -> None:
        """Begins with the first slide."""
        self.turn_to(0)

    @Slot()
    def stop(self) -> None:
        """Holds the show; the slide stays."""
        self._wait.stop()

    def calm(self, calm: bool) -> None:
        """Takes whether nothing is to move: then a slide stands at what it tells."""
        self._calm = calm

    def turn_to(self, index: int) -> None:
        """Puts up the slide at `index`, counted round."""
        self._index = index % len(self._slides)
        self._turns += 1
        self._began_ms = self._timers.now_ms()
        self._event = self._exhibit.event(self.slide.event)
        self.moment, self._standing = self.slide.starts, False
        if self._calm:
            self.moment, self._standing = self._at(1.0)
        self.turned.emit()
        self._wait.start(min(ARRIVAL_MS, round(self.slide.seconds * 1000)))

    @property
    def by_the_hour(self) -> bool:
        """True if sources give the hour of what the slide tells."""
        return self._event is not None and self._event.hour_known

    @property
    def told(self) -> Event | None:
        """The event at which the clock stands now; None while it goes on."""
        return self._event if self._standing else None

    @Slot()
    def _step(self) -> None:
        if self._lobby:
            self.drifted.emit()
        whole_ms = self.slide.seconds * 1000
        passed_ms = self._timers.now_ms() - self._began_ms
        if passed_ms >= whole_ms:
            self.turn_to(self._index + 1)
            return
        run_ms = max(1.0, whole_ms - ARRIVAL_MS - LAST_MS)
        moment, standing = self._at(min(1.0, max(0.0, passed_ms - ARRIVAL_MS) / run_ms))
        if moment > self.moment or standing != self._standing:
            self.moment, self._standing = max(moment, self.moment), standing
            self.passed.emit()
        self._wait.start(min(STEP_MS, max(1, round(whole_ms - passed_ms))))

    def _at(self, share: float) -> tuple[dt.datetime, bool]:
        """The moment at a share of the slide's time, and whether the clock stands at its event."""
        starts, event = self.slide.starts, self._event
        ends = event.at if event else last_of(self.slide.ends)
        running = 1 - STANDS if event else 1.0
        if self._calm or share >= running:
            return ends, event is not None
        return self._ruler.told(starts + (ends - starts) * share / running), False
