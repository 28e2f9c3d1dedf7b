"""No tofu: every character that can be shown has a glyph in the fonts that come along."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml
from fontTools.ttLib import TTFont
from PySide6.QtGui import QFont, QFontDatabase, QGlyphRun, QGuiApplication, QTextLayout

from kiosk.machine import folders
from kiosk.publish.web.fonts import FONTS as NAMED
from kiosk.telling.fonts import SANS, SERIF, NoFonts, add_fonts
from kiosk.workbench.glyphs import stretches_in

ROOT = Path(__file__).parents[2]
FONTS = folders.resources() / "fonts"
NOTO = sorted(FONTS / f"{name}.ttf" for name in NAMED.values())
"""The fonts that screens, papers and site name."""
BESIDE = sorted({*FONTS.glob("*.ttf")} - {*NOTO})
"""The fonts that Qt takes for letters which none of those has."""
TEXTS = [
    *sorted((ROOT / "content").rglob("*.yaml")),
    *sorted(FONTS.parent.glob("new/*.yaml")),
    *sorted(FONTS.parent.glob("words/*.yaml")),
]


def strings(node: object) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict):
        for key, value in node.items():
            yield from strings(key)
            yield from strings(value)
    elif isinstance(node, list):
        for value in node:
            yield from strings(value)


@cache
def characters(file: Path) -> set[str]:
    """What of a file's text can be shown; comments cannot."""
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    return set("".join(strings(yaml.load(file.read_bytes(), loader)))) - set("\n\t\r")


@cache
def glyphs(font: Path) -> set[str]:
    """The characters of which a font has a glyph."""
    return set(map(chr, TTFont(font).getBestCmap()))


def characters_of(fonts: Iterable[Path]) -> set[str]:
    """The characters of which any of the fonts has a glyph."""
    return set().union(*map(glyphs, fonts))


def missing(texts: set[str], font: Path, named: set[str], beside: set[str]) -> set[str]:
    """The characters without a glyph in a font: one that no font named has may be in one beside."""
    return texts - characters_of([font]) - (beside - named)


@pytest.fixture(scope="module")
def named() -> set[str]:
    return characters_of(NOTO)


@pytest.fixture(scope="module")
def beside() -> set[str]:
    return characters_of(BESIDE)


def test_there_are_two_weights_of_two_families() -> None:
    assert [file.stem for file in NOTO if file.is_file()] == [
        "NotoSansSC-Bold",
        "NotoSansSC-Regular",
        "NotoSerifSC-Regular",
        "NotoSerifSC-SemiBold",
    ]


def test_a_letter_that_only_some_named_fonts_have_is_missing() -> None:
    (font, *_) = NOTO
    assert missing({"a", "ب", "ت", "ث"}, font, {"a", "ب"}, {"ب", "ت"}) == {"ب", "ث"}


@pytest.mark.parametrize("font", NOTO, ids=lambda file: file.stem)
def test_every_character_of_content_and_interface_has_a_glyph(
    font: Path, named: set[str], beside: set[str]
) -> None:
    without = {file.name: missing(characters(file), font, named, beside) for file in TEXTS}
    assert {name: sorted(signs) for name, signs in without.items() if signs} == {}


@pytest.mark.parametrize("font", NOTO, ids=lambda file: file.stem)
def test_what_the_code_itself_prints_has_a_glyph(font: Path) -> None:
    assert set("·—–%,.0123456789") - characters_of([font]) == set()


def test_every_family_that_the_theme_names_is_known(qapp: QGuiApplication) -> None:
    theme = (ROOT / "kiosk/stage/qml/Kiosk/Controls/Theme.qml").read_text("utf-8")
    families = {family for family in QFontDatabase.families() if f'"{family}"' in theme}
    assert len(families) >= 2


@pytest.mark.parametrize(("named", "beside"), [(SANS, "Source Sans 3"), (SERIF, "Source Serif 4")])
def test_letters_that_a_named_font_lacks_come_from_one_of_its_style_here(
    qapp: QGuiApplication, named: str, beside: str
) -> None:
    add_fonts(FONTS)
    assert {run.rawFont().familyName() for run in runs_of("Łódź", named)} == {named, beside}


@pytest.mark.parametrize("word", ["Σικελική", "Бородиноѓ", "νίκησαν\u0387"])
@pytest.mark.parametrize("named", [SANS, SERIF])
def test_a_word_in_greek_or_cyrillic_has_one_font(
    qapp: QGuiApplication, word: str, named: str
) -> None:
    add_fonts(FONTS)
    (family,) = {run.rawFont().familyName() for run in runs_of(word, named)}
    assert family.startswith("Source")


@pytest.mark.parametrize(
    ("text", "sans", "serif"),
    [
        ("ŽůŘђѓΐά", "Source Sans 3", "Source Serif 4"),
        ("معركة", "Noto Sans Arabic", "Noto Naskh Arabic"),
        ("קרב", "Noto Sans Hebrew", "Noto Serif Hebrew"),
        ("युद्ध", "Noto Sans Devanagari", "Noto Serif Devanagari"),
        ("สงคราม", "Noto Sans Thai", "Noto Sans Thai"),
        ("전투", "Noto Sans KR", "Noto Sans KR"),
        ("円応", "Noto Sans JP", "Noto Sans JP"),
    ],
)
def test_each_script_is_set_from_a_font_of_it(
    qapp: QGuiApplication, text: str, sans: str, serif: str
) -> None:
    add_fonts(FONTS)
    for named, beside in ((SANS, sans), (SERIF, serif)):
        runs = runs_of(text, named)
        families = {run.rawFont().familyName().casefold() for run in runs}
        assert families <= {named.casefold(), beside.casefold()}
        assert all(0 not in run.glyphIndexes() for run in runs)


def test_arabic_letters_are_joined_and_devanagari_is_shaped(qapp: QGuiApplication) -> None:
    add_fonts(FONTS)
    for word, apart in (("محمد", "م ح م د"), ("क्ष", "क ष")):
        glyphs = [index for run in runs_of(word, SANS) for index in run.glyphIndexes()]
        alone = [index for run in runs_of(apart, SANS) for index in run.glyphIndexes()]
        assert not {*glyphs} <= {*alone}


def test_thai_lines_end_between_words(qapp: QGuiApplication) -> None:
    add_fonts(FONTS)
    text = "ประเทศไทยเป็นประเทศในเอเชียตะวันออกเฉียงใต้"
    words = ["ประเทศ", "ไทย", "เป็น", "ประเทศ", "ใน", "เอเชีย", "ตะวัน", "ออก", "เฉียง", "ใต้"]
    ends = {sum(map(len, words[:count])) for count in range(len(words) + 1)}
    font = QFont(SANS)
    font.setPixelSize(20)
    layout = QTextLayout(text, font)
    layout.beginLayout()
    found = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(120)
        found.append(line.textStart() + line.textLength())
    layout.endLayout()
    assert len(found) > 2
    assert {*found} <= ends


def test_the_letters_that_check_knows_are_those_of_the_fonts() -> None:
    known = stretches_in(FONTS / "letters.txt")
    assert known == sorted(known)
    letters = {code for first, last in known for code in range(first, last + 1)}
    assert letters == {*map(ord, characters_of(FONTS.glob("*.ttf")))}


def runs_of(text: str, family: str) -> list[QGlyphRun]:
    """The runs of glyphs of a line of text."""
    layout = QTextLayout(text, QFont(family))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return layout.glyphRuns()


def test_each_font_names_its_licence() -> None:
    licences = {file.name.partition("-")[0] for file in FONTS.glob("*-OFL.txt")}
    assert {file.name.partition("-")[0] for file in FONTS.glob("*.ttf")} <= licences


def test_a_folder_without_fonts_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NoFonts, match=f"no fonts in {tmp_path}"):
        add_fonts(tmp_path)


def test_a_font_that_is_none_is_refused(tmp_path: Path, qapp: QGuiApplication) -> None:
    (tmp_path / "a.ttf").write_bytes(b"cut off")
    with pytest.raises(NoFonts, match=r"a\.ttf is no font"):
        add_fonts(tmp_path)
