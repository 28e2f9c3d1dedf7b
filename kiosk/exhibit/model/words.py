"""The parts of every record: texts, moments, points, certainty, and the sources that say so."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, Self

from kiosk.exhibit.model.record import Checked, Field, Record, Words
from kiosk.exhibit.reading.lookalikes import ID

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationInfo
    from pydantic_core import CoreSchema

MOST = 1_000_000_000
"""No number of men or things is higher."""


class Reference:
    """Marks a field that names a record of another list, so that rules can follow it."""

    def __init__(self, kind: str) -> None:
        self.kind = kind

    def __get_pydantic_json_schema__(
        self, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return handler(core) | {"$comment": self.kind}


class Degrees:
    """Marks a field that holds points or boxes in degrees."""


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


class Files(Words):
    """A content file in each language; how it comes about is `done`, when somebody will `do` it.

    An exhibit of one language may name its file as plain text.
    """

    done, do = "written", "write"


class Recording(Files):
    """A content file of speech in each language, `{en: audio/turn.en.ogg, zh: audio/turn.zh.ogg}`.

    An exhibit of one language may name its file as plain text.
    """

    done, do = "recorded", "record"


class Signing(Files):
    """A content file of a film in sign language in each language, `{en: asl/turn.mp4}`.

    An exhibit of one language may name its file as plain text.
    """

    done, do = "signed", "sign"


class Captions(Files):
    """A content file of what is heard in a film, in each language, `{en: films/retreat.en.vtt}`.

    An exhibit of one language may name its file as plain text.
    """


class Spoken(Words):
    """The sound of a name, in those languages where it isn't as it is written: `{en: Gow Shoo}`.

    An exhibit of one language may write plain text instead.
    """


ACROSS = 180
"""Bounds whose west is greater than their east cross 180°, by so many degrees at the most."""


@dataclass(frozen=True)
class _Reads:
    """Reads a moment as its exhibit writes it; as the end of something if it `ends` that."""

    ends: bool = False

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        from pydantic_core import core_schema

        return core_schema.with_info_before_validator_function(self._read, handler(source))

    def _read(self, value: Any, info: ValidationInfo) -> Any:
        if not isinstance(value, str):
            return value
        from kiosk.exhibit.calendars import USUAL
        from kiosk.exhibit.reading.edtf import end_from, moment_from

        try:
            read = end_from if self.ends else moment_from
            return read(value, info.context or USUAL)
        except (OverflowError, ValueError):
            from pydantic_core import PydanticCustomError

            raise PydanticCustomError("moment", "is not a moment") from None


def _local(value: dt.datetime) -> dt.datetime:
    if value.tzinfo is not None:
        raise ValueError("carries a time zone; moments are local time, such as 1815-06-18 11:30")
    return value


def _lon_lat(value: tuple[float, float]) -> tuple[float, float]:
    lon, lat = value
    if not (math.isfinite(lon) and math.isfinite(lat)):
        raise ValueError("is not a pair of finite numbers [longitude, latitude]")
    if not (-180 <= lon <= 180 and -90 <= lat <= 90):
        raise ValueError("lies outside longitude -180..180, latitude -90..90")
    return value


def _bounds(value: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    west, south, east, north = value
    _lon_lat((west, south))
    _lon_lat((east, north))
    if west > east and 360 + east - west <= ACROSS:
        east += 360
    if not (west < east and south < north):
        raise ValueError("is not [west, south, east, north] with west < east and south < north")
    return west, south, east, north


Identifier = Annotated[
    str,
    Field(
        pattern=ID,
        max_length=64,
        description="what others call it by: small letters, digits and hyphens",
    ),
]
Moment = Annotated[dt.datetime, _Reads(), Checked(_local), Field(examples=["1815-06-18 11:30"])]
End = Annotated[
    dt.datetime, _Reads(ends=True), Checked(_local), Field(examples=["1815-06-18 19:30"])
]
LonLat = Annotated[
    tuple[float, float], Checked(_lon_lat), Degrees(), Field(examples=[[4.395, 50.671]])
]
Bounds = Annotated[
    tuple[float, float, float, float],
    Checked(_bounds),
    Degrees(),
    Field(examples=[[4.35, 50.64, 4.5, 50.73]]),
]
Colour = Annotated[str, Field(pattern=r"^#[0-9a-fA-F]{6}$")]
Kilometres = Annotated[float, Field(ge=0, le=2000, allow_inf_nan=False, examples=[0.5])]
ContentFile = Annotated[str, FilePath()]


class PlaceOrPoint(Reference):
    """Marks a point that may be written as the id of a place instead."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        from pydantic_core import core_schema

        point = handler.generate_schema(LonLat)
        return core_schema.no_info_wrap_validator_function(
            lambda value, check: value if isinstance(value, str) else check(value),
            point,
            serialization=core_schema.plain_serializer_function_ser_schema(lambda value: value),
        )

    def __get_pydantic_json_schema__(
        self, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        place = {"type": "string", "$comment": self.kind}
        return {"anyOf": [place, handler(core)]}


Waypoint = Annotated[str | tuple[float, float], PlaceOrPoint("places"), Degrees()]
PlaceId = Annotated[str, Reference("places"), Field(examples=["hougoumont"])]
SideId = Annotated[str, Reference("sides"), Field(examples=["french"])]
FormationId = Annotated[str, Reference("formations"), Field(examples=["second-corps"])]
PersonId = Annotated[str, Reference("people"), Field(examples=["reille"])]
SourceId = Annotated[str, Reference("sources"), Field(examples=["despatch"])]
ViewId = Annotated[str, Reference("views"), Field(examples=["field"])]
EventId = Annotated[str, Reference("events"), Field(examples=["first-shot"])]
PictureId = Annotated[str, Reference("pictures"), Field(examples=["farm-plan"])]


class Certainty(Option):
    """The kind of knowledge behind a statement."""

    DOCUMENTED = "documented", "a source's text says so"
    NARRATED = "narrated", "only popular or literary accounts say so"
    COMPUTED = "computed", "calculated by the exhibit's makers"
    INFERRED = "inferred", "concluded from other statements"


CONCLUDED = frozenset({Certainty.INFERRED, Certainty.NARRATED})
"""Certainties that no source's text is behind: on the map such a statement looks so."""


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
        examples=["Ask who would rather stand inside the walls."],
    ),
]
Narration = Annotated[
    Words,
    Field(
        description="what is to be heard instead of read",
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


Plain = Annotated[
    Words,
    Field(
        description="the same for easy reading, for who asks for it: at most 40 words or 80"
        " characters, one idea in each sentence of 12 words or 20 characters, two names at most",
        examples=["An army attacks a farm. The farm has strong walls."],
    ),
]
Signed = Annotated[
    Signing,
    FilePath(),
    Field(
        description="the narration in the sign language of each language: a film (.mp4, .webm),"
        " played over the map",
        examples=["signed/first-attack.mp4"],
    ),
]
Interpreted = Annotated[
    Signing,
    FilePath(),
    Field(
        description="the same film in the sign language of each language, or with an interpreter in"
        " it; it has the same captions",
        examples=["films/retreat.bsl.mp4"],
    ),
]
Captioned = Annotated[
    Captions,
    FilePath(),
    Field(
        description="all that is heard in the film, as WebVTT (.vtt)",
        examples=["films/retreat.vtt"],
    ),
]
Said = Annotated[
    Spoken,
    Field(
        description="how a narrator is to say the name, where that isn't as it is written; in any"
        " of the languages",
        examples=["Gow Shoo-shoon"],
    ),
]


class Unsigned(Record):
    """The names of a source that nobody has signed, so that it borrows no authority."""

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
        description="author, edition or address, as printed in the source list; of one that begins"
        " with https:// its card shows a QR code",
        examples=["Duke of Wellington, London Gazette Extraordinary, 22 June 1815"],
    )
    note: Words | None = Field(
        None,
        description="how far it can be trusted, in a sentence",
        examples=["Written the day after, by one of the commanders."],
    )
    side: SideId | None = Field(
        None, description="id of the side that speaks in it; left out where none does"
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
    """One statement of a source, and the entries that tell it in the exhibit's own words."""

    source: SourceId = Field(description="id of the source that makes it")
    number: int = Field(
        ge=1, description="its place among the statements of the source", examples=[1]
    )
    told_in: tuple[str, ...] = Field(
        min_length=1,
        description="the entries that tell it, as kind/id",
        examples=[["events/first-shot", "places/hougoumont"]],
    )
