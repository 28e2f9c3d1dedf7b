"""The programme: what a window shows of a stage, and who is heard there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QObject
from PySide6.QtQuick import QQuickImageProvider

from kiosk.machine.glass import Glass
from kiosk.stage.stage import Stage


def no_parts(stage: Stage) -> Mapping[str, QObject]:
    """The stage alone."""
    return {}


@dataclass(frozen=True)
class Programme:
    """A QML file, and for each stage that it shows, parts of its own and then a listener.

    `root` is the window's file. The `parts` are what the window is given beside the stage, by
    name; the `listener` filters the window's events, and the `pictures` paint for it. `glass`
    gives the measures of a window of some px, where they are not those of this machine.
    What is `unattended` is kept full screen, and closed by staff alone. In a `lobby` nobody
    operates it. Where there is no `mouse`, the window has its own way with the arrow.
    """

    root: str
    listener: Callable[[Stage], QObject]
    parts: Callable[[Stage], Mapping[str, QObject]] = no_parts
    pictures: Mapping[str, QQuickImageProvider] = field(default_factory=dict)
    glass: Callable[[int, int], Glass] | None = None
    unattended: bool = True
    lobby: bool = False
    mouse: bool = True
