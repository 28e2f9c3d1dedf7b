"""Rules on ids and on what refers to them: records and sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from kiosk.exhibit.kinds import KINDS, names, ref_of
from kiosk.exhibit.model import Disagreement, Fact, Formation, Place, Reference, Standard, Term
from kiosk.exhibit.reading.draft import Draft, marked, texts_in
from kiosk.exhibit.reading.lookalikes import is_id, meant_of
from kiosk.exhibit.reading.problem import Finding, Spot, Steps, did_you_mean, few, quoted

ONE_OF = {kind.name: kind.singular for kind in KINDS}
MAX_RING = 6
BEHIND = ("film", "compare", "gallery")
"""The keys of what a touch on a picture brings; a picture has one of them."""

DEBATABLE = names(lambda kind: kind.debatable)
"""The kinds that a disagreement may be about."""


def _kind(steps: Steps) -> str:
    """The list that the entry at `steps` belongs to: of (map, views, 2), views."""
    return next((step for step in reversed(steps) if isinstance(step, str)), "")


def duplicate_ids(draft: Draft) -> Iterator[Finding]:
    """An id names one entry of its kind."""
    first: dict[tuple[str, str], Spot] = {}
    for steps, record in draft.records:
        identifier = getattr(record, "id", None)
        if identifier is None:
            continue
        spot = draft.root.spot_of((*steps, "id"))
        known = first.setdefault((_kind(steps), identifier), spot)
        if known != spot:
            message = f"{quoted(identifier)} is the id of another entry"
            cause = f"{spot.file} repeats {known.file}" if spot.file != known.file else ""
            yield Finding((*steps, "id"), message, f"at {known}", cause=cause)


def dangling_references(draft: Draft) -> Iterator[Finding]:
    """Every reference names an entry that is there."""
    if not draft.complete:
        return

    @cache
    def known_in(kind: str, shipped: tuple[str, ...]) -> frozenset[str]:
        return frozenset(draft.known.get(kind, ())).union(shipped)

    for steps, record in draft.records:
        for name, reference in marked(type(record), Reference).items():
            kind = reference.kind
            shipped = tuple(reference.options) if isinstance(reference, Standard) else ()
            known = known_in(kind, shipped)
            if not known and kind in ("sides", "views"):
                continue  # no exhibit is without them, which the schema says
            for at, word in texts_in((*steps, name), getattr(record, name)):
                if word in known:
                    continue
                message, hint = meant_of(word, known)
                if message:
                    yield Finding(at, message, hint)
                else:
                    message = f"there is no {ONE_OF[kind]} {quoted(word)}"
                    near = did_you_mean(word, filter(is_id, known)) or _offered(kind, shipped)
                    near = near or few(sorted(filter(is_id, known)))
                    hint = near if known else f"there are no {kind} at all"
                    yield Finding(at, message, hint, cause=f"{kind} {word if known else ''}")


def _offered(kind: str, shipped: Sequence[str]) -> str:
    """The hint that names what is shipped; "" of kinds of which nothing is."""
    return f"one of {', '.join(shipped)}, or an entry of {kind}:" if shipped else ""


def unclear_subjects(draft: Draft) -> Iterator[Finding]:
    """Subjects of a disagreement that are not there, or are not one thing."""
    if not draft.complete:
        return
    known = {kind: draft.known.get(kind, frozenset()) for kind in DEBATABLE}
    all_known = frozenset().union(*known.values())
    *others, last = (ONE_OF[kind] for kind in DEBATABLE)
    for number, disagreement in enumerate(draft.entries("disagreements")):
        for index, word in enumerate(disagreement.about):
            kinds = [ONE_OF[kind] for kind in DEBATABLE if word in known[kind]]
            steps = ("disagreements", number, "about", index)
            message, hint = meant_of(word, all_known)
            if message:
                yield Finding(steps, message, hint)
            elif not kinds:
                yield Finding(
                    steps,
                    f"there is no {', '.join(others)} or {last} {quoted(word)}",
                    did_you_mean(word, all_known),
                    cause=f"subject {word}",
                )
            elif len(kinds) > 1:
                yield Finding(
                    steps, f"{quoted(word)} is both a {' and a '.join(kinds)}", "change one id"
                )


def circular_parents(draft: Draft) -> Iterator[Finding]:
    """No formation stands, over others, under itself."""
    formations: tuple[Formation, ...] = draft.entries("formations")
    parents = {formation.id: formation.parent for formation in formations}
    followed: set[str] = set()
    rings: dict[str, list[str]] = {}
    for formation in formations:
        chain: dict[str, None] = {}
        above: str | None = formation.id
        while above is not None and above not in followed:
            chain[above] = None
            followed.add(above)
            above = parents.get(above)
        if above in chain:
            ring = [*chain][[*chain].index(above) :]
            rings |= dict.fromkeys(ring, ring)
    for number, formation in enumerate(formations):
        if ring := rings.get(formation.id, []):
            start = ring.index(formation.id)
            turn = [*ring[start:], *ring[:start]][:MAX_RING]
            chain_said = " under ".join([*turn, "…" if len(ring) > MAX_RING else formation.id])
            message = f"is its own superior: {chain_said}"
            yield Finding(("formations", number, "parent"), message, cause=f"ring {ring[0]}")


def crowded_pictures(draft: Draft) -> Iterator[Finding]:
    """Pictures behind which there is more than one thing."""
    for number, picture in enumerate(draft.entries("pictures")):
        first, *others = [key for key in BEHIND if getattr(picture, key)] or [""]
        for key in others:
            hint = "make two pictures of it, one for each"
            yield Finding(("pictures", number, key), f"stands beside `{first}`", hint)


def circular_pictures(draft: Draft) -> Iterator[Finding]:
    """Pictures behind themselves, or behind one picture twice, and galleries within galleries."""
    pictures = draft.entries("pictures")
    galleries = {picture.id for picture in pictures if picture.gallery}
    for number, picture in enumerate(pictures):
        steps: Steps = ("pictures", number)
        if picture.compare == picture.id:
            hint = "name another picture of the same view"
            yield Finding((*steps, "compare"), "is the picture itself", hint)
        known = {picture.id}
        for index, key in enumerate(picture.gallery):
            at = (*steps, "gallery", index)
            if key in known:
                first = key == picture.id
                message = "is the picture itself, which comes first" if first else "comes twice"
                yield Finding(at, f"{quoted(key)} {message}", "take it out")
            elif key in galleries:
                hint = "name its pictures one by one"
                yield Finding(at, f"{quoted(key)} is a gallery itself", hint)
            known.add(key)


def no_sources(draft: Draft) -> Iterator[Finding]:
    """Every statement rests on a source; a place only if it tells something."""
    for steps, record in draft.records:
        if not isinstance(record, Fact) or isinstance(record, Term | Disagreement):
            continue
        if record.sources:
            continue
        if not isinstance(record, Place) or record.about is not None:
            yield Finding(steps, "has no source", "add sources: [...] with the ids of what says so")


def unused(draft: Draft) -> Iterator[Finding]:
    """Sources that no statement rests on, and pictures that no screen shows: warnings."""
    if not draft.complete:
        return
    for kind, keys, message, hint in _UNUSED:
        slides = draft.named.get("show", set())
        used = {word for key in keys for word in draft.named.get(key, ())}
        for number, record in enumerate(draft.entries(kind)):
            if record.id not in used and ref_of(record) not in slides:
                yield Finding((kind, number, "id"), message, hint, "warning")


_UNUSED = (
    # kind, the keys that name its entries, what is wrong, what to do about it
    ("sources", ("sources",), "is used by nothing", ""),
    (
        "pictures",
        ("pictures", "compare", "gallery"),
        "is shown nowhere",
        "name it in the pictures: of a phase, lesson, decision or person, or in the gallery: of a"
        " picture that is",
    ),
)
