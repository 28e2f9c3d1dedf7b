"""Amber on a screen: nothing has it but what can be touched, and what is chosen.

A screen without any target, as the attract show is, answers a touch everywhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QColor
from PySide6.QtQml import QQmlProperty

from kiosk.map.ground.palette import TABLE
from kiosk.workbench.layout.eyes import Seen, Sight, Text
from kiosk.workbench.layout.flaw import Flaw, View, flaw


def misled(view: View) -> Iterator[Flaw]:
    """Amber words, icons and areas that answer no touch and are not chosen."""
    if not view.sight.targets:
        return
    amber = QColor(TABLE.amber).rgb()
    for seen in view.sight.seen:
        if amber in _inks(seen) and not (_is_touched(seen, view.sight) or _is_chosen(seen)):
            if view.sight.is_hidden(seen):
                continue
            name = seen.short if isinstance(seen, Text) else _told(seen)
            hint = "amber is for what can be touched or is chosen"
            words = seen.words if isinstance(seen, Text) else ""
            yield flaw("misleading amber", name, "is amber", hint, seen.area, words)


def _inks(seen: Seen) -> list[int]:
    if isinstance(seen, Text):
        return [seen.colour | 0xFF000000]
    if seen.kind == "Icon":
        return [QColor(seen.item.property("colour")).rgb()]
    if seen.kind == "QQuickRectangle":
        colours = [seen.item.property("color")]
        if QQmlProperty.read(seen.item, "border.width") > 0:
            colours.append(QQmlProperty.read(seen.item, "border.color"))
        return [colour.rgb() for colour in colours if colour.alpha() > 0]
    return []


def _is_touched(seen: Seen, sight: Sight) -> bool:
    """True for a part of a target, and for what stands on one, as a slider's handle does."""
    return seen.inside(lambda outer: outer in sight.targets) is not None or any(
        target.area.contains(seen.area.center()) for target in sight.targets
    )


def _is_chosen(seen: Seen) -> bool:
    return seen.inside(lambda outer: outer.item.property("chosen") is True) is not None


def _told(seen: Seen) -> str:
    outer = seen.inside(lambda one: bool(one.name))
    return f'a part of "{outer.name}"' if outer else "a part of the screen"
