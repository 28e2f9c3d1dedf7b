"""`kiosk check`: every problem of a content folder, for people and for programs."""

from __future__ import annotations

import io
import json
import os
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from kiosk.exhibit.folder import inside
from kiosk.exhibit.nodes import Refused, read_text
from kiosk.exhibit.problem import Problem
from kiosk.exhibit.reader import read_exhibit
from kiosk.exhibit.wording import english, reading_age

_EXCERPT_CELLS = 96


def run(folder: Path, format: str = "text") -> int:
    """Prints the problems of `folder` as "text" or "json"; 1 if any is an error, else 0."""
    started = time.monotonic()
    reading = read_exhibit(folder, thorough=True)
    problems = list(reading.problems)
    seconds = time.monotonic() - started
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    if format == "json":
        print(as_json(problems))
    elif sys.stdout.isatty():
        _show(problems, folder, seconds)
    else:
        print(as_text(problems, folder, seconds))
    if format == "text" and reading.exhibit and (age := reading_age(english(reading.exhibit))):
        print(f"The English is read with ease from about {age:.0f} years of age.")
    return 1 if any(problem.severity == "error" for problem in problems) else 0


def check(folder: Path) -> list[Problem]:
    """Every problem of the content in `folder`, warnings included, by file and line."""
    return list(read_exhibit(folder, thorough=True).problems)


def as_json(problems: list[Problem]) -> str:
    """`{"problems": [{"file", "line", "column", "where", "message", "hint", "severity"}]}`."""
    return json.dumps({"problems": [asdict(problem) for problem in problems]}, indent=2)


def as_text(problems: list[Problem], folder: Path, seconds: float) -> str:
    """One line a problem with the line of the file beneath, and a closing count."""
    return "\n".join(line for line, _ in _lines(problems, folder, seconds))


def _show(problems: list[Problem], folder: Path, seconds: float) -> None:
    console = Console(highlight=False)
    for line, style in _lines(problems, folder, seconds):
        console.print(Text(line, style=style), soft_wrap=True)


def _lines(problems: list[Problem], folder: Path, seconds: float) -> Iterator[tuple[str, str]]:
    """Each line with the style it has on a terminal."""
    files: dict[str, list[str]] = {}
    for problem in problems:
        yield str(problem), "bold red" if problem.severity == "error" else "yellow"
        if problem.file not in files:
            files[problem.file] = _file_lines(folder, problem.file)
        for line in _excerpt(problem, files[problem.file]):
            yield line, "dim"
    yield _count(problems, folder, seconds), "bold"


def _file_lines(folder: Path, file: str) -> list[str]:
    path = inside(folder, file)
    if path is None or not os.path.isfile(path):
        return []
    try:
        return read_text(path, file).splitlines()
    except Refused:
        return []


def _excerpt(problem: Problem, lines: list[str]) -> Iterator[str]:
    """The line that the problem stands on, with a caret below; nothing if it is not there."""
    if not 0 < problem.line <= len(lines) or not lines[problem.line - 1].strip():
        return
    line = lines[problem.line - 1].replace("\t", " ")
    start = max(0, problem.column - 1 - _EXCERPT_CELLS // 2)
    shown = line[start : start + _EXCERPT_CELLS]
    before = shown[: problem.column - 1 - start]
    gutter = f"{problem.line:>6} | "
    yield gutter + shown
    yield " " * (len(gutter) - 2) + "| " + " " * cell_len(before) + "^"


def _count(problems: list[Problem], folder: Path, seconds: float) -> str:
    if not problems:
        return "No problems."
    errors = sum(problem.severity == "error" for problem in problems)
    warnings = len(problems) - errors
    said = f"{errors or 'No'} problem{'' if errors == 1 else 's'}"
    if warnings:
        said += f", {warnings} warning{'' if warnings == 1 else 's'}"
    return f"{said} in {folder.name or folder}/ ({seconds:.1f} s)"
