"""Edge items: what the page names beyond the frame, each in a tag at the map's border."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kiosk.exhibit.model import Exhibit
from kiosk.map.boxes import Box, Point, Size
from kiosk.map.labels.laying import UNNAMED, Laying
from kiosk.map.labels.request import Request
from kiosk.map.labels.result import EdgeItem, Waiting, lettering
from kiosk.map.labels.slots import GAP_MM
from kiosk.map.labels.targets import Target
from kiosk.map.signs.style import NOTE, POINTER_MM
from kiosk.telling.locale import Teller
from kiosk.telling.standing import Standing

STEP_MM = 5.0
"""The distance along the edge from one place that is tried to the next."""

AT_MOST = 2
"""The most that wait at the edge of a map."""

OFF_MIDDLE = 0.3
"""The cost of each mm from the middle of an item to the nearest point of the edge."""

LESS, SHORT, NAMELESS = 6.0, 8.0, 60.0
"""The cost of an item without its place, of its short name without it, and of a number alone."""

PAD_MM, LOW_MM = 2.0, 0.8
"""The room in a tag before and behind what it says, and above and below."""

SPACE = 0.28
"""The room between two texts on one line, in em."""

APART_MM = 1.5
"""The room between two tags side by side."""

BEYOND_MM = 100.0
"""The length by which a tag goes on beyond the room, as far as the map's border at the least."""

HIDING, STRUCK, ON_A_DOT, CROWD = 20.0, 12.0, 3.0, 60.0
"""The cost of covering what is to be kept clear, a drawn line or a dot; of standing too near."""

KEPT, HELD = 24.0, 1000.0
"""The gain of the place that an item had; the second while only time runs."""

Memory = Mapping[str, tuple[int, Point]]
"""By ref, which form of an item stood, and its corner in px."""


@dataclass(frozen=True)
class _Form:
    """A way to say an item: two texts, on one line or two, and what it costs in mm.

    `name_box` and `place_box` are those of the texts in px, from the corner of a tag of a `size`.
    """

    label: str
    place: str
    name_box: Box
    place_box: Box
    size: Size
    cost: float

    @staticmethod
    def of(
        request: Request, waiting: Waiting, label: str, place: str, cost: float, *, stacked: bool
    ) -> _Form:
        """The form that says two texts, the second below the first if they are `stacked`."""
        px, letters = request.text_px, lettering(waiting.ref)
        pad, gap = PAD_MM * request.px_per_mm, GAP_MM * request.px_per_mm
        left, high = pad + _arrow(request) + gap, letters.room * px
        first = Box(left, 0.0, left + letters.width(label, px), high)
        x, y = (left, high) if stacked else (first.right + SPACE * px, 0.0)
        second = Box(x, y, x + (NOTE.width(place, px) if place else 0.0), y + NOTE.room * px)
        right = max(first.right, second.right) if place else first.right
        lines = second.bottom if place and stacked else high
        size = right + pad, max(_arrow(request), lines) + 2 * LOW_MM * request.px_per_mm
        down = (size[1] - lines) / 2
        return _Form(label, place, first.moved(0.0, down), second.moved(0.0, down), size, cost)


class Edges:
    """Lays one edge item after the other, and remembers where each stood."""

    def __init__(self, exhibit: Exhibit) -> None:
        self._exhibit = exhibit
        self._standing: tuple[Teller, Standing] | None = None
        self._kept: dict[str, tuple[int, Point]] = {}
        self._before: Memory = {}

    def memory(self) -> Memory:
        """The forms and corners of now, to be recalled."""
        return dict(self._kept)

    def recall(self, memory: Memory) -> None:
        """Remembers what was remembered then."""
        self._kept = dict(memory)

    def begin(self, clear: Sequence[Point], *, holds: bool) -> None:
        """Begins a laying, off the points to keep `clear`, if that can be, or where each was."""
        self._clear, self._before, self._kept = clear, self._kept, {}
        self._gain = HELD if holds else KEPT

    def lay(self, laying: Laying, waiting: Waiting) -> None:
        """Lays one where it costs least, if few wait yet; without room it counts as trouble."""
        if len(laying.result.edges) >= AT_MOST:
            return
        forms = self._forms(laying, waiting)
        best = self._best(laying, waiting, forms)
        if best is None:
            laying.miss(UNNAMED)
            return
        number, box = best
        laying.take_symbol(box.grown(APART_MM * laying.mm, 0.0))
        laying.take_name(box)
        self._kept[waiting.ref] = number, (box.left, box.top)
        laying.result.edges.append(_item(laying, waiting, forms[number], box))
        laying.result.targets.append(Target(waiting.ref, None, (box,)))

    def _best(
        self, laying: Laying, waiting: Waiting, forms: Sequence[_Form]
    ) -> tuple[int, Box] | None:
        """The number of the form and the box that cost least."""
        room, mm = laying.viewport.room, laying.mm
        toward = _nearest(room, waiting.spot)
        before = self._before.get(waiting.ref)
        best, least = None, math.inf
        for number, form in enumerate(forms):
            had = [before[1]] if before and before[0] == number else []
            along = _along(room, _sides(room, waiting.spot), form.size, mm)
            for base, corners in [(-self._gain, had), (0.0, along)]:
                if form.cost + base >= least:
                    continue
                for cost, x, y in _places(corners, form, toward, base, mm):
                    if cost >= least:
                        break
                    box = Box(x, y, x + form.size[0], y + form.size[1])
                    cost += self._faults(laying, box)
                    if cost < least:
                        best, least = (number, box), cost
        return best

    # ------------------------------------------------------------ what it says

    def _forms(self, laying: Laying, waiting: Waiting) -> list[_Form]:
        """The ways to say it, the fullest first; a number alone tells a formation at the least."""
        request = laying.request
        more = self._where(request, waiting)
        whole, *short = waiting.names
        said = [(whole, more, 0.0, False), (whole, more, 0.0, True)] if more else []
        said.append((whole, "", LESS if more else 0.0, False))
        said += [(name, "", SHORT, False) for name in short]
        if waiting.number:
            said.append((waiting.number, "", NAMELESS, False))
        return [
            _Form.of(request, waiting, label, place, cost, stacked=stacked)
            for label, place, cost, stacked in said
        ]

    def _where(self, request: Request, waiting: Waiting) -> str:
        """The place where a formation is, in words; "" if nobody tells it."""
        if waiting.sighting is None or request.teller is None:
            return ""
        if self._standing is None or self._standing[0] is not request.teller:
            self._standing = request.teller, Standing(self._exhibit, request.teller)
        return self._standing[1].briefly(waiting.sighting)

    # ------------------------------------------------------------ where it may stand

    def _faults(self, laying: Laying, box: Box) -> float:
        """The cost of what lies beneath, in mm; infinite where something stands."""
        if not laying.table.is_free(box):
            return math.inf
        roomy = laying.holds_symbol(box) and laying.holds_name(box) and laying.pinned.is_free(box)
        hidden = sum(box.covers(point) for point in self._clear)
        struck, dotted = laying.is_struck(box), not laying.dots.is_free(box)
        crowd = 0.0 if roomy else CROWD
        return crowd + HIDING * hidden + STRUCK * struck + ON_A_DOT * dotted


def _arrow(request: Request) -> float:
    """The side in px of the square that an arrow turns in."""
    return round(POINTER_MM * request.px_per_mm * math.sqrt(request.text_scale))


def _nearest(room: Box, spot: Point) -> Point:
    """The point of the room's edge that is nearest to a spot beyond it."""
    return min(max(spot[0], room.left), room.right), min(max(spot[1], room.top), room.bottom)


def _sides(room: Box, spot: Point) -> tuple[int, int]:
    """The edges of the room beyond which a spot is, across and down: -1 before it, 1 behind it."""
    x, y = spot
    return (x >= room.right) - (x <= room.left), (y >= room.bottom) - (y <= room.top)


def _places(
    corners: Sequence[Point], form: _Form, toward: Point, base: float, mm: float
) -> list[tuple[float, float, float]]:
    """The corners for a form that costs `base` mm more, the cheapest first.

    Each comes after the least that it can cost in mm.
    """
    (width, height), (to_x, to_y), base = form.size, toward, base + form.cost
    hypot = math.hypot
    found = [
        (
            base
            + (
                hypot(max(x - to_x, 0.0, to_x - x - width), max(y - to_y, 0.0, to_y - y - height))
                + OFF_MIDDLE * hypot(x + width / 2 - to_x, y + height / 2 - to_y)
            )
            / mm,
            x,
            y,
        )
        for x, y in corners
    ]
    found.sort(key=_cost)
    return found


def _cost(found: tuple[float, float, float]) -> float:
    return found[0]


@lru_cache(maxsize=64)
def _along(room: Box, sides: tuple[int, int], size: Size, mm: float) -> Sequence[Point]:
    """The corners of boxes of a size along those edges of a room that the arrow points through."""
    width, height = size
    left, top, right, bottom = room.left, room.top, room.right - width, room.bottom - height
    if left > right or top > bottom:
        return ()
    across, down = sides
    corners: list[Point] = []
    if down:
        corners += [(x, bottom if down > 0 else top) for x in _steps(left, right, mm)]
    if across:
        corners += [(right if across > 0 else left, y) for y in _steps(top, bottom, mm)]
    return corners


def _steps(start: float, end: float, mm: float) -> list[float]:
    count = max(1, math.ceil((end - start) / (STEP_MM * mm)))
    return [start + (end - start) * i / count for i in range(count + 1)]


def _item(laying: Laying, waiting: Waiting, form: _Form, box: Box) -> EdgeItem:
    request, room = laying.request, laying.viewport.room
    arrow, pad = _arrow(request), PAD_MM * request.px_per_mm
    dx = waiting.spot[0] - box.left - pad - arrow / 2
    dy = waiting.spot[1] - box.centre[1]
    tag = _tag(room, _sides(room, waiting.spot), box, BEYOND_MM * request.px_per_mm)
    return EdgeItem(
        waiting.ref,
        x=round(box.left),
        y=round(box.top),
        width=round(box.width),
        height=round(box.height),
        tag_x=round(tag.left - box.left),
        tag_y=round(tag.top - box.top),
        tag_width=round(tag.width),
        tag_height=round(tag.height),
        arrow=round(arrow),
        arrow_x=round(pad),
        arrow_y=round((box.height - arrow) / 2),
        turn=round(math.degrees(math.atan2(dx, -dy))),
        label=form.label,
        label_x=round(form.name_box.left),
        label_y=round(form.name_box.top),
        place=form.place,
        place_x=round(form.place_box.left),
        place_y=round(form.place_box.top),
        px=request.text_px,
        chosen=waiting.chosen,
        spoken=waiting.spoken,
    )


def _tag(room: Box, sides: tuple[int, int], box: Box, beyond: float) -> Box:
    """The tag of an item: its box, on to the border of the map that it stands against."""
    across, down = sides
    left, right = (box.left <= room.left) * beyond, (box.right >= room.right) * beyond
    above, below = (box.top <= room.top) * beyond, (box.bottom >= room.bottom) * beyond
    return Box(
        box.left - left * (across < 0),
        box.top - above * (down < 0),
        box.right + right * (across > 0),
        box.bottom + below * (down > 0),
    )
