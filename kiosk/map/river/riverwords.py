"""The words on the river of men as QML lays them, on one of the screens that show it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QRectF, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.map.boxes import Box
from kiosk.map.river.words import Page, Say, Spot
from kiosk.qt.property import Property, QmlUncreatable
from kiosk.qt.rows import Rows, spoken_in

QML_IMPORT_NAME = "Kiosk.Stage"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("The river makes its words.")
class RiverWords(QObject):
    """Figures and names, laid in an area of the screen beside what QML says is taken.

    Signals:
        laid: they stand elsewhere, or in another language.
        outdated: whoever shows them is to have them laid anew.
    """

    laid = Signal()
    outdated = Signal()

    def __init__(
        self, lay: Callable[[Box, tuple[Box, ...]], Page], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._lay = lay
        self._says, self._places = Rows(Say, self), Rows(Spot, self)
        self._page = Page()

    @Slot(QRectF, "QVariantList")
    def lay(self, area: QRectF, taken: list[QRectF]) -> None:
        """Lays them in an area in px, and off the rectangles that are taken."""
        self._page = self._lay(_box_of(area), tuple(map(_box_of, taken)))
        self._says.show(self._page.says)
        self._places.show(self._page.spots)
        self.laid.emit()

    @Property(Rows, constant=True)
    def says(self) -> Rows[Say]:
        """The figures with what their men did."""
        return self._says

    @Property(Rows, constant=True)
    def places(self) -> Rows[Spot]:
        """The names of places."""
        return self._places

    @Property(float, notify=laid)
    def north(self) -> float:
        """The direction of north, in degrees clockwise from up."""
        return self._page.bearing

    @Property(QRectF, notify=laid)
    def northBox(self) -> QRectF:
        """The box of the arrow to the north, in px; empty where there is no room."""
        box = self._page.north
        return QRectF(box.left, box.top, box.width, box.height) if box else QRectF()

    @Property(str, notify=laid)
    def rest(self) -> str:
        """The words that found no room on the picture, a line for each band."""
        return "\n".join(self._page.rest)

    @Property(bool, notify=laid)
    def crosses(self) -> bool:
        """True if a band passes what is taken: words there need a ground of their own."""
        return self._page.crosses

    @property
    def readable(self) -> str:
        """All that a visitor may read of it."""
        said = [*spoken_in(self._says.rows, "told"), *self._page.rest]
        return " ".join([*said, *spoken_in(self._places.rows, "lead", "second")])


def _box_of(area: QRectF) -> Box:
    return Box(area.left(), area.top(), area.right(), area.bottom())
