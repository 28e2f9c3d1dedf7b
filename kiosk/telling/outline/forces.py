"""Trees of forces: who is on which side at a moment, under whom, and doing what."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from kiosk.exhibit.alliances import Alliances
from kiosk.exhibit.clock import Clock, Sighting
from kiosk.exhibit.model import Exhibit, Formation, Side, State
from kiosk.telling.locale import Teller, opening
from kiosk.telling.outline.allies import allied_now
from kiosk.telling.outline.blocks import Member, Tree

Trunk = tuple[bool, ...]


def branches(
    exhibit: Exhibit, side: str, sides: Mapping[str, str]
) -> Iterator[tuple[Formation, Trunk]]:
    """The formations on a side, those who came to it first, and those who left; parents first.

    `sides` says of each formation on which it is. The trunk says of each level below the first
    whether more of it follows.
    """
    mine = [one for one in exhibit.formations if side in (one.side, sides[one.id])]
    members = {one.id for one in mine if sides[one.id] == side}
    children: dict[str | None, list[Formation]] = {}
    for formation in mine:
        gone = sides[formation.id] != side
        if gone and formation.parent and sides[formation.parent] != side:
            continue
        parent = formation.parent if formation.parent in members else None
        children.setdefault(parent, []).append(formation)
    children.get(None, []).sort(key=lambda formation: formation.side == side)

    def walk(parent: str | None, trunk: Trunk) -> Iterator[tuple[Formation, Trunk]]:
        siblings = children.get(parent, [])
        for formation in siblings:
            branch = (*trunk, formation is not siblings[-1])
            yield formation, branch[1:]
            yield from walk(formation.id, branch)

    return walk(None, ())


def trees(exhibit: Exhibit, clock: Clock, moment: dt.datetime, teller: Teller) -> tuple[Tree, ...]:
    """The tree of each side at a moment."""
    sides = {one.id: clock.side_at(one.id, moment) for one in exhibit.formations}
    named, alliances = exhibit.indexed("sides"), Alliances(exhibit)
    return tuple(
        Tree(
            key=side.id,
            name=teller.lead(side.name),
            second=teller.second(side.name),
            colour=side.colour,
            allied=opening(allied_now(alliances, teller, side.id, moment)),
            members=tuple(
                _member(
                    formation,
                    trunk,
                    side,
                    named[sides[formation.id]],
                    clock.sighting(formation.id, moment),
                    teller,
                )
                for formation, trunk in branches(exhibit, side.id, sides)
            ),
        )
        for side in exhibit.sides
    )


def _member(
    formation: Formation,
    trunk: Trunk,
    side: Side,
    now: Side,
    sighting: Sighting | None,
    teller: Teller,
) -> Member:
    """A formation in the tree of `side`, which is on the side of `now`."""
    say, state = teller.phrases.say, sighting.state if sighting else State.WAITING
    gone, came = side.id != now.id, side.id != formation.side
    doing = "" if state == State.WAITING else say(f"state_{state}")
    if came and state != State.CHANGED_SIDES:
        doing = " · ".join(filter(None, (say(f"state_{State.CHANGED_SIDES}"), doing)))
    return Member(
        key=formation.id,
        name=teller.lead(formation.name),
        brief=teller.lead(formation.label or formation.name),
        trunk=trunk,
        worn=side,
        formation=formation,
        state=State.WAITING if gone else state,
        doing=f"→ {teller.lead(now.name)}" if gone else doing,
        strength="" if gone else teller.strength(formation.strength),
        came=came,
        gone=gone,
    )
