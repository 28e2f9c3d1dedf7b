"""The attract show: slides of the content, one after the other, for ever."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.exhibit.model import Exhibit, Slide
from kiosk.stage.tongue import Tongue
from kiosk.visit.property import Property, QmlUncreatable
from kiosk.visit.timing import Timekeeper

QML_IMPORT_NAME = "Kiosk.Stage"
QML_IMPORT_MAJOR_VERSION = 1

STEP_MS = 250
"""Time passes on the map in steps, so that a machine without a GPU rests between them."""

ARRIVAL_MS = 2500
"""How long the camera may fly before the hours begin to pass."""


@QmlElement
@QmlUncreatable("The stage owns the show.")
class Show(QObject):
    """Turns the slides over; never stops by itself.

    Signals:
        turned: another slide is up.
        spoken: another slide, or another language.
        passed: the hour of the slide moved on.
    """

    _tongue: Tongue

    turned = Signal()
    spoken = Signal()
    passed = Signal()

    def __init__(self, exhibit: Exhibit, timers: Timekeeper, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._slides = exhibit.attract
        self._timers = timers
        self._wait = timers.single(self._step)
        self._index = 0
        self._began_ms = 0
        self.moment = self._slides[0].starts
        self.turned.connect(self.spoken)

    def speak(self, tongue: Tongue) -> None:
        """Says everything with `tongue` from now on."""
        self._tongue = tongue
        self.spoken.emit()

    @Property(str, notify=spoken)
    def line(self) -> str:
        """The line of the slide."""
        return self._tongue.lead(self.slide.line)

    @Property(str, notify=spoken)
    def second(self) -> str:
        """The same in the second language."""
        return self._tongue.second(self.slide.line)

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

    def turn_to(self, index: int) -> None:
        """Puts up the slide at `index`, counted round."""
        self._index = index % len(self._slides)
        self._began_ms = self._timers.now_ms()
        self.moment = self.slide.starts
        self.turned.emit()
        self._wait.start(min(ARRIVAL_MS, round(self.slide.seconds * 1000)))

    def _step(self) -> None:
        whole_ms = self.slide.seconds * 1000
        passed_ms = self._timers.now_ms() - self._began_ms
        if passed_ms >= whole_ms:
            self.turn_to(self._index + 1)
            return
        share = max(0.0, (passed_ms - ARRIVAL_MS) / max(1.0, whole_ms - ARRIVAL_MS - 1000))
        moment = self.slide.starts + (self.slide.ends - self.slide.starts) * min(1.0, share)
        moment = moment.replace(minute=0, second=0, microsecond=0)
        if moment > self.moment:
            self.moment = moment
            self.passed.emit()
        self._wait.start(min(STEP_MS, max(1, round(whole_ms - passed_ms))))
