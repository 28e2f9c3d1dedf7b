"""What an exhibit says: the records a content folder is read into, and the schema of its YAML."""

from __future__ import annotations

import datetime as dt
import math
from enum import StrEnum
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    RootModel,
    StringConstraints,
    model_validator,
)

UNSTATED = ""
"""The language of words that a one-language exhibit writes as plain text."""


class Reference:
    """Marks a field that names a record of another list, so that rules can follow it."""

    def __init__(self, kind: str) -> None:
        self.kind = kind


class FilePath:
    """Marks a field that names a file of the content folder."""


class Record(BaseModel):
    """One thing of the exhibit, frozen once it is read; an unknown key is a problem."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class Words(RootModel[dict[str, str]]):
    """One text in each language of the exhibit, `{en: Railway, zh: 铁路}`.

    An exhibit of one language may write plain text instead.
    """

    model_config = ConfigDict(frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _plain_text(cls, value: Any) -> Any:
        return {UNSTATED: value} if isinstance(value, str) else value

    def in_(self, language: str) -> str:
        """The text in `language`, else the plain text, else what there is."""
        texts = self.root
        return texts.get(language) or texts.get(UNSTATED) or next(iter(texts.values()), "")


def _moment(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    try:
        return dt.datetime.fromisoformat(value.strip())
    except ValueError:
        raise ValueError("is not a moment such as 1815-06-18 11:30") from None


def _local(value: dt.datetime) -> dt.datetime:
    if value.tzinfo is not None:
        raise ValueError("carries a time zone; moments are local time, such as 1815-06-18 11:30")
    return value


def _lon_lat(value: tuple[float, float]) -> tuple[float, float]:
    lon, lat = value
    if not (math.isfinite(lon) and math.isfinite(lat)):
        raise ValueError("is not a pair of finite numbers [longitude, latitude]")
    if not (-180 <= lon <= 180 and -85 <= lat <= 85):
        raise ValueError("lies outside longitude -180..180, latitude -85..85")
    return value


def _bounds(value: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    west, south, east, north = value
    _lon_lat((west, south))
    _lon_lat((east, north))
    if not (west < east and south < north):
        raise ValueError("is not [west, south, east, north] with west < east and south < north")
    return value


Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]*$", max_length=64)]
Moment = Annotated[dt.datetime, BeforeValidator(_moment), AfterValidator(_local)]
LonLat = Annotated[tuple[float, float], AfterValidator(_lon_lat)]
Bounds = Annotated[tuple[float, float, float, float], AfterValidator(_bounds)]
Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$")]
Kilometres = Annotated[float, Field(ge=0, le=2000, allow_inf_nan=False)]
ContentFile = Annotated[str, FilePath()]

PlaceId = Annotated[str, Reference("places")]
SideId = Annotated[str, Reference("sides")]
FormationId = Annotated[str, Reference("formations")]
PersonId = Annotated[str, Reference("people")]
SourceId = Annotated[str, Reference("sources")]
ViewId = Annotated[str, Reference("views")]
PictureId = Annotated[str, Reference("pictures")]


class Certainty(StrEnum):
    """How a statement is known."""

    DOCUMENTED = "documented"  # a source's text says so
    NARRATED = "narrated"  # only popular or literary accounts say so
    COMPUTED = "computed"  # calculated by the exhibit's makers
    INFERRED = "inferred"  # concluded from other statements


CONCLUDED = frozenset({Certainty.INFERRED, Certainty.NARRATED})
"""How a statement is known that no source's text documents: on the map it looks so."""


class Fact(Record):
    """A statement with where it comes from."""

    sources: tuple[SourceId, ...] = Field(default=(), description="ids of the sources that say so")
    certainty: Certainty = Certainty.DOCUMENTED


# ---------------------------------------------------------------- sources, people, terms


class Source(Record):
    """A text that statements rest on."""

    id: Identifier
    title: Words
    where: Words = Field(description="author, edition or address, as printed in the source list")
    note: Words | None = Field(None, description="how far it can be trusted, in a sentence")
    statements: int = Field(
        0, ge=0, le=999, description="how many statements of it the exhibit undertakes to tell"
    )


class Statement(Record):
    """Which entries tell one statement of a source, in the exhibit's own words."""

    source: SourceId
    number: int = Field(ge=1, description="its place among the statements of the source")
    told_in: tuple[str, ...] = Field(
        min_length=1, description="ids of entries, as kind/id: events/order-8"
    )


class Label(Record):
    """A word in a picture: it becomes the text of the SVG element with this id."""

    key: Identifier
    text: Words


class Picture(Fact):
    """A drawing made for the exhibit, as an SVG whose words are written here."""

    id: Identifier
    name: Words = Field(description="its title, as printed above it")
    file: ContentFile
    alt: Words = Field(description="what it shows, for those who cannot see it")
    labels: tuple[Label, ...] = ()
    credit: str = Field(description="who drew it, and its licence")


class Person(Fact):
    """A named person; a touch on the name opens this as a card."""

    id: Identifier
    name: Words
    pinyin: str | None = None
    side: SideId | None = None
    role: Words
    about: Words
    pictures: tuple[PictureId, ...] = ()


class Term(Fact):
    """A word that a visitor may not know; a touch opens this as a card."""

    id: Identifier
    name: Words
    pinyin: str | None = None
    about: Words
    pictures: tuple[PictureId, ...] = ()


# ---------------------------------------------------------------- the map


class PlaceKind(StrEnum):
    """What a place is, which decides how it is drawn."""

    CITY = "city"
    TOWN = "town"
    VILLAGE = "village"
    CROSSING = "crossing"
    BRIDGE = "bridge"
    FERRY = "ferry"
    HEADQUARTERS = "headquarters"
    RIVER = "river"
    SEA = "sea"
    MOUNTAINS = "mountains"
    REGION = "region"


class Place(Fact):
    """A named point on the map."""

    id: Identifier
    name: Words
    modern: Words | None = Field(None, description="what it is called or belongs to today")
    kind: PlaceKind
    at: LonLat
    precision_km: Kilometres = Field(description="how far the true spot may lie from `at`")
    importance: int = Field(ge=1, le=5, description="1 keeps its label longest, 5 loses it first")
    located: bool = Field(True, description="false: not found on any map, `at` is a guess")
    starts: Moment | None = Field(None, description="not drawn before, such as a bridge built then")
    ends: Moment | None = Field(None, description="not drawn from then on")
    about: Words | None = Field(None, description="what happened here")

    def stands(self, moment: dt.datetime) -> bool:
        """Whether it is there at `moment`."""
        return (self.starts is None or self.starts <= moment) and (
            self.ends is None or moment < self.ends
        )


class LayerStyle(StrEnum):
    """How a layer's features are drawn on the base map."""

    RELIEF = "relief"  # polygons with `metres`: the height from which the tint counts
    HACHURE = "hachure"  # short lines down a slope; `rank` 2 only from nearer
    SEA = "sea"
    RIVER = "river"  # lines with `rank` 1..5; `dry: true` for a bed without water
    RAILWAY = "railway"
    ROAD = "road"
    SAND = "sand"  # polygons filled with stipple
    BORDER = "border"


class Layer(Record):
    """One GeoJSON file of the base map."""

    id: Identifier
    name: Words
    file: ContentFile
    style: LayerStyle
    credit: str = Field(description="source and licence, as printed on the map's card")


class View(Record):
    """A prepared look at the map."""

    id: Identifier
    name: Words
    bounds: Bounds = Field(description="[west, south, east, north] in degrees")
    moment: Moment | None = Field(None, description="where the playhead goes when it is opened")


class Map(Record):
    """The ground: its extent, drawn layers and prepared views."""

    bounds: Bounds
    layers: tuple[Layer, ...] = ()
    views: tuple[View, ...] = Field(min_length=1)
    note: Words | None = Field(None, description="what the drawing cannot know, in a sentence")
    credit: Words | None = Field(None, description="whose data is drawn, as printed on the map")


class AreaKind(StrEnum):
    """What an area means, which decides how it is drawn."""

    POCKET = "pocket"
    FRONT = "front"
    AMBUSH = "ambush"
    CUT = "cut"  # a wrecked stretch of railway


class Area(Fact):
    """A piece of ground, or a line on it, that matters for a time, drawn over the map."""

    id: Identifier
    name: Words
    kind: AreaKind
    side: SideId | None = None
    ring: tuple[LonLat, ...] = Field((), min_length=3, description="its outline")
    line: tuple[LonLat, ...] = Field(
        (), min_length=2, description="instead of `ring`; a front's enemy is to the left of it"
    )
    starts: Moment
    ends: Moment

    @model_validator(mode="after")
    def _one_shape(self) -> Area:
        if bool(self.ring) == bool(self.line):
            raise ValueError("needs either `ring` or `line`")
        if self.kind is AreaKind.CUT and self.ring:
            raise ValueError("a cut needs a `line` instead of a `ring`")
        return self


# ---------------------------------------------------------------- forces


class Pattern(StrEnum):
    """What tells a side's symbols apart when colour does not."""

    PLAIN = "plain"
    BAR = "bar"


class Figure(Fact):
    """A number as one voice gives it: exactly, about, at least, or from low to high."""

    who: Words
    what: Words | None = Field(None, description="what is counted, if not all")
    low: int = Field(ge=0)
    high: int | None = Field(None, ge=0, description="upper end; as `low` if not given")
    open_ended: bool = Field(False, description="the voice says `more than`")


class Side(Record):
    """A party to the campaign."""

    id: Identifier
    name: Words
    colour: Colour
    pattern: Pattern = Pattern.PLAIN
    about: Words | None = None
    strength: tuple[Figure, ...] = ()
    losses: tuple[Figure, ...] = ()


class Echelon(StrEnum):
    """Size of a formation, by the marks above a standard map symbol."""

    REGION = "region"  # XXXXXX, war zone or military region
    ARMY_GROUP = "army-group"  # XXXXX
    ARMY = "army"  # XXXX
    CORPS = "corps"  # XXX; some forces call it army or column
    DIVISION = "division"  # XX
    BRIGADE = "brigade"  # X
    REGIMENT = "regiment"  # III
    BATTALION = "battalion"  # II


class Arm(StrEnum):
    """What a formation is made of, by the drawing inside its symbol."""

    INFANTRY = "infantry"
    CAVALRY = "cavalry"
    ARTILLERY = "artillery"
    ENGINEER = "engineer"
    MILITIA = "militia"
    HEADQUARTERS = "headquarters"


class State(StrEnum):
    """What a formation is doing."""

    WAITING = "waiting"
    MARCHING = "marching"
    ATTACKING = "attacking"
    DEFENDING = "defending"
    BESIEGED = "besieged"
    WITHDRAWING = "withdrawing"
    CHANGED_SIDES = "changed-sides"
    DESTROYED = "destroyed"
    CAPTURED = "captured"


ENDED = frozenset({State.DESTROYED, State.CAPTURED})
"""States after which a formation is only a mark on the map."""


class Station(Fact):
    """Where a formation stood, from when, and what it did there."""

    starts: Moment
    ends: Moment | None = Field(
        None, description="when it leaves for the next station; at once if not given"
    )
    place: PlaceId | None = None
    at: LonLat | None = Field(None, description="a point instead of a place")
    via: tuple[LonLat, ...] = Field((), description="points passed on the way here")
    state: State
    approach: State = Field(State.MARCHING, description="what it did on the way here")
    side: SideId | None = Field(None, description="the side it belongs to from here on")
    uncertainty_km: Kilometres

    @model_validator(mode="after")
    def _one_spot(self) -> Station:
        if (self.place is None) == (self.at is None):
            raise ValueError("needs either `place` or `at`")
        return self


class Commander(Record):
    """Who led a formation, and as what."""

    person: PersonId | None = None
    name: Words | None = Field(None, description="for one without a card of their own")
    role: Words

    @model_validator(mode="after")
    def _one_name(self) -> Commander:
        if (self.person is None) == (self.name is None):
            raise ValueError("needs either `person` or `name`")
        return self


class Formation(Fact):
    """A unit of either side: its place in the order of battle and its way through the campaign."""

    id: Identifier
    name: Words
    label: Words | None = Field(None, description="a shorter name for the map")
    side: SideId
    parent: FormationId | None = None
    echelon: Echelon
    arm: Arm = Arm.INFANTRY
    importance: int = Field(3, ge=1, le=5)
    commanders: tuple[Commander, ...] = ()
    strength: tuple[Figure, ...] = ()
    losses: tuple[Figure, ...] = ()
    about: Words | None = None
    fate: Words | None = None
    track: tuple[Station, ...] = ()


# ---------------------------------------------------------------- the telling


class Event(Fact):
    """What happened at a moment."""

    id: Identifier
    at: Moment = Field(description="the moment, or one of its day that keeps the order")
    hour_known: bool = Field(False, description="whether sources give the hour; else the day shows")
    text: Words
    place: PlaceId | None = None
    formations: tuple[FormationId, ...] = ()


class Told(Fact):
    """What is shown on a screen and can be presented or listened to."""

    pictures: tuple[PictureId, ...] = ()
    notes: Words | None = Field(None, description="what a presenter may say and ask")
    narration: Words | None = Field(None, description="what is heard instead of read")


class Standpoint(Fact):
    """What one side wanted, knew and did in a phase."""

    side: SideId
    text: Words


class Phase(Told):
    """A chapter of the campaign."""

    id: Identifier
    title: Words
    short: Words = Field(description="two words for the timeline")
    starts: Moment
    ends: Moment
    moment: Moment = Field(description="where the playhead stands when the phase is opened")
    view: ViewId
    question: Words | None = Field(None, description="the question that leads into it")
    text: Words
    standpoints: tuple[Standpoint, ...] = ()
    events: tuple[Event, ...] = ()


class Lesson(Told):
    """A claim about what the campaign taught, who makes it, and what speaks against it."""

    id: Identifier
    title: Words
    text: Words
    claimed_by: Words
    against: Words
    view: ViewId
    moment: Moment
    places: tuple[PlaceId, ...] = ()
    formations: tuple[FormationId, ...] = ()


class Choice(Record):
    """One way that a commander could have gone."""

    key: Identifier
    text: Words
    reply: Words = Field(description="what spoke for it and against it")


class Decision(Told):
    """A question that a commander faced, put to the visitor, and what was done."""

    id: Identifier
    title: Words
    text: Words = Field(description="what was known then")
    question: Words
    person: PersonId | None = None
    choices: tuple[Choice, ...] = Field(min_length=2, max_length=4)
    taken: Identifier = Field(description="key of the choice that was made")
    happened: Words = Field(description="what came of it")
    view: ViewId
    moment: Moment
    places: tuple[PlaceId, ...] = ()
    formations: tuple[FormationId, ...] = ()

    @model_validator(mode="after")
    def _taken_is_a_choice(self) -> Decision:
        keys = [choice.key for choice in self.choices]
        if self.taken not in keys:
            raise ValueError(f"`taken` is none of the choices: {', '.join(keys)}")
        return self


class Voice(Fact):
    """What one source says where sources disagree."""

    who: Words
    says: Words
    low: float | None = None
    high: float | None = None
    open_ended: bool = False


class Disagreement(Fact):
    """A question that sources answer differently."""

    id: Identifier
    question: Words
    voices: tuple[Voice, ...] = Field(min_length=2)
    counts: bool = Field(True, description="whether figures count something from 0 on")
    view: ViewId | None = Field(None, description="where on the map it is about")
    moment: Moment | None = None
    about: tuple[str, ...] = Field(
        (), description="ids of the phases, lessons, decisions, formations, places or panels"
    )


class Slide(Record):
    """One picture of the attract show: a line of words while time passes on the map."""

    line: Words
    view: ViewId
    starts: Moment
    ends: Moment
    seconds: float = Field(9, ge=4, le=60)
    highlight: tuple[FormationId, ...] = ()


class Panel(Record):
    """One of the four readings of the map, as its door on the home screen says it."""

    name: Words
    line: Words
    view: ViewId
    moment: Moment
    text: Words | None = Field(None, description="a sentence shown in the panel itself")
    notes: Words | None = Field(None, description="what a presenter may say and ask")
    narration: Words | None = Field(None, description="what is heard instead of read")


class Panels(Record):
    """The four doors."""

    phases: Panel
    forces: Panel
    maps: Panel
    lessons: Panel


class Title(Record):
    """What the exhibit as a whole is called, and when it plays."""

    id: Identifier
    title: Words
    subtitle: Words
    sentence: Words
    notes: Words | None = Field(None, description="what a presenter may say and ask")
    narration: Words | None = Field(None, description="what is heard instead of read")
    languages: tuple[str, ...] = Field(
        min_length=1, description="codes such as en, zh; the first is what a visitor meets"
    )
    starts: Moment
    ends: Moment
    utc_offset_hours: float = Field(
        0, ge=-14, le=14, description="local time less UTC, for the sun; 8 for China"
    )
    view: ViewId
    moment: Moment
    licence: str


class Exhibit(Record):
    """Everything a content folder says."""

    exhibit: Title
    panels: Panels
    map: Map
    attract: tuple[Slide, ...] = Field(min_length=1)
    sides: tuple[Side, ...] = Field(min_length=1)
    sources: tuple[Source, ...] = ()
    people: tuple[Person, ...] = ()
    terms: tuple[Term, ...] = ()
    places: tuple[Place, ...] = ()
    areas: tuple[Area, ...] = ()
    formations: tuple[Formation, ...] = ()
    phases: tuple[Phase, ...] = Field(min_length=1)
    lessons: tuple[Lesson, ...] = Field(min_length=1)
    decisions: tuple[Decision, ...] = ()
    pictures: tuple[Picture, ...] = ()
    statements: tuple[Statement, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()

    def indexed(self, kind: str) -> dict[str, Any]:
        """The records of list `kind` ("places", "views", ...) by id."""
        records = self.map.views if kind == "views" else getattr(self, kind)
        return {record.id: record for record in records}
