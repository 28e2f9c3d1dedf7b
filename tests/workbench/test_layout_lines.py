"""In the largest text: pages with few whole lines, or with one in part, are found."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from kiosk.workbench.layout import lines
from tests.workbench.conftest import GLASS, LookAt

BODY = """
Flickable {{ width: 640; height: {high}; clip: true
    Words {{ id: body; width: 640; wrapMode: Text.Wrap; lineHeight: 60
        lineHeightMode: Text.FixedHeight; text: "{text}" }}
}}
{after}
"""
FADE = """
Rectangle { y: 190; width: 640; height: 50
    gradient: Gradient { GradientStop { position: 0; color: "transparent" } }
}
"""
SENTENCE = "A line of words of its own. "


def found(look_at: LookAt, high: int, count: int, after: str = "", **given: Any) -> list[str]:
    qml = BODY.format(high=high, text=SENTENCE * count, after=after)
    given = {"text_scale": 200, "panel": "phases", "beside": "A line.", **given}
    return [flaw.message for flaw in lines.few(look_at(qml, **given))]


@pytest.mark.parametrize("given", [{}, {"text_scale": 150}, {"panel": ""}, {"beside": ""}])
def test_four_lines_are_enough(look_at: LookAt, given: dict[str, Any]) -> None:
    assert found(look_at, 240, 8, **given) == []


def test_three_lines_are_few(look_at: LookAt) -> None:
    assert found(look_at, 180, 8) == ["shows 3 whole lines of the text"]
    assert found(look_at, 180, 8, text_scale=150) == []
    assert found(look_at, 180, 8, panel="") == []


def test_small_glass_shows_three(look_at: LookAt) -> None:
    small = replace(GLASS, shrinks=True)
    assert small.shrink < 1
    assert found(look_at, 180, 8, glass=small) == []


def test_a_short_text_has_no_more(look_at: LookAt) -> None:
    assert found(look_at, 180, 1) == []


def test_no_line_is_cut(look_at: LookAt) -> None:
    short = '"A line of words of its own. A line of w…"'
    assert found(look_at, 270, 8) == [f"{short} is cut at a line by the end of its room"]
    assert found(look_at, 240, 8, FADE) == [
        "shows 3 whole lines of the text",
        f"{short} is cut at a line by the end of its room",
    ]
