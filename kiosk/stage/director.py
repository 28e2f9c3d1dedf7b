"""The director: what each turn of the visit does to the parts of the stage."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.exhibit.geo import unproject
from kiosk.exhibit.model import LayerStyle, Lesson
from kiosk.exhibit.ref import Ref
from kiosk.map import proving
from kiosk.map.ground.palette import TONES
from kiosk.map.sight import LEAST_KM, sight_of, sight_within
from kiosk.stage.foresight import whereabouts
from kiosk.stage.page import record_of
from kiosk.stage.stage import Stage
from kiosk.telling.locale import reading_seconds
from kiosk.telling.outline.pointing import Refs
from kiosk.telling.units import ruler_of
from kiosk.visit.hold import Hold
from kiosk.visit.navigation import BY_THE_HOUR, Screen, Sheet
from kiosk.visit.playhead import HOUR
from kiosk.visit.session import State

FOLLOWING_S = 6
"""The seconds in which is shown what followed a decision: as far as marches are drawn."""

FROM_AFAR = 1.5
"""The size of what stands on the map in the show, in that of a visit."""


class Director(QObject):
    """The course of things on a stage, which is its parent.

    Signals:
        failed: what is named can't be shown for the exception that is given; it says sorry.
    """

    failed = Signal(str, object)

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self._stage, self._exhibit, self._locale = stage, stage.exhibit, stage.locale
        self._session, self._navigation = stage.session, stage.navigation
        self._hold = Hold(stage.session)
        self._preferences, self._ballot = stage.preferences, stage.ballot
        self._playhead, self._camera, self._fingers = stage.playhead, stage.camera, stage.fingers
        self._situation, self._plates, self._atlas = stage.situation, stage.plates, stage.atlas
        self._show, self._moment, self._timeline = stage.show, stage.moment, stage.timeline
        self._night = stage.night
        self._page, self._choices, self._forces = stage.page, stage.choices, stage.forces
        self._card, self._evidence = stage.card, stage.evidence
        self._locale.hail()
        self._on_motion()
        self._awake = False
        self._near = False
        self._screen_before = Screen.HOME
        self._name()
        self._connect()
        self._camera.jump_to(self._atlas.bounds(self._show.slide.view))
        self._on_state()

    def _connect(self) -> None:
        self._session.stateChanged.connect(self._on_state)
        self._navigation.moved.connect(self._on_stop)
        self._navigation.proofChanged.connect(self._on_proof)
        self._navigation.cardChanged.connect(self._on_card)
        self._navigation.sheetChanged.connect(self._on_sheet)
        self._preferences.languageChanged.connect(self._on_language)
        self._preferences.textScaleChanged.connect(self._on_text_scale)
        self._preferences.toneChanged.connect(self._on_tone)
        self._preferences.reducedMotionChanged.connect(self._on_motion)
        self._playhead.hoursChanged.connect(self._on_hours)
        self._playhead.playingChanged.connect(self._on_playing)
        self._playhead.nearing.connect(self._on_nearing)
        self._ballot.chosen.connect(self._on_choice)
        self._choices.watching.connect(self._on_watching)
        self._stage.speech.changed.connect(self._stretch)
        self._stage.walk.left.connect(self._on_walked)
        self._fingers.touched.connect(self._navigation.follow)
        self._moment.eventChanged.connect(self._on_event)
        self._plates.loaded.connect(self._on_map_loaded)
        self._stage.glassChanged.connect(self._scale_map)
        for part in self._stage.parts:
            part.failed.connect(self._on_failed)
        for part in self._stage.beside:
            part.failed.connect(self._page.apologise)
        self._situation.drawn.connect(self._explain)
        self._night.changed.connect(self._explain)
        self._show.turned.connect(self._on_slide)
        self._show.passed.connect(self._on_passed)

    # ------------------------------------------------------------ words

    def _name(self) -> None:
        """Has the map name things in the language chosen."""
        self._situation.speak(self._locale.teller)

    @Slot()
    def _on_language(self) -> None:
        self._locale.speak(self._preferences.language)
        self._name()
        self._situation.propose(self._choices.proposals)
        self._situation.prove(self._page.proofs())
        self._pace()

    # ------------------------------------------------------------ the glass

    @Slot()
    def _scale_map(self) -> None:
        stage, px_per_mm = self._stage, self._stage.pxPerMm
        grown = stage.textPx * (1 + (self._preferences.textScale / 100 - 1) / 2)
        if not self._awake:
            grown = max(grown, stage.textPx * FROM_AFAR)
        self._situation.measure(max(stage.bodyPx, grown), px_per_mm)
        self._fingers.measure(px_per_mm)
        self._session.measure(px_per_mm)
        self._atlas.measure(px_per_mm)

    @Slot()
    def _on_text_scale(self) -> None:
        self._stretch()
        self._scale_map()

    @Slot()
    def _stretch(self) -> None:
        """Gives more time for large text, and to who listens, by the tempo."""
        scale = self._preferences.textScale / 100
        self._session.setStretch(scale * self._stage.speech.stretch)

    @Slot()
    def _on_tone(self) -> None:
        self._atlas.colour(TONES[self._preferences.tone])
        self._explain()

    @Slot()
    def _on_motion(self) -> None:
        self._show.calm(self._preferences.reducedMotion)

    @Slot()
    def _on_map_loaded(self) -> None:
        self._situation.take_rails(self._plates.base.lines(LayerStyle.RAILWAY))
        self._situation.take_rivers(self._plates.base.lines(LayerStyle.RIVER))

    # ------------------------------------------------------------ stops of the tour

    @Slot()
    def _on_stop(self) -> None:
        if not self._awake:
            return
        self._stage.film.stop()
        self._page.fill()
        self._look()
        self._screen_before = screen = self._navigation.screen
        self._point(sparse=screen == Screen.HOME, shaped=False)
        for part in self._stage.beside:
            part.fill()
        self._answer()
        self._situation.prove(self._page.proofs())
        self._pace()

    def _answer(self) -> None:
        """Shows on the map what was decided, if that is so, with the camera near about it."""
        proposals = self._choices.proposals
        self._situation.propose(proposals)
        if spots := [unproject(*point) for proposal in proposals for point in proposal.way]:
            view = self._atlas.bounds(self._scene[0])
            self._camera.fly_to(sight_within(spots, view, LEAST_KM))

    @Slot()
    def _on_proof(self) -> None:
        """Brings the map to where and when the proof was that is chosen, or back to the lesson."""
        lesson = record_of(self._exhibit, self._navigation.stop)
        if not isinstance(lesson, Lesson):
            return
        number, view = int(self._navigation.proof), self._atlas.bounds(lesson.view)
        clock = self._stage.clock
        self._camera.fly_to(proving.sight_of(self._exhibit, clock, lesson, number, view))
        self._playhead.goTo(proving.moment_of(lesson, number))
        self._situation.prove(self._page.proofs())

    def _point(self, **how: bool) -> None:
        """Points out on the map what the page is about; where that raises, the page says sorry."""
        try:
            self._situation.point(self._page.marked(), self._named(), **how)
        except Exception as error:
            self._page.apologise()
            self._on_failed(error)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        at = self._navigation
        where = f"{at.screen} {at.stop.index + 1} {at.card or at.sheet}".rstrip()
        self.failed.emit(where, error)

    def _look(self) -> None:
        """Brings the map to where and when the stop is; a panel keeps the hour it is opened at."""
        view, moment = self._scene
        screen = self._navigation.screen
        kept = screen in BY_THE_HOUR and self._screen_before != Screen.HOME
        self._night.rest(screen, moment)
        self._atlas.fly_to(view)
        self._moment.stand(moment)
        if not (kept or self._navigation.carried):
            self._playhead.goTo(self._choices.done or moment)

    @property
    def _scene(self) -> tuple[str, dt.datetime]:
        """The view and the moment of the stop."""
        return whereabouts(self._exhibit, self._navigation.stop)

    @Slot()
    def _on_card(self) -> None:
        self._stage.film.stop()
        card = self._navigation.card
        self._night.cover(card, self._navigation.sheet)
        self._card.open(self._situation.seen.sharing(card.key) if card else ())
        if card:
            stands = self._situation.troops_of(card.key) if card.kind == "people" else card
            self._situation.choose([stands] if stands else [])
            where = self._situation.spot(stands) if stands else None
            if where is not None:
                self._camera.reveal(*where)
        else:
            self._point()
            self._camera.release()
            self._stage.walk.resume()
        self._pace()

    @Slot()
    def _on_walked(self) -> None:
        """Brings the map back to what the page is about."""
        if not self._navigation.card:
            self._point()
            self._camera.release()

    def _named(self) -> Refs:
        """The names that are read: the page's, or while it plays or at another hour the event's."""
        told, page, playhead = self._moment.named, self._page.named(), self._playhead
        if self._navigation.screen == Screen.PHASES:
            return told if playhead.directed or playhead.moment != self._scene[1] else page
        return page | told if self._navigation.screen == Screen.MAPS else page

    @Slot()
    def _on_event(self) -> None:
        if self._awake and not self._navigation.card:
            self._point()

    @Slot()
    def _on_sheet(self) -> None:
        self._night.cover(self._navigation.card, self._navigation.sheet)
        self._evidence.fill()
        self._forces.fill()
        self._stage.positions.fill()
        self._explain()
        self._pace()

    @Slot()
    def _explain(self) -> None:
        """Has the open key explain what is on the map."""
        if self._navigation.sheet == Sheet.KEY:
            self._atlas.explain(night=self._night.depth > 0)

    @Slot()
    def _on_choice(self) -> None:
        view, moment = self._scene
        self._choices.fill()
        self._atlas.fly_to(view)
        self._playhead.goTo(self._choices.done or moment)
        self._answer()
        self._pace()

    @Slot()
    def _on_watching(self) -> None:
        """Plays what followed a decision, without the answers; pauses if that plays."""
        playhead, moment = self._playhead, self._scene[1]
        if playhead.playing:
            playhead.pause()
            return
        recent = ruler_of(self._exhibit).recent
        until = (moment + recent - self._exhibit.exhibit.starts) / HOUR
        if playhead.hours >= until:
            playhead.goTo(moment)
        self._situation.propose(())
        playhead.set_pace(recent / HOUR / FOLLOWING_S)
        playhead.playTo(until)

    def _pace(self) -> None:
        """Gives the session time to read what is on the screen."""
        sheet, screen = self._navigation.sheet, self._navigation.screen
        texts = [*(part.readable for part in self._stage.parts), self._timeline.readable]
        if sheet == Sheet.KEY:
            texts.append(self._atlas.told)
        if sheet == Sheet.SOURCES and screen == Screen.MAPS:
            texts.append(str(self._atlas.note))
        self._session.setReadingSeconds(reading_seconds(" ".join(texts)))
        self._stage.speech.turn()

    # ------------------------------------------------------------ the moment

    @Slot()
    def _on_hours(self) -> None:
        """The parts, and on the screen of the phases the phase, follow the moment."""
        for part in self._stage.parts:
            part.follow()
        navigation, now = self._navigation, self._timeline.phase
        if self._awake and navigation.screen == Screen.PHASES and navigation.phase != now:
            navigation.carry(now)

    @Slot()
    def _on_playing(self) -> None:
        """A visitor who watches the campaign play is not idle; what was played ends as it began."""
        self._hold.follow(self._playhead.playing)
        if not self._playhead.playing:
            self._situation.propose(self._choices.proposals)
            if self._near and self._awake:
                self._near = False
                self._atlas.fly_to(self._scene[0])

    @Slot(float, str)
    def _on_nearing(self, _hours: float, key: str) -> None:
        """Brings the map to the event at which the clock will stand."""
        event = self._exhibit.event(key)
        if event is not None and not self._navigation.card:
            self._near = True
            view, teller = self._atlas.bounds(self._scene[0]), self._locale.teller
            self._camera.fly_to(sight_of(self._exhibit, self._stage.clock, teller, event, view))

    # ------------------------------------------------------------ attract and visit

    @Slot()
    def _on_state(self) -> None:
        if self._session.state == State.ATTRACT:
            self._awake = False
            self._begin_anew()
            self._scale_map()
            self._show.start()
        elif not self._awake:
            self._awake = True
            self._show.stop()
            self._plates.hold(False)
            self._moment.mark(None)
            self._scale_map()
            self._on_stop()

    def _begin_anew(self) -> None:
        """Everything as the next visitor shall find it."""
        self._screen_before = Screen.HOME
        self._stage.keypad.forget()
        self._stage.keypad.use(False)
        self._fingers.forget()
        self._navigation.reset()
        self._preferences.reset()
        self._page.fill()
        self._ballot.reset()
        self._situation.propose(())
        self._situation.prove(())
        self._playhead.reset()
        self._atlas.reset()

    @Slot()
    def _on_slide(self) -> None:
        slide, teller = self._show.slide, self._locale.teller
        self._plates.hold(slide.river and self._stage.river.shown)
        self._situation.point(
            [Ref.of("formations", key) for key in slide.highlight],
            teller.mentioned(teller.lead(slide.line)),
            sparse=True,
            shaped=True,
        )
        self._camera.fly_to(self._show.bounds(self._atlas.bounds(slide.view)))

    @Slot()
    def _on_passed(self) -> None:
        """Night falls on a slide that tells an hour; what else passes stands for days."""
        self._night.rest(Screen.MAPS if self._show.by_the_hour else Screen.HOME, self._show.moment)
        self._playhead.goTo(self._show.moment)
        self._moment.mark(self._show.told)

    def go_on_from(self, before: Director, *, same_ground: bool) -> None:
        """Takes the place of another stage before the same eyes.

        A visit goes on where it is, as far as this exhibit has the same to show; the `same_ground`
        is not painted again.
        """
        if same_ground:
            self._plates.go_on_from(before._plates)
            self._stage.river.go_on_from(before._stage.river)
        self._camera.setPace(0)
        self._preferences.go_on_from(before._preferences)
        self._atlas.go_on_from(before._atlas)
        self._situation.go_on_from(before._situation)
        if before._awake:
            self._session.touch()
            self._stage.speech.go_on_from(before._stage.speech)
            self._navigation.go_on_from(before._navigation)
            if before._playhead.moment != before._scene[1]:
                self._playhead.goTo(before._playhead.moment)
        self._camera.go_on_from(before._camera)
