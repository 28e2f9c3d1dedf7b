"""Blocks: what a record says in one language, in typed pieces that each medium lays out.

All texts are plain; a medium makes links of the names in them. A field that a record lacks is
empty.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from kiosk.exhibit.files.photograph import ENDINGS
from kiosk.exhibit.model import Formation, Side, State
from kiosk.exhibit.ref import NoRef, Ref


@dataclass(frozen=True, kw_only=True)
class Source:
    """A source under the number by which it is listed; `note` is how far it can be trusted."""

    key: str
    number: int
    title: str
    where: str = ""
    note: str = ""

    @property
    def ref(self) -> Ref:
        """The source itself."""
        return Ref.of("sources", self.key)


@dataclass(frozen=True, kw_only=True)
class Text:
    """A statement with the `sources` that make it, in its own order.

    `doubt` is its certainty where no source's text documents it, else empty.
    """

    text: str = ""
    doubt: str = ""
    sources: tuple[Source, ...] = ()

    @property
    def numbered(self) -> Sequence[Source]:
        """Its sources in the order of their numbers."""
        return sorted(self.sources, key=lambda source: source.number)


@dataclass(frozen=True, kw_only=True)
class Point(Text):
    """A statement under a heading of its own, by a voice (`who`), about a record (`ref`)."""

    key: str = ""
    heading: str = ""
    who: str = ""
    ref: Ref | NoRef = ""


@dataclass(frozen=True, kw_only=True)
class Heading:
    """A heading (`text`) and the points below it; `key` is what they are about."""

    key: str
    text: str
    points: tuple[Point, ...]


@dataclass(frozen=True, kw_only=True)
class Event(Point):
    """An event, headed by its moment; `spoken_of` are the records that it is about.

    `caption` is what is read while a phase that plays stops at it; empty where it plays on.
    """

    at: dt.datetime
    caption: str = ""
    spoken_of: frozenset[Ref] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Knot(Point):
    """A dated point of a thread, headed by its date; `present` where that is the hour's."""

    present: bool = False


@dataclass(frozen=True, kw_only=True)
class Standpoint(Text):
    """A side's standpoint, by the side's id, its name in both languages, and its colour."""

    key: str
    name: str
    second: str
    colour: str


@dataclass(frozen=True, kw_only=True)
class Proof(Text):
    """A proof under its `number`, in few words; `when` and `where` are said, `where` if known."""

    number: int
    when: str
    where: str = ""


@dataclass(frozen=True, kw_only=True)
class Choice:
    """A way to go under its `letter`; `reply` is what spoke for it and against it."""

    key: str
    letter: str
    text: str
    reply: str
    taken: bool


@dataclass(frozen=True, kw_only=True)
class Figure(Point):
    """A number as one voice gives it, with its ends on an axis 0..1."""

    low: float
    high: float
    open_ended: bool


@dataclass(frozen=True, kw_only=True)
class Count:
    """A side's strength or losses as all `voices` give them, with the ends on an axis 0..1.

    Its `place` is that of the side among all; its `line` has its heading before its text.

    One that is `open_ended` may be more. What is `single` rests on one voice that speaks on its
    own: nobody agrees or differs. Those that are `silent` count another side alone.
    """

    key: str
    heading: str
    name: str
    colour: str
    place: int
    text: str
    line: str
    voices: str
    low: float
    high: float
    open_ended: bool
    single: bool
    figures: tuple[Figure, ...]
    silent: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Voice(Point):
    """An answer to a disagreement's question, with its ends on an axis 0..1.

    It is `drawn` where there are figures enough for an axis, which runs from `least` to `most`:
    these are said by the last voice alone. `says` is the text as it begins a line. `from_zero` the
    axis counts something.
    """

    says: str
    drawn: bool
    low: float
    high: float
    open_ended: bool
    open_below: bool
    from_zero: bool
    least: str
    most: str


@dataclass(frozen=True, kw_only=True)
class Tick:
    """A number on an axis, `at` a share of it."""

    key: str
    at: float
    text: str


@dataclass(frozen=True, kw_only=True)
class Picture(Text):
    """A drawing or photograph in the content's `file`: its `name`, and in `text` what it shows.

    The button that opens it has its `short` name. One that is `worded` has words in it. It may have
    a `film`, whose `captions` are a file too, and which may be `signed` in another, "" for none; a
    picture to `compare` it with; or a `gallery` of pictures that follow it.
    """

    key: str
    file: str
    name: str
    short: str
    credit: str
    worded: bool = False
    film: str = ""
    captions: str = ""
    signed: str = ""
    compare: Picture | None = None
    gallery: tuple[Picture, ...] = ()

    @property
    def ref(self) -> Ref:
        """The picture itself."""
        return Ref.of("pictures", self.key)

    @property
    def drawn(self) -> bool:
        """True if it is a drawing alone, without anything behind it."""
        photograph = PurePosixPath(self.file).suffix.lower() in ENDINGS
        return not (photograph or self.film or self.behind)

    @property
    def behind(self) -> tuple[Picture, ...]:
        """The pictures behind it: that which it is compared with, or the rest of its gallery."""
        return (self.compare,) if self.compare else self.gallery

    @property
    def turned(self) -> tuple[Picture, ...]:
        """The pictures that a visitor turns through, this one first; alone where none follow."""
        return self, *self.gallery


@dataclass(frozen=True, kw_only=True)
class Section:
    """An entry as it is told. `by` is who had to decide, `outcome` what came of it.

    `overline` stands above the title, "Lesson 2 of 5" or the days; `label` is the word of its
    kind; `thread` is a life or a fate in the order of time; `notes` are for a speaker alone.
    """

    ref: Ref | NoRef
    title: str
    second: str = ""
    overline: str = ""
    label: str = ""
    pinyin: str = ""
    side: str = ""
    role: str = ""
    text: Text = Text()
    question: str = ""
    by: Point | None = None
    standpoints: tuple[Standpoint, ...] = ()
    headings: tuple[Heading, ...] = ()
    proofs: tuple[Proof, ...] = ()
    thread: tuple[Knot, ...] = ()
    events: tuple[Event, ...] = ()
    choices: tuple[Choice, ...] = ()
    outcome: Text = Text()
    voices: tuple[Voice, ...] = ()
    ticks: tuple[Tick, ...] = ()
    pictures: tuple[Picture, ...] = ()
    notes: str = ""

    @property
    def key(self) -> str:
        """The id of the entry; "" of what has no ref."""
        return self.ref.key if self.ref else ""


@dataclass(frozen=True, kw_only=True)
class Member:
    """A formation in the tree of a side at a moment, `worn` by the side's colours.

    `trunk` says of each level below the first whether more of it follows. One that `came` began
    on another side; one that is `gone` has left, and is told without its strength.
    """

    key: str
    name: str
    brief: str
    trunk: tuple[bool, ...]
    worn: Side
    formation: Formation
    state: State
    doing: str
    strength: str
    came: bool
    gone: bool


@dataclass(frozen=True, kw_only=True)
class Tree:
    """A side at a moment: its names, colour, allies; its members, parents before children."""

    key: str
    name: str
    second: str
    colour: str
    allied: str
    members: tuple[Member, ...]


@dataclass(frozen=True, kw_only=True)
class Span:
    """A stretch of time in which a formation was in one `state` on one side.

    `doing` says it, and where if it stood there for most of the time; `brief` is for little room.
    """

    starts: dt.datetime
    ends: dt.datetime
    state: State
    side: str
    doing: str
    brief: str


@dataclass(frozen=True, kw_only=True)
class Lane:
    """A formation through the campaign: its `spans` until it `changed` sides, or `ended`.

    `rank` says how much it matters among its side's, 0 most; `joins` is the other side's id. Its
    `label` is its name where there is little room.
    """

    key: str
    name: str
    label: str
    commander: str
    formation: Formation
    rank: int
    spans: tuple[Span, ...]
    changed: dt.datetime | None
    joins: str
    ended: dt.datetime | None
    fate: str
    strength: str


@dataclass(frozen=True, kw_only=True)
class Bank:
    """The lanes of a side, with what its largest formation counted."""

    key: str
    name: str
    second: str
    side: Side
    strength: str
    lanes: tuple[Lane, ...]
