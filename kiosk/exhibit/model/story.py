"""What an exhibit says: the records a content folder is read into, and the schema of its YAML."""

from __future__ import annotations

import datetime as dt
import math
from enum import StrEnum
from typing import Annotated, Any, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    RootModel,
    StringConstraints,
    model_validator,
)
from pydantic_core import CoreSchema, PydanticCustomError

from kiosk.exhibit.reading.lookalikes import ID

MOST = 1_000_000_000
"""No number of men or things is higher."""
UNSTATED = ""
"""The language of words that a one-language exhibit writes as plain text."""


class Reference:
    """Marks a field that names a record of another list, so that rules can follow it."""

    def __init__(self, kind: str) -> None:
        self.kind = kind

    def __get_pydantic_json_schema__(
        self, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return handler(core) | {"$comment": self.kind}


class FilePath:
    """Marks a field that names a file of the content folder."""


class Option(StrEnum):
    """One of the values that a key may take; `meaning` says what it stands for."""

    meaning: str

    def __new__(cls, value: str, meaning: str = "") -> Self:
        option = str.__new__(cls, value)
        option._value_ = value
        option.meaning = meaning
        return option


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


class Recording(Words):
    """A content file of speech in each language, `{en: audio/turn.en.ogg, zh: audio/turn.zh.ogg}`.

    An exhibit of one language may name its file as plain text.
    """


def _moment(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    try:
        return dt.datetime.fromisoformat(value.strip())
    except ValueError:
        raise PydanticCustomError("moment", "is not a moment") from None


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


Identifier = Annotated[
    str,
    StringConstraints(pattern=ID, max_length=64),
    Field(description="what others call it by: small letters, digits and hyphens"),
]
Moment = Annotated[
    dt.datetime,
    BeforeValidator(_moment),
    AfterValidator(_local),
    Field(examples=["1815-06-18 11:30"]),
]
LonLat = Annotated[tuple[float, float], AfterValidator(_lon_lat), Field(examples=[[4.395, 50.671]])]
Bounds = Annotated[
    tuple[float, float, float, float],
    AfterValidator(_bounds),
    Field(examples=[[4.35, 50.64, 4.5, 50.73]]),
]
Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$")]
Kilometres = Annotated[float, Field(ge=0, le=2000, allow_inf_nan=False, examples=[0.5])]
ContentFile = Annotated[str, FilePath()]

PlaceId = Annotated[str, Reference("places"), Field(examples=["hougoumont"])]
SideId = Annotated[str, Reference("sides"), Field(examples=["french"])]
FormationId = Annotated[str, Reference("formations"), Field(examples=["second-corps"])]
PersonId = Annotated[str, Reference("people"), Field(examples=["reille"])]
SourceId = Annotated[str, Reference("sources"), Field(examples=["despatch"])]
ViewId = Annotated[str, Reference("views"), Field(examples=["field"])]
PictureId = Annotated[str, Reference("pictures"), Field(examples=["farm-plan"])]


class Certainty(Option):
    """How a statement is known."""

    DOCUMENTED = "documented", "a source's text says so"
    NARRATED = "narrated", "only popular or literary accounts say so"
    COMPUTED = "computed", "calculated by the exhibit's makers"
    INFERRED = "inferred", "concluded from other statements"


CONCLUDED = frozenset({Certainty.INFERRED, Certainty.NARRATED})
"""How a statement is known that no source's text documents: on the map it looks so."""


class Fact(Record):
    """A statement with where it comes from."""

    sources: tuple[SourceId, ...] = Field(default=(), description="ids of the sources that say so")
    certainty: Certainty = Field(
        Certainty.DOCUMENTED, description="how it is known", examples=["inferred"]
    )


Notes = Annotated[
    Words,
    Field(
        description="what a presenter may say and ask",
        examples=["Half a minute. Ask who would rather stand inside the walls."],
    ),
]
Narration = Annotated[
    Words,
    Field(
        description="what is heard instead of read",
        examples=["The first attack falls on a farm. It has walls on every side."],
    ),
]
Recorded = Annotated[
    Recording,
    FilePath(),
    Field(
        description="the narration, spoken: a sound file (.ogg, .flac, .mp3, .wav)",
        examples=["audio/first-attack.ogg"],
    ),
]


# ---------------------------------------------------------------- sources, people, terms


class Unsigned(Record):
    """What a source that nobody has signed is called, so that it borrows no authority."""

    first: Words = Field(
        description="where a stop first speaks of it", examples=["An unsigned pamphlet"]
    )
    after: Words = Field(
        description="how the stop may call it from then on", examples=["the pamphlet"]
    )


class Source(Record):
    """A text that statements rest on."""

    id: Identifier = Field(examples=["despatch"])
    title: Words = Field(
        description="its title, as printed in the source list",
        examples=["The Waterloo despatch, 19 June 1815"],
    )
    where: Words = Field(
        description="author, edition or address, as printed in the source list",
        examples=["Duke of Wellington, London Gazette Extraordinary, 22 June 1815"],
    )
    note: Words | None = Field(
        None,
        description="how far it can be trusted, in a sentence",
        examples=["Written the day after, by one of the commanders."],
    )
    unsigned: Unsigned | None = Field(
        None,
        description="if nobody has signed it: what it is called",
        examples=[{"first": "An unsigned pamphlet", "after": "the pamphlet"}],
    )
    repeats: SourceId | None = Field(
        None,
        description="id of the source that it repeats: both count as one voice",
        examples=["gazette"],
    )
    statements: int = Field(
        0,
        ge=0,
        le=999,
        description="how many statements of it the exhibit undertakes to tell",
        examples=[12],
    )


class Statement(Record):
    """Which entries tell one statement of a source, in the exhibit's own words."""

    source: SourceId = Field(description="id of the source that makes it")
    number: int = Field(
        ge=1, description="its place among the statements of the source", examples=[1]
    )
    told_in: tuple[str, ...] = Field(
        min_length=1,
        description="the entries that tell it, as kind/id",
        examples=[["events/first-shot", "places/hougoumont"]],
    )


class Label(Record):
    """A word in a picture: it becomes the text of the SVG element with this id."""

    key: Identifier = Field(description="id of the text element in the SVG", examples=["orchard"])
    text: Words = Field(description="what stands there", examples=["The orchard"])


class Picture(Fact):
    """A drawing made for the exhibit, as an SVG whose words are written here, or a photograph."""

    id: Identifier = Field(examples=["farm-plan"])
    name: Words = Field(
        description="its title, as printed above it", examples=["A farm like a fort"]
    )
    file: ContentFile = Field(
        description="the drawing (.svg) or photograph (.png, .jpg, .webp) in the content folder",
        examples=["pictures/farm-plan.svg"],
    )
    alt: Words = Field(
        description="what it shows, for those who cannot see it",
        examples=["A walled farm seen from above, with an orchard to the east."],
    )
    labels: tuple[Label, ...] = Field(
        (), description="the words in a drawing, one for each text element of the SVG"
    )
    credit: Words = Field(
        description="who drew it, and its licence", examples=["Drawn by the museum, CC BY 4.0"]
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
    side: SideId | None = Field(None, description="id of the side it stands on")
    role: Words = Field(description="rank or office", examples=["Commander of II Corps"])
    about: Words = Field(
        description="what a visitor should know, in a sentence or two",
        examples=["His corps opened the battle on the left."],
    )
    pictures: tuple[PictureId, ...] = Field((), description="ids of drawings shown on the card")


class Term(Fact):
    """A word that a visitor may not know; a touch opens this as a card."""

    id: Identifier = Field(examples=["corps"])
    name: Words = Field(
        description="the word; wherever a text says it, it can be touched", examples=["Corps"]
    )
    pinyin: str | None = Field(
        None, description="how a Chinese word is read, printed on the card", examples=["jūntuán"]
    )
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


# ---------------------------------------------------------------- the map


class PlaceKind(Option):
    """What a place is, which decides how it is drawn."""

    CITY = "city", "a city, named from further away than the rest"
    TOWN = "town", "a town"
    VILLAGE = "village", "a village or a farm"
    CROSSING = "crossing", "a ford, or another place to cross"
    BRIDGE = "bridge", "a bridge"
    FERRY = "ferry", "a ferry"
    HEADQUARTERS = "headquarters", "where a commander stayed"
    RIVER = "river", "a name along the river that runs here"
    SEA = "sea", "a name on the sea"
    MOUNTAINS = "mountains", "a name across mountains"
    REGION = "region", "a name across a stretch of land"


class Place(Fact):
    """A named point on the map."""

    id: Identifier = Field(examples=["hougoumont"])
    name: Words = Field(description="its name then", examples=["Hougoumont"])
    modern: Words | None = Field(
        None, description="what it is called or belongs to today", examples=["Braine-l'Alleud"]
    )
    kind: PlaceKind = Field(
        description="what it is, which decides how it is drawn", examples=["village"]
    )
    at: LonLat = Field(description="where it is: [longitude, latitude] in degrees")
    precision_km: Kilometres = Field(
        description="how far the true spot may lie from `at`, in kilometres", examples=[0.2]
    )
    importance: int = Field(
        ge=1, le=5, description="1 keeps its label longest, 5 loses it first", examples=[2]
    )
    located: bool = Field(
        True, description="false: not found on any map, `at` is a guess", examples=[False]
    )
    starts: Moment | None = Field(None, description="not drawn before, such as a bridge built then")
    ends: Moment | None = Field(None, description="not drawn from then on")
    about: Words | None = Field(
        None,
        description="what happened here",
        examples=["The farm was attacked from about half past eleven and held."],
    )

    def stands(self, moment: dt.datetime) -> bool:
        """Whether it is there at `moment`."""
        return (self.starts is None or self.starts <= moment) and (
            self.ends is None or moment < self.ends
        )


class LayerStyle(Option):
    """How a layer's features are drawn on the base map."""

    RELIEF = "relief", "polygons with `metres`: the height from which the tint counts"
    HACHURE = "hachure", "short lines down a slope; `rank` 2 only from nearer"
    SEA = "sea", "polygons of open water"
    RIVER = "river", "lines with `rank` 1..5; `dry: true` for a bed without water"
    RAILWAY = "railway", "lines"
    ROAD = "road", "lines"
    SAND = "sand", "polygons filled with stipple; `density` 0..1 thins it"
    BORDER = "border", "lines"


class Layer(Record):
    """One GeoJSON file of the base map."""

    id: Identifier = Field(examples=["rivers"])
    name: Words = Field(
        description="what it shows, as printed with its source", examples=["Rivers"]
    )
    file: ContentFile = Field(
        description="the GeoJSON file, as a path in the content folder",
        examples=["map/rivers.geojson"],
    )
    style: LayerStyle = Field(description="how it is drawn", examples=["river"])
    credit: Words = Field(
        description="source and licence, as printed on the map's card",
        examples=["Natural Earth (public domain)"],
    )


class View(Record):
    """A prepared look at the map."""

    id: Identifier = Field(examples=["field"])
    name: Words = Field(description="what its button says", examples=["The field"])
    bounds: Bounds = Field(description="what it shows: [west, south, east, north] in degrees")
    moment: Moment | None = Field(None, description="where the playhead goes when it is opened")


class Map(Record):
    """The ground: its extent, drawn layers and prepared views."""

    bounds: Bounds = Field(
        description="how far it reaches: [west, south, east, north]; no point lies beyond",
        examples=[[4.2, 50.5, 4.7, 50.9]],
    )
    layers: tuple[Layer, ...] = Field((), description="what is drawn, the lowest first")
    views: tuple[View, ...] = Field(min_length=1, description="prepared looks at it")
    note: Words | None = Field(
        None,
        description="what the drawing cannot know, in a sentence",
        examples=["Woods are drawn as they stand today."],
    )
    credit: Words | None = Field(
        None, description="whose data is drawn, as printed on the map", examples=["Natural Earth"]
    )


class AreaKind(Option):
    """What an area means, which decides how it is drawn."""

    POCKET = "pocket", "ground on which somebody is surrounded"
    FRONT = "front", "ground or a line that is held"
    AMBUSH = "ambush", "where somebody lies in wait"
    CUT = "cut", "a wrecked stretch of railway; a line"


class Area(Fact):
    """A piece of ground, or a line on it, that matters for a time, drawn over the map."""

    id: Identifier = Field(examples=["ridge"])
    name: Words = Field(description="what it is called on the map", examples=["Allied line"])
    kind: AreaKind = Field(description="what it means", examples=["front"])
    side: SideId | None = Field(None, description="id of the side whose it is")
    ring: tuple[LonLat, ...] = Field(
        (),
        min_length=3,
        max_length=500,
        description="its outline: points in order around it",
        examples=[[[4.39, 50.67], [4.4, 50.67], [4.4, 50.68]]],
    )
    line: tuple[LonLat, ...] = Field(
        (),
        min_length=2,
        description="instead of `ring`; a front's enemy is to the left of it",
        examples=[[[4.43, 50.68], [4.39, 50.675]]],
    )
    starts: Moment = Field(description="from when it is drawn")
    ends: Moment = Field(description="until when", examples=["1815-06-18 20:00"])

    @model_validator(mode="after")
    def _one_shape(self) -> Area:
        if bool(self.ring) == bool(self.line):
            raise ValueError("needs either `ring` or `line`")
        if self.kind is AreaKind.CUT and self.ring:
            raise ValueError("a cut needs a `line` instead of a `ring`")
        return self


# ---------------------------------------------------------------- forces


class Pattern(Option):
    """What tells a side's symbols apart when colour does not."""

    PLAIN = "plain", "nothing added"
    BAR = "bar", "a bright bar along the foot of each symbol"


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
        description='the colour of its symbols and arrows, in quotes: "#a1b2c3"',
        examples=["#3d6ea8"],
    )
    pattern: Pattern = Field(
        Pattern.PLAIN,
        description="what tells its symbols apart when colour does not",
        examples=["bar"],
    )
    about: Words | None = Field(
        None,
        description="who they were, in a sentence or two of the handout",
        examples=["The army of the north."],
    )
    strength: tuple[Figure, ...] = Field((), description="how many they were, voice by voice")
    losses: tuple[Figure, ...] = Field((), description="how many they lost, voice by voice")


class Echelon(Option):
    """Size of a formation, by the marks above a standard map symbol."""

    REGION = "region", "XXXXXX, a war zone or military region"
    ARMY_GROUP = "army-group", "XXXXX"
    ARMY = "army", "XXXX"
    CORPS = "corps", "XXX; some forces call it army or column"
    DIVISION = "division", "XX"
    BRIGADE = "brigade", "X"
    REGIMENT = "regiment", "III"
    BATTALION = "battalion", "II"


class Arm(Option):
    """What a formation is made of, by the drawing inside its symbol."""

    INFANTRY = "infantry", "two crossed lines"
    CAVALRY = "cavalry", "one slanting line"
    ARTILLERY = "artillery", "a dot"
    ENGINEER = "engineer", "a bridge"
    MILITIA = "militia", "two crossed lines with a disc"
    HEADQUARTERS = "headquarters", "a line across the top"


class State(Option):
    """What a formation is doing."""

    WAITING = "waiting", "it stands and does not fight"
    MARCHING = "marching", "it is on its way"
    ATTACKING = "attacking", "it attacks"
    DEFENDING = "defending", "it holds its ground"
    BESIEGED = "besieged", "it is surrounded"
    WITHDRAWING = "withdrawing", "it goes back"
    CHANGED_SIDES = "changed-sides", "it goes over; `side` names the side from here on"
    DESTROYED = "destroyed", "its end: only a mark stays on the map"
    CAPTURED = "captured", "its end: only a mark stays on the map"


ENDED = frozenset({State.DESTROYED, State.CAPTURED})
"""States after which a formation is only a mark on the map."""


class Station(Fact):
    """Where a formation stood, from when, and what it did there."""

    starts: Moment = Field(description="when it gets here")
    ends: Moment | None = Field(
        None,
        description="when it leaves for the next station; at once if not given",
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
    side: SideId | None = Field(None, description="id of the side it belongs to from here on")
    uncertainty_km: Kilometres = Field(
        description="how far off it may have stood, in kilometres: drawn as a ring"
    )

    @model_validator(mode="after")
    def _one_spot(self) -> Station:
        if (self.place is None) == (self.at is None):
            raise ValueError("needs either `place` or `at`")
        return self


class Commander(Record):
    """Who led a formation, and as what."""

    person: PersonId | None = Field(None, description="id of the person who led")
    name: Words | None = Field(
        None, description="instead, for one without a card of their own", examples=["Reille"]
    )
    role: Words = Field(description="as what", examples=["Commander"])

    @model_validator(mode="after")
    def _one_name(self) -> Commander:
        if (self.person is None) == (self.name is None):
            raise ValueError("needs either `person` or `name`")
        return self


class Formation(Fact):
    """A unit of either side: its place in the order of battle and its way through the campaign."""

    id: Identifier = Field(examples=["second-corps"])
    name: Words = Field(description="its full name", examples=["II Corps"])
    label: Words | None = Field(None, description="a shorter name for the map", examples=["II"])
    side: SideId = Field(description="id of the side it begins on")
    parent: FormationId | None = Field(
        None, description="id of the formation it belongs to", examples=["army-of-the-north"]
    )
    echelon: Echelon = Field(description="its size", examples=["corps"])
    arm: Arm = Field(Arm.INFANTRY, description="what it is made of", examples=["cavalry"])
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


# ---------------------------------------------------------------- the telling


class Event(Fact):
    """What happened at a moment."""

    id: Identifier = Field(examples=["first-shot"])
    at: Moment = Field(description="the moment, or one of its day that keeps the order")
    hour_known: bool = Field(
        False, description="whether sources give the hour; else the day shows", examples=[True]
    )
    text: Words = Field(
        description="what happened, in a sentence", examples=["II Corps attacks the farm."]
    )
    place: PlaceId | None = Field(None, description="id of the place where it happened")
    formations: tuple[FormationId, ...] = Field((), description="ids of those who acted")
    side: SideId | None = Field(
        None, description="id of the side whose doing it was, where no formation acted"
    )


class Told(Fact):
    """What is shown on a screen and can be presented or listened to."""

    pictures: tuple[PictureId, ...] = Field((), description="ids of drawings shown beside it")
    notes: Notes | None = None
    narration: Narration | None = None
    recording: Recorded | None = None


class Standpoint(Fact):
    """What one side wanted, knew and did in a phase."""

    side: SideId = Field(description="id of the side")
    text: Words = Field(
        description="what it wanted, knew and did",
        examples=["The allies meant to hold until help came."],
    )


class Phase(Told):
    """A chapter of the campaign."""

    id: Identifier = Field(examples=["farm"])
    title: Words = Field(description="its heading", examples=["The fight for the farm"])
    short: Words = Field(description="two words for the timeline", examples=["The farm"])
    starts: Moment = Field(description="when it begins: at the end of the one before, or later")
    ends: Moment = Field(description="when it ends", examples=["1815-06-18 16:00"])
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
    standpoints: tuple[Standpoint, ...] = Field(
        (), description="what each side wanted, knew and did"
    )
    events: tuple[Event, ...] = Field((), description="what happened, hour by hour")


class Lesson(Told):
    """A claim about what the campaign taught, who makes it, and what speaks against it."""

    id: Identifier = Field(examples=["walls"])
    title: Words = Field(description="the claim", examples=["Walls are worth a division"])
    text: Words = Field(
        description="what it rests on",
        examples=["A garrison of some battalions held off most of a corps."],
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


class Decision(Told):
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
    places: tuple[PlaceId, ...] = Field((), description="ids of places that it points at")
    formations: tuple[FormationId, ...] = Field((), description="ids of those it speaks of")

    @model_validator(mode="after")
    def _taken_is_a_choice(self) -> Decision:
        keys = [choice.key for choice in self.choices]
        if self.taken not in keys:
            raise ValueError(f"`taken` is none of the choices: {', '.join(keys)}")
        return self


class Voice(Fact):
    """What one source says where sources disagree."""

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
    view: ViewId | None = Field(None, description="id of the view of the ground it is about")
    moment: Moment | None = Field(None, description="the hour it is about")
    about: tuple[str, ...] = Field(
        (),
        description="ids of the phases, lessons, decisions, formations, places or panels",
        examples=[["farm", "hougoumont"]],
    )


class Slide(Record):
    """One picture of the attract show: a line of words while time passes on the map."""

    line: Words = Field(
        description="at most 12 words", examples=["Two armies face each other across a valley"]
    )
    view: ViewId = Field(description="id of the view that the map shows")
    starts: Moment = Field(description="the hour at which it begins")
    ends: Moment = Field(
        description="the hour that it comes to; time passes in between",
        examples=["1815-06-18 20:00"],
    )
    seconds: float = Field(
        9, ge=4, le=60, description="how long it stays on the screen", examples=[12]
    )
    highlight: tuple[FormationId, ...] = Field((), description="ids of those who are lit up")


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


class Panel(Record):
    """One of the four readings of the map, as its door on the home screen says it."""

    name: Words = Field(description="the word on its door", examples=["Phases"])
    line: Words = Field(description="what is behind the door", examples=["One day, hour by hour"])
    view: ViewId = Field(description="id of the view that the map shows")
    moment: Moment = Field(description="where the playhead stands when it is opened")
    text: Words | None = Field(
        None,
        description="a sentence shown on its slide in a talk",
        examples=["Both armies as they stood at noon."],
    )
    notes: Notes | None = None
    narration: Narration | None = None
    recording: Recorded | None = None


def _door(name: str, line: str) -> dict[str, str]:
    return {"name": name, "line": line, "view": "field", "moment": "1815-06-18 11:30"}


class Panels(Record):
    """The four doors."""

    phases: Panel = Field(
        description="the door to the story", examples=[_door("Phases", "One day, hour by hour")]
    )
    forces: Panel = Field(
        description="the door to the orders of battle", examples=[_door("Forces", "Who fought")]
    )
    maps: Panel = Field(
        description="the door to the map alone", examples=[_door("Maps", "A ridge and a valley")]
    )
    lessons: Panel = Field(
        description="the door to what it taught", examples=[_door("Lessons", "What people say")]
    )


class Title(Record):
    """What the exhibit as a whole is called, and when it plays."""

    id: Identifier = Field(examples=["waterloo"])
    title: Words = Field(description="the largest words of the home screen", examples=["Waterloo"])
    subtitle: Words = Field(description="the line with it", examples=["A Sunday in June 1815"])
    sentence: Words = Field(
        description="what it is about, in a sentence",
        examples=["Two armies meet on a ridge, and a third is on its way."],
    )
    notes: Notes | None = None
    narration: Narration | None = None
    recording: Recorded | None = None
    languages: tuple[str, ...] = Field(
        min_length=1,
        max_length=12,
        description="codes such as en, zh; the first is what a visitor meets",
        examples=[["en", "zh"]],
    )
    starts: Moment = Field(description="its first hour", examples=["1815-06-18 06:00"])
    ends: Moment = Field(description="its last hour", examples=["1815-06-18 22:00"])
    utc_offset_hours: float = Field(
        0,
        ge=-14,
        le=14,
        description="local time less UTC, for the sun; 8 for China",
        examples=[8],
    )
    view: ViewId = Field(description="id of the view behind the home screen")
    moment: Moment = Field(description="the hour behind the home screen")
    licence: str = Field(description="the licence of its words", examples=["CC BY 4.0"])
    web: str | None = Field(
        None,
        description="where its site is, as an https address; a QR code beside the sources leads"
        " there",
        examples=["https://example.org/waterloo"],
    )


class Exhibit(Record):
    """Everything a content folder says."""

    exhibit: Title = Field(description="what it is called, its languages, first and last hour")
    panels: Panels = Field(description="the four doors of the home screen")
    map: Map = Field(description="the ground: bounds, GeoJSON layers, prepared views")
    attract: tuple[Slide, ...] = Field(
        min_length=1, description="the slides of the show that waits for visitors, in their order"
    )
    sides: tuple[Side, ...] = Field(
        min_length=1, description="the parties with their colours, strength and losses"
    )
    sources: tuple[Source, ...] = Field((), description="the texts that statements rest on")
    people: tuple[Person, ...] = Field((), description="cards behind the names of people")
    terms: tuple[Term, ...] = Field((), description="cards behind words to be explained")
    places: tuple[Place, ...] = Field((), description="named points on the map")
    areas: tuple[Area, ...] = Field(
        (), description="pockets, fronts, ambushes and rail cuts that hold for a time"
    )
    formations: tuple[Formation, ...] = Field((), description="the units and where they stood")
    phases: tuple[Phase, ...] = Field(
        min_length=1, description="the chapters of the story, in the order of time"
    )
    lessons: tuple[Lesson, ...] = Field(
        min_length=1, description="claims about what it taught, and what speaks against them"
    )
    decisions: tuple[Decision, ...] = Field(
        (), description="questions that commanders faced, put to the visitor"
    )
    pictures: tuple[Picture, ...] = Field((), description="drawings, their words written here")
    statements: tuple[Statement, ...] = Field(
        (), description="which entries tell which statement of a source"
    )
    disagreements: tuple[Disagreement, ...] = Field(
        (), description="questions that sources answer differently"
    )
    talks: tuple[Talk, ...] = Field(
        (), description="the exhibit as talks before a group; without any, one tells everything"
    )

    @property
    def by_the_hour(self) -> bool:
        """Whether sources give the hour of anything that happened; else days are told."""
        return any(event.hour_known for phase in self.phases for event in phase.events)

    def hour_told(self, moment: dt.datetime) -> bool:
        """Whether `moment` is told with its hour: from the first that sources give of its day."""
        return any(
            event.hour_known and event.at.date() == moment.date() and event.at <= moment
            for phase in self.phases
            for event in phase.events
        )

    def indexed(self, kind: str) -> dict[str, Any]:
        """The records of list `kind` ("places", "views", ...) by id."""
        records = self.map.views if kind == "views" else getattr(self, kind)
        return {record.id: record for record in records}
