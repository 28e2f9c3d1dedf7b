"""The content that is shown: the folder's, or where it can't be, what was last found clean.

What is shown lies on this machine; from the folder itself, which may be on a share that hangs,
nothing is read but here, aside.
"""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Iterable
from concurrent.futures import Future, wait
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.exhibit.reading.outcome import Reading
    from kiosk.exhibit.reading.problem import Problem

    Shown = tuple[Path, Reading]

log = logging.getLogger(__name__)

ANSWER_S = 2.0
"""The time a folder may take to answer before the screen shows something else."""

PATIENCE_S = 30.0
"""The time it may take where there is nothing else to show."""


def last_good(folder: Path) -> Shown:
    """The content that was last found clean, else a copy of the folder as it is; and what it says.

    Copies that are damaged are named in the log, and the one before is tried. A folder that does
    not answer is one that can't be shown.
    """
    return (
        _kept(folder) or _within(PATIENCE_S, _taken(folder)) or _silent(folder, "it is waited for")
    )


def as_it_is(folder: Path) -> Shown:
    """A copy of the folder as it is, for those who take no later changes; and what it says.

    Where it does not answer in time, it is the content that was last found clean.
    """
    taken = _taken(folder)
    if now := _within(ANSWER_S, taken):
        return now
    if kept := _kept(folder):
        log.warning("%s does not answer; what was last found clean is shown", folder)
        return kept
    return _within(PATIENCE_S, taken) or _silent(folder)


def _kept(folder: Path) -> Shown | None:
    from kiosk.desk.shelf import Shelf, is_whole
    from kiosk.machine.reading import reading_of

    for good in Shelf(folder).kept():
        if not is_whole(good):
            log.warning("the kept content %s is damaged", good)
            continue
        reading = reading_of(good)
        if reading.exhibit and not any(p.severity == "error" for p in reading.problems):
            return good, reading
    return None


def _taken(folder: Path) -> Future[Shown]:
    """A copy of the folder, being made and read in a thread that keeps no process from its end."""
    from kiosk.machine.mirror import NotCopied, mirrored
    from kiosk.machine.reading import reading_of

    def take() -> Shown:
        try:
            shown = mirrored(folder)
        except NotCopied as error:
            from kiosk.exhibit.reader import read_exhibit

            reading = read_exhibit(folder)
            if reading.exhibit:
                log.warning("%s is shown from where it lies: %s", folder, error)
            return folder, reading
        return shown, reading_of(shown)

    taken: Future[Shown] = Future()

    def fulfil() -> None:
        try:
            taken.set_result(take())
        except BaseException as error:
            taken.set_exception(error)

    threading.Thread(target=fulfil, daemon=True).start()
    return taken


def _within(seconds: float, taken: Future[Shown]) -> Shown | None:
    """The content taken by then, its problems said; None if nothing has been."""
    wait([taken], seconds)
    if not taken.done():
        return None
    shown, reading = taken.result()
    say_all(reading.problems)
    return shown, reading


def _silent(folder: Path, hint: str = "") -> Shown:
    from kiosk.exhibit.reading.files import unusable
    from kiosk.exhibit.reading.outcome import Reading

    problem = unusable(folder, "does not answer", hint)
    say_all([problem])
    return folder, Reading(None, (problem,))


def read(folder: Path) -> Reading:
    """The content, its problems printed as `kiosk check` prints them."""
    from kiosk.exhibit.reader import read_exhibit

    reading = read_exhibit(folder)
    say_all(reading.problems)
    return reading


def say_all(problems: Iterable[Problem]) -> None:
    """A line a problem, on the terminal's error stream."""
    for problem in problems:
        print(problem, file=sys.stderr)
