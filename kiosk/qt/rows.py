"""A list model of frozen records, changed by the difference to what it showed before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QByteArray, QModelIndex, QObject, Qt, Signal
from PySide6.QtQml import QmlElement

from kiosk.qt.property import Property, QmlUncreatable

QML_IMPORT_NAME = "Kiosk.Stage"
QML_IMPORT_MAJOR_VERSION = 1

Record = TypeVar("Record", bound=Any)
"""A frozen dataclass whose field `key`, a string, names it over changes."""


def spoken_in(rows: Iterable[Any], *roles: str) -> Iterator[str]:
    """The texts that rows have in these roles."""
    return (str(getattr(row, role)) for row in rows for role in roles)


def role_of(field: str) -> str:
    """The role by which QML reads a field, `planeX` for `plane_x`."""
    return re.sub(r"_(\w)", lambda found: found[1].upper(), field)


def _roles_of(kind: type[Any]) -> Iterator[str]:
    yield from (field.name for field in fields(kind))
    yield from (name for name, value in vars(kind).items() if isinstance(value, property))


@QmlElement
@QmlUncreatable("The stage makes its rows.")
class Rows(QAbstractListModel, Generic[Record]):
    """Records of one kind, each field and property a role; `key` names one over changes."""

    countChanged = Signal()

    def __init__(self, kind: type[Record], parent: QObject | None = None) -> None:
        super().__init__(parent)
        first = Qt.ItemDataRole.UserRole + 1
        self._fields = dict(enumerate(_roles_of(kind), first))
        self._rows: list[Record] = []

    def roleNames(self) -> dict[int, QByteArray]:
        """Qt's hook."""
        return {role: QByteArray(role_of(field).encode()) for role, field in self._fields.items()}

    def rowCount(self, parent: Any = QModelIndex()) -> int:  # noqa: B008
        """Qt's hook."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Any, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt's hook."""
        field = self._fields.get(role)
        return getattr(self._rows[index.row()], field) if field and index.isValid() else None

    @Property(int, notify=countChanged)
    def count(self) -> int:
        """The number of rows shown."""
        return len(self._rows)

    @property
    def rows(self) -> Sequence[Record]:
        """The rows shown now."""
        return self._rows

    def show(self, rows: Sequence[Record]) -> None:
        """Replaces what is shown: same keys in the same order change in place."""
        wanted, keys = [row.key for row in rows], [row.key for row in self._rows]
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

    def _update(self, rows: Sequence[Record]) -> None:
        for i, row in enumerate(rows):
            before = self._rows[i]
            if row != before:
                self._rows[i] = row
                at = self.index(i)
                changed = [
                    role
                    for role, field in self._fields.items()
                    if getattr(row, field) != getattr(before, field)
                ]
                self.dataChanged.emit(at, at, changed)
