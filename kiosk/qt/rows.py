"""A list model of plain rows, changed by the difference to what it showed before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QByteArray, QModelIndex, QObject, Qt, Signal
from PySide6.QtQml import QmlElement

from kiosk.qt.property import Property, QmlUncreatable

QML_IMPORT_NAME = "Kiosk.Stage"
QML_IMPORT_MAJOR_VERSION = 1

Row = Mapping[str, Any]

FACT = ("key", "heading", "text", "who")
"""The roles of a headed paragraph; `who` says so, if that is told."""


def spoken_in(rows: Iterable[Row], *roles: str) -> Iterator[str]:
    """What rows say in these roles."""
    return (str(row[role]) for row in rows for role in roles)


@QmlElement
@QmlUncreatable("The stage makes its rows.")
class Rows(QAbstractListModel):
    """Rows with the same keys, each key a role; `key` names a row over changes."""

    countChanged = Signal()

    def __init__(self, roles: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names = {
            Qt.ItemDataRole.UserRole + 1 + i: QByteArray(role.encode())
            for i, role in enumerate(roles)
        }
        self._roles = {Qt.ItemDataRole.UserRole + 1 + i: role for i, role in enumerate(roles)}
        self._rows: list[Row] = []

    def roleNames(self) -> dict[int, QByteArray]:
        """Qt's hook."""
        return self._names

    def rowCount(self, parent: Any = QModelIndex()) -> int:  # noqa: B008
        """Qt's hook."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Any, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt's hook."""
        name = self._roles.get(role)
        return self._rows[index.row()].get(name) if name and index.isValid() else None

    @Property(int, notify=countChanged)
    def count(self) -> int:
        """How many rows are shown."""
        return len(self._rows)

    @property
    def rows(self) -> Sequence[Row]:
        """What is shown now."""
        return self._rows

    def show(self, rows: Sequence[Row]) -> None:
        """Replaces what is shown: same keys in the same order change in place."""
        wanted, keys = [row["key"] for row in rows], [row["key"] for row in self._rows]
        if wanted == keys:
            self._update(rows)
            return
        before, kept = len(keys), set(wanted)
        for i in reversed(range(before)):
            if keys[i] not in kept:
                self.beginRemoveRows(QModelIndex(), i, i)
                del self._rows[i], keys[i]
                self.endRemoveRows()
        known = set(keys)
        for i, (key, row) in enumerate(zip(wanted, rows, strict=True)):
            if i < len(keys) and keys[i] == key:
                continue
            if key in known:
                old = keys.index(key, i)
                self.beginMoveRows(QModelIndex(), old, old, QModelIndex(), i)
                self._rows.insert(i, self._rows.pop(old))
                keys.insert(i, keys.pop(old))
                self.endMoveRows()
            else:
                self.beginInsertRows(QModelIndex(), i, i)
                self._rows.insert(i, row)
                keys.insert(i, key)
                self.endInsertRows()
        self._update(rows)
        if len(self._rows) != before:
            self.countChanged.emit()

    def _update(self, rows: Sequence[Row]) -> None:
        for i, row in enumerate(rows):
            before = self._rows[i]
            if row != before:
                self._rows[i] = row
                at = self.index(i)
                changed = [
                    r for r, name in self._roles.items() if row.get(name) != before.get(name)
                ]
                self.dataChanged.emit(at, at, changed)
