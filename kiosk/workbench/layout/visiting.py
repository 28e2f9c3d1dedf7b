"""A kiosk to look at: in a window of its own, in one combination, on a map painted as is needed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QMetaObject
from PySide6.QtGui import QImage

from kiosk import app
from kiosk.exhibit.model import Exhibit, Map
from kiosk.machine.settings import Settings
from kiosk.map.ground.basemap import BaseMap
from kiosk.map.ground.frame import Frame
from kiosk.publish.pictures import let_go
from kiosk.qt.heldtime import HeldTime
from kiosk.workbench.layout.cases import Case
from kiosk.workbench.layout.combination import Combination
from kiosk.workbench.layout.eyes import look
from kiosk.workbench.layout.rest import come_to_rest
from kiosk.workbench.layout.unseen import DRAWN_BY

Ground = Callable[[Map, Path], BaseMap]
"""A loader of the base map of a content folder."""

KEPT = 8
"""The number of plates kept: the tour comes back to a place soon, or not at all."""


class BlankMap(BaseMap):
    """The base map where its pictures do not matter: painted at no cost."""

    def paint(self, frame: Frame, hidden: frozenset[str] = frozenset()) -> QImage:
        """A plain dark ground."""
        image = QImage(8, 8, QImage.Format.Format_RGB32)
        image.fill(0x202428)
        return image


class SharpMap(BlankMap):
    """The base map as it is seen at rest: its sharp plates, each painted once, hide all others."""

    def __init__(self, map_: Map, content: Path, px_per_mm: float) -> None:
        super().__init__(map_, content)
        self._px_per_mm = px_per_mm
        self._kept: dict[tuple[Frame, frozenset[str]], QImage] = {}

    def paint(self, frame: Frame, hidden: frozenset[str] = frozenset()) -> QImage:
        """The frame; a plain ground if it is coarser than the screen."""
        if frame.px_per_mm < self._px_per_mm:
            return super().paint(frame, hidden)
        picture = self._kept.pop((frame, hidden), None) or BaseMap.paint(self, frame, hidden)
        while len(self._kept) >= KEPT:
            del self._kept[next(iter(self._kept))]
        self._kept[frame, hidden] = picture
        return picture


@contextmanager
def visited(
    exhibit: Exhibit, folder: Path, combination: Combination, base: Ground
) -> Iterator[tuple[app.Kiosk, HeldTime]]:
    """A kiosk in a window of its own, as a visitor of this combination has set it.

    Its ratio and its renderer count in a process that has drawn nothing yet.
    """
    os.environ |= DRAWN_BY[combination.renderer]
    os.environ["QT_SCALE_FACTOR"] = str(combination.ratio)
    app.application(Settings())
    time = HeldTime()
    kiosk = app.Kiosk(
        exhibit,
        folder,
        combination.settings,
        timers=time,
        threaded=False,
        size=combination.size,
        base=base,
    )
    preferences = kiosk.stage.preferences
    preferences.chooseLanguage(combination.language)
    preferences.toggleReducedMotion()
    preferences.setTextScale(combination.text_scale)
    if combination.high_contrast:
        preferences.toggleHighContrast()
    if combination.reach:
        preferences.toggleReachMode()
    kiosk.show()
    try:
        yield kiosk, time
    finally:
        kiosk.close()
        let_go()


@contextmanager
def opened(kiosk: app.Kiosk, time: HeldTime, case: Case) -> Iterator[None]:
    """A case of the tour while it is looked at, in a visit but for the show.

    What it takes from the map has faded.
    """
    if not case.show:
        kiosk.stage.session.touch()
    case.open(kiosk.stage, time)
    if case.press:
        come_to_rest(kiosk.window, kiosk.stage)
        _press(kiosk, case.press)
    yield
    if case.press:
        _press(kiosk, case.press)
    for _ in range(2):  # what was gone before, then what went just now
        kiosk.stage.situation.let_go()


def _press(kiosk: app.Kiosk, word: str) -> None:
    name = kiosk.stage.locale.teller.phrases.words[word]
    for target in look(kiosk.window.contentItem()).targets:
        if target.name == name:
            QMetaObject.invokeMethod(target.item, "activated")
