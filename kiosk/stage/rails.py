"""The railway's lines, which names keep off."""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.stage.focus import Focus, PlanePoint
from kiosk.stage.placing import Table


class Rails:
    """Lines on the plane, and the table of the ground they take on the screen."""

    def __init__(self) -> None:
        self._lines: Sequence[Sequence[PlanePoint]] = ()
        self._seen: tuple[Focus, Table] | None = None

    def take(self, lines: Sequence[Sequence[PlanePoint]]) -> None:
        """Takes lines instead of those before."""
        self._lines, self._seen = lines, None

    def table(self, focus: Focus) -> Table:
        """The lines on the screen; the same again while the camera stands still."""
        if self._seen is None or self._seen[0] != focus:
            table = Table(focus.room)
            for line in self._lines:
                table.take_line(focus.on_screen(line))
            self._seen = focus, table
        return self._seen[1]
