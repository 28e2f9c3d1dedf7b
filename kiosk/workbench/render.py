"""`kiosk render`: every screen of an exhibit as a picture, drawn without a display."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, QEventLoop
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickWindow

from kiosk import app
from kiosk.exhibit.model import Exhibit
from kiosk.settings import Settings
from kiosk.stage.stage import Stage

SIZES = ((1920, 1080), (1080, 1920))
"""Width and height in px of the pictures, unless another is asked for."""

HOUR_S = 3600
"""Longer than any slide and any visitor's silence."""

FRAME_MS = 20
"""Longer than a tick of Qt's animations: what moves has moved after it."""

LONGEST_MS = 10_000
"""A screen that has not come to rest after this long never will."""


class NotDrawn(Exception):
    """A screen that has no picture, and why."""


class HeldWait:
    """A wait that ends only by hand."""

    remaining = 0

    def __init__(self, callback: Callable[[], None]) -> None:
        self._callback = callback
        self._running = False

    def start(self, ms: int) -> None:
        """Waits to be ended."""
        self._running = True

    def stop(self) -> None:
        """Does not wait."""
        self._running = False

    def end(self) -> None:
        """Calls back, if it waits."""
        if self._running:
            self._running = False
            self._callback()


class HeldTime:
    """A `Timekeeper` whose time stands still until it is told to leap."""

    def __init__(self) -> None:
        self._now_ms = 0
        self._waits: list[HeldWait] = []

    def single(self, callback: Callable[[], None]) -> HeldWait:
        """A wait that `leap` ends."""
        self._waits.append(HeldWait(callback))
        return self._waits[-1]

    def now_ms(self) -> int:
        """Milliseconds leapt so far."""
        return self._now_ms

    def leap(self, seconds: float) -> None:
        """Lets the time pass at once; every wait ends, however long it was."""
        self._now_ms += round(seconds * 1000)
        for wait in self._waits:
            wait.end()


Opener = Callable[[Stage, HeldTime], object]


@dataclass(frozen=True)
class Shot:
    """One picture: its name, and what opens the screen from the shot before."""

    name: str
    open: Opener


def shots(exhibit: Exhibit, text_scale: int = 100) -> tuple[Shot, ...]:
    """Every screen in the order of the tour; a sheet is closed by the stop that follows."""
    every = [
        *(Shot(f"attract-{i}", _slide(s.seconds, i)) for i, s in enumerate(exhibit.attract, 1)),
        Shot("home", _woken(text_scale)),
        *(Shot(f"phases-{i + 1}", _phase(i)) for i in range(len(exhibit.phases))),
        Shot("forces", _panel("forces")),
        Shot("maps", _panel("maps")),
        *(Shot(f"maps-{view.id}", _view(view.id)) for view in exhibit.map.views),
        *(Shot(f"lessons-{i + 1}", _lesson(i)) for i in range(len(exhibit.lessons))),
        *_decisions(exhibit),
        *(Shot(f"disagreements-{i + 1}", _question(i)) for i in range(len(exhibit.disagreements))),
        *_cards(exhibit),
        Shot("sources-phases", _sheet("phases", "sources")),
        Shot("sources-maps", _sheet("maps", "sources")),
        *_sheets(exhibit),
        Shot("comfort", _comfort),
        Shot("warning", _warning),
    ]
    return tuple(Shot(f"{place:02}-{shot.name}", shot.open) for place, shot in enumerate(every, 1))


def _cards(exhibit: Exhibit) -> Iterator[Shot]:
    """One card of each kind, the one with most to say."""
    kinds = (
        ("forces", "formations"),
        ("maps", "places"),
        ("phases", "people"),
        ("phases", "terms"),
        ("phases", "pictures"),
    )
    for panel, kind in kinds:
        records = exhibit.indexed(kind).values()
        if records:
            longest = max(records, key=lambda record: len(record.model_dump_json()))
            yield Shot(f"card-{kind}", _card(panel, f"{kind}/{longest.id}"))


def _slide(seconds: float, number: int) -> Opener:
    """A slide of the attract show at its last hour, from the one before."""

    def open_(_: Stage, time: HeldTime) -> None:
        if number > 1:
            time.leap(HOUR_S)
        time.leap(seconds - 0.5)

    return open_


def _woken(text_scale: int) -> Opener:
    def open_(stage: Stage, _: HeldTime) -> None:
        stage.session.touch()
        stage.preferences.setTextScale(text_scale)

    return open_


def _phase(index: int) -> Opener:
    return lambda stage, _: stage.navigation.openPhase(index)


def _lesson(index: int) -> Opener:
    return lambda stage, _: stage.navigation.openLesson(index)


def _panel(name: str) -> Opener:
    return lambda stage, _: stage.navigation.openPanel(name)


def _view(id_: str) -> Opener:
    return lambda stage, _: stage.atlas.openView(id_)


def _card(panel: str, ref: str) -> Opener:
    def open_(stage: Stage, _: HeldTime) -> None:
        stage.navigation.openPanel(panel)
        stage.navigation.openCard(ref)

    return open_


def _sheets(exhibit: Exhibit) -> Iterator[Shot]:
    """Each sheet that has something to show."""
    if any(phase.events for phase in exhibit.phases):
        yield Shot("events", _sheet("phases", "events"))
    if exhibit.phases[-1].standpoints:
        yield Shot("standpoints", _sheet("phases", "standpoints"))
    if any(side.strength or side.losses for side in exhibit.sides):
        yield Shot("figures", _sheet("forces", "figures"))
    if exhibit.disagreements:
        yield Shot("questions", _sheet("disagreements", "questions"))


def _decisions(exhibit: Exhibit) -> Iterator[Shot]:
    """Each decision, before the visitor chooses and after."""
    for i, decision in enumerate(exhibit.decisions):
        yield Shot(f"decisions-{i + 1}", _decision(i))
        yield Shot(f"decisions-{i + 1}-decided", _decision(i, decision.choices[0].key))


def _decision(index: int, choice: str = "") -> Opener:
    def open_(stage: Stage, _: HeldTime) -> None:
        stage.navigation.openDecision(index)
        if choice:
            stage.choices.choose(choice)

    return open_


def _question(index: int) -> Opener:
    return lambda stage, _: stage.navigation.openDisagreement(index)


def _sheet(panel: str, sheet: str) -> Opener:
    def open_(stage: Stage, _: HeldTime) -> None:
        stage.navigation.openPanel(panel)
        stage.navigation.openSheet(sheet)

    return open_


def _comfort(stage: Stage, _: HeldTime) -> None:
    stage.navigation.goHome()
    stage.navigation.openSheet("comfort")


def _warning(stage: Stage, time: HeldTime) -> None:
    stage.navigation.closeSheet()
    time.leap(HOUR_S)


def run(
    exhibit: Exhibit,
    folder: Path,
    out: Path,
    *,
    languages: Sequence[str],
    sizes: Sequence[tuple[int, int]] = SIZES,
    text_scale: int = 100,
) -> bool:
    """Writes every screen below `out` as PNG, in every language and size; whether all were drawn.

    Names sort in the order of the tour. A screen that fails is named on the error stream, and the
    others are drawn. What `out` held under other names stays.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        print(f"{out}: {error.strerror or error}", file=sys.stderr)
        return False
    os.environ |= {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}
    app.application(Settings())
    tour = shots(exhibit, text_scale)
    count = len(tour) * len(languages) * len(sizes) + len(sizes)
    failed = 0
    with _counting(count) as done:
        for name, draw in _pictures(exhibit, folder, tour, languages, sizes, text_scale):
            try:
                _write(draw(), out / name)
            except (NotDrawn, OSError, ValueError) as error:
                print(f"{name}: {error}", file=sys.stderr)
                failed += 1
            done()
    return not failed


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
        _let_go()


def _drawn(shot: Shot, kiosk: app.Kiosk, time: HeldTime) -> QImage:
    shot.open(kiosk.stage, time)
    return _at_rest(kiosk.window, kiosk.stage)


def _closed(size: tuple[int, int]) -> QImage:
    engine, window = app.closed_window(size)
    window.show()
    try:
        return _at_rest(window)
    finally:
        window.close()
        del window, engine
        _let_go()


def _at_rest(window: QQuickWindow, stage: Stage | None = None) -> QImage:
    """The window's picture once it stands still: two in a row are the same."""
    clock = QElapsedTimer()
    clock.start()
    before = QImage()
    while clock.elapsed() < LONGEST_MS:
        if stage:
            stage.camera.fly(1.0)
        _pass_frame()
        picture = window.grabWindow()
        if picture.isNull():
            raise NotDrawn("the window has no picture")
        if picture == before and not (stage and stage.camera.flying):
            return picture
        before = picture
    raise NotDrawn(f"something on the screen still moves after {LONGEST_MS // 1000} s")


def _pass_frame() -> None:
    clock = QElapsedTimer()
    clock.start()
    while (left_ms := FRAME_MS - clock.elapsed()) > 0:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, left_ms)


def _let_go() -> None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _write(picture: QImage, path: Path) -> None:
    """Writes the whole file or none."""
    part = path.with_name(f".part-{path.name}")
    try:
        if not picture.save(str(part)):
            raise NotDrawn(f"can't be written in {path.parent}")
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def _counting(count: int) -> Iterator[Callable[[], object]]:
    """What to call after each picture; a bar on a terminal, else nothing is shown."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True)) as progress:
        task = progress.add_task("Drawing", total=count)
        yield lambda: progress.advance(task)
