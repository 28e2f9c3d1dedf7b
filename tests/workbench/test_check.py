"""`kiosk check` for people and for programs."""

from __future__ import annotations

import contextlib
import io
import json
import re
import shutil
from pathlib import Path

import pytest

from kiosk.exhibit.reading.problem import Problem
from kiosk.workbench.check import as_json, as_text, check, run
from kiosk.workbench.excerpt import excerpt

MINIMAL = Path(__file__).parents[1] / "exhibits" / "minimal"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return Path(shutil.copytree(MINIMAL, tmp_path / "content"))


def spoil(content: Path) -> None:
    story = content / "story.yaml"
    story.write_text(story.read_text("utf-8").replace("[nairn]", "[nairm]"), "utf-8")


def lengthen(content: Path) -> None:
    exhibit = content / "exhibit.yaml"
    text = exhibit.read_text("utf-8").replace("line: By noon", "line: " + "By noon " * 4)
    exhibit.write_text(text, "utf-8")


def test_sound_content(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(content) == 0
    assert capsys.readouterr().out == "No problems.\n"


class Terminal(io.TextIOWrapper):
    """A stream that says it is a terminal, and keeps what is written to it."""

    def __init__(self) -> None:
        super().__init__(io.BytesIO(), "utf-8")

    def isatty(self) -> bool:
        return True


@pytest.fixture
def colours(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal that knows colours."""
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.delenv("NO_COLOR", raising=False)


def shown(content: Path) -> str:
    """What a terminal shows of the check."""
    terminal = Terminal()
    with contextlib.redirect_stdout(terminal):
        run(content)
    terminal.flush()
    written = terminal.buffer
    assert isinstance(written, io.BytesIO)
    return written.getvalue().decode()


def test_an_error_has_one_line_where_no_terminal_reads_it(content: Path) -> None:
    spoil(content)

    assert as_text(check(content), content, 0.21) == "\n".join(
        [
            'story.yaml:52:14: lessons[sleep].places[1]: there is no place "nairm" '
            '(did you mean "nairn"?)',
            "1 error in content/ (0.2 s)",
        ]
    )


@pytest.mark.usefixtures("colours")
def test_a_terminal_shows_the_line_in_colours(content: Path) -> None:
    spoil(content)
    lengthen(content)

    text = shown(content)
    assert "\x1b[31mlessons[sleep].places[1]: there is no place" in text
    assert "\x1b[33mwarning: attract[2].line: a line of 14 words" in text
    lines = re.sub(r"\x1b\[[\d;]*m", "", text).splitlines()
    assert lines[4:6] == ["    52 |     places: [nairm]", "       |              ^"]
    assert lines[6].startswith("1 error, 1 warning in content/ (")


@pytest.mark.usefixtures("colours")
def test_a_terminal_without_colours_shows_none(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    spoil(content)

    text = shown(content)

    assert "there is no place" in text
    assert "\x1b[3" not in text


def test_a_warning_alone_lets_the_check_pass(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lengthen(content)

    assert run(content) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("exhibit.yaml:63:11: warning: attract[2].line: a line of 14 words")
    assert lines[-1].startswith("No errors, 1 warning in content/ (")


def test_errors_and_warnings_are_counted_apart(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil(content)
    lengthen(content)

    assert run(content) == 1
    assert capsys.readouterr().out.splitlines()[-1].startswith("1 error, 1 warning in content/ (")


def test_programs_get_json(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(content)

    assert run(content, "json") == 1
    assert json.loads(capsys.readouterr().out) == {
        "problems": [
            {
                "file": "story.yaml",
                "line": 52,
                "column": 14,
                "where": "lessons[sleep].places[1]",
                "message": 'there is no place "nairm"',
                "hint": 'did you mean "nairn"?',
                "severity": "error",
            }
        ]
    }


def test_json_without_problems() -> None:
    assert json.loads(as_json([])) == {"problems": []}


@pytest.mark.parametrize(
    ("line", "column", "shown"),
    [
        ("铁路: x", 5, ("     1 | 铁路: x", "       |       ^")),
        ("a\tb", 3, ("     1 | a b", "       |   ^")),
        ("é\u0301: x", 5, ("     1 | é\u0301: x", "       |    ^")),
        ("a" * 300 + "!", 301, ("     1 | " + "a" * 10 + "!", "       | " + " " * 10 + "^")),
        ("a" * 300, 1, ("     1 | " + "a" * 20, "       | ^")),
        ("路" * 300, 150, ("     1 | " + "路" * 10, "       | " + " " * 10 + "^")),
        ("a", 9, ("     1 | a", "       |  ^")),
        ("   ", 1, ()),
    ],
)
def test_the_caret_stands_below_the_column(line: str, column: int, shown: tuple[str, ...]) -> None:
    assert excerpt(Problem("a.yaml", 1, column, "", "m"), [line], 29) == shown


def test_a_line_that_is_not_there_is_not_shown() -> None:
    assert excerpt(Problem("a.yaml", 2, 1, "", "m"), ["a"], 80) == ()


@pytest.mark.usefixtures("colours")
def test_no_line_is_shown_of_a_file_outside_the_folder(content: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text("secret: 1\n", "utf-8")
    (content / "a.yaml").symlink_to(tmp_path / "secret.yaml")

    text = shown(content)

    assert "is a link that leads out of the content folder" in text
    assert "secret" not in text
