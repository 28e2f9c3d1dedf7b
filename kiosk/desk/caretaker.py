"""The caretaker of one window on a floor: its heart, and what staff are told."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtQuick import QQuickWindow

from kiosk.desk import starts
from kiosk.desk.heart import Heart
from kiosk.desk.intake import Intake
from kiosk.qt.timing import Timekeeper


class Caretaker(QObject):
    """Looks after a window from its first picture to its end.

    `trouble` is what staff should know from the beginning: why nothing can be shown.
    """

    def __init__(
        self,
        window: QQuickWindow,
        timers: Timekeeper,
        intake: Intake | None = None,
        *,
        trouble: str = "",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._heart = Heart(window, timers, self)
        self._heart.say(trouble)
        self._intake = intake
        window.frameSwapped.connect(self._on_first, Qt.ConnectionType.SingleShotConnection)
        if intake:
            intake.refused.connect(self._on_refused)
            intake.offered.connect(self._on_offered)

    def close(self) -> None:
        """Looks after it no longer."""
        if self._intake:
            self._intake.refused.disconnect(self._on_refused)
            self._intake.offered.disconnect(self._on_offered)
        self._heart.close()

    @Slot()
    def _on_first(self) -> None:
        starts.succeed()

    @Slot(object)
    def _on_refused(self, problems: list[str]) -> None:
        self._heart.say(f"new content is refused: {problems[0]}")

    @Slot()
    def _on_offered(self) -> None:
        self._heart.say("")
