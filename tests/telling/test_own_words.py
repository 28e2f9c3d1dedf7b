"""An exhibit's own words of the interface: what check says of them, and the file to fill in."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from kiosk.authoring import new
from kiosk.exhibit.reader import read_exhibit
from kiosk.workbench.check import check
from kiosk.workbench.wordsets import NotWritten, write
from tests.lasting import thirty_years
from tests.meeting import SMALL, read


@pytest.fixture
def german(tmp_path: Path) -> Path:
    """The small exhibit in German, which has no words of the interface."""
    folder = tmp_path / "inverness"
    shutil.copytree(SMALL, folder)
    title = folder / "exhibit.yaml"
    title.write_text(title.read_text("utf-8").replace("languages: [en]", "languages: [de]"))
    return folder


def said(folder: Path) -> list[str]:
    return [str(problem).replace(str(folder), "DIR") for problem in check(folder)]


def wrote(folder: Path, text: str, code: str = "de") -> list[str]:
    (folder / "words").mkdir(exist_ok=True)
    (folder / "words" / f"{code}.yaml").write_text(text, "utf-8")
    return [line for line in said(folder) if line.startswith("words/")]


def test_a_language_without_words_is_told_with_the_cure(german: Path) -> None:
    (line,) = said(german)
    assert line == (
        'exhibit.yaml:8:15: warning: exhibit.languages[1]: the interface has no words in "de"; '
        'those in "en" are shown ("kiosk new --words de DIR" writes words/de.yaml to fill in)'
    )


def test_the_file_to_fill_in_holds_every_word_and_what_it_says(german: Path) -> None:
    outcome = CliRunner().invoke(new, ["--words", "de", str(german)], standalone_mode=False)
    assert outcome.return_value == 0
    text = (german / "words" / "de.yaml").read_text("utf-8")
    assert "\nhome:  # Home\n" in text
    assert '\nplurals:  # {"one": "n = 1"}\n' in text
    assert "\nday_years:" not in text  # dates are written as the language writes them
    assert "\nkilometres:  # {0} km\n" in text
    assert len(said(german)) == 1  # a file to fill in is no words


def test_what_is_filled_in_stays_and_what_lacks_is_named(german: Path) -> None:
    file, every = write(german, "de", read(german))
    filled = file.read_text("utf-8").replace("\nhome:  #", "\nhome: Anfang  #")
    file.write_text(filled, "utf-8")
    exhibit = read_exhibit(german).exhibit
    assert exhibit is not None
    assert exhibit.words == {"de": {"home": "Anfang"}}
    (line,) = said(german)
    assert (
        "the interface lacks line_height, plurals, language_name, touch_to_begin, menu, … " in line
    )
    again, lacking = write(german, "de", exhibit)
    assert lacking == every - 1
    assert again.read_text("utf-8").count("\nhome: Anfang  #") == 1


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (
            "mneu: Menü",
            'words/de.yaml:1:7: words.de.mneu: is no word of the interface (did you mean "menu"?)',
        ),
        (
            'kilometres: "{1} km"',
            "words/de.yaml:1:13: words.de.kilometres: holds {1} where the interface has {0}",
        ),
        (
            "[a, b]",
            "words/de.yaml:1:1: does not begin with a key (such as places:)",
        ),
        (
            "home: A\nhome: B",
            "words/de.yaml:2:1: words.de.home: is here a second time (first at words/de.yaml:1:1)",
        ),
    ],
)
def test_a_word_that_cannot_be_said_is_named_with_its_line(
    german: Path, line: str, found: str
) -> None:
    assert wrote(german, line) == [found]


def test_words_in_no_language_of_the_exhibit_are_named(german: Path) -> None:
    (line,) = wrote(german, "home: X", "fr")
    assert line == (
        'words/fr.yaml:1:1: warning: words.fr: "fr" is not a language of the exhibit '
        "(the exhibit has de)"
    )


def test_words_stand_in_files_of_their_own(german: Path) -> None:
    (german / "more.yaml").write_text("words: {de: {home: X}}")
    assert said(german) == [
        "more.yaml:1:1: words: is not a key here "
        "(words of the interface stand in words/en.yaml, a file a language)"
    ]


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("German", r'^"German" is not a language code such as en or zh$'),
        ("fr", r'^no word of the interface is lacking in "fr"$'),
    ],
)
def test_nothing_is_written_without_need(german: Path, code: str, reason: str) -> None:
    with pytest.raises(NotWritten, match=reason):
        write(german, code, read(german))


def test_a_letter_without_a_glyph_is_named_once_with_the_cure(german: Path) -> None:
    story = german / "story.yaml"
    text = story.read_text("utf-8")
    assert text.count("Nairn") > 1
    story.write_text(text.replace("Nairn", "Nairn\U00010cc0\u200b"), "utf-8")
    found = [line for line in said(german) if "glyph" in line]
    assert len(found) == 1
    assert "\U00010cc0 (U+10CC0, old hungarian small letter a) has no glyph in any font" in found[0]
    assert (
        "(write another letter, or add a font that has it, as resources/README.md says)" in found[0]
    )


@pytest.mark.parametrize(
    ("beside", "line"),
    [
        ("{en: hijri}", []),
        (
            "{en: islamic}",
            ['exhibit.beside.en: "islamic" is not one of hijri, persian, lunar'],
        ),
        (
            "{ar: hijri}",
            ['exhibit.beside.ar: "ar" is not a language of the exhibit (the exhibit has en)'],
        ),
    ],
)
def test_a_second_calendar_is_of_a_language(tmp_path: Path, beside: str, line: list[str]) -> None:
    assert said(asking(tmp_path, SMALL, beside)) == [f"exhibit.yaml:8:16: {one}" for one in line]


def test_a_calendar_that_begins_after_the_end_is_told(tmp_path: Path) -> None:
    lines = said(asking(tmp_path, SMALL.parent / "ancient", "{en: persian}"))
    where = "exhibit.yaml:10:16: warning: exhibit.beside.en: "
    assert lines == [f'{where}"persian" begins after the end of the exhibit']


def test_no_day_is_told_in_a_second_calendar_where_none_is_known(tmp_path: Path) -> None:
    lines = said(asking(tmp_path, thirty_years(tmp_path / "made"), "{en: hijri}"))
    message = "nothing in the exhibit is known to a day, so none is told in another calendar"
    assert [line.split(": ", 3)[-1] for line in lines if "beside" in line] == [message]


def asking(tmp_path: Path, exhibit: Path, beside: str) -> Path:
    """A copy of an exhibit that asks for a second calendar."""
    folder = tmp_path / "asking"
    shutil.copytree(exhibit, folder)
    title = folder / "exhibit.yaml"
    text = title.read_text("utf-8")
    if text.startswith("{"):
        text = text.replace('"id"', f'"beside": {beside}, "id"', 1)
    else:
        text = text.replace("  languages:", f"  beside: {beside}\n  languages:", 1)
    title.write_text(text, "utf-8")
    return folder
