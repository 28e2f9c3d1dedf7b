"""How an exhibit's figures are said in each language."""

from __future__ import annotations

import pytest

from kiosk.exhibit.model import Exhibit, Figure
from kiosk.machine.folders import resources
from kiosk.telling.locale import Locale, Teller
from kiosk.telling.words import Phrases

Ends = tuple[int, int | None, bool]


def figure(low: int, high: int | None, open_ended: bool, what: str = "") -> Figure:
    told = {"who": "a diary", "low": low, "high": high, "open_ended": open_ended}
    return Figure.model_validate(told | ({"what": what} if what else {}))


@pytest.mark.parametrize(
    ("ends", "english", "chinese"),
    [
        ([(4708, None, False)], "4,708", "4,708人"),
        ([(40000, None, True)], "more than 40,000", "4万余人"),
        ([(10000, 13000, False)], "10,000 to 13,000", "1万至1.3万人"),
        ([(4000, None, True), (4708, None, False)], "4,000 to 4,708", "4,000至4,708人"),
        ([(40000, None, True), (30000, None, True)], "30,000 to more than 40,000",
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
    assert teller.link("第3个师于24日到达") == "第\u20603\u2060个师于24\u2060日到达"
    assert teller.link("On 24 October 3 came") == "On 24 October 3 came"


def test_a_locale_tells_of_each_change_when_its_teller_speaks(exhibit: Exhibit) -> None:
    locale = Locale(exhibit, resources() / "words")
    told = [(locale.teller.language, locale.teller.second_language)]

    def note() -> None:
        told.append((locale.teller.language, locale.teller.second_language))

    locale.changed.connect(note)
    locale.speak("zh")
    assert told == [("en", "zh"), ("zh", "en")]
