"""Voices that count as one, unsigned witnesses, and sides called after some of their people."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.exhibit.model import Figure, Source
from kiosk.exhibit.reader import read_exhibit
from kiosk.exhibit.rules.voices import independent

Alter = Callable[[str, str, str], Path]

UNSIGNED = """    note: Good enough to test with.
    unsigned: {first: An unsigned sheet, after: the sheet}"""


def said(folder: Path) -> str:
    return "\n".join(map(str, read_exhibit(folder, thorough=True).problems))


def voice(*sources: str) -> Figure:
    return Figure.model_validate({"who": "w", "low": 1, "sources": sources})


@pytest.mark.parametrize(
    ("voices", "count"),
    [
        ([], 0),
        ([voice("a")], 1),
        ([voice("a"), voice("b")], 2),
        ([voice("a", "b"), voice("b", "c")], 1),
        ([voice("a"), voice("c"), voice("a", "c")], 1),
        ([voice("a"), voice("copy")], 1),
        ([voice("b"), voice("copy")], 2),
        ([voice(), voice()], 2),
        ([voice("x"), voice("y")], 1),
    ],
)
def test_voices_that_share_a_source_speak_as_one(voices: list[Figure], count: int) -> None:
    repeats = {"a": None, "b": None, "c": None, "copy": "a", "x": "y", "y": "x"}
    sources = {
        key: Source.model_validate({"id": key, "title": "t", "where": "w", "repeats": other})
        for key, other in repeats.items()
    }

    assert independent(voices, sources) == count


def test_a_figure_with_the_sources_of_another_is_a_warning(alter: Alter) -> None:
    second = "      - who: A teacher\n        low: 9000\n        sources: [roll]\n"
    head = "        low: 7500\n        high: 8000\n        sources: [roll]\n"

    assert said(alter("forces.yaml", head, head + second)) == (
        "forces.yaml:57:18: warning: formations[government-army].strength[2].sources: has the "
        "sources of voice 1, so that both count as one (give each voice its own sources, or tell "
        "them as one)"
    )


@pytest.mark.parametrize(
    ("lower", "higher", "wrong"),
    [(1500, 2000, None), (1500, 2100, 2), (1600, 2000, 1), (1600, 2100, None)],
)
def test_a_figure_told_twice_is_told_alike(
    alter: Alter, lower: int, higher: int, wrong: int | None
) -> None:
    """A disagreement that gives none of the figures is about something else."""
    losses = (
        "    shape: hexagon\n    losses:\n"
        f"      - {{who: Lower count, low: {lower}, sources: [roll]}}\n"
        f"      - {{who: Higher count, low: 1500, high: {higher}, sources: [outline]}}\n"
    )
    alter("exhibit.yaml", "    shape: hexagon\n", losses)
    head = "        high: 2000\n        sources: [roll]\n"
    alter("story.yaml", head, head.replace("roll", "outline"))
    folder = alter("story.yaml", "over within the hour", "over at a cost of 1,500 or 1,600")

    assert said(folder) == (
        f"exhibit.yaml:{77 + (wrong or 0)}:9: warning: sides[jacobite].losses[{wrong}]: is given "
        "otherwise by disagreements/losses, from the same sources (give it alike in both places)"
    ) * (wrong is not None)


@pytest.mark.parametrize(
    ("text", "warned"),
    [
        ("The sheet says that the army left.", True),
        ("An unsigned sheet says that the army left; the sheet gives no hour.", False),
        ("By the sheet, the army left. An unsigned sheet says so.", True),
        ("The army left.", False),
    ],
)
def test_an_unsigned_witness_is_named_as_what_it_is_first(
    alter: Alter, text: str, warned: bool
) -> None:
    alter("exhibit.yaml", "    note: Good enough to test with.", UNSIGNED)
    old = "Men who had marched all night slept where they lay and missed the battle."

    assert said(alter("story.yaml", old, f'"{text}"')) == (
        'story.yaml:47:11: warning: lessons[sleep].text: says "the sheet" before "An unsigned '
        'sheet" (outline is unsigned: say so where it is first spoken of)'
        if warned
        else ""
    )


def test_a_side_is_not_called_after_one_of_its_formations(alter: Alter) -> None:
    alter("forces.yaml", "    parent: jacobite-army\n", "")

    assert said(alter("exhibit.yaml", "name: Jacobite\n", "name: Jacobite Army\n")) == (
        'exhibit.yaml:74:11: warning: sides[jacobite].name: "Jacobite Army" is '
        "formations/jacobite-army, to which not all of the side belong: formations/rearguard "
        "(give the side a name that fits them all)"
    )


def test_a_side_may_be_called_after_the_formation_that_holds_them_all(alter: Alter) -> None:
    assert said(alter("exhibit.yaml", "name: Jacobite\n", "name: Jacobite army\n")) == ""


def test_a_side_is_not_called_after_a_term_that_some_do_not_fall_under(alter: Alter) -> None:
    alter("forces.yaml", "      - person: stuart\n", "      - name: Charles Edward Stuart\n")

    assert said(alter("exhibit.yaml", "name: Jacobite\n", "name: Rising\n")) == (
        'exhibit.yaml:74:11: warning: sides[jacobite].name: "Rising" is terms/rising, to which '
        "not all of the side belong: people/stuart (give the side a name that fits them all)"
    )
