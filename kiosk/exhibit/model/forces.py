"""The forces: sides, and formations with their way through the campaign."""

from __future__ import annotations

import datetime as dt

from kiosk.exhibit.model.record import Field, Record, Words
from kiosk.exhibit.model.vocabulary import Arm, ArmId, EchelonId
from kiosk.exhibit.model.words import (
    MOST,
    Colour,
    End,
    Fact,
    FormationId,
    Identifier,
    Kilometres,
    LonLat,
    Moment,
    Option,
    PersonId,
    PlaceId,
    Said,
    SideId,
)


class Shape(Option):
    """The frame of a side's symbols, which tells it where colour does not."""

    RECTANGLE = "rectangle", "four corners"
    HEXAGON = "hexagon", "pointed to left and right"
    ELLIPSE = "ellipse", "no corner"
    DIAMOND = "diamond", "pointed above and below too"
    OCTAGON = "octagon", "a rectangle less its corners"
    PENTAGON = "pentagon", "a roof"
    TRAPEZIUM = "trapezium", "narrower above"
    SHIELD = "shield", "pointed below"


class Figure(Fact):
    """A number as one voice gives it: exactly, about, at least, or from low to high."""

    who: Words = Field(description="whose voice it is", examples=["The despatch"])
    what: Words | None = Field(
        None, description="what is counted, if not all", examples=["infantry"]
    )
    low: int = Field(
        ge=0, le=MOST, description="the number, or the lower end of it", examples=[13000]
    )
    high: int | None = Field(
        None, ge=0, le=MOST, description="upper end; as `low` if not given", examples=[15000]
    )
    open_ended: bool = Field(False, description="the voice says `more than`", examples=[True])


class Side(Record):
    """A party to the campaign."""

    id: Identifier = Field(examples=["french"])
    name: Words = Field(description="its name, as it was used then", examples=["French army"])
    colour: Colour = Field(
        "",
        description='the colour of its symbols and arrows, in quotes: "#a1b2c3"; in the order of'
        " the sides if not given",
        examples=["#3d6ea8"],
    )
    shape: Shape | None = Field(
        None,
        description="the frame of its symbols; in the order of the sides if not given",
        examples=["hexagon"],
    )
    about: Words | None = Field(
        None,
        description="who they were, in a sentence or two of the handout",
        examples=["The army of the north."],
    )
    strength: tuple[Figure, ...] = Field((), description="how many they were, voice by voice")
    losses: tuple[Figure, ...] = Field((), description="how many they lost, voice by voice")


class Alliance(Fact):
    """Sides that stand together, throughout or for a time: they do not surround each other."""

    id: Identifier = Field(examples=["seventh-coalition"])
    name: Words = Field(description="what it was called", examples=["The Seventh Coalition"])
    sides: tuple[SideId, ...] = Field(
        min_length=2, max_length=8, description="ids of the sides", examples=[["french", "allied"]]
    )
    starts: Moment | None = Field(None, description="from when; from the first hour if not given")
    ends: End | None = Field(
        None,
        description="until when; until the last hour if not given",
        examples=["1815-06-18 20:00"],
    )

    def __post_init__(self) -> None:
        if len(set(self.sides)) < len(self.sides):
            raise ValueError("names a side twice")

    def joins(self, one: str, other: str) -> bool:
        """True if two sides, by their ids, are in it."""
        return {one, other} <= {*self.sides}

    def holds(self, moment: dt.datetime) -> bool:
        """True if it is in force at a moment."""
        return (self.starts is None or self.starts <= moment) and (
            self.ends is None or moment < self.ends
        )


class State(Option):
    """The state of a formation: what it is doing, or how it ended."""

    WAITING = "waiting", "it stands and does not fight"
    MARCHING = "marching", "it is on its way"
    ATTACKING = "attacking", "it attacks"
    DEFENDING = "defending", "it holds its ground"
    BESIEGED = "besieged", "it is surrounded"
    WITHDRAWING = "withdrawing", "it goes back"
    CHANGED_SIDES = "changed-sides", "it goes over; `side` names the side from here on"
    DESTROYED = "destroyed", "its end: a mark of it stays on the map for a day"
    CAPTURED = "captured", "its end: a mark of it stays on the map for a day"


ENDED = frozenset({State.DESTROYED, State.CAPTURED})
"""States after which a formation is only a mark on the map."""


class Station(Fact):
    """One stay of a formation on its way: where, from when, and what it did there."""

    starts: Moment = Field(description="when it gets here")
    ends: End | None = Field(
        None,
        description="when it leaves for the next station, at once if not given; "
        "of the last station, when it leaves the map, never if not given",
        examples=["1815-06-18 19:30"],
    )
    place: PlaceId | None = Field(None, description="id of the place it stands at")
    at: LonLat | None = Field(
        None, description="a point instead of a place: [longitude, latitude] in degrees"
    )
    via: tuple[LonLat, ...] = Field((), description="points passed on the way here")
    state: State = Field(description="what it does here", examples=["attacking"])
    approach: State = Field(
        State.MARCHING, description="what it did on the way here", examples=["withdrawing"]
    )
    attacks: FormationId | None = Field(
        None,
        description="id of the formation that it attacks from here: an arrow points at that until"
        " it leaves",
        examples=["garrison"],
    )
    side: SideId | None = Field(None, description="id of the side it belongs to from here on")
    strength: tuple[Figure, ...] = Field(
        (), description="how many were left as it came here, with those who went its way"
    )
    uncertainty_km: Kilometres = Field(
        description="how far off it may have stood, in kilometres: drawn as a ring"
    )

    def __post_init__(self) -> None:
        if (self.place is None) == (self.at is None):
            raise ValueError("needs either `place` or `at`")


class Commander(Record):
    """One leader of a formation, with the post held."""

    person: PersonId | None = Field(None, description="id of the person who led")
    name: Words | None = Field(
        None, description="instead, for one without a card of their own", examples=["Reille"]
    )
    role: Words = Field(description="as what", examples=["Commander"])

    def __post_init__(self) -> None:
        if (self.person is None) == (self.name is None):
            raise ValueError("needs either `person` or `name`")


class Formation(Fact):
    """A unit of either side: its place in the order of battle and its way through the campaign."""

    id: Identifier = Field(examples=["second-corps"])
    name: Words = Field(description="its full name", examples=["II Corps"])
    spoken: Said | None = None
    label: Words | None = Field(None, description="a shorter name for the map", examples=["II"])
    number: Words | None = Field(
        None, description="what stands in its symbol: a number, or a word", examples=["II"]
    )
    side: SideId = Field(description="id of the side it begins on")
    parent: FormationId | None = Field(
        None, description="id of the formation it belongs to", examples=["army-of-the-north"]
    )
    echelon: EchelonId = Field(description="its size", examples=["corps"])
    arm: ArmId = Field(str(Arm.INFANTRY), description="what it is made of", examples=["cavalry"])
    importance: int = Field(
        3, ge=1, le=5, description="1 keeps its symbol longest, 5 loses it first", examples=[1]
    )
    commanders: tuple[Commander, ...] = Field((), description="who led it, the first first")
    strength: tuple[Figure, ...] = Field((), description="how many it was, voice by voice")
    losses: tuple[Figure, ...] = Field((), description="how many it lost, voice by voice")
    about: Words | None = Field(
        None,
        description="what a visitor should know, in a sentence or two",
        examples=["It stood on the left of the line."],
    )
    fate: Words | None = Field(
        None, description="what became of it", examples=["It broke up in the evening."]
    )
    track: tuple[Station, ...] = Field(
        (), description="where it stood, station by station in the order of time"
    )
