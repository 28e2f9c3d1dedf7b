"""The visitor's place: the screen, its stop, and what lies open over it."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.exhibit.kinds import KINDS, ref_of
from kiosk.exhibit.model import Panels
from kiosk.exhibit.ref import PROOFS, SHEETS, NoRef, Ref
from kiosk.qt.property import Property, QmlUncreatable

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    DECISIONS = "decisions"
    DISAGREEMENTS = "disagreements"


PANELS = tuple(map(Screen, Panels.model_keys))
"""The screens with a door."""

COUNTED = {Screen(kind.name): kind.singular for kind in KINDS if kind.stop}
"""The screens with a stop for each record of the list that they are called after."""

BY_THE_HOUR = tuple(panel for panel in PANELS if panel not in COUNTED)
"""The panels that are one stop, without a text of its own.

They show whatever hour the visitor comes from, unless that is home.
"""


class Sheet(StrEnum):
    """A sheet that may lie over a screen beside a card; one at a time."""

    NONE = ""
    SOURCES = "sources"
    EVENTS = "events"
    PHASES = "phases"
    COMFORT = "comfort"
    STANDPOINTS = "standpoints"
    FIGURES = "figures"
    QUESTIONS = "questions"
    KEY = "key"
    MENU = "menu"
    ORDER = "order"
    POSITIONS = "positions"
    PICTURE = "picture"


OVER_CARDS = (Sheet.SOURCES, Sheet.COMFORT, Sheet.PICTURE)
"""The sheets that may lie over a card."""


CARDS = tuple(kind.name for kind in KINDS if kind.card)
"""The lists whose records open as a card."""


def panel_of(screen: str) -> Screen:
    """The panel that a screen belongs to: decisions and disagreements are part of the lessons."""
    found = Screen(screen)
    return found if found in (Screen.HOME, *PANELS) else Screen.LESSONS


@dataclass(frozen=True)
class Stop:
    """A place of the tour: the screen, and which stop of each counted screen is at hand."""

    screen: Screen = Screen.HOME
    phase: int = 0
    lesson: int = 0
    decision: int = 0
    disagreement: int = 0

    @property
    def index(self) -> int:
        """The number of the stop on its screen; 0 where the screen has but one."""
        return getattr(self, COUNTED[self.screen]) if self.screen in COUNTED else 0


@dataclass(frozen=True)
class _Where(Stop):
    proof: int = 0
    card: Ref | NoRef = ""
    sheet: Sheet = Sheet.NONE

    @property
    def stop(self) -> Stop:
        return Stop(**{field.name: getattr(self, field.name) for field in fields(Stop)})


@QmlElement
@QmlUncreatable("The navigation is made by the application.")
class Navigation(QObject):
    """The way through an exhibit.

    The tour is home, each phase, forces, maps, each lesson, each decision, each disagreement; it
    has two ends. Opening a stop closes the card and the sheet. Some sheets may lie over a card;
    any other sheet closes it, and a card opened from a sheet replaces that. A lesson may have one
    of its proofs chosen; any stop is opened with none.

    Signals:
        moved: the screen or its stop changed; after their own signals, once.
    """

    screenChanged = Signal()
    phaseChanged = Signal()
    lessonChanged = Signal()
    decisionChanged = Signal()
    disagreementChanged = Signal()
    proofChanged = Signal()
    cardChanged = Signal()
    sheetChanged = Signal()
    moved = Signal()

    def __init__(self, exhibit: Exhibit, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stops = {screen: tuple(exhibit.indexed(screen)) for screen in COUNTED}
        self._counts = {screen: len(ids) for screen, ids in self._stops.items()}
        self._cards = frozenset(ref_of(one) for kind in CARDS for one in getattr(exhibit, kind))
        self._proofs = tuple(len(lesson.proofs) for lesson in exhibit.lessons)
        self._tour = tuple(
            (screen, index) for screen in Screen for index in range(self._counts.get(screen, 1))
        )
        self._where = _Where()
        self._carried = False

    @property
    def stop(self) -> Stop:
        """The stop of the tour."""
        return self._where.stop

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

    @Property(int, notify=decisionChanged)
    def decision(self) -> int:
        """Index of the decision that is open, or was last."""
        return self._where.decision

    @Property(int, notify=disagreementChanged)
    def disagreement(self) -> int:
        """Index of the disagreement that is open, or was last."""
        return self._where.disagreement

    @Property(int, notify=proofChanged)
    def proof(self) -> int:
        """The number of the chosen proof of the lesson that is open; 0 for none."""
        return self._where.proof

    @Property(str, notify=cardChanged)
    def card(self) -> Ref | NoRef:
        """The record whose card is open, as text; empty for none."""
        return self._where.card

    @Property(str, notify=sheetChanged)
    def sheet(self) -> Sheet:
        """The `Sheet` that is open, as text; empty for none."""
        return self._where.sheet

    def beside(self) -> Iterator[Stop]:
        """The stops to which one touch leads: the next and the one before, then the panels."""
        where = self._where
        place = self._tour.index((where.screen, where.index))
        for at in (place + 1, place - 1):
            if 0 <= at < len(self._tour):
                yield self._at(*self._tour[at]).stop
        for screen in PANELS:
            if screen != where.screen and self._counts.get(screen, 1):
                yield replace(where, screen=screen).stop

    def _at(self, screen: Screen, index: int) -> _Where:
        there: dict[str, Any] = {COUNTED[screen]: index} if screen in COUNTED else {}
        return replace(self._where, screen=screen, **there)

    @Slot()
    def goHome(self) -> None:
        """Opens the home screen."""
        self._open(Screen.HOME)

    @Slot(str)
    def openPanel(self, name: str) -> None:
        """Opens a screen where it was left; nothing if the exhibit has nothing to show there.

        Raises ValueError if there is none of that name.
        """
        if name not in tuple(Screen):
            raise ValueError(f"no panel is called {name!r}; there are {', '.join(Screen)}")
        if self._counts.get(Screen(name), 1):
            self._open(Screen(name))

    @Slot(int)
    def openPhase(self, index: int) -> None:
        """Opens a phase; an index beyond the ends opens the first or the last."""
        self._open(Screen.PHASES, index)

    def carry(self, phase: int) -> None:
        """Opens a phase as the clock comes to it; while it does so, nobody is to begin anew."""
        self._carried = True
        self.openPhase(phase)
        self._carried = False

    @Property(bool, notify=moved)
    def carried(self) -> bool:
        """True while the clock, not the visitor, opens a stop."""
        return self._carried

    @Slot(int)
    def openLesson(self, index: int) -> None:
        """Opens a lesson; an index beyond the ends opens the first or the last."""
        self._open(Screen.LESSONS, index)

    @Slot(int)
    def openDecision(self, index: int) -> None:
        """Opens a decision; an index beyond the ends opens the first or the last."""
        self._open(Screen.DECISIONS, index)

    @Slot(int)
    def openDisagreement(self, index: int) -> None:
        """Opens a disagreement; an index beyond the ends opens the first or the last."""
        self._open(Screen.DISAGREEMENTS, index)

    @Slot(str)
    def openCard(self, ref: str) -> None:
        """Opens the card of `people/some-id`. Raises ValueError if there is no such record."""
        if ref not in self._cards:
            raise ValueError(f"no record {ref!r} has a card")
        self._become(replace(self._where, card=Ref(ref), sheet=Sheet.NONE))

    @Slot(int)
    def openProof(self, number: int) -> None:
        """Chooses a proof of the lesson, or none if it is chosen already.

        Raises ValueError if the stop has none of that number.
        """
        here = self._where
        most = self._proofs[here.lesson] if here.screen == Screen.LESSONS else 0
        if not 1 <= number <= most:
            raise ValueError(f"the stop has no proof {number}")
        chosen = 0 if here.proof == number else number
        self._become(replace(here, proof=chosen, card="", sheet=Sheet.NONE))

    @Slot(str)
    def follow(self, link: str) -> None:
        """Opens what a link leads to: a card, a stop, a sheet, or a proof of the lesson.

        Raises ValueError if there is no such thing.
        """
        ref = Ref(link)
        if ref.kind == PROOFS:
            self.openProof(int(ref.key))
        elif ref.kind == SHEETS:
            self.openSheet(ref.key)
        elif ref.kind in COUNTED:
            self._open(Screen(ref.kind), self._stops[Screen(ref.kind)].index(ref.key))
        else:
            self.openCard(link)

    @Slot()
    def closeCard(self) -> None:
        """Closes the card, and the sources that may lie over it."""
        self._become(replace(self._where, card="", sheet=Sheet.NONE))

    @Slot(str)
    def openSheet(self, name: str) -> None:
        """Opens a sheet. Raises ValueError if there is none of that name."""
        sheet = Sheet(name)
        card: Ref | NoRef = self._where.card if sheet in OVER_CARDS else ""
        self._become(replace(self._where, card=card, sheet=sheet))

    @Slot()
    def closeSheet(self) -> None:
        """Closes the sheet."""
        self._become(replace(self._where, sheet=Sheet.NONE))

    @Slot(str)
    def toggleSheet(self, name: str) -> None:
        """Opens a sheet, or closes it if it is open."""
        if self._where.sheet == name:
            self.closeSheet()
        else:
            self.openSheet(name)

    @Slot()
    def forward(self) -> None:
        """Goes one stop further on the tour; nothing at its end."""
        self._walk(1)

    @Slot()
    def back(self) -> None:
        """Goes one stop back on the tour; nothing at its beginning."""
        self._walk(-1)

    @Slot()
    def nextPanel(self) -> None:
        """The next panel, where it was left; nothing at the last."""
        self._turn(1)

    @Slot()
    def previousPanel(self) -> None:
        """The panel before, where it was left; nothing at the first."""
        self._turn(-1)

    @Slot()
    def reset(self) -> None:
        """Leaves it as the next visitor must find it."""
        self._become(_Where())

    def go_on_from(self, before: Navigation) -> None:
        """Opens what is open in another exhibit: the same stops and card, as far as they are here.

        A stop that is not here becomes the nearest in its place, a screen without stops home.
        """
        where = before._where
        stops: dict[str, Any] = {
            name: self._nearest(screen, before._stops[screen], getattr(where, name))
            for screen, name in COUNTED.items()
        }
        screen = where.screen if self._counts.get(where.screen, 1) else Screen.HOME
        card: Ref | NoRef = where.card if where.card in self._cards else ""
        self._become(replace(where, screen=screen, proof=0, card=card, **stops))

    def _nearest(self, screen: Screen, before: tuple[str, ...], index: int) -> int:
        here = self._stops[screen]
        if index < len(before) and before[index] in here:
            return here.index(before[index])
        return max(0, min(index, len(here) - 1))

    def _walk(self, steps: int) -> None:
        place = self._tour.index((self._where.screen, self._where.index)) + steps
        if 0 <= place < len(self._tour):
            self._open(*self._tour[place])

    def _turn(self, steps: int) -> None:
        panels = (Screen.HOME, *PANELS)
        place = panels.index(panel_of(self._where.screen)) + steps
        if 0 <= place < len(panels):
            self._open(panels[place])

    def _open(self, screen: Screen, index: int | None = None) -> None:
        there: dict[str, Any] = {}
        if index is not None and screen in COUNTED:
            there = {COUNTED[screen]: max(0, min(index, self._counts[screen] - 1))}
        opened = replace(self._where, screen=screen, proof=0, card="", sheet=Sheet.NONE, **there)
        self._become(opened)

    def _become(self, where: _Where) -> None:
        before, self._where = self._where, where
        for field in fields(_Where):
            if getattr(before, field.name) != getattr(where, field.name):
                getattr(self, f"{field.name}Changed").emit()
        if before.stop != where.stop:
            self.moved.emit()
