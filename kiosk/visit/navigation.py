"""Where the visitor is: the screen, its phase or lesson, and what lies open over it."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.visit.property import Property, QmlUncreatable

if TYPE_CHECKING:
    from kiosk.exhibit.model import Exhibit

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1


class Screen(StrEnum):
    """The screens, in the order of the tour."""

    HOME = "home"
    PHASES = "phases"
    FORCES = "forces"
    MAPS = "maps"
    LESSONS = "lessons"


SCREENS = tuple(Screen)

CARDS = ("people", "terms", "places", "areas", "formations", "sides", "sources", "disagreements")
"""The lists whose records open as a card."""


@dataclass(frozen=True)
class _Where:
    screen: Screen = Screen.HOME
    phase: int = 0
    lesson: int = 0
    card: str = ""
    sources: bool = False
    events: bool = False
    comfort: bool = False

    @property
    def stop(self) -> tuple[Screen, int, int]:
        return self.screen, self.phase, self.lesson


@QmlElement
@QmlUncreatable("The navigation is made by the application.")
class Navigation(QObject):
    """The way through an exhibit.

    The tour is home, each phase, forces, maps, each lesson; it has two ends. Opening a stop closes
    the card and the sheets. The sources sheet may lie over a card; a card opened from a sheet
    replaces the sheet.

    Signals:
        moved: the screen, the phase or the lesson changed; after their own signals, once.
    """

    screenChanged = Signal()
    phaseChanged = Signal()
    lessonChanged = Signal()
    cardChanged = Signal()
    sourcesChanged = Signal()
    eventsChanged = Signal()
    comfortChanged = Signal()
    moved = Signal()

    def __init__(self, exhibit: Exhibit, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._phases = len(exhibit.phases)
        self._lessons = len(exhibit.lessons)
        self._cards = frozenset(f"{kind}/{id_}" for kind in CARDS for id_ in exhibit.indexed(kind))
        self._tour = (
            (Screen.HOME, 0),
            *((Screen.PHASES, i) for i in range(self._phases)),
            (Screen.FORCES, 0),
            (Screen.MAPS, 0),
            *((Screen.LESSONS, i) for i in range(self._lessons)),
        )
        self._where = _Where()

    @Property(str, notify=screenChanged)
    def screen(self) -> Screen:
        """The `Screen` as text."""
        return self._where.screen

    @Property(int, notify=phaseChanged)
    def phase(self) -> int:
        """Index of the phase that is open, or was last."""
        return self._where.phase

    @Property(int, notify=lessonChanged)
    def lesson(self) -> int:
        """Index of the lesson that is open, or was last."""
        return self._where.lesson

    @Property(str, notify=cardChanged)
    def card(self) -> str:
        """The record whose card is open, as `people/some-id`; empty for none."""
        return self._where.card

    @Property(bool, notify=sourcesChanged)
    def sources(self) -> bool:
        """Whether the sheet of sources is open."""
        return self._where.sources

    @Property(bool, notify=eventsChanged)
    def events(self) -> bool:
        """Whether the sheet of the phase's events is open."""
        return self._where.events

    @Property(bool, notify=comfortChanged)
    def comfort(self) -> bool:
        """Whether the sheet of text size, contrast, motion and reach is open."""
        return self._where.comfort

    @Slot()
    def goHome(self) -> None:
        """Open the home screen."""
        self._open(Screen.HOME)

    @Slot(str)
    def openPanel(self, name: str) -> None:
        """Open a screen where it was left. Raises ValueError if there is none of that name."""
        if name not in SCREENS:
            raise ValueError(f"no panel is called {name!r}; there are {', '.join(SCREENS)}")
        self._open(Screen(name))

    @Slot(int)
    def openPhase(self, index: int) -> None:
        """Open a phase; an index beyond the ends opens the first or the last."""
        self._open(Screen.PHASES, max(0, min(index, self._phases - 1)))

    @Slot(int)
    def openLesson(self, index: int) -> None:
        """Open a lesson; an index beyond the ends opens the first or the last."""
        self._open(Screen.LESSONS, max(0, min(index, self._lessons - 1)))

    @Slot(str)
    def openCard(self, ref: str) -> None:
        """Open the card of `people/some-id`. Raises ValueError if there is no such record."""
        if ref not in self._cards:
            raise ValueError(f"no record {ref!r} has a card")
        self._become(replace(self._where, card=ref, sources=False, events=False, comfort=False))

    @Slot()
    def closeCard(self) -> None:
        """Close the card, and the sources sheet that may lie over it."""
        self._become(replace(self._where, card="", sources=False))

    @Slot()
    def openSources(self) -> None:
        """Open the sheet of sources of what is on the screen, or of the card that is open."""
        self._become(replace(self._where, sources=True, events=False, comfort=False))

    @Slot()
    def closeSources(self) -> None:
        """Close the sheet of sources."""
        self._become(replace(self._where, sources=False))

    @Slot()
    def openEvents(self) -> None:
        """Open the sheet of the phase's events; a card closes."""
        closed = replace(self._where, card="", sources=False, comfort=False)
        self._become(replace(closed, events=True))

    @Slot()
    def closeEvents(self) -> None:
        """Close the sheet of the phase's events."""
        self._become(replace(self._where, events=False))

    @Slot()
    def openComfort(self) -> None:
        """Open the sheet of text size, contrast, motion and reach."""
        self._become(replace(self._where, comfort=True, events=False, sources=False))

    @Slot()
    def closeComfort(self) -> None:
        """Close the sheet of text size, contrast, motion and reach."""
        self._become(replace(self._where, comfort=False))

    @Slot()
    def forward(self) -> None:
        """One stop further on the tour; nothing at its end."""
        self._walk(1)

    @Slot()
    def back(self) -> None:
        """One stop back on the tour; nothing at its beginning."""
        self._walk(-1)

    @Slot()
    def nextPanel(self) -> None:
        """The next screen, where it was left; nothing at the last."""
        self._turn(1)

    @Slot()
    def previousPanel(self) -> None:
        """The screen before, where it was left; nothing at the first."""
        self._turn(-1)

    @Slot()
    def reset(self) -> None:
        """As the next visitor must find it."""
        self._become(_Where())

    def _walk(self, steps: int) -> None:
        place = self._tour.index((self._where.screen, self._index())) + steps
        if 0 <= place < len(self._tour):
            self._open(*self._tour[place])

    def _turn(self, steps: int) -> None:
        place = SCREENS.index(self._where.screen) + steps
        if 0 <= place < len(SCREENS):
            self._open(SCREENS[place])

    def _index(self) -> int:
        return {Screen.PHASES: self._where.phase, Screen.LESSONS: self._where.lesson}.get(
            self._where.screen, 0
        )

    def _open(self, screen: Screen, index: int | None = None) -> None:
        where = replace(
            self._where, screen=screen, card="", sources=False, events=False, comfort=False
        )
        if screen is Screen.PHASES and index is not None:
            where = replace(where, phase=index)
        elif screen is Screen.LESSONS and index is not None:
            where = replace(where, lesson=index)
        self._become(where)

    def _become(self, where: _Where) -> None:
        before, self._where = self._where, where
        for field in fields(_Where):
            if getattr(before, field.name) != getattr(where, field.name):
                getattr(self, f"{field.name}Changed").emit()
        if before.stop != where.stop:
            self.moved.emit()
