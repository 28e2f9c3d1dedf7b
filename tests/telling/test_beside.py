"""Days in a second calendar: the days that historians give, in the words of the language."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale

from kiosk.exhibit.calendars import Reckoning
from kiosk.exhibit.model import Exhibit, OtherCalendar
from kiosk.exhibit.reading.edtf import moment_from
from kiosk.machine.folders import resources
from kiosk.telling.beside import parts_of
from kiosk.telling.locale import Teller, phrases_of

JULIAN, ANCIENT = Reckoning(julian=True), Reckoning(julian=True, ancient=True)
HIJRI, PERSIAN, LUNAR = OtherCalendar.HIJRI, OtherCalendar.PERSIAN, OtherCalendar.LUNAR


def told(exhibit: Exhibit, language: str, **beside: OtherCalendar) -> Teller:
    main = exhibit.exhibit.model_copy(update={"beside": beside})
    exhibit = exhibit.model_copy(update={"exhibit": main})
    return Teller(exhibit, phrases_of(exhibit, resources() / "words", language), None)


@pytest.mark.parametrize(
    ("written", "reckoning", "calendar", "parts"),
    [
        ("1187-07-04", JULIAN, HIJRI, ("25", "Rabiʻ II", "583")),  # Hattin: 24 or 25 by sources
        ("0632-06-08", JULIAN, HIJRI, ("13", "Rabiʻ I", "11")),
        ("0622-07-15", JULIAN, HIJRI, None),
        ("331-10-01 BC", ANCIENT, HIJRI, None),
        ("1979-02-11", Reckoning(), PERSIAN, ("22", "Bahman", "1357")),
    ],
)
def test_days_of_calendars_that_qt_has(
    written: str,
    reckoning: Reckoning,
    calendar: OtherCalendar,
    parts: tuple[str, str, str] | None,
) -> None:
    assert parts_of(moment_from(written, reckoning), calendar, QLocale("en")) == parts


@pytest.mark.parametrize(
    ("written", "reckoning", "parts"),
    [
        ("1945-10-24", Reckoning(), ("十九", "九月", "乙酉")),
        ("1894-09-17", Reckoning(), ("十八", "八月", "甲午")),  # the Yalu
        ("1976-10-01", Reckoning(), ("初八", "闰八月", "丙辰")),
        ("1644-04-25", Reckoning(), ("十九", "三月", "甲申")),
        ("1449-09-01", JULIAN, ("十五", "八月", "己巳")),  # Tumu
        ("0755-12-16", JULIAN, ("初九", "冬月", "乙未")),  # An Lushan rises
        ("2024-02-10", Reckoning(), ("初一", "正月", "甲辰")),
        ("2024-02-09", Reckoning(), ("三十", "腊月", "癸卯")),
    ],
)
def test_days_of_the_chinese_calendar(
    written: str, reckoning: Reckoning, parts: tuple[str, str, str]
) -> None:
    pytest.importorskip("sxtwl")
    moment = moment_from(written, reckoning)
    assert parts_of(moment, LUNAR, QLocale("zh")) == parts
    day, month, year = parts_of(moment, LUNAR, QLocale("en")) or ("", "", "")
    assert day.isdigit()
    assert month.removesuffix("+").isdigit()
    assert year.isalpha()


@pytest.mark.parametrize(
    ("language", "calendar", "text"),
    [
        ("en", HIJRI, "16 April (24 Rabiʻ I 1159 AH)"),
        ("zh", HIJRI, "4月16日（伊斯兰历1159年三月24日）"),
        ("ar", HIJRI, "١٦ أبريل (٢٤ ربيع الأول ١١٥٩ هـ)"),
        ("en", PERSIAN, "16 April (27 Farvardin 1125 Persian)"),
    ],
)
def test_a_day_is_told_in_both(
    small: Exhibit, language: str, calendar: OtherCalendar, text: str
) -> None:
    moment = moment_from("1746-04-16")
    assert told(small, language, **{language: calendar}).moment(moment, hour=False) == text


def test_what_is_known_to_no_day_is_told_once(small: Exhibit) -> None:
    assert told(small, "en", en=HIJRI).moment(moment_from("1746-04"), hour=False) == "April"


def test_another_language_has_none(small: Exhibit) -> None:
    assert told(small, "en", ar=HIJRI).moment(moment_from("1746-04-16"), hour=False) == "16 April"
