"""Directed play: the events at which a phase or a slide stops, and their captions."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.exhibit.model import Phase
from kiosk.exhibit.model.record import in_languages
from kiosk.exhibit.reading.draft import Draft
from kiosk.exhibit.reading.problem import Finding
from kiosk.exhibit.rules.moments import said
from kiosk.exhibit.rules.wording import length

MOST = 5
"""The most stops of a phase that plays."""
CAPTION_WORDS, CAPTION_CHARACTERS = 14, 24
"""The length of what is read from a few steps off while the clock stands."""


def unplaced(draft: Draft) -> Iterator[Finding]:
    """Phases that never stop where others do, and stops without a spot on the map: warnings."""
    phases: tuple[Phase, ...] = draft.entries("phases")
    directed = any(event.key for phase in phases for event in phase.events)
    for index, phase in enumerate(phases):
        steps = ("phases", index, "events")
        if directed and phase.events and not any(event.key for event in phase.events):
            hint = "add `key: true` to what it tells, as other phases have it"
            yield Finding(steps, "stops at no key event when it plays", hint, "warning")
        for number, event in enumerate(phase.events):
            if event.key and not event.place and not event.formations:
                hint = "give its `place`, or the `formations` that acted"
                message = "stops the clock, and nothing on the map shows where"
                yield Finding((*steps, number), message, hint, "warning")


def slides_apart(draft: Draft) -> Iterator[Finding]:
    """Slides of the show whose event lies outside their hours: the clock would not come there."""
    phases: tuple[Phase, ...] = draft.entries("phases")
    events = {event.id: event for phase in phases for event in phase.events}
    for number, slide in enumerate(draft.entries("attract")):
        event = events.get(slide.event or "")
        if event is not None and not slide.starts <= event.at <= slide.ends:
            hint = f"{said(slide.starts)} to {said(slide.ends)}"
            message = f"{said(event.at)} lies outside the hours of the slide"
            yield Finding(("attract", number, "event"), message, hint)


def key_events(draft: Draft) -> Iterator[Finding]:
    """Phases that stop too often, captions too long, and captions that nobody sees: warnings."""
    phases: tuple[Phase, ...] = draft.entries("phases")
    for index, phase in enumerate(phases):
        steps = ("phases", index, "events")
        stops = sum(event.key for event in phase.events)
        if stops > MOST:
            hint = f"at most {MOST} of them hold the story together"
            yield Finding(steps, f"stops at {stops} key events", hint, "warning")
        for number, event in enumerate(phase.events):
            at = (*steps, number)
            if event.key:
                name = "caption" if event.caption else "text"
                for spot, text in in_languages((*at, name), event.caption or event.text):
                    count, unit = length(text)
                    most = CAPTION_CHARACTERS if unit == "characters" else CAPTION_WORDS
                    if count > most:
                        hint = f"at most {most} are read while the clock stands"
                        if not event.caption:
                            hint += "; add a `caption`"
                        yield Finding(spot, f"a caption of {count} {unit}", hint, "warning")
            elif event.caption:
                hint = "add `key: true`, or take the caption out"
                message = "is read nowhere, since the phase does not stop at the event"
                yield Finding((*at, "caption"), message, hint, "warning")
