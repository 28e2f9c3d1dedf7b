"""Edge items: what the page names beyond the frame, with an arrow to it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kiosk.exhibit.model import Exhibit
from kiosk.map.boxes import Box, Point, Size
from kiosk.map.labels.laying import UNNAMED, Laying
from kiosk.map.labels.request import Request
from kiosk.map.labels.result import EdgeItem, Waiting
from kiosk.map.labels.slots import GAP_MM
from kiosk.map.labels.targets import Target
from kiosk.map.signs.style import FORMATION, NOTE, POINTER_MM
from kiosk.telling.locale import Teller
from kiosk.telling.standing import Standing

STEP_MM = 5.0
"""The distance along the edge from one place that is tried to the next."""

AT_MOST = 2
"""The most that wait at the edge of a map."""

OFF_MIDDLE = 0.3
"""The cost of each mm from the middle of an item to the nearest point of the edge."""

LESS, NAMELESS = 6.0, 20.0
"""The cost of an item without its second line, and of a number alone."""

HIDING, STRUCK, ON_A_DOT, CROWD = 20.0, 12.0, 3.0, 60.0
"""The cost of covering what is to be kept clear, a drawn line or a dot; of standing too near."""

KEPT, HELD = 24.0, 1000.0
"""The gain of the place that an item had; the second while only time runs."""

Memory = Mapping[str, tuple[int, Point]]
"""By ref, which form of an item stood, and its corner in px."""


@dataclass(frozen=True)
class _Form:
    """A way to say an item: two texts, the size in px of all, and what it costs in mm."""

    label: str
    place: str
    size: Size
    cost: float


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
        laying.take_symbol(box)
        laying.take_name(box)
        self._kept[waiting.ref] = number, (box.left, box.top)
        laying.result.edges.append(_item(laying.request, waiting, forms[number], box))
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
        said = [(waiting.name, more, 0.0)] if more else []
        said.append((waiting.name, "", LESS if more else 0.0))
        if waiting.symbol and waiting.symbol.text:
            said.append(("", "", NAMELESS))
        return [
            _Form(label, place, _size(request, waiting, label, place), cost)
            for label, place, cost in said
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


def _size(request: Request, waiting: Waiting, label: str, place: str) -> Size:
    """The size in px of an arrow, a symbol if it has one, and what is said."""
    px, gap = request.text_px, GAP_MM * request.px_per_mm
    letters = FORMATION if waiting.symbol else NOTE
    words = max(letters.width(label, px), NOTE.width(place, px) if place else 0.0)
    parts = [_arrow(request), waiting.size[0], words + request.px_per_mm if label else 0.0]
    width = sum(parts) + gap * (sum(part > 0 for part in parts) - 1)
    lines = (letters.room if label else 0.0) + (NOTE.room if place else 0.0)
    return width, max(_arrow(request), waiting.size[1], lines * px)


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


def _item(request: Request, waiting: Waiting, form: _Form, box: Box) -> EdgeItem:
    arrow, gap = _arrow(request), GAP_MM * request.px_per_mm
    width, height = waiting.size
    letters = FORMATION if waiting.symbol else NOTE
    symbol_x = arrow + gap
    label_x = symbol_x + (width + gap if waiting.symbol else 0.0)
    lines = (letters.room + (NOTE.room if form.place else 0.0)) * request.text_px
    middle = box.top + box.height / 2
    dx, dy = waiting.spot[0] - box.left - arrow / 2, waiting.spot[1] - middle
    return EdgeItem(
        waiting.ref,
        x=round(box.left),
        y=round(box.top),
        width=round(box.width),
        height=round(box.height),
        arrow=round(arrow),
        arrow_y=round((box.height - arrow) / 2),
        turn=round(math.degrees(math.atan2(dx, -dy))),
        symbol=waiting.symbol,
        colour=waiting.colour,
        symbol_x=round(symbol_x),
        symbol_width=round(width),
        symbol_height=round(height),
        label=form.label,
        place=form.place,
        label_x=round(label_x),
        label_y=round((box.height - lines) / 2),
        px=request.text_px,
        chosen=waiting.chosen,
        spoken=waiting.spoken,
    )
