"""The page: the stop of the tour as it is read in the visitor's language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.exhibit import model
from kiosk.exhibit.kinds import ref_of
from kiosk.exhibit.model import Exhibit, Panel, Title
from kiosk.exhibit.reels import TITLE
from kiosk.map.proving import proofs_of
from kiosk.map.signs.proofs import ProofSpot
from kiosk.qt.property import Property, QmlUncreatable
from kiosk.qt.rows import Rows, spoken_in
from kiosk.speech.aloud import aloud
from kiosk.speech.breaths import joined
from kiosk.speech.speech import Recital
from kiosk.stage.images.drawings import Drawing, drawing_of
from kiosk.stage.part import Part, Tab, fact_rows
from kiosk.telling.addresses import ADDRESSES, HOME, address_of, folder_of, on_site
from kiosk.telling.links import numbered
from kiosk.telling.locale import Locale
from kiosk.telling.outline.blocks import Point, Section, Standpoint, Text
from kiosk.telling.outline.pointing import Refs, pointed_at, spoken_of
from kiosk.telling.outline.readings import narrated, plain
from kiosk.visit.navigation import BY_THE_HOUR, COUNTED, PANELS, Navigation, Screen, Stop, panel_of
from kiosk.visit.preferences import Preferences

QML_IMPORT_NAME = "Kiosk.Stage"
QML_IMPORT_MAJOR_VERSION = 1

TABBED = tuple(screen for screen in Screen if panel_of(screen) == Screen.LESSONS)
"""The screens that share a panel."""

Record = model.Phase | model.Lesson | model.Decision | model.Disagreement


def record_of(exhibit: Exhibit, stop: Stop) -> Record | None:
    """The phase, lesson, decision or disagreement of a stop; None on any other screen."""
    if stop.screen not in COUNTED:
        return None
    found: Record = getattr(exhibit, stop.screen)[stop.index]
    return found


def entry_of(exhibit: Exhibit, stop: Stop) -> Record | Panel | Title:
    """The record of a stop; on any other screen the exhibit's title, or the panel."""
    if stop.screen == Screen.HOME:
        return exhibit.exhibit
    found: Record | Panel = record_of(exhibit, stop) or getattr(exhibit.panels, stop.screen)
    return found


@dataclass(frozen=True)
class Door:
    """A panel, by its names in both languages, with the line on its door."""

    key: str
    name: str
    second: str
    line: str
    current: bool


@QmlElement
@QmlUncreatable("The stage owns the page.")
class Page(Part):
    """The stop that the navigation is at.

    Signals:
        changed: another stop, or another language.
        webChanged: another address on the site.
    """

    _record: Record | None
    _section: Section
    _body: str

    changed = Signal()
    webChanged = Signal()

    def __init__(
        self,
        exhibit: Exhibit,
        navigation: Navigation,
        preferences: Preferences,
        locale: Locale,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(exhibit, locale, parent)
        self._navigation = navigation
        self._preferences = preferences
        preferences.easyTextsChanged.connect(self.fill)
        self.changed.connect(self.webChanged)
        navigation.cardChanged.connect(self.webChanged)
        self._doors = Rows(Door, self)
        self._tabs = Rows(Tab, self)
        self._notes = Rows(Point, self)
        self._standpoints = Rows(Standpoint, self)
        self._pictures = Rows(Drawing, self)
        self.fill()

    def _fill(self) -> None:
        self._doors.show(list(self._door_rows()))
        self._tabs.show(self._tab_rows())
        stop = self._navigation.stop
        self._record = record_of(self._exhibit, stop)
        section = self._outline.section(entry_of(self._exhibit, stop))
        if stop.screen in BY_THE_HOUR:
            section = replace(section, text=Text())
        if plain := self._plain:
            section = replace(section, text=Text(text=plain))
        self._show(section)

    def _show(self, section: Section) -> None:
        teller = self._locale.teller
        body = teller.link(section.text.text)
        self._section, self._body = section, numbered(body, len(section.proofs))
        self._notes.show(list(fact_rows(section.headings, teller)))
        self._standpoints.show(
            [replace(one, text=teller.link(one.text)) for one in section.standpoints]
        )
        self._pictures.show([drawing_of(one, teller) for one in section.pictures])
        self.changed.emit()

    @Slot()
    def apologise(self) -> None:
        """Says sorry in place of the stop, and nothing else."""
        say = self._locale.teller.phrases.say
        self._record = None
        self._section = Section(ref="", title=say("page_failed"))
        self._body = say("page_failed_why")
        for rows in (self._notes, self._standpoints, self._pictures):
            rows.show([])
        self.changed.emit()

    # ------------------------------------------------------------ the title and the text

    @Property(str, notify=changed)
    def overline(self) -> str:
        """The line above the title."""
        return self._section.overline

    @Property(str, notify=changed)
    def title(self) -> str:
        """The title of the stop."""
        return self._section.title

    @Property(str, notify=changed)
    def second(self) -> str:
        """The title in the second language."""
        return self._section.second

    @Property(str, notify=changed)
    def body(self) -> str:
        """The text of the stop."""
        return self._body

    @Property(str, notify=webChanged)
    def web(self) -> str:
        """The address of the card or the stop on the site, in the language chosen; "" without."""
        main, screen = self._exhibit.exhibit, self._navigation.screen
        if main.web is None:
            return ""
        card, address = self._navigation.card, HOME if screen == Screen.HOME else f"{screen}.html"
        if card and card.kind in ADDRESSES:
            address = address_of(card)
        elif self._record is not None and screen in COUNTED:
            address = address_of(ref_of(self._record))
        folder = folder_of(self._locale.teller.language, main.languages)
        return on_site(main.web, folder, address)

    @Property(str, notify=changed)
    def question(self) -> str:
        """The question that leads into the stop."""
        return self._section.question

    @property
    def readable(self) -> str:
        """All that a visitor may read here before they move on."""
        section = self._section
        titled = (section.overline, section.title, section.second, self._body, section.question)
        notes = spoken_in(self._notes.rows, "heading", "text")
        standpoints = spoken_in(self._standpoints.rows, "name", "text")
        pictures = spoken_in(self._pictures.rows, "name")
        return " ".join([*titled, *notes, *standpoints, *pictures])

    # ------------------------------------------------------------ what else is read

    @Property(Rows, constant=True)
    def doors(self) -> Rows[Door]:
        """The four panels."""
        return self._doors

    @Property(Rows, constant=True)
    def tabs(self) -> Rows[Tab]:
        """The screens that share the panel of the stop, if there are several."""
        return self._tabs

    @Property(Rows, constant=True)
    def notes(self) -> Rows[Point]:
        """Headed paragraphs beneath the text: who claims a lesson, what speaks against it."""
        return self._notes

    @Property(Rows, constant=True)
    def standpoints(self) -> Rows[Standpoint]:
        """Each side's standpoint in a phase."""
        return self._standpoints

    @Property(Rows, constant=True)
    def pictures(self) -> Rows[Drawing]:
        """The drawings that belong to the stop."""
        return self._pictures

    @Property("QVariantList", notify=changed)
    def buttons(self) -> list[list[str]]:
        """The words on the buttons of the drawings of each stop of the screen."""
        screen = self._navigation.screen
        if screen not in COUNTED:
            return [[row.short for row in self._pictures.rows]]
        pictures, lead = self._exhibit.indexed("pictures"), self._locale.teller.lead
        stops = (getattr(stop, "pictures", ()) for stop in getattr(self._exhibit, screen))
        return [[lead(pictures[key].short or pictures[key].name) for key in keys] for keys in stops]

    def _door_rows(self) -> Iterator[Door]:
        here = panel_of(self._navigation.screen)
        for screen in PANELS:
            door = self._outline.section(getattr(self._exhibit.panels, screen))
            yield Door(str(screen), door.title, door.second, door.overline, screen == here)

    def _tab_rows(self) -> list[Tab]:
        here = self._navigation.screen
        found = [screen for screen in TABBED if getattr(self._exhibit, screen)]
        if here not in TABBED or len(found) < 2:
            return []
        say = self._locale.teller.phrases.say
        return [Tab(str(screen), say(f"tab_{screen}"), screen == here) for screen in found]

    # ------------------------------------------------------------ in easy words, and aloud

    @Property(bool, constant=True)
    def offersEasy(self) -> bool:
        """True if some stop has its text in easy words too."""
        exhibit = self._exhibit
        return any(one.plain for one in (*exhibit.phases, *exhibit.lessons, *exhibit.decisions))

    @property
    def _plain(self) -> str:
        """The text in easy words, if that is wanted; "" where there is none."""
        return self._locale.teller.lead(plain(self._record)) if self._preferences.easyTexts else ""

    @Property(bool, notify=changed)
    def narrated(self) -> bool:
        """True if the stop has a narration, which is heard on demand."""
        told = narrated(self._record)
        return told is not None and told.narration is not None

    @Property(str, notify=changed)
    def signed(self) -> str:
        """The key of the film in which the stop's narration is signed; "" without one."""
        told = narrated(entry_of(self._exhibit, self._navigation.stop))
        return (self._section.ref or TITLE) if told and told.signed else ""

    @property
    def recorded(self) -> bool:
        """True if there is a recording of the stop."""
        told = narrated(self._record)
        return told is not None and told.recording is not None

    @property
    def recital(self) -> Recital:
        """The open card, else the stop, as it is read aloud: by its narration where it has one."""
        card, teller = self._navigation.card, self._locale.teller
        stop = entry_of(self._exhibit, self._navigation.stop)
        entry = self._exhibit.entry(card) if card else stop
        if self._plain and not card:
            return Recital(joined((self._section.title, self._plain), teller.phrases.say))
        told = narrated(entry)
        if told and told.narration:
            return Recital(teller.lead(told.narration), teller.lead(told.recording))
        return Recital(aloud(self._outline.section(entry), teller.phrases))

    # ------------------------------------------------------------ on the map

    def named(self) -> Refs:
        """The records that the text names."""
        return spoken_of(self._exhibit, self._locale.teller, self._record)

    def proofs(self) -> tuple[ProofSpot, ...]:
        """The proofs of a lesson that have a place, for the map; none of any other stop."""
        if not isinstance(self._record, model.Lesson):
            return ()
        chosen, teller = int(self._navigation.proof), self._locale.teller
        return proofs_of(self._exhibit, self._record, chosen, teller)

    def marked(self) -> Refs:
        """The records at which the stop points."""
        return pointed_at(self._exhibit, self._record)
