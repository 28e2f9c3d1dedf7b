"""The script of a talk: what each slide says, click by click, in the language chosen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from kiosk.exhibit.clicks import RECORDED, opens_at
from kiosk.exhibit.clock import Clock
from kiosk.exhibit.kinds import names
from kiosk.exhibit.model import Bounds, Event, Exhibit, LonLat, Phase, Record
from kiosk.exhibit.reels import TITLE
from kiosk.map.sight import spots_of
from kiosk.talk.slides import Slide
from kiosk.telling.links import emphasised
from kiosk.telling.locale import Teller
from kiosk.telling.outline.blocks import Section, Source
from kiosk.telling.outline.outline import Outline
from kiosk.telling.outline.readings import narrated
from kiosk.telling.outline.scribe import facts_of

CITED = 4
"""The number of sources that fit on a slide: those that most rests on."""

CITING = names(lambda kind: kind.cites)
"""The lists whose statements count where sources are ranked."""

RIM = 0.1
"""The margin beyond a spot that lies off the view, as a share of what is shown then."""


@dataclass(frozen=True)
class Point:
    """A line that comes with a click: a `mark` before it, and whether it is the choice made.

    Of a choice `reply` is what spoke for it and against it.
    """

    mark: str
    text: str
    taken: bool = False
    reply: str = ""


def entry_of(exhibit: Exhibit, slide: Slide) -> Record:
    """The entry that a slide shows; the exhibit's title where it shows none."""
    entry: Record = exhibit.entry(slide.ref) if slide.ref else exhibit.exhibit
    return entry


def phase_of(exhibit: Exhibit, slide: Slide) -> Phase | None:
    """The phase that a slide shows; None where it shows none."""
    return exhibit.indexed("phases")[slide.key] if slide.kind == "phases" else None


def events_of(phase: Phase, slide: Slide) -> Sequence[Event]:
    """The events of a phase that its slide tells, in the order of time."""
    events = {event.id: event for event in phase.events}
    return [events[key] for key in slide.told]


def scene_of(exhibit: Exhibit, slide: Slide) -> tuple[str, dt.datetime]:
    """The view and the hour of a slide as it opens.

    One that is about no hour of the story doesn't go back from where the talk has come to.
    """
    main, entry, phase = exhibit.exhibit, entry_of(exhibit, slide), phase_of(exhibit, slide)
    if phase:
        told = events_of(phase, slide)
        return phase.view, opens_at(phase, told, ended=slide.text is not None)
    view = slide.key if slide.kind == "views" else getattr(entry, "view", None)
    moment = getattr(entry, "moment", None) or main.moment
    if slide.kind not in RECORDED and slide.reached:
        moment = max(moment, slide.reached)
    return view or main.view, moment


def sight_of(clock: Clock, exhibit: Exhibit, slide: Slide, event: Event | None) -> Bounds:
    """The part of the map that a slide shows: its view, and what the event speaks of."""
    view: Bounds = exhibit.indexed("views")[scene_of(exhibit, slide)[0]].bounds
    return view if event is None else around(view, spots_of(exhibit, clock, event))


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
    """Says the slides of an exhibit's talk with a teller."""

    def __init__(self, exhibit: Exhibit, teller: Teller) -> None:
        self._exhibit, self._teller = exhibit, teller
        self.outline, self.say = Outline(exhibit, teller), teller.phrases.say

    def section(self, slide: Slide) -> Section:
        """The outline of what a slide shows, with the title and the question of its own."""
        if slide.kind == "sources":
            section = Section(ref="", title=self.say("sources"))
        else:
            section = self.outline.section(entry_of(self._exhibit, slide))
        lead, second = self._teller.lead, self._teller.second
        if slide.title:
            section = replace(section, title=lead(slide.title), second=second(slide.title))
        if slide.question or (slide.title and slide.kind == "phases"):
            section = replace(section, question=lead(slide.question))
        return section

    # ------------------------------------------------------------ for all

    def overline(self, slide: Slide) -> str:
        """The line above the title; none of a panel, which has it beneath."""
        section = self.section(slide)
        return section.label or ("" if slide.kind == "panels" else section.overline)

    def text(self, slide: Slide, step: int) -> str:
        """The text beneath the title as StyledText; of a claim or a decision as it opens."""
        section = self.section(slide)
        if slide.kind in ("title", "panels"):
            return emphasised(section.text.text or section.overline)
        return emphasised(section.text.text) if section.label and not step else ""

    def points(self, slide: Slide) -> Iterator[Point]:
        """Events, choices, paragraphs, voices or sources, in the order of their clicks."""
        section = self.section(slide)
        if slide.kind in RECORDED:
            yield from _points(section, slide, self._teller.lead(slide.text))
        elif slide.key == "forces":
            for kind in ("strength", "losses"):
                if any(getattr(side, kind) for side in self._exhibit.sides):
                    yield Point("", self.say(f"figures_{kind}"))
        elif slide.kind == "pictures":
            first = section.pictures[0]  # two that are compared open half and half
            shown = (first, first.compare) if first.compare else first.gallery
            yield from (Point("", one.name) for one in shown)
        elif slide.kind == "sources":
            for source in self._cited()[:CITED]:
                yield Point("", source.title)

    def call(self, slide: Slide, step: int) -> str:
        """The call to the group, or what came of it."""
        if slide.polls(step):
            return self.say("hands_up")
        told = slide.reveals(step) and not slide.weighs(step)
        return self.section(slide).outcome.text if told else ""

    def rest(self, slide: Slide) -> str:
        """The number of sources beside those shown."""
        more = len(self._cited()) - CITED if slide.kind == "sources" else 0
        return self.say("more_sources", more) if more > 0 else ""

    def signed(self, slide: Slide) -> str:
        """The key of the film in which what a slide tells is signed; "" without one."""
        told = None if slide.show == "sources" else narrated(entry_of(self._exhibit, slide))
        return (slide.ref or TITLE) if told and told.signed else ""

    def credit(self) -> str:
        """The makers of the map, and the licence of the words."""
        credit = self._teller.lead(self._exhibit.map.credit)
        return " · ".join(filter(None, (credit, self._exhibit.exhibit.licence)))

    def _cited(self) -> Sequence[Source]:
        """The sources of what the exhibit tells, the most cited first."""
        records = (record for kind in CITING for record in getattr(self._exhibit, kind))
        return self.outline.most_cited(fact for record in records for fact in facts_of(record))

    # ------------------------------------------------------------ for the speaker alone

    def notes(self, slide: Slide) -> str:
        """The notes: the slide's own, or those of what it shows."""
        return self._teller.lead(slide.notes) if slide.notes else self.section(slide).notes

    def full_text(self, slide: Slide) -> str:
        """The text that the exhibit has here.

        With what spoke for each choice, who says what, or what a drawing shows.
        """
        section = self.section(slide)
        if slide.kind == "pictures":
            first = section.pictures[0]
            return "\n\n".join(picture.text for picture in (first, *first.behind))
        if slide.kind not in RECORDED:
            return ""
        texts = [section.text.text]
        texts += [f"{choice.letter}. {choice.reply}" for choice in section.choices]
        texts += [self.say("told_of", voice.who, voice.text) for voice in section.voices]
        return "\n\n".join(filter(None, texts))

    def line(self, slide: Slide, step: int) -> str:
        """The line that a click of a slide brings."""
        points = list(self.points(slide))
        if not step:
            return self.section(slide).title
        if step > len(points):
            if slide.polls(step):
                return self.say("hands_up")
            return self.say("for_and_against") if slide.weighs(step) else self.say("was_done")
        point = points[step - 1]
        return self._teller.joined(point.mark, point.text)


def _points(section: Section, slide: Slide, text: str) -> Iterator[Point]:
    """The points of a stop; of a phase that tells no event its text, or that of the slide."""
    for event in section.events:
        if event.key in slide.told:
            yield Point(event.heading, event.text)
    for choice in section.choices:
        yield Point(choice.letter, choice.text, choice.taken, choice.reply)
    for heading in section.headings:
        for point in heading.points:
            yield Point(heading.text, point.text)
    for voice in section.voices:
        yield Point(voice.who, voice.text)
    if not (section.label or slide.told):
        yield Point("", text or section.text.text)
