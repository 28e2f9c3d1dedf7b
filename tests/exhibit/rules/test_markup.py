"""Markup and hidden marks in texts are found; signs that only look so are not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.exhibit.reader import read_exhibit

Alter = Callable[[str, str, str], Path]

ABOUT = "about: The war of 1745"


def said_of(alter: Alter, text: str) -> str:
    quoted = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    folder = alter("story.yaml", ABOUT + " and 1746 in Scotland and England.", f'about: "{quoted}"')
    return "\n".join(map(str, read_exhibit(folder, thorough=True).problems))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("那场**“战争”**啊。", '"**“战争”**"'),
        ("The __war__ of 1745.", '"__war__"'),
        ("The ~~war~~ of 1745.", '"~~war~~"'),
        ("The `war` of 1745.", '"`war`"'),
        ("The <b>war</b> of 1745.", '"<b>"'),
        ("The war<br/>of 1745.", '"<br/>"'),
        ("The war</B> of 1745.", '"</B>"'),
        ("The war <!-- of 1745 -->.", '"<!--"'),
        ("<img src=x onerror=alert(1)>", '"<img src=x onerror=alert(1)>"'),
        ("The war&nbsp;of 1745.", '"&nbsp;"'),
        ("The war&#8239;of 1745.", '"&#8239;"'),
        ("The ![war](https://example.org) of 1745.", '"![war](https://example.org)"'),
        ("The [war](javascript:x) of 1745.", '"[war](javascript:x)"'),
        ("# The war", '"#"'),
        ("It began.\n## The war", '"##"'),
    ],
)
def test_markup_is_an_error(alter: Alter, text: str, found: str) -> None:
    assert said_of(alter, text) == (
        f"story.yaml:83:12: terms[rising].about: holds markup: {found} "
        "(a text may have *so*, **so**, [words](address), [^source],"
        " and lines that begin with - )"
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The war.[^no]", 'there is no source "no"'),
        ("The war.[^outlin]", 'there is no source "outlin" (did you mean "outline"?)'),
        (
            "The [war](https://example.org).",
            'leads to "https://example.org", which is no source\'s address'
            " (add a source with it in `where`)",
        ),
        (
            "The [war](places/no).",
            'there is nothing that "places/no" leads to'
            " (write an https address, or what a card is of, such as places/hougoumont)",
        ),
    ],
)
def test_a_link_that_leads_nowhere_is_an_error(alter: Alter, text: str, said: str) -> None:
    assert said_of(alter, text) == f"story.yaml:83:12: terms[rising].about: {said}"


def test_a_name_has_no_markup(alter: Alter) -> None:
    folder = alter("story.yaml", "id: rising\n    name: Rising", "id: rising\n    name: '*Rising*'")
    assert "\n".join(map(str, read_exhibit(folder).problems)).startswith(
        'story.yaml:82:11: terms[rising].name: holds markup: "*Rising*"'
        " (write plain words; only the texts that are read at length have any)"
    )


@pytest.mark.parametrize(
    "text",
    [
        "The **war** of *1745*.[^outline]",
        "那场**战争**。",
        "The war:\n- of [Nairn](places/nairn)\n- of 1745",
        "Fewer than 5 < 6 men, and 7 > 6.",
        "The battle * was short.",
        "2*3*4 men.",
        "A & B; C & D.",
        "He said [so] (in 1746).",
        "No. #1 of 2.",
        "a_b_c and snake__case__word",
        "他说“好”（见下）。",
    ],
)
def test_signs_are_no_markup(alter: Alter, text: str) -> None:
    assert said_of(alter, text) == ""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The \u202ewar\u202c.", "hidden marks of direction: U+202E, U+202C"),
        ("The war\u200e.", "a hidden mark of direction: U+200E"),
        ("\u2067战争\u2069。", "hidden marks of direction: U+2067, U+2069"),
        ("The war\u061c.", "a hidden mark of direction: U+061C"),
        ("The war\u200f.", "a hidden mark of direction: U+200F"),
    ],
)
def test_a_hidden_mark_of_direction_is_an_error(alter: Alter, text: str, found: str) -> None:
    assert said_of(alter, text) == (
        f"story.yaml:83:12: terms[rising].about: holds {found} (type the text anew)"
    )


@pytest.mark.parametrize("text", ["\u2067מלחמה\u2069 (1745).", "الحرب\u200f!"])
def test_text_from_right_to_left_may_hold_them(alter: Alter, text: str) -> None:
    assert said_of(alter, text) == ""


def test_an_address_and_a_file_name_are_looked_at_too(alter: Alter) -> None:
    folder = alter("exhibit.yaml", "licence: CC BY 4.0", "licence: CC \u202eBY 4.0")

    assert [str(problem) for problem in read_exhibit(folder, thorough=True).problems] == [
        "exhibit.yaml:13:12: exhibit.licence: holds a hidden mark of direction: U+202E "
        "(type the text anew)"
    ]


def test_what_holds_markup_is_not_shown(alter: Alter) -> None:
    exhibit = read_exhibit(alter("story.yaml", ABOUT, "about: The __war__ of 1745")).exhibit

    assert exhibit is not None
    assert exhibit.terms == ()
    assert exhibit.phases
