"""`kiosk render`: every screen of an exhibit as a picture, drawn without a display."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QCoreApplication, QElapsedTimer, QEvent, QEventLoop, QIODevice
from PySide6.QtGui import QImage, QImageWriter
from PySide6.QtQuick import QQuickWindow

from kiosk import app, closed
from kiosk.exhibit.kinds import cards, ref_of
from kiosk.exhibit.model import Exhibit
from kiosk.machine.settings import Settings
from kiosk.publish import openers, output
from kiosk.publish.openers import Opener
from kiosk.publish.output import NotDrawn
from kiosk.qt.heldtime import HeldTime
from kiosk.stage.stage import Stage
from kiosk.visit.navigation import BY_THE_HOUR
from kiosk.visit.playhead import HOUR

SIZES = ((1920, 1080), (1080, 1920))
"""Width and height in px of the pictures, unless another is asked for."""

FRAME_MS = 20
"""A time longer than a tick of Qt's animations: what moves has moved after it."""

MOST_FRAMES = 500
"""The frames after which what is not at rest never will be."""


@dataclass(frozen=True)
class Shot:
    """One picture: its name, and what opens the screen from the shot before."""

    name: str
    open: Opener


def shots(exhibit: Exhibit, text_scale: int = 100) -> tuple[Shot, ...]:
    """Every screen in the order of the tour; a sheet is closed by the stop that follows."""
    every = [
        *(
            Shot(f"attract-{i}", openers.slide(s.seconds, i))
            for i, s in enumerate(exhibit.attract, 1)
        ),
        Shot("home", openers.woken(text_scale)),
        *_played(exhibit),
        *(Shot(f"phases-{i + 1}", openers.phase(i)) for i in range(len(exhibit.phases))),
        *(Shot(panel, openers.panel(panel)) for panel in BY_THE_HOUR),
        *(Shot(f"maps-{view.id}", openers.view(view.id)) for view in exhibit.map.listed),
        *_lessons(exhibit),
        *_decisions(exhibit),
        *(
            Shot(f"disagreements-{i + 1}", openers.question(i))
            for i in range(len(exhibit.disagreements))
        ),
        *_cards(exhibit),
        Shot("sources-phases", openers.sheet("phases", "sources")),
        Shot("sources-maps", openers.sheet("maps", "sources")),
        *_sheets(exhibit),
        *([Shot("menu", openers.menu)] if text_scale >= openers.MENU_FROM else []),
        Shot("comfort", openers.comfort),
        Shot("warning", openers.warning),
    ]
    return tuple(Shot(f"{place:02}-{shot.name}", shot.open) for place, shot in enumerate(every, 1))


def _played(exhibit: Exhibit) -> Iterator[Shot]:
    """Each phase while it plays: at the first of its stops, or at the event in its middle."""
    for i, phase in enumerate(exhibit.phases):
        last = phase.ends - 2 * HOUR
        events = [one for one in phase.events if one.at != phase.moment and one.at < last]
        if any(event.key for event in phase.events):
            yield Shot(f"playing-{i + 1}", openers.standing(i))
        elif events:
            yield Shot(f"playing-{i + 1}", openers.playing(i, events[len(events) // 2].at))


def _cards(exhibit: Exhibit) -> Iterator[Shot]:
    """One card of each kind that says more than the map, the one with most to say."""
    for panel, kind in cards():
        records = exhibit.indexed(kind).values()
        if records and kind != "areas":
            longest = max(records, key=lambda record: len(record.model_dump_json()))
            yield Shot(f"card-{kind}", openers.card(panel, ref_of(longest)))


def _sheets(exhibit: Exhibit) -> Iterator[Shot]:
    """Each sheet that has something to show."""
    yield Shot("key", openers.sheet("maps", "key"))
    yield Shot("positions", openers.sheet("maps", "positions"))
    if any(phase.events for phase in exhibit.phases):
        yield Shot("events", openers.sheet("phases", "events"))
    if exhibit.phases[-1].standpoints:
        yield Shot("standpoints", openers.sheet("phases", "standpoints"))
    if any(side.strength or side.losses for side in exhibit.sides):
        yield Shot("figures", openers.sheet("forces", "figures"))
    if exhibit.disagreements:
        yield Shot("questions", openers.sheet("disagreements", "questions"))


def _lessons(exhibit: Exhibit) -> Iterator[Shot]:
    """Each lesson, and with its last proof chosen."""
    for i, lesson in enumerate(exhibit.lessons):
        yield Shot(f"lessons-{i + 1}", openers.lesson(i))
        if lesson.proofs:
            yield Shot(f"lessons-{i + 1}-proof", openers.lesson(i, len(lesson.proofs)))


def _decisions(exhibit: Exhibit) -> Iterator[Shot]:
    """Each decision, before the visitor chooses and after."""
    for i, decision in enumerate(exhibit.decisions):
        yield Shot(f"decisions-{i + 1}", openers.decision(i))
        yield Shot(f"decisions-{i + 1}-decided", openers.decision(i, decision.choices[0].key))


def run(
    exhibit: Exhibit,
    folder: Path,
    out: Path,
    *,
    languages: Sequence[str],
    sizes: Sequence[tuple[int, int]] = SIZES,
    text_scale: int = 100,
) -> bool:
    """Writes every screen below `out` as PNG, in every language and size; True if all were drawn.

    Names sort in the order of the tour. A screen that fails is named on the error stream, and the
    others are drawn. What `out` held under other names stays.
    """
    if not output.made(out):
        return False
    begin_offscreen()
    tour = shots(exhibit, text_scale)
    count = len(tour) * len(languages) * len(sizes) + len(sizes)
    pictures = _pictures(exhibit, folder, tour, languages, sizes, text_scale)
    return output.write(
        out, ((name, partial(png, draw)) for name, draw in pictures), count, "Drawing"
    )


def begin_offscreen() -> None:
    """Makes the application, which needs no display from then on."""
    os.environ |= output.OFFSCREEN
    app.application(Settings())


def draw_instead(folder: Path, exhibit: Exhibit | None) -> int:
    """Draws the whole tour as pictures in ./pictures, for want of a display; the exit code."""
    if exhibit is None:
        return 1
    out = Path("pictures").resolve()
    print("There is no display here, so the whole tour is drawn to pictures instead.", flush=True)
    whole = run(exhibit, folder, out, languages=exhibit.exhibit.languages)
    print(out)
    return 0 if whole else 1


def png(draw: Callable[[], QImage]) -> bytes:
    """The picture that is drawn, as PNG; raises NotDrawn."""
    held = QBuffer()
    held.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(held, b"png")
    if not writer.write(draw()):
        raise NotDrawn(f"can't be saved: {writer.errorString()}")
    return bytes(held.data().data())


Drawn = tuple[str, Callable[[], QImage]]


def _pictures(
    exhibit: Exhibit,
    folder: Path,
    tour: Sequence[Shot],
    languages: Sequence[str],
    sizes: Sequence[tuple[int, int]],
    text_scale: int,
) -> Iterator[Drawn]:
    """The name of each picture, and what draws it; to be drawn in this order."""
    large = f".text{text_scale}" if text_scale != 100 else ""
    for size in sizes:
        extent = f"{size[0]}x{size[1]}"
        for language in languages:
            for shot, draw in _toured(exhibit, folder, tour, language, size):
                yield f"{shot.name}.{language}.{extent}{large}.png", draw
        yield f"{len(tour) + 1:02}-closed.{extent}.png", partial(_closed, size)


def _toured(
    exhibit: Exhibit, folder: Path, tour: Sequence[Shot], language: str, size: tuple[int, int]
) -> Iterator[tuple[Shot, Callable[[], QImage]]]:
    """Each shot, and what opens and draws it in a window of its own."""
    time = HeldTime()
    kiosk = app.Kiosk(
        exhibit, folder, Settings(sound=False), timers=time, threaded=False, size=size
    )
    stage = kiosk.stage
    stage.preferences.chooseLanguage(language)
    stage.preferences.toggleReducedMotion()
    kiosk.show()

    try:
        for shot in tour:
            yield shot, partial(_drawn, shot, kiosk, time)
    finally:
        kiosk.close()
        let_go()


def _drawn(shot: Shot, kiosk: app.Kiosk, time: HeldTime) -> QImage:
    shot.open(kiosk.stage, time)
    return at_rest(kiosk.window, kiosk.stage)


def _closed(size: tuple[int, int]) -> QImage:
    engine, window = closed.closed_window(size)
    window.show()
    try:
        return at_rest(window)
    finally:
        window.close()
        del window, engine
        let_go()


def at_rest(window: QQuickWindow, stage: Stage | None = None, frame_ms: int = FRAME_MS) -> QImage:
    """The window's picture once it stands still: two in a row are the same.

    They are `frame_ms` or more apart: 0 will do where nothing moves by itself.
    """
    before = QImage()
    for _ in range(MOST_FRAMES):
        if stage:
            stage.camera.fly(1.0)
        _pass(frame_ms)
        picture = window.grabWindow()
        if picture.isNull():
            raise NotDrawn("the window has no picture")
        moves = stage is not None and (stage.camera.flying or stage.situation.at_work)
        if picture == before and not moves:
            return picture
        before = picture
    raise NotDrawn(f"something on the screen still moves after {MOST_FRAMES} frames")


def _pass(frame_ms: int) -> None:
    clock = QElapsedTimer()
    clock.start()
    QCoreApplication.processEvents()
    while (left_ms := frame_ms - clock.elapsed()) > 0:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, left_ms)


def let_go() -> None:
    """Lets go of what was taken down."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
