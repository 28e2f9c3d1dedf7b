"""The rehearsal: every page, sheet and card of an exhibit opened where nobody sees them."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from types import TracebackType
from typing import NoReturn

from PySide6.QtCore import Property
from PySide6.QtGui import QGuiApplication

from kiosk.exhibit.kinds import ref_of
from kiosk.exhibit.model import Exhibit
from kiosk.exhibit.reading.problem import Finding, Steps
from kiosk.machine import folders
from kiosk.machine.glass import Glass, measure
from kiosk.qt.timing import Timers
from kiosk.stage.director import Director
from kiosk.stage.stage import Stage
from kiosk.telling.fonts import add_fonts
from kiosk.visit.navigation import CARDS, COUNTED, PANELS, Navigation, Sheet


def rehearsed(exhibit: Exhibit) -> list[Finding]:
    """Entries that can't be shown, each once: faults of the program that content shows up."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if QGuiApplication.instance() is None:
        QGuiApplication([])  # PySide keeps it
    add_fonts(folders.resources() / "fonts")
    stage = Stage(
        exhibit,
        timers=Timers(),
        words=folders.resources() / "words",
        load_map=_no_map,
        glass=_glass,
    )
    failures: list[Exception] = []
    director = Director(stage)
    director.failed.connect(lambda where, error: failures.append(error))
    found: dict[Steps, Finding] = {}
    with _heard(failures):
        stage.session.touch()
        for language in exhibit.exhibit.languages:
            stage.preferences.chooseLanguage(language)
            for steps, opened in _pages(exhibit, stage.navigation):
                opened()
                failures += _unread(stage)
                for error in failures:
                    message = f"can't be shown ({type(error).__name__}: {error})"
                    hint = "a fault of the program: please report it"
                    found.setdefault(steps, Finding(steps, message, hint))
                failures.clear()
        stage.close()
    return [*found.values()]


@contextmanager
def _heard(failures: list[Exception]) -> Iterator[None]:
    """Collects what Qt's signals lead to and raises, which PySide would only print."""

    def take(_: type[BaseException], error: BaseException, __: TracebackType | None) -> None:
        failures.append(error if isinstance(error, Exception) else Exception(str(error)))

    before, sys.excepthook = sys.excepthook, take
    try:
        yield
    finally:
        sys.excepthook = before


def _no_map() -> NoReturn:
    raise AssertionError("nobody sees the map")


def _glass(width: int, height: int) -> Glass:
    size = width, height
    return measure(size, said_mm=None, reported_mm=None, distance_mm=600, floor_mm=750)


def _pages(exhibit: Exhibit, navigation: Navigation) -> Iterator[tuple[Steps, Callable[[], None]]]:
    yield ("exhibit",), navigation.goHome
    for panel in PANELS:
        if panel not in COUNTED:
            yield from _with_sheets(
                ("panels", str(panel)), partial(navigation.openPanel, str(panel)), navigation
            )
    for screen, open_ in (
        ("phases", navigation.openPhase),
        ("lessons", navigation.openLesson),
        ("decisions", navigation.openDecision),
        ("disagreements", navigation.openDisagreement),
    ):
        for i in range(len(getattr(exhibit, screen))):
            yield from _with_sheets((screen, i), partial(open_, i), navigation)
    for kind in CARDS:
        for i, record in enumerate(getattr(exhibit, kind)):
            yield (kind, i), partial(navigation.openCard, ref_of(record))


def _with_sheets(
    steps: Steps, opened: Callable[[], None], navigation: Navigation
) -> Iterator[tuple[Steps, Callable[[], None]]]:
    yield steps, opened
    for sheet in Sheet:
        if sheet != Sheet.NONE:
            yield steps, partial(navigation.openSheet, str(sheet))


def _unread(stage: Stage) -> Iterator[Exception]:
    """Exceptions of the values that the window would read."""
    for part in (*stage.parts, stage.moment):
        for name, value in vars(type(part)).items():
            if isinstance(value, Property):
                try:
                    getattr(part, name)
                except Exception as error:
                    yield error
