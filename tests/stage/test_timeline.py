"""The timeline: where days, nights and phases lie on it, and the playhead brought along it."""

from __future__ import annotations

import pytest

from kiosk.exhibit.model import Exhibit
from tests.window import Visitor


def test_the_nights_lie_where_their_hours_do(visitor: Visitor) -> None:
    timeline, moment = visitor.stage.timeline, visitor.stage.moment
    nights = timeline.nights
    assert len(nights) == 21
    assert nights == sorted(nights)
    assert nights[0][0] == 0.0
    assert nights[-1][1] == pytest.approx(1.0)
    dawn, dusk = nights[10][1], nights[11][0]  # of 24 October, whose hours are told
    timeline.scrub(dawn - 0.002)
    assert moment.skyIcon.startswith("moon")
    timeline.scrub((dawn + dusk) / 2)
    assert moment.skyIcon == "sun"
    timeline.scrub(sum(nights[5]) / 2)
    assert moment.skyIcon == ""


def test_many_events_have_an_index_of_days(visitor: Visitor, exhibit: Exhibit) -> None:
    timeline = visitor.stage.timeline
    visitor.open("maps")
    visitor.open_hours()
    seen: set[bool] = set()
    for phase in exhibit.phases:
        visitor.stage.playhead.goTo(phase.moment)
        visitor.settle()
        days = {event.at.date() for event in phase.events}
        indexed = len(phase.events) >= 2 * len(days)
        seen.add(indexed)
        assert len(timeline.eventDays.rows) == (len(days) if indexed else 0)
        told = {f"{row.when}: {row.text}": row for row in timeline.events.rows}
        shown = [told[button.name] for button in visitor.buttons() if button.name in told]
        assert shown, phase.id
        if not indexed:
            continue
        assert {row.day for row in shown} == {shown[0].day}
        other = timeline.eventDays.rows[shown[0].day - 1]
        visitor.touch(other.name)
        visitor.settle()
        opened = [told[button.name] for button in visitor.buttons() if button.name in told]
        assert {f"{row.day}" for row in opened} == {other.key}
    assert seen == {True, False}


def test_it_lists_the_events_of_the_phase_that_the_playhead_is_in(visitor: Visitor) -> None:
    visitor.open("maps")
    visitor.open_hours()
    timeline = visitor.stage.timeline
    for index, phase in enumerate(visitor.kiosk.exhibit.phases):
        visitor.stage.playhead.goTo(phase.starts)
        assert timeline.phase == index
        listed = [row.key for row in timeline.events.rows]
        assert sorted(listed) == sorted(event.id for event in phase.events)
        assert [row.hours for row in timeline.events.rows] == sorted(
            row.hours for row in timeline.events.rows
        )
