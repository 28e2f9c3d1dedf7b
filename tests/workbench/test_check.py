"""`kiosk check` for people and for programs."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from kiosk.exhibit.problem import Problem
from kiosk.workbench.check import as_json, as_text, check, run

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


def test_an_error_is_shown_with_its_line(content: Path) -> None:
    spoil(content)

    assert as_text(check(content), content, 0.21) == "\n".join(
        [
            'story.yaml:52:14: lessons[sleep].places[1]: there is no place "nairm" '
            '(did you mean "nairn"?)',
            "    52 |     places: [nairm]",
            "       |              ^",
            "1 problem in content/ (0.2 s)",
        ]
    )


def test_a_warning_alone_lets_the_check_pass(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lengthen(content)

    assert run(content) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("exhibit.yaml:63:11: warning: attract[2].line: a line of 14 words")
    assert lines[-1].startswith("No problems, 1 warning in content/ (")


def test_errors_and_warnings_are_counted_apart(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil(content)
    lengthen(content)

    assert run(content) == 1
    assert capsys.readouterr().out.splitlines()[-1].startswith("1 problem, 1 warning in content/ (")


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


def test_the_caret_stands_below_wide_characters_and_within_long_lines(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("铁路: x\n" + "a" * 300 + "!\n", "utf-8")
    wide, long = Problem("a.yaml", 1, 5, "", "m"), Problem("a.yaml", 2, 301, "", "m")

    lines = as_text([wide, long], tmp_path, 0).splitlines()

    assert lines[1:3] == ["     1 | 铁路: x", "       |       ^"]
    assert lines[4].index("!") == lines[5].index("^")


def test_no_line_is_shown_of_a_file_outside_the_folder(content: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text("secret: 1\n", "utf-8")
    (content / "a.yaml").symlink_to(tmp_path / "secret.yaml")

    text = as_text(check(content), content, 0)

    assert text == (
        "a.yaml:1:1: is a link that leads out of the content folder\n1 problem in content/ (0.0 s)"
    )
