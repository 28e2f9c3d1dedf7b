"""Opening hours by the clock on the wall."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from kiosk.machine.hours import Hours, spans_of
from kiosk.machine.settings import Settings, SettingsError, read_settings

WEEK = {
    "daily": "10:00-18:00",
    "mon": "closed",
    "fri": "10:00-12:00, 13:00-21:00",
    "2026-05-16": "18:00-02:00",  # a Saturday, the night of the museums
    "2026-12-24": "closed",  # a Thursday
}


def at(said: str) -> dt.datetime:
    return dt.datetime.fromisoformat(said)


@pytest.mark.parametrize(
    ("moment", "open_"),
    [
        ("2026-05-12T09:59", False),
        ("2026-05-12T10:00", True),
        ("2026-05-12T17:59", True),
        ("2026-05-12T18:00", False),
        ("2026-05-11T12:00", False),  # a Monday
        ("2026-05-15T12:30", False),
        ("2026-05-15T20:59", True),
        ("2026-05-16T12:00", False),
        ("2026-05-16T23:59", True),
        ("2026-05-17T00:00", True),
        ("2026-05-17T01:59", True),
        ("2026-05-17T02:00", False),
        ("2026-05-17T10:00", True),
        ("2026-12-24T12:00", False),
        ("1970-01-01T00:00", True),
    ],
)
def test_when_it_is_open(moment: str, open_: bool) -> None:
    assert Hours(WEEK).is_open(at(moment)) is open_


def test_without_hours_it_is_always_open() -> None:
    assert Hours({}).is_open(at("2026-05-12T03:00"))
    assert Hours({}).says(dt.date(2026, 5, 12)) == ""


def test_hours_in_figures() -> None:
    said = Hours(WEEK).says
    assert said(dt.date(2026, 5, 15)) == "10:00–12:00, 13:00–21:00"
    assert said(dt.date(2026, 5, 16)) == "18:00–02:00"
    assert said(dt.date(2026, 12, 24)) == "–"
    assert Hours({"daily": "10:00-24:00"}).says(dt.date(2026, 5, 12)) == "10:00–24:00"


@pytest.mark.parametrize("day", ["2026-03-29", "2026-10-25"])
def test_a_day_that_loses_or_gains_an_hour_opens_once(day: str) -> None:
    """In Berlin the wall's clock jumps over 02:30, or shows it twice."""
    hours, berlin = Hours({"daily": "02:30-10:00"}), ZoneInfo("Europe/Berlin")
    begins = dt.datetime.fromisoformat(f"{day}T00:00").replace(tzinfo=berlin).astimezone(dt.UTC)
    states = [
        hours.is_open((begins + dt.timedelta(minutes=n)).astimezone(berlin).replace(tzinfo=None))
        for n in range(0, 14 * 60, 5)
    ]
    changes = [a for a, b in pairwise(states) if a != b]
    assert changes[0] is False
    assert changes[-1] is True
    closed_at = begins + dt.timedelta(minutes=5 * (len(states) - states[::-1].index(True)))
    assert closed_at.astimezone(berlin).strftime("%H:%M") == "10:00"


@pytest.mark.parametrize(
    "said", ["10-18", "10:00-10:00", "25:00-26:00", "10:60-11:00", "", "10:00-24:30", "open"]
)
def test_what_are_no_hours(said: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        spans_of(said)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("hours: {daily: closed}", "it would be closed on every day"),
        ("hours: {sunday: '10:00-18:00'}", "sunday"),
        ("hours: {mon: noon}", "is not hours such as 10:00-18:00"),
        ("hours: {2026-13-01: closed, daily: '10:00-18:00'}", "month"),
    ],
)
def test_settings_that_contradict_are_named_and_nobody_is_shut_out(
    text: str, said: str, tmp_path: Path
) -> None:
    (tmp_path / "settings.yaml").write_text(f"idle_s: 90\n{text}\n")
    with pytest.raises(SettingsError) as raised:
        read_settings(tmp_path / "settings.yaml")
    assert said in str(raised.value)
    assert str(raised.value).startswith("settings.yaml:2:")
    assert raised.value.sound == Settings(idle_s=90)
