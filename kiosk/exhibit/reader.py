"""Reads a content folder into an exhibit, or says everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kiosk.exhibit.draft import Draft, ids_in, parts_of
from kiosk.exhibit.folder import root_of
from kiosk.exhibit.model import Exhibit
from kiosk.exhibit.nodes import Node
from kiosk.exhibit.problem import Finding, Problem, Steps, problem_at
from kiosk.exhibit.rules import advice, broken_rules
from kiosk.exhibit.schema import exhibit_from, parts_from

MAX_ROUNDS = 20
"""How far the loss of one entry may spread before the exhibit counts as unsound."""

LEAVABLE = frozenset(
    {
        *("sources", "people", "terms", "places", "areas", "formations", "disagreements"),
        *("phases", "events", "lessons", "decisions", "attract", "layers", "views"),
        *("pictures", "statements", "told_in"),
        *("highlight", "about"),
    }
)
"""Lists that can be shown without one of their entries."""

LOOSE = {
    ("formations", "track"): "the track is not shown",
    ("formations", "parent"): "it is shown under none",
}
"""Keys that the entries of a list can be shown without, and what comes of it."""


@dataclass(frozen=True)
class Reading:
    """What came of reading a content folder.

    `exhibit` holds what is sound: an entry with an error is left out, with all that rests on it;
    of a formation only the track, if the error is there.
    It is None where too little is left to show, or where a file cannot be read at all.
    `problems` are all there are, in the order of files and lines.
    """

    exhibit: Exhibit | None
    problems: tuple[Problem, ...]


def read_exhibit(folder: Path, thorough: bool = False) -> Reading:
    """The exhibit that the YAML files below `folder` describe.

    A thorough reading also reads the files of the map's layers and warns of what could be better;
    it takes longer than a visitor should wait for the first picture.
    """
    root, problems = root_of(folder)
    if root is None:
        return Reading(None, _sorted(problems))
    complete = not problems
    exhibit, left, found = _by_schema(root)
    problems += [_placed(finding, root) for finding in found if complete or finding.steps]
    parts = parts_of(exhibit) if exhibit else parts_from(left)
    draft = Draft(folder, left, parts, ids_in(root), complete)
    broken = list(broken_rules(draft))
    if thorough:
        from kiosk.exhibit.undrawable import undrawable

        broken += undrawable(draft)
        problems += [_placed(finding, left) for finding in advice(draft)]
    problems += [_placed(finding, left) for finding in broken]
    if exhibit and (broken or left is not root):
        exhibit = _by_rules(folder, left, broken)
    return Reading(exhibit if complete else None, _sorted(problems))


def _by_schema(root: Node) -> tuple[Exhibit | None, Node, list[Finding]]:
    """The exhibit, the nodes that are left of `root` for it, and all that the schema found."""
    repeats = [
        Finding(steps, "is here a second time", f"first at {root.spot_of(steps, True)}", spot=spot)
        for steps, spot in root.repeats()
    ]
    exhibit, found = exhibit_from(root)
    found += repeats
    everything = found
    while found:
        entries = _entries(found)
        if not entries:
            return None, root, everything
        root = root.without(entries)
        exhibit, found = exhibit_from(root)
    return exhibit, root, everything


def _by_rules(folder: Path, root: Node, broken: list[Finding]) -> Exhibit | None:
    """What is left of the exhibit without the entries that are `broken`.

    What rested on these goes with them, and so on until all that is left is sound. None if one
    of them cannot be left out, or if too little is left.
    """
    for _ in range(MAX_ROUNDS):
        if any(_entry(finding.steps) is None for finding in broken):
            return None
        root = root.without(_entries(broken))
        exhibit, _ = exhibit_from(root)
        if exhibit is None:
            return None
        broken = list(broken_rules(Draft(folder, root, parts_of(exhibit), ids_in(root), True)))
        if not broken:
            return exhibit
    return None


def _entries(found: Iterable[Finding]) -> set[Steps]:
    return {entry for finding in found if (entry := _entry(finding.steps))}


def _entry(steps: Steps) -> Steps | None:
    """The innermost entry or key around `steps` that can be left out, None if there is none."""
    for end in range(len(steps) - 1, 0, -1):
        if isinstance(steps[end], int) and steps[end - 1] in LEAVABLE:
            return steps[: end + 1]
        if _loose(steps[: end + 1]):
            return steps[: end + 1]
    return None


def _loose(steps: Steps) -> str:
    """What comes of leaving out the key at the end of `steps`; "" if it cannot be left out."""
    return LOOSE.get((str(steps[-3]), str(steps[-1])), "") if len(steps) > 2 else ""


def _placed(finding: Finding, root: Node) -> Problem:
    spot = finding.spot or root.spot_of(finding.steps)
    where = root.where(finding.steps)
    outcome = _loose(_entry(finding.steps) or ()) if finding.severity == "error" else ""
    hint = "; ".join(filter(None, [outcome, finding.hint]))
    return problem_at(spot, where, finding.message, hint, finding.severity)


def _sorted(problems: list[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda p: (p.file, p.line, p.column, p.where, p.message)))
