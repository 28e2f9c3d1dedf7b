"""Easy texts and films in sign language: what is said of those that are neither."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.exhibit.reader import read_exhibit
from kiosk.exhibit.rules.recordings import FILMS

Alter = Callable[[str, str, str], Path]

SHORT = "    short: Night march\n"


def beside(alter: Alter, *lines: str) -> Path:
    told = "".join(f"    {line}\n" for line in lines)
    return alter("story.yaml", SHORT, f"{SHORT}{told}")


def said(folder: Path) -> list[str]:
    return [str(problem) for problem in read_exhibit(folder, thorough=True).problems]


def test_an_easy_text_is_read(alter: Alter) -> None:
    folder = beside(alter, "plain: The army walks all night. It is late.")
    reading = read_exhibit(folder, thorough=True)
    assert reading.problems == ()
    assert reading.exhibit
    assert reading.exhibit.phases[0].plain


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "The army walks all night and does not come in time to the camp.",
            "an easy sentence of 14 words (at most 12 are read with ease)",
        ),
        ("They walk. " * 21, "an easy text of 42 words (at most 40 are read with ease)"),
        (
            "Inverness lies west. Nairn lies east. Culloden House lies between.",
            "names Inverness, Nairn, Culloden House (an easy text has at most 2 names)",
        ),
    ],
)
def test_a_text_that_is_not_easy_is_said(alter: Alter, text: str, line: str) -> None:
    (found,) = said(beside(alter, f"plain: {text.strip()}"))
    assert found.endswith(f"phases[night-march].plain: {line}")


def test_the_other_script_has_its_own_measure(alter: Alter) -> None:
    (found,) = said(beside(alter, "plain: 军队走了整整一夜也没有按时走到对方的营地。"))
    assert found.endswith("an easy sentence of 21 characters (at most 20 are read with ease)")


FILM = {".mp4": b"\0\0\0\x0cftypisom\0\0\0\x08moov", ".webm": b"\x1aE\xdf\xa3"}


@pytest.mark.parametrize("ending", FILMS)
def test_a_film_of_each_sort_is_known(alter: Alter, ending: str) -> None:
    folder = beside(alter, "narration: Out.", f"signed: a{ending}")
    (folder / f"a{ending}").write_bytes(FILM[ending])
    assert said(folder) == []


@pytest.mark.parametrize(
    ("lines", "data", "end"),
    [
        (["signed: a.mp4"], FILM[".mp4"], "write narration: with the words that are signed)"),
        (["narration: Out.", "signed: a.mp4"], None,
         'there is no file "a.mp4" (the film is not shown)'),
        (["narration: Out.", "signed: a.mp4"], FILM[".webm"],
         '"a.mp4": holds .webm film (the film is not shown; rename it to end in .webm)'),
        (["narration: Out.", "signed: a.gif"], b"GIF8",
         '"a.gif": is not a film by its name (the film is not shown; one of .mp4, .webm)'),
        (["narration: Out.", "signed: {}"], FILM[".mp4"],
         "is not signed in en (the film is not shown)"),
    ],
)  # fmt: skip
def test_a_film_that_cannot_be_shown_leaves_the_phase(
    alter: Alter, lines: list[str], data: bytes | None, end: str
) -> None:
    folder = beside(alter, *lines)
    for name in ("a.mp4", "a.gif"):
        if data is not None and name in lines[-1]:
            (folder / name).write_bytes(data)
    reading = read_exhibit(folder, thorough=True)
    (problem,) = reading.problems
    assert str(problem).endswith(end)
    assert reading.exhibit
    assert reading.exhibit.phases[0].signed is None
