"""Rules on talks: their slides show what is there, and do not take longer than the talk."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.exhibit.kinds import names
from kiosk.exhibit.reading.draft import Draft
from kiosk.exhibit.reading.lookalikes import meant_of
from kiosk.exhibit.reading.problem import Finding, did_you_mean, quoted
from kiosk.exhibit.ref import Ref

ALONE = ("title", "sources")
"""The slides that show no entry of a list."""

SHOWN = names(lambda kind: kind.shown)
"""The kinds of entries that a slide can show, as kind/id."""


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


def overlong_talks(draft: Draft) -> Iterator[Finding]:
    """Slides that together take longer than their talk: warnings."""
    for number, talk in enumerate(draft.entries("talks")):
        planned = sum(slide.minutes or 0 for slide in talk.slides)
        if planned > talk.minutes:
            message = f"its slides take {planned:g} minutes, the talk {talk.minutes:g}"
            yield Finding(("talks", number, "minutes"), message, "", "warning")
