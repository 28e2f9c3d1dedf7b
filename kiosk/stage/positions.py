"""The positions: the map at the hour as text, for everybody."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.exhibit.clock import Clock, Sighting
from kiosk.exhibit.geo import distance_km, project
from kiosk.exhibit.model import ENDED, Exhibit
from kiosk.map.camera import MapCamera
from kiosk.map.walk import MapWalk
from kiosk.qt.property import Property, QmlUncreatable
from kiosk.qt.rows import Rows, spoken_in
from kiosk.stage.moment import Moment
from kiosk.stage.part import Part
from kiosk.telling.locale import Locale
from kiosk.telling.standing import NEAR_KM, Standing
from kiosk.visit.navigation import Navigation, Sheet
from kiosk.visit.playhead import Playhead

QML_IMPORT_NAME = "Kiosk.Stage"
QML_IMPORT_MAJOR_VERSION = 1

MOST = 3
"""The bodies of a side that are told first, in few words."""


@dataclass(frozen=True)
class Ranks:
    """Lines under a name, that of a side or ""."""

    key: str
    name: str
    text: str


@QmlElement
@QmlUncreatable("The stage owns the positions.")
class Positions(Part):
    """The list of who stands where; kept up while its sheet is open.

    First come, in few words, those bodies in the part of the map that is seen
    which matter most.
    """

    def __init__(
        self,
        exhibit: Exhibit,
        clock: Clock,
        walk: MapWalk,
        camera: MapCamera,
        navigation: Navigation,
        playhead: Playhead,
        moment: Moment,
        locale: Locale,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(exhibit, locale, parent)
        self._clock, self._walk, self._camera = clock, walk, camera
        self._navigation, self._playhead, self._moment = navigation, playhead, moment
        self._ranks = Rows(Ranks, self)
        self.fill()

    @Property(Rows, constant=True)
    def ranks(self) -> Rows[Ranks]:
        """The lines, in the order in which they are read."""
        return self._ranks

    @property
    def readable(self) -> str:
        """All that a visitor may read here before they move on."""
        if self._navigation.sheet != Sheet.POSITIONS:
            return ""
        return " ".join(spoken_in(self._ranks.rows, "name", "text"))

    def follow(self) -> None:
        """Part's hook."""
        self.fill()

    def _fill(self) -> None:
        """Tells the map of the moment anew, if that is read."""
        if self._navigation.sheet == Sheet.POSITIONS:
            self._ranks.show(list(self._told()))

    def _told(self) -> Iterator[Ranks]:
        moment, say = self._playhead.moment, self._locale.teller.phrases.say
        standing, seen = Standing(self._exhibit, self._locale.teller), self._clock.at(moment)
        here = self._highest([one for one in seen if self._is_in_sight(one)])
        now = say("sentence", self._when()).strip()
        yield Ranks("now", "", "\n".join([now, *standing.happening(seen, moment)]))
        for side in self._exhibit.sides:
            mine = sorted((one for one in here if one.side == side.id), key=self._importance)
            if lines := [standing.gist(one) for one in mine[:MOST]]:
                name = self._locale.teller.lead(side.name)
                yield Ranks(f"{side.id} here", name, "\n".join(lines))
        if shape := standing.shape(moment):
            yield Ranks("areas", say("areas"), "\n".join(shape))
        for name, lines in standing.by_side(seen, moment):
            yield Ranks(name, say("all_of", name), "\n".join(lines))
        if counted := standing.counted(seen, moment):
            yield Ranks("counted", "", "\n".join(counted))

    def _importance(self, one: Sighting) -> int:
        return int(self._exhibit.indexed("formations")[one.formation].importance)

    def _is_in_sight(self, one: Sighting) -> bool:
        left, top, right, bottom = self._camera.outlook
        x, y = project(one.lon, one.lat)
        return left <= x <= right and top <= y <= bottom

    def _highest(self, seen: list[Sighting]) -> list[Sighting]:
        """Those of bodies that stand and are not near one which leads them."""
        bodies, there = self._exhibit.indexed("formations"), {one.formation: one for one in seen}

        def is_led(one: Sighting, key: str) -> bool:
            parent = bodies[key].parent
            if parent is None:
                return False
            leads = there.get(parent)
            near = leads and distance_km((leads.lon, leads.lat), (one.lon, one.lat)) < NEAR_KM
            return bool(near) or is_led(one, parent)

        return [one for one in seen if one.state not in ENDED and not is_led(one, one.formation)]

    def _when(self) -> str:
        comma = str(self._locale.teller.phrases.words["comma"])
        return comma.join(filter(None, (str(self._moment.text), str(self._moment.skyText))))

    @Slot(result=str)
    def told(self) -> str:
        """The map of the moment in sentences, for who comes to it without seeing it."""
        return " ".join(self._walk.summary(self._when()))
