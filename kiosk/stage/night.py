"""Night over the ground, as QML washes it."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.exhibit.model import Exhibit
from kiosk.exhibit.sky import sky_over
from kiosk.qt.property import Property, QmlUncreatable
from kiosk.telling.units import ruler_of
from kiosk.visit.navigation import Screen, Sheet
from kiosk.visit.playhead import Playhead

QML_IMPORT_NAME = "Kiosk.Stage"
QML_IMPORT_MAJOR_VERSION = 1

OF_AN_HOUR = (Screen.FORCES, Screen.MAPS, Screen.DECISIONS)
"""The screens whose own moment is an hour; at any other it stands for days."""

TIMELESS = (Sheet.NONE, Sheet.COMFORT, Sheet.MENU)
"""The sheets with which a stop stands for days as it does without one."""


@QmlElement
@QmlUncreatable("The stage owns the night.")
class Night(QObject):
    """The darkness at the playhead's hour; none where no hours are told, or too many days.

    A stop that stands for days is told by daylight as long as the playhead rests at its moment and
    nothing lies over it: beside cards and sheets the map is that of an hour.

    Signals:
        changed: the darkness.
    """

    changed = Signal()

    def __init__(self, exhibit: Exhibit, playhead: Playhead, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._exhibit, self._playhead = exhibit, playhead
        self._told = exhibit.by_the_hour and ruler_of(exhibit).fine
        self._days: dt.datetime | None = None
        self._covered = False
        self._depth = 0.0
        playhead.hoursChanged.connect(self._fall)
        playhead.playingChanged.connect(self._fall)
        self._fall()

    def rest(self, screen: str, moment: dt.datetime) -> None:
        """Takes the screen that is shown, and the moment at which the playhead rests on it."""
        self._days = None if screen in OF_AN_HOUR else moment
        self._fall()

    def cover(self, card: str, sheet: str) -> None:
        """Takes the card and the sheet that lie over the screen; "" for none."""
        self._covered = bool(card) or sheet not in TIMELESS
        self._fall()

    @Property(float, notify=changed)
    def depth(self) -> float:
        """The darkness, 0 by day to 1 in a night without a moon."""
        return self._depth

    @Slot()
    def _fall(self) -> None:
        depth = self._darkness()
        if depth != self._depth:
            self._depth = depth
            self.changed.emit()

    def _darkness(self) -> float:
        moment = self._playhead.moment
        rests = moment == self._days and not self._covered and not self._playhead.playing
        if not self._told or rests:
            return 0.0
        return sky_over(self._exhibit, moment).darkness
