"""Slides of a talk as pictures, as the audience sees them in a bright room."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterator, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtGui import QImage

from kiosk import app
from kiosk.exhibit.model import Exhibit, Talk
from kiosk.machine.settings import Settings
from kiosk.publish import output
from kiosk.publish.pictures import at_rest, let_go
from kiosk.qt.heldtime import HeldTime
from kiosk.talk.lectern import Lectern

SIZE = (1920, 1080)
"""The size of a slide in px."""

ADD_UP = ("disagreements", "panels")
"""The kinds of slides on which all stays that has come; others show one thing after the other."""

TOLD = (*ADD_UP, "phases", "decisions")
"""The kinds of slides that tell their end by their last click."""


def asked(talk: Talk, numbers: Sequence[int], out: Path) -> Sequence[int]:
    """The numbers of the slides to draw: these, or all.

    None if the talk lacks one or nothing can be written into `out`, as the error stream says then.
    """
    every = range(1, len(talk.slides) + 1)
    missing = next((number for number in numbers if number not in every), None)
    if missing is not None:
        said = f'there is no slide {missing}; the talk "{talk.id}" has {len(every)}'
        print(said, file=sys.stderr)
        return ()
    if not output.made(out):
        return ()
    return numbers or every


def drawn(
    exhibit: Exhibit,
    folder: Path,
    talk: Talk,
    language: str,
    numbers: Sequence[int],
    ended: Collection[str] = ADD_UP,
    size: tuple[int, int] = SIZE,
) -> Iterator[QImage]:
    """The slides of a talk with these numbers, counted from 1. Raises NotDrawn.

    Those of kinds that are `ended` after their last click, others as they open.
    """
    time, settings = HeldTime(), Settings(sound=False)
    kiosk = partial(app.Kiosk, exhibit, folder, settings, timers=time, threaded=False, size=size)
    lectern = Lectern(exhibit, talk, kiosk, timers=time, size=size, notes=False)
    lectern.stage.preferences.chooseLanguage(language)
    lectern.stage.preferences.toggleReducedMotion()
    lectern.show()
    delivery = lectern.delivery
    try:
        for number in numbers:
            delivery.jump(number - 1)
            for _ in range(delivery.at.steps - 1 if delivery.at.kind in ended else 0):
                delivery.act("forward")
            yield at_rest(lectern.kiosk.window, lectern.stage)
    finally:
        lectern.close()
        let_go()
