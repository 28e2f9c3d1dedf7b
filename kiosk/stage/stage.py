"""The stage: the one object that QML binds to; its parts, and what each change does to them."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QFont
from PySide6.QtQml import QmlElement

from kiosk.exhibit.clock import Clock
from kiosk.exhibit.model import Exhibit, LayerStyle
from kiosk.machine.glass import Screen as Glass
from kiosk.map.camera import MapCamera
from kiosk.map.fingers import Hands
from kiosk.map.ground.basemap import BaseMap
from kiosk.map.ground.palette import CONTRAST, TABLE
from kiosk.map.ground.plates import PlatePictures, Plates
from kiosk.map.situation import Ground
from kiosk.qt.property import Property, QmlUncreatable
from kiosk.qt.timing import Timekeeper
from kiosk.stage.atlas import Atlas
from kiosk.stage.card import Card
from kiosk.stage.choices import Choices
from kiosk.stage.evidence import Evidence
from kiosk.stage.forces import Forces
from kiosk.stage.moment import Moment
from kiosk.stage.page import Page, record_of
from kiosk.stage.show import Show
from kiosk.stage.timeline import Timeline
from kiosk.telling.balance import balanced, phrased
from kiosk.telling.locale import Locale, reading_seconds
from kiosk.visit.ballot import Ballot
from kiosk.visit.navigation import Navigation, Screen, Sheet
from kiosk.visit.playhead import Playhead
from kiosk.visit.preferences import Preferences
from kiosk.visit.session import Session, State

QML_IMPORT_NAME = "Kiosk.Stage"
QML_IMPORT_MAJOR_VERSION = 1

BY_THE_HOUR = (Screen.FORCES, Screen.MAPS)
"""The panels that show whatever hour the visitor comes from, unless that is home."""


@QmlElement
@QmlUncreatable("The application makes the stage.")
class Stage(QObject):
    """What is seen, as QML reads it.

    Signals:
        spoken: the language changed.
        glassChanged: the screen's size.
        failed: what is named can't be shown for the exception that is given; it says sorry.
    """

    spoken = Signal()
    glassChanged = Signal()
    failed = Signal(str, object)

    def __init__(
        self,
        exhibit: Exhibit,
        *,
        timers: Timekeeper,
        words: Path,
        load_map: Callable[[], BaseMap],
        threaded: bool = True,
        plates: PlatePictures | None = None,
        glass: Callable[[int, int], Glass],
        idle_s: float = 60,
        warning_s: float = 20,
        ballot: Ballot | None = None,
        lobby: bool = False,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        main = exhibit.exhibit
        self._exhibit = exhibit
        self._lobby = lobby
        clock = Clock(exhibit)
        self._session = Session(timers, idle_s, warning_s, self)
        self._navigation = Navigation(exhibit, self)
        self._preferences = Preferences(main.languages, self)
        self._locale = Locale(exhibit, words, self._preferences.language, self)
        self._locale.changed.connect(self.spoken)
        self._ballot = ballot or Ballot({}, lambda counts: None)
        self._ballot.setParent(self)
        self._playhead = Playhead(main.starts, main.ends, timers, self)
        self._camera = MapCamera(exhibit.map.bounds, self)
        self._ground = Ground(exhibit, clock, self._camera, self._playhead, self)
        self._hands = Hands(self._camera, self._ground, timers, self)
        self._plates = Plates(
            load_map, self._camera, pictures=plates, threaded=threaded, parent=self
        )
        self._atlas = Atlas(
            exhibit, self._camera, self._playhead, self._ground, self._plates, self._locale, self
        )
        self._show = Show(exhibit, timers, self._locale, self, drifts=lobby)
        self._moment = Moment(exhibit, self._playhead, timers, self._locale, self)
        self._timeline = Timeline(exhibit, self._navigation, self._playhead, self._locale, self)
        self._page = Page(exhibit, self._navigation, self._locale, self)
        self._choices = Choices(exhibit, self._navigation, self._ballot, self._locale, self)
        self._forces = Forces(exhibit, clock, self._navigation, self._playhead, self._locale, self)
        self._card = Card(exhibit, clock, self._navigation, self._playhead, self._locale, self)
        self._evidence = Evidence(exhibit, self._navigation, self._locale, self)
        self._measure_glass = glass
        self._glass = glass(1920, 1080)
        self._awake = False
        self._following = False
        self._screen_before = Screen.HOME
        self._name()
        self._connect()
        self._camera.jump_to(self._atlas.bounds(self._show.slide.view))
        self._on_state()

    def _connect(self) -> None:
        self._session.stateChanged.connect(self._on_state)
        self._navigation.moved.connect(self._on_stop)
        self._navigation.cardChanged.connect(self._on_card)
        self._navigation.sheetChanged.connect(self._on_sheet)
        self._preferences.languageChanged.connect(self._on_language)
        self._preferences.textScaleChanged.connect(self._on_text_scale)
        self._preferences.highContrastChanged.connect(self._on_contrast)
        self._playhead.hoursChanged.connect(self._on_hours)
        self._playhead.playingChanged.connect(self._on_playing)
        self._ballot.chosen.connect(self._on_choice)
        self._hands.touched.connect(self._navigation.openCard)
        self._moment.eventChanged.connect(self._on_event)
        self._plates.loaded.connect(self._on_map_loaded)
        for part in (self._page, self._choices, self._forces, self._card, self._evidence):
            part.failed.connect(self._on_failed)
        for part in (self._choices, self._forces, self._evidence):
            part.failed.connect(self._page.apologise)
        self._show.turned.connect(self._on_slide)
        self._show.passed.connect(self._on_passed)

    # ------------------------------------------------------------ parts

    @Property(Session, constant=True)
    def session(self) -> Session:
        """Attract, visit or warning."""
        return self._session

    @Property(Navigation, constant=True)
    def navigation(self) -> Navigation:
        """Where the visitor is."""
        return self._navigation

    @Property(Preferences, constant=True)
    def preferences(self) -> Preferences:
        """How the visitor wants it."""
        return self._preferences

    @Property(Playhead, constant=True)
    def playhead(self) -> Playhead:
        """The campaign's moment on the map."""
        return self._playhead

    @Property(MapCamera, constant=True)
    def camera(self) -> MapCamera:
        """From where the map is looked at."""
        return self._camera

    @Property(Ground, constant=True)
    def ground(self) -> Ground:
        """What stands on the map."""
        return self._ground

    @Property(Hands, constant=True)
    def hands(self) -> Hands:
        """What visitors do with the map."""
        return self._hands

    @Property(Plates, constant=True)
    def plates(self) -> Plates:
        """The base map as pictures."""
        return self._plates

    @Property(Atlas, constant=True)
    def atlas(self) -> Atlas:
        """The map's views, layers and key."""
        return self._atlas

    @Property(Show, constant=True)
    def show(self) -> Show:
        """The slides without a visitor."""
        return self._show

    @Property(Moment, constant=True)
    def moment(self) -> Moment:
        """The campaign's moment as it is said."""
        return self._moment

    @Property(Timeline, constant=True)
    def timeline(self) -> Timeline:
        """The campaign's phases along a line."""
        return self._timeline

    @Property(Page, constant=True)
    def page(self) -> Page:
        """The stop of the tour as it is read."""
        return self._page

    @Property(Choices, constant=True)
    def choices(self) -> Choices:
        """What a decision leaves to the visitor."""
        return self._choices

    @Property(Forces, constant=True)
    def forces(self) -> Forces:
        """The sides with their orders of battle."""
        return self._forces

    @Property(Card, constant=True)
    def card(self) -> Card:
        """The card that is open."""
        return self._card

    @Property(Evidence, constant=True)
    def evidence(self) -> Evidence:
        """What all this rests on."""
        return self._evidence

    # ------------------------------------------------------------ words

    @property
    def locale(self) -> Locale:
        """The language chosen, and what says the exhibit in it."""
        return self._locale

    @Property("QVariantMap", notify=spoken)
    def words(self) -> dict[str, Any]:
        """The interface words in the visitor's language."""
        return self._locale.tongue.speech.words

    @Property(str, notify=spoken)
    def exhibitTitle(self) -> str:
        """What the exhibit is called."""
        return self._locale.tongue.lead(self._exhibit.exhibit.title)

    @Property(str, notify=spoken)
    def nextLanguageName(self) -> str:
        """What the language button says: the language that it changes to."""
        codes = self._exhibit.exhibit.languages
        code = codes[(codes.index(self._locale.tongue.language) + 1) % len(codes)]
        return self._locale.speech(code).say("language_name")

    @Property(bool, constant=True)
    def manyLanguages(self) -> bool:
        """Whether there is a language to change to."""
        return len(self._exhibit.exhibit.languages) > 1

    @Property("QStringList", constant=True)
    def touchToBegin(self) -> list[str]:
        """The attract show's invitation in every language; none where nobody can."""
        return (
            []
            if self._lobby
            else [
                self._locale.speech(code).say("touch_to_begin")
                for code in self._exhibit.exhibit.languages
            ]
        )

    @Slot(str, "QVariantList", result=str)
    def say(self, key: str, values: list[Any]) -> str:
        """An interface word with values set in."""
        return self._locale.tongue.speech.say(key, *values)

    @Slot(str, result=str)
    def phrased(self, text: str) -> str:
        """A short text whose lines end between phrases."""
        return phrased(text)

    @Slot(str, QFont, float, result=float)
    def balancedWidth(self, text: str, font: QFont, width: float) -> float:
        """The width in px in which the lines of a text of `width` px are even."""
        return balanced(text, font, width)

    def _name(self) -> None:
        """Has the map name things in the language chosen."""
        tongue = self._locale.tongue
        self._ground.speak(tongue.language, tongue.second_language)

    @Slot()
    def _on_language(self) -> None:
        self._locale.speak(self._preferences.language)
        self._name()
        self._pace()

    # ------------------------------------------------------------ the glass

    @Slot(int, int)
    def resize(self, width: int, height: int) -> None:
        """Takes the window's size in px."""
        self._glass = self._measure_glass(width, height)
        self.glassChanged.emit()
        self._scale_map()

    @Property(float, notify=glassChanged)
    def pxPerMm(self) -> float:
        """Pixels per millimetre."""
        return self._glass.px_per_mm

    @Property(int, notify=glassChanged)
    def bodyPx(self) -> int:
        """Em size in px of the least text that can be read from where visitors stand."""
        return self._glass.body_px

    @Property(int, notify=glassChanged)
    def textPx(self) -> int:
        """Em size in px that a text scale multiplies: `bodyPx`, less where small glass shrinks."""
        return self._glass.text_px

    @Property(float, notify=glassChanged)
    def reachTop(self) -> float:
        """How far below the screen's upper edge, in px, a seated visitor's reach begins."""
        return self._glass.reach_top_px

    def _scale_map(self) -> None:
        grown = self._glass.text_px * math.sqrt(self._preferences.textScale / 100)
        text_px = max(self._glass.body_px, grown)
        self._ground.measure(text_px, self._glass.px_per_mm)
        self._hands.measure(self._glass.px_per_mm)
        self._session.measure(self._glass.px_per_mm)
        self._atlas.measure(self._glass.px_per_mm)

    @Slot()
    def _on_text_scale(self) -> None:
        self._session.setStretch(self._preferences.textScale / 100)
        self._scale_map()

    @Slot()
    def _on_contrast(self) -> None:
        self._atlas.colour(CONTRAST if self._preferences.highContrast else TABLE)

    @Slot()
    def _on_map_loaded(self) -> None:
        self._ground.take_rails(self._plates.base.lines(LayerStyle.RAILWAY))
        self._ground.take_rivers(self._plates.base.lines(LayerStyle.RIVER))

    # ------------------------------------------------------------ stops of the tour

    @Slot()
    def _on_stop(self) -> None:
        if not self._awake:
            return
        screen = self._navigation.screen
        self._page.fill()
        self._look()
        self._screen_before = screen
        self._point(sparse=screen == Screen.HOME, doubt=screen == Screen.MAPS)
        for part in (self._choices, self._forces, self._evidence):
            part.fill()
        self._pace()

    def _point(self, **how: bool) -> None:
        """Points out on the map what the page is about; where that raises, the page says sorry."""
        try:
            self._ground.choose(self._page.marked(), self._named(), **how)
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
        kept = self._navigation.screen in BY_THE_HOUR and self._screen_before != Screen.HOME
        self._atlas.fly_to(view)
        if not (kept or self._following):
            self._playhead.goTo(moment)

    @property
    def _scene(self) -> tuple[str, dt.datetime]:
        """The view and the moment of the stop."""
        main, screen = self._exhibit.exhibit, self._navigation.screen
        record = record_of(self._exhibit, self._navigation.stop)
        if record is not None:
            return record.view or main.view, record.moment or main.moment
        if screen == Screen.HOME:
            return main.view, main.moment
        panel = getattr(self._exhibit.panels, screen)
        return panel.view, panel.moment

    @Slot()
    def _on_card(self) -> None:
        self._card.fill()
        card = self._navigation.card
        if card:
            kind, _, key = card.partition("/")
            self._ground.choose(self._ground.led_by(key) if kind == "people" else [card])
            where = self._ground.spot(card)
            if where is not None:
                self._camera.reveal(*where)
        else:
            self._point()
            self._camera.release()
        self._pace()

    def _named(self) -> set[str]:
        """What the page speaks of, and over a timeline what the event of the hour does."""
        event = self._moment.told
        if event is None or self._navigation.screen not in (Screen.PHASES, Screen.MAPS):
            return self._page.named()
        told = {f"formations/{key}" for key in event.formations}
        if event.place:
            told.add(f"places/{event.place}")
        return self._page.named() | told

    @Slot()
    def _on_event(self) -> None:
        if self._awake and not self._navigation.card:
            self._point()

    @Slot()
    def _on_sheet(self) -> None:
        self._evidence.fill()
        self._pace()

    @Slot()
    def _on_choice(self) -> None:
        self._choices.fill()
        self._pace()

    def _pace(self) -> None:
        """Gives the session time to read what is on the screen."""
        sheet, screen = self._navigation.sheet, self._navigation.screen
        told = [self._page.told, self._choices.told, self._card.told]
        told += [self._evidence.told, self._timeline.told]
        if sheet == Sheet.KEY:
            told.append(self._atlas.told)
        if sheet == Sheet.SOURCES and screen == Screen.MAPS:
            told.append(str(self._atlas.note))
        if screen == Screen.FORCES:
            told.append(self._forces.told)
        self._session.setReadingSeconds(reading_seconds(" ".join(told)))

    # ------------------------------------------------------------ the moment

    @Slot()
    def _on_hours(self) -> None:
        """The forces, and on the screen of the phases the phase, follow the moment."""
        self._forces.fill()
        navigation, now = self._navigation, self._timeline.phase
        if self._awake and navigation.screen == Screen.PHASES and navigation.phase != now:
            self._following = True
            navigation.openPhase(now)
            self._following = False

    @Slot()
    def _on_playing(self) -> None:
        """A visitor who watches the campaign play is not idle."""
        if self._playhead.playing:
            self._session.hold()
        else:
            self._session.release()

    @Slot()
    def showEvent(self) -> None:
        """Brings the map to the hour and the place of the event that is told, and lists it."""
        event = self._moment.told
        if event is None:
            return
        self._playhead.goTo(event.at)
        self._navigation.openSheet("events")
        where = self._ground.spot(f"places/{event.place}") if event.place else None
        if where is not None:
            self._camera.reveal(*where)

    # ------------------------------------------------------------ attract and visit

    @Slot()
    def _on_state(self) -> None:
        if self._session.state == State.ATTRACT:
            self._awake = False
            self._begin_anew()
            self._show.start()
        elif not self._awake:
            self._awake = True
            self._show.stop()
            self._on_stop()

    def _begin_anew(self) -> None:
        """Everything as the next visitor shall find it."""
        self._screen_before = Screen.HOME
        self._hands.forget()
        self._navigation.reset()
        self._preferences.reset()
        self._ballot.reset()
        self._playhead.reset()
        self._atlas.reset()

    @Slot()
    def _on_slide(self) -> None:
        slide, tongue = self._show.slide, self._locale.tongue
        self._ground.choose(
            [f"formations/{key}" for key in slide.highlight],
            tongue.mentioned(tongue.lead(slide.line)),
            sparse=True,
            doubt=False,
        )
        self._playhead.goTo(self._show.moment)
        self._camera.fly_to(self._show.bounds(self._atlas.bounds(slide.view)))

    @Slot()
    def _on_passed(self) -> None:
        self._playhead.goTo(self._show.moment)

    def go_on_from(self, before: Stage, *, same_ground: bool) -> None:
        """Takes the place of another stage before the same eyes.

        A visit goes on where it is, as far as this exhibit has the same to show; the `same_ground`
        is not painted again.
        """
        if same_ground:
            self._plates.go_on_from(before.plates)
        self._camera.setPace(0)
        self._preferences.go_on_from(before.preferences)
        self._atlas.go_on_from(before.atlas)
        self._ground.go_on_from(before.ground)
        if before._awake:
            self._session.touch()
            self._navigation.go_on_from(before.navigation)
            if before.playhead.moment != before._scene[1]:
                self._playhead.goTo(before.playhead.moment)
        self._camera.go_on_from(before.camera)

    def close(self) -> None:
        """Ends all that it waits for and works at in the background."""
        self._session.close()
        self._show.stop()
        self._hands.forget()
        self._playhead.letGo()
        self._playhead.pause()
        self._plates.close()
