"""The card behind a touched name: a person, formation, place, term, picture or source."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.exhibit.clock import Clock
from kiosk.exhibit.model import Exhibit
from kiosk.exhibit.ref import SHEETS, NoRef, Ref
from kiosk.exhibit.rules.addresses import address_in
from kiosk.qt.property import Property, QmlUncreatable
from kiosk.qt.rows import Rows, spoken_in
from kiosk.stage.images.drawings import Drawing, drawing_of
from kiosk.stage.part import Part, fact_rows, line_of
from kiosk.telling.balance import phrased
from kiosk.telling.links import leading
from kiosk.telling.locale import Locale
from kiosk.telling.outline.blocks import Heading, Knot, Point, Section
from kiosk.telling.outline.outline import Outline
from kiosk.telling.outline.scribe import Now
from kiosk.visit.navigation import Navigation, Sheet
from kiosk.visit.playhead import Playhead, hour_of

QML_IMPORT_NAME = "Kiosk.Stage"
QML_IMPORT_MAJOR_VERSION = 1


MOST_NAMED = 2
"""The most sources that a card names; of more the first, with the way to all."""


@QmlElement
@QmlUncreatable("The stage owns the card.")
class Card(Part):
    """The card that is open, as things are at the hour; empty for none.

    Signals:
        changed: another card, or another language.
    """

    changed = Signal()

    def __init__(
        self,
        exhibit: Exhibit,
        clock: Clock,
        navigation: Navigation,
        playhead: Playhead,
        locale: Locale,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(exhibit, locale, parent)
        self._clock, self._navigation, self._playhead = clock, navigation, playhead
        self._title = self._second = self._overline = self._body = self._sources = ""
        self._pinyin = ""
        self._lacking = self._web = ""
        self._hour = playhead.moment
        self._crowd: Sequence[str] = ()
        self._told: Ref | NoRef = ""
        self._turned: dict[str, int] = {}
        self._knots = Rows(Knot, self)
        self._facts = Rows(Point, self)
        self._pictures = Rows(Drawing, self)
        self.fill()

    def _fill(self) -> None:
        teller, ref = self._locale.teller, self._navigation.card
        now = Now(self._clock, self._playhead.moment)
        self._hour = hour_of(now.moment)
        if ref != self._told:
            self._told, self._turned = ref, {}
        section, outline = Section(ref="", title=""), Outline(self._exhibit, teller, now)
        if ref:
            section = outline.section(self._exhibit.entry(ref))
        self._title, self._second = section.title, section.second
        led = (heading for heading in section.headings if heading.key == "commanders")
        leader = next((line_of(heading.points[0], teller) for heading in led), "")
        what = (section.overline, section.role, leader, section.side)
        self._pinyin = phrased(section.pinyin)
        self._overline = " · ".join(map(phrased, filter(None, what)))
        kind = ref.kind if ref else ""
        if ref and kind == "pictures":  # of a gallery what is told is that of the picture turned to
            turned = section.pictures[0].turned[self._turned.get(ref.key, 0)]
            told = outline.section(self._exhibit.entry(turned.ref))
            section = replace(section, text=told.text, headings=told.headings)
        of_body = bool(section.thread) and kind == "formations"
        # A drawing has its credit beneath it.
        headings = tuple(one for one in section.headings if one.key != "credit")
        if of_body:  # its fate comes first
            about = Heading(key="about", text="", points=(Point(text=section.text.text),))
            headings = about, *headings
        self._body = self._shared() if of_body else teller.link(section.text.text, ref)
        doubt = "" if kind == "places" else section.text.doubt  # a place has it at its position
        self._sources = "<br>".join(filter(None, (self._named(section), html.escape(doubt))))
        faceless = kind == "people" and not section.pictures
        self._lacking = teller.phrases.say("no_photograph") if faceless else ""
        self._web = address_in(section.role) if kind == "sources" else ""
        self._knots.show([replace(k, text=teller.link(k.text, ref)) for k in section.thread])
        self._facts.show(list(fact_rows(headings, teller, ref)))
        self._pictures.show(
            [drawing_of(one, teller, self._turned.get(one.key, 0)) for one in section.pictures]
        )
        self.changed.emit()

    def open(self, crowd: Sequence[str]) -> None:
        """Says what is open now: of a formation also for whom else its symbol stood, as ids."""
        self._crowd = crowd
        self.fill()

    def _shared(self) -> str:
        """The others for whom the symbol stood, each a link; "" if it stood for one alone."""
        bodies, teller = self._exhibit.indexed("formations"), self._locale.teller
        names = {key: bodies[key].name.in_(teller.language) for key in self._crowd}
        links = " · ".join(leading(Ref.of("formations", key), name) for key, name in names.items())
        say = teller.phrases.say
        return say("told_of", say("also_stood_for"), links) if links else ""

    def _named(self, section: Section) -> str:
        """The source of a section, or both; of more the first, and the sheet that lists all."""
        say, cited = self._locale.teller.phrases.say, section.text.sources
        shown = cited if len(cited) <= MOST_NAMED else cited[:1]
        links = [leading(one.ref, one.title) for one in shown]
        if beyond := len(cited) - len(shown):
            links.append(leading(Ref.of(SHEETS, Sheet.SOURCES), say("more_sources", beyond)))
        return say("told_of", say("sources"), " · ".join(links)) if links else ""

    @Slot(str, int)
    def turn(self, gallery: str, by: int) -> None:
        """Turns a gallery on or back; it ends at its ends."""
        shown = next(row for row in self._pictures.rows if row.key == gallery)
        self._turned[gallery] = min(shown.among, max(1, shown.nth + by)) - 1
        self.fill()

    def follow(self) -> None:
        """Says anew, hour by hour, what stands on the open card."""
        if self._navigation.card and self._hour != hour_of(self._playhead.moment):
            self.fill()

    @Slot()
    def apologise(self) -> None:
        """Says sorry in place of the card, and nothing else."""
        say = self._locale.teller.phrases.say
        self._title, self._body = say("page_failed"), say("page_failed_why")
        self._second = self._overline = self._pinyin = self._sources = self._lacking = self._web = (
            ""
        )
        self._knots.show([])
        self._facts.show([])
        self._pictures.show([])
        self.changed.emit()

    @Property(str, notify=changed)
    def title(self) -> str:
        """The record's name."""
        return self._title

    @Property(str, notify=changed)
    def second(self) -> str:
        """Its name in the second language."""
        return self._second

    @Property(str, notify=changed)
    def pinyin(self) -> str:
        """The way that its name is said."""
        return self._pinyin

    @Property(str, notify=changed)
    def overline(self) -> str:
        """The line beneath the name: the office, and the side at the moment."""
        return self._overline

    @Property(str, notify=changed)
    def body(self) -> str:
        """Its text; of a formation with a thread, for whom else its symbol stood."""
        return self._body

    @Property(str, notify=changed)
    def sources(self) -> str:
        """The sources of its text, each a link, and how it is known if they don't document it."""
        return self._sources

    @Property(str, notify=changed)
    def lacking(self) -> str:
        """The line that says what it lacks: the photograph of a person."""
        return self._lacking

    @Property(str, notify=changed)
    def web(self) -> str:
        """The address that a source gives of itself; "" for none."""
        return self._web

    @Property(Rows, constant=True)
    def knots(self) -> Rows[Knot]:
        """Its life or fate, knot by knot."""
        return self._knots

    @Property(Rows, constant=True)
    def facts(self) -> Rows[Point]:
        """Headed statements about it."""
        return self._facts

    @Property(Rows, constant=True)
    def pictures(self) -> Rows[Drawing]:
        """Its drawings."""
        return self._pictures

    @property
    def readable(self) -> str:
        """All that a visitor may read here before they close it."""
        said = (self._overline, self._title, self._second, self._body, self._sources)
        told = spoken_in(self._knots.rows, "heading", "text", "doubt")
        facts = spoken_in(self._facts.rows, "heading", "text", "who")
        return " ".join(
            [
                *said,
                self._lacking,
                *told,
                *facts,
                *spoken_in(self._pictures.rows, "name", "compared_name"),
            ]
        )
