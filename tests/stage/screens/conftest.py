"""The open map, and where on it there is something to touch, or nothing."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import QPoint

from kiosk.workbench.layout.eyes import Seen
from tests.window import Visitor


@pytest.fixture
def visitor(next_visitor: Visitor) -> Visitor:
    """One visitor comes after the other."""
    return next_visitor


@pytest.fixture
def maps(visitor: Visitor) -> Visitor:
    visitor.open("maps")
    return visitor


def free_point(visitor: Visitor) -> QPoint:
    """A point of the map that is far from every button."""
    left, top, width, height = visitor.stage.camera.focus
    buttons = [button.area for button in visitor.buttons()]
    spots = [
        QPoint(round(left + width * i / 16), round(top + height * j / 16))
        for i, j in itertools.product(range(3, 14), repeat=2)
    ]

    def room(spot: QPoint) -> float:
        """Pixels to the nearest button."""
        return min(
            max(
                abs(spot.x() - area.center().x()) - area.width() / 2,
                abs(spot.y() - area.center().y()) - area.height() / 2,
            )
            for area in buttons
        )

    return max(spots, key=room)


def shown_symbols(visitor: Visitor) -> list[Seen]:
    """The symbols that no button covers."""
    buttons = [button.area for button in visitor.buttons()]
    return [
        symbol
        for symbol in visitor.seen_symbols()
        if not any(area.contains(symbol.centre) for area in buttons)
    ]


def look_at_view(visitor: Visitor, name: object) -> None:
    """Through the list of the prepared views and the button of one."""
    visitor.touch(visitor.word("views"))
    visitor.touch(str(name))
    visitor.settle()


def look_at_the_last_view(visitor: Visitor) -> None:
    """To where there are symbols to touch."""
    look_at_view(visitor, list(visitor.stage.atlas.views.rows)[-1].name)
