"""The interface words: each one used is there in every language, each one there is used."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from kiosk import folders
from kiosk.exhibit.model import Certainty, Echelon, State
from kiosk.stage.stage import OVERLAYS
from kiosk.stage.words import Speech, every_language

ROOT = Path(__file__).parents[2]
FOLDER = folders.resources() / "words"
CODES = sorted(file.stem for file in FOLDER.glob("*.yaml"))
CODE = [file for file in (ROOT / "kiosk").rglob("*") if file.suffix in (".py", ".qml")]


def told(code: str) -> dict[str, Any]:
    words: dict[str, Any] = yaml.load((FOLDER / f"{code}.yaml").read_bytes(), yaml.BaseLoader)
    return words


def used() -> set[str]:
    """Keys that the code names, and those that it puts together."""
    keys = {f"state_{state}" for state in State} | {f"certainty_{how}" for how in Certainty}
    keys |= {f"echelon_{echelon}" for echelon in Echelon}
    keys |= {f"layer_{layer}" for layer in OVERLAYS}
    keys |= {f"{style}_{how}" for style in ("range", "short") for how in ("same", "apart")}
    for file in CODE:
        text = file.read_text("utf-8")
        keys |= set(re.findall(r"\bsay\(\s*[\"']([a-z_]+)[\"']", text))
        keys |= set(re.findall(r"\bwords\.([a-z_]+)\b(?! *import|\()", text))
        keys |= set(re.findall(r"\bmoment\([^()]*[\"']([a-z_]+)[\"']", text))
        if ".moment(" in text:
            keys |= set(re.findall(r"[\"'](day|hour)[\"']", text))
    return keys - {"root"}  # words.root is a record's, not the interface's


def test_there_are_words_in_more_than_one_language() -> None:
    assert len(CODES) >= 2


@pytest.mark.parametrize("code", CODES)
def test_every_word_that_is_used_is_there(code: str) -> None:
    assert used() - set(told(code)) == set()


@pytest.mark.parametrize("code", CODES)
def test_every_word_that_is_there_is_used(code: str) -> None:
    assert set(told(code)) - used() == set()


@pytest.mark.parametrize("code", CODES)
def test_no_word_is_empty(code: str) -> None:
    assert [key for key, word in told(code).items() if not word] == []


@pytest.mark.parametrize("code", CODES)
def test_what_is_set_in_is_the_same_in_every_language(code: str) -> None:
    def slots(words: dict[str, Any]) -> dict[str, list[str]]:
        return {key: sorted(re.findall(r"{\d}", str(word))) for key, word in words.items()}

    assert slots(told(code)) == slots(told(CODES[0]))


def test_every_language_is_found() -> None:
    assert [speech.language for speech in every_language(FOLDER)] == CODES


def test_a_language_without_a_file_is_spoken_to_in_the_usual_one() -> None:
    assert Speech(FOLDER, "xx").say("home") == Speech(FOLDER, "en").say("home")
    assert Speech(FOLDER, "zh-Hans").say("home") == Speech(FOLDER, "zh").say("home")


@pytest.mark.parametrize(
    ("starts", "ends", "style", "said"),
    [
        ("1945-10-14", "1945-10-20", "range", "14–19 October 1945"),
        ("1945-10-31", "1945-11-03", "range", "31 October – 2 November 1945"),
        ("1945-10-14", "1945-10-20", "short", "14–19"),
        ("1945-10-31", "1945-11-03 12:00", "short", "31–3 Nov"),
    ],
)
def test_days_are_written_as_people_do(starts: str, ends: str, style: str, said: str) -> None:
    speech = Speech(FOLDER, "en")
    moments = (dt.datetime.fromisoformat(starts), dt.datetime.fromisoformat(ends))
    assert speech.days(*moments, style) == said


@pytest.mark.parametrize(
    ("value", "said"), [(7, "7"), (7500, "7,500"), (0.5, "0.5"), (12.0, "12"), (1.25, "1.3")]
)
def test_numbers_are_grouped(value: float, said: str) -> None:
    assert Speech(FOLDER, "en").number(value) == said
