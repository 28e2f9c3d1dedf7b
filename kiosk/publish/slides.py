"""Slides of a talk as pictures, as the audience sees them in a bright room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtGui import QImage

from kiosk import app
from kiosk.exhibit.model import Exhibit, Talk
from kiosk.machine.settings import Settings
from kiosk.publish.pictures import at_rest, let_go
from kiosk.qt.heldtime import HeldTime
from kiosk.talk.lectern import Lectern

SIZE = (1920, 1080)
"""The size of a slide in px."""

ADD_UP = ("disagreements", "panels")
"""The kinds of slides on which all stays that has come; others show one thing after the other."""


def drawn(
    exhibit: Exhibit, folder: Path, talk: Talk, language: str, numbers: Sequence[int]
) -> Iterator[QImage]:
    """The slides of a talk with these numbers, counted from 1. Raises NotDrawn."""
    time, settings = HeldTime(), Settings(sound=False)
    kiosk = partial(app.Kiosk, exhibit, folder, settings, timers=time, threaded=False, size=SIZE)
    lectern = Lectern(exhibit, talk, kiosk, timers=time, size=SIZE, notes=False)
    lectern.stage.preferences.chooseLanguage(language)
    lectern.stage.preferences.toggleReducedMotion()
    lectern.show()
    delivery = lectern.delivery
    try:
        for number in numbers:
            delivery.jump(number - 1)
            for _ in range(delivery.at.steps - 1 if delivery.at.kind in ADD_UP else 0):
                delivery.act("forward")
            yield at_rest(lectern.kiosk.window, lectern.stage)
    finally:
        lectern.close()
        let_go()
