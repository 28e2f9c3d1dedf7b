"""`kiosk check`: every problem of a content folder, for people and for programs."""

from __future__ import annotations

import gc
import io
import json
import os
import sys
import time
from dataclasses import asdict
from itertools import chain
from pathlib import Path

from kiosk.exhibit.reader import read_exhibit
from kiosk.exhibit.reading.files import inside, is_yaml
from kiosk.exhibit.reading.folder import located
from kiosk.exhibit.reading.outcome import Reading
from kiosk.exhibit.reading.problem import Problem, Refused
from kiosk.exhibit.reading.text import read_text
from kiosk.exhibit.rules.wording import english, reading_age
from kiosk.workbench.calendars import untold_calendars
from kiosk.workbench.films import unheld
from kiosk.workbench.glyphs import unshown_letters
from kiosk.workbench.pointing import crowded_maps, named_off_the_map
from kiosk.workbench.reach import mentions_in, unreached
from kiosk.workbench.wordsets import lacking_words, unfit_words


def run(
    folder: Path,
    format: str = "text",
    findings: Path | None = None,
    *,
    every: bool = False,
    brief: bool = False,
) -> int:
    """Prints the problems of `folder` as "text" or "json"; 1 if any is an error, else 0.

    With a folder for pictures of what is found, content without errors is laid out too, on glass
    of every size in all combinations if `every` is asked for, `brief` in one. It is 1 too if that
    was stopped before its end.
    """
    started = time.monotonic()
    reading, problems = _read(folder)
    laid_out, ended = "", True
    if reading.exhibit and not _has_errors(problems):
        problems += located(folder, unheld(reading.exhibit, folder))
    if findings and reading.exhibit and not _has_errors(problems):
        from kiosk.stage.rehearsal import rehearsed
        from kiosk.workbench.layout import report

        problems += located(folder, rehearsed(reading.exhibit))
        laid_out, found, ended = report.problems_of(
            reading.exhibit, folder, findings, every=every, brief=brief
        )
        problems += found
    seconds = time.monotonic() - started
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    if format == "json":
        print(as_json(problems))
    elif sys.stdout.isatty():
        _show(problems, folder, seconds)
    else:
        print(as_text(problems, folder, seconds))
    if format == "text" and laid_out:
        print(laid_out)
    if format == "text" and reading.exhibit and (age := reading_age(english(reading.exhibit))):
        print(f"The English is read with ease from about {age:.0f} years of age.")
    return 1 if _has_errors(problems) or not ended else 0


def _has_errors(problems: list[Problem]) -> bool:
    return any(problem.severity == "error" for problem in problems)


def check(folder: Path) -> list[Problem]:
    """Every problem of the content in `folder`, warnings included, by file and line."""
    return _read(folder)[1]


def _read(folder: Path) -> tuple[Reading, list[Problem]]:
    """The reading of a folder, and its problems; nearly all made for them stays until both are."""
    gc.disable()
    try:
        reading = read_exhibit(folder, thorough=True)
        return reading, _problems(reading, folder)
    finally:
        gc.freeze()
        gc.unfreeze()  # it counts as old, and isn't looked through at once
        gc.enable()


def _problems(reading: Reading, folder: Path) -> list[Problem]:
    """The problems of a reading; of content without errors also what a visitor would miss."""
    problems = list(reading.problems)
    if reading.exhibit is None or _has_errors(problems):
        return problems
    exhibit = reading.exhibit
    mentions = mentions_in(exhibit)
    missed = chain(
        unreached(exhibit, mentions),
        named_off_the_map(exhibit, folder, mentions),
        crowded_maps(exhibit, mentions),
        lacking_words(exhibit, folder),
        unfit_words(exhibit),
        untold_calendars(exhibit),
        unshown_letters(exhibit),
    )
    problems += located(folder, missed)
    return sorted(problems, key=lambda problem: (problem.file, problem.line, problem.column))


def as_json(problems: list[Problem]) -> str:
    """`{"problems": [{"file", "line", "column", "where", "message", "hint", "severity"}]}`."""
    return json.dumps({"problems": [asdict(problem) for problem in problems]}, indent=2)


def as_text(problems: list[Problem], folder: Path, seconds: float) -> str:
    """One line a problem, and a closing count."""
    return "\n".join([*map(str, problems), _count(problems, folder, seconds)])


def _show(problems: list[Problem], folder: Path, seconds: float) -> None:
    """The same on a terminal: in colours, with the line of the file below each problem."""
    from rich.console import Console
    from rich.text import Text

    from kiosk.workbench.excerpt import excerpt

    console = Console(highlight=False, soft_wrap=True)
    files: dict[str, list[str]] = {}
    for problem in problems:
        place, _, said = str(problem).partition(": ")
        colour = "red" if problem.severity == "error" else "yellow"
        console.print(Text.assemble((f"{place}: ", "bold"), (said, colour)))
        if problem.file not in files:
            files[problem.file] = _file_lines(folder, problem.file)
        for line in excerpt(problem, files[problem.file], console.width):
            console.print(Text(line, "dim"))
    console.print(Text(_count(problems, folder, seconds), "bold"))


def _file_lines(folder: Path, file: str) -> list[str]:
    path = inside(folder, file)
    if path is None or not is_yaml(path) or not os.path.isfile(path):
        return []
    try:
        return read_text(path, file).splitlines()
    except Refused:
        return []


def _count(problems: list[Problem], folder: Path, seconds: float) -> str:
    if not problems:
        return "No problems."
    errors = sum(problem.severity == "error" for problem in problems)
    said = ", ".join(
        f"{count or 'no'} {kind}{'' if count == 1 else 's'}"
        for kind, count in (("error", errors), ("warning", len(problems) - errors))
        if count or kind == "error"
    )
    return f"{said.capitalize()} in {folder.name or folder}/ ({seconds:.1f} s)"
