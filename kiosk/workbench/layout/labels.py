"""Labels on the map: one for each place and formation that the text beside it names."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Container, Iterable, Iterator

from kiosk.exhibit.clock import Clock, Sighting
from kiosk.exhibit.model import Exhibit, Words
from kiosk.exhibit.reading.problem import quoted
from kiosk.telling.links import Linker
from kiosk.workbench.layout.eyes import is_words
from kiosk.workbench.layout.flaw import Flaw, View, flaw

ADDED = re.compile(r" \?$")
"""The mark of a label beside the name: that it is on no map."""


class Labels:
    """The labels of an exhibit in a language."""

    def __init__(self, exhibit: Exhibit, language: str) -> None:
        self._exhibit, self._language = exhibit, language
        self._clock, self._linker = Clock(exhibit), Linker(exhibit, language)

    def of(self, text: Words, moment: dt.datetime, numbered: Container[str] = ()) -> frozenset[str]:
        """The labels of what a text names, as far as it is on the map at a moment.

        Formations that are `numbered`, by id, are told by the number in their symbol.
        """
        found = set()
        for ref in self._linker.mentioned(text.in_(self._language)):
            record = self._exhibit.entry(ref)
            if ref.kind == "places" and record.stands(moment):
                found.add(record.name.in_(self._language))
            seen = ref.kind == "formations" and self._clock.sighting(ref.key, moment)
            if seen and ref.key not in numbered:
                found.add((record.label or record.name).in_(self._language))
        return frozenset(found)

    def bodies(self, text: Words) -> frozenset[str]:
        """The formations that a text names, by id."""
        refs = self._linker.mentioned(text.in_(self._language))
        return frozenset(ref.key for ref in refs if ref.kind == "formations")

    def seen(self, bodies: Iterable[str], moment: dt.datetime) -> dict[str, Sighting]:
        """The sightings of formations at a moment, by id."""
        return {sighting.formation: sighting for sighting in self._clock.at(moment, among=bodies)}


def unlabelled(view: View) -> Iterator[Flaw]:
    """Names in the text beside the map that no label on it says."""
    texts = (text for text in view.sight.texts if text.is_on_the_map or text.inside(is_words))
    said = {ADDED.sub("", text.words) for text in texts}
    for label in sorted(view.labels - said):
        message = f"{quoted(label)} is named in the text, but not on the map"
        hint = "another view or hour, or fewer names"
        yield flaw(f"no label {label}", "", message, hint, view.sight.screen, view.beside)
