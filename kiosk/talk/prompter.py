"""The prompter, for the speaker alone: beside the notes the clock, the plan, the slide in small."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.qt.property import Property, QmlUncreatable
from kiosk.stage.stage import Stage
from kiosk.talk.delivery import Act, Delivery

QML_IMPORT_NAME = "Kiosk.Stage"
QML_IMPORT_MAJOR_VERSION = 1

TOLERANCE_S = 30
"""The difference from the plan that still is on time."""

SIZES = (1.25, 1.5, 1.8, 2.2)
"""The sizes of notes that keys go through, over the window's unit.

The least is read from a metre: 27 px on a laptop of 15 inches and 768 px, whose capitals span 17
minutes of arc.
"""


READ = 0.6
"""The share of what is seen of the notes by which a key reads on."""


def clock_face(seconds: float) -> str:
    """Minutes and seconds, `4:05`."""
    minutes, rest = divmod(max(0, int(seconds)), 60)
    return f"{minutes}:{rest:02}"


@QmlElement
@QmlUncreatable("The application makes the prompter.")
class Prompter(QObject):
    """The talk against its plan.

    Signals:
        ticked: a second passed, or the talk moved.
        shot: there is another picture of the slide.
        sized: the notes are in another size.
        scrolled: the notes are to be read on by so many of their heights, or back.
    """

    ticked = Signal()
    shot = Signal()
    sized = Signal()
    scrolled = Signal(float)

    def __init__(
        self,
        delivery: Delivery,
        stage: Stage,
        now: Callable[[], dt.datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._delivery, self._stage, self._now = delivery, stage, now
        self._shot = self._size = 0
        delivery.asked.connect(self._on_asked)
        for signal in (delivery.ticked, delivery.moved, stage.locale.changed):
            signal.connect(self.ticked)

    @Slot(str)
    def _on_asked(self, act: str) -> None:
        if act in (Act.LARGER, Act.SMALLER):
            by = 1 if act == Act.LARGER else -1
            self._size = max(0, min(self._size + by, len(SIZES) - 1))
            self.sized.emit()
        elif act in (Act.READ_ON, Act.READ_BACK):
            self.scrolled.emit(READ if act == Act.READ_ON else -READ)

    @Property(float, notify=sized)
    def size(self) -> float:
        """The size of the notes, one of `SIZES`."""
        return SIZES[self._size]

    def show(self, number: int) -> None:
        """Takes the number of another picture of the slide."""
        self._shot = number
        self.shot.emit()

    @Property(str, notify=shot)
    def picture(self) -> str:
        """The address of the slide's picture; empty before there is one."""
        return f"image://shots/{self._shot}" if self._shot else ""

    @Property(str, notify=ticked)
    def clock(self) -> str:
        """The time of day."""
        return f"{self._now():%H:%M}"

    @Property(str, notify=ticked)
    def elapsed(self) -> str:
        """The time the talk has taken, of the time planned."""
        return f"{clock_face(self._delivery.watch.elapsed_s)} / {clock_face(self._planned_s)}"

    @Property(str, notify=ticked)
    def slideTime(self) -> str:
        """The time the slide has taken, of the time planned."""
        planned = self._delivery.at.seconds
        return f"{clock_face(self._delivery.watch.slide_s)} / {clock_face(planned)}"

    @Property(float, notify=ticked)
    def share(self) -> float:
        """The share of the planned time that has passed, 0 to 1."""
        return min(1.0, self._delivery.watch.elapsed_s / max(1.0, self._planned_s))

    @Property(bool, notify=ticked)
    def late(self) -> bool:
        """True if the talk is behind its plan."""
        return self._delivery.watch.ahead_s < -TOLERANCE_S

    @Property(bool, notify=ticked)
    def paused(self) -> bool:
        """True while the talk's time is held."""
        return self._delivery.watch.paused

    @Property(str, notify=ticked)
    def standing(self) -> str:
        """The words for on time, or by how much early or late; or that time is held."""
        ahead, say = self._delivery.watch.ahead_s, self._stage.locale.teller.phrases.say
        if self.paused:
            return say("timer_paused")
        if abs(ahead) <= TOLERANCE_S:
            return say("on_time")
        if ahead > 0:
            return say("ahead", clock_face(ahead))
        return say("behind", clock_face(-ahead))

    @property
    def _planned_s(self) -> float:
        return sum(slide.seconds for slide in self._delivery.slides)
