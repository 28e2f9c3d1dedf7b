"""Every screen, card, sheet and slide of an exhibit, each with what it is about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.exhibit.kinds import cards, ref_of
from kiosk.exhibit.model import Event, Exhibit, Words
from kiosk.exhibit.reading.problem import Steps
from kiosk.exhibit.ref import Ref
from kiosk.exhibit.rules.wording import (
    CEILING_CHARACTERS,
    CEILING_WORDS,
    PANEL_CHARACTERS,
    PANEL_WORDS,
)
from kiosk.publish import openers
from kiosk.publish.openers import Opener
from kiosk.qt.heldtime import HeldTime
from kiosk.stage.stage import Stage
from kiosk.visit.navigation import BY_THE_HOUR

PANEL, CEILING = (PANEL_WORDS, PANEL_CHARACTERS), (CEILING_WORDS, CEILING_CHARACTERS)
"""The most words, or characters, at once; the ceiling where texts are set against each other."""

LIST = (10_000, 10_000)
"""The same of a list, a row to each, in which one thing is looked for."""


@dataclass(frozen=True)
class Case:
    """A screen in one of its states: its name, what opens it, and the entry that it shows.

    Some need one more touch, on the button that the interface words call `press`, and another to
    leave. The map labels what the text `beside` it names. Cases of one `sort` differ in their text
    or their hour alone; those of the `show` are seen while nobody has set anything.
    """

    name: str
    open: Opener
    entry: Steps = ("exhibit",)
    most: tuple[int, int] = CEILING
    press: str = ""
    beside: Words | None = None
    sort: str = ""
    show: bool = False


def cases(exhibit: Exhibit) -> tuple[Case, ...]:
    """All of them, each to be opened from the one before."""
    return tuple(_every(exhibit))


def _every(exhibit: Exhibit) -> Iterator[Case]:
    for i, slide in enumerate(exhibit.attract):
        opened = openers.slide(slide.seconds, i + 1)
        name, entry = f"attract-{i + 1}", ("attract", i)
        yield Case(name, opened, entry, PANEL, beside=slide.line, show=True)
    yield Case("home", _wake, most=PANEL, beside=exhibit.exhibit.sentence)
    yield Case("comfort", openers.comfort)
    for i, phase in enumerate(exhibit.phases):
        yield from _stop(f"phases-{i + 1}", openers.phase(i), ("phases", i), PANEL, phase.text)
        if phase.events:
            yield from _over(f"phases-{i + 1}", openers.phase(i), ("phases", i), "events")
        if phase.standpoints:
            yield from _over(f"phases-{i + 1}", openers.phase(i), ("phases", i), "standpoints")
        if phase.events:
            yield Case(f"phases-{i + 1}-playing", _playing(i), ("phases", i), PANEL)
    yield Case("phases", openers.sheet("phases", "phases"))
    yield Case("menu", openers.menu)
    for screen in BY_THE_HOUR:
        yield from _stop(screen, openers.panel(screen), ("panels", str(screen)), PANEL)
    if any(side.strength or side.losses for side in exhibit.sides):
        yield Case("figures", openers.sheet("forces", "figures"))
    yield Case("maps-move_map", openers.panel("maps"), ("map",), PANEL, "move_map")
    yield Case("maps-key", openers.sheet("maps", "key"), ("map",))
    yield Case("maps-positions", openers.sheet("maps", "positions"), ("map",), LIST)
    for i, view in enumerate(exhibit.map.views):
        if view.listed:
            yield Case(f"maps-{view.id}", openers.view(view.id), ("map", "views", i), PANEL)
    for i, phase in enumerate(exhibit.phases):
        for j, event in enumerate(phase.events):
            steps = ("phases", i, "events", j)
            yield Case(
                f"maps-event-{i + 1}-{j + 1}", _event(event), steps, PANEL, sort=f"event-{i + 1}"
            )
    yield from _told(exhibit)
    for panel, kind in cards():
        for i, record in enumerate(getattr(exhibit, kind)):
            yield Case(
                f"card-{kind}-{record.id}",
                _card(panel, ref_of(record)),
                (kind, i),
                sort=f"card-{kind}-{getattr(record, 'side', '')}",
            )
    yield Case("warning", openers.warning, most=PANEL)


def _told(exhibit: Exhibit) -> Iterator[Case]:
    """The lessons, the decisions before and after a choice, and the disagreements."""
    for i, lesson in enumerate(exhibit.lessons):
        name = f"lessons-{i + 1}"
        yield from _stop(name, openers.lesson(i), ("lessons", i), beside=lesson.text)
        for proof in range(1, len(lesson.proofs) + 1):
            steps = ("lessons", i, "proofs", proof - 1)
            yield Case(f"{name}-proof-{proof}", openers.lesson(i, proof), steps, sort=name)
    for i, decision in enumerate(exhibit.decisions):
        name, entry = f"decisions-{i + 1}", ("decisions", i)
        yield from _stop(name, openers.decision(i), entry, PANEL, decision.text)
        for choice in decision.choices:
            decided = openers.decision(i, choice.key)
            yield Case(f"decisions-{i + 1}-{choice.key}", decided, ("decisions", i))
    for i in range(len(exhibit.disagreements)):
        yield from _stop(f"disagreements-{i + 1}", openers.question(i), ("disagreements", i))
    if exhibit.disagreements:
        yield Case("questions", openers.sheet("disagreements", "questions"))


def _stop(
    name: str,
    opened: Opener,
    entry: Steps,
    most: tuple[int, int] = CEILING,
    beside: Words | None = None,
) -> Iterator[Case]:
    """A stop of the tour, and its sources."""
    yield Case(name, opened, entry, most, beside=beside)
    yield from _over(name, opened, entry, "sources")


def _over(name: str, opened: Opener, entry: Steps, sheet: str) -> Iterator[Case]:
    def open_(stage: Stage, time: HeldTime) -> None:
        opened(stage, time)
        stage.navigation.openSheet(sheet)

    yield Case(f"{name}-{sheet}", open_, entry, sort=sheet)


def _wake(stage: Stage, _: HeldTime) -> None:
    stage.session.touch()


def _card(panel: str, ref: Ref) -> Opener:
    """A card in place of the one before, as a touched name opens it."""

    def open_(stage: Stage, _: HeldTime) -> None:
        if stage.navigation.screen != panel:
            stage.navigation.openPanel(panel)
        stage.navigation.openCard(ref)

    return open_


def _playing(index: int) -> Opener:
    def open_(stage: Stage, time: HeldTime) -> None:
        openers.phase(index)(stage, time)
        stage.timeline.playPhase()

    return open_


def _event(event: Event) -> Opener:
    def open_(stage: Stage, _: HeldTime) -> None:
        stage.navigation.openPanel("maps")
        stage.playhead.goTo(event.at)

    return open_
