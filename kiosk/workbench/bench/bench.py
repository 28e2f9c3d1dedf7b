"""`kiosk bench`: start-up, memory, frames and CPU here, beside what they compare with."""

from __future__ import annotations

import json
import os
import platform
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from kiosk.workbench.bench import browser

STARTS = 5
LONGEST_S = 900
"""The longest that a process measures: it moves the map in every view, half a minute in each."""


def run(folder: Path) -> int:
    """Prints the figures of the exhibit in `folder`; 1 where they can't be had here."""
    if sys.platform != "linux":
        print("kiosk bench reads /proc, which only Linux has.", file=sys.stderr)
        return 1
    with _telling() as tell:
        for line in _lines(folder, tell):
            print(line, flush=True)
    return 0


@contextmanager
def _telling() -> Iterator[Callable[[str], object]]:
    """A listener for what is measured now; a terminal shows it, else nothing is shown."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console

    with Console(stderr=True).status("") as status:
        yield lambda what: status.update(f"Measuring {what}")


def _lines(folder: Path, tell: Callable[[str], object]) -> Iterable[str]:
    from kiosk.machine.renderer import has_gpu

    renderer = os.environ.get("QT_QUICK_BACKEND") or ("opengl" if has_gpu() else "software")
    tell("the start")
    starts = [_probe("start", folder) for _ in range(STARTS)]
    tell("a visit")
    figures = _probe("visit", folder)
    yield _line("machine", f"{os.cpu_count()} cores, {platform.machine()}, {platform.system()}")
    yield _line("drawn by", f"{renderer}, platform {figures['platform']}, 1920x1080")
    yield from _starts(starts)
    for screen, megabytes in figures["pss_mb"].items():
        yield _line(f"PSS, {screen}", f"{megabytes:.0f} MB")
    answers = figures["answers_ms"]
    yield _line("touch to first frame", f"{_median(answers):.0f} ms, at most {max(answers):.0f} ms")
    yield _line("frames on a static screen", f"{figures['static_frames']} in 2 s")
    yield _line("CPU, attract", f"{figures['cpu_attract']:.1f} % of a core")
    yield _line("CPU, static screen", f"{figures['cpu_static']:.1f} % of a core")
    tell("the map")
    yield from _map("map", _probe("map", folder))
    tell("a large map")
    yield "a map with 2,000 formations and 5,000 places:"
    yield from _map("large map", _probe("large", folder))
    tell("what it compares with")
    yield from _compared(folder)


def _map(name: str, figures: dict[str, Any]) -> Iterable[str]:
    cold, warm = figures["cold_ms"], figures["warm_ms"]
    opened = f"{cold:.0f} ms at first, then {_median(warm):.0f} ms, at most {max(warm):.0f} ms"
    yield _line(f"{name}, first frame", opened)
    for move in ("flight", "pan", "zoom", "play"):
        yield _line(f"{name}, {move}", _frames(figures[f"{move}_ms"]))


def _starts(starts: list[dict[str, Any]]) -> Iterable[str]:
    for name, key in (
        ("start to content read", "read_s"),
        ("start to first picture", "first_s"),
        ("start to the map painted", "map_s"),
    ):
        figures = [start[key] for start in starts]
        spread = f"{min(figures):.2f} to {max(figures):.2f}"
        yield _line(name, f"{_median(figures):.2f} s ({spread} in {len(figures)})")


def _compared(folder: Path) -> Iterable[str]:
    empties = [_probe("empty", folder) for _ in range(STARTS)]
    first_s = _median([empty["first_s"] for empty in empties])
    yield _line("an empty window", f"{first_s:.2f} s, PSS {empties[-1]['pss_mb']:.0f} MB")
    deck = browser.measure()
    if deck is None:
        yield _line("four slides in Chromium", "Chromium is not installed here")
    else:
        yield _line("four slides in Chromium", f"{deck.first_s:.2f} s, PSS {deck.pss_mb:.0f} MB")


def _probe(kind: str, folder: Path) -> dict[str, Any]:
    """Measurements of a fresh process; raises CalledProcessError if it fails."""
    environment = dict(os.environ)
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # a museum's machine keeps compiled code
    if not any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY")):
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    command = [sys.executable, "-m", "kiosk.workbench.bench.probe", kind, str(folder)]
    done = subprocess.run(
        command, env=environment, stdout=subprocess.PIPE, check=True, timeout=LONGEST_S
    )
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures


def _frames(times_ms: list[float]) -> str:
    if len(times_ms) < 20:
        return f"only {len(times_ms)} frames came"
    worst = statistics.quantiles(times_ms, n=20)[-1]
    a_second = 1000 / statistics.mean(times_ms)
    return f"{_median(times_ms):.0f} ms, 95 % within {worst:.0f} ms, {a_second:.0f} frames a second"


def _median(figures: list[float]) -> float:
    return statistics.median(figures)


def _line(name: str, figure: str) -> str:
    return f"{name:<28}{figure}"
