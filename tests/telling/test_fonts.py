"""No tofu: every character that can be shown has a glyph in the fonts that come along."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from fontTools.ttLib import TTFont
from PySide6.QtGui import QFontDatabase, QGuiApplication

from kiosk.machine import folders
from kiosk.telling.fonts import NoFonts, add_fonts

ROOT = Path(__file__).parents[2]
FONTS = folders.resources() / "fonts"
NOTO = sorted(FONTS.glob("Noto*.ttf"))
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


def characters(file: Path) -> set[str]:
    """What of a file's text can be shown; comments cannot."""
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    return set("".join(strings(yaml.load(file.read_bytes(), loader)))) - set("\n\t\r")


def test_there_are_four_fonts_for_all_scripts() -> None:
    assert [file.stem for file in NOTO] == [
        "NotoSansSC-Bold",
        "NotoSansSC-Regular",
        "NotoSerifSC-Regular",
        "NotoSerifSC-SemiBold",
    ]


@pytest.mark.parametrize("font", NOTO, ids=lambda file: file.stem)
def test_every_character_of_content_and_interface_has_a_glyph(font: Path) -> None:
    has = set(map(chr, TTFont(font).getBestCmap()))
    missing = {file.name: sorted(characters(file) - has) for file in TEXTS}
    assert {name: signs for name, signs in missing.items() if signs} == {}


@pytest.mark.parametrize("font", NOTO, ids=lambda file: file.stem)
def test_what_the_code_itself_prints_has_a_glyph(font: Path) -> None:
    has = set(map(chr, TTFont(font).getBestCmap()))
    assert set("·—–%,.0123456789") - has == set()


def test_every_family_that_the_theme_names_is_known(qapp: QGuiApplication) -> None:
    theme = (ROOT / "kiosk/stage/qml/Kiosk/Controls/Theme.qml").read_text("utf-8")
    families = {family for family in QFontDatabase.families() if f'"{family}"' in theme}
    assert len(families) >= 2


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
