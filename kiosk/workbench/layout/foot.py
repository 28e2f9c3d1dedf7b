"""The foot of the panels, which never moves, and the margin that all of a screen keeps."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRectF

from kiosk.workbench.layout.eyes import Seen
from kiosk.workbench.layout.flaw import Flaw, View, flaw

PARTS = ("foot", "act", "ruler", "doors")
"""The object names of the foot and of what stands in it."""

MARGINS = {"wide": 64, "tall": 56, "squarish": 48}
"""Room between words or icons and the left or right edge, by the screen's shape, in px of the
drawing, on which the least text is of 41."""

DRAWN = 41
"""Em of the least text on the drawing, in px."""

SQUARISH = 1.5
"""The greater side over the lesser below which a screen is neither wide nor tall."""

ROUNDING_PX = 2.0

MARK = "playhead"
"""The icon that marks the hour on the ruler."""


class Foot:
    """The foot of one window: where its parts stand on the first panel, they stand on each."""

    def __init__(self) -> None:
        self._stands: dict[str, QRectF] = {}

    def moved(self, view: View) -> Iterator[Flaw]:
        """Parts of the foot that stand elsewhere than on the panels before."""
        for seen in view.sight.seen:
            if seen.title not in PARTS:
                continue
            first = self._stands.setdefault(seen.title, seen.whole)
            if _apart(first, seen.whole) > ROUNDING_PX:
                message = f"is at {_told(seen.whole)}, and was at {_told(first)}"
                hint = "a hand finds it again where it was"
                yield flaw("moved foot", f"the {seen.title}", message, hint, seen.whole)


def at_edge(view: View) -> Iterator[Flaw]:
    """Words and icons nearer to the left or right edge of the screen than its margin.

    The playhead's mark stands over its hour, be that the first of the ruler.
    """
    sight, mm = view.sight, view.glass.px_per_mm
    least = margin(_field(view)) / DRAWN * view.glass.body_px
    icons = (seen for seen in sight.seen if seen.kind == "Icon" and _names(seen) != MARK)
    for seen in (*sight.texts, *icons):
        area = _inked(seen)
        left, right = area.left() - sight.screen.left(), sight.screen.right() - area.right()
        nearest = min(left, right)
        if 0 <= nearest < least - ROUNDING_PX:
            name = getattr(seen, "short", "") or f'"{_outer_name(seen)}"'
            message = f"is {nearest / mm:.1f} mm from an edge of the screen"
            yield flaw("margin", name, message, f"the margin is {least / mm:.1f} mm", area)


def margin(screen: QRectF) -> int:
    """The margin of a screen of some shape, in px of the drawing."""
    wide, high = screen.width(), screen.height()
    if max(wide, high) < SQUARISH * min(wide, high):
        return MARGINS["squarish"]
    return MARGINS["wide" if wide > high else "tall"]


def _field(view: View) -> QRectF:
    """The part of the screen on which all is laid out."""
    field = QRectF(view.sight.screen)
    if view.reach:
        begins, ends = view.glass.reach_px
        field.setTop(field.top() + begins)
        field.setHeight(ends - begins)
    return field


def _names(icon: Seen) -> str:
    return str(icon.item.property("name"))


def _inked(seen: Seen) -> QRectF:
    bounds = getattr(seen, "bounds", None)
    return seen.whole if bounds is None else bounds


def _outer_name(seen: Seen) -> str:
    outer = seen.inside(lambda one: bool(one.name))
    return outer.name if outer else "an icon"


def _apart(one: QRectF, other: QRectF) -> float:
    return max(
        abs(one.left() - other.left()),
        abs(one.top() - other.top()),
        abs(one.right() - other.right()),
        abs(one.bottom() - other.bottom()),
    )


def _told(area: QRectF) -> str:
    left, top, right, bottom = map(round, (area.left(), area.top(), area.right(), area.bottom()))
    return f"x {left} to {right}, y {top} to {bottom}"
