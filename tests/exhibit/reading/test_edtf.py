"""Moments as they are written: what they may mean, and in which calendar."""

from __future__ import annotations

import datetime as dt
import pickle
from copy import copy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.exhibit.calendars import EARLIEST, LATEST, Reckoning
from kiosk.exhibit.dating import Dated, Precision, apart, known_of, last_of, precision_of
from kiosk.exhibit.plain import plain, restored
from kiosk.exhibit.reading.edtf import end_from, moment_from, reckoning_of

JULIAN, ANCIENT = Reckoning(julian=True), Reckoning(julian=True, ancient=True)


@pytest.mark.parametrize("text", ["1808-05-02", "1808-05-02 14:30", "1808-05-02T14:30"])
def test_a_day_and_a_minute_are_what_they_were(text: str) -> None:
    moment = moment_from(text)
    assert moment == dt.datetime.fromisoformat(text)
    assert known_of(moment) is None


@pytest.mark.parametrize(
    ("text", "precision", "starts", "ends"),
    [
        ("1808", Precision.YEAR, "1808-01-01", "1809-01-01"),
        ("18XX", Precision.CENTURY, "1800-01-01", "1900-01-01"),
        ("179X", Precision.DECADE, "1790-01-01", "1800-01-01"),
        ("1808-XX", Precision.YEAR, "1808-01-01", "1809-01-01"),
        ("1808-XX-XX", Precision.YEAR, "1808-01-01", "1809-01-01"),
        ("1808-05-XX", Precision.MONTH, "1808-05-01", "1808-06-01"),
        ("1808-21", Precision.SEASON, "1808-03-01", "1808-06-01"),
        ("1808-24~", Precision.SEASON, "1808-12-01", "1809-03-01"),
        ("1808-29", Precision.SEASON, "1808-09-01", "1808-12-01"),
        ("1808-30", Precision.SEASON, "1808-12-01", "1809-03-01"),
        ("1808-22/1808-24", Precision.SEASON, "1808-06-01", "1809-03-01"),
        ("1808-12", Precision.MONTH, "1808-12-01", "1809-01-01"),
        ("1808-05-02~", Precision.DAY, "1808-05-02", "1808-05-03"),
        ("1808-05-02 night", Precision.PART, "1808-05-02 20:00", "1808-05-03 04:00"),
        ("1808-05-02 14", Precision.HOUR, "1808-05-02 14:00", "1808-05-02 15:00"),
        ("1808-05-02 14:30?", Precision.MINUTE, "1808-05-02 14:30", "1808-05-02 14:31"),
        ("1808/1810", Precision.YEAR, "1808-01-01", "1811-01-01"),
        ("../1808-05", Precision.MONTH, "1808-05-01", "1808-06-01"),
        ("1808-05/..", Precision.MONTH, "1808-05-01", "1808-06-01"),
    ],
)
def test_what_is_known_less_surely_is_a_stretch_of_time(
    text: str, precision: Precision, starts: str, ends: str
) -> None:
    moment = moment_from(text)
    known = known_of(moment)
    assert known is not None
    first, last = known.bounds
    assert (precision_of(moment), known.text) == (precision, text)
    assert first.starts == moment == dt.datetime.fromisoformat(starts)
    assert last.ends == dt.datetime.fromisoformat(ends)


@pytest.mark.parametrize(
    ("text", "about", "perhaps"),
    [("1808~", True, False), ("1808?", False, True), ("1808%", True, True), ("1808", False, False)],
)
def test_marks_say_how_surely(text: str, about: bool, perhaps: bool) -> None:
    known = known_of(moment_from(text))
    assert known is not None
    assert (known.about, known.perhaps) == (about, perhaps)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("1808", "1809-01-01"),
        ("1808-02", "1808-03-01"),
        ("1808/1808-05", "1808-06-01"),
        ("1808-24", "1809-03-01"),
        ("180X", "1810-01-01"),
        ("1808-05-02", "1808-05-03"),
        ("18080502", "1808-05-03"),
        ("1808-05-01/1808-05-02", "1808-05-03"),
        ("1808-05-02 evening", "1808-05-02 22:00"),
        ("1808-05-02 14", "1808-05-02 14:00"),
        ("1808-05-02 00:00", "1808-05-02"),
    ],
)
def test_an_end_is_the_end_of_all_that_is_longer_than_an_hour(text: str, end: str) -> None:
    assert end_from(text) == dt.datetime.fromisoformat(end)


@pytest.mark.parametrize(
    ("text", "told"),
    [("1808-05-02", "1808-05-02 23:59"), ("1808", "1808-12-31 23:59"), ("1808-05-02 00:00",) * 2],
)
def test_an_end_is_told_in_its_last_day(text: str, told: str) -> None:
    assert last_of(end_from(text)) == dt.datetime.fromisoformat(told)


@pytest.mark.parametrize(
    ("text", "reckoning", "day", "written"),
    [
        ("-0330-10-01", ANCIENT, "-330-09-26", (-330, 10, 1)),
        ("331-10-01 BC", ANCIENT, "-330-09-26", (-330, 10, 1)),
        ("1 BC", ANCIENT, "-1-12-30", (0, 1, 1)),
        ("0001-01-01", ANCIENT, "0-12-30", (1, 1, 1)),
        ("1066-10-14", JULIAN, "1066-10-20", (1066, 10, 14)),
        ("1700-02-29", JULIAN, "1700-03-11", (1700, 2, 29)),
    ],
)
def test_the_julian_calendar_and_years_before_christ(
    text: str, reckoning: Reckoning, day: str, written: tuple[int, int, int]
) -> None:
    """The days are those of astronomers' tables, such as the Julian Day Number's."""
    moment = moment_from(text, reckoning)
    year, month, number = Reckoning(ancient=reckoning.ancient).date(moment)
    assert f"{year}-{month:02}-{number:02}" == day
    assert reckoning.date(moment) == written


@given(
    st.booleans(),
    st.booleans(),
    st.integers(EARLIEST + 1, LATEST - 1),
    st.integers(1, 12),
    st.integers(1, 28),
)
def test_a_date_comes_back_as_it_was_written(
    julian: bool, ancient: bool, year: int, month: int, day: int
) -> None:
    reckoning = Reckoning(julian, ancient)
    if ancient or year > 1:
        moment = reckoning.day(year, month, day)
        assert reckoning.date(moment) == (year, month, day)
        assert reckoning.date(moment + dt.timedelta(hours=23)) == (year, month, day)


@pytest.mark.parametrize(
    "text",
    [
        *("808", "1808-5", "1808-05-32", "1808-05-02 24:00", "1808-05-02 tea", "0 BC", "../.."),
        *("1808-33", "1808-20", "180X-05", "1X08", "180x", "1808-X5", "1808-XX-05", "1XXX"),
        "33X BC",
        *("1808/", "1808/1807", "1808/1809/1810", "-0330", "1700-02-29", "2201", "1808~~"),
    ],
)
def test_what_is_no_moment(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        moment_from(text)


@pytest.mark.parametrize(
    ("starts", "calendar", "reckoning"),
    [
        ("1808", "", Reckoning()),
        ("-0330-10-01", "", Reckoning(ancient=True)),
        ("331 BC", "julian", ANCIENT),
        ("1066-10", "julian", JULIAN),
        ("noon", "", Reckoning()),
    ],
)
def test_an_exhibit_reckons_by_its_first_moment(
    starts: str, calendar: str, reckoning: Reckoning
) -> None:
    assert reckoning_of(starts, calendar) == reckoning


def test_digits_unknown_before_christ_are_the_years_that_they_may_be() -> None:
    known = known_of(moment_from("-033X", ANCIENT))
    assert known is not None
    first, last = known.bounds
    assert ANCIENT.date(first.starts) == (-339, 1, 1)
    assert ANCIENT.date(last.ends) == (-329, 1, 1)


@pytest.mark.parametrize(
    ("ends", "starts", "leaves", "arrives"),
    [
        ("1808-05", "1808-05", "1808-05-01", "1808-06-01"),
        ("1808", "1808-05", "1808-05-01", "1808-06-01"),
        ("1808-05-02", "1808-05", "1808-05-03", "1808-05-17"),
        ("1808-05-02", "1808-05-02 12:00", "1808-05-02", "1808-05-02"),
        ("1808-05-02 06:00", "1808-05", "1808-05-02", "1808-05-17"),
        ("1808-23", "1808-11-16", "1808-10-09", "1808-11-16"),
        ("1808-23", "1808-08-31", "1808-12-01", "1808-08-31"),
        ("1808-04", "1808-05", "1808-04-21", "1808-05-11"),
        ("1808-04-30", "1808-05", "1808-05-01", "1808-05-11"),
        ("1808-04", "1808-05-01", "1808-04-21", "1808-05-01"),
        ("1808-04-30", "1808-05-01", "1808-04-30", "1808-05-01"),
        ("1808-04-30", "1808-05-01 00:00", "1808-04-30", "1808-05-01"),
        ("1808-04-02", "1808-05", "1808-04-03", "1808-05-01"),
        ("1808-06-02", "1808-05-01", "1808-06-03", "1808-05-01"),
    ],
)
def test_a_way_takes_what_two_stretches_share(
    ends: str, starts: str, leaves: str, arrives: str
) -> None:
    found = apart(end_from(ends), moment_from(starts))
    assert [f"{moment:%Y-%m-%d}" for moment in found] == [leaves, arrives]


@pytest.mark.parametrize(
    "text", ["1808", "../1808-05", "1808-21", "18XX", "1808-05-02 dawn", "1808/1809?"]
)
def test_what_was_checked_once_keeps_how_it_is_known(text: str) -> None:
    moment = moment_from(text)
    kept = restored(plain(moment), ())
    assert (kept, known_of(kept)) == (moment, known_of(moment))


def test_a_copy_in_another_process_keeps_how_it_is_known() -> None:
    moment = moment_from("1808-05~")
    for kept in (pickle.loads(pickle.dumps(moment)), copy(moment)):
        assert (kept, known_of(kept)) == (moment, known_of(moment))


def test_a_sum_says_no_more_than_itself() -> None:
    moment = moment_from("1808")
    assert isinstance(moment, Dated)
    assert known_of(moment + dt.timedelta(days=1)) is None
