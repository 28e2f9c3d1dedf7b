"""Pointing: the records on the map that an entry is about, as refs."""

from __future__ import annotations

from collections.abc import Mapping

from kiosk.exhibit import model
from kiosk.exhibit.kinds import names
from kiosk.exhibit.model import Exhibit
from kiosk.exhibit.ref import Ref
from kiosk.telling.locale import Teller

MARKED = names(lambda kind: kind.debatable and kind.mapped)
"""The lists whose records are marked on the map where a disagreement is about them."""

Stop = model.Phase | model.Lesson | model.Decision | model.Disagreement
Refs = frozenset[Ref]


def refs_of(event: model.Event) -> Refs:
    """The formations that acted in an event, and the place where it was."""
    refs = {Ref.of("formations", key) for key in event.formations}
    return frozenset(refs | ({Ref.of("places", event.place)} if event.place else set()))


def told_by(exhibit: Exhibit, teller: Teller, event: model.Event, words: model.Words) -> Refs:
    """The names that are read of an event in some of its `words`, where it was, and who acted.

    Where they name one above who acted, or a part of it, that one tells of it.
    """
    named, acted = teller.mentioned(teller.lead(words)), refs_of(event)
    formations = exhibit.indexed("formations")
    lines = {ref: _line(formations, ref) for ref in acted | named}
    kin = {ref for ref in acted for one in named if ref in lines[one] or one in lines[ref]}
    return acted - kin | named


def _line(formations: Mapping[str, model.Formation], ref: Ref) -> Refs:
    """All that a formation belongs to; nothing of another record."""
    above = set[Ref]()
    parent = formations[ref.key].parent if ref.kind == "formations" else None
    while parent:
        above.add(Ref.of("formations", parent))
        parent = formations[parent].parent
    return frozenset(above)


def spoken_of(exhibit: Exhibit, teller: Teller, stop: Stop | None) -> Refs:
    """The names in the texts of a stop, and whom else its text is about; of a disagreement that."""
    if stop is None:
        return frozenset()
    if isinstance(stop, model.Disagreement):
        return _subjects(exhibit, stop)
    texts = [stop.text]
    if isinstance(stop, model.Lesson):
        texts += [stop.claimed_by, stop.against]
    named = frozenset(ref for text in texts for ref in teller.mentioned(teller.lead(text)))
    told = stop.formations if isinstance(stop, model.Phase) else ()
    return named | {Ref.of("formations", key) for key in told}


def pointed_at(exhibit: Exhibit, stop: Stop | None) -> Refs:
    """The places and formations at which a stop points; a phase, which plays, at none."""
    if isinstance(stop, model.Phase):
        return frozenset()
    if isinstance(stop, model.Disagreement):
        return _subjects(exhibit, stop)
    return frozenset(
        Ref.of(kind, key) for kind in ("places", "formations") for key in getattr(stop, kind, ())
    )


def _subjects(exhibit: Exhibit, disagreement: model.Disagreement) -> Refs:
    """The places and formations that a disagreement is about."""
    return frozenset(
        Ref.of(kind, key)
        for kind in MARKED
        for key in disagreement.about
        if key in exhibit.indexed(kind)
    )
