"""One kiosk for one visitor after the other, as in a museum: opened anew only for another state."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import Property, QObject

from kiosk.map.ground.plates import Plate
from kiosk.qt.rows import Rows
from kiosk.stage.evidence import Evidence
from kiosk.stage.lanes import Lanes
from tests.window import Visitor

LEFT = (Rows, Plate, Evidence, Lanes)
"""What is read through others, has an address, or keeps what it was opened with."""

KEPT = (
    *("RiverOfMen.ground", "RiverOfMen.pieces", "signsGone", "namesGone", "edgesGone"),
    *("Fingers.markX", "Fingers.markY"),
    *("Forces.sides", "Timeline.events"),
)
"""Pictures by their address, what has gone from the map, where it was touched last, and what is
filled whenever it is opened.
"""


def parts(stage: QObject) -> Iterator[QObject]:
    """The stage and what it is made of."""
    yield stage
    for part in stage.findChildren(QObject):
        if type(part).__module__.startswith("kiosk.") and not isinstance(part, LEFT):
            yield part


def told(visitor: Visitor) -> dict[str, object]:
    """All that QML is told of the stage; whose stage it is, and how long it waits for what."""
    found: dict[str, object] = {"exhibit": id(visitor.kiosk.exhibit), "stage": id(visitor.stage)}
    for number, part in enumerate(parts(visitor.stage)):
        kind = type(part)
        for name in dir(kind):
            key = f"{number} {kind.__name__}.{name}"
            if isinstance(getattr(kind, name, None), Property) and not key.endswith(KEPT):
                found[key] = _plain(getattr(part, name))
    left = [visitor.time.remaining(wait) for wait in visitor.time.due]
    asked = visitor.kiosk.exhibit.decisions
    found["votes"] = [visitor.stage.ballot.earlier(decision.id) for decision in asked]
    found["waits"] = len(left), max(left)
    window = visitor.window
    return found | {"size": window.size(), "items": len(window.contentItem().childItems())}


def _plain(value: Any) -> object:
    if isinstance(value, Rows):
        return tuple(tuple(map(_plain, vars(row).values())) for row in value.rows)
    return type(value) if isinstance(value, QObject) else value


class Succession:
    """The kiosk that one visitor after the other comes to."""

    def __init__(self) -> None:
        self._visitor: Visitor | None = None
        self._new: dict[str, object] = {}

    def next(self, opened: Callable[[], Visitor]) -> Visitor:
        """Somebody who has just woken it; before another kiosk if not all of it is as new."""
        visitor = self._visitor
        if visitor is not None and self._new["stage"] == id(visitor.stage):
            visitor.stage.session.touch()
            visitor.stage.session.leave()
            visitor.window.show()
            _come(visitor)
            if told(visitor) == self._new:
                return visitor
        self.close()
        self._visitor = visitor = opened()
        _come(visitor)
        self._new = told(visitor)
        return visitor

    def pause(self) -> None:
        """Nobody is there."""
        if self._visitor is not None:
            self._visitor.window.hide()

    def close(self) -> None:
        """Takes the kiosk down."""
        if self._visitor is not None:
            self._visitor.kiosk.close()
        self._visitor = None


def _come(visitor: Visitor) -> None:
    visitor.process()
    visitor.stand_still()
    visitor.wake()
