"""Measurements of `kiosk bench` within one fresh process; prints JSON.

    python -m kiosk.workbench.bench.probe start CONTENT to the first picture, then nothing more
    python -m kiosk.workbench.bench.probe visit CONTENT memory, answers and CPU of a visit
    python -m kiosk.workbench.bench.probe map CONTENT   frames of the map under the hand
    python -m kiosk.workbench.bench.probe large CONTENT the same with 2,000 units and 5,000 places
    python -m kiosk.workbench.bench.probe empty         an empty window of Qt Quick, for comparison
    python -m kiosk.workbench.bench.probe bare          a picture with sixty names, moved
    python -m kiosk.workbench.bench.probe soak CONTENT N  memory and objects after each of N visits
    python -m kiosk.workbench.bench.probe checked CONTENT the work of a check
    python -m kiosk.workbench.bench.probe grown CONTENT   work and memory of a made exhibit

Everything is imported late, so that a start costs what it costs `kiosk run`.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.workbench.bench.measuring import REST_S, Frames, begun, cpu_share, pss_mb, wait

if TYPE_CHECKING:
    from kiosk.app import Kiosk
    from kiosk.exhibit.model import Exhibit

CPU_S = 5.0


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
    figures["home_ms"] = _answer_ms(frames, kiosk.stage.session.touch)
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


def _answer_ms(frames: Frames, act: Callable[[], object]) -> float:
    """The time from what is touched to the first frame after it."""
    began = time.monotonic()
    act()
    frames.await_next()
    return (time.monotonic() - began) * 1000


def _answers(
    exhibit: Exhibit, kiosk: Kiosk, frames: Frames, memory: dict[str, float]
) -> list[float]:
    """The time of stops, sheets and cards to their first frame; notes memory at the panels."""
    from kiosk.exhibit.kinds import ref_of

    navigation, answers = kiosk.stage.navigation, []

    def answer(name: str, open_stop: Callable[[], object]) -> None:
        answers.append(_answer_ms(frames, open_stop))
        wait(1.0)
        memory[name] = pss_mb()

    for index in range(len(exhibit.phases)):
        answer("phases", partial(navigation.openPhase, index))
    answer("forces", lambda: navigation.openPanel("forces"))
    answer("maps", lambda: navigation.openPanel("maps"))
    for index in range(len(exhibit.lessons)):
        answer("lessons", partial(navigation.openLesson, index))
    for sheet in ("sources", "key", "comfort"):
        answer("sheets", partial(navigation.openSheet, sheet))
    for person in exhibit.people[:3]:
        answer("cards", partial(navigation.openCard, ref_of(person)))
    return answers


def main() -> None:
    """Prints the figures asked for."""
    kind, *rest = sys.argv[1:]
    if kind in ("start", "visit"):
        figures = (start if kind == "start" else visit)(Path(*rest))
    elif kind in ("map", "large"):
        from kiosk.workbench.bench import moving

        figures = moving.moved_map(Path(*rest), large=kind == "large")
    elif kind in ("empty", "bare"):
        from kiosk.workbench.bench import plainwindow

        figures = plainwindow.empty() if kind == "empty" else plainwindow.bare()
    elif kind in ("checked", "grown"):
        from kiosk.workbench.bench import scale

        figures = (scale.checked if kind == "checked" else scale.grown)(Path(*rest))
    else:
        from kiosk.workbench.bench import soak

        figures = soak.visits(Path(rest[0]), int(rest[1]))
    print(json.dumps(figures), flush=True)


if __name__ == "__main__":
    main()
