"""The site's fonts: those of the exhibit, cut to the characters that its texts may need."""

from __future__ import annotations

import logging
from base64 import b64encode
from collections.abc import Container, Iterator, Sequence
from functools import cache, lru_cache, partial
from io import BytesIO

from fontTools.subset import Options, Subsetter, load_font
from fontTools.ttLib import TTFont

from kiosk.exhibit.model import Exhibit
from kiosk.exhibit.writing import RANGES, is_wide
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

STYLES = {SANS: ("NotoSans", "SourceSans"), SERIF: ("NotoSerif", "NotoNaskh", "SourceSerif")}
"""The beginnings of the names of fonts in the style of a family."""

WEIGHTS = {400: ("Regular",), 600: ("SemiBold", "Bold"), 700: ("Bold", "SemiBold")}
"""The ends of the names of fonts for a weight, the better first."""

LICENCES = ("NotoSansSC-OFL.txt", "NotoSerifSC-OFL.txt")

NAMES = [0, 1, 2, 3, 4, 5, 6, 13, 14]
"""The entries that a font keeps of its name table: names, copyright and licence."""

LATIN = frozenset(range(0x20, 0x250))
"""Letters and signs of western European languages, whatever the texts have now."""


def cuts(exhibit: Exhibit, languages: Sequence[str]) -> Iterator[tuple[str, Make]]:
    """The name of each font's file, and what makes it.

    What is written by character has files of its own, and in sans the visitor's own fonts.
    """
    fonts, letters = folders.resources() / "fonts", _written(exhibit, languages)
    others = _others(letters)
    for name in dict.fromkeys((*LICENCES, *map(_licence, others))):
        yield f"fonts/{name}", (fonts / name).read_bytes
    for name, own in others.items():
        yield f"fonts/{name}.woff2", partial(_cut, name, own)
    used = LATIN | letters
    wide = frozenset(code for code in used if is_wide(chr(code)))
    for (family, weight), font in FONTS.items():
        name = f"fonts/{'serif' if family == SERIF else 'sans'}-{weight}"
        yield f"{name}.woff2", partial(_cut, font, used - wide)
        if wide and family == SERIF:
            yield f"{name}-wide.woff2", partial(_cut, font, wide)


def _written(exhibit: Exhibit, languages: Sequence[str]) -> frozenset[int]:
    """The letters of all that an exhibit and the interface say in some languages."""
    words = folders.resources() / "words"
    said = [str(Phrases(words, language, exhibit).words) for language in languages]
    return frozenset(map(ord, "".join((exhibit.model_dump_json(), *said))))


def beside(family: str, weight: int, letters: frozenset[int]) -> dict[str, frozenset[int]]:
    """The fonts that have those letters which the font of a family and weight lacks, with these."""
    found: dict[str, frozenset[int]] = {}
    lacking = letters - _letters(FONTS[family, weight])
    for name in _stand_ins(family, weight) if lacking else ():
        if own := lacking & _letters(name):
            found[name] = own
            lacking -= own
    return found


@cache
def _stand_ins(family: str, weight: int) -> list[str]:
    """The other fonts here for a family and weight, first those of its style and all of Latin."""
    every = {file.stem for file in (folders.resources() / "fonts").glob("*.ttf")}
    every -= {*FONTS.values()}

    def rank(name: str) -> tuple[bool, bool, int, str]:
        ends = WEIGHTS[weight]
        end = name.partition("-")[2]
        far = ends.index(end) if end in ends else len(ends)
        return not name.startswith(STYLES[family]), "Source" not in name, far, name

    return sorted(every, key=rank)


@cache
def _letters(name: str) -> frozenset[int]:
    """The letters of which a font has a glyph."""
    with TTFont(folders.resources() / "fonts" / f"{name}.ttf", lazy=True) as font:
        return frozenset(font.getBestCmap())


def _others(letters: frozenset[int]) -> dict[str, frozenset[int]]:
    """The fonts beside those of the families, each with all letters that are taken from it."""
    found: dict[str, frozenset[int]] = {}
    for family, weight in FONTS:
        for name, own in beside(family, weight, letters).items():
            found[name] = found.get(name, frozenset()) | own
    return found


def _licence(name: str) -> str:
    return f"{name.partition('-')[0]}-OFL.txt"


def _face(family: str, weight: int, name: str, letters: frozenset[int]) -> str:
    """The rule by which some letters of a family of the site come from a font."""
    called = "Exhibit Serif" if family == SERIF else "Exhibit Sans"
    source = f'src: url("fonts/{name}.woff2"){_only(letters)};'
    return f'@font-face {{ font-family: "{called}"; font-weight: {weight}; {source} }}\n'


def stylesheet(exhibit: Exhibit, languages: Sequence[str]) -> bytes:
    """The site's style sheet, which asks for a font of its own for what is written by character.

    So it does for the letters of scripts that those of the families lack.
    """
    letters = _written(exhibit, languages)
    faces = (
        _face(family, weight, name, own)
        for family, weight in FONTS
        for name, own in beside(family, weight, letters).items()
    )
    wide = ", ".join(f"U+{first:X}-{last:X}" for first, last in RANGES)
    sheet = folders.resources() / "web" / "style.css"
    return (sheet.read_text("utf-8").replace("U+WIDE", wide) + "".join(faces)).encode()


def rules(families: Container[str], text: str) -> Iterator[str]:
    """CSS that holds the fonts of some families itself, for a picture: it may ask for no file."""
    for (family, weight), font in FONTS.items():
        if family in families:
            letters = frozenset(map(ord, text))
            yield _holding(family, weight, font, letters)
            for name, own in beside(family, weight, letters).items():
                yield _holding(family, weight, name, own)


def _holding(family: str, weight: int, font: str, letters: frozenset[int]) -> str:
    """The rule that holds a font of a family, cut to some letters."""
    held = b64encode(_cut(font, letters)).decode()
    source = f'url("data:font/woff2;base64,{held}")'
    only = "" if font in FONTS.values() else _only(letters)
    return f'@font-face{{font-family:"{family}";font-weight:{weight};src:{source}{only}}}'


def _only(letters: frozenset[int]) -> str:
    return f";unicode-range:{','.join(f'U+{code:X}' for code in sorted(letters))}"


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
