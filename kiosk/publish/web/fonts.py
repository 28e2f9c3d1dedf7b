"""The site's fonts: those of the exhibit, cut to the characters that its texts may need."""

from __future__ import annotations

import logging
from base64 import b64encode
from collections.abc import Container, Iterator, Sequence
from functools import lru_cache, partial
from io import BytesIO

from fontTools.subset import Options, Subsetter, load_font

from kiosk.exhibit.model import Exhibit
from kiosk.exhibit.writing import is_wide, ranges
from kiosk.machine import folders
from kiosk.publish.output import Make
from kiosk.telling.fonts import SANS, SERIF
from kiosk.telling.words import Phrases

FONTS = {
    (SANS, 400): "NotoSansSC-Regular",
    (SANS, 700): "NotoSansSC-Bold",
    (SERIF, 400): "NotoSerifSC-Regular",
    (SERIF, 600): "NotoSerifSC-SemiBold",
}
"""The font of each family and weight."""

LICENCES = ("NotoSansSC-OFL.txt", "NotoSerifSC-OFL.txt")

NAMES = [0, 1, 2, 3, 4, 5, 6, 13, 14]
"""The entries that a font keeps of its name table: names, copyright and licence."""

LATIN = frozenset(range(0x20, 0x250))
"""Letters and signs of western European languages, whatever the texts have now."""


def cuts(exhibit: Exhibit, languages: Sequence[str]) -> Iterator[tuple[str, Make]]:
    """The name of each font's file, and what makes it.

    What is written by character has files of its own, and in sans the visitor's own fonts.
    """
    resources = folders.resources()
    for name in LICENCES:
        yield f"fonts/{name}", (resources / "fonts" / name).read_bytes
    texts = [exhibit.model_dump_json()]
    said = [Phrases(resources / "words", language, exhibit).words for language in languages]
    texts += map(str, said)
    used = LATIN.union(map(ord, "".join(texts)))
    wide = frozenset(code for code in used if is_wide(chr(code)))
    for (family, weight), font in FONTS.items():
        name = f"fonts/{'serif' if family == SERIF else 'sans'}-{weight}"
        yield f"{name}.woff2", partial(_cut, font, used - wide)
        if wide and family == SERIF:
            yield f"{name}-wide.woff2", partial(_cut, font, wide)


def stylesheet() -> bytes:
    """The site's style sheet, which asks for a font of its own for what is written by character."""
    wide = ", ".join(f"U+{first:X}-{last:X}" for first, last in ranges())
    sheet = folders.resources() / "web" / "style.css"
    return sheet.read_text("utf-8").replace("U+WIDE", wide).encode()


def rules(families: Container[str], text: str) -> Iterator[str]:
    """CSS that holds the fonts of some families itself, for a picture: it may ask for no file."""
    for (family, weight), font in FONTS.items():
        if family in families:
            held = b64encode(_cut(font, frozenset(map(ord, text)))).decode()
            source = f'url("data:font/woff2;base64,{held}")'
            yield f'@font-face{{font-family:"{family}";font-weight:{weight};src:{source}}}'


@lru_cache(maxsize=16)
def _cut(name: str, characters: frozenset[int]) -> bytes:
    """A font as WOFF2 with these characters, as far as it has them."""
    logging.getLogger("fontTools").setLevel(logging.WARNING)
    options = Options(flavor="woff2", hinting=False, name_IDs=NAMES)
    path = folders.resources() / "fonts" / f"{name}.ttf"
    with load_font(str(path), options) as font:
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=characters)
        subsetter.subset(font)
        font.flavor = options.flavor
        held = BytesIO()
        font.save(held)
    return held.getvalue()
