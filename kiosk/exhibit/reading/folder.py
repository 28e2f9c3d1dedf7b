"""The files of a content folder, and their YAML under one root."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path

from kiosk.exhibit.kinds import KINDS
from kiosk.exhibit.model import Exhibit
from kiosk.exhibit.reading.nodes import Node, Refused, parse, read_text
from kiosk.exhibit.reading.problem import Finding, Problem, Spot, did_you_mean, problem_at, visible

Parse = Callable[[str, str], Node | None]
"""`parse`, or one that remembers what it has parsed."""

NOT_OURS = {"lost+found", "System Volume Information", "$RECYCLE.BIN"}
"""Folders that systems put on a stick, beside hidden ones such as .Trash-1000."""

NOWHERE = "is a link that leads nowhere"
ITSELF = "is a link that leads back to itself"
OUT = "is a link that leads out of the content folder"
TO_FOLDER = "is a link to a folder, which is not followed"
"""The faults that a link may have."""
PLURALS = {kind.singular: kind.name for kind in KINDS if kind.name in Exhibit.model_fields}

MAX_YAML = 500
MAX_FILES = 20_000
MAX_VALUES = 400_000
"""The values of an exhibit of more than ten thousand entries; each takes half a kilobyte."""


def inside(folder: Path, file: str) -> Path | None:
    """The path of a content file named by the content, None if it leads out of the folder."""
    if os.path.normpath(file).split(os.sep)[0] == os.pardir:
        return None  # even if it leads back: a copy of the folder has another name
    try:
        home = folder.resolve()
        path = (home / file).resolve()
    except (OSError, RuntimeError, ValueError):  # a link to itself, a NUL, a name too long
        return None
    return path if path.is_relative_to(home) else None


def link_fault(folder: Path, file: str) -> str:
    """The fault of a file of the folder that is a link; "" if it has none."""
    path = folder / file
    if not os.path.islink(path):  # where Path.is_symlink raises, for a name too long, it says no
        return ""
    try:
        path.resolve(strict=True)
    except FileNotFoundError:
        return NOWHERE
    except (OSError, RuntimeError):
        return ITSELF
    if inside(folder, file) is None:
        return OUT
    return TO_FOLDER if path.is_dir() else ""


def files_in(folder: Path) -> tuple[list[Path], list[Problem]]:
    """Every file below the folder in the order of paths, and the folders that cannot be read.

    What is hidden or a system's own is left out, a link to a folder counts as a file. Raises
    `Refused` for more than `MAX_FILES`.
    """
    found: list[Path] = []
    problems: list[Problem] = []

    def unreadable(error: OSError) -> None:
        spot = Spot(printable(Path(os.path.relpath(error.filename, folder))), 1, 1)
        problems.append(problem_at(spot, "", f"cannot be read: {error.strerror}"))

    for where, folders, files in os.walk(folder, onerror=unreadable):
        links = {name for name in folders if os.path.islink(os.path.join(where, name))}
        ours = {*folders} - links - NOT_OURS
        folders[:] = sorted(name for name in ours if not name.startswith("."))
        names = sorted(name for name in {*files} | links if not name.startswith("."))
        found += (Path(where, name) for name in names)
        if len(found) > MAX_FILES:
            hint = "name the folder of the exhibit itself"
            start = Spot(".", 1, 1)
            raise Refused(problem_at(start, "", f"holds more than {MAX_FILES} files", hint))
    return found, problems


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
    values = 0
    for path in yaml:
        try:
            if root := _file_root(path, folder, parse):
                roots.append(root)
                values += root.size()
        except Refused as refused:
            problems.append(refused.problem)
        if values > MAX_VALUES:
            return None, [problem_at(start, "", f"holds more than {MAX_VALUES} values in all")]
    if not roots:
        problems = problems or [problem_at(start, "", "there is no YAML file with content here")]
        return None, problems
    return _merged(roots, problems), problems


def is_yaml(file: Path) -> bool:
    """True if the content is read from the file."""
    return file.suffix.lower() in (".yaml", ".yml")


def unusable(folder: Path, message: str, hint: str = "") -> Problem:
    """A problem of the folder itself, as one on a share that hangs."""
    return problem_at(Spot(".", 1, 1), printable(folder), message, hint)


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


def printable(path: Path) -> str:
    """The path's text, with bytes that are no UTF-8 replaced."""
    return visible(path.as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "replace"))


def _merged(roots: list[Node], problems: list[Problem]) -> Node:
    """All keys of all files in one mapping; lists of the same key follow each other."""
    from kiosk.exhibit.model import (
        Exhibit,
    )  # who looks at a folder, and reads nothing, goes without

    content: dict[str, Node] = {}
    keys: dict[str, Spot] = {}
    for root in roots:
        for key, spot in root.repeated:
            problems.append(_second(key, spot, root.keys[key]))
        for key, node in root.content.items() if isinstance(root.content, dict) else ():
            if key not in Exhibit.model_fields:
                plural = PLURALS.get(key)
                hint = (
                    f'did you mean "{plural}"?'
                    if plural
                    else did_you_mean(key, Exhibit.model_fields)
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
    return [
        problem_at(
            root.spot_of(finding.steps),
            root.where(finding.steps),
            finding.message,
            finding.hint,
            finding.severity,
        )
        for finding in found
    ]
