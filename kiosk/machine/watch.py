"""Tells when anything in a folder changes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal, Slot

from kiosk.exhibit.reading.stamp import Stamp, stamp_of

SETTLE_MS = 40
"""An editor writes, renames and removes in one go; so long after the last of it, it has saved."""

LOOK_MS = 10_000
"""The time between looks taken all the same: a share on the network, a new folder tell nothing."""


class Watch(QObject):
    """Watches all that `stamp_of` a folder sees; the folder need not exist yet.

    Signals:
        changed: something is not as it was when that was told last, or as it was at the start.
        touched: the system tells of a change, whether or not `stamp_of` sees it.
        looked: a look has been taken.
    """

    changed = Signal()
    touched = Signal()
    looked = Signal()

    def __init__(
        self, folder: Path, parent: QObject | None = None, *, look_ms: int = LOOK_MS
    ) -> None:
        super().__init__(parent)
        self._folder = folder
        self._watcher = QFileSystemWatcher(self)
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._look = QTimer(self, interval=look_ms)
        self._watcher.directoryChanged.connect(self._settle.start)
        self._watcher.fileChanged.connect(self._settle.start)
        self._settle.timeout.connect(self.look)
        self._settle.timeout.connect(self.touched)
        self._look.timeout.connect(self.look)
        self._look.start()
        self._stamp = self._observe()

    @property
    def stamp(self) -> Stamp:
        """The state of the folder at the last look."""
        return self._stamp

    @Slot()
    def look(self) -> None:
        """Looks now whether anything has changed."""
        before, self._stamp = self._stamp, self._observe()
        if self._stamp != before:
            self.changed.emit()
        self.looked.emit()

    def _observe(self) -> Stamp:
        stamp = stamp_of(self._folder)
        files = {self._folder / file for file in stamp}
        wanted = {str(path) for file in files for path in (file, file.parent)} | {str(self._folder)}
        watched = {*self._watcher.files(), *self._watcher.directories()}
        if gone := watched - wanted:
            self._watcher.removePaths(sorted(gone))
        if new := [path for path in sorted(wanted - watched) if Path(path).exists()]:
            self._watcher.addPaths(new)
        return stamp
