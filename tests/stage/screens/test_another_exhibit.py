"""Another folder gives another exhibit, through every screen, with nothing of the first."""

from __future__ import annotations

import json
import re
from itertools import chain
from typing import Any

import pytest

from kiosk.exhibit.model import Exhibit
from kiosk.exhibit.ref import Ref
from tests.meeting import SMALL, Meet
from tests.window import PANELS, SCREENS, Visitor


def words_in(value: Any) -> set[str]:
    """All words of four letters or more in a record dumped."""
    if isinstance(value, str):
        return set(re.findall(r"[^\W\d_]{4,}", value))
    if isinstance(value, dict):
        return set(chain.from_iterable(words_in(one) for one in value.values()))
    if isinstance(value, list | tuple):
        return set(chain.from_iterable(words_in(one) for one in value))
    return set()


@pytest.fixture
def elsewhere(meet: Meet) -> Visitor:
    visitor = meet(SMALL, painted=True)
    visitor.stand_still()
    visitor.wake()
    return visitor


def test_every_screen_speaks_of_the_other_exhibit_alone(
    elsewhere: Visitor, exhibit: Exhibit, small: Exhibit
) -> None:
    names = ("places", "people", "sides", "formations")
    foreign = set(
        chain.from_iterable(words_in(r.name.root) for n in names for r in getattr(exhibit, n))
    )
    foreign -= words_in(json.loads(small.model_dump_json()))
    assert "Handan" in foreign
    read: set[str] = set()
    for screen in SCREENS:
        elsewhere.open(screen)
        read |= words_in(elsewhere.texts()) | words_in([s.name for s in elsewhere.seen_symbols()])
        if screen in PANELS:
            elsewhere.touch(elsewhere.word("how_known"))
            elsewhere.settle()
            read |= words_in(elsewhere.texts())
    kiosk_words = words_in(dict(elsewhere.stage.locale.teller.phrases.words))
    assert foreign & read - kiosk_words == set()
    assert {"Culloden", "Inverness"} <= read


def test_its_phases_lessons_and_cards_open(elsewhere: Visitor, small: Exhibit) -> None:
    navigation = elsewhere.stage.navigation
    for index, phase in enumerate(small.phases):
        navigation.openPhase(index)
        elsewhere.settle()
        assert phase.title.in_("en") in elsewhere.texts()
    for index, lesson in enumerate(small.lessons):
        navigation.openLesson(index)
        elsewhere.settle()
        assert lesson.title.in_("en") in elsewhere.texts()
    for kind in ("people", "terms", "places", "formations"):
        for key, record in small.indexed(kind).items():
            navigation.openCard(Ref.of(kind, key))
            elsewhere.settle()
            assert record.name.in_("en") in elsewhere.texts()


def test_its_sides_wear_their_own_colours(elsewhere: Visitor, small: Exhibit) -> None:
    elsewhere.open("forces")
    assert [(row.key, row.colour) for row in elsewhere.stage.lanes.banks.rows] == [
        (side.id, side.colour) for side in small.sides
    ]


def test_its_visit_ends_like_any_other(elsewhere: Visitor, small: Exhibit) -> None:
    elsewhere.open("maps")
    elsewhere.leave()
    assert small.attract[0].line.in_("en") in elsewhere.texts()
