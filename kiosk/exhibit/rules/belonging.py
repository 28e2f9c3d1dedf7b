"""Names of sides, which must fit everybody who stands under them."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.exhibit.kinds import ref_of
from kiosk.exhibit.model import Formation, Side, Words
from kiosk.exhibit.reading.draft import Draft
from kiosk.exhibit.reading.problem import Finding, quoted
from kiosk.exhibit.ref import Ref
from kiosk.exhibit.rules.naming import names_of

MOST = 3
"""The most that are named of those whom a name does not fit."""


def borrowed_names(draft: Draft) -> Iterator[Finding]:
    """Sides called after a formation or a term that not all of the side belong to: warnings."""
    if not draft.complete:
        return
    for number, side in enumerate(draft.entries("sides")):
        for kind in ("formations", "terms"):
            for record in draft.entries(kind):
                if not any(_equal(side.name, words) for _, words in names_of(record)):
                    continue
                outside = _outside(draft, side, record.id if kind == "formations" else "")
                if outside:
                    more = f" and {len(outside) - MOST} more" if len(outside) > MOST else ""
                    name = next(iter(side.name.root.values()))
                    yield Finding(
                        ("sides", number, "name"),
                        f"{quoted(name)} is {ref_of(record)}, to which not all of the side "
                        f"belong: {', '.join(outside[:MOST])}{more}",
                        "give the side a name that fits them all",
                        "warning",
                    )


def _equal(one: Words, other: Words) -> bool:
    return any(
        text.casefold() == other.root.get(code, "").casefold() for code, text in one.root.items()
    )


def _outside(draft: Draft, side: Side, head: str) -> list[Ref]:
    """The names on the side outside the formation `head`; "" stands for all its formations."""
    formations: tuple[Formation, ...] = draft.entries("formations")
    parents = {formation.id: formation.parent for formation in formations}
    members = [
        f for f in formations if f.side == side.id and (not head or _under(f.id, head, parents))
    ]
    outside = [ref_of(f) for f in formations if f.side == side.id and f not in members]
    leaders = {commander.person for f in members for commander in f.commanders}
    outside += [
        ref_of(person)
        for person in draft.entries("people")
        if person.side == side.id and person.id not in leaders
    ]
    return outside


def _under(key: str | None, head: str, parents: dict[str, str | None]) -> bool:
    passed: set[str] = set()
    while key is not None and key not in passed:
        if key == head:
            return True
        passed.add(key)
        key = parents.get(key)
    return False
