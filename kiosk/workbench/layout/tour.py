"""A tour of all screens in one combination of size, language and aids, with eyes on each.

High contrast changes colours alone, and letters have the same colours at every size. So contrast
is measured at 100 %, in both modes, on the real map; all else in normal contrast, at the other
sizes on a map without a ground. Cases that differ in their text or their hour alone are laid out
where text is smallest and largest, and one of a sort is painted. On other than usual glass they
come by turns, and a screen of each panel is painted: ratio and renderer draw all screens alike.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter, QPen

from kiosk import app
from kiosk.exhibit.model import Exhibit, Words
from kiosk.exhibit.reading.problem import Steps
from kiosk.map.ground.basemap import tells_heights
from kiosk.publish.output import NotDrawn
from kiosk.qt.heldtime import HeldTime
from kiosk.stage.stage import Stage
from kiosk.visit.navigation import Screen, Sheet
from kiosk.visit.session import State
from kiosk.workbench.layout import (
    amber,
    contrast,
    crowd,
    foot,
    lines,
    motion,
    pixels,
    scene,
    sides,
    targets,
    texts,
)
from kiosk.workbench.layout.cases import Case, cases
from kiosk.workbench.layout.combination import Combination
from kiosk.workbench.layout.drawn import words_of_drawings
from kiosk.workbench.layout.eyes import look
from kiosk.workbench.layout.flaw import Flaw, Scene, View
from kiosk.workbench.layout.hours import unsourced
from kiosk.workbench.layout.labels import Labels, unlabelled
from kiosk.workbench.layout.rest import come_to_rest
from kiosk.workbench.layout.visiting import BlankMap, SharpMap, opened, visited

Check = Callable[[View], Iterator[Flaw]]
Grab = Callable[[], QImage]

CHECKS: tuple[Check, ...] = (
    *(targets.small, targets.near, targets.cut, targets.out_of_reach),
    *(texts.small, texts.cut, texts.overlapping, texts.struck, texts.without_glyphs),
    *(foot.at_edge, lines.few),
    *(scene.colliding, scene.low, scene.unequal, scene.astray, scene.outside),
)

OUTLINE = QColor("magenta")
"""No exhibit's colour."""

TURNS = 12
"""On other than usual glass one in so many is laid out of the cases that differ in text alone."""

QUICK = 80
"""A quality of PNG of which the whole is not packed long: most pictures are dropped again."""


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


Caught = Iterator[tuple[Sighting, Grab]]
"""Flaws, each with what takes the picture of the window while it is seen."""


def cases_in(combination: Combination, exhibit: Exhibit) -> list[Case]:
    """The cases that are opened in a combination."""
    every = [case for case in cases(exhibit) if not case.show or combination.is_unset]
    if combination.turn:
        left = range(combination.turn % TURNS, len(every), TURNS)
        return [case for number, case in enumerate(every) if not case.sort or number in left]
    if combination.high_contrast or combination.brief:
        first = {case.sort: case for case in reversed(every)}
        return [case for case in every if not case.sort or case is first[case.sort]]
    return [case for case in every if combination.is_extreme or not case.sort]


def toured(
    exhibit: Exhibit, folder: Path, combination: Combination, done: Callable[[], object]
) -> list[Sighting]:
    """Flaws on the screens of an exhibit, each once; `done` is told after each."""
    found: dict[tuple[str, str], Sighting] = {}
    sharp = partial(SharpMap, px_per_mm=combination.glass.px_per_mm)
    base = sharp if combination.is_painted else BlankMap
    with visited(exhibit, folder, combination, base) as (kiosk, time):
        eyes = Eyes(exhibit, folder, kiosk, combination)
        plain = combination.is_painted and not combination.high_contrast
        for flaw in sides.alike(exhibit, combination.language) if plain else ():
            sighting = Sighting(flaw, "the map", ("sides",), combination, b"")
            _note(found, sighting, kiosk.window.grabWindow)
        for case in cases_in(combination, exhibit):
            with opened(kiosk, time, case):
                for sighting, grab in eyes.on(case):
                    _note(found, sighting, grab)
            done()
        if combination.is_watched:
            for sighting, grab in _watched(exhibit, kiosk, time, combination):
                _note(found, sighting, grab)
    return list(found.values())


def _note(found: dict[tuple[str, str], Sighting], sighting: Sighting, grab: Grab) -> None:
    """Keeps a flaw where it is seen first, with a picture, and counts where else it is."""
    first = found.get(sighting.key)
    if first is None:
        picture = grab()
        png = _png(picture, sighting.flaw, picture.width() / sighting.combination.size[0])
        found[sighting.key] = replace(sighting, picture=png)
    else:
        found[sighting.key] = replace(first, times=first.times + 1)


def _watched(
    exhibit: Exhibit, kiosk: app.Kiosk, time: HeldTime, combination: Combination
) -> Caught:
    """Flaws of the phases as they play."""
    painted = combination.is_painted
    for index, flaw in motion.watched(kiosk, time, exhibit, painted=painted):
        name, entry = f"phases-{index + 1}-playing", ("phases", index)
        yield Sighting(flaw, name, entry, combination, b""), kiosk.window.grabWindow


class Eyes:
    """Eyes on the cases of one combination, one after the other."""

    def __init__(
        self, exhibit: Exhibit, folder: Path, kiosk: app.Kiosk, combination: Combination
    ) -> None:
        self._kiosk, self._combination = kiosk, combination
        self._labels = Labels(exhibit, combination.language)
        self._heights = tells_heights(exhibit.map)
        # On wide glass more of a long text shows at once, and that is no fault of the text.
        crowds = (crowd.crowded,) if combination.inches <= 24 else ()
        # On smaller glass, and in larger text, there is not room for every name.
        roomy = combination.inches >= 24 and combination.text_scale == 100
        named = (unlabelled, scene.unseated) if roomy else ()
        ambers = (amber.misled,) if combination.is_painted else ()
        drawn, hours = words_of_drawings(exhibit, folder), unsourced(exhibit)
        checks = (*CHECKS, *crowds, *named, *ambers, drawn, hours, foot.Foot().moved)
        self._checks: Sequence[Check] = () if combination.high_contrast else checks
        self._painted: set[str] = set()
        self._undecided: dict[Steps, QImage] = {}

    def on(self, case: Case) -> Caught:
        """Flaws of a case that is open, with its picture."""
        window, combination = self._kiosk.window, self._combination
        try:
            come_to_rest(window, self._kiosk.stage)
        except NotDrawn as error:
            flaw = Flaw("restless", "", str(error), "", (0, 0, *combination.size))
            sighting = Sighting(flaw, case.name, case.entry, combination, b"")
            yield sighting, window.grabWindow
            return
        view = viewed(self._kiosk, case, combination, self._labels)
        found = [flaw for check in self._checks for flaw in check(view)]
        if self._is_due(case, view.panel):
            picture = window.grabWindow()
            least = contrast.HIGH if combination.high_contrast else 1.0
            seen = contrast.faint(view, picture, window.grabWindow, least)
            # Letters of few pixels are paler than their colour, which is measured on usual glass.
            whole = combination.is_painted
            found += [flaw for flaw in seen if whole or flaw.kind == "unpainted"]
            if combination.is_painted and not combination.high_contrast:
                found += self._pictured(view, case, picture)
        for flaw in found:
            yield Sighting(flaw, case.name, case.entry, combination, b""), window.grabWindow

    def _is_due(self, case: Case, panel: str) -> bool:
        """True if a case is painted: no other of its sort, or on other glass of its panel, was."""
        if self._combination.is_usual and not self._combination.is_painted:
            return False
        kind = case.sort if self._combination.is_usual else panel or "other"
        due = kind not in self._painted
        self._painted |= {kind} - {""}
        return due

    def _pictured(self, view: View, case: Case, picture: QImage) -> Iterator[Flaw]:
        """Flaws of the picture as a whole."""
        yield from pixels.gaudy(view, picture)
        stage = self._kiosk.stage
        mapless = view.panel == Screen.DISAGREEMENTS and not stage.evidence.mapped
        plain = mapless or not self._heights  # what has no relief can't be seen by it
        if not (plain or stage.night.depth):  # night is a wash that darkens all
            yield from pixels.dark(view, picture)
        if view.panel == Screen.DECISIONS:
            before = self._undecided.setdefault(case.entry, picture)
            if before is not picture:
                yield from pixels.undecided(view, before, picture)


def viewed(kiosk: app.Kiosk, case: Case, combination: Combination, labels: Labels) -> View:
    """A case that is open, as it is laid out now."""
    stage, beside, glass = kiosk.stage, case.beside, combination.glass
    view = View(
        look(kiosk.window.contentItem()),
        glass,
        case.most,
        combination.reach,
        combination.text_scale,
        panel=_panel(stage),
        hour_chosen=_hour_chosen(stage),
        scene=_scene(stage, labels, beside),
    )
    if beside is None:
        return view
    wanted = labels.of(beside, stage.playhead.moment, _numbered(stage))
    return replace(view, beside=beside.in_(combination.language), labels=wanted)


def _numbered(stage: Stage) -> set[str]:
    """The formations, by id, that are told by the number in a symbol, theirs or another's."""
    situation, found = stage.situation, set[str]()
    for sign in situation.signs.rows:
        if sign.symbol.text and not sign.square:
            found |= {sign.key, *sign.stands_for}
    edges = (edge for edge in situation.edges.rows if edge.key.kind == "formations")
    return found | {edge.key.key for edge in edges}


def _hour_chosen(stage: Stage) -> bool:
    """True if the clock stands neither at the stop's own moment nor at an event's, or runs."""
    moment, phases = stage.playhead.moment, stage.exhibit.phases
    told = any(event.at == moment for phase in phases for event in phase.events)
    return stage.playhead.playing or (bool(stage.moment.chosen) and not told)


def _panel(stage: Stage) -> str:
    """The panel that is seen with nothing over it; "" elsewhere."""
    navigation = stage.navigation
    covered = navigation.card or navigation.sheet != Sheet.NONE
    visited = stage.session.state == State.VISIT and navigation.screen != Screen.HOME
    return str(navigation.screen) if visited and not covered else ""


def _scene(stage: Stage, labels: Labels, beside: Words | None) -> Scene:
    """The bodies on the map, and where they are."""
    signs, moment = tuple(stage.situation.signs.rows), stage.playhead.moment
    bodies = (key for sign in signs for key in (sign.key, *sign.stands_for))
    seen = labels.seen(bodies, moment)
    named = labels.bodies(beside) if beside else frozenset()
    field = stage.field.area
    viewport = stage.camera.viewport(stage.pxPerMm).moved(field.x(), field.y())
    return Scene(viewport, signs, seen, named)


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
    writer = QImageWriter(buffer, QByteArray(b"png"))
    writer.setQuality(QUICK)
    writer.write(marked)
    return bytes(data.data())
