"""The stage: the one object that QML binds to, and its parts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.exhibit.clock import Clock
from kiosk.exhibit.model import Exhibit
from kiosk.exhibit.ref import Ref
from kiosk.machine.glass import Glass
from kiosk.machine.keymap import Keymap
from kiosk.map.camera import MapCamera
from kiosk.map.fingers import Fingers
from kiosk.map.ground.basemap import BaseMap
from kiosk.map.ground.plates import PlatePictures, Plates
from kiosk.map.signs.fading import Fading
from kiosk.map.situation import Situation
from kiosk.map.walk import MapWalk
from kiosk.media.frames import FilmFrames
from kiosk.media.player import FilmPlayer
from kiosk.media.viewer import Viewer
from kiosk.qt.property import Property, QmlUncreatable
from kiosk.qt.timing import Timekeeper
from kiosk.speech.means import Means
from kiosk.speech.speech import Speech
from kiosk.stage.atlas import Atlas
from kiosk.stage.card import Card
from kiosk.stage.choices import Choices
from kiosk.stage.evidence import Evidence
from kiosk.stage.forces import Forces
from kiosk.stage.lanes import Lanes
from kiosk.stage.moment import Moment
from kiosk.stage.night import Night
from kiosk.stage.page import Page
from kiosk.stage.part import Part
from kiosk.stage.phrasebook import Phrasebook, Typesetting
from kiosk.stage.positions import Positions
from kiosk.stage.river import RiverOfMen
from kiosk.stage.show import Show
from kiosk.stage.timeline import Timeline
from kiosk.stage.timescale import pace_of
from kiosk.telling.locale import Locale
from kiosk.visit.ballot import Ballot
from kiosk.visit.field import Field
from kiosk.visit.keypad import Keypad
from kiosk.visit.navigation import Navigation
from kiosk.visit.playhead import Playhead
from kiosk.visit.preferences import Preferences
from kiosk.visit.session import Session

QML_IMPORT_NAME = "Kiosk.Stage"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("The application makes the stage.")
class Stage(QObject):
    """The parts of the exhibit as QML reads them.

    Signals:
        spoken: the language changed.
        glassChanged: the screen's size.
    """

    spoken = Signal()
    glassChanged = Signal()

    def __init__(
        self,
        exhibit: Exhibit,
        *,
        timers: Timekeeper,
        words: Path,
        load_map: Callable[[], BaseMap],
        threaded: bool = True,
        plates: PlatePictures | None = None,
        frames: FilmFrames | None = None,
        glass: Callable[[int, int], Glass],
        idle_s: float | None = 60,
        warning_s: float = 20,
        motion: bool = True,
        keymap: Keymap | None = None,
        ballot: Ballot | None = None,
        means: Means | None = None,
        lobby: bool = False,
        stands: Mapping[str, str] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        main = exhibit.exhibit
        self._exhibit, self._lobby = exhibit, lobby
        clock = self._clock = Clock(exhibit)
        self._session = Session(timers, idle_s, warning_s, self)
        self._keypad = Keypad(timers, keymap, self)
        self._navigation = Navigation(exhibit, self)
        self._preferences = Preferences(main.languages, self, still=not motion)
        self._field = Field(glass, self._preferences, self)
        locale = self._locale = Locale(exhibit, words, self._preferences.language, self)
        self._locale.changed.connect(self.spoken)
        self._phrases = Phrasebook(self._locale, self)
        self._typesetting = Typesetting(self._locale, self)
        self._ballot = ballot or Ballot({}, lambda counts: None)
        self._ballot.setParent(self)
        self._playhead = Playhead(main.starts, main.ends, timers, self)
        self._playhead.set_pace(pace_of(exhibit))
        camera = self._camera = MapCamera(exhibit.map.bounds, self)
        self._situation = Situation(exhibit, clock, self._camera, self._playhead, self)
        self._fading = Fading(self._situation.leaves, self._situation.let_go, timers, self)
        self._situation.drawn.connect(self._fading.wait)
        self._fingers = Fingers(self._camera, self._situation, timers, self)
        self._plates = Plates(load_map, camera, pictures=plates, threaded=threaded, parent=self)
        self._atlas = Atlas(
            exhibit, self._camera, self._playhead, self._situation, self._plates, self._locale, self
        )
        self._show = Show(exhibit, timers, self._locale, self, lobby=lobby, stands=stands)
        self._river = RiverOfMen(
            exhibit, clock, self._plates, self._preferences, self._field, self._locale, self
        )
        self._moment = Moment(exhibit, self._playhead, timers, self._locale, self)
        self._walk = MapWalk(
            exhibit, clock, self._navigation, self._playhead, self._situation, camera, locale, self
        )
        self._night = Night(exhibit, self._playhead, self)
        self._timeline = Timeline(exhibit, self._navigation, self._playhead, self._locale, self)
        self._page = Page(exhibit, self._navigation, self._preferences, self._locale, self)
        self._speech = Speech(
            exhibit, self._session, self._keypad, self._locale, timers, self._page, means, self
        )
        content = (means or Means()).content
        self._viewer = Viewer(exhibit, content, self._locale, self)
        self._film = FilmPlayer(exhibit, content, self._session, self._locale, timers, frames, self)
        self._choices = Choices(exhibit, self._navigation, self._ballot, self._locale, self)
        self._forces = Forces(exhibit, clock, self._navigation, self._playhead, self._locale, self)
        self._lanes = Lanes(exhibit, clock, self._navigation, self._locale, self)
        self._card = Card(exhibit, clock, self._navigation, self._playhead, self._locale, self)
        self._evidence = Evidence(exhibit, self._navigation, self._locale, self)
        where = (self._walk, self._camera, self._navigation, self._playhead, self._moment)
        self._positions = Positions(exhibit, clock, *where, self._locale, self)
        told = (self._choices, self._lanes, self._forces, self._evidence, self._positions)
        self._beside: tuple[Part, ...] = told
        self._film.begun.connect(self._speech.hush)

    @Property(Session, constant=True)
    def session(self) -> Session:
        """Attract, visit or warning."""
        return self._session

    @Property(Keypad, constant=True)
    def keypad(self) -> Keypad:
        """The visitor's keys."""
        return self._keypad

    @Property(Navigation, constant=True)
    def navigation(self) -> Navigation:
        """The visitor's place in the tour."""
        return self._navigation

    @Property(Preferences, constant=True)
    def preferences(self) -> Preferences:
        """The visitor's reading aids and language."""
        return self._preferences

    @Property(Playhead, constant=True)
    def playhead(self) -> Playhead:
        """The campaign's moment on the map."""
        return self._playhead

    @Property(MapCamera, constant=True)
    def camera(self) -> MapCamera:
        """The camera over the map."""
        return self._camera

    @Property(Situation, constant=True)
    def situation(self) -> Situation:
        """The symbols and names on the map."""
        return self._situation

    @Property(Fingers, constant=True)
    def fingers(self) -> Fingers:
        """The fingers on the map."""
        return self._fingers

    @Property(MapWalk, constant=True)
    def walk(self) -> MapWalk:
        """The map as the keys go through it."""
        return self._walk

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

    @Property(RiverOfMen, constant=True)
    def river(self) -> RiverOfMen:
        """The river of men behind home."""
        return self._river

    @Property(Moment, constant=True)
    def moment(self) -> Moment:
        """The campaign's moment as it is said."""
        return self._moment

    @Property(Night, constant=True)
    def night(self) -> Night:
        """The darkness over the ground."""
        return self._night

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
        """The ways of a decision, and the visitor's own."""
        return self._choices

    @Property(Forces, constant=True)
    def forces(self) -> Forces:
        """The sides with their orders of battle."""
        return self._forces

    @Property(Lanes, constant=True)
    def lanes(self) -> Lanes:
        """The sides with the lanes of their formations."""
        return self._lanes

    @Property(Card, constant=True)
    def card(self) -> Card:
        """The card that is open."""
        return self._card

    @Property(Evidence, constant=True)
    def evidence(self) -> Evidence:
        """The sources of what is on the screen."""
        return self._evidence

    @Property(Speech, constant=True)
    def speech(self) -> Speech:
        """The exhibit as it is heard."""
        return self._speech

    @Property(Viewer, constant=True)
    def viewer(self) -> Viewer:
        """The picture that is enlarged."""
        return self._viewer

    @Property(FilmPlayer, constant=True)
    def film(self) -> FilmPlayer:
        """The film that plays."""
        return self._film

    @Property(Positions, constant=True)
    def positions(self) -> Positions:
        """The map at the hour as text."""
        return self._positions

    @property
    def beside(self) -> tuple[Part, ...]:
        """The parts that belong to a stop beside its page, which says sorry for them."""
        return self._beside

    @property
    def parts(self) -> tuple[Part, ...]:
        """All parts that a visitor reads of a stop."""
        return self._page, self._card, *self._beside

    @property
    def exhibit(self) -> Exhibit:
        """The exhibit that is shown."""
        return self._exhibit

    @property
    def clock(self) -> Clock:
        """The campaign's clock."""
        return self._clock

    @property
    def ballot(self) -> Ballot:
        """The counts of how visitors decided."""
        return self._ballot

    @property
    def locale(self) -> Locale:
        """The language chosen, and what says the exhibit in it."""
        return self._locale

    @Property(Phrasebook, constant=True)
    def phrases(self) -> Phrasebook:
        """The words of the interface in it."""
        return self._phrases

    @Property(Typesetting, constant=True)
    def typesetting(self) -> Typesetting:
        """The lines and pages of texts."""
        return self._typesetting

    @Property(str, notify=spoken)
    def exhibitTitle(self) -> str:
        """The exhibit's name."""
        return self._locale.teller.lead(self._exhibit.exhibit.title)

    @Property(str, notify=spoken)
    def nextLanguageName(self) -> str:
        """The language that the language button changes to, in its own word."""
        return self._locale.phrases(self._next_language).say("language_name")

    @Property(str, notify=spoken)
    def nextLanguageCode(self) -> str:
        """The same language in as few letters as can be."""
        return min(str(self.nextLanguageName), self._next_language.upper(), key=len)

    @property
    def _next_language(self) -> str:
        codes: tuple[str, ...] = self._exhibit.exhibit.languages
        return codes[(codes.index(self._locale.teller.language) + 1) % len(codes)]

    @Property(bool, constant=True)
    def manyLanguages(self) -> bool:
        """A language button is needed."""
        return len(self._exhibit.exhibit.languages) > 1

    @Property("QStringList", constant=True)
    def touchToBegin(self) -> list[str]:
        """The attract show's invitation in every language, each once; none where nobody can."""
        codes = () if self._lobby else self._exhibit.exhibit.languages
        said = (self._locale.phrases(code).say("touch_to_begin") for code in codes)
        return list(dict.fromkeys(said))

    @Slot(int, int)
    def resize(self, width: int, height: int) -> None:
        """Takes the window's size in px."""
        self._field.resize(width, height)
        self.glassChanged.emit()

    @Property(Field, constant=True)
    def field(self) -> Field:
        """The part of it on which all is laid out."""
        return self._field

    @Property(float, notify=glassChanged)
    def pxPerMm(self) -> float:
        """Pixels per millimetre."""
        return self._field.glass.px_per_mm

    @Property(int, notify=glassChanged)
    def bodyPx(self) -> int:
        """Em size in px of the least text that can be read from where visitors stand."""
        return self._field.glass.body_px

    @Property(int, notify=glassChanged)
    def textPx(self) -> int:
        """Em size in px that a text scale multiplies: `bodyPx`, less where small glass shrinks."""
        return self._field.glass.text_px

    @Slot()
    def showEvent(self) -> None:
        """Brings the map to the hour and the place of the event that is told, and lists it."""
        event = self._moment.last_event
        if event is None:
            return
        self._playhead.goTo(event.at)
        self._navigation.openSheet("events")
        where = self._situation.spot(Ref.of("places", event.place)) if event.place else None
        if where is not None:
            self._camera.reveal(*where)

    def close(self) -> None:
        """Ends all that it waits for and works at in the background."""
        self._fading.close()
        self._keypad.forget()
        self._speech.close()
        self._film.stop()
        self._session.close()
        self._show.stop()
        self._fingers.forget()
        self._playhead.letGo()
        self._playhead.pause()
        self._plates.close()
