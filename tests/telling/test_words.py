"""The interface words: each one used is there in every language, each one there is used."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from kiosk.desk.report import COUNTED_EACH, OTHERS
from kiosk.exhibit.dating import Part, Season
from kiosk.exhibit.kinds import EXPLAINED
from kiosk.exhibit.model import (
    ENDED,
    AreaKind,
    Arm,
    Certainty,
    Echelon,
    OtherCalendar,
    Shape,
    State,
)
from kiosk.machine import folders
from kiosk.map.river.bands import Deed
from kiosk.map.signs.legend import SURENESS, Group
from kiosk.map.signs.strokes import SIGNS, TICKS
from kiosk.publish.paper.handout import PARTS
from kiosk.speech.reached import HINTED, UNNAMED, Kind
from kiosk.stage.atlas import OVERLAYS
from kiosk.telling.outline.figures import COUNTED as COUNTED_BY_VOICES
from kiosk.telling.units import LENGTHS, Unit
from kiosk.telling.wordbook import form_of
from kiosk.telling.words import Phrases, every_language
from kiosk.visit.navigation import COUNTED

ROOT = Path(__file__).parents[2]
FOLDER = folders.resources() / "words"
CODES = sorted(file.stem for file in FOLDER.glob("*.yaml"))
CODE = [file for file in (ROOT / "kiosk").rglob("*") if file.suffix in (".py", ".qml")]
CODE += [file for part in ("web", "report") for file in (folders.resources() / part).glob("*.html")]


def told(code: str) -> dict[str, Any]:
    words: dict[str, Any] = yaml.load((FOLDER / f"{code}.yaml").read_bytes(), yaml.BaseLoader)
    return words


def used() -> set[str]:
    """Keys that the code names, and those that it puts together."""
    keys = {f"state_{state}" for state in State} | {f"certainty_{how}" for how in Certainty}
    keys |= {f"{word}_{echelon}" for word in ("echelon", "count") for echelon in Echelon}
    keys |= {f"shape_{shape}" for shape in Shape}
    signs = (*ENDED, State.CHANGED_SIDES, *SURENESS, "chosen", "square")
    marks = ("attack", "retreat", "besiegers", "past", "ring", *AreaKind, *SIGNS, *TICKS)
    explained = {f"legend_{sign}" for sign in (*signs, *marks)} | {f"arm_{arm}" for arm in Arm}
    keys |= explained | {f"{word}_text" for word in explained} | {"legend_march", "legend_night"}
    keys |= {f"area_{kind}" for kind in AreaKind}
    keys |= {f"river_{deed}" for deed in (*Deed, "set_out")}
    keys |= {f"key_{group}" for group in Group}
    keys |= {f"layer_{layer}" for layer in OVERLAYS}
    keys |= {f"{word}_count" for word in COUNTED.values()} - {"phase_count"}
    keys |= {f"tab_{screen}" for screen in COUNTED} - {"tab_phases"}
    keys |= {"who_says", "against", "large_unit", *COUNTED_BY_VOICES, *EXPLAINED}
    keys |= {f"hint_{kind}" for kind in HINTED} | {f"kind_{kind}" for kind in {*Kind} - UNNAMED}
    keys |= {f"figures_{kind}" for kind in COUNTED_BY_VOICES}
    keys |= {"north", "south", "west", "east", "compass"}
    keys |= {word for _, word in PARTS} | {"plurals"}
    keys |= {f"{style}_{how}" for style in STYLES for how in ("day", "same", "apart", "years")}
    keys |= {"ruler_day", "month", "year", "answered", "unanswered"}
    keys |= {f"legend_march_{unit}" for unit in Unit if LENGTHS[unit] > LENGTHS[Unit.DAY]}
    keys |= {f"calendar_{calendar}" for calendar in OtherCalendar}
    keys |= {f"part_{part}" for part in Part} | {f"season_{season}" for season in Season}
    keys |= {f"{unit}_{way}" for unit in Unit for way in ("back", "on")}
    keys |= {f"what_happened_{unit}" for unit in {*Unit} - {Unit.DAY}}
    keys |= {f"{unit}{year}" for unit in ("whole_month", "oclock") for year in ("", "_years")}
    keys |= {f"report_{table.replace(' ', '_')}" for table in (*OTHERS, *COUNTED_EACH)}
    for file in CODE:
        text = file.read_text("utf-8")
        keys |= set(re.findall(r"\bsay\(\s*[\"']([a-z_]+)[\"']", text))
        named = r"\b(?:phrases\.words\.|words\.(?=staff|report))([a-z_]+)\b"
        keys |= set(re.findall(named, text)) | set(re.findall(r"\bwords\[\"([a-z_]+)\"\]", text))
        keys |= set(re.findall(r"\bmoment\([^()]*[\"']([a-z_]+)[\"']", text))
        if ".moment(" in text:
            keys |= set(re.findall(r"[\"']((?:day|hour)(?:_years)?)[\"']", text))
    return keys


STYLES = ("range", "spelt")
"""The styles in which days are said."""

COUNTING = ("still_there_why", "more_sources", "formation_count")
"""The words that count things by name."""


def forms(code: str) -> set[str]:
    """The keys of the plural forms that a language has of words that count things."""
    return {f"{word}_{form}" for word in COUNTING for form in told(code)["plurals"]}


def test_there_are_words_in_more_than_one_language() -> None:
    assert len(CODES) >= 2


@pytest.mark.parametrize("code", CODES)
def test_every_word_that_is_used_is_there(code: str) -> None:
    assert (used() | forms(code)) - set(told(code)) == set()


@pytest.mark.parametrize("code", CODES)
def test_every_word_that_is_there_is_used(code: str) -> None:
    assert set(told(code)) - used() - forms(code) == set()


@pytest.mark.parametrize("code", CODES)
def test_no_word_is_empty(code: str) -> None:
    assert [key for key, word in told(code).items() if not word and key != "plurals"] == []


@pytest.mark.parametrize("code", CODES)
def test_what_is_set_in_is_the_same_in_every_language(code: str) -> None:
    def slots(words: dict[str, Any]) -> dict[str, list[str]]:
        return {key: sorted(re.findall(r"{\d}", str(words[key]))) for key in used()}

    assert slots(told(code)) == slots(told(CODES[0]))


NUMBERED = r"\{0\} (?:is|are|was|were|has|have|does|do|closes?|stands?|leaves?|comes?)\b"


def test_in_english_no_verb_hangs_on_the_number_of_a_name() -> None:
    """A side is the Communist Party, or the Invaders."""
    words = Phrases(FOLDER, "en").words.items()
    assert [key for key, word in words if re.match(NUMBERED, str(word))] == []


def test_every_language_is_found() -> None:
    assert [phrases.language for phrases in every_language(FOLDER)] == CODES


def test_a_language_without_a_file_is_spoken_to_in_the_usual_one() -> None:
    assert Phrases(FOLDER, "xx").say("home") == Phrases(FOLDER, "en").say("home")
    assert Phrases(FOLDER, "zh-Hans").say("home") == Phrases(FOLDER, "zh").say("home")


@pytest.mark.parametrize(
    ("starts", "ends", "style", "said"),
    [
        ("1945-10-14", "1945-10-20", "range", "14–19 October 1945"),
        ("1912-10-08", "1913-06-01", "range", "8 October 1912 – 31 May 1913"),
        ("1912-10-08", "1913-06-01", "spelt", "8 Oct 1912 – 31 May 1913"),
        ("1788-09-10", "1788-12-01", "spelt", "10 Sep – 30 Nov"),
        ("1912-10-08", "1913-10-09", "range", "8 October 1912 – 8 October 1913"),
        ("1945-10-31", "1945-11-03", "spelt", "31 Oct – 2 Nov"),
        ("1945-10-31", "1945-11-03", "range", "31 October – 2 November 1945"),
        ("1945-10-14", "1945-10-20", "spelt", "14–19 Oct"),
        ("1945-10-31", "1945-11-03 12:00", "spelt", "31 Oct – 3 Nov"),
        ("1945-10-14 06:00", "1945-10-15", "range", "14 October 1945"),
        ("1945-10-14 06:00", "1945-10-14 18:00", "spelt", "14 Oct"),
    ],
)
def test_days_are_written_as_people_do(starts: str, ends: str, style: str, said: str) -> None:
    phrases = Phrases(FOLDER, "en")
    moments = (dt.datetime.fromisoformat(starts), dt.datetime.fromisoformat(ends))
    assert phrases.days(*moments, style) == said


@pytest.mark.parametrize(
    ("starts", "ends", "said"),
    [
        ("1945-10-28", "1945-10-31", ["1945年10月28日—30日", "10月28日—30日"]),
        ("1945-10-31", "1945-11-03", ["1945年10月31日—11月2日", "10月31日—11月2日"]),
        ("1788-09-10", "1788-12-01", ["1788年9月10日—11月30日", "9月10日—11月30日"]),
        ("1912-10-08", "1913-06-01", ["1912年10月8日—1913年5月31日"] * 2),
    ],
)  # fmt: skip
def test_days_in_chinese_have_one_dash_and_end_in_their_unit(
    starts: str, ends: str, said: list[str]
) -> None:
    phrases = Phrases(FOLDER, "zh")
    moments = (dt.datetime.fromisoformat(starts), dt.datetime.fromisoformat(ends))
    assert [phrases.days(*moments, style) for style in STYLES] == said


@pytest.mark.parametrize("code", CODES)
def test_all_ranges_of_a_language_have_one_dash(code: str) -> None:
    ranges = [
        word
        for key, word in told(code).items()
        if key.endswith(("_same", "_apart", "_years")) and isinstance(word, list)
    ]
    dashes = {dash.strip() for _, dash, _ in ranges}
    assert len(dashes) == 1


@pytest.mark.parametrize(
    ("code", "value", "said"),
    [
        ("en", 7, "7"),
        ("en", 7500, "7,500"),
        ("en", 0.5, "0.5"),
        ("en", 12.0, "12"),
        ("en", 1.25, "1.3"),
        ("en", 40000, "40,000"),
        ("en", 1_500_000, "1.5 million"),
        ("zh", 4708, "4,708"),
        ("zh", 40000, "4万"),
        ("zh", 145000, "14.5万"),
        ("zh", 12345, "12,345"),
    ],
)
def test_numbers_are_grouped(code: str, value: float, said: str) -> None:
    assert Phrases(FOLDER, code).number(value) == said


@pytest.mark.parametrize(
    ("code", "seconds", "said"),
    [
        ("en", 2, "The exhibit returns to the start in 2 seconds."),
        ("en", 1, "The exhibit returns to the start in 1 second."),
        ("zh", 1, "1秒后将返回首页。"),
    ],
)
def test_one_second_is_no_seconds(code: str, seconds: int, said: str) -> None:
    assert Phrases(FOLDER, code).say("still_there_why", seconds) == said


ARABIC = {
    "zero": "n = 0",
    "one": "n = 1",
    "two": "n = 2",
    "few": "n % 100 = 3..10",
    "many": "n % 100 = 11..99",
}
POLISH = {
    "one": "n = 1",
    "few": "n % 10 = 2..4 and n % 100 != 12..14",
    "many": "n != 1 and n % 10 = 0..1 or n % 10 = 5..9 or n % 100 = 12..14",
}


@pytest.mark.parametrize(
    ("plurals", "counts", "forms"),
    [
        ({}, (0, 1, 2), ["other"] * 3),
        (ARABIC, (0, 1, 2, 3, 110), ["zero", "one", "two", "few", "few"]),
        (ARABIC, (11, 99, 100, 102), ["many", "many", "other", "other"]),
        (POLISH, (1, 2, 12, 22, 5, 21, 100), ["one", "few", "many", "few", "many", "many", "many"]),
        ({"one": "n = 1,5"}, (1, 4, 5), ["one", "other", "one"]),
    ],
)
def test_a_count_has_the_form_of_its_language(
    plurals: dict[str, str], counts: tuple[int, ...], forms: list[str]
) -> None:
    assert [form_of(count, plurals) for count in counts] == forms


def test_a_rule_that_cannot_be_read_says_so() -> None:
    with pytest.raises(ValueError, match=r"^'n is 1' is no condition of a plural, such as"):
        form_of(1, {"one": "n is 1"})


def test_a_word_has_no_forms_of_another_language(tmp_path: Path) -> None:
    (tmp_path / "en.yaml").write_text(
        "{plurals: {one: n = 1}, stone: '{0} stones', stone_one: one stone, tree_one: one tree}"
    )
    for code in ("aa", "zz"):  # English completes a language before it, too
        (tmp_path / f"{code}.yaml").write_text("{stone: '{0} wer'}")
        assert Phrases(tmp_path, code).say("stone", 1) == "1 wer"
        assert Phrases(tmp_path, code).words["tree_one"] == "one tree"
    assert Phrases(tmp_path, "en").say("stone", 1) == "one stone"


@pytest.mark.parametrize(
    ("code", "direction", "year", "large"),
    [
        ("en", "ltr", "1945", "1.5 million"),
        ("zh", "ltr", "1945", "150万"),
        ("ar", "rtl", "١٩٤٥", None),
    ],
)
def test_numbers_and_writing_are_of_the_language(
    code: str, direction: str, year: str, large: str | None
) -> None:
    phrases = Phrases(FOLDER, code)
    assert phrases.direction == direction
    assert phrases.say("rests_on_it", 1945).endswith(year)
    assert large is None or phrases.number(1_500_000) == large
