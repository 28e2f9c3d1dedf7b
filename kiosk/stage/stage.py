"""The stage: one object that QML binds to, holding the visit, the map and what screens say."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.exhibit.clock import Clock
from kiosk.exhibit.model import Bounds, Exhibit, LayerStyle
from kiosk.exhibit.sky import is_dark
from kiosk.stage.basemap import BaseMap
from kiosk.stage.camera import MapCamera
from kiosk.stage.ground import Ground
from kiosk.stage.metrics import Screen as Glass
from kiosk.stage.pages import Pages, reading_seconds
from kiosk.stage.plates import Plates
from kiosk.stage.rows import Rows
from kiosk.stage.show import Show
from kiosk.stage.words import Speech
from kiosk.visit.navigation import Navigation, Screen
from kiosk.visit.playhead import Playhead
from kiosk.visit.preferences import Preferences
from kiosk.visit.property import Property, QmlUncreatable
from kiosk.visit.session import Session, State
from kiosk.visit.timing import Timekeeper

QML_IMPORT_NAME = "Kiosk.Stage"
QML_IMPORT_MAJOR_VERSION = 1

OVERLAYS = frozenset({"units", "moves", "uncertainty", "places"})
"""What the ground draws live; every other layer is in the base map's pictures."""

HOUR = dt.timedelta(hours=1)
MINUTE = 1 / 60
"""In hours."""


@QmlElement
@QmlUncreatable("The application makes the stage.")
class Stage(QObject):
    """What is seen, as QML reads it.

    Signals:
        wordsChanged: the language changed.
        pageChanged: another stop of the tour, or the same in another language.
        momentChanged: the playhead moved.
        cardChanged, sheetChanged: what lies open over the screen.
    """

    wordsChanged = Signal()
    pageChanged = Signal()
    momentChanged = Signal()
    cardChanged = Signal()
    slideChanged = Signal()
    glassChanged = Signal()

    def __init__(
        self,
        exhibit: Exhibit,
        *,
        timers: Timekeeper,
        words: Path,
        load_map: Callable[[], BaseMap],
        threaded: bool = True,
        glass: Callable[[int, int], Glass],
        idle_s: float = 60,
        warning_s: float = 20,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        main = exhibit.exhibit
        self._exhibit = exhibit
        self._words_folder = words
        self._clock = Clock(exhibit)
        self._session = Session(timers, idle_s, warning_s, self)
        self._navigation = Navigation(exhibit, self)
        self._preferences = Preferences(main.languages, self)
        self._playhead = Playhead(main.starts, main.ends, timers, self)
        self._camera = MapCamera(exhibit.map.bounds, self)
        self._ground = Ground(exhibit, self._clock, self._camera, self._playhead, self)
        self._plates = Plates(load_map, self._camera, threaded=threaded, parent=self)
        self._show = Show(exhibit, timers, self)
        self._views = exhibit.indexed("views")
        self._hidden: frozenset[str] = frozenset()
        self._view = main.view
        self._measure_glass = glass
        self._glass = glass(1920, 1080)
        self._following = False
        self._phase_shown = -1
        self._awake = False
        self._screen_before = Screen.HOME
        self._make_rows()
        self._pages = self._speak()
        self._timescale = self._pages.timescale
        self._connect()
        self._camera.jump_to(self._bounds(self._show.slide.view))
        self._on_state()

    def _make_rows(self) -> None:
        self._doors = Rows(("key", "name", "second", "line", "current"), self)
        self._segments = Rows(("key", "name", "dates", "begins", "finishes", "current"), self)
        self._view_rows = Rows(("key", "name", "current"), self)
        self._layer_rows = Rows(("key", "name", "shown"), self)
        self._legend = Rows(("key", "symbol", "text"), self)
        self._notes = Rows(("key", "heading", "text"), self)
        self._events = Rows(("key", "when", "text", "hours"), self)
        self._facts = Rows(("key", "heading", "text"), self)
        self._credits = Rows(("key", "heading", "text"), self)
        self._sources = Rows(("key", "title", "where", "note"), self)
        self._voices = Rows(
            ("key", "question", "who", "says", "drawn", "low", "high", "openEnded"), self
        )
        self._sides = Rows(("key", "name", "second", "colour", "formations"), self)
        tree = (
            "key",
            "ref",
            "name",
            "second",
            "depth",
            "symbol",
            "doing",
            "strength",
            "came",
            "gone",
        )
        self._trees = {side.id: Rows(tree, self) for side in self._exhibit.sides}

    def _connect(self) -> None:
        self._session.stateChanged.connect(self._on_state)
        self._navigation.moved.connect(self._on_stop)
        self._navigation.cardChanged.connect(self._on_card)
        self._preferences.languageChanged.connect(self._on_language)
        self._preferences.textScaleChanged.connect(self._on_text_scale)
        self._playhead.hoursChanged.connect(self._on_hours)
        self._playhead.playingChanged.connect(self._on_playing)
        self._ground.picked.connect(self._navigation.openCard)
        self._plates.loaded.connect(self._on_map_loaded)
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

    @Property(Plates, constant=True)
    def plates(self) -> Plates:
        """The base map as pictures."""
        return self._plates

    @Property(Rows, constant=True)
    def doors(self) -> Rows:
        """The four panels."""
        return self._doors

    @Property(Rows, constant=True)
    def segments(self) -> Rows:
        """The phases on the timeline."""
        return self._segments

    @Property(Rows, constant=True)
    def views(self) -> Rows:
        """The prepared views."""
        return self._view_rows

    @Property(Rows, constant=True)
    def layers(self) -> Rows:
        """What can be shown and hidden."""
        return self._layer_rows

    @Property(Rows, constant=True)
    def legend(self) -> Rows:
        """What the map's symbols mean."""
        return self._legend

    @Property(Rows, constant=True)
    def notes(self) -> Rows:
        """Headed paragraphs beneath the text."""
        return self._notes

    @Property(Rows, constant=True)
    def events(self) -> Rows:
        """The phase hour by hour."""
        return self._events

    @Property(Rows, constant=True)
    def sides(self) -> Rows:
        """The parties, each with its order of battle."""
        return self._sides

    @Property(Rows, constant=True)
    def facts(self) -> Rows:
        """The open card's headed facts."""
        return self._facts

    @Property(Rows, constant=True)
    def credits(self) -> Rows:
        """Where the map data comes from."""
        return self._credits

    @Property(Rows, constant=True)
    def sources(self) -> Rows:
        """What the screen rests on."""
        return self._sources

    @Property(Rows, constant=True)
    def voices(self) -> Rows:
        """What the sources disagree on."""
        return self._voices

    # ------------------------------------------------------------ words

    @Property("QVariantMap", notify=wordsChanged)
    def words(self) -> dict[str, Any]:
        """The interface words in the visitor's language."""
        return self._pages.speech.words

    @Property(str, notify=wordsChanged)
    def nextLanguageName(self) -> str:
        """What the language button says: the language that it changes to."""
        codes = self._exhibit.exhibit.languages
        code = codes[(codes.index(self._pages.language) + 1) % len(codes)]
        return Speech(self._words_folder, code).say("language_name")

    @Property(bool, constant=True)
    def manyLanguages(self) -> bool:
        """Whether there is a language to change to."""
        return len(self._exhibit.exhibit.languages) > 1

    @Property("QStringList", constant=True)
    def touchToBegin(self) -> list[str]:
        """The attract show's invitation in every language."""
        return [
            Speech(self._words_folder, code).say("touch_to_begin")
            for code in self._exhibit.exhibit.languages
        ]

    @Property(str, notify=wordsChanged)
    def mapNote(self) -> str:
        """What the map cannot know."""
        return self._pages.lead(self._exhibit.map.note)

    @Slot(str, "QVariantList", result=str)
    def say(self, key: str, values: list[Any]) -> str:
        """An interface word with values set in."""
        return self._pages.speech.say(key, *values)

    def _speak(self) -> Pages:
        languages = self._exhibit.exhibit.languages
        language = self._preferences.language
        second = next((code for code in languages if code != language), None)
        speech = Speech(self._words_folder, language)
        self._ground.speak(language, second)
        return Pages(self._exhibit, self._clock, speech, second)

    def _on_language(self) -> None:
        self._pages = self._speak()
        self.wordsChanged.emit()
        self._fill()
        self._fill_card()
        self.slideChanged.emit()
        self.momentChanged.emit()

    # ------------------------------------------------------------ the page

    def _title(self) -> dict[str, str]:
        navigation = self._navigation
        return self._pages.title(navigation.screen, navigation.phase, navigation.lesson)

    @Property(str, notify=pageChanged)
    def overline(self) -> str:
        """The line above the title."""
        return self._title()["overline"]

    @Property(str, notify=pageChanged)
    def title(self) -> str:
        """The title of the stop."""
        return self._title()["title"]

    @Property(str, notify=pageChanged)
    def secondTitle(self) -> str:
        """The title in the second language."""
        return self._title()["second"]

    @Property(str, notify=pageChanged)
    def body(self) -> str:
        """The text of the stop."""
        return self._title()["body"]

    @Property(str, notify=pageChanged)
    def exhibitTitle(self) -> str:
        """What the exhibit is called."""
        return self._pages.lead(self._exhibit.exhibit.title)

    def _fill(self) -> None:
        """Writes all rows of the stop anew."""
        pages, navigation = self._pages, self._navigation
        stop = (navigation.screen, navigation.phase, navigation.lesson)
        self._doors.show(pages.doors(navigation.screen))
        self._segments.show(pages.segments(self._phase_now()))
        self._view_rows.show(pages.views(self._view))
        self._layer_rows.show(pages.layers(self._hidden))
        self._legend.show(pages.legend())
        self._notes.show(pages.notes(navigation.screen, navigation.lesson))
        self._events.show(pages.events(navigation.screen, self._phase_now()))
        self._sources.show(pages.sources(*stop))
        self._voices.show(pages.voices(*stop))
        self._credits.show(pages.credits())
        self._fill_forces()
        self.pageChanged.emit()
        self._pace()

    def _fill_forces(self) -> None:
        if self._navigation.screen != Screen.FORCES:
            return
        rows = []
        for row, formations in self._pages.sides_at(self._playhead.moment):
            tree = self._trees[row["key"]]
            tree.show(formations)
            rows.append(row | {"formations": tree})
        self._sides.show(rows)

    def _pace(self) -> None:
        """Gives the session time to read what is on the screen."""
        text = " ".join([*self._title().values(), *(str(row["text"]) for row in self._notes.rows)])
        if self._navigation.card:
            text += " ".join(str(row["text"]) for row in self._facts.rows)
        self._session.setReadingSeconds(reading_seconds(text))

    # ------------------------------------------------------------ stops of the tour

    def _bounds(self, view: str) -> Bounds:
        bounds: Bounds = self._views[view].bounds
        return bounds

    def _show_view(self, view: str) -> None:
        self._view = view
        self._camera.fly_to(self._bounds(view))

    def _on_stop(self) -> None:
        if not self._awake:
            return
        screen, exhibit = self._navigation.screen, self._exhibit
        if screen == Screen.PHASES:
            phase = exhibit.phases[self._navigation.phase]
            self._visit(phase.view, phase.moment)
        elif screen == Screen.LESSONS:
            lesson = exhibit.lessons[self._navigation.lesson]
            self._visit(lesson.view, lesson.moment)
        elif screen == Screen.HOME:
            self._visit(exhibit.exhibit.view, exhibit.exhibit.moment)
        else:
            panel = getattr(exhibit.panels, screen)
            from_home = self._screen_before == Screen.HOME
            self._visit(panel.view, panel.moment if from_home else None)
        self._screen_before = Screen(screen)
        self._ground.choose(
            self._spoken_of(),
            self._told_of(),
            sparse=screen == Screen.HOME,
            doubt=screen == Screen.MAPS,
        )
        self._fill()

    def _visit(self, view: str, moment: dt.datetime | None) -> None:
        self._show_view(view)
        if moment is not None and not self._following:
            self._playhead.goTo(moment)

    @Slot(str)
    def openView(self, view: str) -> None:
        """Flies to a prepared view; its moment, if it has one, is set."""
        record = self._views.get(view)
        if record is None:
            return
        self._show_view(view)
        if record.moment is not None:
            self._playhead.goTo(record.moment)
        self._view_rows.show(self._pages.views(view))

    @Slot()
    def showWholeMap(self) -> None:
        """Flies to where all of the map is seen."""
        self._view = ""
        self._camera.fly_to(self._exhibit.map.bounds)
        self._view_rows.show(self._pages.views(""))

    @Slot(float)
    def zoomBy(self, factor: float) -> None:
        """Zooms about the middle of the free part of the screen."""
        left, top, width, height = self._camera.focus
        self._camera.zoom(factor, left + width / 2, top + height / 2)

    @Property(float, notify=momentChanged)
    def playheadShare(self) -> float:
        """Where the playhead stands along the timeline, 0 to 1."""
        return self._timescale.share_of(self._playhead.hours)

    @Property("QVariantList", constant=True)
    def dayShares(self) -> list[float]:
        """Where along the timeline the days begin."""
        return self._timescale.days()

    @Slot(float)
    def scrub(self, share: float) -> None:
        """Brings the playhead to a place along the timeline, at a full hour."""
        self._playhead.seek(round(self._timescale.hours_of(share)))

    @Slot(float)
    def openPhaseAt(self, share: float) -> None:
        """Opens the phase that holds a place along the timeline."""
        hours = self._timescale.hours_of(min(share, 1 - 1e-9))
        self._navigation.openPhase(self._phase_at(self._exhibit.exhibit.starts + hours * HOUR))

    @Slot()
    def togglePlay(self) -> None:
        """Plays the phase on its screen, else to the end; or pauses."""
        if self._navigation.screen == Screen.PHASES:
            self.playPhase()
        else:
            self._playhead.togglePlay()

    @Slot()
    def playPhase(self) -> None:
        """Plays the phase at hand from its first hour to its last, or pauses."""
        if self._playhead.playing:
            self._playhead.pause()
            return
        phase = self._exhibit.phases[self._navigation.phase]
        zero = self._exhibit.exhibit.starts
        ends = (phase.ends - zero) / HOUR
        starts = (phase.starts - zero) / HOUR
        opened = self._playhead.moment == phase.moment
        if opened or not starts <= self._playhead.hours < ends - 1:
            self._playhead.seek(starts)
        self._playhead.playTo(ends - MINUTE)  # at its end the next phase begins

    @Slot(str)
    def toggleLayer(self, key: str) -> None:
        """Hides a layer of the map, or shows it again."""
        self._hide(self._hidden ^ {key})

    def _hide(self, hidden: frozenset[str]) -> None:
        self._hidden = hidden
        self._ground.hide(hidden & OVERLAYS)
        self._plates.draw(hidden - OVERLAYS, self._glass.px_per_mm)
        self._layer_rows.show(self._pages.layers(hidden))

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

    @Property(float, notify=glassChanged)
    def reachTop(self) -> float:
        """How far below the screen's upper edge, in px, a seated visitor's reach begins."""
        return self._glass.reach_top_px

    def _scale_map(self) -> None:
        text_px = self._glass.body_px * math.sqrt(self._preferences.textScale / 100)
        self._ground.measure(text_px, self._glass.px_per_mm)
        self._plates.draw(self._hidden - OVERLAYS, self._glass.px_per_mm)

    # ------------------------------------------------------------ the moment

    def _phase_now(self) -> int:
        return self._phase_at(self._playhead.moment)

    def _phase_at(self, moment: dt.datetime) -> int:
        phases = self._exhibit.phases
        return next((i for i, p in enumerate(phases) if moment < p.ends), len(phases) - 1)

    def _on_playing(self) -> None:
        """A visitor who watches the campaign play is not idle."""
        if self._playhead.playing:
            self._session.hold()
        else:
            self._session.release()

    def _on_hours(self) -> None:
        self.momentChanged.emit()
        now = self._phase_now()
        if now != self._phase_shown:
            self._phase_shown = now
            self._segments.show(self._pages.segments(now))
            self._events.show(self._pages.events(self._navigation.screen, now))
        self._fill_forces()
        if (
            self._navigation.screen == Screen.PHASES
            and self._navigation.phase != now
            and self._awake
        ):
            self._following = True
            self._navigation.openPhase(now)
            self._following = False

    @Property(str, notify=momentChanged)
    def momentText(self) -> str:
        """The day and hour that the map shows."""
        return self._pages.speech.moment(self._playhead.moment, "hour")

    @Property(str, notify=wordsChanged)
    def widestMoment(self) -> str:
        """A moment that is written as long as any, for the room that it needs."""
        widest = self._exhibit.exhibit.starts.replace(day=28, hour=20, minute=0)
        return self._pages.speech.moment(widest, "hour")

    @Property(bool, notify=momentChanged)
    def night(self) -> bool:
        """Whether it is dark at that hour."""
        main = self._exhibit.exhibit
        west, south, east, north = self._bounds(main.view)
        where = ((west + east) / 2, (south + north) / 2)
        return is_dark(self._playhead.moment, where, main.utc_offset_hours)

    @Property(str, notify=momentChanged)
    def eventLine(self) -> str:
        """What has last happened on that day."""
        return self._pages.event_line(self._playhead.moment)

    # ------------------------------------------------------------ the card

    def _on_card(self) -> None:
        self._fill_card()
        card = self._navigation.card
        if card:
            kind, _, key = card.partition("/")
            self._ground.choose(self._ground.led_by(key) if kind == "people" else [card])
            where = self._ground.spot(card)
            if where is not None:
                self._camera.reveal(*where)
        else:
            self._ground.choose(self._spoken_of(), self._told_of())
            self._camera.release()
        self._pace()

    def _spoken_of(self) -> list[str]:
        """What the stop of the tour speaks of, to be marked on the map."""
        if self._navigation.screen != Screen.LESSONS:
            return []
        lesson = self._exhibit.lessons[self._navigation.lesson]
        marked = [f"places/{key}" for key in lesson.places]
        return marked + [f"formations/{key}" for key in lesson.formations]

    def _told_of(self) -> set[str]:
        """What the text of the stop names."""
        navigation = self._navigation
        return self._pages.named(navigation.screen, navigation.phase, navigation.lesson)

    def _on_map_loaded(self) -> None:
        self._ground.take_rails(self._plates.base.lines(LayerStyle.RAILWAY))

    def _fill_card(self) -> None:
        self._facts.show(self._card()["facts"])
        self.cardChanged.emit()

    def _card(self) -> dict[str, Any]:
        return self._pages.card(self._navigation.card, self._playhead.moment)

    @Property(str, notify=cardChanged)
    def cardTitle(self) -> str:
        """The open card's name."""
        return str(self._card()["title"])

    @Property(str, notify=cardChanged)
    def cardSecond(self) -> str:
        """Its name in the second language."""
        return str(self._card()["second"])

    @Property(str, notify=cardChanged)
    def cardOverline(self) -> str:
        """Its line above the name."""
        return str(self._card()["overline"])

    @Property(str, notify=cardChanged)
    def cardBody(self) -> str:
        """Its text."""
        return str(self._card()["body"])

    @Property(str, notify=cardChanged)
    def cardSources(self) -> str:
        """The sources of its text, a line each."""
        return str(self._card()["sources"])

    # ------------------------------------------------------------ attract and visit

    @Property(str, notify=slideChanged)
    def slideLine(self) -> str:
        """The line of the attract slide."""
        return self._pages.lead(self._show.slide.line)

    @Property(str, notify=slideChanged)
    def slideSecond(self) -> str:
        """The same in the second language."""
        return self._pages.second(self._show.slide.line)

    @Property(int, notify=slideChanged)
    def slideIndex(self) -> int:
        """Its place in the order."""
        return self._show.index

    def _on_slide(self) -> None:
        slide = self._show.slide
        self._ground.choose(
            [f"formations/{key}" for key in slide.highlight],
            self._pages.mentioned(self._pages.lead(slide.line)),
            sparse=True,
            doubt=False,
        )
        self._playhead.goTo(self._show.moment)
        self._camera.fly_to(self._bounds(self._show.slide.view))
        self.slideChanged.emit()

    def _on_passed(self) -> None:
        self._playhead.goTo(self._show.moment)

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
        self._navigation.reset()
        self._preferences.reset()
        self._playhead.reset()
        self._hide(frozenset())

    def _on_text_scale(self) -> None:
        self._session.setStretch(self._preferences.textScale / 100)
        self._scale_map()

    def close(self) -> None:
        """Ends work in the background."""
        self._show.stop()
        self._playhead.pause()
        self._plates.close()
