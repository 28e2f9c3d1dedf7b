"""Measurements of `kiosk bench` within one fresh process; prints JSON.

    python -m kiosk.workbench.bench.probe start CONTENT to the first picture, then nothing more
    python -m kiosk.workbench.bench.probe visit CONTENT memory, answers and CPU of a visit
    python -m kiosk.workbench.bench.probe map CONTENT   frames of the map under the hand
    python -m kiosk.workbench.bench.probe large CONTENT the same with 2,000 units and 5,000 places
    python -m kiosk.workbench.bench.probe empty         an empty window of Qt Quick, for comparison

Everything is imported late, so that a start costs what it costs `kiosk run`.
"""

from __future__ import annotations

import gc
import json
import math
import os
import sys
import time
from collections.abc import Callable
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PySide6.QtQuick import QQuickWindow

    from kiosk.app import Kiosk
    from kiosk.exhibit.model import Exhibit

SIZE = (1920, 1080)
REST_S = 2.0
CPU_S = 5.0
MOVE_S = 3.0
"""The time that the map is panned, zoomed and played in each view."""

HAND_MS = 10
"""The time between reports of a hand: a touch screen makes about a hundred a second."""

LONGEST_FLIGHT_S = 5.0
OPENINGS = 7

EMPTY = b"import QtQuick\nWindow { width: 1920; height: 1080; color: 'black'; visible: true }"


def age_s() -> float:
    """Seconds since the kernel started this process, to a hundredth."""
    after_name = Path("/proc/self/stat").read_text("ascii").rpartition(")")[2].split()
    started = int(after_name[19]) / os.sysconf("SC_CLK_TCK")
    return time.clock_gettime(time.CLOCK_BOOTTIME) - started


def pss_mb(process: int | str = "self") -> float:
    """Memory of a process in MB of 1,000,000 bytes, shared pages split among their users."""
    for line in Path(f"/proc/{process}/smaps_rollup").read_text("ascii").splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) * 1024 / 1e6
    return 0.0


def wait(seconds: float) -> None:
    """Lets Qt run."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


class Frames:
    """The moment of each frame of a window, in seconds of the monotonic clock."""

    def __init__(self, window: QQuickWindow) -> None:
        self.times: list[float] = []
        window.frameSwapped.connect(self._note)

    def _note(self) -> None:
        self.times.append(time.monotonic())

    def await_next(self, longest_s: float = 5.0) -> float:
        """Seconds until another frame comes."""
        began, count = time.monotonic(), len(self.times)
        while len(self.times) == count and time.monotonic() - began < longest_s:
            wait(0)
        return time.monotonic() - began

    def during(self, act: Callable[[], object]) -> list[float]:
        """Milliseconds between the frames that come while `act` runs."""
        first = len(self.times)
        act()
        times = self.times[first:]
        return [(later - earlier) * 1000 for earlier, later in pairwise(times)]


def cpu_share(seconds: float) -> float:
    """Percent of one core that this process uses."""
    began, used = time.monotonic(), time.process_time()
    wait(seconds)
    return 100 * (time.process_time() - used) / (time.monotonic() - began)


def begun(folder: Path, large: bool = False) -> tuple[Exhibit, Kiosk, Frames, dict[str, Any]]:
    """The exhibit on the screen, as `kiosk run` brings it there, and how long that took.

    A `large` one stands on the same map.
    """
    gc.disable()
    from kiosk.desk.reading import reading_of
    from kiosk.machine.settings import Settings

    exhibit = reading_of(folder).exhibit
    if exhibit is None:
        raise SystemExit(1)
    if large:
        from kiosk.workbench.bench.large import large_exhibit

        exhibit = large_exhibit(ground=exhibit.map)
    read_s = age_s()
    from kiosk import app

    settings = Settings()
    app.application(settings)
    kiosk = app.Kiosk(exhibit, folder, settings, size=SIZE)
    frames = Frames(kiosk.window)
    sharp: list[float] = []
    stage = kiosk.stage
    grounds = [stage.plates.settled, *([stage.river.painted] if stage.show.river else [])]
    for ground in grounds:
        ground.connect(lambda: sharp.append(age_s()))
    kiosk.show()
    frames.await_next()
    first_s = age_s()
    gc.freeze()
    gc.enable()
    while len(sharp) < len(grounds) and age_s() < first_s + 5:
        wait(0.005)
    return exhibit, kiosk, frames, {"read_s": read_s, "first_s": first_s, "map_s": sharp[-1]}


def start(folder: Path) -> dict[str, Any]:
    """Seconds to the content being read, the first frame, and the map being painted."""
    _, kiosk, _, figures = begun(folder)
    kiosk.close()
    return figures


def visit(folder: Path) -> dict[str, Any]:
    """Memory in MB, answers in ms, CPU in percent of a core."""
    exhibit, kiosk, frames, figures = begun(folder)
    wait(REST_S)
    figures["platform"] = _platform()
    figures["pss_mb"] = {"attract": pss_mb()}
    figures["cpu_attract"] = cpu_share(CPU_S)
    kiosk.stage.session.touch()
    wait(REST_S)
    figures["answers_ms"] = _answers(exhibit, kiosk, frames, figures["pss_mb"])
    wait(REST_S)
    figures["static_frames"] = len(frames.during(lambda: wait(REST_S)))
    figures["cpu_static"] = cpu_share(CPU_S)
    kiosk.close()
    return figures


def _platform() -> str:
    from PySide6.QtGui import QGuiApplication

    return QGuiApplication.platformName()


def _answers(
    exhibit: Exhibit, kiosk: Kiosk, frames: Frames, memory: dict[str, float]
) -> list[float]:
    """The time of each stop of the tour to its first frame; notes memory at the panels."""
    navigation, answers = kiosk.stage.navigation, []

    def answer(name: str, open_stop: Callable[[], object]) -> None:
        began = time.monotonic()
        open_stop()
        frames.await_next()
        answers.append((time.monotonic() - began) * 1000)
        wait(1.0)
        memory[name] = pss_mb()

    for index in range(len(exhibit.phases)):
        answer("phases", partial(navigation.openPhase, index))
    answer("forces", lambda: navigation.openPanel("forces"))
    answer("maps", lambda: navigation.openPanel("maps"))
    for index in range(len(exhibit.lessons)):
        answer("lessons", partial(navigation.openLesson, index))
    return answers


def moved_map(folder: Path, large: bool = False) -> dict[str, Any]:
    """Waits for the first frame of the map's panel and between those of its movements, in ms.

    The movements are made in every prepared view that the map has.
    """
    exhibit, kiosk, frames, _ = begun(folder, large)
    wait(REST_S)
    kiosk.stage.session.touch()
    wait(REST_S)
    opened = [_opened(kiosk, frames) for _ in range(OPENINGS)]
    kiosk.stage.navigation.openPanel("maps")
    wait(REST_S)
    figures: dict[str, Any] = {"cold_ms": opened[0], "warm_ms": opened[1:]}
    moves = {"flight_ms": _fly, "pan_ms": _pan, "zoom_ms": _zoom, "play_ms": _play}
    figures |= {name: [] for name in moves}
    for view in exhibit.map.views:
        for name, move in moves.items():
            figures[name] += move(kiosk, frames, view.id)
            wait(REST_S)
    kiosk.close()
    return figures


def _opened(kiosk: Kiosk, frames: Frames) -> float:
    """Milliseconds from opening the map's panel, from home, to the first frame."""
    kiosk.stage.navigation.goHome()
    wait(REST_S)
    began = time.monotonic()
    kiosk.stage.navigation.openPanel("maps")
    frames.await_next()
    return (time.monotonic() - began) * 1000


def _fly(kiosk: Kiosk, frames: Frames, view: str) -> list[float]:
    def fly() -> None:
        kiosk.stage.atlas.openView(view)
        began = time.monotonic()
        while kiosk.stage.camera.flying and time.monotonic() - began < LONGEST_FLIGHT_S:
            wait(0.002)

    return frames.during(fly)


def _pan(kiosk: Kiosk, frames: Frames, _: str) -> list[float]:
    """Circles of 100 px in 2 s, from a little nearer than the view, where there is room."""
    kiosk.stage.atlas.zoomBy(1.3)
    wait(REST_S)

    def pan(turn: float, on: float) -> None:
        across, down = math.cos(turn + on) - math.cos(turn), math.sin(turn + on) - math.sin(turn)
        kiosk.stage.camera.pan(100 * across, 100 * down)

    return frames.during(lambda: _handle(pan))


def _zoom(kiosk: Kiosk, frames: Frames, _: str) -> list[float]:
    """Zooms in by half and back in 2 s, about a spot beside the middle."""
    left, top, width, height = kiosk.stage.camera.focus

    def zoom(turn: float, on: float) -> None:
        factor = math.exp(0.2 * (math.cos(turn) - math.cos(turn + on)))
        kiosk.stage.camera.zoom(factor, left + width * 0.6, top + height * 0.4)

    return frames.during(lambda: _handle(zoom))


def _handle(act: Callable[[float, float], object]) -> None:
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


def _play(kiosk: Kiosk, frames: Frames, view: str) -> list[float]:
    """The hours before the view's own, at the usual speed."""
    kiosk.stage.atlas.openView(view)
    wait(REST_S)
    playhead = kiosk.stage.playhead
    playhead.step(-12.0)
    wait(REST_S)
    playhead.play()
    times = frames.during(lambda: wait(MOVE_S))
    playhead.pause()
    return times


def empty() -> dict[str, Any]:
    """Seconds to the first frame of an empty window, and its memory in MB."""
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtQml import QQmlApplicationEngine
    from PySide6.QtQuick import QQuickWindow

    from kiosk.machine.renderer import choose_renderer
    from kiosk.machine.settings import Renderer

    choose_renderer(Renderer.AUTO)
    app = QGuiApplication(sys.argv[:1])
    engine = QQmlApplicationEngine()
    engine.loadData(EMPTY)
    window = engine.rootObjects()[0]
    assert isinstance(window, QQuickWindow)
    frames = Frames(window)
    frames.await_next()
    first_s = age_s()
    wait(REST_S)
    figures = {"first_s": first_s, "pss_mb": pss_mb()}
    window.close()
    del engine, app
    return figures


def main() -> None:
    """Prints the figures asked for."""
    kind, *folder = sys.argv[1:]
    probes: dict[str, Callable[..., dict[str, Any]]] = {
        "start": start,
        "visit": visit,
        "map": moved_map,
        "large": partial(moved_map, large=True),
    }
    figures = empty() if kind == "empty" else probes[kind](Path(*folder))
    print(json.dumps(figures), flush=True)


if __name__ == "__main__":
    main()
