"""The signs of a PDF spelt in Unicode, for whoever copies, searches or hears it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache, partial
from io import BytesIO
from struct import unpack_from
from typing import Any, NamedTuple

from fontTools.ttLib import TTFont
from pypdf import PageObject
from PySide6.QtGui import QFont, QFontDatabase, QTextLayout

SPELT = re.compile(rb"\[[^]]*\]|(?<=<\w{4}> <\w{4}> )<\w{4}>")
"""The Unicode of a font's signs, as Qt writes it: a list, or of a single one its own."""

MISREAD = ((b"<0009>", b"<0020>"), (b"<2012>", b"<2013>"))
"""A space is no tabulator, and a dash between numbers no figure dash, though they look alike."""

SHAPED = {f"a{sign}": sign for sign in "‘’“”…"} | {"——": "——"}
"""Signs that a font may set in a shape of its own, by where it does; Qt says no Unicode of them."""

RANGE = re.compile(r"^<(\w{4})> <(\w{4})> ", re.MULTILINE)
"""The signs that a line of Qt's spells."""

EM = 1000


class _Shape(NamedTuple):
    """The outline of a sign, from where to where, and the sign's width, in thousandths of an em."""

    left: float
    right: float
    top: float
    advance: float

    def is_like(self, other: _Shape) -> bool:
        """True if both look alike."""
        return all(abs(ours - theirs) < 4 for ours, theirs in zip(self, other, strict=True))


def spell_out(pages: Iterable[PageObject]) -> bool:
    """Lets what is copied, searched or read aloud be what was written; True if all of it is."""
    found, whole = {}, True
    for page in pages:
        fonts: Any = page["/Resources"].get_object()["/Font"].get_object()  # type: ignore[index]
        for font in (each.get_object() for each in fonts.values()):
            if "/ToUnicode" in font:
                stream = font["/ToUnicode"].get_object()
                found[id(stream)] = stream, font
            else:
                whole = False
    for stream, font in found.values():
        spelt = stream.get_data()
        for wrong, right in MISREAD:
            spelt = SPELT.sub(partial(_replaced, wrong, right), spelt)
        lacking = _lacking(font, spelt.decode())
        told = {sign: text for sign, text in lacking.items() if text}
        whole = whole and len(told) == len(lacking)
        if told:
            lines = "".join(_line(sign, text) for sign, text in told.items())
            more = f"{len(told)} beginbfchar\n{lines}endbfchar\nendcmap".encode()
            spelt = spelt.replace(b"endcmap", more)
        stream.set_data(spelt)
    return whole


def _replaced(wrong: bytes, right: bytes, found: re.Match[bytes]) -> bytes:
    return found.group().replace(wrong, right)


def _line(sign: int, text: str) -> str:
    return f"<{sign:04X}> <{text.encode('utf-16-be').hex().upper()}>\n"


def _lacking(font: Any, spelt: str) -> dict[int, str]:
    """The signs that nothing spells, and their text by their shape; "" where that says nothing."""
    known = {
        sign
        for first, last in RANGE.findall(spelt)
        for sign in range(int(first, 16), int(last, 16) + 1)
    }
    descriptor = font["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
    if "/FontFile2" not in descriptor:
        return {}
    own = TTFont(BytesIO(descriptor["/FontFile2"].get_data()), lazy=True)
    lacking = sorted(set(range(len(own.getGlyphOrder()))) - known)
    shapes = _shapes(str(font["/BaseFont"]).strip("/")) if lacking else {}
    drawn = {sign: _drawn(own, sign) for sign in lacking}
    return {
        sign: next((text for text, shape in shapes.items() if shape.is_like(of_sign)), "")
        for sign, of_sign in drawn.items()
    }


def _drawn(own: TTFont, sign: int) -> _Shape:
    """The shape of a sign that a font of a file has."""
    head, places, outlines = (own.reader[table] for table in ("head", "loca", "glyf"))
    scale = EM / unpack_from(">H", head, 18)[0]
    wide = own["hmtx"].metrics[own.getGlyphOrder()[sign]][0]
    if unpack_from(">h", head, 50)[0]:
        start, end = unpack_from(">2L", places, 4 * sign)
    else:
        start, end = (2 * half for half in unpack_from(">2H", places, 2 * sign))
    left, _, right, top = unpack_from(">4h", outlines, start + 2) if end > start else (0, 0, 0, 0)
    return _Shape(*(scale * value for value in (left, right, top, wide)))


@cache
def _shapes(name: str) -> Mapping[str, _Shape]:
    """The shapes that a font, by its name in a file, has for what it sets by what stands beside."""
    found = {}
    for family in QFontDatabase.families():
        if not name.startswith(family.replace(" ", "")):
            continue
        for style in QFontDatabase.styles(family):
            if name != f"{family}-{style}".replace(" ", ""):
                continue
            font = QFontDatabase.font(family, style, 1)
            font.setPixelSize(EM)
            for text, said in SHAPED.items():
                found[said] = _last(font, text)
    return found


def _last(font: QFont, text: str) -> _Shape:
    """The shape of the last sign of a text."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    run = layout.glyphRuns()[-1]
    raw, sign = run.rawFont(), run.glyphIndexes()[-1]
    box, wide = raw.boundingRect(sign), raw.advancesForGlyphIndexes([sign])[0].x()
    return _Shape(box.left(), box.right(), -box.top(), wide)
