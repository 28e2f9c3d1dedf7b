"""Openers of each screen of an exhibit, from any other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from kiosk.exhibit.ref import Ref
from kiosk.qt.heldtime import HeldTime
from kiosk.stage.stage import Stage
from kiosk.visit.playhead import TICK_MS

HOUR_S = 3600
"""A time longer than any slide and any visitor's silence."""

MENU_FROM = 150
"""Percent of text from which on the foot leaves doors and ruler to a menu."""

Opener = Callable[[Stage, HeldTime], object]


def slide(seconds: float, number: int) -> Opener:
    """A slide of the attract show at its last hour, from the one before."""

    def open_(_: Stage, time: HeldTime) -> None:
        if number > 1:
            time.leap(HOUR_S)
        time.leap(seconds - 0.5)

    return open_


def woken(text_scale: int) -> Opener:
    """The home screen, in text of `text_scale` percent."""

    def open_(stage: Stage, _: HeldTime) -> None:
        stage.session.touch()
        stage.preferences.setTextScale(text_scale)

    return open_


def phase(index: int) -> Opener:
    """A phase of the tour at its own hour."""

    def open_(stage: Stage, _: HeldTime) -> None:
        stage.navigation.openPhase(index)
        stage.timeline.openPhase(index)  # where it is open already, at another hour

    return open_


def playing(index: int, moment: dt.datetime) -> Opener:
    """A phase that plays, at an hour other than its own."""

    def open_(stage: Stage, _: HeldTime) -> None:
        stage.navigation.openPhase(index)
        stage.playhead.goTo(moment)
        stage.timeline.playPhase()

    return open_


def standing(index: int) -> Opener:
    """A phase that plays, at the first of its stops."""

    def open_(stage: Stage, time: HeldTime) -> None:
        stage.navigation.openPhase(index)
        stage.timeline.openPhase(index)
        stage.timeline.playPhase()
        while stage.playhead.playing and not stage.playhead.standing:
            time.pass_by(TICK_MS)

    return open_


def lesson(index: int, proof: int = 0) -> Opener:
    """A lesson, with one of its proofs chosen or none."""

    def open_(stage: Stage, _: HeldTime) -> None:
        navigation = stage.navigation
        navigation.openLesson(index)
        if navigation.proof != proof:
            navigation.openProof(proof or navigation.proof)

    return open_


def panel(name: str) -> Opener:
    """A screen where it was left."""
    return lambda stage, _: stage.navigation.openPanel(name)


def view(id_: str) -> Opener:
    """A prepared view of the map, with nothing over it."""

    def open_(stage: Stage, _: HeldTime) -> None:
        stage.navigation.openPanel("maps")
        stage.atlas.openView(id_)

    return open_


def card(panel: str, ref: Ref) -> Opener:
    """The card of a record over a screen."""

    def open_(stage: Stage, _: HeldTime) -> None:
        stage.navigation.openPanel(panel)
        stage.navigation.openCard(ref)

    return open_


def decision(index: int, choice: str = "") -> Opener:
    """A decision, before a choice or after it, whatever was chosen so far."""

    def open_(stage: Stage, _: HeldTime) -> None:
        stage.navigation.openDecision(index)
        stage.choices.reconsider()
        if choice:
            stage.choices.choose(choice)

    return open_


def question(index: int) -> Opener:
    """A question on which sources disagree."""
    return lambda stage, _: stage.navigation.openDisagreement(index)


def sheet(panel: str, sheet: str) -> Opener:
    """A sheet over a screen."""

    def open_(stage: Stage, _: HeldTime) -> None:
        stage.navigation.openPanel(panel)
        stage.navigation.openSheet(sheet)

    return open_


def menu(stage: Stage, _: HeldTime) -> None:
    """The menu over a phase, in text that is large enough for one."""
    stage.navigation.openPanel("phases")
    if stage.preferences.textScale >= MENU_FROM:
        stage.navigation.openSheet("menu")


def comfort(stage: Stage, _: HeldTime) -> None:
    """The reading aids over the home screen."""
    stage.navigation.goHome()
    stage.navigation.openSheet("comfort")


def warning(stage: Stage, time: HeldTime) -> None:
    """The question whether anybody is still there."""
    stage.navigation.closeSheet()
    time.leap(HOUR_S)
