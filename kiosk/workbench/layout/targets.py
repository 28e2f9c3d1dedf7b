"""Touch targets: large enough, far enough from each other, whole, and within reach.

Measured is what takes the touch, not what is drawn. Of what scrolls, the size counts that it has
when it is scrolled into sight. Names in a text are no targets of their own: a touch within 10 mm
of one finds it, as it does for symbols and names on the map. What stands in a slider is part of
it, and measured with it. What covers a target may leave 20 mm of it.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QAccessible

from kiosk.exhibit.reading.problem import quoted
from kiosk.machine.glass import REACH_MM
from kiosk.workbench.layout.eyes import Seen, Text, meet, rest_of
from kiosk.workbench.layout.flaw import Flaw, View, flaw

LEAST_MM = 20.0
"""Each way, of a touch target."""

GAP_MM = 3.0
"""Between two touch targets."""

PROOF = "ProofMark"
"""The object name of a proof's number on the map."""

ROUNDING_PX = 1.0
"""Sizes are whole pixels: this much less than a measure is the measure."""


def small(view: View) -> Iterator[Flaw]:
    """Targets of less than 20 mm."""
    mm = view.glass.px_per_mm
    for target in _apart(view.sight.targets):
        width, height = target.whole.width(), target.whole.height()
        if min(width, height) < LEAST_MM * mm - ROUNDING_PX:
            yield flaw(
                "small target",
                quoted(target.name),
                f"takes touches on {width / mm:.1f} x {height / mm:.1f} mm",
                f"{LEAST_MM:.0f} mm or more each way are hit with ease",
                target.area,
            )


def near(view: View) -> Iterator[Flaw]:
    """Targets that overlap, or are nearer to each other than 3 mm."""
    mm = view.glass.px_per_mm
    for one, other in itertools.combinations(_apart(view.sight.targets), 2):
        gap = _between(one.area, other.area)
        if gap >= GAP_MM * mm - ROUNDING_PX:
            continue
        both = f"{quoted(one.name)} and {quoted(other.name)}"
        how = "overlap" if meet(one.area, other.area) else f"are {gap / mm:.1f} mm apart"
        hint = f"{GAP_MM:.0f} mm or more keep a finger off the other"
        yield flaw("near targets", both, how, hint, one.area.united(other.area))


def cut(view: View) -> Iterator[Flaw]:
    """Targets that an edge or something else hides in part."""
    for target in _apart(view.sight.targets):
        whole = target.whole.adjusted(1, 1, -1, -1)
        if not target.scrolled and not target.area.contains(whole):
            yield flaw("cut target", quoted(target.name), "is cut off by an edge", "", target.area)
        for cover in view.sight.covered_by(target):
            rest = rest_of(target.area, cover)
            if min(rest.width(), rest.height()) < LEAST_MM * view.glass.px_per_mm - ROUNDING_PX:
                yield flaw("cut target", quoted(target.name), "is covered", "", target.area)


def out_of_reach(view: View) -> Iterator[Flaw]:
    """In reach: what a seated visitor cannot touch, or has to look up to."""
    if not view.reach:
        return
    low, high = REACH_MM
    slack = ROUNDING_PX / view.glass.px_per_mm
    sight = view.sight
    signs = (seen for seen in sight.marks if not (seen.area.isEmpty() or sight.is_hidden(seen)))
    for seen in (*sight.targets, *sight.texts, *signs):
        bottom = view.glass.above_floor_mm(seen.area.bottom())
        top = view.glass.above_floor_mm(seen.area.top())
        if bottom < low - slack or top > high + slack:
            yield flaw(
                "out of reach",
                seen.short if isinstance(seen, Text) else quoted(seen.name),
                f"is {bottom:.0f} to {top:.0f} mm above the floor",
                f"{low:.0f} to {high:.0f} mm are within reach of a seated visitor",
                seen.area,
            )


def _apart(targets: Sequence[Seen]) -> list[Seen]:
    """The targets that are no part of a slider."""
    sliders = [seen for seen in targets if seen.role == QAccessible.Role.Slider]
    return [
        seen
        for seen in targets
        if not any(seen is not one and one.area.contains(seen.area) for one in sliders)
    ]


def _between(one: QRectF, other: QRectF) -> float:
    """The distance of two rectangles, in px; 0 where they touch or overlap."""
    across = max(one.left(), other.left()) - min(one.right(), other.right())
    down = max(one.top(), other.top()) - min(one.bottom(), other.bottom())
    return math.hypot(max(0.0, across), max(0.0, down))
