"""Conditions of the Matterhorn Protocol 1.1 that a program can judge, by what pypdf reads.

Not asked: what no paper of ours has, and `absent` holds that it hasn't.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from fontTools.ttLib import TTFont
from pypdf import PdfReader
from pypdf.generic import ContentStream

from tests.publish.pdf import elements, links, root_of

STANDARD = frozenset(
    {"/Document", "/Div", "/TOC", "/TOCI", "/P", "/H1", "/H2", "/H3", "/H4", "/H5", "/H6"}
    | {"/L", "/LI", "/Lbl", "/LBody", "/Span", "/Note", "/Reference", "/Link", "/Figure"}
)
"""The roles of ISO 32000-1 that papers may use."""

PAINTS = frozenset(
    {b"S", b"s", b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*", b"sh", b"Do", b"EI", b"BI"}
    | {b"Tj", b"TJ", b"'", b'"'}
)
"""The operators that put something on a page."""


def failures(reader: PdfReader) -> Iterator[str]:
    """What fails, each by the number of its condition."""
    yield from document(reader)
    yield from absent(reader)
    yield from structure(reader)
    for number, page in enumerate(reader.pages):
        yield from (f"{one}, page {number + 1}" for one in content(reader, page))
    yield from linking(reader)
    yield from fonts(reader)


def document(reader: PdfReader) -> Iterator[str]:
    """01-007, 06-001 to 003, 07-001 and 002, 11-001 and 11-007, 26-001."""
    root = root_of(reader)
    if root["/MarkInfo"].get("/Suspects"):
        yield "01-007 suspects"
    told = root["/Metadata"].get_data().decode()
    for condition, needed in (("06-002", "pdfuaid:part"), ("06-003", "<dc:title>")):
        if needed not in told:
            yield f"{condition} no {needed}"
    if not root["/ViewerPreferences"].get("/DisplayDocTitle"):
        yield "07-001 the title is not displayed"
    if not re.fullmatch(r"[a-z]{2}(-[A-Za-z]+)?", root.get("/Lang", "")):
        yield "11-007 no language"
    if reader.is_encrypted:
        yield "26-001 encrypted"


def absent(reader: PdfReader) -> Iterator[str]:
    """20, 21, 25, 28-005 and 28-007: no layers, files, forms, scripts, sounds, films."""
    root = root_of(reader)
    for key in ("/OCProperties", "/AcroForm", "/AF"):
        if key in root:
            yield f"there is {key}"
    if "/EmbeddedFiles" in root.get("/Names", {}):
        yield "21-001 a file is embedded"


def structure(reader: PdfReader) -> Iterator[str]:
    """02, 09, 11-002 to 11-006, 13-004, 14, 19-003 and 19-004."""
    root = root_of(reader)["/StructTreeRoot"]
    mapped = {str(key): str(value) for key, value in root.get("/RoleMap", {}).items()}
    yield from (f"02-004 {one} is mapped" for one in STANDARD & mapped.keys())
    notes = Counter[str]()
    first = True
    level = 0
    for element in elements(reader):
        role = str(element["/S"])
        if mapped.get(role, role) not in STANDARD:
            yield f"02-001 {role} is no role"
        if role == "/Figure" and not (element.get("/Alt") or element.get("/ActualText")):
            yield "13-004 a figure without words"
        if re.fullmatch("/H[1-6]", role):
            if first and role != "/H1":
                yield f"14-002 the first heading is {role}"
            if int(role[2]) > level + 1:
                yield f"14-003 {role} after {level}"
            first, level = False, int(role[2])
        if role == "/Note":
            notes[str(element.get("/ID", ""))] += 1
        if parent := element.get("/P"):
            if "/K" not in parent.get_object():
                yield f"{role} is not in its parent"
        else:
            yield f"{role} has no parent"
    yield from (f"19-003 a note is {one!r}" for one, n in notes.items() if not one or n > 1)


def content(reader: PdfReader, page: Any) -> Iterator[str]:
    """01-003 to 01-005 and 30-002: each thing painted is one thing told."""
    open_: list[tuple[str, bool]] = []
    mcids = Counter[int]()
    for operands, operator in ContentStream(page.get_contents(), reader).operations:
        if operator in (b"BMC", b"BDC"):
            tag = str(operands[0])
            told = operator == b"BDC" and isinstance(operands[1], dict) and "/MCID" in operands[1]
            if tag == "/Artifact" and any(inner for _, inner in open_):
                yield "01-003 an artifact within what is told"
            if told and any(outer == "/Artifact" for outer, _ in open_):
                yield "01-004 something told within an artifact"
            if told:
                mcids[int(operands[1]["/MCID"])] += 1
            open_.append((tag, told))
        elif operator == b"EMC":
            open_.pop()
        elif operator in PAINTS and not any(tag == "/Artifact" or told for tag, told in open_):
            yield f"01-005 {operator.decode()} is neither told nor an artifact"
    if open_:
        yield "01-005 a mark does not end"
    yield from (f"30-002 MCID {one} is there {n} times" for one, n in mcids.items() if n > 1)


def linking(reader: PdfReader) -> Iterator[str]:
    """28-002 to 28-018: links alone, each in a Link, with words, in the order of what is told."""
    held: dict[int, str] = {}
    for element in elements(reader):
        kids = element["/K"]
        listed: list[Any] = kids if isinstance(kids, list) else [kids]
        for kid in listed:
            one: Any = kid.get_object()
            if "/Type" in one and one.get("/Type") == "/OBJR":
                held[one.raw_get("/Obj").idnum] = str(element["/S"])
    pages: list[Any] = list(reader.pages)
    for number, page in enumerate(pages):
        for raw in page.get("/Annots", ()):
            role = held.get(raw.idnum)
            if raw.get_object()["/Subtype"] != "/Link":
                yield f"28-006 {raw.get_object()['/Subtype']}, page {number + 1}"
            if role != "/Link":
                yield f"28-011 a link is in {role}, page {number + 1}"
        if "/Annots" in page and page.get("/Tabs") != "/S":
            yield f"28-009 the order of tabs, page {number + 1}"
    yield from (
        "28-012 a link without words" for link in links(reader) if not link.get("/Contents")
    )


def fonts(reader: PdfReader) -> Iterator[str]:
    """31: each font in the file, with the widths that are its own."""
    seen: dict[int, Any] = {}
    pages: list[Any] = list(reader.pages)
    for page in pages:
        for raw in page["/Resources"].get("/Font", {}).values():
            seen.setdefault(raw.idnum if hasattr(raw, "idnum") else id(raw), raw)
    for raw in seen.values():
        font = raw.get_object()
        name = str(font["/BaseFont"])
        if font["/Subtype"] != "/Type0":
            yield f"{name} is {font['/Subtype']}"
            continue
        yield from (f"{one}, {name}" for one in composite(font))


def composite(font: Any) -> Iterator[str]:
    """The same of one font of many signs."""
    (raw,) = font["/DescendantFonts"]
    cid = raw.get_object()
    if font["/Encoding"] not in ("/Identity-H", "/Identity-V"):
        yield f"31-006 {font['/Encoding']}"
    if cid["/CIDSystemInfo"]["/Ordering"] != "Identity":
        yield "31-001 another collection of characters"
    descriptor = cid["/FontDescriptor"]
    files = [descriptor[key] for key in ("/FontFile2", "/FontFile3") if key in descriptor]
    if not files:
        yield "31-009 not in the file"
        return
    if cid["/Subtype"] == "/CIDFontType2" and "/CIDToGIDMap" not in cid:
        yield "31-004 no map of its signs"
    if "/ToUnicode" not in font:
        yield "31-027 no Unicode"
        return
    yield from unspelt(font)
    if "/FontFile2" in descriptor:
        own = TTFont(BytesIO(files[0].get_data()), lazy=True)
        yield from widths(own, cid)


def unspelt(font: Any) -> Iterator[str]:
    """10-001: each sign of a font has its Unicode."""
    descriptor = font["/DescendantFonts"][0].get_object()["/FontDescriptor"]
    if "/FontFile2" not in descriptor:
        return
    own = TTFont(BytesIO(descriptor["/FontFile2"].get_data()), lazy=True)
    told = font["/ToUnicode"].get_data().decode()
    spelt = {0} | {int(sign, 16) for sign in re.findall(r"^<(\w{4})> <\w+>$", told, re.MULTILINE)}
    for first, last in re.findall(r"^<(\w{4})> <(\w{4})> ", told, re.MULTILINE):
        spelt |= set(range(int(first, 16), int(last, 16) + 1))
    for sign in range(len(own.getGlyphOrder())):
        if sign not in spelt:
            yield f"10-001 no Unicode of sign {sign}"


def widths(own: TTFont, cid: Any) -> Iterator[str]:
    """31-016: the widths in the file are those of the font."""
    scale = 1000 / int.from_bytes(own.reader["head"][18:20])  # whole, it tells of its odd dates
    order, metrics = own.getGlyphOrder(), own["hmtx"].metrics
    told = list(cid.get("/W", ()))
    while told:
        first, rest = int(told.pop(0)), told.pop(0)
        if isinstance(rest, list):
            said = {first + i: float(w) for i, w in enumerate(rest)}
        else:
            wide = float(told.pop(0))
            said = dict.fromkeys(range(first, int(rest) + 1), wide)
        for glyph, width in said.items():
            if glyph >= len(order):
                yield f"31-011 there is no sign {glyph}"
            elif abs(metrics[order[glyph]][0] * scale - width) > 1:
                yield f"31-016 sign {glyph} is {width} wide, not {metrics[order[glyph]][0] * scale}"
