"""Rows of what stands on the map, and of what has left it while that fades."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject

from kiosk.qt.rows import Rows

Record = TypeVar("Record", bound=Any)
"""A frozen dataclass with a `key`, as for `Rows`."""


class Fading(Generic[Record]):
    """Records of one kind: those `shown`, and those `gone` a moment ago as they stood."""

    def __init__(self, kind: type[Record], parent: QObject) -> None:
        self.shown: Rows[Record] = Rows(kind, parent)
        self.gone: Rows[Record] = Rows(kind, parent)
        self._late: set[str] = set()

    def show(self, records: Sequence[Record]) -> None:
        """Replaces what is shown; what comes back is no longer gone."""
        keys = {record.key for record in records}
        left = [record for record in self.shown.rows if record.key not in keys]
        self._late |= {record.key for record in left}
        self.gone.show([*(one for one in self.gone.rows if one.key not in keys), *left])
        self.shown.show(records)

    def let_go(self) -> None:
        """Lets go of what was gone already when this was called last: it has faded."""
        self.gone.show([record for record in self.gone.rows if record.key in self._late])
        self._late.clear()
