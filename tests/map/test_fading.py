"""Rows that fade: what has gone stays for a while as it stood, what comes back does not."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QObject

from kiosk.map.fading import Fading


@dataclass(frozen=True)
class Spot:
    key: str
    at: int = 0


@pytest.fixture
def rows(qapp: QObject) -> Fading[Spot]:
    return Fading(Spot, qapp)


def gone(rows: Fading[Spot]) -> list[Spot]:
    return [*rows.gone.rows]


def test_what_has_gone_is_kept_as_it_stood(rows: Fading[Spot]) -> None:
    rows.show([Spot("a"), Spot("b")])
    rows.show([Spot("a"), Spot("b", 7)])
    assert gone(rows) == []
    rows.show([Spot("a")])
    assert gone(rows) == [Spot("b", 7)]
    assert [*rows.shown.rows] == [Spot("a")]


def test_what_comes_back_is_not_gone(rows: Fading[Spot]) -> None:
    rows.show([Spot("a"), Spot("b")])
    rows.show([])
    rows.show([Spot("b", 3)])
    assert gone(rows) == [Spot("a")]
    assert [*rows.shown.rows] == [Spot("b", 3)]


def test_each_has_at_least_the_time_between_two_calls_to_fade(rows: Fading[Spot]) -> None:
    rows.show([Spot("a"), Spot("b")])
    rows.show([Spot("b")])
    rows.let_go()
    assert gone(rows) == [Spot("a")]
    rows.show([])
    assert gone(rows) == [Spot("a"), Spot("b")]
    rows.let_go()
    assert gone(rows) == [Spot("b")]
    rows.let_go()
    assert gone(rows) == []
