"""Numbers of proofs: each in a disc near its spot, its words beside it."""

from __future__ import annotations

import itertools
import math
from typing import NamedTuple

from kiosk.map.boxes import Box, Point, Size
from kiosk.map.labels.laying import Laying
from kiosk.map.labels.names import CROWD, DOT, FRONT, RAILS, STROKE, Names
from kiosk.map.labels.request import Request
from kiosk.map.labels.result import Placed, Waiting, name_label
from kiosk.map.labels.targets import Target
from kiosk.map.labels.ties import Tie
from kiosk.map.signs.proofs import ProofSign, ProofSpot
from kiosk.map.viewport import Viewport

FAR_MM = (4.0, 7.0, 10.0, 13.5, 17.5, 24.0, 31.0, 40.0, 50.0)
"""The distances of a disc from the dot at the end of its line that are tried."""

TURNS = 16
"""The directions that are tried."""

WORDLESS_MM, UNDER_MM, NOWHERE_MM = 400.0, 500.0, 2000.0
"""The cost of a number without words, of one that is pressed too near to a control or to another,
or whose line crosses another's, and of one without a place."""

REACH_MM, LONG_MM = 20.0, 60.0
"""The longest line from a proof to its number that is seen as one, and the cost of a longer one."""

TARGET_MM, GAP_MM = 20.0, 3.5
"""Each way of a number as it is pressed at the least, and the room between two."""

BESIDE_MM = 2.4
"""Room between a disc and the words beside it."""

DOT_MM = 2.0
"""The room of the dot at the end of a line."""

FAULTS_MM = {CROWD: 14.0, FRONT: 60.0, STROKE: 30.0, DOT: 6.0, RAILS: 6.0}
CROSSED_MM = 40.0
"""The cost of words or a disc on each ground, and of a line that crosses others."""

OUTWARD_MM, INWARD_MM, STACKED_MM = 0.0, 1.5, 2.0
"""The cost of words on the far side of the disc, on the near one, and of words below or above."""


class _Try(NamedTuple):
    """A place to try: how far off in mm, whither, on which side the words stand, the least cost.

    Directions are right and down, -1 to 1; those of words are whole, and (0, 0) without words.
    """

    cost: float
    far_mm: float
    turn: Point
    side: tuple[int, int]

    def parts(self, spot: Point, form: _Form, mm: float) -> tuple[Box, Box | None]:
        """The disc and the words."""
        away = (DOT_MM + self.far_mm) * mm + form.disc / 2
        x, y = spot[0] + self.turn[0] * away, spot[1] + self.turn[1] * away
        disc = Box.around(x, y, form.disc, form.disc)
        if self.side == (0, 0):
            return disc, None
        (wide, high), (right, down) = form.words, self.side
        x += right * (form.disc / 2 + BESIDE_MM * mm + wide / 2)
        return disc, Box.around(x, y + down * (form.disc + high) / 2, wide, high)


class _Form(NamedTuple):
    """The px of a disc, and the size in px of the words beside it."""

    disc: float
    words: Size

    @classmethod
    def of(cls, request: Request, words: str) -> _Form:
        return cls(request.disc, request.area_size(request.text_px, words))


def _tries() -> list[_Try]:
    """All places, the best first."""
    found = []
    angles = [math.tau * turn / TURNS for turn in range(TURNS)]
    for far, angle in itertools.product(FAR_MM, angles):
        turn = math.cos(angle), math.sin(angle)
        long = DOT_MM + far
        cost = long + (LONG_MM if long > REACH_MM else 0.0)
        outward = 1 if turn[0] > -0.01 else -1
        sides = (
            ((outward, 0), OUTWARD_MM),
            ((-outward, 0), INWARD_MM),
            ((0, 1), STACKED_MM),
            ((0, -1), STACKED_MM),
        )
        found += [_Try(cost + more, far, turn, side) for side, more in sides]
        found.append(_Try(cost + WORDLESS_MM, far, turn, (0, 0)))
    return sorted(found, key=lambda one: (one.cost, abs(one.turn[1])))


TRIES = _tries()


class Numbers:
    """Lays the numbers of proofs one after the other, where `names` finds room."""

    def __init__(self, names: Names) -> None:
        self._names = names

    def away(self, request: Request, viewport: Viewport) -> list[Waiting]:
        """The proofs that lie outside the room: they wait at its edge."""
        spots = ((proof, viewport.on_screen([proof.at])[0]) for proof in request.proofs)
        return [
            Waiting(proof.ref, spot, (f"({proof.number})",), proof.chosen, proof.spoken)
            for proof, spot in spots
            if not viewport.room.covers(spot)
        ]

    def lay(self, laying: Laying, proof: ProofSpot) -> None:
        """Places the number in its disc and the words beside it, or the number alone.

        Without room anywhere it stands on its very spot.
        """
        mm, px = laying.mm, laying.request.text_px
        spot = laying.viewport.on_screen([proof.at])[0]
        key, tie = str(proof.ref), Tie(proof.at, spot, DOT_MM * mm)
        form = _Form.of(laying.request, proof.words)

        def boxes(i: int) -> list[Box]:
            return [box for box in TRIES[i].parts(spot, form, mm) if box]

        def fault(i: int) -> float:
            return self._fault(laying, tie, boxes(i))

        costs = [one.cost for one in TRIES]
        found = self._names.cheapest(key, costs, boxes, fault, UNDER_MM)
        disc, words = Box.around(*spot, form.disc, form.disc), None
        worst = NOWHERE_MM
        if found is not None:
            disc, words = TRIES[found].parts(spot, form, mm)
            worst = TRIES[found].cost + fault(found)
        laying.count_proof(key, worst, poor=worst >= LONG_MM)
        if words:
            label = name_label(key, "area", proof.at, spot, Placed(words, 0), proof.words, px)
            laying.result.names.append(label)
        away = tie.away(disc.centre)
        sign = ProofSign(
            key, proof.number, *proof.at, *away, form.disc, proof.chosen, spoken=proof.spoken
        )
        laying.result.proofs.append(sign)
        part = disc.moved(-spot[0], -spot[1])
        laying.result.targets.append(Target(proof.ref, proof.at, (part,)))
        tie.take(laying, disc, 0.0)

    def _fault(self, laying: Laying, tie: Tie, boxes: list[Box]) -> float:
        """The cost in mm of what a number, its words and line lie on, cross and are near to."""
        ground = 0
        for box in boxes:
            ground |= self._names.ground(box)
        faults = sum(cost for flag, cost in FAULTS_MM.items() if ground & flag)
        disc, *words = boxes
        line = tie.leader(disc, 0.0)
        if any(box.is_cut(line) for box in words):
            faults += CROSSED_MM
        pressed = max(TARGET_MM * laying.mm, disc.width)
        apart = pressed + GAP_MM * laying.mm
        room = Box.around(*disc.centre, *2 * [2 * apart - pressed])
        if any(room.meets(kept) for kept in laying.request.kept):
            faults += UNDER_MM
        for other in laying.result.proofs:
            x, y = laying.viewport.on_screen([(other.plane_x, other.plane_y)])[0]
            if Box.around(x + other.dx, y + other.dy, 2 * apart, 2 * apart).covers(disc.centre):
                faults += UNDER_MM
        if tie.crosses(laying, disc):
            faults += UNDER_MM
        return faults if tie.reaches(laying, disc) else faults + CROSSED_MM
