"""The proofs of a lesson as the map draws them: each where and when it was."""

from __future__ import annotations

import datetime as dt

from kiosk.exhibit.clock import Clock
from kiosk.exhibit.geo import lies_in, project
from kiosk.exhibit.model import Area, AreaKind, Bounds, Exhibit, Lesson, LonLat, Proof
from kiosk.map.sight import CLOSEST, sight_within
from kiosk.map.signs.proofs import ProofSpot
from kiosk.telling.locale import Teller

NEAR = (0.4, 0.5, CLOSEST)
"""The parts of a lesson's view, across and up, in which a proof is seen, the nearest first."""


def proof_of(lesson: Lesson, number: int) -> Proof | None:
    """The proof under a number, counted from 1; None for 0."""
    return lesson.proofs[number - 1] if number else None


def place_of(exhibit: Exhibit, proof: Proof) -> LonLat | None:
    """The longitude and latitude of a proof; None for one without a place."""
    point = proof.place
    return exhibit.indexed("places")[point].at if isinstance(point, str) else point


def moment_of(lesson: Lesson, number: int) -> dt.datetime:
    """The hour of the lesson, or of its proof under a number."""
    proof = proof_of(lesson, number)
    return proof.moment if proof and proof.moment else lesson.moment


def sight_of(exhibit: Exhibit, clock: Clock, lesson: Lesson, number: int, view: Bounds) -> Bounds:
    """The part of a lesson's view, west, south, east and north, about the proof under a number.

    It is the nearest in which no more is lost of what the lesson is about than in the widest, and
    cuts no ground that the proof is about; the view itself where the proof would be alone.
    """
    proof, moment = proof_of(lesson, number), moment_of(lesson, number)
    place = place_of(exhibit, proof) if proof else None
    if place is None:
        return view
    spots = [exhibit.indexed("places")[key].at for key in lesson.places]
    spots += [(one.lon, one.lat) for one in clock.at(moment, among=lesson.formations)]
    grounds = [one for one in grounds_of(exhibit, moment) if lies_in(view, one)]
    nears = [_whole(place, grounds, view, part) for part in NEAR]
    widest = sight_within([place], view)
    kept = [spot for spot in spots if spot != place and lies_in(widest, spot)]
    whole = (near for near in nears if all(lies_in(near, spot) for spot in kept))
    return next(whole, view) if kept else view


def grounds_of(exhibit: Exhibit, moment: dt.datetime) -> list[Bounds]:
    """The extents of what a proof at an hour may be about: all areas in force but cuts."""
    areas = (area for area in exhibit.areas if area.starts <= moment < area.ends)
    return [_extent(area) for area in areas if area.kind is not AreaKind.CUT]


def _extent(area: Area) -> Bounds:
    """West, south, east and north of an area."""
    lons, lats = zip(*(area.ring or area.line), strict=True)
    return min(lons), min(lats), max(lons), max(lats)


def _whole(place: LonLat, grounds: list[Bounds], view: Bounds, part: float) -> Bounds:
    """A part of a view about a place, as near as may be without a cut through a ground."""
    spots, sight = [place], sight_within([place], view, closest=part)
    while cut := [one for one in grounds if _meets(sight, one) and not lies_in(sight, one)]:
        corners = [spot for one in cut for spot in (one[:2], one[2:])]
        if set(corners) <= set(spots):
            return view
        spots += corners
        sight = sight_within(spots, view, closest=part)
    return sight


def _meets(one: Bounds, other: Bounds) -> bool:
    """True if two boxes have ground in common."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def proofs_of(
    exhibit: Exhibit, lesson: Lesson, chosen: int, teller: Teller
) -> tuple[ProofSpot, ...]:
    """The proofs that have a place; `chosen` is a number, or 0.

    The chosen one brings the map to its hour: those of other hours would point at what isn't there.
    """
    now = moment_of(lesson, chosen)
    return tuple(
        ProofSpot(
            number,
            project(*at),
            teller.lead(proof.text),
            teller.phrases.say(
                "proof", number, teller.lead(proof.text), teller.now(moment_of(lesson, number))
            ),
            chosen=number == chosen,
        )
        for number, proof in enumerate(lesson.proofs, 1)
        if (at := place_of(exhibit, proof)) is not None
        and (not chosen or moment_of(lesson, number) == now)
    )
