"""The outline: every record of an exhibit as a section, in one language."""

from __future__ import annotations

from functools import cached_property

from kiosk.exhibit import model
from kiosk.telling.outline import cards, stops
from kiosk.telling.outline.blocks import Count, Point, Section
from kiosk.telling.outline.figures import COUNTED, counts
from kiosk.telling.outline.scribe import Scribe

SECTIONS = {**stops.SECTIONS, **cards.SECTIONS}
"""The function that says a record of each kind."""


class Outline(Scribe):
    """The story of an exhibit as a teller says it."""

    @cached_property
    def _sections(self) -> dict[int, tuple[model.Record, Section]]:
        """Sections that have been told, by the identity of their records."""
        return {}

    def section(self, record: model.Record) -> Section:
        """An entry as it is told, told once."""
        if id(record) not in self._sections:
            self._sections[id(record)] = record, SECTIONS[type(record)](self, record)
        return self._sections[id(record)][1]

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
