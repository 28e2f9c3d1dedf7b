"""Numbers in words, as narrators are given them."""

from __future__ import annotations

import pytest

from kiosk.speech.numerals import counted, numbers_said


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "零"), (10, "十"), (12, "十二"), (20, "二十"), (101, "一百零一"), (110, "一百一十"),
        (1002, "一千零二"), (1020, "一千零二十"), (10_001, "一万零一"), (20_000, "两万"),
        (45_000, "四万五千"), (100_000, "十万"), (120_010, "十二万零一十"), (200_000_000, "两亿"),
    ],
)  # fmt: skip
def test_a_number_is_counted_in_myriads(number: int, said: str) -> None:
    assert counted(number) == said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("1945年10月24日18时", "一九四五年十月二十四日十八时"),
        ("1938至1947年", "一九三八至一九四七年"),
        ("第106师", "第一零六师"),
        ("第2、第30军", "第二、第三十军"),
        ("第101项，共101项", "第一百零一项，共一百零一项"),
        ("40,000至60,000人，4.5万人", "四万至六万人，四点五万人"),
        ("2支驻扎，2公里，12公里，11月2日", "两支驻扎，两公里，十二公里，十一月二日"),
        ("百分之2", "百分之二"),
        ("1945。", "一九四五。"),
        ("1897/8", "一八九七或八"),
    ],
)
def test_chinese_numbers_are_said_as_what_they_number(written: str, said: str) -> None:
    assert numbers_said(written, "zh") == said
    assert numbers_said(written, "zh-Hans") == said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("October 1945.", "October 19 45."),
        ("1938 to 1947", "19 38 to 19 47"),
        ("1897/8", "18 97 or 8"),
        ("in 1900, 1,945 men at 19:45", "in 1900, 1,945 men at 19:45"),
    ],
)
def test_english_years_are_two_numbers(written: str, said: str) -> None:
    assert numbers_said(written, "en") == said


def test_other_languages_keep_their_figures() -> None:
    assert numbers_said("1945", "fr") == "1945"
