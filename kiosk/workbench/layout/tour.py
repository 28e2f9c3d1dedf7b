"""A tour of all screens in one combination of size, language and aids, with eyes on each.

High contrast changes colours alone, and letters have the same colours at every size. So contrast
is measured at 100 %, in both modes, on the real map; all else in normal contrast, at the other
sizes on a map without a ground.
"""

from __future__ import annotations

import math
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMetaObject, QRect
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter, QPen

from kiosk import app
from kiosk.exhibit.model import Exhibit, Map
from kiosk.exhibit.reading.problem import Steps
from kiosk.machine.glass import Glass, measure
from kiosk.machine.settings import Settings
from kiosk.map.ground.basemap import BaseMap
from kiosk.map.ground.frame import Frame
from kiosk.publish.output import NotDrawn
from kiosk.publish.pictures import let_go
from kiosk.qt.heldtime import HeldTime
from kiosk.workbench.layout import contrast, crowd, glyphs, targets, texts
from kiosk.workbench.layout.cases import Case, cases
from kiosk.workbench.layout.drawn import words_of_drawings
from kiosk.workbench.layout.eyes import look
from kiosk.workbench.layout.flaw import Flaw, View
from kiosk.workbench.layout.labels import Labels, unlabelled
from kiosk.workbench.layout.rest import come_to_rest

Check = Callable[[View], Iterator[Flaw]]

CHECKS: tuple[Check, ...] = (
    *(targets.small, targets.near, targets.cut, targets.out_of_reach),
    *(texts.small, texts.cut, texts.overlapping, glyphs.missing),
)

Ground = Callable[[Map, Path], BaseMap]
"""A loader of the base map of a content folder."""

KEPT = 8
"""The number of plates kept: the tour comes back to a place soon, or not at all."""

OUTLINE = QColor("magenta")
"""No exhibit's colour."""


@dataclass(frozen=True)
class Combination:
    """One way that a visitor may have it: language, text size, the screen's size and the aids.

    `inches` is the diagonal of the glass, `ratio` how many of its pixels are one of `size`.
    """

    size: tuple[int, int]
    language: str
    text_scale: int = 100
    high_contrast: bool = False
    reach: bool = False
    inches: float = 24
    ratio: float = 1

    def __str__(self) -> str:
        aids = [f"{self.inches:g} inch"] if self.inches != 24 else []
        aids += [f"ratio {self.ratio:g}"] if self.ratio != 1 else []
        aids += [f"text {self.text_scale} %"] if self.text_scale != 100 else []
        aids += ["high contrast"] if self.high_contrast else []
        aids += ["lowered controls"] if self.reach else []
        return ", ".join((self.language, "x".join(map(str, self.size)), *aids))

    @property
    def is_painted(self) -> bool:
        """True if contrast is measured, on the real map."""
        plain = self.text_scale == 100 and not self.reach
        return plain and self.inches == 24 and self.ratio == 1

    @property
    def settings(self) -> Settings:
        """The settings of a machine with that glass."""
        width, height = self.size
        mm = self.inches * 25.4 / math.hypot(width, height)
        return Settings(screen_mm=(width * mm, height * mm), sound=False)

    @property
    def glass(self) -> Glass:
        """The glass, measured."""
        settings = self.settings
        return measure(
            self.size,
            said_mm=settings.screen_mm,
            reported_mm=None,
            distance_mm=settings.viewing_distance_mm,
            floor_mm=settings.floor_mm,
        )


@dataclass(frozen=True)
class Sighting:
    """A flaw where it was seen first, on how many screens it was, and the picture as PNG.

    `entry` is what of the content the screen shows.
    """

    flaw: Flaw
    screen: str
    entry: Steps
    combination: Combination
    picture: bytes
    times: int = 1

    @property
    def key(self) -> tuple[str, str]:
        """The part that is the same wherever the flaw is seen."""
        return self.flaw.kind, self.flaw.subject or self.screen


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


def toured(
    exhibit: Exhibit, folder: Path, combination: Combination, done: Callable[[], object]
) -> list[Sighting]:
    """Flaws on the screens of an exhibit, each once; `done` is told after each."""
    found: dict[tuple[str, str], Sighting] = {}
    # On wide glass more of a long text shows at once, and that is no fault of the text.
    crowds = (crowd.crowded,) if combination.inches <= 24 else ()
    # On smaller glass, and in larger text, there is not room for every name.
    roomy = combination.inches >= 24 and combination.text_scale == 100
    named = (unlabelled,) if roomy else ()
    checks = (*CHECKS, *crowds, *named, words_of_drawings(exhibit, folder))
    sharp = partial(SharpMap, px_per_mm=combination.glass.px_per_mm)
    base = sharp if combination.is_painted else BlankMap
    with visited(exhibit, folder, combination, base) as (kiosk, time):
        labels = Labels(exhibit, combination.language)
        for case in cases(exhibit):
            with opened(kiosk, time, case):
                for sighting, picture in _sightings(kiosk, case, combination, checks, labels):
                    first = found.get(sighting.key)
                    if first is None:
                        png = _png(picture, sighting.flaw, picture.width() / combination.size[0])
                        found[sighting.key] = replace(sighting, picture=png)
                    else:
                        found[sighting.key] = replace(first, times=first.times + 1)
            done()
    return list(found.values())


@contextmanager
def visited(
    exhibit: Exhibit, folder: Path, combination: Combination, base: Ground
) -> Iterator[tuple[app.Kiosk, HeldTime]]:
    """A kiosk in a window of its own, as a visitor of this combination has set it.

    Its ratio counts in a process that has drawn nothing yet.
    """
    os.environ |= {
        "QT_QPA_PLATFORM": "offscreen",
        "QT_QUICK_BACKEND": "software",
        "QT_SCALE_FACTOR": str(combination.ratio),
    }
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
    """A case of the tour while it is looked at."""
    case.open(kiosk.stage, time)
    if case.press:
        come_to_rest(kiosk.window, kiosk.stage)
        _press(kiosk, case.press)
    yield
    if case.press:
        _press(kiosk, case.press)


def _press(kiosk: app.Kiosk, word: str) -> None:
    name = kiosk.stage.phrases.words[word]
    for target in look(kiosk.window.contentItem()).targets:
        if target.name == name:
            QMetaObject.invokeMethod(target.item, "activated")


Caught = Iterator[tuple[Sighting, QImage]]


def _sightings(
    kiosk: app.Kiosk,
    case: Case,
    combination: Combination,
    checks: Sequence[Check],
    labels: Labels,
) -> Caught:
    """Flaws of a case that is open, with its picture."""
    yield from _looked_at(kiosk, case, combination, checks, labels)
    if combination.is_painted:
        kiosk.stage.preferences.toggleHighContrast()
        yield from _looked_at(kiosk, case, replace(combination, high_contrast=True), (), labels)
        kiosk.stage.preferences.toggleHighContrast()


def _looked_at(
    kiosk: app.Kiosk,
    case: Case,
    combination: Combination,
    checks: Sequence[Check],
    labels: Labels,
) -> Caught:
    try:
        come_to_rest(kiosk.window, kiosk.stage)
    except NotDrawn as error:
        flaw = Flaw("restless", "", str(error), "", (0, 0, *combination.size))
        sighting = Sighting(flaw, case.name, case.entry, combination, b"")
        yield sighting, kiosk.window.grabWindow()
        return
    view = viewed(kiosk, case, combination, labels)
    found = [flaw for check in checks for flaw in check(view)]
    if combination.is_painted:
        least = contrast.HIGH if combination.high_contrast else 1.0
        found += contrast.faint(view, kiosk.window.grabWindow, least)
    picture = kiosk.window.grabWindow() if found else QImage()
    for flaw in found:
        yield Sighting(flaw, case.name, case.entry, combination, b""), picture


def viewed(kiosk: app.Kiosk, case: Case, combination: Combination, labels: Labels) -> View:
    """A case that is open, as it is laid out now."""
    sight, beside, glass = look(kiosk.window.contentItem()), case.beside, combination.glass
    view = View(sight, glass, case.most, combination.reach, combination.text_scale)
    if beside is None:
        return view
    signs = kiosk.stage.situation.signs.rows
    numbered = {sign.key for sign in signs if sign.symbol.text and not sign.square}
    wanted = labels.of(beside, kiosk.stage.playhead.moment, numbered)
    return replace(view, beside=beside.in_(combination.language), labels=wanted)


def _png(picture: QImage, flaw: Flaw, ratio: float) -> bytes:
    """The picture, `ratio` times finer than the window's measures, with the flaw outlined."""
    marked = picture.copy()
    marked.setDevicePixelRatio(1)
    painter = QPainter(marked)
    painter.scale(ratio, ratio)
    painter.setPen(QPen(OUTLINE, 4))
    painter.drawRect(QRect(*flaw.area).adjusted(-4, -4, 4, 4))
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(marked)
    return bytes(data.data())
