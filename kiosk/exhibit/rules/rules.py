"""Rules that hold between the records of an exhibit, beyond the schema of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations

from kiosk.exhibit.model import Side
from kiosk.exhibit.reading.draft import Draft
from kiosk.exhibit.reading.problem import Finding, Steps, quoted
from kiosk.exhibit.rules import (
    addresses,
    belonging,
    coordinates,
    directed,
    ending,
    filenames,
    formats,
    hedge,
    leftovers,
    markup,
    moments,
    naming,
    recordings,
    references,
    slips,
    talks,
    telling,
    tracks,
    views,
    voices,
    witness,
    wording,
)

NEAR = 12
"""The difference in red, green or blue, of 255, up to which two colours are one to the eye."""


def broken_rules(draft: Draft) -> Iterator[Finding]:
    """Everything that keeps an entry from being shown; of one value, the first thing only."""
    told: set[Steps] = set()
    for rule in _RULES:
        for finding in rule(draft):
            if finding.steps not in told:
                told.add(finding.steps)
                yield finding


def advice(draft: Draft) -> Iterator[Finding]:
    """Remarks on what is shown all the same: views too wide, statements not told, warnings."""
    yield from coordinates.views_off_the_map(draft)
    yield from coordinates.strays(draft)
    yield from telling.untold_statements(draft)
    yield from tracks.speeds(draft)
    yield from tracks.distant_foes(draft)
    yield from tracks.early_actors(draft)
    yield from tracks.precision(draft)
    yield from views.listed_views(draft)
    yield from directed.key_events(draft)
    yield from directed.unplaced(draft)
    yield from telling.undrawn_choices(draft)
    yield from telling.numbered_proofs(draft)
    yield from references.unused(draft)
    yield from leftovers.unused_files(draft)
    yield from leftovers.broken_links(draft)
    yield from naming.shared_names(draft)
    yield from belonging.borrowed_names(draft)
    yield from voices.echoes(draft)
    yield from voices.drifted(draft)
    yield from voices.uncounted(draft)
    yield from voices.unsorted(draft)
    yield from witness.unnamed_witnesses(draft)
    yield from hedge.unmarked(draft)
    yield from ending.endings(draft)
    yield from moments.years_in_order(draft)
    yield from addresses.malformed_addresses(draft)
    yield from talks.hasty_talks(draft)
    yield from talks.stories(draft)
    yield from slips.lost_values(draft)
    yield from slips.cut_texts(draft)
    yield from slips.printed_quotes(draft)
    yield from slips.placeholders(draft)
    yield from wording.long_texts(draft)
    yield from wording.crowded_screens(draft)
    yield from wording.hard_texts(draft)


def _upside_down(draft: Draft) -> Iterator[Finding]:
    for steps, record in draft.records:
        low, high = getattr(record, "low", None), getattr(record, "high", None)
        if low is not None and high is not None and high < low:
            yield Finding((*steps, "high"), f"{high:g} is less than `low`, {low:g}")


def _alike(draft: Draft) -> Iterator[Finding]:
    """Sides whose symbols nobody can tell apart."""
    sides: tuple[Side, ...] = draft.entries("sides")
    for (_, one), (number, other) in combinations(enumerate(sides), 2):
        if one.shape and one.shape is other.shape and _near(one.colour, other.colour):
            same = one.colour.lower() == other.colour.lower()
            message = f"is {'' if same else 'nearly '}the colour of {quoted(one.id)}"
            hint = "choose another colour, or another shape"
            yield Finding(("sides", number, "colour"), f"{message}, in the same shape", hint)


def _near(one: str, other: str) -> bool:
    """True if two colours differ by less than anybody sees from a step away."""
    if not one or not other:
        return False
    pairs = zip(bytes.fromhex(one[1:]), bytes.fromhex(other[1:]), strict=True)
    return all(abs(a - b) <= NEAR for a, b in pairs)


_RULES: tuple[Callable[[Draft], Iterator[Finding]], ...] = (
    addresses.site,
    references.duplicate_ids,
    references.dangling_references,
    references.unclear_subjects,
    references.circular_parents,
    references.no_sources,
    formats.unshown,
    references.crowded_pictures,
    references.circular_pictures,
    filenames.missing_files,
    wording.languages,
    wording.untranslated,
    markup.markup,
    markup.hidden_marks,
    recordings.unread,
    recordings.uncaptioned,
    telling.unknown_tellers,
    telling.repeated_keys,
    talks.unknown_slides,
    talks.strange_events,
    moments.moments,
    directed.slides_apart,
    moments.hours_known,
    moments.moments_of_the_exhibit,
    moments.order_of_phases,
    tracks.order,
    tracks.ends,
    tracks.sides,
    tracks.attacks,
    coordinates.off_the_map,
    coordinates.outlines,
    _upside_down,
    _alike,
)
