"""What must hold between the records of an exhibit, beyond the schema of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kiosk.exhibit import (
    addresses,
    belonging,
    coordinates,
    ending,
    hedge,
    leftovers,
    markup,
    moments,
    naming,
    recordings,
    references,
    talks,
    telling,
    tracks,
    voices,
    witness,
    wording,
)
from kiosk.exhibit.draft import Draft
from kiosk.exhibit.problem import Finding, Steps


def broken_rules(draft: Draft) -> Iterator[Finding]:
    """Everything that keeps an entry from being shown; of one value, the first thing only."""
    told: set[Steps] = set()
    for rule in _RULES:
        for finding in rule(draft):
            if finding.steps not in told:
                told.add(finding.steps)
                yield finding


def advice(draft: Draft) -> Iterator[Finding]:
    """What is shown all the same: views that reach too far, statements not told, and warnings."""
    yield from coordinates.views_off_the_map(draft)
    yield from telling.untold_statements(draft)
    yield from tracks.speeds(draft)
    yield from tracks.early_actors(draft)
    yield from tracks.precision(draft)
    yield from references.unused(draft)
    yield from leftovers.unused_files(draft)
    yield from leftovers.broken_links(draft)
    yield from naming.shared_names(draft)
    yield from belonging.borrowed_names(draft)
    yield from voices.echoes(draft)
    yield from voices.drifted(draft)
    yield from witness.unnamed_witnesses(draft)
    yield from hedge.unmarked(draft)
    yield from ending.endings(draft)
    yield from addresses.malformed_addresses(draft)
    yield from talks.overlong_talks(draft)
    yield from wording.long_texts(draft)
    yield from wording.crowded_screens(draft)


def _upside_down(draft: Draft) -> Iterator[Finding]:
    for steps, record in draft.records:
        low, high = getattr(record, "low", None), getattr(record, "high", None)
        if low is not None and high is not None and high < low:
            yield Finding((*steps, "high"), f"{high:g} is less than `low`, {low:g}")


_RULES: tuple[Callable[[Draft], Iterator[Finding]], ...] = (
    addresses.site,
    references.duplicate_ids,
    references.dangling_references,
    references.unclear_subjects,
    references.circular_parents,
    references.no_sources,
    references.missing_files,
    wording.languages,
    wording.untranslated,
    markup.markup,
    markup.hidden_marks,
    recordings.unread,
    telling.unknown_tellers,
    telling.repeated_keys,
    talks.unknown_slides,
    moments.moments,
    moments.moments_of_the_exhibit,
    moments.order_of_phases,
    tracks.order,
    tracks.ends,
    tracks.sides,
    coordinates.off_the_map,
    coordinates.outlines,
    _upside_down,
)
