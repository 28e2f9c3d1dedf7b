"""The story: phases, lessons, decisions, disagreements, and the cards with them."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from kiosk.exhibit.dating import Dated
from kiosk.exhibit.model.record import Field, Record, Words, Written
from kiosk.exhibit.model.words import (
    Certainty,
    End,
    Fact,
    FormationId,
    Identifier,
    Moment,
    Narration,
    Notes,
    PersonId,
    PictureId,
    PlaceId,
    Plain,
    Recorded,
    Said,
    SideId,
    Signed,
    ViewId,
    Waypoint,
)

_YEAR = r"^(\d{1,4}(/\d{1,4})?( BC)?|-\d{4})$"

Year = Annotated[
    str,
    Field(pattern=_YEAR),
    Written(
        {
            "anyOf": [{"type": "string", "pattern": _YEAR}, {"type": "integer"}],
            "examples": ["1775", "1897/8", "356 BC"],
        }
    ),
]
"""A year, or two between which texts differ; for editors of YAML a year alone is a number."""


class Milestone(Record):
    """One year of a life, and what it brought."""

    year: Year | None = Field(
        None, description="the year as it is printed beside the line; none where no source has it"
    )
    text: Words = Field(
        description="what it brought, at most three lines on the card",
        examples=["Born at Nîmes."],
    )


class Person(Fact):
    """A named person; a touch on the name opens this as a card."""

    id: Identifier = Field(examples=["reille"])
    name: Words = Field(
        description="the name; wherever a text says it, it can be touched", examples=["Reille"]
    )
    pinyin: str | None = Field(
        None, description="how a Chinese name is read, printed on the card", examples=["Sūn Zǐ"]
    )
    spoken: Said | None = None
    side: SideId | None = Field(None, description="id of the side it stands on")
    role: Words = Field(description="rank or office", examples=["Commander of II Corps"])
    about: Words | None = Field(
        None,
        description="what a visitor should know, in a sentence or two",
        examples=["His corps opened the battle on the left."],
    )
    life: tuple[Milestone, ...] = Field(
        (),
        description="instead, the life in the order of its years: birth, offices, the campaign,"
        " what became of it",
        examples=[
            [{"year": "1775", "text": "Born."}, {"year": "1815", "text": "Led II Corps."}],
        ],
    )
    pictures: tuple[PictureId, ...] = Field(
        (), description="ids of photographs and drawings shown on the card"
    )

    def __post_init__(self) -> None:
        if (self.about is None) == (not self.life):
            raise ValueError("needs either `about` or `life`")


class Term(Fact):
    """A word that a visitor may not know; a touch opens this as a card."""

    id: Identifier = Field(examples=["corps"])
    name: Words = Field(
        description="the word; wherever a text says it, it can be touched", examples=["Corps"]
    )
    pinyin: str | None = Field(
        None, description="how a Chinese word is read, printed on the card", examples=["jūntuán"]
    )
    spoken: Said | None = None
    about: Words = Field(
        description="what it means, in a sentence or two",
        examples=["A part of an army that can fight alone: two divisions or more."],
    )
    pictures: tuple[PictureId, ...] = Field((), description="ids of drawings shown on the card")
    marks: Certainty | None = Field(
        None,
        description="the certainty of which the word tells: each entry of it says the word",
        examples=["narrated"],
    )


class Event(Fact):
    """A happening of the campaign, at a moment."""

    id: Identifier = Field(examples=["first-shot"])
    at: Moment = Field(description="the moment, or one of its day that keeps the order")
    hour_known: bool = Field(
        False, description="whether sources give the hour; else the day shows", examples=[True]
    )
    text: Words = Field(
        description="what happened, in a sentence", examples=["II Corps attacks the farm."]
    )
    key: bool = Field(
        False, description="whether the phase stops at it when it plays", examples=[True]
    )
    caption: Words | None = Field(
        None,
        description="what is read at a key event while it stops, at most 14 words; else `text`",
        examples=["The first attack falls on the farm"],
    )
    place: PlaceId | None = Field(None, description="id of the place where it happened")
    formations: tuple[FormationId, ...] = Field((), description="ids of those who acted")
    side: SideId | None = Field(
        None, description="id of the side whose doing it was, where no formation acted"
    )


class Passage(Fact):
    """A text of a screen that can be presented or listened to."""

    pictures: tuple[PictureId, ...] = Field((), description="ids of drawings shown beside it")
    plain: Plain | None = None
    notes: Notes | None = None
    narration: Narration | None = None
    recording: Recorded | None = None
    signed: Signed | None = None


class Standpoint(Fact):
    """One side's view of a phase: what it wanted, knew and did."""

    side: SideId = Field(description="id of the side")
    text: Words = Field(
        description="what it wanted, knew and did",
        examples=["The allies meant to hold until help came."],
    )


class Phase(Passage):
    """A chapter of the campaign."""

    id: Identifier = Field(examples=["farm"])
    title: Words = Field(description="its heading", examples=["The fight for the farm"])
    short: Words = Field(description="two words for the timeline", examples=["The farm"])
    starts: Moment = Field(description="when it begins: at the end of the one before, or later")
    ends: End = Field(description="when it ends", examples=["1815-06-18 16:00"])
    moment: Moment = Field(
        description="where the playhead stands when the phase is opened",
        examples=["1815-06-18 13:00"],
    )
    view: ViewId = Field(description="id of the view that the map shows")
    question: Words | None = Field(
        None, description="the question that leads into it", examples=["Why fight for a farm?"]
    )
    text: Words = Field(
        description="the story, at most 48 words",
        examples=["The first attack fell on a walled farm in front of the right."],
    )
    formations: tuple[FormationId, ...] = Field(
        (), description="ids of those that its text speaks of in other words than their names"
    )
    standpoints: tuple[Standpoint, ...] = Field(
        (), description="what each side wanted, knew and did"
    )
    events: tuple[Event, ...] = Field((), description="what happened, hour by hour")

    def __post_init__(self) -> None:
        """Has each event that is known to lie somewhere in a longer time lie in the phase."""
        events = tuple(_in_phase(event, self.starts, self.ends) for event in self.events)
        object.__setattr__(self, "events", events)


def _in_phase(event: Event, starts: dt.datetime, ends: dt.datetime) -> Event:
    if not isinstance(event.at, Dated) or starts <= event.at <= ends:
        return event
    return event.model_copy(update={"at": event.at.within(starts, ends)})


class Proof(Fact):
    """A piece of what a lesson rests on.

    Its number, counted from 1, stands in the text as (1), and on the map where and when it was.
    """

    text: Words = Field(
        description="a few words beside its number on the map", examples=["the garrison holds"]
    )
    place: Waypoint | None = Field(
        None, description="where it is on the map: a place or a point", examples=["hougoumont"]
    )
    moment: Moment | None = Field(None, description="its hour, else that of the lesson")


class Lesson(Passage):
    """A claim about what the campaign taught, who makes it, and what speaks against it."""

    id: Identifier = Field(examples=["walls"])
    title: Words = Field(description="the claim", examples=["Walls are worth a division"])
    text: Words = Field(
        description="what it rests on",
        examples=["A garrison of some battalions (1) held off most of a corps (2)."],
    )
    proofs: tuple[Proof, ...] = Field(
        (), max_length=9, description="what it rests on, in the order of the text's numbers"
    )
    claimed_by: Words = Field(description="who says so", examples=["British accounts"])
    against: Words = Field(
        description="what speaks against it",
        examples=["The attackers were not meant to take it at first."],
    )
    view: ViewId = Field(description="id of the view that shows where it rests")
    moment: Moment = Field(description="the hour that it rests on")
    places: tuple[PlaceId, ...] = Field((), description="ids of places that it points at")
    formations: tuple[FormationId, ...] = Field((), description="ids of those it speaks of")


class Choice(Record):
    """One way that a commander could have gone."""

    key: Identifier = Field(examples=["wait"])
    text: Words = Field(description="what to do", examples=["Wait until the ground dries"])
    reply: Words = Field(
        description="what spoke for it and against it",
        examples=["Guns roll better on dry ground; but help comes to the other side."],
    )
    line: tuple[Waypoint, ...] = Field(
        (),
        description="where it leads on the map: places or points in order; one alone stays there",
        examples=[["hougoumont", [4.41, 50.69]]],
    )
    side: SideId | None = Field(
        None, description="id of the side that it goes over to, if it changes sides"
    )


class Decision(Passage):
    """A question that a commander faced, put to the visitor, and what was done."""

    id: Identifier = Field(examples=["hour-of-attack"])
    title: Words = Field(description="its heading", examples=["Wet ground"])
    text: Words = Field(
        description="what was known then", examples=["It rained all night. Guns sink in."]
    )
    question: Words = Field(
        description="what the visitor is asked", examples=["When do you attack?"]
    )
    person: PersonId | None = Field(None, description="id of the one who had to decide")
    choices: tuple[Choice, ...] = Field(
        min_length=2,
        max_length=4,
        description="ways to go, two to four",
        examples=[
            [
                {"key": "wait", "text": "At noon", "reply": "The ground dries."},
                {"key": "now", "text": "At dawn", "reply": "Nobody has come to help yet."},
            ]
        ],
    )
    taken: Identifier = Field(description="key of the choice that was made", examples=["wait"])
    happened: Words = Field(
        description="what came of it", examples=["The attack began late in the morning."]
    )
    view: ViewId = Field(description="id of the view that the map shows")
    moment: Moment = Field(description="the hour of the decision")
    done: Moment | None = Field(
        None, description="the hour at which the map shows what was done, else that of the decision"
    )
    places: tuple[PlaceId, ...] = Field((), description="ids of places that it points at")
    formations: tuple[FormationId, ...] = Field((), description="ids of those it speaks of")

    def __post_init__(self) -> None:
        keys = [choice.key for choice in self.choices]
        if self.taken not in keys:
            raise ValueError(f"`taken` is none of the choices: {', '.join(keys)}")


class Voice(Fact):
    """One answer to a question that sources answer differently, and who gives it."""

    who: Words = Field(description="whose voice it is", examples=["The despatch"])
    says: Words = Field(description="what it says", examples=["At about ten o'clock"])
    low: float | None = Field(
        None, description="the figure, or the lower end of it, for the axis", examples=[10]
    )
    high: float | None = Field(
        None,
        description="upper end; as `low` if not given; alone, the voice says `fewer than`",
        examples=[11.5],
    )
    open_ended: bool = Field(False, description="the voice says `more than`", examples=[True])


class Disagreement(Fact):
    """A question that sources answer differently."""

    id: Identifier = Field(examples=["first-hour"])
    question: Words = Field(
        description="what they answer differently", examples=["When did it begin?"]
    )
    voices: tuple[Voice, ...] = Field(
        min_length=2,
        description="who says what, two or more",
        examples=[
            [
                {"who": "The despatch", "says": "At about ten", "low": 10, "sources": ["despatch"]},
                {"who": "A diary", "says": "Near noon", "low": 12, "sources": ["diary"]},
            ]
        ],
    )
    counts: bool = Field(
        True, description="whether figures count something from 0 on", examples=[False]
    )
    detail: bool = Field(
        False,
        description="whether little hangs on it: it stands behind what matters",
        examples=[True],
    )
    view: ViewId | None = Field(
        None, description="id of the view of the ground it is about; without one no map is shown"
    )
    moment: Moment | None = Field(None, description="the hour it is about")
    about: tuple[str, ...] = Field(
        (),
        description="ids of the phases, lessons, decisions, formations, places or panels",
        examples=[["farm", "hougoumont"]],
    )
