"""The guide: the texts of the pages of one language, and the addresses of their links."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count, groupby
from pathlib import Path
from typing import Any

from markupsafe import Markup

from kiosk.exhibit.kinds import ref_of
from kiosk.exhibit.model import Exhibit, View, Words
from kiosk.exhibit.reels import TITLE, reels_of
from kiosk.exhibit.ref import NoRef, Ref
from kiosk.exhibit.vocabulary import Vocabulary
from kiosk.machine import folders
from kiosk.map.signs.legend import LegendEntry, legend, shown_in
from kiosk.map.signs.patterns import tile
from kiosk.map.signs.proofs import ProofSpot
from kiosk.map.signs.strokes import Sample
from kiosk.map.signs.symbols import Symbol, symbol_of
from kiosk.publish.scene import Scene, Scenery
from kiosk.publish.web import pictures
from kiosk.publish.web.cartography import PX_PER_MM, lay
from kiosk.publish.web.mapsvg import map_svg, symbol_svg
from kiosk.telling.addresses import ADDRESSES, address_of
from kiosk.telling.locale import Locale
from kiosk.telling.outline.blocks import Member, Picture, Section, Source, Tree
from kiosk.telling.outline.forces import trees
from kiosk.telling.outline.outline import Outline
from kiosk.telling.outline.scribe import facts_of
from kiosk.telling.standing import Standing

LINK = re.compile(r'(?<=<a href=")\w+/[a-z0-9-]+(?=">)')
SYMBOL_PX = 44


@dataclass(frozen=True)
class MapFigure:
    """A scene as it is put on a page, the map in sentences, and who stands where, side by side."""

    key: str
    moment: str
    svg: Markup
    summary: list[str]
    standing: list[tuple[str, list[str]]]
    caption: str = ""


@dataclass(frozen=True)
class Branch:
    """A formation in the tree of a side, its symbol, and those below it."""

    member: Member
    symbol: Markup
    below: list[Branch]


class Guide:
    """Hands the outline of an exhibit to pages; `root` leads from them to the site's folder."""

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
        self.teller = self._locale.teller
        self.phrases, self.second_language = self.teller.phrases, self.teller.second_language
        self._scenery, self._standing = scenery, Standing(exhibit, self.teller)
        self._keys, self._vocabulary = count(1), Vocabulary(exhibit)
        self.outline = Outline(exhibit, self.teller)
        self._sections: dict[int, Section] = {}
        self._anchors: set[str] = set()
        self._reels = reels_of(exhibit)

    # ------------------------------------------------------------ words

    def say(self, key: str, *values: object) -> str:
        """An interface word."""
        return self.phrases.say(key, *values)

    def lead(self, words: Words | None) -> str:
        """A text in the language of the pages."""
        return self.teller.lead(words)

    def linked(self, text: str, opened: Ref | NoRef = "") -> Markup:
        """A text whose names lead to what they stand for; not to `opened`."""
        html = self.teller.link(text, opened, outside=True)
        for look, meaning in (("i>", "em>"), ("b>", "strong>")):
            html = html.replace(f"<{look}", f"<{meaning}").replace(f"</{look}", f"</{meaning}")
        return Markup(LINK.sub(lambda link: self.href(Ref(link[0])), html))

    def section(self, record: Any) -> Section:
        """An entry as it is told."""
        if id(record) not in self._sections:
            self._sections[id(record)] = self.outline.section(record)
        return self._sections[id(record)]

    def sections(self, kind: str) -> list[Section]:
        """Every entry of a list as it is told."""
        return [self.section(record) for record in getattr(self.exhibit, kind)]

    def albums(self) -> list[Section]:
        """The pictures as they are told: what is only behind another is told with that."""
        found = self.sections("pictures")
        behind = {one.key for section in found for one in section.pictures[0].behind}
        return [s for s in found if s.key not in behind or s.pictures[0].behind]

    def anchor(self, picture: Picture) -> str:
        """The id of a picture where it stands behind another for the first time, else ""."""
        if picture.key in self._anchors or any(s.key == picture.key for s in self.albums()):
            return ""
        self._anchors.add(picture.key)
        return picture.key

    def grouped(self) -> Iterator[tuple[Section, str]]:
        """Every disagreement, the first of each group with its heading: what matters, details."""
        asked = self.exhibit.disagreements
        for before, one in zip([None, *asked], asked, strict=False):
            first = before is None or before.detail != one.detail
            split = first and any(other.detail for other in asked)
            word = self.say("details") if one.detail else self.say("what_matters")
            yield self.section(one), word if split else ""

    def href(self, ref: Ref) -> str:
        """The address of a record, from a page of the same language."""
        return address_of(ref)

    def entries(self, *kinds: str) -> list[tuple[str, str]]:
        """Name and address of every record of some lists."""
        return [(name, address) for name, address, _ in self._entries(kinds)]

    def _entries(self, kinds: Iterable[str]) -> Iterator[tuple[str, str, Any]]:
        for kind in kinds:
            for record in getattr(self.exhibit, kind):
                yield self.section(record).title, self.href(ref_of(record)), record

    def elsewhere(self, name: str) -> list[tuple[str, str, str]]:
        """Code, name and address of a page in each other language."""
        return [
            (code, self._locale.phrases(code).say("language_name"), f"../{code}/{name}")
            for code in self.languages
            if code != self.language
        ]

    def picture(self, picture: Picture) -> Markup:
        """A picture in its own size."""
        width, height = pictures.size(self._folder / picture.file)
        return Markup('<img src="{}" alt="{}" width="{}" height="{}">').format(
            pictures.address(picture.key, picture.file), picture.text, width, height
        )

    def film(self, picture: Picture) -> Markup:
        """The film of a picture, to be begun by hand, with what is heard in it in words."""
        width, height = pictures.size(self._folder / picture.file)
        heard = (
            Markup('<track kind="captions" src="{}" srclang="{}" label="{}" default>').format(
                pictures.film_address(picture.key, picture.captions),
                self.language,
                self.say("language_name"),
            )
            if picture.captions
            else ""
        )
        return Markup(
            '<video controls preload="none" src="{}" poster="{}" aria-label="{}" width="{}"'
            ' height="{}">{}</video>'
        ).format(
            pictures.film_address(picture.key, picture.film),
            pictures.address(picture.key, picture.file),
            *(picture.text, width, height, heard),
        )

    def signed(self, ref: Ref | NoRef) -> Markup:
        """The film that tells an entry in sign language, folded; empty where there is none."""
        key = ref or TITLE
        reel = self._reels.get(key)
        if reel is None:
            return Markup()
        file = reel.file_in(self.language)
        return Markup(
            '<details class="signed"><summary>{0}</summary><video controls preload="none" src="{1}"'
            ' aria-label="{0}"></video></details>'
        ).format(self.say("sign_language"), pictures.signed_address(key, file))

    # ------------------------------------------------------------ where it comes from

    def cited(self, records: Iterable[Any]) -> list[Source]:
        """The sources of all that some records say, as they are listed."""
        ids = {id_ for record in records for fact in facts_of(record) for id_ in fact.sources}
        return [source for source in self.outline.sources.values() if source.key in ids]

    def resting_on(self, source: Source) -> list[tuple[str, str]]:
        """Name and address of every entry that says something by a source."""
        return [
            (name, address)
            for name, address, record in self._entries(ADDRESSES)
            if any(source.key in fact.sources for fact in facts_of(record))
        ]

    def asked(self, *subjects: str) -> list[Section]:
        """The questions about some ids that sources answer differently."""
        found = (d for d in self.exhibit.disagreements if set(subjects) & set(d.about))
        return [self.section(disagreement) for disagreement in found]

    # ------------------------------------------------------------ maps

    def figure(
        self,
        view: str,
        at: dt.datetime,
        caption: str = "",
        *,
        pointed_at: frozenset[Ref] = frozenset(),
        told: frozenset[Ref] = frozenset(),
        sparse: bool = False,
        proofs: tuple[ProofSpot, ...] = (),
    ) -> MapFigure:
        """A prepared view at a moment as it is put on a page; the rest is as for a scene."""
        record: View = self.exhibit.indexed("views")[view]
        scene = Scene(record.bounds, at, pointed_at, told, sparse, proofs)
        laid = lay(self._scenery, scene, self.teller)
        key, moment = f"map_{next(self._keys)}", self.teller.now(at)
        ground = f"{self.root}ground/{view}.svg"
        label = f"{self.lead(record.name)}, {moment}"
        sightings = self._scenery.clock.at(at, among=laid.picture.formations)
        standing = self._standing.by_side(sightings, at)
        svg = Markup(map_svg(laid, self.teller, ground, label, key))
        summary = self._standing.summary(sightings, at, moment)
        return MapFigure(key, moment, svg, summary, standing, caption)

    def symbol(self, sign: Symbol | Sample) -> Markup:
        """A symbol of the map, or a mark, beside its own words."""
        return Markup(symbol_svg(sign, SYMBOL_PX))

    def explained(self, entry: LegendEntry) -> Markup:
        """A sign of the key, as large as on a map."""
        return Markup(symbol_svg(entry.sign, round(entry.wide_mm * PX_PER_MM)))

    def pattern(self, place: int) -> Markup:
        """The pattern of the side of a place, as in its arrows; the first has none."""
        return Markup(tile(place))

    def legend(self) -> list[tuple[str, list[LegendEntry]]]:
        """The meanings of the map's signs, in lists with their headings."""
        entries = legend(self.exhibit, self.teller, shown_in(self.exhibit, self.language))
        lists = groupby(entries, lambda entry: entry.group)
        return [(self.say(f"key_{group}"), list(found)) for group, found in lists]

    # ------------------------------------------------------------ forces

    def as_at(self, moment: dt.datetime) -> str:
        """The heading of the trees of a moment."""
        return self.say("as_at", self.teller.now(moment))

    def trees(self, moment: dt.datetime) -> list[tuple[Tree, list[Branch]]]:
        """Each side at a moment with its tree."""
        found = trees(self.exhibit, self._scenery.clock, moment, self.teller)
        return [(tree, self._nested(tree.members)) for tree in found]

    def _nested(self, members: Iterable[Member]) -> list[Branch]:
        """The members of a tree put into one another."""
        top: list[Branch] = []
        path = [top]
        for member in members:
            worn = symbol_of(self._vocabulary, member.formation, member.worn, member.state)
            branch = Branch(member, self.symbol(worn), [])
            del path[len(member.trunk) + 1 :]
            path[-1].append(branch)
            path.append(branch.below)
        return top
