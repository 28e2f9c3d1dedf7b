"""The script of a talk: what each slide says, click by click, in the language chosen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from string import ascii_uppercase
from typing import Any

from kiosk.exhibit.clock import Clock
from kiosk.exhibit.kinds import names
from kiosk.exhibit.model import (
    Bounds,
    Decision,
    Disagreement,
    Event,
    Exhibit,
    Lesson,
    Panel,
    Phase,
    Picture,
    View,
    Words,
)
from kiosk.stage.evidence import facts_of
from kiosk.talk.slides import Slide
from kiosk.telling.locale import Tongue

CITED = 4
"""How many of the sources fit on a slide: those that most rests on."""

CITING = names(lambda kind: kind.cites)
"""The lists whose statements count where sources are ranked."""

RIM = 0.1
"""What is left beyond a spot that lies off the view, as a share of what is shown then."""

LonLat = tuple[float, float]

Entry = Phase | Lesson | Decision | Disagreement | Panel | View | Picture


@dataclass(frozen=True)
class Point:
    """Something that comes with a click: a `mark` before it, and if it is the choice made."""

    mark: str
    text: str
    taken: bool = False


def entry_of(exhibit: Exhibit, slide: Slide) -> Entry | None:
    """The entry that a slide shows; None where it shows none."""
    if slide.kind == "panels":
        panel: Panel = getattr(exhibit.panels, slide.key)
        return panel
    entry: Entry | None = exhibit.indexed(slide.kind)[slide.key] if slide.key else None
    return entry


def events_of(phase: Phase) -> Sequence[Event]:
    """The events of a phase in the order of time."""
    return sorted(phase.events, key=lambda event: event.at)


def scene_of(exhibit: Exhibit, slide: Slide) -> tuple[str, dt.datetime]:
    """The view and the hour of a slide as it opens."""
    main, entry = exhibit.exhibit, entry_of(exhibit, slide)
    if isinstance(entry, View):
        return entry.id, entry.moment or main.moment
    if isinstance(entry, Phase):
        return entry.view, entry.starts if entry.events else entry.moment
    view, moment = getattr(entry, "view", None), getattr(entry, "moment", None)
    return view or main.view, moment or main.moment


def sight_of(clock: Clock, exhibit: Exhibit, slide: Slide, event: Event | None) -> Bounds:
    """What of the map a slide shows: its view, and as much more as what the event speaks of."""
    view: Bounds = exhibit.indexed("views")[scene_of(exhibit, slide)[0]].bounds
    return view if event is None else around(view, _spots(clock, exhibit, event))


def _spots(clock: Clock, exhibit: Exhibit, event: Event) -> Iterator[LonLat]:
    if event.place:
        yield exhibit.indexed("places")[event.place].at
    for key in event.formations:
        if sighting := clock.sighting(key, event.at):
            yield sighting.lon, sighting.lat


def around(view: Bounds, spots: Iterable[LonLat]) -> Bounds:
    """The view and all spots; one that lies outside has a `RIM` beyond it."""
    west, south, east, north = view
    lons, lats = zip((west, south), (east, north), *spots, strict=True)
    across, up = RIM * (max(lons) - min(lons)), RIM * (max(lats) - min(lats))
    return (
        west if west <= min(lons) else min(lons) - across,
        south if south <= min(lats) else min(lats) - up,
        east if east >= max(lons) else max(lons) + across,
        north if north >= max(lats) else max(lats) + up,
    )


class Script:
    """Says the slides of an exhibit's talk with a tongue."""

    def __init__(self, exhibit: Exhibit, tongue: Tongue) -> None:
        self._exhibit, self._tongue = exhibit, tongue
        self._lead, self.say = tongue.lead, tongue.speech.say

    # ------------------------------------------------------------ for all

    def overline(self, slide: Slide) -> str:
        """The line above the title."""
        entry = entry_of(self._exhibit, slide)
        if slide.kind == "title":
            return self._lead(self._exhibit.exhibit.subtitle)
        if isinstance(entry, Phase):
            return self._tongue.speech.days(entry.starts, entry.ends)
        if isinstance(entry, View) and entry.moment:
            return self._tongue.moment(entry.moment, hour=False)
        if isinstance(entry, Lesson | Decision | Disagreement):
            return self.say(f"tab_{slide.kind}")
        return ""

    def title(self, slide: Slide) -> str:
        """The title."""
        return self._lead(self._named(slide)) or self.say("sources")

    def second(self, slide: Slide) -> str:
        """The title in the second language."""
        return self._tongue.second(self._named(slide))

    def _named(self, slide: Slide) -> Words | None:
        entry = entry_of(self._exhibit, slide)
        if entry is None:
            return None if slide.kind == "sources" else self._exhibit.exhibit.title
        if isinstance(entry, Disagreement):
            return entry.question
        return entry.title if isinstance(entry, Phase | Lesson | Decision) else entry.name

    def text(self, slide: Slide, step: int) -> str:
        """What stands beneath the title; of a claim or a decision only as it opens."""
        entry = entry_of(self._exhibit, slide)
        if slide.kind == "title":
            return self._lead(self._exhibit.exhibit.sentence)
        if isinstance(entry, Panel):
            return self._lead(entry.text or entry.line)
        return self._lead(entry.text) if isinstance(entry, Lesson | Decision) and not step else ""

    def question(self, slide: Slide) -> str:
        """The question that is put to the group; a disagreement's is its title."""
        entry = entry_of(self._exhibit, slide)
        return self._lead(entry.question) if isinstance(entry, Phase | Decision) else ""

    def points(self, slide: Slide) -> Iterator[Point]:
        """Events, choices, paragraphs, voices or sources, in the order of their clicks."""
        entry, lead = entry_of(self._exhibit, slide), self._lead
        if isinstance(entry, Phase):
            for event in events_of(entry):
                yield Point(self._tongue.when(event), lead(event.text))
            if not entry.events:
                yield Point("", lead(entry.text))
        elif isinstance(entry, Decision):
            for letter, choice in zip(ascii_uppercase, entry.choices, strict=False):
                yield Point(letter, lead(choice.text), choice.key == entry.taken)
        elif isinstance(entry, Lesson):
            yield Point(self.say("who_says"), lead(entry.claimed_by))
            yield Point(self.say("against"), lead(entry.against))
        elif isinstance(entry, Disagreement):
            for voice in entry.voices:
                yield Point(lead(voice.who), lead(voice.says))
        elif slide.key == "forces":
            for name in ("strength", "losses"):
                if any(getattr(side, name) for side in self._exhibit.sides):
                    yield Point("", self.say(f"figures_{name}"))
        elif slide.kind == "sources":
            known = self._exhibit.indexed("sources")
            for key in self._cited()[:CITED]:
                yield Point("", lead(known[key].title))

    def call(self, slide: Slide, step: int) -> str:
        """What the group is to do, or what came of it: the last two clicks of a decision."""
        entry, left = entry_of(self._exhibit, slide), slide.steps - 1 - step
        if not isinstance(entry, Decision) or left > 1:
            return ""
        return self.say("hands_up") if left else self._lead(entry.happened)

    def rest(self, slide: Slide) -> str:
        """How many sources there are beside those shown."""
        more = len(self._cited()) - CITED if slide.kind == "sources" else 0
        return self.say("more_sources", more) if more > 0 else ""

    def credit(self) -> str:
        """Whose map it is, and the licence of the words."""
        main, credit = self._exhibit.exhibit, self._lead(self._exhibit.map.credit)
        return " · ".join(filter(None, (credit, main.licence)))

    def _cited(self) -> list[str]:
        """The sources of what the exhibit tells, the most cited first."""
        counts: dict[str, int] = {}
        for kind in CITING:
            for record in getattr(self._exhibit, kind):
                for fact in facts_of(record):
                    for key in fact.sources:
                        counts[key] = counts.get(key, 0) + 1
        return sorted(counts, key=lambda key: -counts[key])

    # ------------------------------------------------------------ for the speaker alone

    def notes(self, slide: Slide) -> str:
        """What a speaker may say and ask."""
        entry: Any = entry_of(self._exhibit, slide)
        told = self._exhibit.exhibit if slide.kind == "title" else entry
        return self._lead(getattr(told, "notes", None))

    def told(self, slide: Slide) -> str:
        """What the exhibit tells here in full.

        The text and what spoke for each choice, who says what, or what a drawing shows.
        """
        entry, lead = entry_of(self._exhibit, slide), self._lead
        texts = [lead(entry.text)] if isinstance(entry, Phase | Lesson | Decision) else []
        if isinstance(entry, Decision):
            letters = zip(ascii_uppercase, entry.choices, strict=False)
            texts += [f"{letter}. {lead(choice.reply)}" for letter, choice in letters]
        elif isinstance(entry, Disagreement):
            voices = entry.voices
            texts += [self.say("told_of", lead(one.who), lead(one.says)) for one in voices]
        elif isinstance(entry, Picture):
            texts.append(lead(entry.alt))
        return "\n\n".join(texts)

    def line(self, slide: Slide, step: int) -> str:
        """What a click of a slide brings, in a line."""
        points = list(self.points(slide))
        if not step:
            return self.title(slide)
        if step > len(points):
            return self.say("hands_up") if step == len(points) + 1 else self.say("was_done")
        point = points[step - 1]
        return self._tongue.joined(point.mark, point.text)
