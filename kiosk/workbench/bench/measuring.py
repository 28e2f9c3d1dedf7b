"""A kiosk under measurement: its age, memory, frames and share of a core."""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PySide6.QtQuick import QQuickWindow

    from kiosk.app import Kiosk
    from kiosk.exhibit.model import Exhibit

SIZE = (1920, 1080)
REST_S = 2.0

Frame = tuple[float, float]
"""Milliseconds since the frame before, and those of them that the window's thread worked."""


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
    """The moment of each frame of a window, in seconds of the monotonic clock.

    And the seconds of work that its thread has done until then, which other programs on the
    machine do not lengthen.
    """

    def __init__(self, window: QQuickWindow) -> None:
        self.times: list[float] = []
        self.worked: list[float] = []
        window.frameSwapped.connect(self._note)

    def _note(self) -> None:
        self.times.append(time.monotonic())
        self.worked.append(time.thread_time())

    def await_next(self, longest_s: float = 5.0) -> float:
        """Seconds until another frame comes."""
        began, count = time.monotonic(), len(self.times)
        while len(self.times) == count and time.monotonic() - began < longest_s:
            wait(0)
        return time.monotonic() - began

    def during(self, act: Callable[[], object]) -> list[Frame]:
        """Milliseconds between the frames that come while `act` runs, and of work for each."""
        first = len(self.times)
        act()
        times, worked = (
            [(later - earlier) * 1000 for earlier, later in pairwise(noted[first:])]
            for noted in (self.times, self.worked)
        )
        return [*zip(times, worked, strict=True)]


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
    from kiosk.machine.reading import reading_of
    from kiosk.machine.settings import Settings

    exhibit = reading_of(folder).exhibit
    if exhibit is None:
        raise SystemExit(1)
    if large:
        from kiosk.workbench.bench.large import large_exhibit

        exhibit = large_exhibit(ground=exhibit.map)
    read_s, read_cpu_s = age_s(), time.process_time()
    from kiosk.qt.importing import load_plainly

    load_plainly()
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
    first_s, first_cpu_s = age_s(), time.process_time()
    gc.freeze()
    gc.enable()
    while len(sharp) < len(grounds) and age_s() < first_s + 5:
        wait(0.005)
    wall = {"read_s": read_s, "first_s": first_s, "map_s": sharp[-1]}
    return exhibit, kiosk, frames, wall | {"read_cpu_s": read_cpu_s, "first_cpu_s": first_cpu_s}
