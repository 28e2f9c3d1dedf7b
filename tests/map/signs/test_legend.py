"""The key of the map: it explains all that is shown, and nothing else, by the same drawings."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.exhibit.model import ENDED, AreaKind, Exhibit, LayerStyle
from kiosk.exhibit.ref import Ref
from kiosk.machine.folders import resources
from kiosk.map.ground.palette import TABLE
from kiosk.map.signs.legend import Group, LegendEntry, Shown, legend, shown_in, shown_on
from kiosk.map.signs.strokes import TICKS, Sample, StrokePictures, paint_sample
from kiosk.map.signs.symbols import Symbol, SymbolPictures
from kiosk.telling.locale import Teller
from kiosk.telling.words import Phrases
from tests.map.looking import TELLING, Looking

EVERYWHERE = (-1e6, -1e6, 1e6, 1e6)


def told(exhibit: Exhibit, shown: Shown, language: str = "en") -> list[LegendEntry]:
    phrases = Phrases(resources() / "words", language)
    return legend(exhibit, Teller(exhibit, phrases, None), shown)


def symbols(entries: list[LegendEntry]) -> list[Symbol]:
    return [entry.sign for entry in entries if isinstance(entry.sign, Symbol)]


def kinds(entries: list[LegendEntry]) -> set[str]:
    return {entry.sign.kind for entry in entries if isinstance(entry.sign, Sample)}


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("view", ["railway-war", "campaign", "pocket"])
def test_the_key_explains_what_is_on_the_map_and_nothing_else(
    qapp: QGuiApplication, exhibit: Exhibit, view: str, language: str
) -> None:
    look = Looking(exhibit, language=language)
    for hours in TELLING:
        look.open(view, hours)
        picture = look.picture
        entries = told(exhibit, shown_on(picture, EVERYWHERE, {LayerStyle.RIVER}), language)
        whole = [sign.symbol for sign in picture.signs if not sign.square]
        signs = symbols(entries)
        sizes = {(symbol.echelon, symbol.size_marks) for symbol in whole}
        assert {(sign.echelon, sign.size_marks) for sign in signs} == sizes
        assert {sign.side for sign in signs} == {symbol.side for symbol in whole}
        assert {sign.state for sign in signs} & ENDED == {s.state for s in whole} & ENDED
        assert any(sign.former for sign in signs) == any(s.former for s in whole)
        marked = {str(arrow.manner) for arrow in picture.arrows}
        marked |= {str(area.kind) for area in picture.areas}
        marked |= {"besiegers" for area in picture.areas if area.sieges}
        marked |= {"past" for _ in picture.pasts} | {"square" for s in picture.signs if s.square}
        marked |= {"pointer" for _ in picture.edges}
        marked |= {name.sign for name in picture.names if name.dot and name.sign}
        assert kinds(entries) == marked | {"river"}


def test_a_chosen_formation_and_its_doubt_are_explained(
    qapp: QGuiApplication, exhibit: Exhibit
) -> None:
    look = Looking(exhibit)
    look.open("pocket", 340)
    key = next(sign.key for sign in look.picture.signs if not sign.square)
    assert not any(
        sign.chosen for sign in symbols(told(exhibit, shown_on(look.picture, EVERYWHERE)))
    )
    look.ask(chosen=frozenset({Ref.of("formations", key)}))
    entries = told(exhibit, shown_on(look.picture, EVERYWHERE))
    assert sum(sign.chosen for sign in symbols(entries)) == 1
    assert "ring" in kinds(entries)


def test_the_night_is_explained_while_it_lies_on_the_ground(
    qapp: QGuiApplication, exhibit: Exhibit
) -> None:
    look = Looking(exhibit)
    look.open("pocket", 340)
    for night in (False, True):
        shown = shown_on(look.picture, EVERYWHERE, {LayerStyle.RIVER}, night=night)
        assert ("night" in kinds(told(exhibit, shown))) is night
    assert not StrokePictures().picture("night/ffffff/40").isNull()


def test_what_lies_beyond_the_view_is_not_explained(
    qapp: QGuiApplication, exhibit: Exhibit
) -> None:
    look = Looking(exhibit)
    look.open("pocket", 300)
    cut = next(area for area in look.picture.areas if area.kind is AreaKind.CUT)
    xs, ys = zip(*cut.points, strict=True)
    around = min(xs) - 1, min(ys) - 1, max(xs) + 1, max(ys) + 1
    beyond = max(xs) + 1, max(ys) + 1, max(xs) + 2, max(ys) + 2
    assert "cut" in kinds(told(exhibit, shown_on(look.picture, around)))
    assert "cut" not in kinds(told(exhibit, shown_on(look.picture, beyond)))
    within = cut.points[0][0] + 0.1, cut.points[0][1] - 9, cut.points[0][0] + 0.2, cut.points[0][1]
    assert "cut" in kinds(told(exhibit, shown_on(look.picture, within)))


def test_an_empty_map_has_no_key(exhibit: Exhibit) -> None:
    assert told(exhibit, Shown()) == []


@pytest.mark.parametrize("which", ["exhibit", "small"])
def test_every_sign_that_a_map_may_show_is_told_apart_and_drawn(
    qapp: QGuiApplication, which: str, request: pytest.FixtureRequest
) -> None:
    shown: Exhibit = request.getfixturevalue(which)
    language = shown.exhibit.languages[0]
    entries = told(shown, shown_in(shown, language), language)
    assert len({(entry.name, entry.text) for entry in entries}) == len(entries)
    pictures = {"symbols": SymbolPictures(), "marks": StrokePictures()}
    for entry in entries:
        assert entry.name
        provider, _, address = entry.source.removeprefix("image://").partition("/")
        assert not pictures[provider].picture(f"{address}/40").isNull()
    assert kinds(entries) >= {str(area.kind) for area in shown.areas}
    assert {entry.group for entry in entries} <= set(Group)
    drawn = {sign.arm for sign in symbols(entries) if not sign.text}
    assert drawn >= {formation.arm for formation in shown.formations}


def test_each_side_has_a_row_with_its_own_shape(qapp: QGuiApplication, exhibit: Exhibit) -> None:
    entries = told(exhibit, shown_in(exhibit, "en"))
    rows = [entry for entry in entries if entry.name in {s.name.in_("en") for s in exhibit.sides}]
    assert [entry.text for entry in rows] == ["rectangle", "six corners"]


def test_ticks_of_the_ruler_are_told_apart(qapp: QGuiApplication, exhibit: Exhibit) -> None:
    ticks = frozenset(Sample(kind, TABLE.line) for kind in TICKS)
    entries = told(exhibit, Shown(marks=ticks))
    assert kinds(entries) == set(TICKS)
    assert len({(entry.name, entry.text) for entry in entries}) == len(TICKS)
    stop, event = (paint_sample(entry.sign, 200) for entry in entries)  # type: ignore[arg-type]
    assert stop != event
