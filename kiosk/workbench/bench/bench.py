"""`kiosk bench`: start-up, memory, frames and CPU here, beside what they compare with."""

from __future__ import annotations

import json
import os
import platform
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kiosk.workbench.bench import browser

STARTS = 5
LONGEST_S = 300
"""The longest that a process measures; a soak takes as long as its visits."""
FEWEST = 20
"""Frames, of which fewer say nothing."""


def run(folder: Path) -> int:
    """Prints the figures of the exhibit in `folder`; 1 where they can't be had here."""
    if not _has_proc():
        return 1
    with _telling() as tell:
        for line in _lines(folder, tell):
            print(line, flush=True)
    return 0


def soak(folder: Path, visits: int, out: Path) -> int:
    """Prints what each visit leaves behind; 1 where that grows, or can't be had here."""
    if not _has_proc():
        return 1
    from kiosk.workbench.bench.soak import told

    lines, well = told(_probe("soak", folder, str(visits), longest_s=None), out)
    print("\n".join(lines))
    return 0 if well else 1


def scale(folder: Path) -> int:
    """Prints a table of what grows with an exhibit on the map of another; 1 where it can't."""
    if not _has_proc():
        return 1
    from kiosk.workbench.bench.scale import HEADINGS, SIZES, lined, made, row

    print(lined(HEADINGS), lined(["---"] * len(HEADINGS)), sep="\n", flush=True)
    for size in SIZES:
        with made(folder, size) as large:
            figures = _probe("checked", large)
            _probe("start", large)  # the first start keeps what it has checked
            print(row(size, figures | _probe("grown", large)), flush=True)
    return 0


def _has_proc() -> bool:
    """True on Linux; elsewhere says what is lacking."""
    if sys.platform == "linux":
        return True
    print("kiosk bench reads /proc, which only Linux has.", file=sys.stderr)
    return False


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
    tell("what it compares with")
    empties = [_probe("empty", folder) for _ in range(STARTS)]
    floor = Floor(
        _median([one["first_s"] for one in empties]),
        _median([one["pss_mb"] for one in empties]),
        _worst([ms for ms, _ in _probe("bare", folder)["pan_ms"]]),
    )
    deck = browser.measure()
    tell("the start")
    _probe("start", folder)  # the first after a change reads the content, and compiles
    starts = [_probe("start", folder) for _ in range(STARTS)]
    tell("a visit")
    figures = _probe("visit", folder)
    yield _line("machine", f"{os.cpu_count()} cores, {platform.machine()}, {platform.system()}")
    yield _line("drawn by", f"{renderer}, platform {figures['platform']}, 1920x1080")
    yield _line("an empty window", f"{floor.first_s:.2f} s, PSS {floor.pss_mb:.0f} MB")
    yield _line("a picture with 60 names", f"moved, 95 % within {floor.frame_ms:.0f} ms")
    if deck is None:
        yield _line("four slides in Chromium", "Chromium is not installed here")
    else:
        yield _line("four slides in Chromium", f"{deck.first_s:.2f} s, PSS {deck.pss_mb:.0f} MB")
    yield from _starts(starts, floor, deck)
    for screen, megabytes in figures["pss_mb"].items():
        times = f"{megabytes / floor.pss_mb:.1f} × an empty window"
        yield _line(f"PSS, {screen}", f"{megabytes:.0f} MB, {times}")
    yield _line("touch to home's first frame", f"{figures['home_ms']:.0f} ms")
    answers = figures["answers_ms"]
    yield _line("touch to first frame", f"{_median(answers):.0f} ms, at most {max(answers):.0f} ms")
    yield _line("frames on a static screen", f"{figures['static_frames']} in 2 s")
    yield _line("CPU, attract", f"{figures['cpu_attract']:.1f} % of a core")
    yield _line("CPU, static screen", f"{figures['cpu_static']:.1f} % of a core")
    tell("the map")
    yield from _map("map", _probe("map", folder), floor)
    tell("a large map")
    yield "a map with 2,000 formations and 5,000 places:"
    yield from _map("large map", _probe("large", folder), floor)


@dataclass(frozen=True)
class Floor:
    """The least that Qt takes here, in the same run.

    The first frame of an empty window in seconds and its memory in MB; the milliseconds within
    which 95 % of the frames come of a picture that is only moved.
    """

    first_s: float
    pss_mb: float
    frame_ms: float


def _map(name: str, figures: dict[str, Any], floor: Floor) -> Iterable[str]:
    cold, warm = figures["cold_ms"], figures["warm_ms"]
    opened = f"{cold:.0f} ms at first, then {_median(warm):.0f} ms, at most {max(warm):.0f} ms"
    yield _line(f"{name}, first frame", opened)
    for move in ("flight", "pan", "zoom", "play"):
        yield _line(f"{name}, {move}", _frames(figures[f"{move}_ms"], floor))


def _starts(
    starts: list[dict[str, Any]], floor: Floor, deck: browser.Figures | None
) -> Iterable[str]:
    for name, key in (
        ("start to content read", "read_s"),
        ("start to first picture", "first_s"),
        ("start to the map painted", "map_s"),
    ):
        figures = [start[key] for start in starts]
        said = f"{_median(figures):.2f} s ({min(figures):.2f} to {max(figures):.2f})"
        if key != "read_s":
            said += f", {_median(figures) / floor.first_s:.1f} × an empty window"
            said += f", {_median(figures) / deck.first_s:.2f} × Chromium" if deck else ""
        yield _line(name, said)


def _probe(
    kind: str, folder: Path, *more: str, longest_s: float | None = LONGEST_S
) -> dict[str, Any]:
    """Measurements of a fresh process; raises CalledProcessError if it fails."""
    environment = dict(os.environ)
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # a museum's machine keeps compiled code
    if not any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY")):
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    command = [sys.executable, "-m", "kiosk.workbench.bench.probe", kind, str(folder), *more]
    done = subprocess.run(
        command, env=environment, stdout=subprocess.PIPE, check=True, timeout=longest_s
    )
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures


def _frames(frames: list[tuple[float, float]], floor: Floor) -> str:
    """The times between frames beside those of the floor, and the work of one: both 95 %."""
    if len(frames) < FEWEST:
        return f"only {len(frames)} frames came"
    times, worked = zip(*frames, strict=True)
    worst, work = _worst(times), _worst(worked)
    a_second = 1000 / statistics.mean(times)
    return (
        f"{_median(times):.0f} ms, 95 % within {worst:.0f} ms ({work:.0f} ms of work), "
        f"{worst / floor.frame_ms:.1f} × a moved picture, {a_second:.0f} frames a second"
    )


def _worst(times_ms: Sequence[float]) -> float:
    """The time within which 95 % of the frames come."""
    return statistics.quantiles(times_ms, n=20)[-1]


def _median(figures: Sequence[float]) -> float:
    return statistics.median(figures)


def _line(name: str, figure: str) -> str:
    return f"{name:<28}{figure}"
