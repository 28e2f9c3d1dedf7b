"""The page: the stop of the tour as it is read in the visitor's language."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.exhibit.kinds import names
from kiosk.exhibit.model import Decision, Disagreement, Exhibit, Lesson, Phase, Told, Words
from kiosk.qt.property import Property, QmlUncreatable
from kiosk.qt.rows import FACT, Rows, spoken_in
from kiosk.stage.drawings import DRAWING, drawing_row
from kiosk.stage.part import Part
from kiosk.telling.locale import Locale, Row
from kiosk.visit.navigation import COUNTED, PANELS, Navigation, Screen, Stop, panel_of

QML_IMPORT_NAME = "Kiosk.Stage"
QML_IMPORT_MAJOR_VERSION = 1

TABBED = (Screen.LESSONS, Screen.DECISIONS, Screen.DISAGREEMENTS)
"""The screens that share a panel."""

MARKED = names(lambda kind: kind.debatable and kind.mapped)
"""The lists whose records are marked on the map where a disagreement is about them."""

Record = Phase | Lesson | Decision | Disagreement


def record_of(exhibit: Exhibit, stop: Stop) -> Record | None:
    """The phase, lesson, decision or disagreement of a stop; None on any other screen."""
    if stop.screen not in COUNTED:
        return None
    found: Record = getattr(exhibit, stop.screen)[stop.index]
    return found


def subjects(exhibit: Exhibit, disagreement: Disagreement) -> set[str]:
    """The places and formations that a disagreement is about, as refs."""
    return {
        f"{kind}/{key}"
        for kind in MARKED
        for key in disagreement.about
        if key in exhibit.indexed(kind)
    }


@QmlElement
@QmlUncreatable("The stage owns the page.")
class Page(Part):
    """The stop that the navigation is at.

    Signals:
        changed: another stop, or another language.
    """

    _record: Record | None
    _title: Row

    changed = Signal()

    def __init__(
        self,
        exhibit: Exhibit,
        navigation: Navigation,
        locale: Locale,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(locale, parent)
        self._exhibit, self._navigation = exhibit, navigation
        self._sides = exhibit.indexed("sides")
        self._doors = Rows(("key", "name", "second", "line", "current"), self)
        self._tabs = Rows(("key", "name", "current"), self)
        self._notes = Rows(FACT, self)
        self._standpoints = Rows(("key", "name", "second", "colour", "text"), self)
        self._pictures = Rows(DRAWING, self)
        self.fill()

    def _fill(self) -> None:
        self._doors.show(list(self._door_rows()))
        self._tabs.show(self._tab_rows())
        self._record = record_of(self._exhibit, self._navigation.stop)
        self._title = self._title_of(self._navigation.stop)
        self._notes.show(self._note_rows())
        self._standpoints.show(self._standpoint_rows())
        self._pictures.show(self._picture_rows())
        self.changed.emit()

    @Slot()
    def apologise(self) -> None:
        """Says sorry in place of the stop, and nothing else."""
        say = self._locale.tongue.speech.say
        self._record = None
        said = {"title": say("page_failed"), "body": say("page_failed_why")}
        self._title = {"overline": "", "second": "", "question": "", **said}
        for rows in (self._notes, self._standpoints, self._pictures):
            rows.show([])
        self.changed.emit()

    # ------------------------------------------------------------ the title and the text

    @Property(str, notify=changed)
    def overline(self) -> str:
        """The line above the title."""
        return str(self._title["overline"])

    @Property(str, notify=changed)
    def title(self) -> str:
        """The title of the stop."""
        return str(self._title["title"])

    @Property(str, notify=changed)
    def second(self) -> str:
        """The title in the second language."""
        return str(self._title["second"])

    @Property(str, notify=changed)
    def body(self) -> str:
        """The text of the stop."""
        return str(self._title["body"])

    @Property(str, notify=changed)
    def question(self) -> str:
        """The question that leads into the stop."""
        return str(self._title["question"])

    @property
    def told(self) -> str:
        """All that a visitor may read here before they move on."""
        notes = spoken_in(self._notes.rows, "heading", "text")
        standpoints = spoken_in(self._standpoints.rows, "name", "text")
        pictures = spoken_in(self._pictures.rows, "name")
        return " ".join([*self._title.values(), *notes, *standpoints, *pictures])

    def _title_of(self, stop: Stop) -> Row:
        main, record = self._exhibit.exhibit, self._record
        if isinstance(record, Phase):
            days = self._locale.tongue.speech.days(record.starts, record.ends)
            return self._titled(days, record.title, record.text, record.question)
        if isinstance(record, Lesson | Decision):
            question = record.question if isinstance(record, Decision) else None
            return self._titled(self._counted(stop), record.title, record.text, question)
        if isinstance(record, Disagreement):
            return self._titled(self._counted(stop), record.question, None)
        if stop.screen == Screen.HOME:
            return self._titled(self._locale.tongue.lead(main.subtitle), main.title, main.sentence)
        panel = getattr(self._exhibit.panels, stop.screen)
        return self._titled(self._locale.tongue.lead(panel.line), panel.name, None)

    def _counted(self, stop: Stop) -> str:
        word, count = f"{COUNTED[stop.screen]}_count", len(getattr(self._exhibit, stop.screen))
        return self._locale.tongue.speech.say(word, stop.index + 1, count)

    def _titled(
        self, overline: str, title: Words, body: Words | None, question: Words | None = None
    ) -> Row:
        return {
            "overline": overline,
            "title": self._locale.tongue.lead(title),
            "second": self._locale.tongue.second(title),
            "body": self._locale.tongue.linked(body),
            "question": self._locale.tongue.lead(question),
        }

    # ------------------------------------------------------------ what else is read

    @Property(Rows, constant=True)
    def doors(self) -> Rows:
        """The four panels."""
        return self._doors

    @Property(Rows, constant=True)
    def tabs(self) -> Rows:
        """What belongs to the panel of the stop beside the stop itself, if anything does."""
        return self._tabs

    @Property(Rows, constant=True)
    def notes(self) -> Rows:
        """Headed paragraphs beneath the text: who claims a lesson, what speaks against it."""
        return self._notes

    @Property(Rows, constant=True)
    def standpoints(self) -> Rows:
        """What each side wanted, knew and did in a phase."""
        return self._standpoints

    @Property(Rows, constant=True)
    def pictures(self) -> Rows:
        """The drawings that belong to the stop."""
        return self._pictures

    def _door_rows(self) -> Iterator[Row]:
        here = panel_of(self._navigation.screen)
        for screen in PANELS:
            panel = getattr(self._exhibit.panels, screen)
            names = self._locale.tongue.names(panel.name)
            line = self._locale.tongue.lead(panel.line)
            yield {"key": str(screen), **names, "line": line, "current": screen == here}

    def _tab_rows(self) -> list[Row]:
        here = self._navigation.screen
        found = [screen for screen in TABBED if getattr(self._exhibit, screen)]
        if here not in TABBED or len(found) < 2:
            return []
        say = self._locale.tongue.speech.say
        return [
            {"key": str(screen), "name": say(f"tab_{screen}"), "current": screen == here}
            for screen in found
        ]

    def _note_rows(self) -> list[Row]:
        record, say = self._record, self._locale.tongue.speech.say
        if not isinstance(record, Lesson):
            return []
        return [
            {"key": key, "heading": say(key), "text": self._locale.tongue.linked(text), "who": ""}
            for key, text in (("who_says", record.claimed_by), ("against", record.against))
        ]

    def _standpoint_rows(self) -> list[Row]:
        if not isinstance(self._record, Phase):
            return []
        return [
            {
                "key": standpoint.side,
                **self._locale.tongue.names(self._sides[standpoint.side].name),
                "colour": self._sides[standpoint.side].colour,
                "text": self._locale.tongue.linked(standpoint.text),
            }
            for standpoint in self._record.standpoints
        ]

    def _picture_rows(self) -> list[Row]:
        if not isinstance(self._record, Told):
            return []
        pictures = self._exhibit.indexed("pictures")
        return [drawing_row(self._locale.tongue, pictures[key]) for key in self._record.pictures]

    # ------------------------------------------------------------ on the map

    def named(self) -> set[str]:
        """What the text names, as refs."""
        record = self._record
        if record is None:
            return set()
        if isinstance(record, Disagreement):
            return subjects(self._exhibit, record)
        return self._locale.tongue.mentioned(self._locale.tongue.lead(record.text))

    def marked(self) -> set[str]:
        """What the stop points at, as refs."""
        record = self._record
        if isinstance(record, Disagreement):
            return subjects(self._exhibit, record)
        if not isinstance(record, Lesson | Decision):
            return set()
        marked = {f"places/{key}" for key in record.places}
        return marked | {f"formations/{key}" for key in record.formations}
