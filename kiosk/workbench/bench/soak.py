"""`kiosk bench --soak`: whole visits one after the other in fake time, and what each leaves behind.

In a visit every screen is opened, with its sheets and cards, in one of the languages; sizes of text
and contrast go by turns, and now and then the content is taken anew, as after a change.
"""

from __future__ import annotations

import gc
import os
import statistics
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.workbench.bench.measuring import SIZE

if TYPE_CHECKING:
    from kiosk.app import Kiosk
    from kiosk.publish.pictures import Shot
    from kiosk.qt.heldtime import HeldTime

WARM = 100
"""The visits after which what is kept for the next ones has been made; a third of a short soak."""

ROUND = 12
"""The visits after which sizes of text, contrast and two languages have all met; then the content
is taken anew."""

TEXTS = (100, 125, 150, 200)
A_MONTH = 30 * 300
"""The visits of a month."""

MOST_MORE = 0.05
"""The part by which memory may grow in a month."""

KINDS = ("private_kb", "objects", "files", "threads")


def visits(folder: Path, count: int) -> dict[str, Any]:
    """The private memory in kB, Python's objects, open files and threads after each visit."""
    from kiosk import app
    from kiosk.machine.reading import reading_of
    from kiosk.machine.settings import Settings
    from kiosk.publish.pictures import shots
    from kiosk.qt.heldtime import HeldTime

    exhibit = reading_of(folder).exhibit
    if exhibit is None:
        raise SystemExit(1)
    settings, time = Settings(sound=False), HeldTime()
    app.application(settings)
    kiosk = app.Kiosk(exhibit, folder, settings, timers=time, threaded=False, size=SIZE)
    kiosk.show()
    left: dict[str, list[int]] = {kind: [] for kind in KINDS}
    for number in range(count):
        text = TEXTS[number % len(TEXTS)]
        tour = [shot for shot in shots(exhibit, text) if not shot.name.startswith("attract")]
        _visit(kiosk, time, tour, number)
        if number % ROUND == ROUND - 1:
            kiosk.change(exhibit, folder)
        _settle()
        gc.collect()
        for kind, figure in zip(KINDS, _left(), strict=True):
            left[kind].append(figure)
        print(f"\r{number + 1} of {count} visits", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    kiosk.close()
    return left


def _visit(kiosk: Kiosk, time: HeldTime, tour: Sequence[Shot], number: int) -> None:
    """One visitor from the first touch to the end."""
    stage = kiosk.stage
    stage.session.touch()
    languages = stage.preferences.languages
    stage.preferences.chooseLanguage(languages[number % len(languages)])
    if number % 3 == 2:
        stage.preferences.toggleHighContrast()
    for shot in tour:
        if shot.name.endswith("warning"):
            continue
        stage.session.touch()
        shot.open(stage, time)
        stage.camera.fly(1.0)
        _settle()
        kiosk.window.grabWindow()
    stage.session.leave()
    _settle()


def _settle() -> None:
    from PySide6.QtCore import QCoreApplication, QEvent

    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()


def _left() -> tuple[int, int, int, int]:
    rollup = Path("/proc/self/smaps_rollup").read_text("ascii").splitlines()
    private = sum(int(line.split()[1]) for line in rollup if line.startswith("Private_"))
    files = len(os.listdir("/proc/self/fd"))
    return private, len(gc.get_objects()), files, len(os.listdir("/proc/self/task"))


def slope(figures: Sequence[float]) -> tuple[float, float]:
    """The level at the end of what is warm, and what each visit adds to it: Theil's median.

    Of every pair of visits of the same kind, half as long apart as they may be, the slope, and of
    these the middle: one visit that leaves much more, or a page that comes back late, does not
    bend it.
    """
    warm = figures[min(WARM, len(figures) // 3) :]
    apart = max(1, len(warm) // 2 // ROUND) * ROUND
    slopes = [(later - one) / apart for one, later in zip(warm, warm[apart:], strict=False)]
    return statistics.median(warm), statistics.median(slopes) if slopes else 0.0


def told(left: dict[str, list[int]], out: Path) -> tuple[list[str], bool]:
    """Lines on what the visits left behind, and if all is well; the graph is written to `out`."""
    lines, well = [], True
    for kind in KINDS:
        level, each = slope(left[kind])
        more = each * A_MONTH / level
        well = well and more <= MOST_MORE
        grows = f"{each:+.3f} a visit, {100 * more:+.1f} % in a month"
        lines.append(f"{kind:<12}{level:>10.0f}, {grows}")
    out.write_text(graph(left), "utf-8")
    return lines, well


def graph(left: dict[str, list[int]]) -> str:
    """An SVG of each figure as its visits went, one above the other, from nothing up."""
    wide, high, above = 900, 120, 30
    drawn = []
    for row, (kind, figures) in enumerate(left.items()):
        top, most = row * (high + above) + above, max(figures) or 1
        step = wide / max(1, len(figures) - 1)
        points = " ".join(
            f"{number * step:.1f},{top + high * (1 - figure / most):.1f}"
            for number, figure in enumerate(figures)
        )
        drawn += [
            f'<text x="0" y="{top - 8}">{kind}, at most {max(figures):,}</text>',
            f'<path d="M0 {top + high}H{wide}" stroke="currentColor" opacity="0.4"/>',
            f'<polyline points="{points}" fill="none" stroke="currentColor" stroke-width="1.5"/>',
        ]
    tall = len(left) * (high + above) + above
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-10 0 {wide + 20} {tall}"'
    return "\n".join([f'{head} font-family="sans-serif" font-size="14">', *drawn, "</svg>", ""])
