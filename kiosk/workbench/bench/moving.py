"""The map as it answers a hand: frames while it flies, is panned and zoomed, and plays."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.workbench.bench.measuring import Frame, Frames, begun, wait

if TYPE_CHECKING:
    from kiosk.app import Kiosk
    from kiosk.exhibit.model import View

SETTLE_S = 1.0
"""The time between movements, in which the map is painted sharp."""

MOVE_S = 2.0
"""The time that the map is panned, zoomed and played in each view."""

MOST_VIEWS = 3
"""The views that it is moved in: from the widest to the nearest, as far apart as can be."""

HAND_MS = 10
"""The time between reports of a hand: a touch screen makes about a hundred a second."""

LONGEST_FLIGHT_S = 5.0
OPENINGS = 5


def moved_map(folder: Path, large: bool = False) -> dict[str, Any]:
    """Waits for the first frame of the map's panel and between those of its movements, in ms.

    The movements are made in some of the prepared views, from the widest to the nearest; each
    frame is told with the milliseconds worked for it.
    """
    exhibit, kiosk, frames, _ = begun(folder, large)
    wait(SETTLE_S)
    kiosk.stage.session.touch()
    wait(SETTLE_S)
    opened = [_opened(kiosk, frames) for _ in range(OPENINGS)]
    kiosk.stage.navigation.openPanel("maps")
    wait(SETTLE_S)
    figures: dict[str, Any] = {"cold_ms": opened[0], "warm_ms": opened[1:]}
    moves = {"flight_ms": _fly, "pan_ms": _pan, "zoom_ms": zoom, "play_ms": play}
    figures |= {name: [] for name in moves}
    for view in sampled(exhibit.map.views):
        for name, move in moves.items():
            figures[name] += move(kiosk, frames, view.id)
            wait(SETTLE_S)
    kiosk.close()
    return figures


def sampled(views: Sequence[View]) -> list[View]:
    """At most `MOST_VIEWS` of them: the widest, the nearest, and those evenly between."""
    wide = sorted(views, key=lambda view: view.bounds[0] - view.bounds[2])
    if len(wide) <= MOST_VIEWS:
        return wide
    last = MOST_VIEWS - 1
    return [wide[number * (len(wide) - 1) // last] for number in range(MOST_VIEWS)]


def _opened(kiosk: Kiosk, frames: Frames) -> float:
    """Milliseconds from opening the map's panel, from home, to the first frame."""
    kiosk.stage.navigation.goHome()
    wait(SETTLE_S)
    began = time.monotonic()
    kiosk.stage.navigation.openPanel("maps")
    frames.await_next()
    return (time.monotonic() - began) * 1000


def _fly(kiosk: Kiosk, frames: Frames, view: str) -> list[Frame]:
    def fly() -> None:
        kiosk.stage.atlas.openView(view)
        began = time.monotonic()
        while kiosk.stage.camera.flying and time.monotonic() - began < LONGEST_FLIGHT_S:
            wait(0.002)

    return frames.during(fly)


def _pan(kiosk: Kiosk, frames: Frames, _: str) -> list[Frame]:
    """Circles of 100 px in 2 s, from a little nearer than the view, where there is room."""
    kiosk.stage.atlas.zoomBy(1.3)
    wait(SETTLE_S)

    def pan(turn: float, on: float) -> None:
        across, down = math.cos(turn + on) - math.cos(turn), math.sin(turn + on) - math.sin(turn)
        kiosk.stage.camera.pan(100 * across, 100 * down)

    return frames.during(lambda: handle(pan))


def zoom(kiosk: Kiosk, frames: Frames, _: str) -> list[Frame]:
    """Zooms in by half and back in 2 s, about a spot beside the middle."""
    left, top, width, height = kiosk.stage.camera.focus

    def scale(turn: float, on: float) -> None:
        factor = math.exp(0.2 * (math.cos(turn) - math.cos(turn + on)))
        kiosk.stage.camera.zoom(factor, left + width * 0.6, top + height * 0.4)

    return frames.during(lambda: handle(scale))


def handle(act: Callable[[float, float], object]) -> None:
    """Calls `act` with the turn of a hand on its circle, and how far it went on, for `MOVE_S`."""
    from PySide6.QtCore import Qt, QTimer

    began, turn = time.monotonic(), 0.0

    def move() -> None:
        nonlocal turn
        now = math.pi * (time.monotonic() - began)
        act(turn, now - turn)
        turn = now

    hand = QTimer(interval=HAND_MS, timerType=Qt.TimerType.PreciseTimer)
    hand.timeout.connect(move)
    hand.start()
    wait(MOVE_S)
    hand.stop()


def play(kiosk: Kiosk, frames: Frames, view: str) -> list[Frame]:
    """The hours before the view's own, at the usual speed."""
    kiosk.stage.atlas.openView(view)
    wait(SETTLE_S)
    playhead = kiosk.stage.playhead
    playhead.step(-12.0)
    wait(SETTLE_S)
    playhead.play()
    times = frames.during(lambda: wait(MOVE_S))
    playhead.pause()
    return times
