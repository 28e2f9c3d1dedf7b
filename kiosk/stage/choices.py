"""The choices that a decision leaves to the visitor, and what came of it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.exhibit.model import Decision, Exhibit
from kiosk.qt.property import Property, QmlUncreatable
from kiosk.qt.rows import Rows, spoken_in
from kiosk.stage.page import record_of
from kiosk.stage.part import Part
from kiosk.telling.locale import Locale, Row
from kiosk.visit.ballot import Ballot
from kiosk.visit.navigation import Navigation

QML_IMPORT_NAME = "Kiosk.Stage"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("The stage owns the choices.")
class Choices(Part):
    """The decision that the navigation is at; all is empty at any other stop.

    Signals:
        changed: another stop, another language, or the visitor has chosen.
    """

    _happened = ""

    changed = Signal()

    def __init__(
        self,
        exhibit: Exhibit,
        navigation: Navigation,
        ballot: Ballot,
        locale: Locale,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(locale, parent)
        self._exhibit, self._navigation, self._ballot = exhibit, navigation, ballot
        self._ways: Rows[Any] = Rows(("key", "text", "reply", "chosen", "taken", "share"), self)
        self.fill()

    def _fill(self) -> None:
        decision = self._decision()
        decided = bool(decision and self._ballot.choice_of(decision.id))
        self._happened = (
            self._locale.teller.linked(decision.happened) if decision and decided else ""
        )
        self._ways.show(self._rows_of(decision) if decision else [])
        self.changed.emit()

    @Property(Rows, constant=True)
    def ways(self) -> Rows[Any]:
        """The ways it could have gone; once chosen, how earlier visitors chose.

        Then the visitor's own way is the first, and what was done follows.
        """
        return self._ways

    @Property(str, notify=changed)
    def happened(self) -> str:
        """What came of it; empty before the visitor has chosen."""
        return self._happened

    @Property(bool, notify=changed)
    def others(self) -> bool:
        """Whether earlier visitors have decided too."""
        return any(row["share"] > 0 for row in self._ways.rows)

    @property
    def told(self) -> str:
        """All that a visitor may read here before they move on."""
        return " ".join([*spoken_in(self._ways.rows, "text", "reply"), str(self.happened)])

    @Slot(str)
    def choose(self, choice: str) -> None:
        """Takes the visitor's choice."""
        decision = self._decision()
        if decision is not None:
            self._ballot.choose(decision.id, choice)

    def _decision(self) -> Decision | None:
        record = record_of(self._exhibit, self._navigation.stop)
        return record if isinstance(record, Decision) else None

    def _rows_of(self, decision: Decision) -> list[Row]:
        chosen = self._ballot.choice_of(decision.id)
        counts = self._ballot.earlier(decision.id)
        total = sum(counts.values())
        rows = [
            {
                "key": choice.key,
                "text": self._locale.teller.lead(choice.text),
                "reply": self._locale.teller.linked(choice.reply) if chosen else "",
                "chosen": choice.key == chosen,
                "taken": bool(chosen) and choice.key == decision.taken,
                "share": counts.get(choice.key, 0) / total if chosen and total else 0.0,
            }
            for choice in decision.choices
        ]
        return sorted(rows, key=lambda row: (not row["chosen"], not row["taken"]))
