"""Moments as they are known, told in each language: nothing that nobody knows is printed."""

from __future__ import annotations

import datetime as dt

import pytest

from kiosk.exhibit.calendars import USUAL, Reckoning
from kiosk.exhibit.dating import known_of, precision_of, vague_of
from kiosk.exhibit.model import Exhibit
from kiosk.exhibit.reading.edtf import end_from, moment_from
from kiosk.machine.folders import resources
from kiosk.telling.locale import Teller
from kiosk.telling.words import Phrases

JULIAN, ANCIENT = Reckoning(julian=True), Reckoning(julian=True, ancient=True)


def phrases(language: str, reckoning: Reckoning = USUAL) -> Phrases:
    made = Phrases(resources() / "words", language)
    made._reckoning = reckoning
    return made


@pytest.mark.parametrize(
    ("text", "english", "chinese"),
    [
        ("1808", "1808", "1808年"),
        ("1808-05", "May 1808", "1808年5月"),
        ("1808-05-02~", "about 2 May 1808", "约1808年5月2日"),
        ("1808?", "perhaps 1808", "1808年（存疑）"),
        ("1808-05%", "perhaps about May 1808", "约1808年5月（存疑）"),
        ("1808-21", "spring 1808", "1808年春季"),
        ("1808-24", "winter 1808–1809", "1808年—1809年冬季"),
        ("1808-29", "spring 1808", "1808年春季"),
        ("179X", "the 1790s", "1790年代"),
        ("180X", "1800 – 1809", "1800年—1809年"),
        ("18XX", "the 19th century", "19世纪"),
        ("1808-XX", "1808", "1808年"),
        ("1808-05-XX~", "about May 1808", "约1808年5月"),
        ("1808-22/1809-21", "summer 1808 – spring 1809", "1808年夏季—1809年春季"),
        ("../1808-05", "May 1808 or earlier", "1808年5月或更早"),
        ("1808-05-02/..", "2 May 1808 or later", "1808年5月2日或更晚"),
        ("1808-05-02/1808-05-04", "2–4 May 1808", "1808年5月2日—4日"),
        ("1808-05/1808-07", "May – July 1808", "1808年5月—7月"),
        ("1808-05/1809-07", "May 1808 – July 1809", "1808年5月—1809年7月"),
        ("1808-21/1808-23", "spring – autumn 1808", "1808年春季—秋季"),
        ("1808/1810~", "about 1808 – 1810", "约1808年—1810年"),
        ("1808-05-02 dawn", "2 May 1808, at dawn", "1808年5月2日拂晓"),
        ("1808-05-02 14", "2 May 1808, 2 pm", "1808年5月2日14时"),
        ("1808-05-02 14:30~", "about 2 May 1808, 14:30", "约1808年5月2日 14:30"),
    ],
)
def test_what_is_known_is_told_as_it_was_written(text: str, english: str, chinese: str) -> None:
    known = vague_of(moment_from(text))
    assert known is not None
    said = [phrases(code).known(known, hour=True, years=True) for code in ("en", "zh")]
    assert said == [english, chinese]


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("1808-05", "May"),
        ("1808-24", "winter"),
        ("1808-05-02 14~", "about 2 May"),
        ("1808-05-02 evening", "2 May, evening"),
        ("1808-05-02/1808-05-04", "2 May – 4 May"),
    ],
)
def test_without_year_and_hour(text: str, english: str) -> None:
    known = known_of(moment_from(text))
    assert known is not None
    assert phrases("en").known(known, hour=False, years=False) == english


@pytest.mark.parametrize(
    ("text", "reckoning", "english", "chinese"),
    [
        ("-0330-10-01", ANCIENT, "1 October 331 BC", "公元前331年10月1日"),
        ("-019X", ANCIENT, "200 – 191 BC", "公元前200年—191年"),
        ("-01XX", ANCIENT, "200 – 101 BC", "公元前200年—101年"),
        ("0014-08-19", ANCIENT, "19 August AD 14", "公元14年8月19日"),
        ("1066-10-14", JULIAN, "14 October 1066", "1066年10月14日"),
        ("1700-02-29", JULIAN, "29 February 1700", "1700年2月29日"),
        ("0632-06-08", USUAL, "8 June AD 632", "公元632年6月8日"),
        ("1808-05-02", USUAL, "2 May 1808", "1808年5月2日"),
    ],
)
def test_days_of_other_calendars_and_eras(
    text: str, reckoning: Reckoning, english: str, chinese: str
) -> None:
    moment = moment_from(text, reckoning)
    precision = precision_of(moment)
    said = [phrases(code, reckoning).unit(moment, precision, years=True) for code in ("en", "zh")]
    assert said == [english, chinese]


@pytest.mark.parametrize(
    ("starts", "ends", "said"),
    [
        ("1808", "1808", "1808"),
        ("1808-05", "1808-07", "May – July 1808"),
        ("1808-05-02", "1808-07", "2 May – July 1808"),
        ("1808-22", "1808-24", "summer 1808 – winter 1808–1809"),
        ("179X", "181X", "the 1790s – the 1810s"),
        ("1808", "1808-05-02", "1808 – 2 May 1808"),
    ],
)
def test_a_time_between_years_and_months(starts: str, ends: str, said: str) -> None:
    assert phrases("en").days(moment_from(starts), end_from(ends)) == said


@pytest.mark.parametrize(
    ("starts", "ends", "english", "chinese"),
    [
        ("-0330-09-30", "-0330-10-01", "30 September – 1 October 331 BC (Julian)",
         "公元前331年9月30日—10月1日（儒略历）"),
        ("1 BC", "0002", "1 BC – AD 2 (Julian)", "公元前1年—公元2年（儒略历）"),
    ],
)  # fmt: skip
def test_a_calendar_is_named_with_the_year(
    starts: str, ends: str, english: str, chinese: str
) -> None:
    span = moment_from(starts, ANCIENT), end_from(ends, ANCIENT)
    assert [phrases(code, ANCIENT).days(*span) for code in ("en", "zh")] == [english, chinese]


@pytest.mark.parametrize(
    ("starts", "english", "japanese"),
    [
        ("-0414-24", "winter 415–414 BC", "winter 紀元前415年–414年"),
        ("-0414-21", "spring 415 BC", "spring 紀元前415年"),
    ],
)
def test_a_winter_before_christ_names_the_era_once(
    starts: str, english: str, japanese: str
) -> None:
    known = known_of(moment_from(starts, ANCIENT))
    assert known is not None
    told = [phrases(one, ANCIENT).known(known, hour=False, years=True) for one in ("en", "ja")]
    assert told == [english, japanese]


@pytest.mark.parametrize(
    ("ends", "said"),
    [("1746-04-16 06:00", ["15 April", "15 April 1746"]), ("1747-01-02", ["15 April 1746"] * 2)],
)
def test_in_a_list_of_one_year_a_day_has_no_year(
    small: Exhibit, ends: str, said: list[str]
) -> None:
    event = next(small.events).model_copy(update={"at": moment_from("1746-04-15")})
    event = event.model_copy(update={"hour_known": False})
    phase = small.phases[0].model_copy(update={"events": (event,), "ends": end_from(ends)})
    main = small.exhibit.model_copy(update={"ends": end_from("1748")})
    teller = Teller(
        small.model_copy(update={"exhibit": main, "phases": (phase,)}), phrases("en"), None
    )
    assert [teller.when(event, phase), teller.when(event)] == said


def test_in_a_phase_known_to_months_no_day_is_told(small: Exhibit) -> None:
    months = {"starts": "1746-05", "ends": "1746-06", "moment": "1746-05"}
    late = {key: (end_from if key == "ends" else moment_from)(at) for key, at in months.items()}
    phase = small.phases[0].model_copy(update={**late, "id": "late", "events": ()})
    main = small.exhibit.model_copy(update={"ends": late["ends"]})
    changed = {"exhibit": main, "phases": (*small.phases, phase)}
    teller = Teller(small.model_copy(update=changed), phrases("en"), None)
    told = [teller.moment(moment_from(f"1746-{day}"), hour=False) for day in ("04-15", "05-15")]
    assert told == ["15 April", "May"]


@pytest.mark.parametrize(
    ("written", "english", "chinese"),
    [
        ("1897/8", "1897/8", "1897/8"),
        ("356 BC", "356 BC", "公元前356"),
        ("-0355", "356 BC", "公元前356"),
    ],
)
def test_years_of_a_life(written: str, english: str, chinese: str) -> None:
    assert [phrases(code).year(written) for code in ("en", "zh")] == [english, chinese]


def test_a_year_of_a_life_has_the_digits_of_its_language() -> None:
    assert [phrases(code).year("1259") for code in ("en", "ar")] == ["1259", "١٢٥٩"]


@pytest.mark.parametrize(
    ("written", "said"),
    [("1746-04", "April"), ("1746", "1746"), ("1746-04-15", "15 April")],
)
def test_no_moment_is_told_finer_than_anything_is_known(
    small: Exhibit, written: str, said: str
) -> None:
    event = next(small.events).model_copy(update={"at": moment_from(written)})
    phase = small.phases[0].model_copy(update={"events": (event,)})
    bare = small.model_copy(update={"phases": (phase,), "formations": ()})
    teller = Teller(bare, phrases("en"), None)
    assert teller.moment(dt.datetime(1746, 4, 15, 20), hour=False) == said
