"""New content goes on the screen: all at once, and while nobody is visiting."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Slot

from kiosk.desk.memory import let_go
from kiosk.desk.shelf import sums_of
from kiosk.exhibit.model import Exhibit
from kiosk.exhibit.reading.stamp import Digests, digests_of
from kiosk.machine.reading import reading_of
from kiosk.stage.stage import Stage
from kiosk.visit.session import State

log = logging.getLogger(__name__)

GONE_MS = 2000
"""The time after which nothing of what was shown before is still at work."""


class Shown(Protocol):
    """The kiosk on the screen, as far as a change of content needs it."""

    stage: Stage

    def change(self, exhibit: Exhibit, content: Path) -> None:
        """Shows an exhibit in place of the one before."""


class Changeover(QObject):
    """Waits for the visitor to leave; of several offers, the last is taken."""

    def __init__(self, kiosk: Shown, shown: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kiosk = kiosk
        self._shown = _content_of(shown)
        self._offered: Path | None = None
        self._let_go = QTimer(self, singleShot=True, interval=GONE_MS)
        self._let_go.timeout.connect(self._on_gone)
        self._follow()

    def offer(self, content: Path) -> None:
        """Takes clean content, unless it is what is shown already."""
        self._offered = None if _content_of(content) == self._shown else content
        self._take()

    def _follow(self) -> None:
        self._kiosk.stage.session.stateChanged.connect(self._take)

    @Slot()
    def _take(self) -> None:
        if self._offered is None or self._kiosk.stage.session.state != State.ATTRACT:
            return
        content, self._offered = self._offered, None
        exhibit = reading_of(content).exhibit
        if exhibit is None:
            log.error("%s: what was clean a moment ago cannot be read", content)
            return
        self._kiosk.change(exhibit, content)
        self._shown = _content_of(content)
        self._follow()
        self._let_go.start()
        log.info("new content is on the screen")

    @Slot()
    def _on_gone(self) -> None:
        let_go()


def _content_of(folder: Path) -> Digests:
    return sums_of(folder) or digests_of(folder)
