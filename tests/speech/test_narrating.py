"""Narration made ahead, with a program that writes what it is given in place of a narrator."""

from __future__ import annotations

import json
import shlex
import sys
from pathlib import Path

import pytest

from kiosk import cli
from kiosk.exhibit.model import Exhibit
from kiosk.machine import folders
from kiosk.machine.settings import Settings, Speech
from kiosk.speech import narrating
from kiosk.speech.breaths import Breath, Speller
from kiosk.speech.narrating import Line, lines_of, narrate
from kiosk.speech.narrators import Narrator, Pronunciation, narrator_of
from kiosk.speech.voicings import INDEX, Voicings
from kiosk.telling.words import Phrases
from tests.meeting import SMALL

WORDS = folders.resources() / "words"
WRITES = "sh -c 'cat > {file}'"


@pytest.fixture(autouse=True)
def unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(narrating, "packs", lambda: False)


def lines(*texts: str, command: str = WRITES) -> list[Line]:
    narrator = Narrator("en", command)
    return [Line(Breath("en", text), narrator, text, f"en/{n}.wav") for n, text in enumerate(texts)]


def test_each_text_is_said_once_and_found_by_what_it_says(tmp_path: Path) -> None:
    done = narrate(lines("Forces.", "Who fought?"), tmp_path, 2)
    assert (done.texts, done.made, done.failures) == (2, 2, ())
    assert json.loads((tmp_path / INDEX).read_text("utf-8")) == {
        "en": {"forces": "en/0.wav", "who fought?": "en/1.wav"}
    }
    assert (tmp_path / "en" / "1.wav").read_text() == "Who fought?"
    voicings = Voicings(tmp_path)
    assert voicings.offers()
    voicings.open()
    (sentence,) = Speller(Phrases(WORDS, "en"), []).sentences("Forces")
    assert voicings.files(sentence) == [tmp_path / "en/0.wav"]


def test_a_second_run_makes_what_is_new_and_removes_what_is_old(tmp_path: Path) -> None:
    narrate(lines("One.", "Two."), tmp_path, 1)
    first = (tmp_path / "en/0.wav").stat().st_mtime_ns
    told: list[int] = []
    done = narrate(lines("One."), tmp_path, 1, lambda: told.append(1))
    assert (done.texts, done.made, len(told)) == (1, 0, 1)
    assert (tmp_path / "en/0.wav").stat().st_mtime_ns == first
    assert not (tmp_path / "en/1.wav").exists()


@pytest.mark.parametrize(
    ("program", "why"),
    [
        (f"{shlex.quote(sys.executable)} -c ''", "wrote nothing"),
        (f"{shlex.quote(sys.executable)} -c 'import sys; sys.exit(\"no voice\")'", "no voice"),
        ("/no/such/program", "No such file"),
    ],
)
def test_what_is_not_said_is_told_and_the_rest_goes_on(
    tmp_path: Path, program: str, why: str
) -> None:
    done = narrate([*lines("One.", command=program), *lines("x", "Two.")[1:]], tmp_path, 1)
    assert done.texts == 1
    assert len(done.failures) == 1
    assert done.failures[0].startswith("One.: ")
    assert why in done.failures[0]


def test_a_sentence_without_a_file_is_put_together_from_the_longest_parts(tmp_path: Path) -> None:
    narrate(lines("24 October", "The line breaks, at last.", "near Cuiqu"), tmp_path, 1)
    voicings = Voicings(tmp_path)
    voicings.open()
    (sentence,) = Speller(Phrases(WORDS, "en"), []).sentences(
        "24 October: The line breaks, at last, near Cuiqu, never said"
    )
    assert voicings.files(sentence) == [
        *(tmp_path / f"en/{n}.wav" for n in range(3)),
        None,
    ]


def test_texts_that_are_read_alike_share_a_file(tmp_path: Path) -> None:
    narrator = Narrator("zh", WRITES)
    alike = [
        Line(Breath("zh", text), narrator, "四千人", "zh/0.wav") for text in ("4,000人", "4千人")
    ]
    done = narrate(alike, tmp_path, 1)
    assert (done.texts, done.made) == (2, 1)


def test_without_an_index_all_is_missing(tmp_path: Path) -> None:
    voicings = Voicings(tmp_path)
    voicings.open()
    assert not voicings.offers()
    (sentence,) = Speller(Phrases(WORDS, "en"), []).sentences("Forces")
    assert voicings.files(sentence) == [None]


def test_the_usual_narrators_and_those_of_the_settings() -> None:
    assert narrator_of(Settings(), "zh-Hans").command.startswith("espeak-ng -v cmn-latn-pinyin")
    assert narrator_of(Settings(), "fr").command == "espeak-ng -v fr -w {file} --stdin"
    mine = Settings(speech=Speech(narrators={"fr": "mine {file}"}))
    assert narrator_of(mine, "fr") == Narrator("fr", "mine {file}")
    assert Narrator("fr", "/no/such").lacking == "/no/such"


def test_names_are_given_as_they_sound(exhibit: Exhibit) -> None:
    chinese = Pronunciation(exhibit, Narrator("zh", "espeak-ng -v cmn-latn-pinyin"))
    assert chinese.said("高树勋率部").split() == ["gāo", "shùxūn", "shuài", "部"]
    assert Pronunciation(exhibit, Narrator("zh", "other")).said("高树勋率部") == "高树勋率部"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("陷入重围", "陷入 chóng wéi"),
        ("地方史料", "dì 方史料"),
        ("副司令长官", "副司令 zhǎng guān"),
        ("部队长于筑垒", "bù duì cháng yú 筑垒"),
    ],
)
def test_words_of_which_a_letter_has_several_sounds_are_given_in_pinyin(
    exhibit: Exhibit, written: str, said: str
) -> None:
    chinese = Pronunciation(exhibit, Narrator("zh", "espeak-ng -v cmn-latn-pinyin"))
    assert chinese.said(written).split() == said.split()
    assert Pronunciation(exhibit, Narrator("zh", "other")).said(written) == written


def test_numbers_are_given_in_words(exhibit: Exhibit) -> None:
    assert Pronunciation(exhibit, Narrator("zh", "other")).said("2支") == "两支"


def test_a_name_is_not_found_within_a_word(exhibit: Exhibit) -> None:
    english = Pronunciation(exhibit, Narrator("en", "other"))
    said = "Hahn-dahn’s walls; Handanese; Lee Dah"
    assert english.said("Handan’s walls; Handanese; Li Da") == said
    assert english.said("At Zhengzhou, Xi’an") == "At Jeng-joh, Shee-ahn"


def test_all_that_a_small_exhibit_says_is_a_line_each(small: Exhibit) -> None:
    found = lines_of(small, Settings(), WORDS)
    keys = [(line.breath.language, line.breath.key) for line in found]
    assert len(keys) == len(set(keys))
    said = {line.breath.key for line in found}
    for phase in small.phases:
        assert phase.title.in_("en").casefold() in said
    assert {"home", "1 of 4", "2 of 4", "4 pm", "switch"} <= said
    assert not [line.breath.text for line in found if "{" in line.breath.text]


def test_the_command_names_what_is_lacking(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = tmp_path / "settings.yaml"
    settings.write_text("speech: {narrators: {en: /no/such}}")
    assert cli.main(["narrate", str(SMALL), "--settings", str(settings)]) == 1
    assert "there is no /no/such on this machine; install it" in capsys.readouterr().err


@pytest.mark.parametrize(("program", "code"), [("sh -c 'cat > {file}'", 0), ("true {file}", 1)])
def test_the_command_says_what_it_has_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], program: str, code: int
) -> None:
    settings, out = tmp_path / "settings.yaml", tmp_path / "out"
    settings.write_text(json.dumps({"speech": {"narrators": {"en": program}}}))
    asked = ["narrate", str(SMALL), "--out", str(out), "--settings", str(settings)]
    assert cli.main(asked) == code
    said = capsys.readouterr()
    assert f"{out}: " in said.out
    assert ("wrote nothing" in said.err) is bool(code)
