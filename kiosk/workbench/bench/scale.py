"""`kiosk bench --scale`: what grows with an exhibit, measured on made ones of many records.

Each has as many formations as places, on the map of an exhibit; all figures are processor time,
which other programs on the machine do not lengthen.
"""

from __future__ import annotations

import json
import shutil
import statistics
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from kiosk.workbench.bench.measuring import REST_S, begun, pss_mb, wait

SIZES = (100, 300, 1000, 3000, 5000)
"""The formations, and the places, of the exhibits: more than 400,000 values are not read."""

A_FILE = 1000
"""The records of a file: one may hold 100,000 values."""

HEADINGS = (
    *("records", "check", "start to content read", "to first picture", "PSS in the show"),
    *("map opens", "zoom, 95 %", "play, 95 %"),
)
MOVES = ("zoom_ms", "play_ms")


@contextmanager
def made(content: Path, size: int) -> Iterator[Path]:
    """A content folder with `size` formations and places on the map of another."""
    from kiosk.exhibit.reader import read_exhibit
    from kiosk.workbench.bench.large import large_exhibit
    from kiosk.workbench.plain import plain

    ground = read_exhibit(content).exhibit
    if ground is None:
        raise SystemExit(1)
    views = tuple(view.model_copy(update={"moment": None}) for view in ground.map.views)
    map_ = ground.map.model_copy(update={"views": views})
    told = plain(large_exhibit(size, size, map_))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(content / "map", folder / "map")
        for kind in ("formations", "places"):
            records = told.pop(kind)
            for start in range(0, len(records), A_FILE):
                part = {kind: records[start : start + A_FILE]}
                _write(folder / f"{kind}-{start // A_FILE}.yaml", part)
        _write(folder / "exhibit.yaml", told)
        yield folder


def _write(file: Path, told: dict[str, Any]) -> None:
    """Writes JSON, which is YAML."""
    file.write_text(json.dumps(told, default=str, ensure_ascii=False), "utf-8")


def checked(folder: Path) -> dict[str, Any]:
    """Seconds of a check."""
    from kiosk.workbench.check import check

    errors = [str(one) for one in check(folder) if one.severity == "error"]
    if errors:
        raise SystemExit(errors[0])
    return {"check_s": time.process_time()}


def grown(folder: Path) -> dict[str, Any]:
    """Seconds of a start, memory in MB, and milliseconds of the map's opening and of its frames."""
    from kiosk.workbench.bench.moving import SETTLE_S, play, sampled, zoom

    exhibit, kiosk, frames, figures = begun(folder)
    wait(REST_S)
    figures["pss_mb"] = pss_mb()
    kiosk.stage.session.touch()
    wait(SETTLE_S)
    before = time.thread_time()
    kiosk.stage.navigation.openPanel("maps")
    frames.await_next()
    figures["opens_ms"] = (time.thread_time() - before) * 1000
    wait(SETTLE_S)
    figures["zoom_ms"], figures["play_ms"] = [], []
    for view in sampled(exhibit.map.views):
        for name, move in (("play_ms", play), ("zoom_ms", zoom)):
            figures[name] += [worked for _, worked in move(kiosk, frames, view.id)]
            wait(SETTLE_S)
    kiosk.close()
    return figures


def row(size: int, figures: dict[str, Any]) -> str:
    """A line of the table beneath `HEADINGS`."""
    cells = (
        f"2 × {size:,}",
        *(f"{figures[key]:.2f} s" for key in ("check_s", "read_cpu_s", "first_cpu_s")),
        f"{figures['pss_mb']:.0f} MB",
        f"{figures['opens_ms']:.0f} ms",
        *(f"{statistics.quantiles(figures[key], n=20)[-1]:.0f} ms" for key in MOVES),
    )
    return lined(cells)


def lined(cells: Iterable[str]) -> str:
    """Cells as a line of a table in Markdown."""
    return f"| {' | '.join(cells)} |"
