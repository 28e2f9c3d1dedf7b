"""The staff gate put over a window: its picture, its guard, and what its acts do."""

from __future__ import annotations

import json
import logging
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QCoreApplication, QObject, QProcess, QUrl, Slot
from PySide6.QtQml import QQmlComponent, QQmlEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.desk.staff import secret
from kiosk.desk.staff.gate import Asked, Gate, Powers
from kiosk.desk.staff.guard import Guard
from kiosk.desk.staff.knock import Knock
from kiosk.desk.staff.secret import NoSecret
from kiosk.machine.dial import BRIGHTNESS, DIM, VOLUME, Dial
from kiosk.qt.timing import Timekeeper
from kiosk.stage.window import QML

log = logging.getLogger(__name__)

REQUESTS = "KIOSK_REQUESTS"
"""The variable with the folder in which the machine looks for what staff ask of it."""


class Guarded(Protocol):
    """The exhibit behind the gate."""

    window: QQuickWindow

    def heed(self, visitors: bool) -> None:
        """Hears visitors, or ends their visit and hears them no more."""

    def set_quiet(self, quiet: bool) -> None:
        """Makes no sound, or sound again."""

    @property
    def engine(self) -> QQmlEngine:
        """The engine of its window."""

    @property
    def px_per_mm(self) -> float:
        """The physical scale of the screen."""


class Quarters(QObject):
    """The gate of an exhibit; nothing of it is seen before the knock.

    Where no PIN was ever set there is no gate, and Ctrl+Q ends the exhibit. Where the secret is
    damaged nothing opens and nothing ends; `trouble` says so.
    """

    def __init__(
        self,
        exhibit: Guarded,
        timers: Timekeeper,
        languages: Sequence[Mapping[str, Any]],
        *,
        content: Callable[[], Sequence[str]],
        hours: Callable[[], str] = lambda: "",
        set_today: Callable[[str], None] = lambda today: None,
        shuffled: bool = False,
        locks: bool = True,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._exhibit = exhibit
        self._item: QQuickItem | None = None
        self._component: QQmlComponent | None = None
        self._asking: QProcess | None = None
        self._answer: Callable[[Sequence[str]], None] = lambda lines: None
        self.trouble = ""
        knock: tuple[int, ...] = ()
        if secret.exists():
            try:
                knock = secret.read().knock
            except NoSecret as why:
                self.trouble = str(why)
                log.error("%s", why)
        powers = Powers(
            self._act,
            exhibit.set_quiet,
            content,
            self._ask_health,
            hours,
            set_today,
            Dial(VOLUME),
            Dial(BRIGHTNESS, least=DIM),
            bool(os.environ.get(REQUESTS)),
        )
        self.gate = Gate(timers, languages, powers, shuffled=shuffled, parent=self)
        self.gate.moved.connect(self._on_moved)
        self.gate.changed.connect(self._on_changed)
        self.guard = Guard(
            timers,
            Knock(knock),
            knocked=self.gate.knock,
            touched=self.gate.attend,
            px_per_mm=lambda: exhibit.px_per_mm,
            parent=self,
        )
        self._locks = locks and secret.exists()
        self.guard.locked = self._locks

    def close(self) -> None:
        """Takes the gate away, before the engine ends that has made it."""
        self.gate.close()
        self._exhibit.window.removeEventFilter(self.guard)
        if self._asking:
            self._asking.kill()
            self._asking.waitForFinished(1000)
        self._put_away()
        self._component = None
        del self.guard

    @Slot()
    def _on_moved(self) -> None:
        opened = self.gate.is_open
        self.guard.locked = self._locks and not opened
        if opened and self._item is None:
            self._item = self._made()
            self._exhibit.heed(False)
        elif not opened and self._item is not None:
            self._put_away()
            self._exhibit.heed(True)

    @Slot()
    def _on_changed(self) -> None:
        self.guard.deaf = self.gate.cleaning

    def _put_away(self) -> None:
        if self._item is not None:
            self._item.setVisible(False)
            self._item.deleteLater()
            self._item = None

    def _made(self) -> QQuickItem:
        file = QUrl.fromLocalFile(str(QML / "Kiosk" / "Staff" / "StaffGate.qml"))
        component = self._component = QQmlComponent(self._exhibit.engine, file)
        item = component.createWithInitialProperties({"gate": self.gate})
        if not isinstance(item, QQuickItem):
            raise RuntimeError(component.errorString())
        item.setParent(self)
        item.setParentItem(self._exhibit.window.contentItem())
        item.setZ(1000)
        return item

    def _act(self, asked: Asked) -> None:
        folder = os.environ.get(REQUESTS, "")
        log.info("staff ask for %s", asked)
        if asked is not Asked.RESTART and folder:
            try:
                Path(folder, str(asked)).touch()
            except OSError as error:
                log.error("%s can't be asked for: %s", asked, error)
            return
        QCoreApplication.exit(0)

    def _ask_health(self, answer: Callable[[Sequence[str]], None]) -> None:
        """Has `kiosk doctor` asked aside, which takes some seconds."""
        self._answer = answer
        if self._asking is None:
            self._asking = QProcess(self)
            self._asking.finished.connect(self._on_answer)
        if self._asking.state() is QProcess.ProcessState.NotRunning:
            self._asking.start(sys.executable, ["-m", "kiosk", "doctor", "--format", "json"])

    @Slot()
    def _on_answer(self) -> None:
        assert self._asking
        self._answer(said(bytes(self._asking.readAllStandardOutput().data())))


def said(answer: bytes) -> list[str]:
    """The lines of a doctor's answer: what is wrong first, and what is well in one."""
    try:
        found = json.loads(answer)["findings"]
        worse = sorted(
            (one for one in found if one["state"] in ("bad", "doubt")),
            key=lambda one: one["state"] != "bad",
        )
        lines = [f"{one['topic']}: {one['said']} → {one['advice']}" for one in worse]
        well = [one["topic"] for one in found if one["state"] == "good"]
        return [*lines, f"✓ {', '.join(well)}"]
    except (ValueError, KeyError, TypeError):
        return ["?"]
