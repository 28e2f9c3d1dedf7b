"""A part of the stage that tells something, and says sorry where it can't."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlAnonymous

from kiosk.exhibit.model import Exhibit
from kiosk.exhibit.ref import NoRef, Ref
from kiosk.qt.rows import Rows
from kiosk.telling.links import leading
from kiosk.telling.locale import Locale, Teller
from kiosk.telling.outline.blocks import Heading, Point
from kiosk.telling.outline.cards import LEADING
from kiosk.telling.outline.outline import Outline

QML_IMPORT_NAME = "Kiosk.Stage"
QML_IMPORT_MAJOR_VERSION = 1


MOST_LEADS = 3
"""The most entries of a door to which a card leads; the others are counted."""


@dataclass(frozen=True)
class Tab:
    """One of several that can be opened, one of which is the `current`."""

    key: str
    name: str
    current: bool


@QmlAnonymous
class Part(QObject):
    """A stop, a sheet or a card as it is told, filled anew in another language.

    Signals:
        failed: it could not be filled, for the exception that is given.
    """

    failed = Signal(object)

    def __init__(self, exhibit: Exhibit, locale: Locale, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._exhibit, self._locale = exhibit, locale
        self._outline = Outline(exhibit, locale.teller)
        locale.changed.connect(self._speak)

    @Slot()
    def _speak(self) -> None:
        self._outline = Outline(self._exhibit, self._locale.teller)
        self.fill()

    @Slot()
    def fill(self) -> None:
        """Says everything anew; where that raises, says sorry."""
        try:
            self._fill()
        except Exception as error:
            self.apologise()
            self.failed.emit(error)

    def _fill(self) -> None:
        raise NotImplementedError

    def follow(self) -> None:
        """Says anew what changes with the hour; nothing, unless a part says so."""

    @property
    def readable(self) -> str:
        """All that a visitor may read here now."""
        raise NotImplementedError

    @Slot()
    def apologise(self) -> None:
        """Shows nothing of another stop."""
        for rows in self.findChildren(Rows):
            rows.show([])


def fact_rows(
    headings: Iterable[Heading], teller: Teller, opened: Ref | NoRef = ""
) -> Iterator[Point]:
    """Headings as rows: one for each voice, else one with a line for each point.

    Names in them are links, but for that of the card `opened`.
    """
    for heading in headings:
        if any(point.who for point in heading.points):
            for i, point in enumerate(heading.points):
                text, above = teller.link(point.text, opened), "" if i else heading.text
                yield Point(key=f"{heading.key}/{i}", heading=above, text=text, who=point.who)
        elif heading.key in LEADING:
            doors = groupby(heading.points, lambda point: point.heading)
            rows = (
                f"<br><b>{html.escape(above)}</b>&nbsp; {led}" if above else led
                for above, led in ((above, _leads(teller, [*points])) for above, points in doors)
            )
            yield Point(key=heading.key, heading=heading.text, text="".join(rows))
        else:
            between = " · " if heading.key == "commanders" else "\n"
            said = [line_of(point, teller) for point in heading.points]
            lines = said[0] if len(said) == 1 else between.join(said)
            yield Point(key=heading.key, heading=heading.text, text=teller.link(lines, opened))


def _leads(teller: Teller, points: Sequence[Point]) -> str:
    """A line of links to the entries of some points."""
    said = " · ".join(leading(point.ref, point.text) for point in points[:MOST_LEADS] if point.ref)
    if beyond := len(points[MOST_LEADS:]):
        said = f"{said} · {teller.phrases.say('more_entries', beyond)}"
    return said


def line_of(point: Point, teller: Teller) -> str:
    """A point in a line: its heading, its text, how surely that is known."""
    said = teller.joined(point.heading, point.text) if point.heading else point.text
    return " · ".join(filter(None, (said, point.doubt))) if point.doubt else said
