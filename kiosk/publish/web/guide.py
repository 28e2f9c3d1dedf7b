"""The guide: what the pages of one language say, and where their links lead."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

from markupsafe import Markup

from kiosk.exhibit.kinds import names
from kiosk.exhibit.model import Exhibit, Fact, Figure, Picture, Side, Source, View, Words
from kiosk.machine import folders
from kiosk.map.signs.legend import legend
from kiosk.publish.scene import Scene, Scenery
from kiosk.publish.web import pictures
from kiosk.publish.web.cartography import lay
from kiosk.publish.web.mapsvg import map_svg, symbol_svg
from kiosk.publish.web.standing import Standing
from kiosk.qt.heldtime import HeldTime
from kiosk.stage.evidence import Evidence, facts_of
from kiosk.stage.forces import Forces
from kiosk.telling.locale import Locale, Row, ends_of
from kiosk.visit.navigation import Navigation, Screen
from kiosk.visit.playhead import Playhead

ELSEWHERE = {
    "phases": "phase-{}.html",
    "sides": "forces.html#side_{}",
    "formations": "forces.html#{}",
    "areas": "places.html#area_{}",
    "pictures": "drawings.html#{}",
}
"""Where records stand that have no page called after their list."""

ADDRESSES = {
    kind: ELSEWHERE.get(kind, f"{kind}.html#{{}}") for kind in names(lambda kind: kind.listed)
}
"""Where the records of a list stand by their id, in the order of the tour."""

REF = re.compile(r'<a href="(\w+)/([a-z0-9-]+)">')
SYMBOL_PX = 44


@dataclass(frozen=True)
class MapFigure:
    """A scene as it is put on a page, and who stands where, side by side."""

    key: str
    moment: str
    svg: Markup
    standing: list[tuple[str, list[str]]]
    caption: str = ""


class Guide:
    """Says an exhibit in `language`; `root` leads from its pages to the site's folder."""

    def __init__(
        self,
        exhibit: Exhibit,
        folder: Path,
        language: str,
        languages: Sequence[str],
        scenery: Scenery,
    ) -> None:
        self.exhibit, self.language, self.languages = exhibit, language, tuple(languages)
        self._folder = folder
        self.root = "../" if len(languages) > 1 else ""
        self._locale = Locale(exhibit, folders.resources() / "words", language)
        self.tongue = self._locale.tongue
        self.speech, self.second_language = self.tongue.speech, self.tongue.second_language
        self._scenery, self._standing = scenery, Standing(exhibit, self.tongue)
        self._numbers = {source.id: i for i, source in enumerate(exhibit.sources, 1)}
        self._keys = count(1)
        main = exhibit.exhibit
        self._navigation = Navigation(exhibit)
        self._playhead = Playhead(main.starts, main.ends, HeldTime(), self._navigation)
        self._forces = Forces(
            exhibit, scenery.clock, self._navigation, self._playhead, self._locale, self._navigation
        )
        self._evidence = Evidence(exhibit, self._navigation, self._locale, self._navigation)

    # ------------------------------------------------------------ words

    def say(self, key: str, *values: object) -> str:
        """An interface word."""
        return self.speech.say(key, *values)

    def lead(self, words: Words | None) -> str:
        """A text in the language of the pages."""
        return self.tongue.lead(words)

    def linked(self, words: Words | None, opened: str = "") -> Markup:
        """A text whose names lead to what they stand for; not to `opened`."""
        html = self.tongue.linked(words, opened)
        return Markup(REF.sub(lambda ref: f'<a href="{self.href(f"{ref[1]}/{ref[2]}")}">', html))

    def href(self, ref: str) -> str:
        """The address of a record, from a page of the same language."""
        kind, _, key = ref.partition("/")
        return ADDRESSES[kind].format(key)

    def entries(self, *kinds: str) -> list[tuple[str, str]]:
        """Name and address of every record of some lists."""
        return [(name, address) for name, address, _ in self._entries(kinds)]

    def _entries(self, kinds: Iterable[str]) -> Iterator[tuple[str, str, Any]]:
        for kind in kinds:
            for record in getattr(self.exhibit, kind):
                yield self._name(record), self.href(f"{kind}/{record.id}"), record

    def _name(self, record: Any) -> str:
        keys = (key for key in ("title", "name", "question") if hasattr(record, key))
        return self.lead(getattr(record, next(keys)))

    def elsewhere(self, name: str) -> list[tuple[str, str, str]]:
        """Code, name and address of a page in each other language."""
        return [
            (code, self._locale.speech(code).say("language_name"), f"../{code}/{name}")
            for code in self.languages
            if code != self.language
        ]

    def picture(self, picture: Picture) -> Markup:
        """A picture in its own size."""
        width, height = pictures.size(self._folder / picture.file)
        return Markup('<img src="{}" alt="{}" width="{}" height="{}">').format(
            pictures.address(picture), self.lead(picture.alt), width, height
        )

    # ------------------------------------------------------------ where it comes from

    def number(self, source: str) -> int:
        """The number under which a source is listed."""
        return self._numbers[source]

    def known(self, fact: Fact) -> list[Source]:
        """The sources of a statement."""
        return [source for source in self.exhibit.sources if source.id in fact.sources]

    def doubt(self, fact: Fact) -> str:
        """The certainty of a statement that no source's text documents; "" for one that is."""
        return self.tongue.doubt(fact)

    def cited(self, records: Iterable[Any]) -> list[Source]:
        """The sources of all that some records say, as they are listed."""
        ids = {id_ for record in records for fact in facts_of(record) for id_ in fact.sources}
        return [source for source in self.exhibit.sources if source.id in ids]

    def resting_on(self, source: Source) -> list[tuple[str, str]]:
        """Name and address of every entry that says something by a source."""
        return [
            (name, address)
            for name, address, record in self._entries(ADDRESSES)
            if any(source.id in fact.sources for fact in facts_of(record))
        ]

    def asked(self, *subjects: str) -> list[Any]:
        """The questions about some ids that sources answer differently."""
        return [d for d in self.exhibit.disagreements if set(subjects) & set(d.about)]

    # ------------------------------------------------------------ maps

    def figure(
        self,
        view: str,
        at: dt.datetime,
        caption: str = "",
        *,
        chosen: frozenset[str] = frozenset(),
        told: frozenset[str] = frozenset(),
        sparse: bool = False,
    ) -> MapFigure:
        """A prepared view at a moment as it is put on a page; the rest is as for a scene."""
        record: View = self.exhibit.indexed("views")[view]
        scene = Scene(record.bounds, at, chosen, told, sparse)
        laid = lay(self._scenery, scene, self.tongue)
        key, moment = f"map_{next(self._keys)}", self.tongue.now(at)
        ground = f"{self.root}ground/{view}.svg"
        label = f"{self.lead(record.name)}, {moment}"
        seen = [str(row["key"]) for row in laid.ground.units.rows]
        standing = self._standing.by_side(self._scenery.clock.at(at, among=seen))
        svg = Markup(map_svg(laid, self.tongue, ground, label, key))
        return MapFigure(key, moment, svg, standing, caption)

    def told(self, words: Words | None) -> frozenset[str]:
        """The records that a text names, as refs."""
        return frozenset(self.tongue.mentioned(self.lead(words)))

    def symbol(self, address: str) -> Markup:
        """A symbol of the map, or a mark, beside its own words."""
        return Markup(symbol_svg(address, SYMBOL_PX)) if address else Markup()

    def legend(self) -> list[Row]:
        """The meanings of the map's signs."""
        return legend(self.exhibit, self.tongue)

    # ------------------------------------------------------------ forces and figures

    def as_at(self, moment: dt.datetime) -> str:
        """The heading of the trees of a moment."""
        return self.say("as_at", self.tongue.now(moment))

    def trees(self, moment: dt.datetime) -> list[tuple[Row, list[Row]]]:
        """Each side at a moment with its tree; a row's `below` are its own rows."""
        self._playhead.goTo(moment)
        self._navigation.openPanel(Screen.FORCES)
        self._forces.fill()
        return [(dict(side), _nested(side["formations"].rows)) for side in self._forces.sides.rows]

    def extent(self, figures: Sequence[Figure]) -> tuple[int, int, bool]:
        """The least and the most of some figures, and whether it may be more."""
        return ends_of(figures)

    def most(self, sides: Iterable[Side], kind: str) -> int:
        """The greatest of the figures of a kind of all `sides`, at least 1."""
        return max(1, *(self.extent(getattr(side, kind))[1] for side in sides))

    def voices(self, index: int) -> list[Row]:
        """The rows of a disagreement, its figures on one axis 0..1."""
        self._navigation.openDisagreement(index)
        self._evidence.fill()
        return [dict(row) for row in self._evidence.voices.rows]


def _nested(rows: Iterable[Any]) -> list[Row]:
    """Rows of a tree, parents before children, put into one another."""
    top: list[Row] = []
    path: list[list[Row]] = [top]
    for row in rows:
        held: Row = {**row, "below": []}
        del path[row["depth"] + 1 :]
        path[-1].append(held)
        path.append(held["below"])
    return top
