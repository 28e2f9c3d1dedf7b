"""The clicks of a talk's slides, and what each phase tells there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from kiosk.exhibit.kinds import names
from kiosk.exhibit.model import (
    Decision,
    Disagreement,
    Event,
    Phase,
    Picture,
    Record,
    Side,
    TalkSlide,
)
from kiosk.exhibit.ref import NoRef, Ref

ALONE = ("title", "sources")
"""The slides that show no entry of a list."""

FORCES = Ref("panels/forces")
"""The slide of who fought."""

RECORDED = names(lambda kind: kind.stop)
"""The kinds of slides that show a record click by click."""


def ref_in(show: str) -> Ref | NoRef:
    """The entry that a slide of the content shows; "" for the title and the sources."""
    return "" if show in ALONE else Ref(show)


def told_of(slide: TalkSlide, phase: Phase) -> Sequence[Event]:
    """The events of a phase that its slide tells, in the order of time: all, unless it says."""
    told = [one for one in phase.events if slide.events is None or one.id in slide.events]
    return sorted(told, key=lambda event: event.at)


def opens_at(phase: Phase, told: Sequence[Event], *, ended: bool) -> dt.datetime:
    """The hour at which a slide of a phase opens: that of the event before the first told.

    Without one, the start of the phase; where it tells its text, the hour of the phase; where it
    is `ended` by a text of the slide's own, that of its last event.
    """
    if not told:
        return max(event.at for event in phase.events) if ended and phase.events else phase.moment
    before = (event.at for event in phase.events if event.at < told[0].at)
    return max(before, default=phase.starts)


def leaves_at(slide: TalkSlide, record: Record | None) -> dt.datetime | None:
    """The hour to which a slide brings the story; None of one that tells none of it."""
    if isinstance(record, Phase):
        told = told_of(slide, record)
        return told[-1].at if told else opens_at(record, told, ended=slide.text is not None)
    return record.moment if isinstance(record, Decision) else None


def clicks_of(slide: TalkSlide, record: Record | None, sides: Sequence[Side]) -> int:
    """The number of clicks that a slide holds, the one that opens it among them.

    A phase: its question, then each event that is told, or the text where none is. A decision:
    what was known, each choice, the show of hands, what happened, what spoke for each. A lesson:
    the claim, who says so, what speaks against it. A disagreement: the question, then each voice.
    The forces: who fought, then strength and losses. Two pictures compared: half of each, then
    each. A gallery: its pictures.
    """
    ref = ref_in(slide.show)
    if ref == FORCES:
        return 1 + sum(any(getattr(s, name) for s in sides) for name in ("strength", "losses"))
    if isinstance(record, Picture):
        return 3 if record.compare else 1 + len(record.gallery)
    if not ref or ref.kind not in RECORDED or record is None:
        return 1
    if isinstance(record, Phase):
        return 1 + max(1, len(told_of(slide, record)))
    if isinstance(record, Decision):
        return 4 + len(record.choices)
    return 1 + len(record.voices) if isinstance(record, Disagreement) else 3
