"""The choices that a decision leaves to the visitor, and what came of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.exhibit.model import Decision, Exhibit
from kiosk.map.proposing import colour_of, proposals_of
from kiosk.map.signs.proposals import Proposal
from kiosk.qt.property import Property, QmlUncreatable
from kiosk.qt.rows import Rows, spoken_in
from kiosk.stage.part import Part
from kiosk.telling.locale import Locale
from kiosk.telling.outline.blocks import Section
from kiosk.visit.ballot import Ballot
from kiosk.visit.navigation import Navigation, Screen

QML_IMPORT_NAME = "Kiosk.Stage"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True)
class Way:
    """A way to go; once chosen, the `share` of earlier visitors who chose it, 0..1."""

    key: str
    text: str
    reply: str
    chosen: bool
    taken: bool
    share: float


@QmlElement
@QmlUncreatable("The stage owns the choices.")
class Choices(Part):
    """The decision that the navigation is at; all is empty at any other stop.

    Signals:
        changed: another stop, another language, or the visitor has chosen.
        watching: the visitor wants to see what followed, or no more of it.
    """

    _happened = ""

    changed = Signal()
    watching = Signal()

    def __init__(
        self,
        exhibit: Exhibit,
        navigation: Navigation,
        ballot: Ballot,
        locale: Locale,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(exhibit, locale, parent)
        self._navigation, self._ballot = navigation, ballot
        self._ways = Rows(Way, self)
        self.fill()

    def _fill(self) -> None:
        decision = self._decision
        section = self._outline.section(decision) if decision else None
        told = section.outcome.text if section and self._ballot.choice_of(section.key) else ""
        self._happened = self._locale.teller.link(told)
        self._ways.show(self._rows_of(section) if section else [])
        self.changed.emit()

    @Property(Rows, constant=True)
    def ways(self) -> Rows[Way]:
        """The ways it could have gone; once chosen, how earlier visitors chose.

        Then the visitor's own way is the first, and what was done follows.
        """
        return self._ways

    @Property(str, notify=changed)
    def happened(self) -> str:
        """The outcome; empty before the visitor has chosen."""
        return self._happened

    @Property(str, notify=changed)
    def colour(self) -> str:
        """The colour of the side of what was done; empty before the visitor has chosen."""
        decision = self._decision
        return colour_of(self._exhibit, decision) if decision and self._happened else ""

    @property
    def proposals(self) -> tuple[Proposal, ...]:
        """The visitor's answer and what was done, for the map; none before the choice."""
        decision = self._decision
        chosen = self._ballot.choice_of(decision.id) if decision else ""
        if decision is None or not chosen:
            return ()
        return proposals_of(self._exhibit, decision, chosen, self._locale.teller)

    @property
    def done(self) -> dt.datetime | None:
        """The hour of what was done on the map; None before the choice, or if not given."""
        decision = self._decision
        return decision.done if decision and self._ballot.choice_of(decision.id) else None

    @Property(bool, notify=changed)
    def others(self) -> bool:
        """True if earlier visitors have decided too."""
        return any(way.share > 0 for way in self._ways.rows)

    @property
    def readable(self) -> str:
        """All that a visitor may read here before they move on."""
        return " ".join([*spoken_in(self._ways.rows, "text", "reply"), str(self.happened)])

    @Slot(str)
    def choose(self, choice: str) -> None:
        """Takes the visitor's choice."""
        if decision := self._decision:
            self._ballot.choose(decision.id, choice)

    @Slot()
    def reconsider(self) -> None:
        """Takes the visitor's choice back, so that they choose again."""
        if decision := self._decision:
            self._ballot.reconsider(decision.id)

    @Slot()
    def watch(self) -> None:
        """Shows the hours that followed, or stands still; nothing before the choice."""
        if self._happened:
            self.watching.emit()

    @property
    def _decision(self) -> Decision | None:
        stop = self._navigation.stop
        if stop.screen != Screen.DECISIONS:
            return None
        return self._exhibit.decisions[stop.index]

    def _rows_of(self, section: Section) -> list[Way]:
        chosen = self._ballot.choice_of(section.key)
        counts = self._ballot.earlier(section.key)
        total = sum(counts.values())
        ways = [
            Way(
                key=choice.key,
                text=choice.text,
                reply=self._locale.teller.link(choice.reply) if chosen else "",
                chosen=choice.key == chosen,
                taken=bool(chosen) and choice.taken,
                share=counts.get(choice.key, 0) / total if chosen and total else 0.0,
            )
            for choice in section.choices
        ]
        return sorted(ways, key=lambda way: (not way.chosen, not way.taken))
