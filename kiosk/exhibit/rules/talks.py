"""Rules on talks: their slides show what is there, tell it in order and in time, to its end."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from kiosk.exhibit.clicks import ALONE, clicks_of, opens_at, told_of
from kiosk.exhibit.kinds import names
from kiosk.exhibit.model import Decision, Phase, Record, TalkSlide
from kiosk.exhibit.reading.draft import Draft
from kiosk.exhibit.reading.lookalikes import meant_of
from kiosk.exhibit.reading.problem import Finding, did_you_mean, quoted
from kiosk.exhibit.ref import Ref
from kiosk.exhibit.rules.moments import said

SHOWN = names(lambda kind: kind.shown)
"""The kinds of entries that a slide can show, as kind/id."""

LEAST_S = 20
"""Seconds below which a click is over before the group has read what it brought."""


def unknown_slides(draft: Draft) -> Iterator[Finding]:
    """A slide shows an entry that is there, as kind/id."""
    if not draft.complete:
        return
    refs = {Ref.of(kind, key): key for kind in SHOWN for key in draft.known.get(kind, ())}
    known = frozenset((*ALONE, *refs))
    for number, talk in enumerate(draft.entries("talks")):
        for index, slide in enumerate(talk.slides):
            if slide.show in known:
                continue
            message, hint = meant_of(slide.show, known)
            meant = next((ref for ref, key in refs.items() if key == slide.show), "")
            near = f"did you mean {quoted(meant)}?" if meant else did_you_mean(slide.show, known)
            yield Finding(
                ("talks", number, "slides", index, "show"),
                message or f"a slide cannot show {quoted(slide.show)}",
                hint or near or f"{', '.join(ALONE)}, or kind/id of {', '.join(SHOWN)}",
                cause=f"slide {slide.show}",
            )


def strange_events(draft: Draft) -> Iterator[Finding]:
    """A slide tells events of the phase that it shows."""
    shown_by = _shown(draft)
    for number, talk in enumerate(draft.entries("talks")):
        for index, slide in enumerate(talk.slides):
            shown = shown_by.get(slide.show)
            own = {event.id for event in shown.events} if isinstance(shown, Phase) else set()
            for place, event in enumerate(slide.events or ()):
                if event in own or event not in draft.known.get("events", ()):
                    continue
                steps = ("talks", number, "slides", index, "events", place)
                yield Finding(steps, f"{quoted(event)} is no event of {quoted(slide.show)}")


def hasty_talks(draft: Draft) -> Iterator[Finding]:
    """Slides that together take longer than their talk, or leave a click no time: warnings."""
    shown, sides = _shown(draft), draft.entries("sides")
    for number, talk in enumerate(draft.entries("talks")):
        steps = ("talks", number, "minutes")
        planned = sum(slide.minutes or 0 for slide in talk.slides)
        clicks = sum(clicks_of(one, shown.get(one.show), sides) for one in talk.slides)
        each = 60 * talk.minutes / clicks
        if planned > talk.minutes:
            message = f"its slides take {planned:g} minutes, the talk {talk.minutes:g}"
            yield Finding(steps, message, "", "warning")
        elif each < LEAST_S:
            message = f"its {clicks} clicks have {each:.0f} seconds each"
            hint = f"{LEAST_S} at least: let its phases tell fewer `events`"
            yield Finding(steps, message, hint, "warning")


def stories(draft: Draft) -> Iterator[Finding]:
    """A talk that goes back in time unsaid, never ends or leaves its speaker alone: warnings."""
    phases = draft.entries("phases")
    if not draft.complete or not phases:
        return
    shown_by, last = _shown(draft), Ref.of("phases", phases[-1].id)
    for number, talk in enumerate(draft.entries("talks")):
        passed: dt.datetime | None = None
        for index, slide in enumerate(talk.slides):
            steps = ("talks", number, "slides", index)
            shown = draft.title if slide.show == "title" else shown_by.get(slide.show)
            hour = _hour(slide, shown)
            if passed and hour and hour < passed and not slide.back:
                message = f"goes back from {said(passed)} to {said(hour)}"
                hint = "tell it earlier, or write `back: true`"
                yield Finding((*steps, "show"), message, hint, "warning")
            passed = hour or passed
            if not (slide.notes or getattr(shown, "notes", None)):
                message = "the speaker has nothing to say here"
                yield Finding((*steps, "show"), message, "write `notes`", "warning")
        if last not in {slide.show for slide in talk.slides}:
            message = f"never tells how it ended, {quoted(last)}"
            yield Finding(("talks", number, "slides"), message, "", "warning")


def _shown(draft: Draft) -> Mapping[str, Record]:
    """The sound entries that a slide can show, by kind/id."""
    panels, views = draft.parts.get("panels"), draft.map.views if draft.map else ()
    lists = {kind: draft.entries(kind) for kind in SHOWN if kind != "panels"} | {"views": views}
    doors = {Ref.of("panels", name): one for name, one in panels or ()}
    return doors | {Ref.of(kind, one.id): one for kind, ones in lists.items() for one in ones}


def _hour(slide: TalkSlide, shown: Record | None) -> dt.datetime | None:
    """The hour at which a slide begins; None of what stands at none."""
    if isinstance(shown, Phase):
        return opens_at(shown, told_of(slide, shown), ended=slide.text is not None)
    return shown.moment if isinstance(shown, Decision) else None
