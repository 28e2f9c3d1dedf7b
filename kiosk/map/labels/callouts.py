"""Callouts: words of proposals, proofs and crowded places, each tied to its own by a thin line."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from kiosk.map.boxes import Box, Point, Size, crosses
from kiosk.map.ground.palette import TABLE
from kiosk.map.labels.laying import Laying
from kiosk.map.labels.names import ANY, CROWD, DOT, RAILS, STROKE, UNCROWDED, Names
from kiosk.map.labels.request import Request
from kiosk.map.labels.result import Placed, name_label
from kiosk.map.labels.targets import Target
from kiosk.map.signs.proofs import ProofSign, ProofSpot
from kiosk.map.signs.proposals import STAY_MM, Leader, Proposal, width_mm
from kiosk.map.viewport import PlanePoint

FAR_MM = (8.0, 14.0, 20.0, 28.0, 38.0, 50.0)
"""The distances of words from their proposal that are tried."""

TIED_MM = (8.0, 11.0, 14.0)
"""The distances of a place's name from its dot that are tried."""

TURNS = 16
"""The directions that are tried."""

SHARES = (0.5, 0.7, 0.3)
"""The parts of its way at which the words of a proposal may be tied to it."""

LEADER_STEP_MM, LEADER_ROOM_MM = 2.0, 1.0
"""The distance of the points at which a leader is tried, and the room that it takes."""

WORDLESS_MM = 400.0
"""The cost of a proof's number without words: more than that of any other fault."""

REACH_MM, LONG_MM = 20.0, 60.0
"""The longest line from a proof to its number that is seen as one, and the cost of a longer one."""

TARGET_MM, APART_MM = 20.0, 23.5
"""Each way of a number as it is pressed, and between the middles of two: 3 mm part them."""

UNDER_MM = 200.0
"""The cost of a number nearer than that to a control or to another, or of lines that cross."""

BESIDE_MM = 2.4
"""Room between a proof's disc and the words beside it."""

CLEAR_MM = 1.5
"""Room between words and the end of their leader."""

DOT_MM = 2.0
"""The room of the dot at the end of a proof's line."""

OFF_MM = 2.6
"""The distance of a name's line from the middle of its dot, whose own ground it keeps off."""

FAULTS_MM = {CROWD: 14.0, STROKE: 12.0, DOT: 6.0, RAILS: 6.0}
CROSSED_MM = 40.0
"""The cost of a place for a proof's words: of each ground, and of a line that crosses others."""

OUT: Point = (math.inf, math.inf)
"""A spot where there is never room."""


class _Tie(NamedTuple):
    """A point of the plane that words may be tied to, its spot, and how far off its line is, px."""

    at: PlanePoint
    spot: Point
    off: float

    def leader(self, box: Box, clear: float) -> tuple[Point, Point]:
        """Both ends of the line from the proposal's edge to `clear` px before a box."""
        x, y = self.spot
        near = min(max(x, box.left), box.right), min(max(y, box.top), box.bottom)
        far = math.dist(self.spot, near) or 1.0
        right, down = (near[0] - x) / far, (near[1] - y) / far
        first, last = min(self.off, far), max(self.off, far - clear)
        return (x + right * first, y + down * first), (x + right * last, y + down * last)


class _Form(NamedTuple):
    """The px of a proof's disc, and the size in px of the words beside it, if there are any."""

    disc: float
    words: Size | None
    gap: float

    @classmethod
    def of(cls, request: Request, words: str) -> _Form:
        size = request.area_size(request.text_px, words) if words else None
        return cls(request.disc, size, BESIDE_MM * request.px_per_mm)

    @property
    def size(self) -> Size:
        """The px of both together."""
        if self.words is None:
            return self.disc, self.disc
        return self.disc + self.gap + self.words[0], max(self.disc, self.words[1])

    def parts(self, box: Box, spot: Point) -> tuple[Box, Box]:
        """The disc and the words in a box, the disc at the side of the spot."""
        (wide, high), (x, y), half = self.words or (0.0, 0.0), box.centre, self.disc / 2
        first = x >= spot[0]
        disc = Box.around(box.left + half if first else box.right - half, y, self.disc, self.disc)
        left = box.right - wide if first else box.left
        return disc, Box(left, y - high / 2, left + wide, y + high / 2)


class Callouts:
    """Lays the words of one proposal or proof after the other, where `names` finds room."""

    def __init__(self, names: Names) -> None:
        self._names = names

    def lay(self, laying: Laying, index: int, proposal: Proposal) -> None:
        """Places words and leader; the leader crosses others only where there is no other room."""
        request = laying.request
        px = request.text_px
        size = request.area_size(px, proposal.words)
        scale, mm = laying.viewport.scale, laying.mm
        ties = [
            _Tie(at, laying.viewport.on_screen([at])[0], off)
            for at, off in _ties(proposal, scale, mm)
        ]
        key = f"proposals/{index}"
        tries = [
            (tie, middle)
            for far in FAR_MM
            for tie in ties
            for middle in _around(tie.spot, tie.off + far * mm, size)
        ]
        reached = [
            middle if _reaches(laying, tie, Box.around(*middle, *size)) else OUT
            for tie, middle in tries
        ]
        placed = self._names.at(key, reached, size, UNCROWDED)
        placed = placed or self._names.at(key, [middle for _, middle in tries], size, UNCROWDED)
        if placed is None:
            return
        box = placed.box
        near = (tie for tie, middle in tries if math.dist(middle, box.centre) < 0.5)
        tie = min(near, key=lambda tie: box.away(*tie.spot))
        laying.result.names.append(
            name_label(
                key,
                "yours" if proposal.yours else "area",
                tie.at,
                tie.spot,
                placed,
                proposal.words,
                px,
                tint="" if proposal.yours else proposal.colour,
                chosen=proposal.yours,
            )
        )
        start, end = tie.leader(box, CLEAR_MM * mm)
        laying.result.leaders.append(
            Leader(
                *tie.at,
                _from(tie.spot, start),
                _from(tie.spot, end),
                proposal.colour,
                proposal.yours,
            )
        )
        _take_line(laying, start, end)

    def lay_proof(self, laying: Laying, proof: ProofSpot) -> None:
        """Places the number in its disc and the words beside it, or the number alone.

        Without room anywhere it stands on its very spot.
        """
        mm, px = laying.mm, laying.request.text_px
        spot = laying.viewport.on_screen([proof.at])[0]
        key, tie = str(proof.ref), _Tie(proof.at, spot, DOT_MM * mm)
        forms = [_Form.of(laying.request, words) for words in (proof.words, "")]
        tries = [
            (0.0 if form.words else WORDLESS_MM, form, Box.around(*middle, *form.size))
            for form in forms
            for far in FAR_MM
            for middle in _around(spot, tie.off + far * mm, form.size)
        ]

        def fault(i: int) -> float:
            wordless, form, box = tries[i]
            return wordless + self._fault(laying, tie, form, box)

        placed = self._names.cheapest(key, [box for _, _, box in tries], fault)
        form, box, worst = forms[-1], Box.around(*spot, *forms[-1].size), WORDLESS_MM
        if placed:
            at = next(i for i, (*_, box) in enumerate(tries) if box == placed.box)
            worst, (_, form, box) = fault(at), tries[at]
        laying.count_proof(key, worst, poor=worst >= LONG_MM)
        disc, words = form.parts(box, spot)
        if form.words:
            label = name_label(key, "area", proof.at, spot, Placed(words, 0), proof.words, px)
            laying.result.names.append(label)
        away = _from(spot, disc.centre)
        sign = ProofSign(
            key, proof.number, *proof.at, *away, form.disc, proof.chosen, spoken=proof.spoken
        )
        laying.result.proofs.append(sign)
        part = disc.moved(-spot[0], -spot[1])
        laying.result.targets.append(Target(proof.ref, proof.at, (part,)))
        _take_line(laying, *tie.leader(disc, 0.0))

    def _fault(self, laying: Laying, tie: _Tie, form: _Form, box: Box) -> float:
        """The cost in mm of a proof's line, what it would cross, lie on and its number be near."""
        ground = self._names.ground(box)
        faults = sum(cost for flag, cost in FAULTS_MM.items() if ground & flag)
        disc, apart = form.parts(box, tie.spot)[0], APART_MM * laying.mm
        long = math.dist(tie.spot, disc.centre) / laying.mm - form.disc / 2 / laying.mm
        faults += long + (LONG_MM if long > REACH_MM else 0.0)
        side = 2 * apart - TARGET_MM * laying.mm
        pressed = Box.around(*disc.centre, side, side)
        if any(pressed.meets(kept) for kept in laying.request.kept):
            faults += UNDER_MM
        for other in laying.result.proofs:
            x, y = laying.viewport.on_screen([(other.plane_x, other.plane_y)])[0]
            if Box.around(x + other.dx, y + other.dy, 2 * apart, 2 * apart).covers(disc.centre):
                faults += UNDER_MM
        if _crosses(laying, tie, disc):
            faults += UNDER_MM
        return faults if _reaches(laying, tie, disc) else faults + CROSSED_MM


def tied(
    laying: Laying, names: Names, key: str, place: str, at: PlanePoint, size: Size
) -> tuple[Placed, Leader] | None:
    """Room for the name of a place, under a key, about whose dot there is none, and its line."""
    mm, spot = laying.mm, laying.viewport.on_screen([at])[0]
    tie = _Tie(at, spot, OFF_MM * mm)
    middles = [middle for far in TIED_MM for middle in _around(spot, far * mm, size)]
    boxes = [Box.around(*middle, *size) for middle in middles]
    free = [
        middle
        if laying.is_own(place, spot, box)
        and _reaches(laying, tie, box)
        and not _crosses(laying, tie, box)
        else OUT
        for middle, box in zip(middles, boxes, strict=True)
    ]
    placed = names.at(key, free, size, ANY)
    if placed is None:
        return None
    start, end = tie.leader(placed.box, CLEAR_MM * mm)
    _take_line(laying, start, end)
    return placed, Leader(*at, _from(spot, start), _from(spot, end), TABLE.muted, yours=False)


def _reaches(laying: Laying, tie: _Tie, box: Box) -> bool:
    """True if a leader to `box` meets nothing that stands already."""
    start, end = tie.leader(box, CLEAR_MM * laying.mm)
    room = LEADER_ROOM_MM * laying.mm
    return all(
        laying.table.is_free(Box.around(*point, room, room))
        for point in _points(start, end, LEADER_STEP_MM * laying.mm)
    )


def _crosses(laying: Laying, tie: _Tie, box: Box) -> bool:
    """True if a leader to `box` crosses another."""
    leader = tie.leader(box, 0.0)
    return any(crosses(leader, other) for other in laying.ties)


def _ties(proposal: Proposal, scale: float, mm: float) -> Iterator[tuple[PlanePoint, float]]:
    """Points of the plane at which words may be tied to it, and how many px its line is off."""
    if proposal.stays:
        yield proposal.way[0], STAY_MM * mm
        return
    half = width_mm(proposal, scale, mm) * mm / 2
    length = sum(math.dist(a, b) for a, b in pairwise(proposal.way))
    for share in SHARES:
        left = length * share
        for (x0, y0), (x1, y1) in pairwise(proposal.way):
            stretch = math.dist((x0, y0), (x1, y1))
            if 0 < left <= stretch:
                part = left / stretch
                yield (x0 + (x1 - x0) * part, y0 + (y1 - y0) * part), half
                break
            left -= stretch


def _take_line(laying: Laying, start: Point, end: Point) -> None:
    """Takes the ground beneath a leader."""
    laying.ties.append((start, end))
    for point in _points(start, end, LEADER_STEP_MM * laying.mm):
        laying.table.take(Box.around(*point, laying.mm, laying.mm))


def _around(spot: Point, gap: float, size: Size) -> Iterator[Point]:
    """The middles of boxes `gap` px off a spot, those to the right and left first."""
    turns = sorted(range(TURNS), key=lambda turn: abs(math.sin(math.tau * turn / TURNS)))
    for turn in turns:
        right, down = math.cos(math.tau * turn / TURNS), math.sin(math.tau * turn / TURNS)
        across = size[0] / 2 * max(-1.0, min(1.0, 2 * right))
        yield spot[0] + right * gap + across, spot[1] + down * (gap + size[1] / 2)


def _points(start: Point, end: Point, step: float) -> Sequence[Point]:
    """Points along a line."""
    count = max(1, math.ceil(math.dist(start, end) / step))
    return [
        (
            start[0] + (end[0] - start[0]) * i / count,
            start[1] + (end[1] - start[1]) * i / count,
        )
        for i in range(count + 1)
    ]


def _from(spot: Point, point: Point) -> Point:
    return point[0] - spot[0], point[1] - spot[1]
