"""A list model of plain rows, changed by the difference to what it showed before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QByteArray, QModelIndex, QObject, Qt
from PySide6.QtQml import QmlElement

from kiosk.visit.property import QmlUncreatable

QML_IMPORT_NAME = "Kiosk.Stage"
QML_IMPORT_MAJOR_VERSION = 1

Row = Mapping[str, Any]


@QmlElement
@QmlUncreatable("The stage makes its rows.")
class Rows(QAbstractListModel):
    """Rows with the same keys, each key a role; `key` names a row over changes."""

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

    @property
    def rows(self) -> Sequence[Row]:
        """What is shown now."""
        return self._rows

    def show(self, rows: Sequence[Row]) -> None:
        """Replaces what is shown: same keys in the same order change in place."""
        if [row["key"] for row in rows] == [row["key"] for row in self._rows]:
            self._update(rows)
            return
        wanted = {row["key"] for row in rows}
        for i in reversed(range(len(self._rows))):
            if self._rows[i]["key"] not in wanted:
                self.beginRemoveRows(QModelIndex(), i, i)
                del self._rows[i]
                self.endRemoveRows()
        for i, row in enumerate(rows):
            if i < len(self._rows) and self._rows[i]["key"] == row["key"]:
                continue
            old = next(
                (j for j in range(i, len(self._rows)) if self._rows[j]["key"] == row["key"]), None
            )
            if old is None:
                self.beginInsertRows(QModelIndex(), i, i)
                self._rows.insert(i, row)
                self.endInsertRows()
            else:
                self.beginMoveRows(QModelIndex(), old, old, QModelIndex(), i)
                self._rows.insert(i, self._rows.pop(old))
                self.endMoveRows()
        self._update(rows)

    def _update(self, rows: Sequence[Row]) -> None:
        for i, row in enumerate(rows):
            if row != self._rows[i]:
                self._rows[i] = row
                at = self.index(i)
                self.dataChanged.emit(at, at, [])
