"""The palette as QML reads it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QColor
from PySide6.QtQml import QmlElement

from kiosk.map.ground.palette import TONES, Palette
from kiosk.qt.property import Property

QML_IMPORT_NAME = "Kiosk.Stage"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Colours(QObject):
    """The colours of the screen by their roles, in a tone: a word of `palette.TONES`."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tone = "table"

    @Property(str, notify=changed)
    def tone(self) -> str:
        """The palette's name in the address of a painted picture; see `palette.toned`."""
        return self._tone

    @tone.setter  # type: ignore[no-redef]
    def tone(self, tone: str) -> None:
        if tone != self._tone:
            self._tone = tone
            self.changed.emit()

    @property
    def _palette(self) -> Palette:
        return TONES[self._tone]

    @Slot(QColor, str, result=QColor)
    def side(self, colour: QColor, tone: str) -> QColor:
        """A side's colour as it is painted; a binding names the tone to follow it."""
        return TONES[tone].side(colour)

    @Slot(QColor, str, result=QColor)
    def lineOf(self, colour: QColor, tone: str) -> QColor:
        """A side's colour as its lines and words are; a binding names the tone to follow it."""
        return TONES[tone].line_of(colour)

    @Slot(QColor, str, result=QColor)
    def lane(self, colour: QColor, tone: str) -> QColor:
        """A side's colour as ground of words; a binding names the tone to follow it."""
        return TONES[tone].lane(colour)

    @Slot(str, str, result=QColor)
    def role(self, name: str, tone: str) -> QColor:
        """The colour of a role of the palette; a binding names the tone to follow it."""
        return QColor(getattr(TONES[tone], name))

    @Property(float, notify=changed)
    def halo(self) -> float:
        """Opacity of the ground of words on the map."""
        return self._palette.halo

    @Property(QColor, notify=changed)
    def ink(self) -> QColor:
        """The ground."""
        return QColor(self._palette.void)

    @Property(QColor, notify=changed)
    def inkRaised(self) -> QColor:
        """The ground of what is chosen or stands out."""
        return QColor(self._palette.raised)

    @Property(QColor, notify=changed)
    def paper(self) -> QColor:
        """Words and signs."""
        return QColor(self._palette.line)

    @Property(QColor, notify=changed)
    def muted(self) -> QColor:
        """Words that come second."""
        return QColor(self._palette.muted)

    @Property(QColor, notify=changed)
    def rule(self) -> QColor:
        """Lines that part."""
        return QColor(self._palette.rule)

    @Property(QColor, notify=changed)
    def amber(self) -> QColor:
        """Words and signs that can be touched."""
        return QColor(self._palette.amber)

    @Property(QColor, notify=changed)
    def bar(self) -> QColor:
        """The ground of the bar along the edge."""
        return QColor(self._palette.bar)

    @Property(QColor, notify=changed)
    def night(self) -> QColor:
        """The nights of a strip of days."""
        return QColor(self._palette.night)

    @Property(QColor, notify=changed)
    def day(self) -> QColor:
        """The days between them."""
        return QColor(self._palette.day)

    @Property(QColor, notify=changed)
    def alarm(self) -> QColor:
        """A fault."""
        return QColor(self._palette.alarm)
