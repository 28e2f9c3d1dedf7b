"""What visitors decided: one choice each, counted for those who come after."""

from __future__ import annotations

import pytest

from kiosk.visit.ballot import Ballot, Counts


@pytest.fixture
def kept() -> list[Counts]:
    return []


@pytest.fixture
def ballot(kept: list[Counts]) -> Ballot:
    def keep(counts: Counts) -> None:
        kept.append({decision: dict(found) for decision, found in counts.items()})

    return Ballot({"river": {"cross": 3}}, keep)


def test_a_choice_is_kept_and_told(ballot: Ballot, kept: list[Counts]) -> None:
    told: list[str] = []
    ballot.chosen.connect(lambda: told.append(ballot.choice_of("river")))
    ballot.choose("river", "wait")
    assert told == ["wait"]
    assert kept == [{"river": {"cross": 3, "wait": 1}}]


def test_the_first_choice_counts(ballot: Ballot, kept: list[Counts]) -> None:
    ballot.choose("river", "wait")
    ballot.choose("river", "cross")
    assert ballot.choice_of("river") == "wait"
    assert len(kept) == 1


def test_earlier_visitors_are_counted_without_this_one(ballot: Ballot) -> None:
    assert ballot.earlier("river") == {"cross": 3}
    ballot.choose("river", "cross")
    assert ballot.earlier("river") == {"cross": 3}
    ballot.reset()
    assert ballot.earlier("river") == {"cross": 4}


def test_a_choice_taken_back_is_counted_once(ballot: Ballot, kept: list[Counts]) -> None:
    ballot.choose("river", "wait")
    ballot.reconsider("river")
    assert ballot.choice_of("river") == ""
    ballot.choose("river", "cross")
    assert ballot.choice_of("river") == "cross"
    assert kept == [{"river": {"cross": 3, "wait": 1}}]
    assert ballot.earlier("river") == {"cross": 3, "wait": 0}


def test_nothing_is_told_where_nobody_has_chosen(ballot: Ballot) -> None:
    told: list[bool] = []
    ballot.chosen.connect(lambda: told.append(True))
    ballot.reconsider("river")
    assert not told


def test_the_next_visitor_chooses_anew(ballot: Ballot) -> None:
    ballot.choose("river", "cross")
    ballot.reset()
    assert ballot.choice_of("river") == ""
    ballot.choose("river", "wait")
    assert ballot.earlier("river") == {"cross": 4, "wait": 0}


def test_nobody_has_chosen_where_nothing_is_known(ballot: Ballot) -> None:
    assert (ballot.choice_of("ford"), ballot.earlier("ford")) == ("", {})
