"""The course of the map through a talk: where each slide and each click brings it."""

from __future__ import annotations

import datetime as dt

from kiosk.exhibit.clock import Clock
from kiosk.exhibit.model import Bounds, Event, Exhibit, Phase
from kiosk.map.sight import spots_of
from kiosk.stage.stage import Stage
from kiosk.talk.script import scene_of, sight_of
from kiosk.talk.slides import Slide
from kiosk.telling.units import LENGTHS, ruler_of
from kiosk.visit.navigation import COUNTED, Screen, Sheet
from kiosk.visit.playhead import HOUR

LONGEST_S = 4.0
"""Between two clicks the campaign plays no longer: a longer time before is skipped."""

KEPT = 0.6
"""The share of the frame that what an event speaks of may take when the map is magnified."""

PACE = 0.5
"""Units of the ruler that pass in a second: of days, twelve hours."""

LAST_MINUTE = dt.timedelta(minutes=1)
"""At a phase's end the next one begins, so its last event is shown this much before."""


class Course:
    """The stage's tour, map and clock as they follow the slides of a talk."""

    def __init__(self, exhibit: Exhibit, stage: Stage) -> None:
        self._exhibit, self._stage, self._clock = exhibit, stage, Clock(exhibit)
        self._sight: Bounds | None = None
        self._pace = PACE * LENGTHS[ruler_of(exhibit).unit] / HOUR
        stage.playhead.set_pace(self._pace)

    def open(self, slide: Slide) -> None:
        """Opens the stop of the tour that a slide is about, and brings the map there."""
        navigation = self._stage.navigation
        if slide.kind in COUNTED:
            index = [*self._exhibit.indexed(slide.kind)].index(slide.key)
            {
                Screen.PHASES: navigation.openPhase,
                Screen.LESSONS: navigation.openLesson,
                Screen.DECISIONS: navigation.openDecision,
                Screen.DISAGREEMENTS: navigation.openDisagreement,
            }[Screen(slide.kind)](index)
        elif slide.key == Screen.FORCES:
            navigation.openPanel(Screen.FORCES)
            navigation.openSheet(Sheet.FIGURES)
        elif slide.kind == "views":
            navigation.openPanel(Screen.MAPS)
        else:
            navigation.goHome()
        view, moment = scene_of(self._exhibit, slide)
        self._stage.atlas.fly_to(view)
        self._sight = sight_of(self._clock, self._exhibit, slide, None)
        self._stage.night.rest(navigation.screen, moment)
        self._stage.playhead.goTo(moment)

    def bring(self, slide: Slide, phase: Phase, event: Event | None, *, played: bool) -> None:
        """Brings the map to the event of the click: plays there if it comes next."""
        playhead = self._stage.playhead
        self._look_at(sight_of(self._clock, self._exhibit, slide, event))
        if event is None:
            playhead.goTo(scene_of(self._exhibit, slide)[1])
            return
        moment = min(event.at, phase.ends - LAST_MINUTE)
        if played and not self._stage.preferences.reducedMotion:
            until = (moment - self._exhibit.exhibit.starts) / HOUR
            playhead.seek(max(playhead.hours, until - LONGEST_S * self._pace))
            playhead.playTo(until)
        else:
            playhead.goTo(moment)

    @property
    def magnified(self) -> bool:
        """True once somebody has magnified the map that the slide shows."""
        return self._sight is None

    def look_again(self, slide: Slide, event: Event | None) -> None:
        """Brings the map back to what the slide shows."""
        self._look_at(sight_of(self._clock, self._exhibit, slide, event))

    def _look_at(self, sight: Bounds) -> None:
        if sight != self._sight:
            self._sight = sight
            self._stage.camera.fly_to(sight)

    def magnify(self, factor: float, across: float, down: float, event: Event | None) -> None:
        """Magnifies the map about a spot of the slide, in shares of it, if that is on the map.

        Else about what the event speaks of, no more than keeps that in the frame; or about the
        middle.
        """
        self._sight = None
        camera = self._stage.camera
        left, top, width, height = camera.focus
        x, y = (share * size for share, size in zip((across, down), camera.size, strict=True))
        if left <= x <= left + width and top <= y <= top + height:
            camera.zoom_to(factor, x, y)
            return
        spots = spots_of(self._exhibit, self._clock, event) if event else ()
        seen = [camera.screen_of(*spot) for spot in spots]
        if not seen:
            camera.zoom_to(factor, left + width / 2, top + height / 2)
            return
        (west, east), (north, south) = ((min(side), max(side)) for side in zip(*seen, strict=True))
        room = min(width / max(east - west, 1.0), height / max(south - north, 1.0))
        camera.zoom_to(min(factor, max(1.0, KEPT * room)), (west + east) / 2, (north + south) / 2)
