"""The events of a poster in their order: whose doing each was, and where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.exhibit.clock import Clock
from kiosk.exhibit.model import Event, Phase
from kiosk.publish.paper.telling import Telling


@dataclass(frozen=True)
class Entry:
    """An event with its number, whose doing it was, and whether it stands above the axis."""

    number: int
    event: Event
    side: str
    above: bool


def entries_of(telling: Telling, *, brief: bool) -> list[Entry]:
    """All events, or in `brief` the key ones, by time; those of the first side stand above."""
    exhibit = telling.exhibit
    clock, first = Clock(exhibit), exhibit.sides[0].id

    def side(event: Event) -> str:
        actor = next(iter(event.formations), None)
        return clock.side_at(actor, event.at) if actor else event.side or first

    events = sorted(
        (event for phase in exhibit.phases for event in _told(phase, brief=brief)),
        key=lambda event: event.at,
    )
    return [
        Entry(number, event, side(event), above=side(event) == first)
        for number, event in enumerate(events, 1)
    ]


def _told(phase: Phase, *, brief: bool) -> Sequence[Event]:
    key = [event for event in phase.events if event.key] if brief else ()
    return key or phase.events


def apart(spots: Sequence[float], least: float, left: float, right: float) -> list[float]:
    """Spots in their order that are at least so far apart, within an interval if they can."""
    moved: list[float] = []
    for spot in spots:
        moved.append(max(spot, moved[-1] + least if moved else left))
    edge = right
    for i in reversed(range(len(moved))):
        moved[i] = min(moved[i], edge)
        edge = moved[i] - least
    return moved
