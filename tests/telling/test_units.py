"""The units along a line: which one tells an exhibit, where each begins, what a step is."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.exhibit.calendars import USUAL, Reckoning
from kiosk.exhibit.model import Exhibit
from kiosk.exhibit.reading.edtf import moment_from
from kiosk.machine.folders import resources
from kiosk.telling.units import LENGTHS, Ruler, Unit, ruler_of
from kiosk.telling.words import Phrases
from tests.exhibit.made import timed

ANCIENT = Reckoning(julian=True, ancient=True)


def lasting(told: Exhibit, starts: str, ends: str, *, hours: bool) -> Exhibit:
    told = timed(told, known=hours)
    span = {"starts": dt.datetime.fromisoformat(starts), "ends": dt.datetime.fromisoformat(ends)}
    return told.model_copy(update={"exhibit": told.exhibit.model_copy(update=span)})


def ruler(unit: Unit, starts: str, ends: str, reckoning: Reckoning = USUAL) -> Ruler:
    first, last = moment_from(starts, reckoning), moment_from(ends, reckoning)
    return Ruler(unit, unit, first, last, reckoning)


@pytest.mark.parametrize(
    ("starts", "ends", "hours", "unit", "stride"),
    [
        ("1746-04-16 12:00", "1746-04-16 14:30", True, Unit.MINUTE, Unit.MINUTE),
        ("1746-04-16 12:00", "1746-04-16 18:00", True, Unit.HOUR, Unit.HOUR),
        ("1746-04-16 12:00", "1746-04-16 18:00", False, Unit.DAY, Unit.HOUR),
        ("1746-04-15 06:00", "1746-04-17 00:00", True, Unit.DAY, Unit.HOUR),
        ("1746-04-15 06:00", "1746-05-17 00:00", True, Unit.DAY, Unit.HOUR),
        ("1746-04-15 06:00", "1746-05-17 00:00", False, Unit.DAY, Unit.DAY),
        ("1788-09-10 00:00", "1789-10-20 00:00", True, Unit.MONTH, Unit.MONTH),
        ("1618-05-23 00:00", "1648-10-24 00:00", True, Unit.YEAR, Unit.YEAR),
    ],
)
def test_a_line_tells_what_can_be_told_apart(
    small: Exhibit, starts: str, ends: str, hours: bool, unit: Unit, stride: Unit
) -> None:
    found = ruler_of(lasting(small, starts, ends, hours=hours))
    assert (found.unit, found.stride) == (unit, stride)


@pytest.mark.parametrize(
    ("written", "unit"),
    [("1746-04", Unit.MONTH), ("1746", Unit.YEAR), ("1746-04-16", Unit.DAY)],
)
def test_a_line_tells_no_more_than_is_known(small: Exhibit, written: str, unit: Unit) -> None:
    told = lasting(small, "1746-04-15 06:00", "1746-05-17 00:00", hours=False)
    event = next(told.events).model_copy(update={"at": moment_from(written)})
    phase = told.phases[0].model_copy(update={"events": (event,)})
    told = told.model_copy(update={"phases": (phase,), "formations": ()})
    assert ruler_of(told).unit == unit


@pytest.mark.parametrize(
    ("starts", "ends", "unit"),
    [
        ("1618", "1748", Unit.YEAR),
        ("1618", "1848", Unit.DECADE),
        ("0618", "1848", Unit.DECADE),
        ("0301", "1848", Unit.CENTURY),
    ],
)
def test_long_ages_are_told_by_decades_and_centuries(
    small: Exhibit, starts: str, ends: str, unit: Unit
) -> None:
    span = {"starts": moment_from(starts), "ends": moment_from(ends)}
    told = small.model_copy(update={"exhibit": small.exhibit.model_copy(update=span)})
    assert ruler_of(told).unit == unit


def names_of(line: Ruler, least: float) -> list[str]:
    phrases = Phrases(resources() / "words", "en")
    phrases._reckoning = line.reckoning
    begins = line.begins()
    places = {line.order(begin): i / len(begins) for i, begin in enumerate(begins)}
    named = line.named(places, least)
    return [line.name(begin, phrases) for begin in begins if line.order(begin) in named]


@pytest.mark.parametrize(
    ("unit", "starts", "ends", "reckoning", "least", "names"),
    [
        (Unit.YEAR, "1618", "1648", USUAL, 0.2, ["1620", "1630", "1640"]),
        (Unit.YEAR, "1618", "1648", USUAL, 0.12, ["1620", "1625", "1630", "1635", "1640", "1645"]),
        (Unit.MONTH, "1788-09", "1789-12", USUAL, 0.15, ["Oct", "1789", "Apr", "Jul", "Oct"]),
        (Unit.MONTH, "1788-09", "1789-12", USUAL, 0.3, ["1789", "Jul"]),
        (Unit.DECADE, "0151", "0251", USUAL, 0.3, ["", "AD 200", "AD 250"]),
        (Unit.CENTURY, "-0479", "1450", ANCIENT, 0.2,
         ["", "AD 1", "AD 500", "1000"]),
    ],
)  # fmt: skip
def test_round_numbers_are_named(
    unit: Unit, starts: str, ends: str, reckoning: Reckoning, least: float, names: list[str]
) -> None:
    assert names_of(ruler(unit, starts, ends, reckoning), least) == names


def test_more_are_named_where_the_line_is_wider() -> None:
    line = ruler(Unit.YEAR, "1600", "1620")
    places = {1600 + i: i * 0.01 if i <= 10 else 0.1 + (i - 10) * 0.09 for i in range(21)}
    named = line.named(places, 0.08)
    assert named == {1600, 1610, *range(1611, 1621)}


BEGINS = [
    (Unit.MINUTE, "1746-04-16 12:02", "1746-04-16 12:11", USUAL,
     ["", "12:05", "12:10"]),
    (Unit.HOUR, "1746-04-16 22:30", "1746-04-17 01:00", USUAL, ["", "23:00", "17 Apr", "01:00"]),
    (Unit.DAY, "1746-04-15 06:00", "1746-04-17", USUAL, ["15", "16", "17"]),
    (Unit.MONTH, "1788-11-10", "1789-02-15", USUAL, ["Nov", "Dec", "1789", "Feb"]),
    (Unit.YEAR, "1618-05-23", "1620-10-24", USUAL, ["1618", "1619", "1620"]),
    (Unit.YEAR, "2 BC", "0002", ANCIENT, ["2 BC", "1 BC", "AD 1", "AD 2"]),
    (Unit.CENTURY, "-0149", "0150", ANCIENT, ["", "100 BC", "AD 1", "AD 100"]),
    (Unit.DECADE, "12 BC", "0012", ANCIENT, ["", "10 BC", "AD 1", "AD 10"]),
    (Unit.MONTH, "-0330-09-20", "-0330-10-02", ANCIENT, ["Sep", "Oct"]),
    (Unit.DAY, "2199-12-30", "2199-12-31", USUAL, ["30", "31"]),
]  # fmt: skip


@pytest.mark.parametrize(("unit", "starts", "ends", "reckoning", "names"), BEGINS)
def test_where_units_begin_and_what_they_are_called(
    unit: Unit, starts: str, ends: str, reckoning: Reckoning, names: list[str]
) -> None:
    line = ruler(unit, starts, ends, reckoning)
    phrases = Phrases(resources() / "words", "en")
    phrases._reckoning = reckoning
    begins = line.begins()
    assert [line.name(begin, phrases) for begin in begins] == names
    assert begins[0] == line.starts
    assert begins[-1] <= line.ends
    assert all(line.begin(begin, 0) == begin for begin in begins[1:])


@pytest.mark.parametrize(
    ("unit", "moment", "by", "there"),
    [
        (Unit.MINUTE, "1746-04-16 12:02", 1, "1746-04-16 12:07"),
        (Unit.HOUR, "1746-04-16 12:30", -2, "1746-04-16 10:30"),
        (Unit.DAY, "1746-04-16 12:30", 1, "1746-04-17 12:30"),
        (Unit.MONTH, "1746-12-16", 1, "1747-01-01"),
        (Unit.MONTH, "1746-12-16", -1, "1746-12-01"),
        (Unit.MONTH, "1746-12-01", -1, "1746-11-01"),
        (Unit.YEAR, "1746-12-16", 2, "1748-01-01"),
        (Unit.YEAR, "1746-01-01", -1, "1745-01-01"),
    ],
)
def test_a_step_is_a_unit(unit: Unit, moment: str, by: int, there: str) -> None:
    line = ruler(unit, "1740", "1750")
    assert line.step(moment_from(moment), by) == dt.datetime.fromisoformat(there)


@pytest.mark.parametrize(
    ("unit", "told"),
    [(Unit.MINUTE, "14:35"), (Unit.HOUR, "14:35"), (Unit.DAY, "14:00"), (Unit.YEAR, "14:00")],
)
def test_a_running_clock_is_told_to_the_grain(unit: Unit, told: str) -> None:
    line = ruler(unit, "1740", "1750")
    assert f"{line.told(dt.datetime(1746, 4, 16, 14, 38)):%H:%M}" == told


@given(
    st.sampled_from(Unit),
    st.datetimes(dt.datetime(1700, 1, 1), dt.datetime(1800, 1, 1)),
    st.sampled_from([USUAL, Reckoning(julian=True)]),
)
def test_there_and_back_from_where_a_unit_begins(
    unit: Unit, moment: dt.datetime, reckoning: Reckoning
) -> None:
    line = ruler(unit, "1690", "1810", reckoning)
    begin = line.begin(moment, 0)
    assert begin <= moment < line.begin(moment, 1)
    assert line.step(line.step(begin, 1), -1) == begin
    assert 0.9 < (line.begin(moment, 1) - begin) / LENGTHS[unit] < 1.1
