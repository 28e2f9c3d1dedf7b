"""The card: what a touched name of a person, formation, place or term stands for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.exhibit.clock import Clock, Sighting
from kiosk.exhibit.model import Exhibit, Figure, Formation, Person, Picture, Place
from kiosk.qt.property import Property, QmlUncreatable
from kiosk.qt.rows import FACT, Rows, spoken_in
from kiosk.stage.drawings import DRAWING, drawing_row
from kiosk.stage.part import Part
from kiosk.telling.locale import Locale
from kiosk.visit.navigation import Navigation
from kiosk.visit.playhead import Playhead

QML_IMPORT_NAME = "Kiosk.Stage"
QML_IMPORT_MAJOR_VERSION = 1


class Said(NamedTuple):
    """A fact as it is read, and who says so, if that is told."""

    heading: str
    text: str
    who: str = ""


@QmlElement
@QmlUncreatable("The stage owns the card.")
class Card(Part):
    """The card that is open, as things were at the moment when it was opened; empty for none.

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
        super().__init__(locale, parent)
        self._exhibit, self._clock = exhibit, clock
        self._navigation, self._playhead = navigation, playhead
        self._people = exhibit.indexed("people")
        self._sides = exhibit.indexed("sides")
        self._title = self._second = self._overline = self._body = self._sources = ""
        self._facts = Rows(FACT, self)
        self._pictures = Rows(DRAWING, self)
        self.fill()

    def _fill(self) -> None:
        tongue, ref = self._locale.tongue, self._navigation.card
        kind, _, key = ref.partition("/")
        record = self._exhibit.indexed(kind)[key] if kind else None
        name = record.name if record else None
        self._title, self._second = tongue.lead(name), tongue.second(name)
        self._overline = self._overline_of(record)
        self._body = tongue.linked(getattr(record, "about", None), ref)
        self._sources = self._known(record)
        facts = [
            {
                "key": str(i),
                "heading": said.heading,
                "text": tongue.link(said.text, ref),
                "who": said.who,
            }
            for i, said in enumerate(self._facts_of(record))
            if said.text
        ]
        self._facts.show(facts)
        self._pictures.show([drawing_row(tongue, picture) for picture in self._drawn(record)])
        self.changed.emit()

    @Slot()
    def apologise(self) -> None:
        """Says sorry in place of the card, and nothing else."""
        say = self._locale.tongue.speech.say
        self._title, self._body = say("page_failed"), say("page_failed_why")
        self._second = self._overline = self._sources = ""
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
    def overline(self) -> str:
        """The line above the name: Pinyin, and the side at the moment."""
        return self._overline

    @Property(str, notify=changed)
    def body(self) -> str:
        """Its text."""
        return self._body

    @Property(str, notify=changed)
    def sources(self) -> str:
        """The sources of its text, a line each, and how it is known if they don't document it."""
        return self._sources

    @Property(Rows, constant=True)
    def facts(self) -> Rows:
        """What is known of it, headed."""
        return self._facts

    @Property(Rows, constant=True)
    def pictures(self) -> Rows:
        """Its drawings."""
        return self._pictures

    @property
    def told(self) -> str:
        """All that a visitor may read here before they close it."""
        said = (self._overline, self._title, self._second, self._body, self._sources)
        facts = spoken_in(self._facts.rows, "heading", "text", "who")
        return " ".join([*said, *facts, *spoken_in(self._pictures.rows, "name")])

    def _drawn(self, record: Any) -> list[Picture]:
        if isinstance(record, Picture):
            return [record]
        pictures = self._exhibit.indexed("pictures")
        return [pictures[key] for key in getattr(record, "pictures", ())]

    def _overline_of(self, record: Any) -> str:
        key, moment = getattr(record, "side", None), self._playhead.moment
        if isinstance(record, Formation):
            key = self._clock.side_at(record.id, moment)
        elif isinstance(record, Person):
            led = [f for f in self._exhibit.formations if _leads(record, f)]
            if led:  # the last is the troops of their own, after the staffs that they serve on
                key = self._clock.side_at(led[-1].id, moment)
        side = self._locale.tongue.lead(self._sides[key].name) if key else ""
        return " · ".join(filter(None, (getattr(record, "pinyin", None), side)))

    def _facts_of(self, record: Any) -> Iterator[Said]:
        """Each fact; some are empty."""
        if isinstance(record, Formation):
            yield from self._formation_facts(record)
        elif isinstance(record, Place):
            yield from self._place_facts(record)
        elif isinstance(record, Person):
            yield Said("", self._locale.tongue.lead(record.role))
        elif isinstance(record, Picture):
            yield Said("", self._locale.tongue.lead(record.alt))
            yield Said("", self._locale.tongue.lead(record.credit))

    def _formation_facts(self, formation: Formation) -> Iterator[Said]:
        say, lead, joined = (
            self._locale.tongue.speech.say,
            self._locale.tongue.lead,
            self._locale.tongue.joined,
        )
        yield Said(
            say("commanders"),
            "\n".join(
                joined(lead(c.name or self._people[c.person or ""].name), lead(c.role))
                for c in formation.commanders
            ),
        )
        yield from self._voiced(say("strength"), formation.strength)
        yield from self._voiced(say("losses"), formation.losses)
        sighting = self._clock.sighting(formation.id, self._playhead.moment)
        if sighting:
            yield Said(say("now"), self._sighted(sighting))
        yield Said(say("fate"), self._locale.tongue.lead(formation.fate))

    def _voiced(self, heading: str, figures: Sequence[Figure]) -> Iterator[Said]:
        """One statement a voice, headed together."""
        for i, figure in enumerate(figures):
            who = self._locale.tongue.lead(figure.who)
            yield Said("" if i else heading, self._locale.tongue.amount(figure), who)

    def _sighted(self, sighting: Sighting) -> str:
        say = self._locale.tongue.speech.say
        return " · ".join(
            (
                say(f"state_{sighting.state}"),
                say("about_km", self._locale.tongue.speech.number(round(sighting.uncertainty_km))),
                say(f"certainty_{sighting.certainty}"),
            )
        )

    def _place_facts(self, place: Place) -> Iterator[Said]:
        say = self._locale.tongue.speech.say
        yield Said(say("today"), self._locale.tongue.lead(place.modern))
        km = self._locale.tongue.speech.number(place.precision_km)
        about = (say("about_km", km), self._locale.tongue.doubt(place))
        yield Said(say("position"), " · ".join(filter(None, about)))
        happened = [
            self._locale.tongue.joined(
                self._locale.tongue.when(event), self._locale.tongue.lead(event.text)
            )
            for phase in self._exhibit.phases
            for event in phase.events
            if event.place == place.id
        ]
        yield Said(say("here"), "\n".join(happened))

    def _known(self, record: Any) -> str:
        """The sources of its text, a line each, and how it is known; of a place its position is."""
        tongue = self._locale.tongue
        doubt = "" if isinstance(record, Place) else tongue.doubt(record)
        return "\n".join(filter(None, (tongue.cited(record), doubt)))


def _leads(person: Person, formation: Formation) -> bool:
    return any(commander.person == person.id for commander in formation.commanders)
