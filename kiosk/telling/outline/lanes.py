"""Lanes of forces: what the main formations of each side did from the first hour to the last."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise

from kiosk.exhibit.clock import Clock
from kiosk.exhibit.model import ENDED, Exhibit, Formation, Side, State
from kiosk.telling.locale import Teller
from kiosk.telling.outline.blocks import Bank, Lane, Span


def banks(exhibit: Exhibit, clock: Clock, teller: Teller, most: int) -> tuple[Bank, ...]:
    """The lanes of each side, the `most` that matter: in the exhibit's order, leavers last."""
    return tuple(
        Bank(
            key=side.id,
            name=teller.lead(side.name),
            second=teller.second(side.name),
            side=side,
            strength=_strength(exhibit, side, teller),
            lanes=tuple(
                sorted(
                    _lanes(exhibit, clock, side, teller, most), key=lambda lane: lane.joins != ""
                )
            ),
        )
        for side in exhibit.sides
    )


def _strength(exhibit: Exhibit, side: Side, teller: Teller) -> str:
    """The strength of a side's first formation whose strength is given."""
    mine = (one for one in exhibit.formations if one.side == side.id and one.strength)
    first = next(mine, None)
    return teller.strength(first.strength) if first else ""


def _lanes(exhibit: Exhibit, clock: Clock, side: Side, teller: Teller, most: int) -> Iterator[Lane]:
    mine = [one for one in exhibit.formations if one.side == side.id and one.track]
    ranked = sorted(mine, key=_worth)[:most]
    for formation in mine:
        if formation not in ranked:
            continue
        spans = tuple(_spans(exhibit, clock, formation, teller))
        if not spans:
            continue
        changed = next((one for one in spans if one.side != side.id), None)
        ended = next((one for one in spans if one.state in ENDED), None)
        yield Lane(
            key=formation.id,
            name=teller.lead(formation.label or formation.name),
            commander=_commander(exhibit, formation, teller),
            formation=formation,
            rank=ranked.index(formation),
            spans=tuple(one for one in spans if one.side == side.id and one.state not in ENDED),
            changed=changed.starts if changed else None,
            joins=changed.side if changed else "",
            ended=ended.starts if ended else None,
            fate=ended.doing if ended else "",
            strength=teller.strength(formation.strength),
        )


def _worth(formation: Formation) -> tuple[bool, bool, int, int]:
    """Those first that do something, whose commander is named, that matter, that go far."""
    states = {station.state for station in formation.track}
    return len(states) < 2, not formation.commanders, formation.importance, -len(formation.track)


def _spans(exhibit: Exhibit, clock: Clock, formation: Formation, teller: Teller) -> Iterator[Span]:
    """Stretches of time in which a formation did the same on the same side."""
    main = exhibit.exhibit
    turns = {moment for one in formation.track for moment in (one.starts, one.ends) if moment}
    inside = sorted({main.starts, *(turn for turn in turns if main.starts < turn < main.ends)})
    begun: tuple[dt.datetime, State, str] | None = None
    for moment, following in pairwise([*inside, main.ends]):
        seen = clock.sighting(formation.id, moment + (following - moment) / 2)
        if seen is None:
            continue
        now = seen.state, clock.side_at(formation.id, moment)
        if begun is not None and now == begun[1:]:
            continue
        if begun is not None:
            yield _span(*begun, moment, teller)
        begun = moment, *now
    if begun is not None:
        yield _span(*begun, main.ends, teller)


def _span(starts: dt.datetime, state: State, side: str, ends: dt.datetime, teller: Teller) -> Span:
    doing = "" if state is State.WAITING else teller.phrases.say(f"state_{state}")
    return Span(starts=starts, ends=ends, state=state, side=side, doing=doing)


def _commander(exhibit: Exhibit, formation: Formation, teller: Teller) -> str:
    if not formation.commanders:
        return ""
    first = formation.commanders[0]
    if first.person:
        return teller.lead(exhibit.indexed("people")[first.person].name)
    return teller.lead(first.name)
