"""The positions: the map at the hour as text, for everybody."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.exhibit.model import Exhibit
from kiosk.map.walk import MapWalk
from kiosk.qt.property import Property, QmlUncreatable
from kiosk.qt.rows import Rows, spoken_in
from kiosk.stage.moment import Moment
from kiosk.stage.part import Part
from kiosk.telling.locale import Locale
from kiosk.visit.navigation import Navigation, Sheet

QML_IMPORT_NAME = "Kiosk.Stage"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True)
class Ranks:
    """A side by its name, and a line for each of its formations."""

    key: str
    name: str
    text: str


@QmlElement
@QmlUncreatable("The stage owns the positions.")
class Positions(Part):
    """The list of who stands where; kept up while its sheet is open.

    Signals:
        changed: what is told.
    """

    changed = Signal()

    def __init__(
        self,
        exhibit: Exhibit,
        walk: MapWalk,
        navigation: Navigation,
        moment: Moment,
        locale: Locale,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(exhibit, locale, parent)
        self._walk, self._navigation, self._moment = walk, navigation, moment
        self._summary: list[str] = []
        self._sides = Rows(Ranks, self)
        self.fill()

    @Property("QStringList", notify=changed)
    def summary(self) -> list[str]:
        """The map in sentences."""
        return self._summary

    @Property(Rows, constant=True)
    def sides(self) -> Rows[Ranks]:
        """The sides with their formations."""
        return self._sides

    @property
    def readable(self) -> str:
        """All that a visitor may read here before they move on."""
        if self._navigation.sheet != Sheet.POSITIONS:
            return ""
        return " ".join([*self._summary, *spoken_in(self._sides.rows, "name", "text")])

    def follow(self) -> None:
        """Part's hook."""
        self.fill()

    def _fill(self) -> None:
        """Tells the map of the moment anew, if that is read."""
        if self._navigation.sheet != Sheet.POSITIONS:
            return
        self._summary = self._summed()
        self._sides.show([Ranks(name, name, "\n".join(lines)) for name, lines in self._walk.sides])
        self.changed.emit()

    @Slot(result=str)
    def told(self) -> str:
        """The map of the moment in sentences, for who comes to it without seeing it."""
        return " ".join(self._summed())

    def _summed(self) -> list[str]:
        when, sky = str(self._moment.text), str(self._moment.skyText)
        comma = str(self._locale.teller.phrases.words["comma"])
        return self._walk.summary(comma.join(filter(None, (when, sky))))
