"""The proofs of a lesson as the map draws them: each where and when it was."""

from __future__ import annotations

import datetime as dt

from kiosk.exhibit.clock import Clock
from kiosk.exhibit.geo import lies_in, project
from kiosk.exhibit.model import Bounds, Exhibit, Lesson, LonLat, Proof
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

    It is the nearest in which no more is lost of what the lesson is about than in the widest; the
    view itself where the proof would be alone in all of them.
    """
    proof, moment = proof_of(lesson, number), moment_of(lesson, number)
    place = place_of(exhibit, proof) if proof else None
    if place is None:
        return view
    spots = [exhibit.indexed("places")[key].at for key in lesson.places]
    spots += [(one.lon, one.lat) for one in clock.at(moment, among=lesson.formations)]
    nears = [sight_within([place], view, closest=part) for part in NEAR]
    seen = [sum(lies_in(near, spot) for spot in spots if spot != place) for near in nears]
    return nears[seen.index(seen[-1])] if seen[-1] else view


def proofs_of(
    exhibit: Exhibit, lesson: Lesson, chosen: int, teller: Teller
) -> tuple[ProofSpot, ...]:
    """The proofs that have a place; `chosen` is a number, or 0."""
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
    )
