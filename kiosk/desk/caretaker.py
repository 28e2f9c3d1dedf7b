"""The caretaker of one window on a floor: its heart, and what staff are told."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtQuick import QQuickWindow

from kiosk.desk import starts, stick
from kiosk.desk.health import Health
from kiosk.desk.heart import Heart
from kiosk.desk.intake import MOST_LINES, Intake
from kiosk.machine import folders
from kiosk.machine.settings import Settings
from kiosk.qt.timing import Timekeeper


class Caretaker(QObject):
    """Looks after a window from its first picture to its end.

    `content` is the folder that is shown, which staff know by that of the `intake`. `closed` is why
    nothing is, and `trouble` what else staff should know from the beginning.
    """

    def __init__(
        self,
        window: QQuickWindow,
        timers: Timekeeper,
        settings: Settings,
        intake: Intake | None = None,
        *,
        content: Path | None = None,
        closed: str = "",
        trouble: str = "",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._heart = Heart(window, timers, self)
        self._health = Health(window, timers, settings, self)
        self._trouble = f"closed: {closed}" if closed else trouble
        self._off = self._failed = ""
        self._content = intake.says if intake and content else str(content or "")
        self._refused = list[str]()
        self._say()
        folder = str(content.absolute()) if content else ""
        self._health.note(
            content=self._content, folder=folder, closed=closed, trouble=self._trouble
        )
        self._intake = intake
        window.frameSwapped.connect(self._on_first, Qt.ConnectionType.SingleShotConnection)
        if intake:
            intake.refused.connect(self._on_refused)
            intake.offered.connect(self._on_offered)

    def tell(self, trouble: str) -> None:
        """Tells staff what is wrong with this machine, until its end."""
        self._trouble = "; ".join(filter(None, (self._trouble, trouble)))
        self._say()
        self._health.note(trouble=self._trouble)

    def rest(self, dark: bool) -> None:
        """Takes note that the screen goes off, or on again, by our own order."""
        self._heart.rest(dark)

    @Slot(str)
    def note_off(self, said: str) -> None:
        """Tells how the screen is while the hours are over."""
        self._off = said
        self._health.note(off=said)
        self._say()

    def note_test(self, failed: list[str]) -> None:
        """Tells what the test before the opening found wrong."""
        self._failed = f"the test before the opening: {failed[0]}" if failed else ""
        self._health.note(test=failed)
        self._say()

    def content_lines(self) -> list[str]:
        """The content that is shown, the problems of what was refused since, and the last stick."""
        shown = [self._content] if self._content else []
        return [*shown, *self._refused, *stick.told(folders.state_folder())]

    def close(self) -> None:
        """Looks after it no longer."""
        if self._intake:
            self._intake.refused.disconnect(self._on_refused)
            self._intake.offered.disconnect(self._on_offered)
        self._heart.close()
        self._health.close()

    @Slot()
    def _on_first(self) -> None:
        starts.succeed()
        self._health.write()

    @Slot(object)
    def _on_refused(self, problems: list[str]) -> None:
        self._refused = problems[:MOST_LINES]
        self._health.note(refused=self._refused)
        self._say()

    @Slot()
    def _on_offered(self) -> None:
        assert self._intake
        self._content, self._refused = self._intake.says, []
        self._health.note(content=self._content, refused=[])
        self._say()

    def _say(self) -> None:
        """Tells the service manager in a line all that staff should know."""
        refused = f"new content is refused: {self._refused[0]}" if self._refused else ""
        told = (self._off, self._failed, refused, self._trouble)
        self._heart.say("; ".join(filter(None, told)))
