"""Dates in languages that the kiosk has no words of: as each writes them, by Unicode's CLDR."""

from __future__ import annotations

import pytest

from kiosk.exhibit.calendars import Reckoning
from kiosk.exhibit.reading.edtf import end_from, moment_from
from kiosk.machine.folders import resources
from kiosk.telling.words import Phrases

FOLDER = resources() / "words"


@pytest.mark.parametrize(
    ("language", "day", "short", "within", "across", "months"),
    [
        ("de", "7. Mai 1945", "7. Mai", "7.–9. Mai 1945",
         "30. April – 9. Mai 1945", "Mai – Juni 1945"),
        ("es", "7 de mayo de 1945", "7 may", "7–9 de mayo de 1945",
         "30 de abril – 9 de mayo de 1945", "mayo – junio de 1945"),
        ("pl", "7 maja 1945", "7 maj", "7–9 maja 1945",
         "30 kwietnia – 9 maja 1945", "maj – czerwiec 1945"),
        ("ru", "7 мая 1945\xa0г.", "7 мая", "7—9 мая 1945\xa0г.", "30 апреля — 9 мая 1945\xa0г.",
         "май — июнь 1945\xa0г."),
        ("el", "7 Μαΐου 1945", "7 Μαΐ", "7–9 Μαΐου 1945", "30 Απριλίου – 9 Μαΐου 1945",
         "Μάιος – Ιούνιος 1945"),
        ("hu", "1945. május 7.", "máj. 7.", "1945. május 7.–9.", "1945. április 30. – május 9.",
         "1945. május – június"),
        ("ja", "1945年5月7日", "5月7日", "1945年5月7日～9日",
         "1945年4月30日～5月9日", "1945年5月～6月"),
        ("ko", "1945년 5월 7일", "5월 7일", "1945년 5월 7일~9일",
         "1945년 4월 30일~5월 9일", "1945년 5월~6월"),
        ("he", "7 במאי 1945", "7 במאי", "7–9 במאי 1945",
         "30 באפריל – 9 במאי 1945", "מאי – יוני 1945"),
        ("en-US", "May 7, 1945", "May 7", "May 7–9, 1945",
         "April 30 – May 9, 1945", "May – June 1945"),
        ("fr", "7 mai 1945", "7 mai", "7–9 mai 1945", "30 avril – 9 mai 1945", "mai – juin 1945"),
    ],
)  # fmt: skip
def test_dates_are_written_as_the_language_does(
    language: str, day: str, short: str, within: str, across: str, months: str
) -> None:
    phrases = Phrases(FOLDER, language)
    first = moment_from("1945-05-07")
    assert [phrases.moment(first, key) for key in ("day_years", "date")] == [day, short]
    ends = [("1945-05-07", "1945-05-09"), ("1945-04-30", "1945-05-09"), ("1945-05", "1945-06")]
    told = [phrases.days(moment_from(starts), end_from(last)) for starts, last in ends]
    assert told == [within, across, months]


@pytest.mark.parametrize(
    ("language", "day", "years"),
    [
        ("en", "9 September 413 BC", "415 – 413 BC"),
        ("de", "9. September 413 v. Chr.", "415 – 413 v. Chr."),
        ("el", "9 Σεπτεμβρίου 413 π.Χ.", "415 – 413 π.Χ."),
        ("ru", "9 сентября 413 до н. э.", "415 — 413 до н. э."),
        ("tr", "9 Eylül MÖ 413", "MÖ 415 – 413"),
        ("ja", "紀元前413年9月9日", "紀元前415年～413年"),
    ],
)
def test_an_era_is_named_as_the_language_does_once(language: str, day: str, years: str) -> None:
    ancient = Reckoning(ancient=True)
    told = Phrases(FOLDER, language)
    told._reckoning = ancient
    assert told.moment(moment_from("-0412-09-09", ancient), "day_years") == day
    assert told.days(moment_from("415 BC", ancient), end_from("413 BC", ancient)) == years


def test_the_first_of_a_month_is_an_ordinal_in_french() -> None:
    phrases = Phrases(FOLDER, "fr")
    first, last = moment_from("1945-05-01"), end_from("1945-05-03")
    assert phrases.moment(first, "day") == "1er mai"
    assert phrases.days(first, last) == "1er–3 mai 1945"
    assert phrases.moment(moment_from("1945-05-11"), "day") == "11 mai"
