"""The outline: every record of an exhibit as a section, in one language."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kiosk.exhibit import model
from kiosk.telling.outline import cards, stops
from kiosk.telling.outline.blocks import Count, Point, Section
from kiosk.telling.outline.figures import COUNTED, counts
from kiosk.telling.outline.scribe import Scribe

SECTIONS: dict[type[model.Record], Callable[[Scribe, Any], Section]] = {
    model.Title: stops.title,
    model.Panel: stops.panel,
    model.View: stops.view,
    model.Phase: stops.phase,
    model.Lesson: stops.lesson,
    model.Decision: stops.decision,
    model.Disagreement: stops.disagreement,
    model.Person: cards.person,
    model.Term: cards.term,
    model.Place: cards.place,
    model.Area: cards.area,
    model.Formation: cards.formation,
    model.Side: cards.side,
    model.Picture: cards.picture,
}
"""The function that says a record of each kind."""


class Outline(Scribe):
    """The story of an exhibit as a teller says it."""

    def section(self, record: model.Record) -> Section:
        """An entry as it is told."""
        return SECTIONS[type(record)](self, record)

    def counts(self, *kinds: str) -> tuple[Count, ...]:
        """The sides' figures on one axis, of all kinds or some."""
        return tuple(counts(self, *(kinds or COUNTED)))

    @property
    def credits(self) -> tuple[Point, ...]:
        """The layers of the map, and where each comes from."""
        return tuple(
            Point(key=layer.id, heading=self.lead(layer.name), text=self.lead(layer.credit))
            for layer in self.exhibit.map.layers
        )
