"""The style of names and signs: said once, and the same on the screen, on paper and on the site."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor

from kiosk.exhibit.model import PlaceKind
from kiosk.map.ground.palette import CONTRAST, SHEET, TABLE
from kiosk.map.signs.style import FORMATION, LETTERINGS, SECOND, TOWN, Ink, Lettering, dot_mm
from kiosk.publish.web.mapsvg import CLASSES
from kiosk.stage.colours import Colours
from kiosk.telling.fonts import SANS, SERIF

ROOT = Path(__file__).resolve().parents[3]
QML = ROOT / "kiosk" / "stage" / "qml" / "Kiosk" / "Map"
PUBLISH = ROOT / "kiosk" / "publish"


@pytest.mark.parametrize("ink", Ink)
def test_every_ink_is_a_colour_on_every_ground(qapp: object, ink: Ink) -> None:
    for palette in (TABLE, CONTRAST, SHEET):
        assert QColor(Lettering(SANS, FORMATION.weight, ink).colour(palette)).isValid()
    assert Colours().role(ink, "contrast") == QColor(getattr(CONTRAST, ink))


def test_letterings_are_those_of_kinds_of_places() -> None:
    assert set(LETTERINGS) <= {*PlaceKind, "area", "yours"}


def test_what_reads_from_the_right_has_no_slanted_letters() -> None:
    land = LETTERINGS[PlaceKind.MOUNTAINS]
    assert [land.slants(name) for name in ("Mount Gilboa", "جبل جلبوع")] == [True, False]
    assert not TOWN.slants("Mount Gilboa")


def test_a_chosen_place_has_the_largest_dot_and_a_village_the_smallest() -> None:
    kinds = (PlaceKind.VILLAGE, False), (PlaceKind.CITY, False), (PlaceKind.VILLAGE, True)
    sizes = [dot_mm(kind, chosen=chosen) for kind, chosen in kinds]
    assert sizes == sorted(set(sizes))


@pytest.mark.parametrize("name", ["MapText", "PlaceName", "FormationSymbol"])
def test_qml_has_no_measure_of_its_own(name: str) -> None:
    text = (QML / f"{name}.qml").read_text("utf-8")
    assert re.findall(r"Theme\.mm\([\d.]+\)|Font\.\w+|Theme\.(?:sans|serif)\b", text) == []


@pytest.mark.parametrize("name", ["paper/maplabels.py", "web/mapsvg.py"])
def test_papers_and_the_site_choose_no_font(name: str) -> None:
    text = (PUBLISH / name).read_text("utf-8")
    assert re.findall(r"QFont\.Weight|\bSANS\b|\bSERIF\b", text) == []


def test_the_sites_style_sheet_sets_names_alike() -> None:
    css = (ROOT / "resources" / "web" / "style.css").read_text("utf-8")
    rules = re.findall(r"^((?:\.map [.\w]+(?:, )?)+) \{([^}]*)\}", css, re.MULTILINE)
    set_as: dict[str, dict[str, str]] = {}
    for selectors, body in rules:
        for selector in selectors.split(", "):
            said = dict(re.findall(r"([\w-]+): ([^;]+);", body))
            set_as.setdefault(selector.removeprefix(".map ").removeprefix("."), {}).update(said)
    usual = set_as.pop("text")
    for lettering, name in ({**CLASSES, FORMATION: "unit", SECOND: "other"}).items():
        said = usual | set_as.get(name, {})
        family = {"var(--sans)": SANS, "var(--serif)": SERIF}[said["font-family"]]
        fill = {"paper": Ink.WORD}.get(said["fill"][6:-1], said["fill"][6:-1].replace("-", "_"))
        slanted = said.get("font-style") == "italic"
        found = family, int(said["font-weight"]), fill, slanted
        assert found == (
            lettering.family,
            lettering.weight.value,
            lettering.ink,
            lettering.slanted,
        ), name
    assert TOWN in CLASSES
