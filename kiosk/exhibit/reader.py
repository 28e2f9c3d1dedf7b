"""Reads a content folder into an exhibit, or says everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from kiosk.exhibit.kinds import names
from kiosk.exhibit.model import Exhibit
from kiosk.exhibit.reading.draft import Draft
from kiosk.exhibit.reading.flat import laid_flat
from kiosk.exhibit.reading.folder import Parse, root_of
from kiosk.exhibit.reading.nodes import Node, parse
from kiosk.exhibit.reading.outcome import Reading
from kiosk.exhibit.reading.problem import Finding, Problem, Spot, Steps, gathered, problem_at
from kiosk.exhibit.reading.schema import TOO_MANY, exhibit_from
from kiosk.exhibit.rules.rules import advice, broken_rules

MAX_ROUNDS = 20
"""The most steps that the loss of one entry may spread; beyond, the exhibit counts as unsound."""

LEAVABLE = frozenset(
    {
        *names(lambda kind: kind.leavable),
        *("told_in", "highlight", "about", "gallery"),
    }
)
"""Lists that can be shown without one of their entries."""

MAX_OF_CAUSE = 3
MAX_ALIKE = 100
"""The most problems told of one cause, and of the same place in each entry."""

LOOSE = {
    ("formations", "track"): "the track is not shown",
    ("formations", "parent"): "it is shown under none",
    ("track", "attacks"): "no arrow tells of the attack",
    ("arms", "drawing"): "its symbols have no drawing",
    ("arms", "sign"): "its symbols have no drawing",
    ("exhibit", "web"): "no QR code is shown",
    ("", "recording"): "the recording is not played",
    ("", "signed"): "the film is not shown",
    ("pictures", "film"): "the picture stands still",
    ("pictures", "scan"): "it is enlarged without its detail",
    ("pictures", "compare"): "it is shown alone",
    ("pictures", "gallery"): "it is shown alone",
}
"""Keys that the entries of a list, or all that carry them, are shown without, and what comes of
it."""


def read_exhibit(folder: Path, thorough: bool = False, parse: Parse = parse) -> Reading:
    """The exhibit that the YAML files below `folder` describe.

    A thorough reading also reads the files of the map's layers and warns of what could be better;
    it takes longer than a visitor should wait for the first picture.
    """
    root, problems = root_of(folder, parse)
    if root is None:
        return Reading(None, _sorted(problems))
    complete = not problems
    exhibit, left, parts, found = _by_schema(root)
    problems += _told([finding for finding in found if complete or finding.steps], root)
    draft = Draft(folder, left, parts, root, complete)
    broken = list(broken_rules(draft))
    advised: list[Finding] = []
    if thorough:
        from kiosk.exhibit.rules.recordings import unplayable, unplayable_films
        from kiosk.exhibit.rules.undrawable import undrawable, unlike

        broken += undrawable(draft)
        broken += unplayable(draft)
        broken += unplayable_films(draft)
        advised += [*advice(draft), *unlike(draft)]
    problems += _told([*broken, *advised], left)
    if exhibit and (broken or left is not root):
        exhibit = _by_rules(folder, left, broken)
    if exhibit and exhibit.arms:
        from kiosk.exhibit.files.signs import with_signs

        exhibit = with_signs(folder, exhibit)
    if exhibit and any(layer.georeference for layer in exhibit.map.layers):
        from kiosk.exhibit.files.pins import with_pins

        exhibit = with_pins(folder, exhibit)
    exhibit = laid_flat(exhibit) if exhibit else None
    return Reading(exhibit if complete else None, _sorted(problems))


def _by_schema(root: Node) -> tuple[Exhibit | None, Node, dict[str, Any], list[Finding]]:
    """The exhibit, the nodes left of `root` for it, its sound fields, and all that was found."""
    exhibit, parts, found = exhibit_from(root)
    found += _repeats(root)
    everything = found
    while found:
        entries = _entries(found)
        if not entries or TOO_MANY in found:
            return None, root, parts, everything
        root = root.without(entries)
        exhibit, parts, found = exhibit_from(root)
    return exhibit, root, parts, everything


def _repeats(root: Node) -> Iterator[Finding]:
    """Keys written a second time; of several in one place the first, since one line causes it."""
    places: dict[Steps, list[tuple[Steps, Spot]]] = {}
    for steps, spot in root.repeats():
        places.setdefault(steps[:-1], []).append((steps, spot))
    for (steps, spot), *others in places.values():
        message, hint = "is here a second time", f"first at {root.spot_of(steps, True)}"
        if others:
            message += f", and {len(others)} more of these keys"
            hint += '; does an entry begin here without its "- "?'
        yield Finding(steps, message, hint, spot=spot)


def _by_rules(folder: Path, root: Node, broken: list[Finding]) -> Exhibit | None:
    """The exhibit that is left without the entries that are `broken`.

    What rested on these goes with them, and so on until all that is left is sound. None if one
    of them cannot be left out, or if too little is left.
    """
    for _ in range(MAX_ROUNDS):
        if any(_entry(finding.steps) is None for finding in broken):
            return None
        root = root.without(_entries(broken))
        exhibit, parts, _ = exhibit_from(root)
        if exhibit is None:
            return None
        broken = list(broken_rules(Draft(folder, root, parts, root, True)))
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
    """The loss where the key at the end of `steps` is left out; "" if it cannot be left out."""
    kind, key = str(steps[-3:][0] if steps else ""), str(steps[-1] if steps else "")
    return LOOSE.get((kind, key)) or LOOSE.get(("", key), "")


def _told(findings: Iterable[Finding], root: Node) -> list[Problem]:
    """The findings as problems; of many with one cause the first few, and how many more."""
    causes: dict[str, list[Problem]] = {}
    for finding in findings:
        causes.setdefault(finding.cause, []).append(_placed(finding, root))
    told = causes.pop("", [])
    for problems in causes.values():
        told += _first(problems, MAX_OF_CAUSE)
    places: dict[tuple[str, str], list[Problem]] = {}
    for problem in gathered(told):
        places.setdefault((problem.severity, problem.place), []).append(problem)
    return [problem for alike in places.values() for problem in _first(alike, MAX_ALIKE)]


def _first(problems: list[Problem], most: int) -> list[Problem]:
    """The first of the problems, the last of which says how many more there are."""
    if len(problems) <= most:
        return problems
    *told, last = _sorted(problems)[:most]
    more = f"and {len(problems) - most} more like this"
    return [*told, replace(last, hint="; ".join(filter(None, [last.hint, more])))]


def _placed(finding: Finding, root: Node) -> Problem:
    spot = finding.spot or root.spot_of(finding.steps)
    where = root.where(finding.steps)
    outcome = _loose(_entry(finding.steps) or ()) if finding.severity == "error" else ""
    hint = "; ".join(filter(None, [outcome, finding.hint]))
    return problem_at(spot, where, finding.message, hint, finding.severity)


def _sorted(problems: list[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda p: (p.file, p.line, p.column, p.where, p.message)))
