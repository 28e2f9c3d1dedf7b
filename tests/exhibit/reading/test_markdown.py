"""The part of Markdown that a text may have, and what stays as it is written."""

from __future__ import annotations

import pytest

from kiosk.exhibit import model
from kiosk.exhibit.marked import Mark, Marked, marks_of
from kiosk.exhibit.model import Words
from kiosk.exhibit.model.words import Recording
from kiosk.exhibit.plain import kinds_in, plain, restored
from kiosk.exhibit.reading.markdown import marked


@pytest.mark.parametrize(
    ("written", "read", "marks"),
    [
        ("The *war* of 1745", "The war of 1745", [Mark("emphasis", 4, 7)]),
        ("那场**战争**。", "那场战争。", [Mark("strong", 2, 4)]),
        ("*a **b***", "a b", [Mark("emphasis", 0, 3), Mark("strong", 2, 3)]),
        ("So.[^s9] Then", "So. Then", [Mark("source", 3, 3, "s9")]),
        ("[a map](https://e.org/a_b)", "a map", [Mark("link", 0, 5, "https://e.org/a_b")]),
        ("[*it*](places/ford)", "it", [Mark("link", 0, 2, "places/ford"), Mark("emphasis", 0, 2)]),
        ("All:\n- *one*\n- two", "All:\n• one\n• two", [Mark("emphasis", 7, 10)]),
        ("- one", "• one", []),
    ],
)
def test_markup_is_read(written: str, read: str, marks: list[Mark]) -> None:
    assert marked(written) == read
    assert list(marks_of(marked(written))) == marks


@pytest.mark.parametrize(
    "written",
    [
        "2*3*4 men",
        "The battle * was short",
        "__war__ and a_b_c",
        "[so] (in 1746)",
        "~~no~~ `no` <b>no</b> # no",
        "1. no",
        "[no](javascript:x)",
        "前**“强调”**后",
    ],
)
def test_all_else_stays_as_it_is_written(written: str) -> None:
    assert marked(written) == written
    assert marks_of(marked(written)) == ()


def test_words_are_read_and_files_are_not() -> None:
    assert Words.model_validate({"en": "*a*"}).in_("en") == "a"
    assert Recording.model_validate("audio/*a*.ogg").in_("en") == "audio/*a*.ogg"


def test_marks_are_kept_in_what_was_checked_once() -> None:
    words = Words.model_validate({"en": "*a*[^s]", "zh": "b"})
    kept = restored(plain(words), kinds_in(model).values())
    assert kept == words
    assert marks_of(kept.in_("en")) == (Mark("emphasis", 0, 1), Mark("source", 1, 1, "s"))
    assert type(kept.in_("zh")) is str


def test_a_marked_text_is_the_text_that_is_read() -> None:
    text = Marked("a", [Mark("strong", 0, 1)])
    assert (text, hash(text), f"{text}", marks_of(f"{text}")) == ("a", hash("a"), "a", ())
