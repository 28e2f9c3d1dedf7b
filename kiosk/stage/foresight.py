"""Foresight: the map's pictures of the stops that may come next, solved while all rests."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QObject, Slot

from kiosk.exhibit.model import Exhibit, Lesson
from kiosk.map.boxes import Box
from kiosk.map.fitting import Fitting, Focus
from kiosk.map.proving import proofs_of
from kiosk.map.scenes import Scene
from kiosk.qt.timing import Timekeeper
from kiosk.stage.page import entry_of, record_of
from kiosk.stage.stage import Stage
from kiosk.telling.outline.pointing import pointed_at, spoken_of, told_by
from kiosk.visit.navigation import BY_THE_HOUR, Screen, Sheet, Stop
from kiosk.visit.session import State

REST_MS = 300
"""After so long without a change the screen is at rest."""

PAUSE_MS = 12
"""The time between two steps, in which a touch is answered."""

Room = tuple[Focus, tuple[Box, ...]]
"""The free part of the screen at a stop, and what of it is kept free."""


def whereabouts(exhibit: Exhibit, stop: Stop) -> tuple[str, dt.datetime]:
    """The view and the moment of a stop."""
    main, entry = exhibit.exhibit, entry_of(exhibit, stop)
    return entry.view or main.view, entry.moment or main.moment


class Foresight(QObject):
    """The stops that a touch may lead to from the one at hand, which is the stage's.

    In which part of the screen a stop's map is seen is learnt when somebody is there: until then
    it is expected where another of its kin had it, or where this one has it. A wrong guess
    costs the time of a rest, and nothing that is seen.
    """

    def __init__(self, stage: Stage, timers: Timekeeper) -> None:
        super().__init__(stage)
        self._stage, self._exhibit = stage, stage.exhibit
        self._rooms: dict[tuple[object, ...], Room] = {}
        self._looked = False
        self._wait = timers.single(self._step)
        stage.situation.drawn.connect(self._on_drawn)
        stage.navigation.moved.connect(self._rest)
        stage.session.stateChanged.connect(self._rest)

    @Slot()
    def _on_drawn(self) -> None:
        stage, at = self._stage, self._stage.navigation
        bare = at.card == "" and at.sheet == Sheet.NONE
        if bare and stage.session.state == State.VISIT and not stage.camera.flying:
            room = stage.camera.focus, stage.situation.request.kept
            self._rooms[self._kin(at.stop)] = self._rooms[self._look, at.stop] = room
        self._rest()

    def _kin(self, stop: Stop) -> tuple[object, ...]:
        """A key of the stops that have their map where one has it."""
        record = record_of(self._exhibit, stop)
        return self._look, stop.screen, record is None or record.view is not None

    @property
    def _look(self) -> tuple[object, ...]:
        """The settings that change where words and map stand."""
        request = self._stage.situation.request
        return request.language, request.text_px, request.px_per_mm, self._stage.camera.size

    @Slot()
    def _rest(self) -> None:
        self._looked = False
        self._wait.start(REST_MS)

    @Slot()
    def _step(self) -> None:
        stage = self._stage
        if stage.session.state != State.VISIT or stage.camera.flying or stage.playhead.playing:
            return
        if not self._looked:
            self._looked = True
            stage.situation.expect(filter(None, map(self._scene, self._next())))
        if stage.situation.work_ahead():
            self._wait.start(PAUSE_MS)

    def close(self) -> None:
        """Looks ahead no more."""
        self._wait.stop()

    def _next(self) -> Iterator[Stop]:
        """The stops that may come next, the likeliest first."""
        navigation = self._stage.navigation
        yield navigation.stop  # as it is found when a card or a sheet is closed
        yield from navigation.beside()

    def _scene(self, stop: Stop) -> Scene | None:
        """The scene that is seen at a stop, coming from here; None if nobody can know."""
        stage, exhibit = self._stage, self._exhibit
        record, teller = record_of(exhibit, stop), stage.locale.teller
        view, moment = whereabouts(exhibit, stop)
        if stop.screen == Screen.HOME and stage.river.shown:
            return None
        if stop.screen == Screen.DECISIONS and record and stage.ballot.choice_of(record.id):
            return None
        if stop.screen in BY_THE_HOUR and stage.navigation.screen != Screen.HOME:
            moment = stage.playhead.moment
        named = spoken_of(exhibit, teller, record)
        event = stage.moment.event_at(moment) if stop.screen == Screen.MAPS else None
        if event is not None:
            named |= told_by(exhibit, teller, event, event.text)
        here = stage.camera.focus, stage.situation.request.kept
        focus, kept = self._rooms.get((self._look, stop), self._rooms.get(self._kin(stop), here))
        request = replace(
            stage.situation.request,
            chosen=frozenset(),
            pointed_at=pointed_at(exhibit, record),
            spoken_of=frozenset(named),
            sparse=stop.screen == Screen.HOME,
            shaped=False,
            kept=kept,
            proposals=(),
            proofs=proofs_of(exhibit, record, 0, teller) if isinstance(record, Lesson) else (),
        )
        fitting = Fitting.of(exhibit.map.bounds, focus)
        pose = fitting.fitted(exhibit.indexed("views")[view].bounds)
        return Scene(moment, fitting.viewport(pose, request.px_per_mm), request)
