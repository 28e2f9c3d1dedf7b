"""Sections of what the tour stops at: the exhibit, its doors, views and stops."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from string import ascii_uppercase
from typing import Any

from kiosk.exhibit import model
from kiosk.exhibit.kinds import KIND_OF, ref_of
from kiosk.telling.outline.blocks import (
    Choice,
    Heading,
    Point,
    Proof,
    Section,
    Standpoint,
    Text,
)
from kiosk.telling.outline.figures import ticks, voices
from kiosk.telling.outline.scribe import Scribe


def title(scribe: Scribe, main: model.Title) -> Section:
    """The exhibit as a whole."""
    return Section(
        ref="",
        overline=scribe.lead(main.subtitle),
        title=scribe.lead(main.title),
        second=scribe.second(main.title),
        text=Text(text=scribe.lead(main.sentence)),
        notes=scribe.lead(main.notes),
    )


def panel(scribe: Scribe, panel: model.Panel) -> Section:
    """A door, and what is behind it."""
    return Section(
        ref=scribe.ref(panel),
        overline=scribe.lead(panel.line),
        title=scribe.lead(panel.name),
        second=scribe.second(panel.name),
        text=Text(text=scribe.lead(panel.text)),
        notes=scribe.lead(panel.notes),
    )


def view(scribe: Scribe, view: model.View) -> Section:
    """A prepared look at the map, and its day."""
    return Section(
        ref=scribe.ref(view),
        overline=scribe.teller.moment(view.moment, hour=False) if view.moment else "",
        title=scribe.lead(view.name),
        second=scribe.second(view.name),
    )


def phase(scribe: Scribe, phase: model.Phase) -> Section:
    """A chapter of the story: both sides' standpoints, and what happened in the order of time."""
    return Section(
        ref=scribe.ref(phase),
        overline=scribe.teller.phrases.days(phase.starts, phase.ends),
        title=scribe.lead(phase.title),
        second=scribe.second(phase.title),
        text=scribe.text(phase.text, phase),
        question=scribe.lead(phase.question),
        standpoints=tuple(_standpoint(scribe, standpoint) for standpoint in phase.standpoints),
        events=tuple(
            scribe.event(event, phase) for event in sorted(phase.events, key=lambda event: event.at)
        ),
        pictures=scribe.pictures(phase),
        notes=scribe.lead(phase.notes),
    )


def _standpoint(scribe: Scribe, standpoint: model.Standpoint) -> Standpoint:
    side = scribe.sides[standpoint.side]
    return Standpoint(
        key=side.id,
        name=scribe.lead(side.name),
        second=scribe.second(side.name),
        colour=side.colour,
        text=scribe.lead(standpoint.text),
        doubt=scribe.doubt(standpoint),
        sources=scribe.cited(standpoint),
    )


def lesson(scribe: Scribe, lesson: model.Lesson) -> Section:
    """A claim, what it rests on, who makes it, and what speaks against it."""
    claims = (("who_says", lesson.claimed_by), ("against", lesson.against))
    return Section(
        ref=scribe.ref(lesson),
        overline=_counted(scribe, lesson),
        label=scribe.say("tab_lessons"),
        title=scribe.lead(lesson.title),
        second=scribe.second(lesson.title),
        text=scribe.text(lesson.text, lesson),
        headings=scribe.headings(
            *(
                Heading(key=key, text=scribe.say(key), points=(Point(text=scribe.lead(words)),))
                for key, words in claims
            )
        ),
        proofs=tuple(_proof(scribe, lesson, proof, i) for i, proof in enumerate(lesson.proofs, 1)),
        pictures=scribe.pictures(lesson),
        notes=scribe.lead(lesson.notes),
    )


def _proof(scribe: Scribe, lesson: model.Lesson, proof: model.Proof, number: int) -> Proof:
    return Proof(
        number=number,
        text=scribe.lead(proof.text),
        when=scribe.teller.now(proof.moment or lesson.moment),
        where=scribe.where(proof.place),
        doubt=scribe.doubt(proof),
        sources=scribe.cited(proof),
    )


def decision(scribe: Scribe, decision: model.Decision) -> Section:
    """A question that somebody faced, the ways to go, and what came of the one taken."""
    return Section(
        ref=scribe.ref(decision),
        overline=_counted(scribe, decision),
        label=scribe.say("tab_decisions"),
        title=scribe.lead(decision.title),
        second=scribe.second(decision.title),
        text=scribe.text(decision.text, decision),
        question=scribe.lead(decision.question),
        by=_person(scribe, decision.person) if decision.person else None,
        choices=tuple(
            Choice(
                key=choice.key,
                letter=letter,
                text=scribe.lead(choice.text),
                reply=scribe.lead(choice.reply),
                taken=choice.key == decision.taken,
            )
            for letter, choice in zip(ascii_uppercase, decision.choices, strict=False)
        ),
        outcome=scribe.text(decision.happened, decision),
        pictures=scribe.pictures(decision),
        notes=scribe.lead(decision.notes),
    )


def _person(scribe: Scribe, key: str) -> Point:
    person = scribe.people[key]
    return Point(
        heading=scribe.lead(person.name), text=scribe.lead(person.role), ref=ref_of(person)
    )


def disagreement(scribe: Scribe, disagreement: model.Disagreement) -> Section:
    """A question, and the answer of each voice."""
    counted = _counted(scribe, disagreement)
    return Section(
        ref=scribe.ref(disagreement),
        overline=f"{counted} · {scribe.say('detail')}" if disagreement.detail else counted,
        label=scribe.say("tab_disagreements"),
        title=scribe.lead(disagreement.question),
        second=scribe.second(disagreement.question),
        voices=tuple(voices(scribe, disagreement)),
        ticks=tuple(ticks(scribe, disagreement)),
    )


def _counted(scribe: Scribe, record: model.Lesson | model.Decision | model.Disagreement) -> str:
    """Its place in its list: "Lesson 2 of 5"."""
    return scribe.say(f"{KIND_OF[type(record)].singular}_count", *scribe.place_in_list(record))


SECTIONS: Mapping[type[model.Record], Callable[[Scribe, Any], Section]] = {
    model.Title: title,
    model.Panel: panel,
    model.View: view,
    model.Phase: phase,
    model.Lesson: lesson,
    model.Decision: decision,
    model.Disagreement: disagreement,
}
"""The function that says a record of each kind."""
