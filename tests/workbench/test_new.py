"""`kiosk new`: what it writes is whole in every language, and it writes over nothing."""

from __future__ import annotations

import json
from pathlib import Path

import fastjsonschema
import pytest

from kiosk import cli
from kiosk.exhibit.reader import read_exhibit
from kiosk.machine import folders
from kiosk.workbench.new import make
from tests.workbench.test_schema import as_edited

EXAMPLE = folders.resources() / "new"


@pytest.mark.parametrize("languages", [("en",), ("zh",), ("en", "zh"), ("zh", "en"), ("fr", "no")])
def test_it_has_no_problems_in_any_language(tmp_path: Path, languages: tuple[str, ...]) -> None:
    """In a language that the example does not speak, each text waits to be translated."""
    folder = tmp_path / "north-ford"
    make(folder, languages)

    reading = read_exhibit(folder, thorough=True)
    coming = {problem.message for problem in reading.problems}
    assert {problem.severity for problem in reading.problems} <= {"warning"}
    assert coming == {
        f'begins with "({code})", so it is still to be translated'
        for code in set(languages) - {"en", "zh"}
    }
    assert reading.exhibit is not None
    title = reading.exhibit.exhibit
    assert (title.id, title.languages) == ("north-ford", languages)
    assert {title.title.in_(code) for code in languages} == {"North ford"}


def test_the_example_itself_has_no_problems() -> None:
    assert read_exhibit(EXAMPLE, thorough=True).problems == ()


def test_a_language_that_the_example_does_not_speak_is_marked(tmp_path: Path) -> None:
    make(tmp_path / "x", ("en", "fr"))
    exhibit = read_exhibit(tmp_path / "x").exhibit
    assert exhibit is not None
    assert exhibit.places[0].name.root == {"en": "Ashby", "fr": "(fr) Ashby"}


@pytest.mark.parametrize(
    ("name", "title", "said"),
    [
        ("x", "Two: rivers", ("x", "Two: rivers")),
        ("Waterloo_1815", None, ("waterloo-1815", "Waterloo 1815")),
        ("展览", None, ("exhibit", "展览")),
        ("-", None, ("exhibit", "New exhibit")),
    ],
)
def test_id_and_title_are_made_from_the_folder(
    tmp_path: Path, name: str, title: str | None, said: tuple[str, str]
) -> None:
    make(tmp_path / name, ("en",), title)
    exhibit = read_exhibit(tmp_path / name).exhibit
    assert exhibit is not None
    assert (exhibit.exhibit.id, exhibit.exhibit.title.in_("en")) == said


def test_comments_stay_and_texts_are_plain_in_one_language(tmp_path: Path) -> None:
    make(tmp_path / "x", ("en",))
    text = (tmp_path / "x" / "phases.yaml").read_text("utf-8")
    assert "    short: The march               # two words for the timeline\n" in text
    assert (
        "    text: >-\n"
        "      South force has to be across the Lark by noon. The high road leads straight to"
        " Larkford,\n"
    ) in text


def test_editors_find_the_schema_and_it_fits(tmp_path: Path) -> None:
    folder = tmp_path / "x"
    make(folder, ("en", "zh"))
    settings = json.loads((folder / ".vscode" / "settings.json").read_text("utf-8"))
    [(file, pattern)] = settings["yaml.schemas"].items()
    check = fastjsonschema.compile(json.loads((folder / file).read_text("utf-8")))
    files = list(folder.glob(pattern))
    assert len(files) == len(list(EXAMPLE.glob("*.yaml")))
    for path in files:
        check(as_edited(path.read_text("utf-8")))


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["full"], "full is not empty; name a new folder"),
        (["file"], "file is a file; name a new folder"),
        (["file/x"], "file/x: Not a directory"),
        (["x", "--languages", "english"], '"english" is not a language code such as en or zh'),
        (["x", "--languages", "en,en"], '"en" is here a second time'),
        (["x", "--languages", ""], '"" is not a language code such as en or zh'),
    ],
)
def test_what_it_refuses(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    sentence: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "kept.txt").write_text("kept")
    (tmp_path / "file").write_text("kept")

    assert cli.main(["new", *arguments]) == 1
    assert capsys.readouterr().err == f"kiosk: {sentence}\n"
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["file", "full", "kept.txt"]


def test_an_empty_folder_is_taken(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("My exhibit").mkdir()
    assert cli.main(["new", "My exhibit"]) == 0
    assert capsys.readouterr().out == (
        "My exhibit is an exhibit. To see it while you change it: kiosk preview 'My exhibit'\n"
    )
