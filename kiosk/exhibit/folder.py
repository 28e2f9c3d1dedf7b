"""The files of a content folder, and their YAML under one root."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from kiosk.exhibit.model import Exhibit
from kiosk.exhibit.nodes import Node, Refused, parse, read_text
from kiosk.exhibit.problem import Problem, Spot, did_you_mean, problem_at

MAX_FILES = 500


def inside(folder: Path, file: str) -> Path | None:
    """The path of a content file named by the content, None if it leads out of the folder."""
    try:
        home = folder.resolve()
        path = (home / file).resolve()
    except (OSError, RuntimeError, ValueError):  # a link to itself, a NUL, a name too long
        return None
    return path if path.is_relative_to(home) else None


def root_of(folder: Path) -> tuple[Node | None, list[Problem]]:
    """The nodes of all YAML files below `folder` under one root, and what could not be put there.

    The root is None where there is nothing at all; with problems, it is not the whole content.
    """
    start = Spot(".", 1, 1)
    if not folder.is_dir():
        return None, [problem_at(start, _printable(folder), "is not a folder")]
    problems: list[Problem] = []
    roots: list[Node] = []
    paths = list(_yaml_files(folder))
    if len(paths) > MAX_FILES:
        return None, [problem_at(start, "", f"holds more than {MAX_FILES} YAML files")]
    for path in paths:
        try:
            if root := _file_root(path, folder):
                roots.append(root)
        except Refused as refused:
            problems.append(refused.problem)
    if not roots:
        problems = problems or [problem_at(start, "", "there is no YAML file with content here")]
        return None, problems
    return _merged(roots, problems), problems


def _yaml_files(folder: Path) -> Iterator[Path]:
    for where, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if name.endswith((".yaml", ".yml")) and not name.startswith("."):
                yield Path(where, name)


def _file_root(path: Path, folder: Path) -> Node | None:
    file = _printable(path.relative_to(folder))
    start = Spot(file, 1, 1)
    if inside(folder, str(path.relative_to(folder))) is None:
        raise Refused(problem_at(start, "", "is a link that leads out of the content folder"))
    if not path.is_file():
        raise Refused(problem_at(start, "", "is not a file that can be read"))
    root = parse(read_text(path, file), file)
    if root is not None and not isinstance(root.content, dict):
        raise Refused(problem_at(root.spot, "", "does not begin with a key", "such as places:"))
    return root


def _printable(path: Path) -> str:
    """The path's text, with bytes that are no UTF-8 replaced."""
    return path.as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _merged(roots: list[Node], problems: list[Problem]) -> Node:
    """All keys of all files in one mapping; lists of the same key follow each other."""
    content: dict[str, Node] = {}
    keys: dict[str, Spot] = {}
    repeated: list[tuple[str, Spot]] = []
    for root in roots:
        repeated += root.repeated
        for key, node in root.content.items() if isinstance(root.content, dict) else ():
            if key not in Exhibit.model_fields:
                hint = did_you_mean(key, Exhibit.model_fields)
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
                problems.append(
                    problem_at(
                        root.keys[key], key, "is here a second time", f"first at {keys[key]}"
                    )
                )
    return Node(keys.get("exhibit", roots[0].spot), content, keys, tuple(repeated))
