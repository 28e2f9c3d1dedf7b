"""Lanes of forces: what the main formations of each side did from the first hour to the last."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from kiosk.exhibit.clock import Clock, Sighting
from kiosk.exhibit.model import ENDED, Exhibit, Formation, Side, State
from kiosk.telling.locale import Teller
from kiosk.telling.outline.blocks import Bank, Lane, Span
from kiosk.telling.standing import Standing


def banks(exhibit: Exhibit, clock: Clock, teller: Teller, most: int) -> tuple[Bank, ...]:
    """The lanes of each side, the `most` that matter: in the exhibit's order, leavers last."""
    standing = Standing(exhibit, teller)
    return tuple(
        Bank(
            key=side.id,
            name=teller.lead(side.name),
            second=teller.second(side.name),
            side=side,
            strength=_strength(exhibit, side, teller),
            lanes=tuple(
                sorted(
                    _lanes(exhibit, clock, side, teller, standing, most),
                    key=lambda lane: lane.joins != "",
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


def _lanes(
    exhibit: Exhibit, clock: Clock, side: Side, teller: Teller, standing: Standing, most: int
) -> Iterator[Lane]:
    mine = [one for one in exhibit.formations if one.side == side.id and one.track]
    ranked = sorted(mine, key=_worth)[:most]
    for formation in mine:
        if formation not in ranked:
            continue
        spans = tuple(_spans(exhibit, clock, formation, teller, standing))
        if not spans:
            continue
        changed = next((one for one in spans if one.side != side.id), None)
        ended = next((one for one in spans if one.state in ENDED), None)
        yield Lane(
            key=formation.id,
            name=teller.lead(formation.name),
            label=teller.lead(formation.label or formation.name),
            commander=_commander(exhibit, formation, teller),
            formation=formation,
            rank=ranked.index(formation),
            spans=tuple(one for one in spans if one.side == side.id and one.state not in ENDED),
            changed=changed.starts if changed else None,
            joins=changed.side if changed else "",
            ended=ended.starts if ended else None,
            fate=teller.phrases.say(f"state_{ended.state}") if ended else "",
            strength=teller.strength(formation.strength),
        )


def _worth(formation: Formation) -> tuple[bool, bool, int, int]:
    """Those first that do something, whose commander is named, that matter, that go far."""
    states = {station.state for station in formation.track}
    return len(states) < 2, not formation.commanders, formation.importance, -len(formation.track)


def _spans(
    exhibit: Exhibit, clock: Clock, formation: Formation, teller: Teller, standing: Standing
) -> Iterator[Span]:
    """Stretches of time in which a formation did the same on the same side, as they are told."""
    for part in _run_on(list(_parts(exhibit, clock, formation))):
        doing = teller.phrases.say(f"state_{part.state}")
        stays = part.stay is not None and part.state not in ROVING
        where = standing.briefly(part.stay) if stays and part.stay else ""
        full = teller.phrases.say("done_there", doing, where) if where else doing
        yield Span(
            starts=part.starts,
            ends=part.ends,
            state=part.state,
            side=part.side,
            doing=full,
            brief=doing,
        )


ROVING = (State.MARCHING, State.WITHDRAWING)
"""The states in which a formation is nowhere for long."""


@dataclass(frozen=True)
class _Part:
    """A stretch in one state on one side; `stay` is where it stood for most of it, if anywhere."""

    starts: dt.datetime
    ends: dt.datetime
    state: State
    side: str
    stay: Sighting | None
    stayed: dt.timedelta

    @property
    def lasts(self) -> dt.timedelta:
        return self.ends - self.starts

    def and_on(self, other: _Part, ends: dt.datetime) -> _Part:
        """Both as one, until a moment; where it stood longer is where it stood."""
        longer = max(self, other, key=lambda part: part.stayed)
        return replace(self, ends=ends, stay=longer.stay, stayed=longer.stayed)


def _parts(exhibit: Exhibit, clock: Clock, formation: Formation) -> Iterator[_Part]:
    """Stretches between a formation's turns, those alike put together."""
    main = exhibit.exhibit
    turns = {moment for one in formation.track for moment in (one.starts, one.ends) if moment}
    inside = sorted({main.starts, *(turn for turn in turns if main.starts < turn < main.ends)})
    held: _Part | None = None
    for moment, following in pairwise([*inside, main.ends]):
        seen = clock.sighting(formation.id, moment + (following - moment) / 2)
        if seen is None:
            continue
        side, stay = clock.side_at(formation.id, moment), None if seen.moving else seen
        stayed = following - moment if stay else dt.timedelta()
        part = _Part(moment, following, seen.state, side, stay, stayed)
        if held is not None and (held.state, held.side) == (part.state, part.side):
            held = held.and_on(part, following)
            continue
        if held is not None:
            yield held
        held = part
    if held is not None:
        yield held


def _run_on(parts: list[_Part]) -> list[_Part]:
    """Halts that are shorter than the stretches which they part, as a part of these."""
    run: list[_Part] = []
    for part in parts:
        halt = run[-1] if len(run) > 1 and run[-1].state is State.WAITING else None
        before = run[-2] if halt else None
        alike = before and (before.state, before.side) == (part.state, part.side)
        if before and halt and alike and halt.lasts < before.lasts + part.lasts:
            run[-2:] = [before.and_on(part, part.ends)]
        else:
            run.append(part)
    return run


def _commander(exhibit: Exhibit, formation: Formation, teller: Teller) -> str:
    if not formation.commanders:
        return ""
    first = formation.commanders[0]
    if first.person:
        return teller.lead(exhibit.indexed("people")[first.person].name)
    return teller.lead(first.name)
