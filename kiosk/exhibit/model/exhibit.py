"""The whole of what a content folder says, with its title and its doors."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Mapping
from itertools import cycle
from typing import Any, TypeVar

from kiosk.exhibit.calendars import Reckoning, is_moved
from kiosk.exhibit.dating import Dated, Precision, precision_of
from kiosk.exhibit.model.forces import Alliance, Formation, Shape, Side
from kiosk.exhibit.model.map import Area, Map, Place
from kiosk.exhibit.model.pictures import Picture
from kiosk.exhibit.model.record import Field, Record, Words
from kiosk.exhibit.model.story import (
    Decision,
    Disagreement,
    Event,
    Lesson,
    Person,
    Phase,
    Term,
)
from kiosk.exhibit.model.talk import Slide, Talk
from kiosk.exhibit.model.vocabulary import OwnArm, OwnEchelon
from kiosk.exhibit.model.words import (
    End,
    Identifier,
    Moment,
    Narration,
    Notes,
    Option,
    Recorded,
    Signed,
    Source,
    Statement,
    ViewId,
)
from kiosk.exhibit.ref import Ref

Each = TypeVar("Each")
Spanned = TypeVar("Spanned", Phase, Slide)


class Calendar(Option):
    """The calendar of an exhibit's dates."""

    GREGORIAN = "gregorian", "today's, for all times"
    JULIAN = "julian", "Caesar's, for all times: the West's until 1582, Britain's until 1752"


class OtherCalendar(Option):
    """A calendar in which days are told beside the exhibit's own."""

    HIJRI = "hijri", "the Islamic one, reckoned: observers may have begun a month a day or two off"
    PERSIAN = "persian", "the solar one of Iran"
    LUNAR = "lunar", "the Chinese one, by moons and the sixty years"


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
    signed: Signed | None = None


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
    """The exhibit as a whole: its title, languages, first and last hour, licence."""

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
    signed: Signed | None = None
    languages: tuple[str, ...] = Field(
        min_length=1,
        max_length=12,
        description="codes such as en, zh; the first is what a visitor meets",
        examples=[["en", "zh"]],
    )
    starts: Moment = Field(description="its first hour", examples=["1815-06-18 06:00"])
    ends: End = Field(description="its last hour", examples=["1815-06-18 22:00"])
    calendar: Calendar = Field(
        Calendar.GREGORIAN,
        description="the calendar in which its dates are written, and told",
        examples=["julian"],
    )
    beside: Mapping[str, OtherCalendar] = Field(
        {},
        description="by language, a second calendar in which its days are told",
        examples=[{"ar": "hijri"}],
    )
    utc_offset_hours: float = Field(
        0,
        ge=-14,
        le=14,
        description="local time less UTC, for the sun; 8 for China",
        examples=[8],
    )
    view: ViewId = Field(description="id of the view behind the home screen")
    moment: Moment = Field(description="the hour behind the home screen")
    river: ViewId | None = Field(
        None,
        description="id of the view on which the river of men is drawn behind the home screen,"
        " where anybody counted them; `view` if not given",
        examples=["field"],
    )
    licence: str = Field(description="the licence of its words", examples=["CC BY 4.0"])
    web: str | None = Field(
        None,
        description="where its site is, as an https address; a QR code beside the sources, in the"
        " reading aids and on the warning leads to the page that is read",
        examples=["https://example.org/waterloo"],
    )


COLOURS = (
    *("#3d6ea8", "#c2412f", "#246f1e", "#b102d5"),
    *("#7a7571", "#96544a", "#9f608d", "#b40096"),
)
"""The colours of sides that have none of their own, in their order.

About equally light, with white of 4.5:1 on each; any two are 13 apart in CIE Lab, to the
colour-blind too.
"""


def _free(options: tuple[Each, ...], taken: Collection[object]) -> Iterator[Each]:
    """Those that are not taken, again and again; all where all are."""
    return cycle([option for option in options if option not in taken] or options)


class Exhibit(Record):
    """Everything a content folder says."""

    exhibit: Title = Field(description="what it is called, its languages, first and last hour")
    panels: Panels = Field(description="the four doors of the home screen")
    map: Map = Field(description="the ground: bounds, GeoJSON layers, prepared views")
    attract: tuple[Slide, ...] = Field(
        min_length=1, description="the slides of the show that waits for visitors, in their order"
    )
    sides: tuple[Side, ...] = Field(
        min_length=1,
        max_length=8,
        description="the parties with their colours, strength and losses",
    )
    alliances: tuple[Alliance, ...] = Field(
        (), description="which of the sides stand together, and when"
    )
    sources: tuple[Source, ...] = Field((), description="the texts that statements rest on")
    people: tuple[Person, ...] = Field((), description="cards behind the names of people")
    terms: tuple[Term, ...] = Field((), description="cards behind words to be explained")
    places: tuple[Place, ...] = Field((), description="named points on the map")
    areas: tuple[Area, ...] = Field(
        (), description="pockets, fronts, ambushes and rail cuts that hold for a time"
    )
    arms: tuple[OwnArm, ...] = Field((), description="arms beside the shipped ones, or instead")
    echelons: tuple[OwnEchelon, ...] = Field(
        (), description="sizes of formations beside the shipped ones, or instead"
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
    words: Mapping[str, Mapping[str, Any]] = Field(
        {}, description="its own words of the interface by language, from words/CODE.yaml"
    )

    def __post_init__(self) -> None:
        """Gives each side without a colour or a shape the first that no other has.

        A phase or a slide that is known to begin or end somewhere in a longer time does so in the
        time of the exhibit.
        """
        colours = _free(COLOURS, {side.colour.lower() for side in self.sides})
        shapes = _free(tuple(Shape), {side.shape for side in self.sides})
        worn = (
            side.model_copy(
                update={
                    "colour": side.colour or next(colours),
                    "shape": side.shape or next(shapes),
                }
            )
            for side in self.sides
        )
        object.__setattr__(self, "sides", tuple(worn))
        for name in ("phases", "attract"):
            object.__setattr__(self, name, tuple(map(self._in_time, getattr(self, name))))

    def _in_time(self, span: Spanned) -> Spanned:
        main = self.exhibit
        known = {"starts": span.starts, "ends": span.ends}
        inside = {
            name: at.within(main.starts, main.ends)
            for name, at in known.items()
            if isinstance(at, Dated) and not main.starts <= at <= main.ends
        }
        return span.model_copy(update=inside) if inside else span

    @property
    def by_the_hour(self) -> bool:
        """True if sources give the hour of anything that happened; else days are told."""
        return any(event.hour_known for event in self.events)

    @property
    def over_years(self) -> bool:
        """True if it reaches into another year: then a day is told with its year."""
        main, date = self.exhibit, self.reckoning.date
        return date(main.starts)[0] != date(main.ends - dt.timedelta(minutes=1))[0]

    @property
    def reckoning(self) -> Reckoning:
        """The way in which it writes its dates."""
        main = self.exhibit
        return Reckoning(main.calendar is Calendar.JULIAN, is_moved(main.starts))

    @property
    def finest(self) -> Precision:
        """The finest unit to which anything is known, not finer than the day."""
        told = [event.at for event in self.events]
        told += [station.starts for one in self.formations for station in one.track]
        finest = max(map(precision_of, told), default=Precision.DAY)
        return min(finest, Precision.DAY)

    def finest_in(self, phase: Phase) -> Precision:
        """The finest unit to which anything is known of a phase, not finer than the day."""
        told = [phase.starts, phase.ends, phase.moment, *(event.at for event in phase.events)]
        stations = (station for one in self.formations for station in one.track)
        told += [one.starts for one in stations if phase.starts <= one.starts < phase.ends]
        return min(max(map(precision_of, told)), Precision.DAY)

    def gives_hour(self, moment: dt.datetime) -> bool:
        """True if sources give `moment` to the hour."""
        return any(event.hour_known and event.at == moment for event in self.events)

    def hour_told(self, moment: dt.datetime) -> bool:
        """True if `moment` is told with its hour: from the first that sources give of its day.

        The moment of an event whose hour they don't give isn't: it only keeps the order.
        """
        midnight = moment.replace(hour=0, minute=0, second=0, microsecond=0)
        passed = [event for event in self.events if midnight <= event.at <= moment]
        there = [event for event in passed if event.at == moment]
        return any(event.hour_known for event in there or passed)

    @property
    def events(self) -> Iterator[Event]:
        """The events of all phases, in their order."""
        return (event for phase in self.phases for event in phase.events)

    def indexed(self, kind: str) -> dict[str, Any]:
        """The records of list `kind` ("places", "views", "events", ...) by id."""
        records = self.map.views if kind == "views" else getattr(self, kind)
        return {record.id: record for record in records}

    def event(self, id_: str | None) -> Event | None:
        """The event of an id; None where there is none."""
        return self.indexed("events").get(id_) if id_ else None

    def entry(self, ref: Ref) -> Any:
        """The record, or the door, of a ref. Raises KeyError if there is none."""
        return self.entries(ref.kind)[ref.key]

    def entries(self, kind: str) -> dict[str, Any]:
        """The records of a kind by id, or the doors."""
        return dict(self.panels) if kind == "panels" else self.indexed(kind)
