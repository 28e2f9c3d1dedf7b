"""How an exhibit's figures are said in each language."""

from __future__ import annotations

import datetime as dt

import pytest

from kiosk.exhibit.marked import marks_of
from kiosk.exhibit.model import Exhibit, Figure, Words
from kiosk.machine.folders import resources
from kiosk.telling.locale import Locale, Teller
from kiosk.telling.words import Phrases
from tests.meeting import SMALL, read

Ends = tuple[int, int | None, bool]


def figure(low: int, high: int | None, open_ended: bool, what: str = "") -> Figure:
    told = {"who": "a diary", "low": low, "high": high, "open_ended": open_ended}
    return Figure.model_validate(told | ({"what": what} if what else {}))


@pytest.mark.parametrize(
    ("ends", "english", "chinese"),
    [
        ([(4708, None, False)], "4,708", "4,708人"),
        ([(40000, None, True)], "over 40,000", "4万余人"),
        ([(10000, 13000, False)], "10,000 to 13,000", "1万至1.3万人"),
        ([(4000, None, True), (4708, None, False)], "4,000 to 4,708", "4,000至4,708人"),
        ([(40000, None, True), (30000, None, True)], "30,000 to over 40,000",
         "3万至4万余人"),
        ([(10000, None, True), (10000, None, False)], "10,000", "1万人"),
        ([], "", ""),
    ],
)  # fmt: skip
def test_figures_make_one_range_open_where_the_highest_is(
    small: Exhibit, ends: list[Ends], english: str, chinese: str
) -> None:
    for language, expected in (("en", english), ("zh", chinese)):
        teller = Teller(small, Phrases(resources() / "words", language), None)
        assert teller.strength([figure(*end) for end in ends]) == expected


@pytest.mark.parametrize(
    ("written", "told"), [("He *won* it.", "He won it."), ("*Νίκη*·", "Νίκη\u0387")]
)
def test_a_text_is_told_with_its_marks_and_the_semicolon_of_greek(
    small: Exhibit, written: str, told: str
) -> None:
    words = Words.model_validate({"en": written})
    lead = Teller(small, Phrases(resources() / "words", "en"), None).lead(words)
    assert lead == told
    assert [mark.way for mark in marks_of(lead)] == ["emphasis"]


def test_a_voice_says_what_it_counts(small: Exhibit) -> None:
    counted = figure(60000, None, False, "regulars")
    for language, expected in (("en", "60,000 regulars — a diary"), ("zh", "6万regulars——a diary")):
        teller = Teller(small, Phrases(resources() / "words", language), None)
        assert teller.voice(counted) == expected


def test_a_remark_in_brackets_follows_the_people(small: Exhibit) -> None:
    counted = figure(40000, None, True, "（第一梯队）")
    teller = Teller(small, Phrases(resources() / "words", "zh"), None)
    assert teller.amount(counted) == "4万余人（第一梯队）"


def test_a_number_and_its_measure_word_stay_on_one_line(exhibit: Exhibit) -> None:
    teller = Teller(exhibit, Phrases(resources() / "words", "zh"), None)
    assert teller.link("第3个师于24日到达") == "第\u20603\u2060个师于24\u2060日到\u2060达"
    assert teller.link("On 24 October 3 came") == "On 24 October 3 came"
    assert teller.together("第3个师于24日到达") == "第\u20603\u2060个师于24\u2060日到\u2060达"
    assert (
        teller.together("率1.3万人，伤亡4000余人")
        == "率\u20601.3\u2060万\u2060人，伤\u2060亡4000\u2060余\u2060人"
    )


@pytest.mark.parametrize(
    ("language", "day", "hour"),
    [("en", "1 January 1789", "1 Jan 1789, 06:00"), ("zh", "1789年1月1日", "1789年1月1日 06:00")],
)
def test_a_day_has_its_year_where_the_exhibit_has_several(
    small: Exhibit, language: str, day: str, hour: str
) -> None:
    long, moment = read(SMALL.parent / "year-long"), dt.datetime(1789, 1, 1, 6)
    phrases = Phrases(resources() / "words", language)
    said = [Teller(long, phrases, None).moment(moment, hour=known) for known in (False, True)]
    assert said == [day, hour]
    for known in (False, True):
        assert "1789" not in Teller(small, phrases, None).moment(moment, hour=known)


@pytest.mark.parametrize(
    ("km", "said"),
    [(3.4, "within about 3 km"), (0.6, "within about 1 km"), (0.5, "within about 0.5 km"),
     (0.04, ""), (0.0, "")],
)  # fmt: skip
def test_half_a_kilometre_is_not_none(small: Exhibit, km: float, said: str) -> None:
    assert Teller(small, Phrases(resources() / "words", "en"), None).about(km) == said


def test_a_locale_tells_of_each_change_when_its_teller_speaks(exhibit: Exhibit) -> None:
    locale = Locale(exhibit, resources() / "words")
    told = [(locale.teller.language, locale.teller.second_language)]

    def note() -> None:
        told.append((locale.teller.language, locale.teller.second_language))

    locale.changed.connect(note)
    locale.speak("zh")
    assert told == [("en", "zh"), ("zh", "en")]


def test_a_total_has_the_unit_in_which_all_voices_count() -> None:
    for name, said in (("ocean", "40 ships"), ("three-sides", "400 to 500")):
        own = read(SMALL.parent / name)
        teller = Teller(own, Phrases(resources() / "words", "en"), None)
        assert teller.strength(own.sides[0].strength) == said
