"""The scribe: the pieces that sections of every kind are made of."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from kiosk.exhibit import model
from kiosk.exhibit.clock import Clock, Sighting
from kiosk.exhibit.kinds import KIND_OF, ref_of
from kiosk.exhibit.model import Exhibit, Fact, Words
from kiosk.exhibit.ref import Ref
from kiosk.telling.locale import Teller
from kiosk.telling.outline.blocks import Event, Heading, Picture, Source, Text
from kiosk.telling.outline.pointing import refs_of
from kiosk.telling.standing import Standing


def facts_of(record: Any) -> Iterator[Fact]:
    """The statements that a record makes, itself and those within it."""
    if isinstance(record, Fact):
        yield record
    for name in ("standpoints", "events", "proofs", "voices", "strength", "losses"):
        yield from getattr(record, name, ())


@dataclass(frozen=True)
class Now:
    """A moment of the campaign, at which formations are somewhere on a side."""

    clock: Clock
    moment: dt.datetime

    def side(self, formation: str) -> str:
        """The id of a formation's side."""
        return self.clock.side_at(formation, self.moment)

    def sighting(self, formation: str) -> Sighting | None:
        """A formation then; None before its track begins."""
        return self.clock.sighting(formation, self.moment)


class Scribe:
    """Says texts, sources and figures of an exhibit with a teller, as blocks.

    Without a `now`, formations and people are told as they were at first.
    """

    def __init__(self, exhibit: Exhibit, teller: Teller, now: Now | None = None) -> None:
        self.exhibit, self.teller, self.now = exhibit, teller, now
        self.lead, self.second, self.say = teller.lead, teller.second, teller.phrases.say

    # ------------------------------------------------------------ whose

    @cached_property
    def people(self) -> dict[str, model.Person]:
        """The people by id."""
        return self.exhibit.indexed("people")

    @cached_property
    def sides(self) -> dict[str, model.Side]:
        """The sides by id."""
        return self.exhibit.indexed("sides")

    @cached_property
    def _places(self) -> dict[str, model.Place]:
        return self.exhibit.indexed("places")

    @cached_property
    def standing(self) -> Standing:
        """The teller of where things stand."""
        return Standing(self.exhibit, self.teller)

    def where(self, point: str | model.LonLat | None) -> str:
        """The name of a place by its id, or where a point is from one; "" for neither."""
        if isinstance(point, str):
            return self.lead(self._places[point].name)
        return self.standing.where(point) if point else ""

    @cached_property
    def _pictures(self) -> dict[str, model.Picture]:
        return self.exhibit.indexed("pictures")

    def ref(self, record: Any) -> Ref:
        """The ref of an entry, or of one of the doors."""
        if not isinstance(record, model.Panel):
            return ref_of(record)
        doors = (name for name, panel in self.exhibit.panels if panel is record)
        return Ref.of("panels", next(doors))

    def place_in_list(self, record: Any) -> tuple[int, int]:
        """The place of an entry in its list, counted from 1, and the number of entries there."""
        keys = [*self.exhibit.indexed(KIND_OF[type(record)].name)]
        return keys.index(record.id) + 1, len(keys)

    # ------------------------------------------------------------ what is said, and by whom

    @cached_property
    def sources(self) -> dict[str, Source]:
        """Every source by id, numbered in the order of the list."""
        return {
            source.id: Source(
                key=source.id,
                number=number,
                title=self.lead(source.title),
                where=self.lead(source.where),
                note=self.lead(source.note),
            )
            for number, source in enumerate(self.exhibit.sources, 1)
        }

    def cited(self, fact: Fact) -> tuple[Source, ...]:
        """The sources of a statement, each once, in its own order."""
        known = self.sources
        return tuple(known[key] for key in dict.fromkeys(fact.sources) if key in known)

    def most_cited(self, facts: Iterable[Fact]) -> Sequence[Source]:
        """The sources of some statements, the most cited first."""
        counts: dict[str, int] = {}
        for fact in facts:
            for key in fact.sources:
                counts[key] = counts.get(key, 0) + 1
        ranked = sorted(counts, key=lambda key: -counts[key])
        return [self.sources[key] for key in ranked if key in self.sources]

    def doubt(self, fact: Fact) -> str:
        """The certainty of a statement; empty for one that a source's text documents."""
        return self.teller.doubt(fact.certainty)

    def text(self, words: Words | None, fact: Fact) -> Text:
        """A text as its statement's sources and certainty have it."""
        return Text(text=self.lead(words), doubt=self.doubt(fact), sources=self.cited(fact))

    def event(self, event: model.Event, phase: model.Phase | None = None) -> Event:
        """An event, headed by when it was; in the list of a phase as that tells it."""
        return Event(
            key=event.id,
            heading=self.teller.when(event, phase),
            text=self.lead(event.text),
            doubt=self.doubt(event),
            sources=self.cited(event),
            at=event.at,
            caption=self.lead(event.caption or event.text) if event.key else "",
            spoken_of=refs_of(event),
        )

    def pictures(self, record: Any) -> tuple[Picture, ...]:
        """The pictures that belong to a record, in its order; a picture belongs to itself."""
        if isinstance(record, model.Picture):
            return (self.picture(record),)
        return tuple(self.picture(self._pictures[key]) for key in record.pictures)

    def picture(self, picture: model.Picture) -> Picture:
        """A picture with its words, and those behind it with theirs."""
        known = self._pictures
        return replace(
            self._alone(picture),
            compare=self._alone(known[picture.compare]) if picture.compare else None,
            gallery=tuple(self.picture(known[key]) for key in picture.gallery),
        )

    def _alone(self, picture: model.Picture) -> Picture:
        film = picture.film
        return Picture(
            key=picture.id,
            file=picture.file,
            name=self.lead(picture.name),
            short=self.lead(picture.short or picture.name),
            text=self.lead(picture.alt),
            credit=self.lead(picture.credit),
            worded=bool(picture.labels),
            film=film.file if film else "",
            captions=self.lead(film.captions) if film and film.captions else "",
            signed=self.lead(film.signed) if film and film.signed else "",
            doubt=self.doubt(picture),
            sources=self.cited(picture),
        )

    def headings(self, *headings: Heading) -> tuple[Heading, ...]:
        """Those of some headings below which anything is said, with what is said there."""
        told = (
            Heading(key=heading.key, text=heading.text, points=points)
            for heading in headings
            if (points := tuple(point for point in heading.points if point.text))
        )
        return tuple(told)
