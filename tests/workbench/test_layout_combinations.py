"""The settings that the layout check goes through, and what it opens in each."""

from __future__ import annotations

import itertools
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from kiosk.exhibit.model import Exhibit
from kiosk.exhibit.reader import read_exhibit
from kiosk.machine.settings import Renderer
from kiosk.visit.preferences import TEXT_SCALES
from kiosk.workbench.layout import report, tour
from kiosk.workbench.layout.cases import cases
from kiosk.workbench.layout.combination import Combination
from kiosk.workbench.layout.tour import cases_in

MINIMAL = Path(__file__).parents[1] / "exhibits" / "minimal"
WIDE, TALL = (1920, 1080), (1080, 1920)


@pytest.fixture(scope="module")
def exhibit() -> Exhibit:
    exhibit = read_exhibit(MINIMAL).exhibit
    assert exhibit is not None
    return exhibit


@cache
def combinations() -> list[Combination]:
    """Those of an exhibit in two languages."""
    return list(report.combinations(("en", "zh")))


def test_every_combination_comes_once_and_lowered_controls_on_tall_screens() -> None:
    every = combinations()
    usual = [one for one in every if one.is_usual and one.size not in report.SHAPES]
    found = [one for one in usual if not one.high_contrast]
    assert len(found) == len(set(found)) == 2 * 2 * len(TEXT_SCALES) + 2 * len(TEXT_SCALES)
    assert {combination.size for combination in found if combination.reach} == {TALL}
    assert [str(combination) for combination in (found[0], found[-1])] == [
        "en, 1920x1080",
        "zh, 1080x1920, text 200 %, reach",
    ]


def test_each_painted_one_comes_in_high_contrast_too() -> None:
    every = combinations()
    contrasting = {replace(one, high_contrast=False) for one in every if one.high_contrast}
    painted = {one for one in every if one.is_painted and not one.high_contrast}
    assert contrasting == painted
    assert {one.size for one in painted} == {WIDE, TALL, report.SHAPES[0]}


VALUES: dict[str, tuple[Any, ...]] = {
    "inches": (24.0, *report.GLASS_INCHES),
    "size": (WIDE, TALL, *report.SHAPES),
    "language": ("en", "zh"),
    "text_scale": TEXT_SCALES,
    "reach": (False, True),
    "ratio": report.RATIOS,
    "renderer": (Renderer.SOFTWARE, Renderer.OPENGL),
}


@pytest.mark.parametrize("names", [*itertools.combinations(VALUES, 2)], ids="-".join)
def test_each_two_settings_come_together(names: tuple[str, str]) -> None:
    one, other = names
    found = {(getattr(each, one), getattr(each, other)) for each in combinations()}
    wanted = set(itertools.product(VALUES[one], VALUES[other]))
    if set(names) == {"size", "reach"}:
        wanted = {(size, low) for size, low in wanted if not low or size[1] > size[0]}
    assert found == wanted


def test_other_glass_takes_few_and_without_a_display_no_opengl() -> None:
    other = [one for one in combinations() if not one.is_usual]
    assert len(other) <= len(VALUES["inches"]) * len(VALUES["size"]) + 2
    drawn = {one.renderer for one in report.combinations(("en", "zh"), opengl=False)}
    assert drawn == {Renderer.SOFTWARE}


def test_all_of_it_holds_what_comes_at_once() -> None:
    whole = list(report.combinations(("en", "zh"), every=True))
    assert len(whole) == len(set(whole))
    assert set(combinations()) < set(whole)


def test_what_differs_in_text_alone_comes_by_turns_on_other_glass(exhibit: Exhibit) -> None:
    whole = cases(exhibit)
    other = [Combination(WIDE, "en", inches=7, turn=turn) for turn in range(1, tour.TURNS + 1)]
    found = [[case.name for case in cases_in(one, exhibit)] for one in other]
    plain = {case.name for case in whole if not case.sort}
    assert set.intersection(*map(set, found)) == plain
    assert set().union(*found) == {case.name for case in whole}


def test_the_show_is_seen_as_nobody_has_set_anything(exhibit: Exhibit) -> None:
    plain = Combination(TALL, "zh", inches=43, ratio=2)
    changed = ({"text_scale": 125}, {"reach": True}, {"high_contrast": True})
    for one in (plain, *(replace(plain, **more) for more in changed)):
        names = [case.name for case in cases_in(one, exhibit)]
        assert ("attract-1" in names) == (one == plain)
        assert "home" in names


def test_high_contrast_shows_one_of_a_sort(exhibit: Exhibit) -> None:
    found = cases_in(Combination(WIDE, "en", high_contrast=True), exhibit)
    sorts = [case.sort for case in found if case.sort]
    assert len(sorts) == len(set(sorts))
    assert {case.sort for case in found} == {case.sort for case in cases(exhibit)}


def test_quick_is_one_language_on_usual_glass_with_one_of_a_sort(exhibit: Exhibit) -> None:
    (one,) = report.quick(("zh", "en"))
    assert str(one) == "zh, 1920x1080"
    assert one.is_painted
    assert not one.is_watched
    found = [case.sort for case in cases_in(one, exhibit) if case.sort]
    assert sorted(found) == sorted({case.sort for case in cases(exhibit) if case.sort})
