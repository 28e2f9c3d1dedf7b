"""Words of the interface: an exhibit's own over the kiosk's, the first language's, English."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kiosk.exhibit.model import Exhibit
from kiosk.machine import folders
from kiosk.telling.wordbook import USUAL, amiss, chain_of, lacking, shipped, words
from kiosk.telling.words import Phrases

FOLDER = folders.resources() / "words"


def with_words(exhibit: Exhibit, languages: tuple[str, ...], **own: Any) -> Exhibit:
    title = exhibit.exhibit.model_copy(update={"languages": languages})
    return exhibit.model_copy(update={"exhibit": title, "words": own})


@pytest.mark.parametrize(
    ("language", "languages", "chain"),
    [
        ("de", ("de",), ["en", "de"]),
        ("de", ("fr", "de"), ["en", "fr", "de"]),
        ("en", ("fr", "en"), ["fr", "en"]),
        ("de-AT", ("zh-Hant", "de-AT"), ["en", "zh", "zh-Hant", "de", "de-AT"]),
    ],
)
def test_what_lacks_is_said_in_the_first_language_then_in_english(
    small: Exhibit, language: str, languages: tuple[str, ...], chain: list[str]
) -> None:
    assert chain_of(language, with_words(small, languages)) == chain


def test_own_words_go_before_the_kiosks_and_each_lacking_one_is_of_the_first_language(
    small: Exhibit,
) -> None:
    exhibit = with_words(small, ("fr", "de"), de={"home": "Anfang"}, fr={"menu": "Carte"})
    said = words(FOLDER, "de", exhibit)
    assert (said["home"], said["menu"], said["close"]) == ("Anfang", "Carte", "Fermer")


def test_a_word_that_could_not_be_said_is_not_taken(small: Exhibit) -> None:
    exhibit = with_words(small, ("en",), en={"page_of": "{0} of {2}", "home": "Top"})
    phrases = Phrases(FOLDER, "en", exhibit)
    assert (phrases.say("page_of", 1, 2), phrases.say("home")) == ("1 of 2", "Top")


def test_a_language_without_its_own_name_has_the_one_that_its_speakers_know(
    small: Exhibit,
) -> None:
    exhibit = with_words(small, ("en", "de"))
    assert Phrases(FOLDER, "de", exhibit).say("language_name") == "Deutsch"


def test_what_lacks_counts_own_words_and_leaves_out_forms(small: Exhibit) -> None:
    usual = shipped(FOLDER, USUAL)
    own = {key: word for key, word in usual.items() if key != "home" and not key.endswith("_one")}
    assert lacking(FOLDER, "de", with_words(small, ("de",), de=own)) == ["home"]
    assert lacking(FOLDER, "fr", with_words(small, ("fr",))) == []


@pytest.mark.parametrize(
    ("key", "word", "said"),
    [
        ("home", "Anfang", ""),
        ("page_of", "{0} von {1}", ""),
        ("page_of", "von {1} {0}", ""),
        ("more_sources_few", "ein paar", ""),
        ("staff_turned", "dreh: {{rotation: {0}}}", ""),
        ("mneu", "Menü", "is no word of the interface"),
        ("home", "Zu {1}", "holds {1} where the interface has nothing set in"),
        ("kilometres", "{1} km", "holds {1} where the interface has {0}"),
        ("page_of", "{0}", "lacks {1}, which the interface sets in"),
        ("home", "a { b", "holds a brace that is not closed"),
        ("home", ["a"], "stands where a text is expected"),
        ("compass", ["N"], "stands where a list of 8 texts is expected"),
        ("plurals", "n = 1", "stands where a rule for each form is expected"),
        ("plurals", {"few": "n = 2..4 or n % 10 = 5"}, ""),
        (
            "plurals",
            {"two": "n is 2"},
            "'n is 2' is no condition of a plural, such as n % 100 = 3..10",
        ),
        (
            "plurals",
            {"dual": "n = 2"},
            "has a form 'dual', and there are zero, one, two, few, many",
        ),
        (
            "said_as",
            {"(": "x"},
            "'(' is no regular expression: missing ), unterminated subpattern at position 0",
        ),
    ],
)
def test_a_word_that_cannot_be_said_has_its_reason(key: str, word: object, said: str) -> None:
    assert amiss(key, word, shipped(FOLDER, USUAL)) == said


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.yaml")), ids=lambda file: file.stem)
def test_all_words_of_the_kiosk_can_be_said(file: Path) -> None:
    usual = shipped(FOLDER, USUAL)
    faults = {key: amiss(key, word, usual) for key, word in shipped(FOLDER, file.stem).items()}
    assert {key: fault for key, fault in faults.items() if fault} == {}
