"""What `kiosk bench` measures within one fresh process; prints JSON.

    python -m kiosk.workbench.probe start CONTENT     to the first picture, then nothing more
    python -m kiosk.workbench.probe visit CONTENT     memory, answers, frames and CPU of a visit
    python -m kiosk.workbench.probe empty             an empty window of Qt Quick, for comparison

Everything is imported late, so that a start costs what it costs `kiosk run`.
"""

from __future__ import annotations

import gc
import json
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
PLAY_S = 4.0
PAN_S = 3.0

EMPTY = b"import QtQuick\nWindow { width: 1920; height: 1080; color: '#101418'; visible: true }"


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
    """When each frame of a window came, in seconds of the monotonic clock."""

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


def begun(folder: Path) -> tuple[Exhibit, Kiosk, Frames, dict[str, Any]]:
    """The exhibit on the screen, as `kiosk run` brings it there, and how long that took."""
    gc.disable()
    from kiosk.exhibit.reader import read_exhibit
    from kiosk.settings import Settings

    exhibit = read_exhibit(folder).exhibit
    if exhibit is None:
        raise SystemExit(1)
    read_s = age_s()
    from kiosk import app

    settings = Settings()
    app.application(settings)
    kiosk = app.Kiosk(exhibit, folder, settings, size=SIZE)
    frames = Frames(kiosk.window)
    sharp: list[float] = []
    kiosk.stage.plates.settled.connect(lambda: sharp.append(age_s()))
    kiosk.show()
    frames.await_next()
    first_s = age_s()
    gc.freeze()
    gc.enable()
    while not sharp and age_s() < first_s + 5:
        wait(0.005)
    return exhibit, kiosk, frames, {"read_s": read_s, "first_s": first_s, "map_s": sharp[0]}


def start(folder: Path) -> dict[str, Any]:
    """Seconds to the content being read, the first frame, and the map being painted."""
    _, kiosk, _, figures = begun(folder)
    kiosk.close()
    return figures


def visit(folder: Path) -> dict[str, Any]:
    """Memory in MB, answers and frames in ms, CPU in percent of a core."""
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
    figures["flight_ms"] = frames.during(lambda: _fly(exhibit, kiosk))
    figures["pan_ms"] = frames.during(lambda: _pan(kiosk))
    figures["play_ms"] = frames.during(lambda: _play(kiosk))
    kiosk.close()
    return figures


def _platform() -> str:
    from PySide6.QtGui import QGuiApplication

    return QGuiApplication.platformName()


def _answers(
    exhibit: Exhibit, kiosk: Kiosk, frames: Frames, memory: dict[str, float]
) -> list[float]:
    """How long each stop of the tour takes to its first frame; notes memory at the panels."""
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


def _fly(exhibit: Exhibit, kiosk: Kiosk) -> None:
    kiosk.stage.navigation.openPanel("maps")
    for view in (*exhibit.map.views, *exhibit.map.views):
        kiosk.stage.openView(view.id)
        began = time.monotonic()
        while kiosk.stage.camera.flying and time.monotonic() - began < 3:
            wait(0.002)


def _pan(kiosk: Kiosk) -> None:
    began = time.monotonic()
    while (passed := time.monotonic() - began) < PAN_S:
        kiosk.stage.camera.pan(6 if int(passed) % 2 else -6, 2)
        wait(0.016)


def _play(kiosk: Kiosk) -> None:
    kiosk.stage.playhead.seek(kiosk.stage.playhead.span / 2)
    kiosk.stage.playhead.play()
    wait(PLAY_S)
    kiosk.stage.playhead.pause()


def empty() -> dict[str, Any]:
    """Seconds to the first frame of an empty window, and its memory in MB."""
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtQml import QQmlApplicationEngine
    from PySide6.QtQuick import QQuickWindow

    from kiosk.renderer import choose_renderer
    from kiosk.settings import Renderer

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
    figures = empty() if kind == "empty" else {"start": start, "visit": visit}[kind](Path(*folder))
    print(json.dumps(figures), flush=True)


if __name__ == "__main__":
    main()
