"""The map as the keys go through it, and as it is told to those who do not see it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.exhibit.clock import Clock, Sighting
from kiosk.exhibit.geo import project
from kiosk.exhibit.kinds import ref_of
from kiosk.exhibit.model import Exhibit, LonLat
from kiosk.exhibit.ref import NoRef, Ref
from kiosk.map.camera import MapCamera
from kiosk.map.situation import Situation
from kiosk.qt.property import Property, QmlUncreatable
from kiosk.telling.locale import Locale
from kiosk.telling.outline.forces import branches
from kiosk.telling.standing import Standing, middle_of
from kiosk.visit.navigation import Navigation
from kiosk.visit.playhead import HOUR, Playhead, hour_of

QML_IMPORT_NAME = "Kiosk.Stage"
QML_IMPORT_MAJOR_VERSION = 1


PLACES, AREAS = "places", "areas"
"""The keys of the lists that are no side's."""


@dataclass(frozen=True)
class Spot:
    """A thing on the map: its id, its name, what is told of it, where it is, its card."""

    key: str
    name: str
    told: str
    at: LonLat
    card: Ref | NoRef = ""


@dataclass(frozen=True)
class Round:
    """Things of one sort in the order in which they are walked."""

    key: str
    name: str
    spots: tuple[Spot, ...]


@QmlElement
@QmlUncreatable("The stage owns the walk.")
class MapWalk(QObject):
    """The things on the map at the moment: the formations of each side, places, areas and lines.

    Formations come by the tree of command, places from north to south, areas by their beginning.
    The thing walked to is marked as a chosen one is, and brought into sight. Nothing is told of
    before somebody asks.

    Signals:
        changed: what is told.
        insideChanged: the keys have gone into the map, or out of it.
        walked: the keys have gone on to a thing, past the end of its list or not, which lies so
            far east and north in the view that the walk began in, from -1 to 1.
        left: the map is to be as it was before the walk.
    """

    changed = Signal()
    insideChanged = Signal()
    walked = Signal(bool, float, float)
    left = Signal()

    def __init__(
        self,
        exhibit: Exhibit,
        clock: Clock,
        navigation: Navigation,
        playhead: Playhead,
        situation: Situation,
        camera: MapCamera,
        locale: Locale,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._exhibit, self._clock, self._navigation = exhibit, clock, navigation
        self._playhead, self._situation = playhead, situation
        self._camera, self._locale = camera, locale
        self._outlook = camera.outlook
        self._inside = False
        self._rounds: list[Round] = []
        self._round, self._key = 0, ""
        self._gone, self._turned = "", False
        self._hour = playhead.moment
        playhead.hoursChanged.connect(self._on_hours)
        locale.changed.connect(self._tell)
        navigation.moved.connect(self._on_moved)

    @Property(bool, notify=insideChanged)
    def inside(self) -> bool:
        """True while the keys walk through the map."""
        return self._inside

    @Property(str, notify=changed)
    def told(self) -> str:
        """The words on the thing walked to, and its place in its list; "" outside.

        The list is named as it is turned to.
        """
        if not self._inside:
            return ""
        spots, place = self._spots, self._place
        if place is None:
            return self._gone
        at = self._locale.teller.phrases.say("nth_of", place + 1, len(spots))
        name = self._rounds[self._round].name if self._turned else ""
        parts = [self._gone, name, spots[place].told, at]
        return self._sentences(filter(None, parts))

    def summary(self, when: str) -> list[str]:
        """The map in sentences, the first of which says when."""
        return self._standing().summary(self._seen(), self._playhead.moment, when)

    @Property(str, notify=changed)
    def around(self) -> str:
        """The words on what lies round about the thing walked to; "" outside."""
        place = self._place if self._inside else None
        if place is None:
            return ""
        return self._standing().around(self._spots[place].at, self._seen())

    @Slot(float, result=str)
    def changes(self, hours: float) -> str:
        """The formations that do something else than so many hours after the start."""
        before = self._clock.at(self._exhibit.exhibit.starts + hours * HOUR)
        return self._sentences(self._standing().change(before, self._seen()))

    @Slot()
    def enter(self) -> None:
        """Goes into the map, to its first list."""
        self._gone = ""
        self._take()
        if self._rounds:
            self._inside, self._outlook = True, self._camera.outlook
            self.insideChanged.emit()
            self._begin(0)

    def resume(self) -> None:
        """Shows the thing walked to again, after a card or a sheet."""
        if self._inside:
            self._show()

    @Slot()
    def leave(self) -> None:
        """Goes out of the map, which is as it was."""
        if self._inside:
            self._stop()
            self.left.emit()

    @Slot(int)
    def move(self, by: int) -> None:
        """Walks on in the list, or back; after its last thing comes the first."""
        spots, place = self._spots, self._place
        if spots:
            number = (place if place is not None else -1) + by
            around, number = divmod(number, len(spots))
            self._walk_to(spots[number], around != 0)
            self._go(spots[number].key)

    @Slot(int)
    def turn(self, by: int) -> None:
        """Turns to another list."""
        if self._rounds:
            number = (self._round + by) % len(self._rounds)
            self._walk_to(self._rounds[number].spots[0])
            self._begin(number)

    @Slot()
    def open(self) -> None:
        """Opens the card of the thing walked to, where it has one."""
        place = self._place
        if place is not None and self._spots[place].card:
            self._navigation.openCard(self._spots[place].card)

    @Slot(str)
    def show(self, ref: str) -> None:
        """Opens the card of something on the map; nothing for what has none, as an area's name."""
        asked = Ref(ref)
        kind = asked.kind
        if kind in ("formations", "places") and asked.key in self._exhibit.indexed(kind):
            self._navigation.openCard(asked)

    # ------------------------------------------------------------ the lists

    @property
    def _spots(self) -> tuple[Spot, ...]:
        return self._rounds[self._round].spots if self._rounds else ()

    @property
    def _place(self) -> int | None:
        """The number of the thing walked to in its list; None if it is not there any more."""
        keys = [spot.key for spot in self._spots]
        return keys.index(self._key) if self._key in keys else None

    def _standing(self) -> Standing:
        return Standing(self._exhibit, self._locale.teller)

    def _seen(self) -> tuple[Sighting, ...]:
        return self._clock.at(self._playhead.moment)

    def _every(self) -> Iterator[Round]:
        """The lists in which there is something at the moment."""
        moment, teller = self._playhead.moment, self._locale.teller
        standing, seen = self._standing(), self._seen()
        there = {one.formation: one for one in seen}
        sides = {one.id: self._clock.side_at(one.id, moment) for one in self._exhibit.formations}
        found = [
            Round(
                side.id,
                teller.lead(side.name),
                tuple(
                    self._body(there[one.id], standing, seen)
                    for one, _ in branches(self._exhibit, side.id, sides)
                    if one.id in there and sides[one.id] == side.id
                ),
            )
            for side in self._exhibit.sides
        ]
        places = sorted(
            (place for place in self._exhibit.places if place.located and place.stands(moment)),
            key=lambda place: -place.at[1],
        )
        say = teller.phrases.say
        found.append(
            Round(
                PLACES,
                say("places"),
                tuple(
                    Spot(
                        place.id,
                        teller.lead(place.name),
                        standing.place(place, seen),
                        place.at,
                        ref_of(place),
                    )
                    for place in places
                ),
            )
        )
        found.append(
            Round(
                AREAS,
                say("areas"),
                tuple(
                    Spot(area.id, teller.lead(area.name), standing.area(area), middle_of(area))
                    for area in standing.in_force(moment)
                ),
            )
        )
        return (one for one in found if one.spots)

    def _body(self, one: Sighting, standing: Standing, seen: tuple[Sighting, ...]) -> Spot:
        ref = Ref.of("formations", one.formation)
        told = standing.told(one, seen, self._playhead.moment)
        return Spot(one.formation, standing.name(one), told, (one.lon, one.lat), ref)

    # ------------------------------------------------------------ where it stands

    def _begin(self, number: int) -> None:
        self._round = number
        self._go(self._spots[0].key, turned=True)

    def _walk_to(self, spot: Spot, around: bool = False) -> None:
        x, y = project(*spot.at)
        left, top, right, bottom = self._outlook
        self.walked.emit(around, _share(left, x, right), -_share(top, y, bottom))

    def _go(self, key: str, turned: bool = False) -> None:
        self._key, self._gone, self._turned = key, "", turned
        self._show()

    def _show(self) -> None:
        place = self._place
        if place is not None:
            spot = self._spots[place]
            self._situation.choose([spot.card] if spot.card else [])
            self._camera.reveal(*spot.at)
        self.changed.emit()

    def _stop(self) -> None:
        self._inside, self._rounds = False, []
        self.insideChanged.emit()
        self.changed.emit()

    @Slot()
    def _on_hours(self) -> None:
        """Keeps to the thing walked to by its id, and says so if it is not there any more."""
        if self._inside and hour_of(self._playhead.moment) != self._hour:
            self._tell()

    @Slot()
    def _tell(self) -> None:
        """Tells the map anew."""
        if not self._inside:
            return
        place = self._place
        name = self._spots[place].name if place is not None else ""
        sort = self._rounds[self._round].key
        self._take()
        sorts = [one.key for one in self._rounds]
        self._round = sorts.index(sort) if sort in sorts else 0
        if self._place is None and name:
            self._gone = self._locale.teller.phrases.say("no_longer", name)
        self._show()

    def _take(self) -> None:
        self._hour = hour_of(self._playhead.moment)
        self._rounds = list(self._every())

    @Slot()
    def _on_moved(self) -> None:
        if self._inside and not self._navigation.carried:
            self._stop()

    def _sentences(self, parts: Iterable[str]) -> str:
        say = self._locale.teller.phrases.say
        return "".join(say("sentence", part) for part in parts).strip()


def _share(low: float, value: float, high: float) -> float:
    """The place of a value between two others: -1 at the low one, or beneath it, 1 at the high."""
    return min(1.0, max(-1.0, 2 * (value - low) / (high - low) - 1))
