"""Threads: the life of a person, the fate of a formation, what befell a place, knot by knot."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from kiosk.exhibit import model
from kiosk.exhibit.calendars import year_of
from kiosk.exhibit.clock import Sighting
from kiosk.exhibit.model import ENDED
from kiosk.telling.locale import opening
from kiosk.telling.outline.blocks import Knot
from kiosk.telling.outline.scribe import Now, Scribe


def life(scribe: Scribe, person: model.Person) -> tuple[Knot, ...]:
    """A life in its years; those of the hour's own year are present."""
    year = scribe.exhibit.reckoning.date(scribe.now.moment)[0] if scribe.now else None
    return tuple(
        Knot(
            key=str(i),
            heading=scribe.teller.phrases.year(milestone.year) if milestone.year else "",
            text=scribe.lead(milestone.text),
            present=milestone.year is not None and year_of(milestone.year) == year,
        )
        for i, milestone in enumerate(person.life)
    )


def befallen(scribe: Scribe, place: model.Place) -> tuple[Knot, ...]:
    """The events at a place; the last by the hour is present."""
    found = sorted(
        (
            (event, phase)
            for phase in scribe.exhibit.phases
            for event in phase.events
            if event.place == place.id
        ),
        key=lambda both: both[0].at,
    )
    passed = [event.id for event, _ in found if scribe.now and event.at <= scribe.now.moment]
    knots = [
        Knot(
            key=event.id,
            heading=scribe.teller.date(event.at),
            text=scribe.lead(event.text),
            ref=scribe.ref(phase),
            present=event.id == passed[-1] if passed else False,
        )
        for event, phase in found
    ]
    return tuple(_about_now(scribe, knots))


def fate(scribe: Scribe, formation: model.Formation) -> tuple[Knot, ...]:
    """The stays of a formation, what it did there, what became of it; none without an hour.

    Where it is at the hour is present, with how surely that is known.
    """
    now = scribe.now
    if now is None or not formation.track:
        return ()
    knots = _about_now(scribe, _stays(scribe, formation, now))
    if formation.fate:
        knots.append(Knot(key="fate", text=scribe.lead(formation.fate)))
    return tuple(knots)


MOST_KNOTS = 3
"""The most stays or events that are told at an hour: that of the hour, one before, one after."""


def _about_now(scribe: Scribe, knots: Sequence[Knot]) -> list[Knot]:
    """The knots about that of the hour, and how many are left out."""
    beyond = len(knots) - MOST_KNOTS
    if scribe.now is None or beyond < 2:
        return [*knots]
    present = next((at for at, knot in enumerate(knots) if knot.present), 0)
    first = max(0, min(present - 1, beyond))
    more = Knot(key="more", text=scribe.say("more_entries", beyond))
    return [*knots[first : first + MOST_KNOTS], more]


def _stays(scribe: Scribe, formation: model.Formation, now: Now) -> list[Knot]:
    """A knot for each stay and what it did there, one for stations that say the same."""
    seen = now.sighting(formation.id)

    def knot(key: str, sighting: Sighting, since: dt.datetime, *, present: bool) -> Knot:
        state = scribe.say(f"state_{sighting.state}")
        where = scribe.standing.briefly(sighting)
        return Knot(
            key=key,
            heading=scribe.teller.date(since),
            text=opening(scribe.say("done_there", state, where) if where else state),
            doubt=_known(scribe, sighting) if present else "",
            present=present,
        )

    knots: list[Knot] = []
    for i, station in enumerate(formation.track):
        sighting = now.clock.sighting(formation.id, station.starts)
        assert sighting is not None
        here = seen is not None and seen.station == i
        stay = knot(str(i), sighting, station.starts, present=here and not (seen and seen.moving))
        if knots and knots[-1].text == stay.text:
            present = knots[-1].present or stay.present
            knots[-1] = replace(knots[-1], present=present, doubt=knots[-1].doubt or stay.doubt)
        else:
            knots.append(stay)
        if seen is not None and here and seen.moving:
            knots.append(knot(f"after {i}", seen, now.moment, present=True))
        if station.state in ENDED:
            break
    return knots


def _known(scribe: Scribe, sighting: Sighting) -> str:
    """The kilometres that it may be off, and how surely that is known."""
    sure = scribe.say(f"certainty_{sighting.certainty}")
    return " · ".join(filter(None, (scribe.teller.about(sighting.uncertainty_km), sure)))
