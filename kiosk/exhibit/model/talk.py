"""The attract show, which plays by itself, and the talks before a group."""

from __future__ import annotations

from kiosk.exhibit.model.record import Field, Record, Words
from kiosk.exhibit.model.words import (
    End,
    EventId,
    FormationId,
    Identifier,
    Moment,
    Notes,
    ViewId,
)


class Slide(Record):
    """One picture of the attract show: a line of words while time passes on the map."""

    line: Words = Field(
        description="at most 12 words", examples=["Two armies face each other across a valley"]
    )
    view: ViewId = Field(description="id of the view that the map shows")
    starts: Moment = Field(description="the hour at which it begins")
    ends: End = Field(
        description="the hour that it comes to; time passes in between",
        examples=["1815-06-18 20:00"],
    )
    seconds: float = Field(
        9, ge=4, le=60, description="how long it stays on the screen", examples=[12]
    )
    event: EventId | None = Field(
        None,
        description="id of the event of these hours that its line tells: the clock stands at it,"
        " and rings mark its place",
    )
    river: bool = Field(
        False,
        description="whether the river of men grows through these hours in place of the map",
        examples=[True],
    )
    highlight: tuple[FormationId, ...] = Field((), description="ids of those who are always named")


class TalkSlide(Record):
    """One slide of a talk: a part of the exhibit, told click by click."""

    show: str = Field(
        description="what it shows: `title`, `sources`, or an entry as kind/id of the phases, "
        "panels, views, lessons, decisions, disagreements or pictures",
        examples=["phases/farm"],
    )
    minutes: float | None = Field(
        None,
        ge=0,
        le=480,
        description="how long it may take; without it, its share of what the others leave",
        examples=[2],
    )
    events: tuple[EventId, ...] | None = Field(
        None,
        description="ids of the events that a phase tells here, a click each; without it all;"
        " with none of them (`[]`) it tells its text",
        examples=[["first-shot"]],
    )
    back: bool = Field(
        False,
        description="whether it goes back on purpose to an earlier hour than the slides before it",
        examples=[True],
    )
    title: Words | None = Field(
        None,
        description="its title here in place of that of what it shows, where that gives away what "
        "comes; a phase then asks no question but the slide's own",
        examples=["The night attack"],
    )
    question: Words | None = Field(
        None,
        description="what a phase asks here in place of its question",
        examples=["Will the gate hold?"],
    )
    text: Words | None = Field(
        None,
        description="what a phase that tells no event says here in place of its text, at the hour "
        "of its last event",
        examples=["The day ended as it had begun, with nobody asked."],
    )
    notes: Notes | None = None


class Talk(Record):
    """The exhibit as a talk before a group: which slides, in which order, in which time."""

    id: Identifier = Field(examples=["ten-minutes"])
    name: Words = Field(description="what it is called", examples=["In ten minutes"])
    minutes: float = Field(ge=1, le=480, description="how long it takes", examples=[10])
    slides: tuple[TalkSlide, ...] = Field(
        min_length=1,
        description="its slides, in their order",
        examples=[[{"show": "title"}, {"show": "phases/farm", "minutes": 4}, {"show": "sources"}]],
    )
