"""Parts that Qt leaves out of a PDF: language, bookmarks, links, and what each part of it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from io import BytesIO
from itertools import chain

from pypdf import PageObject, PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DictionaryObject,
    Fit,
    FloatObject,
    IndirectObject,
    NameObject,
    NullObject,
    NumberObject,
    PdfObject,
    StreamObject,
    TextStringObject,
)

from kiosk.publish.paper.pdf.spelling import spell_out
from kiosk.publish.paper.press import LINK, OFF_PAGE, Link, Part
from kiosk.publish.paper.sheet import PX_PER_POINT

MARK = re.compile(rb"-(\d+) -%d 1 1 re\nf\n" % OFF_PAGE)
"""A mark as Qt writes it."""

PLACES = re.compile(rb"(?:^[-\d. ]+ [mlc]\n)+", re.MULTILINE)
"""The places of a line as Qt writes them."""

FINE = re.compile(rb"(?<=\.\d)\d+")
"""The digits of a place that tell less than a hundredth of a millimetre."""

UNIVERSAL = b"""<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
            <pdfuaid:part>1</pdfuaid:part>
        </rdf:Description>
    """
"""The words by which a file says that everybody can read it (ISO 14289-1, 5)."""

MOST_TEXTS = 1000
"""The texts that are kept, such as the titles of sources to which links lead."""

PRINTED = 4
"""The flag of an annotation that is printed with its page (ISO 32000-1, 12.5.3)."""


@dataclass(frozen=True)
class Spot:
    """A place in a document: its page, counted from 0, and how far down in px."""

    page: int
    down: float


@dataclass(frozen=True)
class Chapter:
    """A title that stands among the bookmarks, and the anchor where it begins."""

    title: str
    anchor: str


def bound(
    printed: bytes,
    marks: Sequence[Part | None],
    language: str,
    chapters: Iterable[Chapter] = (),
    spots: Mapping[str, Spot] | None = None,
    px_per_point: float = PX_PER_POINT,
    *,
    universal: bool = True,
) -> bytes:
    """A printed PDF with all that those need who do not leaf through it.

    It says its language, shows its title, has a bookmark for each chapter, links that lead to the
    spots of their anchors where it has them, and a structure tree (ISO 32000-1, 14.7): what each
    part is, in the order in which the parts were painted. If it is `universal`, PDF/UA-1, it says
    so, unless its fonts have signs of which nothing says the Unicode.
    """
    writer = PdfWriter(clone_from=BytesIO(printed))
    writer.pdf_header = "%PDF-1.7"
    root = writer.root_object
    root[NameObject("/Lang")] = TextStringObject(language)
    root[NameObject("/ViewerPreferences")] = _dict(DisplayDocTitle=BooleanObject(True))
    if spell_out(writer.pages) and universal:
        _identify(root["/Metadata"].get_object())
    binder = _Binder(writer, spots or {}, px_per_point)
    for chapter in chapters:
        binder.add_bookmark(chapter)
    binder.add_tree(marks)
    held = BytesIO()
    writer.write(held)
    return held.getvalue()


@dataclass(frozen=True)
class _Element:
    """An element of the structure tree: what refers to it, and what it holds."""

    ref: IndirectObject
    kids: ArrayObject


class _Binder:
    """Adds to a document that Qt wrote."""

    def __init__(self, writer: PdfWriter, spots: Mapping[str, Spot], px_per_point: float) -> None:
        self._writer, self._spots, self._point = writer, spots, px_per_point
        self._height = float(writer.pages[0].mediabox.height)
        self._parents: list[PdfObject] = []
        """The elements that hold a page's pieces, page by page, then the element of each link."""
        self._elements: dict[Part, _Element] = {}

    def add_bookmark(self, chapter: Chapter) -> None:
        """Adds one, and lets the bookmarks be seen."""
        spot = self._spots[chapter.anchor]
        fit = Fit.xyz(top=self._up(spot.down))
        self._writer.add_outline_item(title=chapter.title, page_number=spot.page, fit=fit)
        self._writer.page_mode = "/UseOutlines"

    def add_tree(self, marks: Sequence[Part | None]) -> None:
        """Adds the structure tree and the links."""
        kids = ArrayObject()
        tree = _dict(Type=NameObject("/StructTreeRoot"), K=kids)
        root = _Element(self._writer._add_object(tree), kids)
        document = self._element("Document", root)
        for number, page in enumerate(self._writer.pages):
            page[NameObject("/StructParents")] = NumberObject(number)
            page[NameObject("/Tabs")] = NameObject("/S")
            parts = _told(page, marks)
            for place, part in enumerate(parts):
                piece = _dict(Type=NameObject("/MCR"), Pg=_ref(page), MCID=NumberObject(place))
                self._element_of(part, document).kids.append(piece)
            self._parents.append(ArrayObject(self._elements[part].ref for part in parts))
        for part, element in self._elements.items():
            for link in filter(self._leads, part.links):
                self._add_link(link, element)
        pairs = ((NumberObject(key), held) for key, held in enumerate(self._parents))
        numbers = _dict(Nums=ArrayObject(chain.from_iterable(pairs)))
        tree[NameObject("/ParentTree")] = self._writer._add_object(numbers)
        tree[NameObject("/ParentTreeNextKey")] = NumberObject(len(self._parents))
        self._writer.root_object[NameObject("/StructTreeRoot")] = root.ref
        self._writer.root_object[NameObject("/MarkInfo")] = _dict(Marked=BooleanObject(True))

    def _element_of(self, part: Part, document: _Element) -> _Element:
        """The element of a part, made where it is first met; what leads nowhere is no link."""
        if part not in self._elements:
            above = self._element_of(part.above, document) if part.above else document
            links = part.role == LINK and any(map(self._leads, part.links))
            role = "Span" if part.role == LINK and not links else part.role
            self._elements[part] = self._element(role, above, part)
        return self._elements[part]

    def _leads(self, link: Link) -> bool:
        return link.to in self._spots

    def _add_link(self, link: Link, element: _Element) -> None:
        spot, page = self._spots[link.to], self._writer.pages[link.page]
        box = link.box
        rect = (
            *(box.left() / self._point, self._up(box.bottom())),
            *(box.right() / self._point, self._up(box.top())),
        )
        to = (_ref(self._writer.pages[spot.page]), NameObject("/XYZ"), NullObject())
        annotation = _dict(
            Type=NameObject("/Annot"),
            Subtype=NameObject("/Link"),
            Rect=ArrayObject(map(FloatObject, rect)),
            Border=ArrayObject([NumberObject(0)] * 3),
            F=NumberObject(PRINTED),
            Contents=_text(link.says),
            Dest=ArrayObject((*to, FloatObject(self._up(spot.down)), NullObject())),
            StructParent=NumberObject(len(self._parents)),
        )
        ref = self._writer._add_object(annotation)
        touched = page.setdefault(NameObject("/Annots"), ArrayObject()).get_object()
        assert isinstance(touched, ArrayObject)
        touched.append(ref)
        element.kids.append(_dict(Type=NameObject("/OBJR"), Obj=ref, Pg=_ref(page)))
        self._parents.append(element.ref)

    def _up(self, down: float) -> float:
        """The way up from the foot of a page, in points."""
        return self._height - down / self._point

    def _element(self, role: str, above: _Element, part: Part | None = None) -> _Element:
        """Another element of the tree, the last of those that `above` holds."""
        kids = ArrayObject()
        element = _dict(
            Type=NameObject("/StructElem"), S=NameObject(f"/{role}"), P=above.ref, K=kids
        )
        if part and part.language:
            element[NameObject("/Lang")] = _text(part.language)
        if part and part.alt:
            element[NameObject("/Alt")] = TextStringObject(part.alt)
        if part and part.silent:
            element[NameObject("/ActualText")] = _text("")
        ref = self._writer._add_object(element)
        above.kids.append(ref)
        return _Element(ref, kids)


def _told(page: PageObject, marks: Sequence[Part | None]) -> list[Part]:
    """The part of each piece of a page; the marks on the page give way to the pieces' numbers."""
    stream = page["/Contents"].get_object()
    assert isinstance(stream, StreamObject)
    parts: list[Part] = []

    def numbered(mark: re.Match[bytes]) -> bytes:
        part = marks[int(mark[1]) - 1]
        if part is None:
            return b"EMC\n/Artifact BMC\n"
        parts.append(part)
        return b"EMC\n/%b <</MCID %d>> BDC\n" % (part.role.encode(), len(parts) - 1)

    painted = MARK.sub(numbered, PLACES.sub(_coarse, stream.get_data()))
    stream.set_data(b"/Artifact BMC\n%b\nEMC\n" % painted)
    return parts


def _coarse(places: re.Match[bytes]) -> bytes:
    return FINE.sub(b"", places.group())


def _identify(metadata: PdfObject | None) -> None:
    """Has a file's metadata say that it is PDF/UA-1."""
    assert isinstance(metadata, StreamObject)
    before, end, after = metadata.get_data().rpartition(b"</rdf:RDF>")
    metadata.set_data(before + UNIVERSAL + end + after)


def _ref(page: PageObject) -> IndirectObject:
    assert page.indirect_reference is not None
    return page.indirect_reference


def _dict(**entries: PdfObject) -> DictionaryObject:
    return DictionaryObject({_named(key): value for key, value in entries.items()})


@cache
def _named(key: str) -> NameObject:
    return NameObject(f"/{key}")


@lru_cache(MOST_TEXTS)
def _text(text: str) -> TextStringObject:
    """A text, made once: how it may be encoded is found out sign by sign."""
    return TextStringObject(text)
