"""The YAML of a content folder under one root."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from kiosk.exhibit.kinds import KINDS
from kiosk.exhibit.model import Exhibit
from kiosk.exhibit.reading.files import files_in, is_yaml, link_fault, printable, unusable
from kiosk.exhibit.reading.nodes import Node, parse
from kiosk.exhibit.reading.problem import (
    Finding,
    Problem,
    Refused,
    Spot,
    did_you_mean,
    gathered,
    problem_at,
)
from kiosk.exhibit.reading.text import read_text

Parse = Callable[[str, str], Node | None]
"""`parse`, or one that remembers what it has parsed."""

PLURALS = {kind.singular: kind.name for kind in KINDS if kind.name in Exhibit.model_keys}

WORDS = "words"
"""The folder in which the exhibit's own words of the interface stand, a file a language."""

MAX_YAML = 500
MAX_VALUES = 400_000
"""The values of an exhibit of more than ten thousand entries; each takes half a kilobyte."""


def root_of(folder: Path, parse: Parse = parse) -> tuple[Node | None, list[Problem]]:
    """The nodes of all YAML files below `folder` under one root, and what could not be put there.

    The root is None where there is nothing at all, or too much; with problems, it is not the
    whole content.
    """
    start = Spot(".", 1, 1)
    if not folder.is_dir():
        return None, [unusable(folder, "is not a folder")]
    try:
        files, problems = files_in(folder)
    except Refused as refused:
        return None, [refused.problem]
    yaml = list(filter(is_yaml, files))
    if len(yaml) > MAX_YAML:
        return None, [problem_at(start, "", f"holds more than {MAX_YAML} YAML files")]
    roots: list[Node] = []
    own: dict[str, Node] = {}
    values = 0
    for path in yaml:
        try:
            if root := _file_root(path, folder, parse):
                if path.parent == folder / WORDS:
                    own[path.stem] = root
                else:
                    roots.append(root)
                values += root.size()
        except Refused as refused:
            problems.append(refused.problem)
        if values > MAX_VALUES:
            return None, [problem_at(start, "", f"holds more than {MAX_VALUES} values in all")]
    if not roots:
        problems = problems or [problem_at(start, "", "there is no YAML file with content here")]
        return None, problems
    merged = _merged(roots, problems)
    assert isinstance(merged.content, dict)
    return merged._replace(content=merged.content | _worded(own)), problems


def _worded(own: dict[str, Node]) -> dict[str, Node]:
    """The exhibit's own words of the interface, by language, as a key of the root."""
    return {WORDS: Node(next(iter(own.values())).spot, {**own})} if own else {}


def _file_root(path: Path, folder: Path, parse: Parse) -> Node | None:
    file = printable(path.relative_to(folder))
    start = Spot(file, 1, 1)
    if fault := link_fault(folder, str(path.relative_to(folder))):
        raise Refused(problem_at(start, "", fault))
    if not path.is_file():
        raise Refused(problem_at(start, "", "is not a file that can be read"))
    root = parse(read_text(path, file), file)
    if root is not None and not isinstance(root.content, dict):
        raise Refused(problem_at(root.spot, "", "does not begin with a key", "such as places:"))
    return root


def _merged(roots: list[Node], problems: list[Problem]) -> Node:
    """All keys of all files in one mapping; lists of the same key follow each other."""
    content: dict[str, Node] = {}
    keys: dict[str, Spot] = {}
    for root in roots:
        for key, spot in root.repeated:
            problems.append(_second(key, spot, root.keys[key]))
        for key, node in root.content.items() if isinstance(root.content, dict) else ():
            if key == WORDS:
                hint = f"words of the interface stand in {WORDS}/en.yaml, a file a language"
                problems.append(problem_at(root.keys[key], key, "is not a key here", hint))
            elif key not in Exhibit.model_keys:
                plural = PLURALS.get(key)
                hint = (
                    f'did you mean "{plural}"?' if plural else did_you_mean(key, Exhibit.model_keys)
                )
                problems.append(problem_at(root.keys[key], key, "is not a key here", hint))
            elif node.content is None:
                continue
            elif key not in content:
                content[key], keys[key] = node, root.keys[key]
            elif isinstance(so_far := content[key].content, list) and isinstance(
                node.content, list
            ):
                content[key] = Node(content[key].spot, so_far + node.content)
            else:
                problems.append(_second(key, root.keys[key], keys[key]))
    return Node(keys.get("exhibit", roots[0].spot), content, keys)


def _second(key: str, spot: Spot, first: Spot) -> Problem:
    return problem_at(spot, key, "is here a second time", f"first at {first}")


def located(folder: Path, findings: Iterable[Finding]) -> list[Problem]:
    """Findings on the content of a folder that could be read, each where its entry is written."""
    found = [*findings]
    if not found:
        return []  # the folder needn't be read again
    root, _ = root_of(folder)
    assert root is not None
    return gathered(
        problem_at(
            root.spot_of(finding.steps),
            root.where(finding.steps),
            finding.message,
            finding.hint,
            finding.severity,
        )
        for finding in found
    )
