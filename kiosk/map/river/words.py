"""The words on a river of men: figures with what their men did, and the names of places."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

from PySide6.QtGui import QFont

from kiosk.exhibit.files.courses import nearest_to
from kiosk.exhibit.geo import project
from kiosk.exhibit.model import Exhibit, Place, PlaceKind
from kiosk.map.boxes import Box, Size
from kiosk.map.ground.palette import Palette
from kiosk.map.river.bands import Band, Deed, River
from kiosk.map.river.courses import crosses_any
from kiosk.map.river.lettering import Room
from kiosk.map.river.replayed import Replayed
from kiosk.map.river.shores import Berth, Shores
from kiosk.map.river.sight import Sight
from kiosk.map.signs.lines import Px
from kiosk.map.signs.marches import HOUR
from kiosk.map.signs.style import LETTERINGS, SECOND, TOWN
from kiosk.map.viewport import PlanePoint
from kiosk.telling.fonts import SANS, SERIF, text_width
from kiosk.telling.locale import Teller, ends_of

NORTH_MM = 13.0
"""Height of the arrow to the north, with its letter twice as wide."""

WORSE_MM = 7.0
"""The distance that weighs as much as a worse form of words."""

ORDERS = (
    (Deed.LEAVE, Deed.CHANGE_SIDES, Deed.TURN_BACK, Deed.CLOSE_IN),
    (Deed.CLOSE_IN, Deed.CHANGE_SIDES, Deed.TURN_BACK, Deed.LEAVE),
    (Deed.LEAVE, Deed.CLOSE_IN, Deed.TURN_BACK, Deed.CHANGE_SIDES),
    (Deed.CHANGE_SIDES, Deed.CLOSE_IN, Deed.TURN_BACK, Deed.LEAVE),
    (Deed.TURN_BACK, Deed.CHANGE_SIDES, Deed.CLOSE_IN, Deed.LEAVE),
)
"""The orders in which bands' words are laid, until there is room for all."""

DOT_MM = 3.6
"""Width of a town's dot."""

SIZES = (62 / 41, 54 / 41, 46 / 41)
"""The sizes of a number, in em of the words beneath it."""

GROWN = (0.5, 0.25, 0.0)
"""The shares of what the text scale adds by which words in the picture grow, the best first."""

KEPT = 12
"""The pages that are kept: of each language, with its screens and reading aids."""

LINE = 1.2
"""Height of a line of words, in em."""


@dataclass(frozen=True)
class Say:
    """The words of a band in a box in px: a number, and what those men did.

    Both are lines; the number's may be none. They are seen from `hours` after the exhibit's start.
    A leader goes from the tie, in the band, to its end by the words.
    """

    key: str
    number: list[str]
    deed: list[str]
    colour: str
    box_x: float
    box_y: float
    box_width: float
    box_height: float
    px: int
    small: int
    hours: float
    tie_x: float = 0.0
    tie_y: float = 0.0
    end_x: float = 0.0
    end_y: float = 0.0

    @property
    def told(self) -> str:
        """All of it as it is said."""
        return ", ".join(filter(None, (" ".join(self.number), " ".join(self.deed))))


@dataclass(frozen=True)
class Spot:
    """A place's name in a box in px, and the dot that it belongs to, if it has one.

    If it is `led`, a leader goes from the dot, or from the river, to its end by the name.
    """

    key: str
    lead: str
    second: str
    ink: str
    slanted: bool
    dot: bool
    spot_x: float
    spot_y: float
    box_x: float
    box_y: float
    box_width: float
    box_height: float
    px: int
    led: bool = False
    end_x: float = 0.0
    end_y: float = 0.0


@dataclass(frozen=True)
class Page:
    """All words as they are laid, and in lines those for which there was no room.

    `bearing` is the direction of north, in degrees clockwise from up; `flaws` the number of those
    of its bands' words. It `crosses` where a band passes what else stands in the area.
    """

    says: tuple[Say, ...] = ()
    spots: tuple[Spot, ...] = ()
    rest: tuple[str, ...] = ()
    north: Box | None = None
    bearing: float = 0.0
    flaws: int = 0
    crosses: bool = False


@dataclass(frozen=True)
class Writing:
    """The manner in which words are written: em of the least text in px, and percent of it.

    `large` text has no names in a second language.
    """

    text_px: int
    text_scale: int
    palette: Palette
    large: bool

    def px(self, grown: float) -> int:
        """Em of words that grow by a share of what the text scale adds."""
        return round(self.text_px * (1 + (self.text_scale / 100 - 1) * grown))


class Writer:
    """The laying of the words of an exhibit's river; what was laid is not laid again."""

    def __init__(self, exhibit: Exhibit, river: River) -> None:
        self._places, self._starts = exhibit.indexed("places"), exhibit.exhibit.starts
        self._river, self._sides = river, exhibit.sides
        self._kept: dict[object, Page] = {}
        self._waters: Sequence[Sequence[PlanePoint]] = ()
        self._lines: dict[str, int | None] = {}
        self._forms_of: dict[tuple[Writing, int], Replayed[Say]] = {}

    def take_rivers(self, lines: Sequence[Sequence[PlanePoint]]) -> None:
        """Takes the rivers' lines on the plane, along which their names stand."""
        self._waters = lines
        self._kept.clear()
        self._lines.clear()

    def page(
        self, teller: Teller, writing: Writing, sight: Sight, area: Box, taken: tuple[Box, ...]
    ) -> Page:
        """The words in an area in px, off the boxes that are taken."""
        key = teller.language, writing, sight, area, taken
        if key not in self._kept:
            if len(self._kept) >= KEPT:
                self._kept.pop(next(iter(self._kept)))
            page = min(self._tried(teller, writing, sight, area, taken), key=self._want)
            self._kept[key] = replace(page, crosses=crosses_any(self._river, taken, sight))
        return self._kept[key]

    def _want(self, page: Page) -> tuple[int, int, int]:
        """The wants of a page, the worst first: words of bands, names that matter, clear words."""
        named = {spot.key for spot in page.spots}
        unnamed = sum(id_ not in named for id_ in self._river.named[: self._river.vital])
        return len(page.rest), unnamed, page.flaws

    def _tried(
        self, teller: Teller, writing: Writing, sight: Sight, area: Box, taken: tuple[Box, ...]
    ) -> Iterator[Page]:
        """Pages as they may be laid, until there is room for all words."""
        waters = [[sight.px(point) for point in line] for line in self._waters]
        shores = Shores(self._river, sight, area, waters)
        self._forms_of.clear()
        named, vital = self._river.named, self._river.vital
        bare = replace(writing, large=True)
        for one, back in product(dict.fromkeys((writing, bare)), (False, True)):
            order_of_names = (*named[:vital][::-1], *named[vital:]) if back else named
            enough = False
            for first, order in product(self._firsts, ORDERS):
                room = Room(shores, taken)
                page = self._laid(teller, one, sight, room, order_of_names, first, order)
                yield page
                want = self._want(page)
                if not any(want):
                    return
                enough |= not any(want[:2])
            if enough:
                return

    @property
    def _firsts(self) -> tuple[int, ...]:
        """The numbers of names that are laid before figures, the best first."""
        kinds = [self._places[id_].kind for id_ in self._river.named]
        return tuple(dict.fromkeys((self._river.vital, kinds.count(PlaceKind.RIVER), 0)))

    def _laid(
        self,
        teller: Teller,
        writing: Writing,
        sight: Sight,
        room: Room,
        named: Sequence[str],
        first: int,
        order: Sequence[Deed],
    ) -> Page:
        mark = NORTH_MM * sight.px_per_mm
        north = room.corner((2 * mark, mark))
        if north is not None:
            room.take(north)
        says: list[Say] = []
        rest: list[str] = []
        names = [*self._names(teller, writing, room, sight, named[:first])]
        flaws = 0
        for band in sorted(self._river.bands, key=lambda band: order.index(band.deed)):
            if band.figures or not self._river.most:
                flaws += self._say(teller, writing, room, band, says, rest)
        names += self._names(teller, writing, room, sight, named[first:])
        return Page(tuple(says), tuple(names), tuple(rest), north, sight.north, flaws)

    def _say(
        self,
        teller: Teller,
        writing: Writing,
        room: Room,
        band: Band,
        says: list[Say],
        rest: list[str],
    ) -> int:
        """Lays the words of a band, or leaves them to the rest; the number of their flaws."""
        like = [b for b in self._river.bands if (b.deed, b.side) == (band.deed, band.side)]
        if band is not like[0] and not band.figures:
            return 0
        best: tuple[float, Berth, Say] | None = None
        for worse, said in enumerate(self._said(teller, writing, band)):
            below = math.inf if best is None else best[0] - WORSE_MM * worse
            if below <= 0:
                break
            found = room.beside(like, (said.box_width, said.box_height), below)
            if found:
                best = found.away + WORSE_MM * worse, found, said
        if best is None:
            number = next(iter(self._numbers(teller, band)), "")
            rest.append(teller.joined(number, self._deed(teller, band)))
            return 0
        _, berth, said = best
        room.take(berth.box, berth.leader)
        assert berth.leader is not None
        (tie_x, tie_y), (end_x, end_y) = berth.leader
        says.append(
            replace(
                said,
                box_x=berth.box.left,
                box_y=berth.box.top,
                tie_x=tie_x,
                tie_y=tie_y,
                end_x=end_x,
                end_y=end_y,
            )
        )
        return berth.flaws

    def _said(self, teller: Teller, writing: Writing, band: Band) -> Replayed[Say]:
        """The same as `_forms`, made once for all tries of a page."""
        key = writing, id(band)
        if key not in self._forms_of:
            self._forms_of[key] = Replayed(self._forms(teller, writing, band))
        return self._forms_of[key]

    def _forms(self, teller: Teller, writing: Writing, band: Band) -> Iterator[Say]:
        """A band's words in every form and size, the best first."""
        colour = writing.palette.line_of(band.colour).name()
        deed, day = self._deed(teller, band), teller.moment(band.moment, hour=False)
        numbers = list(self._numbers(teller, band)) or [""]
        split = [[number] if number else [] for number in numbers]
        split += [halves for number in numbers if len(halves := _halves(number)) > 1]
        for small in dict.fromkeys(writing.px(grown) for grown in GROWN):
            for lines in ([deed], _halves(deed, day)):
                for number in split:
                    for em in SIZES if number else SIZES[:1]:
                        yield self._form(band, number, lines, colour, round(small * em), small)

    def _form(
        self, band: Band, number: list[str], deed: list[str], colour: str, px: int, small: int
    ) -> Say:
        widths = [text_width(line, SANS, small, QFont.Weight.Normal) for line in deed]
        widths += [text_width(line, SERIF, px, QFont.Weight.DemiBold) for line in number]
        high = LINE * (px * len(number) + small * len(deed))
        key = f"{band.deed}/{self._river.bands.index(band)}"
        since = band.moment if band.deed is Deed.TURN_BACK else band.times[0]
        hours = (since - self._starts) / HOUR
        return Say(key, number, deed, colour, 0, 0, max(widths), high, px, small, hours)

    def _numbers(self, teller: Teller, band: Band) -> Iterable[str]:
        """A band's figures in words, and without what is more than they say."""
        if not band.figures:
            return ()
        low, high, _ = ends_of(band.figures)
        ends = [teller.phrases.number(end) for end in dict.fromkeys((low, high))]
        bare = ends[0] if len(ends) == 1 else teller.phrases.say("range", *ends)
        said = dict.fromkeys((teller.strength(band.figures), teller.phrases.say("headcount", bare)))
        return [teller.phrases.say("river_about", one) if band.rough else one for one in said]

    def _deed(self, teller: Teller, band: Band) -> str:
        day = teller.moment(band.told, hour=False)
        if band.deed is Deed.LEAVE and band.place:
            name = teller.lead(self._places[band.place].name)
            return teller.phrases.say("river_leave", name, day)
        if band.deed is Deed.CLOSE_IN:
            return teller.phrases.say("river_close_in", teller.lead(self._sides[band.side].name))
        key = "set_out" if band.deed is Deed.LEAVE else band.deed
        return teller.phrases.say(f"river_{key}", day)

    def _names(
        self, teller: Teller, writing: Writing, room: Room, sight: Sight, ids: Iterable[str]
    ) -> Iterator[Spot]:
        """The names of some places beside their spots, where there is room."""
        dot = DOT_MM * sight.px_per_mm
        seen = [
            (place, sight.px(project(*place.at))) for place in (self._places[id_] for id_ in ids)
        ]
        for place, at in seen:
            if LETTERINGS.get(place.kind, TOWN) is TOWN:
                room.take(Box.around(at.real, at.imag, dot, dot))
        for place, at in seen:
            lettering = LETTERINGS.get(place.kind, TOWN)
            lead, second = teller.lead(place.name), teller.second(place.name)
            forms = [("", px) for px in dict.fromkeys(writing.px(grown) for grown in GROWN)]
            if second and not writing.large:
                forms.insert(0, (second, forms[0][1]))
            for after, px in forms:
                gap = px / 3 if after else 0
                wide = (
                    lettering.whole_width(lead, px)
                    + gap
                    + (SECOND.width(after, px) if after else 0)
                )
                berth = self._berth(room, sight, place, at, (wide, px * LINE))
                if berth is not None:
                    box, leader = berth.box, berth.leader
                    spot_x, spot_y = leader[0] if leader else (at.real, at.imag)
                    room.take(box, leader)
                    yield Spot(
                        place.id, lead, after,
                        lettering.ink, lettering.slants(lead), lettering is TOWN,
                        spot_x, spot_y, box.left, box.top, wide, px * LINE, px,
                        leader is not None, *(leader[1] if leader else (0.0, 0.0)),
                    )  # fmt: skip
                    break

    def _berth(self, room: Room, sight: Sight, place: Place, at: Px, size: Size) -> Berth | None:
        """Room for a place's name beside its spot; for that of a river anywhere along it."""
        line = self._line_of(place)
        if line is None:
            lettered = LETTERINGS.get(place.kind, TOWN)
            return room.near(at, size, DOT_MM * sight.px_per_mm * (lettered is TOWN))
        return room.along(line, at, size)

    def _line_of(self, place: Place) -> int | None:
        """The number of the line of a river; None of what is none, or has none near it."""
        if place.id not in self._lines:
            river = place.kind is PlaceKind.RIVER
            self._lines[place.id] = nearest_to(project(*place.at), self._waters) if river else None
        return self._lines[place.id]


def _halves(text: str, whole: str = "") -> list[str]:
    """A text in two lines, as even as its words allow; without spaces beside what stays whole."""
    breaks = [i for i, letter in enumerate(text) if letter == " "]
    if not breaks and whole in text:
        begin = text.index(whole)
        breaks = [i for i in (begin, begin + len(whole)) if 0 < i < len(text)]
    at = min(breaks, key=lambda i: abs(2 * i - len(text)), default=len(text))
    return [line for line in (text[:at].strip(), text[at:].strip()) if line]
