"""The guide for authors: every file and command in it does what it says."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from kiosk import cli
from resources.pictures.guide import GUIDE, follow

WINDOWS = {"preview", "run"}
"""Commands that open a window."""


def fits(answer: str, said: str) -> bool:
    """Whether a command says what the guide prints; seconds may differ, … stands for any lines."""
    answer, said = (re.sub(r"\(\d+\.\d s\)", "(0.0 s)", text) for text in (answer, said))
    return bool(re.fullmatch("(?s:.*)".join(map(re.escape, answer.split("…\n"))), said))


def test_every_step_does_what_the_guide_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    entered, drawn = [], []

    def enter(command: str, answer: str) -> None:
        program, *arguments = shlex.split(command)
        assert program == "kiosk"
        assert arguments[0] in cli.kiosk.commands
        entered.append(arguments[0])
        if arguments[0] not in WINDOWS:
            cli.main(arguments)
            said = capsys.readouterr().out
            assert fits(answer, said), f"{command} says\n{said}"

    def draw(picture: Path, exhibit: Path) -> None:
        drawn.append(picture)
        assert picture.is_file()
        assert picture.stat().st_size < 200_000
        cli.main(["check", str(exhibit)])
        assert capsys.readouterr().out.splitlines()[0] == "No problems."

    follow(tmp_path, enter, draw)
    assert set(entered) == {"new", "preview", "check", "at", "run", "schema", "import"}
    assert set(drawn) == set(drawn[0].parent.iterdir())


@pytest.mark.parametrize(
    ("answer", "said", "fit"),
    [
        ("1 error in ford/ (0.1 s)\n", "1 error in ford/ (2.4 s)\n", True),
        ("1 error in ford/ (0.1 s)\n", "2 errors in ford/ (0.1 s)\n", False),
        ("one\n…\n", "one\ntwo\nthree\n", True),
        ("one\n…\n", "two\nthree\n", False),
    ],
)
def test_what_fits_an_answer(answer: str, said: str, fit: bool) -> None:
    assert fits(answer, said) is fit


def test_every_file_that_the_guide_names_is_there() -> None:
    links = re.findall(r"\]\(([^)#]+)", GUIDE.read_text("utf-8"))
    assert [link for link in links if not (GUIDE.parent / link).exists()] == []


ROOT = GUIDE.parents[1]
BOOKS = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    *sorted((ROOT / "docs" / "decisions").glob("*.md")),
]
"""What is written for those who use the program, and for those who carry it on."""

NAMED = re.compile(
    r"`((?:kiosk|content|docs|resources|tests)/[\w./*-]*|[\w-]+\.(?:py|qml|md|toml))`"
)
LINKED = re.compile(r"\]\(([^)#:]+)\)")
FILES = [
    file.name
    for folder in ("kiosk", "content", "docs", "resources", "tests")
    for file in (ROOT / folder).rglob("*")
]


def is_there(name: str) -> bool:
    """Whether a name is that of a file, a folder, a module without its suffix, or fits some."""
    if "/" in name:
        return any((*ROOT.glob(name.rstrip("/")), *ROOT.glob(f"{name}.py")))
    return (ROOT / name).exists() or name in FILES


@pytest.mark.parametrize("book", BOOKS, ids=lambda book: book.stem)
def test_every_path_that_a_book_names_is_there(book: Path) -> None:
    text = book.read_text("utf-8")
    assert [name for name in NAMED.findall(text) if not is_there(name)] == []
    assert [link for link in LINKED.findall(text) if not (book.parent / link).exists()] == []


@pytest.mark.parametrize(
    ("name", "there"),
    [
        ("kiosk/map/camera.py", True),
        ("kiosk/map/camera", True),
        ("kiosk/map/", True),
        ("kiosk/map/signs/*.py", True),
        ("camera.py", True),
        ("kiosk/stage/camera.py", False),
        ("kiosk/atlas/", False),
        ("kiosk/atlas/*.py", False),
        ("kamera.py", False),
    ],
)
def test_what_is_there(name: str, there: bool) -> None:
    assert is_there(name) is there


def test_a_book_names_paths() -> None:
    names = NAMED.findall((ROOT / "CONTRIBUTING.md").read_text("utf-8"))
    assert len(set(names)) > 100


def test_decisions_are_numbered_in_a_row_and_dated() -> None:
    decisions = BOOKS[2:]
    numbers = [int(file.name.partition("-")[0]) for file in decisions]
    assert numbers == list(range(1, len(decisions) + 1))
    head = re.compile(r"# .+\n\n20\d\d-\d\d-\d\d.* · (holds|superseded on 20\d\d-\d\d-\d\d)")
    assert [file.name for file in decisions if not head.match(file.read_text("utf-8"))] == []
