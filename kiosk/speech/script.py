"""All that an exhibit can say, for narrators to say ahead."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path

from kiosk.exhibit.clock import Clock, Sighting
from kiosk.exhibit.geo import distance_km
from kiosk.exhibit.model import Exhibit, Record, Words
from kiosk.exhibit.model.record import within
from kiosk.speech.aloud import texts_of
from kiosk.speech.breaths import Breath, Speller, clauses
from kiosk.speech.loudness import EARS_STEP
from kiosk.speech.speech import PATIENCE, TEMPI
from kiosk.telling.locale import Teller, opening, phrases_of
from kiosk.telling.outline.forces import branches
from kiosk.telling.outline.lanes import banks
from kiosk.telling.outline.outline import SECTIONS, Outline
from kiosk.telling.standing import MOST_CHANGES, NEAREST, Standing
from kiosk.visit.preferences import TEXT_SCALES

HOUR = dt.timedelta(hours=1)

UNSPOKEN = frozenset({"notes", "alt", "credit", "recording", "signed", "spoken"})
"""Fields whose texts are for others than visitors who listen, or are no texts."""

UNHEARD = (
    *("line_height", "large_unit", "staff", "report", "talk", "timer", "slide"),
    *("day", "date", "hour_years", "ruler", "range", "spelt", "month", "year"),
)
"""The beginnings of the keys of words that are measures, patterns, or for others than visitors."""

CLOSE_KM = 60
"""Bodies that stand round about others are nearer than this."""

ROW = 12
"""Rows of as many things have their places said; longer ones are the map's lists."""


class Script:
    """The breaths of an exhibit in one language, by the language of who says them.

    Sentences of texts are whole. What is put together (the map at an hour, numbers, days) comes
    clause by clause. `words` is the folder of interface words.
    """

    def __init__(self, exhibit: Exhibit, words: Path, language: str, warning_s: float = 20) -> None:
        self._exhibit = exhibit
        codes = exhibit.exhibit.languages
        every = [phrases_of(exhibit, words, code) for code in codes]
        others = (code for code in codes if code != language)
        self._phrases = phrases_of(exhibit, words, language)
        self._teller = Teller(exhibit, self._phrases, next(others, None))
        self._speller = Speller(self._phrases, every)
        self._warning_s = warning_s
        self._clock = Clock(exhibit)

    def breaths(self) -> dict[Breath, None]:
        """All of them, each once, in the order in which a visit may come by them."""
        found: dict[tuple[str, str], Breath] = {}
        for text in self._texts():
            for sentence in self._speller.sentences(text):
                for breath in sentence.breaths:
                    found.setdefault((breath.language, breath.key), breath)
        for line in dict.fromkeys(self._lines()):
            for sentence in self._speller.sentences(line):
                for breath in sentence.breaths:
                    for part in clauses(breath):
                        found.setdefault((part.language, part.key), part)
        return dict.fromkeys(found.values())

    # ------------------------------------------------------------ texts

    def _texts(self) -> Iterator[str]:
        """Texts that are said sentence by sentence."""
        yield from self._interface()
        for steps, part in within((), self._exhibit):
            if isinstance(part, Words) and UNSPOKEN.isdisjoint(steps):
                yield part.in_(self._phrases.language)

    def _interface(self) -> Iterator[str]:
        for key, word in self._phrases.words.items():
            if isinstance(word, str) and "{" not in word and not key.startswith(UNHEARD):
                yield word
        say = self._phrases.say
        for scale in TEXT_SCALES:
            yield f"{scale}%"
        for seconds in {20, 10, round(self._warning_s), round(self._warning_s * PATIENCE)}:
            yield say("still_there_why", seconds)
        yield from (say("speech_volume", share) for share in range(EARS_STEP, 101, EARS_STEP))
        yield from (say("speech_tempo", tempo) for tempo in TEMPI)
        yield from (say("others_chose", share) for share in range(101))
        proofs = max((len(one.proofs) for one in self._exhibit.lessons), default=0)
        yield from (say("nth_proof", number + 1) for number in range(proofs))
        most = max(proofs, len(self._exhibit.phases))
        yield from (self._phrases.number(number + 1) for number in range(most))

    # ------------------------------------------------------------ what is put together

    def _lines(self) -> Iterator[str]:
        """Texts that are said clause by clause."""
        yield from self._told()
        yield from self._moments()
        yield from self._map()
        yield from self._places({*range(2, ROW + 1), *self._lengths()})

    def _told(self) -> Iterator[str]:
        """Every entry as it is told, with its numbers and days."""
        outline = Outline(self._exhibit, self._teller)
        for _, record in within((), self._exhibit):
            if isinstance(record, Record) and type(record) in SECTIONS:
                yield from texts_of(outline.section(record))
        yield from texts_of(outline.counts())
        for phase in self._exhibit.phases:
            yield self._phrases.days(phase.starts, phase.ends, "spelt")
        every = len(self._exhibit.formations)
        for bank in banks(self._exhibit, self._clock, self._teller, every):
            yield from texts_of(bank)
            for lane in bank.lanes:
                yield self._phrases.say("changes_sides", lane.strength)
        yield from (self._teller.when(event) for event in self._exhibit.events)

    def _moments(self) -> Iterator[str]:
        for moment in self._sightings:
            yield self._teller.moment(moment, hour=True)
            yield self._teller.moment(moment, hour=False)
            yield self._phrases.moment(moment, "clock")

    def _map(self) -> Iterator[str]:
        """The map hour by hour: who stands where, what changes, what lies how far off."""
        standing = Standing(self._exhibit, self._teller)
        before = self._clock.at(self._exhibit.exhibit.starts)
        say, number = self._phrases.say, self._phrases.number
        for moment, seen in self._sightings.items():
            yield from (standing.told(one, seen, moment) for one in seen)
            yield from (standing.place(place, seen) for place in self._exhibit.places)
            yield from (standing.area(area) for area in standing.in_force(moment))
            yield from standing.summary(seen, moment, "")
            yield from standing.change(before, seen)
            for one in seen:
                yield say("done_there", say(f"state_{one.state}"), standing.briefly(one))
            before = seen
        for point in self._phrases.words["compass"]:
            yield say("lies_off", opening(point), "", "")
        for km in {*range(1, CLOSE_KM), *self._distances()}:
            yield say("lies_off", "", number(km), "")
        yield from (say("more_entries", beyond) for beyond in range(2, ROW))
        for formation in self._exhibit.formations:
            yield say("no_longer", self._teller.lead(formation.name))
        for many in range(MOST_CHANGES + 1, len(self._exhibit.formations) + 1):
            yield say("do_otherwise", many)

    def _distances(self) -> set[int]:
        """The km from anything on the map to the places next to it."""
        places = [place.at for place in self._exhibit.places if place.located]
        bodies = {(one.lon, one.lat) for seen in self._sightings.values() for one in seen}
        return {
            round(km)
            for here in {*places, *bodies}
            for km in sorted(distance_km(here, there) for there in places)[: NEAREST + 1]
        }

    def _lengths(self) -> set[int]:
        """The lengths of the lists in which the map is walked."""
        clock, exhibit = self._clock, self._exhibit
        found = {len(exhibit.phases), len(exhibit.lessons)}
        for moment, seen in self._sightings.items():
            sides = {one.id: clock.side_at(one.id, moment) for one in exhibit.formations}
            there = {one.formation for one in seen}
            for side in exhibit.sides:
                tree = branches(exhibit, side.id, sides)
                found.add(sum(one.id in there and sides[one.id] == side.id for one, _ in tree))
            places = (one for one in exhibit.places if one.located and one.stands(moment))
            found.add(sum(1 for _ in places))
            found.add(sum(area.starts <= moment < area.ends for area in exhibit.areas))
        return found

    def _places(self, lengths: Iterable[int]) -> Iterator[str]:
        for length in lengths:
            for number in range(1, length + 1):
                yield self._phrases.say("nth_of", number, length)

    @cached_property
    def _sightings(self) -> dict[dt.datetime, tuple[Sighting, ...]]:
        """The formations on the map at each hour of the campaign."""
        starts, ends = self._exhibit.exhibit.starts, self._exhibit.exhibit.ends
        hours = (starts + HOUR * number for number in range((ends - starts) // HOUR + 1))
        return {hour: self._clock.at(hour) for hour in hours}
