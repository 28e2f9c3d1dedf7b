"""Changes that nobody has asked for: what flashes as it plays, what a reading aid does besides."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QAccessible

from kiosk.stage.stage import Stage
from kiosk.workbench.conformance.hand import Hand
from kiosk.workbench.conformance.measured import Measured, unless
from kiosk.workbench.layout.eyes import Seen, look
from kiosk.workbench.layout.pixels import greys

MOST_FLASHES = 3
"""The flashes in a second that are none too many (WCAG 2.3.1)."""

EVERY_MS, PLAYED_S = 100, 20
"""The time between two looks, of which ten tell of five flashes a second; what is looked at."""

SPOTS = QSize(48, 48)
"""A screen's spots, each smaller by far than the tenth of it that may flash."""

BRIGHTER, DARK = 0.1, 0.8
"""A flash is brighter by so much of white, and its dark part darker than this."""

SWITCHES = (QAccessible.Role.CheckBox, QAccessible.Role.RadioButton)


def flashes(hand: Hand) -> Measured:
    """The flashes in any second of a phase as it plays, and of the show, with all their motion."""
    stage = hand.stage
    stage.session.touch()
    still = stage.preferences.reducedMotion
    _set_still(stage, False)
    stage.navigation.openPanel("phases")
    hand.settle()
    stage.timeline.playPhase()
    most = {"a phase": _most(_looks(hand))}
    stage.session.leave()
    hand.settle()
    most["the show"] = _most(_looks(hand))
    stage.session.touch()
    hand.settle()
    _set_still(stage, still)
    against = [
        f"{name} flashes {n} times in a second" for name, n in most.items() if n > MOST_FLASHES
    ]
    return unless(against, taken=2 * PLAYED_S, most=max(most.values()))


def _set_still(stage: Stage, still: bool) -> None:
    if stage.preferences.reducedMotion is not still:
        stage.preferences.toggleReducedMotion()


def _looks(hand: Hand) -> list[bytes]:
    """The greys of each spot, look by look."""
    looks = []
    for _ in range(PLAYED_S * 1000 // EVERY_MS):
        hand.time.pass_by(EVERY_MS)
        picture = hand.window.grabWindow()
        smooth = Qt.TransformationMode.SmoothTransformation
        looks.append(greys(picture.scaled(SPOTS, mode=smooth)))
    return looks


def _most(looks: Sequence[bytes]) -> int:
    """The most flashes that any spot has in any second."""
    second = 1000 // EVERY_MS
    most = 0
    for spot in zip(*looks, strict=True):
        if max(spot) - min(spot) >= BRIGHTER * 255:
            turned = turns(spot)
            for at in turned:
                most = max(most, sum(at <= one < at + second for one in turned) // 2)
    return most


def turns(levels: Sequence[int]) -> list[int]:
    """The places at which a level turns by more than a flash does, up or down, by turns."""
    found, extreme, way = list[int](), levels[0], 0
    for at, level in enumerate(levels):
        by = level - extreme
        if way * by > 0:
            extreme = level  # it goes on in the way it went
        elif abs(by) >= BRIGHTER * 255 and min(level, extreme) < DARK * 255:
            found.append(at)
            extreme, way = level, 1 if by > 0 else -1
    return found


def aids(hand: Hand) -> Measured:
    """Each switch among the reading aids, pressed and pressed again: nothing opens or closes."""
    stage, against, taken = hand.stage, list[str](), 0
    stage.session.touch()
    stage.navigation.openSheet("comfort")
    language, still = stage.preferences.language, stage.preferences.reducedMotion
    hand.settle()
    for place in range(len(_switches(hand))):
        for _ in range(2):
            taken += 1
            switch = _switches(hand)[place]
            hand.slide(QPointF(switch.centre), QPointF(switch.centre))
            if stage.navigation.sheet != "comfort" or stage.navigation.card:
                against.append(f"{switch.name!r} opens or closes something")
                stage.navigation.openSheet("comfort")
                hand.settle()
        stage.preferences.reset()
        stage.preferences.chooseLanguage(language)
        _set_still(stage, still)
        hand.settle()
    stage.navigation.closeSheet()
    hand.settle()
    return unless(against, taken=taken)


def _switches(hand: Hand) -> list[Seen]:
    return [one for one in look(hand.window.contentItem()).targets if one.role in SWITCHES]
