"""The ballot: what a visitor decided where the exhibit asks, and how earlier visitors did."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.qt.property import QmlUncreatable

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1

Counts = dict[str, dict[str, int]]
"""The number of visitors who made a choice, by the decision's id and the choice's key."""


@QmlElement
@QmlUncreatable("The ballot is made by the application.")
class Ballot(QObject):
    """One choice a visitor and decision; the first one counts and is `kept`.

    Signals:
        chosen: a visitor has chosen, or took their choice back.
    """

    chosen = Signal()

    def __init__(
        self,
        counts: Mapping[str, Mapping[str, int]],
        keep: Callable[[Counts], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._counts: Counts = {decision: dict(found) for decision, found in counts.items()}
        self._keep = keep
        self._mine: dict[str, str] = {}
        self._counted: dict[str, str] = {}

    @Slot(str, str)
    def choose(self, decision: str, choice: str) -> None:
        """Takes the visitor's choice; nothing if there is one already."""
        if decision in self._mine:
            return
        self._mine[decision] = choice
        if decision not in self._counted:
            self._counted[decision] = choice
            found = self._counts.setdefault(decision, {})
            found[choice] = found.get(choice, 0) + 1
            self._keep(self._counts)
        self.chosen.emit()

    @Slot(str)
    def reconsider(self, decision: str) -> None:
        """Takes a choice back; another may follow, and is not counted."""
        if self._mine.pop(decision, None):
            self.chosen.emit()

    def choice_of(self, decision: str) -> str:
        """The visitor's choice; empty before it is made."""
        return self._mine.get(decision, "")

    def earlier(self, decision: str) -> dict[str, int]:
        """The number of visitors before this one who made each choice."""
        found = dict(self._counts.get(decision, {}))
        if counted := self._counted.get(decision):
            found[counted] -= 1
        return found

    def reset(self) -> None:
        """Leaves it as the next visitor must find it."""
        self._mine.clear()
        self._counted.clear()
