"""A talk as it will be given: its slides, the clicks that each holds, and its planned time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kiosk.exhibit.clicks import FORCES, RECORDED, clicks_of, leaves_at, ref_in, told_of
from kiosk.exhibit.kinds import ref_of
from kiosk.exhibit.model import Exhibit, Talk, TalkSlide, Words
from kiosk.exhibit.ref import NoRef, Ref

CLICK_S = 30.0
"""Seconds that a click takes in a talk that nobody has planned."""

WHOLE = "everything"
"""The id of the talk that is made where the content has none."""


class SlideKind(StrEnum):
    """The kinds of slides that a screen lays out, and of a panel its name."""

    TITLE = "title"
    PHASES = "phases"
    FORCES = "forces"
    MAPS = "maps"
    LESSONS = "lessons"
    DECISIONS = "decisions"
    DISAGREEMENTS = "disagreements"
    VIEWS = "views"
    PICTURES = "pictures"
    SOURCES = "sources"


@dataclass(frozen=True)
class Slide:
    """A slide: the entry that it shows, in so many clicks and planned seconds.

    Of a phase the ids of the events `told`, in the order of time; `title`, `question`, `text` and
    `notes` are the slide's own. `reached` is the hour to which the talk has come before it, None at
    its beginning.
    """

    show: str
    steps: int
    seconds: float
    told: tuple[str, ...] = ()
    title: Words | None = None
    question: Words | None = None
    text: Words | None = None
    notes: Words | None = None
    reached: dt.datetime | None = None

    @property
    def ref(self) -> Ref | NoRef:
        """The entry; "" of the title and of the sources."""
        return ref_in(self.show)

    @property
    def kind(self) -> str:
        """The kind of entry, or "title" or "sources"."""
        return self.ref.kind if self.ref else self.show

    @property
    def key(self) -> str:
        """The entry's id; empty where it has none."""
        return self.ref.key if self.ref else ""

    @property
    def layout(self) -> SlideKind:
        """The layout; a panel without one of its own is laid out as a title."""
        name = self.key if self.kind == "panels" else self.kind
        return SlideKind(name) if name in tuple(SlideKind) else SlideKind.TITLE

    @property
    def choices(self) -> int:
        """The number of choices put to a show of hands; 0 where there is none."""
        return self.steps - 4 if self.kind == "decisions" else 0

    def polls(self, step: int) -> bool:
        """True if this click asks for a show of hands."""
        return self.choices > 0 and step == self.steps - 3

    def reveals(self, step: int) -> bool:
        """True from the click on that tells what was done."""
        return self.choices > 0 and step > self.steps - 3

    def weighs(self, step: int) -> bool:
        """True if this click tells what spoke for each choice and against it."""
        return self.choices > 0 and step == self.steps - 1


def talk_of(exhibit: Exhibit, key: str | None = None) -> Talk:
    """The talk with this id, else the first; where the content has none, one of everything.

    Raises KeyError if there is none of that id.
    """
    talks = {talk.id: talk for talk in exhibit.talks or (_everything(exhibit),)}
    return talks[key] if key else next(iter(talks.values()))


def _everything(exhibit: Exhibit) -> Talk:
    shown = ["title", *map(ref_of, exhibit.map.listed), FORCES]
    shown += [ref_of(record) for kind in RECORDED for record in getattr(exhibit, kind)]
    shown.append("sources")
    slides = tuple(TalkSlide(show=show, minutes=None) for show in shown)
    minutes = sum(steps_of(exhibit, slide) for slide in slides) * CLICK_S / 60
    return Talk(id=WHOLE, name=exhibit.exhibit.title, minutes=max(1.0, minutes), slides=slides)


def slides_of(exhibit: Exhibit, talk: Talk) -> tuple[Slide, ...]:
    """The slides of a talk; what the planned ones leave of its time the others share by clicks."""
    steps = [steps_of(exhibit, slide) for slide in talk.slides]
    planned = list(_seconds(talk, steps))
    return tuple(
        Slide(
            *(slide.show, count, seconds, _told(exhibit, slide)),
            *(slide.title, slide.question, slide.text, slide.notes),
            reached,
        )
        for slide, count, seconds, reached in zip(
            talk.slides, steps, planned, _reached(exhibit, talk), strict=True
        )
    )


def _reached(exhibit: Exhibit, talk: Talk) -> Iterator[dt.datetime | None]:
    """The hour to which the story has come before each slide of a talk."""
    reached: dt.datetime | None = None
    for slide in talk.slides:
        yield reached
        ref = ref_in(slide.show)
        reached = leaves_at(slide, exhibit.entry(ref) if ref else None) or reached


def listing(exhibit: Exhibit) -> Iterator[str]:
    """A line for each talk: its id, slides, clicks and minutes, and its name in each language."""
    for talk in exhibit.talks or (_everything(exhibit),):
        clicks = sum(steps_of(exhibit, slide) for slide in talk.slides)
        name = " · ".join(dict.fromkeys(talk.name.in_(one) for one in exhibit.exhibit.languages))
        counted = f"{len(talk.slides)} slides, {clicks} clicks, {talk.minutes:g} minutes"
        yield f"{talk.id}: {counted}: {name}"


def steps_of(exhibit: Exhibit, slide: TalkSlide) -> int:
    """The number of clicks that a slide holds, the one that opens it among them."""
    ref = ref_in(slide.show)
    return clicks_of(slide, exhibit.entry(ref) if ref else None, exhibit.sides)


def _told(exhibit: Exhibit, slide: TalkSlide) -> tuple[str, ...]:
    ref = ref_in(slide.show)
    if not ref or ref.kind != "phases":
        return ()
    return tuple(event.id for event in told_of(slide, exhibit.indexed("phases")[ref.key]))


def _seconds(talk: Talk, steps: Sequence[int]) -> Iterator[float]:
    given = [slide.minutes for slide in talk.slides]
    left = max(0.0, talk.minutes - sum(minutes or 0 for minutes in given))
    clicks = sum(count for count, minutes in zip(steps, given, strict=True) if minutes is None)
    for count, minutes in zip(steps, given, strict=True):
        yield 60 * (minutes if minutes is not None else left * count / clicks)
